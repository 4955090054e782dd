"""Every form of a verb from its past and present, every form of a noun from its singular and plural.

The spelling is the unvowelled one of newsprint, folded (`timeline.text.spelling`): «قال» gives قال, قالت, قالوا,
قلنا, يقول, تقول, يقولون, يقل (after لم), قيل …
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from timeline.text.spelling import fold

Gender = Literal["m", "f", "any"]
Tense = Literal["past", "present", "participle", "masdar", "noun"]


@frozen
class Inflection:
    """What a form says: tense, person (1 or 3), number, gender, and what it cannot be without."""

    tense: Tense
    person: int = 3
    number: Literal["singular", "dual", "plural"] = "singular"
    gender: Gender = "m"
    passive: bool = False
    jussive: bool = False  # only after لم and لا: «لم يقل»
    bound: bool = False  # only before a pronoun or a genitive: «سيطرته», «تبناه», «مسلحو»
    case: Literal["", "nom", "acc", "gen", "obl"] = ""  # what the spelling shows; obl: not the nominative


def present_of(past: str) -> str:
    """The present that follows from a past by rule: أكّد -> يؤكد, استنكر -> يستنكر, التقى -> يلتقي, أفاد -> يفيد.

    Verbs whose middle vowel is not in their past (قال, زار), or whose first letter is a و or a hamza of the root (وصف,
    أخذ), need theirs given.
    """
    plain = fold(past)
    weak_end = past.endswith(("ى", "ا"))
    hollow = len(plain) > 3 and plain[-2] == "ا" and not weak_end
    body = plain
    if past.startswith("أ") and len(plain) == 3 and "\u0651" in past:  # أكّد -> يؤكد
        body = "و" + plain[1:]
    elif past.startswith("أ") and len(plain) >= 4:  # the fourth form: أعلن, أفاد, أجرى
        body = plain[1:]
        if hollow:
            body = body[:-2] + "ي" + body[-1]
    elif (
        plain.startswith("ا") and not past.startswith(("أ", "آ")) and len(plain) >= 4
    ):  # seventh, eighth and tenth: انفجر, اجتمع, استنكر
        body = plain[1:]
        if hollow and plain.startswith("است"):
            body = body[:-2] + "ي" + body[-1]
    if weak_end:
        body = body[:-1] + "ي"
    return "ي" + body


def _past_stem(plain: str) -> str:
    """The stem before ت, نا, ن: قال -> قل, أفاد -> أفد, نفى -> نفي, دعا -> دعو, حث -> حثث."""
    if len(plain) >= 3 and plain[-2] == "ا":
        return plain[:-2] + plain[-1]
    if plain.endswith("ا"):
        return plain[:-1] + "و"
    if len(plain) == 2:
        return plain + plain[-1]
    return plain


def _passive_past(plain: str) -> str | None:
    """The passive where its spelling differs: قال -> قيل, أعاد -> أعيد, هاجم -> هوجم, دعا -> دعي."""
    if len(plain) >= 3 and plain[-2] == "ا":
        return plain[:-2] + "ي" + plain[-1]
    if plain.endswith("ا"):
        return plain[:-1] + "ي"
    if len(plain) == 4 and plain[1] == "ا":
        return plain[0] + "و" + plain[2:]
    return None


def verb_forms(past: str, present: str | None = None, participle: str | None = None) -> dict[str, list[Inflection]]:
    """All forms of a verb, folded, without attached particles and object pronouns."""
    plain, now = fold(past), fold(present or present_of(past))
    forms: dict[str, list[Inflection]] = {}

    def add(form: str, inflection: Inflection) -> None:
        forms.setdefault(form, []).append(inflection)

    stem = _past_stem(plain)
    final_weak = past.endswith(("ى", "ا"))
    third = plain[:-1] if final_weak else plain  # before ت and وا
    add(plain, Inflection("past"))
    add(third + "ت", Inflection("past", gender="f"))
    add(third + "تا", Inflection("past", number="dual", gender="f"))
    add((stem if final_weak else plain) + "ا", Inflection("past", number="dual"))
    if past.endswith("ى"):
        add(third + "ا", Inflection("past", bound=True))
    add(third + "وا", Inflection("past", number="plural"))
    add(third + "و", Inflection("past", number="plural", bound=True))  # قتلوه
    if not final_weak:
        add(stem + "ن", Inflection("past", number="plural", gender="f"))
    add(stem + "نا", Inflection("past", person=1, number="plural", gender="any"))
    add(stem + "ت", Inflection("past", person=1, gender="any"))
    passive = _passive_past(plain)
    if passive:
        add(passive, Inflection("past", passive=True))
        add(passive + "ت", Inflection("past", gender="f", passive=True))
        add(passive + "وا", Inflection("past", number="plural", passive=True))
        add(passive + "ا", Inflection("past", number="dual", passive=True))
    _present(now, add)
    active = fold(participle) if participle else ("م" + now[1:] if len(plain) > 3 or _second_form(past) else None)
    if active:
        if active.endswith("ي"):
            base = active
            add(base + "ا", Inflection("participle"))
            add(base + "ه", Inflection("participle", gender="f"))
            add(base[:-1] + "ين", Inflection("participle", number="plural"))
            add(base[:-1] + "ون", Inflection("participle", number="plural"))
        else:
            add(active + "ا", Inflection("participle"))
            add(active + "ه", Inflection("participle", gender="f"))
            add(active + "ين", Inflection("participle", number="plural"))
            add(active + "ون", Inflection("participle", number="plural"))
    return forms


def active_participle(past: str) -> str | None:
    """The active participle of a verb of three letters: قال -> قائل, دعا -> داعي, ردّ -> راد; else ``None``."""
    plain = fold(past)
    if ("\u0651" in past and len(plain) == 3) or len(plain) not in (2, 3):
        return None
    if len(plain) == 2:
        return plain[0] + "ا" + plain[1]
    if plain[1] == "ا":
        return plain[0] + "اي" + plain[2]
    if past.endswith(("ى", "ا")):
        return plain[0] + "ا" + plain[1] + "ي"
    return plain[0] + ("" if plain[0] == "ا" else "ا") + plain[1:]


def _second_form(past: str) -> bool:
    return "\u0651" in past or (past.startswith("أ") and len(fold(past)) == 3)


def _present(now: str, add: object) -> None:
    put = add  # a local name for the nested function's sake
    assert callable(put)  # noqa: S101 (for the type checker)
    weak = now.endswith(("ي", "و", "ا"))
    root = now[:-1] if weak else now
    long_vowel = len(now) >= 4 and now[-2] in "وياى" and not weak
    put(now, Inflection("present"))
    put("ت" + now[1:], Inflection("present", gender="f"))
    put("ن" + now[1:], Inflection("present", person=1, number="plural", gender="any"))
    put("ا" + now[1:], Inflection("present", person=1, gender="any"))
    pairs: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
    for letter, gender in pairs:
        body = root[1:]
        put(letter + body + "ون", Inflection("present", number="plural", gender=gender))
        put(letter + body + "وا", Inflection("present", number="plural", gender=gender))
        put(letter + body + "و", Inflection("present", number="plural", gender=gender, bound=True))
        put(letter + now[1:] + "ان", Inflection("present", number="dual", gender=gender))
        put(letter + now[1:] + "ا", Inflection("present", number="dual", gender=gender))
        if weak:  # لم ينف، لم يدع
            put(letter + body, Inflection("present", gender=gender, jussive=True))
        if long_vowel:  # لم يقل، لم يزر
            put(letter + now[1:-2] + now[-1], Inflection("present", gender=gender, jussive=True))
    if long_vowel and now[-2] in "وي":  # يقال، يعاد
        put(now[:-2] + "ا" + now[-1], Inflection("present", passive=True))
        put("ت" + now[1:-2] + "ا" + now[-1], Inflection("present", gender="f", passive=True))
    if weak and now[-1] in "يو":  # يدعى folds to يدعي
        put(now[:-1] + "ي", Inflection("present", passive=now[-1] == "و"))


def noun_forms(singular: str, plurals: tuple[str, ...] = (), *, masdar: bool = False) -> dict[str, list[Inflection]]:
    """All forms of a noun, folded, without article, prepositions and pronouns.

    «غارة» with «غارات» gives غارة, غارت (before a pronoun), غارتان, غارتين, غارتا, غارتي, غارات; «هجوم» gives هجوم,
    هجوما, هجومان, هجومين, هجومي and its plurals.
    """
    tense: Tense = "masdar" if masdar else "noun"
    base = fold(singular)
    forms: dict[str, list[Inflection]] = {}

    def add(form: str, number: Literal["singular", "dual", "plural"]) -> None:
        if form:
            forms.setdefault(form, []).append(Inflection(tense, number=number, gender="any"))

    add(base, "singular")
    if base.endswith("ه"):
        stem = base[:-1] + "ت"
        forms.setdefault(stem, []).append(Inflection(tense, gender="any", bound=True))
    else:
        stem = base
        add(base + "ا", "singular")
    if singular.endswith("اء"):  # لقاء: لقاؤه، لقائه، لقاءات
        add(base[:-1] + "و", "singular")
        add(base[:-1] + "ي", "singular")
    for ending in ("ان", "ين", "ا", "ي") if base.endswith("ه") else ("ان", "ين"):
        if stem + ending not in forms:
            add(stem + ending, "dual")
    for plural in plurals:
        form = fold(plural)
        add(form, "plural")
        if not form.endswith("ات"):
            add(form + "ا", "plural")
    return forms


OBJECT_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ني", "كم", "ه", "ك")

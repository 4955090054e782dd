"""Every form of a verb from its past and present, as newsprint spells it.

The spelling is the unvowelled one of newsprint, folded (`timeline.text.spelling`): «قال» gives قال, قالت, قالوا,
قلنا, يقول, تقول, يقولون, يقل (after لم), قيل …

A verb is sound («قصف») or of one of four kinds whose letters change: hollow («قال», «أعاد»), defective («نفى»,
«دعا», «بقي»), geminate («ردّ», «احتلّ»), or with a hamza at its end («بدأ», «جاء»).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from attrs import frozen

from timeline.text.spelling import fold

Gender = Literal["m", "f", "any"]
Tense = Literal["past", "present", "participle", "masdar", "noun"]
_SHADDA = "\u0651"


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


#: The same values, each made once: there are some fifty, and a hundred thousand forms have them.
inflected = cache(Inflection)


Add = Callable[[str, Inflection], None]


def present_of(past: str) -> str:
    """The present that follows from a past by rule: أكّد -> يؤكد, استنكر -> يستنكر, التقى -> يلتقي, أفاد -> يفيد.

    Verbs whose middle vowel is not in their past (قال, زار), or whose first letter is a و or a hamza of the root (وصف,
    أخذ), need theirs given.
    """
    plain = fold(past)
    weak_end = past.endswith(("ى", "ا"))
    hollow = len(plain) > 3 and plain[-2] == "ا" and not weak_end
    body = plain
    if past.startswith("أ") and len(plain) == 3 and _SHADDA in past:  # أكّد -> يؤكد
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


@frozen
class _Kind:
    """Which letters of a verb change, by its past as printed («سأل» is not hollow, «بدأ» not defective)."""

    hollow: bool
    defective: bool
    geminate: bool
    hamza: bool  # at its end, on an alef: «بدأ», «أنشأ»

    @classmethod
    def of(cls, past: str) -> _Kind:
        bare = past.replace(_SHADDA, "")
        defective = bare.endswith(("ى", "ا", "ي"))
        return cls(
            hollow=len(bare) >= 3 and bare[-2] == "ا" and not past.endswith(_SHADDA) and not defective,
            defective=defective,
            geminate=past.endswith(_SHADDA) and not defective,
            hamza=bare.endswith("أ"),
        )


def verb_forms(past: str, present: str | None = None, participle: str | None = None) -> dict[str, list[Inflection]]:
    """All forms of a verb, folded, without attached particles and object pronouns."""
    forms: dict[str, list[Inflection]] = {}

    def add(form: str, inflection: Inflection) -> None:
        if not form.endswith("ء"):
            form = form.replace("يء", "يي")  # جيئت, يجيئون
        known = forms.setdefault(form, [])
        if inflection not in known:
            known.append(inflection)

    kind = _Kind.of(past)
    given = present or present_of(past)
    _past(past, kind, add)
    for form, inflection in _passive_past(past, kind):
        add(form, inflection)
    _present(given, kind, add)
    _passive_present(past, given, kind, add)
    active = participle or ("م" + given[1:] if len(fold(past)) > 3 or _second_form(past) else None)
    if active:
        _participle(active, add)
    return forms


def _past(past: str, kind: _Kind, add: Add) -> None:
    plain = fold(past)
    third = plain[:-1] if past.endswith(("ى", "ا")) else plain  # before ت: نفت, دعت; but بقيت
    before_wa = plain[:-1] if kind.defective else plain  # نفوا, بقوا
    dual = third + ("و" if past.endswith("ا") and len(plain) == 3 else "ي") if third != plain else plain
    add(plain, inflected("past"))
    add(third + "ت", inflected("past", gender="f"))
    add(third + "تا", inflected("past", number="dual", gender="f"))
    add(dual if kind.hamza else dual + "ا", inflected("past", number="dual"))  # بدآ folds to بدا
    if past.endswith("ى"):
        add(third + "ا", inflected("past", bound=True))  # تبناه
    for stem in (before_wa, before_wa[:-1] + "و") if kind.hamza or plain.endswith("ء") else (before_wa,):
        add(stem + "وا", inflected("past", number="plural"))  # بدأوا, بدؤوا; جاءوا, جاؤوا
        add(stem + "و", inflected("past", number="plural", bound=True))  # قتلوه
    stem = _past_stem(past, kind)
    nun = stem.removesuffix("ن")  # كنّ, كنّا: one ن is printed for two
    add(nun + "ن", inflected("past", number="plural", gender="f"))
    add(nun + "نا", inflected("past", person=1, number="plural", gender="any"))
    add(stem + "ت", inflected("past", person=1, gender="any"))


def _past_stem(past: str, kind: _Kind) -> str:
    """The stem before ت, نا, ن: قال -> قل, أفاد -> أفد, جاء -> جئ, نفى -> نفي, دعا -> دعو, حثّ -> حثث."""
    plain = fold(past)
    if kind.hollow and plain.endswith("ء"):
        return plain[:-2] + ("ي" if len(plain) == 3 else "ا")
    if kind.hollow:
        return plain[:-2] + plain[-1]
    if past.endswith("ا") and len(plain) == 3:
        return plain[:-1] + "و"
    if past.endswith("ا"):
        return plain[:-1] + "ي"
    return plain + plain[-1] if kind.geminate else plain


def _passive_past(past: str, kind: _Kind) -> Iterator[tuple[str, Inflection]]:
    """The passive where its spelling differs: قيل, أُعيدت, هوجم, دُعي, سُئل, بُدئ; «أُجريت», «رُميت»."""
    stem = _passive_stem(fold(past), past, kind)
    defective = stem.endswith("ي") and kind.defective
    if stem != fold(past):
        yield stem, inflected("past", passive=True)
        yield (stem[:-1] if defective else stem) + "وا", inflected("past", number="plural", passive=True)
    if stem != fold(past) or (defective and past.endswith("ى")):
        yield stem + "ت", inflected("past", gender="f", passive=True)
        yield stem + "تا", inflected("past", number="dual", gender="f", passive=True)
        yield stem + "ا", inflected("past", number="dual", passive=True)


def _passive_stem(plain: str, past: str, kind: _Kind) -> str:
    if kind.hollow:
        return plain[:-2] + "ي" + plain[-1]
    if past.endswith("ا") or (kind.hamza and past.endswith("أ")):
        plain = plain[:-1] + "ي"
    bare = past.replace(_SHADDA, "")
    if len(plain) == 4 and bare[1] == "ا":  # هاجم -> هوجم
        return plain[0] + "و" + plain[2:]
    if len(plain) == 5 and bare[0] == "ت" and bare[2] == "ا":  # تبادل -> تبودل
        return plain[:2] + "و" + plain[3:]
    if len(plain) == 3 and bare[1] == "أ":  # سأل -> سئل
        return plain[0] + "ي" + plain[2]
    return plain


def _present(present: str, kind: _Kind, add: Add) -> None:
    now = fold(present)
    hamza = present.endswith(("أ", "ئ", "ؤ", "ء"))
    defective = present.endswith(("ى", "ي", "و", "ا"))
    root = now[:-1] if defective else now
    hollow = kind.hollow and len(now) >= 4 and now[-2] in "ويا"
    add("ن" + now[1:], inflected("present", person=1, number="plural", gender="any"))
    add("ا" + now[1:], inflected("present", person=1, gender="any"))
    short = root if defective else now[:-2] + now[-1].replace("ء", "ي") if hollow else ""  # لم ينف، لم يقل
    pairs: tuple[tuple[str, Gender], ...] = (("ي", "m"), ("ت", "f"))
    stems = (root, root[:-1] + "و") if hamza and now[-1] in "اء" else (root,)  # يبدأون, يبدؤون; يشاؤون
    for letter, gender in pairs:
        add(letter + now[1:], inflected("present", gender=gender))
        for stem in stems:
            add(letter + stem[1:] + "ون", inflected("present", number="plural", gender=gender))
            add(letter + stem[1:] + "وا", inflected("present", number="plural", gender=gender))
            add(letter + stem[1:] + "و", inflected("present", number="plural", gender=gender, bound=True))
        dual = letter + now[1:] + ("" if present.endswith("أ") else "ا")  # يبدآن folds to يبدان
        add(dual + "ن", inflected("present", number="dual", gender=gender))
        add(dual, inflected("present", number="dual", gender=gender))
        if short:
            add(letter + short[1:], inflected("present", gender=gender, jussive=True))
        if kind.geminate:  # لم يردد
            add(letter + now[1:] + now[-1], inflected("present", gender=gender, jussive=True))
        if present.endswith("ى"):  # يراها
            add(letter + root[1:] + "ا", inflected("present", gender=gender, bound=True))
        for changed in stems[1:]:  # يقرؤه
            add(letter + changed[1:], inflected("present", gender=gender, bound=True))
        women = _before_nun(now, kind, hollow=hollow)
        add(letter + women[1:] + "ن", inflected("present", number="plural", gender="f"))


def _before_nun(now: str, kind: _Kind, *, hollow: bool) -> str:
    """The stem before the ن of women: يطالبن, يقلن, يرددن, يدعون, يبقين."""
    if hollow:
        return now[:-2] + now[-1]
    return now + now[-1] if kind.geminate else now


def _passive_present(past: str, present: str, kind: _Kind, add: Add) -> None:
    """The passive where its spelling differs: يقال, يعاد, يُدعى, يوصف (of يصف), يؤخذ (of يأخذ)."""
    now = fold(present)
    if kind.hollow and len(now) >= 4 and now[-2] in "وي":
        body = now[1:-2] + "ا" + now[-1]
    elif past.startswith("و") and present[1] == past[1] and not kind.geminate:
        body = "و" + now[1:]
    elif past.startswith("أ") and present[1] == "أ":
        body = "و" + now[2:]
    elif present.endswith("ئ"):
        body = now[1:-1] + "ا"  # يُنشأ
    else:
        body = now[1:]
    if present.endswith("و"):
        body = body[:-1] + "ي"
    if body == now[1:]:
        return
    add("ي" + body, inflected("present", passive=True))
    add("ت" + body, inflected("present", gender="f", passive=True))
    if not present.endswith(("ي", "و", "ى", "أ", "ئ")):
        add("ي" + body + "ون", inflected("present", number="plural", passive=True))
        add("ي" + body + "وا", inflected("present", number="plural", passive=True))


def _participle(active: str, add: Add) -> None:
    """The forms of an active participle: «مؤكدا», «مؤكدة», «مؤكدون»; «داعيا», «داعية», «داعون»."""
    active = active.replace("ى", "ي")
    stem = fold(active.removesuffix("ي"))
    active = fold(active)
    add(active + "ا", inflected("participle"))
    add(active + "ه", inflected("participle", gender="f"))
    add(stem + "ين", inflected("participle", number="plural"))
    add(stem + "ون", inflected("participle", number="plural"))


def active_participle(past: str) -> str | None:
    """The active participle of a verb of three letters: قال -> قائل, دعا -> داعي, ردّ -> راد, بدأ -> بادئ."""
    plain = fold(past)
    if (_SHADDA in past and len(plain) == 3) or len(plain) not in (2, 3):
        return None
    if len(plain) == 2:
        return plain[0] + "ا" + plain[1]
    if past[1] == "ا":
        return plain[0] + "ائ" + plain[2].replace("ء", "ي")
    if past.endswith(("ى", "ا", "أ")):
        return plain[0] + ("" if plain[0] == "ا" else "ا") + plain[1] + ("ئ" if past.endswith("أ") else "ي")
    if past.startswith("آ"):
        return "مو" + plain[1:]
    return plain[0] + ("" if plain[0] == "ا" else "ا") + plain[1:]


def _second_form(past: str) -> bool:
    return _SHADDA in past or (past.startswith("أ") and len(fold(past)) == 3)


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
            forms.setdefault(form, []).append(inflected(tense, number=number, gender="any"))

    add(base, "singular")
    if base.endswith("ه"):
        stem = base[:-1] + "ت"
        forms.setdefault(stem, []).append(inflected(tense, gender="any", bound=True))
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

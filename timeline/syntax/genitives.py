"""Genitives: whether a noun goes on with the next one, «وزارة الدفاع», or something else follows it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.agreement import describes, is_subject, of_adjective, of_noun
from timeline.syntax.government import FIRE, MANNERS, WITH
from timeline.syntax.lexicon import PEOPLE
from timeline.syntax.units import Unit

_INDEFINITE = frozenset("NHEWXAG")
DEFINITE = frozenset("LSFYB")
CLOSED = frozenset("LSFYPMQJB")
NOMINAL = _INDEFINITE | CLOSED
NAMED_BEHIND = frozenset(("person", "title", "force", "people"))
_BODIES = frozenset(("force", "body"))
_ACTIVE = frozenset(("violence", "gathering", "vehicle", "weapon"))
_TITLED = frozenset(("person", "title"))
_COUNTED = frozenset(("measure", "part"))
_CRAFT = frozenset(("vehicle", "weapon"))


_UTTERED = frozenset(("document", "speech"))


def _says_who_made_it(row: Sequence[Unit], at: int) -> bool:
    """Whether a word behind a document is the verb that made it: with its pronoun, or a preposition with one."""
    form = row[at].form
    if not any(each.tense == "past" for _, each in form.verbs):
        return False
    behind = row[at + 1] if at + 1 < len(row) else None
    return row[at].code == "Q" or (row[at].code == "W" and behind is not None and behind.code == "k")


def opens_genitive(row: Sequence[Unit], noun: int, last: int) -> bool:
    """Whether a genitive follows: the noun can be in the construct, and what follows can be a noun and no adjective."""
    if last + 1 >= len(row):
        return False
    unit, following = row[noun], row[last + 1]
    two = _two_holders(row, noun, following)  # «اتفق وزيرا خارجية الهند وباكستان»
    if unit.code not in _INDEFINITE or (unit.form.accusative and not two) or _never_construct(unit):
        return False
    code = following.code
    if following.form.folded in FIRE and not unit.form.classes.isdisjoint(PEOPLE):
        return False  # «أطلق جنود النار على»
    nisba = unit.form.folded.endswith("ي") and bool(unit.form.adjectives) and not unit.form.classes.isdisjoint(PEOPLE)
    if nisba and not following.form.classes.isdisjoint(_CRAFT):
        return False  # «فجر انتحاري دراجة»
    if noun and _says_how(row[noun - 1], unit) and code in "NHEX":
        return False  # «قصفت الطائرات بعنف ثكنة», «بشكل مفاجئ سفينة»
    if unit.code == "X" and noun and row[noun - 1].code == "V" and code == "N" and _verbal_noun(following):
        return False  # «وأكد باشريف استكمال العمل»: an unknown word behind a verb is who does it
    if noun and row[noun - 1].code == "V" and code == "N" and _tells(unit, following):
        return False  # «أعلن مصدر مقتل شخصين»
    if unit.code == "X" and "title" in following.form.classes and noun and row[noun - 1].code in "VXJ":
        return False  # «قالت يوردانكا فاندوكوفا عمدة صوفيا»
    if code == "d":
        return last + 2 < len(row) and row[last + 2].code in DEFINITE
    if code in "Zg":
        return bool(unit.form.nouns) and (code == "Z" or (last + 2 < len(row) and row[last + 2].code in "NHEXWZ"))
    if code not in NOMINAL:
        return False
    people = not unit.form.classes.isdisjoint(PEOPLE) or unit.form.nisba is not None
    if code in "PQ" and "suffering" in following.form.classes and people:
        return False  # «لقي ستة جنود مصرعهم»
    if is_for(row, unit, last + 1):
        return True
    if code in "PQ" and "document" in unit.form.classes and "abstract" in following.form.classes:
        return False  # «أعلنت الجماعة في بيان مسؤوليتها عن»
    if not unit.form.classes.isdisjoint(_UTTERED) and _says_who_made_it(row, last + 1):
        return False  # «في بيان نشره الجمعة», «في رسالة بعث بها»
    if code == "W":
        if "force" in following.form.classes and unit.form.classes == {"person"}:
            return True  # «رجل أمن»
        if (
            unit.form.classes & NAMED_BEHIND
            or following.form.pronoun
            or not unit.form.nouns
            or not following.form.nouns
        ):
            return False
        beyond = row[last + 2].code if last + 2 < len(row) else "."
        acts = any(is_subject(of_noun(unit.form), each, before=True) for _, each in following.form.verbs)
        if acts and not unit.form.classes.isdisjoint(_ACTIVE) and beyond in "ZHSLMJe":
            return False  # «هجوم قتل ثلاثة», «اجتماع ضم كلا من»
        if _describes(unit, following) and beyond in "NHEXZW":
            return False  # «جثث تحمل آثار تعذيب»
        if only_adjective(following) and _agrees(following, unit):
            return False  # «لقاء سري جمع الوزيرين»
        if not following.form.classes.isdisjoint(_BODIES) and beyond in DEFINITE:
            return True  # «مبنى حرس السواحل»
        return _verbal_noun(following) or _verbal_noun(unit)
    if code == "Q":
        beyond = row[last + 2].code if last + 2 < len(row) else "."
        return bool(unit.form.nouns) and not unit.form.classes & NAMED_BEHIND and beyond not in NOMINAL
    if code in "AG" or (code == "H" and is_participle_of(row, unit, last + 1)):
        return False
    if code == "B":
        of_men = following.form.folded.endswith(_MEN) and not _agrees(following, unit)  # «محاسبة المخطئين»
        return unit.form.classes.isdisjoint(NAMED_BEHIND) and (of_men or not following.form.adjectives)
    if code == "E" and "suffering" in unit.form.classes and not following.form.classes.isdisjoint(PEOPLE):
        return True  # «مقتل انتحاري»
    if (
        code == "E"
        and unit.form.nouns
        and last + 2 < len(row)
        and row[last + 2].code in "MLS"
        and following.form.nouns
        and not following.form.nisba
        and not (following.form.adjectives and unit.form.classes & _CRAFT and _agrees(following, unit))
    ):
        return True  # «وزراء خارجية قطر», but «بطائرات مسيرة القوات»
    if (
        code == "E"
        and not following.form.classes.isdisjoint(_COUNTED)
        and last + 2 < len(row)
        and row[last + 2].form.meaning == "من"
    ):
        return True  # «مقتل واحد من الرهائن»
    if code == "E" and (following.form.adjectives or following.form.nisba) and _agrees(following, unit):
        return False
    if code == "X" and unit.form.classes & _TITLED and unit.form.classes.isdisjoint(("place", "body")):
        return False
    return following.entity is not None or not following.form.accusative  # «خارجية سوريا»


def is_for(row: Sequence[Unit], unit: Unit, at: int) -> bool:
    """«قوات حفظ السلام», «جهاز مكافحة الإرهاب»: what a force or a body is for, a verbal noun with its object."""
    purpose = row[at]
    if unit.form.classes.isdisjoint(_BODIES) or purpose.code not in "NHEXW" or at + 1 >= len(row):
        return False
    peaceful = _verbal_noun(purpose) and "violence" not in purpose.form.classes and not purpose.form.pronoun
    return peaceful and row[at + 1].code in "LS" and not row[at + 1].form.adjectives


def _says_how(preposition: Unit, unit: Unit) -> bool:
    """«بعنف», «بشكل مفاجئ»: how something is done, with no genitive of its own."""
    return preposition.code == "p" and (
        (preposition.form.meaning in MANNERS and unit.code == "A")
        or (preposition.form.folded == WITH and preposition.end == unit.start and unit.form.folded in MANNERS)
    )


def _tells(unit: Unit, following: Unit) -> bool:
    """Whether a source is followed by what it tells of, and not by what it is of: «مصدر مقتل شخصين»."""
    return "media" in unit.form.classes and "abstract" in unit.form.classes and "violence" in following.form.classes


_MEN = ("ين", "ون")


def _two_holders(row: Sequence[Unit], noun: int, following: Unit) -> bool:
    """Whether a title in ا right behind a verb is a dual in the construct: a noun that is no adjective follows."""
    dual = any(each.number == "dual" and each.bound and each.case == "nom" for _, each in row[noun].form.nouns)
    if not dual or not noun or row[noun - 1].code not in "VW" or "title" not in row[noun].form.classes:
        return False
    adjective = bool(following.form.adjectives or following.form.participles) and _agrees(following, row[noun])
    return following.code in "NHELSMF" and not following.form.accusative and not adjective


def only_adjective(unit: Unit) -> bool:
    """Whether a word is an adjective, and a noun at most as a dual in the construct: «سري» are hardly two secrets."""
    return bool(unit.form.adjectives) and all(each.number == "dual" and each.bound for _, each in unit.form.nouns)


def is_participle_of(row: Sequence[Unit], noun: Unit, at: int) -> bool:
    """«فصائل معارضة», «قوات مشتركة»: a feminine participle behind a plural describes it, and is nobody herself."""
    shape = of_adjective(row[at].form)
    if not row[at].form.participles or shape.gender != "f" or shape.number != "singular" or not _agrees(row[at], noun):
        return False
    beyond = row[at + 1].code if at + 1 < len(row) else "."
    return of_noun(noun.form).number == "plural" and beyond not in "LSFYBMJ"


def _agrees(adjective: Unit, noun: Unit) -> bool:
    return describes(of_adjective(adjective.form), of_noun(noun.form))


def _describes(noun: Unit, verb: Unit) -> bool:
    """Whether a word that can be a present verb can describe a thing or somebody: «سيارة تحمل»."""
    if noun.form.classes.isdisjoint(TANGIBLE):
        return False
    features = of_noun(noun.form)
    return any(each.tense == "present" and is_subject(features, each, before=True) for _, each in verb.form.verbs)


TANGIBLE = frozenset(("person", "people", "force", "vehicle", "weapon", "building", "place", "thing", "document"))


def _verbal_noun(unit: Unit) -> bool:
    return any("masdar" in lemma.classes for lemma, _ in unit.form.nouns)


def _never_construct(unit: Unit) -> bool:
    """«مسلحون», «مسلحين», «قنبلتان»: a dual or plural in ن has no genitive."""
    word = unit.form.folded
    entries = unit.form.nouns or unit.form.adjectives
    if word.endswith(("ون", "ين", "ان")) and entries:
        return all(inflection.number in ("dual", "plural") and inflection.case for _, inflection in entries)
    return False

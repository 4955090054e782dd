"""Agreement: whether an adjective can belong to a noun, a noun be the subject of a verb, a pronoun stand for somebody.

«القوات الإسرائيلية» (plural of things: feminine singular), «مسلحون مجهولون», «أعلنت الحكومة».
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from timeline.lexicon.conjugation import Inflection
from timeline.syntax.form import Form
from timeline.syntax.government import HER, HIM, PEOPLE_MEANT, TWO
from timeline.syntax.lexicon import PEOPLE


@frozen
class Features:
    """Number, gender and whether people are meant, as far as the spelling shows; ``""`` is open.

    ``loose``: people or a body of people, whose plural agrees as either («القوات», «الجنود»).
    """

    number: str = ""
    gender: str = ""
    human: bool = False
    loose: bool = False


OPEN = Features()
#: So many forms have their features remembered: the commonest, and others keep no form longer than a vocabulary does.
_REMEMBERED = 8_192


@lru_cache(maxsize=_REMEMBERED)
def of_noun(form: Form) -> Features:
    """What a noun shows: «غارات» is plural and feminine, «مسلحون» plural, masculine, people."""
    if form.nouns:
        human = bool(form.classes & PEOPLE)
        loose = human and form.classes.isdisjoint(("person",))
        number = _one(each.number for _, each in form.nouns)
        several = bool(form.pronoun) or form.folded.endswith(_OBLIQUE)  # «موكلي» may be my client
        if human and several and not number and all(each.number in ("dual", "plural") for _, each in form.nouns):
            number = MANY  # «مؤيديه»: two or more, and not one
        genders = {each.gender for _, each in form.nouns}
        gender = "" if not number and "any" in genders else _one(genders)  # «الفرق»: of فريق, or of فرقة
        return Features(number, gender, human, loose)
    shown = by_ending(form.folded, human=form.nisba is not None)
    if form.definite or form.nisba is not None or shown.number != "singular":
        return shown
    return Features(shown.number, "", shown.human)  # «حمزة», «أبوهلالة»: the ending of an unknown name shows nothing


@lru_cache(maxsize=_REMEMBERED)
def of_adjective(form: Form) -> Features:
    """What an adjective shows."""
    entries = form.adjectives or form.participles or form.nouns
    if entries and form.nisba is None:  # «اليمني» is no «يمنى»
        numbers = {each.number for _, each in entries}
        number = _one(numbers) or ("" if "singular" in numbers else MANY)
        return Features(number, _one(each.gender for _, each in entries))
    if form.nisba is not None and (form.folded.endswith(_MANY_NATIONALS) or NISBA not in form.folded[-4:]):
        return Features(MANY, "m")  # «يمنيون», «مغاربة»
    return by_ending(form.folded.partition(" ")[0])  # «شديد اللهجة» is of a man's or of a thing in the masculine


#: In a shorter word ين, ون and ات are letters of its own.
_SHORTEST_WITH_ENDING = 4
#: A dual or a plural that are spelled alike, and no singular: «المتمردين».
MANY = "many"
_MANY_NATIONALS = ("يين", "يون")
NISBA = "ي"
_OBLIQUE = "ين"


def by_ending(word: str, *, human: bool = False) -> Features:
    """The features of an unknown word or a nationality: «تركية», «أتراك» (open), «فلسطينيون»."""
    if len(word) >= _SHORTEST_WITH_ENDING:  # «لين», «شات»
        if word.endswith(("تين", "تان")):
            return Features("dual", "f", human)
        if word.endswith("ات"):
            return Features("plural", "f", human)
        if word.endswith("ون"):
            return Features("plural", "m", human)
        if word.endswith("ين"):
            return Features("", "m", human)
    if word.endswith("ه"):
        return Features("singular", "f", human)
    return Features("", "m" if word.endswith("ي") else "", human)


def _one(values: Iterable[str]) -> str:
    found = set(values) - {"any"}
    return found.pop() if len(found) == 1 else ""


def describes(adjective: Features, noun: Features) -> bool:
    """Whether an adjective agrees with a noun."""
    if noun.number == MANY:
        return adjective.number != "singular" and adjective.gender in ("m", "")
    if noun.number == "plural" and adjective.number in ("singular", "") and adjective.gender in ("f", ""):
        return True
    if noun.number == "plural" and not noun.human:
        return (adjective.number in ("singular", "") and adjective.gender in ("f", "")) or adjective.number == "plural"
    if adjective.number == MANY:
        return noun.number != "singular" and noun.gender in ("m", "")
    if noun.number and adjective.number and noun.number != adjective.number:
        return False
    return not (noun.gender and adjective.gender and noun.gender != adjective.gender)


def is_subject(noun: Features, verb: Inflection, *, before: bool) -> bool:
    """Whether a noun can be the subject of a verb: behind it the verb is singular, in front of it agrees in full."""
    if verb.person == 1:
        return False
    if not before and verb.number != "singular":
        return False
    things = noun.number == "plural" and (not noun.human or noun.loose)
    if before:
        if things:
            return (verb.number == "singular" and verb.gender != "m") or verb.number == "plural"
        if noun.number == MANY:
            return verb.number != "singular" and verb.gender in ("any", "m")
        if (
            noun.number
            and noun.number != verb.number
            and not (noun.number == "singular" and verb.number == "plural" and noun.human)
        ):
            return False
    if noun.gender and verb.gender not in ("any", noun.gender):
        return noun.number == "plural"  # «قالت المصادر», «قال المصادر»; «بدأ المفاوضات» is looser still
    return True


def stands_for(pronoun: str, noun: Features) -> bool:
    """Whether a pronoun can lead back to a noun: «ها» to «القوات» or «الحكومة», «هم» to people."""
    things = noun.number == "plural" and (not noun.human or noun.loose)
    if pronoun in HER:
        return things or (noun.gender in ("f", "") and noun.number in ("singular", ""))
    if pronoun in HIM:
        return not things and noun.gender in ("m", "") and noun.number in ("singular", "")
    if pronoun in TWO:
        return noun.number in ("dual", MANY, "")
    if pronoun in PEOPLE_MEANT:
        return noun.number in ("plural", MANY, "") and (noun.human or not noun.number)
    return False

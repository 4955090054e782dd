"""Every form of a noun or an adjective, with the number, gender and case that its spelling shows.

The spelling is the unvowelled one of newsprint, folded: «مسلح» gives مسلحون (nominative), مسلحين (not nominative),
مسلحو and مسلحي (before a genitive), مسلحا (accusative, indefinite). Articles, prepositions and pronouns are not
part of a form.
"""

from __future__ import annotations

from typing import Literal

from timeline.lexicon.conjugation import Inflection, inflected
from timeline.text.spelling import fold

Forms = dict[str, list[Inflection]]
Number = Literal["singular", "dual", "plural"]


def gender_of(word: str, mark: str = "") -> Literal["m", "f", "any"]:
    """Feminine by its ending or by its mark: «غارة», «قمة», «صحراء», «حرب» (marked); either: «رهينة» (marked)."""
    for gender in ("f", "m", "any"):
        if mark == gender:
            return gender
    feminine = len(word) > 2 and (word.endswith("ة") or (word.endswith(("اء", "ى")) and len(word) > 3))
    return "f" if feminine else "m"


def noun_forms(
    singular: str,
    plurals: tuple[str, ...] = (),
    *,
    person: str = "",
    feminine: bool = True,
    gender: str = "",
    masdar: bool = False,
) -> Forms:
    """All forms of a noun; the sound plurals follow by rule, ون for people and ات for nouns in ة.

    ``person``: the gender of the broken plural of people (``m``, or ``any`` where it agrees as a thing too: «قوات»),
    ``""`` for things. ``feminine``: whether a person's word has a feminine («وزيرة»); not where that is another
    word («مدينة»).
    """
    forms: Forms = {}
    tense: Literal["masdar", "noun"] = "masdar" if masdar else "noun"
    kind = gender_of(singular, gender)

    def add(form: str, number: Number, case: str = "", *, bound: bool = False, of: str = kind) -> None:
        inflection = inflected(tense, number=number, gender=of, case=case, bound=bound)
        if inflection not in forms.setdefault(form, []):
            forms[form].append(inflection)

    base = fold(singular)
    add(base, "singular")
    _singular(singular, base, add)
    if not plurals and singular.endswith("ة"):
        plurals = (singular[:-1] + "ات",)
    for plural in plurals:
        _plural(plural, add, person=person)
    if person:
        if not plurals and not singular.endswith("ة"):
            _sound_plural(base, add)
        if feminine and not singular.endswith("ة"):
            add(base + "ات", "plural", of="f")
            add(base + "ه", "singular", of="f")
            add(base + "ت", "singular", bound=True, of="f")
    return forms


def _singular(singular: str, base: str, add: object) -> None:
    assert callable(add)  # noqa: S101 (for the type checker)
    stem = base
    if base.endswith("ه") and singular.endswith("ة"):
        stem = base[:-1] + "ت"
        add(stem, "singular", bound=True)
    elif singular.endswith("اء"):
        add(base[:-1] + "و", "singular", "nom", bound=True)
        add(base[:-1] + "ي", "singular", "gen", bound=True)
        stem = base
    elif singular.endswith(("ى", "ا")):
        add(base[:-1] + "ا", "singular", bound=True)
        stem = base[:-1] + "ي"
    elif not singular.endswith("اً"):
        add(base + "ا", "singular", "acc")
    add(stem + "ان", "dual", "nom")
    add(stem + "ين", "dual", "obl")
    add(stem + "ا", "dual", "nom", bound=True)
    add(stem + "ي", "dual", "obl", bound=True)


def _plural(plural: str, add: object, *, person: str) -> None:
    assert callable(add)  # noqa: S101 (for the type checker)
    form = fold(plural)
    if plural.endswith("ون"):
        _sound_plural(form[:-2], add)
        return
    add(form, "plural", of=person if person and not plural.endswith("ات") else "f")
    if plural.endswith("ة"):
        add(form[:-1] + "ت", "plural", bound=True, of=person or "f")  # «أسلحتهم», «قادتهم»
    if plural.endswith("اء"):
        add(form[:-1] + "و", "plural", "nom", bound=True, of=person or "f")
        add(form[:-1] + "ي", "plural", "gen", bound=True, of=person or "f")
    elif not plural.endswith(("ات", "ى", "ا")):
        add(form + "ا", "plural", "acc", of=person or "f")


def _sound_plural(stem: str, add: object) -> None:
    assert callable(add)  # noqa: S101 (for the type checker)
    add(stem + "ون", "plural", "nom", of="m")
    add(stem + "ين", "plural", "obl", of="m")
    add(stem + "و", "plural", "nom", bound=True, of="m")
    add(stem + "ي", "plural", "obl", bound=True, of="m")


def adjective_forms(masculine: str, others: tuple[str, ...] = ()) -> Forms:
    """All forms of an adjective: كبير, كبيرة, كبيرا, كبيران, كبيرين, كبار; «عسكري», «عسكرية», «عسكريون»."""
    forms: Forms = {}

    def add(form: str, number: Number, gender: str, case: str = "") -> None:
        inflection = inflected("noun", number=number, gender=gender, case=case)
        if inflection not in forms.setdefault(form, []):
            forms[form].append(inflection)

    base = fold(masculine)
    add(base, "singular", "m")
    if masculine.endswith("اء"):
        return forms
    add(base + "ا", "singular", "m", "acc")
    colour = masculine.startswith(("أ", "آ"))
    feminine = next((fold(each) for each in others if colour and each.endswith(("ى", "اء", "ا"))), base + "ه")
    add(feminine, "singular", "f")
    if not colour:
        for other in others:
            if other.endswith(("ى", "ا")):
                add(fold(other), "singular", "f")
    stem = feminine[:-1] + "ت" if feminine.endswith("ه") else feminine[:-1] + "ي"
    for ending, case in (("ان", "nom"), ("ين", "obl")):
        add(base + ending, "dual", "m", case)
        add(stem + ending, "dual", "f", case)
    add(base + "ون", "plural", "m", "nom")
    add(base + "ين", "plural", "m", "obl")
    add(base + "ات", "plural", "f")
    for other in others:
        form = fold(other)
        if other.endswith("ون"):
            add(form, "plural", "m", "nom")
            add(form[:-2] + "ين", "plural", "m", "obl")
        elif form != feminine:
            add(form, "plural", "any")
            add(form + "ا", "plural", "any", "acc")
    return forms

"""Words that no list has, read by their shape.

Adjectives made from a noun («استيطان», «استيطاني») or a verb («حسم», «محسوم»), verbal nouns («تحفيظ»).
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from timeline.lexicon.conjugation import Inflection
from timeline.syntax.lexicon import Entry, Lemma, Words


@frozen
class _Ending:
    """What is written behind the masculine singular, and what it shows."""

    letters: str
    number: Literal["singular", "dual", "plural"]
    gender: Literal["m", "f"]
    case: Literal["", "nom", "acc", "obl"] = ""


_ENDINGS = (
    _Ending("", "singular", "m"), _Ending("ا", "singular", "m", "acc"), _Ending("ه", "singular", "f"),
    _Ending("ون", "plural", "m", "nom"), _Ending("ين", "plural", "m", "obl"), _Ending("ات", "plural", "f"),
    _Ending("ان", "dual", "m", "nom"), _Ending("تين", "dual", "f", "obl"), _Ending("تان", "dual", "f", "nom"),
)  # fmt: skip
_OF, _WOMAN = "ي", "ه"
_PASSIVE, _LONG = "م", "و"
_SHORTEST = 3


def derived_adjectives(words: Words, stem: str) -> tuple[Entry, ...]:
    """The readings of a word as an adjective of relation or a passive participle, by its shape."""
    found = []
    for ending in _ENDINGS:
        if ending.letters and not stem.endswith(ending.letters):
            continue
        base = stem[: len(stem) - len(ending.letters)]
        if _relation(words, base) or (ending.case != "acc" and _suffered(words, base)):  # «مقتولا»: how, not which
            inflection = Inflection("noun", number=ending.number, gender=ending.gender, case=ending.case)
            found.append((Lemma(base, "adjective", frozenset(("adjective",))), inflection))
    return tuple(found)


#: The verbal noun of the second form, of sound roots: «تحفيظ».
_FORM_II = re.compile("(?:ال)?ت[^اويه]{2}ي[^اويه]")


def derived_masdars(folded: str) -> tuple[Entry, ...]:
    """The reading of an unknown word as a verbal noun, by its shape: «تحفيظ»."""
    if _FORM_II.fullmatch(folded) is None:
        return ()
    return ((Lemma(folded.removeprefix("ال"), "noun", frozenset(("masdar",))), Inflection("masdar")),)


def _relation(words: Words, base: str) -> bool:
    """«استيطاني» of «استيطان», «نيابي» of «نيابة»."""
    noun = base[:-1]
    return (
        base.endswith(_OF)
        and len(noun) >= _SHORTEST
        and not noun.endswith(_OF)
        and any(
            lemma.part == "noun" and each.number == "singular" and each.case != "acc" and not each.bound
            for form in (noun, noun + _WOMAN)
            for lemma, each in words.forms.get(form, ())
        )
    )


def _suffered(words: Words, base: str) -> bool:
    """«محسوم» of «حسم»: the passive participle of three sound letters."""
    return (
        len(base) == len("محسوم")
        and base[0] == _PASSIVE
        and base[3] == _LONG
        and base[1] + base[2] + base[4] in words.verbs
    )

"""The dictionary of verbs, `lexicon/ar/syntax/verbs.toml`, read once for the dates and for the sentences."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from attrs import frozen

from timeline.lexicon.conjugation import Tense, verb_forms
from timeline.text.fold import fold_word
from timeline.text.spelling import fold


@frozen
class Verb:
    """A verb of the dictionary: its past, its present where no rule gives it, its verbal nouns, and what it governs."""

    past: str
    present: str | None
    masdars: tuple[str, ...]
    takes: frozenset[str]


@cache
def verbs() -> tuple[Verb, ...]:
    """Every verb of the dictionary, in its order."""
    source = resources.files("timeline.lexicon") / "ar" / "syntax" / "verbs.toml"
    made = []
    for past, value in tomllib.loads(source.read_text("utf-8"))["verbs"].items():
        present, masdars, takes = (part.strip() for part in value.split(";"))
        governed = frozenset(each.strip() for each in takes.split(",")) - {"none", ""}
        made.append(Verb(past, None if present == "-" else present, tuple(masdars.replace("-", " ").split()), governed))
    return tuple(made)


@cache
def perfects() -> frozenset[bytes]:
    """The perfects of every verb, folded as the dates fold: «قال», «قالت», «قالوا»."""
    return _of_tense("past")


@cache
def imperfects() -> frozenset[bytes]:
    """The imperfects of every verb, folded as the dates fold: «يقول», «تقول», «يقولوا»."""
    return _of_tense("present")


def _of_tense(tense: Tense) -> frozenset[bytes]:
    return frozenset(
        fold_word(form)
        for verb in verbs()
        for form, inflections in verb_forms(verb.past, verb.present).items()
        if any(each.tense == tense and each.person == 3 for each in inflections)
    )


@cache
def verbal_nouns() -> frozenset[bytes]:
    """The verbal nouns of every verb, folded as the dates fold: «قصف» is one, and a perfect too."""
    return frozenset(fold_word(fold(masdar)) for verb in verbs() for masdar in verb.masdars)

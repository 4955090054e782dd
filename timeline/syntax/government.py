"""Which words govern what, beside the dictionary of verbs: prepositions of noun classes, pronouns; read from TOML."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from timeline.text.spelling import fold


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    source = resources.files("timeline.lexicon") / "ar" / "syntax" / name
    tables: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    return tables


def _words(table: dict[str, list[str]], key: str = "words") -> tuple[str, ...]:
    return tuple(map(fold, table[key]))


_ATTACHMENT = _read("attachment.toml")
_PRONOUNS = _read("pronouns.toml")

#: The mark of what governs a clause; it stands as it is written in the dictionary of verbs.
CLAUSE = _ATTACHMENT["clause"]["words"][0]
CLASS_TAKES = {name: tuple(map(fold, words)) for name, words in _ATTACHMENT["class"].items()}
NOUN_TAKES = {fold(name): frozenset(map(fold, words)) for name, words in _ATTACHMENT["noun"].items()}
ADJECTIVE_TAKES = {fold(name): frozenset(map(fold, words)) for name, words in _ATTACHMENT["adjective"].items()}
PARTITIVE = frozenset(_words(_ATTACHMENT["partitive"]))
(MEANS,) = _words(_ATTACHMENT["means"])
(PART,) = _words(_ATTACHMENT["part"])
SPOKESMAN = frozenset(_words(_ATTACHMENT["spokesman"]))
DEATHS = frozenset(_words(_ATTACHMENT["deaths"]))
DIED_OF = frozenset(_words(_ATTACHMENT["died_of"]))
(WHO,) = _words(_ATTACHMENT["who"])
(OWNER,) = _words(_ATTACHMENT["owner"])
PORTFOLIO = frozenset(_words(_ATTACHMENT["portfolio"]))
POSTED = frozenset(_words(_ATTACHMENT["post"]))
CIRCUMSTANTIAL = frozenset(_words(_ATTACHMENT["circumstantial"]))
PLACED = frozenset(_words(_ATTACHMENT["placed"]))
ADDRESSEE = frozenset(_words(_ATTACHMENT["addressee"]))
PERSONAL = frozenset(_words(_ATTACHMENT["personal"]))
SUFFERED = frozenset(_words(_ATTACHMENT["suffered"]))
HANDLED = frozenset(_words(_ATTACHMENT["handled"]))
AMONG = frozenset(_words(_ATTACHMENT["among"]))
DIMENSIONS = frozenset(_words(_ATTACHMENT["dimension"]))
TOLD = frozenset(_words(_ATTACHMENT["told"]))
INSIDE = frozenset(_words(_ATTACHMENT["inside"]))
BOTH = frozenset(_words(_ATTACHMENT["both"]))
BIRTHPLACE = (
    frozenset(_words(_ATTACHMENT["birthplace"], "first")),
    frozenset(_words(_ATTACHMENT["birthplace"], "second")),
)
DIRECTIONS = frozenset(_words(_ATTACHMENT["direction"]))
PRIVATE = frozenset(_words(_ATTACHMENT["private"]))
NATIONAL = frozenset(_words(_ATTACHMENT["national"]))
EXCEPTIONS = frozenset(_words(_ATTACHMENT["exception"]))
UNTIL = frozenset(_words(_ATTACHMENT["until"]))
TENSES = {
    **dict.fromkeys(_words(_ATTACHMENT["present_behind"]), "present"),
    **dict.fromkeys(_words(_ATTACHMENT["past_behind"]), "past"),
}
STRIKING = frozenset(_words(_ATTACHMENT["striking"]))
SUPERLATIVES = frozenset(_words(_ATTACHMENT["superlative"]))
TELLING_WHO = frozenset(_words(_ATTACHMENT["telling_who"]))
LASTING = frozenset(_words(_ATTACHMENT["lasting"]))
FIRE = frozenset(_words(_ATTACHMENT["fire"]))
SINCE = _words(_ATTACHMENT["since"])
STATES = frozenset(_words(_ATTACHMENT["state"]))
(FELT,) = _words(_ATTACHMENT["felt"])
OTHERS = frozenset(_ATTACHMENT["others"]["words"])  # as dictionaries spell them
MANNERS = frozenset(_words(_ATTACHMENT["manner"]))
(WITH,) = _words(_ATTACHMENT["with"])
REFLEXIVES = frozenset(_words(_ATTACHMENT["reflexive"]))
THINGS = frozenset(_ATTACHMENT["personal"]["things"])
COMPOUND = frozenset(
    (first, second)
    for first in _words(_ATTACHMENT["compound"], "first")
    for second in _words(_ATTACHMENT["compound"], "second")
)

#: Pronouns at the end of a word: «قصفها».
ATTACHED = _words(_PRONOUNS["attached"])
HER = frozenset(_words(_PRONOUNS["her"]))
HIM = frozenset(_words(_PRONOUNS["him"]))
TWO = frozenset(_words(_PRONOUNS["two"]))
PEOPLE_MEANT = frozenset(_words(_PRONOUNS["people"]))
(AND,) = _words(_PRONOUNS["joined"])

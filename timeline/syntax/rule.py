"""How chunk rules are declared: a pattern over categories, a production, and examples that the tests run.

The notation is that of the date grammar (`timeline.grammar.pattern`): names of categories or unions, ``( | )``,
``?``, ``*``,
``+``, and ``&name`` for what is joined with «و». A rule that comes first is tried first; a production that returns
``None``
refuses, and the next rule is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from timeline.errors import RuleError
from timeline.grammar.pattern import read
from timeline.syntax.categories import CODES, UNIONS
from timeline.syntax.units import Unit

Production = Callable[[Sequence[Unit], int, int], Any]


@frozen
class ChunkRule:
    """One kind of chunk: «لم يكن قد التقى», a verb group; where it fires, and where it keeps silent."""

    name: str
    pattern: str
    produce: Production
    examples: tuple[str, ...]
    silent: tuple[str, ...]


RULES: dict[str, ChunkRule] = {}


def chunk(
    pattern: str, *, examples: tuple[str, ...], silent: tuple[str, ...] = ()
) -> Callable[[Production], Production]:
    """Declare a rule; the function below it makes the chunk of units ``first`` up to ``stop``.

    Raises
    ------
    RuleError
        if the name is taken, if there is no example, or if the production has no docstring.
    """

    def declare(produce: Production) -> Production:
        name = produce.__name__
        if name in RULES:
            raise RuleError(f"two rules of chunks are called {name!r}")
        if not examples or not produce.__doc__:
            raise RuleError(f"rule {name!r} needs an example and a docstring")
        RULES[name] = ChunkRule(name, pattern, produce, examples, silent)
        return produce

    return declare


def compiled() -> re.Pattern[str]:
    """All rules as one pattern over the letters of a sentence; the name of the group is the rule's."""
    return re.compile("|".join(f"(?P<{rule.name}>{_regex(read(rule.pattern))})" for rule in RULES.values()))


def single(rule: ChunkRule) -> re.Pattern[str]:
    """One rule's pattern."""
    return re.compile(_regex(read(rule.pattern)))


def beginnings() -> frozenset[str]:
    """The letters that a chunk of the rules can begin with; no rule has to be tried at the others."""
    return frozenset().union(*(_first(read(rule.pattern))[0] for rule in RULES.values()))


def _first(options: tuple[tuple[Any, ...], ...]) -> tuple[frozenset[str], bool]:
    """The letters that some alternatives can begin with, and whether one of them can be empty."""
    letters: frozenset[str] = frozenset()
    empty = False
    for items in options:
        for item in items:
            found, skipped = _first_of(item)
            letters |= found
            if not skipped:
                break
        else:
            empty = True
    return letters, empty


def _first_of(item: Any) -> tuple[frozenset[str], bool]:
    match type(item).__name__:
        case "Name":
            return frozenset(UNIONS.get(item.name) or CODES[item.name]), False
        case "Group":
            return _first(item.options)
        case "Repeat":
            letters, empty = _first_of(item.item)
            return letters, empty or item.least == 0
        case _:
            return frozenset("c"), False  # a mark: what is joined with «و»


def _regex(options: tuple[tuple[Any, ...], ...]) -> str:
    return "|".join("".join(map(_item, items)) for items in options)


def _item(item: Any) -> str:
    match type(item).__name__:
        case "Name":
            if item.name not in CODES and item.name not in UNIONS:
                raise RuleError(f"{item.name!r} is no category of words; accepted: {' '.join((*CODES, *UNIONS))}")
            return "[" + re.escape(UNIONS.get(item.name) or CODES[item.name]) + "]"
        case "Group":
            return f"(?:{_regex(item.options)})"
        case "Repeat":
            sign = "?" if item.most == 1 else "*" if item.least == 0 else "+"
            return f"(?:{_item(item.item)}){sign}"
        case "Mark":
            return f"(?:c{_item(item.item)})"
        case _:
            raise RuleError(f"{item!r} is no part of a rule of chunks")

"""Matching: a stretch of words against the nodes of a rule, and the values that come of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.grammar.nodes import NO_WORD, Found, Node, Part, Parts
from timeline.lexicon.load import EMPTY, lexicon
from timeline.text.alphabet import CLOSE, COMMA, GLUE, SPACE
from timeline.values.unforeseen import failures

_WHITE = bytes([SPACE, GLUE])
#: What becomes of a reading whose production failed.
REFUSED = "it is not read so"


class Tokens:
    """A text, or a stretch of it, as the grammar sees it: every word with its prefix, class and separator behind."""

    __slots__ = ("codes", "prefixes", "separators", "words")

    def __init__(self, words: list[bytes], prefixes: str, codes: str, separators: bytes) -> None:
        self.words = words
        self.prefixes = prefixes
        self.codes = codes
        self.separators = separators

    def __len__(self) -> int:
        return len(self.codes)

    def stretch(self, first: int, last: int) -> Tokens:
        """The words from ``first`` up to ``last``."""
        return Tokens(
            self.words[first:last], self.prefixes[first:last], self.codes[first:last], self.separators[first:last]
        )


class Matcher:
    """A stretch of words that nodes are matched against, and what each part gave at each place.

    Remembering makes the cost polynomial in the length of the stretch, which is bounded (`timeline.grammar.scan`).
    """

    def __init__(self, tokens: Tokens) -> None:
        self.words = tokens.words
        self.prefixes = tokens.prefixes
        self.codes = tokens.codes
        self.separators = tokens.separators
        #: For each place, the class of the word that comes next; empty words between signs are looked through.
        self.following = _following(tokens.codes)
        self._entries = lexicon().entries
        self._memory: dict[tuple[int, int], list[tuple[int, Any]]] = {}

    def match(self, node: Node, place: int) -> Found:
        """Every way that a node matches at a place."""
        return node.match(self, place) if self.following[place] in node.starts else []

    def value(self, index: int, category: str) -> Any:
        """What a word stands for in a category."""
        return self._entries[self.words[index]][category].value

    def values(self, part: Part, place: int) -> list[tuple[int, Any]]:
        """What a part means at a place, each with the place where it ends; asked once."""
        key = (id(part.node), place)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = self._produced(part, place)
        return found

    def _produced(self, part: Part, place: int) -> list[tuple[int, Any]]:
        values: list[tuple[int, Any]] = []
        ends: set[int] = set()
        for end, inner in self.match(part.node, place):
            if end not in ends:
                try:
                    value = part.produce(**_arguments(inner, part.wanted))
                except Exception as error:  # noqa: BLE001 (the last guard: a part that fails is no part)
                    failures.note(part.name, error, outcome=REFUSED)
                    continue
                if value is not None:
                    ends.add(end)
                    values.append((end, value))
        return values

    # ---- what stands between words -----------------------------------------------------------------------------------

    def behind_gap(self, sign: int | None, place: int) -> int | None:
        """The place behind a gap (`timeline.grammar.nodes.Gap`), or ``None`` if there is none."""
        index = place >> 1
        if place & 1:
            separator = self.separators[index]
            if sign is None or sign == 0:
                if separator in _WHITE:
                    return self._behind_spaces(index + 1)
                if sign is None:
                    return None
                sign = COMMA
            while separator == SPACE and self._is_space(index + 1):
                index += 1
                separator = self.separators[index]
            if separator != sign:
                return None
            return 2 * (index + 1) if sign == CLOSE else self._behind_spaces(index + 1)
        # Behind a sign nothing more is needed between two words; another sign may follow: «(أيار)، 2006».
        if sign is None or sign == 0:
            return self._behind_spaces(index)
        index = self._behind_spaces(index) >> 1
        if not self._is_space(index) or self.separators[index] != sign:
            return None
        return 2 * (index + 1) if sign == CLOSE else self._behind_spaces(index + 1)

    def _is_space(self, index: int) -> bool:
        return index < len(self.codes) and self.codes[index] == EMPTY

    def _behind_spaces(self, index: int) -> int:
        while self._is_space(index) and self.separators[index] == SPACE:
            index += 1
        return 2 * index


def _following(codes: str) -> list[str]:
    """For each place in front of a word and behind it, the class of the next word that is not empty."""
    found = [NO_WORD]
    for code in reversed(codes):
        found += (found[-1], code if code != EMPTY else found[-1])
    found.reverse()
    return found


def parameters(function: Callable[..., Any]) -> frozenset[str]:
    """The names of the parts that a production takes."""
    code = function.__code__
    return frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])


def _arguments(parts: Parts, wanted: frozenset[str]) -> dict[str, Any]:
    arguments: dict[str, Any] = {}
    for label, collect, value in parts:
        if label in wanted:
            if collect:
                arguments[label] = (*arguments.get(label, ()), value)
            else:
                arguments.setdefault(label, value)
    return arguments


def produce(function: Callable[..., Any], parts: Parts) -> Any:
    """Call a production with the parts that it names; parts that did not occur take the parameter's default.

    One that fails refuses, as if it had returned ``None``; the failure is counted and told.
    """
    try:
        return function(**_arguments(parts, parameters(function)))
    except Exception as error:  # noqa: BLE001 (the last guard: no text raises)
        failures.note(function.__name__, error, outcome=REFUSED)
        return None

"""What patterns become: nodes with every separator and prefix spelled out, each of which knows how it matches.

A place is an even number in front of a word (twice its index) or the odd number behind it, in front of its separator.
A match is the place where it ends, and the values of its parts. A node is only asked where the word at hand is one
that it may begin with (``starts``): few nodes begin with any given word, so that this look spares most of the work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.lexicon.load import EMPTY, OTHER, lexicon

if TYPE_CHECKING:
    from timeline.grammar.matching import Matcher

#: The values that a match hands to a production: name, whether all of that name are collected, value.
Parts = tuple[tuple[str, bool, Any], ...]
Found = list[tuple[int, Parts]]
#: Stands for the class of the word behind the last one.
NO_WORD = ""


@frozen
class Classes:
    """The classes of words that a match may begin with, end with, hold, or be by itself; whether it may hold none."""

    firsts: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    empty: bool = False

    @property
    def starts(self) -> frozenset[str]:
        """The classes that may come next where a match begins: any at all if it may hold no word."""
        return every_class() if self.empty else self.firsts


@cache
def every_class() -> frozenset[str]:
    """Every class of a word, known or not, and what stands for the lack of one."""
    return frozenset({pair[1] for pair in lexicon().classes.values()} | {OTHER, EMPTY, NO_WORD})


@frozen(eq=False)
class Word:
    """One word of a category, with what may be attached before it."""

    prefixes: str
    category: str
    codes: frozenset[str]
    label: str
    collect: bool
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        _know(self, Classes(self.codes, self.codes, self.codes, self.codes))

    def match(self, matcher: Matcher, place: int) -> Found:
        """The word at a place, if it is of the category."""
        index = place >> 1
        if place & 1 or matcher.codes[index] not in self.codes or matcher.prefixes[index] not in self.prefixes:
            return []
        if not self.label:
            return [(place + 1, ())]
        return [(place + 1, ((self.label, self.collect, matcher.value(index, self.category)),))]


@frozen(eq=False)
class Gap:
    """What stands between two words: white space (``None``), «و» or a comma before what is joined (0), or a sign."""

    sign: int | None
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        _know(self, Classes(empty=True))

    def match(self, matcher: Matcher, place: int) -> Found:
        """The gap at a place, with the spaces around it."""
        end = matcher.behind_gap(self.sign, place)
        return [] if end is None else [(end, ())]


@frozen(eq=False)
class Series:
    """One node after the other."""

    nodes: tuple[Node, ...]
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        _know(self, _of_series(self.nodes))

    def match(self, matcher: Matcher, place: int) -> Found:
        """Every way through all nodes, one behind the other."""
        if not self.nodes:
            return [(place, ())]
        following = matcher.following
        states = self.nodes[0].match(matcher, place)
        for node in self.nodes[1:]:
            if not states:
                break
            starts, match = node.starts, node.match
            states = [
                (end, parts + more)
                for at, parts in states
                if following[at] in starts
                for end, more in match(matcher, at)
            ]
        return states


@frozen(eq=False)
class Choice:
    """Any of several nodes; which of them a class may begin is remembered."""

    nodes: tuple[Node, ...]
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)
    _by_class: dict[str, tuple[Node, ...]] = field(init=False, factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        _know(self, _of_choice([each.classes for each in self.nodes]))

    def match(self, matcher: Matcher, place: int) -> Found:
        """Every way through any of the nodes."""
        code = matcher.following[place]
        nodes = self._by_class.get(code)
        if nodes is None:
            nodes = self._by_class[code] = tuple(each for each in self.nodes if code in each.starts)
        if len(nodes) == 1:
            return nodes[0].match(matcher, place)
        return [found for each in nodes for found in each.match(matcher, place)]


@frozen(eq=False)
class Loop:
    """A node, so many times."""

    node: Node
    least: int
    most: int | None
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        inner = self.node.classes
        _know(self, inner if self.least else Classes(inner.firsts, inner.lasts, inner.inside, inner.alone, empty=True))

    def match(self, matcher: Matcher, place: int) -> Found:
        """Every number of rounds, the fewest first."""
        node, following = self.node, matcher.following
        rounds: list[Found] = [[(place, ())]]
        while rounds[-1] and (self.most is None or len(rounds) <= self.most):
            rounds.append(
                [
                    (end, parts + more)
                    for at, parts in rounds[-1]
                    if following[at] in node.starts
                    for end, more in node.match(matcher, at)
                    if end > at
                ]
            )
        return [found for each in rounds[self.least :] for found in each]  # «والثالث والعشرين» is one day, not two


@frozen(eq=False)
class Part:
    """A symbol used: its own pattern, and the production that makes a value of it."""

    name: str
    node: Node
    produce: Callable[..., Any]
    label: str
    collect: bool
    wanted: frozenset[str]
    classes: Classes = field(init=False)
    starts: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        _know(self, self.node.classes)

    def match(self, matcher: Matcher, place: int) -> Found:
        """The values that the symbol has at a place, each with its end."""
        label, collect = self.label, self.collect
        return [(end, ((label, collect, value),)) for end, value in matcher.values(self, place)]


Node = Word | Gap | Part | Series | Choice | Loop


def _know(node: Node, classes: Classes) -> None:
    """Set what a node knows of its words when it is made."""
    object.__setattr__(node, "classes", classes)
    object.__setattr__(node, "starts", classes.starts)


def _of_choice(options: Sequence[Classes]) -> Classes:
    return Classes(
        frozenset().union(*(each.firsts for each in options)),
        frozenset().union(*(each.lasts for each in options)),
        frozenset().union(*(each.inside for each in options)),
        frozenset().union(*(each.alone for each in options)),
        any(each.empty for each in options),
    )


def _of_series(nodes: Sequence[Node]) -> Classes:
    parts = [each.classes for each in nodes]
    firsts, empty = _up_to_a_word([(each.firsts, each.empty) for each in parts])
    lasts, _ = _up_to_a_word([(each.lasts, each.empty) for each in reversed(parts)])
    inside = frozenset().union(*(each.inside for each in parts))
    needed = [each.classes for each in nodes if not (isinstance(each, Loop) and each.least == 0)]
    if len(needed) == 1:
        alone = needed[0].alone
    else:
        alone = frozenset() if needed else frozenset().union(*(each.alone for each in parts))
    return Classes(firsts, lasts, inside, alone, empty)


def _up_to_a_word(parts: Sequence[tuple[frozenset[str], bool]]) -> tuple[frozenset[str], bool]:
    """The classes of all parts up to the first that holds a word for sure, and whether none does."""
    found: frozenset[str] = frozenset()
    for codes, empty in parts:
        found |= codes
        if not empty:
            return found, False
    return found, True


@cache
def behind_first(node: Node, code: str) -> frozenset[str]:
    """The classes that the word behind the first may have, where the first is of a class; any if there may be none."""
    nexts, may_end = _second(node, code)
    return every_class() if may_end else nexts


@cache
def _second(node: Node, code: str) -> tuple[frozenset[str], bool]:
    """The classes of the second word of a match that begins with a class, and whether it may be over before."""
    nexts: frozenset[str] = frozenset()
    match node:
        case Word():
            return nexts, code in node.codes
        case Gap():
            return nexts, False
        case Part():
            return _second(node.node, code)
        case Loop():
            nexts, may_end = _second(node.node, code)
            return nexts | node.node.classes.firsts if may_end else nexts, may_end
        case Choice():
            found = [_second(each, code) for each in node.nodes if code in each.classes.firsts]
            return nexts.union(*(more for more, _ in found)), any(end for _, end in found)
        case Series():
            may_end = False
            for place, each in enumerate(node.nodes):
                more, end = _second(each, code)
                nexts |= more
                if end:
                    rest, over = _up_to_a_word(
                        [(one.classes.firsts, one.classes.empty) for one in node.nodes[place + 1 :]]
                    )
                    nexts |= rest
                    may_end |= over
                if not each.classes.empty:
                    break
            return nexts, may_end

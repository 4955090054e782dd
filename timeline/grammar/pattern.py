"""The language in which rules are written, and how words are matched against it.

A pattern is a line such as ``weekday (&weekday)* last?``:

* a name is a category of the lexicon (one word) or a symbol (a part with a rule of its own, as ``month``);
* ``label:name`` hands the part to the production under another name, ``label*:name`` collects all of them in a tuple;
* ``&name`` joins with «و»: attached («والثامن»), apart («و الثامن»), after a comma too;
* ``@name`` may carry an attached ب ل ك («بتوقيت»);
* ``( | )``, ``?``, ``*``, ``+`` mean what they mean in regexes; signs stand in quotes:
  ``'/' '(' ')' ',' '-' ':' '.' '+'``.

Between two words there is white space unless a sign says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from timeline.errors import RuleError
from timeline.lexicon.load import BARE, EMPTY, GOVERNED, JOINED, JOINED_GOVERNED, lexicon
from timeline.text.alphabet import CLOSE, COLON, COMMA, DASH, GLUE, OPEN, PLUS, POINT, SLASH, SPACE
from timeline.values.unforeseen import failures

_SIGNS = {"/": SLASH, "(": OPEN, ")": CLOSE, ",": COMMA, "-": DASH, ":": COLON, ".": POINT, "+": PLUS}
_WHITE = bytes([SPACE, GLUE])
#: What becomes of a reading whose production failed.
REFUSED = "it is not read so"
_ANY, _FREE, _GOVERNABLE = BARE + JOINED + GOVERNED + JOINED_GOVERNED, BARE, BARE + GOVERNED

# ---- what a pattern is made of, as written -------------------------------------------------------------------------


@frozen
class Name:
    """A category or symbol, by its name, and what the production calls it: ``days*:weekday``."""

    name: str
    label: str
    collect: bool = False


@frozen
class Sign:
    """A sign between words: ``'/'``."""

    sign: str


@frozen
class Mark:
    """What may be attached: ``&weekday``, ``@from``."""

    kind: str  # "&" or "@"
    item: Any


@frozen
class Group:
    """Several sequences to choose from: ``( | )``."""

    options: tuple[tuple[Any, ...], ...]


@frozen
class Repeat:
    """An item that may stand more than once, or not at all: ``weekday*``."""

    item: Any
    least: int
    most: int | None


_TOKEN = re.compile(r"\s*(?:'(?P<sign>[^']+)'|(?P<name>(?:[a-z_]+\*?:)?[a-z_]+)|(?P<mark>[&@()|?*+]))")


def read(pattern: str) -> tuple[Any, ...]:
    """The parts of a pattern: its options, each a sequence of items; `RuleError` if it is written wrongly."""
    tokens: list[tuple[str, str]] = []
    place = 0
    pattern = pattern.strip()
    while place < len(pattern):
        match = _TOKEN.match(pattern, place)
        if match is None or match.lastgroup is None:
            raise RuleError(
                f"pattern {pattern!r}, character {place}: {pattern[place : place + 10]!r} is no part of a pattern"
            )
        tokens.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    tokens.reverse()

    def options() -> tuple[tuple[Any, ...], ...]:
        found: list[tuple[Any, ...]] = [sequence()]
        while tokens and tokens[-1] == ("mark", "|"):
            tokens.pop()
            found.append(sequence())
        return tuple(found)

    def sequence() -> tuple[Any, ...]:
        items: list[Any] = []
        while tokens and tokens[-1] not in {("mark", "|"), ("mark", ")")}:
            items.append(quantified(atom()))
        return tuple(items)

    def quantified(item: Any) -> Any:
        while tokens and tokens[-1][0] == "mark" and tokens[-1][1] in "?*+":
            least, most = {"?": (0, 1), "*": (0, None), "+": (1, None)}[tokens.pop()[1]]
            item = Repeat(item, least, most)
        return item

    def atom() -> Any:
        kind, text = tokens.pop()
        if kind == "sign":
            if text not in _SIGNS:
                raise RuleError(f"pattern {pattern!r}: unknown sign {text!r}; accepted: {' '.join(_SIGNS)}")
            return Sign(text)
        if kind == "name":
            label, _, name = text.rpartition(":")
            return Name(name, label.rstrip("*") or name, label.endswith("*"))
        if text in "&@":
            return Mark(text, atom())
        if text == "(":
            group = Group(options())
            if not tokens or tokens.pop() != ("mark", ")"):
                raise RuleError(f"pattern {pattern!r}: a parenthesis is not closed")
            return group
        raise RuleError(f"pattern {pattern!r}: {text!r} stands where a name was expected")

    result = options()
    if tokens:
        raise RuleError(f"pattern {pattern!r}: a parenthesis is closed that was not opened")
    return result


# ---- what it becomes: nodes with every separator and prefix spelled out --------------------------------------------


@frozen(eq=False)
class Word:
    """One word of a category, with what may be attached before it."""

    prefixes: str
    category: str
    codes: str
    label: str
    collect: bool


@frozen(eq=False)
class Gap:
    """What stands between two words: white space (``None``), «و» or a comma before what is joined (0), or a sign."""

    sign: int | None


@frozen(eq=False)
class Part:
    """A symbol used: its own pattern, and the production that makes a value of it."""

    name: str
    node: Any
    produce: Callable[..., Any]
    label: str
    collect: bool
    wanted: frozenset[str]
    firsts: str
    codes: frozenset[str]
    lasts: frozenset[str]
    alone: frozenset[str]
    firsts_or_empty: str = field(init=False)

    @firsts_or_empty.default
    def _with_empty(self) -> str:
        return self.firsts + EMPTY


@frozen(eq=False)
class Series:
    """One node after the other."""

    nodes: tuple[Any, ...]


@frozen(eq=False)
class Choice:
    """Any of several nodes."""

    nodes: tuple[Any, ...]


@frozen(eq=False)
class Loop:
    """A node, so many times."""

    node: Any
    least: int
    most: int | None


Node = Word | Gap | Part | Series | Choice | Loop
_WHITE_GAP, _JOINT_GAP = Gap(None), Gap(0)
_SIGN_GAPS = {sign: Gap(code) for sign, code in _SIGNS.items()}


@frozen
class Symbol:
    """A named part of rules with a meaning of its own: «ديسمبر/كانون الأول» is a ``month``."""

    name: str
    pattern: str
    produce: Callable[..., Any]


class Compiler:
    """Turns patterns into nodes, given the symbols that they may name."""

    def __init__(self, symbols: dict[str, Symbol]) -> None:
        self.symbols = symbols
        self._parts: dict[tuple[str, str, bool], Node] = {}
        self._classes: dict[tuple[str, str, bool], tuple[str, frozenset[str], frozenset[str], frozenset[str]]] = {}

    def compile(self, pattern: str, lead: str = _ANY) -> Node:
        """Turn a pattern into nodes; ``lead`` is what may be attached before its first word."""
        return self._choice(read(pattern), lead, None)

    def _choice(self, options: tuple[tuple[Any, ...], ...], lead: str, gap: Gap | None) -> Node:
        nodes = tuple(self._sequence(items, lead, gap) for items in options)
        return nodes[0] if len(nodes) == 1 else Choice(nodes)

    def _sequence(self, items: tuple[Any, ...], lead: str, gap: Gap | None, /) -> Node:
        """Nodes for items; ``gap`` is what has to stand before the first word, ``lead`` what may be attached to it."""
        if not items:
            return Series(())
        head, rest = items[0], items[1:]
        if isinstance(head, Sign):
            return _joined(_SIGN_GAPS[head.sign], self._sequence(rest, _FREE, _WHITE_GAP))
        if isinstance(head, Repeat):
            if isinstance(head.item, Sign):  # an optional sign: it, or plain white space
                either = Choice((_SIGN_GAPS[head.item.sign], _WHITE_GAP))
                return _joined(either, self._sequence(rest, _FREE, _WHITE_GAP))
            more = self._one(head.item, _FREE, _WHITE_GAP)
            if head.least:
                first = self._one(head.item, lead, gap)
                return _joined(first, Loop(more, 0, None), self._sequence(rest, _FREE, _WHITE_GAP))
            if gap is _WHITE_GAP:
                return _joined(Loop(more, 0, head.most), self._sequence(rest, _FREE, _WHITE_GAP))
            left = None if head.most is None else head.most - 1
            with_it = [self._one(head.item, lead, gap)]
            if left != 0:
                with_it.append(Loop(more, 0, left))
            with_it.append(self._sequence(rest, _FREE, _WHITE_GAP))
            return Choice((_joined(*with_it), self._sequence(rest, lead, gap)))
        return _joined(self._one(head, lead, gap), self._sequence(rest, _FREE, _WHITE_GAP))

    def _one(self, item: Any, lead: str, gap: Gap | None) -> Node:
        if isinstance(item, Group):
            return self._choice(item.options, lead, gap)
        if isinstance(item, Mark):
            if item.kind == "@":
                return self._one(item.item, _GOVERNABLE if lead == _FREE else lead, gap)
            attached = self._one(item.item, JOINED, _JOINT_GAP)
            apart = _joined(_JOINT_GAP, self._word("waw", "", False, _FREE), self._one(item.item, _FREE, _WHITE_GAP))  # noqa: FBT003
            return Choice((attached, apart))
        if isinstance(item, Name):
            node: Node
            symbol = self.symbols.get(item.name)
            if symbol is None:
                node = self._word(item.name, item.label, item.collect, lead)
            else:
                options = read(symbol.pattern)
                # A part that may begin with a sign brings its own gap: «(2006)», «، 2006».
                inner = gap if gap is not None and any(_opens_with_sign(each) for each in options) else None
                gap = None if inner is gap else gap
                key = (item.name, lead, inner is not None)
                if key not in self._parts:
                    self._parts[key] = self._choice(options, lead, inner)
                    part = self._parts[key]
                    self._classes[key] = (
                        "".join(sorted(first_codes(part)[0])),
                        all_codes(part),
                        frozenset(last_codes(part)[0]),
                        alone_codes(part),
                    )
                node = Part(
                    item.name,
                    self._parts[key],
                    symbol.produce,
                    item.label,
                    item.collect,
                    parameters(symbol.produce),
                    *self._classes[key],
                )
            return node if gap is None else _joined(gap, node)
        raise RuleError(f"{item!r} cannot stand here")

    @staticmethod
    def _word(name: str, label: str, collect: bool, lead: str) -> Word:  # noqa: FBT001
        codes = lexicon().members.get(name)
        if codes is None:
            raise RuleError(f"{name!r} is neither a symbol nor a category of the lexicon")
        return Word(lead, name, codes, label, collect)


def _opens_with_sign(items: tuple[Any, ...]) -> bool:
    head = items[0] if items else None
    while isinstance(head, Repeat):
        head = head.item
    return isinstance(head, Sign)


def _joined(*nodes: Node) -> Node:
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, Series):
            flat.extend(node.nodes)
        else:
            flat.append(node)
    return flat[0] if len(flat) == 1 else Series(tuple(flat))


# ---- matching --------------------------------------------------------------------------------------------------------

Parts = tuple[tuple[str, bool, Any], ...]
Found = list[tuple[int, Parts]]


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
    """Matches nodes against a stretch of words, remembering what each part gave at each place.

    A place is an even number in front of a word (twice its index) or the odd number behind it, in front of its
    separator. A match is the place where it ends, and the values of its parts. Remembering makes the cost polynomial
    in the length of the stretch, which is bounded (`timeline.grammar.scan`).
    """

    def __init__(self, tokens: Tokens) -> None:
        self.words = tokens.words
        self.prefixes = tokens.prefixes
        self.codes = tokens.codes
        self.separators = tokens.separators
        self.entries = lexicon().entries
        self._memory: dict[tuple[int, int], list[tuple[int, Any]]] = {}

    def match(self, node: Node, place: int) -> Found:
        """Every way that the node matches at a place."""
        match node:
            case Word():
                return self._word(node, place)
            case Gap():
                end = self._gap(node.sign, place)
                return [] if end is None else [(end, ())]
            case Part():
                return self._part(node, place)
            case Series():
                return self._sequence(node.nodes, place)
            case Choice():
                return [found for each in node.nodes for found in self.match(each, place)]
            case Loop():
                return self._loop(node, place)

    def _word(self, node: Word, place: int) -> Found:
        index = place >> 1
        if (
            place & 1
            or index >= len(self.codes)
            or self.codes[index] not in node.codes
            or self.prefixes[index] not in node.prefixes
        ):
            return []
        if not node.label:
            return [(place + 1, ())]
        return [(place + 1, ((node.label, node.collect, self.entries[self.words[index]][node.category].value),))]

    def _gap(self, sign: int | None, place: int) -> int | None:
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

    def _sequence(self, nodes: tuple[Node, ...], place: int) -> Found:
        states: Found = [(place, ())]
        for node in nodes:
            states = [(end, (*parts, *more)) for at, parts in states for end, more in self.match(node, at)]
            if not states:
                break
        return states

    def _loop(self, loop: Loop, place: int) -> Found:
        rounds: list[Found] = [[(place, ())]]
        while rounds[-1] and (loop.most is None or len(rounds) <= loop.most):
            rounds.append(
                [
                    (end, (*parts, *more))
                    for at, parts in rounds[-1]
                    for end, more in self.match(loop.node, at)
                    if end > at
                ]
            )
        return [found for each in rounds[loop.least :] for found in each]  # «والثالث والعشرين» is one day, not two

    def _part(self, part: Part, place: int) -> Found:
        key = (id(part.node), place)
        values = self._memory.get(key)
        if values is None:
            values = []
            ends: set[int] = set()
            # A look at the first word spares most of the work: few parts begin with any given word.
            index = place >> 1
            if place & 1 or (index < len(self.codes) and self.codes[index] in part.firsts_or_empty):
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
            self._memory[key] = values
        return [(end, ((part.label, part.collect, value),)) for end, value in values]


def first_codes(node: Node) -> tuple[set[str], bool]:
    """The classes that a match can begin with, and whether the node can match nothing."""
    match node:
        case Word():
            return set(node.codes), False
        case Gap():
            return set(), True
        case Part():
            return set(node.firsts), False
        case Choice():
            found = [first_codes(each) for each in node.nodes]
            return set().union(*(codes for codes, _ in found)), any(empty for _, empty in found)
        case Loop():
            return first_codes(node.node)[0], node.least == 0
        case Series():
            codes: set[str] = set()
            for each in node.nodes:
                more, empty = first_codes(each)
                codes |= more
                if not empty:
                    return codes, False
            return codes, True


def alone_codes(node: Node) -> frozenset[str]:
    """The classes of the words that can be a whole match by themselves."""
    match node:
        case Word():
            return frozenset(node.codes)
        case Part():
            return node.alone
        case Choice():
            return frozenset().union(*map(alone_codes, node.nodes))
        case Loop():
            return alone_codes(node.node)
        case Series():
            needed = [each for each in node.nodes if not (isinstance(each, Loop) and each.least == 0)]
            if len(needed) == 1:
                return alone_codes(needed[0])
            return frozenset() if needed else frozenset().union(*map(alone_codes, node.nodes))
        case Gap():
            return frozenset()


def all_codes(node: Node) -> frozenset[str]:
    """The classes of every word inside, those of parts included."""
    match node:
        case Word():
            return frozenset(node.codes)
        case Part():
            return node.codes
        case Series() | Choice():
            return frozenset().union(*map(all_codes, node.nodes))
        case Loop():
            return all_codes(node.node)
        case Gap():
            return frozenset()


def last_codes(node: Node) -> tuple[set[str], bool]:
    """The classes that a match can end with, and whether the node can match nothing."""
    match node:
        case Word():
            return set(node.codes), False
        case Gap():
            return set(), True
        case Part():
            return set(node.lasts), False
        case Choice():
            found = [last_codes(each) for each in node.nodes]
            return set().union(*(codes for codes, _ in found)), any(empty for _, empty in found)
        case Loop():
            return last_codes(node.node)[0], node.least == 0
        case Series():
            codes: set[str] = set()
            for each in reversed(node.nodes):
                more, empty = last_codes(each)
                codes |= more
                if not empty:
                    return codes, False
            return codes, True


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

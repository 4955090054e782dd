"""From patterns to nodes: every separator and prefix that a pattern leaves unsaid is spelled out here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from timeline.errors import RuleError
from timeline.grammar.matching import parameters
from timeline.grammar.nodes import Choice, Gap, Loop, Node, Part, Series, Word
from timeline.grammar.pattern import SIGNS, Group, Mark, Name, Repeat, Sign, read
from timeline.lexicon.load import BARE, GOVERNED, JOINED, JOINED_GOVERNED, lexicon

_ANY, _FREE, _GOVERNABLE = BARE + JOINED + GOVERNED + JOINED_GOVERNED, BARE, BARE + GOVERNED
_WHITE_GAP, _JOINT_GAP = Gap(None), Gap(0)
_SIGN_GAPS = {sign: Gap(code) for sign, code in SIGNS.items()}


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
                wanted = parameters(symbol.produce)
                node = Part(item.name, self._parts[key], symbol.produce, item.label, item.collect, wanted)
            return node if gap is None else _joined(gap, node)
        raise RuleError(f"{item!r} cannot stand here")

    @staticmethod
    def _word(name: str, label: str, collect: bool, lead: str) -> Word:  # noqa: FBT001
        codes = lexicon().members.get(name)
        if codes is None:
            raise RuleError(f"{name!r} is neither a symbol nor a category of the lexicon")
        return Word(lead, name, frozenset(codes), label, collect)


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

"""Attachment of nouns behind «و»: which noun one is joined with, as one ordered list of preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.attach import Preference, choose

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node


def joins(builder: Builder, noun: Node) -> Node | None:
    """The noun that one behind «و» is joined with: the innermost of its kind, else the one right before."""
    return choose(JOINED, builder, noun)


def _nouns(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if node.kind == "noun"]


def _same_word(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    key = noun.lemma.key if noun.lemma is not None else ""
    return next((node for node in _nouns(nodes) if key and node.lemma is not None and node.lemma.key == key), None)


_CLASSES = frozenset(
    ("person", "force", "state", "body", "media", "people", "place", "building", "vehicle", "weapon", "violence")
)


def _of_its_class(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    found = next((node for node in _nouns(nodes) if node.classes & noun.classes & _CLASSES), None)
    while found is not None and found.relation == "genitive" and found.governor >= 0:
        above = builder.node(found.governor)
        if not above.classes & noun.classes & _CLASSES:
            break
        found = above  # «نائب وزير الخارجية … والرئيس»: with the deputy
    return found


def _of_its_kind(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    return next((node for node in _nouns(nodes) if _of_one_kind(node, noun)), None)


def _right_before(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    beside = _nouns(nodes)
    return beside[0] if beside and not builder.comma else None


#: What a noun behind «و» is joined with.
JOINED = (
    Preference("of its class", "بين وزير الخارجية الأردني ورئيس الوزراء", _of_its_class),
    Preference("same word", "ناقش التجارة الخارجية وتجارة السلاح", _same_word),
    Preference("of its kind", "أدان القصف والتصريحات", _of_its_kind),
    Preference("right before", "ناقش الأمن والتجارة", _right_before),
)


_KINDS = (
    frozenset(("person", "people", "force", "body", "media", "state", "title")),
    frozenset(("place", "building", "state")),
    frozenset(("masdar", "violence", "act", "gathering", "speech")),
    frozenset(("weapon", "vehicle", "thing")),
)


def _of_one_kind(one: Node, other: Node) -> bool:
    a, b = _kinds(one), _kinds(other)
    return bool(a & b)


def _kinds(node: Node) -> frozenset[int]:
    if node.entry is None and node.entity is None and node.kind == "noun":
        return frozenset((0,))
    return frozenset(k for k, kind in enumerate(_KINDS) if node.classes & kind)

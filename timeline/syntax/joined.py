"""Attachment of nouns behind «و»: which noun one is joined with, as one ordered list of preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.agreement import is_subject
from timeline.syntax.attach import Preference, choose
from timeline.syntax.described import indefinite_end
from timeline.syntax.government import AND

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node


def joins(builder: Builder, noun: Node) -> Node | None:
    """The noun that one behind «و» is joined with: the innermost of its kind, else the one right before."""
    return choose(JOINED, builder, noun)


def begins_another(builder: Builder, noun: Node) -> bool:
    """«بلينكن يصل إلى تل أبيب والفصائل تقصف عسقلان»: a definite noun behind «و» with a verb of its own."""
    clause, following = builder.clause, builder.following()
    if builder.joined != AND or clause.predicate < 0 or clause.kind == "relative" or not clause.topics + clause.bare:
        return False
    if following is None or following.kind != "verb" or not (noun.definite or noun.entity is not None):
        return False
    predicate = builder.node(clause.predicate)
    if predicate.kind != "verb" or builder.colours(predicate) or clause.last <= clause.predicate:
        return False
    if not clause.topics and clause.last == clause.bare[0]:
        return False  # «دخل الجنود والضباط يحملون»: both
    shapes = [shape for _, shape in builder.tree.units[following.head].form.verbs]
    said = [shape for shape in shapes if is_subject(noun.features, shape, before=True)]
    if not said or (predicate.entries and not {each.tense for each in said} & {e.tense for _, e in predicate.entries}):
        return False
    return not any(  # «هدنة بين الحكومة والمعارضة تبدأ غدا»: the truce begins
        node.kind == "noun"
        and indefinite_end(builder, node) is not None
        and is_subject(node.features, shape, before=True)
        for node in builder.tree.nodes[clause.predicate + 1 : noun.number]
        for shape in shapes
    )


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

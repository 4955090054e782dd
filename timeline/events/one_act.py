"""One act said with several words: «قتل ثلاثة في غارة», «هجوم استهدف القنصلية», «بحث معه في اتصال هاتفي»."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.functions import places_of, sharing
from timeline.events.model import EventType
from timeline.events.reading import Act
from timeline.events.when import words_of
from timeline.syntax.tree import Node
from timeline.text.spelling import fold

HARM = frozenset(("killing", "assassination"))
#: What brings the act that did it: «قتلوا في هجوم».
BY_WHICH = places_of("means")


def _brings(verb: Node) -> bool:
    """«أسفر الهجوم عن مقتل»: a verb whose subject brings about what it governs."""
    return verb.subject >= 0 and _results(verb)


def _results(verb: Node) -> bool:
    return verb.is_predicate and any(lemma.key in words_of("results") for lemma, _ in verb.entries)


def _hurt(node: Node) -> bool:
    return any(lemma.key in words_of("hurt") for lemma, _ in node.entries)


_FLYING = frozenset(("weapon", "vehicle"))
_OF, _WITH = fold("من"), fold("ب")
_SCENE = frozenset(map(fold, ("في", "خلال", "ب", "أثناء")))


def join(acts: Sequence[Act]) -> None:
    """Mark the acts of a sentence that name one act: each points to the first of them."""
    by_node = {act.node.number: act for act in acts}
    for act in acts:
        other = _same(act, by_node)
        if other is not None and other is not act:
            act.same = other.same or other
    for act in acts:  # a chain points to its beginning
        steps = 0
        while act.same is not None and act.same.same is not None and steps < 10:
            act.same = act.same.same
            steps += 1


def _same(act: Act, by_node: dict[int, Act]) -> Act | None:
    tree, node = act.tree, act.node
    while node.relation == "genitive" and "part" in tree.nodes[node.governor].classes:
        node = tree.nodes[node.governor]  # «قتلوا بسلسلة غارات»
    if node.governor < 0:
        return None
    governor = tree.nodes[node.governor]
    if governor.number not in by_node and governor.relation == _WITH and "suffering" in governor.classes:
        governor = tree.nodes[governor.governor]  # «أصيبوا بجروح في انفجار»
    if governor.number not in by_node and governor.relation == "conjunct":
        first = tree.nodes[governor.governor]
        governor = first if sharing(tree, first) is governor else governor  # «مقتل وإصابة مدنيين في هجوم»
    if governor.relation in ("coordinated", "conjunct") and _hurt(governor):
        governor = tree.nodes[governor.governor]  # «قتل جنديان وأصيب ثلاثة في انفجار»
    if governor.relation == "circumstance" and act.frame.subtype in HARM and not act.is_verb and _results(governor):
        return by_node.get(governor.governor) or by_node.get(governor.subject)  # «أطلق النار، مما أسفر عن مقتل»
    shot = node.relation == "relative" and not governor.classes.isdisjoint(_FLYING) and governor.governor >= 0
    if shot and governor.number not in by_node:
        held = by_node.get(governor.governor)  # «اعترضت صاروخا أطلقه المسلحون»
        return held if held is not None and held.frame.subtype == "repelled" else None
    other = by_node.get(governor.number)
    if other is None and act.frame.subtype in HARM and not act.is_verb and _brings(governor):
        return by_node.get(governor.subject)
    if other is None or other.frame.type is not act.frame.type:
        return None
    kind = act.frame.type
    if node.relation == "relative":
        return other if node.subject == governor.number and kind is not EventType.STATEMENT else None
    if act.is_verb:
        return None
    if governor.subject == node.number or node.relation == "subject":
        return other
    if kind is EventType.OFFENSIVE:
        if node.relation in BY_WHICH and other.frame.subtype in HARM and act.frame.subtype not in HARM:
            return other
        return other if node.relation in ("object", "genitive") and act.frame.subtype == other.frame.subtype else None
    if kind is EventType.MEETING:
        return other if node.relation in (*_SCENE, "object", "genitive", _OF) else None
    return other if node.relation in (*_SCENE, "object") else None

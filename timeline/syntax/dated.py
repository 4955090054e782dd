"""Attachment of dates: which word a date dates, as one ordered list of preferences (`timeline.syntax.attach`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.attach import HAPPENS, Preference, choose, takes, the_predicate
from timeline.syntax.government import SINCE
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node


def date_goes_to(builder: Builder, date: Node) -> Node | None:
    """The word that a date dates, or none (yet)."""
    return choose(DATES, builder, date)


def _verb_before(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«اجتمع أمس»: right behind the verb it is the verb's, whatever stands before."""
    if builder.clause.predicate < 0:
        return None
    verb = builder.node(builder.clause.predicate)
    return verb if verb.last == date.first - (2 if date.preposition else 1) else None


def _act_behind_a_preposition(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    if date.comma:
        return None
    for node in nodes:
        if node.is_predicate:
            return None
        if not node.preposition or node.classes.isdisjoint(HAPPENS) or not node.classes.isdisjoint(_STANDS):
            continue
        governor = builder.node(node.governor) if node.governor >= 0 else None
        if governor is None or node.preposition in builder.words.anchors:
            return node
        alone = node.definite and builder.tree.child(node, "genitive") is None and not node.pronoun
        if takes(governor, node.preposition) and not alone:
            return node
    return None


def _second_date(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«استمعت اللجنة أمس إلى شاهد في اغتيال الوزير في 14 شباط»: the verb has a day, the second is the act's."""
    if builder.clause.predicate < 0 or date.comma:
        return None
    if not any(True for _ in builder.tree.children(builder.node(builder.clause.predicate), "date")):
        return None
    acts = (node for node in nodes if not node.is_predicate and not node.classes.isdisjoint(HAPPENS))
    return next((node for node in acts if node.classes.isdisjoint(_STANDS)), None)


_STANDS = frozenset(("media", "body", "building"))


def _going_on(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«في المعارك الدائرة على الحدود منذ عامين»: an act that a participle says to go on, and since when."""
    unit = builder.tree.units[date.head]
    if date.comma or not fold(builder.tree.text[unit.start : unit.end]).startswith(SINCE):
        return None
    for node in nodes:
        if node.is_predicate:
            return None
        described = builder.tree.units[node.last].form if node.last > node.head else None
        if described is not None and described.participles and not node.classes.isdisjoint(HAPPENS):
            return node
    return None


def _act_alone(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«قصف على المدينة أمس»: in a clause without a verb, the act itself."""
    if builder.clause.predicate >= 0 or not nodes:
        return None
    return next((node for node in reversed(nodes) if not node.classes.isdisjoint(HAPPENS)), None)


#: Where a date belongs: an act behind a preposition before the verb, for the act that a verb has as subject or
#: object is dated by the verb.
DATES = (
    Preference("verb right before", "في أول زيارة منذ الحرب، اجتمع أمس الوزيران", _verb_before),
    Preference("going on", "تقترب العمليات في الحرب المستمرة منذ سبع سنوات من نهايتها", _going_on),
    Preference("second date", "استمعت اللجنة أمس إلى شاهد في قضية اغتيال الوزير في 14 شباط", _second_date),
    Preference("act behind a preposition", "انسحب الجيش بعد قصف المدينة أمس", _act_behind_a_preposition),
    Preference("predicate", "أدان الوزير أمس الهجوم", the_predicate),
    Preference("act alone", "قصف على المدينة أمس", _act_alone),
)

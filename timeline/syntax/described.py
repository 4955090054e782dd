"""A verb at the head of a clause that only tells which: «مقتل القائد في غارة شنها التحالف» has no verb of its own."""

from __future__ import annotations

from timeline.syntax.agreement import is_subject, stands_for
from timeline.syntax.builder import Builder
from timeline.syntax.government import LASTING
from timeline.syntax.tree import Node


def tells_which(builder: Builder, node: Node) -> bool:
    """Whether the first verb of a clause describes the noun before it, and is not the verb of the clause."""
    return any(describes(builder, node) for describes in (_describes_topic, _describes_attribute, _describes_means))


def _describes_topic(builder: Builder, node: Node) -> bool:
    """«إن انتحاريا يقود شاحنة فجر نفسه»: the first verb tells which, for a past one that agrees still follows."""
    clause = builder.clause
    topic = builder.node(clause.topics[-1]) if clause.topics else None
    if topic is None or topic.number != clause.last or topic.last + 1 != node.first or builder.joined:
        return False
    if topic.definite or any(each.tense != "present" for _, each in node.entries):
        return False
    for chunk in builder.row[builder.at + 1 :]:
        if chunk.kind in ("verb", "either"):
            verbs = builder.tree.units[chunk.head].form.verbs
            if any(each.tense == "past" and is_subject(topic.features, each, before=True) for _, each in verbs):
                return True
        elif chunk.kind not in _WITHIN_RELATIVE:
            return False
    return False


def _describes_attribute(builder: Builder, node: Node) -> bool:
    """«وهي آخر منطقة تسيطر عليها المعارضة»: behind a pronoun the noun is what she is, the verb tells which."""
    clause = builder.clause
    topic = builder.node(clause.last) if clause.topics and clause.last >= 0 else None
    if topic is None or clause.kind != "circumstance" or builder.joined or builder.comma:
        return False
    beside = builder.tree.whole_last(topic) + 1 == node.first
    return beside and indefinite_end(builder, topic) is not None


def _describes_means(builder: Builder, node: Node) -> bool:
    """«مقتل القائد في غارة شنها التحالف»: a verb that tells of the indefinite noun right before makes no sentence."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is None or last.kind != "noun" or not last.preposition or builder.joined or builder.comma:
        return False
    if not clause.topics:  # «في زيارة تستمر يومين، وصل الوزير»
        return (
            not last.definite and "gathering" in last.classes and any(each.key in LASTING for each, _ in node.entries)
        )
    if builder.tree.whole_last(last) + 1 != node.first or indefinite_end(builder, last) is None:
        return False
    if node.pronoun:
        return stands_for(node.pronoun, last.features)
    died_in = "suffering" in builder.node(clause.topics[-1]).classes and "violence" in last.classes
    return died_in and any(is_subject(last.features, each, before=True) for _, each in node.entries)


def indefinite_end(builder: Builder, noun: Node) -> Node | None:
    """A noun whose group ends indefinite, so that a clause without «الذي» can describe it; else none."""
    last = noun
    for child in builder.tree.children(noun, "genitive", "name"):
        last = child
    while last is not noun and any(True for _ in builder.tree.children(last, "genitive")):
        last = next(builder.tree.children(last, "genitive"))
    if last.definite or last.kind != "noun":
        return None
    return noun


_WITHIN_RELATIVE = ("noun", "preposition", "date", "adverb", "pronominal")

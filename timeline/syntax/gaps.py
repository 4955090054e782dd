"""The gap of a relative clause: what its head is in it, the subject, the object, what a preposition brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.agreement import is_subject, stands_for
from timeline.syntax.government import TOLD
from timeline.syntax.voice import can_act, somebody_says

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node

_ACTORS = frozenset(("person", "people", "force", "body", "media", "state", "title"))


def fill_gap(builder: Builder, predicate: Node, head: Node, bare: list[Node]) -> None:
    """The head of a relative clause fills what is missing in it: the subject, the object, a preposition's pronoun."""
    head = _head_by_pronoun(builder, predicate, head)
    if predicate.pronoun and stands_for(predicate.pronoun, head.features):
        predicate.gap = "object"
        return
    fits = any(is_subject(head.features, each, before=True) for _, each in predicate.entries) or not predicate.entries
    for child in builder.tree.children(predicate):
        if child.kind == "pronoun" and child.pronoun and stands_for(child.pronoun, head.features) and bare:
            if fits and bare[0].accusative and child.head > bare[0].head:
                break  # «غارات دمرت موقعا تابعا لها»: the raids did it
            predicate.gap = child.relation
            return
    if bare and fits and (_another_says(builder, predicate, bare[0]) or somebody_says(predicate, head, bare[0])):
        return  # «عصابة تقول واشنطن إنها»: the head is somewhere in what is said
    if fits or not bare:
        predicate.subject, predicate.implied, predicate.gap = head.number, True, "subject"


def _another_says(builder: Builder, predicate: Node, node: Node) -> bool:
    """Whether somebody behind a verb of speech that tells nobody is who says it."""
    speaks = builder.tree.child(predicate, "that") is not None and not any(
        lemma.key in TOLD for lemma, _ in predicate.entries
    )
    return speaks and not node.classes.isdisjoint(_ACTORS) and can_act(predicate, node)


def _head_by_pronoun(builder: Builder, predicate: Node, head: Node) -> Node:
    """«هجوم بقذائف تعرضت له القاعدة»: the pronoun says which of the nouns before is meant."""
    pronouns = [
        child.pronoun for child in builder.tree.children(predicate) if child.kind == "pronoun" and child.pronoun
    ]
    if not pronouns or any(stands_for(each, head.features) for each in pronouns):
        return head
    node = head
    while node.governor >= 0:
        node = builder.node(node.governor)
        if node.kind != "noun":
            return head
        if stands_for(pronouns[0], node.features):
            builder.loose(predicate)
            builder.hang(predicate, node.number, "relative")
            return node
    return head

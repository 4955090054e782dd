"""Voice: whether the one noun of a verb acts or suffers: «قتل شخصان», «الصاروخ الذي ألقي», «وقع الانفجار»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.agreement import is_subject
from timeline.syntax.attach import ACTS, takes
from timeline.syntax.government import CIRCUMSTANTIAL, HANDLED, PERSONAL, SUFFERED, THINGS

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder, Clause
    from timeline.syntax.tree import Node


def suffers(builder: Builder, clause: Clause, predicate: Node) -> bool:
    """«خمسة فلسطينيين قتلوا في غارة», «الذين خطفوا»: the subject of a verb that needs an object and has none."""
    if (
        predicate.subject < 0
        or predicate.pronoun
        or clause.that
        or not (predicate.implied is False or predicate.gap == "subject")
    ):
        return False
    if any(True for _ in builder.tree.children(predicate, "object", "passive", "that", "quoted")):
        return False
    subject = builder.node(predicate.subject)
    if any(lemma.key in SUFFERED for lemma, _ in predicate.entries):
        return True
    handled = any(lemma.key in HANDLED for lemma, _ in predicate.entries)
    if handled and not subject.classes.isdisjoint(("weapon", "vehicle")):
        return True  # «الصاروخ الذي ألقي على»
    if (
        not handled
        and subject.classes & {"weapon", "violence", "vehicle", "nature"}
        and not any(child.relation == "by" for child in builder.tree.children(predicate))
    ):
        return all(each.passive for _, each in predicate.entries) and bool(predicate.entries)
    return bool(predicate.entries) and (
        all(each.passive for _, each in predicate.entries) or is_passive(builder, predicate, subject)
    )


def has_passive(builder: Builder, predicate: Node) -> bool:
    """Whether it has the one that a passive happens to."""
    return any(True for _ in builder.tree.children(predicate, "passive"))


def says(builder: Builder, predicate: Node) -> bool:
    """Whether it has what is said."""
    return any(True for _ in builder.tree.children(predicate, "that", "quoted"))


def is_passive(builder: Builder, predicate: Node, node: Node) -> bool:
    """«قتل شخصان», «دمر جسر», «هاجمت … من قبل»: a verb that news uses without who did it, and one noun only."""
    children = list(builder.tree.children(predicate))
    if any(child.relation == "by" for child in children):
        return True
    words = builder.words
    if not any(
        lemma.key in words.passives and (shape.tense != "past" or lemma.key not in words.spelled_passives)
        for lemma, shape in predicate.entries
    ):
        return False
    if any(
        child.preposition and child.relation not in CIRCUMSTANTIAL and takes(predicate, child.relation)
        and child.classes.isdisjoint(("place", "building"))  # «خطف من منزله»
        for child in children
    ):  # fmt: skip
        return False
    if predicate.takes_clause and not node.classes.isdisjoint(("person", "body", "state", "media", "title", "people")):
        return False
    return not (
        node.definite
        and not node.classes.isdisjoint(("state", "weapon"))
        and node.classes.isdisjoint(("person", "place"))
    )


def strikes_on(builder: Builder, clause: Clause, node: Node) -> bool:
    """«دمرت مقاتلات الجسر واستهدفت المطار»: who struck before strikes here too, if nothing shows a passive."""
    beside = clause.governor if clause.kind == "cause" else -1 if clause.opener else clause.before
    before = builder.node(beside) if beside >= 0 else None
    if before is None or before.subject < 0 or before.suffers or before.takes_clause:
        return False
    subject, shape = builder.node(before.subject), node.features
    nominative = not (node.definite or node.pronoun) and shape.gender == "m" and shape.number in ("singular", "")
    violent = any(lemma.key in builder.words.passives for lemma, _ in before.entries)
    striking = not subject.classes.isdisjoint(_STRIKING) or (violent and "state" in subject.classes)
    return subject.relation != "passive" and striking and not nominative


_STRIKING = frozenset(("force", "vehicle", "weapon", "people"))


def happens(predicate: Node, node: Node) -> bool:
    """«وقع الانفجار»: a verb that can do without an object, and what happens of itself."""
    alone = any(lemma.takes.isdisjoint(("object", "objects")) for lemma, _ in predicate.entries)
    return alone and not node.classes.isdisjoint(("violence", "nature"))


def done_by_people(predicate: Node, node: Node) -> bool:
    """«حضر الاجتماع سفراء», «زار مستشفى»: what only people do, and a thing that it is done to."""
    personal = predicate.lemma is not None and any(lemma.key in PERSONAL for lemma, _ in predicate.entries)
    built = "building" in node.classes and node.entity is None  # «مستشفى», a body too
    return personal and not node.classes.isdisjoint(THINGS) and (built or node.classes.isdisjoint(_ACTORS))


_ACTORS = frozenset(("person", "people", "force", "body", "media", "state", "title"))


def somebody_says(verb: Node, head: Node, noun: Node) -> bool:
    """«هجوم أعلنت الجماعة مسؤوليتها عنه»: an act says nothing, who stands behind the verb does."""
    mute = not head.classes.isdisjoint(ACTS) and head.classes.isdisjoint(_SPEAKING)
    return verb.takes_clause and mute and not noun.classes.isdisjoint(_SAYING)


_SAYING = frozenset(("person", "people", "force", "body", "media", "state", "title"))
_SPEAKING = _SAYING | {"speech", "gathering", "document"}


def can_act(predicate: Node, node: Node) -> bool:
    """No visible accusative, and an agreement that the verb allows."""
    if node.accusative or oblique(node):
        return False
    if not predicate.entries:
        return True
    return any(is_subject(node.features, each, before=False) for _, each in predicate.entries)


def nominative(node: Node) -> bool:
    """«مسلحون», «قنبلتان»."""
    return bool(node.entries) and all(each.case == "nom" for _, each in node.entries)


def oblique(node: Node) -> bool:
    """«مسلحين», «قنبلتين»: no nominative; a counted noun has the case of its number."""
    if node.entity is not None:
        return False  # «البحرين» is no dual
    return (
        not node.counted and bool(node.entries) and all(each.case in ("obl", "acc", "gen") for _, each in node.entries)
    )

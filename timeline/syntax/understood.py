"""Who is understood: the subject of a verb that has none beside it, from «أنه», coordination, the clause around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.agreement import MANY, Features, is_subject, stands_for
from timeline.syntax.attach import takes
from timeline.syntax.government import ADDRESSEE, CIRCUMSTANTIAL, PLACED

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder, Clause
    from timeline.syntax.tree import Node


def _governs(builder: Builder, predicate: Node) -> bool:
    """Whether a verb has what one of its prepositions brings: «حث … على الهدوء»."""
    return any(
        child.preposition and child.relation not in CIRCUMSTANTIAL and takes(predicate, child.relation)
        for child in builder.tree.children(predicate)
    )


def governs_more(builder: Builder, predicate: Node) -> bool:
    """As `_governs`, and by a preposition of means that the verb itself takes: «طالبت السلطات بالإفراج»."""
    return any(
        child.preposition and child.relation not in PLACED and takes(predicate, child.relation)
        for child in builder.tree.children(predicate)
    )


def acts_already(builder: Builder, clause: Clause, predicate: Node, node: Node) -> bool:
    """«وصل الوزير … والتقى رئيس الحكومة», «غادر بعدما التقى القائد»: who acted before acts here too."""
    earlier = _earlier_subject(builder, clause, predicate)
    if governs_more(builder, predicate) and node.features.number not in ("plural", "dual", MANY):
        thing = bool(node.classes) and node.classes.isdisjoint(_ACTORS)  # «وناشد المحكمة إنزال العقوبة بهم»
        if not thing or earlier is not None or clause.kind != "cause":
            return thing and earlier is not None and not earlier.classes.isdisjoint(_ACTORS)
    if earlier is not None:  # «ودعا الوزير إلى الهدوء», but «وحث الأحزاب على الهدوء»
        return True
    if clause.kind == "relative":
        elsewhere = predicate.gap not in ("", "subject") and node.classes.isdisjoint(_ACTORS)
        if not elsewhere:
            return False  # «تقريرا انتقدت فيه أوضاع السجون»
    elif clause.kind not in ("time", "cause", "purpose", "circumstance", "that") or clause.governor < 0 or clause.hint:
        return bool(clause.hint)
    governor = builder.node(clause.governor)
    if clause.kind == "that" and not any(each.tense == "present" for _, each in predicate.entries):
        return False
    while governor.subject < 0 and governor.governor >= 0 and not governor.is_predicate:
        governor = builder.node(governor.governor)
    if governor.subject < 0:
        return False
    features = builder.node(governor.subject).features
    return _can_be_of(predicate, features)


def _earlier_subject(builder: Builder, clause: Clause, predicate: Node) -> Node | None:
    """Who acts in the clause that this one is coordinated with, if the verb can be theirs."""
    if clause.before < 0:
        return None
    subject = next(iter(_subjects_of(builder, builder.node(clause.before))), None)
    if subject is None:
        return None
    if _can_be_of(predicate, subject.features):
        return subject
    return None


def understand(builder: Builder, clause: Clause, predicate: Node) -> None:
    """Who is understood: by a pronoun («أنه»), by coordination, as the subject of what governs the clause."""
    for source in _sources(builder, clause):
        if source.number == predicate.number:
            continue
        if _may_be(predicate, source.features, clause.hint):
            predicate.subject, predicate.implied = source.number, True
            return


def _can_be_of(predicate: Node, features: Features) -> bool:
    """Whether somebody can be the subject of a verb in each of its readings, or of each that has an object."""
    agreeing = [entry for entry in predicate.entries if is_subject(features, entry[1], before=True)]
    if len(agreeing) == len(predicate.entries):
        return True
    tenses = {shape.tense for _, shape in predicate.entries}
    return len(tenses) > 1 and any(not lemma.takes.isdisjoint(("object", "objects")) for lemma, _ in agreeing)


def _sources(builder: Builder, clause: Clause) -> list[Node]:
    found: list[Node] = []
    if clause.before >= 0 and not clause.hint:
        found += _subjects_of(builder, builder.node(clause.before))
    if clause.kind == "quoted":
        return found  # «قال: "… ويطلق النار"»: who speaks is «I» in their own words
    number = clause.governor
    seen = 0
    while number >= 0 and seen < 12:
        governor = builder.node(number)
        if governor.kind == "noun" and clause.kind == "that":
            found += builder.tree.children(governor, "genitive")
        if clause.kind == "that" and not clause.hint:
            found += [
                each
                for each in builder.tree.children(governor)
                if (each.relation == "object" or each.relation in ADDRESSEE) and each.kind == "noun"
            ]
        found += _subjects_of(builder, governor)
        if governor.relation == "quoted":
            break
        number = governor.governor
        seen += 1
    return found


def _subjects_of(builder: Builder, node: Node) -> list[Node]:
    if node.subject >= 0:
        return [builder.node(node.subject)]
    return list(builder.tree.children(node, "passive"))


def _may_be(predicate: Node, features: Features, hint: str) -> bool:
    if hint:
        return stands_for(hint, features)
    if not predicate.entries:
        return False
    return any(is_subject(features, each, before=True) for _, each in predicate.entries)


_ACTORS = frozenset(("person", "people", "force", "body", "media", "state", "title"))

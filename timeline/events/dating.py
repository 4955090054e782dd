"""The days of a sentence's acts: each its own, and what it shares with the acts that it is told with."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.model import EventType
from timeline.events.reading import Act
from timeline.events.when import Dating, dated, derive, left_over, stated, words_of
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree


def date_acts(acts: Sequence[Act], expressions: Sequence[TimeExpression]) -> dict[int, Dating]:
    """The datings of a sentence's acts, by the number of their node."""
    found: dict[int, Dating] = {}
    numbers = frozenset(act.node.number for act in acts)
    for act in acts:
        dating = stated(act, expressions, numbers)
        if dating is not None:
            found[act.node.number] = dating
    derive(acts, expressions, found)
    _share_back(acts, found)
    _with_the_hurt(acts, expressions, found)
    _share(acts, expressions, found)
    left_over(acts, expressions, found)
    _share(acts, expressions, found)
    return found


def _share(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """A verb joined with «و» to one whose subject it shares has its date too; so do participles of speech."""
    by_node = {act.node.number: act for act in acts}
    for act in acts:
        number = act.node.number
        if number in found:
            continue
        if not act.is_verb and act.light is None:
            above = by_node.get(act.node.governor)
            if (
                above is not None and above.frame.type is act.frame.type is not EventType.STATEMENT
                and above.node.number in found and act.node.preposition not in words_of("anchors")
            ):  # fmt: skip
                found[number] = found[above.node.number]  # «تصدى الجيش الثلاثاء لهجوم»
            continue
        source = _shares_with(act.tree, act.light or act.node)  # «وصل أمس وأجرى محادثات»
        if source is None:
            clause = next((each for each in act.tree.children(act.node, "time") if _dates_its_verb(each, found)), None)
            if clause is not None and act.frame.type is not EventType.STATEMENT:
                found[number] = _of_one_time(found[clause.number])
            continue
        if source.number not in found:
            if source.number not in by_node:
                given = _beside(act.tree, source, expressions)
                if given is not None and (given.expression is None or given.expression.anchor is None):
                    found[number] = given
            continue
        given = found[source.number]
        if given.expression is not None and given.expression.role == "until":
            continue
        found[number] = Dating(given.when, given.expression, given.source, "with the verb it is joined to")


def _share_back(acts: Sequence[Act], found: dict[int, Dating]) -> None:
    """«هاجم الجنود الموقع وقتلوا قائده أمس»: a day at the end of two deeds of the same people is of both."""
    by_node = {act.node.number: act for act in acts}
    for act in reversed(acts):
        node, dating = act.node, found.get(act.node.number)
        before = by_node.get(node.governor) if node.relation == "coordinated" and node.implied else None
        if before is None or dating is None or before.node.number in found:
            continue
        kinds = {before.frame.type, act.frame.type}
        if EventType.STATEMENT in kinds or any(
            unit.code == "," for unit in act.tree.units[before.node.head : node.head]
        ):
            continue
        if (
            dating.why == "beside it"
            and dating.expression is not None
            and dating.expression.role not in ("since", "until")
        ):
            found[before.node.number] = Dating(dating.when, dating.expression, dating.source, "with the verb behind it")


def _with_the_hurt(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«قتل جندي وجرح ثلاثة أمس»: a day at the end, behind those who were hurt, is that of the dead as well."""
    for act in acts:
        if not act.is_verb or act.node.number in found or act.frame.type is not EventType.OFFENSIVE:
            continue
        for child in act.tree.children(act.node, "coordinated"):
            hurt = any(lemma.key in words_of("hurt") for lemma, _ in child.entries)
            dating = dated(act.tree, child, expressions, "behind who was hurt") if hurt or not child.entries else None
            if dating is not None and dating.when:
                found[act.node.number] = dating


def _dates_its_verb(clause: Node, found: dict[int, Dating]) -> bool:
    """«قتلوا عندما انفجرت سيارة أمس»."""
    return clause.number in found and clause.preposition in words_of("same_time")


def _of_one_time(dating: Dating) -> Dating:
    """The same days, because two clauses tell of one time."""
    return Dating(dating.when, dating.expression, dating.source, "with the clause of its time")


def _beside(tree: Tree, verb: Node, expressions: Sequence[TimeExpression]) -> Dating | None:
    """The date of a verb that is no act, or of its setting: «سقطوا في مظاهرات أمس عندما …»."""
    nouns = (child for child in tree.children(verb) if child.kind == "noun")
    for node in (verb, *(noun for noun in nouns if noun.preposition in words_of("setting"))):
        dating = dated(tree, node, expressions, "with the verb it is joined to")
        if dating is not None:
            return dating
    return None


def _shares_with(tree: Tree, node: Node) -> Node | None:
    if node.relation == "coordinated" and node.governor >= 0:
        before = tree.nodes[node.governor]
        if node.implied and node.subject >= 0 and before.is_predicate:
            return before
        return None
    if node.implied and node.subject >= 0 and node.governor >= 0 and node.relation in _JOINED_IN:
        alike = [
            each for each in tree.children(tree.nodes[node.governor], node.relation)
            if each.is_predicate and each.head < node.head and each.subject == node.subject
        ]  # fmt: skip
        if alike:
            return alike[-1]  # «قال إن الوفد زار مالي في أبريل والتقى قادتها»
    if node.relation == "time" and node.governor >= 0 and node.preposition in words_of("same_time"):
        return tree.nodes[node.governor]
    if node.relation == "circumstance" and node.kind == "participle" and node.governor >= 0:
        return tree.nodes[node.governor]
    return None


_JOINED_IN = frozenset(("that", "quoted", "relative", "circumstance"))

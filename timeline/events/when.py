"""When: the date of an act, read off the tree.

Its own date first, then that of the light verb that carries it, of the relative clause that tells of it, of the verb
that it is
coordinated with. A date that belongs to another act in between is not its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import define

from timeline.events.model import EventType
from timeline.events.reading import Act
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold
from timeline.values.interval import Interval


@define(eq=False)
class Dating:
    """When an act was, and how that is known."""

    when: tuple[Interval, ...]
    expression: TimeExpression | None
    source: str  # stated, carried, derived
    why: str = ""


def date_acts(acts: Sequence[Act], expressions: Sequence[TimeExpression]) -> dict[int, Dating]:
    """The datings of a sentence's acts, by the number of their node."""
    found: dict[int, Dating] = {}
    for act in acts:
        dating = _stated(act, expressions)
        if dating is not None:
            found[act.node.number] = dating
    _derive(acts, expressions, found)
    _share(acts, expressions, found)
    _left_over(acts, expressions, found)
    _share(acts, expressions, found)
    return found


def _left_over(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """A date that stands with a verb which is no act: it dates an act of that clause, the nearest before it first."""
    if not acts:
        return
    tree = acts[0].tree
    used = {id(dating.expression) for dating in found.values()}
    open_acts = [act for act in acts if act.frame.type is not EventType.STATEMENT]
    for date in tree.nodes:
        if date.kind != "date" or date.governor < 0 or id(expressions[date.date]) in used:
            continue
        if expressions[date.date].anchor is not None or not expressions[date.date].intervals:
            continue
        near = [act for act in open_acts if act.node.number not in found and _together(tree, act.node, date)]
        before = [act for act in near if act.node.head < date.head]
        chosen = (
            before[-1] if before else next((act for act in near if _clause_of(tree, act.node) == date.governor), None)
        )
        if chosen is not None:
            expression = expressions[date.date]
            found[chosen.node.number] = Dating(span(expression), expression, "stated", "in its clause")


def _together(tree: Tree, act: Node, date: Node) -> bool:
    """Whether what a date stands with and an act are one above the other in the tree, with no new clause between."""
    return _above(tree, date.governor, act) or _above(tree, act.number, tree.nodes[date.governor])


def _above(tree: Tree, upper: int, node: Node) -> bool:
    steps = 0
    while steps < 30:
        if node.number == upper:
            return True
        if node.governor < 0 or node.relation in _NEW_CLAUSE:
            return False
        node = tree.nodes[node.governor]
        steps += 1
    return False


_NEW_CLAUSE = frozenset(("coordinated", "that", "quoted", "cause", "condition", "purpose"))


def _clause_of(tree: Tree, node: Node) -> int:
    """The verb of the clause that a noun stands in."""
    steps = 0
    while node.governor >= 0 and not node.is_predicate and steps < 20:
        if node.relation == "relative" or node.preposition in _ANCHORS:
            return -1  # «بعد الهجوم»: the clause's day is not its own
        node = tree.nodes[node.governor]
        steps += 1
    return node.number if node.is_predicate else -1


_ANCHORS = frozenset(map(fold, ("بعد", "قبل", "منذ", "عقب", "غداة")))


def _stated(act: Act, expressions: Sequence[TimeExpression]) -> Dating | None:
    tree = act.tree
    for node, why in _bearers(act):
        for child in tree.children(node, "date"):
            expression = expressions[child.date]
            if expression.anchor is not None and expression.type == "DURATION":
                continue
            when = span(expression)
            return Dating(when, expression, "stated", why)
    return None


def _bearers(act: Act) -> list[tuple[Node, str]]:
    """The words whose date is an act's: own, its light verb's, its relative clause's, that of the noun it counts."""
    tree, node = act.tree, act.node
    found = [(node, "beside it")]
    if act.light is not None:
        found.append((act.light, "beside its verb"))
    if node.kind == "noun":
        found += [
            (child, "in its relative clause")
            for child in tree.children(node, "relative")
            if child.subject == node.number or child is act.light
        ]
        head = node
        while head.relation in ("genitive", "conjunct") and head.governor >= 0:
            head = tree.nodes[head.governor]
            if head.kind != "noun":
                break
            found.append((head, "beside what it belongs to"))
        if head.governor >= 0:
            verb = tree.nodes[head.governor]
            if verb.is_predicate and verb.subject == head.number and head.number == node.number:
                found.append((verb, "beside its verb"))
            elif verb.is_predicate and head.relation in _WITHIN and act.frame.type is not EventType.STATEMENT:
                found.append((verb, "beside what happened in it"))
    return found


_WITHIN = frozenset(map(fold, ("في", "خلال", "ب", "أثناء", "إثر", "جراء", "object", "passive", "على هامش"))) | {
    "object",
    "passive",
}


def span(expression: TimeExpression) -> tuple[Interval, ...]:
    """The days that an expression gives an act: «منذ» opens them."""
    intervals = expression.intervals
    if expression.role == "since" and len(intervals) == 1 and intervals[0].start is not None:
        return (Interval(intervals[0].start, None),)
    return intervals


def _derive(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«بعد يومين على زيارته»: the visit is two days before the dated act."""
    for act in acts:
        tree = act.tree
        for child in tree.children(act.node, "date"):
            expression = expressions[child.date]
            days = counted_days(expression.value)
            if days is None or expression.anchor is None:
                continue
            sign = -1 if expression.text.startswith("بعد") else 1
            main = _main(acts, act)
            if main is not None and main.node.number in found and found[main.node.number].when:
                shifted = shift(found[main.node.number].when, sign * days)
                if shifted:
                    found[act.node.number] = Dating(shifted, expression, "derived", "counted from another act")


def _main(acts: Sequence[Act], act: Act) -> Act | None:
    return next((each for each in acts if each is not act and each.is_verb), None)


def _share(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """A verb joined with «و» to one whose subject it shares has its date too; so do participles of speech."""
    by_node = {act.node.number: act for act in acts}
    for act in acts:
        number = act.node.number
        if number in found:
            continue
        if not act.is_verb:
            above = by_node.get(act.node.governor)
            if (
                above is not None and above.frame.type is act.frame.type is not EventType.STATEMENT
                and above.node.number in found and act.node.preposition not in _ANCHORS
            ):  # fmt: skip
                found[number] = found[above.node.number]  # «تصدى الجيش الثلاثاء لهجوم»
            continue
        source = _shares_with(act.tree, act.node)
        if source is None:
            continue
        if source.number not in found:
            expression = next((expressions[child.date] for child in act.tree.children(source, "date")), None)
            if expression is not None and source.number not in by_node and expression.anchor is None:
                found[number] = Dating(span(expression), expression, "stated", "with the verb it is joined to")
            continue
        given = found[source.number]
        if given.expression is not None and given.expression.role == "until":
            continue
        found[number] = Dating(given.when, given.expression, given.source, "with the verb it is joined to")


def _shares_with(tree: Tree, node: Node) -> Node | None:
    if node.relation == "coordinated" and node.governor >= 0:
        before = tree.nodes[node.governor]
        if node.implied and node.subject >= 0 and before.is_predicate:
            return before
        return None
    if node.relation == "time" and node.governor >= 0 and node.preposition in _SAME_TIME:
        return tree.nodes[node.governor]
    if node.relation == "circumstance" and node.kind == "participle" and node.governor >= 0:
        return tree.nodes[node.governor]
    return None


_SAME_TIME = frozenset(map(fold, ("عندما", "حين", "حينما", "لما", "حيث", "إذ")))


def counted_days(value: str) -> int | None:
    """«P2D» is 2, «P3W» 21."""
    if value.startswith("P") and value[1:-1].isdigit() and value[-1] in "DW":
        return int(value[1:-1]) * (7 if value[-1] == "W" else 1)
    return None


def shift(intervals: tuple[Interval, ...], days: int) -> tuple[Interval, ...]:
    """The same days so many days later."""
    delta = dt.timedelta(days=days)
    try:
        return tuple(
            Interval(None if each.start is None else each.start + delta, None if each.end is None else each.end + delta)
            for each in intervals
        )
    except OverflowError:
        return ()

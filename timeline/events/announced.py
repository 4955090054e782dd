"""Announced, and done: the day on which a deed was made known is that of the deed only where nothing says otherwise.

«توعد بالثأر لمقتل قائده، الاثنين، إثر غارة استهدفته الخميس»: he threatened on Monday, the other was killed on Thursday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.model import EventType
from timeline.events.one_act import HARM
from timeline.events.reading import Act
from timeline.events.when import Dating, announces
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree


def announced(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """Settle which of the days around an announcement are those of the deed."""
    _with_what_announces(acts, expressions, found)
    _on_the_day_of_the_strike(acts, expressions, found)
    _only_announced(acts, expressions, found)


def _with_what_announces(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«أعلن الحزب شن هجمات في الجولان، مساء السبت»: a day at the end, behind the deed, is that of the deed as well."""
    speaking = {act.node.number: act for act in acts if act.frame.type is EventType.STATEMENT}
    for act in acts:
        if act.node.number in found or act.is_verb or act.frame.type is EventType.STATEMENT:
            continue
        tree, node = act.tree, act.node
        while node.governor >= 0 and node.relation in ("object", "genitive") and node.governor not in speaking:
            node = tree.nodes[node.governor]
        if node.governor not in speaking or node.governor not in found or node.relation != "object":
            continue
        dating = found[node.governor]
        behind = (date for date in tree.children(tree.nodes[node.governor], "date") if date.comma)
        if any(date.head > act.node.head and expressions[date.date] is dating.expression for date in behind):
            found[act.node.number] = Dating(dating.when, dating.expression, dating.source, "with what announces it")


def _on_the_day_of_the_strike(
    acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]
) -> None:
    """«لمقتل قائده، الاثنين، إثر غارة استهدفته الخميس»: a day in commas is of the verb, if the strike has its own."""
    for act in acts:
        given = found.get(act.node.number)
        if given is None or act.frame.subtype not in HARM or not _in_commas(act, given, expressions):
            continue
        strikes = (each for each in acts if each.same is act and each.frame.subtype not in HARM)
        own = next((found[each.node.number] for each in strikes if each.node.number in found), None)
        if own is None or own.expression is given.expression or not own.when:
            continue
        found[act.node.number] = Dating(own.when, own.expression, own.source, "with what it was done by")
        for each in acts:
            above = each.frame.type is EventType.STATEMENT and each.node.number in _above(act.tree, act.node)
            if above and each.node.number not in found:
                found[each.node.number] = Dating(given.when, given.expression, given.source, "between commas")


def _only_announced(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«تأخر الإعلان عن مقتله حتى الاثنين», «الإعلان عن مقتله، الاثنين، في غارة»: of the deed no day is told."""
    for act in acts:
        telling = _announcement(act.tree, act.node)
        if telling is None or act.frame.subtype not in HARM:
            continue
        given = found.get(act.node.number)
        if given is not None and not _in_commas(act, given, expressions):
            continue
        verb = act.tree.nodes[telling.governor] if telling.governor >= 0 else None
        days = [date for owner in (telling, verb) if owner is not None for date in act.tree.children(owner, "date")]
        expression = given.expression if given is not None else None
        if expression is None and days:
            expression = expressions[days[0].date]
        if expression is None:
            continue
        for each in acts:
            known = found.get(each.node.number)
            one = each is act or each.same is act
            if one and (known is None or known.expression is expression):
                found[each.node.number] = Dating((), None, "none", "only its announcement has a day")


def _announcement(tree: Tree, node: Node) -> Node | None:
    """The noun of announcing that an act hangs on: «الإعلان عن مقتله», «نبأ مقتله»."""
    governor = tree.nodes[node.governor] if node.kind == "noun" and node.governor >= 0 else None
    return governor if governor is not None and announces(governor) else None


def _in_commas(act: Act, dating: Dating, expressions: Sequence[TimeExpression]) -> bool:
    """Whether the day of an act stands beside it between two commas."""
    units = act.tree.units
    for date in act.tree.children(act.node, "date"):
        if expressions[date.date] is dating.expression and date.first > 0 and date.last + 1 < len(units):
            return [units[date.first - 1].code, units[date.last + 1].code] == [",", ","]
    return False


def _above(tree: Tree, node: Node) -> Iterator[int]:
    """What a word hangs on, up to the root."""
    steps = 0
    while node.governor >= 0 and steps < len(tree.nodes):
        node = tree.nodes[node.governor]
        steps += 1
        yield node.number

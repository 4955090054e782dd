"""Visits and talks that last: «وصل الاثنين في زيارة تستغرق ثلاثة أيام» is Monday to Wednesday.

The length is told of the act, or of the noun that it is said with; the day is its first, or, «في ختام زيارة استمرت
يومين», its last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from timeline.events.model import EventType
from timeline.events.reading import Act
from timeline.events.when import Dating, counted_days, words_of
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree
from timeline.values.interval import Interval

#: What is told to last longer is no one visit, and no one round of talks.
_LONGEST = 31


def as_long_as_told(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """Give acts that last the days that they last, where the first or the last of them is known."""
    meetings = [act for act in acts if act.frame.type is EventType.MEETING]
    for act in meetings:
        for noun in _said_with(act):
            days = _length(act.tree, noun, expressions)
            if days is None or not 1 < days <= _LONGEST:
                continue
            ends = _ends(act.tree, noun)
            base = _one_day(found.get(act.node.number)) or _beside(act.tree, noun, expressions, ends=ends)
            if base is None and _again(act):
                base = _one_day(next((found.get(each.node.number) for each in meetings if each is not act), None))
            when = None if base is None else _days(base.when[0], days, ends=ends)
            if base is not None and when is not None:
                why = f"{base.why}, {'the last' if ends else 'the first'} of the days that it lasts"
                made = Dating((when,), base.expression, base.source, why)
                found[act.node.number] = made
                _share(act, meetings, found, base, made)
                break


def _share(act: Act, meetings: Sequence[Act], found: dict[int, Dating], base: Dating, made: Dating) -> None:
    """«يزور تركيا الثلاثاء، وتستمر الزيارة يومين»: the length of «الزيارة» is that of the visit told before."""
    for each in meetings:
        known = found.get(each.node.number)
        if _again(act) and each is not act and each.is_verb and known is base:
            found[each.node.number] = made


def _again(act: Act) -> bool:
    """«الزيارة»: a meeting that was told before."""
    return act.node.kind == "noun" and act.node.definite


def _said_with(act: Act) -> Iterator[Node]:
    """The nouns that an act is told with: itself, what its verb is done in («وصل في زيارة»)."""
    if act.node.kind == "noun":
        yield act.node
    for bearer in (act.node, act.light):
        for child in () if bearer is None else act.tree.children(bearer):
            if child.kind == "noun" and child.preposition in words_of("setting") and "gathering" in child.classes:
                yield child


def _length(tree: Tree, noun: Node, expressions: Sequence[TimeExpression]) -> int | None:
    """How many days a noun is told to last: «تستمر يومين», «لمدة أسبوع»."""
    for verb in _told(tree, noun, "lasts"):
        for date in tree.children(verb, "date"):
            days = counted_days(expressions[date.date].value)
            if days is not None:
                return days
    for owner in (noun, *([tree.nodes[noun.governor]] if noun.governor >= 0 else [])):
        if any(lemma.key in words_of("length") for child in tree.children(owner) for lemma, _ in child.entries):
            for date in tree.children(owner, "date"):
                days = counted_days(expressions[date.date].value)
                if days is not None:
                    return days
    return None


def _told(tree: Tree, noun: Node, verbs: str) -> Iterator[Node]:
    """The verbs of a list that are told of a noun; a clause of circumstance behind it may be meant for it."""
    for verb in tree.nodes:
        if not verb.is_predicate or all(lemma.key not in words_of(verbs) for lemma, _ in verb.entries):
            continue
        beside = verb.relation == "circumstance" and verb.subject < 0 and verb.governor == noun.governor
        if verb.subject == noun.number or (beside and verb.head > noun.head):
            yield verb


def _ends(tree: Tree, noun: Node) -> bool:
    """«في ختام زيارة», «أنهى زيارة», «غادر بعد زيارة»: the day told is the last."""
    governor = tree.nodes[noun.governor] if noun.governor >= 0 else None
    if noun.preposition in words_of("at_the_end"):
        return True
    return governor is not None and any(lemma.key in words_of("ends") for lemma, _ in governor.entries)


def _beside(tree: Tree, noun: Node, expressions: Sequence[TimeExpression], *, ends: bool) -> Dating | None:
    """The day told with the verb that begins a visit, or that it lasts, or with the verb that it is said with."""
    owners = [*_told(tree, noun, "begins"), *_told(tree, noun, "lasts")]
    if noun.governor >= 0 and (ends or noun.preposition in words_of("setting")):
        owners.append(tree.nodes[noun.governor])
    for owner in owners:
        for date in tree.children(owner, "date"):
            expression = expressions[date.date]
            dating = _one_day(Dating(expression.intervals, expression, "stated", "beside its length"))
            if dating is not None and expression.role in ("point", None):
                return dating
    return None


def _one_day(dating: Dating | None) -> Dating | None:
    """A dating, if it is a single day or a part of one."""
    if dating is None or len(dating.when) != 1:
        return None
    start, end = dating.when[0].start, dating.when[0].end
    if start is None or end is None or end.toordinal() - start.toordinal() > 1:
        return None
    return dating


def _days(base: Interval, days: int, *, ends: bool) -> Interval | None:
    """So many whole days from a day, or up to it."""
    if base.start is None:
        return None
    day = dt.date.fromordinal(base.start.toordinal())
    try:
        first = day - dt.timedelta(days - 1) if ends else day
        return Interval(first, first + dt.timedelta(days))
    except OverflowError:
        return None

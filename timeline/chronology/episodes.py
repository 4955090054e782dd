"""Episodes: acts that belong to one. A visit has its receptions, an offensive its battles, a speech its words.

An event is part of another (`Event.part_of`, its id) when the other is of a kind that holds others and has its day, and
the same people take part (a visit, a summit, a conference), the same side attacks the same ground (an offensive that
goes on), or the same speaker says it in the same report (a speech). A part has no parts of its own, so that a reader
opens once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.chronology.features import STATED, Features, features
from timeline.events.model import EventType, Modality

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from timeline.events.model import Event

#: Meetings that hold others, and those that are held.
_HOLD = ("summit", "conference", "visit", "hosted")
_UNTRUE = (Modality.NEGATED, Modality.DENIED, Modality.CONDITIONAL)


@frozen
class Episode:
    """An act with what belongs to it, in the order of the timeline."""

    event: Event
    parts: tuple[Event, ...] = ()


def with_parts(events: Sequence[Event]) -> list[Event]:
    """The events, each with the id of the one that it is part of."""
    parent = {part.id: whole.id for part, whole in _pairs(events)}
    return [
        each if each.part_of == parent.get(each.id) else evolve(each, part_of=parent.get(each.id)) for each in events
    ]


def episodes(events: Iterable[Event]) -> list[Episode]:
    """The events that are no part of another, each with its parts; parts of what is not there stand by themselves."""
    all_of = list(events)
    known = {each.id for each in all_of}
    parts: dict[str, list[Event]] = defaultdict(list)
    heads = []
    for each in all_of:
        if each.part_of in known and each.part_of is not None:
            parts[each.part_of].append(each)
        else:
            heads.append(each)
    return [Episode(each, tuple(parts.get(each.id, ()))) for each in heads]


def _pairs(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    all_of = [features(each) for each in events if not each.background and each.modality not in _UNTRUE]
    ordered = sorted(all_of, key=_weight)
    holders: dict[Hashable, list[Features]] = defaultdict(list)
    for each in ordered:
        for key in _held_by(each):
            holders[key].append(each)
    held: set[str] = set()
    holding: set[str] = set()
    for each in reversed(ordered):  # the least first: what holds something is held by nothing
        if each.telling.id in holding:
            continue
        for key in _asks_for(each):
            whole = next(
                (one for one in holders.get(key, ()) if _holds(one, each) and one.telling.id not in held), None
            )
            if whole is not None:
                held.add(each.telling.id)
                holding.add(whole.telling.id)
                yield each.telling, whole.telling
                break


def _weight(each: Features) -> tuple[object, ...]:
    event = each.telling
    rank = _HOLD.index(event.subtype) if event.subtype in _HOLD else len(_HOLD)
    return (rank, -len(event.mentions), -each.weight, event.id)


def _held_by(each: Features) -> Iterator[Hashable]:
    """What others find a holder by."""
    event = each.telling
    if event.type is EventType.MEETING and event.subtype in _HOLD and each.sure:
        for day in each.days:
            for name in sorted(each.people or each.states):
                yield "meeting", day, name
    elif event.type is EventType.OFFENSIVE and _goes_on(event) and each.sure:
        for state in sorted(each.states):
            for place in sorted(each.places):
                yield "offensive", state, place
    elif event.type is EventType.STATEMENT and each.days:
        for mention in event.mentions[:1]:
            for speaker in sorted(each.agents):
                yield "speech", each.days[0], speaker, mention.document


def _asks_for(each: Features) -> Iterator[Hashable]:
    event = each.telling
    if event.type is EventType.MEETING or event.type is EventType.STATEMENT:
        for day in each.days[:1]:
            for name in sorted(each.people or each.states):
                yield "meeting", day, name
    if event.type is EventType.OFFENSIVE:
        for state in sorted(each.states):
            for place in sorted(each.places | each.outer):
                yield "offensive", state, place
    if event.type is EventType.STATEMENT and each.days:
        for mention in event.mentions:
            for speaker in sorted(each.agents):
                yield "speech", each.days[0], speaker, mention.document


def _holds(whole: Features, part: Features) -> bool:
    one, other = whole.telling, part.telling
    if one.id == other.id:
        return False
    if one.type is EventType.OFFENSIVE:
        start = one.when[0].start if one.when else None
        return start is not None and bool(part.days) and start.toordinal() <= part.days[0] and not _goes_on(other)
    if one.type is EventType.STATEMENT:
        return other.type is EventType.STATEMENT
    if other.type is EventType.STATEMENT:
        told = {mention.document for mention in one.mentions}
        return any(mention.document in told for mention in other.mentions)
    if not part.days or not set(part.days) <= set(range(whole.days[0] - 1, whole.days[-1] + 2)):
        return False
    if not (whole.people | whole.states) & (part.people | part.states):
        return False
    if part.grounds and whole.grounds and not part.grounds & whole.grounds:
        return False
    return part.states <= whole.states | whole.grounds  # «لقاؤه نظيره المصري» is no part of a visit to Washington


def _goes_on(event: Event) -> bool:
    """Whether it lasts: told with a beginning and no end, or over more than a week."""
    return (
        any(
            interval.start is not None and (interval.length is None or interval.length.days > 8)
            for interval in event.when
        )
        and event.time_source in STATED
    )

"""The same event in several reports is one event with several mentions.

Which two events are the same act is decided by `timeline.events.coreference`; here only those are compared that can be:
of one type, on a common day, with a common actor or place, and told by different reports. Within one report
`timeline.events.extract` has decided already, with the sentences before it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import reduce
from typing import TYPE_CHECKING

from timeline.chronology.order import key
from timeline.events.coreference import merge, same_event
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event

# A stretch longer than this is compared by its first day only: «منذ 2011» meets few and would touch thousands.
_LONGEST = 14


def unite(events: Iterable[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, those that are one act joined into one; the best dated telling leads, and gives the id."""
    by_id: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_id[event.id].append(event)
    ordered = sorted(map(one_of, by_id.values()), key=lambda event: key(event, documents))
    told_in = [{mention.document for mention in event.mentions} for event in ordered]
    cluster = list(range(len(ordered)))

    def root(number: int) -> int:
        while cluster[number] != number:
            cluster[number] = cluster[cluster[number]]
            number = cluster[number]
        return number

    for first, second in candidates(ordered):
        one, other = root(first), root(second)
        apart = one != other and told_in[one].isdisjoint(told_in[other])
        if apart and same_event(ordered[first], ordered[second]):
            cluster[max(one, other)] = min(one, other)
            told_in[min(one, other)] |= told_in[max(one, other)]
    together: dict[int, list[Event]] = defaultdict(list)
    for number, event in enumerate(ordered):
        together[root(number)].append(event)
    return [one_of(group) for group in together.values()]


def one_of(group: Iterable[Event]) -> Event:
    """One event for several mentions of it; equal copies are just the one."""
    return reduce(merge, dict.fromkeys(group))


def candidates(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, as positions, each once and in order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        for block in dict.fromkeys(blocks_of(event)):
            blocks[block].append(number)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for at, first in enumerate(members):
            for second in members[at + 1 :]:
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second


def blocks_of(event: Event) -> Iterator[Hashable]:
    """What two events must have in common to be compared: the type, a day, and an actor or place."""
    names = {actor.country or actor.name for actor in event.actors} | {place.name for place in event.places}
    for day in _days(event):
        for name in names:
            yield event.type, day, name


def _days(event: Event) -> Iterator[dt.date]:
    for interval in event.when:
        if interval.start is None:
            if interval.end is not None:
                yield (as_datetime(interval.end) - dt.timedelta(microseconds=1)).date()
        elif interval.length is None or interval.length.days > _LONGEST:
            yield as_datetime(interval.start).date()
        else:
            yield from interval.days()

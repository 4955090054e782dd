"""A visit of several days is one act, whichever of its days a report gives.

«وصل الاثنين», «اليوم الثاني من زيارته»: reports of one journey are dated by its days, one after the other. Settled
visits of one person to one state whose days follow on each other are therefore settled once more, together, and have
all their days.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.features import STATED, features
from timeline.chronology.settle import settle
from timeline.events.model import Modality
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event

LONGEST = 6  # days; seven are «هذا الأسبوع»


def whole_visits(acts: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The acts, those visits joined that are days of one journey; the others as they are."""
    visits: dict[tuple[str, str, Modality], list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        for visitor, state in _who_visits(act):
            visits[visitor, state, act.modality].append(number)
    whole: dict[int, frozenset[int]] = {}
    for numbers in visits.values():
        for days in _one_after_the_other(numbers, acts):
            together = frozenset().union(*(whole.get(day, (day,)) for day in days))
            whole |= dict.fromkeys(together, together)  # whoever travels with two is on the journey of both
    return [
        act if number not in whole else _settled([acts[day] for day in sorted(whole[number])], documents)
        for number, act in enumerate(acts)
        if number not in whole or number == min(whole[number])
    ]


def _who_visits(act: Event) -> Iterator[tuple[str, str]]:
    """Who comes from one state into another, with that other: «زيارة ماكرون إلى واشنطن»."""
    if act.subtype != "visit" or act.background or act.time_source not in STATED:
        return
    if act.modality not in (Modality.ASSERTED, Modality.PLANNED):
        return
    read = features(act)
    if not 0 < len(read.days) <= LONGEST or len(read.grounds) != 1:
        return
    (host,) = read.grounds
    for state, names in read.sent.items():
        if state != host:
            yield from ((name, host) for name in sorted(names))


def _one_after_the_other(numbers: Sequence[int], acts: Sequence[Event]) -> Iterator[list[int]]:
    """Those of several whose days overlap or follow on each other, no longer together than a journey is."""
    ordered = sorted(numbers, key=lambda each: (*_days(acts[each]), each))
    chain: list[int] = []
    first = last = 0
    for number in ordered:
        start, end = _days(acts[number])
        if chain and start <= last + 1 and max(last, end) - first < LONGEST:
            last = max(last, end)
        else:
            chain, first, last = [], start, end
        chain.append(number)
        if len(chain) > 1:
            yield chain


def _days(act: Event) -> tuple[int, int]:
    days = features(act).days
    return days[0], days[-1]


def _settled(days: Sequence[Event], documents: Mapping[str, Document]) -> Event:
    fullest = sorted(days, key=lambda each: (-len(each.tellings), each.id))
    act = settle([telling for day in fullest for telling in day.tellings or (day,)], documents)
    first, last = min(_days(each)[0] for each in days), max(_days(each)[1] for each in days)
    if _days(act) == (first, last):
        return act
    return evolve(act, when=(Interval(dt.date.fromordinal(first), dt.date.fromordinal(last + 1)),))

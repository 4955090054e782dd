"""One id for each event of a timeline.

An act has the id of the telling that was printed first, so that a report that joins it later changes nothing. The same
words may tell two acts («التقى الوزير السفير اليوم», in May and in June): the one that was printed first keeps the
bare id, the others have their day of printing behind it (``4c1783f2b091-20240612``).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event

_TOLD_APART = re.compile(r"([0-9a-f]{12})(?:-[0-9]+){1,2}")
Told = tuple[str, tuple[int, int], tuple[int, int]]


def bare(event_id: str) -> str:
    """The id without what tells it from its likes: that of the words alone."""
    match = _TOLD_APART.fullmatch(event_id)
    return match[1] if match else event_id


def places_told(event: Event) -> frozenset[Told]:
    """Where it is told: report, sentence and word."""
    return frozenset((each.document, each.sentence, each.trigger) for each in event.mentions)


def of_the_first(tellings: Iterable[Event], documents: Mapping[str, Document]) -> str:
    """The id of the telling that was printed first; of those of one day the smallest."""
    return min((_printed(each, documents), each.id) for each in tellings)[1]


def told_apart(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, each with an id of its own; what is given twice (told in the same place, or nowhere) once."""
    by_id: dict[str, list[Event]] = {}
    for event in events:
        by_id.setdefault(event.id, []).append(event)
    if len(by_id) == len(events):
        return list(events)
    taken = set(by_id)
    own: dict[int, str] = {}  # by object: the ids are what is being made
    for event_id, alike in by_id.items():
        for number, event in enumerate(_once(alike, documents)):
            own[id(event)] = _free(event_id, _printed(event, documents), taken) if number else event_id
            taken.add(own[id(event)])
    kept = {id(event): event for event in events if id(event) in own}.values()
    return [event if event.id == own[id(event)] else evolve(event, id=own[id(event)]) for event in kept]


def _once(alike: Iterable[Event], documents: Mapping[str, Document]) -> list[Event]:
    """Of the events of one id those that are told elsewhere, in the order in which they were printed."""
    seen: set[Told | None] = set()
    kept: list[Event] = []
    for event in alike:
        places = places_told(event) or {None}
        if seen.isdisjoint(places):
            kept.append(event)
        seen |= places
    return sorted(kept, key=lambda event: _age(event, documents)) if len(kept) > 1 else kept


def _age(event: Event, documents: Mapping[str, Document]) -> tuple[dt.date, int, str, str]:
    """When it was printed, when it was; then what its report says; the metadata of a report come last."""
    start = event.when[0].start if event.when else None
    name = event.mentions[0].document if event.mentions else ""
    text = documents[name].text if name in documents else ""
    digest = hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()
    return _printed(event, documents), start.toordinal() if start else 0, digest, name


def _printed(event: Event, documents: Mapping[str, Document]) -> dt.date:
    """The first day on which a report of it was printed; the last of all days if no report says."""
    known = (documents[each.document].published for each in event.mentions if each.document in documents)
    return min((day for day in known if day is not None), default=dt.date.max)


def _free(event_id: str, day: dt.date, taken: set[str]) -> str:
    """The id with a day behind it, and with a number where that is taken, or the day is not known."""
    stem = event_id if day == dt.date.max else f"{event_id}-{day:%Y%m%d}"
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (stem, *numbered) if each not in taken)

"""The few events that a reader needs: dated, corroborated, worth a headline, and not five times the same.

Every event gets points for what makes it worth telling; the reasons are kept with it. Then the best is taken, the
others lose points for each event already taken that resembles them (same speaker, same day and kind), and so on. No
chance is involved: equal points are broken by the order of the timeline.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.events.model import Event, EventType, Modality

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from timeline.documents.model import Document

_TIME = {"stated": 4, "carried": 3, "derived": 3, "document": 1, "none": 0}
_STATUS = {
    Modality.ASSERTED: 2,
    Modality.PLANNED: 2,
    Modality.POSSIBLE: 0,
    Modality.DENIED: 0,
    Modality.NEGATED: -1,
    Modality.CONDITIONAL: -2,
}
_LIKENESS = 3
_SAME_WORDS = 8  # two acts of one sentence, told with the same words


def points(event: Event, documents: Mapping[str, Document]) -> Iterator[tuple[int, str]]:
    """What speaks for an event, and for how much."""
    if event.headline_worthy:
        yield 6, "worth a headline"
    if extent(event) is not None:
        yield _TIME[event.time_source], f"date {event.time_source}"
    sources = len(sources_of(event, documents)) or len({mention.document for mention in event.mentions})
    if sources > 1:
        yield 3 * min(sources - 1, 3), f"told by {sources} sources"
    elif len(event.mentions) > 1:
        yield 1, f"told {len(event.mentions)} times"
    if status := _STATUS[event.modality]:
        yield status, event.modality.value
    if event.type is not EventType.STATEMENT:
        yield 2, f"an act: {event.type.value}"
    if event.actors:
        yield 1 + (len(event.actors) > 1), "actors named"
    if any(place.role == "location" for place in event.places):
        yield 1, "place named"
    if event.conflicts:
        yield 1, "reports differ"


def summary(
    events: Sequence[Event], documents: Mapping[str, Document], count: int
) -> tuple[list[Event], dict[str, str]]:
    """The ``count`` events a reader needs, in the order of the timeline, and why each of them (by id)."""
    chosen = ranked(events, documents, count)
    notes = {}
    for rank, number in enumerate(chosen, 1):
        said = ", ".join(f"{why} ({value:+d})" for value, why in points(events[number], documents))
        notes[events[number].id] = f"{rank}. {said}"
    return [events[number] for number in sorted(chosen)], notes


def ranked(events: Sequence[Event], documents: Mapping[str, Document], count: int) -> list[int]:
    """The numbers of the ``count`` events a reader needs, the first of them first."""
    scores = [sum(value for value, _ in points(event, documents)) for event in events]
    # Ordered by points once. What has been taken since lowers those that resemble it: seen when one comes to the head.
    import heapq

    heap = [(-score, number) for number, score in enumerate(scores)]
    heapq.heapify(heap)
    taken: Counter[Hashable] = Counter()
    chosen: list[int] = []
    while heap and len(chosen) < count:
        negative, number = heapq.heappop(heap)
        features = dict.fromkeys(_features(events[number]))
        lost = sum(taken[feature] * (_SAME_WORDS if isinstance(feature, str) else _LIKENESS) for feature in features)
        if -negative != scores[number] - lost:
            heapq.heappush(heap, (lost - scores[number], number))
            continue
        chosen.append(number)
        taken.update(features.keys())
    return chosen


def _features(event: Event) -> Iterator[Hashable]:
    """What makes two events alike to a reader who has seen one of them."""
    whole = extent(event)
    day = None if whole is None else (whole.start, whole.end)
    names = [actor.name for actor in event.actors]
    if event.headline:
        yield event.headline
    if event.type is EventType.STATEMENT:
        for name in names[:1]:
            yield "speaker", name
    else:
        for place in event.places[:1]:
            yield event.type, "place", place.name
        if day is not None:
            yield event.type, event.subtype, day, frozenset(names)

"""The few events that a reader needs: told by many, about much, dated, and each once.

Every event gets points for what makes it worth telling (``timeline/lexicon/rank.toml``); the reasons are kept with it.
Then the best is taken, the others lose points for each event already taken that resembles them, and so on. No chance is
involved: equal points are broken by the order of the timeline.
"""

from __future__ import annotations

import datetime as dt
import heapq
import math
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent, lasts
from timeline.chronology.select import sources_of
from timeline.events.model import Event, EventType
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from timeline.documents.model import Document

_OUTLIERS = 100  # one in so many dates may lie anywhere
_STATES = 3


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads((files("timeline.lexicon") / "rank.toml").read_text("utf-8"))


def points(event: Event, documents: Mapping[str, Document]) -> Iterator[tuple[float, str]]:
    """What speaks for an event, and for how much."""
    weights = _weights()
    yield from _told(event, documents, weights["told"])
    whole = extent(event)
    yield weights["date"][event.time_source if whole is not None else "none"], f"date {event.time_source}"
    if lasts(event):
        yield weights["date"]["long"], "goes on"
    yield weights["status"][event.modality.value], event.modality.value
    if event.background:
        yield weights["status"]["background"], "only referred to"
    yield weights["act"][event.type.value], f"an act: {event.type.value}"
    if event.type is EventType.STATEMENT and event.subtype == "statement":
        yield weights["act"]["formula"], "reporting"
    yield from _who(event, weights["who"])


def _told(event: Event, documents: Mapping[str, Document], weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    reports = {mention.document for mention in event.mentions}
    outlets = len(sources_of(event, documents)) or len(reports)
    if outlets > 1:
        yield weights["outlets"] * math.log2(outlets), f"told by {outlets} outlets"
    if len(reports) > 1:
        yield weights["reports"] * math.log2(len(reports)), f"in {len(reports)} reports"
    early = {mention.document for mention in event.mentions if mention.trigger[0] < weights["first"]}
    if early:
        yield weights["lead"] * len(early) / len(reports), "told at the head"


_PARTIES = 2


def _who(event: Event, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    known = [actor for actor in event.actors if actor.is_identified]
    states = {actor.country for actor in known if actor.country}
    if not known:
        yield weights["nobody"], "nobody known"
    if states:
        yield weights["states"] * min(len(states), _STATES), f"{len(states)} states"
    if any(actor.wikidata or actor.name_en for actor in known):
        yield weights["person"], "names known"
    roles = {actor.role for actor in known}
    located = any(place.role == "location" and (place.name_en or place.country) for place in event.places)
    if len(roles) > 1 or (event.type is EventType.MEETING and len(states) > 1):
        yield weights["both"], "both sides named"
    met = {actor.name for actor in event.actors} | {place.country for place in event.places if place.country}
    if event.type is EventType.MEETING and len(met) < _PARTIES:
        yield weights["alone"], "with nobody known"
    if event.type is EventType.OFFENSIVE and "agent" not in roles:
        yield weights["unclaimed"], "by nobody known"
    if located:
        yield weights["place"], "place named"
    if event.dead:
        yield weights["dead"] * math.log10(max(event.dead[0].low, 1)), "dead"


def summary(
    events: Sequence[Event], documents: Mapping[str, Document], count: int
) -> tuple[list[Event], dict[str, str]]:
    """The ``count`` events a reader needs, in the order of the timeline, and why each of them (by id)."""
    chosen = ranked(events, documents, count)
    notes = {}
    for rank, number in enumerate(chosen, 1):
        said = ", ".join(f"{why} ({value:+.1f})" for value, why in points(events[number], documents))
        notes[events[number].id] = f"{rank}. {said}"
    return [events[number] for number in sorted(chosen)], notes


def ranked(events: Sequence[Event], documents: Mapping[str, Document], count: int) -> list[int]:
    """The numbers of the ``count`` events a reader needs, the first of them first."""
    begin = _beginning(events)
    scores = [
        sum(value for value, _ in points(event, documents))
        + (_weights()["date"]["before"] if _goes_on_from(event, begin) else 0.0)
        for event in events
    ]
    # Ordered by points once. What has been taken since lowers those that resemble it: seen when one comes to the head.
    heap = [(-score, number) for number, score in enumerate(scores)]
    heapq.heapify(heap)
    lost: Counter[Hashable] = Counter()
    chosen: list[int] = []
    while heap and len(chosen) < count:
        negative, number = heapq.heappop(heap)
        likenesses = dict(_likenesses(events[number]))
        now = scores[number] - sum(lost[feature] for feature in likenesses)
        if -negative != now:
            heapq.heappush(heap, (-now, number))
            continue
        chosen.append(number)
        for feature, value in likenesses.items():
            lost[feature] += value  # type: ignore[assignment]
    return chosen


def _beginning(events: Sequence[Event]) -> dt.datetime | None:
    """The first moment of what is dated to the day: the beginning of the period that is summed up."""
    starts = []
    for event in events:
        whole = extent(event)
        if whole is not None and whole.start is not None and not lasts(event):
            starts.append(as_datetime(whole.start))
    starts.sort()
    return starts[len(starts) // _OUTLIERS] if starts else None


def _goes_on_from(event: Event, begin: dt.datetime | None) -> bool:
    """Whether it began before the period and only goes on: «منذ 2013» is no news of this week."""
    whole = extent(event)
    if whole is None or whole.start is None or begin is None or as_datetime(whole.start) >= begin:
        return False
    return lasts(event)


def _likenesses(event: Event) -> Iterator[tuple[Hashable, float]]:
    """What makes two events alike to a reader who has seen one of them, and what that costs the second."""
    weights = _weights()["likeness"]
    whole = extent(event)
    day = whole.start or whole.end if whole is not None else None
    names = sorted({actor.country or actor.name for actor in event.actors})
    if event.headline:
        yield ("line", event.headline), weights["same"]
    if event.type is EventType.STATEMENT:
        for actor in event.actors:
            if actor.role == "speaker":
                yield ("speaker", actor.country or actor.name), weights["speaker"]
                break
        return
    for place in event.places[:1]:
        yield (event.type, "place", place.name), weights["place"]
    yield (event.type, "names", *names[:2]), weights["party"]
    yield (event.type, event.subtype, day, *names), weights["same"] - weights["party"]

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
from functools import cache, lru_cache
from importlib.resources import files
from statistics import median_low
from typing import TYPE_CHECKING, Any

from timeline.chronology.features import STATED, days_of
from timeline.chronology.merge import uncollected
from timeline.chronology.order import extent, is_long
from timeline.chronology.select import sources_of
from timeline.chronology.witnesses import witnesses
from timeline.events.model import Event, EventType, Modality
from timeline.lexicon.gazetteer import names_of
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.values.interval import Interval

_OUTLIERS = 100  # one in so many dates may lie anywhere
_STATES = 3
_EXACT = 2  # days: a night has two
_JOURNEY = 6  # days of a visit
_LONG = dt.timedelta(28)
_FIFTH = 5  # part of the reports


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads((files("timeline.lexicon") / "rank.toml").read_text("utf-8"))


def points(event: Event, documents: Mapping[str, Document]) -> Iterator[tuple[float, str]]:
    """What speaks for an event, and for how much."""
    weights = _weights()
    whole = extent(event)
    news = [each for each in witnesses(event) if not each.background]  # who only refers to it is not counted
    yield from _told(news, documents, weights["told"])
    source = _date_source(event, news) if whole is not None else "none"
    yield weights["date"][source], f"date {source}"
    if is_long(whole):
        yield weights["date"]["long"], "goes on"
    elif whole is not None and len(days_of(event)) > (_JOURNEY if event.subtype == "visit" else _EXACT):
        yield weights["date"]["week"], "on one of several days"
    if _is_long_past(event, whole, documents):
        yield weights["date"]["past"], "long before its reports"
    if source == "document" and event.type is not EventType.STATEMENT:
        yield weights["date"][f"{event.type.value}_printed"], "no report says when"
    yield weights["status"][event.modality.value], event.modality.value
    yield from _doubts(event, whole, documents, weights["status"])
    if _is_false_alarm(event, documents):
        yield weights["status"]["false_alarm"], "a false alarm"
    if event.background:
        yield weights["status"]["background"], "only referred to"
    yield weights["act"][event.type.value], f"an act: {event.type.value}"
    if event.type is EventType.STATEMENT and event.subtype == "statement":
        outlets = len(sources_of(event, documents)) or 1
        yield weights["act"]["formula"] / outlets, "reporting"  # what many outlets report is news
    if event.type is EventType.STATEMENT and ": " not in event.headline:
        yield weights["act"]["wordless"], "no words"
    yield from _who(event, weights["who"])


def _doubts(
    event: Event, whole: Interval | None, documents: Mapping[str, Document], weights: Mapping[str, float]
) -> Iterator[tuple[float, str]]:
    """How many of those who print on its day or later do not tell it as done: a meeting «يتوقع» is none of that day."""
    if event.modality is not Modality.ASSERTED or not event.tellings:
        return
    first = as_datetime(whole.start).date() if whole is not None and whole.start is not None else None
    after = [
        each for each in event.tellings
        if not each.background and (first is None or _printed(each, documents) >= first)
    ]  # fmt: skip
    undone = sum(each.modality is not Modality.ASSERTED for each in after)
    if undone:
        yield weights["doubted"] * undone / len(after), "not done, as some tell it"


def _is_long_past(event: Event, whole: Interval | None, documents: Mapping[str, Document]) -> bool:
    """Whether its last day lies a month or more before all who tell it: they tell it in passing."""
    last = whole.end or whole.start if whole is not None and not is_long(whole) else None
    printed = [_printed(each, documents) for each in event.tellings or (event,)]
    if last is None or dt.date.max in printed:
        return False
    return min(printed) - as_datetime(last).date() >= _LONG


def _is_false_alarm(event: Event, documents: Mapping[str, Document]) -> bool:
    """Whether of the reports of an attack one in five says that there was none."""
    if event.type is not EventType.OFFENSIVE:
        return False
    reports = _reports(event.tellings or (event,))
    withdrawn = sum(_says_false_alarm(documents[name].text) for name in reports if name in documents)
    return withdrawn * _FIFTH >= len(reports) > 0


@lru_cache(maxsize=8192)
def _says_false_alarm(text: str) -> bool:
    return any(words in text for words in _weights()["words"]["false_alarm"])


def _printed(telling: Event, documents: Mapping[str, Document]) -> dt.date:
    document = documents.get(telling.mentions[0].document) if telling.mentions else None
    return document.published if document is not None and document.published is not None else dt.date.max


def _date_source(event: Event, news: Sequence[Event]) -> str:
    """How the day is known by those who tell it as news: «تظاهروا السبت ضد الهجوم» dates no attack."""
    if not event.tellings or event.time_source == "corrected":
        return event.time_source if event.time_source in STATED and not event.background else "document"
    dated = [each for each in news if each.time_source in STATED and _day_in(each, event)]
    if not dated:
        return "document"
    if len(_reports(dated)) == 1 and len(_reports(news)) > 1:
        return "once"
    sources = {each.time_source for each in dated}
    return next(each for each in STATED if each in sources)


def _reports(tellings: Iterable[Event]) -> set[str]:
    return {mention.document for each in tellings for mention in each.mentions}


def _day_in(telling: Event, event: Event) -> bool:
    return any(one.overlaps(other) for one in telling.when for other in event.when)


def _told(
    told: Sequence[Event], documents: Mapping[str, Document], weights: Mapping[str, float]
) -> Iterator[tuple[float, str]]:
    """By how many it is told as news and as it was settled."""
    if not told:
        yield weights["nobody"], "told so by nobody"
        return
    reports = _reports(told)
    outlets = len({(documents[name].source if name in documents else None) or name for name in reports})
    if outlets > 1:
        yield weights["outlets"] * math.log2(outlets), f"told by {outlets} outlets"
    if len(reports) > 1:
        yield weights["reports"] * math.log2(len(reports)), f"in {len(reports)} reports"
    else:
        yield weights["once"], "told once"
    early = {mention.document for each in told for mention in each.mentions if mention.trigger[0] < weights["first"]}
    if early:
        yield weights["lead"] * len(early) / len(reports), "told at the head"


_PARTIES = 2


def _who(event: Event, weights: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    known = [actor for actor in event.actors if actor.is_identified]
    places = [place for place in event.places if place.role != "topic" and (place.name_en or place.country)]
    states = {actor.country for actor in known if actor.country}
    if event.type is EventType.MEETING:
        states |= {place.country for place in places if place.country}  # who visits a state meets it
    if not known and not (places and event.type is EventType.OFFENSIVE):
        yield weights["nobody"], "nobody known"
    if states:
        yield weights["states"] * min(len(states), _STATES), f"{len(states)} states"
    if any(actor.wikidata or actor.name_en for actor in known):
        yield weights["person"], "names known"
    roles = {actor.role for actor in known}
    if len(roles) > 1 or (event.type is EventType.MEETING and len(states) > 1):
        yield weights["both"], "both sides named"
    met = {actor.country or actor.name for actor in event.actors} | states
    if event.type is EventType.MEETING and len(met) < _PARTIES:
        yield weights["alone"], "with nobody known"
    if event.type is EventType.OFFENSIVE and "agent" not in roles:
        yield weights["unclaimed"], "by nobody known"
    if places:
        yield weights["place"], "place named"
    elif event.type is EventType.OFFENSIVE and not {"agent", "target"} <= roles and not any(_struck_by_name(event)):
        yield weights["nowhere"], "neither whom nor where"
    if event.dead:
        dead = median_low(toll.low for toll in event.dead)  # as most say
        yield weights["dead"] * math.log10(max(dead, 1)), "dead"


def summary(
    events: Sequence[Event], documents: Mapping[str, Document], count: int
) -> tuple[list[Event], dict[str, str]]:
    """The ``count`` events a reader needs, in the order of the timeline, and why each of them (by id)."""
    with uncollected():
        chosen = ranked(events, documents, count)
    notes = {}
    for rank, number in enumerate(chosen, 1):
        said = ", ".join(f"{why} ({value:+.1f})" for value, why in points(events[number], documents))
        notes[events[number].id] = f"{rank}. {said}"
    return [events[number] for number in sorted(chosen)], notes


def ranked(events: Sequence[Event], documents: Mapping[str, Document], count: int) -> list[int]:
    """The numbers of the ``count`` events a reader needs, the first of them first."""
    extents = [extent(event) for event in events]
    begin = _beginning(extents)
    scores = [
        sum(value for value, _ in points(event, documents))
        + (_weights()["date"]["before"] if _goes_on_from(whole, begin) else 0.0)
        for event, whole in zip(events, extents, strict=True)
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


def _beginning(extents: Iterable[Interval | None]) -> dt.datetime | None:
    """The first moment of what is dated to the day: the beginning of the period that is summed up."""
    starts = sorted(
        as_datetime(whole.start)
        for whole in extents
        if whole is not None and whole.start is not None and not is_long(whole)
    )
    return starts[len(starts) // _OUTLIERS] if starts else None


def _goes_on_from(whole: Interval | None, begin: dt.datetime | None) -> bool:
    """Whether it began before the period and only goes on: «منذ 2013» is no news of this week."""
    if whole is None or whole.start is None or begin is None or as_datetime(whole.start) >= begin:
        return False
    return is_long(whole)


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
    for name in _struck_by_name(event):
        yield ("whom", name), weights["whom"]
    if event.type is EventType.MEETING:
        met = {place.country for place in event.places if place.role != "topic" and place.country}
        people = sorted(met.union(names))
        for near in _days_about(day):  # a strike by night is of two days, a journey of three
            yield ("met", near, *people), weights["again"]
        return
    agents, targets = (
        tuple(sorted({actor.country or actor.name for actor in event.actors if actor.role == role}))
        for role in ("agent", "target")
    )
    struck = targets or tuple(sorted({place.country or place.name for place in event.places}))
    for near in _days_about(day):
        yield ("struck", near, agents, struck), weights["again"]
        yield ("struck", near, struck), weights["struck"]
        yield ("struck", agents, struck), weights["goes_on"]


def _struck_by_name(event: Event) -> Iterator[str]:
    """Persons it happened to: nobody is killed twice, whatever day the reports give."""
    persons = names_of("person")
    return (actor.name for actor in event.actors if actor.role == "target" and actor.name in persons)


def _days_about(day: dt.date | None) -> Iterator[dt.date]:
    """The day, and the one before: what is of neighboring days has one in common."""
    if day is not None:
        first = as_datetime(day).date()
        if first > dt.date.min:
            yield first - dt.timedelta(1)
        yield first

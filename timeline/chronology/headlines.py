"""A line for each event that no other event of the timeline has.

The title of a report whose main act it is, where it stands by itself; else the line that
`timeline.events.headline` writes from the frame. Lines that two events share are told apart by place, by day, then by a
number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.features import Features, features
from timeline.chronology.identity import Act, enough_for, likeness
from timeline.chronology.order import extent, lasts
from timeline.documents.model import Document
from timeline.events.headline import alone, headline, patterns
from timeline.events.model import EventType
from timeline.lexicon.names import month_names
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.events.model import Event

_HEAD = 500  # characters of a report in which its main act is told
_SURE = 0.5  # beyond what joins a telling: a title that tells another act is a false line


def with_headlines(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, each with a line of its own."""
    lined = [_lined(each, documents) for each in events]
    by_line: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(lined):
        by_line[each.headline].append(number)
    taken = set(by_line)
    for line, numbers in by_line.items():
        if len(numbers) > 1:
            for number in numbers:
                each = lined[number]
                lined[number] = evolve(each, headline=_apart(line, each, taken))
    return lined


def _lined(event: Event, documents: Mapping[str, Document]) -> Event:
    title = _title(event, documents)
    if not event.tellings and event.headline:
        return evolve(event, headline=title) if title else event
    line = headline(event)
    said = ""
    if event.type is EventType.STATEMENT:
        said = next((each.headline for each in event.tellings if ": " in each.headline), "")
    return evolve(event, headline=title or said or line.ar, headline_en=line.en)


# ---- titles


def _title(event: Event, documents: Mapping[str, Document]) -> str:
    """The title of a report that tells this act at its head, and whose first act it is: of several the likest."""
    if not event.headline_worthy or lasts(event):
        return ""
    told = features(event)
    act = Act(told, 0)
    act.add(told)
    best, most = "", 0.0
    seen: set[str] = set()
    for mention in event.mentions:
        document = documents.get(mention.document)
        if document is None or not document.title or mention.trigger[0] > _HEAD or document.title in seen:
            continue
        seen.add(document.title)
        title = _fit(document.title)
        said = _main_act(title, document.published) if title else None
        if said is None or said.family != told.family:
            continue
        score = likeness(said, act)
        if score >= enough_for(said) + _SURE and score > most:
            best, most = title, score
    return best


@lru_cache(maxsize=16384)
def _fit(title: str) -> str:
    """A title that stands by itself, else nothing."""
    text = " ".join(title.split())
    if any(word in text for word in patterns()["meant"]["signs"]):
        return ""
    speaker, colon, said = text.partition(": ")
    if not colon:
        return alone(text)
    if len(text) > patterns()["width"] or not alone(said):
        return ""
    return f"{speaker.strip()}: {alone(said)}" if len(speaker.split()) <= 4 else ""


@lru_cache(maxsize=16384)
def _main_act(title: str, published: dt.date | None) -> Features | None:
    """The first act that a title tells."""
    from timeline.events.engine import extract

    acts = extract(Document(title, published), ())
    first = min(acts, key=lambda each: each.mentions[0].trigger, default=None)
    return None if first is None else features(first)


# ---- apart


def _apart(line: str, event: Event, taken: set[str]) -> str:
    """The line with what tells it from its likes; the first that is free."""
    base, fitted = line, 0
    for added in _differences(event):
        room = patterns()["width"] - len(added) - 1
        if len(base) > room and room != fitted:
            base, fitted = headline(event, width=room).ar, room
        text = f"{base} {added}"
        if text not in taken:
            taken.add(text)
            return text
    raise AssertionError("numbers do not end")  # pragma: no cover


def _differences(event: Event) -> Iterator[str]:
    day = _day(event)
    if day:
        yield f"({day})"
    number = 2
    while True:
        yield f"({day}، {number})" if day else f"({number})"
        number += 1


def _day(event: Event) -> str:
    whole = extent(event)
    if whole is None:
        return ""
    first = whole.start or whole.end
    if first is None:
        return ""
    day = as_datetime(first).date()
    return f"{day.day} {month_names('egyptian')[day.month - 1]} {day.year}"

"""Where an event is told: the words that most formats quote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline.chronology.order import extent
from timeline.events.model import EventType
from timeline.values.interval import Interval, as_datetime, union

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event, Place


def document_of(event: Event, documents: Mapping[str, Document]) -> Document | None:
    """The report of the first mention, where it is at hand."""
    return documents.get(event.mentions[0].document) if event.mentions else None


def sentence_of(event: Event, documents: Mapping[str, Document]) -> str:
    """The sentence of the first mention, without space around it; empty where the text is not at hand."""
    document = document_of(event, documents)
    return document.text[slice(*event.mentions[0].sentence)].strip() if document else ""


def where(event: Event) -> list[Place]:
    """The places it happens in: for a visit «إلى أنقرة» also where it leads."""
    located = [place for place in event.places if place.role == "location"]
    if not located and event.type is EventType.MEETING:
        return [place for place in event.places if place.role == "destination"]
    return located


def stretches(event: Event) -> tuple[Interval, ...]:
    """The stretches of time that it fills, touching ones joined; of a vague date its window."""
    whole = extent(event)
    return union(event.when) or (() if whole is None else (whole,))


def last_day(end: dt.date) -> dt.date:
    """The last day before an end that is out: of 2024-12-08 the seventh, of an hour its own day."""
    return (as_datetime(end) - dt.timedelta(microseconds=1)).date()

"""What of an event can be drawn: points, bars, vague stretches, and which of their ends are not known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.values.interval import as_datetime, union

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event

Shape = Literal["point", "bar", "vague"]
Profile = Literal["even", "START", "MID", "END"]

_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 (local time of the text)
_EPOCH_DAY = _EPOCH.toordinal()
_SECOND = dt.timedelta(seconds=1)
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
FIRST_MS = -62_135_596_800_000  # year 1
LAST_MS = 253_402_300_799_000  # year 9999

_VAGUE_GRAINS = {"week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century", "millennium"}
_PROFILES: dict[str, Profile] = {"START": "START", "MID": "MID", "END": "END", "APPROX": "MID"}


def milliseconds(moment: dt.date | dt.datetime) -> int:
    """Since 1970, as if the local time of the text were UTC: plotly's axis knows no zones."""
    if type(moment) is dt.date:
        return (moment.toordinal() - _EPOCH_DAY) * DAY_MS
    return int((as_datetime(moment) - _EPOCH) / _SECOND) * 1000


def iso(ms: float) -> str:
    """The way back, as plotly likes it: ``2024-12-07`` or ``2024-12-07 12:00:00``."""
    moment = at(ms)
    text = moment.isoformat(sep=" ", timespec="milliseconds" if moment.microsecond else "seconds")
    return text.removesuffix(" 00:00:00")


def at(ms: float) -> dt.datetime:
    """The moment itself, kept within the years that there are."""
    return _EPOCH + dt.timedelta(milliseconds=min(max(round(ms), FIRST_MS), LAST_MS))


@frozen
class Span:
    """One drawn piece of an event, in milliseconds: «منذ الأربعاء» is a bar with an open end.

    ``start`` and ``end`` bound what is known to belong to it; an open side fades beyond them.
    """

    start: int
    end: int
    shape: Shape
    profile: Profile = "even"
    open_start: bool = False
    open_end: bool = False


def known_until(event: Event, documents: Mapping[str, Document]) -> int | None:
    """The end of the last day on which a report told it: «منذ الأربعاء», printed on Tuesday, held until Tuesday."""
    days = [
        document.published
        for mention in event.mentions
        if (document := documents.get(mention.document)) is not None and document.published is not None
    ]
    return max(milliseconds(as_datetime(day).date()) for day in days) + DAY_MS if days else None


def _vague(event: Event) -> Profile | None:
    """How likely each part of the stretch is, where the day within it is not known; ``None`` if it is."""
    time = event.time
    if time is None or event.time_source in {"document", "none"}:
        return None
    if time.modifier in _PROFILES:
        return _PROFILES[time.modifier]
    if time.role == "range":
        return None
    if time.granularity is None and time.type == "DATE":
        return "even"  # «قبل أيام»: some day of them
    return "even" if time.granularity in _VAGUE_GRAINS else None


def spans(event: Event, documents: Mapping[str, Document]) -> tuple[Span, ...]:
    """The pieces to draw, in order; none for an event without a date."""
    profile = _vague(event)
    pieces = []
    for interval in union(event.when) if profile is None else event.when:
        if interval.start is None and interval.end is None:
            continue
        if interval.end is None and interval.start is not None:
            start = milliseconds(interval.start)
            until = known_until(event, documents)
            end = start + DAY_MS if until is None else max(until, start + DAY_MS)
            pieces.append(Span(start, end, "bar", open_end=True))
        elif interval.start is None and interval.end is not None:
            end = milliseconds(interval.end)
            pieces.append(Span(end - DAY_MS, end, "bar", open_start=True))
        elif interval.start is not None and interval.end is not None:
            start, end = milliseconds(interval.start), milliseconds(interval.end)
            end = max(end, start + 1000)
            if end - start <= DAY_MS:
                pieces.append(Span(start, end, "point"))
            elif profile is not None:
                pieces.append(Span(start, end, "vague", profile))
            else:
                pieces.append(Span(start, end, "bar"))
    return tuple(pieces)


def corroboration(event: Event, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The sources that tell it, each once: the event's own list, or else those of its documents."""
    if event.sources:
        return tuple(dict.fromkeys(source for source in event.sources if source))
    names = []
    for mention in event.mentions:
        document = documents.get(mention.document)
        names.append(mention.document if document is None else document.source or document.title or document.id)
    return tuple(dict.fromkeys(names))

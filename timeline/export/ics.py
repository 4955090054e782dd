"""iCalendar (RFC 5545): the dated events as all-day or timed entries.

The half-open interval is the calendar's own habit: ``DTEND`` is the first day that is out. A calendar knows no open
ends: what goes on from a day stands on its first day, what lasted until a day on its last, and ``COMMENT`` has the
stretch in ISO 8601 («2024-11-27/..»). An event on days that are apart has an entry for each. Events without any date
are left out, with a warning that counts them. Times are local times of the text, without a zone.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from timeline.events.model import Event, Modality
from timeline.export.left_out import tell
from timeline.export.rows import iso
from timeline.export.told import document_of, last_day, sentence_of, stretches, where
from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.values.interval import Moment

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST = 75
_STATUS = {Modality.ASSERTED: "CONFIRMED", Modality.DENIED: "CANCELLED", Modality.NEGATED: "CANCELLED"}


def dump(timeline: Timeline) -> str:
    """The dated events as one calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//diplomatic-timeline//EN", "CALSCALE:GREGORIAN"]
    undated = is_open = 0
    for event in timeline:
        told = stretches(event)
        known = [each for each in told if each.start is not None or each.end is not None]
        undated += not known
        is_open += any(each.is_open for each in known)
        for number, stretch in enumerate(known):
            lines += _entry(event, stretch, f"-{number}" if number else "", timeline.documents)
    lines.append("END:VCALENDAR")
    tell("iCalendar", {"no date, left out": undated, "an open end, on the day that is known": is_open})
    return "".join(folded for line in lines for folded in _fold(line))


def _entry(event: Event, stretch: Interval, which: str, documents: Mapping[str, Document]) -> Iterator[str]:
    document = document_of(event, documents)
    start, end = _shown(stretch)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}{which}@timeline"
    # No clock is read: the stamp is the day of the report, or of the event.
    stamp = document.published if document and document.published else start
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield "DTSTART" + _moment(start)
    if end is not None:
        yield "DTEND" + _moment(end)
    yield f"SUMMARY:{_text(event.headline or event.subtype)}"
    yield f"CATEGORIES:{event.type.value}"
    yield f"STATUS:{_STATUS.get(event.modality, 'TENTATIVE')}"
    if stretch.is_open:
        yield f"COMMENT:{iso(stretch)}"
    if sentence := sentence_of(event, documents):
        yield f"DESCRIPTION:{_text(sentence)}"
    if places := [place.name for place in where(event)]:
        yield f"LOCATION:{_text(', '.join(places))}"
    yield "END:VEVENT"


def _shown(stretch: Interval) -> tuple[Moment, Moment | None]:
    """Where a stretch stands in a calendar, both sides days or both moments; a day alone is its whole day."""
    start, end = stretch.start, stretch.end
    if start is None or end is None:
        return (start, None) if start is not None else (last_day(end or dt.date.max), None)
    if isinstance(start, dt.datetime) or isinstance(end, dt.datetime):
        return as_datetime(start), as_datetime(end)
    return start, end


def _moment(moment: Moment) -> str:
    if isinstance(moment, dt.datetime):
        return f":{_day(moment)}T{moment:%H%M%S}"
    return f";VALUE=DATE:{_day(moment)}"


def _day(moment: Moment) -> str:
    return f"{moment.year:04d}{moment:%m%d}"  # «%Y» forgets the zeros of the year 44


def _text(text: str) -> str:
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for char in ("\\", ";", ","):
        text = text.replace(char, "\\" + char)
    return text.replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 *bytes*: an Arabic letter has two and is never cut."""
    piece: list[str] = []
    size, limit = 0, _LONGEST
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > limit:
            yield "".join(piece) + "\r\n "
            piece, size, limit = [], 0, _LONGEST - 1
        piece.append(char)
        size += width
    yield "".join(piece) + "\r\n"

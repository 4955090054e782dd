"""iCalendar (RFC 5545): the dated events as all-day or timed entries.

The half-open interval is the calendar's own habit: ``DTEND`` is the first day that is out. Events without a beginning
cannot stand in a calendar and are left out, with a warning that counts them.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from typing import TYPE_CHECKING

from timeline.chronology.order import extent
from timeline.errors import TimelineWarning
from timeline.events.model import Event, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.values.interval import Moment

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST = 75
_STATUS = {Modality.ASSERTED: "CONFIRMED", Modality.DENIED: "CANCELLED", Modality.NEGATED: "CANCELLED"}


def dump(timeline: Timeline) -> str:
    """The events that have a beginning, as one calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//diplomatic-timeline//EN", "CALSCALE:GREGORIAN"]
    left_out = 0
    for event in timeline:
        entry = list(_entry(event, timeline.documents))
        left_out += not entry
        lines += entry
    lines.append("END:VCALENDAR")
    if left_out:
        warnings.warn(f"{left_out} events have no first day and are not in the calendar", TimelineWarning, stacklevel=3)
    return "".join(folded for line in lines for folded in _fold(line))


def _entry(event: Event, documents: Mapping[str, Document]) -> Iterator[str]:
    whole = extent(event)
    if whole is None or whole.start is None:
        return
    mention = event.mentions[0] if event.mentions else None
    document = documents.get(mention.document) if mention else None
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@timeline"
    # No clock is read: the stamp is the day of the report, or of the event.
    stamp = document.published if document and document.published else whole.start
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield "DTSTART" + _moment(whole.start)
    if whole.end is not None:
        yield "DTEND" + _moment(whole.end)
    yield f"SUMMARY:{_text(event.headline or event.subtype)}"
    yield f"CATEGORIES:{event.type.value}"
    yield f"STATUS:{_STATUS.get(event.modality, 'TENTATIVE')}"
    if document and mention:
        yield f"DESCRIPTION:{_text(document.text[slice(*mention.sentence)].strip())}"
    if places := [place.name for place in event.places if place.role == "location"]:
        yield f"LOCATION:{_text(', '.join(places))}"
    yield "END:VEVENT"


def _moment(moment: Moment) -> str:
    if isinstance(moment, dt.datetime):
        return f":{moment:%Y%m%dT%H%M%S}"
    return f";VALUE=DATE:{moment:%Y%m%d}"


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

"""JSON for TimelineJS, which draws slides: headline, dates, the sentence, the source.

TimelineJS writes ``headline`` and ``text`` into its page as HTML, so what a report says is escaped. It needs a date:
events without any are left out, with a warning that counts them; an open side is said in ``display_date``.
"""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json
from timeline.export.rows import iso
from timeline.export.told import sentence_of
from timeline.values.interval import Moment, as_datetime

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event

_INSTANT = dt.timedelta(microseconds=1)


def dump(timeline: Timeline) -> str:
    """The dated events as TimelineJS reads them."""
    slides = [slide for event in timeline if (slide := _slide(event, timeline)) is not None]
    text, halves = as_json({"events": slides}, indent=1)
    tell("TimelineJS", {"no date, left out": len(timeline) - len(slides), HALVES: halves})
    return text


def _slide(event: Event, timeline: Timeline) -> dict[str, Any] | None:
    whole = extent(event)
    if whole is None or (whole.start is None and whole.end is None):
        return None
    last = None if whole.end is None else as_datetime(whole.end) - _INSTANT
    start: Moment | None = whole.start if whole.start is not None else last
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "group": event.type.value,
        "start_date": _date(start, whole.start),
        "text": {"headline": html.escape(event.headline), "text": _text(event, timeline)},
    }
    if last is not None and whole.start is not None and last.date() != as_datetime(whole.start).date():
        slide["end_date"] = _date(last, whole.end)
    if whole.is_open:
        slide["display_date"] = iso(whole)
    return slide


def _date(moment: Moment | None, stated: Moment | None) -> dict[str, int]:
    at = as_datetime(moment) if moment is not None else dt.datetime(1, 1, 1)  # noqa: DTZ001
    date = {"year": at.year, "month": at.month, "day": at.day}
    if isinstance(stated, dt.datetime):
        date |= {"hour": at.hour, "minute": at.minute}
    return date


def _text(event: Event, timeline: Timeline) -> str:
    said = " · ".join([event.modality.value, *sources_of(event, timeline.documents)])
    paragraphs = [sentence_of(event, timeline.documents), said]
    return "".join(f'<p dir="auto">{html.escape(paragraph)}</p>' for paragraph in paragraphs if paragraph)

"""JSON for vis-timeline, which draws items in groups: ``new vis.Timeline(element, data.items, data.groups)``.

vis-timeline writes ``content`` and ``title`` into its page as HTML, so what a report says is escaped. ``start`` and
``end`` are local times, half-open. An item without an ``end`` is a point: so is what goes on, and its ``className``
says ``open-end``; what lasted until a day stands at it, ``open-start``. Events without a date are left out, counted.
"""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING, Any

from timeline.events.model import EventType
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json
from timeline.export.rows import moment
from timeline.export.told import last_day, sentence_of, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event


def dump(timeline: Timeline) -> str:
    """The dated events as ``{"groups": […], "items": […]}``; an event on days that are apart has an item for each."""
    items, undated = [], 0
    for event in timeline:
        made = list(_items(event, timeline))
        undated += not made
        items += made
    groups = [{"id": each.value, "content": each.value, "order": n} for n, each in enumerate(EventType)]
    text, halves = as_json({"groups": groups, "items": items}, indent=1)
    tell("vis-timeline", {"no date, left out": undated, HALVES: halves})
    return text


def _items(event: Event, timeline: Timeline) -> Iterator[dict[str, Any]]:
    for number, stretch in enumerate(stretches(event)):
        if stretch.start is None and stretch.end is None:
            continue
        start = moment(stretch.start if stretch.start is not None else last_day(stretch.end or dt.date.max))
        item = {
            "id": f"{event.id}-{number}" if number else event.id,
            "group": event.type.value,
            "content": html.escape(event.headline or event.subtype),
            "title": html.escape(sentence_of(event, timeline.documents)),
            "className": f"event {event.type.value} {event.modality.value}",
            "start": start.isoformat() if start else None,
            "type": "point",
        }
        if stretch.is_open:
            item["className"] = f"{item['className']} open-{'start' if stretch.start is None else 'end'}"
        elif end := moment(stretch.end):
            item |= {"end": end.isoformat(), "type": "range"}
        yield item

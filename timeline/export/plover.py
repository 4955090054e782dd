"""PLOVER records, one JSON object a line: events as political scientists exchange them.

The fields are those of the PLOVER manual (0.8): ``id``, ``date``, ``enddate``, ``event``, ``mode``, ``context``,
``actor``, ``recipient``, ``event_loc``, ``event_text``, ``text_info``, ``cite_info``. PLOVER has no code for a neutral
statement: such a record has an empty ``event`` and says what it is in ``comment``, it is not left out. ``date`` is the
first day and ``enddate`` the last, both inside; both are null where the text gives none.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Actor, Event

# CAMEO and PLOVER know two sides: who acts, and upon whom. The equal partners of a meeting are all actors.
_RECIPIENTS = frozenset({"target", "host", "addressee"})


def dump(timeline: Timeline) -> str:
    """One record for each event, in the order of the timeline."""
    records = (record(event, timeline.documents) for event in timeline)
    return "".join(json.dumps(each, ensure_ascii=True) + "\n" for each in records)


def record(event: Event, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One event as a PLOVER record."""
    first, last = days_of(event)
    mention = event.mentions[0] if event.mentions else None
    document = documents.get(mention.document) if mention else None
    sentence = document.text[slice(*mention.sentence)] if document and mention else event.headline
    codes = event.codes
    return {
        "id": event.id,
        "date": first,
        "enddate": last,
        "event": [codes.plover_event] if codes.plover_event else [],
        "mode": [codes.plover_mode] if codes.plover_mode else [],
        "context": codes.plover_context.split() if codes.plover_context else [],
        "actor": _parties(actor for actor in event.actors if actor.role not in _RECIPIENTS),
        "recipient": _parties(actor for actor in event.actors if actor.role in _RECIPIENTS),
        "event_loc": [
            {
                "extracted_place": place.text,
                "resolved_place": place.name_en or place.name,
                "country_code": place.country,
            }
            for place in event.places
            if place.role == "location"
        ],
        "event_text": sentence,
        "text_info": {"start": mention.trigger[0], "end": mention.trigger[1]} if mention else None,
        "cite_info": _citation(document),
        "comment": f"{event.type.value}/{event.subtype} {event.stance or ''}".strip() + f", {event.modality.value}",
    }


def days_of(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day of an event, ISO, as far as they are known."""
    whole = extent(event)
    if whole is None:
        return None, None
    first = None if whole.start is None else as_datetime(whole.start).date().isoformat()
    if whole.end is None:
        return first, None
    return first, (as_datetime(whole.end) - dt.timedelta(microseconds=1)).date().isoformat()


def _parties(actors: Iterable[Actor]) -> list[dict[str, Any]]:
    return [
        {
            "name": actor.name_en or actor.name,
            "text": actor.text,
            "code": actor.code,
            "country": actor.country,
            "wikidata": actor.wikidata,
        }
        for actor in actors
    ]


def _citation(document: Document | None) -> dict[str, Any]:
    if document is None:
        return {"language": "ara", "coder": "timeline"}
    return {
        "title": document.title,
        "publication": document.source,
        "date": document.published.isoformat() if document.published else None,
        "url": document.url,
        "language": "ara",
        "coder": "timeline",
    }

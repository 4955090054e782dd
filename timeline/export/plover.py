"""PLOVER records, one JSON object a line: events as political scientists exchange them.

The fields are those of the PLOVER manual (0.8): ``id``, ``date``, ``enddate``, ``event``, ``mode``, ``context``,
``actor``, ``recipient``, ``event_loc``, ``event_text``, ``text_info``, ``cite_info``. The manual requires ``id``,
``date``, ``event`` and ``actor`` of every record: an event without a date has that of its report, and ``comment`` says
so; what has no code (PLOVER has none for a neutral statement) or no date at all is left out, with a warning that
counts it. ``date`` is the first day and ``enddate`` the last, both inside; ``enddate`` is null where it is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json
from timeline.export.told import document_of, last_day, sentence_of, where
from timeline.lexicon.coordinates import point_of
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Actor, Event, Place

# CAMEO and PLOVER know two sides: who acts, and upon whom. The equal partners of a meeting are all actors.
_RECIPIENTS = frozenset({"target", "host", "addressee"})


def dump(timeline: Timeline) -> str:
    """One record for each event, in the order of the timeline."""
    coded = [event for event in timeline if event.codes.plover_event]
    records = [each for event in coded if (each := record(event, timeline.documents))["date"] is not None]
    lines = [as_json(each) for each in records]
    tell("PLOVER", {
        "no PLOVER code, left out": len(timeline) - len(coded),
        "no date, left out": len(coded) - len(records),
        HALVES: sum(halves for _, halves in lines),
    })  # fmt: skip
    return "".join(line + "\n" for line, _ in lines)


def record(event: Event, documents: Mapping[str, Document]) -> dict[str, Any]:
    """One event as a PLOVER record."""
    first, last, comment = *days_of(event), f"{event.type.value}/{event.subtype} {event.stance or ''}".strip()
    comment += f", {event.modality.value}"
    mention = event.mentions[0] if event.mentions else None
    document = document_of(event, documents)
    if first is None and last is None and document and document.published:
        first, comment = document.published.isoformat(), comment + ", date of the report"
    codes = event.codes
    return {
        "id": event.id,
        "date": first or last,
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
                **_point(place),
            }
            for place in where(event)
        ],
        "event_text": sentence_of(event, documents) or event.headline,
        "text_info": {"start": mention.trigger[0], "end": mention.trigger[1]} if mention else None,
        "cite_info": _citation(document),
        "comment": comment,
    }


def _point(place: Place) -> dict[str, float]:
    point = point_of(place.name, place.country)
    return {"lat": point[0], "lon": point[1]} if point else {}


def days_of(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day of an event, ISO, as far as they are known."""
    whole = extent(event)
    if whole is None:
        return None, None
    first = None if whole.start is None else as_datetime(whole.start).date().isoformat()
    if whole.end is None:
        return first, None
    return first, last_day(whole.end).isoformat()


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

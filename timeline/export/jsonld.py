"""JSON-LD: the events in the words of schema.org, for search engines and knowledge graphs.

``startDate`` and ``endDate`` are both inside, as schema.org has them; days that are apart are an ``eventSchedule``. An
actor is a ``contributor`` with its ``roleName``. schema.org says of an ``Event`` that it takes place: what a text
denies is left out, counted; what it plans is ``EventScheduled``, and every status is among the ``keywords``. ``<`` is
written as an escape, so that the text may stand in a page as ``<script type="application/ld+json">``.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from timeline.chronology.order import extent
from timeline.events.model import Modality
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json
from timeline.export.told import document_of, last_day, sentence_of, stretches, where
from timeline.lexicon.coordinates import point_of
from timeline.lexicon.gazetteer import names_of
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Actor, Event, Place

_DENIED = frozenset({Modality.DENIED, Modality.NEGATED})
Node = dict[str, Any]


def dump(timeline: Timeline) -> str:
    """The events that are not denied, as one ``@graph``."""
    held = [event for event in timeline if event.modality not in _DENIED]
    graph = [_event(event, timeline) for event in held]
    text, halves = as_json({"@context": "https://schema.org", "@graph": graph}, indent=1)
    tell("JSON-LD", {"denied or negated, left out": len(timeline) - len(held), HALVES: halves})
    return text.replace("<", "\\u003c")


def _event(event: Event, timeline: Timeline) -> Node:
    whole, told = extent(event), stretches(event)
    document = document_of(event, timeline.documents)
    planned = "https://schema.org/EventScheduled" if event.modality is Modality.PLANNED else None
    return _known({
        "@type": "Event",
        "@id": _id(event.id),
        "name": event.headline,
        "description": sentence_of(event, timeline.documents),
        "inLanguage": "ar",
        **(_dates(whole) if whole else {}),
        "eventSchedule": [_known({"@type": "Schedule", **_dates(each)}) for each in told if len(told) > 1],
        "eventStatus": planned,
        "keywords": [event.type.value, event.subtype, event.modality.value],
        "location": list(map(_place, where(event))),
        "contributor": [_contributor(actor) for actor in event.actors],
        "superEvent": {"@id": _id(event.part_of)} if event.part_of else None,
        "subjectOf": _article(document) if document else None,
    })  # fmt: skip


def _id(event_id: str) -> str:
    return f"urn:diplomatic-timeline:{quote(event_id, safe='', errors='replace')}"


def _dates(stretch: Interval) -> Node:
    start, end = stretch.start, stretch.end
    if isinstance(end, dt.datetime):
        last: str | None = end.isoformat()
    else:
        last = None if end is None else last_day(end).isoformat()
    return {"startDate": None if start is None else start.isoformat(), "endDate": last}


def _contributor(actor: Actor) -> Node:
    kind = "Person" if actor.name in names_of("person") else "Organization"
    somebody = {
        "@type": kind, "name": actor.name, "alternateName": actor.name_en, "sameAs": _wikidata(actor.wikidata),
        "identifier": actor.code,
    }  # fmt: skip
    return {"@type": "Role", "roleName": actor.role, "contributor": _known(somebody)}


def _place(place: Place) -> Node:
    point = point_of(place.name, place.country)
    return _known({
        "@type": "Place",
        "name": place.name,
        "alternateName": place.name_en,
        "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
        "geo": {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]} if point else None,
        "sameAs": _wikidata(place.wikidata),
    })  # fmt: skip


def _article(document: Document) -> Node:
    return _known({
        "@type": "NewsArticle",
        "headline": document.title,
        "url": document.url if document.url and document.url.startswith(("https://", "http://")) else None,
        "datePublished": document.published.isoformat() if document.published else None,
        "publisher": {"@type": "Organization", "name": document.source} if document.source else None,
    })  # fmt: skip


def _wikidata(item: str | None) -> str | None:
    return f"http://www.wikidata.org/entity/{item}" if item and item.isalnum() else None


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}

"""An event as one row of a table: the columns that `csv`, `frames` and `parquet` share."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event, Toll
    from timeline.values.interval import Interval, Moment

Cell = str | bool | int | dt.datetime | None

#: The columns and what is in them: "text", "moment", "flag" or "count". Several names in one cell stand between " | ".
COLUMNS = {
    "id": "text", "type": "text", "subtype": "text", "stance": "text", "modality": "text",
    "start": "moment", "end": "moment", "whole_days": "flag", "when": "text",
    "time_text": "text", "time_value": "text", "edtf": "text", "time_source": "text",
    "actors": "text", "actor_roles": "text", "actor_codes": "text", "countries": "text",
    "places": "text", "place_roles": "text", "place_countries": "text",
    "headline": "text", "headline_en": "text", "headline_worthy": "flag", "background": "flag", "part_of": "text",
    "dead": "text", "wounded": "text", "attribution": "text", "conflicts": "text",
    "sources": "text", "documents": "text", "mentions": "count",
    "plover_event": "text", "plover_mode": "text", "plover_context": "text", "cameo": "text", "acled": "text",
}  # fmt: skip
BETWEEN = " | "


def row(event: Event, documents: Mapping[str, Document]) -> dict[str, Cell]:
    """The cells of one event.

    ``start`` and ``end`` bound it, half-open, and are empty where not known. They are always moments, a day its
    midnight, so that a column has one type; ``whole_days`` says that no hour is told.
    """
    whole, time, codes = extent(event), event.time, event.codes
    told = dict.fromkeys(mention.document for mention in event.mentions)
    return {
        "id": event.id,
        "type": event.type.value,
        "subtype": event.subtype,
        "stance": event.stance,
        "modality": event.modality.value,
        "start": moment(whole.start) if whole else None,
        "end": moment(whole.end) if whole else None,
        "whole_days": in_whole_days(whole) if whole else None,
        "when": _joined(map(iso, event.when)),
        "time_text": time.text if time else None,
        "time_value": time.value if time else None,
        "edtf": time.edtf if time else None,
        "time_source": event.time_source,
        "actors": _joined(actor.name for actor in event.actors),
        "actor_roles": _joined(actor.role for actor in event.actors),
        "actor_codes": _joined(actor.code or "" for actor in event.actors),
        "countries": _joined(actor.country or "" for actor in event.actors),
        "places": _joined(place.name for place in event.places),
        "place_roles": _joined(place.role for place in event.places),
        "place_countries": _joined(place.country or "" for place in event.places),
        "headline": event.headline,
        "headline_en": event.headline_en,
        "headline_worthy": event.headline_worthy,
        "background": event.background,
        "part_of": event.part_of,
        "dead": _joined(map(range_of, event.dead)),
        "wounded": _joined(map(range_of, event.wounded)),
        "attribution": _joined(event.attribution),
        "conflicts": _joined(event.conflicts),
        "sources": _joined(sources_of(event, documents)),
        "documents": _joined(told),
        "mentions": len(event.mentions),
        "plover_event": codes.plover_event,
        "plover_mode": codes.plover_mode,
        "plover_context": codes.plover_context,
        "cameo": codes.cameo,
        "acled": codes.acled,
    }


def range_of(toll: Toll) -> str:
    """«20», «40-50», and «20+» where only the least is said."""
    if toll.high is None:
        return f"{toll.low}+"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"


def iso(interval: Interval) -> str:
    """ISO 8601 with ".." for an open side, as EDTF writes it; half-open: ``2024-12-07/2024-12-08`` is one day."""
    return "/".join(".." if side is None else side.isoformat() for side in (interval.start, interval.end))


def _joined(names: Iterable[str]) -> str:
    """Several in one cell; their number stays, so that the third name and the third role belong together."""
    return BETWEEN.join(names)


def moment(side: Moment | None) -> dt.datetime | None:
    """A day as its midnight, for columns of one type; an open side has none."""
    return None if side is None else as_datetime(side)


def in_whole_days(interval: Interval) -> bool:
    """Whether no side is an hour."""
    return not any(isinstance(side, dt.datetime) for side in (interval.start, interval.end))

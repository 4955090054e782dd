"""CSV in the columns of ACLED: what armed people did, for whoever compares with its data.

ACLED records what happened: meetings and statements (it has no code for them), what is planned, denied or only
possible, and what has no date are left out, with a warning that counts them. A row stands for an event and not, as
theirs do, for a day of it: ``event_date`` is its first day. ``time_precision`` is 1 for days, 2 for a week, 3 for more;
``fatalities`` the least that is said, 0 where nothing is; ``geo_precision`` 1 where the point of the place is known.
What only their coders decide (``inter1``, ``disorder_type``, ``admin1`` …) stays empty.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import TYPE_CHECKING

from timeline.chronology.select import sources_of
from timeline.events.model import Modality
from timeline.export.csv import harmless
from timeline.export.left_out import tell
from timeline.export.plain import one_line
from timeline.export.told import sentence_of, stretches, where
from timeline.lexicon.coordinates import point_of
from timeline.lexicon.gazetteer import gazetteer
from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Actor, Event

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_NUMBERS = frozenset({"latitude", "longitude"})
_ACTING = frozenset({"agent", "participant", "speaker", "host"})


def dump(timeline: Timeline) -> str:
    """The events that ACLED has a code for, as one row each."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    left = {"no ACLED code, left out": 0, "not told as having happened, left out": 0, "no date, left out": 0}
    for event in timeline:
        told = [each for each in stretches(event) if each.start is not None]
        if not event.codes.acled:
            left["no ACLED code, left out"] += 1
        elif event.modality is not Modality.ASSERTED:
            left["not told as having happened, left out"] += 1
        elif not told:
            left["no date, left out"] += 1
        else:
            row = _row(event, told, timeline.documents)
            # A longitude may be negative, and is no formula.
            cells = {name: cell if name in _NUMBERS else harmless(one_line(cell)) for name, cell in row.items()}
            writer.writerow(cells)
    tell("ACLED", left)
    return out.getvalue()


def _row(event: Event, told: list[Interval], documents: Mapping[str, Document]) -> dict[str, str]:
    first = min(as_datetime(each.start).date() for each in told if each.start is not None)
    one = [_name(actor) for actor in event.actors if actor.role in _ACTING]
    other = [_name(actor) for actor in event.actors if actor.role not in _ACTING]
    if not other and len(one) > 1 and all(actor.role == "participant" for actor in event.actors):
        one, other = one[:1], one[1:]  # «اشتباكات بين»: the sides of a battle
    place = next(iter(where(event)), None)
    point = point_of(place.name, place.country) if place else None
    lows = [toll.low for toll in event.dead]
    kind, _, sub = (event.codes.acled or "").partition(": ")
    return {
        "event_id_cnty": event.id,
        "event_date": first.isoformat(),
        "year": f"{first.year:04d}",
        "time_precision": str(_precision(told)),
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": next(iter(one), ""),
        "assoc_actor_1": "; ".join(one[1:]),
        "actor2": next(iter(other), ""),
        "assoc_actor_2": "; ".join(other[1:]),
        "country": _countries().get(place.country, "") if place else "",
        "location": (place.name_en or place.name) if place else "",
        "latitude": f"{point[0]:.2f}" if point else "",
        "longitude": f"{point[1]:.2f}" if point else "",
        "geo_precision": "1" if point else "",
        "source": "; ".join(sources_of(event, documents)),
        "notes": sentence_of(event, documents) or event.headline,
        "fatalities": str(min(lows, default=0)),
    }


def _precision(told: list[Interval]) -> int:
    lengths = [each.length for each in told]
    days = sum(length.days if length is not None else 99 for length in lengths)
    return 1 if days <= len(told) else 2 if days <= 8 else 3


def _name(actor: Actor) -> str:
    return actor.name_en or actor.name


@cache
def _countries() -> dict[str | None, str]:
    entries = (entity for rows in gazetteer().names.values() for _, entity in rows)
    return {each.country: each.name_en or "" for each in entries if each.kind == "country"}

"""GeoJSON (RFC 7946): the events that have a place on the map, one feature each.

The points are those of the gazetteer, facts of GeoNames (CC BY 4.0), which the collection names as their source. A
country is no point, and a place that the gazetteer does not place has none: such events are left out, counted. What
happened in several places is a ``MultiPoint``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json
from timeline.export.rows import moment
from timeline.export.told import sentence_of, where
from timeline.lexicon.coordinates import point_of, source

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event


def dump(timeline: Timeline) -> str:
    """The placed events as a ``FeatureCollection``; what a place is called and when it was are properties."""
    features = [feature for event in timeline if (feature := _feature(event, timeline)) is not None]
    text, halves = as_json({"type": "FeatureCollection", "source": source(), "features": features}, indent=1)
    missing = len(timeline) - len(features)
    tell("GeoJSON", {"no place with known coordinates, left out": missing, HALVES: halves})
    return text


def _feature(event: Event, timeline: Timeline) -> dict[str, Any] | None:
    # Of several names for one spot, the first.
    places = {
        point: place for place in reversed(where(event)) if (point := point_of(place.name, place.country)) is not None
    }
    if not places:
        return None
    points = [[longitude, latitude] for latitude, longitude in reversed(places)]
    whole = extent(event)
    start, end = (moment(whole.start), moment(whole.end)) if whole else (None, None)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points},
        "properties": {
            "headline": event.headline,
            "headline_en": event.headline_en,
            "type": event.type.value,
            "subtype": event.subtype,
            "modality": event.modality.value,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "places": [place.name for place in reversed(places.values())],
            "country": next((place.country for place in reversed(places.values())), None),
            "actors": [actor.name for actor in event.actors],
            "sources": list(sources_of(event, timeline.documents)),
            "sentence": sentence_of(event, timeline.documents),
        },
    }

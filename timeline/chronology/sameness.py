"""Whether two reports tell the same act, and the one event that both tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.select import folded
from timeline.events.model import Event, EventType

if TYPE_CHECKING:
    from collections.abc import Sequence


def same_event(one: Event, other: Event) -> bool:
    """Whether two events are one act: a type, a date, shared actors, and for statements the same words."""
    if one.type is not other.type or one.when != other.when or not one.when:
        return False
    actors, others = ({actor.name for actor in event.actors} for event in (one, other))
    if one.type is EventType.STATEMENT:
        words, further = (set(folded(event.headline)) for event in (one, other))
        return bool(actors & others) and 2 * len(words & further) >= len(words | further) > 0
    places, elsewhere = ({place.name for place in event.places} for event in (one, other))
    if not places.isdisjoint(elsewhere) or not (places and elsewhere):
        return bool(actors & others) and one.subtype == other.subtype
    return False


def merge(events: Sequence[Event]) -> Event:
    """One event for all, with every mention and source; where the reports differ it says so."""
    first = events[0]
    statuses = list(dict.fromkeys(event.modality.value for event in events))
    conflicts = [conflict for event in events for conflict in event.conflicts]
    if len(statuses) > 1:
        conflicts.append("status: " + " / ".join(statuses))
    return evolve(
        first,
        mentions=tuple(dict.fromkeys(mention for event in events for mention in event.mentions)),
        sources=tuple(dict.fromkeys(source for event in events for source in event.sources)),
        conflicts=tuple(dict.fromkeys(conflicts)),
        headline_worthy=any(event.headline_worthy for event in events),
    )

"""Who of those that tell an act bears out what it was settled to be: the same sides, the same place, as it is.

An event is often told by many and told *so* by few: others only refer to it, leave out whom it happened to, or were
read wrongly. What an editor counts are reports that agree on the whole of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology.features import STATED, Features, features
from timeline.chronology.votes import voters_of
from timeline.events.model import EventType, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.model import Event

_ENOUGH = 2  # of who, whom and where; both who meet
_SEVERAL = 4  # reports


def witnesses(event: Event) -> list[Event]:
    """The tellings that agree with the event on two things it says, or on whom it struck by name; it, if it is one."""
    if not event.tellings:
        return [event]
    settled = features(event)
    asked = min(_ENOUGH, sum(bool(right) for _, right in _sides(settled, settled)) - _by_one(event))
    found = [each for each in event.tellings if _as_it_is(each, event) and _agrees(features(each), settled, asked)]
    return found or ([event] if event.corrected else [])  # whoever corrected it knows


def _by_one(event: Event) -> int:
    """How many of who did it and whom it struck one report alone adds: those that are silent need not have him."""
    voters = voters_of(event.tellings, event.modality)
    naming = [{_report(each) for each in voters if _names(each, event, role)} for role in ("agent", "target")]
    known = sum(actor.is_identified for actor in event.actors)
    apart = all(naming) and not any(all(_names(each, event, role) for role in ("agent", "target")) for each in voters)
    if event.type is not EventType.OFFENSIVE or not (apart or len(set(map(_report, voters))) >= _SEVERAL):
        return 0
    return min(sum(len(reports) == 1 for reports in naming), known)


def _names(telling: Event, event: Event, role: str) -> bool:
    """Whether a telling names one of those whom the event has in a role, or another of his side."""
    settled = {actor.country or actor.name for actor in event.actors if actor.role == role}
    return any((actor.country or actor.name) in settled for actor in telling.actors if actor.role == role)


def _report(telling: Event) -> str:
    return telling.mentions[0].document if telling.mentions else telling.id


def _as_it_is(telling: Event, event: Event) -> bool:
    """Told with its day or as news, and with the same status; a plan bears out what took place."""
    if telling.background and telling.time_source not in STATED:
        return False
    return telling.modality in (event.modality, Modality.PLANNED, Modality.ASSERTED)


def _agrees(one: Features, settled: Features, asked: int) -> bool:
    sides = list(_sides(one, settled))
    if any(left and right and not left & right for left, right in sides[:1]):
        return False  # another did it
    alike = sum(bool(left & right) for left, right in sides)
    if one.telling.type is EventType.MEETING:
        met = max(len(settled.agents), len(settled.states))
        common = max(len(one.agents & settled.agents), len(one.states & settled.states))
        if met >= _ENOUGH and settled.telling.subtype != "visit":
            return common >= _ENOUGH  # both who met, and not one of them and where
        alike = max(alike, common)
    if one.others & settled.others and not any(left and right and not left & right for left, right in sides):
        return True  # somebody by name, and nothing else that is not so
    return bool(alike) and alike >= asked


def _sides(one: Features, settled: Features) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    yield one.agents | one.states, settled.agents | settled.states
    if one.telling.type is EventType.OFFENSIVE:
        yield one.targets | one.others, settled.targets | settled.others
    if one.telling.type is not EventType.STATEMENT:
        if settled.places:
            yield one.places | one.outer, settled.places | settled.outer
        else:
            yield one.grounds, settled.grounds

"""The same act told twice, in one document or in several: whether two events are one, and what they are together."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from timeline.events.model import Actor, Event, EventType, Modality
from timeline.values.interval import Interval

_HARM = frozenset(("killing", "assassination"))
_ATTACK = frozenset(("assault", "bombing", "airstrike", "shelling", "clash", "drone", "repelled"))
#: Kinds that say less than the other word for the act: «بحث … في اتصال هاتفي» is a call, «قتل … في غارة» an airstrike.
_VAGUE = frozenset(("meeting", "killing"))
_SOURCES = ("stated", "carried", "derived")
_RANK = {"stated": 0, "derived": 1, "carried": 2, "document": 3, "none": 4}


def _names(event: Event, *roles: str) -> frozenset[str]:
    return frozenset(actor.name for actor in event.actors if not roles or actor.role in roles)


def _overlap(first: tuple[Interval, ...], second: tuple[Interval, ...]) -> bool:
    return any(a.overlaps(b) for a in first for b in second)


def _days(event: Event) -> int:
    lengths = [each.length for each in event.when]
    return sum(length.days for length in lengths if length is not None) or 10_000


def same_event(first: Event, second: Event) -> bool:
    """Whether two events of different documents (or distant sentences) are surely one act.

    The same type, dates that overlap and are no longer than a week, and the same people: all participants of one are
    among the other's for meetings, an agent or target and a kind or a place in common for offensives, the same
    speaker, stance and day for statements. In doubt they stay two.
    """
    if first.type is not second.type or not first.when or not second.when:
        return False
    if first.time_source not in _SOURCES and second.time_source not in _SOURCES:
        return False
    if not _overlap(first.when, second.when) or min(_days(first), _days(second)) > 8:
        return False
    if (first.modality in (Modality.NEGATED, Modality.DENIED)) != (
        second.modality in (Modality.NEGATED, Modality.DENIED)
    ):
        return False
    if first.type is EventType.MEETING:
        return _same_meeting(first, second)
    if first.type is EventType.OFFENSIVE:
        return _same_offensive(first, second)
    speakers = _names(first, "speaker") & _names(second, "speaker")
    return (
        bool(speakers)
        and first.subtype == second.subtype
        and _names(first, "target", "addressee") == _names(second, "target", "addressee")
        and first.when == second.when
        and _alike(first.content, second.content) > 0.6
    )


def _same_meeting(first: Event, second: Event) -> bool:
    one, two = _names(first), _names(second)
    if not one or not two:
        return False
    if not (one <= two or two <= one) or (len(one & two) < 2 and len(one | two) > 2):
        return (
            len(_countries(first) & _countries(second)) >= 2
            and _compatible(first, second)
            and first.when == second.when
        )
    if len(one & two) < 2:
        places = {place.name for place in first.places} & {place.name for place in second.places}
        return bool(places) and first.subtype == second.subtype
    return _compatible(first, second)


_MEETING_KINDS = (
    frozenset(("phone",)),
    frozenset(("visit", "hosted", "meeting", "summit", "conference", "negotiation", "summons")),
)


def _compatible(first: Event, second: Event) -> bool:
    return any(first.subtype in kinds and second.subtype in kinds for kinds in _MEETING_KINDS)


def _countries(event: Event) -> frozenset[str]:
    return frozenset(actor.country for actor in event.actors if actor.country)


def _same_offensive(first: Event, second: Event) -> bool:
    agents = _names(first, "agent", "participant") & _names(second, "agent", "participant")
    targets = _names(first, "target") & _names(second, "target")
    places = {place.name for place in first.places} & {place.name for place in second.places}
    if first.subtype != second.subtype and not {first.subtype, second.subtype} <= (_ATTACK | _HARM):
        return False
    return bool((agents and places) or (targets and places) or (agents and targets)) or (
        bool(agents) and first.subtype == second.subtype and not (first.places and second.places) and _days(first) <= 1
    )


def _alike(first: str, second: str) -> float:
    one, two = set(first.split()), set(second.split())
    return len(one & two) / max(1, min(len(one), len(two)))


# Spans index the first mention's document; who is named in another one only has none.
_NO_SPAN: dict[str, Any] = {"text": "", "start_char": 0, "end_char": 0}


def merge(first: Event, second: Event) -> Event:
    """One event out of two tellings: the better dated one leads, all mentions are kept, contradictions are listed."""
    lead, other = sorted((first, second), key=lambda each: (_RANK[each.time_source], _days(each), -len(each.actors)))
    actors: list[Actor] = list(lead.actors)
    known = {(actor.name, actor.role) for actor in actors}
    together = lead.mentions[:1] and other.mentions[:1] and lead.mentions[0].document == other.mentions[0].document
    if together:
        actors += [actor for actor in other.actors if (actor.name, actor.role) not in known]
    elif not actors:
        actors = [evolve(actor, **_NO_SPAN) for actor in other.actors]
    places = list(lead.places) or [each if together else evolve(each, **_NO_SPAN) for each in other.places]
    conflicts = [*lead.conflicts, *(each for each in other.conflicts if each not in lead.conflicts)]
    for note in _contradictions(lead, other):
        if note not in conflicts:
            conflicts.append(note)
    kind = other if lead.subtype in _VAGUE and other.subtype not in _VAGUE else lead
    mentions = [*lead.mentions, *(each for each in other.mentions if each not in lead.mentions)]
    timed = other if _goes_on(other) and not _goes_on(lead) and _same_start(lead, other) else lead
    return evolve(
        lead,
        when=timed.when,
        time=timed.time if together else lead.time,  # its place is in the document of the first mention
        time_source=timed.time_source,
        subtype=kind.subtype,
        codes=kind.codes,
        actors=tuple(actors),
        places=tuple(places),
        modality=_surer(lead.modality, other.modality),
        headline_worthy=lead.headline_worthy or other.headline_worthy,
        mentions=tuple(mentions),
        attribution=tuple(dict.fromkeys((*lead.attribution, *other.attribution))),
        conflicts=tuple(conflicts),
        sources=tuple(dict.fromkeys((*lead.sources, *other.sources))),
    )


def _goes_on(event: Event) -> bool:
    """Whether it is told with its beginning and no end: «منذ الأربعاء»."""
    return any(interval.start is not None and interval.end is None for interval in event.when)


def _same_start(first: Event, second: Event) -> bool:
    """«بدأت الأربعاء» and «منذ الأربعاء»: the second tells that it goes on."""
    return bool(first.when and second.when) and first.when[0].start == second.when[0].start


def _surer(first: Modality, second: Modality) -> Modality:
    order = [
        Modality.ASSERTED,
        Modality.PLANNED,
        Modality.POSSIBLE,
        Modality.CONDITIONAL,
        Modality.NEGATED,
        Modality.DENIED,
    ]
    return min(first, second, key=order.index)


def _contradictions(first: Event, second: Event) -> list[str]:
    notes: list[str] = []
    stated = first.time_source in _SOURCES and second.time_source in _SOURCES
    if stated and first.when and second.when and not _overlap(first.when, second.when):
        notes.append(f"dates differ: {_written(first.when)} and {_written(second.when)}")
    if {first.modality, second.modality} & {
        Modality.DENIED,
        Modality.NEGATED,
    } and first.modality is not second.modality:
        notes.append(f"status differs: {first.modality.value} and {second.modality.value}")
    agents = _names(first, "agent"), _names(second, "agent")
    if agents[0] and agents[1] and not agents[0] & agents[1]:
        notes.append(f"agents differ: {'، '.join(sorted(agents[0]))} and {'، '.join(sorted(agents[1]))}")
    return notes


def _written(when: tuple[Interval, ...]) -> str:
    return " + ".join(map(str, when))

"""Reading back what was said, and what differs: «inverted: الجيش الروسي is a target»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from timeline.documents.model import Document
from timeline.events.model import Actor, Event, EventType
from timeline.pipeline import extract
from timeline.testing.acts_model import Act, Party
from timeline.text.fold import Folded

#: Roles in which somebody who meets may be found.
_MEETING = ("participant", "host", "agent")


def read_back(text: str, reference: dt.date) -> list[Event]:
    """The events of a text, by the public way: ``timeline.extract`` of a document printed that day."""
    return extract(Document(text, reference))


def agrees(act: Act, events: Sequence[Event], *, strict: bool = False) -> list[str]:
    """What reading has otherwise than it was meant; nothing if the act was read, and the others of its sentence.

    Each difference begins with what it is about: ``missing``, ``type``, ``day``, ``modality``, ``agent``, ``target``,
    ``participant``, ``speaker``, ``inverted`` (who acts and who is acted on stand the wrong way round), ``extra`` (the
    act told a second time, otherwise); ``strict`` adds ``place`` and ``vouched``.
    """
    remaining = list(events)
    found: list[str] = []
    told = (act, *act.also)
    for number, each in enumerate(told):
        best = _nearest(each, remaining, strict=strict)
        if best is None:
            other = ", ".join(sorted({event.type.value for event in events})) or "nothing"
            differences = [f"missing: no {each.type.value}, only {other}"]
        else:
            remaining.remove(best)
            differences = _differences(each, best, strict=strict)
        found += [f"{'also ' if number else ''}{difference}" for difference in differences]
    for event in remaining:
        if event.type is act.type and all(_differences(each, event, strict=False) for each in told):
            found.append(f"extra: {event.type.value}/{event.subtype} {_actors(event.actors)}")
    return found


def inverted(differences: Iterable[str]) -> bool:
    """Whether someone who acts was read as acted on, or the reverse: worse than not read."""
    return any("inverted:" in each for each in differences)


def _nearest(act: Act, events: Sequence[Event], *, strict: bool) -> Event | None:
    fitting = [event for event in events if event.type is act.type]

    def distance(event: Event) -> int:
        """Differences, and those of the day and the status count less: who takes part tells acts apart."""
        differences = _differences(act, event, strict=strict)
        return sum(1 if each.startswith(("day", "modality")) else 2 for each in differences)

    return min(fitting, key=distance, default=None)


def _differences(act: Act, event: Event, *, strict: bool) -> list[str]:
    found = [*_day(act, event)]
    if event.modality not in act.modality:
        found.append(f"modality: {event.modality.value}, meant {'|'.join(sorted(act.modality))}")
    if act.type is EventType.OFFENSIVE:
        found += _force(act, event)
    elif act.type is EventType.MEETING:
        found += _role(act.participants, event, _MEETING, "participant")
    else:
        found += _speech(act, event)
    if strict:
        found += _details(act, event)
    return found


def _day(act: Act, event: Event) -> Iterable[str]:
    undated = event.time_source in {"none", "document"}
    if act.day is None:
        if not undated:
            yield f"day: {_days(event)} ({event.time_source}), meant none"
        return
    if undated and act.or_undated:
        return
    if undated:
        yield f"day: none ({event.time_source}), meant {act.day}"
    elif not _is_day(event, act.day):
        yield f"day: {_days(event)} ({event.time_source}), meant {act.day}"


def _is_day(event: Event, day: dt.date) -> bool:
    """Whether the event has this day, or a part of it, and no other."""
    if len(event.when) != 1:
        return False
    start, end = event.when[0].start, event.when[0].end
    if start is None or end is None:
        return False
    last = end - dt.timedelta(microseconds=1) if isinstance(end, dt.datetime) else end - dt.timedelta(days=1)
    return _date(start) == day == _date(last)


def _date(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _days(event: Event) -> str:
    return ", ".join(f"{each.start}–{each.end}" for each in event.when) or "open"


def _force(act: Act, event: Event) -> Iterable[str]:
    agents = _in_roles(event, ("agent",))
    targets = _in_roles(event, ("target",))
    for party in act.agents:
        if _named(party, targets):
            yield f"inverted: {party.name} is a target"
        elif not _named(party, agents):
            yield f"agent: {party.name} is missing, found {_actors(event.actors)}"
    for party in act.targets:
        if _named(party, agents):
            yield f"inverted: {party.name} is an agent"
        elif party.actor and not _named(party, targets):
            yield f"target: {party.name} is missing, found {_actors(event.actors)}"
    yield from _strangers(agents, (*act.agents, *act.targets), "agent")
    yield from _strangers(targets, (*act.agents, *act.targets), "target")


def _speech(act: Act, event: Event) -> Iterable[str]:
    if act.speaker is None:
        return
    speakers = _in_roles(event, ("speaker",))
    if _named(act.speaker, speakers):
        yield from _strangers(speakers, (act.speaker,), "speaker")
    elif _named(act.speaker, _in_roles(event, ("addressee", "target"))):
        yield f"inverted: {act.speaker.name} is no speaker, but spoken to"
    else:
        yield f"speaker: {act.speaker.name} is missing, found {_actors(event.actors)}"


def _role(parties: Sequence[Party], event: Event, roles: Sequence[str], name: str) -> Iterable[str]:
    actors = _in_roles(event, roles)
    for party in parties:
        if not _named(party, actors):
            yield f"{name}: {party.name} is missing, found {_actors(event.actors)}"
    yield from _strangers(actors, parties, name)


def _details(act: Act, event: Event) -> Iterable[str]:
    if act.place and not any(_words(act.place) <= _words(place.text) | _words(place.name) for place in event.places):
        yield f"place: {act.place} is missing"
    if act.vouched:
        said = [_words(each) for each in event.attribution]
        if not any(each & _words(act.vouched.name) for each in said):
            yield f"vouched: {act.vouched.name} is missing"


def _in_roles(event: Event, roles: Sequence[str]) -> list[Actor]:
    return [actor for actor in event.actors if actor.role in roles]


def _strangers(actors: Iterable[Actor], parties: Sequence[Party], role: str) -> Iterable[str]:
    """Actors that are nobody of the sentence's: a dateline, a source, a place."""
    for actor in actors:
        if not any(_is(party, actor) for party in parties):
            yield f"{role}: {actor.name}/{actor.country or '-'} is none"


def _named(party: Party, actors: Iterable[Actor]) -> bool:
    return any(_is(party, actor) for actor in actors)


def _is(party: Party, actor: Actor) -> bool:
    """By country, or by what it is called: all words of one stand in the other."""
    if party.country and actor.country == party.country:
        return True
    called = [_words(each) for each in (party.name, party.definite, party.title, party.of_country) if each]
    found = [words for words in (_words(actor.name), _words(actor.text)) if words]
    return any(name <= words or words <= name for name in called for words in found)


def _words(text: str) -> frozenset[bytes]:
    """Words as they are whatever their spelling."""
    return frozenset(word for word in Folded(text).words if word)


def _actors(actors: Iterable[Actor]) -> str:
    return "; ".join(f"{actor.name}/{actor.country or '-'} ({actor.role})" for actor in actors) or "nobody"

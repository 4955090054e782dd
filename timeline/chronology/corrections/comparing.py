"""The difference of two timelines of the same reports, as corrections that make the second of the first.

Which tellings are one event comes first (split, merge, drop), is applied, and then what still differs is fixed. Each
correction quotes the whole sentence, and says of trigger, day, outlet and id only what it takes to mean one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.chronology.corrections.applying import apply
from timeline.chronology.corrections.checking import LONGEST
from timeline.chronology.corrections.days import written
from timeline.chronology.corrections.finding import Finder
from timeline.chronology.corrections.model import ACTOR_ROLES, PLACE_ROLES, Correction, Do
from timeline.chronology.ids import places_told
from timeline.errors import DateError

if TYPE_CHECKING:
    from timeline.chronology.ids import Told
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event


def corrections(before: Timeline, after: Timeline) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """The corrections that lead from the first to the second, and in words what no correction can say."""
    lost: list[str] = []
    finder = Finder(before)
    regrouped = list(_regrouped(finder, after, lost))
    middle, _ = apply(before, regrouped)
    fixes = list(_fixes(before, middle, after, lost))
    return (*regrouped, *fixes), tuple(lost)


def _regrouped(finder: Finder, after: Timeline, lost: list[str]) -> Iterator[Correction]:
    """Splits, merges and drops, and what is only in the second as an event to be added."""
    now = {place: number for number, event in enumerate(after) for place in places_told(event)}
    pieces: dict[int, list[list[int]]] = {}  # by event of the second, -1 for none: places of the first, event by event
    for told in _by_event(finder):
        parts: dict[int, list[int]] = {}
        for each in told:
            parts.setdefault(now.get(_place(finder, each), -1), []).append(each)
        for number, part in parts.items():
            pieces.setdefault(number, []).append(part)
        yield from _parted(finder, list(parts.values()), lost)
    for part in pieces.get(-1, ()):
        yield from _one("drop", finder, part, lost)
    for number, of in pieces.items():
        if number >= 0 and len(of) > 1:
            others = [_only(finder, part) for part in of[1:]]
            if all(others):
                yield from (evolve(each, others=tuple(others)) for each in _one("merge", finder, of[0], lost))
            else:
                lost.append(f"merge: «{finder.sentence(of[0][0])}»: no words mean only one of them")
    for number, event in enumerate(after):
        if number not in pieces:
            yield from _added(event, after, lost)


def _by_event(finder: Finder) -> Iterable[list[int]]:
    found: dict[int, list[int]] = {}
    for number, each in enumerate(finder.told):
        found.setdefault(each.event, []).append(number)
    return found.values()


def _place(finder: Finder, told: int) -> Told:
    mention = finder.told[told].mention
    return mention.document, mention.sentence, mention.trigger


def _parted(finder: Finder, parts: Sequence[Sequence[int]], lost: list[str]) -> list[Correction]:
    """Splits that part an event so: one of its parts stays, the others have to be meant by a quote each."""
    exact = [_exactly("split", finder, part) for part in parts] if len(parts) > 1 else [None]
    missing = [number for number, each in enumerate(exact) if each is None]
    if len(missing) > 1:
        lost.append(f"split: «{finder.sentence(parts[missing[1]][0])}»: no words mean this telling alone")
    stays = missing[0] if missing else 0
    return [each for number, each in enumerate(exact) if each is not None and number != stays]


def _exactly(do: Do, finder: Finder, part: Sequence[int]) -> Correction | None:
    """A correction that means these places and no others."""
    return next((each for each in _keys(do, finder, part[0]) if set(finder.fitting(each)) == set(part)), None)


def _one(do: Do, finder: Finder, part: Sequence[int], lost: list[str]) -> Iterator[Correction]:
    """A correction that means only places among these, so that it means one event however the others are parted."""
    for told in part:
        for each in _keys(do, finder, told):
            found = set(finder.fitting(each))
            if found and found <= set(part):
                yield each
                return
    lost.append(f"{do}: «{finder.sentence(part[0])}»: no words mean this event alone")


def _keys(do: Do, finder: Finder, told: int) -> Iterator[Correction]:
    """Ways to mean an event, from the shortest to all that is known of it."""
    event = finder.events[finder.told[told].event]
    made = Correction(do=do, quote=_quote(finder.sentence(told)))
    trigger, outlet = finder.trigger(told), finder.outlet(told)
    yield made
    yield evolve(made, trigger=trigger)
    try:
        day = written(event.when) if event.when else ""
    except DateError:
        day = ""
    yield evolve(made, trigger=trigger, day=day)
    yield evolve(made, trigger=trigger, day=day, source=outlet)
    for own in (event.id, finder.tellings[finder.told[told].telling].id):
        yield evolve(made, trigger=trigger, day=day, source=outlet, id=own)


def _quote(sentence: str) -> str:
    """A sentence as a quote: its beginning, where it is longer than a value may be."""
    return sentence if len(sentence) <= LONGEST else sentence[:LONGEST].rpartition(" ")[0]


def _only(finder: Finder, part: Sequence[int]) -> str:
    """A quote, or an id, that leads to places among these alone; empty if none does."""
    for told in part:
        for quote in (_quote(finder.sentence(told)), finder.tellings[finder.told[told].telling].id):
            found = set(finder.saying(quote))
            if found and found <= set(part):
                return quote
    return ""


def _added(event: Event, after: Timeline, lost: list[str]) -> Iterator[Correction]:
    document = after.documents.get(event.mentions[0].document) if event.mentions else None
    if document is None:
        lost.append(f"add: «{event.headline}»: it is told by no report")
        return
    mention = event.mentions[0]
    whole = mention.trigger == mention.sentence
    try:
        date = written(event.when)
    except DateError as error:
        lost.append(f"add: «{event.headline}»: {error}")
        return
    yield Correction(
        do="add", quote=_quote(" ".join(document.text[slice(*mention.sentence)].split())),
        trigger="" if whole else document.text[slice(*mention.trigger)], source=document.source or "",
        date=date, type=event.type.value, subtype=event.subtype, modality=event.modality.value,
        headline=event.headline, headline_en=event.headline_en, named=_roles(event),
        published=str(document.published or ""), title=document.title or "", url=document.url or "",
    )  # fmt: skip


def _roles(event: Event) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = {role: tuple(each.name for each in event.actors if each.role == role) for role in ACTOR_ROLES}
    named |= {role: tuple(each.name for each in event.places if each.role == role) for role in PLACE_ROLES}
    return tuple((role, names) for role, names in named.items() if names)


# ---- what differs in what is the same event


def _fixes(before: Timeline, middle: Timeline, after: Timeline, lost: list[str]) -> Iterator[Correction]:
    finder, now = Finder(before), {place: event for event in middle for place in places_told(event)}
    read = {_place(finder, number): number for number in range(len(finder.told))}
    for event in after:
        own = next((now[place] for place in sorted(places_told(event)) if place in now), None)
        if own is None:
            continue
        said = _differing(own, event, lost)
        told = [read[place] for place in sorted(places_told(own)) if place in read]
        if said and told:
            yield from (evolve(each, **said) for each in _one("fix", finder, told, lost))


def _differing(own: Event, event: Event, lost: list[str]) -> dict[str, Any]:
    """What a fix has to say so that the one becomes the other."""
    said: dict[str, Any] = {}
    if own.when != event.when:
        try:
            said["date"] = written(event.when)
        except DateError as error:
            lost.append(f"fix: «{event.headline}»: {error}")
    if own.type is not event.type or own.subtype != event.subtype:
        said |= {"type": event.type.value, "subtype": event.subtype}
    if own.modality is not event.modality:
        said["modality"] = event.modality.value
    one, other = dict(_roles(own)), dict(_roles(event))
    named = tuple(
        (role, other.get(role, ()))
        for role in (*ACTOR_ROLES, *PLACE_ROLES) if sorted(one.get(role, ())) != sorted(other.get(role, ()))
    )  # fmt: skip
    if named:
        said["named"] = named
    if own.headline != event.headline or (said and said.keys() != {"date"}):
        said["headline"] = event.headline  # another role has it written anew
    if own.headline_en != event.headline_en or (said and said.keys() != {"date"}):
        said["headline_en"] = event.headline_en
    return said

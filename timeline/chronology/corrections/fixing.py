"""One event, as a correction has it: with other days, another kind, others in its roles; or made from nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.chronology.corrections.checking import kinds
from timeline.chronology.corrections.days import days_of
from timeline.chronology.corrections.model import ACTOR_ROLES, PLACE_ROLES, Correction
from timeline.chronology.features import STATED
from timeline.chronology.votes import NO_SPAN
from timeline.errors import CorrectionError, DateError
from timeline.events.cast import Cast
from timeline.events.functions import Filler
from timeline.events.headline import headline
from timeline.events.model import Actor, Codes, Event, EventType, Modality, Place
from timeline.events.valency import frames
from timeline.lexicon.gazetteer import Entity, gazetteer
from timeline.resolve.published import published_date
from timeline.syntax.analyse import sentence
from timeline.text.spelling import fold
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from timeline.documents.model import Document

#: The kind that says no more than the type does.
PLAIN = {EventType.MEETING: "meeting", EventType.OFFENSIVE: "assault", EventType.STATEMENT: "statement"}


def values(made: Correction, event: Event, documents: Mapping[str, Document]) -> dict[str, Any]:
    """What a correction says of an event, by field; days counted from its reference or the day of printing.

    Raises
    ------
    CorrectionError
        if a value has no meaning for this event
    """
    said: dict[str, Any] = {}
    if made.date:
        said["date"] = when_of(made, printed(event, documents))
    if made.type or made.subtype:
        said["kind"] = _kind(made, event)
    given = {key: text for key in ("modality", "headline", "headline_en") if (text := getattr(made, key))}
    return said | dict(made.named) | given


def when_of(made: Correction, day: dt.date | None) -> tuple[Interval, ...]:
    """The days of a correction, counted from its reference, else from the day of printing."""
    reference = published_date(made.reference) if made.reference else day
    try:
        return days_of(made.date, reference)
    except DateError as error:
        raise CorrectionError(f"date: {error}") from None


def printed(event: Event, documents: Mapping[str, Document]) -> dt.date | None:
    """The day on which the report of its first mention was printed."""
    document = documents.get(event.mentions[0].document) if event.mentions else None
    return document.published if document is not None else None


def _kind(made: Correction, event: Event) -> tuple[str, str]:
    kind = kind_of(made)
    return str(kind), made.subtype or (event.subtype if kind is event.type else PLAIN[kind])


def kind_of(made: Correction) -> EventType:
    """The type that a correction gives, itself or by its subtype."""
    return EventType(made.type) if made.type else kinds()[made.subtype]


def fixed(event: Event, said: Mapping[str, Any]) -> tuple[Event, dict[str, str]]:
    """The event with these values, and what each changes, in words; a value that it has already changes nothing."""
    changes: dict[str, str] = {}
    now = event
    for key, value in said.items():
        new = evolve(now, **fields(key, value, now))
        before, after = _shown(key, now), _shown(key, new)
        if before != after:
            changes[key] = f"{key}: {before or 'none'} → {after or 'none'}"
            now = new
    if changes.keys() - {"date", "headline", "headline_en"}:
        line = headline(now, now.content)
        now = evolve(
            now,
            headline=now.headline if "headline" in said else line.ar,
            headline_en=now.headline_en if "headline_en" in said else line.en,
        )
    return now, changes


def fields(key: str, value: Any, event: Event) -> dict[str, Any]:
    """What of an event a value sets."""
    if key == "date":
        return {"when": value, "time": None, "time_source": "corrected" if value else "none"}
    if key == "kind":
        kind, subtype = EventType(value[0]), value[1]
        stance, codes = frames().kinds.get(str(subtype), (None, Codes()))
        stated = kind is EventType.STATEMENT
        return {"type": kind, "subtype": subtype, "stance": stance if stated else None, "codes": codes or Codes()}
    if key in ACTOR_ROLES:
        others = [each for each in event.actors if each.role != key]
        return {"actors": (*others, *(actor(str(name), key, event) for name in value))}
    if key in PLACE_ROLES:
        rest = [each for each in event.places if each.role != key]
        return {"places": (*rest, *(place(str(name), key, event) for name in value))}
    return {key: Modality(str(value)) if key == "modality" else value}


def _shown(key: str, event: Event) -> str:
    """What an event has in a field, in words: two that are shown alike are the same."""
    if key == "date":
        days = " + ".join(map(str, event.when)) or "no day"
        return days if event.time_source in STATED or not event.when else f"{days} ({event.time_source})"
    if key == "kind":
        return f"{event.type.value}/{event.subtype}"
    if key in ACTOR_ROLES:
        return "، ".join(sorted(each.name for each in event.actors if each.role == key))
    if key in PLACE_ROLES:
        return "، ".join(sorted(each.name for each in event.places if each.role == key))
    return str(getattr(event, key))


# ---- names


def actor(name: str, role: str, event: Event) -> Actor:
    """Somebody by name: as the event has them in any role or telling, else as a report would be read."""
    known = [each for one in (event, *event.tellings) for each in one.actors]
    own = next((each for each in known if fold(each.name) == fold(name)), None)
    if own is not None:
        spans = {} if own in event.actors else NO_SPAN
        return evolve(own, role=role, **spans)  # type: ignore[arg-type]
    read = _read(name, role)
    return Actor(name=name, role=role, **NO_SPAN) if read is None else evolve(read, **NO_SPAN)  # type: ignore[arg-type]


def _read(name: str, role: str) -> Actor | None:
    """Who a name is, as it would be read in a report: «القوات الإيرانية» are Iran's; nobody, if a part is left over."""
    tree = sentence(name, (0, len(name)))
    node = next((each for each in tree.nodes if each.kind == "noun" and each.governor < 0), None)
    read = Cast(name).actor(tree, Filler(role, node, "subject"), role) if node is not None else None
    return read if read is not None and read.text == name else None


def place(name: str, role: str, event: Event) -> Place:
    """Somewhere by name: as the event or a telling has it, else as the gazetteers have it."""
    known = [each for one in (event, *event.tellings) for each in one.places]
    own = next((each for each in known if fold(each.name) == fold(name)), None)
    if own is not None:
        spans = {} if own in event.places else NO_SPAN
        return evolve(own, role=role, **spans)  # type: ignore[arg-type]
    found = _entity(name)
    if found is None or found.kind not in ("place", "capital", "country"):
        return Place(name=name, role=role, **NO_SPAN)  # type: ignore[arg-type]
    return Place(
        name=found.name, role=role, name_en=found.name_en, country=found.country, parent=found.parent,  # type: ignore[arg-type]
        wikidata=found.wikidata, **NO_SPAN,
    )  # fmt: skip


def _entity(name: str) -> Entity | None:
    first, *rest = fold(name).replace(".", " ").replace("-", " ").split() or [""]
    entries: Sequence[tuple[tuple[str, ...], Entity]] = gazetteer().names.get(first, [])
    return next((entity for words, entity in entries if words == tuple(rest)), None)

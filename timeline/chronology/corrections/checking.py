"""What may stand in a correction: every value is looked at before any report is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from timeline.chronology.corrections import days
from timeline.chronology.corrections.model import (
    ACCEPTED,
    ACTOR_ROLES,
    LISTS,
    PLACE_ROLES,
    VALUES,
    Correction,
)
from timeline.errors import CorrectionError, DateError
from timeline.events.model import EventType, Modality
from timeline.events.valency import frames
from timeline.resolve.published import published_date
from timeline.text.spelling import words_of

LONGEST = 2_000  # characters of a value
MOST_NAMES = 50

Where = Callable[[str], str]


def checked(row: Mapping[str, object], where: Where) -> Correction:
    """The correction of a row; ``where`` gives file and line of one of its keys.

    Raises
    ------
    CorrectionError
        for an unknown key, a value that is not accepted, or one that is missing
    """
    do = row.get("do")
    if not isinstance(do, str) or do not in ACCEPTED:
        said = "no do" if do is None else f"do = {do!r}"
        raise CorrectionError(f"{where('do')}: {said}; accepted are {', '.join(ACCEPTED)}")
    accepted = ("do", "note", *ACCEPTED[do])
    for key in row:
        if key not in accepted:
            raise CorrectionError(f"{where(key)}: {key!r} is not accepted for {do}; accepted are {', '.join(accepted)}")
    texts = {key: _text(key, value, where) for key, value in row.items() if key not in LISTS}
    lists = {key: _names(key, value, where) for key, value in row.items() if key in LISTS}
    named = tuple((role, lists[role]) for role in (*ACTOR_ROLES, *PLACE_ROLES) if role in lists)
    given: dict[str, Any] = {key: text for key, text in texts.items() if text}
    made = Correction(**given | {"do": do, "quote": texts.get("quote", "")}, others=lists.get("with", ()), named=named,
                      stands=where(""))  # fmt: skip
    _check(made, where)
    return made


def _text(key: str, value: object, where: Where) -> str:
    if isinstance(value, dt.date):  # a date of TOML needs no quotes
        return value.isoformat()
    if not isinstance(value, str):
        raise CorrectionError(f"{where(key)}: {key} = {value!r:.60}; it has to be a text in quotes")
    if len(value) > LONGEST:
        raise CorrectionError(f"{where(key)}: {key} has {len(value)} characters; at most {LONGEST} are accepted")
    return " ".join(value.replace("\0", " ").split())


def _names(key: str, value: object, where: Where) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise CorrectionError(f"{where(key)}: {key} = {value!r:.60}; it has to be a list of texts, [] for nobody")
    if len(values) > MOST_NAMES:
        raise CorrectionError(f"{where(key)}: {key} has {len(values)} entries; at most {MOST_NAMES} are accepted")
    return tuple(dict.fromkeys(text for each in values if (text := _text(key, each, where))))


def _check(made: Correction, where: Where) -> None:
    if not words_of(made.quote):
        raise CorrectionError(f"{where('quote')}: no quote; it has to give words of the sentence that tells the event")
    if made.do == "merge" and not made.others:
        raise CorrectionError(f"{where('with')}: no with; a merge needs the quotes or ids of the other events")
    if made.do == "fix" and not values_of(made):
        raise CorrectionError(f"{where('')}: a fix without a value; accepted are {', '.join(VALUES)}")
    if made.do == "add" and not (made.type or made.subtype):
        raise CorrectionError(f"{where('type')}: no type; an event to be added needs one of {', '.join(EventType)}")
    if made.reference and not made.date:
        raise CorrectionError(f"{where('reference')}: a reference without a date that counts from it")
    _one_of("type", made.type, EventType, where)
    _one_of("modality", made.modality, Modality, where)
    _one_of("subtype", made.subtype, kinds(), where)
    own = kinds().get(made.subtype)
    if made.type and own is not None and own != made.type:
        raise CorrectionError(f"{where('subtype')}: {made.subtype} is a kind of {own}, not of {made.type}")
    for key, check in _DATES.items():
        try:
            check(made)
        except DateError as error:
            raise CorrectionError(f"{where(key)}: {key}: {error}") from None


_DATES: dict[str, Callable[[Correction], object]] = {
    "day": lambda made: made.day and days.days_of(made.day),
    "reference": lambda made: made.reference and published_date(made.reference),
    "date": lambda made: made.date and days.days_of(made.date, made.reference or days.SOME_DAY),
    "published": lambda made: made.published and published_date(made.published),
}


def _one_of(key: str, value: str, accepted: Iterable[str], where: Where) -> None:
    if value and value not in list(accepted):
        raise CorrectionError(f"{where(key)}: {key} = {value!r}; accepted are {', '.join(sorted(accepted))}")


def values_of(made: Correction) -> tuple[str, ...]:
    """The names of what a correction says is so."""
    roles = dict(made.named)
    return tuple(key for key in VALUES if key in roles or getattr(made, key, None))


@cache
def kinds() -> dict[str, EventType]:
    """The subtypes, each with its type; those that no frame has («refused») are of meetings."""
    return dict.fromkeys(frames().kinds, EventType.MEETING) | {frame.subtype: frame.type for frame in frames().all()}

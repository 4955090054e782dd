"""Which events are meant: by type, actor, place, status, source, words; and by a period, in ISO or in Arabic."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from timeline.chronology.order import extent
from timeline.errors import DateError, OptionError, ParseError
from timeline.events.model import Event, EventType, Modality, TimeSource
from timeline.lexicon.asked import meant
from timeline.text.fold import fold_word
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from timeline.documents.model import Document

Accepts = Callable[[Event], bool]
Period = str | dt.date | Interval | None
Reference = dt.date | str | None
How = Literal["overlap", "within"]


class Same(Enum):
    """Stands for an end that was not given: the period is what the start names."""

    SAME = "same"


SAME = Same.SAME

_ARABIC = re.compile("[\u0000-\u007f\u0600-\u06ff\u200e\u200f]*")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TAKES_PLACE = (Modality.ASSERTED, Modality.PLANNED)
_FROM_THE_TEXT = ("stated", "carried", "derived", "corrected")
_TIME_SOURCES = get_args(TimeSource)


def folded(text: str) -> tuple[bytes, ...]:
    """The words of a name in one spelling: «حماه» and «حماة» are the same."""
    words = text.split()
    if _ARABIC.fullmatch(text):
        return tuple(filter(None, map(fold_word, words)))
    return tuple(word.casefold().encode("utf-8", "surrogatepass") for word in words)


@lru_cache(maxsize=65536)
def names_it(asked: str, name: str | None) -> bool:
    """Whether a name is the one asked for, or has it as whole words: «أردوغان» names «رجب طيب أردوغان»."""
    if not name:
        return False
    wanted, given = folded(asked), folded(name)
    size = len(wanted)
    return bool(wanted) and any(given[at : at + size] == wanted for at in range(len(given) - size + 1))


def _is_actor(asked: str, event: Event) -> bool:
    known = meant(asked)
    # A country is whoever acts for it: «تركيا», Turkey and TUR are one question.
    code = (known.country or "") if known is not None and known.kind == "country" else asked.upper()
    return any(
        code in {actor.country, actor.wikidata}
        or (actor.code is not None and asked.isupper() and actor.code.startswith(code))
        or (known is not None and known.name == actor.name)
        or names_it(asked, actor.name)
        or names_it(asked, actor.name_en)
        for actor in event.actors
    )


def _is_place(asked: str, event: Event) -> bool:
    known = meant(asked)
    code = (known.country or "") if known is not None and known.kind == "country" else asked.upper()
    return any(
        code in {place.country, place.wikidata}
        or (known is not None and known.name == place.name)
        or names_it(asked, place.name)
        or names_it(asked, place.name_en)
        or names_it(asked, place.parent)
        for place in event.places
    )


def sources_of(event: Event, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """The newspapers and agencies that tell an event, each once, in the order of the mentions."""
    told = [documents[mention.document].source for mention in event.mentions if mention.document in documents]
    return tuple(dict.fromkeys([*event.sources, *(source for source in told if source)]))


def criteria(documents: Mapping[str, Document], asked: Mapping[str, object]) -> list[Accepts]:
    """One test for each criterion that was given; raises `OptionError` for a value that cannot occur."""
    tests: list[Accepts] = []
    for name, value in asked.items():
        if value is None:
            continue
        if name == "where":
            if not callable(value):
                raise OptionError(f"where={value!r}: give a function of an event")
            tests.append(value)
        elif name in _FLAGS:
            tests.append(_flag(name, documents, value=bool(value)))
        else:
            tests.append(_TESTS[name](_values(name, value), documents))
    return tests


def is_prominent(event: Event, documents: Mapping[str, Document]) -> bool:
    """Whether an editor would look at an event first: news, named, dated by the text or told by two outlets, an act."""
    if event.background or event.part_of is not None or event.modality not in _TAKES_PLACE:
        return False
    if event.type is EventType.STATEMENT and event.subtype == EventType.STATEMENT.value:
        return False
    if not any(actor.is_identified for actor in event.actors):
        return False
    return event.time_source in _FROM_THE_TEXT or len(sources_of(event, documents)) > 1


_FLAGS: dict[str, Callable[[Event, Mapping[str, Document]], bool]] = {
    "dated": lambda event, _: extent(event) is not None,
    "headline_worthy": lambda event, _: event.headline_worthy,
    "background": lambda event, _: event.background,
    "prominent": is_prominent,
}


def _flag(name: str, documents: Mapping[str, Document], *, value: bool) -> Accepts:
    return lambda event: _FLAGS[name](event, documents) is value


def _values(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Collection):
        values = tuple(value)
        if all(isinstance(each, str) for each in values):
            return values
    raise OptionError(f"{name}={value!r}: give a string or several")


def _enumerated(name: str, allowed: Iterable[str], get: Callable[[Event], str]) -> Callable[..., Accepts]:
    allowed = tuple(allowed)

    def make(values: tuple[str, ...], _: Mapping[str, Document]) -> Accepts:
        wanted = {str(value).lower() for value in values}
        if unknown := sorted(wanted.difference(allowed)):
            raise OptionError(f"{name}={unknown[0]!r}: accepted are {', '.join(allowed)}")
        return lambda event: get(event) in wanted

    return make


def _any_of(test: Callable[[str, Event], bool]) -> Callable[..., Accepts]:
    def make(values: tuple[str, ...], _: Mapping[str, Document]) -> Accepts:
        return lambda event: any(test(value, event) for value in values)

    return make


def _by_subtype(values: tuple[str, ...], _: Mapping[str, Document]) -> Accepts:
    wanted = {value.lower() for value in values}
    return lambda event: event.subtype in wanted


def _by_stance(values: tuple[str, ...], _: Mapping[str, Document]) -> Accepts:
    wanted = {value.lower() for value in values}
    return lambda event: event.stance in wanted


def _by_source(values: tuple[str, ...], documents: Mapping[str, Document]) -> Accepts:
    return lambda event: any(names_it(value, each) for value in values for each in sources_of(event, documents))


def _by_document(values: tuple[str, ...], _: Mapping[str, Document]) -> Accepts:
    wanted = set(values)
    return lambda event: any(mention.document in wanted for mention in event.mentions)


_TESTS: dict[str, Callable[..., Accepts]] = {
    "type": _enumerated("type", list(EventType), lambda event: event.type),
    "modality": _enumerated("modality", list(Modality), lambda event: event.modality),
    "time_source": _enumerated("time_source", _TIME_SOURCES, lambda event: event.time_source),
    "subtype": _by_subtype,
    "stance": _by_stance,
    "actor": _any_of(_is_actor),
    "place": _any_of(_is_place),
    "text": _any_of(lambda asked, event: names_it(asked, event.headline)),
    "source": _by_source,
    "document": _by_document,
}


def period(start: Period, end: Period | Same = SAME, *, reference: Reference = None) -> tuple[Interval, ...]:
    """The time from ``start`` to ``end``, both inside: ("2024-11-27", "2024-12-08") holds the eighth of December whole.

    With one argument it is that day, month or year, or what an Arabic expression means: «السابع والثامن من ديسمبر»
    is two days. ``None`` leaves a side open.
    """
    if isinstance(end, Same):
        return (Interval(None, None),) if start is None else _stretch(start, reference)
    first = None if start is None else _stretch(start, reference)[0].start
    last = None if end is None else _stretch(end, reference)[-1].end
    return (Interval(first, last),)


def _stretch(value: Period, reference: Reference) -> tuple[Interval, ...]:
    if isinstance(value, Interval):
        return (value,)
    if isinstance(value, dt.datetime):
        following = None if value == dt.datetime.max else value + dt.timedelta(microseconds=1)  # noqa: DTZ901
        return (Interval(value, following),)
    if isinstance(value, dt.date):
        return (Interval.day(value),)
    if not isinstance(value, str):
        raise DateError(f"{value!r} is no date: give ISO (2024-12-07, 2024-12, 2024), a date, or Arabic text")
    if match := _ISO.fullmatch(value.strip()):
        return (_iso(value, *match.groups()),)
    from timeline.tagger import parse

    try:
        expression = parse(value, reference=reference)
    except ParseError as error:
        raise DateError(
            f"{value!r} is no date: give ISO (2024-12-07, 2024-12, 2024) or Arabic text ({error})"
        ) from None
    if expression.intervals:
        return expression.intervals
    if expression.window is not None:
        return (expression.window,)
    raise DateError(f"{value!r} names no days: {expression.open_reason or 'it depends on a reference date'}")


def _iso(value: str, year: str, month: str | None, day: str | None) -> Interval:
    try:
        if day:
            return Interval.day(dt.date.fromisoformat(value.strip()))
        first = dt.date(int(year), int(month or 1), 1)
    except ValueError:
        raise DateError(f"{value!r} is no date of the calendar") from None
    if not month:
        return Interval(first, None if first.year == dt.MAXYEAR else first.replace(year=first.year + 1))
    if (first.year, first.month) == (dt.MAXYEAR, 12):
        return Interval(first, None)
    following = first.replace(day=28) + dt.timedelta(days=4)
    return Interval(first, following.replace(day=1))


def in_period(stretches: tuple[Interval, ...], how: How) -> Accepts:
    """Whether an event falls into a period: touches it (``overlap``) or lies inside it whole (``within``)."""
    if how == "overlap":

        def touches(event: Event) -> bool:
            extents = event.when or ((event.time.window,) if event.time and event.time.window else ())
            return any(each.overlaps(stretch) for each in extents for stretch in stretches)

        return touches
    if how == "within":

        def inside(event: Event) -> bool:
            whole = extent(event)
            return whole is not None and any(whole.intersection(stretch) == whole for stretch in stretches)

        return inside
    raise OptionError(f"how={how!r}: accepted are overlap, within")

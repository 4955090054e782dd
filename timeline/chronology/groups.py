"""What events are grouped by: their type, actors, places, sources, days, weeks, months, years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.errors import OptionError
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


_SINGLE: dict[str, Callable[[Event], Any]] = {
    "type": lambda event: event.type.value,
    "subtype": lambda event: event.subtype,
    "stance": lambda event: event.stance,
    "modality": lambda event: event.modality.value,
    "time_source": lambda event: event.time_source,
}
_SEVERAL: dict[str, Callable[[Event, Mapping[str, Document]], Iterable[str]]] = {
    "actor": lambda event, _: (actor.name for actor in event.actors),
    "country": lambda event, _: (actor.country for actor in event.actors if actor.country),
    "place": lambda event, _: (place.name for place in event.places),
    "source": sources_of,
    "document": lambda event, _: (mention.document for mention in event.mentions),
}
_PERIODS: dict[str, Callable[[dt.date], str]] = {
    "year": lambda day: f"{day.year:04d}",
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "week": _week,
    "day": lambda day: day.isoformat(),
}


def groups_of(event: Event, by: str | Callable[[Event], object], documents: Mapping[str, Document]) -> list[Any]:
    """The groups that an event is in; ``[None]`` if it is in none."""
    if callable(by):
        return [by(event)]
    if by in _SINGLE:
        return [_SINGLE[by](event)]
    if by in _SEVERAL:
        return list(dict.fromkeys(_SEVERAL[by](event, documents))) or [None]
    if by in _PERIODS:
        whole = extent(event)
        start = None if whole is None else whole.start
        return [None if start is None else _PERIODS[by](as_datetime(start).date())]
    raise OptionError(f"group_by({by!r}): accepted are {', '.join([*_SINGLE, *_SEVERAL, *_PERIODS])}, or a function")

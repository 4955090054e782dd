"""What a table to be printed has in its cells: the day, the kind, the line of an event, and who tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology.select import sources_of
from timeline.export.plain import one_line
from timeline.export.told import last_day, stretches, where
from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event

HEADS = ("Date", "Kind", "Event", "Place", "Source")
#: The columns that hold words of the reports: Arabic.
ARABIC = frozenset({"Event", "Place", "Source"})


def cells(event: Event, documents: Mapping[str, Document]) -> dict[str, str]:
    """One row, each cell one line; what did not surely happen says so beside its kind."""
    status = "" if event.modality.value == "asserted" else f" ({event.modality.value})"
    values = (
        ", ".join(map(_days, stretches(event))),
        f"{event.type.value}{status}",
        event.headline or event.subtype,
        "، ".join(place.name for place in where(event)),
        "، ".join(sources_of(event, documents)),
    )
    return dict(zip(HEADS, map(one_line, values), strict=True))


def _days(stretch: Interval) -> str:
    """The first and the last day, both inside: «2024-12-07 – 2024-12-08»; an open side is «…»."""
    first = "…" if stretch.start is None else as_datetime(stretch.start).date().isoformat()
    last = "…" if stretch.end is None else last_day(stretch.end).isoformat()
    return first if first == last and first != "…" else f"{first} – {last}"

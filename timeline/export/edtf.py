"""EDTF, one event a line: its dates in EDTF level 2, its id, its headline, with tabs between.

``2024-12-07/2024-12-08`` is two days, both inside; ``2024-11-27/..`` goes on; ``{2024-12-05,2024-12-11}`` is two days
that are apart; ``~`` says that a date is vague. EDTF writes no stretches of hours: an event of some hours has its day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import FormatError
from timeline.export.left_out import tell
from timeline.export.plain import one_line
from timeline.export.rows import in_whole_days
from timeline.export.told import last_day, stretches
from timeline.values.edtf import intervals_of, is_edtf
from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event

# The years before 1 have a value and no days: «-0329».
_BEFORE_CHRIST = re.compile(r"(?<![0-9])-[0-9]{4}")


def dump(timeline: Timeline) -> str:
    """The dated events, in the order of the timeline."""
    rows, hours, undated = [], 0, 0
    for event in timeline:
        value = value_of(event)
        undated += value is None
        if value is not None:
            hours += not all(map(in_whole_days, stretches(event)))
            rows.append("\t".join([value, one_line(event.id), one_line(event.headline)]) + "\n")
    tell("EDTF", {"no date that EDTF can say, left out": undated, "hours, written as days": hours})
    return "".join(rows)


def load(text: str) -> dict[str, tuple[Interval, ...]]:
    """The intervals of each event of an EDTF text, by its id; none for the years before 1.

    Raises
    ------
    FormatError
        if a line is no date with an id; the message says which
    """
    read = {}
    for number, line in enumerate(text.split("\n"), 1):
        value, *rest = line.split("\t")
        if not line:
            continue
        try:
            read[rest[0]] = () if _BEFORE_CHRIST.search(value) and is_edtf(value) else intervals_of(value)
        except (IndexError, FormatError) as error:
            raise FormatError(f"line {number}: {line!r:.60} is no EDTF, tab and id: {error}") from None
    return read


def value_of(event: Event) -> str | None:
    """The dates of an event in EDTF: as its expression has them where it gives all of them, else from its intervals."""
    if event.time is not None and event.time.intervals == event.when and is_edtf(event.time.edtf or ""):
        return event.time.edtf
    told = stretches(event)
    if not told or (len(told) > 1 and any(each.is_open for each in told)):
        return None
    sides = [_stretch(each, "~" if not event.when else "") for each in told]
    if any(side is None for side in sides):
        return None
    return sides[0] if len(sides) == 1 else "{" + ",".join((side or "").replace("/", "..") for side in sides) + "}"


def _stretch(stretch: Interval, about: str) -> str | None:
    first = None if stretch.start is None else as_datetime(stretch.start).date().isoformat() + about
    last = None if stretch.end is None else last_day(stretch.end).isoformat() + about
    if first is None and last is None:
        return None
    return first if first is not None and first == last else f"{first or '..'}/{last or '..'}"

"""The days that a correction names, and how days are written in one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from timeline.chronology.select import period
from timeline.errors import DateError, FormatError
from timeline.values.edtf import intervals_of
from timeline.values.interval import Interval, as_datetime

UNKNOWN = "unknown"
ACCEPTED = "a day (2024-12-04), a month, a year, EDTF, two moments (2024-12-04T18:00/2024-12-05T06:00), Arabic, unknown"
_SEVERAL = " | "
_DAY = dt.timedelta(days=1)
_EDTF = re.compile(r"[-0-9X{}\[\]~?%/.,]+")
#: To look at an expression before it is known when its report was printed.
SOME_DAY = dt.date(2000, 1, 3)


def days_of(text: str, reference: dt.date | str | None = None) -> tuple[Interval, ...]:
    """The days of a text: ``{2024-12-07,2024-12-08}``, «الخميس الماضي» from a reference; none for ``unknown``.

    Raises
    ------
    DateError
        if it names no days; the message says what would be accepted
    """
    if text.strip() == UNKNOWN:
        return ()
    return tuple(sorted({each for part in text.split("|") for each in _part(part.strip(), reference)}))


def written(when: Sequence[Interval]) -> str:
    """Days as `days_of` reads them back.

    Raises
    ------
    DateError
        for a stretch that is open on both sides
    """
    if not when:
        return UNKNOWN
    parts = [_written(each) for each in when]
    if len(parts) > 1 and not any(mark in part for part in parts for mark in "/T"):
        return "{" + ",".join(parts) + "}"
    return _SEVERAL.join(parts)


def _part(text: str, reference: dt.date | str | None) -> tuple[Interval, ...]:
    if "T" in text and text.isascii():
        return (_moments(text),)
    try:
        return intervals_of(text) if _EDTF.fullmatch(text) else period(text, reference=reference)
    except (DateError, FormatError) as error:
        raise DateError(f"{text!r} is no date here: {error}; accepted are {ACCEPTED}") from None


def _moments(text: str) -> Interval:
    begin, slash, end = text.partition("/")
    if not slash:
        raise DateError(f"{text!r} is one moment; accepted are {ACCEPTED}")
    return Interval(*(None if side in ("", "..") else side for side in (begin, end)))


def _written(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if start is None and end is None:
        raise DateError("a stretch that is open on both sides cannot be written as days")
    if any(isinstance(side, dt.datetime) for side in (start, end)):
        sides = (".." if side is None else as_datetime(side).isoformat() for side in (start, end))
        return "/".join(sides)
    if end is None:
        return f"{start}/.."
    last = end - _DAY
    return f"{start or '..'}/{last}" if last != start else str(start)

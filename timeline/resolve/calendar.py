"""Calendar arithmetic: which days a unit covers, and what lies so many units away."""

from __future__ import annotations

import datetime as dt

from timeline.values.interval import Interval

DAY = dt.timedelta(days=1)
MONTHS_OF = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000}
DAYS_OF = {"day": 1, "night": 1, "week": 7, "weekend": 7}


def month_start(year: int, month: int) -> dt.date | None:
    """The first of a month counted freely: month 13 is January of the next year; ``None`` outside years 1-9999."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, 1) if 1 <= year <= 9999 else None


def months(year: int, month: int, count: int = 1) -> Interval | None:
    """So many whole months from the given one on."""
    start, end = month_start(year, month), month_start(year, month + count)
    return Interval(start, end) if start else None


def years(year: int, count: int = 1) -> Interval | None:
    """So many whole years from the given one on."""
    return months(year, 1, 12 * count)


def days(first: dt.date, count: int = 1) -> Interval | None:
    """So many days from the given one on."""
    try:
        return Interval(first, first + count * DAY)
    except OverflowError:
        return None


def week_of(date: dt.date, week_start: int = 1) -> dt.date:
    """The first day of the week that a day stands in."""
    return date - ((date.isoweekday() - week_start) % 7) * DAY


def unit_around(date: dt.date, unit: str, offset: int = 0, week_start: int = 1) -> Interval | None:
    """The whole unit so many units away from the one that a day stands in: the month before, the ISO week after.

    ``None`` outside the years 1-9999, and for what is no unit of days (hours, seconds).
    """
    try:
        if unit in {"day", "night"}:
            return days(date + offset * DAY)
        if unit in {"week", "weekend"}:
            return days(week_of(date, week_start) + 7 * offset * DAY, 7)
    except OverflowError:
        return None
    if unit == "month":
        return months(date.year, date.month + offset)
    if unit == "season":
        return months(date.year, (date.month % 12) // 3 * 3 + 3 * offset, 3)
    size = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if size is None:
        return None
    first = (date.year // size + offset) * size
    return years(max(first, 1), size - (first < 1)) if first >= 0 and 1 < first + size <= 10_000 else None


def shifted(date: dt.date, unit: str, count: int) -> dt.date | None:
    """The day so many units away; the day of the month is clipped (31 January and a month: 29 February).

    ``None`` outside the years 1-9999, and for what is no unit of days (hours, seconds).
    """
    if unit not in DAYS_OF and unit not in MONTHS_OF:
        return None
    import pendulum

    try:
        if unit in DAYS_OF:
            return date + count * DAYS_OF[unit] * DAY
        moved = pendulum.date(date.year, date.month, date.day).add(months=count * MONTHS_OF[unit])
        return dt.date(moved.year, moved.month, moved.day)
    except (OverflowError, ValueError):
        return None


def iso_week(date: dt.date) -> str:
    """The ISO week of a day: 2024-W49."""
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"

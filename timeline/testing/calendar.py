"""The calendar by hand: what days a meaning covers, worked out without the library's own resolution."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from typing import Literal

from timeline.values.interval import Interval

DAY = dt.timedelta(days=1)
Direction = Literal["past", "future"]


def day(date: dt.date) -> Interval:
    """One whole day."""
    return Interval(date, date + DAY)


def month(year: int, number: int) -> Interval:
    """One whole month; month 13 is January of the next year, month 0 December of the last."""
    carried, number = divmod(number - 1, 12)
    first = dt.date(year + carried, number + 1, 1)
    return Interval(first, first + monthrange(first.year, first.month)[1] * DAY)


def year(number: int) -> Interval:
    """One whole year."""
    return Interval(dt.date(number, 1, 1), dt.date(number + 1, 1, 1))


def iso_week(date: dt.date) -> Interval:
    """The week from Monday to Sunday that a day stands in."""
    monday = dt.date.fromisocalendar(*date.isocalendar()[:2], 1)
    return Interval(monday, monday + 7 * DAY)


def months_away(date: dt.date, count: int) -> dt.date:
    """The same day so many months away, the last of the month where there is no such day."""
    first = month(date.year, date.month + count).start
    assert first is not None  # noqa: S101 (months have two ends)
    return first.replace(day=min(date.day, monthrange(first.year, first.month)[1]))


def exists(year: int, month: int, day: int) -> bool:
    """Whether a year has such a day: 29 February is not in all of them."""
    return day <= monthrange(year, month)[1]


def year_of_days(month: int, days: Iterable[int], reference: dt.date, direction: Direction) -> int:
    """The year of days told without one: the last in which they have begun, or the next in which they are not over."""
    wanted = sorted(days)
    span = range(reference.year - 9, reference.year + 10)
    possible = [candidate for candidate in span if exists(candidate, month, wanted[-1])]
    if direction == "past":
        return max(each for each in possible if dt.date(each, month, wanted[0]) <= reference)
    return min(each for each in possible if dt.date(each, month, wanted[-1]) >= reference)


def weekday(number: int, reference: dt.date, direction: Direction, *, strict: bool) -> dt.date:
    """The nearest such weekday, behind or ahead; today is either, unless ``strict`` leaves it out."""
    step = -DAY if direction == "past" else DAY
    date = reference + step if strict else reference
    while date.isoweekday() != number:
        date += step
    return date


def hours(date: dt.date, first: int, last: int) -> Interval:
    """A stretch of hours; one that ends at or before its first hour ends on the next day."""
    midnight = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 (local time of the text)
    return Interval(
        midnight + dt.timedelta(hours=first), midnight + dt.timedelta(hours=last if last > first else last + 24)
    )

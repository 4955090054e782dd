"""Weekdays: the nearest behind or ahead, those of a told week, several in one order of time."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, Draft, draft, of_days, unresolved
from timeline.resolve.months import direction_of
from timeline.values.interval import Interval
from timeline.values.meaning import NthWeekday, Shift, Weekdays

WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = 7 * DAY


def nearest_weekday(weekday: int, today: dt.date, direction: str, *, strict: bool) -> dt.date:
    """The nearest such weekday: today counts for the past unless ``strict``, never for the future."""
    if direction == "past":
        back = (today.isoweekday() - weekday) % 7
        return today - (back or (7 if strict else 0)) * DAY
    ahead = (weekday - today.isoweekday()) % 7
    return today + (ahead or 7) * DAY


def _up_to(last: dt.date, weekdays: tuple[int, ...]) -> list[dt.date]:
    """The days that lead up to the last one: «الخميس والجمعة» before a Friday."""
    days = [last]
    for weekday in reversed(weekdays[:-1]):
        days.insert(0, nearest_weekday(weekday, days[0], "past", strict=True))
    return days


def _on_from(first: dt.date, weekdays: tuple[int, ...]) -> list[dt.date]:
    """The days that follow the first one."""
    days = [first]
    for weekday in weekdays[1:]:
        days.append(nearest_weekday(weekday, days[-1], "future", strict=True))
    return days


def _in_time(meaning: Weekdays, weekdays: tuple[int, ...]) -> tuple[int, ...]:
    """The weekdays, earliest first: «الخميس والأربعاء» is told backwards, for one day back is nearer than six on."""
    backwards = all((one - other) % 7 == 1 for one, other in pairwise(weekdays))
    return weekdays if meaning.through or meaning.of_first or not backwards else weekdays[::-1]


@draft.register
def _(meaning: Weekdays, context: Context) -> Draft:
    today = context.reference
    weekdays = meaning.days
    if not meaning.through:  # «السبت والسبت» is one; «من السبت إلى السبت» is a week
        weekdays = tuple(day for day, before in zip(weekdays, (0, *weekdays), strict=False) if day != before)
    ordered = _in_time(meaning, weekdays)
    if today is None:
        value = ("/" if meaning.through else ",").join(f"XXXX-WXX-{day}" for day in ordered)
        return unresolved(value, NO_REFERENCE, granularity="day", role="range" if meaning.through else "point")
    place = _in_week if meaning.week is not None or meaning.shift is Shift.THIS else _nearest
    result = place(meaning, ordered, today, context)
    if ordered != weekdays:
        refused = place(meaning, weekdays, today, context)
        result.alternatives.append((refused.intervals, "one after the other, as they are told"))
    if len(weekdays) < len(meaning.days):
        result.conflicts.append("the same day is told twice")
    return result


def _in_week(meaning: Weekdays, weekdays: tuple[int, ...], today: dt.date, context: Context) -> Draft:
    """Weekdays of the week that is told, or of the running one.

    What is told is said of the last, unless it stands behind the first: «من السبت إلى الاثنين الجاري» ends on this
    Monday, wherever the week begins.
    """
    count = 0 if meaning.week is None else meaning.week.count
    why = "«الجاري»: in the running week" if meaning.week is None else "the week is told"
    week = calendar.week_of(today, context.settings.week_start) + count * WEEK
    inside = [week + ((day - week.isoweekday()) % 7) * DAY for day in weekdays]
    days = _on_from(inside[0], weekdays) if meaning.of_first else _up_to(inside[-1], weekdays)
    result = of_days(days, through=meaning.through)
    if days == inside:
        return result.step(", ".join(map(str, days)), f"the nearest {WEEKDAYS[weekdays[0]]}: {why}")
    if not meaning.through:
        refused = tuple(map(Interval.day, sorted(set(inside))))
        result.alternatives.append((refused, f"all of the week that begins on {week}"))
    which = "first" if meaning.of_first else "last"
    return result.step(", ".join(map(str, days)), f"one after the other, the {which} in its week: {why}")


def _nearest(meaning: Weekdays, weekdays: tuple[int, ...], today: dt.date, context: Context) -> Draft:
    """The nearest weekdays behind or ahead: the last of several is looked for in the past, the first in the future."""
    if meaning.shift is Shift.FOLLOWING and context.told and context.told.start:
        start = context.told.start
        today, direction = dt.date(start.year, start.month, start.day), "future"
        why = "the next one after what was told"
    else:
        direction, why = direction_of(meaning.shift, context)
    if direction == "past" and meaning.of_first:
        first = nearest_weekday(weekdays[0], today, "past", strict=True)
        days = _on_from(first - (WEEK if meaning.shift is Shift.BEFORE_LAST else 0 * WEEK), weekdays)
    elif direction == "past":
        last = nearest_weekday(weekdays[-1], today, "past", strict=meaning.shift is not None)
        days = _up_to(last - (WEEK if meaning.shift is Shift.BEFORE_LAST else 0 * WEEK), weekdays)
    else:
        if context.direction in {"present", "future"} and meaning.shift is None and weekdays[0] == today.isoweekday():
            first = today
        else:
            first = nearest_weekday(weekdays[0], today, "future", strict=meaning.shift is not None)
        days = _on_from(first + (WEEK if meaning.shift is Shift.AFTER_NEXT else 0 * WEEK), weekdays)
    result = of_days(days, through=meaning.through).step(
        ", ".join(map(str, days)), f"the nearest {WEEKDAYS[weekdays[0]]}: {why}"
    )
    if meaning.shift is None:
        other, told = (WEEK, "the week after") if direction == "past" else (-WEEK, "the week before")
        result.alternatives.append((tuple(Interval.day(day + other) for day in days), told))
    return result


@draft.register
def _(meaning: NthWeekday, context: Context) -> Draft:
    whole = draft(meaning.month, context)
    if not whole.intervals:
        return unresolved(f"XXXX-XX-WXX-{meaning.weekday}", whole.open_reason or NO_REFERENCE, granularity="day")
    start, end = whole.intervals[0].start, whole.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (months have two ends)
    if meaning.nth > 0:
        day = start + ((meaning.weekday - start.isoweekday()) % 7 + 7 * (meaning.nth - 1)) * DAY
    else:
        last = end - DAY
        day = last - ((last.isoweekday() - meaning.weekday) % 7) * DAY
    if not start <= day < end:
        month = whole.value if whole.calendar == "gregorian" else "XXXX-XX"
        return unresolved(f"{month}-WXX-{meaning.weekday}", "the month has no so many of these days", granularity="day")
    result = of_days([dt.date(day.year, day.month, day.day)])
    result.steps = whole.steps
    return result

"""Lengths, and what lies so long ago or ahead."""

from __future__ import annotations

import datetime as dt
from typing import Any

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, NOTHING_TOLD, OUTSIDE, Draft, draft, unresolved
from timeline.values.interval import Interval
from timeline.values.quantity import Ago, FromAnchor, Length, Quantity, Window, Within

#: The letter of each unit, and how many of it make one. A season has no agreed length: it is in neither table.
_PERIODS = {
    "millennium": ("Y", 1000),
    "century": ("Y", 100),
    "decade": ("Y", 10),
    "year": ("Y", 1),
    "month": ("M", 1),
    "week": ("W", 1),
    "day": ("D", 1),
    "night": ("D", 1),
}
_CLOCK = {"hour": ("H", 1), "minute": ("M", 1), "second": ("S", 1)}
#: What a fraction of a unit is in the next smaller one.
_FINER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "month": ("day", 30),
    "minute": ("second", 60),
}
#: A plural without a number is three to ten of its unit.
FEWEST, MOST = 3, 10


def _whole(quantity: Quantity) -> list[tuple[float | None, str]]:
    """The amounts in whole units: half an hour is 30 minutes, a year and a half a year and six months.

    What no smaller unit divides stays a fraction: «نصف ليلة».
    """
    parts: list[tuple[float | None, str]] = []
    for number, unit in quantity.amounts:
        name: str = unit
        if number is None:
            parts.append((None, name))
            continue
        letter, factor = _PERIODS.get(name, ("", 1))
        value, name = (number * factor, "year") if letter == "Y" else (number, name)
        whole = int(value)
        rest = value - whole
        if rest and name not in _FINER:
            parts.append((round(value, 2), name))
            continue
        if whole or value == 0:
            parts.append((whole, name))
        if rest:
            finer, size = _FINER[name]
            parts.append((round(rest * size), finer))
    return parts


def period_value(quantity: Quantity) -> str:
    """The TIMEX3 value of a length: P14Y, PT30M, P13Y7M; PXD where the number is not told, PXX for a season."""
    amounts: dict[str, float | None] = {}
    for number, unit in _whole(quantity):
        if unit not in _PERIODS and unit not in _CLOCK:
            return "PXX"
        letter, factor = (_PERIODS | _CLOCK)[unit]
        kind = letter if unit in _PERIODS else f"T{letter}"
        before = amounts.get(kind, 0)
        amounts[kind] = None if number is None or before is None else before + number * factor
    dates = _letters(amounts, ("Y", "M", "W", "D"))
    times = _letters(amounts, ("TH", "TM", "TS"))
    return f"P{dates}{'T' + times if times else ''}"


def _letters(amounts: dict[str, float | None], kinds: tuple[str, ...]) -> str:
    known = ((amounts[kind], kind[-1]) for kind in kinds if kind in amounts)
    return "".join(f"{'X' if number is None else format(number, '.12g')}{letter}" for number, letter in known)


def _vague_window(quantity: Quantity, sign: int, today: dt.date | None) -> Interval | None:
    """Three to ten of the units, before or after the reference: a help for drawing, no value."""
    unit = quantity.amounts[0][1]
    if today is None or unit not in _PERIODS:
        return None
    near, far = (calendar.shifted(today, unit, sign * count) for count in (FEWEST - 1, MOST))
    if near is None or far is None:
        return None
    return Interval(far, near) if sign < 0 else Interval(near, far)


def _moved(today: dt.date, quantity: Quantity, sign: int) -> tuple[dt.date, str] | None:
    """The day so long away, and the finest unit that was named; ``None`` for hours, seasons, and what is not told."""
    finest = "century"
    for number, unit in _whole(quantity):
        if number is None or number != int(number) or unit not in _PERIODS:
            return None
        moved = calendar.shifted(today, unit, sign * int(number))
        if moved is None:
            return None
        today, finest = moved, unit
    return today, finest


def _why_not(quantity: Quantity) -> str:
    """Why a quantity leads to no day."""
    if any(unit not in _PERIODS and unit not in _CLOCK for _, unit in quantity.amounts):
        return "how long that is, is not told"
    if any(unit in _CLOCK for _, unit in _whole(quantity)):
        return "the hour of printing is not known"
    return OUTSIDE


def _hours(quantity: Quantity) -> int | None:
    """The length in whole hours, if it is told in hours alone."""
    number, unit = quantity.amounts[0]
    return int(number) if len(quantity.amounts) == 1 and unit == "hour" and number and number % 1 == 0 else None


def _hours_away(hours: int, printed: dt.datetime, quantity: Quantity, role: str) -> Draft:
    """So many hours before or after the moment of printing: «قبل ست ساعات»."""
    start = printed + dt.timedelta(hours=hours)
    value = start.isoformat(timespec="minutes")
    result = Draft(value, (Interval(start, start + dt.timedelta(hours=1)),), "hour", "TIME", quantity.modifier, role)
    return result.step(value, f"{period_value(quantity)} {'before' if hours < 0 else 'after'} {printed:%Y-%m-%dT%H:%M}")


@draft.register
def _(meaning: Ago, context: Context) -> Draft:
    quantity, sign = meaning.quantity, meaning.sign
    role = "since" if meaning.since else "point"
    ahead = meaning.from_now or context.direction in {"future", "present"}
    if sign > 0 and not ahead:
        if quantity.amounts[0][0] is None:
            return unresolved("PAST_REF", "so long after what was told before, and how long is not told", role=role)
        return draft(FromAnchor(quantity, 1, context.told), context)
    kind = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if any(number is None for number, _ in quantity.amounts):
        window = _vague_window(quantity, sign, context.reference)
        return unresolved(kind, "how long ago is not told", role=role, window=window, modifier=quantity.modifier)
    if context.reference is None:
        return unresolved(kind, NO_REFERENCE, role=role, modifier=quantity.modifier)
    moved = _moved(context.reference, quantity, sign)
    if moved is None:
        hours = _hours(quantity)
        if hours and hours % 24 == 0:
            moved = context.reference + sign * (hours // 24) * DAY, "day"
        elif hours and context.hour:
            return _hours_away(sign * hours, context.hour, quantity, role)
        else:
            return unresolved(kind, _why_not(quantity), role=role, modifier=quantity.modifier)
    date, unit = moved
    interval = calendar.unit_around(date, unit, 0, context.settings.week_start)
    if interval is None or interval.start is None:
        return unresolved(kind, OUTSIDE, role=role)
    start = interval.start
    value = {
        "week": calendar.iso_week(start),
        "month": f"{start.year:04d}-{start.month:02d}",
        "year": f"{start.year:04d}",
        "decade": f"{start.year // 10:03d}",
    }.get(unit, start.isoformat()[:10])  # fmt: skip
    result = Draft(value, (interval,), "day" if unit == "night" else unit, modifier=quantity.modifier, role=role)
    return result.step(
        value, f"{period_value(quantity)} {'before' if sign < 0 else 'after'} {context.reference}, as exact as its unit"
    )


@draft.register
def _(meaning: FromAnchor, context: Context) -> Draft:
    value = period_value(meaning.quantity)
    if (
        meaning.anchor is not None
        and context.told
        and context.told.start
        and context.told.length
        and context.told.length <= DAY
    ):
        moved = _moved(context.told.start, meaning.quantity, meaning.sign)
        if moved is not None and moved[1] in {"day", "night", "week"}:
            day = dt.date(moved[0].year, moved[0].month, moved[0].day)
            result = Draft(day.isoformat(), (Interval.day(day),), "day", modifier=meaning.quantity.modifier)
            return result.step(
                day.isoformat(), f"{value} {'after' if meaning.sign > 0 else 'before'} the anchor, {context.told}"
            )
    reason = "it is counted from another event, whose date is not told" if meaning.anchor is None else NOTHING_TOLD
    return unresolved(value, reason, type="DURATION", role=None, modifier=meaning.quantity.modifier)


@draft.register
def _(meaning: Window, context: Context) -> Draft:
    quantity, sign, today = meaning.quantity, meaning.sign, context.reference
    value = period_value(quantity)
    known: dict[str, Any] = {
        "type": "DURATION",
        "role": "within",
        "modifier": quantity.modifier,
        "granularity": quantity.amounts[0][1],
    }
    if any(number is None for number, _ in quantity.amounts):
        return unresolved(value, "how many is not told", window=_vague_window(quantity, sign, today), **known)
    if today is None:
        return unresolved(value, NO_REFERENCE, **known)
    hours = _hours(quantity)
    if hours is not None:
        moved = today + sign * (hours // 24) * DAY if hours % 24 == 0 else None
    else:
        found = _moved(today, quantity, sign)
        moved = found[0] if found else None
    if moved is None or moved == today:
        return unresolved(value, _why_not(quantity), **known)
    if sign < 0:
        interval = Interval(moved, today)
    elif quantity.amounts[0][1] in {"day", "night"}:
        interval = Interval(today + DAY, moved + DAY)
    else:
        interval = Interval(today, moved)
    return Draft(value, (interval,), **known).step(str(interval), f"{value} {'up to' if sign < 0 else 'from'} {today}")


@draft.register
def _(meaning: Length, context: Context) -> Draft:
    del context
    quantity = meaning.quantity
    return unresolved(
        period_value(quantity), "a length says no days", type="DURATION", role=None,
        modifier=quantity.modifier, granularity=quantity.amounts[0][1],
    )  # fmt: skip


@draft.register
def _(meaning: Within, context: Context) -> Draft:
    quantity, today = meaning.quantity, context.reference
    known: dict[str, Any] = {
        "type": "DURATION",
        "role": "within",
        "modifier": quantity.modifier,
        "granularity": quantity.amounts[0][1],
    }
    moved = _moved(today, quantity, 1) if today else None
    hours = _hours(quantity)
    if today and hours and hours % 24 == 0:
        moved = today + hours // 24 * DAY, "day"
    if today is None or moved is None or moved[0] <= today:
        return unresolved(period_value(quantity), "how long, or from when, is not known", **known)
    interval = Interval(today, moved[0])
    return Draft(period_value(quantity), (interval,), **known).step(
        str(interval), f"from {today} on: the clause is in the future"
    )

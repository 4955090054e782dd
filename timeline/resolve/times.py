"""Parts of a day, nights, and times on the clock."""

from __future__ import annotations

import datetime as dt
from typing import Any

from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, NOTHING_TOLD, Draft, draft, unresolved
from timeline.resolve.months import direction_of
from timeline.resolve.weekdays import nearest_weekday
from timeline.values.interval import Interval
from timeline.values.meaning import Clock, Night, NightBeforeLast, PartOfDay

HOUR = dt.timedelta(hours=1)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 (local time of the text)


def hours(day: dt.date, part: str, context: Context, more_days: int = 0) -> Interval:
    """The hours of a part of a day: the night of the second runs from 18:00 to 06:00 on the third."""
    first, last = context.settings.hours_of(part)
    start = _midnight(day)
    return Interval(start + first * HOUR, start + last * HOUR + (DAY if last <= first else 0 * DAY) + more_days * DAY)


#: Evening and night begin here: an early hour told behind them is of the next day.
_EVENING = 18
#: An hour before it, told behind a night, is of the next day: «الليلة الساعة الثانية».
_DAWN = 6


def _told_day(context: Context, *, early: bool = False) -> dt.date | None:
    """The day told before in the sentence; «ليل الأحد … حتى الفجر»: a dawn behind an evening is of the next one."""
    told = context.told
    if told and told.start and told.length and told.length <= DAY:
        start = told.start
        after = early and isinstance(start, dt.datetime) and start.hour >= _EVENING
        return dt.date(start.year, start.month, start.day) + (DAY if after else 0 * DAY)
    return None


def _dated(days: str, time: str) -> str:
    """The value of a time on the days of another value: ``XXXX-WXX-5`` and ``TMO`` for «صباح الجمعة»."""
    return ",".join(f"{day.split('T')[0]}{time}" for day in days.split(","))


@draft.register
def _(meaning: PartOfDay, context: Context) -> Draft:
    if meaning.day is None:
        day = _told_day(context, early=meaning.hours in {"dawn", "morning"})
        if day is None:
            return unresolved(
                f"XXXX-XX-XXT{meaning.part}", NOTHING_TOLD, type="TIME", granularity="part", modifier=meaning.modifier
            )
        result = Draft(day.isoformat(), (Interval.day(day),), "day").step(
            day.isoformat(), "the day told before in the sentence"
        )
    else:
        result = draft(meaning.day, context)
    value = _dated(result.value, f"T{meaning.part}")
    if not result.intervals:
        return unresolved(
            value, result.open_reason or NO_REFERENCE, type="TIME", granularity="part", modifier=meaning.modifier
        )
    # «بعد منتصف ليل السبت» is on Sunday: the night is that of Saturday.
    shift = DAY if meaning.hours == "after_midnight" and meaning.day is not None else 0 * DAY
    starts = [interval.start + shift for interval in result.intervals if interval.start]
    result.intervals = tuple(hours(start, meaning.hours, context) for start in starts)
    result.alternatives = [
        (tuple(hours(each.start + shift, meaning.hours, context) for each in refused if each.start), why)
        for refused, why in result.alternatives
    ]
    result.value, result.type, result.granularity, result.modifier = value, "TIME", "part", meaning.modifier
    result.edtf = None
    return result


@draft.register
def _(meaning: Night, context: Context) -> Draft:
    today = context.reference
    if today is None:
        return unresolved(f"XXXX-WXX-{meaning.first}TNI", NO_REFERENCE, type="TIME", granularity="part")
    direction, why = direction_of(meaning.shift, context)
    second = nearest_weekday(meaning.second, today, direction, strict=meaning.shift is not None)
    first = second - DAY
    result = Draft(f"{first.isoformat()}TNI", (hours(first, "night", context),), "part", "TIME")
    result.step(result.value, f"the night that leads into {second}: {why}")
    if first.isoweekday() != meaning.first:
        result.conflicts.append("the two weekdays do not follow each other")
    return result


@draft.register
def _(meaning: NightBeforeLast, context: Context) -> Draft:
    del meaning
    if context.reference is None:
        return unresolved("XXXX-XX-XXTNI", NO_REFERENCE, type="TIME", granularity="part")
    day = context.reference - 2 * DAY
    return Draft(f"{day.isoformat()}TNI", (hours(day, "night", context),), "part", "TIME").step(
        str(day), "two nights ago"
    )


def _hour(meaning: Clock) -> tuple[int, str | None]:
    """The hour of 24, by the part of the day that is told."""
    hour, part = meaning.hour, meaning.part
    if part is None or hour > 12:
        return hour, None
    if part in {"EV", "AF"}:
        return (hour + 12 if hour < 12 else (12 if part == "AF" else 24)), None
    if part == "MI":
        return (hour + 12 if hour < 10 else hour), None
    if part == "NI":
        return (hour + 12 if 6 <= hour < 12 else 24 if hour == 12 else hour), None
    if part in {"MO", "AM"}:
        return (0 if hour == 12 else hour), None
    return hour, None


def _part_told(context: Context) -> str | None:
    """The evening or night told before in the sentence, which says what hour is meant: «الليلة الساعة العاشرة»."""
    told = context.told
    if not told or not isinstance(told.start, dt.datetime) or told.start.hour != _EVENING or told.length is None:
        return None
    return "EV" if told.length <= 6 * HOUR else "NI" if told.length <= DAY / 2 else None


def _grain(meaning: Clock) -> tuple[str, dt.timedelta]:
    """How exact a time on the clock is."""
    if meaning.second is not None:
        return "second", dt.timedelta(seconds=1)
    return ("minute", dt.timedelta(minutes=1)) if meaning.minute else ("hour", HOUR)


@draft.register
def _(meaning: Clock, context: Context) -> Draft:
    result = _clock(meaning, context)
    result.modifier = meaning.modifier
    return result


def _clock(meaning: Clock, context: Context) -> Draft:
    hour, minute = meaning.hour, meaning.minute
    swapped = hour == 0 and 0 < minute <= 23 and meaning.zone is not None
    if swapped:  # «الساعة 00.13 بتوقيت غرينتش»: the digits were swapped in print
        hour, minute = minute, 0
    part = meaning.part
    led = _part_told(context) if part is None and meaning.zone is None and meaning.day is None else None
    part = part or led
    hour, _ = _hour(Clock(hour, minute, part))
    # «الواحدة بعد منتصف ليل السبت» is on Sunday, and so is «الثانية عشرة والنصف ليلا».
    next_day = part == "AM" or (hour == 24 and minute > 0) or (led == "NI" and hour < _DAWN)
    hour = 0 if hour == 24 and minute else hour
    second = meaning.second
    time = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    time += "Z" if meaning.zone == 0 else ""
    grain, length = _grain(meaning)
    if meaning.day is not None:
        result = draft(meaning.day, context)
    elif day := _told_day(context, early=meaning.part in {"MO", "AM"}):
        result = Draft(day.isoformat(), (Interval.day(day),), "day").step(
            day.isoformat(), "the day told before in the sentence"
        )
    else:
        return unresolved(f"XXXX-XX-XX{time}", NOTHING_TOLD, type="TIME", granularity=grain)
    known: dict[str, Any] = {"type": "TIME", "granularity": grain}
    days = [_midnight(each.start) + (DAY if next_day else 0 * DAY) for each in result.intervals if each.start]
    value = ",".join(f"{day.isoformat()[:10]}{time}" for day in days) or _dated(result.value, time)
    if not days:
        return unresolved(value, result.open_reason or NO_REFERENCE, conflicts=result.conflicts, **known)
    starts = [day + dt.timedelta(hours=hour, minutes=minute, seconds=second or 0) for day in days]
    result.intervals = tuple(Interval(start, start + length) for start in starts)
    result.value, result.edtf = value, None
    result.type, result.granularity = known["type"], known["granularity"]
    result.alternatives = []
    if swapped:
        result.alternatives.append(((), f"as printed, {meaning.hour:02d}:{meaning.minute:02d}"))
    if meaning.zone is not None:
        result.step(
            value,
            "local time"
            if meaning.zone == "local"
            else f"zone {meaning.zone_name or 'UTC'}: UTC{meaning.zone / 60:+g}",
        )
    return result

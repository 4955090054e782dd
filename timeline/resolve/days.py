"""Days: of a month, of the week, in digits, and pairs that check each other."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, Draft, draft, unresolved
from timeline.resolve.periods import direction_of, month_year, why_no_year
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import (
    Apposed,
    Corresponding,
    DaysOfMonth,
    Extent,
    Month,
    NthDay,
    NthWeekday,
    NumericDate,
    Relative,
    Shift,
    Weekdays,
    Year,
)

WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _of_days(days: list[dt.date], *, through: bool = False) -> Draft:
    """A draft of days: one, several, or a stretch from the first to the last."""
    texts = [day.isoformat() for day in days]
    if through:
        text = f"{texts[0]}/{texts[-1]}"
        return Draft(text, (Interval(days[0], days[-1] + DAY),), "day", role="range", edtf=text)
    return Draft(",".join(texts), tuple(map(Interval.day, days)), "day")


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


# ---- days of a month
# ---------------------------------------------------------------------------------------------------


def _years_for(meaning: DaysOfMonth, month: Month, context: Context) -> tuple[list[int], str]:
    """The years that the days may be of, the likeliest first, and why the first is."""
    if month.year is not None or month.shift in {Shift.THIS, Shift.FOLLOWING}:
        found = month_year(month, context)
        return ([found[0]], found[1]) if found else ([], why_no_year(month.year))
    today = context.reference
    if today is None:
        return [], NO_REFERENCE
    direction, why = direction_of(month.shift, context)
    strict = month.shift is not None
    if (
        month.shift is None
        and context.direction is None
        and context.alone
        and month.number == today.month
        and meaning.days[0] > today.day
    ):
        # «السابع والثامن من ديسمبر», by itself on the third: a reader thinks of next week, not of last year.
        direction, why = "future", "it lies in the running month, and nothing says that it is over"
    # Behind are days that have begun, ahead days that are not over: «7 و8 ديسمبر», printed on the 8th, are this year's.
    edge = meaning.days[0] if direction == "past" else meaning.days[-1]
    behind, ahead = [], []
    for year in range(today.year - 8, today.year + 9):
        day = _day(year, month.number, edge)
        if day is None:
            continue
        if day < today or (day == today and not strict):
            behind.append(year)
        if day > today or (day == today and not strict):
            ahead.append(year)
    behind.reverse()
    skip = 1 if month.shift in {Shift.BEFORE_LAST, Shift.AFTER_NEXT} else 0
    first, second = (behind, ahead) if direction == "past" else (ahead, behind)
    return first[skip : skip + 1] + second[:1], f"the nearest one {'behind' if direction == 'past' else 'ahead'}: {why}"


def _in_year(meaning: DaysOfMonth, year: int, month: int) -> list[dt.date] | None:
    days = [_day(year, month, day) for day in meaning.days]
    return None if any(day is None for day in days) else days  # type: ignore[return-value]


def _gregorian(meaning: DaysOfMonth, month: Month, context: Context, weekday: int | None = None) -> Draft:
    pattern = f"XXXX-{month.number:02d}-"
    value = ",".join(f"{pattern}{day:02d}" for day in meaning.days)
    years, why = _years_for(meaning, month, context)
    if not years:
        return unresolved(value, why, granularity="day")
    if weekday is not None and month.year is None and month.shift is None and len(meaning.days) == 1:
        fitting = [y for y in years if (days := _in_year(meaning, y, month.number)) and days[0].isoweekday() == weekday]
        if fitting and fitting[0] != years[0]:
            years.remove(fitting[0])
            years.insert(0, fitting[0])
            why = f"the nearest year in which it is a {WEEKDAYS[weekday]}"
    days = _in_year(meaning, years[0], month.number)
    if days is None:
        return unresolved(value.replace("XXXX", f"{years[0]:04d}"), f"{years[0]} has no such day", granularity="day")
    result = _of_days(days, through=meaning.through).step(", ".join(map(str, days)), why)
    for year in years[1:]:
        if refused := _in_year(meaning, year, month.number):
            result.alternatives.append(
                (tuple(map(Interval.day, refused)), f"the year {year}: the other one next to the day of printing")
            )
    if month.conflict:
        result.conflicts.append(month.conflict)
    if month.shift is Shift.THIS and context.reference and context.reference.month != month.number:
        result.conflicts.append(f"said to be of the running month, which is {context.reference:%Y-%m}")
    return result


def _hijri_days(meaning: DaysOfMonth, month: Month, context: Context) -> Draft:
    whole = draft(month, context)
    if not whole.intervals:
        return unresolved("XXXX-XX-XX", whole.open_reason or NO_REFERENCE, calendar="hijri", granularity="day")
    start, end = whole.intervals[0].start, whole.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (months have two ends)
    days = [start + (day - 1) * DAY for day in meaning.days]
    if days[-1] >= end:
        return unresolved("XXXX-XX-XX", "that Hijri month has no such day", calendar=whole.calendar, granularity="day")
    result = _of_days(days, through=meaning.through)
    result.calendar, result.steps = whole.calendar, whole.steps
    slack = (1 if "umalqura" in whole.calendar else 2) * DAY
    result.window = Interval(days[0] - slack, days[-1] + DAY + slack)
    return result


def _coptic_days(meaning: DaysOfMonth, month: Month, context: Context) -> Draft:
    today = context.reference
    told = month.year.number if month.year and hasattr(month.year, "number") else None
    if told is None and today is None:
        return unresolved("XXXX-XX-XX", NO_REFERENCE, calendar="coptic", granularity="day")
    day = None
    why = "the year is told"
    if told is not None:
        day = hijri.coptic_day(told, month.number, meaning.days[0])
    elif today is not None:
        running = hijri.coptic_year_of(today)
        direction, why = direction_of(month.shift, context)
        found = [
            d for y in (running - 1, running, running + 1) if (d := hijri.coptic_day(y, month.number, meaning.days[0]))
        ]
        day = (
            max((d for d in found if d <= today), default=None)
            if direction == "past"
            else min((d for d in found if d > today), default=None)
        )
    if day is None:
        return unresolved("XXXX-XX-XX", "that Coptic year has no such day", calendar="coptic", granularity="day")
    result = _of_days([day]).step(day.isoformat(), why)
    result.calendar = "coptic"
    return result


def days_of_month(meaning: DaysOfMonth, context: Context, weekday: int | None = None) -> Draft:
    """Days of a month; a weekday said beside them decides between the years that are possible."""
    month = meaning.month
    if isinstance(month, Month):
        if month.calendar == "hijri":
            return _hijri_days(meaning, month, context)
        if month.calendar == "coptic":
            return _coptic_days(meaning, month, context)
        return _gregorian(meaning, month, context, weekday)
    whole = draft(month, context)
    if not whole.intervals or whole.intervals[0].start is None:
        return unresolved("XXXX-XX-" + f"{meaning.days[0]:02d}", whole.open_reason or NO_REFERENCE, granularity="day")
    start = whole.intervals[0].start
    days = _in_year(meaning, start.year, start.month)
    if days is None:
        return unresolved(f"{start:%Y-%m}-{meaning.days[0]:02d}", f"{start:%Y-%m} has no such day", granularity="day")
    result = _of_days(days, through=meaning.through)
    result.steps = whole.steps
    return result


@draft.register
def _(meaning: DaysOfMonth, context: Context) -> Draft:
    return days_of_month(meaning, context)


@draft.register
def _(meaning: NumericDate, context: Context) -> Draft:
    if meaning.year is None:
        return days_of_month(DaysOfMonth((meaning.day,), Month(meaning.month)), context)
    day = _day(meaning.year, meaning.month, meaning.day)
    if day is None:
        return unresolved(
            f"{meaning.year:04d}-{meaning.month:02d}-{meaning.day:02d}", "there is no such day", granularity="day"
        )
    result = _of_days([day]).step(day.isoformat(), "day before month, as Arabic newspapers write")
    if meaning.ambiguous and (other := _day(meaning.year, meaning.day, meaning.month)):
        result.alternatives.append(((Interval.day(other),), "month before day"))
    return result


@draft.register
def _(meaning: NthDay, context: Context) -> Draft:
    whole = draft(meaning.period, context)
    if not whole.intervals:
        return unresolved("XXXX-XX-XX", whole.open_reason or NO_REFERENCE, granularity="day")
    start, end = whole.intervals[0].start, whole.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    day = end - DAY if meaning.nth == -1 else start + (meaning.nth - 1) * DAY
    if day >= end:
        return unresolved("XXXX-XX-XX", "the period has no such day", granularity="day")
    result = _of_days([day])
    result.steps, result.calendar = whole.steps, whole.calendar
    return result


# ---- weekdays
# ------------------------------------------------------------------------------------------------------------


def nearest_weekday(weekday: int, today: dt.date, direction: str, *, strict: bool) -> dt.date:
    """The nearest such weekday: today counts for the past unless ``strict``, never for the future."""
    if direction == "past":
        back = (today.isoweekday() - weekday) % 7
        return today - (back or (7 if strict else 0)) * DAY
    ahead = (weekday - today.isoweekday()) % 7
    return today + (ahead or 7) * DAY


def _weekdays_value(meaning: Weekdays) -> str:
    return ",".join(f"XXXX-WXX-{day}" for day in meaning.days)


@draft.register
def _(meaning: Weekdays, context: Context) -> Draft:
    today = context.reference
    if today is None:
        return unresolved(_weekdays_value(meaning), NO_REFERENCE, granularity="day")
    week = None
    if meaning.week is not None:
        week, why = (
            calendar.week_of(today, context.settings.week_start) + 7 * meaning.week.count * DAY,
            "the week is told",
        )
    elif meaning.shift is Shift.THIS:
        week, why = calendar.week_of(today, context.settings.week_start), "«الجاري»: in the running week"
    elif meaning.shift is Shift.FOLLOWING and context.told and context.told.start:
        start = context.told.start
        today, direction, strict, why = (
            dt.date(start.year, start.month, start.day),
            "future",
            True,
            "the next one after what was told",
        )
    else:
        direction, why = direction_of(meaning.shift, context)
        strict = meaning.shift is not None
    days: list[dt.date] = []
    if week is not None:
        days = [week + ((day - week.isoweekday()) % 7) * DAY for day in meaning.days]
    elif direction == "past":
        last = nearest_weekday(meaning.days[-1], today, "past", strict=strict)
        if meaning.shift is Shift.BEFORE_LAST:
            last -= 7 * DAY
        days = [last]
        for weekday in reversed(meaning.days[:-1]):
            days.insert(0, nearest_weekday(weekday, days[0], "past", strict=True))
    else:
        if context.direction == "present" and meaning.shift is None and meaning.days[0] == today.isoweekday():
            first = today
        else:
            first = nearest_weekday(meaning.days[0], today, "future", strict=strict)
        if meaning.shift is Shift.AFTER_NEXT:
            first += 7 * DAY
        days = [first]
        for weekday in meaning.days[1:]:
            days.append(nearest_weekday(weekday, days[-1], "future", strict=True))
    result = _of_days(days, through=meaning.through).step(
        ", ".join(map(str, days)), f"the nearest {WEEKDAYS[meaning.days[0]]}: {why}"
    )
    if meaning.shift is None and week is None:
        other = 7 * DAY if direction == "past" else -7 * DAY
        result.alternatives.append(
            (
                tuple(Interval.day(day + other) for day in days),
                "the week after" if direction == "past" else "the week before",
            )
        )
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
        return unresolved(
            f"{whole.value}-WXX-{meaning.weekday}", "the month has no so many of these days", granularity="day"
        )
    result = _of_days([dt.date(day.year, day.month, day.day)])
    result.steps = whole.steps
    return result


# ---- pairs that check each other
# -----------------------------------------------------------------------------------------


@draft.register
def _(meaning: Apposed, context: Context) -> Draft:
    weekday = meaning.check.days[0]
    if isinstance(meaning.main, DaysOfMonth):
        result = days_of_month(meaning.main, context, weekday)
    else:
        result = draft(meaning.main, context)
    start = result.intervals[0].start if result.intervals else None
    if start is None:
        if isinstance(meaning.main, Relative):
            result.value = f"XXXX-WXX-{weekday}"
        return result
    if start.isoweekday() != weekday:
        if isinstance(meaning.main, DaysOfMonth) and meaning.main.days[0] <= 4 and len(meaning.main.days) == 1:
            # «الخميس الأول من الشهر المقبل»: where it is no Thursday, the first Thursday is meant.
            nth = draft(NthWeekday(meaning.main.days[0], weekday, meaning.main.month), context)
            if nth.intervals and not isinstance(meaning.main.month, Month):
                return nth.step(
                    nth.value, f"day {meaning.main.days[0]} is no {WEEKDAYS[weekday]}; the so-manieth one is meant"
                )
            result.alternatives.append((nth.intervals, f"the so-manieth {WEEKDAYS[weekday]} of the month"))
        result.conflicts.append(
            f"{start.isoformat()[:10]} is a {WEEKDAYS[start.isoweekday()]}, not a {WEEKDAYS[weekday]} as said"
        )
    else:
        result.step(result.value, f"it is a {WEEKDAYS[weekday]}, as said")
    return result


@draft.register
def _(meaning: Corresponding, context: Context) -> Draft:
    first, second = draft(meaning.first, context), draft(meaning.second, context)
    main, check = (second, first) if first.calendar.startswith("hijri") else (first, second)
    if not main.intervals or not check.intervals:
        return main if main.intervals else check
    a, b = main.intervals[0].start, check.intervals[0].start
    assert a is not None and b is not None  # noqa: S101, PT018 (days have two ends)
    apart = abs((a - b).days)
    if apart > (1 if "hijri" in check.calendar else 0):
        main.conflicts.append(f"the two dates are {apart} days apart: {a} and {b}")
    else:
        main.step(main.value, f"the other calendar agrees ({check.calendar}: {b})")
    return main


def _in_the_year_of(begin: object, end: Draft) -> object:
    """The begin of a stretch with the year of its end, unless its months run over the turn of the year."""
    if isinstance(begin, Apposed):
        return Apposed(_in_the_year_of(begin.main, end), begin.check)
    month = begin.month if isinstance(begin, DaysOfMonth) else begin
    if not isinstance(month, Month) or month.year is not None or month.shift is not None or not end.intervals:
        return begin
    last = end.intervals[0].start
    assert last is not None  # noqa: S101 (days and months have two ends)
    dated = evolve(month, year=Year(last.year - (month.number > last.month)))
    return evolve(begin, month=dated) if isinstance(begin, DaysOfMonth) else dated


@draft.register
def _(meaning: Extent, context: Context) -> Draft:
    end = draft(meaning.end, context)
    begin = draft(_in_the_year_of(meaning.begin, end), context)
    if not begin.intervals or not end.intervals:
        return unresolved(
            f"{begin.value}/{end.value}", begin.open_reason or end.open_reason or NO_REFERENCE, role="range"
        )
    start, stop = begin.intervals[0].start, end.intervals[-1].end
    text = f"{begin.value}/{end.value}"
    if start is not None and stop is not None and stop <= start:
        result = unresolved(text, "its end lies before its start", role="range", granularity=end.granularity)
        result.conflicts.append(f"it ends ({end.value}) before it starts ({begin.value})")
        return result
    return Draft(
        text,
        (Interval(start, stop),),
        end.granularity,
        role="range",
        edtf=text,
        conflicts=[*begin.conflicts, *end.conflicts],
    )

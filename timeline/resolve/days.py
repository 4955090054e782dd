"""Days: of a month, of the week, in digits, and pairs that check each other."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, OUTSIDE, Draft, draft, of_days, unresolved
from timeline.resolve.months import direction_of, month_year
from timeline.resolve.periods import before_christ, why_no_year
from timeline.resolve.weekdays import WEEKDAYS
from timeline.values import hijri
from timeline.values.edtf import is_edtf
from timeline.values.interval import Interval
from timeline.values.meaning import (
    Apposed,
    Clock,
    Corresponding,
    DaysOfMonth,
    Extent,
    Month,
    NthDay,
    NthWeekday,
    NumericDate,
    Relative,
    Shift,
    Year,
)
from timeline.values.sequence import in_time
from timeline.values.sun import rumi_day


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
        return ([found[0]], found[1]) if found else ([], why_no_year(month.year, context))
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
        if day is None or _in_year(meaning, year, month.number) is None:
            continue  # «1 و29 فبراير» are of a leap year
        if day < today or (day == today and not strict):
            behind.append(year)
        if day > today or (day == today and not strict):
            ahead.append(year)
    behind.reverse()
    skip = 1 if month.shift in {Shift.BEFORE_LAST, Shift.AFTER_NEXT} else 0
    first, second = (behind, ahead) if direction == "past" else (ahead, behind)
    chosen = first[skip : skip + 1]
    others = [year for year in second if year not in chosen]
    return chosen + others[:1], f"the nearest one {'behind' if direction == 'past' else 'ahead'}: {why}"


def _in_year(meaning: DaysOfMonth, year: int, month: int) -> list[dt.date] | None:
    days = [_day(year, month, day) for day in meaning.days]
    return None if any(day is None for day in days) else days  # type: ignore[return-value]


#: For each day, in the order of time, the weekday that it is said to be; 0 where none is said.
Said = tuple[int, ...]


def _as_said(days: list[dt.date] | None, said: Said) -> bool:
    return days is not None and all(day.isoweekday() == one for day, one in zip(days, said, strict=True) if one)


def _gregorian(meaning: DaysOfMonth, month: Month, context: Context, said: Said) -> Draft:
    told = before_christ(month.year)
    value = ",".join(f"{told}-{month.number:02d}-{day:02d}" for day in meaning.days)
    years, why = _years_for(meaning, month, context)
    if told != "XXXX":
        edtf = value if len(meaning.days) == 1 else "{" + value + "}"
        return unresolved(value, why, granularity="day", edtf=edtf if is_edtf(edtf) else None)
    if not years or not 1 <= years[0] <= 9999:
        return unresolved(value, OUTSIDE if years else why, granularity="day")
    if any(said) and month.year is None and month.shift is None:
        fitting = [year for year in years if _as_said(_in_year(meaning, year, month.number), said)]
        if fitting and fitting[0] != years[0]:
            years.remove(fitting[0])
            years.insert(0, fitting[0])
            why = f"the nearest year in which it is a {', a '.join(WEEKDAYS[one] for one in said if one)}"
    days = _in_year(meaning, years[0], month.number)
    if days is None:
        return unresolved(value.replace("XXXX", f"{years[0]:04d}"), f"{years[0]} has no such day", granularity="day")
    result = of_days(days, through=meaning.through).step(", ".join(map(str, days)), why)
    for year in years[1:]:
        if refused := _in_year(meaning, year, month.number):
            result.alternatives.append(
                (tuple(map(Interval.day, refused)), f"the year {year}: the other one next to the day of printing")
            )
    if month.conflict:
        result.conflicts.append(month.conflict)
    if month.shift is Shift.THIS and context.reference and context.reference.month != month.number:
        result.conflicts.append(f"said to be of the running month, which is {context.reference.isoformat()[:7]}")
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
    result = of_days(days, through=meaning.through)
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
    result = of_days([day]).step(day.isoformat(), why)
    result.calendar = "coptic"
    return result


def _rumi_days(meaning: DaysOfMonth, month: int, year: Year) -> Draft:
    days = [rumi_day(year.number, month, day) for day in meaning.days]
    found = [day for day in days if day]
    if len(found) < len(days):
        return unresolved("XXXX-XX-XX", "the treasury's calendar has no such day", calendar="rumi", granularity="day")
    result = of_days(found, through=meaning.through)
    result.calendar = "rumi"
    return result.step(result.value, f"{year.number} of the calendar rumi, which began in March")


def days_of_month(meaning: DaysOfMonth, context: Context, weekdays: tuple[int, ...] = ()) -> Draft:
    """Days of a month in the order of time; weekdays said beside them decide between the years that are possible.

    «9 و7 ديسمبر» is told backwards; of «30 و1 ديسمبر» the first is of the month before, or a misprint: nobody can say.
    """
    told = in_time(meaning.days, 30)
    days = tuple(sorted(set(meaning.days)))
    result = _in_one_month(evolve(meaning, days=days), context, _said(meaning, weekdays))
    if told.turned:
        value = ",".join(f"XXXX-XX-{day:02d}" for day in meaning.days)
        result = unresolved(value, "its days are not in order", granularity="day", calendar=result.calendar)
        result.conflicts.append(f"{', '.join(map(str, meaning.days))} are not in order: not all are of that month")
    elif told.twice:
        result.conflicts.append("the same day is told twice")
    return result


def _said(meaning: DaysOfMonth, weekdays: tuple[int, ...]) -> Said:
    """The weekdays said beside days, in the order of time: «الأحد 8 والسبت 7» has the Saturday first."""
    beside = dict(zip(meaning.days, weekdays, strict=False))
    return tuple(beside.get(day, 0) for day in sorted(set(meaning.days)))


def _in_one_month(meaning: DaysOfMonth, context: Context, said: Said) -> Draft:
    month = meaning.month
    if isinstance(month, Month):
        if month.calendar == "hijri":
            return _hijri_days(meaning, month, context)
        if isinstance(month.year, Year) and month.year.era == "RUMI":
            return _rumi_days(meaning, month.number, month.year)
        if month.calendar == "coptic":
            return _coptic_days(meaning, month, context)
        return _gregorian(meaning, month, context, said)
    whole = draft(month, context)
    if not whole.intervals or whole.intervals[0].start is None:
        return unresolved("XXXX-XX-" + f"{meaning.days[0]:02d}", whole.open_reason or NO_REFERENCE, granularity="day")
    start = whole.intervals[0].start
    days = _in_year(meaning, start.year, start.month)
    if days is None:
        text = start.isoformat()[:7]
        return unresolved(f"{text}-{meaning.days[0]:02d}", f"{text} has no such day", granularity="day")
    result = of_days(days, through=meaning.through)
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
    result = of_days([day]).step(day.isoformat(), "day before month, as Arabic newspapers write")
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
    if not start <= day < end:
        return unresolved("XXXX-XX-XX", "the period has no such day", granularity="day")
    result = of_days([day])
    result.steps, result.calendar = whole.steps, whole.calendar
    return result


# ---- pairs that check each other
# -----------------------------------------------------------------------------------------


@draft.register
def _(meaning: Apposed, context: Context) -> Draft:
    main, weekday = meaning.main, meaning.check.days[0]
    said: Said = (weekday,)
    if isinstance(main, DaysOfMonth):
        result, said = days_of_month(main, context, meaning.check.days), _said(main, meaning.check.days)
    else:
        result = draft(main, context)
    starts = [each.start for each in result.intervals if each.start]
    if not starts:
        if isinstance(main, Relative):
            result.value = f"XXXX-WXX-{weekday}"
        return result
    wrong = [(day, one) for day, one in zip(starts, said, strict=False) if one and day.isoweekday() != one]
    if wrong and isinstance(main, DaysOfMonth) and main.days[0] <= 4 and len(main.days) == 1:
        # «الخميس الأول من الشهر المقبل»: where it is no Thursday, the first Thursday is meant.
        nth = draft(NthWeekday(main.days[0], weekday, main.month), context)
        if nth.intervals and not isinstance(main.month, Month):
            return nth.step(nth.value, f"day {main.days[0]} is no {WEEKDAYS[weekday]}; the so-manieth one is meant")
        result.alternatives.append((nth.intervals, f"the so-manieth {WEEKDAYS[weekday]} of the month"))
    for day, one in wrong:
        result.conflicts.append(
            f"{day.isoformat()[:10]} is a {WEEKDAYS[day.isoweekday()]}, not a {WEEKDAYS[one]} as said"
        )
    if wrong and main == Relative("day", 0):
        return _told_before_midnight(result, weekday)
    if not wrong:
        result.step(result.value, f"it is a {', a '.join(WEEKDAYS[one] for one in said if one)}, as said")
    return result


def _told_before_midnight(today: Draft, weekday: int) -> Draft:
    """«اليوم السبت» printed on a Sunday: written on the Saturday that had just ended, if it is the day before."""
    start = today.intervals[0].start
    assert start is not None  # noqa: S101 (a day has a begin)
    if (start - DAY).isoweekday() != weekday:
        return today
    result = of_days([dt.date.fromordinal(start.toordinal() - 1)])
    result.conflicts = today.conflicts
    result.alternatives.append((today.intervals, "«اليوم» is the day of printing"))
    return result.step(result.value, f"the {WEEKDAYS[weekday]} before: printed when its «اليوم» was over")


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


_PAIR = re.compile(r"-?\d{4}(-[01]\d(-\d\d)?)?/-?\d{4}(-[01]\d(-\d\d)?)?")


def _in_the_year_of(begin: object, end: Draft) -> object | None:
    """The begin of a stretch with the year of its end, unless its months run over the turn of the year.

    ``None`` where that would be before the year 1.
    """
    if isinstance(begin, Apposed):
        main = _in_the_year_of(begin.main, end)
        return None if main is None else Apposed(main, begin.check)
    month = begin.month if isinstance(begin, DaysOfMonth) else begin
    if not isinstance(month, Month) or month.year is not None or month.shift is not None or not end.intervals:
        return begin
    last = end.intervals[0].start
    assert last is not None  # noqa: S101 (days and months have two ends)
    number = last.year - (month.number > last.month)
    if number < 1:
        return None
    dated = evolve(month, year=Year(number))
    return evolve(begin, month=dated) if isinstance(begin, DaysOfMonth) else dated


@draft.register
def _(meaning: Extent, context: Context) -> Draft:
    end = draft(meaning.end, context)
    begun = _in_the_year_of(meaning.begin, end)
    if begun is None:
        return unresolved(f"XXXX/{end.value.rpartition('/')[2]}", OUTSIDE, role="range")
    begin = draft(begun, context)
    # A Hijri month is a stretch of days already: the whole begins with its first and ends with the other's last.
    text = f"{begin.value.partition('/')[0]}/{end.value.rpartition('/')[2]}"
    if not begin.intervals or not end.intervals:
        return unresolved(text, begin.open_reason or end.open_reason or NO_REFERENCE, role="range")
    start, stop = begin.intervals[0].start, end.intervals[-1].end
    if isinstance(meaning.end, Clock):
        stop = end.intervals[-1].start  # «من 4 إلى 6 مساء» is over at six
    if start is not None and stop is not None and stop <= start:
        result = unresolved(text, "its end lies before its start", role="range", granularity=end.granularity)
        result.conflicts.append(f"it ends ({end.value}) before it starts ({begin.value})")
        return result
    return Draft(
        text,
        (Interval(start, stop),),
        end.granularity,
        end.type,
        role="range",
        edtf=text if _PAIR.fullmatch(text) else None,  # EDTF has no pairs of quarters, centuries or stretches
        conflicts=[*begin.conflicts, *end.conflicts],
    )

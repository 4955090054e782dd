"""Years, decades, centuries, days off, and units counted from the day of printing or from what was told."""

from __future__ import annotations

import datetime as dt
from calendar import isleap

from attrs import evolve

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, NOTHING_TOLD, OUTSIDE, Draft, draft, unresolved
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import (
    About,
    Century,
    Decade,
    Millennium,
    NewYear,
    Recurring,
    Reference,
    Relative,
    RunningQuarter,
    SameTimeIn,
    SameUnit,
    Shift,
    Uncounted,
    Unspecified,
    WeekendOf,
    Year,
    YearLike,
    Years,
)
from timeline.values.sun import rumi_year, solar_hijri_year

# ---- years
# ---------------------------------------------------------------------------------------------------------------


#: A year below it that says no era may be of the Hijra.
SURELY_OURS = 1000
NO_DAYS = "years before the common era have no Gregorian days here"


def before_christ(year: YearLike) -> str:
    """A year before the common era as TIMEX3 and EDTF count it, from a year 0: 330 is ``-0329``; else ``XXXX``."""
    if not isinstance(year, Year) or year.era != "BCE":
        return "XXXX"
    return f"-{year.number - 1:04d}" if year.number > 1 else "0000"


def year_number(year: YearLike, context: Context) -> int | None:
    """The Gregorian year meant, from 1 to 9999, or ``None`` if it cannot be known."""
    number = _counted_year(year, context)
    return number if number and 1 <= number <= 9999 else None


def _counted_year(year: YearLike, context: Context) -> int | None:
    match year:
        case Year(number, "CE", False):
            return number
        case Year(number, "CE", True):
            base = context.reference.year if context.reference else 2000
            century = base // 100 * 100
            return century + number if century + number <= base else century - 100 + number
        case Relative("year", count):
            return context.reference.year + count if context.reference else None
        case SameUnit("year", offset):
            return context.told.start.year + offset if context.told and context.told.start else None
    return None


def why_no_year(year: YearLike, context: Context) -> str:
    """Why the year is not known."""
    if _counted_year(year, context) is not None or (year is None and context.reference is not None):
        return OUTSIDE
    if isinstance(year, Year) and year.era == "BCE":
        return NO_DAYS
    if isinstance(year, Year):
        return "the year is told in another era than the month"
    return NOTHING_TOLD if isinstance(year, SameUnit) else NO_REFERENCE


@draft.register
def _(meaning: Year, context: Context) -> Draft:
    if meaning.era == "AH":
        found = hijri.hijri_year(meaning.number)
        if found is None:
            return unresolved("XXXX", "the Hijri year lies outside what can be computed", calendar="hijri")
        first, after = found
        interval = Interval(first.date, after)
        return Draft(
            f"{first.date.isoformat()}/{(after - DAY).isoformat()}",
            (interval,),
            "year",
            calendar=f"hijri-{first.variant}",
            window=Interval(first.date - first.uncertainty * DAY, after + first.uncertainty * DAY),
            edtf=f"{first.date.isoformat()}/{(after - DAY).isoformat()}",
        ).step(f"{meaning.number} AH", f"calendar {first.variant}, ±{first.uncertainty} day(s)")
    if meaning.era == "BCE":
        value = before_christ(meaning)
        return unresolved(value, NO_DAYS, granularity="year", edtf=value)
    if meaning.era != "CE":
        return _year_of_the_sun(meaning)
    number = year_number(meaning, context)
    whole = calendar.years(number) if number else None
    if whole is None:
        return unresolved("XXXX", OUTSIDE, granularity="year")
    result = Draft(f"{number:04d}", (whole,), "year")
    if number and number < SURELY_OURS and not meaning.two_digits and (other := hijri.hijri_year(number)):
        result.alternatives.append(((Interval(other[0].date, other[1]),), "if it is a year of the Hijra"))
    return result


def _year_of_the_sun(year: Year) -> Draft:
    """A year of Iran's or the Ottoman treasury's calendar: «سنة 1389 هجرية شمسية» begins in March 2010."""
    name, of_year = ("solar-hijri", solar_hijri_year) if year.era == "SOLAR" else ("rumi", rumi_year)
    found = of_year(year.number)
    if found is None:
        return unresolved("XXXX", f"the {name} calendar is not counted in that year", granularity="year", calendar=name)
    text = f"{found[0].isoformat()}/{(found[1] - DAY).isoformat()}"
    result = Draft(text, (Interval(*found),), "year", calendar=name, edtf=text)
    return result.step(text, f"{year.number} of the calendar {name}")


@draft.register
def _(meaning: Years, context: Context) -> Draft:
    """Years that share a noun and an era, in the order of time: «عامي 2012 و2010» are 2010 and 2012."""
    era = meaning.members[-1].era
    members = dict.fromkeys(evolve(year, era=era) for year in meaning.members)
    drafts = [draft(year, context) for year in members]
    if any(not each.intervals for each in drafts):
        reasons = [each.open_reason for each in drafts if each.open_reason]
        text = ("/" if meaning.through else ",").join(each.value for each in drafts)
        edtf = None if era != "BCE" else text if meaning.through else "{" + text + "}"
        return unresolved(text, reasons[0], granularity="year", edtf=edtf, role="range" if meaning.through else "point")
    drafts.sort(key=lambda each: each.intervals[0])
    intervals = tuple(each.intervals[0] for each in drafts)
    first, last = drafts[0], drafts[-1]
    if meaning.through:
        text = f"{first.value.split('/')[0]}/{last.value.split('/')[-1]}"
        whole = intervals[0].hull(intervals[-1])
        return Draft(text, (whole,), "year", role="range", edtf=text, calendar=first.calendar)
    result = Draft(",".join(each.value for each in drafts), intervals, "year", calendar=first.calendar)
    if len(drafts) < len(meaning.members):
        result.conflicts.append("the same year is told twice")
    return result


@draft.register
def _(meaning: Decade, context: Context) -> Draft:
    century = meaning.century
    if isinstance(century, Relative):
        century = context.reference.year // 100 + 1 + century.count if context.reference else None
    if century is None:
        base = context.reference.year if context.reference else 2000
        start = base // 100 * 100 + meaning.tens
        why = "the nearest such decade that is not ahead"
        if start > base:
            start -= 100
    else:
        start, why = (century - 1) * 100 + meaning.tens, "the century is told"
    interval = calendar.years(start, 10)
    if interval is None:
        return unresolved("XXX", OUTSIDE, granularity="decade")
    return Draft(f"{start // 10:03d}", (interval,), "decade").step(f"{start}s", why)


@draft.register
def _(meaning: Century, context: Context) -> Draft:
    del context
    if meaning.era == "CE":
        start = (meaning.number - 1) * 100
        interval = calendar.years(max(start, 1), 100 - (start < 1))
        return Draft(f"{start // 100:02d}", (interval,) if interval else (), "century")
    if meaning.era == "AH":
        first, last = hijri.hijri_year((meaning.number - 1) * 100 + 1), hijri.hijri_year(meaning.number * 100)
        if first and last:
            interval = Interval(first[0].date, last[1])
            text = f"{first[0].date.isoformat()}/{(last[1] - DAY).isoformat()}"
            return Draft(text, (interval,), "century", calendar=f"hijri-{first[0].variant}", edtf=text)
    text = _stretch_before_christ(meaning.number, 100)
    return unresolved(f"-{meaning.number - 1:02d}", NO_DAYS, granularity="century", edtf=text)


def _stretch_before_christ(number: int, size: int) -> str:
    """The so-manieth hundred or thousand years before the common era, in EDTF: the fourth, -0399 to -0300."""
    first, last = Year(number * size, "BCE"), Year((number - 1) * size + 1, "BCE")
    return f"{before_christ(first)}/{before_christ(last)}"


@draft.register
def _(meaning: Millennium, context: Context) -> Draft:
    del context
    if meaning.era == "BCE":
        text = _stretch_before_christ(meaning.number, 1000) if meaning.number < 10 else None
        return unresolved(f"-{meaning.number - 1}", NO_DAYS, granularity="millennium", edtf=text)
    start = (meaning.number - 1) * 1000
    if start >= 9000:
        return unresolved("X", OUTSIDE, granularity="millennium")
    interval = calendar.years(max(start, 1), 1000 - (start < 1))
    return Draft(f"{start // 1000}", (interval,) if interval else (), "millennium")


@draft.register
def _(meaning: SameTimeIn, context: Context) -> Draft:
    today, year = context.reference, year_number(meaning.year, context)
    if today is None or year is None:
        return unresolved("XXXX-XX-XX", why_no_year(meaning.year, context), granularity=meaning.unit)
    interval: Interval | None
    if meaning.unit == "month":
        interval = calendar.months(year, today.month)
    elif meaning.unit == "week" and year < dt.MAXYEAR:
        first = dt.date.fromisocalendar(year, min(today.isocalendar().week, 52), 1)
        interval = Interval(first, first + 7 * DAY)
    elif meaning.unit == "week":
        interval = None
    else:
        leap_day = (today.month, today.day) == (2, 29) and not isleap(year)
        interval = None if leap_day else Interval.day(today.replace(year=year))
    if interval is None:
        return unresolved(f"{year:04d}-XX-XX", f"{year} has no such day", granularity=meaning.unit)
    value, granularity = _unit_value(interval, meaning.unit)
    return Draft(value, (interval,), granularity).step(value, f"the running {meaning.unit}, of the year told")


@draft.register
def _(meaning: RunningQuarter, context: Context) -> Draft:
    today = context.reference
    if today is None:
        return unresolved("XXXX", NO_REFERENCE, granularity="quarter")
    year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + meaning.count, 4)
    interval = calendar.months(year, 1 + 3 * quarter, 3)
    if interval is None:
        return unresolved("XXXX", OUTSIDE, granularity="quarter")
    value = f"{year:04d}-Q{quarter + 1}"
    return Draft(value, (interval,), "quarter").step(value, "counted from the running quarter")


@draft.register
def _(meaning: NewYear, context: Context) -> Draft:
    del meaning
    today = context.reference
    if today is None:
        return unresolved("XXXX", NO_REFERENCE, granularity="year")
    year = today.year + (today.month >= _LATE_IN_THE_YEAR)
    whole = calendar.years(year)
    if whole is None:
        return unresolved("XXXX", OUTSIDE, granularity="year")
    return Draft(f"{year:04d}", (whole,), "year").step(f"{year:04d}", "the one that is new")


#: From July on, «العام الجديد» is the next one.
_LATE_IN_THE_YEAR = 7

# ---- units counted from the reference
# ------------------------------------------------------------------------------------


def _unit_value(interval: Interval, unit: str) -> tuple[str, str]:
    start = interval.start
    assert start is not None  # noqa: S101 (units have two ends)
    match unit:
        case "day" | "night":
            return start.isoformat()[:10], "day"
        case "week":
            return calendar.iso_week(start), "week"
        case "month":
            return f"{start.year:04d}-{start.month:02d}", "month"
        case "year":
            return f"{start.year:04d}", "year"
        case "decade":
            return f"{start.year // 10:03d}", "decade"
        case "century":
            return f"{start.year // 100:02d}", "century"
        case _:
            return f"{start.year // 1000}", unit


_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@draft.register
def _(meaning: Relative, context: Context) -> Draft:
    if context.reference is None:
        return unresolved(_UNKNOWN.get(meaning.unit, "XXXX"), NO_REFERENCE, granularity=meaning.unit)
    interval = calendar.unit_around(context.reference, meaning.unit, meaning.count, context.settings.week_start)
    if interval is None:
        return unresolved(_UNKNOWN.get(meaning.unit, "XXXX"), OUTSIDE)
    value, granularity = _unit_value(interval, meaning.unit)
    return Draft(value, (interval,), granularity).step(
        value, f"{meaning.unit} {meaning.count:+d} from {context.reference}"
    )


@draft.register
def _(meaning: SameUnit, context: Context) -> Draft:
    if context.told is None or context.told.start is None:
        return unresolved(_UNKNOWN.get(meaning.unit, "XXXX"), NOTHING_TOLD, granularity=meaning.unit)
    told = context.told.start
    start = dt.date(told.year, told.month, told.day)
    interval = calendar.unit_around(start, meaning.unit, meaning.offset, context.settings.week_start)
    length = context.told.length
    if interval is None or length is None or (interval.length and meaning.offset == 0 and length > interval.length):
        return unresolved(_UNKNOWN.get(meaning.unit, "XXXX"), NOTHING_TOLD, granularity=meaning.unit)
    value, granularity = _unit_value(interval, meaning.unit)
    return Draft(value, (interval,), granularity).step(
        value, f"the {meaning.unit} of what was told last, {context.told}"
    )


@draft.register
def _(meaning: Unspecified, context: Context) -> Draft:
    told = context.told
    if told and told.start and told.length and told.length <= 2 * DAY:
        day = told.start + meaning.offset * DAY
        interval = Interval.day(dt.date(day.year, day.month, day.day))
        return Draft(day.isoformat()[:10], (interval,), "day").step(day.isoformat()[:10], f"the day told last, {told}")
    return unresolved(meaning.value, NOTHING_TOLD, granularity=meaning.unit)


@draft.register
def _(meaning: Uncounted, context: Context) -> Draft:
    del context
    return unresolved(meaning.value, f"times {meaning.calendar} are not counted here", granularity=meaning.unit)


@draft.register
def _(meaning: Reference, context: Context) -> Draft:
    del context
    reasons = {
        "PAST_REF": "some time in the past",
        "PRESENT_REF": "the present at large",
        "FUTURE_REF": "some time ahead",
    }
    return unresolved(meaning.kind, f"{reasons[meaning.kind]}; no days are told")


@draft.register
def _(meaning: About, context: Context) -> Draft:
    result = draft(meaning.main, context)
    result.modifier, result.edtf = result.modifier or "APPROX", None
    return result.step(result.value, "told as uncertain: the days are those of the words, give or take")


@draft.register
def _(meaning: Recurring, context: Context) -> Draft:
    del context
    return unresolved(
        meaning.value, "it recurs; expand it inside a window", type="SET", role=None, modifier=meaning.modifier
    )


@draft.register
def _(meaning: WeekendOf, context: Context) -> Draft:
    if context.reference is None:
        return unresolved("XXXX-WXX-WE", NO_REFERENCE, granularity="weekend")
    first, last = context.settings.weekend
    length = (last - first) % 7 + 1
    today = context.reference
    start = today + ((first - today.isoweekday()) % 7) * DAY  # the coming one, or the one that begins today
    running = start - 7 * DAY
    if meaning.shift is Shift.FOLLOWING:
        return unresolved("XXXX-WXX-WE", NOTHING_TOLD, granularity="weekend")
    if meaning.shift is Shift.THIS:
        monday = calendar.week_of(today)
        chosen, why = monday + (first - 1) * DAY, "the days off of the running week"
    elif meaning.shift in {Shift.NEXT, Shift.AFTER_NEXT}:
        chosen, why = calendar.week_of(today) + (6 + first) * DAY, "the days off of the coming week"
        if meaning.shift is Shift.AFTER_NEXT:
            chosen, why = chosen + 7 * DAY, "the days off of the week after the coming one"
    elif meaning.shift is None and context.direction in {"future", "present"}:
        chosen, why = start, "the next days off"
    elif meaning.shift is Shift.BEFORE_LAST:
        chosen, why = running - 7 * DAY, "the days off before the last ones"
    elif running + length * DAY > today and meaning.shift is not Shift.LAST:
        chosen, why = running, "the days off that are running"
    elif start == today and meaning.shift is not Shift.LAST:
        chosen, why = start, "the days off that begin today"
    else:
        chosen, why = running, "the last days off before the day of printing"
    value = f"{calendar.iso_week(chosen)}-WE"
    return Draft(value, (Interval(chosen, chosen + length * DAY),), "weekend").step(value, why)

"""Years, months, seasons, weeks, and what divides them."""

from __future__ import annotations

import datetime as dt

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, NOTHING_TOLD, Draft, draft, unresolved
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import (
    Century,
    Decade,
    FirstUnits,
    Fraction,
    Millennium,
    Month,
    Months,
    Portion,
    Recurring,
    Reference,
    Relative,
    SameUnit,
    Season,
    Shift,
    Unspecified,
    WeekendOf,
    Year,
    YearLike,
    Years,
)

# ---- years
# ---------------------------------------------------------------------------------------------------------------


def year_number(year: YearLike, context: Context) -> int | None:
    """The Gregorian year meant, or ``None`` if it cannot be known."""
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


def why_no_year(year: YearLike) -> str:
    """Why the year is not known."""
    return NOTHING_TOLD if isinstance(year, SameUnit) else NO_REFERENCE


@draft.register
def _(meaning: Year, context: Context) -> Draft:
    if meaning.era == "AH":
        found = hijri.hijri_year(meaning.number)
        if found is None:
            return unresolved(f"{meaning.number}", "the Hijri year lies outside what can be computed", calendar="hijri")
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
        value = f"-{meaning.number - 1:04d}"
        return unresolved(
            value, "years before the common era have no Gregorian days here", granularity="year", edtf=value
        )
    number = year_number(meaning, context) or meaning.number
    whole = calendar.years(number)
    return Draft(f"{number:04d}", (whole,) if whole else (), "year")


@draft.register
def _(meaning: Years, context: Context) -> Draft:
    numbers = [year_number(year, context) or year.number for year in meaning.members]
    intervals = [interval for number in numbers if (interval := calendar.years(number))]
    if meaning.through:
        span = intervals[0].hull(intervals[-1])
        return Draft(
            f"{numbers[0]:04d}/{numbers[-1]:04d}",
            (span,),
            "year",
            role="range",
            edtf=f"{numbers[0]:04d}/{numbers[-1]:04d}",
        )
    texts = [f"{number:04d}" for number in numbers]
    return Draft(",".join(texts), tuple(intervals), "year", edtf="{" + ",".join(texts) + "}")


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
    return Draft(f"{start // 10}", (interval,) if interval else (), "decade").step(f"{start}s", why)


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
    return unresolved(
        f"-{meaning.number:02d}", "a century before the common era has no Gregorian days here", granularity="century"
    )


@draft.register
def _(meaning: Millennium, context: Context) -> Draft:
    del context
    start = (meaning.number - 1) * 1000
    interval = calendar.years(max(start, 1), 1000 - (start < 1)) if start < 9000 else None
    return Draft(f"{start // 1000}", (interval,) if interval else (), "millennium")


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
        return unresolved(_UNKNOWN.get(meaning.unit, "XXXX"), "it lies outside the years 1 to 9999")
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
def _(meaning: Reference, context: Context) -> Draft:
    del context
    reasons = {
        "PAST_REF": "some time in the past",
        "PRESENT_REF": "the present at large",
        "FUTURE_REF": "some time ahead",
    }
    return unresolved(meaning.kind, f"{reasons[meaning.kind]}; no days are told")


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
    if meaning.shift is Shift.THIS:
        monday = calendar.week_of(today)
        chosen, why = monday + (first - 1) * DAY, "the days off of the running week"
    elif meaning.shift is Shift.NEXT:
        chosen, why = calendar.week_of(today) + (6 + first) * DAY, "the days off of the coming week"
    elif meaning.shift is None and context.direction in {"future", "present"}:
        chosen, why = start, "the next days off"
    elif running + length * DAY > today and meaning.shift is not Shift.LAST:
        chosen, why = running, "the days off that are running"
    elif start == today and meaning.shift is not Shift.LAST:
        chosen, why = start, "the days off that begin today"
    else:
        chosen, why = running, "the last days off before the day of printing"
    value = f"{calendar.iso_week(chosen)}-WE"
    return Draft(value, (Interval(chosen, chosen + length * DAY),), "weekend").step(value, why)


# ---- months, seasons and what divides them
# -------------------------------------------------------------------------------


def direction_of(shift: Shift | None, context: Context) -> tuple[str, str]:
    """Past or future, and why, for something that recurs."""
    if shift in {Shift.LAST, Shift.BEFORE_LAST}:
        return "past", "«الماضي»"
    if shift in {Shift.NEXT, Shift.AFTER_NEXT}:
        return "future", "«المقبل»"
    if context.direction:
        return (
            "past" if context.direction == "past" else "future",
            f"the clause points there («{context.cue}»)" if context.cue else "the clause points there",
        )
    return (
        context.prefer,
        "nothing says otherwise; news tells of the past" if context.prefer == "past" else "as preferred",
    )


def month_year(month: Month, context: Context) -> tuple[int, str] | None:
    """The year of a Gregorian month that stands alone, and why; ``None`` if it cannot be known."""
    if month.year is not None:
        number = year_number(month.year, context)
        return None if number is None else (number, "the year is told")
    today = context.reference
    if today is None:
        return None
    if month.shift is Shift.THIS:
        return today.year, "«الجاري»"
    if month.shift is Shift.FOLLOWING and context.told and context.told.start:
        start = context.told.start
        return start.year + (month.number <= start.month), "the next one after what was told"
    direction, why = direction_of(month.shift, context)
    strict = month.shift is not None
    if direction == "past":
        year = today.year - (month.number > today.month or (strict and month.number == today.month))
        return year - (month.shift is Shift.BEFORE_LAST), f"the nearest one behind: {why}"
    year = today.year + (month.number < today.month or (strict and month.number == today.month))
    return year + (month.shift is Shift.AFTER_NEXT), f"the nearest one ahead: {why}"


def _hijri_month(meaning: Month, context: Context) -> Draft:
    year: int | None = None
    why = "the year is told"
    if isinstance(meaning.year, Year) and meaning.year.era == "AH":
        year = meaning.year.number
    elif (gregorian := year_number(meaning.year, context)) is not None:
        # A Hijri month in a Gregorian year: the one that begins in it.
        base = hijri.hijri_year_of(dt.date(gregorian, 1, 1))
        for candidate in (base, base + 1):
            first = hijri.hijri_day(candidate, meaning.number, 1)
            if first and first.date.year == gregorian:
                year = candidate
                break
    elif context.reference:
        running = hijri.hijri_year_of(context.reference)
        direction, why = direction_of(meaning.shift, context)
        found = [(y, m) for y in range(running - 2, running + 3) if (m := hijri.hijri_month(y, meaning.number))]
        strict = meaning.shift in {Shift.LAST, Shift.NEXT}
        today = context.reference
        near = [y for y, (first, after) in found if first.date <= today + 20 * DAY and after > today - 20 * DAY]
        if meaning.shift is Shift.THIS:
            year = running
        elif near and not strict:
            year, why = near[-1], "it is running or close by"
        elif direction == "past":
            year = max(y for y, (first, after) in found if (after <= today if strict else first.date <= today))
        else:
            year = min(y for y, (first, _) in found if first.date > today)
    if year is None:
        return unresolved("XXXX-XX", NO_REFERENCE, calendar="hijri", granularity="month")
    month = hijri.hijri_month(year, meaning.number)
    if month is None:
        return unresolved("XXXX-XX", "the Hijri date lies outside what can be computed", calendar="hijri")
    first, after = month
    text = f"{first.date.isoformat()}/{(after - DAY).isoformat()}"
    slack = first.uncertainty * DAY
    variant = f"{why}; calendar {first.variant}, ±{first.uncertainty} day(s)"
    return Draft(
        text, (Interval(first.date, after),), "month", calendar=f"hijri-{first.variant}", edtf=text,
        window=Interval(first.date - slack, after + slack),
    ).step(f"{year}-{meaning.number:02d} AH = {text}", variant)  # fmt: skip


@draft.register
def _(meaning: Month, context: Context) -> Draft:
    if meaning.calendar == "hijri":
        return _hijri_month(meaning, context)
    found = month_year(meaning, context)
    if found is None:
        return unresolved(f"XXXX-{meaning.number:02d}", why_no_year(meaning.year), granularity="month")
    year, why = found
    interval = calendar.months(year, meaning.number)
    value = f"{year:04d}-{meaning.number:02d}"
    result = Draft(value, (interval,) if interval else (), "month").step(value, why)
    if meaning.conflict:
        result.conflicts.append(meaning.conflict)
    if meaning.shift is Shift.THIS and context.reference and context.reference.month != meaning.number:
        result.conflicts.append(f"said to be the running month, which is {context.reference:%Y-%m}")
    if meaning.year is None and meaning.shift is None:
        other = year + 1 if why.startswith("the nearest one behind") else year - 1
        if refused := calendar.months(other, meaning.number):
            result.alternatives.append(((refused,), "the other year next to the day of printing"))
    return result


@draft.register
def _(meaning: Months, context: Context) -> Draft:
    members = [draft(month, context) for month in meaning.members]
    if any(not member.intervals for member in members):
        return unresolved(
            ",".join(member.value for member in members), why_no_year(meaning.members[0].year), granularity="month"
        )
    result = Draft(",".join(m.value for m in members), tuple(m.intervals[0] for m in members), "month")
    result.edtf = "{" + result.value + "}"
    for member in members:
        result.steps += member.steps
        result.conflicts += member.conflicts
    return result


_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@draft.register
def _(meaning: Season, context: Context) -> Draft:
    first = _SEASON_MONTH[meaning.code]
    year = year_number(meaning.year, context) if meaning.year is not None else None
    why = "the year is told"
    if year is None and meaning.year is None and (today := context.reference):
        direction, why = direction_of(meaning.shift, context)
        spans = [(y, s) for y in range(today.year - 2, today.year + 3) if (s := calendar.months(y, first, 3))]
        if meaning.shift is Shift.LAST:
            year = max(y for y, s in spans if s.end and s.end <= today)
        elif meaning.shift is Shift.NEXT:
            year = min(y for y, s in spans if s.start and s.start > today)
        elif direction == "past":
            year = max(y for y, s in spans if s.start and s.start <= today)
        else:
            year = min(y for y, s in spans if s.end and s.end > today)
        if meaning.shift is Shift.THIS:
            year = today.year
    if year is None:
        return unresolved(f"XXXX-{meaning.code}", why_no_year(meaning.year), granularity="season")
    interval = calendar.months(year, first, 3)
    value = f"{year:04d}-{meaning.code}"
    return Draft(value, (interval,) if interval else (), "season").step(value, why)


@draft.register
def _(meaning: Fraction, context: Context) -> Draft:
    inner = draft(meaning.period, context)
    granularity = {"H": "half", "Q": "quarter", "T": "month"}[meaning.kind]
    if not inner.intervals:
        return unresolved(
            f"{inner.value}-{meaning.kind}{meaning.number}", inner.open_reason or NO_REFERENCE, granularity=granularity
        )
    whole = inner.intervals[0]
    start, end = whole.start, whole.end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    if inner.granularity == "year":
        size = {"H": 6, "Q": 3, "T": 4}[meaning.kind]
        interval = calendar.months(start.year, 1 + size * (meaning.number - 1), size)
        value = f"{start.year:04d}-{meaning.kind}{meaning.number}"
        return Draft(value, (interval,) if interval else (), granularity).step(value, "part of the year")
    if inner.granularity in {"decade", "century"}:
        parts = {"H": 2, "Q": 4, "T": 3}[meaning.kind]
        size = (end.year - start.year) // parts
        interval = calendar.years(start.year + size * (meaning.number - 1), size)
        text = f"{start.year + size * (meaning.number - 1):04d}/{start.year + size * meaning.number - 1:04d}"
        return Draft(text, (interval,) if interval else (), "year", edtf=text)
    if inner.granularity != "month" or meaning.kind == "Q":
        return unresolved(inner.value, "a part of this has no agreed bounds", granularity=granularity)
    bounds = {"H": (0, 15, None), "T": (0, 10, 20, None)}[meaning.kind]
    low, high = bounds[meaning.number - 1], bounds[meaning.number]
    interval = Interval(start + low * DAY, end if high is None else start + high * DAY)  # type: ignore[operator]
    return Draft(
        inner.value,
        (interval,),
        "half" if meaning.kind == "H" else "day",
        modifier="START" if meaning.number == 1 else "END",
    )


@draft.register
def _(meaning: FirstUnits, context: Context) -> Draft:
    inner = draft(meaning.period, context)
    if not inner.intervals:
        return unresolved(f"P{meaning.count}", inner.open_reason or NO_REFERENCE)
    start, end = inner.intervals[0].start, inner.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    begin = calendar.shifted(end, meaning.unit, -meaning.count) if meaning.last else start
    finish = end if meaning.last else calendar.shifted(start, meaning.unit, meaning.count)
    if begin is None or finish is None or begin < start or finish > end:
        return unresolved(inner.value, "the period has no so many units")
    interval = Interval(begin, finish)
    if inner.granularity == "year" and meaning.unit == "month" and meaning.count in {3, 6} and not meaning.last:
        value = f"{start.year:04d}-{'Q1' if meaning.count == 3 else 'H1'}"
        return Draft(value, (interval,), "quarter" if meaning.count == 3 else "half")
    last = finish - DAY
    size = 7 if meaning.unit == "month" else 10
    text = f"{begin.isoformat()[:size]}/{last.isoformat()[:size]}"
    return Draft(text, (interval,), meaning.unit, edtf=text)


_THIRDS = {"START": 0, "MID": 1, "END": 2}


@draft.register
def _(meaning: Portion, context: Context) -> Draft:
    inner = draft(meaning.period, context)
    inner.modifier = meaning.which
    if not inner.intervals:
        return inner
    start, end = inner.intervals[0].start, inner.intervals[-1].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    third = _THIRDS[meaning.which]
    cuts: list[dt.date | None]
    match inner.granularity:
        case "month":
            cuts = [start, start + 10 * DAY, start + 20 * DAY, end]
        case "week":
            cuts = [start, start + 2 * DAY, start + 4 * DAY, end]
        case "decade":
            cuts = [*(dt.date(start.year + years, 1, 1) for years in (0, 3, 7)), end]
        case "century":
            cuts = [*(dt.date(max(start.year // 100 * 100 + years, 1), 1, 1) for years in (0, 33, 66)), end]
        case "year" | "season" | "half" | "quarter":
            if inner.calendar != "gregorian":
                cuts = [*(start + ((end - start) * k) // 3 for k in range(3)), end]
            else:
                size = {"year": 4, "season": 1, "half": 2, "quarter": 1}[inner.granularity]
                cuts = [*(calendar.month_start(start.year, start.month + size * k) for k in range(3)), end]
        case _:
            inner.intervals = ()
            inner.open_reason = f"the {meaning.which.lower()} of a {inner.granularity} has no agreed bounds"
            return inner
    inner.intervals = (Interval(cuts[third], cuts[third + 1]),)
    inner.edtf = None
    inner.window = None
    return inner.step(str(inner.intervals[0]), f"{meaning.which.lower()} of the {inner.granularity}, by convention")

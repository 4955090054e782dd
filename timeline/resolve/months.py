"""Months and seasons: of which year they are, alone and several together."""

from __future__ import annotations

import datetime as dt

import attrs

from timeline.resolve import calendar
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, OUTSIDE, Draft, draft, unresolved
from timeline.resolve.periods import before_christ, why_no_year, year_number
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import Month, Months, Season, Shift, Year
from timeline.values.sequence import Told, in_time
from timeline.values.sun import rumi_month

#: Why a recurring day lies behind where no word says so.
BY_DEFAULT = "nothing says otherwise; news tells of the past"


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
        BY_DEFAULT if context.prefer == "past" else "as preferred",
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


def _rumi_month(number: int, year: Year) -> Draft:
    """A month of the Ottoman treasury: «مارت 1325 رومي» begins on 14 March 1909."""
    found = rumi_month(year.number, number)
    if found is None:
        return unresolved("XXXX-XX", "the calendar of the treasury has no such month", calendar="rumi")
    text = f"{found[0].isoformat()}/{(found[1] - DAY).isoformat()}"
    return Draft(text, (Interval(*found),), "month", calendar="rumi", edtf=text)


@draft.register
def _(meaning: Month, context: Context) -> Draft:
    if meaning.calendar == "hijri":
        return _hijri_month(meaning, context)
    if isinstance(meaning.year, Year) and meaning.year.era == "RUMI":
        return _rumi_month(meaning.number, meaning.year)
    found = month_year(meaning, context)
    if found is None:
        value = f"{before_christ(meaning.year)}-{meaning.number:02d}"
        edtf = None if value.startswith("X") else value
        return unresolved(value, why_no_year(meaning.year, context), granularity="month", edtf=edtf)
    year, why = found
    interval = calendar.months(year, meaning.number)
    if interval is None:
        return unresolved(f"XXXX-{meaning.number:02d}", OUTSIDE, granularity="month")
    value = f"{year:04d}-{meaning.number:02d}"
    result = Draft(value, (interval,), "month").step(value, why)
    if meaning.conflict:
        result.conflicts.append(meaning.conflict)
    if meaning.shift is Shift.THIS and context.reference and context.reference.month != meaning.number:
        result.conflicts.append(f"said to be the running month, which is {context.reference.isoformat()[:7]}")
    if meaning.year is None and meaning.shift is None:
        other = year + 1 if why.startswith("the nearest one behind") else year - 1
        if refused := calendar.months(other, meaning.number):
            result.alternatives.append(((refused,), "the other year next to the day of printing"))
    return result


@draft.register
def _(meaning: Months, context: Context) -> Draft:
    """Months that are told together, in one order of time: «شهري مارس وأبريل» are of one spring."""
    if meaning.members[0].calendar == "hijri":
        return _hijri_months(meaning, context)
    told = in_time(tuple(month.number for month in meaning.members), 12)
    fixed, number = _decisive(meaning.members[-1], told, context)
    anchor = attrs.evolve(meaning.members[-1], number=number)
    found = month_year(anchor, context)
    if found is None:
        value = ",".join(f"XXXX-{number:02d}" for number in told.numbers)
        return unresolved(value, why_no_year(anchor.year, context), granularity="month")
    year, why = found
    counted = [year * 12 + number - 1 + place - fixed for place, _ in told.places]
    result = _of_months(counted)
    if result.intervals and len(counted) > 1:
        result.step(result.value, f"one after the other; {year:04d}-{number:02d} decides: {why}")
        if anchor.year is None and anchor.shift is None and (today := context.reference):
            other = -12 if counted[-1] > today.year * 12 + today.month - 1 else 12
            refused = _of_months([month + other for month in counted])
            result.alternatives.append((refused.intervals, "the other year next to the day of printing"))
        elif anchor.year is not None and told.turned:
            within = _of_months(sorted(year * 12 + each - 1 for each in set(told.numbers)))
            result.alternatives.append((within.intervals, f"all of the year {year}"))
    else:
        result.step(result.value, why)
    if told.twice:
        result.conflicts.append("the same month is told twice")
    result.conflicts += [month.conflict for month in meaning.members if month.conflict]
    if anchor.shift is Shift.THIS and context.reference and context.reference.month not in told.numbers:
        result.conflicts.append(f"said to be of the running month, which is {context.reference.isoformat()[:7]}")
    return result


def _hijri_months(meaning: Months, context: Context) -> Draft:
    """Hijri months told together, each as it would be read alone: «شهري رجب وشعبان 1445»."""
    parts = [draft(month, context) for month in dict.fromkeys(meaning.members)]
    parts.sort(key=lambda part: part.value)
    intervals = tuple(each for part in parts for each in part.intervals)
    if len(intervals) < len(parts):
        return parts[0] if not parts[0].intervals else parts[-1]
    result = Draft(",".join(part.value for part in parts), intervals, "month", calendar=parts[0].calendar)
    result.steps = [step for part in parts for step in part.steps]
    return result


def _decisive(last: Month, told: Told, context: Context) -> tuple[int, int]:
    """The place and number of the month whose year decides for the others.

    What is said behind them is said of the last one («ديسمبر ويناير الماضيين»), or of the one that is running. Looking
    back all have begun, looking ahead none is over; but where one of them is running at the edge, these are meant,
    unless the clause says otherwise.
    """
    earliest, latest = told.places[0], told.places[-1]
    running = context.reference.month if context.reference else None
    if last.shift is Shift.THIS:
        return next((each for each in told.places if each[1] == running), latest)
    if last.year is not None or last.shift in {Shift.LAST, Shift.BEFORE_LAST}:
        return latest
    if last.shift is not None:
        return earliest
    first, second = (latest, earliest) if direction_of(None, context)[0] == "past" else (earliest, latest)
    return second if context.direction is None and running == second[1] else first


def _of_months(counted: list[int]) -> Draft:
    """Months counted from the year 0, earliest first, as a draft."""
    spans = [calendar.months(month // 12, month % 12 + 1) for month in counted]
    intervals = tuple(span for span in spans if span is not None)
    texts = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in counted]
    if len(intervals) < len(counted):
        return unresolved(",".join("XXXX-XX" for _ in counted), OUTSIDE)
    value = ",".join(texts)
    return Draft(value, intervals, "month", edtf="{" + value + "}" if len(texts) > 1 else None)


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
        value = f"{before_christ(meaning.year)}-{meaning.code}"
        return unresolved(value, why_no_year(meaning.year, context), granularity="season")
    interval = calendar.months(year, first, 3)
    if interval is None:
        return unresolved(f"XXXX-{meaning.code}", OUTSIDE, granularity="season")
    value = f"{year:04d}-{meaning.code}"
    return Draft(value, (interval,), "season").step(value, why)

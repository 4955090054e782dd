"""Parts of a period: halves and quarters, first units, beginning, middle and end."""

from __future__ import annotations

import datetime as dt

from timeline.resolve import calendar, fiscal
from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, Draft, draft, unresolved
from timeline.resolve.quantities import period_value
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import (
    FirstUnits,
    FiscalYear,
    Fraction,
    Portion,
)
from timeline.values.quantity import Quantity

#: Where the halves, quarters and thirds of a decade and a century begin and end, in years from its first.
_CUTS = {
    ("decade", "H"): (0, 5, 10), ("decade", "T"): (0, 3, 7, 10),
    ("century", "H"): (0, 50, 100), ("century", "Q"): (0, 25, 50, 75, 100), ("century", "T"): (0, 33, 66, 100),
}  # fmt: skip
_MONTHS_OF_PART = {"H": 6, "Q": 3, "T": 4}
_MODIFIERS = {("H", 1): "START", ("H", 2): "END", ("T", 1): "START", ("T", 2): "MID", ("T", 3): "END"}
NO_BOUNDS = "a part of this has no agreed bounds"


@draft.register
def _(meaning: Fraction, context: Context) -> Draft:
    """A half, quarter or third: «الربع الأول من 2024», «الثلث الأخير من الشهر»."""
    if fiscal.is_assumed(meaning.period, context):
        return fiscal.assumed(meaning, context)
    inner = draft(meaning.period, context)
    granularity = {"H": "half", "Q": "quarter", "T": "month"}[meaning.kind]
    if not inner.intervals:
        of_year = inner.granularity == "year" and "/" not in inner.value
        year = "XXXX" if isinstance(meaning.period, FiscalYear) else inner.value
        value = f"{year}-{meaning.kind}{meaning.number}" if of_year else inner.value
        return unresolved(value, inner.open_reason or NO_REFERENCE, granularity=granularity)
    start, end = inner.intervals[0].start, inner.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    if inner.granularity == "month" and meaning.kind != "Q":
        return _part_of_month(meaning, inner)
    cuts = _CUTS.get((str(inner.granularity), meaning.kind))
    if inner.calendar.startswith("hijri") and inner.granularity in {"year", "decade", "century"}:
        return _equal_part(meaning, inner)
    if inner.calendar != "gregorian" or (cuts is None and inner.granularity != "year"):
        value = f"XXXX-{meaning.kind}{meaning.number}" if inner.granularity == "year" else inner.value
        return unresolved(value, NO_BOUNDS, granularity=granularity, calendar=inner.calendar)
    if cuts is None:
        size = _MONTHS_OF_PART[meaning.kind]
        interval = calendar.months(start.year, start.month + size * (meaning.number - 1), size)
        value = f"{start.year:04d}-{meaning.kind}{meaning.number}"
        if start.month > 1 and interval:
            value = _months_through(interval)
        return Draft(value, (interval,) if interval else (), granularity).step(value, f"part of the year {inner.value}")
    base = start.year // 10 * 10
    first, after = (max(base + cuts[meaning.number - side], 1) for side in (1, 0))
    whole = calendar.years(first, after - first)
    text = f"{first:04d}/{after - 1:04d}"
    return Draft(text, (whole,) if whole else (), "year", edtf=text)


def _months_through(interval: Interval) -> str:
    start, end = interval.start, interval.end
    assert start is not None and end is not None  # noqa: S101, PT018 (months have two ends)
    return f"{start.isoformat()[:7]}/{(end - DAY).isoformat()[:7]}"


_PARTS = {"H": 2, "T": 3, "Q": 4}


def _equal_part(meaning: Fraction, inner: Draft) -> Draft:
    """A part of a Hijri century by its years, of a Hijri year by days: «النصف الأول من القرن الثامن الهجري»."""
    start, end = inner.intervals[0].start, inner.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    years = _CUTS.get((str(inner.granularity), meaning.kind))
    if years is not None:
        cuts = _hijri_years_on(start, end, years)
    else:
        whole, parts = (end - start).days, _PARTS[meaning.kind]
        cuts = [start + whole * k // parts * DAY for k in range(parts + 1)]
    first, after = cuts[meaning.number - 1], cuts[meaning.number]
    text = f"{first.isoformat()}/{(after - DAY).isoformat()}"
    return Draft(text, (Interval(first, after),), "day", calendar=inner.calendar, edtf=text)


def _hijri_years_on(start: dt.date, end: dt.date, years: tuple[int, ...]) -> list[dt.date]:
    """The days on which the so-manieth Hijri years after the first of a stretch begin; the last is its end."""
    first = hijri.hijri_year_of(start + 15 * DAY)
    begins = [hijri.hijri_day(first + count, 1, 1) for count in years[:-1]]
    return [*(each.date if each else end for each in begins), end]


def _part_of_month(meaning: Fraction, inner: Draft) -> Draft:
    start, end = inner.intervals[0].start, inner.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (months have two ends)
    cuts = (start, start + 15 * DAY, end) if meaning.kind == "H" else (start, start + 10 * DAY, start + 20 * DAY, end)
    result = Draft(inner.value, (Interval(cuts[meaning.number - 1], cuts[meaning.number]),), calendar=inner.calendar)
    result.granularity = "half" if meaning.kind == "H" else "day"
    result.modifier = _MODIFIERS[meaning.kind, meaning.number]
    return result


@draft.register
def _(meaning: FirstUnits, context: Context) -> Draft:
    """The first or last units of a period: «الأشهر الثلاثة الأولى من العام»; hours and seconds are not counted out."""
    if fiscal.is_assumed(meaning.period, context):
        return fiscal.assumed(meaning, context)
    inner = draft(meaning.period, context)
    length = period_value(Quantity(((meaning.count, meaning.unit),)))
    if not inner.intervals:
        return unresolved(length, inner.open_reason or NO_REFERENCE, type="DURATION")
    start, end = inner.intervals[0].start, inner.intervals[0].end
    assert start is not None and end is not None  # noqa: S101, PT018 (periods have two ends)
    if inner.calendar != "gregorian" and meaning.unit not in calendar.DAYS_OF:
        return unresolved(length, NO_BOUNDS, type="DURATION", calendar=inner.calendar)
    begin = calendar.shifted(end, meaning.unit, -meaning.count) if meaning.last else start
    finish = end if meaning.last else calendar.shifted(start, meaning.unit, meaning.count)
    if begin is None or finish is None or begin < start or finish > end:
        return unresolved(length, f"so many units of {inner.value} are not counted out", type="DURATION")
    interval = Interval(begin, finish)
    of_year = inner.granularity == "year" and start.month == 1
    if of_year and meaning.unit == "month" and meaning.count in {3, 6} and not meaning.last:
        value = f"{start.year:04d}-{'Q1' if meaning.count == 3 else 'H1'}"
        return Draft(value, (interval,), "quarter" if meaning.count == 3 else "half")
    size = {"month": 7, "year": 4}.get(meaning.unit, 10)
    text = f"{begin.isoformat()[:size]}/{(finish - DAY).isoformat()[:size]}"
    return Draft(text, (interval,), "day" if meaning.unit == "night" else meaning.unit, edtf=text)


_THIRDS = {"START": 0, "MID": 1, "END": 2}


@draft.register
def _(meaning: Portion, context: Context) -> Draft:
    if fiscal.is_assumed(meaning.period, context):
        return fiscal.assumed(meaning, context)
    inner = draft(meaning.period, context)
    inner.modifier = meaning.which
    if not inner.intervals:
        inner.edtf = None
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
        case "decade" | "century" if inner.calendar != "gregorian":
            cuts = [*_hijri_years_on(start, end, _CUTS[inner.granularity, "T"])]
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

"""Fiscal years: twelve months from the one that the settings say; without it, only what the words themselves tell."""

from __future__ import annotations

from attrs import evolve

from timeline.resolve import calendar
from timeline.resolve.context import Context
from timeline.resolve.draft import NO_REFERENCE, OUTSIDE, Draft, draft, unresolved
from timeline.values.meaning import FiscalYear, Relative, Year, Years

NO_START = "where the fiscal year begins is a setting (fiscal_start), and it is not set"
#: Where a fiscal year that two years name mostly begins: in Cairo, Islamabad, Canberra, Nairobi.
JULY, APRIL = 7, 4


@draft.register
def _(meaning: FiscalYear, context: Context) -> Draft:
    """«السنة المالية 2018», with ``fiscal_start=10``, is October 2017 to September 2018."""
    begin = context.settings.fiscal_start
    if begin is None:
        whole = draft(meaning.told, context) if isinstance(meaning.told, Years) else None
        if whole is not None:
            whole.role = "point"
            return whole.step(whole.value, f"the two years that it lies in; {NO_START}")
        value = f"{meaning.told.number:04d}" if isinstance(meaning.told, Year) else "XXXX"
        return unresolved(value, NO_START, granularity="year")
    year = _first_year(meaning, begin, context)
    if year is None:
        return unresolved("XXXX", NO_REFERENCE, granularity="year")
    interval = calendar.months(year, begin, 12) if 1 <= year <= 9999 else None
    if interval is None or interval.end is None:
        return unresolved("XXXX", OUTSIDE, granularity="year")
    through = f"{year:04d}-{begin:02d}/{year + 1:04d}-{begin - 1:02d}"
    value = through if begin > 1 else f"{year:04d}"
    return Draft(value, (interval,), "year").step(value, f"the setting: it begins in month {begin}")


def _first_year(meaning: FiscalYear, begin: int, context: Context) -> int | None:
    """The calendar year that a fiscal year begins in."""
    told, today = meaning.told, context.reference
    match told:
        case Years():
            return told.members[0].number
        case Year():
            return told.number - (begin > 1 and context.settings.fiscal_named == "end")
        case Relative() if today is not None:
            return today.year - (today.month < begin) + told.count
    return None


def is_assumed(period: object, context: Context) -> bool:
    """Whether a part of a period is asked that two years name and no setting begins: «2018/2019»."""
    return isinstance(period, FiscalYear) and isinstance(period.told, Years) and context.settings.fiscal_start is None


def assumed(part: object, context: Context) -> Draft:
    """A part of such a fiscal year, counted from July; from April is the reading that is refused."""
    likely, other = (
        draft(part, evolve(context, settings=evolve(context.settings, fiscal_start=month))) for month in (JULY, APRIL)
    )
    likely.alternatives.append((other.intervals, "if it begins in April"))
    return likely.step(likely.value, f"where most fiscal years of two years begin, in July; {NO_START}")

"""Two calendars of the sun as Gregorian days: Iran's, and that of the Ottoman treasury («رومي»)."""

from __future__ import annotations

import datetime as dt

DAY = dt.timedelta(days=1)
#: The Iranian years for which the cycle of 33 agrees with the equinox seen from Tehran.
CYCLE = range(1244, 1532)
#: 1 Farvardin 1400.
_ANCHOR, _ANCHOR_YEAR = dt.date(2021, 3, 21), 1400
#: The Ottoman treasury counted by years of the sun, as a rule, from 1840 on; its last one is 1925.
TREASURY = range(1256, 1342)
#: 1333 began on 1 March 1917, from then on by Gregorian days, and had ten months.
REFORM = 1333


def _days_before(year: int) -> int:
    """The days of all Iranian years before one: 8 in 33 have a day more."""
    return 365 * year + (8 * year + 21) // 33


def solar_hijri_year(year: int) -> tuple[dt.date, dt.date] | None:
    """The first day of an Iranian year, and the first day after it; ``None`` outside 1244 to 1531.

    >>> [day.isoformat() for day in solar_hijri_year(1389)]
    ['2010-03-21', '2011-03-21']
    """
    if year not in CYCLE:
        return None
    first, after = (_ANCHOR + (_days_before(each) - _days_before(_ANCHOR_YEAR)) * DAY for each in (year, year + 1))
    return first, after


def rumi_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a date of the Ottoman treasury, whose months are ours: 31 March 1325 is 13 April 1909.

    Its years began in March and were Julian up to the end of February 1917.
    """
    if year not in TREASURY:
        return None
    ours = year + 584 + (year < REFORM and month < 3)
    if year == REFORM and month < 3:
        return None
    try:
        told = dt.date(ours, month, day)
    except ValueError:
        return None
    if year >= REFORM:
        return told
    behind = (ours - (month < 3)) // 100 - 4 - 2  # days that the Julian calendar is behind, in these two centuries
    found = told + behind * DAY
    return found if found < dt.date(1917, 3, 1) else None


def rumi_year(year: int) -> tuple[dt.date, dt.date] | None:
    """The first day of a year of the Ottoman treasury, and the first day after it."""
    first = rumi_day(year, 3 if year <= REFORM else 1, 1)
    after = rumi_day(year + 1, 3 if year < REFORM else 1, 1)
    return (first, after) if first and after else None


def rumi_month(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """The first day of a month of the Ottoman treasury, and the first day after it."""
    first = rumi_day(year, month, 1)
    next_year = year + (month == (2 if year < REFORM else 12))
    after = rumi_day(next_year, month % 12 + 1, 1)
    return (first, after) if first and after else None

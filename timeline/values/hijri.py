"""The Hijri and Coptic calendars as Gregorian days.

Within its range (1 Muharram 1343 to the end of 1500, 1 August 1924 to 16 November 2077) the Umm al-Qura table of the
package `hijridate` decides; outside it the tabular calendar (civil, 30-year cycle) is computed, which may be two days
off what was observed. Every result names its variant and its uncertainty.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

TABLE_FIRST, TABLE_LAST = 1343, 1500
#: Years in digits that can only be Hijri in a text of our days, beside a Hijri month or feast.
RUNNING_YEARS = range(1300, 1501)
#: 1 Muharram 1 of the civil tabular calendar, as a proleptic Gregorian ordinal (19 July 622).
_EPOCH = dt.date(622, 7, 19).toordinal()
_LEAP_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})


@frozen
class HijriDay:
    """A day of the Hijri calendar in Gregorian terms: ``variant`` ``umalqura`` (±1 day) or ``tabular`` (±2 days)."""

    date: dt.date
    variant: str
    uncertainty: int


def _tabular(year: int, month: int, day: int) -> dt.date | None:
    cycles, rest = divmod(year - 1, 30)
    leaps = sum(1 for leap in _LEAP_YEARS if leap <= rest)
    days = cycles * 10631 + rest * 354 + leaps + 29 * (month - 1) + month // 2 + day - 1
    ordinal = _EPOCH + days
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


def hijri_day(year: int, month: int, day: int) -> HijriDay | None:
    """The Gregorian day of a Hijri date; ``None`` if the month has no such day.

    >>> hijri_day(1446, 3, 12).date.isoformat()
    '2024-09-15'
    """
    if TABLE_FIRST <= year <= TABLE_LAST:
        from hijridate import Hijri

        try:
            return HijriDay(dt.date(*Hijri(year, month, day).to_gregorian().datetuple()), "umalqura", 1)
        except (ValueError, OverflowError):
            return None
    length = 30 if month % 2 else 29
    if month == 12 and (year - 1) % 30 + 1 in _LEAP_YEARS:
        length = 30
    date = _tabular(year, month, day) if day <= length else None
    return HijriDay(date, "tabular", 2) if date else None


def hijri_month(year: int, month: int) -> tuple[HijriDay, dt.date] | None:
    """The first day of a Hijri month, and the first day after it."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + 1, 1, 1) if month == 12 else hijri_day(year, month + 1, 1)
    return (first, after.date) if first and after else None


def hijri_year(year: int) -> tuple[HijriDay, dt.date] | None:
    """The first day of a Hijri year, and the first day after it: 518 AH is [1124-02-26, 1125-02-14)."""
    first, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return (first, after.date) if first and after else None


def hijri_year_of(date: dt.date) -> int:
    """The Hijri year that a Gregorian day falls in."""
    year = int((date.toordinal() - _EPOCH) / 354.36667) + 1
    for candidate in (year + 1, year, year - 1):
        first = hijri_day(candidate, 1, 1)
        if first and first.date <= date:
            return candidate
    return year


#: 1 Tut 1 of the Era of the Martyrs: 29 August 284 Julian, as a Gregorian ordinal.
_COPTIC_EPOCH = 103_605


def coptic_day(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Coptic date: 29 Kiahk 1741 is 7 January 2025."""
    if month == 13 and day > 5 + (year % 4 == 3):
        return None
    ordinal = _COPTIC_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return dt.date.fromordinal(ordinal)


def coptic_year_of(date: dt.date) -> int:
    """The Coptic year that a Gregorian day falls in."""
    year = date.year - 283
    first = coptic_day(year, 1, 1)
    return year if first and first <= date else year - 1


def easter_of_the_east(year: int) -> dt.date:
    """Easter Sunday of the Orthodox and Coptic churches, by the Julian computus, as a Gregorian day.

    >>> easter_of_the_east(2024).isoformat()
    '2024-05-05'
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days that the Julian calendar is behind
    return dt.date(year, month, day + 1) + dt.timedelta(days=behind)


def easter(year: int) -> dt.date:
    """Western Easter Sunday, by the anonymous Gregorian computus."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, more = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * more + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)

"""The month inside a meaning: that of «السابع من ديسمبر» is ``Month(12)``; and the same meaning in a given year."""

from __future__ import annotations

import attrs

from timeline.values.meaning import DaysOfMonth, Month, NumericDate, PartOfDay, Year

#: The kinds of meaning that name a month.
DATED_BY_MONTH = frozenset({Month, DaysOfMonth, PartOfDay})


def month_in(meaning: object) -> Month | None:
    """The month by name in a month, day or part of a day: «مساء السابع من ديسمبر» has ``Month(12)``."""
    if isinstance(meaning, Month):
        return meaning
    if isinstance(meaning, PartOfDay):
        meaning = meaning.day
    return meaning.month if isinstance(meaning, DaysOfMonth) and isinstance(meaning.month, Month) else None


def day_and_month(meaning: object) -> tuple[int, int] | None:
    """Month and day of a single day of our calendar: «مساء السابع من ديسمبر» has (12, 7)."""
    if isinstance(meaning, PartOfDay):
        meaning = meaning.day
    if isinstance(meaning, NumericDate):
        return meaning.month, meaning.day
    month = month_in(meaning) if isinstance(meaning, DaysOfMonth) and len(meaning.days) == 1 else None
    if month is None or month.calendar != "gregorian" or (isinstance(month.year, Year) and month.year.era != "CE"):
        return None
    assert isinstance(meaning, DaysOfMonth)  # noqa: S101 (the month is that of its day)
    return month.number, meaning.days[0]


def without_year(meaning: object) -> Month | None:
    """The Gregorian month in a meaning if nothing says of which year it is: «مارس», «7 مارس», not «مارس الماضي»."""
    month = month_in(meaning) if type(meaning) in DATED_BY_MONTH else None
    if month is None or month.year is not None or month.shift is not None or month.calendar != "gregorian":
        return None
    return month


def in_year(meaning: object, month: Month, year: Year) -> object:
    """The same day or month, of a given year: «7 ديسمبر» as if 2003 were told with it."""
    dated = attrs.evolve(month, year=year)
    if isinstance(meaning, DaysOfMonth):
        return attrs.evolve(meaning, month=dated)
    if isinstance(meaning, PartOfDay) and isinstance(meaning.day, DaysOfMonth):
        return attrs.evolve(meaning, day=attrs.evolve(meaning.day, month=dated))
    return dated


def has_year(meaning: object) -> bool:
    """Whether a day or month is told with its year: «7 ديسمبر 2024», «7/12/2024»."""
    month = month_in(meaning)
    return (month is not None and isinstance(month.year, Year)) or isinstance(meaning, NumericDate)


def year_of_begin(month: Month, end: Month, year: Year) -> Year:
    """The year of the begin of a range, given that of its end: «من نوفمبر إلى فبراير 2024» begins in 2023."""
    return attrs.evolve(year, number=year.number - (month.number > end.number))

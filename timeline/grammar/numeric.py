"""Dates in digits: ISO, day first, year first, with any Arabic separator."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import DaysOfMonth, Month, Name, NumericDate, Year

#: No match of football ends higher.
HIGHEST_SCORE = 15


def date_in(year: int | None, month: int, day: int, *, ambiguous: bool = False) -> NumericDate | None:
    """Refuse what is no date; leave 31 February to the calendar of the year."""
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (month == 2 and day > 29) or (month in {4, 6, 9, 11} and day > 30):
        return None
    return NumericDate(year, month, day, ambiguous)


@symbol(
    "year:year_number '-' month:month_number '-' day:day_number"
    " | day:day_number '-' month:month_number '-' year:year_number"
    " | year:year_number '/' month:month_number '/' day:day_number"
    " | day:day_number '/' month:month_number '/' year:year_number"
    " | year:year_number '.' month:month_number '.' day:day_number"
    " | day:day_number '.' month:month_number '.' year:year_number"
)
def numeric_date(year: int, month: int, day: int) -> NumericDate | None:
    """A date in digits: «2024-12-07», «7/12/2024»."""
    return date_in(year, month, day, ambiguous=day <= 12 and day != month) if 1900 <= year <= 2199 else None


@rule(
    "day_noun? numeric_date",
    examples=("2024-12-07", "7/12/2024", "07.12.2024", "١٢/٧/٢٠٠٦", "2024/12/7"),
    silent=("45/13/2024", "31/2/2024"),
)
def date_in_digits(numeric_date: NumericDate) -> NumericDate:
    """A date in digits, year or day first: «7/12/2024»."""
    return numeric_date


@rule(
    "day_noun? month:month_number '/' day:day_number '/' year:year_number"
    " | day_noun? month:month_number '-' day:day_number '-' year:year_number",
    examples=("12/25/2024", "9/30/2008"),
    silent=("3/4/2024",),
    name_after=("reference_noun",),
)
def american_date(month: int, day: int, year: int) -> NumericDate | None:
    """A date month first, where no other reading is possible: «12/25/2024»."""
    return date_in(year, month, day) if day > 12 and 1900 <= year <= 2199 else None


#: Years of two digits are of our century below it: news tells more of the past than of plans ten years ahead.
_LAST_OF_OUR_CENTURY = 36


@rule(
    "day_noun? day:day_number '/' month:month_number '/' short:two_digits"
    " | day_noun? day:day_number '-' month:month_number '-' short:two_digits",
    examples=("7/12/24", "22-3-74"),
    silent=("17/2 – 21",),
    name_after=("reference_noun",),
)
def date_with_short_year(day: int, month: int, short: int) -> NumericDate | None:
    """A date with a year of two digits: «7/12/24»."""
    year = 2000 + short if short < _LAST_OF_OUR_CENTURY else 1900 + short
    return date_in(year, month, day, ambiguous=True)


@rule(
    "day_noun day:day_number '/' month:month_number",
    examples=("يوم 7/12",),
    silent=("24/7", "7/12"),
)
def date_without_year(day: int, month: int) -> NumericDate | None:
    """A day and month in digits after «يوم»: «يوم 7/12»."""
    return date_in(None, month, day, ambiguous=day <= 12)


@rule(
    "day:day_number '/' month:month_number",
    examples=("من 1/9 إلى 15/9/2023",),
    silent=("1/9", "في 1/9"),
    after=("from", "between"),
)
def day_in_digits_of_range(day: int, month: int) -> NumericDate | None:
    """The first day of a stretch, which stands only where the last is one: «من 1/9 إلى 15/9/2023»."""
    return date_in(None, month, day)


@rule(
    "(day_noun | day_dual | day_plural)?"
    " first:day_number '-' last:day_number '/' month:month_number '/' year:year_number",
    examples=("20-21/4/2015", "يومي 20-21/4/2015"),
    silent=("21-20/4/2015",),
)
def days_in_digits_through(first: int, last: int, month: int, year: int) -> DaysOfMonth | None:
    """A stretch of days in digits: «20-21/4/2015»."""
    if not first < last or date_in(year, month, last) is None or not 1900 <= year <= 2199:
        return None
    return DaysOfMonth((first, last), Month(month, Year(year)), through=True)


@rule(
    "first:number '-' last:number",
    examples=("0-3 الأسبوع الماضي", "3-2 الشهر الماضي"),
    silent=("3-2",),
    before=("the_week", "the_month", "the_year", "night", "the_night"),
)
def score(first: int, last: int) -> Name | None:
    """A score before a word of time, which it does not count: «خسر 0-3 الأسبوع الماضي»."""
    return Name() if max(first, last) <= HIGHEST_SCORE else None


@symbol(
    "month:month_number '/' year:year_number | month:two_digits '-' year:year_number"
    " | year:year_number '-' month:two_digits"
)
def numeric_month(month: int, year: int) -> Month | None:
    """A month with its year in digits: «12/2024», «12-2024», «2024-12»."""
    return Month(month, Year(year)) if 1 <= month <= 12 and 1900 <= year <= 2199 else None


@rule(
    "numeric_month",
    examples=("12/2024", "12-2024", "2024-12"),
    silent=("القرار 12/2024",),
    name_after=("reference_noun",),
)
def month_in_digits(numeric_month: Month) -> Month:
    """A month in digits: «12/2024»."""
    return numeric_month

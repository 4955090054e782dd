"""Days of a month: numerals, ordinals and words, alone, coordinated, or from one to the other."""

from __future__ import annotations

import attrs

from timeline.grammar.months import with_tail
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    DaysOfMonth,
    Month,
    MonthLike,
    Name,
    NthDay,
    Portion,
    Recurring,
    Relative,
    SameUnit,
    Shift,
    Uncounted,
    Year,
    YearLike,
)

#: Behind a number that counts something, and so is no year: «في أكتوبر 73 قتيلا».
NOT_COUNTING = ("counted", "unit_plural", "unit_accusative", "unit", "thousands")
LONGEST_MONTH = 31


@symbol("day_number | ordinal_number | small_number")
def day(
    day_number: int | None = None, ordinal_number: int | None = None, small_number: int | None = None
) -> int | None:
    """A day of a month: «7», «السابع», «الحادي والعشرين», «خمسة وعشرين»."""
    value = day_number or ordinal_number or small_number or 0
    return value if 1 <= value <= 31 else None


def in_month(days: tuple[int, ...], month: MonthLike, *, through: bool = False) -> DaysOfMonth | None:
    """Refuse what no month has: 31 فبراير, 31 يونيو; and ranges that run backwards."""
    longest = 31
    if isinstance(month, Month) and month.calendar == "gregorian":
        longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month.number - 1]
    if max(days) > longest or (through and days[0] >= days[-1]):
        return None
    return DaysOfMonth(days, month, through)


@symbol("month_noun? month_name month_tail | month_noun? month_name")
def month_of_days(month_name: Month, month_tail: YearLike | Shift = None) -> Month:
    """The month behind days: «ديسمبر/كانون الأول الجاري»."""
    return with_tail(month_name, month_tail)


@symbol("days*:day (&days*:day | ',' days*:day)* from? month_of_days | first:ordinal_before month_of_days")
def days_in_month(month_of_days: Month, days: tuple[int, ...] = (), first: int = 0) -> DaysOfMonth | None:
    """Days with their month: «السابع والثامن من ديسمبر», and as Morocco writes, «خامس مارس»."""
    if not days:
        return in_month((first,), month_of_days) if first > 0 else None
    return in_month(days, month_of_days)


@symbol("from? relative_month | from plain_shift | of_it")
def month_by_relation(
    relative_month: MonthLike | None = None, plain_shift: Shift | None = None, of_it: str | None = None
) -> MonthLike:
    """The month behind a day by its place in time: «من الشهر الماضي», «من الجاري»."""
    if of_it:
        return SameUnit("month")
    return relative_month or Relative("month", plain_shift.value if plain_shift else 0)


@symbol("days*:day (&days*:day | ',' days*:day)* from? month_by_relation | days*:day_number current")
def days_in_relative_month(days: tuple[int, ...], month_by_relation: MonthLike | None = None) -> DaysOfMonth | None:
    """«السابع من الجاري», «27 من الشهر الماضي», «15 الجاري»."""
    return in_month(days, month_by_relation or Relative("month", 0))


@symbol("(day_noun | day_dual | day_plural) days_in_month | days_in_month")
def calendar_days(days_in_month: DaysOfMonth) -> DaysOfMonth:
    """Days of a named month, with or without «يوم»."""
    return days_in_month


@rule(
    "(day_noun | day_dual | day_plural)? days_in_month",
    examples=(
        "السابع والثامن من ديسمبر",
        "يومي السابع والثامن من ديسمبر/كانون الأول الجاري",
        "27 تشرين الثاني/نوفمبر",
        "٣ و٤ و٥ أيار",
        "الحادي والعشرين من حزيران عام 2019",
        "24 أبريل (نيسان) العام الماضي",
        "خمسة وعشرين يناير",
        "خامس مارس 2020",
    ),
    silent=("31 فبراير", "السادس عشر من القادة", "مدينة السادس من أكتوبر", "قوى 14 آذار"),
    name_after=("place_noun", "party_noun", "reference_noun"),
)
def days_of_month(days_in_month: DaysOfMonth) -> DaysOfMonth:
    """One or more days of a named month: «السابع والثامن من ديسمبر»."""
    return days_in_month


@rule(
    "month_name day_number ','? from? year:year_digits | month_name day_number from? @year_noun year:year_digits"
    " | day_number '-' month_name '-' year:year_digits",
    examples=("أبريل 7, 2016", "شباط 14، 2005", "يناير 12 من عام 2019", "22-فبراير-2021"),
    silent=("مارس 12 قتيلا",),
)
def day_around_month(month_name: Month, day_number: int, year: Year) -> DaysOfMonth | None:
    """A day behind its month, or with dashes: «أبريل 7, 2016», «22-فبراير-2021»."""
    return in_month((day_number,), with_tail(month_name, year))


@rule(
    "(day_noun | day_dual | day_plural)? days*:day (&days*:day)* from? month_noun? month_name short:two_digits",
    examples=("5 يونيو 67", "15 مايو 48"),
    silent=("5 يونيو 67 قتيلا",),
    not_before=NOT_COUNTING,
    name_after=("reference_noun",),
)
def days_with_short_year(days: tuple[int, ...], month_name: Month, short: int) -> DaysOfMonth | None:
    """Days of a month with a year of two digits: «5 يونيو 67»."""
    return in_month(days, with_tail(month_name, Year(short, two_digits=True))) if short > LONGEST_MONTH else None


@rule(
    "month_noun? month_name short:two_digits | portion short:two_digits",
    examples=("أكتوبر 73", "أواخر 89"),
    silent=("أكتوبر 73 قتيلا", "أكتوبر 12"),
    not_before=NOT_COUNTING,
    name_after=("reference_noun",),
)
def month_with_short_year(short: int, month_name: Month | None = None, portion: str | None = None) -> object | None:
    """A month, or a part of a year, with a year of two digits: «أكتوبر 73», «أواخر 89»."""
    if short <= LONGEST_MONTH:
        return None
    year = Year(short, two_digits=True)
    return with_tail(month_name, year) if month_name else Portion(portion, year)  # type: ignore[arg-type]


@rule(
    "(day_noun | day_dual | day_plural)? days_in_month from every year_noun"
    " | (day_noun | day_dual | day_plural)? hijri_days from every year_noun"
    " | month_noun month_name from every year_noun | first_day from? first_of:month_of_days from every year_noun",
    examples=(
        "فاتح ماي من كل عام",
        "21 مارس من كل عام",
        "3 و4 مارس من كل عام",
        "10 محرم من كل عام",
        "شهر مارس من كل سنة",
    ),
)
def days_every_year(
    days_in_month: DaysOfMonth | None = None,
    hijri_days: DaysOfMonth | None = None,
    month_name: Month | None = None,
    first_of: Month | None = None,
) -> Recurring:
    """Days of every year, none of them this one: «21 مارس من كل عام»."""
    if month_name is not None:
        return Recurring(f"XXXX-{month_name.number:02d}")
    if first_of is not None:
        return Recurring(f"XXXX-{first_of.number:02d}-01")
    days = days_in_month or hijri_days
    month = days.month if days and isinstance(days.month, Month) and days.month.calendar == "gregorian" else None
    if month is None or days is None:
        return Recurring("P1Y")
    return Recurring(",".join(f"XXXX-{month.number:02d}-{day:02d}" for day in days.days))


@rule(
    "(day_noun | day_dual | day_plural)? days_in_relative_month",
    examples=("السابع من الجاري", "27 من الشهر الماضي", "يوم التاسع من الشهر المقبل", "15 الجاري"),
    name_after=("reference_noun",),
)
def days_of_relative_month(days_in_relative_month: DaysOfMonth) -> DaysOfMonth:
    """One or more days of the running, last or next month: «السابع من الجاري»."""
    return days_in_relative_month


@rule(
    "closing_day from? (full_month | of_year) | closing_day hijri_behind_days",
    examples=("متم شهر ماي 2022", "متم سنة 2023", "متم ماي", "سلخ ذي الحجة سنة 700"),
)
def last_day_of_period(
    full_month: Month | None = None, of_year: YearLike = None, hijri_behind_days: Month | None = None
) -> NthDay:
    """The last day of a month or year: «متم شهر ماي», in chronicles «سلخ صفر»."""
    return NthDay(-1, full_month or hijri_behind_days or of_year)


@rule("day_noun? days_in_month (rumi | era? solar)", examples=("7 نيسان 1333 رومي",))
def day_of_the_sun_calendar(days_in_month: DaysOfMonth, rumi: str | None = None) -> DaysOfMonth | Uncounted:
    """A day of the Ottoman treasury's calendar, whose months are ours: «31 مارت 1325 رومي»."""
    month = days_in_month.month
    if rumi is None or not isinstance(month, Month) or not isinstance(month.year, Year):
        return Uncounted("XXXX-XX-XX", "day", "of the sun")
    return attrs.evolve(days_in_month, month=attrs.evolve(month, year=attrs.evolve(month.year, era="RUMI")))


@rule(
    "today ordinal_number from (full_month | relative_month | of_year | the_year | the_month)",
    examples=("اليوم الثالث من ديسمبر", "اليوم العاشر من الشهر الجاري"),
    silent=("اليوم الثالث من المفاوضات",),
)
def nth_day(
    ordinal_number: int,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    of_year: YearLike = None,
    the_month: str | None = None,
) -> object | None:
    """The so-manieth day of a month or year: «اليوم الثالث من ديسمبر»."""
    month = full_month or relative_month
    if month is not None:
        return in_month((ordinal_number,), month)
    return NthDay(ordinal_number, of_year or Relative("month" if the_month else "year", 0))


@rule(
    "ordinal_before (day_noun from | day_plural) (full_month | relative_month | of_year | hijri_of_days)"
    " | ordinal_before day_noun (full_month | relative_month)",
    examples=("أول أيام الشهر الجاري", "آخر يوم من ديسمبر", "ثاني أيام العام المقبل", "آخر يوم من رمضان"),
)
def nth_day_before(
    ordinal_before: int,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    of_year: YearLike = None,
    hijri_of_days: Month | None = None,
) -> NthDay:
    """The first, second or last day of a period: «آخر يوم من ديسمبر»."""
    return NthDay(ordinal_before, full_month or relative_month or hijri_of_days or of_year)


@rule(
    "(day_noun)? day_number from? month_name",
    examples=("31 فبراير", "31 من يونيو"),
    silent=("30 يونيو",),
)
def no_such_day(day_number: int, month_name: Month) -> Name | None:
    """No date at all, nor its month: «31 فبراير»."""
    return None if in_month((day_number,), month_name) else Name()

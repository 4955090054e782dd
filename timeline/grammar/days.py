"""Days of a month: numerals, ordinals and words, alone, coordinated, or from one to the other."""

from __future__ import annotations

from timeline.grammar.months import with_tail
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    DaysOfMonth,
    Extent,
    Month,
    MonthLike,
    NthDay,
    Relative,
    Shift,
    Weekdays,
    YearLike,
)


@symbol("day_number | ordinal_number | small_number")
def day(
    day_number: int | None = None, ordinal_number: int | None = None, small_number: int | None = None
) -> int | None:
    """A day of a month: «7», «السابع», «الحادي والعشرين», «خمسة وعشرين»."""
    value = day_number or ordinal_number or small_number or 0
    return value if 1 <= value <= 31 else None


def _in_month(days: tuple[int, ...], month: MonthLike, *, through: bool = False) -> DaysOfMonth | None:
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


@symbol("days*:day (&days*:day | ',' days*:day)* from? month_of_days")
def days_in_month(days: tuple[int, ...], month_of_days: Month) -> DaysOfMonth | None:
    """Days with their month: «السابع والثامن من ديسمبر»."""
    return _in_month(days, month_of_days)


@symbol("from? relative_month | from plain_shift")
def month_by_relation(relative_month: MonthLike | None = None, plain_shift: Shift | None = None) -> MonthLike:
    """The month behind a day by its place in time: «من الشهر الماضي», «من الجاري»."""
    return relative_month or Relative("month", plain_shift.value if plain_shift else 0)


@symbol("days*:day (&days*:day | ',' days*:day)* from? month_by_relation | days*:day_number current")
def days_in_relative_month(days: tuple[int, ...], month_by_relation: MonthLike | None = None) -> DaysOfMonth | None:
    """«السابع من الجاري», «27 من الشهر الماضي», «15 الجاري»."""
    return _in_month(days, month_by_relation or Relative("month", 0))


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
    ),
    silent=("31 فبراير", "السادس عشر من القادة", "مدينة السادس من أكتوبر", "قوى 14 آذار"),
    name_after=("place_noun", "party_noun", "reference_noun"),
)
def days_of_month(days_in_month: DaysOfMonth) -> DaysOfMonth:
    """One or more days of a named month: «السابع والثامن من ديسمبر»."""
    return days_in_month


@rule(
    "(day_noun | day_dual | day_plural)? days_in_relative_month",
    examples=("السابع من الجاري", "27 من الشهر الماضي", "يوم التاسع من الشهر المقبل", "15 الجاري"),
    name_after=("reference_noun",),
)
def days_of_relative_month(days_in_relative_month: DaysOfMonth) -> DaysOfMonth:
    """One or more days of the running, last or next month: «السابع من الجاري»."""
    return days_in_relative_month


@rule(
    "(day_noun)? first:day (to | &to | '-') last:day from? month_of_days",
    examples=("7-9 ديسمبر", "السابع إلى التاسع من كانون الأول", "1 حتى 10 مايو 2020"),
    silent=("9-7 ديسمبر",),
    name_after=("reference_noun", "party_noun"),
)
def days_through(first: int, last: int, month_of_days: Month) -> DaysOfMonth | None:
    """A stretch of days in one month: «7-9 ديسمبر»."""
    return _in_month((first, last), month_of_days, through=True)


@rule(
    "(day_dual)? first:day &last:day from? month_of_days",
    examples=("بين السابع والتاسع من ديسمبر", "ما بين 12 و16 أيلول"),
    after=("between",),
)
def days_between(first: int, last: int, month_of_days: Month) -> DaysOfMonth | None:
    """A stretch of days after «بين»: «بين السابع والتاسع من ديسمبر»."""
    return _in_month((first, last), month_of_days, through=True)


@rule(
    "first:day (to | &to | '-') last:day month_by_relation",
    examples=("من 7 إلى 9 من الشهر الجاري", "7-9 من الشهر الجاري"),
)
def days_through_relative_month(first: int, last: int, month_by_relation: MonthLike) -> DaysOfMonth | None:
    """A stretch of days in the running, last or next month: «7 إلى 9 من الشهر الجاري»."""
    return _in_month((first, last), month_by_relation, through=True)


@rule(
    "(day_noun)? first:days_in_month '-' last:days_in_month",
    examples=("28 نوفمبر - 3 ديسمبر", "28 نوفمبر – 3 ديسمبر 2024"),
)
def day_to_day(first: DaysOfMonth, last: DaysOfMonth) -> Extent | None:
    """From a day of one month to a day of another, with a dash: «28 نوفمبر - 3 ديسمبر»."""
    return Extent(first, last) if len(first.days) == len(last.days) == 1 else None


@symbol("day_noun? weekday shift? | today weekday | yesterday weekday | tomorrow weekday")
def announced_weekday(weekday: int) -> Weekdays:
    """A weekday in front of a date: «يوم الثلاثاء», «اليوم الثلاثاء»."""
    return Weekdays((weekday,))


@symbol("calendar_days | days_in_relative_month | numeric_date | hijri_days")
def exact_day(
    calendar_days: DaysOfMonth | None = None,
    days_in_relative_month: DaysOfMonth | None = None,
    numeric_date: object | None = None,
    hijri_days: DaysOfMonth | None = None,
) -> object:
    """A day named by the calendar."""
    return calendar_days or days_in_relative_month or numeric_date or hijri_days


@rule(
    "announced_weekday ','? corresponding? exact_day | announced_weekday '(' exact_day ')'",
    examples=("الثلاثاء 3 ديسمبر", "يوم الثلاثاء، 3 كانون الأول 2024", "الخميس الموافق 5 ديسمبر", "الثلاثاء 3/12/2024"),
)
def weekday_and_date(announced_weekday: Weekdays, exact_day: object) -> Apposed:
    """A date with its weekday, each checking the other: «الثلاثاء 3 ديسمبر»."""
    return Apposed(exact_day, announced_weekday)


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
        return _in_month((ordinal_number,), month)
    return NthDay(ordinal_number, of_year or Relative("month" if the_month else "year", 0))


@rule(
    "ordinal_before (day_noun from | day_plural) (full_month | relative_month | of_year)"
    " | ordinal_before day_noun (full_month | relative_month)",
    examples=("أول أيام الشهر الجاري", "آخر يوم من ديسمبر", "ثاني أيام العام المقبل"),
)
def nth_day_before(
    ordinal_before: int,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    of_year: YearLike = None,
) -> NthDay:
    """The first, second or last day of a period: «آخر يوم من ديسمبر»."""
    return NthDay(ordinal_before, full_month or relative_month or of_year)

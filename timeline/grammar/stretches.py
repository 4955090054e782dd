"""Stretches of days and months: from one to the other, between two, a week of a month."""

from __future__ import annotations

from timeline.grammar.days import in_month
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    DaysOfMonth,
    Extent,
    Month,
    MonthLike,
    Relative,
    Shift,
    Weekdays,
)


@rule(
    "(day_noun)? first:day (to | &to | '-') last:day from? month_of_days",
    examples=("7-9 ديسمبر", "السابع إلى التاسع من كانون الأول", "1 حتى 10 مايو 2020"),
    silent=("9-7 ديسمبر",),
    name_after=("reference_noun", "party_noun"),
)
def days_through(first: int, last: int, month_of_days: Month) -> DaysOfMonth | None:
    """A stretch of days in one month: «7-9 ديسمبر»."""
    return in_month((first, last), month_of_days, through=True)


@rule(
    "(day_dual)? first:day &last:day from? (month_of_days | month_by_relation)",
    examples=("بين السابع والتاسع من ديسمبر", "ما بين 12 و16 أيلول", "بين الثالث والخامس من الشهر المقبل"),
    after=("between",),
)
def days_between(
    first: int, last: int, month_of_days: Month | None = None, month_by_relation: MonthLike | None = None
) -> DaysOfMonth | None:
    """A stretch of days after «بين»: «بين السابع والتاسع من ديسمبر»."""
    month = month_of_days or month_by_relation
    return in_month((first, last), month, through=True) if month else None


@rule(
    "first:day (to | &to) last:day month_by_relation | first:day '-' last:day from (relative_month | plain_shift)",
    examples=("من 7 إلى 9 من الشهر الجاري", "7-9 من الشهر الجاري"),
)
def days_through_relative_month(
    first: int,
    last: int,
    month_by_relation: MonthLike | None = None,
    relative_month: MonthLike | None = None,
    plain_shift: Shift | None = None,
) -> DaysOfMonth | None:
    """A stretch of days in the running, last or next month: «7 إلى 9 من الشهر الجاري»."""
    running = Relative("month", plain_shift.value if plain_shift else 0)
    return in_month((first, last), month_by_relation or relative_month or running, through=True)


@symbol("calendar_days | weekday_date | numeric_date")
def dated_day(
    calendar_days: DaysOfMonth | None = None, weekday_date: Apposed | None = None, numeric_date: object | None = None
) -> object | None:
    """One day by the calendar, as it stands on either side of a dash: «الخميس، 28 نوفمبر», «28/11/2024»."""
    day = weekday_date.main if weekday_date else calendar_days
    if isinstance(day, DaysOfMonth) and (len(day.days) > 1 or day.through):
        return None
    return weekday_date or calendar_days or numeric_date


@rule(
    "first:dated_day '-' last:dated_day",
    examples=(
        "28 نوفمبر - 3 ديسمبر",
        "28 نوفمبر – 3 ديسمبر 2024",
        "28/11/2024 – 3/12/2024",
        "الخميس، 28 نوفمبر – الثلاثاء، 3 ديسمبر",
    ),
)
def day_to_day(first: object, last: object) -> Extent:
    """From one date to another, with a dash: «28 نوفمبر - 3 ديسمبر»."""
    return Extent(first, last)


@rule(
    "before_it:announced_weekday ','? first:day '-' behind_it:announced_weekday ','? last:day from? month_of_days",
    examples=("الثلاثاء، 3 – السبت، 7 ديسمبر 2024",),
)
def weekday_to_weekday(
    before_it: Weekdays, first: int, behind_it: Weekdays, last: int, month_of_days: Month
) -> Extent | None:
    """From day to day of one month, each with its weekday: «الثلاثاء، 3 – السبت، 7 ديسمبر»."""
    begin, end = in_month((first,), month_of_days), in_month((last,), month_of_days)
    return Extent(Apposed(begin, before_it), Apposed(end, behind_it)) if begin and end and first < last else None


@rule(
    "announced_weekday ','? day",
    examples=("من السبت 7 إلى الثلاثاء 10 ديسمبر",),
    silent=("السبت 7", "في السبت 7", "من السبت 7:00 إلى الأحد"),
    after=("from",),
    before=("to", "until"),
)
def weekday_of_range(announced_weekday: Weekdays, day: int) -> Apposed:
    """The begin of a stretch by weekday and number, whose month its end tells: «من السبت 7 إلى الثلاثاء 10 ديسمبر»."""
    return Apposed(DaysOfMonth((day,), Relative("month", 0)), announced_weekday)


@rule(
    "before_it:announced_weekday ','? first:day &behind_it:announced_weekday ','? last:day from? month_of_days",
    examples=("بين السبت 7 والثلاثاء 10 ديسمبر",),
    after=("between",),
)
def weekday_between(
    before_it: Weekdays, first: int, behind_it: Weekdays, last: int, month_of_days: Month
) -> Extent | None:
    """The same after «بين»: «بين السبت 7 والثلاثاء 10 ديسمبر»."""
    return weekday_to_weekday(before_it, first, behind_it, last, month_of_days)


@symbol("full_month | numeric_month")
def dated_month(full_month: Month | None = None, numeric_month: Month | None = None) -> Month | None:
    """A month as it stands on either side of a dash."""
    return full_month or numeric_month


@rule(
    "first:dated_month '-' last:dated_month",
    examples=("مارس - مايو 2024", "نوفمبر 2023 – فبراير 2024", "11/2023 – 2/2024", "أيلول–تشرين الثاني"),
    silent=("مايو - أيار 2024",),
    name_after=("reference_noun",),
)
def month_to_month(first: Month, last: Month) -> Extent | None:
    """From one month to another, with a dash: «مارس - مايو 2024»."""
    same = first.number == last.number and first.year in {None, last.year}
    return None if same else Extent(first, last)


@rule(
    "portion the_week (ordinal_number | week_number:day_number) from (full_month | relative_month)",
    examples=("نهاية الأسبوع الأول من يناير", "مطلع الأسبوع الثاني من الشهر الجاري"),
)
def part_of_week_of_month(
    portion: str,
    ordinal_number: int = 0,
    week_number: int = 0,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
) -> DaysOfMonth | None:
    """The first, middle or last days of a week of a month: «نهاية الأسبوع الأول من يناير» is the 5th to the 7th."""
    first = 7 * (ordinal_number or week_number) - 6
    begin, end = {"START": (0, 2), "MID": (2, 4), "END": (4, 6)}[portion]
    month = full_month or relative_month
    return in_month((first + begin, first + end), month, through=True) if month and 1 <= first <= 22 else None


@rule(
    "the_week (ordinal_number | week_number:day_number) from (full_month | relative_month)",
    examples=("الأسبوع الثاني من مارس", "الأسبوع الأول من الشهر المقبل"),
    silent=("الأسبوع الثاني من المفاوضات",),
)
def week_of_month(
    ordinal_number: int = 0,
    week_number: int = 0,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
) -> DaysOfMonth | None:
    """Seven days of a month, counted from its first: «الأسبوع الثاني من مارس» is the 8th to the 14th."""
    number = ordinal_number or week_number
    month = full_month or relative_month
    return in_month((7 * number - 6, 7 * number), month, through=True) if month and 1 <= number <= 4 else None

"""Weekdays with their dates: one beside the other, several with several, the number alone."""

from __future__ import annotations

from timeline.grammar.days import in_month
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    DaysOfMonth,
    Month,
    MonthLike,
    Weekdays,
)


@symbol("day_noun? weekday shift? | today weekday | yesterday weekday | tomorrow weekday")
def announced_weekday(weekday: int) -> Weekdays:
    """A weekday in front of a date: «يوم الثلاثاء», «اليوم الثلاثاء»."""
    return Weekdays((weekday,))


@symbol("',' day:day_number '/' month:month_number")
def day_and_month_in_digits(day: int, month: int) -> DaysOfMonth | None:
    """A day and month in digits behind a weekday and a comma: «الثلاثاء، 3/12»."""
    return in_month((day,), Month(month))


@symbol("calendar_days | days_in_relative_month | numeric_date | hijri_days")
def exact_day(
    calendar_days: DaysOfMonth | None = None,
    days_in_relative_month: DaysOfMonth | None = None,
    numeric_date: object | None = None,
    hijri_days: DaysOfMonth | None = None,
) -> object:
    """A day named by the calendar."""
    return calendar_days or days_in_relative_month or numeric_date or hijri_days


@symbol(
    "announced_weekday ','? corresponding? exact_day | announced_weekday in exact_day"
    " | announced_weekday ','? @chronicle_day | announced_weekday short:day_and_month_in_digits"
)
def weekday_date(
    announced_weekday: Weekdays,
    exact_day: object | None = None,
    chronicle_day: DaysOfMonth | None = None,
    short: DaysOfMonth | None = None,
) -> Apposed:
    """A date behind its weekday."""
    return Apposed(exact_day or chronicle_day or short, announced_weekday)


@rule(
    "weekday_date | announced_weekday '(' exact_day ')'",
    examples=(
        "الثلاثاء 3 ديسمبر",
        "يوم الثلاثاء، 3 كانون الأول 2024",
        "الخميس الموافق 5 ديسمبر",
        "الثلاثاء 3/12/2024",
        "الثلاثاء، 3/12",
        "الثلاثاء لثلاث بقين من رجب سنة 700",
    ),
    silent=("فاز الثلاثاء 3/1",),
)
def weekday_and_date(
    weekday_date: Apposed | None = None, announced_weekday: Weekdays | None = None, exact_day: object | None = None
) -> Apposed:
    """A date with its weekday, each checking the other: «الثلاثاء 3 ديسمبر»."""
    return weekday_date or Apposed(exact_day, announced_weekday)  # type: ignore[arg-type]


@symbol("day_noun? weekday ','? day")
def weekday_with_number(weekday: int, day: int) -> tuple[int, int]:
    """A weekday and its day of a month that stands behind: «السبت 7»."""
    return weekday, day


@symbol("from? (month_of_days | hijri_of_days) | month_by_relation")
def month_behind_days(
    month_of_days: Month | None = None,
    hijri_of_days: Month | None = None,
    month_by_relation: MonthLike | None = None,
) -> MonthLike:
    """The month behind days, by its name or by its place in time: «ديسمبر», «من رمضان», «من الشهر الجاري»."""
    return month_of_days or hijri_of_days or month_by_relation  # type: ignore[return-value]


@rule(
    "(day_dual | day_plural)? each*:weekday_with_number (&each*:weekday_with_number | ',' each*:weekday_with_number)+"
    " month_behind_days",
    examples=("السبت 7 والأحد 8 ديسمبر", "يومي السبت السابع والأحد الثامن من الشهر الجاري"),
)
def weekdays_with_numbers(each: tuple[tuple[int, int], ...], month_behind_days: MonthLike) -> Apposed | None:
    """Days of one month, each with its weekday: «السبت 7 والأحد 8 ديسمبر»."""
    weekdays, days = zip(*each, strict=True)
    main = in_month(days, month_behind_days)
    return Apposed(main, Weekdays(weekdays)) if main else None


@rule(
    "(day_noun | day_dual | day_plural)? weekdays*:weekday (&weekdays*:weekday | ',' weekdays*:weekday)+ ','?"
    " corresponding? days*:day (&days*:day | ',' days*:day)+ month_behind_days",
    examples=("السبت والأحد 7 و8 ديسمبر", "يومي الاثنين والثلاثاء الموافقين 2 و3 من الشهر الجاري"),
)
def weekdays_and_dates(
    weekdays: tuple[int, ...], days: tuple[int, ...], month_behind_days: MonthLike
) -> Apposed | None:
    """Weekdays, and behind them as many days of one month: «السبت والأحد 7 و8 ديسمبر»."""
    main = in_month(days, month_behind_days) if len(days) == len(weekdays) else None
    return Apposed(main, Weekdays(weekdays)) if main else None

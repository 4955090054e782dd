"""Days of a month: numerals, ordinals and words, alone, coordinated, or from one to the other."""

from __future__ import annotations

import attrs

from timeline.grammar.months import with_tail
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    DaysOfMonth,
    Extent,
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
    Weekdays,
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


@symbol("days*:day (&days*:day | ',' days*:day)* from? month_of_days | first:ordinal_before month_of_days")
def days_in_month(month_of_days: Month, days: tuple[int, ...] = (), first: int = 0) -> DaysOfMonth | None:
    """Days with their month: «السابع والثامن من ديسمبر», and as Morocco writes, «خامس مارس»."""
    if not days:
        return _in_month((first,), month_of_days) if first > 0 else None
    return _in_month(days, month_of_days)


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
    return _in_month((day_number,), with_tail(month_name, year))


@rule(
    "(day_noun | day_dual | day_plural)? days*:day (&days*:day)* from? month_noun? month_name short:two_digits",
    examples=("5 يونيو 67", "15 مايو 48"),
    silent=("5 يونيو 67 قتيلا",),
    not_before=NOT_COUNTING,
    name_after=("reference_noun",),
)
def days_with_short_year(days: tuple[int, ...], month_name: Month, short: int) -> DaysOfMonth | None:
    """Days of a month with a year of two digits: «5 يونيو 67»."""
    return _in_month(days, with_tail(month_name, Year(short, two_digits=True))) if short > LONGEST_MONTH else None


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
    examples=("فاتح ماي من كل عام", "21 مارس من كل عام", "10 محرم من كل عام", "شهر مارس من كل سنة"),
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
    return Recurring(f"XXXX-{month.number:02d}-{days.days[0]:02d}" if month and days else "P1Y")


@rule(
    "(day_noun | day_plural)? weekday (&weekday)* from every the_unit"
    " | (day_noun | day_plural)? weekday (&weekday)* from every unit"
    " | weekday ordinal_number from (every unit | full_month from every unit)",
    examples=("أيام الأحد والثلاثاء من كل أسبوع", "الخميس الأول من كل شهر", "الخميس الثالث من نوفمبر من كل عام"),
)
def weekdays_every_week(weekday: int, ordinal_number: int = 0) -> Recurring:
    """Weekdays that recur: «أيام الأحد والثلاثاء من كل أسبوع»."""
    return Recurring("P1M" if ordinal_number else f"XXXX-WXX-{weekday}")


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
    "(day_dual)? first:day &last:day from? (month_of_days | month_by_relation)",
    examples=("بين السابع والتاسع من ديسمبر", "ما بين 12 و16 أيلول", "بين الثالث والخامس من الشهر المقبل"),
    after=("between",),
)
def days_between(
    first: int, last: int, month_of_days: Month | None = None, month_by_relation: MonthLike | None = None
) -> DaysOfMonth | None:
    """A stretch of days after «بين»: «بين السابع والتاسع من ديسمبر»."""
    month = month_of_days or month_by_relation
    return _in_month((first, last), month, through=True) if month else None


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
    return _in_month((first, last), month_by_relation or relative_month or running, through=True)


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
    begin, end = _in_month((first,), month_of_days), _in_month((last,), month_of_days)
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


@rule(
    "closing_day from? (full_month | of_year)",
    examples=("متم شهر ماي 2022", "متم سنة 2023", "متم ماي"),
)
def last_day_of_period(full_month: Month | None = None, of_year: YearLike = None) -> NthDay:
    """The last day of a month or year: «متم شهر ماي»."""
    return NthDay(-1, full_month or of_year)


@rule("day_noun? days_in_month (rumi | era? solar)", examples=("7 نيسان 1333 رومي",))
def day_of_the_sun_calendar(days_in_month: DaysOfMonth, rumi: str | None = None) -> DaysOfMonth | Uncounted:
    """A day of the Ottoman treasury's calendar, whose months are ours: «31 مارت 1325 رومي»."""
    month = days_in_month.month
    if rumi is None or not isinstance(month, Month) or not isinstance(month.year, Year):
        return Uncounted("XXXX-XX-XX", "day", "of the sun")
    return attrs.evolve(days_in_month, month=attrs.evolve(month, year=attrs.evolve(month.year, era="RUMI")))


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
    return _in_month((first + begin, first + end), month, through=True) if month and 1 <= first <= 22 else None


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
    return _in_month((7 * number - 6, 7 * number), month, through=True) if month and 1 <= number <= 4 else None


@symbol("day_noun? weekday shift? | today weekday | yesterday weekday | tomorrow weekday")
def announced_weekday(weekday: int) -> Weekdays:
    """A weekday in front of a date: «يوم الثلاثاء», «اليوم الثلاثاء»."""
    return Weekdays((weekday,))


@symbol("',' day:day_number '/' month:month_number")
def day_and_month_in_digits(day: int, month: int) -> DaysOfMonth | None:
    """A day and month in digits behind a weekday and a comma: «الثلاثاء، 3/12»."""
    return _in_month((day,), Month(month))


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
    "announced_weekday ','? corresponding? exact_day | announced_weekday '(' exact_day ')'"
    " | announced_weekday in exact_day"
    " | announced_weekday short:day_and_month_in_digits",
    examples=(
        "الثلاثاء 3 ديسمبر",
        "يوم الثلاثاء، 3 كانون الأول 2024",
        "الخميس الموافق 5 ديسمبر",
        "الثلاثاء 3/12/2024",
        "الثلاثاء، 3/12",
    ),
    silent=("فاز الثلاثاء 3/1",),
)
def weekday_and_date(
    announced_weekday: Weekdays, exact_day: object | None = None, short: DaysOfMonth | None = None
) -> Apposed:
    """A date with its weekday, each checking the other: «الثلاثاء 3 ديسمبر»."""
    return Apposed(exact_day or short, announced_weekday)


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
    main = _in_month(days, month_behind_days)
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
    main = _in_month(days, month_behind_days) if len(days) == len(weekdays) else None
    return Apposed(main, Weekdays(weekdays)) if main else None


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
    return None if _in_month((day_number,), month_name) else Name()

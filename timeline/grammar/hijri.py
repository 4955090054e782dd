"""The Hijri and Coptic calendars."""

from __future__ import annotations

from timeline.grammar.months import with_tail
from timeline.grammar.rule import rule, symbol
from timeline.values.hijri import RUNNING_YEARS
from timeline.values.meaning import Corresponding, DaysOfMonth, Extent, Month, Months, Portion, Shift, Year, YearLike


@symbol("hijri_month | hijri_stem hijri_order | hijri_dhu dhu_name")
def hijri_name(
    hijri_month: int | None = None,
    hijri_stem: int | None = None,
    hijri_order: int | None = None,
    dhu_name: int | None = None,
) -> int:
    """A month of the Hijri year: «رمضان», «ربيع الأول», «ذي الحجة»."""
    if hijri_stem is not None:
        return hijri_stem + (hijri_order or 0)
    return hijri_month or dhu_name or 1


@symbol("','? early_hijri | ','? hijri_year | shift | ','? of_year")
def hijri_tail(
    early_hijri: Year | None = None,
    hijri_year: Year | None = None,
    shift: Shift | None = None,
    of_year: YearLike = None,
) -> YearLike | Shift:
    """What stands behind a Hijri month."""
    return early_hijri or hijri_year or shift or of_year


@symbol("from? @year_noun year_number era | from? @year_noun year_number | from? year_number era | from? year_number")
def hijri_year(year_number: int, era: str = "AH") -> Year | None:
    """A Hijri year: «1446 هـ»; a number over 1700 is none, unless its era says so."""
    return Year(year_number, "AH") if era == "AH" and year_number < 1700 else None


@symbol(
    "from? year_noun? (early:any_year | early:number | early:number_words) era"
    " | from? @year_noun (early:any_year | early:number | early:number_words)"
)
def early_hijri(early: int, era: str = "AH") -> Year | None:
    """A Hijri year of fewer digits or in words, by its era or its noun: «61هـ», «سنة إحدى وستين»."""
    return Year(early, "AH") if era == "AH" and 0 < early < 1700 else None


@symbol(
    "day:day_number '/' month:month_number '/' year_number era?"
    " | year_number '/' month:month_number '/' day:day_number era?"
    " | day:day_number '-' month:month_number '-' year_number era"
    " | year_number '-' month:month_number '-' day:day_number era"
    " | day:day_number '/' month:hijri_name '/' year_number era?"
)
def hijri_in_digits(day: int, month: int, year_number: int, era: str = "") -> DaysOfMonth | None:
    """A Hijri date in digits: «28/7/1422هـ», «15/9/1445», «7/رجب/1445»."""
    if day > 30 or era not in {"", "AH"} or (not era and year_number not in RUNNING_YEARS):
        return None
    return DaysOfMonth((day,), Month(month, Year(year_number, "AH"), calendar="hijri"))


@rule(
    "day_noun? hijri_in_digits",
    examples=("28/7/1422هـ", "1445/8/12هـ", "يوم 15/9/1445", "١٥/ ٩/ ١٤٤٥هـ"),
    silent=("28/7/1922",),
)
def hijri_date_in_digits(hijri_in_digits: DaysOfMonth) -> DaysOfMonth:
    """A Hijri date in digits: «28/7/1422هـ»."""
    return hijri_in_digits


@rule(
    "day_noun? day_number from? libyan_month year_number",
    examples=("3 ناصر 2007", "12 هانيبال 1999"),
    silent=("3 ناصر 1950", "اللاعب ناصر 2007"),
)
def libyan_day(day_number: int, libyan_month: int, year_number: int) -> DaysOfMonth | None:
    """A day of the Gregorian months as Libya named them from 1986 to 2011: «3 ناصر 2007» is 3 July."""
    in_force = 1986 <= year_number <= 2011
    return DaysOfMonth((day_number,), Month(libyan_month, Year(year_number))) if in_force else None


@rule("month:month_number '/' year_number era", examples=("12/1440هـ",), silent=("12/2024م",))
def hijri_month_in_digits(month: int, year_number: int, era: str) -> Month | None:
    """A Hijri month in digits: «12/1440هـ»."""
    return Month(month, Year(year_number, "AH"), calendar="hijri") if era == "AH" else None


@symbol("month_noun? hijri_name hijri_tail | month_noun? hijri_name")
def hijri_of_days(hijri_name: int, hijri_tail: YearLike | Shift = None) -> Month:
    """The Hijri month behind days."""
    return with_tail(Month(hijri_name, calendar="hijri"), hijri_tail)


@symbol("hijri_year | early_hijri")
def year_of_safar(hijri_year: Year | None = None, early_hijri: Year | None = None) -> Year:
    """The Hijri year that makes a month of «صفر»."""
    return hijri_year or early_hijri  # type: ignore[return-value]


@symbol("from? month_noun hijri_weak hijri_tail? | from hijri_weak hijri_tail? | hijri_weak year_of_safar")
def safar(hijri_weak: int, hijri_tail: YearLike | Shift = None, year_of_safar: Year | None = None) -> Month:
    """The month that is also the word for zero: «من صفر», «شهر صفر», «صفر 1446»."""
    return with_tail(Month(hijri_weak, calendar="hijri"), year_of_safar or hijri_tail)


@symbol("from? hijri_of_days | safar")
def hijri_behind_days(hijri_of_days: Month | None = None, safar: Month | None = None) -> Month:
    """The Hijri month behind a day: «من ربيع الأول 1446», «من صفر»."""
    return hijri_of_days or safar  # type: ignore[return-value]


@symbol("day_noun? days*:day (&days*:day)* hijri_behind_days | chronicle_day")
def hijri_days(
    hijri_behind_days: Month | None = None, days: tuple[int, ...] = (), chronicle_day: DaysOfMonth | None = None
) -> DaysOfMonth | None:
    """Days of a Hijri month: «12 ربيع الأول 1446»; and by the phrases of chronicles, «لعشر خلون من رجب»."""
    if hijri_behind_days is None:
        return chronicle_day
    return DaysOfMonth(days, hijri_behind_days) if max(days) <= 30 else None


@rule(
    "hijri_days",
    examples=(
        "12 ربيع الأول 1446",
        "العاشر من محرم",
        "27 رجب 1445 هـ",
        "الأول من شوال",
        "الثامن من صفر",
        "12 خلت من ربيع الأول",
        "خمس ليال خلون من رمضان",
        "لعشر خلون من رجب 658هـ",
        "لليلتين خلتا من صفر",
        "لأربع بقين من شوال",
        "ثاني عشر رمضان سنة 700",
        "رابع شوال سنة 583",
        "النصف من شعبان",
    ),
    silent=("31 رمضان", "جسر 14 رمضان", "رابع رمضان له هناك", "عشر مضت من عمره"),
    name_after=("place_noun", "party_noun"),
)
def days_of_hijri_month(hijri_days: DaysOfMonth) -> DaysOfMonth:
    """Days of a Hijri month, by number or by the phrases of chronicles: «12 ربيع الأول 1446», «لعشر خلون من رجب»."""
    return hijri_days


@rule(
    "day_noun? first:day (to | &to | '-') last:day from? hijri_of_days",
    examples=("1 إلى 15 رجب 1445", "من 10 إلى 12 محرم"),
    silent=("15-1 رجب",),
)
def hijri_days_through(first: int, last: int, hijri_of_days: Month) -> DaysOfMonth | None:
    """A stretch of days in one Hijri month: «1 إلى 15 رجب 1445»."""
    return DaysOfMonth((first, last), hijri_of_days, through=True) if first < last <= 30 else None


@rule(
    "(ordinal_before day_plural | day_plural) tashriq year:of_year?",
    examples=("أيام التشريق", "أول أيام التشريق", "ثاني أيام التشريق"),
)
def days_of_tashriq(ordinal_before: int = 0, year: YearLike = None) -> DaysOfMonth | None:
    """The three days behind the feast of sacrifice, or one of them: «أول أيام التشريق» is the 11th of its month."""
    month = with_tail(Month(12, calendar="hijri"), year)
    if not ordinal_before:
        return DaysOfMonth((11, 13), month, through=True)
    return DaysOfMonth((10 + ordinal_before,), month) if 1 <= ordinal_before <= 3 else None


@rule(
    "ten_days (ten_last | ten_first | ordinal_feminine) from hijri_of_days",
    examples=("العشر الأواخر من رمضان", "العشر الأوائل من ذي الحجة 1445"),
)
def ten_days_of_month(hijri_of_days: Month, ten_last: str | None = None) -> Portion:
    """The first ten days of a month, or those from the 21st on, nine or ten: «العشر الأواخر من رمضان»."""
    return Portion("END" if ten_last else "START", hijri_of_days)


@symbol("hijri_name | hijri_weak")
def hijri_member(hijri_name: int = 0, hijri_weak: int = 0) -> int:
    """A Hijri month among others, «صفر» too."""
    return hijri_name or hijri_weak


@rule(
    "(month_dual | month_plural) members*:hijri_member (&members*:hijri_member)+ hijri_tail?"
    " | members*:hijri_name (&members*:hijri_name)+ year:hijri_year",
    examples=("شهري رجب وشعبان 1445", "شهري صفر وربيع الأول 1446", "شعبان ورمضان 1445هـ", "شهري رجب وشعبان"),
)
def hijri_months_together(
    members: tuple[int, ...], hijri_tail: YearLike | Shift = None, year: Year | None = None
) -> Months:
    """Hijri months that share a noun or a year: «شهري رجب وشعبان 1445»."""
    return Months(tuple(with_tail(Month(each, calendar="hijri"), year or hijri_tail) for each in members))


@rule(
    "hijri_name",
    examples=("من محرم إلى ربيع الأول 1440هـ",),
    silent=("محرم", "إلى محرم"),
    after=("from",),
)
def hijri_month_of_range(hijri_name: int) -> Month:
    """The first month of a stretch, whose year its end tells: «من محرم إلى ربيع الأول 1440هـ»."""
    return Month(hijri_name, calendar="hijri")


@rule(
    "day from? hijri_member",
    examples=("من 1 صفر إلى 15 ربيع الأول 1447",),
    silent=("1 صفر", "إلى 1 صفر"),
    after=("from",),
)
def hijri_day_of_range(day: int, hijri_member: int) -> DaysOfMonth | None:
    """The first day of a stretch, whose year its end tells: «من 1 صفر إلى 15 ربيع الأول 1447»."""
    return DaysOfMonth((day,), Month(hijri_member, calendar="hijri")) if day <= 30 else None


@rule(
    "month_dual? first:hijri_name &last:hijri_name hijri_tail",
    examples=("بين رجب وشوال 1445",),
    silent=("بين شوال ورجب 1445",),
    after=("between",),
)
def hijri_months_between(first: int, last: int, hijri_tail: YearLike | Shift = None) -> Extent | None:
    """A stretch of months of one Hijri year, after «بين»: «بين رجب وشوال 1445»."""
    return hijri_months_through(first, last, hijri_tail)


@rule(
    "first:hijri_name '-' last:hijri_name hijri_tail",
    examples=("محرم - ربيع الأول 1440هـ",),
    silent=("رمضان - محرم",),
)
def hijri_months_through(first: int, last: int, hijri_tail: YearLike | Shift = None) -> Extent | None:
    """A stretch of months of one Hijri year: «محرم - ربيع الأول 1440هـ»."""
    begin, end = (with_tail(Month(each, calendar="hijri"), hijri_tail) for each in (first, last))
    return Extent(begin, end) if first < last else None


@rule(
    "month_noun hijri_name hijri_tail? | hijri_name hijri_tail | hijri_stem hijri_order | hijri_dhu dhu_name"
    " | month_noun hijri_weak hijri_tail? | hijri_weak year_of_safar",
    examples=(
        "شهر رمضان",
        "رمضان الماضي",
        "محرم 1446",
        "ربيع الأول",
        "ذي الحجة",
        "شهر صفر 1446",
        "صفر 1446 هـ",
        "صفر سنة خمس وتسعين",
        "رمضان سنة 658",
    ),
    silent=("صفر الأهداف", "رجب طيب", "بدأ من صفر"),
    name_after=("family_of_names",),
)
def hijri_month_of_year(
    hijri_name: int | None = None,
    hijri_tail: YearLike | Shift = None,
    hijri_stem: int = 0,
    hijri_order: int = 0,
    dhu_name: int | None = None,
    hijri_weak: int | None = None,
    year_of_safar: Year | None = None,
) -> Month:
    """A Hijri month: «شهر رمضان»."""
    number = hijri_name or dhu_name or hijri_weak or hijri_stem + hijri_order
    return with_tail(Month(number, calendar="hijri"), year_of_safar or hijri_tail)


@rule(
    "ramadan_word:hijri_month",
    examples=("في رمضان", "خلال شعبان", "منذ رمضان"),
    silent=("رمضان عبد الله", "التقى شعبان الوزير", "في صفر"),
    after=("in", "during", "since", "until", "before", "just_before", "after", "portion"),
)
def hijri_month_by_name(ramadan_word: int) -> Month | None:
    """A Hijri month after a preposition of time: «في رمضان»."""
    return Month(ramadan_word, calendar="hijri") if ramadan_word != 2 else None


@symbol("hijri_days | hijri_in_digits | calendar_days | numeric_date | weekday_date")
def either_day(
    hijri_days: DaysOfMonth | None = None,
    hijri_in_digits: DaysOfMonth | None = None,
    calendar_days: DaysOfMonth | None = None,
    numeric_date: object | None = None,
    weekday_date: object | None = None,
) -> object:
    """A day in either calendar."""
    return hijri_days or hijri_in_digits or calendar_days or numeric_date or weekday_date


@rule(
    "day_noun? first:either_day ','? corresponding (@from | @of_date)? second:either_day era?"
    " | first:either_day '(' second:either_day ')'",
    examples=(
        "الثلاثاء 15 شعبان 1444 هـ الموافق 7 مارس 2023",
        "12 ربيع الأول 1446 الموافق 15 سبتمبر 2024",
        "15 سبتمبر 2024 الموافق 12 ربيع الأول 1446 هـ",
    ),
)
def corresponding_days(first: object, second: object) -> Corresponding | None:
    """One day in two calendars, each checking the other: «12 ربيع الأول 1446 الموافق 15 سبتمبر 2024»."""
    return Corresponding(first, second) if first != second else None


@rule(
    "day_noun? day from? month_noun? coptic_month (year_number coptic_era? | year_noun year_number coptic_era?)?",
    examples=("15 أمشير", "29 كيهك 1735", "5 مسرى سنة 1741 قبطية"),
)
def coptic_day(day: int, coptic_month: int, year_number: int | None = None) -> DaysOfMonth | None:
    """A day of a Coptic month: «29 كيهك»."""
    if day > (30 if coptic_month < 13 else 6):
        return None
    year = Year(year_number) if year_number and year_number < 1900 else None
    return DaysOfMonth((day,), Month(coptic_month, year, calendar="coptic"))


@rule(
    "first_day hijri_behind_days | first_day from? month_of_days",
    examples=("غرة محرم", "غرة رمضان 1445", "الفاتح من سبتمبر 1969"),
)
def first_of_month(hijri_behind_days: Month | None = None, month_of_days: Month | None = None) -> DaysOfMonth:
    """The first day of a month: «غرة محرم»."""
    return DaysOfMonth((1,), hijri_behind_days or month_of_days)  # type: ignore[arg-type]

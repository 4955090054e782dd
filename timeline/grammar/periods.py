"""Weeks, months, years, decades, centuries, seasons, and their parts."""

from __future__ import annotations

from timeline.grammar.months import year_in_words
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Century,
    Decade,
    Extent,
    FirstUnits,
    Fraction,
    Millennium,
    Month,
    MonthLike,
    Name,
    NewYear,
    Portion,
    Quantity,
    Relative,
    RunningQuarter,
    SameTimeIn,
    SameUnit,
    Season,
    Shift,
    Unspecified,
    Year,
    YearLike,
    Years,
)


@symbol(
    "the_unit shift | this the_unit shift? | that the_unit | same_before the_unit | the_unit same_after | the_unit this"
)
def relative_unit(
    the_unit: str,
    shift: Shift | None = None,
    this: int | None = None,
    that: str | None = None,
    same_before: str | None = None,
    same_after: str | None = None,
) -> Relative | SameUnit | None:
    """A unit by its place in time: «الأسبوع الماضي», «هذا العام», «الشهر نفسه»."""
    if the_unit in {"hour", "night", "season"} or (the_unit == "day" and not shift):
        return None
    if that or same_before or same_after:
        return SameUnit(the_unit)  # type: ignore[arg-type]
    if shift is Shift.FOLLOWING:
        return SameUnit(the_unit, 1)  # type: ignore[arg-type]
    if this is not None and shift in {Shift.LAST, Shift.NEXT}:
        return Relative(the_unit, shift.value)  # type: ignore[arg-type]
    return Relative(the_unit, 0 if shift is None else shift.value)  # type: ignore[arg-type]


@rule(
    "relative_unit",
    examples=(
        "الأسبوع الماضي",
        "هذا الأسبوع",
        "العام المقبل",
        "الشهر نفسه",
        "القرن الماضي",
        "العقد الحالي",
        "العام قبل الماضي",
    ),
    silent=("الأمين العام السابق", "أهل السنة", "العام والخاص"),
    name_after=("general",),
)
def unit_counted_from_now(relative_unit: Relative | SameUnit) -> Relative | SameUnit:
    """A week, month, year … counted from the running one: «الأسبوع الماضي»."""
    return relative_unit


@symbol("year_noun year_digits | year_noun number_words | year_of_two_digits two:two_digits")
def named_year(year_digits: Year | None = None, number_words: int | None = None, two: int | None = None) -> Year | None:
    """A year with its noun: «عام 2011», «سنة ألفين وأربعة», «عام 48»."""
    if two is not None:
        return Year(two, two_digits=True) if two >= 10 else None
    if number_words is not None:
        return year_in_words(number_words)
    return year_digits


@rule(
    "named_year",
    examples=("عام 2011", "سنة 1162", "العام 2004", "عام ألفين وأربعة", "عام ١٩٧٣"),
    silent=("الأمين العام 12",),
    name_after=("general",),
)
def year_with_noun(named_year: Year) -> Year | None:
    """A year with its noun: «عام 2011»."""
    return None if named_year.two_digits else named_year


#: «خلال العام 14 عضوا»: a smaller number behind the noun mostly counts what comes behind it.
LAST_OF_COUNTS = 31


@rule(
    "named_year",
    examples=("عام 48", "عام سبعة وستين"),
    silent=("خلال العام 25 ألف طن", "خلال العام 14 عضوا", "هذا العام 45 قتيلا"),
    name_after=("general",),
    not_before=("counted", "unit_plural", "unit_accusative", "unit", "thousands"),
)
def short_year_with_noun(named_year: Year) -> Year | None:
    """A year of two digits with its noun: «عام 48»."""
    return named_year if named_year.two_digits and named_year.number > LAST_OF_COUNTS else None


@rule(
    "year_noun (any_year | number_words) era",
    examples=("سنة 518 هـ", "عام 132 للهجرة", "سنة خمس وتسعين للهجرة"),
)
def early_year(era: str, any_year: int = 0, number_words: int = 0) -> Year | None:
    """A year of three digits with its era: «سنة 518 هـ»."""
    number = any_year or number_words
    return Year(number, era) if 0 < number < 2200 else None  # type: ignore[arg-type]


@rule("any_year era", examples=("518 هـ", "1446 هـ", "2008م"), silent=("50 م", "12 ه"))
def year_with_era(any_year: int, era: str) -> Year | None:
    """A year that its era proves: «518 هـ», «2008م»."""
    return Year(any_year, era) if any_year > 100 and (era == "AH" or any_year > 999) else None  # type: ignore[arg-type]


@rule(
    "year_noun? any_year before era_before | year_noun? any_year era_letter '.' era",
    examples=("330 قبل الميلاد", "عام 586 ق.م"),
)
def year_before_christ(any_year: int) -> Year:
    """A year before the common era: «330 ق.م»."""
    return Year(any_year, "BCE")


@rule(
    "year_noun? any_year era solar | year_noun? any_year rumi",
    examples=("سنة 1389 هجرية شمسية", "1402 هـ ش", "سنة 1333 رومي"),
)
def year_of_the_sun() -> Unspecified:
    """A year of Iran's or the Ottomans' sun calendar, which is not computed here: «سنة 1389 هجرية شمسية»."""
    return Unspecified("XXXX", "year")


@rule("year_noun? any_year before hijra", examples=("سنة 40 قبل الهجرة",))
def year_before_hijra() -> Unspecified:
    """A year before the Hijra, whose days no calendar counts: «سنة 40 قبل الهجرة»."""
    return Unspecified("XXXX", "year")


#: Words that a bare number of four digits may follow to be a year.
YEAR_SIGNALS = (
    "in", "since", "until", "to", "during", "before", "after", "just_before", "with", "starting", "portion",
    "event_noun", "whole", "horizon",
)  # fmt: skip


@rule(
    "year_number",
    examples=("في 2017", "منذ 1994", "حتى 2003", "قبل 1967"),
    silent=("القرار 2254", "في 2000 قرية", "1500 مواطن"),
    after=YEAR_SIGNALS,
    name_after=("reference_noun",),
    not_before=("counted", "unit_plural", "unit_accusative", "unit", "thousands"),
)
def bare_year(year_number: int) -> Year | None:
    """A bare number after a preposition of time: «في 2017»."""
    return Year(year_number) if 1900 <= year_number <= 2100 else None


@rule(
    "(year_dual | year_plural)? members*:year_digits (&members*:year_digits | ',' members*:year_digits)+"
    " | (year_dual | year_plural) members*:short_year (&members*:short_year)+",
    examples=("عامي 1965 و1966", "أعوام 2011 و2012 و2013", "عامي 47 و48"),
    silent=("القرارين 1701 و1559",),
    name_after=("reference_noun",),
    not_after=("between",),
    not_before=("counted", "unit_accusative"),
)
def years_together(members: tuple[Year, ...]) -> Years | None:
    """Years that share a noun: «عامي 1965 و1966»."""
    return Years(members) if all(1000 <= year.number <= 2199 or year.two_digits for year in members) else None


@rule(
    "year_dual first:year_digits &last:year_digits",
    examples=("بين عامي 2003 و2011",),
    after=("between",),
)
def years_between(first: Year, last: Year) -> Years | None:
    """A stretch of years that share a noun, after «بين»: «بين عامي 2003 و2011»."""
    return Years((first, last), through=True) if first.number < last.number else None


@rule(
    "year_number", examples=("مونديال قطر (2022)",), silent=("(2254)",), enclosed=True, name_after=("reference_noun",)
)
def year_in_brackets(year_number: int) -> Year | None:
    """A year alone in brackets: «(2003)»."""
    return Year(year_number) if 1900 <= year_number <= 2100 else None


@symbol("two_digits")
def short_year(two_digits: int) -> Year | None:
    """A year by its last two digits."""
    return Year(two_digits, two_digits=True) if two_digits else None


@rule(
    "(year_noun | year_dual | year_plural)? first:year_digits '-' last:year_digits"
    " | year_noun? first:year_digits '/' last:year_digits",
    examples=("2011-2013", "الأعوام 1990 - 1995", "عام 2007/2008"),
    silent=("القرار 1559-1701",),
    name_after=("reference_noun",),
)
def years_through(first: Year, last: Year) -> Years | None:
    """A stretch of years: «2011-2013»."""
    plausible = 1000 <= first.number < last.number <= 2199 and last.number - first.number <= 200
    return Years((first, last), through=True) if plausible else None


@rule(
    "year_digits",
    examples=("بين 2003 و2007", "من 1992 حتى 1995"),
    after=("between", "from", "waw"),
    not_before=("counted", "unit_plural", "unit_accusative", "unit", "thousands"),
)
def year_of_range(year_digits: Year) -> Year | None:
    """The end of a stretch of years: «من 1992 حتى 1995»."""
    return year_digits if 1900 <= year_digits.number <= 2100 else None


@symbol(
    "from? the_century ordinal_number | from? the_century plain_shift | from? the_century previous"
    " | from? this the_century"
)
def of_century(
    ordinal_number: int | None = None, plain_shift: Shift | None = None, this: int | None = None
) -> int | Relative:
    """The century behind a decade: «القرن الماضي»."""
    if ordinal_number is not None:
        return ordinal_number
    if this is not None:
        return Relative("century", 0)
    return Relative("century", plain_shift.value if plain_shift else -1)


@symbol("decade_noun? decade_name of_century | decade_noun? decade_name")
def decade(decade_name: int, of_century: int | Relative | None = None) -> Decade:
    """A decade by its name: «الثمانينات», «تسعينات القرن الماضي»."""
    return Decade(decade_name, of_century)


@rule(
    "portion? decade_name (from age_behind | age_behind)",
    examples=("التسعينيات من عمره", "منتصف الثلاثينيات المئوية"),
    silent=("التسعينيات من القرن",),
)
def decade_of_life() -> Name:
    """An age, or degrees of heat, and no date: «في التسعينيات من عمره»."""
    return Name()


@rule(
    "the_decade ordinal_number (of_century | from century)",
    examples=("العقد الأول من القرن الحادي والعشرين", "العقد السابع من القرن العشرين"),
)
def decade_by_ordinal(
    ordinal_number: int, of_century: int | Relative | None = None, century: Century | None = None
) -> Decade | None:
    """A decade by its number in a century: «العقد الأول من القرن الحادي والعشرين» is 2000-2009."""
    which = of_century if of_century is not None else century.number if century is not None else None
    return Decade(10 * (ordinal_number - 1), which) if 1 <= ordinal_number <= 10 else None


@rule(
    "the_centuries (first:ordinal_number &last:ordinal_number | first:number &last:number)",
    examples=("القرنين التاسع عشر والعشرين", "القرنين 18 و19"),
    silent=("القرنين 19 و18",),
)
def centuries_together(first: int, last: int) -> Extent | None:
    """Two centuries that follow each other: «القرنين التاسع عشر والعشرين»."""
    return Extent(Century(first), Century(last)) if last == first + 1 <= 30 else None


@rule(
    "the_quarters first:ordinal_number &last:ordinal_number from? (named_year | year_digits | of_year)",
    examples=("الربعين الثاني والثالث من 2024",),
)
def quarters_together(
    first: int,
    last: int,
    named_year: Year | None = None,
    year_digits: Year | None = None,
    of_year: YearLike = None,
) -> Extent | None:
    """Two quarters that follow each other: «الربعين الثاني والثالث من 2024»."""
    year = named_year or year_digits or of_year
    return Extent(Fraction("Q", first, year), Fraction("Q", last, year)) if 1 <= first < last <= 4 else None


@rule(
    "decade",
    examples=("الثمانينات", "تسعينات القرن الماضي", "عقد الستينيات", "الخمسينيات من القرن العشرين"),
    not_after=("age",),
)
def decade_by_name(decade: Decade) -> Decade:
    """A decade by its name: «تسعينات القرن الماضي»."""
    return decade


@symbol(
    "the_century ordinal_number era?"
    " | the_century (article number | number) era? | century_noun? the_century ordinal_number"
    " | the_century ordinal_number before era_before | the_century ordinal_number before:era_letter '.' era_of:era"
)
def century(
    ordinal_number: int = 0, era: str = "CE", before: str | None = None, number: int = 0, era_of: str = ""
) -> Century | None:
    """A century by its number: «القرن الحادي والعشرين»."""
    which = ordinal_number or number
    return Century(which, "BCE" if before else era) if 1 <= which <= 30 else None  # type: ignore[arg-type]


@rule("century", examples=("القرن الحادي والعشرين", "القرن الـ19", "القرن التاسع عشر", "القرن السابع الهجري"))
def century_by_number(century: Century) -> Century:
    """A century by its number: «القرن التاسع عشر»."""
    return century


@symbol("millennium ordinal_number_feminine")
def millennium_by_ordinal(ordinal_number_feminine: int) -> Millennium | None:
    """«الألفية الثالثة»."""
    return Millennium(ordinal_number_feminine) if ordinal_number_feminine <= 9 else None


@rule("millennium_by_ordinal before era_before", examples=("الألفية الثانية قبل الميلاد",))
def millennium_before_christ(millennium_by_ordinal: Millennium) -> Unspecified:
    """A millennium before the common era, which no interval can hold: «الألفية الثانية قبل الميلاد»."""
    return Unspecified("XXXX", "millennium")


@rule("millennium_by_ordinal", examples=("الألفية الثالثة",))
def millennium_by_number(millennium_by_ordinal: Millennium) -> Millennium:
    """A millennium by its number: «الألفية الثالثة»."""
    return millennium_by_ordinal


@symbol(
    "season_noun? season of_year | season_noun? season shift | season_noun? season | season_noun? season this the_year"
)
def season_of_year(season: str, of_year: YearLike = None, shift: Shift | None = None) -> Season:
    """A season: «صيف 2008», «الصيف المقبل», «فصل الشتاء»."""
    return Season(season, of_year, shift)  # type: ignore[arg-type]


@rule(
    "season_noun? season of_year | season_noun? season shift | season_noun season | this season",
    examples=("صيف 2008", "الصيف المقبل", "هذا الصيف", "فصل الشتاء", "خريف العام الماضي"),
    silent=("الربيع العربي",),
)
def season(season: str, of_year: YearLike = None, shift: Shift | None = None, this: int | None = None) -> Season:
    """A season with its year: «صيف 2008», «هذا الصيف»."""
    return Season(season, of_year, Shift.THIS if this is not None else shift)  # type: ignore[arg-type]


@rule(
    "season",
    examples=("في الصيف", "خلال الشتاء"),
    silent=("الربيع العربي",),
    after=("in", "during", "since", "until", "before", "after", "portion"),
    not_before=("hijri_order",),
)
def bare_season(season: str) -> Season:
    """A season after a preposition of time: «في الصيف»."""
    return Season(season)  # type: ignore[arg-type]


@symbol(
    "full_month | relative_month | named_year | year_digits | relative_unit"
    " | of_year | decade | century | millennium_by_ordinal | season_of_year | hijri_of_days"
)
def period_(
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    named_year: Year | None = None,
    year_digits: Year | None = None,
    relative_unit: object | None = None,
    of_year: YearLike = None,
    decade: Decade | None = None,
    century: Century | None = None,
    millennium_by_ordinal: Millennium | None = None,
    season_of_year: Season | None = None,
    hijri_of_days: Month | None = None,
) -> object:
    """Any period that has a beginning, a middle and an end."""
    parts = (full_month, relative_month, named_year, year_digits, relative_unit, of_year, decade, century)
    return next(
        (part for part in (*parts, millennium_by_ordinal, season_of_year, hijri_of_days) if part is not None), None
    )


@rule(
    "portion period_ | portion from period_",
    examples=(
        "نهاية الشهر الجاري",
        "أواخر ديسمبر (كانون الأول)",
        "منتصف 1999",
        "أواخر التسعينات",
        "أوائل القرن العشرين",
        "أواخر رمضان",
    ),
    silent=("نهاية المطاف", "وسط دمشق", "بداية الحرب"),
)
def part_of_period(portion: str, period_: object) -> Portion:
    """The beginning, middle or end of a period: «نهاية الشهر الجاري»."""
    return Portion(portion, period_)  # type: ignore[arg-type]


@rule(
    "this the_unit of_year",
    examples=("مثل هذا اليوم من عام 1948", "مثل هذا الشهر من سنة 1990"),
    after=("like",),
)
def same_time_in(the_unit: str, of_year: YearLike) -> SameTimeIn | None:
    """The running day, week or month, of another year: «في مثل هذا اليوم من عام 1948»."""
    return SameTimeIn(the_unit, of_year) if the_unit in {"day", "week", "month"} else None  # type: ignore[arg-type]


@rule(
    "this the_unit before any_quantity",
    examples=("مثل هذا اليوم قبل عشر سنوات",),
    after=("like",),
)
def same_time_ago(the_unit: str, any_quantity: Quantity) -> SameTimeIn | None:
    """The running day or month, so many years ago: «في مثل هذا اليوم قبل عشر سنوات»."""
    number, unit = any_quantity.amounts[0]
    if the_unit not in {"day", "week", "month"} or unit != "year" or not number or len(any_quantity.amounts) > 1:
        return None
    return SameTimeIn(the_unit, Relative("year", -int(number)))  # type: ignore[arg-type]


@rule("the_quarter plain_shift", examples=("الربع الماضي", "الربع المقبل"), silent=("الربع الخالي",))
def quarter_counted_from_now(plain_shift: Shift) -> RunningQuarter:
    """The quarter before or after the running one: «الربع الماضي»."""
    return RunningQuarter(plain_shift.value)


@rule("the_year new_one", examples=("العام الجديد", "السنة الجديدة"))
def new_year() -> NewYear:
    """The new year: «العام الجديد»."""
    return NewYear()


@rule("portion the_year new_one", examples=("بداية العام الجديد", "مطلع السنة الجديدة"))
def part_of_new_year(portion: str) -> Portion:
    """The beginning of the new year: «مطلع العام الجديد»."""
    return Portion(portion, NewYear())  # type: ignore[arg-type]


@rule(
    "(portion | fraction_of from)? the_year other_year",
    examples=("العام الدراسي", "مطلع العام الهجري", "الفصل الأول من العام الدراسي"),
)
def year_of_another_calendar() -> Name:
    """A school year, or a year of another calendar, whose bounds are not told: «العام الدراسي»."""
    return Name()


@rule(
    "first:year_number ('/' | '-') short:two_digits",
    examples=("موسم 2021/22", "موسم 2020-21"),
    after=("season_noun",),
)
def season_of_two_years(first: int, short: int) -> Years | None:
    """A season of sport by its two years: «موسم 2021/22»."""
    return Years((Year(first), Year(first + 1)), through=True) if (first + 1) % 100 == short else None


@rule("year_plural year_number", examples=("سنوات 1930",), silent=("سنوات 1935",))
def years_of_decade(year_number: int) -> Decade | None:
    """A decade by its first year: «سنوات 1930»."""
    return None if year_number % 10 else Decade(year_number % 100, year_number // 100 + 1)


@rule(
    "portion (the_month | the_year)",
    examples=("نهاية الشهر", "مطلع العام", "أواخر السنة"),
)
def part_of_running_period(portion: str, the_month: str | None = None) -> Portion:
    """The beginning, middle or end of the running month or year: «نهاية الشهر»."""
    return Portion(portion, Relative("month" if the_month else "year", 0))  # type: ignore[arg-type]


@symbol("(the_half | the_quarter | the_third) (stem_order | ordinal_number | recent)")
def fraction_of(
    ordinal_number: int | None = None,
    stem_order: int | None = None,
    the_half: str | None = None,
    the_quarter: str | None = None,
) -> tuple[str, int] | None:
    """«النصف الأول», «الربع الثالث»."""
    kind = "H" if the_half else "Q" if the_quarter else "T"
    number = stem_order or ordinal_number or {"H": 2, "Q": 4, "T": 3}[kind]
    return (kind, number) if number <= {"H": 2, "Q": 4, "T": 3}[kind] else None


@rule(
    "fraction_of from? (named_year | year_digits | of_year | full_month | relative_month)"
    " | fraction_of from (century | decade | relative_unit | the_year)",
    examples=(
        "النصف الأول من السنة المقبلة",
        "الربع الثالث من عام 2019",
        "النصف الثاني من شهر مارس",
        "الربع الأول 2024",
    ),
)
def fraction_of_period(
    fraction_of: tuple[str, int],
    named_year: Year | None = None,
    year_digits: Year | None = None,
    of_year: YearLike = None,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    century: Century | None = None,
    decade: Decade | None = None,
    relative_unit: Relative | SameUnit | None = None,
) -> Fraction | None:
    """A half, third or quarter of a year or month: «الربع الأول من 2024»."""
    kind, number = fraction_of
    month = full_month or relative_month
    if month is not None and kind == "Q":
        return None
    whole = named_year or year_digits or of_year or month or century or decade or relative_unit or Relative("year", 0)
    return Fraction(kind, number, whole)  # type: ignore[arg-type]


@rule(
    "the_unit_plural the_cardinal first_plural"
    " from (of_year | named_year | full_month | relative_month | the_year | the_month)"
    " | the_unit_dual first_plural from (of_year | named_year)"
    " | first_count:ordinal_before (small_number | number) unit_plural"
    " from (of_year | named_year | full_month | relative_month | year_digits)"
    " | first_count:ordinal_before unit_dual from (of_year | named_year | full_month | relative_month | year_digits)"
    " | (the_cardinal | article? number) unit_plural first_plural"
    " from (of_year | named_year | full_month | relative_month | year_digits)"
    " | first_count:ordinal_before unit (from | in) (full_month | relative_month)"
    " | the_week last_of:recent (from | in) (full_month | relative_month)",
    examples=(
        "أول شهرين من عام 2024",
        "أول 9 أشهر من العام الحالي",
        "التسعة أشهر الأولى من 2024",
        "آخر أسبوع من سبتمبر 2014",
        "الأسبوع الأخير من أكتوبر 2023",
        "الأشهر الثلاثة الأولى من العام الجاري",
        "أول ثلاثة أشهر من عام 2020",
        "الأيام العشرة الأولى من ديسمبر",
    ),
)
def first_units(
    the_unit_plural: str | None = None,
    unit_plural: str | None = None,
    unit_dual: str | None = None,
    unit: str | None = None,
    the_week: str | None = None,
    the_cardinal: int | None = None,
    small_number: int | None = None,
    number: int | None = None,
    the_unit_dual: str | None = None,
    first_count: int = 1,
    last_of: str | None = None,
    of_year: YearLike = None,
    named_year: Year | None = None,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    year_digits: Year | None = None,
    the_month: str | None = None,
) -> FirstUnits | None:
    """The first units of a period: «الأشهر الثلاثة الأولى من العام الجاري»."""
    if first_count not in {1, -1}:
        return None
    from_the_end = first_count == -1 or last_of is not None
    period = (
        of_year
        or named_year
        or full_month
        or relative_month
        or year_digits
        or Relative("month" if the_month else "year", 0)
    )
    one = unit or the_week
    if one == "week":
        return FirstUnits(7, "day", period, from_the_end)
    counted = the_unit_plural or unit_plural or unit_dual or the_unit_dual or one
    count = the_cardinal or small_number or number or (1 if one else 2)
    return FirstUnits(count, counted, period, from_the_end)  # type: ignore[arg-type]


@rule(
    "the_unit_plural (first_plural | recent) from (period_ | the_year | the_month)",
    examples=("الأيام الأخيرة من العام الماضي", "الأشهر الأولى من 2011"),
    silent=("الأيام الأخيرة من الحرب",),
)
def edge_of_period(
    the_unit_plural: str,
    first_plural: int | None = None,
    period_: object | None = None,
    the_month: str | None = None,
) -> Portion:
    """The first or last units of a period, how many not told: «الأيام الأخيرة من العام الماضي»."""
    running = Relative("month" if the_month else "year", 0)
    return Portion("START" if first_plural else "END", running if period_ is None else period_)


@rule(
    "season season_year:year_number '/' year_number",
    examples=("شتاء 2023/2024",),
)
def winter_of_two_years(season: str | None = None, season_year: int | None = None) -> Season | None:
    """A winter by both of its years: «شتاء 2023/2024»."""
    return Season("WI", Year(season_year)) if season == "WI" and season_year else None


@rule(
    "(the_half | the_quarter) (stem_order | ordinal_number)",
    examples=("خلال الربع الثالث", "في النصف الثاني"),
    silent=("الربع الثالث من عام 2019",),
    after=("in", "during"),
    not_before=("from",),
)
def bare_fraction(
    the_half: str | None = None, stem_order: int | None = None, ordinal_number: int | None = None
) -> Fraction | None:
    """A half or quarter of the running year: «خلال الربع الثالث»."""
    number = stem_order or ordinal_number or 0
    return Fraction("H" if the_half else "Q", number, Relative("year", 0)) if number <= (2 if the_half else 4) else None

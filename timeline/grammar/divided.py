"""Parts of periods: beginning and end, halves and quarters, the first and last units."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Century,
    Decade,
    Extent,
    FirstUnits,
    FiscalYear,
    Fraction,
    Millennium,
    Month,
    MonthLike,
    NewYear,
    Portion,
    Relative,
    RunningQuarter,
    SameUnit,
    Season,
    Shift,
    Year,
    YearLike,
)


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


@symbol(
    "full_month | relative_month | named_year | year_digits | relative_unit"
    " | of_year | decade | century | millennium_by_ordinal | bygone_millennium | season_of_year"
    " | hijri_of_days | fiscal_year"
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
    bygone_millennium: Millennium | None = None,
    season_of_year: Season | None = None,
    hijri_of_days: Month | None = None,
    fiscal_year: FiscalYear | None = None,
) -> object:
    """Any period that has a beginning, a middle and an end."""
    parts = (full_month, relative_month, named_year, year_digits, relative_unit, of_year, decade, century)
    more = (millennium_by_ordinal, bygone_millennium, season_of_year, hijri_of_days, fiscal_year)
    return next((part for part in (*parts, *more) if part is not None), None)


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


@rule("the_quarter plain_shift", examples=("الربع الماضي", "الربع المقبل"), silent=("الربع الخالي",))
def quarter_counted_from_now(plain_shift: Shift) -> RunningQuarter:
    """The quarter before or after the running one: «الربع الماضي»."""
    return RunningQuarter(plain_shift.value)


@rule("portion the_year new_one", examples=("بداية العام الجديد", "مطلع السنة الجديدة"))
def part_of_new_year(portion: str) -> Portion:
    """The beginning of the new year: «مطلع العام الجديد»."""
    return Portion(portion, NewYear())  # type: ignore[arg-type]


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
    "fraction_of from? (named_year | year_digits | of_year | full_month | relative_month | fiscal_year)"
    " | fraction_of from (century | decade | relative_unit | the_year)",
    examples=(
        "النصف الأول من السنة المقبلة",
        "الربع الثالث من عام 2019",
        "النصف الثاني من شهر مارس",
        "الربع الأول 2024",
        "النصف الأول من السنة المالية 2023-2024",
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
    fiscal_year: FiscalYear | None = None,
) -> Fraction | None:
    """A half, third or quarter of a year or month: «الربع الأول من 2024»."""
    kind, number = fraction_of
    month = full_month or relative_month
    if month is not None and kind == "Q":
        return None
    year = named_year or year_digits or of_year or fiscal_year
    whole = year or month or century or decade or relative_unit or Relative("year", 0)
    return Fraction(kind, number, whole)  # type: ignore[arg-type]


@rule(
    "the_unit_plural the_cardinal first_plural"
    " from (of_year | named_year | fiscal_year | full_month | relative_month | the_year | the_month)"
    " | the_unit_dual first_plural from (of_year | named_year)"
    " | first_count:ordinal_before (small_number | number) unit_plural"
    " from (of_year | named_year | fiscal_year | full_month | relative_month | year_digits)"
    " | first_count:ordinal_before unit_dual"
    " from (of_year | named_year | fiscal_year | full_month | relative_month | year_digits)"
    " | (the_cardinal | article? number) unit_plural first_plural"
    " from (of_year | named_year | fiscal_year | full_month | relative_month | year_digits)"
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
    fiscal_year: FiscalYear | None = None,
) -> FirstUnits | None:
    """The first units of a period: «الأشهر الثلاثة الأولى من العام الجاري»."""
    if first_count not in {1, -1}:
        return None
    from_the_end = first_count == -1 or last_of is not None
    period = (
        of_year
        or named_year
        or fiscal_year
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

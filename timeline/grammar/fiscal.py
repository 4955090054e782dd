"""Fiscal years: by their number, by two years, counted from the running one; where they begin is a setting."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import FiscalYear, Name, Portion, Relative, Shift, Year, Years

#: «العام المالي 1446/1447هـ» is of the Hijra, and read as its years.
FIRST = 1600


@symbol(
    "the_year fiscal plain_shift? year_number | year_noun year_number fiscal"
    " | the_year fiscal first:year_number ('/' | '-') (year_number | short:two_digits)"
    " | year_noun first:year_number ('/' | '-') (year_number | short:two_digits) fiscal"
    " | the_year fiscal plain_shift | this the_year fiscal"
)
def fiscal_year(
    year_number: int | None = None,
    first: int | None = None,
    short: int | None = None,
    plain_shift: Shift | None = None,
) -> FiscalYear | None:
    """A fiscal year: «السنة المالية 2018», «العام المالي 2018/2019», «السنة المالية الحالية»."""
    if (first or year_number or FIRST) < FIRST:
        return None
    if first is not None:
        follows = first % 100 + 1 == short if short is not None else first + 1 == year_number
        return FiscalYear(Years((Year(first), Year(first + 1)), through=True)) if follows else None
    if year_number is not None:
        return FiscalYear(Year(year_number))
    return FiscalYear(Relative("year", plain_shift.value if plain_shift else 0))


@rule(
    "fiscal_year",
    examples=(
        "السنة المالية 2018",
        "السنة المالية 2018-2019",
        "العام المالي 2023/24",
        "عام 2024/2025 المالي",
        "العام المالي الماضي",
        "هذه السنة المالية",
    ),
    silent=("السنة المالية", "الأزمة المالية", "العام المالي 1446/1447هـ"),
)
def fiscal_year_told(fiscal_year: FiscalYear) -> FiscalYear:
    """A fiscal year, which begins where the setting `fiscal_start` says: «السنة المالية 2018»."""
    return fiscal_year


@rule("portion the_year fiscal", examples=("نهاية السنة المالية", "بداية العام المالي"))
def part_of_running_fiscal_year(portion: str) -> Portion:
    """The edge of the running fiscal year, which is no end of December: «نهاية السنة المالية»."""
    return Portion(portion, FiscalYear(Relative("year", 0)))  # type: ignore[arg-type]


@rule(
    "(portion | fraction_of from)? the_year fiscal new_one | fraction_of from the_year fiscal",
    examples=("العام المالي الجديد", "الربع الأول من السنة المالية الجديدة"),
)
def fiscal_year_not_told() -> Name:
    """A fiscal year of which nobody says which, or a part of it: «العام المالي الجديد»."""
    return Name()

"""Weeks, months and years counted from the running one, and seasons."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Relative,
    SameUnit,
    Season,
    Shift,
    Year,
    YearLike,
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


@rule(
    "season season_year:year_number '/' year_number",
    examples=("شتاء 2023/2024",),
)
def winter_of_two_years(season: str | None = None, season_year: int | None = None) -> Season | None:
    """A winter by both of its years: «شتاء 2023/2024»."""
    return Season("WI", Year(season_year)) if season == "WI" and season_year else None

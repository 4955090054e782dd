"""Decades, centuries and millennia."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Century,
    Decade,
    Extent,
    Millennium,
    Name,
    Relative,
    Shift,
)


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
    " | bygone_century"
)
def century(
    ordinal_number: int = 0, era: str = "CE", number: int = 0, bygone_century: Century | None = None
) -> Century | None:
    """A century by its number: «القرن الحادي والعشرين»."""
    which = ordinal_number or number
    return bygone_century or (Century(which, era) if 1 <= which <= 30 else None)  # type: ignore[arg-type]


@rule("century", examples=("القرن الحادي والعشرين", "القرن الـ19", "القرن التاسع عشر", "القرن السابع الهجري"))
def century_by_number(century: Century) -> Century:
    """A century by its number: «القرن التاسع عشر»."""
    return century


@symbol("millennium ordinal_number_feminine")
def millennium_by_ordinal(ordinal_number_feminine: int) -> Millennium | None:
    """«الألفية الثالثة»."""
    return Millennium(ordinal_number_feminine) if ordinal_number_feminine <= 9 else None


@rule("millennium_by_ordinal", examples=("الألفية الثالثة",))
def millennium_by_number(millennium_by_ordinal: Millennium) -> Millennium:
    """A millennium by its number: «الألفية الثالثة»."""
    return millennium_by_ordinal


@rule("year_plural year_number", examples=("سنوات 1930",), silent=("سنوات 1935",))
def years_of_decade(year_number: int) -> Decade | None:
    """A decade by its first year: «سنوات 1930»."""
    return None if year_number % 10 else Decade(year_number % 100, year_number // 100 + 1)

"""Before the common era: years, days, centuries and millennia; and years before the Hijra."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Century,
    DaysOfMonth,
    Extent,
    Millennium,
    Month,
    Uncounted,
    Year,
    Years,
)


@symbol("before era_before | era_letter '.'? era")
def before_christ(era: str = "CE") -> str | None:
    """The era behind a number: «قبل الميلاد», «ق.م»; «ق.هـ» is before the Hijra."""
    return "BCE" if era == "CE" else None


@symbol("year_noun? number before_christ")
def bygone_year(number: int) -> Year | None:
    """A year before the common era: «330 ق.م», «سنة 44 قبل الميلاد»."""
    return Year(number, "BCE") if number else None


@rule(
    "bygone_year",
    examples=("330 قبل الميلاد", "عام 586 ق.م", "سنة 7 ق.م"),
    silent=("330 م", "7 قبل", "40 ق.هـ"),
)
def year_before_christ(bygone_year: Year) -> Year:
    """A year before the common era: «330 ق.م»."""
    return bygone_year


@rule(
    "(year_noun | year_dual | year_plural)? first:number '-' last:number before_christ",
    examples=("427-347 ق.م", "الأعوام 264 - 241 قبل الميلاد"),
    silent=("347-427 ق.م",),
)
def years_through_before_christ(first: int, last: int) -> Years | None:
    """A stretch of years before the common era, which count down: «427-347 ق.م»."""
    return Years((Year(first, "BCE"), Year(last, "BCE")), through=True) if first > last > 0 else None


@rule(
    "year_dual? first:number &last:number before_christ",
    examples=("بين عامي 427 و347 ق.م",),
    after=("between",),
)
def years_between_before_christ(first: int, last: int) -> Years | None:
    """The same after «بين»: «بين عامي 427 و347 ق.م»."""
    return years_through_before_christ(first, last)


@rule(
    "(year_dual | year_plural) members*:number (&members*:number)+ before_christ",
    examples=("عامي 31 و30 ق.م",),
    not_after=("between",),
)
def years_together_before_christ(members: tuple[int, ...]) -> Years | None:
    """Years before the common era that share a noun, in the order of time: «عامي 31 و30 ق.م»."""
    return Years(tuple(Year(each, "BCE") for each in sorted(members, reverse=True))) if all(members) else None


@rule(
    "day_noun? day:day_number '/' month:month_number '/' number before_christ"
    " | day_noun? day:day_number '-' month:month_number '-' number before_christ",
    examples=("15/3/44 ق.م",),
)
def day_in_digits_before_christ(day: int, month: int, number: int) -> DaysOfMonth | None:
    """A day in digits, before the common era: «15/3/44 ق.م»."""
    return DaysOfMonth((day,), Month(month, Year(number, "BCE"))) if number else None


#: More than thirty centuries back there are only millennia.
MOST_CENTURIES = 60


@symbol("century_noun? the_century (ordinal_number | article number | number) before_christ")
def bygone_century(ordinal_number: int = 0, number: int = 0) -> Century | None:
    """A century before the common era: «القرن الرابع قبل الميلاد»."""
    which = ordinal_number or number
    return Century(which, "BCE") if 1 <= which <= MOST_CENTURIES else None


@rule("bygone_century", examples=("القرن الرابع قبل الميلاد", "القرن الثالث ق.م", "القرن 13 ق.م"))
def century_before_christ(bygone_century: Century) -> Century:
    """A century before the common era: «القرن الرابع قبل الميلاد»."""
    return bygone_century


@rule(
    "the_centuries (first:ordinal_number &last:ordinal_number | first:number &last:number) before_christ",
    examples=("القرنين الثالث والثاني قبل الميلاد",),
    silent=("القرنين الثامن عشر والتاسع عشر",),
)
def centuries_before_christ(first: int, last: int) -> Extent | None:
    """Two centuries before the common era: «القرنين الثالث والثاني ق.م»."""
    early, late = max(first, last), min(first, last)
    return Extent(Century(early, "BCE"), Century(late, "BCE")) if early == late + 1 <= MOST_CENTURIES else None


@symbol("(millennium ordinal_number_feminine | the_thousand ordinal_number) before_christ")
def bygone_millennium(ordinal_number_feminine: int = 0, ordinal_number: int = 0) -> Millennium | None:
    """A millennium before the common era: «الألفية الثانية قبل الميلاد», «الألف الثالث ق.م»."""
    which = ordinal_number_feminine or ordinal_number
    return Millennium(which, "BCE") if 1 <= which <= 10 else None


@rule(
    "bygone_millennium",
    examples=("الألفية الثانية قبل الميلاد", "الألف الثالث قبل الميلاد"),
    silent=("الألف الثالث",),
)
def millennium_before_christ(bygone_millennium: Millennium) -> Millennium:
    """A millennium before the common era: «الألفية الثانية قبل الميلاد»."""
    return bygone_millennium


@rule(
    "decade_noun? decade_name from? the_century ordinal_number before_christ", examples=("ثلاثينيات القرن الأول ق.م",)
)
def decade_before_christ() -> Uncounted:
    """A decade before the common era, of which nobody says whether it counts down: «ثلاثينيات القرن الأول ق.م»."""
    return Uncounted("XXX", "decade", "before the common era")


@rule("year_noun? number (before hijra | era_letter '.'? era)", examples=("سنة 40 قبل الهجرة", "53 ق.هـ"))
def year_before_hijra(era: str = "AH") -> Uncounted | None:
    """A year before the Hijra, whose days no calendar counts: «سنة 40 قبل الهجرة»."""
    return Uncounted("XXXX", "year", "before the Hijra") if era == "AH" else None

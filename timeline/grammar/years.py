"""Years: by their number, in words, of two digits, with an era, several together."""

from __future__ import annotations

from timeline.grammar.months import year_in_words
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Name,
    NewYear,
    Relative,
    SameTimeIn,
    Year,
    YearLike,
    Years,
)
from timeline.values.quantity import Quantity


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
    "unit any_year",
    examples=("سنة 415", "عام 750"),
    silent=("سنة 365 يوما", "عام 300 ألف", "شهر 415", "سنة 50", "كل عام 500 طالب"),
    not_after=("every",),
    not_before=("counted", "unit_plural", "unit_accusative", "unit", "thousands"),
)
def year_of_three_digits(unit: str, any_year: int) -> Year | None:
    """A year of three digits without an era, which may be of the Hijra too: «سنة 415»."""
    return Year(any_year) if unit == "year" and 100 <= any_year <= 999 else None


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
    "year_noun? any_year era solar | year_noun? any_year rumi",
    examples=("سنة 1389 هجرية شمسية", "1402 هـ ش", "سنة 1325 رومي"),
)
def year_of_the_sun(any_year: int, solar: str | None = None) -> Year:
    """A year of Iran's or the Ottoman treasury's sun calendar: «سنة 1389 هجرية شمسية»."""
    return Year(any_year, "SOLAR" if solar else "RUMI")


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
    " | year_noun? first:year_digits '/' last:year_digits"
    " | year_noun? early:any_year '-' late:any_year era",
    examples=("2011-2013", "الأعوام 1990 - 1995", "عام 2007/2008", "648-658هـ"),
    silent=("القرار 1559-1701", "648-658"),
    name_after=("reference_noun",),
)
def years_through(
    first: Year | None = None, last: Year | None = None, early: int = 0, late: int = 0, era: str = "CE"
) -> Years | None:
    """A stretch of years: «2011-2013»."""
    if first is None or last is None:
        known = 100 <= early < late <= 2199
        return Years((Year(early, era), Year(late, era)), through=True) if known else None  # type: ignore[arg-type]
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


@rule("the_year new_one", examples=("العام الجديد", "السنة الجديدة"))
def new_year() -> NewYear:
    """The new year: «العام الجديد»."""
    return NewYear()


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

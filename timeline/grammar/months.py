"""Months: by one name or two, with a year or a word that says which."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import Extent, Month, MonthLike, Months, Relative, SameUnit, Shift, Year, YearLike


@symbol("last | previous | next | current | following | what? before last | what? after next")
def shift(
    last: int | None = None,
    previous: int | None = None,
    next: int | None = None,  # noqa: A002 (the category's name)
    current: int | None = None,
    following: int | None = None,
    before: str | None = None,
    after: str | None = None,
) -> Shift | None:
    """Which one: «الماضي», «الجاري», «المقبل», «قبل الماضي»."""
    if before:
        return Shift.BEFORE_LAST
    if after:
        return Shift.AFTER_NEXT
    if following:
        return Shift.FOLLOWING
    if next:
        return Shift.NEXT
    return Shift.THIS if current is not None else Shift.LAST


@symbol("last | next | current")
def plain_shift(last: int | None = None, next: int | None = None, current: int | None = None) -> Shift:  # noqa: A002
    """«الماضي», «المقبل», «الجاري»: the ones that stand for a month or a year by themselves."""
    return Shift.LAST if last else Shift.NEXT if next else Shift.THIS


@symbol("stem:month_stem order:stem_order | stem:month_stem digit:stem_digit | month | month_weak")
def month_word(
    stem: list[int] | None = None,
    order: int | None = None,
    digit: int | None = None,
    month: int | None = None,
    month_weak: int | None = None,
) -> int | None:
    """One name of a month: «ديسمبر», «كانون الأول», «كانون 2», «دجنبر»."""
    if stem:
        return stem[(order or digit or 1) - 1]
    return month or month_weak


@symbol(
    "first:month_word '/' second:month_word | first:month_word '(' second:month_word ')'"
    " | first:month_word '-' dashed:month_word | first:month_word second:month_word | first:month_word"
)
def month_name(first: int, second: int | None = None, dashed: int | None = None) -> Month | None:
    """A month by one name or by two, in any layout and order: «ديسمبر/كانون الأول», «مايو( آيار)», «مايو - أيار»."""
    if dashed is not None and dashed != first:
        return None  # «مارس - مايو» are two months
    if second is not None and second != first:
        return Month(first, conflict=f"the two names are different months: {first} and {second}; the first was taken")
    return Month(first)


@symbol("year_number era:era? | year_number | early:any_year era")
def year_digits(year_number: int = 0, era: str = "CE", early: int = 0) -> Year | None:
    """A year in four digits, with its era: «2024», «2024م», «1446 هـ»; in fewer with it only: «640م»."""
    if early and (era != "CE" or not 100 <= early <= 999):
        return None
    return Year(year_number or early, era)  # type: ignore[arg-type]


def year_in_words(number: int) -> Year | None:
    """«عام ألفين وأربعة»; of two digits if it says tens and units: «عام سبعة وستين» is 1967."""
    if 20 < number < 100 and number % 10:
        return Year(number, two_digits=True)
    return Year(number) if 1000 <= number <= 2199 else None


@symbol(
    "from? @year_noun number_words | from? year_of_two_digits two:two_digits"
    " | from? @year_noun year_digits | from? year_digits"
    " | from? bygone_year"
    " | from? the_year plain_shift | from? the_year previous | from? that the_year | from? same_before the_year"
    " | from? the_year same_after | from? this the_year | from? the_year following"
)
def of_year(
    number_words: int | None = None,
    two: int | None = None,
    bygone_year: Year | None = None,
    year_digits: Year | None = None,
    plain_shift: Shift | None = None,
    previous: int | None = None,
    that: str | None = None,
    same_before: str | None = None,
    same_after: str | None = None,
    following: int | None = None,
) -> YearLike:
    """The year behind a month or day: «2006», «عام 2006», «من العام الماضي», «من ذلك العام»."""
    if number_words is not None:
        return year_in_words(number_words)
    if two is not None:
        return Year(two, two_digits=True) if two else None
    if bygone_year or year_digits:
        return bygone_year or year_digits
    if that or same_before or same_after:
        return SameUnit("year")
    if following:
        return SameUnit("year", 1)
    if previous:
        return Relative("year", -1)
    return Relative("year", plain_shift.value if plain_shift else 0)


@symbol("','? year:of_year | shift | '(' year:of_year ')' | same_after")
def month_tail(year: YearLike = None, shift: Shift | None = None, same_after: str | None = None) -> YearLike | Shift:
    """What stands behind a month: its year, or which one it is."""
    return SameUnit("year") if same_after else (year if year is not None else shift)


def with_tail(month: Month, tail: YearLike | Shift) -> Month:
    """The month with its year, or with the word that says which one."""
    if isinstance(tail, Shift):
        return Month(month.number, None, tail, month.calendar, month.conflict)
    return Month(month.number, tail, None, month.calendar, month.conflict)


@symbol("the_month shift | this the_month | that the_month | same_before the_month | the_month same_after")
def relative_month(
    shift: Shift | None = None,
    this: int | None = None,
    that: str | None = None,
    same_before: str | None = None,
    same_after: str | None = None,
) -> MonthLike:
    """A month by its place in time: «الشهر الماضي», «هذا الشهر», «الشهر نفسه»."""
    if that or same_before or same_after:
        return SameUnit("month")
    if shift is Shift.FOLLOWING:
        return SameUnit("month", 1)
    return Relative("month", shift.value if shift else 0)


@symbol("month_noun? month_name month_tail | month_noun? month_name")
def full_month(month_name: Month, month_tail: YearLike | Shift = None) -> Month:
    """A month with whatever says its year: «شهر سبتمبر (أيلول) الماضي»."""
    return with_tail(month_name, month_tail)


WEAK_MONTH_CONTEXT = (
    "in",
    "since",
    "until",
    "to",
    "during",
    "from",
    "between",
    "before",
    "after",
    "just_before",
    "portion",
)


@rule(
    "month_noun month_name month_tail? | month_name month_tail | month",
    examples=("شهر أيار", "مارس (آذار) 2003", "يناير كانون الثاني عام 2006", "ديسمبر", "شباط الماضي", "غشت 2019"),
    silent=("مارس ضغوطا على الحكومة", "شركة نيسان", "أيلول الأسود", "الإعلامية نيسان"),
    name_after=("place_noun", "brand_noun", "party_noun", "family_of_names"),
    not_before=("black",),
)
def month_of_year(
    month: int | None = None, month_name: Month | None = None, month_tail: YearLike | Shift = None
) -> Month:
    """A month, whole: «مارس (آذار) 2003»."""
    if month_name is None:
        return Month(month)  # type: ignore[arg-type]
    return with_tail(month_name, month_tail)


@rule(
    "stem:month_stem order:stem_order | stem:month_stem digit:stem_digit"
    " | first:month_word '/' second:month_word | first:month_word '(' second:month_word ')'"
    " | first:month_word '-' dashed:month_word | first:month_word second:month_word",
    examples=("كانون الأول", "تشرين ثاني", "كانون 2", "مايو( آيار)", "أيار/مايو", "مايو - أيار"),
)
def month_by_compound_name(
    stem: list[int] | None = None,
    order: int | None = None,
    digit: int | None = None,
    first: int | None = None,
    second: int | None = None,
    dashed: int | None = None,
) -> Month | None:
    """A month by a name of two words, or by two names: «كانون الأول», «أيار/مايو»."""
    if stem:
        return Month(stem[(order or digit or 1) - 1])
    return month_name(first, second, dashed) if first else None


@rule(
    "month_weak",
    examples=("في مارس", "منذ آب"),
    silent=("مارس الرئيس صلاحياته", "آب المسافرون"),
    name_after=("place_noun", "brand_noun", "party_noun"),
    after=WEAK_MONTH_CONTEXT,
)
def month_by_weak_name(month_weak: int) -> Month:
    """A month whose name is another word too, after a preposition: «في مارس»."""
    return Month(month_weak)


@rule(
    "(month_dual)? stem:month_stem first:stem_order &last:stem_order month_tail?",
    examples=("تشرين الأول والثاني", "شهري كانون الأول والثاني"),
)
def months_of_one_stem(stem: list[int], first: int, last: int, month_tail: YearLike | Shift = None) -> Months | None:
    """Two months that share a name: «تشرين الأول والثاني»."""
    if first == last:
        return None
    return Months(tuple(with_tail(Month(stem[each - 1]), month_tail) for each in (first, last)))


@rule(
    "month_dual? first:month_name &last:month_name month_tail?",
    examples=("بين أيار وحزيران 2019",),
    after=("between",),
)
def months_between(first: Month, last: Month, month_tail: YearLike | Shift = None) -> Extent | None:
    """A stretch of months that share a year, after «بين»: «بين أيار وحزيران 2019»."""
    if month_tail is None or first.number >= last.number:
        return None
    return Extent(with_tail(first, month_tail), with_tail(last, month_tail))


@rule(
    "(month_dual | month_plural)? members*:month_name (&members*:month_name)+ month_tail"
    " | (month_dual | month_plural) members*:month_name (&members*:month_name)+",
    examples=("يناير (كانون الثاني) وفبراير (شباط) من العام الماضي", "شهري مارس وأبريل", "مايو ويونيو 2019"),
)
def months_together(members: tuple[Month, ...], month_tail: YearLike | Shift = None) -> Months:
    """Months that share a noun or a year: «شهري مارس وأبريل»."""
    return Months(tuple(with_tail(month, month_tail) for month in members))

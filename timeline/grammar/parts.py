"""Parts of a day, and nights."""

from __future__ import annotations

from typing import Any

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    Clock,
    DaysOfMonth,
    Month,
    Night,
    NightBeforeLast,
    PartOfDay,
    Relative,
    Shift,
    Unspecified,
    Weekdays,
)


@symbol("today same_after | same_before today")
def told_day() -> str:
    """«اليوم نفسه»."""
    return "told"


@symbol("today following")
def following_day() -> Unspecified:
    """«اليوم التالي»."""
    return Unspecified("XXXX-XX-XX", "day", 1)


@symbol(
    "deictic_day weekday | deictic_day '(' weekday ')' | deictic_day day_noun weekday | weekday_then_deictic"
    " | deictic_day | weekday_phrase | weekday_date | calendar_days"
    " | days_in_relative_month | that today | told_day | following_day | hijri_days"
)
def some_day(
    deictic_day: Relative | None = None,
    weekday: int | None = None,
    weekday_then_deictic: Apposed | None = None,
    weekday_phrase: Weekdays | None = None,
    weekday_date: Apposed | None = None,
    calendar_days: object | None = None,
    days_in_relative_month: object | None = None,
    that: str | None = None,
    following_day: Unspecified | None = None,
    told_day: str | None = None,
    hijri_days: object | None = None,
) -> object | None:
    """Any way to name a day: «أمس الأربعاء», «السبت الماضي», «الثاني من أغسطس»."""
    if hijri_days is not None:
        return hijri_days
    if following_day is not None:
        return following_day
    if that or told_day:
        return Unspecified("XXXX-XX-XX", "day")
    if deictic_day is not None and weekday is not None:
        return Apposed(deictic_day, Weekdays((weekday,)))
    parts = (weekday_then_deictic, deictic_day, weekday_phrase, weekday_date, calendar_days, days_in_relative_month)
    return next((part for part in parts if part is not None), None)


@symbol("after part | after middle (night | the_night) | before part | part")
def day_part(part: Any = None, after: str | None = None, middle: str | None = None) -> tuple[str, str] | None:
    """A part of a day: «صباح», «بعد ظهر», «بعد منتصف ليل»."""
    if middle:
        return ("NI", "after_midnight")
    code, hours = part
    if after:
        return ("AF", "afternoon") if code == "MI" else None
    return code, hours


@symbol("portion | hours_noun first_ones from | hours_noun last_ones from | hours_noun")
def edge(portion: str | None = None, first_ones: str | None = None, last_ones: str | None = None) -> str | None:
    """«مطلع (المساء)», «الساعات الأولى من (صباح أمس)»."""
    return portion or first_ones or last_ones or "NONE"


@rule(
    "middle (night | the_night) some_day | middle the_night '(' some_day ')' | middle the_night",
    examples=("منتصف ليل الخميس", "منتصف الليل", "منتصف ليلة الأربعاء من الأسبوع الماضي"),
)
def midnight(some_day: object | None = None) -> Clock:
    """Midnight at the end of a day: «منتصف ليل الخميس»."""
    return Clock(24, 0, None, some_day)


@rule(
    "edge? day_part day_noun? some_day | day_part some_day",
    examples=(
        "مساء الخميس",
        "صباح اليوم الثلاثاء",
        "فجر اليوم التالي",
        "فجر أمس",
        "بعد ظهر أمس",
        "مساء يوم السبت الماضي",
        "الساعات الأولى من صباح أمس",
        "صباح الثاني من آب",
        "ليل الجمعة",
    ),
    silent=("ظهر اليمين", "فجر الانتحاري نفسه"),
)
def part_of_day(day_part: tuple[str, str], some_day: object, edge: str | None = None) -> PartOfDay:
    """A part of a day that is named: «مساء الخميس»."""
    return PartOfDay(*day_part, some_day, None if edge in {None, "NONE"} else edge)  # type: ignore[arg-type]


@rule(
    "tonight dividing? between first:day &last:day from? month_of_days"
    " | (night | the_night) first:day (to | '-' | '/' | &last:day | on)? last:day from? month_of_days",
    examples=("ليل 13-14 نيسان", "ليلة 14 على 15 تموز 2016", "الليلة بين الخامس والسادس من سبتمبر 2007"),
)
def night_of_dates(first: int, last: int, month_of_days: Month) -> PartOfDay | None:
    """The night from one date into the next: «ليل 13-14 نيسان»."""
    return PartOfDay("NI", "night", DaysOfMonth((first,), month_of_days)) if last == first + 1 else None


@rule(
    "some_day part_adverb | deictic_day day_part",
    examples=("الخميس صباحا", "أمس مساء", "غدا ظهرا", "السابع من ديسمبر صباحا"),
)
def day_then_part(
    some_day: object | None = None,
    part_adverb: Any = None,
    deictic_day: Relative | None = None,
    day_part: Any = None,
) -> PartOfDay:
    """A day, then its part: «الخميس صباحا»."""
    named = part_adverb or day_part
    return PartOfDay(named[0], named[1], some_day or deictic_day)


@rule(
    "part_adverb | edge day_part",
    examples=("صباحا", "عادوا فجرا", "مطلع المساء"),
    not_before=("part_adverb",),
    not_after=("part_adverb",),
)
def bare_part(
    part_adverb: Any = None, edge: str | None = None, day_part: tuple[str, str] | None = None
) -> PartOfDay | None:
    """A part of a day that is not named: «صباحا»."""
    if edge == "NONE":
        return None
    code, hours = part_adverb or day_part or ("MO", "morning")
    return PartOfDay(code, hours, None, edge)  # type: ignore[arg-type]


@rule(
    "hours_noun day_part first_ones | hours_noun day_part last_ones",
    examples=("ساعات الفجر الأولى",),
)
def first_hours_of_part(
    day_part: tuple[str, str], first_ones: str | None = None, last_ones: str | None = None
) -> PartOfDay:
    """The first hours of a part of a day: «ساعات الفجر الأولى»."""
    return PartOfDay(*day_part, None, first_ones or last_ones)  # type: ignore[arg-type]


@rule(
    "the_part",
    examples=("في المساء", "حتى الفجر", "في الصباح"),
    silent=("في ظهر البيت", "في ليل طويل", "فجر الانتحاري نفسه"),
    after=("in", "until", "since", "during", "before", "just_before"),
    not_before=("weekday", "yesterday", "today"),
)
def bare_definite_part(the_part: Any) -> PartOfDay:
    """A part of a day after a preposition: «في المساء»."""
    return PartOfDay(the_part[0], the_part[1])


@rule(
    "tonight | this tonight",
    examples=("الليلة", "هذه الليلة"),
    silent=("الليلة الأولى",),
    not_after=("that", "part"),
    not_before=("before", "ordinal_feminine", "last", "following", "previous", "next"),
)
def tonight() -> PartOfDay:
    """The night of today: «الليلة»."""
    return PartOfDay("NI", "night", Relative("day", 0))


@rule("tonight before last | tonight what? before last", examples=("الليلة قبل الماضية",))
def night_before_last() -> NightBeforeLast:
    """The night before last: «الليلة قبل الماضية»."""
    return NightBeforeLast()


@rule("tonight last", examples=("الليلة الماضية",))
def last_night() -> PartOfDay:
    """Last night: «الليلة الماضية»."""
    return PartOfDay("NI", "night", Relative("day", -1))


@rule("that the_night", examples=("تلك الليلة",))
def that_night() -> PartOfDay:
    """A night that the story has told: «تلك الليلة»."""
    return PartOfDay("NI", "night", Unspecified("XXXX-XX-XX", "day"))


@rule(
    "(after? middle)? (night | the_night) first:weekday (to | '-' | '/' | &second:weekday | on)? second:weekday shift?"
    " | (after? middle)? (night | the_night) first:weekday &second:weekday"
    " | tonight dividing? between first:weekday &second:weekday",
    examples=(
        "ليل الإثنين الثلاثاء",
        "ليل السبت - الأحد",
        "ليل الخميس/الجمعة",
        "منتصف ليل الخميس الجمعة",
        "ليلة الأربعاء على الخميس",
        "ليل الأحد إلى الاثنين",
    ),
    silent=("ليل الخميس",),
)
def night_of_two_days(first: int, second: int, shift: Shift | None = None) -> Night | PartOfDay | None:
    """The night from one weekday into the next: «ليل الإثنين الثلاثاء»."""
    return Night(first, second, shift)


@rule(
    "(after | before | just_after | just_before) noon",
    examples=("بعد الظهر", "قبل الظهر", "بعيد الظهر"),
    silent=("بعد ظهر الأحد",),
    not_before=("weekday", "yesterday", "today", "day_noun", "tomorrow", "day_number"),
)
def bare_noon_side(after: str | None = None, just_after: str | None = None) -> PartOfDay:
    """The afternoon, or the time before noon, of a day that is not named: «بعد الظهر»."""
    return PartOfDay("AF", "afternoon") if after or just_after else PartOfDay("MO", "morning")


@rule("this the_part", examples=("هذا الصباح", "هذا المساء"))
def this_part(the_part: Any) -> PartOfDay:
    """A part of the day of printing: «هذا الصباح»."""
    return PartOfDay(the_part[0], the_part[1], Relative("day", 0))

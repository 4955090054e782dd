"""Times on the clock, in words, in figures, and as machines write them."""

from __future__ import annotations

from typing import Any

from timeline.grammar.numeric import date_in
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Clock,
    Extent,
    Name,
    NumericDate,
)


@symbol("zone_noun zone zone_tail? | zone_noun local_zone | zone_first '.'? zone_second")
def told_zone(zone: Any = None, local_zone: str | None = None, zone_second: int | None = None) -> Any:
    """A zone that is called one: «بتوقيت غرينتش», «بالتوقيت المحلي», «ت غ»."""
    return "local" if local_zone else zone if zone is not None else zone_second


@symbol("told_zone | zone")
def time_zone(told_zone: Any = None, zone: Any = None) -> tuple[Any, str | None]:
    """«بتوقيت غرينتش», «ت غ», or the name alone: «غرينتش»."""
    return (told_zone if told_zone is not None else zone, None)


@symbol("hour:ordinal_number_feminine | hour:hour_number")
def hour_value(hour: int) -> int | None:
    """The hour: «الثامنة», «20»."""
    return hour if 0 <= hour <= 24 else None


@symbol(
    "hour_value (':' | '.' | ',') minutes:minute_number"
    " | hour_value &minutes:and_fraction | hour_value minus minus_minutes:less_fraction"
    " | hour_value &count minutes_noun | hour_value minus minus_minutes:count minutes_noun | hour_value"
)
def clock_time(
    hour_value: int,
    minutes: int = 0,
    minus_minutes: int = 0,
    count: int = 0,
) -> tuple[int, int] | None:
    """An hour with its minutes: «العاشرة والنصف», «20.30», «السابعة إلا ربعا»."""
    total = hour_value * 60 + minutes + count - minus_minutes
    return divmod(total, 60) if 0 <= total <= 24 * 60 else None


def _is_time(hour: int, minutes: int) -> bool:
    """Whether a clock shows it: no «الخامسة والثلاثون مساء»."""
    return 0 <= hour <= 24 and 0 <= minutes < 60


@symbol("from? day_part_word | meridiem")
def clock_part(day_part_word: str | None = None, meridiem: str | None = None) -> str | None:
    """The part of the day behind a clock time: «مساء», «بعد الظهر», «من صباح»."""
    return day_part_word or meridiem


@symbol("part_adverb | after part | after middle (night | the_night) | before part | part")
def day_part_word(
    part_adverb: Any = None, part: Any = None, after: str | None = None, middle: str | None = None
) -> str:
    """A part of a day, by its code."""
    if middle:
        return "AM"
    if part_adverb:
        return str(part_adverb[0])
    return "AF" if after and part[0] == "MI" else str(part[0])


@symbol("of_day_in:in? some_day | from some_day")
def clock_day(some_day: object) -> object:
    """The day behind a clock time."""
    return some_day


@rule(
    "approximately? the_hour clock_time (':' second:minute_number)?"
    " (clock_part clock_day? | clock_day)? time_zone? clock_part? clock_day?",
    examples=(
        "الساعة السابعة مساء",
        "الساعة العاشرة والنصف ليلا",
        "الساعة الثامنة من صباح أمس",
        "الساعة 20.30 غرينتش",
        "الساعة 14:00 بتوقيت غرينتش",
        "الساعة الثالثة إلا ربعا بعد ظهر الخميس",
        "الساعة 9 صباحا بالتوقيت المحلي",
    ),
    silent=("الساعة السكانية",),
)
def clock(
    clock_time: tuple[int, int],
    second: int | None = None,
    clock_part: str | None = None,
    clock_day: object | None = None,
    time_zone: tuple[Any, str | None] | None = None,
    approximately: str | None = None,
) -> Clock:
    """A time on the clock: «الساعة الثامنة من صباح أمس»."""
    zone, name = time_zone or (None, None)
    return Clock(clock_time[0], clock_time[1], clock_part, clock_day, zone, name, approximately, second)


@rule(
    "hour_number ':' minute_number (':' second:minute_number)? clock_part? time_zone?"
    " | hour_number ':' minute_number time_zone clock_day?",
    examples=("14:30", "18:00 بتوقيت دمشق", "8:15 صباحا", "8:15:42 م"),
    silent=("سورة البقرة 2:255",),
    name_after=("reference_noun",),
)
def digital_clock(
    hour_number: int,
    minute_number: int,
    second: int | None = None,
    clock_part: str | None = None,
    time_zone: tuple[Any, str | None] | None = None,
    clock_day: object | None = None,
) -> Clock:
    """A time in digits: «14:30»."""
    zone, name = time_zone or (None, None)
    return Clock(hour_number, minute_number, clock_part, clock_day, zone, name, second=second)


@rule(
    "approximately? the_hour? clock_digits told_zone clock_day?"
    " | approximately? the_hour clock_digits (clock_part clock_day? | clock_day)?",
    examples=("1415 بتوقيت غرينتش", "الساعة 1620 ت غ", "الساعة 0845 مساء", "0345 بتوقيت غرينتش الأحد"),
    silent=("1700 مقاتل", "1270 بتوقيت غرينتش", "عام 1415"),
)
def clock_without_sign(
    clock_digits: int,
    told_zone: Any = None,
    clock_part: str | None = None,
    clock_day: object | None = None,
    approximately: str | None = None,
) -> Clock:
    """A time in four digits, as agencies write it: «1415 بتوقيت غرينتش»."""
    hour, minute = divmod(clock_digits, 100)
    return Clock(hour, minute, clock_part, clock_day, told_zone, None, approximately)


@rule(
    "approximately? hour:ordinal_number_feminine (&minutes:and_fraction | &count minutes_noun)? told_zone clock_day?",
    examples=("السابعة وعشر دقائق بتوقيت غرينتش", "الثالثة بالتوقيت المحلي"),
    silent=("الثامنة بتوقيت قديم",),
)
def zoned_clock(
    hour: int,
    told_zone: Any,
    minutes: int = 0,
    count: int = 0,
    clock_day: object | None = None,
    approximately: str | None = None,
) -> Clock | None:
    """A time in words that its zone proves: «الثالثة بالتوقيت المحلي»."""
    minute = minutes + count
    return Clock(hour, minute, None, clock_day, told_zone, None, approximately) if _is_time(hour, minute) else None


@symbol("year:year_number '-' month:month_number '-' day:day_number")
def iso_day(year: int, month: int, day: int) -> NumericDate | None:
    """The day of a moment in ISO 8601."""
    return date_in(year, month, day)


@rule(
    "iso_day iso_time hour:hour_number ':' minute:minute_number (':' second:minute_number)?"
    " (zulu | '+' ahead:hour_number ':' ahead_minutes:minute_number"
    " | '-' behind:hour_number ':' behind_minutes:minute_number)?",
    examples=("2023-03-05T08:15:00Z", "2022-06-01T22:05:10+03:00", "2022-06-01T22:05"),
)
def iso_moment(
    iso_day: NumericDate,
    hour: int,
    minute: int,
    second: int | None = None,
    zulu: int | None = None,
    ahead: int | None = None,
    ahead_minutes: int = 0,
    behind: int | None = None,
    behind_minutes: int = 0,
) -> Clock:
    """A moment as machines write it: «2023-03-05T08:15:00Z»."""
    zone = zulu
    if ahead is not None:
        zone = ahead * 60 + ahead_minutes
    elif behind is not None:
        zone = -(behind * 60 + behind_minutes)
    return Clock(hour, minute, None, iso_day, zone, second=second)


@rule(
    "hour_number ':' minute_number ':' minute_number ',' number",
    examples=("00:01:23,456",),
)
def subtitle_time() -> Name:
    """A place in a film, and no time of day: «00:01:23,456»."""
    return Name()


@rule(
    "approximately? hour:ordinal_number_feminine (&minutes:and_fraction)? from? day_part_word clock_day?",
    examples=("الثامنة صباحا", "السابعة والنصف مساء", "الثالثة بعد الظهر", "السادسة من مساء أمس"),
    silent=("الأولى من نوعها",),
)
def spoken_clock(
    hour: int,
    day_part_word: str,
    minutes: int = 0,
    clock_day: object | None = None,
    approximately: str | None = None,
) -> Clock | None:
    """A time on the clock without «الساعة»: «الثامنة صباحا»."""
    return Clock(hour, minutes, day_part_word, clock_day, modifier=approximately) if _is_time(hour, minutes) else None


@rule(
    "hour:ordinal_number_feminine (&minutes:and_fraction)?",
    examples=("الليلة عند الثامنة والربع", "مساء الخميس في التاسعة"),
    silent=("التاسعة", "في قاعة التاسعة", "في التاسعة من عمره"),
    after=("in", "at"),
    not_before=("from",),
)
def hour_behind_evening(hour: int, minutes: int = 0) -> Clock | None:
    """An hour right behind an evening or night, which says what hour it is: «الليلة عند الثامنة والربع»."""
    return Clock(hour, minutes) if _is_time(hour, minutes) else None


@rule(
    "hour:ordinal_number_feminine minus minus_minutes:less_fraction from? day_part_word clock_day?",
    examples=("الثامنة إلا ربعا مساء", "السابعة إلا ثلثا من صباح الخميس"),
)
def fraction_to(hour: int, minus_minutes: int, day_part_word: str, clock_day: object | None = None) -> Clock | None:
    """A part of an hour before it: «الثامنة إلا ربعا مساء»."""
    return minutes_to(hour, minus_minutes, day_part_word, clock_day)


#: Words of time that an hour in digits may follow without «الساعة»: «غدا 10 صباحا», «حتى 5 م».
HOUR_FOLLOWS = (
    "weekday", "tomorrow", "today", "yesterday", "tonight", "month", "month_weak", "year_number", "from", "to", "until",
    "since", "part_adverb", "meridiem",
)  # fmt: skip


@rule(
    "hour_number (part_adverb | meridiem)",
    examples=("غدا 10 صباحا", "من 9 ص", "حتى 4 عصرا"),
    silent=("قتل 10 صباحا", "على بعد 5 م"),
    after=HOUR_FOLLOWS,
    not_before=("weekday", "today", "yesterday", "tomorrow"),
)
def hour_in_digits(hour_number: int, part_adverb: Any = None, meridiem: str | None = None) -> Clock | None:
    """An hour in digits with its part of the day: «غدا 10 صباحا»."""
    part = str(part_adverb[0]) if part_adverb else meridiem
    return Clock(hour_number, 0, part) if 1 <= hour_number <= 12 else None


@rule(
    "first:hour_number (to | until) last:hour_number (part_adverb | meridiem)",
    examples=("من 4 إلى 6 مساء", "من 9 حتى 11 ص"),
    silent=("4 إلى 6 مساء",),
    after=("from",),
)
def hours_through(first: int, last: int, part_adverb: Any = None, meridiem: str | None = None) -> Extent | None:
    """A stretch of hours in digits: «من 4 إلى 6 مساء»."""
    part = str(part_adverb[0]) if part_adverb else meridiem
    return Extent(Clock(first, 0, part), Clock(last, 0, part)) if 1 <= first < last <= 12 else None


@rule(
    "hour:ordinal_number_feminine | hour:hour_number",
    examples=("من الثالثة إلى الخامسة عصرا", "بين الثانية والرابعة فجرا"),
    silent=("الثالثة", "إلى الثالثة"),
    after=("from", "between"),
)
def hour_of_range(hour: int) -> Clock | None:
    """The first hour of a stretch, which stands only where the last is one: «من الثالثة إلى الخامسة عصرا»."""
    return Clock(hour) if 1 <= hour <= 12 else None


@rule(
    "hour:ordinal_number_feminine minus count minutes_noun (from? day_part_word clock_day?)?",
    examples=("الثامنة إلا عشر دقائق", "السابعة إلا خمس دقائق مساء"),
)
def minutes_to(
    hour: int, count: int, day_part_word: str | None = None, clock_day: object | None = None
) -> Clock | None:
    """A clock time before the hour: «الثامنة إلا عشر دقائق»."""
    if not 0 < count < 60 or not _is_time(hour - 1, 60 - count):
        return None
    return Clock(hour - 1, 60 - count, day_part_word, clock_day)

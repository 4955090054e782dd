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


@symbol("hour:ordinal_number_feminine | hour:hour_number | hour:cardinal")
def hour_value(hour: int) -> int | None:
    """The hour: «الثامنة», «20», in speech «ثلاثة»."""
    return hour if 0 <= hour <= 24 else None


@symbol(
    "hour_value (':' | '.' | ',') minutes:minute_number"
    " | hour_value &minutes:and_fraction (minus minus_minutes:count minutes_noun | &count minutes_noun)?"
    " | hour_value minus minus_minutes:less_fraction"
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


@symbol(
    "hour:ordinal_number_feminine &minutes:and_fraction (minus less:count minutes_noun | &count minutes_noun)?"
    " | hour:ordinal_number_feminine minus (less:less_fraction | less:count minutes_noun)"
    " | hour:ordinal_number_feminine &count minutes_noun | hour:ordinal_number_feminine"
)
def spoken_time(hour: int, minutes: int = 0, less: int = 0, count: int = 0) -> tuple[int, int] | None:
    """An hour in words with its minutes: «السابعة والنصف إلا خمس دقائق»."""
    if not 0 < hour <= 24 or max(minutes, less, count) >= 60:
        return None
    return divmod(hour * 60 + minutes + count - less, 60)


@rule(
    "approximately? spoken_time told_zone clock_day?",
    examples=("السابعة وعشر دقائق بتوقيت غرينتش", "الثالثة بالتوقيت المحلي"),
    silent=("الثامنة بتوقيت قديم",),
)
def zoned_clock(
    spoken_time: tuple[int, int], told_zone: Any, clock_day: object | None = None, approximately: str | None = None
) -> Clock:
    """A time in words that its zone proves: «الثالثة بالتوقيت المحلي»."""
    return Clock(*spoken_time, None, clock_day, told_zone, None, approximately)


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
    "approximately? spoken_time from? day_part_word clock_day?",
    examples=(
        "الثامنة صباحا",
        "السابعة والنصف مساء",
        "الثالثة بعد الظهر",
        "السادسة من مساء أمس",
        "الثامنة إلا ربعا مساء",
        "السابعة إلا ثلثا من صباح الخميس",
        "التاسعة وخمس دقائق صباحا",
        "السابعة والنصف إلا خمس دقائق مساء",
    ),
    silent=("الأولى من نوعها",),
)
def spoken_clock(
    spoken_time: tuple[int, int],
    day_part_word: str,
    clock_day: object | None = None,
    approximately: str | None = None,
) -> Clock:
    """A time on the clock without «الساعة»: «الثامنة صباحا»."""
    return Clock(*spoken_time, day_part_word, clock_day, modifier=approximately)


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


@symbol("part_adverb | meridiem")
def part_behind(part_adverb: Any = None, meridiem: str | None = None) -> str | None:
    """The part of the day that hours in digits share: «مساء», «ص»."""
    return str(part_adverb[0]) if part_adverb else meridiem


@rule(
    "the_hour? first:hour_number (to | until) the_hour? last:hour_number part_behind",
    examples=("من 4 إلى 6 مساء", "من 9 حتى 11 ص", "من الساعة 4 إلى 6 مساء"),
    silent=("4 إلى 6 مساء",),
    after=("from",),
)
def hours_through(first: int, last: int, part_behind: str) -> Extent | None:
    """A stretch of hours in digits: «من 4 إلى 6 مساء»."""
    return Extent(Clock(first, 0, part_behind), Clock(last, 0, part_behind)) if 1 <= first < last <= 12 else None


@rule(
    "the_hour? first:hour_number &last:hour_number part_behind",
    examples=("بين الساعة 3 و4 عصرا", "بين 9 و11 ص"),
    silent=("3 و4 عصرا",),
    after=("between",),
)
def hours_between(first: int, last: int, part_behind: str) -> Extent | None:
    """A stretch of hours in digits, after «بين»: «بين 9 و11 ص»."""
    return hours_through(first, last, part_behind)


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
    "hour:ordinal_number_feminine (&minutes:and_fraction)? minus count minutes_noun clock_day?",
    examples=("الثامنة إلا عشر دقائق", "السابعة والنصف إلا خمس دقائق"),
)
def minutes_to(hour: int, count: int, minutes: int = 0, clock_day: object | None = None) -> Clock | None:
    """A clock time so many minutes before: «الثامنة إلا عشر دقائق»."""
    if not 0 < count < 60 or not _is_time(hour, minutes):
        return None
    return Clock(*divmod(hour * 60 + minutes - count, 60), None, clock_day)

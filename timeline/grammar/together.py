"""Sayings that belong together: the ends of a range, the months of a list, «بالأمس … وغدا» in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import attrs

from timeline.grammar import surroundings
from timeline.grammar.matching import Tokens
from timeline.grammar.reading import Reading, Saying
from timeline.lexicon.load import lexicon
from timeline.text.fold import Folded, fold_word
from timeline.values.dependence import depends_on_context
from timeline.values.meaning import (
    Apposed,
    Clock,
    DaysOfMonth,
    Month,
    Name,
    NumericDate,
    PartOfDay,
    Reference,
    Relative,
    Year,
)
from timeline.values.of_month import in_year, month_in, without_year, year_of_begin
from timeline.values.quantity import Length

_THE_YESTERDAY = (fold_word("الأمس"), fold_word("الامس"))
#: «بالأمس» and «غدا» stand at most so many words apart.
REACH = 60
#: The ends of a range stand at most so many places apart, empty ones between spaces counted.
FARTHEST_END = 16
#: No list of months is longer; it bounds the work on «مايو ومايو ومايو …».
LONGEST_LIST = 12
#: Rules that read what stands only as the begin of a stretch, and what its end has to be (``None``: anything).
_ENDS_ONLY = {
    "year_of_range": None,
    "hour_of_range": Clock,
    "day_in_digits_of_range": NumericDate,
    "weekday_of_range": Apposed,
    "hijri_month_of_range": Month,
    "hijri_day_of_range": DaysOfMonth,
}
#: An hour stands so close behind its evening: a preposition is between.
BEHIND_EVENING = 2
#: Hours told with a part of the day go from one to twelve.
LAST_HOUR_OF_PART = 12


def readings_of(folded: Folded, tokens: Tokens, found: list[tuple[int, Saying]]) -> list[Reading]:
    """The readings of what was found: «منذ الأربعاء» with its role, names left out, ranges and contrasts marked."""
    readings: list[Reading] = []
    for first, saying in found:
        role, signal = surroundings.signal_of(tokens, first)
        if role == "in":
            role, signal = ("within", signal) if isinstance(saying.meaning, Length) else (None, None)
        readings.append(Reading(first, first + saying.size - 1, saying, role, signal))
    if len(readings) > 1:
        _mark_ranges(tokens, readings)
        _mark_contrast(folded, tokens, readings)
    return [each for place, each in enumerate(readings) if _is_date(folded, readings, place)]


def lists_of_months(tokens: Tokens, readings: list[Reading]) -> Iterator[tuple[int, int]]:
    """Where months stand in a list without their years, first and last: «في مارس وأبريل»."""
    first = 0
    for index in range(1, len(readings) + 1):
        if index < len(readings) and index - first < LONGEST_LIST and _continues(tokens, readings, index):
            continue
        if index - first > 1:
            yield first, index - 1
        first = index


def _continues(tokens: Tokens, readings: list[Reading], index: int) -> bool:
    one, other = readings[index - 1], readings[index]
    for each in (one, other):
        if type(each.saying.meaning) is not Month or each.role == "range" or not without_year(each.saying.meaning):
            return False
    return surroundings.joined_by_and(tokens, one.last, other.first)


def _mark_ranges(tokens: Tokens, readings: list[Reading]) -> None:
    for index in range(len(readings) - 1):
        one, other = readings[index], readings[index + 1]
        needed = _ENDS_ONLY.get(one.saying.rule)
        if needed is not None and type(other.saying.meaning) is not needed:
            continue
        if other.first - one.last <= FARTHEST_END and surroundings.joined_in_range(
            tokens, one.first, one.last, other.first
        ):
            readings[index] = attrs.evolve(one, role="range", saying=_completed(one.saying, other.saying))
            readings[index + 1] = attrs.evolve(other, role="range", signal=None)


def _mark_contrast(folded: Folded, tokens: Tokens, readings: list[Reading]) -> None:
    """«بالأمس … وغدا …» in one sentence are the past and the future at large."""
    for index, one in enumerate(readings):
        if type(one.saying.meaning) is not Relative or one.saying.meaning != Relative("day", -1):
            continue
        if folded.words[one.first][-5:] not in _THE_YESTERDAY:
            continue
        for later in range(index + 1, len(readings)):
            other = readings[later]
            if other.first - one.last > REACH:
                break
            if other.saying.meaning == Relative("day", 1) and not surroundings.ends_sentence(
                tokens, one.last, other.first
            ):
                readings[index] = attrs.evolve(one, saying=attrs.evolve(one.saying, meaning=Reference("PAST_REF")))
                readings[later] = attrs.evolve(
                    other, saying=attrs.evolve(other.saying, meaning=Reference("FUTURE_REF"))
                )


def _is_date(folded: Folded, readings: list[Reading], place: int) -> bool:
    """Whether a reading stands: names do not («14 آذار»), nor what only stands beside another that is not there."""
    reading = readings[place]
    rule, kind = reading.saying.rule, type(reading.saying.meaning)
    if kind is Name:
        return False
    if rule in _ENDS_ONLY and reading.role != "range":
        return rule == "year_of_range" and reading.role == "since"  # «ابتداء من 2015»
    if kind is Month and reading.first == reading.last:
        return not _only_looks_like_a_month(folded, reading)
    return rule != "hour_behind_evening" or _is_led(readings, place)


def _only_looks_like_a_month(folded: Folded, reading: Reading) -> bool:
    """Whether a word alone is spelled as what folding makes a month of: «إب» is no «آب»."""
    entry = lexicon().entries[folded.words[reading.first]].get("month_lookalike")
    return entry is not None and folded.spelled(reading.first).endswith(tuple(entry.facts["forms"].split()))


def _is_led(readings: list[Reading], place: int) -> bool:
    """Whether an hour in words has the evening before it that makes it one: «الليلة عند العاشرة»."""
    reading = readings[place]
    before = readings[place - 1] if place else None
    evening = before and isinstance(before.saying.meaning, PartOfDay) and before.saying.meaning.part in {"EV", "NI"}
    return bool(before and evening and reading.first - before.last <= BEHIND_EVENING)


def _year_in_digits(one: Saying, begin: object, end: object) -> object:
    """«من 1/9 إلى 15/9/2023»: the first day is of the same year as the last."""
    if isinstance(begin, NumericDate) and isinstance(end, NumericDate) and begin.year is None and end.year is not None:
        return attrs.evolve(begin, year=end.year - (begin.month > end.month))
    return None


def _month_of_weekday(one: Saying, begin: object, end: object) -> object:
    """«من السبت 7 إلى الثلاثاء 10 ديسمبر»: the first day is of the month of the last."""
    if one.rule != "weekday_of_range" or not isinstance(begin, Apposed) or not isinstance(end, Apposed):
        return None
    first, last = begin.main, end.main
    if not isinstance(first, DaysOfMonth) or not isinstance(last, DaysOfMonth) or first.days[0] > last.days[-1]:
        return None
    return Apposed(attrs.evolve(first, month=last.month), begin.check)


def _year_of_hijri_month(one: Saying, begin: object, end: object) -> object:
    """«من رجب إلى شعبان 1446»: a Hijri month is of the year of the last."""
    if one.rule == "hijri_month_of_range" and isinstance(begin, Month) and isinstance(end, Month):
        return attrs.evolve(begin, year=end.year, shift=end.shift)
    return None


def _part_of_hour(one: Saying, begin: object, end: object) -> object:
    """«من الثامنة إلى العاشرة مساء», «بين 7,00 و12,00 ت غ»: the first hour takes part, day and zone from the last.

    «من الحادية عشرة إلى الثانية ظهرا» runs from one part into another.
    """
    if not isinstance(begin, Clock) or not isinstance(end, Clock):
        return None
    told = begin
    if begin.zone is None and end.zone is not None:
        told = attrs.evolve(told, zone=end.zone, zone_name=end.zone_name)
    if begin.part is None and end.part is not None and begin.hour < end.hour <= LAST_HOUR_OF_PART:
        told = attrs.evolve(told, part=end.part, day=begin.day or end.day)
    return told if told != begin else None


def _year_of_month(one: Saying, begin: object, end: object) -> object:
    """«من فبراير وحتى أغسطس 2001»: the begin is of the year of the end, or of the one before it."""
    month, later = month_in(begin), month_in(end)
    if month is None or month.year is not None or month.shift is not None:
        return None
    if later is None or not isinstance(later.year, Year) or later.year.number == 1:
        return None  # before the first year there is none
    return in_year(begin, month, year_of_begin(month, later, later.year))


def _era_of_year(one: Saying, begin: object, end: object) -> object:
    """«من عام 1550 حتى عام 1077 ق.م», «من سنة 1345 إلى سنة 1350 هـ»: the first year is of the era of the last."""
    if not isinstance(begin, Year) or not isinstance(end, Year) or begin.era != "CE" or end.era == "CE":
        return None
    counts_down = end.era == "BCE"
    return attrs.evolve(begin, era=end.era) if (begin.number > end.number) is counts_down else None


#: What the begin of a range may take from its end, the first that fits.
_TAKEN = (_year_in_digits, _month_of_weekday, _year_of_hijri_month, _part_of_hour, _year_of_month, _era_of_year)


@lru_cache(maxsize=1024)
def _completed(one: Saying, other: Saying) -> Saying:
    """The begin of a range with what is told only once, at its end."""
    for taken in _TAKEN:
        meaning = taken(one, one.meaning, other.meaning)
        if meaning is not None:
            return attrs.evolve(one, meaning=meaning, points=depends_on_context(meaning)[0])
    return one

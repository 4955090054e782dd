"""The temporal tagger: date expressions found in a text and resolved against its day of printing."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any, Literal

import attrs

from timeline.errors import DateError, ParseError
from timeline.grammar import surroundings
from timeline.grammar.pattern import Tokens
from timeline.grammar.reading import Reading, Saying
from timeline.grammar.scan import scan
from timeline.lexicon.load import PREFIX_LENGTH
from timeline.resolve.context import DEFAULT, Context, Direction, Settings, as_reference
from timeline.resolve.expression import Denotation, TimeExpression
from timeline.resolve.resolver import resolve
from timeline.text.alphabet import SPACE
from timeline.text.fold import Folded, fold_word
from timeline.values.interval import Interval
from timeline.values.meaning import (
    Ago,
    DaysOfMonth,
    FromAnchor,
    Length,
    Month,
    Name,
    NumericDate,
    PartOfDay,
    Reference,
    Relative,
    Within,
    Year,
)

_SINCE = (fold_word("منذ"), fold_word("مذ"))
_THE_YESTERDAY = (fold_word("الأمس"), fold_word("الامس"))
#: The kinds of meaning that name a month.
_DATED_BY_MONTH = frozenset({Month, DaysOfMonth, PartOfDay})
#: A time told so many words before may still be meant by «ذلك العام».
REACH = 60
#: An anchor stands at most so many words behind «بعد يومين من».
ANCHOR_REACH = 16
#: The ends of a range stand at most so many places apart, empty ones between spaces counted.
FARTHEST_END = 16
REMEMBERED = 20_000

_Key = tuple[Saying, str | None, Context, Direction | None, str | None, Interval | None, bool]
_denotations: dict[_Key, Denotation] = {}


def find(
    text: str,
    *,
    reference: object = None,
    prefer: Literal["past", "future"] = "past",
    settings: Settings = DEFAULT,
) -> list[TimeExpression]:
    """All date expressions of a text, in its order, never overlapping.

    «… يومي السابع والثامن من ديسمبر/كانون الأول الجاري …» with ``reference="2024-12-03"`` gives one expression with
    the value ``2024-12-07,2024-12-08`` and two one-day intervals.

    Parameters
    ----------
    text
        any string; offsets of the results index it
    reference
        the day of printing: a date, datetime, pendulum value or ISO string. Without it, absolute expressions still
        resolve; relative ones come back with no intervals, and why (`TimeExpression.open_reason`)
    prefer
        which way a bare «الأربعاء» or «7 ديسمبر» is read where the clause says nothing: ``past``, as in news, or
        ``future``
    settings
        conventions that differ by country: week start, days off, hours of the parts of a day
        (`timeline.resolve.context.Settings`)

    Raises
    ------
    DateError
        if the reference is no date or ``prefer`` is neither of the two
    TypeError
        if the text is no string
    """
    if not isinstance(text, str):
        raise TypeError(f"text has to be a str, not {type(text).__name__}")
    today = as_reference(reference)
    if prefer not in {"past", "future"}:
        raise DateError(f"prefer={prefer!r}; accepted: 'past', 'future'")
    folded = Folded(text)
    tokens, found = scan(folded)
    if not found or tokens is None:
        return []
    return _Resolution(text, folded, tokens, _context(today, prefer, settings)).expressions(found)


def parse(
    expression: str,
    *,
    reference: object = None,
    prefer: Literal["past", "future"] = "past",
    settings: Settings = DEFAULT,
) -> TimeExpression:
    """The whole string as one date expression.

    ``parse("السابع والثامن من ديسمبر", reference="2024-12-03")`` has two one-day intervals. A preposition that gives
    the role may stand before it: «منذ الأربعاء».

    Raises
    ------
    ParseError
        if the string is no date expression, or more than one; the message names what is left over
    DateError
        as `find`
    """
    found = find(expression, reference=reference, prefer=prefer, settings=settings)
    if not found:
        raise ParseError(f"{expression!r}: no date expression was found in it")
    if len(found) > 1:
        second = found[1]
        raise ParseError(f"{expression!r}: more than one date expression: {found[0].text!r} and {second.text!r}")
    only = found[0]
    start = only.signal[0] if only.signal else only.start_char
    rest = (expression[:start], expression[only.end_char :])
    left_over = [part.strip(" \t\n\r\u00a0\u200e\u200f.،,؛:؟?!«»\"'“”()") for part in rest]
    left_over = [part for part in left_over if part and fold_word(part) not in _ATTACHED]
    if left_over:
        raise ParseError(
            f"{expression!r}: {only.text!r} is a date expression; left over: {', '.join(map(repr, left_over))}"
        )
    return only


#: Prepositions and conjunctions that may stand before an expression without being left over.
_ATTACHED = frozenset(
    fold_word(word)
    for word in ("", "و", "ف", "ب", "ل", "ك", "في", "وفي", "من", "وب", "ول", "بتاريخ", "خلال", "بين", "ما بين")
)


@lru_cache(maxsize=4096)
def _context(reference: dt.date | None, prefer: Literal["past", "future"], settings: Settings) -> Context:
    """One context object for equal surroundings: it is half of the key under which denotations are remembered."""
    return Context(reference, prefer=prefer, settings=settings)


class _Resolution:
    """Turns the sayings of one text into expressions, from first to last."""

    def __init__(
        self,
        text: str,
        folded: Folded,
        tokens: Tokens,
        context: Context,
    ) -> None:
        self.text = text
        self.folded = folded
        self.tokens = tokens
        self.context = context
        self.reference = context.reference
        self.told: Interval | None = None
        self.dated: Interval | None = None
        self.dated_at = 0
        self.told_at = 0
        self.readings: list[Reading] = []

    # ---- from sayings to readings: roles, ranges, contrasts ----------------------------------------------------------

    def _readings(self, found: list[tuple[int, Saying]]) -> list[Reading]:
        tokens = self.tokens
        readings: list[Reading] = []
        for first, saying in found:
            role, signal = surroundings.signal_of(tokens, first)
            if role == "in":
                role, signal = ("within", signal) if isinstance(saying.meaning, Length) else (None, None)
            readings.append(Reading(first, first + saying.size - 1, saying, role, signal))
        if len(readings) > 1:
            self._mark_ranges(readings)
            self._mark_contrast(readings)
        return [each for each in readings if _is_date(each)]

    def _mark_ranges(self, readings: list[Reading]) -> None:
        for index in range(len(readings) - 1):
            one, other = readings[index], readings[index + 1]
            if other.first - one.last <= FARTHEST_END and surroundings.joined_in_range(
                self.tokens, one.first, one.last, other.first
            ):
                saying = _with_year_of(one.saying, other.saying)
                readings[index] = attrs.evolve(one, role="range", saying=saying)
                readings[index + 1] = attrs.evolve(other, role="range", signal=None)

    def _mark_contrast(self, readings: list[Reading]) -> None:
        """«بالأمس … وغدا …» in one sentence are the past and the future at large."""
        for index, one in enumerate(readings):
            if type(one.saying.meaning) is not Relative or one.saying.meaning != Relative("day", -1):
                continue
            if self.folded.words[one.first][-5:] not in _THE_YESTERDAY:
                continue
            for later in range(index + 1, len(readings)):
                other = readings[later]
                if other.first - one.last > REACH:
                    break
                if other.saying.meaning == Relative("day", 1) and not surroundings.ends_sentence(
                    self.tokens, one.last, other.first
                ):
                    readings[index] = attrs.evolve(one, saying=attrs.evolve(one.saying, meaning=Reference("PAST_REF")))
                    readings[later] = attrs.evolve(
                        other, saying=attrs.evolve(other.saying, meaning=Reference("FUTURE_REF"))
                    )

    # ---- from readings to expressions --------------------------------------------------------------------------------

    def expressions(self, found: list[tuple[int, Saying]]) -> list[TimeExpression]:
        """The expressions for all that was found."""
        self.readings = self._readings(found)
        result = []
        for index in range(len(self.readings)):
            reading = self._with_known_year(index)
            anchor = None
            meaning = reading.saying.meaning
            if isinstance(meaning, FromAnchor):
                denotation, anchor = self._anchored(index, reading, meaning)
            else:
                denotation = self._denotation(reading)
            result.append(self._expression(reading, denotation, anchor))
            if denotation.intervals and denotation.type in {"DATE", "TIME"}:
                self.told, self.told_at = denotation.intervals[-1], reading.last
                if _has_year(meaning):
                    self.dated, self.dated_at = denotation.intervals[-1], reading.last
        return result

    def _with_known_year(self, index: int) -> Reading:
        """A day or month without a year takes it from its range, or from a date told with its year in the sentence.

        «أرجئت من 8 يناير إلى 18 فبراير»: the last begin before the end. «في 9 نيسان 2003، أي بعد ثلاثة أسابيع
        من 20 آذار»: in prose that looks back, the year that is nearest to the one told.
        """
        reading = self.readings[index]
        if type(reading.saying.meaning) not in _DATED_BY_MONTH:
            return reading
        month = _month_in(reading.saying.meaning)
        if month is None or month.year is not None or month.shift is not None or month.calendar != "gregorian":
            return reading
        near: dt.date | None = None
        number = 0
        if reading.role == "range" and index + 1 < len(self.readings) and self.readings[index + 1].role == "range":
            later = _month_in(self.readings[index + 1].saying.meaning)
            ends = self._denotation(self.readings[index + 1]).intervals if later else ()
            if ends and ends[-1].start is not None and later is not None:
                number = ends[-1].start.year - (month.number > later.number)
        elif self.dated is not None and self.reference is not None and self.dated.start is not None:
            near = self.dated.start
            if near.year < self.reference.year - 1 and not surroundings.ends_sentence(
                self.tokens, self.dated_at, reading.first
            ):
                number = near.year + (month.number - near.month < -6) - (month.number - near.month > 6)
        if not number:
            return reading
        meaning = _in_year(reading.saying.meaning, month, number)
        return attrs.evolve(reading, saying=attrs.evolve(reading.saying, meaning=meaning))

    def _denotation(self, reading: Reading, told: Interval | None = None) -> Denotation:
        saying = reading.saying
        direction: Direction | None = None
        cue: str | None = None
        alone = False
        role = reading.role
        if saying.points:
            pointed = surroundings.direction(self.folded, self.tokens, reading.first, reading.last)
            alone = pointed is None and surroundings.stands_alone(self.tokens, reading.first, reading.last)
            if pointed is not None:
                direction, word = pointed
                cue = self._word(word)
            if reading.signal is not None and self.folded.words[reading.signal].endswith(_SINCE):
                direction, cue = "past", self._word(reading.signal)  # «منذ» never points ahead
        if (
            role == "within"
            and isinstance(saying.meaning, Length)
            and surroundings.promised(self.tokens, reading.first)
        ):
            direction = "future"
        if saying.recalls and told is None:
            told = self._told_for(reading)
        key = (saying, role, self.context, direction, cue, told, alone)
        try:
            return _denotations[key]
        except KeyError:
            pass
        meaning = saying.meaning
        if isinstance(meaning, Length) and role == "within" and direction in {"future", "present"}:
            meaning = Within(meaning.quantity)
        context = self.context
        if direction is not None or told is not None or alone:
            context = attrs.evolve(context, direction=direction, cue=cue, told=told, alone=alone)
        denotation = resolve(meaning, context, role=role, rule=saying.rule)
        if len(_denotations) > REMEMBERED:
            _denotations.clear()
        _denotations[key] = denotation
        return denotation

    def _told_for(self, reading: Reading) -> Interval | None:
        """What was told last, if it is in reach: in the same sentence for a bare part of a day, nearby for a year."""
        if self.told is None or reading.first - self.told_at > REACH:
            return None
        if isinstance(reading.saying.meaning, Ago) or not _is_period(reading.saying.meaning):
            return None if surroundings.ends_sentence(self.tokens, self.told_at, reading.first) else self.told
        return self.told

    def _anchored(self, index: int, reading: Reading, offset: FromAnchor) -> tuple[Denotation, tuple[int, int] | None]:
        """«بعد يومين من هجوم يوم الخميس»: counted from the date of the anchor, if one is told in the same phrase."""
        if index + 1 < len(self.readings):
            other = self._with_known_year(index + 1)
            if (
                other.first - reading.last <= ANCHOR_REACH
                and not surroundings.ends_phrase(self.tokens, reading.last, other.first)
                and not surroundings.has_perfect(self.tokens, reading.last + 1, other.first)
            ):
                dated = self._denotation(other)
                if dated.granularity in {"day", "part"} and len(dated.intervals) == 1:
                    meaning = attrs.evolve(offset, anchor=other.saying.meaning)
                    saying = attrs.evolve(reading.saying, meaning=meaning)
                    told = _whole_day(dated.intervals[0])
                    denotation = self._denotation(attrs.evolve(reading, saying=saying), told)
                    return denotation, self._span(other.first, other.last)
        return self._denotation(reading), self._anchor_words(reading)

    def _anchor_words(self, reading: Reading) -> tuple[int, int] | None:
        """The words that name the anchor: up to four, to the end of the phrase."""
        first = reading.last + 2
        last = first
        while last < min(first + 4, len(self.folded.words)) and self.folded.words[last]:
            if self.tokens.separators[last] != SPACE:
                break
            last += 1
        last = min(last, len(self.folded.words) - 1)
        return (
            self._span(first, last) if first <= last and self.folded.words[first] and self.folded.words[last] else None
        )

    # ---- places ------------------------------------------------------------------------------------------------------

    def _word(self, word: int) -> str:
        start, end = self._span(word, word)
        return self.text[start:end]

    def _span(self, first: int, last: int) -> tuple[int, int]:
        folded = self.folded
        return folded.original(folded.start_of(first), folded.start_of(last) + len(folded.words[last]))

    def _expression(self, reading: Reading, denotation: Denotation, anchor: tuple[int, int] | None) -> TimeExpression:
        folded = self.folded
        begin = folded.start_of(reading.first) + PREFIX_LENGTH[self.tokens.prefixes[reading.first]]
        finish = folded.start_of(reading.last) + len(folded.words[reading.last]) + reading.saying.closed
        start, end = folded.original(begin, finish)
        signal = None if reading.signal is None else self._span(reading.signal, reading.signal)
        return TimeExpression(self.text[start:end], start, end, denotation, signal, anchor)


def _is_date(reading: Reading) -> bool:
    """Whether a reading stands: names do not («14 آذار»), nor bare years that are no end of a range after all."""
    saying = reading.saying
    return type(saying.meaning) is not Name and (saying.rule != "year_of_range" or reading.role == "range")


def _is_period(meaning: object) -> bool:
    """Whether a meaning recalls a month or year («ذلك العام»), which is remembered over sentences."""
    unit = getattr(meaning, "unit", None)
    if unit in {"month", "year", "decade", "century"}:
        return True
    for name in ("year", "month", "period"):
        part: Any = getattr(meaning, name, None)
        if part is not None and (getattr(part, "unit", None) in {"month", "year"} or _is_period(part)):
            return True
    return False


def _whole_day(interval: Interval) -> Interval:
    start = interval.start
    assert start is not None  # noqa: S101 (days and parts have two ends)
    return Interval.day(dt.date(start.year, start.month, start.day))


def _with_year_of(one: Saying, other: Saying) -> Saying:
    """«من فبراير وحتى أغسطس 2001»: the begin of a range takes the year of its end."""
    month, later = _month_in(one.meaning), _month_in(other.meaning)
    if month is None or month.year is not None or month.shift is not None:
        return one
    if later is None or not isinstance(later.year, Year):
        return one
    number = later.year.number - (month.number > later.number)
    return attrs.evolve(one, meaning=_in_year(one.meaning, month, number))


def _in_year(meaning: object, month: Month, number: int) -> object:
    """The same day or month, of a given year."""
    dated = attrs.evolve(month, year=Year(number))
    if isinstance(meaning, DaysOfMonth):
        return attrs.evolve(meaning, month=dated)
    if isinstance(meaning, PartOfDay) and isinstance(meaning.day, DaysOfMonth):
        return attrs.evolve(meaning, day=attrs.evolve(meaning.day, month=dated))
    return dated


def _has_year(meaning: object) -> bool:
    """Whether a day or month is told with its year."""
    month = _month_in(meaning)
    return (month is not None and isinstance(month.year, Year)) or isinstance(meaning, NumericDate)


def _month_in(meaning: object) -> Month | None:
    if isinstance(meaning, Month):
        return meaning
    if isinstance(meaning, PartOfDay):
        meaning = meaning.day
    return meaning.month if isinstance(meaning, DaysOfMonth) and isinstance(meaning.month, Month) else None

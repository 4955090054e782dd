"""The sayings of one text turned into expressions, from first to last: what one tells, those behind it may take."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any

import attrs

from timeline.grammar import neighbours, pointing, surroundings
from timeline.grammar.matching import Tokens
from timeline.grammar.reading import Reading, Saying
from timeline.grammar.together import lists_of_months, readings_of
from timeline.lexicon.load import PREFIX_LENGTH
from timeline.resolve.context import Context, Direction
from timeline.resolve.expression import Denotation, Step, TimeExpression
from timeline.resolve.resolver import left_open, resolve
from timeline.text.alphabet import SPACE
from timeline.text.fold import Folded, fold_word
from timeline.values.interval import Interval
from timeline.values.meaning import (
    Month,
    Months,
    Year,
)
from timeline.values.of_month import day_and_month, has_year, in_year, month_in, without_year
from timeline.values.quantity import Ago, FromAnchor, Length, Within
from timeline.values.unforeseen import failures

_SINCE = (fold_word("منذ"), fold_word("مذ"))
#: A time told so many words before may still be meant by «ذلك العام».
REACH = 60
#: An anchor stands at most so many words behind «بعد يومين من».
ANCHOR_REACH = 16
#: A begin stands so close behind its length, an empty word between included.
CLOSE = 2
REMEMBERED = 8_000

_Key = tuple[Saying, str | None, Context, Direction | None, str | None, Interval | None, bool]
_denotations: dict[_Key, Denotation] = {}


class Resolution:
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
        self.by_year = -1
        self.headed: tuple[int, int] | None = None
        self.forward = False
        self.told_at = 0
        self.readings: list[Reading] = []
        self.listed: dict[int, int] | None = None
        self.dated_days: dict[tuple[int, int], set[int]] | None = None

    # ---- from readings to expressions --------------------------------------------------------------------------------

    def expressions(self, found: list[tuple[int, Saying]]) -> list[TimeExpression]:
        """The expressions for all that was found."""
        self.readings = readings_of(self.folded, self.tokens, found)
        result = []
        for index, reading in enumerate(self.readings):
            try:
                result.append(self._resolved(index))
            except Exception as error:  # noqa: BLE001 (the last guard: no text raises)
                said = failures.note(reading.saying.rule, error)
                result.append(self._expression(reading, left_open(reading.saying.rule, said), None))
        return result

    def _resolved(self, index: int) -> TimeExpression:
        """One reading resolved, and remembered as what was told last."""
        reading = self._with_known_year(index)
        anchor = None
        meaning = reading.saying.meaning
        if isinstance(meaning, FromAnchor) and meaning.sign < 0 and pointing.warned(self.tokens, reading.first):
            ago = attrs.evolve(reading.saying, meaning=Ago(meaning.quantity, -1))  # «حذر قبل يومين من كارثة»
            denotation = self._denotation(attrs.evolve(reading, saying=ago))
        elif isinstance(meaning, FromAnchor):
            denotation, anchor = self._anchored(index, reading, meaning)
        else:
            denotation = self._denotation(reading)
            if type(meaning) is Length and (begin := self._begin_behind(index)):
                denotation = _from(begin, meaning, denotation)
            elif index and denotation.intervals and (begin := self._begin_of(index)):
                denotation = self._behind(reading, denotation, begin)
        if denotation.intervals and denotation.type in {"DATE", "TIME"}:
            self.told, self.told_at = denotation.intervals[-1], reading.last
            if has_year(meaning) or type(meaning) is Year:
                self.by_year = index if type(meaning) is Year else -1
                self.dated, self.dated_at = denotation.intervals[-1], reading.last
                begin = denotation.intervals[0].start
                if begin is not None and neighbours.heads_entry(self.tokens, reading):
                    self.forward = self.headed is not None and self.headed < (begin.year, begin.month)
                    self.headed = begin.year, begin.month
        return self._expression(reading, denotation, anchor)

    def _with_known_year(self, index: int) -> Reading:
        """A day or month without a year takes it from its range, its list, or a date told with its year before.

        «أرجئت من 8 يناير إلى 18 فبراير»: the last begin before the end. «في مارس وأبريل»: one after the other. «في 9
        نيسان 2003، أي بعد ثلاثة أسابيع من 20 آذار»: in prose that looks back, the year that is nearest to the one told.
        """
        reading = self.readings[index]
        month = without_year(reading.saying.meaning)
        if month is None:
            return reading
        if reading.role == "range" and index + 1 < len(self.readings) and self.readings[index + 1].role == "range":
            number = self._year_before(index + 1, month)
        else:
            number = (
                self._year_of_entry(reading, month)
                or neighbours.year_behind(self.tokens, self.readings, index, month)
                or self._year_nearby(reading, month)
                or self._year_in_list(index)
                or self._year_elsewhere(reading)
            )
        if number < 1:
            return reading
        meaning = in_year(reading.saying.meaning, month, Year(number))
        return attrs.evolve(reading, saying=attrs.evolve(reading.saying, meaning=meaning))

    def _begin_of(self, index: int) -> dt.date | None:
        """The first day of the range or list that a day or month without a year goes on with."""
        before, reading = self.readings[index - 1], self.readings[index]
        if self.told is None or self.told.start is None or not reading.saying.points:
            return None
        if before.last != self.told_at:
            return None
        if not neighbours.is_end_of_range(self.tokens, self.readings, index) and not (
            self._is_ahead() and neighbours.is_coordinated_weekday(self.tokens, before, reading)
        ):
            return None
        start = self.told.start
        return dt.date(start.year, start.month, start.day)

    def _begin_behind(self, index: int) -> dt.date | None:
        """The day that a length begins at, told right behind it: «لمدة ثلاثة أيام اعتبارا من 5 مايو»."""
        if index + 1 == len(self.readings):
            return None
        reading, other = self.readings[index], self.readings[index + 1]
        if other.role != "since" or other.signal is None or other.signal - reading.last > CLOSE:
            return None
        if self.folded.words[other.signal].endswith(_SINCE):
            return None  # «ثلاثة أيام منذ الاثنين» are those that are over
        dated = self._denotation(self._with_known_year(index + 1))
        start = dated.intervals[0].start if dated.granularity == "day" and len(dated.intervals) == 1 else None
        return dt.date(start.year, start.month, start.day) if start else None

    def _is_ahead(self) -> bool:
        """Whether what was told last lies ahead of the day of printing: «غدا»."""
        start = self.told.start if self.told else None
        if start is None or self.reference is None:
            return False
        return dt.date(start.year, start.month, start.day) > self.reference

    def _behind(self, reading: Reading, denotation: Denotation, begin: dt.date) -> Denotation:
        """The end of a range that lies before its begin is the next one after it: «من اليوم حتى الخميس»."""
        start = denotation.intervals[0].start
        if start is None or dt.date(start.year, start.month, start.day) >= begin:
            return denotation
        later = attrs.evolve(self.context, reference=begin, direction="future", cue=None)
        found = resolve(reading.saying.meaning, later, role=reading.role, rule=reading.saying.rule)
        return found if found.intervals else denotation

    def _year_of_entry(self, reading: Reading, month: Month) -> int:
        """The year that the entry before heads a chronology with, or the one after it; or 0."""
        if self.headed is None or not neighbours.heads_entry(self.tokens, reading):
            return 0
        number = neighbours.year_of_entry(self.headed, month, forward=self.forward)
        ahead = self.reference is not None and number > self.reference.year
        return self.headed[0] if ahead else number

    def _year_before(self, end: int, month: Month) -> int:
        """The year of the begin of a range by its end, or 0."""
        later = month_in(self.readings[end].saying.meaning)
        ends = self._denotation(self.readings[end]).intervals if later else ()
        if later is None or not ends or ends[-1].start is None:
            return 0
        return ends[-1].start.year - (month.number > later.number)

    def _year_nearby(self, reading: Reading, month: Month) -> int:
        """The year nearest to one told before in the sentence, where that lies far back; or 0."""
        near = self.dated.start if self.dated else None
        if near is None or self.reference is None or near.year >= self.reference.year - 1:
            return 0
        if self.by_year >= 0:
            goes_on = neighbours.goes_on_in_year(self.tokens, self.readings[self.by_year], reading)
            return near.year if goes_on else 0
        if surroundings.ends_sentence(self.tokens, self.dated_at, reading.first):
            return 0
        return neighbours.year_near((near.year, near.month), month)

    def _year_in_list(self, index: int) -> int:
        """The year of a month that stands in a list of months, read in one order of time; or 0."""
        if self.listed is None:
            self.listed = {}
            for first, last in lists_of_months(self.tokens, self.readings):
                members = self.readings[first : last + 1]
                months = tuple(month for each in members if (month := month_in(each.saying.meaning)))
                denotation = self._denotation(Reading(members[0].first, members[-1].last, _list_of(months)))
                years = {each.start.month: each.start.year for each in denotation.intervals if each.start}
                self.listed |= {first + place: years.get(each.number, 0) for place, each in enumerate(months)}
        return self.listed.get(index, 0)

    def _year_elsewhere(self, reading: Reading) -> int:
        """The year of the same day of a month where the text tells it: «في 6 أيار المقبل … تصويت 6 أيار»; or 0.

        Not where the clause points ahead and that day is over, nor on an anniversary.
        """
        told = day_and_month(reading.saying.meaning)
        if told is None:
            return 0
        if self.dated_days is None:
            self.dated_days = {}
            for each in self.readings:
                day = day_and_month(each.saying.meaning)
                if day and without_year(each.saying.meaning) is None and (found := self._denotation(each).intervals):
                    self.dated_days.setdefault(day, set()).add(found[0].start.year if found[0].start else 0)
        years = self.dated_days.get(told, set())
        number = next(iter(years)) if len(years) == 1 else 0
        if not number or self.reference is None or (number, *told) >= self.reference.timetuple()[:3]:
            return number
        if number < self.reference.year and told == (self.reference.month, self.reference.day):
            return 0
        pointed = pointing.direction(self.folded, self.tokens, reading.first, reading.last)
        return number if pointed is None or pointed[0] == "past" else 0

    def _denotation(self, reading: Reading, told: Interval | None = None) -> Denotation:
        saying = reading.saying
        direction: Direction | None = None
        cue: str | None = None
        alone = False
        role = reading.role
        if saying.points:
            pointed = pointing.direction(self.folded, self.tokens, reading.first, reading.last)
            alone = pointed is None and surroundings.stands_alone(self.tokens, reading.first, reading.last)
            if pointed is not None:
                direction, word = pointed
                cue = self._word(word)
            if reading.signal is not None and self.folded.words[reading.signal].endswith(_SINCE):
                direction, cue = "past", self._word(reading.signal)  # «منذ» never points ahead
        if role == "within" and isinstance(saying.meaning, Length) and pointing.promised(self.tokens, reading.first):
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
        if isinstance(reading.saying.meaning, Ago) and not surroundings.ends_at(self.tokens, reading.last):
            return None  # «بعد أسبوع صعب» is counted from nothing that was told
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


@lru_cache(maxsize=256)
def _list_of(members: tuple[Month, ...]) -> Saying:
    """Months told one by one as one saying, the same object for the same months: it is half of a key."""
    return Saying(len(members), Months(members), "months_together", points=True)


def _from(begin: dt.date, length: Length, denotation: Denotation) -> Denotation:
    """A length that begins at a known day."""
    found = resolve(Within(length.quantity), Context(begin))
    if not found.intervals:
        return denotation
    step = Step(str(found.intervals[0]), f"it begins at {begin}, told right behind it")
    return attrs.evolve(denotation, intervals=found.intervals, open_reason=None, derivation=(step,))

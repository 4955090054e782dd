"""What an expression takes from those beside it: a year told once for several days, the begin that an end goes on from.

All of it is read off the words alone; what the neighbours denote is the tagger's to ask.
"""

from __future__ import annotations

from timeline.grammar import surroundings
from timeline.grammar.matching import Tokens
from timeline.grammar.reading import Reading
from timeline.grammar.together import LONGEST_LIST
from timeline.lexicon.load import JOINED, JOINED_GOVERNED, lexicon
from timeline.text.alphabet import COLON, DASH, LINE, OTHER_SIGN, POINT, STOP
from timeline.values.meaning import Clock, Month, Weekdays, Year
from timeline.values.of_month import month_in, without_year

#: A day that takes a bare year stands at most so many words behind it.
REACH_OF_YEAR = 16
#: «وبالتحديد» stands so close behind the year: «ولد سنة 1970، وبالتحديد في 3 مايو».
CLOSE_TO_YEAR = 5
#: The end of a stretch that has hours is the third of its times.
END_BEHIND_HOUR = 2
#: Months so far apart lie nearer to each other across the turn of the year.
HALF_A_YEAR = 6
_SENTENCE_ENDS = bytes([STOP, POINT, LINE])
#: What stands before an entry of a chronology: the end of the one before, a bullet, the colon of its title.
_ENTRY_BEGINS = bytes([STOP, POINT, LINE, OTHER_SIGN, COLON, DASH])


def year_behind(tokens: Tokens, readings: list[Reading], index: int, month: Month) -> int:
    """The year told once, at the end of a list of days: «في 3 يناير و9 فبراير 2022»; or 0."""
    for other in range(index + 1, min(index + 1 + LONGEST_LIST, len(readings))):
        one, reading = readings[other - 1], readings[other]
        later = month_in(reading.saying.meaning)
        if later is None or not surroundings.joined_by_and(tokens, one.last, reading.first):
            return 0
        if isinstance(later.year, Year) and later.calendar == "gregorian" and not later.year.two_digits:
            return later.year.number - (month.number > later.number)
        if without_year(reading.saying.meaning) is None:
            return 0
    return 0


def year_near(told: tuple[int, int], month: Month) -> int:
    """The year in which a month lies nearest to a year and month told before: «في 9 نيسان 2003، أي بعد 20 آذار»."""
    year, before = told
    return year + (month.number - before < -HALF_A_YEAR) - (month.number - before > HALF_A_YEAR)


def goes_on_in_year(tokens: Tokens, year: Reading, reading: Reading) -> bool:
    """Whether a bare year told before is that of a day: «عام 1967: في 5 يونيو», «في عام 1956 … . وفي 29 أكتوبر».

    It is where the day is told right behind it, or begins the next clause with «و»; not in a story of today that only
    mentions a year («الاتفاق المبرم عام 2015 في 12 أيار»).
    """
    if year.role not in {None, "point"} or reading.first - year.last > REACH_OF_YEAR:
        return False
    if COLON in tokens.separators[year.last : min(year.last + 2, reading.first)]:
        return True
    opener = surroundings.previous_word(tokens, reading.first)
    clause = reading.first if opener is None else opener
    between = tokens.codes[year.last + 1 : reading.first]
    if len(between) <= CLOSE_TO_YEAR and any(code in lexicon().members["namely"] for code in between):
        return True
    return tokens.prefixes[clause] in JOINED + JOINED_GOVERNED and _begins_sentence(tokens, year.first)


def heads_entry(tokens: Tokens, reading: Reading) -> bool:
    """Whether an expression heads the entry of a chronology: «3 مارس 2018: الرئيس يلتقي نظيره. 5 مارس: …»."""
    first, last = reading.first, reading.last
    begins = first == 0 or any(sign in _ENTRY_BEGINS for sign in tokens.separators[max(0, first - 2) : first])
    return begins and COLON in tokens.separators[last : min(last + 2, len(tokens.separators))]


def year_of_entry(headed: tuple[int, int], month: Month, *, forward: bool) -> int:
    """The year of an entry without one, given year and month of the one before.

    Where the entries before went ``forward`` in time it is the next such month, else the nearest.
    """
    year, before = headed
    return year + (month.number < before) if forward else year_near(headed, month)


def _begins_sentence(tokens: Tokens, word: int) -> bool:
    """Whether a sentence begins with this expression, a preposition apart: «في عام 1956 أممت القناة»."""
    before = surroundings.previous_word(tokens, word)
    first = word if before is None else before
    return first == 0 or tokens.separators[first - 1] in _SENTENCE_ENDS


def is_end_of_range(tokens: Tokens, readings: list[Reading], index: int) -> bool:
    """Whether an expression ends the stretch that those before it begin.

    An hour may stand between the two ends: «من الثلاثاء 18:00 إلى الأربعاء 06:00».
    """
    before, reading = readings[index - 1], readings[index]
    if before.role == reading.role == "range":
        return True
    if index < END_BEHIND_HOUR or type(before.saying.meaning) is not Clock:
        return False
    opener = surroundings.signal_from(tokens, readings[index - END_BEHIND_HOUR].first)
    return opener and surroundings.led_to(tokens, reading.first)


def is_coordinated_weekday(tokens: Tokens, before: Reading, reading: Reading) -> bool:
    """Whether a weekday is coordinated with the expression before it: «غدا الأربعاء والخميس»."""
    return isinstance(reading.saying.meaning, Weekdays) and surroundings.joined_by_and(
        tokens, before.last, reading.first
    )

"""When an article was printed that does not say so: inferred from its own words, with the reasons.

What pins a day down: «اليوم السبت» gives its weekday, «20 كانون الثاني/يناير الجاري» its month, «في السادس من يناير» is
behind it and «سيعقد في العشرين» ahead; a weekday beside a date allows few years. The year is the hard part, because
newspapers name a year when it is *not* the running one. It is taken from a full date in the first paragraph, where the
news is, and from a year that its sentence sets against today («في 2017 ... أصبحت أفضل اليوم»). Any other year only says
that the article is later. The articles of one compilation were printed within days of each other and date each other.

Nothing is guessed beyond that: where more than a week is possible the day stays open, what is known is kept as a range
with the reasons, and the caller asks for the day.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.documents.layout import words_of
from timeline.tagger import find
from timeline.text.fold import fold_word
from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.documents.model import Document
    from timeline.resolve.expression import TimeExpression

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_MONTH = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_DATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SENTENCE = re.compile(r"[.!?؟\n]")
_TODAY = fold_word("اليوم")
_RUNNING = frozenset(map(fold_word, ("الجاري", "الحالي", "الجارى")))
_SINCE = frozenset(map(fold_word, ("منذ", "ومنذ", "مذ")))
_NOW = frozenset((fold_word(word),) for word in ("اليوم", "الآن", "حاليا", "حالياً"))
# How far to look for the ends of a sentence.
_REACH = 400
# A range of so many days still says what «الخميس» means in almost every case.
_CLOSE = 7
_LAST_DAY = dt.date.max.toordinal()


@frozen
class Clue:
    """Something in a text that bears on the day it was printed."""

    words: str
    weekday: int | None = None
    """Printed on this weekday (Monday is 0)."""
    month: int | None = None
    """Printed in this month."""
    behind: tuple[int, int] | None = None
    """Printed on or after this (month, day)."""
    ahead: tuple[int, int] | None = None
    """Printed before this (month, day)."""
    on: dt.date | None = None
    """Printed on this day."""
    since: dt.date | None = None
    """Printed on or after this day."""
    years: tuple[int, ...] = ()
    """Printed in one of these years, the likelier first."""

    def __str__(self) -> str:
        said = {
            "on": self.on and "gives the day",
            "weekday": self.weekday is not None and "gives the weekday",
            "month": self.month is not None and f"gives the month {self.month}",
            "behind": self.behind and "is behind it",
            "ahead": self.ahead and "is ahead of it",
            "since": self.since and "is behind it",
            "years": self.years and f"makes it {self.years[0]}",
        }
        return f"«{self.words}» " + " and ".join(why for why in said.values() if why)


def date_articles(articles: Sequence[Document]) -> list[Document]:
    """The same articles, those without a date given the one that their words allow.

    ``published`` is set where no more than a week is possible (to its last day), ``published_range`` wherever anything
    is known, and ``published_reasons`` says why.
    """
    if all(article.published is not None for article in articles):
        return list(articles)
    clues = [clues_in(article) if article.published is None else [] for article in articles]
    together = list(dict.fromkeys(clue for each in clues for clue in each))
    pinned: dict[int, list[dt.date]] = {}
    for number, (article, own) in enumerate(zip(articles, clues, strict=True)):
        if article.published is not None:
            pinned[number] = [article.published]
        elif days := _possible([*own, *(clue for clue in together if clue.weekday is None)], [article]):
            pinned[number] = days
    printed = max((days[-1] for days in pinned.values() if (days[-1] - days[0]).days < _CLOSE), default=None)
    return [
        article
        if article.published is not None
        else _dated(article, pinned.get(number, []), clues[number], together, printed)
        for number, article in enumerate(articles)
    ]


def _dated(
    article: Document, days: Sequence[dt.date], own: Sequence[Clue], together: Iterable[Clue], printed: dt.date | None
) -> Document:
    """An article with what is known of its day; ``printed`` is the latest day of the compilation that is known."""
    reasons = [str(clue) for clue in own]
    if printed is not None and not (days and days[-1] - days[0] < dt.timedelta(days=_CLOSE)):
        # Silent itself, but in one compilation with articles that are not.
        earliest = dt.date.fromordinal(max(1, printed.toordinal() - _CLOSE + 1))
        days = [day for day in days if earliest <= day <= printed] or [earliest, printed]
        reasons.append(f"it stands in one compilation with an article of {printed}")
        days = [days[0], printed]
    elif days:
        reasons += [f"in the same compilation {clue}" for clue in together if clue not in own]
    if not days:
        since = max((clue.since for clue in own if clue.since), default=None)
        known = Interval(since, None) if since else None
        return evolve(article, published_range=known, published_reasons=(*reasons, "which year is running is not told"))
    first, last = days[0], days[-1]
    reasons.append(f"so {first}" if first == last else f"so between {first} and {last}")
    return evolve(
        article,
        published=last if (last - first).days < _CLOSE else None,
        published_range=Interval.day(first).hull(Interval.day(last)),
        published_reasons=tuple(dict.fromkeys(reasons)),
    )


def clues_in(article: Document) -> list[Clue]:
    """What in an article bears on its day of printing."""
    text = article.report
    clues = []
    for expression in find(text):
        clue = _clue(expression, text)
        if clue is not None:
            clues.append(clue)
    return clues


def _clue(expression: TimeExpression, text: str) -> Clue | None:
    words = words_of(expression.text)
    value, said = expression.value, " ".join(expression.text.split())
    if (match := _WEEKDAY.match(value)) and words[:1] == (_TODAY,):
        return Clue(said, weekday=int(match[1]) - 1)
    if match := _MONTH.match(value):
        month, day = int(match[1]), match[2] and int(match[2])
        running = bool(words) and words[-1] in _RUNNING
        clue = Clue(said, month=month if running else None)
        if day and expression.type == "DATE":
            ahead = _is_ahead(expression, text, month, day, running=running)
            place = (month, day)
            clue = evolve(clue, ahead=place) if ahead else evolve(clue, behind=place)
        return clue if clue != Clue(said) else None
    if (match := _DATED.match(value)) and expression.calendar == "gregorian" and expression.intervals:
        return _dated_clue(expression, text, said, day=match[3] is not None)
    return None


def _dated_clue(expression: TimeExpression, text: str, said: str, *, day: bool) -> Clue | None:
    """What a date with its year says: at least that it is behind, and perhaps which year is running."""
    start = expression.intervals[0].start
    if start is None or expression.role in {"before", "until"}:
        return None
    told = as_datetime(start).date()
    if day and words_of(expression.text)[:1] == (_TODAY,) and not expression.conflicts:
        return Clue(said, on=told, since=told, years=(told.year,))
    left, right = _sentence_around(text, expression)
    if not _SINCE.isdisjoint(words_of(text[left : expression.end_char])):
        return Clue(said, since=told)
    if day and "\n" not in text[: expression.start_char].strip():
        return Clue(said, since=told, years=(told.year, told.year + 1))
    if not day and any(_is_now(other) for other in find(text[left:right])):
        return Clue(said, since=told, years=(told.year + 1,))
    return Clue(said, since=told)


def _is_now(expression: TimeExpression) -> bool:
    """«الآن», «اليوم» at large: the present that a year is set against."""
    return expression.value == "PRESENT_REF" or words_of(expression.text) in _NOW


def _sentence_around(text: str, expression: TimeExpression) -> tuple[int, int]:
    first, last = max(0, expression.start_char - _REACH), min(len(text), expression.end_char + _REACH)
    left = max((match.end() for match in _SENTENCE.finditer(text, first, expression.start_char)), default=first)
    right = min((match.start() for match in _SENTENCE.finditer(text, expression.end_char, last)), default=last)
    return left, right


def _is_ahead(expression: TimeExpression, text: str, month: int, day: int, *, running: bool) -> bool:
    """Whether a day without a year is spoken of as still to come.

    The tagger is asked: printed three days after it, the day would be the last one if it is behind, and next year's if
    the clause looks ahead. «الجاري» would settle the question, so it is blanked for this.
    """
    try:
        printed = dt.date(2023, month, day) + dt.timedelta(days=3)
    except ValueError:  # 29 February
        printed = dt.date(2024, 3, 3)
    clause = text[_sentence_around(text, expression)[0] : expression.end_char]
    if running:
        clause = clause[: clause.rstrip().rfind(" ")] if " " in clause else clause
    found = find(clause + " ", reference=printed)
    return bool(found and found[-1].intervals and as_datetime(found[-1].intervals[0].start or printed).date() > printed)


def _possible(clues: Sequence[Clue], articles: Sequence[Document]) -> list[dt.date]:
    """The days of the likeliest year on which all clues hold and no article contradicts the calendar."""
    years = _years(clues)
    months = {clue.month for clue in clues if clue.month is not None}
    near = [clue.behind or clue.ahead for clue in clues if clue.behind or clue.ahead]
    if not years or len(months) > 1 or not (months or near or any(clue.since for clue in clues)):
        return []
    for year in years:
        days = [day for day in _days_around(year, months, near, clues) if all(_holds(clue, day) for clue in clues)]
        days = [day for day in days if not any(_contradicts(article, day) for article in articles)]
        if days:
            return days
    return []


def _years(clues: Sequence[Clue]) -> list[int]:
    """The years that it may be, the likeliest first: the latest that is named, or the one after a year gone by."""
    latest = max((clue.years for clue in clues if clue.years), key=lambda years: years[0], default=())
    return list(latest)


def _days_around(
    year: int, months: set[int], near: Sequence[tuple[int, int] | None], clues: Sequence[Clue]
) -> list[dt.date]:
    """The days to be tried: the month that is running, or the weeks around the days that are told."""
    if months:
        (month,) = months
        return [dt.date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    told = [clue.since for clue in clues if clue.since is not None and clue.since.year == year]
    for place in near:
        month, day = place or (1, 1)
        if day <= monthrange(year, month)[1]:
            told.append(dt.date(year, month, day))
    if not told:
        return []
    latest = max(told).toordinal()
    return [dt.date.fromordinal(day) for day in range(max(1, latest - 31), min(latest + 31, _LAST_DAY) + 1)]


def _holds(clue: Clue, day: dt.date) -> bool:
    place = (day.month, day.day)
    return (
        (clue.weekday is None or day.weekday() == clue.weekday)
        and (clue.month is None or day.month == clue.month)
        and (clue.behind is None or _after(place, clue.behind))
        and (clue.ahead is None or _after(clue.ahead, place))
        and (clue.on is None or day == clue.on)
        and (clue.since is None or day >= clue.since)
    )


def _after(later: tuple[int, int], earlier: tuple[int, int]) -> bool:
    """Whether one day of the year comes after another, within half a year, whichever side of New Year they stand."""
    days = (later[0] - earlier[0]) * 30 + later[1] - earlier[1]
    return 0 < days <= 183 or days < -183


def _contradicts(article: Document, day: dt.date) -> bool:
    """Whether a text printed on this day is at odds with the calendar more than it is with itself."""
    own, then = find(article.report), find(article.report, reference=day)
    return sum(len(each.conflicts) for each in then) > sum(len(each.conflicts) for each in own)

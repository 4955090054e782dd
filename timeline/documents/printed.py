"""Where a text says itself when it was published: in a line above or below it, or in the name of its file or folder.

«الثلاثاء 14 مايو 2024 - 10:20» is such a line, and «نُشر في: 14-05-2024»; a line that says anything else is none. The
names «JA-politic-269-20160125.txt» and «2024/05/14/12.txt» have a day in them.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice
from typing import TYPE_CHECKING

from timeline.documents.layout import lines_of, word_list, words_of
from timeline.errors import DateError
from timeline.resolve.published import YEARS, published_date
from timeline.tagger import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

# A date line stands among so many lines at the beginning, or at the end.
_FIRST, _LAST = 5, 2
_LONGEST = 100
# So many lines that may be dates are read; a text that has more is a list of something.
_MOST = 200
_YEAR = re.compile(r"(?<!\d)(?:1[3-5]|1[89]|20|21)\d\d(?!\d)|[٠-٩]{4}|[۰-۹]{4}")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\b(?:GMT|UTC)\s*[+-]?\d*|[+-]\d{1,2}(?=\s|$)", re.IGNORECASE)
_NUMERIC = re.compile(r"\d{1,4}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{1,4}")
_FIGURES = re.compile(r"\d+")
# A day in a name: 20160125, 2016-01-25, 2016_01_25, 2016/01/25, 25-01-2016.
_NAMED = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?P<s>[-_./ ]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])"
    r"|(?P<d2>0?[1-9]|[12]\d|3[01])(?P<t>[-_./])(?P<m2>0?[1-9]|1[0-2])(?P=t)(?P<y2>(?:19|20)\d\d))(?!\d)"
)


def printed_date(text: str, *, anywhere: bool = False) -> tuple[dt.date, str] | str | None:
    """The day that a line of the text gives and nothing else, and that line; a reason where lines disagree.

    A line that says that it is the day of publication («نُشر في») goes before one that does not, «آخر تحديث» comes last.
    ``anywhere``: also far from the beginning and the end, as on a page.
    """
    lines = lines_of(text)
    edge = range(len(lines)) if anywhere else sorted({*range(_FIRST), *range(len(lines) - _LAST, len(lines))})
    near = list(_dated([(number, lines[number].text) for number in edge if 0 <= number < len(lines)]))
    if not near or len(lines) == 1:
        return None
    rank, _, day, words = min(near)
    dated = near if anywhere else _dated([(number, line.text) for number, line in enumerate(lines)])
    others = {each[2] for each in dated if each[0] == rank} - {day}
    if others:
        return f"lines with several dates ({day}, {min(others)}): perhaps a compilation; none is taken"
    return day, words


def _dated(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int, dt.date, str]]:
    """The lines that are dates: how much they have to say, their number, their day, their words."""
    ranked = ((rank, number, line) for number, line in lines if (rank := _rank(line)) is not None)
    for rank, number, line in islice(ranked, _MOST):
        if (day := _day(line)) is not None:
            yield rank, number, day, line


def _rank(line: str) -> int | None:
    """How much a line has to say of the day of publication: 0 says so, 1 is a date, 2 an update; None is no date."""
    if len(line) > _LONGEST or not _YEAR.search(line):
        return None
    rest = list(line)
    for match in [*_CLOCK.finditer(line), *_NUMERIC.finditer(line)]:
        rest[match.start() : match.end()] = " " * (match.end() - match.start())
    for expression in find(line):
        size = expression.end_char - expression.start_char
        rest[expression.start_char : expression.end_char] = " " * size
    words = words_of(_FIGURES.sub(" ", "".join(rest).casefold()))
    for rank, name in ((0, "published_captions"), (2, "updated_captions")):
        if any(words[: len(said)] == said and _is_aside(words[len(said) :]) for said in word_list(name)):
            return rank
    return 1 if _is_aside(words) else None


def _is_aside(words: tuple[bytes, ...]) -> bool:
    asides = word_list("beside_dates")
    return all((word,) in asides for word in words)


def _day(line: str) -> dt.date | None:
    try:
        return published_date(line)
    except DateError:
        pass
    days = {
        interval.start
        for expression in find(line)
        for interval in expression.intervals
        if expression.granularity == "day" and expression.calendar == "gregorian"
    }
    [day] = days if len(days) == 1 else [None]
    return dt.date(day.year, day.month, day.day) if day is not None else None


def date_in_path(path: PurePath) -> tuple[dt.date, str] | None:
    """The one day in the name of a file, or in the names of the folders around it: «2024/05/14/12.txt»."""
    folders = list(path.parts[:-1])[-3:]
    names = (path.name, *reversed(folders), "-".join(folders), "-".join([*folders[-2:], path.stem]))
    return next(filter(None, map(date_in_words, names)), None)


def date_in_words(name: str) -> tuple[dt.date, str] | None:
    """The one day in a name or an address, and how it stands there: «https://example.org/2024/05/14/a»."""
    days = {day: match.group() for match in _NAMED.finditer(name) if (day := _named_day(match)) is not None}
    return next(iter(days.items())) if len(days) == 1 else None


def _named_day(match: re.Match[str]) -> dt.date | None:
    year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    try:
        return dt.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None

"""Chronologies: the year that heads a line or a list belongs to the dates below it.

    2013
    مارس: المعارضة تسيطر على الرقة

is March 2013, whatever the day of printing; «* 2006 – القوات تدخل المدينة» is dated 2006.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from timeline.errors import TimelineError
from timeline.events.reading import Act
from timeline.events.when import Dating
from timeline.resolve.expression import Denotation, TimeExpression
from timeline.tagger import parse
from timeline.values.interval import Interval

_LINE = re.compile(r"[^\n]+")
#: A year at the head of a line, behind a bullet; alone there, or with a mark between it and what happened.
_YEAR = re.compile(r"[\W_]*\b((?:1[89]|20)\d\d)\b[^\S\n]*(?P<mark>$|[-–—:|/،.])")
_MARK = re.compile(r"[^\S\n]*[-–—:|]")
_HEAD = re.compile(r"[\W_]*")
#: What stands before the mark at the head of a line, a few words at most, and nothing that is a number alone.
_ENTRY = re.compile(r"[\W_]*(?P<said>[^\W\d]+(?:[ /][^\W\d]+){0,2})[^\S\n]*[-–—:|]")
#: So many characters between the end of a sentence and the date behind it.
_GAP = 4
_SENTENCE_ENDS = (".", "؟", "!", "…", "؛", "•")
_MONTH = Denotation("DATE", "XXXX-XX", None, granularity="month")
_OF_A_YEAR = frozenset(("day", "month"))


def under_headings(text: str, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The date expressions in text order, with years that head lines; what stands below them is in their year."""
    if not any(_heads(text, expressions)):
        return list(expressions)
    ordered = sorted([*expressions, *_bare_years(text, expressions)], key=lambda each: each.start_char)
    placed = {_line_of(text, each): each for each in reversed(ordered) if _at_the_head(text, each)}
    year: TimeExpression | None = None
    dated: dict[int, TimeExpression] = {each.start_char: each for each in ordered}
    for line in _LINE.finditer(text):
        head = placed.get(line.start())
        if head is not None and head.granularity == "year" and head.intervals:
            year = head
        elif year is not None:
            found = _below(text, line, year) if head is None else _in_year(head, year)
            if found is not None:
                dated[found.start_char] = found
    return [dated[start] for start in sorted(dated)]


def _below(text: str, line: re.Match[str], year: TimeExpression) -> TimeExpression | None:
    """A line that a month alone heads, which is a month only below a year: «مارس: …»."""
    said = _ENTRY.match(text, line.start(), line.end())
    if said is None:
        return None
    start, end = said.span("said")
    return _in_year(TimeExpression(text[start:end], start, end, _MONTH), year)


@frozen
class Headed:
    """A line or a sentence with the date at its head: «13 أبريل: أعلنت القوات …»."""

    start: int
    end: int
    date: TimeExpression


def headed_lines(text: str, expressions: Sequence[TimeExpression]) -> list[Headed]:
    """The lines that a date heads with a mark behind it, and the entries behind each other in a line, in text order."""
    heads = [each for each in expressions if each.intervals and _MARK.match(text, each.end_char)]
    breaks = [at for at, sign in enumerate(text) if sign == "\n"] if heads else []
    starts = []
    for each in heads:
        before = bisect_right(breaks, each.start_char)
        line = breaks[before - 1] + 1 if before else 0
        if _HEAD.fullmatch(text, line, each.start_char):
            starts.append((line, each))
        elif text[max(0, each.start_char - _GAP) : each.start_char].rstrip()[-1:] in _SENTENCE_ENDS:
            starts.append((each.start_char, each))  # «… في باريس. 5 مارس: الجيش يقصف البلدة»
    found = []
    for place, (start, each) in enumerate(starts):
        behind = bisect_right(breaks, each.end_char - 1)
        end = breaks[behind] if behind < len(breaks) else len(text)
        following = starts[place + 1][0] if place + 1 < len(starts) else end
        found.append(Headed(start, min(end, following), each))
    return found


def head_of(lines: Sequence[Headed], place: int) -> TimeExpression | None:
    """The date that heads the line of a place."""
    at = bisect_right(lines, place, key=lambda line: line.start) - 1
    return lines[at].date if at >= 0 and place < lines[at].end else None


def by_the_head(lines: Sequence[Headed], acts: Iterable[Act], datings: dict[int, Dating]) -> None:
    """What a line tells has the date at its head, if it has no other: «13 أبريل: أعلنت القوات …، ونفى الجيش ذلك»."""
    if not lines:
        return
    for act in acts:
        node = act.node
        date = head_of(lines, act.tree.units[node.head].start)
        told = act.is_verb or act.light is not None or node.governor < 0 or node.relation == "object"
        if date is not None and told:
            datings.setdefault(node.number, Dating(date.intervals, date, "stated", "it heads the line"))


def _heads(text: str, expressions: Sequence[TimeExpression]) -> Iterator[bool]:
    yield from (_YEAR.match(line.group()) is not None for line in _LINE.finditer(text))
    yield from (each.granularity == "year" and _at_the_head(text, each) for each in expressions)


def _bare_years(text: str, expressions: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Years that head a line and that no rule reads without a word for «year»."""
    taken = {place for each in expressions for place in range(each.start_char, each.end_char)}
    for line in _LINE.finditer(text):
        found = _YEAR.match(line.group())
        if found is None:
            continue
        start, end = line.start() + found.start(1), line.start() + found.end(1)
        if start not in taken:
            year = int(found[1])
            days = Interval(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
            denotation = Denotation("DATE", found[1], found[1], (days,), granularity="year", rule="heading year")
            yield TimeExpression(found[1], start, end, denotation)


def _line_of(text: str, each: TimeExpression) -> int:
    return text.rfind("\n", 0, each.start_char) + 1


def _at_the_head(text: str, each: TimeExpression) -> bool:
    """Whether nothing but bullets stands before it on its line."""
    return _HEAD.fullmatch(text, _line_of(text, each), each.start_char) is not None


def _in_year(head: TimeExpression, year: TimeExpression) -> TimeExpression | None:
    """A day or a month without a year of its own, in the year of the heading."""
    if head.granularity not in _OF_A_YEAR or re.search(r"\d{4}", head.text):
        return None
    start = year.intervals[0].start
    try:
        found = parse(f"{head.text} {start.year if start is not None else ''}")
    except TimelineError:
        return None
    return evolve(head, denotation=found.denotation)

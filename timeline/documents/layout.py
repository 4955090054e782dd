"""What is on a newspaper page beside the report: teasers, pull quotes, «شاهد أيضا» tails, ids, hashtag lines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.text.fold import Folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.documents.model import Span

# A teaser or headline has at most so many characters and words.
HEADLINE, HEADLINE_WORDS = 90, 14
# So many words in a row are no accident.
_ROW = 4
_INVISIBLE = " \t\r\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(r"[-–—•·*▪●]")
_ID = re.compile(r"[0-9a-fA-F]{16,64}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HASHTAGS = re.compile(r"(?:#[\w\u064b-\u0652]+[\s\u00a0،,|]*)+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+")
_CLOSED = re.compile(r"[.!?؟…][\"'”»)\]]*$")


@frozen
class Line:
    """One line of a text that has something on it, trimmed, with its place and its folded words."""

    start: int
    end: int
    text: str
    words: tuple[bytes, ...]
    gap: bool = False
    """Whether a line of marks or ids, or of hidden blanks, stands between it and the line before."""

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return _CLOSED.search(self.text) is not None

    @property
    def is_short(self) -> bool:
        """Whether it may be a headline, a teaser or a pull quote."""
        return len(self.text) <= HEADLINE and len(self.words) <= HEADLINE_WORDS


@cache
def word_list(name: str) -> frozenset[tuple[bytes, ...]]:
    """A list of `lexicon/ar/documents.toml`, folded word by word."""
    table = tomllib.loads((files("timeline.lexicon") / "ar" / "documents.toml").read_text(encoding="utf-8"))
    return frozenset(words_of(phrase) for phrase in table[name])


def words_of(text: str) -> tuple[bytes, ...]:
    """The folded words of a text, without punctuation."""
    return tuple(filter(None, Folded(text).words))


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank."""
    lines, gap = [], False
    for match in _LINE.finditer(text):
        trimmed = match[0].strip(_INVISIBLE)
        if not trimmed:
            gap = gap or "\u00a0" in match[0]
            continue
        start = match.start() + match[0].index(trimmed)
        lines.append(Line(start, start + len(trimmed), trimmed, words_of(trimmed), gap))
        gap = False
    return lines


def boilerplate(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that are no part of the report."""
    found = {number for number, line in enumerate(lines) if _is_furniture(line)}
    found.update(_teasers(lines))
    found.update(_tails(lines, found))
    found.update(number for number in _pull_quotes(lines) if number not in found)
    return found


def is_separator(line: Line) -> bool:
    """A line of marks only, or an id: it parts what stands above from what stands below."""
    return not line.words or _ID.fullmatch(line.text) is not None


def _is_furniture(line: Line) -> bool:
    return (
        is_separator(line)
        or _HASHTAGS.fullmatch(line.text) is not None
        or (line.is_short and _ADDRESS.fullmatch(line.text) is not None)
        or (line.is_short and any(_begins(line.words, phrase) for phrase in word_list("asks_reader")))
    )


def _begins(words: tuple[bytes, ...], phrase: tuple[bytes, ...]) -> bool:
    return words[: len(phrase)] == phrase


def _teasers(lines: Sequence[Line]) -> Iterator[int]:
    """Headlines of other articles, each below a lone mark."""
    for number, line in enumerate(lines[:-1]):
        following = lines[number + 1]
        if _MARKER.fullmatch(line.text) and following.is_short and not following.text.endswith("."):
            yield number
            yield number + 1


def _tails(lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """«شاهد أيضا» and the headlines and beginnings of other articles that stand below it."""
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        phrases = word_list("see_also")
        if line.words in phrases:
            yield number - 1
            while number < len(lines) and (number in known or _belongs_to_others(lines[number])):
                yield number
                number += 1
        elif line.is_short and ":" in line.text and words_of(line.text.partition(":")[0]) in phrases:
            yield number - 1


def _belongs_to_others(line: Line) -> bool:
    return (line.is_short and not line.text.endswith(".")) or line.text.endswith(("…", ".."))


def _pull_quotes(lines: Sequence[Line]) -> Iterator[int]:
    """Short lines without an end that repeat another line: all their words, and some of them in a row."""
    # For every row of words the first lines that have it: enough, and linear in whatever text comes.
    having: dict[tuple[bytes, ...], list[int]] = {}
    for number, line in enumerate(lines):
        for row in _rows(line):
            places = having.setdefault(row, [])
            if len(places) < 4 and number not in places:
                places.append(number)
    for number, line in enumerate(lines):
        if number == 0 or not line.is_short or line.is_closed or line.text.endswith(":"):
            continue
        own = set(line.words)
        others = {at for row in _rows(line) for at in having[row] if len(lines[at].words) > len(line.words)}
        # One word may differ: «وعرض» in the sentence is «عرض» above it.
        if any(len(own.difference(lines[at].words)) <= (len(own) > _ROW) for at in others):
            yield number


def _rows(line: Line) -> Iterator[tuple[bytes, ...]]:
    return (line.words[at : at + _ROW] for at in range(len(line.words) - _ROW + 1))


def spans(lines: Sequence[Line], numbers: set[int]) -> tuple[Span, ...]:
    """The spans of some lines, those that follow each other joined."""
    joined: list[Span] = []
    last = -2
    for number in sorted(numbers):
        line = lines[number]
        if number == last + 1:
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
        last = number
    return tuple(joined)

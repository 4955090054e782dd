"""Split a compilation into its articles, and mark what is no part of them.

A page that was copied together has no reliable marks between its articles. What tells them apart is how Arabic
newspapers write: every paragraph but the first goes on from the one before («وقال»، «كما»، «في غضون ذلك»), while an
article begins with a headline, a dateline («روما ـ») or a sentence that introduces somebody by office («قال نائب وزير
الخارجية …»). One such sign is not enough, and none counts unless the text shows that it is a compilation: by stray
ids, paragraphs that occur twice, several datelines, or rules between parts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.documents.layout import Line, boilerplate, is_separator, lines_of, spans, word_list
from timeline.documents.model import Document
from timeline.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATELINE = re.compile(r"[^\W\d]+(?:[ ،,]+[^\W\d]+){0,2}\s*(?:\([^)]{2,30}\)\s*)?(?:\u0640|[-–—])+\s+\S")
_QUOTE = tuple("\"'“”«(")
_RULE = re.compile(r"[-–—=*_~#\s]{3,}")
_ENOUGH = 3
_REPEATED = 8


def mark_boilerplate(document: Document) -> Document:
    """The document with what is no part of its report marked, if that was not done before."""
    if document.boilerplate or "\n" not in document.text:
        return document
    lines = lines_of(document.text)
    return evolve(document, boilerplate=spans(lines, boilerplate(lines)))


def split(document: Document) -> list[Document]:
    """The articles of a report, each with its boilerplate marked; a list of one where it is one article.

    The text of an article is the part of the whole that ``part_span`` gives, unchanged. A document with a title of its
    own is one article.
    """
    lines = lines_of(document.text)
    aside = boilerplate(lines)
    starts = [] if document.title else _starts(lines, aside)
    if len(starts) < 2:
        return [evolve(document, boilerplate=spans(lines, aside))]
    articles = []
    for first, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        own = lines[first:following]
        start, end = own[0].start, own[-1].end
        asides = spans(lines, {number for number in range(first, following) if number in aside})
        articles.append(
            Document(
                document.text[start:end],
                document.published,
                document.source,
                own[0].text if _is_headline(lines, first, aside) else None,
                document.url,
                boilerplate=tuple((left - start, right - start) for left, right in asides),
                part_of=document.id,
                part_span=(start, end),
            )
        )
    return articles


def _starts(lines: Sequence[Line], aside: set[int]) -> list[int]:
    """The numbers of the lines that an article begins with; none where the text does not look like a compilation."""
    if not _is_compilation(lines, aside):
        return []
    starts: list[int] = []
    before: int | None = None
    gap = False
    for number, line in enumerate(lines):
        if number in aside:
            gap = gap or is_separator(line)
            continue
        if before is None:
            starts.append(number)
        elif not (before == starts[-1] and _is_headline(lines, before, aside)):
            score = _score(lines, number, aside, gap=gap or line.gap) if lines[before].is_closed or gap else 0
            if score >= _ENOUGH:
                starts.append(number)
        before, gap = number, False
    return starts


def _score(lines: Sequence[Line], number: int, aside: set[int], *, gap: bool) -> int:
    """How much speaks for an article that begins with this line, in a text known to hold several."""
    line = lines[number]
    if _goes_on(line) or line.text.startswith(_QUOTE):
        return 0
    score = 1 + gap
    if _is_headline(lines, number, aside):
        score += 2
    introduces = not line.is_short and any((word,) in word_list("introduces") for word in line.words[1:7])
    if introduces or _DATELINE.match(line.text):
        score += 2
    return score


def _goes_on(line: Line) -> bool:
    """Whether a paragraph goes on from the one before: it begins with «و», «كما», «في غضون»."""
    if not line.words:
        return True
    first = line.words[0]
    if (first,) in word_list("goes_on"):
        return True
    return first[:1] in {fold_word("و"), fold_word("ف")} and (first,) not in word_list("whole_words")


def _is_headline(lines: Sequence[Line], number: int, aside: set[int]) -> bool:
    """A short line that goes on from nothing, above a long one that does not go on from it either."""
    line = lines[number]
    if not line.is_short or len(line.words) < 3 or line.text.endswith((":", "،", ",")) or _goes_on(line):
        return False
    below = next((lines[at] for at in range(number + 1, len(lines)) if at not in aside), None)
    return below is not None and len(below.words) >= 12 and len(below.words) > len(line.words) and not _goes_on(below)


def _is_compilation(lines: Sequence[Line], aside: set[int]) -> bool:
    own = [number for number in range(len(lines)) if number not in aside]
    if len(own) < 3:
        return False
    if any(is_separator(line) and line.words for line in lines):
        return True
    if any(_RULE.fullmatch(lines[number].text) for number in aside):
        return True
    long = [lines[number].words for number in own if len(lines[number].words) >= _REPEATED]
    if len(set(long)) < len(long):
        return True
    return sum(bool(_DATELINE.match(lines[number].text)) for number in own) > 1

"""Sentences of an Arabic report, as spans of the text: «قال إنه "لن يعود". ثم غادر.» is two.

A full stop, question mark or exclamation mark ends a sentence where a space or the end of the line follows and no
quotation is open; «..» and «…» do not. A line break always ends one. A quotation that is never closed ends with its
line, so that one lost quotation mark does not swallow the rest of the report.
"""

from __future__ import annotations

import re

_OPENING = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
_CLOSING = frozenset("»”›’")
_QUOTES = '«»“”„‹›"'
# The set at the head of the pattern lets `re` run over everything else without trying to match.
_CANDIDATE = re.compile(rf"""[.!?؟۔{_QUOTES}](?:(?<=[{_QUOTES}])|(?<=[.!?؟۔])[.!?؟۔]*(?=[\s»”"')\]]|$))""")
#: Letters and short words before a full stop that shorten something: «د. محمد»، «أ. ف. ب.»، «ص. ب.».
_ABBREVIATION = re.compile(r"(?:^|[\s(«“\"])(?:[\u0621-\u064a]|[A-Za-z]|ا\.ف|أ\.ف|د\.ب|No|Mr|Dr|St)$")
_END_OF_QUOTE = frozenset("»”\"')]›’")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences are, in order: ``text[start:end]`` has no white space at either end."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        _line(text, line.start(), line.end(), spans)
    return spans


def _line(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """The sentences of one line, with quotations respected where they are balanced."""
    marks = list(_CANDIDATE.finditer(text, start, end))
    closes = _closings(text, marks) if len(marks) > 1 else {}
    begin = start
    quote_until = -1
    for mark in marks:
        place = mark.start()
        character = text[place]
        if character not in ".!?؟۔":
            quote_until = max(quote_until, closes.get(place, -1))
            continue
        stop = mark.end()
        if mark.end() - place > 1 and set(mark.group()) == {"."}:
            continue  # «..» goes on
        if character == "." and _ABBREVIATION.search(text, max(begin, place - 6), place):
            continue
        if place < quote_until:
            # Inside a quotation: only its last mark ends the sentence, and only if nothing but a new sentence follows.
            if stop != quote_until:
                continue
            if not _new_sentence_after(text, stop + 1, end):
                continue
            stop += 1
        while stop < end and text[stop] in _END_OF_QUOTE and stop not in closes:
            stop += 1
        _add(text, begin, stop, spans)
        begin = stop
    if begin < end:
        _add(text, begin, end, spans)


def _closings(text: str, marks: list[re.Match[str]]) -> dict[int, int]:
    """For each opening quotation mark that is closed on its line, the place of its closing mark."""
    closes: dict[int, int] = {}
    stack: list[tuple[int, str]] = []
    straight: int | None = None
    for mark in marks:
        place = mark.start()
        character = text[place]
        if character in _OPENING:
            stack.append((place, _OPENING[character]))
        elif character in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][1] == character or character in _CLOSING:
                    closes[stack[depth][0]] = place
                    del stack[depth:]
                    break
        elif character == '"':
            if straight is None:
                straight = place
            else:
                closes[straight] = place
                straight = None
    return closes


def _new_sentence_after(text: str, place: int, end: int) -> bool:
    """Whether what follows a closed quotation is a sentence of its own, not «… أضاف المتحدث»."""
    rest = text[place:end].lstrip()
    return not rest or not rest.startswith(("،", ",", "-", "–", ")", "»", "”"))


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))

"""Folding: one spelling for all spellings, with every offset kept.

A text becomes one byte a character, in which the spellings of a word are one: «الأربعاء», «الاربعاء», «الأرْبِعَاء»
and «الأربـعاء» are the same bytes. Nothing moves but for what is deleted (diacritics, tatweel, direction marks) and
the joints set between letters and digits written together («وفي17»); both are kept in maps, so that every place in
the folded bytes leads back to its place in the caller's string.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise

from timeline.text.alphabet import (
    BYTE,
    DELETED,
    DIACRITIC_BYTES,
    DIGIT_BYTES,
    ENCODING,
    FOLD,
    GLUE_BYTE,
    LETTER_BYTES,
    SEPARATORS,
    SHAPE,
    SPACE_BYTE,
    TATWEEL,
    UNKNOWN,
    WORD_BYTES,
    WORDS,
)


def _any(characters: bytes) -> bytes:
    return b"[" + b"".join(b"\\x%02x" % byte for byte in characters) + b"]"


_DELETED = re.compile(_any(DELETED))
_JOINT = re.compile(
    b"(?<=%(digit)s)(?=%(letter)s)|(?<=%(letter)s)(?=%(digit)s)"
    % {b"digit": _any(DIGIT_BYTES), b"letter": _any(LETTER_BYTES)}
)
_GLUE = bytes([GLUE_BYTE])
#: Tatweel between figures is a dash that the typesetter took from the wrong key: «6 ـ 4 ـ 1959».
_TATWEEL_AS_DASH = re.compile(rf"(?<=\d\s){TATWEEL}(?=\s\d)|(?<=\d){TATWEEL}(?=\d)")


_UNKNOWN = bytes([BYTE[UNKNOWN]])
#: A longer one is a word or phrase of its own (U+FDFA).
LONGEST_LIGATURE = 3
#: Letters in the shapes of their places, as text comes out of a PDF: «ﺃﻣﺲ».
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def _in_plain_letters(text: str) -> tuple[str, list[int]]:
    """The text in plain letters, and where in it a letter was added: a ligature is two («ﻷ» is «لأ»)."""
    pieces: list[str] = []
    added: list[int] = []
    size = 0
    for character in text:
        plain = character
        if _PRESENTED.match(character):
            plain = unicodedata.normalize("NFKC", character).strip() or character
            if len(plain) > LONGEST_LIGATURE:
                plain = character
        added += range(size + 1, size + len(plain))
        pieces.append(plain)
        size += len(plain)
    return "".join(pieces), added


def fold_word(word: str) -> bytes:
    """The folded bytes of a word or phrase: «الأربعاء» and «الاربعاء» give the same."""
    return codecs.charmap_encode(word, "replace", ENCODING)[0].translate(FOLD, DELETED)


class Folded:
    """A folded text: its words, the separators between them, and the way back to the caller's offsets.

    ``words[k]`` stands between ``separators[k - 1]`` and ``separators[k]``; two separators in a row have an empty word
    between them. So ``len(words) == len(separators) + 1``, always.
    """

    __slots__ = ("_deleted", "_expanded", "_joints", "_raw", "_shortened", "_starts", "_text", "bytes", "words")

    def __init__(self, text: str) -> None:
        self._text = text
        self._expanded: list[int] | None = None
        if TATWEEL in text:
            text = _TATWEEL_AS_DASH.sub("-", text)
        raw = codecs.charmap_encode(text, "replace", ENCODING)[0]
        if _UNKNOWN in raw and _PRESENTED.search(text):
            text, self._expanded = _in_plain_letters(text)
            raw = codecs.charmap_encode(text, "replace", ENCODING)[0]
        folded = raw.translate(FOLD, DELETED)
        self._raw = raw
        self._shortened = len(folded) != len(raw)
        self._deleted: list[int] | None = None
        self._joints: list[int] | None = None
        self._starts: list[int] | None = None
        shape = folded.translate(SHAPE)
        if b"0" in shape and (b"a0" in shape or b"0a" in shape):
            joints = [match.start() for match in _JOINT.finditer(folded)]
            self._joints = [place + k for k, place in enumerate(joints)]
            edges = [0, *joints, len(folded)]
            folded = _GLUE.join([folded[a:b] for a, b in pairwise(edges)])
        self.bytes = folded
        self.words = folded.translate(WORDS).split(SPACE_BYTE)

    def separators(self) -> bytes:
        """The class of each separator, in order (see `timeline.text.alphabet`)."""
        return self.bytes.translate(SEPARATORS, WORD_BYTES)

    def start_of(self, word: int) -> int:
        """Where a word begins, in the folded bytes."""
        if self._starts is None:
            self._starts = [0, *accumulate(map(len, self.words))]
        return self._starts[word] + word

    def spelled(self, word: int) -> str:
        """A word as the caller wrote it."""
        start = self.start_of(word)
        first, last = self.original(start, start + len(self.words[word]))
        return self._text[first:last]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the caller's string for a stretch ``[start, end)`` of the folded bytes.

        Diacritics and tatweel after the last letter belong to the word; direction marks do not.
        """
        last = end - 1
        if self._joints is not None:
            start -= bisect_left(self._joints, start)
            last -= bisect_left(self._joints, last)
        if self._shortened:
            if self._deleted is None:
                # For the k-th deleted character at raw place p: p - k is the folded place that it stood before.
                self._deleted = [match.start() - k for k, match in enumerate(_DELETED.finditer(self._raw))]
            start += bisect_right(self._deleted, start)
            last += bisect_right(self._deleted, last)
            raw, size, place = self._raw, len(self._raw), last + 1
            while place < size and raw[place] in DELETED:
                if raw[place] in DIACRITIC_BYTES:
                    last = place
                place += 1
        if self._expanded is not None:
            start -= bisect_right(self._expanded, start)
            last -= bisect_right(self._expanded, last)
        return start, last + 1

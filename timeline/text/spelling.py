"""One spelling for all spellings of a word, and the attached particles that a word may begin with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

TATWEEL = "\u0640"
#: Diacritics, tatweel and direction marks: parts of a word that change nothing about which word it is.
MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_MARK = re.compile(f"[{MARKS}]")
_SAME = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
        "ک": "ك", "ھ": "ه", "ە": "ه",
    }
)  # fmt: skip

_VARIANTS = frozenset(map(chr, _SAME))

#: What may stand before a word, longest first, with the letters that belong to the word itself («للجيش» is ل + الجيش).
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")


def fold(word: str) -> str:
    """Alef without hamza, no diacritics, no tatweel, ى as ي, ة as ه: «الأربِعاء» and «الاربعاء» are one."""
    if not word.isalpha() or TATWEEL in word:
        word = _MARK.sub("", word)
    return word if _VARIANTS.isdisjoint(word) else word.translate(_SAME)


_WORD = re.compile(r"\w+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def words_of(text: str) -> list[str]:
    """The words of a text in one spelling, without signs and spaces: what a sentence says, however it is set.

    The ids of events are made of them and corrections by hand are found by them: what is folded here stays folded.
    """
    return _WORD.findall(fold(unicodedata.normalize("NFKC", text)).translate(_DIGITS).casefold())


_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """A text without the marks of direction and the joiners that no reader sees."""
    return _UNSEEN.sub("", text) if not text.isascii() else text


def letters(word: str) -> int:
    """How many characters of a word are letters (not marks)."""
    return len(_MARK.sub("", word))


def offset_of_letter(word: str, count: int) -> int:
    """The offset in the word as printed after which ``count`` folded letters have been seen."""
    if not count:
        return 0
    seen = 0
    for place, character in enumerate(word):
        if _MARK.match(character):
            continue
        if seen == count:
            return place
        seen += 1
    return len(word)


def stripped(word: str) -> Iterator[tuple[str, str, str, int]]:
    """A folded word taken apart: (conjunction, preposition, rest, letters taken), the whole word first.

    «ولتركيا» yields ("", "", "ولتركيا", 0), ("و", "", "لتركيا", 1) and ("و", "ل", "تركيا", 2); «للجيش» yields
    ("", "ل", "الجيش", 1).
    """
    for conjunction in ("", *CONJUNCTIONS):
        if conjunction and not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        if len(rest) < 2 and conjunction:
            continue
        taken = len(conjunction)
        yield conjunction, "", rest, taken
        first = rest[:1]
        if first in PREPOSITIONS and len(rest) > 2 and (first != "ك" or rest.startswith("كال")):
            if first == "ل" and rest[1] == "ل":
                yield conjunction, "ل", "ا" + rest[1:], taken + 1
                yield conjunction, "ل", rest[1:], taken + 1
            else:
                yield conjunction, first, rest[1:], taken + 1

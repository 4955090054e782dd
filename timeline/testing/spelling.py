"""Spellings that newspapers mix: hamza seats, ta marbuta, alef maqsura, digits, vowel signs, tatweel, spaces, marks."""

from __future__ import annotations

import random

from attrs import frozen
from hypothesis import strategies as st

from timeline.text.alphabet import ARABIC_INDIC, EXTENDED, NO_BREAK_SPACE, TATWEEL, WESTERN

#: fatha, damma, kasra, shadda, sukun and the tanweens
VOWEL_SIGNS = "\u064e\u064f\u0650\u0651\u0652\u064b\u064c\u064d"
#: Those that decide nothing: a damma shows a passive («قُتل»), a tanween a case, a shadda another verb.
MUTE_SIGNS = "\u064e\u0650\u0652"
DIRECTION_MARKS = "\u200e\u200f\u061c"
#: Letters that join to the left, so that tatweel may stand behind them.
JOINING = "بتثجحخسشصضطظعغفقكلمنهيئ"
_ALEF = {"أ": "ا", "إ": "ا", "آ": "ا"}
_SHAPES = {"western": WESTERN, "arabic-indic": ARABIC_INDIC, "extended": EXTENDED}


@frozen
class Spelling:
    """How a text is spelled; each field names one habit of newspapers, and the default is the careful one.

    ``hamza`` False writes «الاربعاء», ``ta_marbuta`` False «الجمعه», ``dotted_ya`` False «الماضى»; ``vowels`` and
    ``tatweel`` are probabilities for each letter, ``marks`` for each gap between characters, ``no_break`` for each
    space; ``signs`` are the vowel signs that are written.
    """

    hamza: bool = True
    ta_marbuta: bool = True
    dotted_ya: bool = True
    digits: str = "western"
    vowels: float = 0.0
    tatweel: float = 0.0
    marks: float = 0.0
    no_break: float = 0.0
    seed: int = 0
    signs: str = VOWEL_SIGNS


CAREFUL = Spelling()


def respell(text: str, spelling: Spelling) -> str:
    """The text in another spelling; its words and its meaning stay: «الأربعاء 7» may become «الاربـعاء ٧»."""
    chance = random.Random(f"{spelling.seed}{text}")
    shape = _SHAPES[spelling.digits]
    written: list[str] = []
    size = len(text)
    for place, letter in enumerate(text):
        last_of_word = place + 1 == size or not text[place + 1].isalpha()
        if letter.isascii() and letter.isdigit():
            written.append(shape[int(letter)])
        elif not spelling.hamza and letter in _ALEF:
            written.append(_ALEF[letter])
        elif not spelling.ta_marbuta and letter == "ة":
            written.append("ه")
        elif not spelling.dotted_ya and letter == "ي" and last_of_word:
            written.append("ى")
        elif letter == " " and chance.random() < spelling.no_break:
            written.append(NO_BREAK_SPACE)
        else:
            written.append(letter)
        if letter.isalpha() and spelling.vowels and chance.random() < spelling.vowels:
            written.append(chance.choice(spelling.signs))
        if letter in JOINING and not last_of_word and spelling.tatweel and chance.random() < spelling.tatweel:
            written.append(TATWEEL * chance.randint(1, 3))
        if place + 1 < size and spelling.marks and chance.random() < spelling.marks:
            written.append(chance.choice(DIRECTION_MARKS))
    return "".join(written)


def spellings() -> st.SearchStrategy[Spelling]:
    """Any mixture of habits; the careful spelling is the simplest."""
    rates = st.sampled_from((0.0, 0.0, 0.15, 0.5))
    return st.builds(
        Spelling,
        hamza=st.sampled_from((True, False)),
        ta_marbuta=st.sampled_from((True, False)),
        dotted_ya=st.sampled_from((True, False)),
        digits=st.sampled_from(tuple(_SHAPES)),
        vowels=rates,
        tatweel=rates,
        marks=st.sampled_from((0.0, 0.0, 0.1)),
        no_break=st.sampled_from((0.0, 0.0, 0.5)),
        seed=st.integers(0, 1000),
    )

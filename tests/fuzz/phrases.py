"""Fuzzing by the grammar's own words: phrases that rules nearly make; only orderly expressions may come back.

Bytes seldom become «من السبت إلى الاثنين الجاري». Here a phrase is grown from the pattern of a rule, with forms of the
lexicon for its categories, then spoilt: words are lost, doubled, moved, exchanged for others, joined to other phrases
by prepositions, signs, digits and ordinary words. What is found has to stand in its place, in order and apart; its
intervals follow each other; its value is TIMEX3, its EDTF is EDTF; nothing raises.

Run by ``make fuzz`` for a minute. ``make fuzz FUZZ=--minutes=10``, or by itself with ``--seed``; the words of libFuzzer
that the other targets take (``-max_total_time=3600``) are understood. Each kind of failure is told once, with the
shortest phrase that shows it. The memories of the library are emptied now and then, so that a run is repeatable.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import random
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

os.environ["TIMELINE_UNFORESEEN"] = "raise"
sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzzing import seed_and_seconds

from timeline import tagger
from timeline.errors import ParseError, TimelineWarning
from timeline.grammar import pattern, scan
from timeline.grammar.rule import RULES, SYMBOLS, Rule
from timeline.lexicon import load
from timeline.resolve.context import Settings
from timeline.tagger import resolution
from timeline.values.edtf import intervals_of, is_edtf
from timeline.values.timex import is_timex3

DEEPEST = 7
LIBRARY = str(Path(pattern.__file__).parent.parent)
NOISE = (
    "الوزير", "قال", "سيلتقي", "وزارة", "الحرب", "القرار", "التقى", "دمشق", "مليون", "شخصا", "الأمم", "المتحدة", "إن",
    "الذي", "وقع", "ستعقد", "أعلن", "لم", "كان", "قد", "عمره", "مدينة", "x", "COVID-19", "%",
)  # fmt: skip
JOINTS = (
    " ", " ", " ", " ", " و", " و ", "، و", "، ", "/", " / ", "-", " - ", "–", " إلى ", " حتى ", " وحتى ", " من ",
    " من ", " (", ") ", " في ", " بين ", " قبل ", " بعد ", " منذ ", ": ", ".", ". ", "\n", "«", "»", "؟ ", " أو ",
    " الموافق ", "", "\u00a0", "\u200f", "ـ", " الماضي ", " المقبل ", " الجاري ", " التالي ",
)  # fmt: skip
DIGITS = ("0", "1", "2", "7", "07", "12", "13", "24", "29", "30", "31", "32", "59", "60", "100", "1446", "1999", "2000",
          "2024", "2199", "2200", "9999", "10000", "٣", "۲۰۲۴")  # fmt: skip
REFERENCES = (
    None, dt.date(2024, 12, 3), dt.date(2024, 3, 27), dt.date(2024, 1, 1), dt.date(2023, 12, 31), dt.date(2024, 2, 29),
    dt.date(2000, 2, 29), dt.date(1999, 6, 15), dt.date.min, dt.date(1, 3, 1), dt.date(9999, 11, 30), dt.date.max,
)  # fmt: skip
SETTINGS = (
    Settings(),
    Settings(),
    Settings(week_start=6, weekend=(5, 6), fiscal_start=7),
    Settings(week_start=7, weekend=(7, 1), fiscal_start=4, fiscal_named="begin"),
)


class Fault(Exception):  # noqa: N818
    """What was found is not as it should be."""


# ---- phrases -------------------------------------------------------------------------------------------------------


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """The words of each category, as they are written."""
    found: dict[str, dict[str, None]] = {}
    for form, entry, *_ in (*load._read_tables(), *((d, load.Entry(c, n)) for d, c, n in load._numbers())):
        found.setdefault(entry.category, {})[form] = None
    for words, entry in load.lexicon().phrases.items():
        form = next(each for each in entry.facts["forms"] if len(each.split()) == len(words))
        head, *tail = form.split()
        found.setdefault("named_head", {})[" ".join((head, *tail))] = None
        found.setdefault("named_word", {}).update(dict.fromkeys(tail))
    return {category: tuple(words) for category, words in found.items()}


@cache
def every_form() -> tuple[str, ...]:
    """Every word of the lexicon; of the numbers only a few."""
    return tuple(form for category, words in forms().items() for form in words if not form.isdecimal()) + DIGITS


class Grower:
    """Grows phrases from patterns, by the dice of one run."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.read = cache(pattern.read)

    def word(self, category: str) -> str:
        """A form of a category, mostly bare."""
        words = forms().get(category)
        if not words:
            return self.dice.choice(every_form())
        return self.dice.choice(words)

    def grown(self, text: str, depth: int = 0) -> list[str]:
        """Words and signs for a pattern."""
        return self.option(self.read(text), depth)

    def option(self, options: tuple[Any, ...], depth: int) -> list[str]:
        """Words for one of several sequences; deep down for the shortest, so that it comes to an end."""
        items = min(options, key=len) if depth > DEEPEST else self.dice.choice(options)
        return [word for item in items for word in self.item(item, depth)]

    def item(self, item: Any, depth: int) -> list[str]:
        """Words for one item of a pattern."""
        match item:
            case pattern.Name(name):
                symbol = SYMBOLS.get(name)
                return self.grown(symbol.pattern, depth + 1) if symbol else self.word(name).split()
            case pattern.Sign(sign):
                return [sign]
            case pattern.Mark("&", inner):
                words = self.item(inner, depth)
                kind = self.dice.random()
                return ["و", *words] if kind < 0.15 else [",", *words] if kind < 0.2 else ["و" + words[0], *words[1:]]
            case pattern.Mark(_, inner):
                words = self.item(inner, depth)
                return [self.dice.choice(("", "ب", "ل")) + words[0], *words[1:]]
            case pattern.Group(options):
                return self.option(options, depth)
            case pattern.Repeat(inner, least, most):
                count = self.dice.choice((least, least + 1, least + 1, least + 2))
                count = min(count, most) if most is not None else count
                return [word for _ in range(least if depth > DEEPEST else count) for word in self.item(inner, depth)]
        raise TypeError(item)

    def phrase(self, rule: Rule) -> list[str]:
        """A phrase for a rule, between the neighbors that it asks for."""
        words = self.grown(rule.pattern)
        if rule.governed and words:
            words[0] = self.dice.choice(rule.governed) + words[0]
        if rule.after and self.dice.random() < 0.9:
            words = [self.word(self.dice.choice(rule.after)), *words]
        if rule.before and self.dice.random() < 0.9:
            words = [*words, self.word(self.dice.choice(rule.before))]
        if rule.enclosed:
            words = ["(", *words, ")"]
        return words

    def spoilt(self, words: list[str]) -> list[str]:
        """The phrase with a few things wrong in it."""
        words = list(words)
        for _ in range(self.dice.choice((0, 0, 1, 1, 2, 4))):
            if not words:
                break
            place = self.dice.randrange(len(words))
            match self.dice.randrange(9):
                case 0:
                    del words[place]
                case 1:
                    words.insert(place, words[place])
                case 2:
                    other = self.dice.randrange(len(words))
                    words[place], words[other] = words[other], words[place]
                case 3 | 4:
                    words[place] = self.other(words[place])
                case 5:
                    words.insert(place, self.dice.choice(every_form()))
                case 6:
                    words.insert(place, self.dice.choice(NOISE))
                case 7:
                    words[place] = self.dice.choice(DIGITS)
                case 8:
                    words[place] = self.dice.choice(("و", "ب", "ل", "ال", "ف", "س")) + words[place]
        return words

    def other(self, word: str) -> str:
        """Another word of one of its categories."""
        kinds = by_word().get(word.removeprefix("و"))
        found = self.word(self.dice.choice(kinds)) if kinds else self.dice.choice(every_form())
        return "و" + found if word.startswith("و") and kinds else found

    def text(self, rules: list[Rule]) -> str:
        """One phrase or several, joined."""
        pieces = []
        for _ in range(self.dice.choice((1, 1, 1, 2, 2, 3))):
            words = self.spoilt(self.phrase(self.dice.choice(rules)))
            if self.dice.random() < 0.15:
                words.insert(0, self.dice.choice(NOISE))
            pieces.append(" ".join(words))
        text = pieces[0]
        for piece in pieces[1:]:
            text += self.dice.choice(JOINTS) + piece
        return text


@cache
def by_word() -> dict[str, tuple[str, ...]]:
    """The categories of each word."""
    found: dict[str, tuple[str, ...]] = {}
    for category, words in forms().items():
        for word in words:
            found[word] = (*found.get(word, ()), category)
    return found


# ---- what has to hold ------------------------------------------------------------------------------------------------

Case = tuple[str, dt.date | None, str, Settings]


def check(case: Case) -> None:
    """Read a text, and ask of everything in it what has to hold."""
    text, reference, prefer, settings = case
    found = tagger.find(text, reference=reference, prefer=prefer, settings=settings)
    for each in found:
        for name, holds in asked(text, each):
            if not holds:
                raise Fault(f"{name}: {each.denotation.rule}")
    for one, other in pairwise(found):
        if one.end_char > other.start_char:
            raise Fault(f"expressions overlap: {one.denotation.rule}, {other.denotation.rule}")
    with contextlib.suppress(ParseError):
        tagger.parse(text, reference=reference, prefer=prefer, settings=settings)


def asked(text: str, each: Any) -> Iterator[tuple[str, bool]]:
    """What has to hold of one expression, by name."""
    yield "place", text[each.start_char : each.end_char] == each.text and bool(each.text)
    yield "days or a reason", bool(each.intervals) != bool(each.open_reason)
    yield "intervals in order and apart", all(one.precedes(other) for one, other in pairwise(each.intervals))
    yield "value is TIMEX3", is_timex3(each.value)
    yield "EDTF is EDTF", each.edtf is None or is_edtf(each.edtf)
    if each.intervals and each.type == "DATE" and "," in each.value:
        yield "one interval for each value", len(each.value.split(",")) == len(each.intervals)
    if each.edtf and each.intervals and not any(interval.is_open for interval in each.intervals):
        yield "EDTF is the same days", tuple(intervals_of(each.edtf)) == each.intervals or bool(each.modifier)
    yield "it explains itself", bool(repr(each)) and each.text in each.explain()
    for span in (each.signal, each.anchor):
        yield "spans", span is None or bool(text[span[0] : span[1]])
    yield "not in a vague window of its own", each.window is None or each.window.start != each.window.end


def failure_of(case: Case) -> str | None:
    """The kind of a failure: what went wrong, and where in the library; ``None`` if all is well."""
    try:
        check(case)
    except Fault as fault:
        return str(fault)
    except Exception as error:  # noqa: BLE001 (any at all is a finding)
        inside = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(LIBRARY)]
        places = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in inside[-2:])
        return f"{type(error).__name__} in {places}: {inside[-1].line if inside else error}"
    return None


def forget() -> None:
    """Empty the memories of the library: what is remembered is not produced again."""
    scan.remembered.clear()
    resolution._denotations.clear()


def shortest(case: Case, kind: str) -> Case:
    """The same failure in as few words as it takes."""
    words = case[0].split(" ")
    place = 0
    while place < len(words):
        fewer = " ".join(words[:place] + words[place + 1 :])
        forget()
        if failure_of((fewer, *case[1:])) == kind:
            words = fewer.split(" ")
        else:
            place += 1
    return (" ".join(words), *case[1:])


# ---- the run -------------------------------------------------------------------------------------------------------


def cases(seed: int) -> Iterator[Case]:
    """Cases without end, the same for the same seed."""
    dice = random.Random(seed)
    grower = Grower(dice)
    rules = list(RULES.values())
    while True:
        day = dt.date(dice.randint(1900, 2100), dice.randint(1, 12), dice.randint(1, 28))
        reference = dice.choice((dice.choice(REFERENCES), day, dt.date(2024, 12, 3)))
        yield grower.text(rules), reference, dice.choice(("past", "past", "future")), dice.choice(SETTINGS)


def run(seed: int, seconds: float, tell: Callable[[str], object] = print) -> dict[str, Case]:
    """Read cases for so long; every kind of failure with its shortest case."""
    known: dict[str, Case] = {}
    end = time.monotonic() + seconds
    count = 0
    for count, case in enumerate(cases(seed), start=1):
        kind = failure_of(case)
        if kind is not None and kind not in known:
            known[kind] = shortest(case, kind)
            text, reference, prefer, settings = known[kind]
            where = f"reference={str(reference)!r}, prefer={prefer!r}, week={settings.week_start}"
            tell(f"{kind}\n    find({text!r}, {where})")
        if count % 5000 == 0:
            forget()
            if time.monotonic() > end:
                break
    tell(f"{count} texts, {len(known)} kinds of failure")
    return known


def main() -> int:
    """Fuzz for the minutes that are given."""
    seed, seconds = seed_and_seconds(__doc__)
    warnings.simplefilter("error", TimelineWarning)
    scan.grammar()
    return 1 if run(seed, seconds) else 0


if __name__ == "__main__":
    sys.exit(main())

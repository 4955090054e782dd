"""What must not matter: spelling, marks, digits, spaces, quotes and the text around never change what a date means."""

from __future__ import annotations

import datetime as dt
import importlib.util
import random
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.resolve.draft import NOTHING_TOLD
from timeline.testing import Spelling, respell, said, spellings

WEEK = dt.timedelta(days=7)
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")


def reports():
    """The sentences of the newswire table: real constructions in their clauses."""
    path = Path(__file__).parent / "corpus" / "newswire.py"
    specification = importlib.util.spec_from_file_location("newswire_for_metamorphoses", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return [(each.published, each.sentence) for each in module.REPORTS]


REPORTS = reports()
some_report = st.sampled_from(REPORTS)


def meanings(text, reference):
    return [(e.type, e.value, e.intervals, e.role, e.modifier) for e in timeline.find(text, reference=reference)]


def letters(text):
    """What of a text is read: no marks, one shape of each letter."""
    plain = re.sub("[\u0640\u064b-\u065f\u0670\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return plain.translate(SAME)


SAME = str.maketrans(
    "أإآٱىئؤةکی" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "\u00a0",
    "اااايي" + "و" + "ه" + "ك" + "ي" + "0123456789" + "0123456789" + " ",
)


# ---- spelling --------------------------------------------------------------------------------------------------------


HABITS = {
    "no hamza": Spelling(hamza=False),
    "ha for ta marbuta": Spelling(ta_marbuta=False),
    "alef maqsura for ya": Spelling(dotted_ya=False),
    "arabic-indic digits": Spelling(digits="arabic-indic"),
    "extended digits": Spelling(digits="extended"),
    "vowel signs": Spelling(vowels=0.4),
    "tatweel": Spelling(tatweel=0.4),
    "direction marks": Spelling(marks=0.2),
    "no-break spaces": Spelling(no_break=1.0),
    "all": Spelling(
        hamza=False, ta_marbuta=False, dotted_ya=False, digits="extended", vowels=0.3, tatweel=0.3, marks=0.2, seed=7
    ),
}


@pytest.mark.parametrize("habit", HABITS)
def test_no_habit_of_spelling_changes_any_sentence_of_the_table(habit):
    changed = []
    for published, sentence in REPORTS:
        written = respell(sentence, HABITS[habit])
        found = timeline.find(written, reference=published)
        same = meanings(sentence, published) == meanings(written, published)
        whole = [letters(e.text) for e in found] == [
            letters(e.text) for e in timeline.find(sentence, reference=published)
        ]
        if not same or not whole:
            changed.append((sentence, written, found))
    assert changed == []


@given(some_report, spellings())
def test_no_mixture_of_habits_either(report, spelling):
    published, sentence = report
    assert meanings(respell(sentence, spelling), published) == meanings(sentence, published)


LOOKALIKES = [("ك", "ک"), ("ي", "ی"), ("ؤ", "و"), ("ئ", "ي"), ("ا", "ٱ"), ("أ", "إ"), ("إ", "أ")]


@pytest.mark.parametrize(("letter", "other"), LOOKALIKES)
def test_letters_of_other_keyboards(letter, other):
    for published, sentence in REPORTS:
        assert meanings(sentence.replace(letter, other), published) == meanings(sentence, published)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u2003", "\t", "  ", " \u00a0 "])
def test_any_space_is_a_space(space):
    for published, sentence in REPORTS:
        assert meanings(sentence.replace(" ", space), published) == meanings(sentence, published)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("\u2067", "\u2069"), ("\u202b", "\u202c"), ("\u200f", "\u200f"), ("\ufeff", "")],
)
def test_direction_marks_around_every_word(before, behind):
    for published, sentence in REPORTS:
        wrapped = " ".join(f"{before}{word}{behind}" for word in sentence.split(" "))
        assert meanings(wrapped, published) == meanings(sentence, published)


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_any_dash_is_a_dash(dash):
    for published, sentence in REPORTS:
        if "-" in sentence:
            assert meanings(sentence.replace("-", dash), published) == meanings(sentence, published)


# ---- the text around -------------------------------------------------------------------------------------------------

PARAGRAPHS = (
    "يضم الملف ثلاث وثائق وخريطة واحدة.",
    "كتب المحرر مقدمة قصيرة، ثم ترك الكلام للقراء",
    "هل تعود الحافلة؟ لا أحد يعرف!",
    "Reuters - 12 % (A4)",
)


@given(
    some_report, st.lists(st.sampled_from(PARAGRAPHS), max_size=3), st.lists(st.sampled_from(PARAGRAPHS), max_size=3)
)
def test_paragraphs_around_shift_places_and_nothing_else(report, before, behind):
    published, sentence = report
    opening = "".join(f"{each}\n\n" for each in before)
    text = opening + sentence + "".join(f"\n\n{each}" for each in behind)
    alone = timeline.find(sentence, reference=published)
    inside = timeline.find(text, reference=published)
    assert meanings(text, published) == meanings(sentence, published)
    assert [e.start_char - len(opening) for e in inside] == [e.start_char for e in alone]


@pytest.mark.parametrize(("left", "right"), ["«»", "“”", '""', "()", "[]", "‹›"])
def test_a_quoted_sentence_means_the_same(left, right):
    for published, sentence in REPORTS:
        if left in sentence or right in sentence:
            continue
        # A bracket right beside an expression is a construction of its own: «(2003)», «(19 عاما)».
        assert meanings(f"{left} {sentence} {right}", published) == meanings(sentence, published)


@given(
    said("numeric dates", "hijri days", "years", "relative units", "windows"), st.sampled_from(["«»", "“”", '""', "‘’"])
)
def test_quotes_around_an_expression_change_no_value(one, quotes):
    text = (
        one.text[: one.start_char]
        + quotes[0]
        + one.text[one.start_char : one.end_char]
        + quotes[1]
        + one.text[one.end_char :]
    )
    (found,) = timeline.find(text, reference=one.reference)
    assert found.intervals == one.phrase.intervals
    assert (found.start_char, found.end_char) == (one.start_char + 1, one.end_char + 1)


@pytest.mark.parametrize("quotes", ["“”", '""', "„“", "‹›"])
def test_one_pair_of_quotes_is_as_good_as_another(quotes):
    for published, sentence in REPORTS:
        if "«" in sentence:
            other = sentence.replace("«", quotes[0]).replace("»", quotes[1])
            values = [(e.text, e.type) for e in timeline.find(sentence, reference=published)]
            assert [(e.text, e.type) for e in timeline.find(other, reference=published)] == values


# ---- time ------------------------------------------------------------------------------------------------------------


def moved(intervals, by):
    return tuple(timeline.Interval(each.start + by, each.end + by) for each in intervals)


@given(said("weekdays", "nights", "deictic days"), st.integers(-300, 300))
def test_a_later_printing_moves_weekdays_by_whole_weeks(one, weeks):
    (now,) = timeline.find(one.text, reference=one.reference)
    (then,) = timeline.find(one.text, reference=one.reference + weeks * WEEK)
    assert then.intervals == moved(now.intervals, weeks * WEEK)


@given(said("numeric dates", "hijri days", "years"), st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_what_is_told_whole_does_not_depend_on_the_day_of_printing(one, other):
    expected = [(e.value, e.intervals, e.role) for e in timeline.find(one.text)]
    assert [(e.value, e.intervals, e.role) for e in timeline.find(one.text, reference=other)] == expected
    assert expected[0][1] == one.phrase.intervals


@given(some_report)
def test_without_a_day_of_printing_nothing_is_guessed(report):
    published, sentence = report
    known = timeline.find(sentence, reference=published)
    unknown = timeline.find(sentence)
    assert [e.text for e in unknown] == [e.text for e in known]
    for one, other in zip(unknown, known, strict=True):
        assert one.intervals in {(), other.intervals}
        assert one.intervals or one.open_reason


# ---- the order of a list ---------------------------------------------------------------------------------------------


@given(st.lists(st.integers(1900, 2099), min_size=2, max_size=5, unique=True), st.randoms())
def test_years_mean_the_same_in_any_order(years, dice):
    shuffled = dice.sample(years, len(years))
    texts = ["أعوام " + " و".join(map(str, each)) for each in (sorted(years), shuffled)]
    assert meanings(texts[0], None) == meanings(texts[1], None) != []


@given(st.integers(1, 28), st.integers(1, 14), st.integers(1, 12))
def test_days_near_each_other_mean_the_same_told_backwards(day, more, month):
    first = min(day, 28 - more)
    last = first + more
    texts = [f"{a} و{b} {MONTHS[month - 1]} 2021" for a, b in ((first, last), (last, first))]
    assert meanings(texts[0], None) == meanings(texts[1], None) != []


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)), st.integers(1, 12), st.integers(1, 12))
def test_two_months_are_never_more_than_a_year_apart(printed, first, last):
    (found,) = timeline.find(f"شهري {MONTHS[first - 1]} و{MONTHS[last - 1]}", reference=printed)
    assert len(found.intervals) == 1 + (first != last)
    assert (found.intervals[-1].end - found.intervals[0].start).days <= 366


# ---- paragraphs together ---------------------------------------------------------------------------------------------


@given(st.lists(some_report, min_size=2, max_size=5))
def test_paragraphs_together_give_the_union(several):
    reference = several[0][0]
    text, expected = "", []
    for _, sentence in several:
        expected += [(len(text) + e.start_char, e) for e in timeline.find(sentence, reference=reference)]
        text += sentence + "\n\n"
    together = timeline.find(text, reference=reference)
    assert [(e.start_char, e.text) for e in together] == [(place, e.text) for place, e in expected]
    for found, (_, alone) in zip(together, expected, strict=True):
        # «ذلك العام» may be told by a paragraph before; whatever stands for itself is the same.
        if alone.open_reason != NOTHING_TOLD:
            assert (found.value, found.intervals, found.role) == (alone.value, alone.intervals, alone.role)


def test_reading_remembers_nothing_from_text_to_text():
    first = [meanings(sentence, published) for published, sentence in REPORTS]
    order = list(range(len(REPORTS)))
    random.Random(5).shuffle(order)
    again = {n: meanings(REPORTS[n][1], REPORTS[n][0]) for n in order}
    assert [again[n] for n in range(len(REPORTS))] == first

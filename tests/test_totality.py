"""Any string at all: no exception, exact places, expressions in order and apart; errors only of our own kinds."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import timeline
from timeline.lexicon.load import lexicon
from timeline.testing import said
from timeline.testing.words import rows
from timeline.text import alphabet
from timeline.values.edtf import is_edtf
from timeline.values.timex import is_timex3

TABLES = {
    "months": ("month", "month_weak", "month_stem", "stem_order", "hijri_month", "hijri_stem", "coptic_month"),
    "days": (
        "weekday",
        "weekday_bare",
        "yesterday",
        "tomorrow",
        "today",
        "part",
        "part_adverb",
        "day_noun",
        "day_dual",
    ),
    "numbers": ("cardinal", "tens", "hundreds", "thousands", "ordinal", "ordinal_tens", "ordinal_before", "fraction"),
    "units": (
        "unit",
        "unit_dual",
        "unit_plural",
        "the_unit",
        "year_noun",
        "season",
        "decade_name",
        "era",
        "era_letter",
    ),
    "relations": (
        "last",
        "next",
        "current",
        "since",
        "until",
        "before",
        "after",
        "from",
        "to",
        "between",
        "portion",
        "every",
    ),
    "clock": ("zone_noun", "zone", "meridiem"),
    "cues": ("reference_noun", "counted", "future", "perfect"),
}
WORDS = sorted(
    {
        form
        for table, categories in TABLES.items()
        for name in categories
        for row in rows(table, name)
        for form in row["forms"].split()
    }
)
CLITICS = ("", "", "", "و", "ف", "ب", "ل", "وب", "ك")
JOINTS = (
    " ",
    " ",
    " ",
    "",
    "\n",
    "، ",
    "/",
    " - ",
    "-",
    "(",
    ")",
    ": ",
    ".",
    "\u00a0",
    "\u200f",
    "\u0640",
    "«",
    "»",
    " و ",
)
NUMBERS = ("0", "7", "07", "31", "32", "12", "2024", "1446", "9999", "10000", "٣", "۲۰۲۴", "24", "60", "000", "1" * 30)

any_character = st.characters(exclude_categories=())  # lone surrogates and unassigned ones too
arabic = st.sampled_from(
    sorted({*alphabet.LETTERS, *alphabet.DIACRITICS, *alphabet.FORMAT_CHARACTERS, *alphabet.DASHES, *alphabet.QUOTES,
            *alphabet.SPACES, *alphabet.LINE_ENDS, *"0123456789٠٥۰۹،؛.:/()ـ\ud800\udfff\U0001f4c5a"})
)  # fmt: skip


@st.composite
def shuffled_words(draw):
    """Words of the lexicon in any order, with any clitics and joints."""
    pieces = draw(
        st.lists(
            st.tuples(st.sampled_from(CLITICS), st.sampled_from((*WORDS, *NUMBERS)), st.sampled_from(JOINTS)),
            max_size=24,
        )
    )
    return "".join(part for piece in pieces for part in piece)


texts = st.one_of(
    st.text(any_character, max_size=200),
    st.text(arabic, max_size=200),
    shuffled_words(),
    st.builds("{}{}{}".format, shuffled_words(), st.text(any_character, max_size=8), shuffled_words()),
)
references = st.one_of(
    st.none(), st.just(dt.date(2024, 12, 3)), st.dates(), st.sampled_from((dt.date.min, dt.date.max))
)
preferences = st.sampled_from(("past", "future"))


def check(text, reference, prefer="past"):
    found = timeline.find(text, reference=reference, prefer=prefer)
    for each in found:
        assert text[each.start_char : each.end_char] == each.text
        assert each.text
        assert each.type in {"DATE", "TIME", "DURATION", "SET"}
        assert each.intervals or each.open_reason
        assert all(one.precedes(other) for one, other in pairwise(each.intervals))
        assert is_timex3(each.value)
        assert each.edtf is None or is_edtf(each.edtf)
        for span in (each.signal, each.anchor):
            assert span is None or text[span[0] : span[1]]
        assert repr(each)
    for one, other in pairwise(found):
        assert one.end_char <= other.start_char
    return found


@given(texts, references, preferences)
def test_any_text_is_read_or_left(text, reference, prefer):
    check(text, reference, prefer)


@given(shuffled_words(), references, preferences)
def test_shuffled_words(text, reference, prefer):
    check(text, reference, prefer)


@given(said(), st.sampled_from((dt.date.min, dt.date(1, 3, 1), dt.date(9999, 11, 30), dt.date.max)))
def test_at_the_ends_of_the_calendar(one, reference):
    check(one.text, reference)


@given(texts, references)
@example("", None)
@example("\ud83d", None)
def test_parse_gives_an_expression_or_its_own_error(text, reference):
    try:
        only = timeline.parse(text, reference=reference)
    except timeline.ParseError as error:
        assert repr(text) in str(error)  # noqa: PT017 (either is fine)
    else:
        assert only.text in text


@given(st.one_of(st.integers(), st.text(max_size=12), st.binary(max_size=4), st.floats(), st.booleans()))
def test_what_is_no_reference_is_refused_by_name(reference):
    try:
        timeline.find("أمس", reference=reference)
    except timeline.DateError as error:
        assert repr(reference) in str(error)  # noqa: PT017


@pytest.mark.parametrize("text", [None, 7, b"\xd8\xa3", ["أمس"]])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(TypeError, match="str"):
        timeline.find(text)


@pytest.mark.parametrize("seed", range(3))
def test_phrases_of_the_grammar_s_own_words(seed):
    """A little of what tests/fuzz/phrases.py does for longer; there each kind of failure is told with its phrase."""
    path = Path(__file__).parent / "fuzz" / "phrases.py"
    specification = importlib.util.spec_from_file_location("fuzz_phrases", path)
    phrases = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = phrases
    specification.loader.exec_module(phrases)
    failed = [(phrases.failure_of(case), case) for case in islice(phrases.cases(seed), 1500)]
    assert [each for each in failed if each[0]] == []


def test_every_form_of_the_lexicon_alone():
    for form in WORDS:
        check(form, dt.date(2024, 12, 3))


def test_every_character_between_words():
    for code in range(0x3000):
        character = chr(code)
        text = f"في{character}السابع{character}من{character}ديسمبر{character}2024{character}"
        check(text, dt.date(2024, 12, 3))


def test_all_classes_of_the_lexicon_fit_one_character():
    assert all(len(pair) == 2 for pair in lexicon().classes.values())


LONG = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "7" * LONG,
        "٧ " * LONG,
        "و" * LONG,
        "ـ" * LONG,
        "\u200f" * LONG,
        " " * LONG,
        "(" * LONG,
        "السابع و" * (LONG // 8),
        "7/12/" * (LONG // 5),
        "كانون " * (LONG // 6),
        "قبل " * (LONG // 4),
        "ديسمبر" * (LONG // 6),
        "\ud800" * LONG,
    ],
    ids=range(13),
)
def test_long_texts_of_one_thing(text):
    check(text, dt.date(2024, 12, 3))

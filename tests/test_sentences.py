"""Sentences as spans: quotations, points, abbreviations, lines."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.sentences import sentence_spans

CASES = [
    ("وصل الوفد. ثم غادر.", ["وصل الوفد.", "ثم غادر."]),
    ("قال الوزير: «لن نعود. هذا قرارنا». وأضاف شيئا آخر.", ["قال الوزير: «لن نعود. هذا قرارنا».", "وأضاف شيئا آخر."]),
    ("قال “نعم. لا”، ثم سكت. وخرج!", ["قال “نعم. لا”، ثم سكت.", "وخرج!"]),
    ("هل عاد؟ لا.. لم يعد… بعد.", ["هل عاد؟", "لا.. لم يعد… بعد."]),
    ("التقى د. سمير حداد الوفد. وانصرف.", ["التقى د. سمير حداد الوفد.", "وانصرف."]),
    ("قال «لم يغلق القوس. ثم مضى.\nسطر ثان. وثالث", ["قال «لم يغلق القوس.", "ثم مضى.", "سطر ثان.", "وثالث"]),
    ("  ", []),
    ("عنوان بلا نقطة\n\nخبر.", ["عنوان بلا نقطة", "خبر."]),
    ("ارتفع 3.5 في المئة. انتهى", ["ارتفع 3.5 في المئة.", "انتهى"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


@given(st.text(alphabet='ابت .؟!«»“”"\n،:', max_size=80))
def test_nothing_is_lost_and_nothing_twice(text):
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())

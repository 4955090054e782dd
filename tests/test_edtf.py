"""EDTF: what is written is EDTF (the package edtf reads it the same way), and is read back to the same intervals."""

from __future__ import annotations

import datetime as dt
import time
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.grammar.rule import RULES
from timeline.testing import said
from timeline.values.edtf import intervals_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the oracle's own affair
    from edtf import parse_edtf

TUESDAY = dt.date(2024, 12, 3)
DAY = dt.timedelta(days=1)


def as_date(moment):
    return dt.date(*time.struct_time(moment)[:3])


def strict_bounds(parsed):
    """First and last day by the oracle; what it leaves open is None."""
    low, high = parsed.lower_strict(), parsed.upper_strict()
    return tuple(None if isinstance(side, float) else as_date(side) for side in (low, high))


def by_oracle(text):
    parsed = parse_edtf(text)
    members = getattr(parsed, "objects", None)
    return [strict_bounds(each) for each in members] if members else [strict_bounds(parsed)]


def whole_days(interval):
    return (interval.start, None if interval.end is None else interval.end - DAY)


def values_of_all_rules():
    found = {}
    for rule in RULES.values():
        for phrase in rule.examples:
            for expression in timeline.find(f"في {phrase}", reference=TUESDAY):
                if expression.edtf:
                    found[expression.edtf] = expression
    return found


VALUES = values_of_all_rules()


def test_there_are_values_of_all_kinds():
    assert len(VALUES) > 60
    assert any("X" in text for text in VALUES)
    assert any("/" in text for text in VALUES)
    assert any("{" in text for text in VALUES)
    assert any("~" in text for text in VALUES)


@pytest.mark.parametrize("text", VALUES)
def test_what_is_written_is_edtf_for_the_oracle_too(text):
    parse_edtf(text)


@pytest.mark.parametrize("text", [text for text, e in VALUES.items() if e.type == "DATE" and e.intervals])
def test_what_is_written_is_read_back(text):
    assert intervals_of(text) == VALUES[text].intervals


@given(said("days", "months", "years", "weekdays", "numeric dates", "hijri days", "relative units", "offsets"))
def test_values_round_trip_through_their_text(one):
    (found,) = timeline.find(one.text, reference=one.reference)
    assert found.edtf is not None
    assert intervals_of(found.edtf) == one.phrase.intervals
    assert by_oracle(found.edtf.replace("~", "")) == [whole_days(each) for each in one.phrase.intervals]


DATES = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))


@settings(max_examples=30)  # the oracle is slow
@given(DATES)
def test_days_months_and_years(date):
    for text in (f"{date:%Y-%m-%d}".zfill(10), f"{date.year:04d}-{date.month:02d}", f"{date.year:04d}"):
        (interval,) = intervals_of(text)
        assert date in interval
        assert by_oracle(text) == [whole_days(interval)]


@settings(max_examples=30)
@given(st.integers(0, 998), st.integers(0, 98))
def test_decades_and_centuries(decade, century):
    for text in (f"{decade:03d}X", f"{century:02d}XX"):
        (interval,) = intervals_of(text)
        ((first, last),) = by_oracle(text) if not text.startswith("00") else [whole_days(interval)]
        assert whole_days(interval) == (first, last)


@settings(max_examples=30)
@given(DATES, DATES)
def test_stretches(one, other):
    first, last = sorted((one, other))
    texts = [f"{each.year:04d}-{each.month:02d}-{each.day:02d}" for each in (first, last)]
    assert intervals_of("/".join(texts)) == (timeline.Interval(first, last + DAY),)
    assert by_oracle("/".join(texts)) == [(first, last)]
    assert intervals_of(f"{texts[0]}/..") == (timeline.Interval(first, None),)
    assert intervals_of(f"../{texts[1]}") == (timeline.Interval(None, last + DAY),)
    assert intervals_of("{" + ",".join(texts) + "}") == tuple(map(timeline.Interval.day, (first, last)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-21", "2024-03-01", "2024-06-01"),
        ("2024-24", "2024-12-01", "2025-03-01"),
        ("2024-33", "2024-01-01", "2024-04-01"),
        ("2024-36~", "2024-10-01", "2025-01-01"),
        ("2024-41", "2024-07-01", "2025-01-01"),
        ("202X", "2020-01-01", "2030-01-01"),
        ("20XX", "2000-01-01", "2100-01-01"),
        ("2024-02-29?", "2024-02-29", "2024-03-01"),
    ],
)
def test_divisions_and_qualifiers(text, start, end):
    assert intervals_of(text) == (timeline.Interval(start, end),)


@pytest.mark.parametrize(
    "text",
    [
        "", "2024-13", "2024-02-30", "2024-2-3", "20240203", "2024-12-07T10:00", "gestern", "-0329", "Y12024",
        "[2024,2025]", "{2024", "{}", "../..", "2025/2024", "202X-05", "9999", "99XX", "2024-12-07/2024-12-06", "٢٠٢٤",
        "2024-00", "2024-32",
    ],
)  # fmt: skip
def test_what_is_no_edtf_is_refused_by_name(text):
    with pytest.raises(timeline.FormatError, match="EDTF"):
        intervals_of(text)


@given(st.text(alphabet="0123456789-/.X~?%{},[]Y T:", max_size=24))
def test_no_text_raises_anything_else(text):
    try:
        intervals = intervals_of(text)
    except timeline.FormatError:
        return
    assert intervals

"""The sign of the year: before the common era there are values and no days, and EDTF counts from a year 0."""

from __future__ import annotations

import datetime as dt
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.values.edtf import is_edtf
from timeline.values.sun import rumi_day, solar_hijri_year
from timeline.values.timex import is_timex3

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the oracle's own affair
    from edtf import parse_edtf

ERAS = ("ق.م", "ق. م.", "قبل الميلاد")
eras = st.sampled_from(ERAS)


def read(phrase):
    return timeline.parse(phrase, reference="2024-12-03")


@given(st.integers(1, 9999), eras)
def test_a_year_is_counted_from_a_year_0(number, era):
    found = read(f"سنة {number} {era}")
    assert int(found.value) == 1 - number
    assert found.value.lstrip("-") == f"{number - 1:04d}"
    assert found.edtf == found.value
    assert is_timex3(found.value)
    assert is_edtf(found.edtf)
    assert found.intervals == ()
    assert "common era" in found.open_reason


@settings(max_examples=30)  # the oracle is slow
@given(st.integers(2, 9999), st.integers(1, 9998))
def test_what_is_written_is_edtf_for_the_oracle_too(first, last):
    first, last = max(first, last), min(first, last)
    if first == last:
        first += 1
    text = read(f"{first}-{last} ق.م").edtf
    parsed = parse_edtf(text)
    assert [parsed.lower_strict()[0], parsed.upper_strict()[0]] == [1 - first, 1 - last]


@given(st.integers(1, 9), eras)
def test_a_century_is_the_years_that_begin_like_it(number, era):
    names = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
    found = read(f"القرن {names[number - 1]} {era}")
    first, last = (int(each) for each in found.edtf.split("/"))
    assert last - first == 99
    assert first == 1 - 100 * number
    assert f"{abs(first):04d}".startswith(found.value.lstrip("-"))


@pytest.mark.parametrize(
    ("phrase", "value", "edtf"),
    [
        ("14 مارس 44 ق.م", "-0043-03-14", "-0043-03-14"),
        ("آب سنة 30 قبل الميلاد", "-0029-08", "-0029-08"),
        ("يومي 14 و15 مارس 44 ق.م", "-0043-03-14,-0043-03-15", "{-0043-03-14,-0043-03-15}"),
        ("خريف 218 ق.م", "-0217-FA", None),
        ("الربع الأول من عام 31 ق.م", "-0030-Q1", None),
        ("عامي 30 و31 ق.م", "-0030,-0029", "{-0030,-0029}"),
        ("264-241 ق.م", "-0263/-0240", "-0263/-0240"),
        ("الألفية الثالثة قبل الميلاد", "-2", "-2999/-2000"),
        ("الألف الأول ق.م", "-0", "-0999/0000"),
        ("القرنين الثالث والثاني ق.م", "-02/-01", None),
        ("20/9/52 ق.م", "-0051-09-20", "-0051-09-20"),
        ("ستينيات القرن الأول ق.م", "XXX", None),
        ("53 ق.هـ", "XXXX", None),
        ("31/11/44 ق.م", "-0043-11-31", None),
    ],
)
def test_values(phrase, value, edtf):
    found = read(phrase)
    assert (found.value, found.edtf) == (value, edtf)
    assert is_timex3(found.value)
    assert found.intervals == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("حكمت الأسرة من عام 1550 حتى عام 1292 ق.م", ["-1549", "-1291"]),
        ("بين عامي 427 و347 ق.م", ["-0426/-0346"]),
        ("من سنة 1345 إلى سنة 1350 هـ", ["1926-07-11/1927-06-30", "1931-05-19/1932-05-06"]),
        ("من عام 1990 حتى عام 1995", ["1990", "1995"]),
    ],
)
def test_the_first_year_of_a_range_is_of_the_era_of_the_last(text, values):
    assert [each.value for each in timeline.find(text, reference="2024-12-03")] == values


@pytest.mark.parametrize("text", ["ق.م", "قتل 5 جنود ق.م", "قبل الميلاد", "الألف الثالث", "الساعة 5 ق.ظ"])
def test_silent(text):
    assert not [each for each in timeline.find(text, reference="2024-12-03") if each.value.startswith("-")]


def test_the_year_0000_has_no_sign():
    assert is_timex3("0000")
    assert not is_timex3("-0000")
    assert not is_edtf("-0000")


def test_iran_s_years_begin_at_the_equinox():
    leap = [year for year in range(1362, 1410) if (days := solar_hijri_year(year)) and (days[1] - days[0]).days == 366]
    assert leap == [1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]
    assert str(read("سنة 1357 هجرية شمسية").intervals[0]) == "[1978-03-21, 1979-03-21)"
    assert read("سنة 900 هجرية شمسية").intervals == ()


def test_days_of_the_ottoman_treasury():
    assert rumi_day(1325, 3, 31) == dt.date(1909, 4, 13)
    assert rumi_day(1332, 2, 15) == dt.date(1917, 2, 28)
    assert rumi_day(1332, 2, 16) is None
    assert rumi_day(1333, 3, 1) == dt.date(1917, 3, 1)
    assert rumi_day(1333, 2, 1) is None
    assert read("10 تموز 1324 رومي").value == "1908-07-23"
    assert str(read("سنة 1325 رومي").intervals[0]) == "[1909-03-14, 1910-03-14)"
    assert rumi_day(1325, 2, 30) is None


def test_the_treasury_s_years_follow_each_other():
    days = [rumi_day(year, month, 15) for year in range(1300, 1336) for month in (*range(3, 13), 1, 2)]
    told = [day for day in days if day]
    assert told[:370] == sorted(told[:370])

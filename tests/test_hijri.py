"""Hijri dates against the package hijridate, over the whole range of its table, written with month names."""

from __future__ import annotations

import datetime as dt
import random

import dateutil.easter
import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.testing import words
from timeline.values import hijri

FIRST, LAST = 1343, 1500
DAY = dt.timedelta(days=1)
NAMES = words.hijri_month_names()


def gregorian(year, month, day):
    return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())


def months():
    return ((year, month) for year in range(FIRST, LAST + 1) for month in range(1, 13))


def test_every_month_has_names_and_no_two_share_one():
    assert sorted(NAMES) == list(range(1, 13))
    every = [name for names in NAMES.values() for name in names]
    assert len(every) == len(set(every))


def test_the_first_of_every_month_of_the_table():
    wrong = []
    for year, month in months():
        name = NAMES[month][(year + month) % len(NAMES[month])]
        phrase = f"1 {name} {year}" if year % 2 else f"الأول من {name} {year} هـ"
        (only,) = timeline.find(phrase)
        if only.text != phrase or only.intervals != (timeline.Interval.day(gregorian(year, month, 1)),):
            wrong.append((phrase, only))
    assert wrong == []


def test_every_month_of_the_table_has_its_days():
    wrong = []
    for year, month in months():
        start = gregorian(year, month, 1)
        expected = timeline.Interval(start, start + Hijri(year, month, 1).month_length() * DAY)
        if (year, month) == (LAST, 12):
            continue  # the table does not say when 1501 begins
        (only,) = timeline.find(f"شهر {NAMES[month][0]} {year} هـ")
        if only.intervals != (expected,):
            wrong.append(only)
    assert wrong == []


@pytest.mark.parametrize("seed", range(4))
def test_days_at_random(seed):
    chance = random.Random(seed)
    for _ in range(250):
        year, month = chance.randint(FIRST, LAST), chance.randint(1, 12)
        day = chance.randint(1, Hijri(year, month, 1).month_length())
        name = chance.choice(NAMES[month])
        spelled = chance.choice(words.ordinal(day))
        phrase = chance.choice(
            (f"{day} {name} {year}هـ", f"{spelled} من {name} عام {year} للهجرة", f"يوم {day} {name} {year}")
        )
        (only,) = timeline.find(phrase)
        assert only.text == phrase
        assert only.intervals == (timeline.Interval.day(gregorian(year, month, day)),)
        assert only.calendar == "hijri-umalqura"
        assert only.window == timeline.Interval(only.intervals[0].start - DAY, only.intervals[0].end + DAY)


def test_a_day_that_a_month_does_not_have_is_left_open():
    for year, month in months():
        if Hijri(year, month, 1).month_length() == 29 and year % 7 == 0:
            (only,) = timeline.find(f"30 {NAMES[month][0]} {year} هـ")
            assert only.intervals == ()
            assert only.open_reason


@given(st.dates(dt.date(1924, 8, 1), dt.date(2077, 11, 16)))
def test_pairs_of_calendars_that_agree_have_no_conflict(date):
    there = Gregorian(date.year, date.month, date.day).to_hijri()
    name = words.month_names("egyptian")[date.month][0]
    phrase = f"{there.day} {NAMES[there.month][0]} {there.year} هـ الموافق {date.day} {name} {date.year}"
    (only,) = timeline.find(phrase)
    assert only.text == phrase
    assert only.intervals == (timeline.Interval.day(date),)
    assert only.conflicts == ()


@given(st.dates(dt.date(1924, 9, 1), dt.date(2077, 10, 1)), st.integers(3, 9))
def test_pairs_that_disagree_are_reported_and_not_repaired(date, days_apart):
    there = Gregorian(date.year, date.month, date.day).to_hijri()
    other = date + days_apart * DAY
    name = words.month_names("levantine")[other.month][0]
    (only,) = timeline.find(
        f"{there.day} {NAMES[there.month][0]} {there.year} هـ الموافق {other.day} {name} {other.year}"
    )
    assert only.intervals == (timeline.Interval.day(other),)
    assert only.conflicts


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)), st.integers(1, 12))
def test_a_month_without_a_year_is_near_the_day_of_printing(reference, month):
    (only,) = timeline.find(f"خلال شهر {NAMES[month][0]}", reference=reference)
    (interval,) = only.intervals
    assert abs((interval.start - reference).days) < 400
    there = Gregorian(interval.start.year, interval.start.month, interval.start.day).to_hijri()
    assert (there.month, there.day) == (month, 1)


# ---- outside the table -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        # Well-known days in the tabular calendar, proleptic Gregorian; from published conversion tables.
        (1, 1, 1, dt.date(622, 7, 19)),
        (1300, 1, 1, dt.date(1882, 11, 12)),
        (1318, 1, 1, dt.date(1900, 5, 1)),
    ],
)
def test_days_before_the_table_are_computed_and_said_so(year, month, day, expected):
    found = hijri.hijri_day(year, month, day)
    assert abs((found.date - expected).days) <= found.uncertainty
    assert found.variant == "tabular"


def test_the_computed_calendar_stays_beside_the_table():
    for year, month in months():
        table = gregorian(year, month, 1)
        assert abs((hijri._tabular(year, month, 1) - table).days) <= 2


def test_computed_months_follow_each_other():
    for year in (*range(1, FIRST - 1), *range(LAST + 2, 1700)):
        for month in range(1, 13):
            first, after = hijri.hijri_month(year, month)
            assert (after - first.date).days in {29, 30}


@pytest.mark.parametrize("year", range(1900, 2100))
def test_both_easters_are_those_of_another_library(year):
    assert hijri.easter(year) == dateutil.easter.easter(year)
    assert hijri.easter_of_the_east(year) == dateutil.easter.easter(year, dateutil.easter.EASTER_ORTHODOX)

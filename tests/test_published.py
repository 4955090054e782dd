"""Dates of metadata: what newspapers print above their reports, and what is no single day."""

from __future__ import annotations

import contextlib
import datetime as dt

import pendulum
import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DateError
from timeline.resolve.published import published_date

THIRD_OF_DECEMBER = [
    "2024-12-03",
    "2024-12-03T18:22:00Z",
    "2024-12-03 18:22",
    "20241203",
    "2024/12/03",
    "03/12/2024",
    "03.12.2024",
    "٢٠٢٤/١٢/٠٣",
    "٣ ديسمبر ٢٠٢٤",
    "۳ ديسمبر ۲۰۲۴",
    "Tue, 03 Dec 2024 18:22:00 +0300",
    "December 3, 2024",
    "Published: 3 Dec 2024, 6:22 PM GMT",
    "Tue Dec 03 10:00:00 +0000 2024",
    "Last updated on Tue 3 December 2024 at 10:00 am",
    "3 décembre 2024",
    "3 Aralık 2024",
    "3 декабря 2024",
    "الثلاثاء، 3 ديسمبر 2024 - 18:22",
    "الثلاثاء 03 كانون الأول 2024",
    "3 ديســمبر 2024",
    "3 ديسمبر/كانون الأول 2024",
    "3 ديسمبر (كانون الأول) 2024",
    "3 كانون أول 2024",
    "3 دجنبر 2024",
    "نشر في: 3 كانون الأول 2024",
    "نُشر في 03/12/2024 18:22",
    "آخر تحديث: الثلاثاء 3 كانون الأول 2024 الساعة 18:22 بتوقيت غرينتش",
    "18:22 | 03 ديسمبر 2024",
    "\u200f3 ديسمبر 2024\u200f",
]


@pytest.mark.parametrize("printed", THIRD_OF_DECEMBER)
def test_every_way_of_printing_a_day(printed):
    assert published_date(printed) == dt.date(2024, 12, 3)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("15 آب 2018", dt.date(2018, 8, 15)),
        ("15 أوت 2018", dt.date(2018, 8, 15)),
        ("15 غشت 2018", dt.date(2018, 8, 15)),
        ("1 جانفي 2020", dt.date(2020, 1, 1)),
        ("5 أيار / مايو 2021", dt.date(2021, 5, 5)),
        ("07 تشرين ثاني 2022", dt.date(2022, 11, 7)),
    ],
)
def test_the_months_of_every_region(printed, day):
    assert published_date(printed) == day


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2024, 12, 3),
        dt.datetime(2024, 12, 3, 23, 59),
        pendulum.date(2024, 12, 3),
        pendulum.datetime(2024, 12, 3),
    ],
)
def test_values_become_plain_days(value):
    assert type(published_date(value)) is dt.date
    assert published_date(value) == dt.date(2024, 12, 3)


@pytest.mark.parametrize(("said", "day"), [("منذ 3 ساعات", 3), ("أمس", 3), ("اليوم", 4), ("3 ديسمبر", 3)])
def test_relative_strings_need_the_callers_reference(said, day):
    assert published_date(said, reference=dt.datetime(2024, 12, 4, 1, 30)) == dt.date(2024, 12, day)
    with pytest.raises(DateError, match="depends on the day it was read"):
        published_date(said)


@pytest.mark.parametrize(
    "wrong",
    [
        "gestern", "", "   ", "؟", "12", "2024", "2024-12", "ديسمبر 2024", "31 فبراير 2024", "31/02/2024", "2024-02-30",
        "13/13/2024", None, 7, True, float("nan"),
        1e30, 20241303, "x" * 10_000, "1" * 10_000, "السبت القادم في المقهى",
    ],
)  # fmt: skip
def test_what_is_no_single_day_is_refused_with_what_is_accepted(wrong):
    with pytest.raises(DateError, match="2024-12-03"):
        published_date(wrong)


@pytest.mark.parametrize(
    "printed",
    [
        "2 جمادى الآخرة 1446",
        "الثلاثاء ٢ جمادى الآخرة ١٤٤٦ هـ",
        "2 جمادي الثاني 1446هـ",
        "02/06/1446 هـ",
        "1446-06-02",
        "2 / 6 / 1446هـ الموافق 3 / 12 / 2024م",
        "الثلاثاء 2 جمادى الآخرة 1446 هـ - 3 ديسمبر 2024",
        "3 كانون الأول 2024م الموافق لـ 2 جمادى الآخرة 1446هـ",
        "2/6/1446 هـ - 3 ديسمبر 2024",
        # of a pair that differs by a day the Gregorian one counts: it is no computation
        "1 جمادى الآخرة 1446 هـ الموافق 3 ديسمبر 2024",
    ],
)
def test_days_of_the_hijri_calendar_and_pairs(printed):
    assert published_date(printed) == dt.date(2024, 12, 3)


@given(st.dates(dt.date(1930, 1, 1), dt.date(2070, 1, 1)))
def test_a_hijri_day_in_figures_is_the_day_that_hijridate_makes_of_it(day):
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert published_date(f"{hijri.day} / {hijri.month} / {hijri.year}هـ") == day
    assert published_date(f"{hijri.year}-{hijri.month:02}-{hijri.day:02}") == day


@pytest.mark.parametrize("wrong", ["31 رجب 1446", "30/8/1446 هـ", "1446", "شعبان 1446", "1/13/1446", "0000-01-01"])
def test_what_is_no_day_of_the_hijri_calendar_is_refused(wrong):
    with pytest.raises(DateError, match="2024-12-03"):
        published_date(wrong)


@given(st.datetimes(dt.datetime(1973, 6, 1), dt.datetime(2190, 1, 1), timezones=st.just(dt.UTC)))
def test_moments_counted_from_1970_are_their_day_in_utc(moment):
    seconds = int(moment.timestamp())
    for counted in (seconds, seconds * 1000, seconds * 10**6, seconds * 10**9):
        if len(str(counted)) != 12:  # 12 figures may be 202412031822 as well
            assert published_date(counted) == published_date(str(counted)) == moment.date()
    assert published_date(seconds + 0.5) == published_date(f"{seconds}.0") == moment.date()


@pytest.mark.parametrize("figures", ["20241203", "202412031822", "20241203182200", "20241203T182200Z", 20241203.0])
def test_days_in_figures_alone(figures):
    assert published_date(figures) == dt.date(2024, 12, 3)


@given(st.text(max_size=40))
def test_any_string_is_a_day_or_a_date_error(text):
    with contextlib.suppress(DateError):
        assert isinstance(published_date(text), dt.date)

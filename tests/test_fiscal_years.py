"""Fiscal years: open until a setting says where they begin, then twelve months from there."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.resolve.context import Settings
from timeline.values.edtf import intervals_of

PUBLISHED = "2018-02-10"
CAIRO, WASHINGTON, TOKYO, RIYADH = (
    Settings(fiscal_start=7),
    Settings(fiscal_start=10),
    Settings(fiscal_start=4, fiscal_named="begin"),
    Settings(fiscal_start=1),
)


def days(phrase, settings):
    return [str(each) for each in timeline.parse(phrase, reference=PUBLISHED, settings=settings).intervals]


@pytest.mark.parametrize(
    ("phrase", "settings", "expected"),
    [
        ("السنة المالية 2018", CAIRO, "[2017-07-01, 2018-07-01)"),
        ("السنة المالية 2018", WASHINGTON, "[2017-10-01, 2018-10-01)"),
        ("السنة المالية 2018", TOKYO, "[2018-04-01, 2019-04-01)"),
        ("السنة المالية 2018", RIYADH, "[2018-01-01, 2019-01-01)"),
        ("العام المالي 2017/2018", CAIRO, "[2017-07-01, 2018-07-01)"),
        ("عام 2017-2018 المالي", TOKYO, "[2017-04-01, 2018-04-01)"),
        ("العام المالي 2017/18", CAIRO, "[2017-07-01, 2018-07-01)"),
        ("السنة المالية الحالية", CAIRO, "[2017-07-01, 2018-07-01)"),
        ("العام المالي الماضي", CAIRO, "[2016-07-01, 2017-07-01)"),
        ("العام المالي المقبل", WASHINGTON, "[2018-10-01, 2019-10-01)"),
        ("الربع الثاني من السنة المالية 2018", CAIRO, "[2017-10-01, 2018-01-01)"),
        ("النصف الثاني من العام المالي الجاري", WASHINGTON, "[2018-04-01, 2018-10-01)"),
        ("نهاية السنة المالية", CAIRO, "[2018-03-01, 2018-07-01)"),
        ("أول ثلاثة أشهر من السنة المالية 2018", WASHINGTON, "[2017-10-01, 2018-01-01)"),
    ],
)
def test_with_the_setting(phrase, settings, expected):
    assert days(phrase, settings) == [expected]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("السنة المالية 2018", "2018"),
        ("العام المالي الماضي", "XXXX"),
        ("الربع الثاني من السنة المالية 2018", "XXXX-Q2"),
        ("نهاية السنة المالية الحالية", "XXXX"),
    ],
)
def test_without_it_no_month_is_claimed(phrase, value):
    found = timeline.parse(phrase, reference=PUBLISHED)
    assert found.intervals == ()
    assert "fiscal_start" in found.open_reason
    assert found.value == value


def test_two_years_name_it_without_the_setting():
    whole = timeline.parse("السنة المالية 2017-2018", reference=PUBLISHED)
    assert [str(each) for each in whole.intervals] == ["[2017-01-01, 2019-01-01)"]  # it lies in these
    half = timeline.parse("النصف الأول من السنة المالية 2017-2018", reference=PUBLISHED)
    assert [str(each) for each in half.intervals] == ["[2017-07-01, 2018-01-01)"]
    (refused,) = half.alternatives
    assert [str(each) for each in refused[0]] == ["[2017-04-01, 2017-10-01)"]


@pytest.mark.parametrize(
    "text", ["وزارة المالية", "الأزمة المالية العالمية", "بدأت السنة المالية", "العام المالي الجديد"]
)
def test_silent(text):
    assert timeline.find(text, reference=PUBLISHED) == []


def test_a_crisis_of_money_is_beside_its_year():
    (found,) = timeline.find("بعد الأزمة المالية العام الماضي", reference=PUBLISHED)
    assert (found.text, found.value) == ("العام الماضي", "2017")


@given(st.integers(1900, 2100), st.integers(1, 12), st.sampled_from(("begin", "end")))
def test_twelve_months_that_quarters_make_up(year, start, named):
    settings = Settings(fiscal_start=start, fiscal_named=named)
    whole = timeline.parse(f"السنة المالية {year}", settings=settings)
    (interval,) = whole.intervals
    assert (interval.start.month, interval.start.day) == (start, 1)
    assert interval.end == dt.date(interval.start.year + 1, start, 1)
    last = interval.end - dt.timedelta(days=1)
    assert year == (last if named == "end" else interval.start).year
    assert tuple(intervals_of(whole.edtf)) == whole.intervals
    quarters = [
        timeline.parse(f"الربع {name} من السنة المالية {year}", settings=settings).intervals[0]
        for name in ("الأول", "الثاني", "الثالث", "الرابع")
    ]
    edges = [interval.start, *(each.end for each in quarters)]
    assert [each.start for each in quarters] == edges[:-1]
    assert edges[-1] == interval.end


@pytest.mark.parametrize(
    "given_", [{"fiscal_start": 13}, {"fiscal_start": "July"}, {"fiscal_start": True}, {"fiscal_named": "last"}]
)
def test_what_is_no_setting_is_refused_by_name(given_):
    ((name, value),) = given_.items()
    with pytest.raises(timeline.OptionError, match=name) as error:
        Settings(**given_)
    assert repr(value) in str(error.value)
    assert "accepted" in str(error.value)


def test_at_the_ends_of_the_calendar():
    for phrase, reference in (("العام المالي الماضي", dt.date.min), ("العام المالي المقبل", dt.date.max)):
        found = timeline.parse(phrase, reference=reference, settings=CAIRO)
        assert found.intervals == ()
        assert "9999" in found.open_reason

"""What is not known is seen: windows, days of printing, days on which reports differ, single far-off dates."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest
from attrs import evolve

import timeline
from timeline.chronology.timeline import Timeline
from timeline.render.conflicts import conflict_text
from timeline.render.figure import caption, figure_data
from timeline.render.focus import periods
from timeline.render.layout import window
from timeline.render.records import records
from timeline.render.saying import interval_text
from timeline.render.spans import milliseconds, spans
from timeline.render.titles import days, title
from timeline.render.words import Words
from timeline.values.interval import Interval

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
ONE = dt.timedelta(days=1)


def shapes(text):
    read = timeline.build(text, published="2024-03-20")
    return {span.shape for event in read for span in spans(event, read.documents)}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("التقى وزير الخارجية المصري نظيره العراقي في القاهرة الأسبوع الماضي.", "vague"),
        ("التقى وزير الخارجية المصري نظيره العراقي في القاهرة خلال الأسبوعين الماضيين.", "vague"),
        ("التقى وزير الخارجية المصري نظيره العراقي في القاهرة في مارس 2023.", "vague"),
        ("قصفت الطائرات الروسية ريف إدلب من 3 إلى 6 مارس 2024.", "bar"),
        ("التقى وزير الخارجية المصري نظيره العراقي في القاهرة يوم 3 مارس 2024.", "point"),
    ],
)
def test_a_window_is_no_duration(text, shape):
    assert shapes(text) == {shape}


def test_a_window_is_drawn_thin_between_brackets():
    read = timeline.build(
        "التقى وزير الخارجية المصري نظيره العراقي في القاهرة الأسبوع الماضي. "
        "وقصفت الطائرات الروسية ريف إدلب من 3 إلى 6 مارس 2024.",
        published="2024-03-20",
    )
    bars = [trace for trace in figure_data(read)["data"] if trace["type"] == "bar"]
    assert len({trace["width"] for trace in bars}) == 2
    lines = [trace for trace in figure_data(read)["data"] if trace.get("mode") == "lines"]
    assert len(lines[0]["x"]) == 6


def test_acts_without_a_day_stand_in_a_strip_of_their_own():
    small = SAMPLES["small"]()
    printed = sum(event.time_source == "document" for event in small)
    lanes = figure_data(small)["layout"]["yaxis"]["ticktext"]
    assert any("يومها غير مذكور" in lane for lane in lanes)
    assert printed
    only = Timeline([event for event in small if event.time_source == "document"], small.documents)
    lanes = figure_data(only)["layout"]["yaxis"]["ticktext"]
    assert not any("غير مذكور" in lane for lane in lanes)  # apart from what?


def test_days_that_single_reports_give_are_kept_beside_the_day_of_most():
    event = next(event for event in SAMPLES["small"]() if event.when and spans(event, {})[0].shape == "point")
    day = event.when[0].start
    other = evolve(event, when=(Interval(day + 3 * ONE, day + 4 * ONE),), time=None, time_source="stated")
    printed = evolve(other, when=(Interval(day + 9 * ONE, day + 10 * ONE),), time_source="document")
    told = evolve(event, tellings=(event, other, printed))
    (more,) = records(Timeline([told]), Words())["more"].values()
    assert more[2] == [(milliseconds(day + 3 * ONE) // 60_000) + 720]


def on(*moments):
    made = SAMPLES["synthetic"](len(moments)).events
    whens = [Interval(day, day + ONE) for day in moments]
    return Timeline([evolve(e, when=(w,), time=None) for e, w in zip(made, whens, strict=True)])


WEEK = [dt.date(2018, 3, 11) + n % 7 * ONE for n in range(90)]


def test_single_far_off_dates_set_neither_period_nor_caption():
    news = on(dt.date(1124, 1, 1), dt.date(2099, 1, 1), *WEEK)
    pieces = [spans(event, {}) for event in news]
    (period,) = periods(pieces)
    assert (period.first, len(period.members)) == (milliseconds(dt.date(2018, 3, 11)), 90)
    said = caption(news, Words())
    assert "1124" not in said
    assert "2099" not in said
    assert "حدثان قبل ذلك أو بعده" in said
    heading = title(news.events, pieces, (period,), busiest=0, ranks={}, words=Words())
    assert heading.days == "11 – 17 مارس 2018"


def test_years_of_memories_do_not_stretch_a_week():
    before = [dt.date(2016, 1, 1) + 30 * n * ONE for n in range(20)]
    pieces = [spans(event, {}) for event in on(*before, *WEEK)]
    assert [period.first for period in periods(pieces)][-1] == milliseconds(dt.date(2018, 3, 11))


def test_what_has_gone_on_for_years_does_not_set_the_window():
    small = on(*WEEK[:6])
    since = evolve(small.events[0], id="since", when=(Interval(dt.date(2012, 1, 1), None),))
    pieces = [spans(event, {}) for event in (*small.events, since)]
    start, end = window(pieces, 900, labelled=True)
    assert milliseconds(dt.date(2018, 3, 1)) < start
    assert end < milliseconds(dt.date(2018, 4, 1))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "dates differ: [2018-03-12, 2018-03-13) / [2018-03-14, 2018-03-15)",
            "تختلف التقارير في اليوم: الاثنين 12 مارس/آذار 2018، أو الأربعاء 14 مارس/آذار 2018",
        ),
        (
            "dates differ: [2018-03-12, 2018-03-13) / [2018-03-17T00:00:00, …)",
            "تختلف التقارير في اليوم: الاثنين 12 مارس/آذار 2018، أو منذ السبت 17 مارس/آذار 2018",
        ),
        ("status differs: asserted and denied", "تختلف التقارير في وقوعه: مؤكَّد، أو منفي"),
        ("agents differ: SYR، TUR / الحكومة", "تختلف التقارير في الفاعل: سوريا وتركيا، أو الحكومة"),
        ("a note of another make", "a note of another make"),
    ],
)
def test_contradictions_are_said_in_the_words_of_the_page(note, said):
    assert conflict_text(note, Words()) == said


def test_no_days_contradict_no_days():
    told = "زار وزير الخارجية المصري بدر عبد العاطي الخرطوم. وزار عبد العاطي الخرطوم والتقى البرهان."
    with pytest.warns(timeline.TimelineWarning):
        read = timeline.build([timeline.Document(told, source=name) for name in ("الأولى", "الثانية")])
    assert not any("none" in conflict for event in read for conflict in event.conflicts)


def test_a_moment_is_no_minute():
    moment = dt.datetime(2024, 12, 3, 20, 30)
    said = interval_text(Interval(moment, moment + dt.timedelta(minutes=1)), Words())
    assert said == "الثلاثاء 3 ديسمبر/كانون الأول 2024، الساعة \u206620:30\u2069"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2024, 12, 3), (2024, 12, 3), "3 ديسمبر 2024"),
        ((2024, 12, 1), (2024, 12, 8), "1 – 8 ديسمبر 2024"),
        ((2024, 11, 25), (2024, 12, 8), "25 نوفمبر – 8 ديسمبر 2024"),
        ((2023, 12, 30), (2024, 1, 2), "30 ديسمبر 2023 – 2 يناير 2024"),
        ((2011, 1, 1), (2018, 1, 2), "2011 – 2018"),
    ],
)
def test_days_of_a_heading(first, last, said):
    assert days(dt.date(*first), dt.date(*last), Words()) == said

"""Periods, principal events, short labels: what a figure of many events shows first."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest
from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.events.model import EventType
from timeline.render.figure import figure_data
from timeline.render.focus import PRINCIPAL, busiest, periods
from timeline.render.labels import LONGEST, label
from timeline.render.spans import spans
from timeline.render.words import OptionError, Words
from timeline.values.interval import Interval

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
ONE = dt.timedelta(days=1)


def on(days):
    made = SAMPLES["synthetic"](len(days)).events
    return Timeline(
        [evolve(e, when=(Interval(d, d + ONE),), headline_worthy=True) for e, d in zip(made, days, strict=True)]
    )


def found(timeline):
    return periods([spans(event, timeline.documents) for event in timeline])


def drawn(spec):
    return {data[1] for trace in spec["data"] for data in trace.get("customdata") or ()}


SPRING = [dt.date(2018, 3, 1 + n % 20) for n in range(30)]
WINTER = [dt.date(2024, 11, 20) + dt.timedelta(days=n % 30) for n in range(30)]
TWO = on([dt.date(2011, 1, 5), *SPRING, *WINTER])


def test_dates_fall_into_periods():
    assert [(period.title(Words()), len(period.members)) for period in found(TWO)] == [
        ("مارس 2018", 30),
        ("نوفمبر – ديسمبر 2024", 30),
    ]
    assert found(on(SPRING)) == ()
    assert found(on([dt.date(2010 + n, 1, 1) for n in range(12)])) == ()
    assert found(Timeline()) == ()
    first, _ = found(on([dt.date(2017, 12, 30), dt.date(2018, 1, 2)] * 3 + WINTER))
    assert first.title(Words()) == "ديسمبر 2017 – يناير 2018"


def test_the_busiest_period_is_the_latest_of_equals():
    assert busiest(found(TWO), TWO.events) == 1
    more = on([*SPRING, dt.date(2018, 3, 2), *WINTER])
    assert busiest(found(more), more.events) == 0


def test_a_figure_of_many_events_shows_the_principal_ones_and_counts_the_others():
    spec = figure_data(on([*SPRING, *WINTER, *WINTER]))
    assert len(drawn(spec)) == PRINCIPAL
    start, end = sorted(spec["layout"]["xaxis"]["range"])
    assert "2024-11" in start
    assert "2024-12" in end
    notes = " ".join(each["text"] for each in spec["layout"]["annotations"])
    assert "في الرسم 24 حدثًا من 60" in notes
    assert "30 حدثًا خارج الفترة المعروضة" in notes
    assert len(drawn(figure_data(TWO))) == 30
    assert len(drawn(figure_data(TWO, show="principal"))) == 24
    assert len(drawn(figure_data(TWO, focus="all", show="all"))) == 61
    assert len(drawn(figure_data(TWO, focus=("2018-03-01", "2018-03-02"), show="all"))) == 4


def battles_and_words(statements, battles=70):
    """One month of battles worth a headline, and some statements that are not."""
    made = [event for event in SAMPLES["synthetic"](900).events if event.type is EventType.OFFENSIVE][:battles]
    said = [event for event in SAMPLES["synthetic"](900).events if event.type is EventType.STATEMENT][:statements]
    days = [dt.date(2024, 3, 1 + n % 28) for n in range(battles + statements)]
    return Timeline(
        [
            evolve(e, when=(Interval(d, d + ONE),), headline_worthy=e.type is EventType.OFFENSIVE)
            for e, d in zip([*made, *said], days, strict=True)
        ]
    )


@pytest.mark.parametrize(("statements", "at_least"), [(0, 0), (1, 1), (2, 2), (20, 3), (200, 3)])
def test_no_type_is_left_out_of_the_principal_events(statements, at_least):
    timeline = battles_and_words(statements)
    by_id = {event.id: event for event in timeline}
    shown = drawn(figure_data(timeline, show="principal"))
    types = [by_id[key].type for key in shown]
    assert len(shown) == PRINCIPAL
    assert types.count(EventType.STATEMENT) >= at_least
    assert types.count(EventType.OFFENSIVE) >= 3


def test_a_small_timeline_is_shown_whole():
    small = on([dt.date(2011, 1, 5), *SPRING[:20], *WINTER[:19]])
    assert len(drawn(figure_data(small))) == 40
    assert not any("خارج" in each["text"] for each in figure_data(small)["layout"]["annotations"])


@pytest.mark.parametrize("focus", ["some", ("2024-12-02", "2024-12-01"), ("x", "y"), (1,), ("2024-12-01",) * 3])
def test_an_unknown_focus_is_named(focus):
    with pytest.raises(OptionError, match="focus="):
        figure_data(TWO, focus=focus)


def test_an_unknown_show_is_named():
    with pytest.raises(OptionError, match="show='most' is not known"):
        figure_data(TWO, show="most")


@pytest.mark.parametrize(
    ("headline", "short"),
    [
        ("كما وصل الوفد إلى عمّان.", "وصل الوفد إلى عمّان"),
        ("في الأثناء، أعلن الوزير تأجيل اللقاء", "أعلن الوزير تأجيل اللقاء"),
        ("وفي المقابل، أن تبدأ الهدنة فورًا", "تبدأ الهدنة فورًا"),
        ("حيث", "حيث"),
        ("بغداد ـ زار الوفد مقر الرئاسة", "زار الوفد مقر الرئاسة"),
        (
            "أعلنت الحكومة تمديد الهدنة أسبوعين آخرين، بينما تواصل اللجان عملها في الميدان من دون توقف",
            "أعلنت الحكومة تمديد الهدنة أسبوعين آخرين",
        ),
        (
            "قال الوزير، في لقاء مع صحافيين من عدة دول في مبنى الوزارة، إن المعبر سيُفتح غدًا",
            "قال الوزير إن المعبر سيُفتح غدًا",
        ),
    ],
)
def test_labels_are_short_headlines(headline, short):
    assert label(evolve(SAMPLES["small"]().events[0], headline=headline)) == short


def test_long_labels_end_with_a_word_that_can_end_them():
    words = "وصلت قوافل المساعدات الأولى صباحًا إلى أطراف المدينة القديمة من جهة النهر الشرقية بعد انتظار دام أيامًا"
    said = label(evolve(SAMPLES["small"]().events[0], headline=words))
    assert said.endswith("…")
    assert len(said) <= LONGEST
    assert words.startswith(said[:-1] + " ")
    assert not said[:-1].endswith((" من", " إلى", " بعد"))

"""The time axis, lanes, rows and labels, before anything is drawn."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.density import bin_end, bin_size, bin_start
from timeline.render.lanes import MOST_LANES, Box, pack
from timeline.render.layout import arrange, place
from timeline.render.spans import DAY_MS, Span, at, iso, milliseconds, spans
from timeline.render.ticks import axis, hijri_axis
from timeline.render.words import Words

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
AR = Words()
MOMENTS = st.integers(milliseconds(dt.date(1400, 1, 1)), milliseconds(dt.date(2600, 1, 1)))
LENGTHS = st.one_of(st.integers(2, 100), st.integers(100, 5_000), st.integers(5_000, 300_000)).map(
    lambda days: days * DAY_MS
)


def between(first, last, width=900, words=AR):
    return axis(milliseconds(first), milliseconds(last), width, words)


def test_days_under_their_month():
    found = between(dt.date(2024, 11, 26), dt.date(2024, 12, 10))
    assert found.texts[:6] == ("26", "27", "28", "29", "30", "1")
    assert at(found.positions[0]).hour == 12
    assert at(found.grid[0]).hour == 0
    assert [text for _, _, text in found.bands] == ["نوفمبر/تشرين الثاني 2024", "ديسمبر/كانون الأول 2024"]


def test_from_hours_to_centuries():
    hours = between(dt.datetime(2024, 12, 2, 12), dt.datetime(2024, 12, 3, 12))
    assert "18:00" in hours.texts
    assert [text for _, _, text in hours.bands][-1] == "الثلاثاء 3 ديسمبر/كانون الأول 2024"
    assert between(dt.date(2024, 1, 1), dt.date(2025, 1, 1)).texts[:3] == ("يناير", "فبراير", "مارس")
    assert between(dt.date(1990, 1, 1), dt.date(2024, 1, 1)).texts[:2] == ("1990", "1992")
    assert between(dt.date(1000, 1, 1), dt.date(2024, 1, 1)).unit == "year"
    assert between(dt.date(2024, 12, 1), dt.date(2024, 12, 9)).texts[0] == "الأحد 1"
    assert between(dt.date(2024, 11, 26), dt.date(2024, 12, 10), words=Words(digits="arab")).texts[0] == "٢٦"


@given(MOMENTS, LENGTHS, st.integers(200, 2000))
def test_ticks_stand_in_the_window_in_order_and_do_not_touch(start, length, width):
    found = axis(start, start + length, width, AR)
    assert all(start <= position <= start + length for position in found.positions)
    assert list(found.positions) == sorted(set(found.positions))
    pixel = length / width
    for left, right, text in zip(found.positions, found.positions[1:], found.texts, strict=False):
        assert (right - left) / pixel >= len(text) * 5.2
    for (_, end, _), (begin, _, _) in zip(found.bands, found.bands[1:], strict=False):
        assert end == begin


def test_hijri_months_begin_where_the_calendar_has_them():
    found = hijri_axis(milliseconds(dt.date(2024, 11, 26)), milliseconds(dt.date(2024, 12, 10)), 900, AR)
    assert [text for _, _, text in found.bands] == ["جمادى الأولى 1446", "جمادى الآخرة 1446"]
    assert at(found.bands[1][0]).date() == dt.date(2024, 12, 2)
    year = hijri_axis(milliseconds(dt.date(2024, 1, 1)), milliseconds(dt.date(2025, 1, 1)), 1100, AR)
    named = dict(zip(year.texts, year.positions, strict=True))
    assert at(named["رمضان"]).date() == dt.date(2024, 3, 11)
    assert at(named["محرم 1446"]).date() == dt.date(2024, 7, 7)
    assert hijri_axis(milliseconds(dt.date(1500, 1, 1)), milliseconds(dt.date(1501, 1, 1)), 900, AR) is None


BOXES = st.lists(
    st.tuples(st.floats(0, 900), st.floats(1, 300), st.sampled_from([1, 1, 2])).map(
        lambda t: Box(t[0], t[0] + t[1], t[2])
    ),
    max_size=40,
)


@given(BOXES)
def test_packed_boxes_do_not_overlap_and_stand_as_high_as_they_can(boxes):
    packing = pack(boxes)
    taken = [(row + extra, box) for row, box in zip(packing.rows, boxes, strict=True) for extra in range(box.rows)]
    for i, (row, box) in enumerate(taken):
        for other_row, other in taken[i + 1 :]:
            assert row != other_row or box is other or box.end + 6 <= other.start or other.end + 6 <= box.start
    used = {row for row, _ in taken}
    assert used == set(range(packing.height))


def test_the_crowd_of_a_day_spreads_before_it_piles_up():
    wide = pack([Box(93, 107, slack=91)] * 20)
    assert wide.height == 3  # nine beside each other in two hundred pixels
    assert len(set(zip(wide.rows, wide.shifts, strict=True))) == 20
    assert max(map(abs, wide.shifts)) <= 91
    assert pack([Box(93, 107)] * 20).height == 20


def test_a_tail_takes_room():
    tail = Span(0, DAY_MS, "bar", open_end=True)
    plain = Span(0, DAY_MS, "bar")
    scale = 10 / DAY_MS
    assert place((tail,), "", 0, scale, 400)[0].end > place((plain,), "", 0, scale, 400)[0].end + 15


def test_labels_stand_where_there_is_room():
    day = 20 / DAY_MS
    point = Span(0, DAY_MS, "point")
    assert place((point,), "عنوان", 0, day, 1000)[2] == "after"
    late = Span(48 * DAY_MS, 49 * DAY_MS, "point")
    assert place((late,), "عنوان طويل", 0, day, 1000)[2] == "before"
    long = Span(0, 50 * DAY_MS, "bar")
    box, text, side = place((long,), "عنوان", 0, day, 1000)
    assert (side, text, box.rows) == ("below", "عنوان", 2)
    middle = Span(24 * DAY_MS, 25 * DAY_MS, "point")
    assert place((middle,), "كلمة " * 60, 0, day, 1000)[1].endswith("…")


@pytest.mark.parametrize("by", ["type", "actor", "place", "source"])
def test_every_dated_event_stands_in_each_of_its_lanes(by):
    timeline = SAMPLES["small"]()
    layout = arrange(timeline.events, timeline.documents, by=by, words=AR)
    assert {item.number for item in layout.items} | set(layout.undated) == set(range(len(timeline)))
    assert len(layout.undated) == 1
    assert len(layout.bands) <= MOST_LANES + 1
    rows = {}
    for item in layout.items:
        band = layout.bands[item.lane]
        assert band.top < item.row < band.bottom
        rows.setdefault((item.row, item.number), 0)
    if by == "actor":
        doha = next(n for n, event in enumerate(timeline.events) if event.id == "e06")
        titles = {layout.bands[item.lane].lane.title for item in layout.items if item.number == doha}
        assert titles == {"إيران", "تركيا", "روسيا"}


def test_a_vague_month_does_not_stretch_the_window():
    timeline = SAMPLES["small"]()
    layout = arrange(timeline.events, timeline.documents, by="type", words=AR)
    assert at(layout.end) < dt.datetime(2024, 12, 22)
    assert at(layout.start) > dt.datetime(2024, 11, 25)


def test_pieces_of_events():
    timeline = SAMPLES["small"]()
    found = {event.id: spans(event, timeline.documents) for event in timeline.events}
    (offensive,) = found["e00"]
    assert offensive.open_end
    assert iso(offensive.start) == "2024-11-27"
    assert iso(offensive.end) == "2024-12-04"  # told on the 3rd, so it held on the 3rd
    (doha,) = found["e06"]  # two days that touch are one piece
    assert (doha.shape, iso(doha.start), iso(doha.end)) == ("bar", "2024-12-07", "2024-12-09")
    assert [span.shape for span in found["e20"]] == ["point", "point"]
    assert found["e04"][0].profile == "START"
    assert found["e09"][0].shape == "vague"
    assert found["e18"][0].open_start
    assert found["e19"] == ()
    assert iso(found["e14"][0].start) == "2024-12-02 18:00:00"


@given(MOMENTS, LENGTHS)
def test_bins_tile_the_window(start, length):
    size = bin_size(start, start + length)
    at_ = bin_start(start, size)
    assert at_ <= start < bin_end(at_, size)
    assert bin_start(bin_end(at_, size), size) == bin_end(at_, size)
    assert bin_start(bin_end(at_, size) - 1, size) == at_

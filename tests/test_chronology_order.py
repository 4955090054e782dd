"""The order of a timeline: total, and never against what surely came first."""

from __future__ import annotations

import datetime as dt
import itertools
import pickle
import random

import pytest
from examples_of_events import document, event, events, timelines, vague
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.chronology.order import extent, surely_before
from timeline.chronology.timeline import Timeline
from timeline.events.model import Mention
from timeline.values.interval import Interval

few = settings(max_examples=40)


def ids(chronology):
    return [each.id for each in chronology]


def test_a_row_of_every_kind_of_date():
    in_order = [
        event("until-november", Interval(None, "2024-11-01")),
        event("since-27", Interval("2024-11-27", None)),
        event("first", "2024-12-01"),
        event("vague", time=vague("2024-12-01", "2024-12-05")),
        event("december", Interval("2024-12-01", "2025-01-01")),
        event("year-from-december", Interval("2024-12-01", "2025-12-01")),
        event("night", Interval("2024-12-02T18:00:00", "2024-12-03T06:00:00")),
        event("until-monday", Interval(None, "2024-12-03")),
        event("third", "2024-12-03"),
        event("two-days", "2024-12-07", "2024-12-08"),
        event("undated"),
    ]
    shuffled = list(in_order)
    random.Random(7).shuffle(shuffled)
    assert ids(Timeline(shuffled)) == [each.id for each in in_order]


@few
@given(st.lists(events, max_size=8))
def test_what_is_surely_before_stands_before(some):
    chronology = Timeline(some)
    for first, second in itertools.combinations(chronology, 2):
        assert not surely_before(second, first)
        if extent(first) is None:
            assert extent(second) is None


@few
@given(st.lists(events, max_size=6), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_given(some, chance):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert ids(Timeline(shuffled)) == ids(Timeline(some))


def test_on_one_day_the_earlier_report_and_the_earlier_sentence_come_first():
    documents = [document("d2", published="2024-12-04"), document("d1", published="2024-12-03")]

    def told(event_id, where, start):
        return event(event_id, "2024-12-01", mentions=(Mention(where, (start, start + 9), (start, start + 2)),))

    chronology = Timeline([told("c", "d2", 0), told("b", "d1", 50), told("a", "d1", 10)], documents)
    assert ids(chronology) == ["a", "b", "c"]


def test_open_events_are_not_surely_before_what_follows():
    since, later = event("since", Interval("2024-11-27", None)), event("later", "2024-12-03")
    assert not surely_before(since, later)
    assert surely_before(event("day", "2024-11-27"), later)
    assert not surely_before(event("undated"), later)


@few
@given(timelines())
def test_a_timeline_is_hashable_and_comes_back_from_a_pickle(chronology):
    again = pickle.loads(pickle.dumps(chronology))
    assert again == chronology
    assert hash(again) == hash(chronology)
    assert ids(again) == ids(chronology)
    assert list(again.documents) == list(chronology.documents)


def test_a_timeline_does_not_change():
    chronology = Timeline([event("a")], [document("d1")])
    with pytest.raises(AttributeError):
        chronology.events = ()
    with pytest.raises(TypeError):
        chronology.documents["d2"] = document("d2")
    with pytest.raises(TypeError):
        chronology.events[0] = event("b")


def test_the_first_of_two_events_with_one_id_is_kept():
    assert [each.subtype for each in Timeline([event("a", subtype="visit"), event("a", subtype="phone")])] == ["visit"]


def test_hundred_thousand_events_are_ordered_and_filtered_in_far_less_than_a_minute():
    first = dt.date(2000, 1, 1)
    many = [event(f"e{n:06}", Interval.day(first + dt.timedelta(days=n * 7919 % 9000))) for n in range(100_000)]
    chronology = Timeline(many)
    days = [each.when[0] for each in chronology]
    assert all(before <= after for before, after in itertools.pairwise(days))
    year = chronology.between("2010").only(type="meeting")
    assert {each.when[0].start.year for each in year} == {2010}
    assert len(year) > 4000

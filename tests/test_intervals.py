"""The algebra of intervals, against sets of days."""

from __future__ import annotations

import datetime as dt
import pickle
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline import DateError, Interval
from timeline.values.interval import as_datetime, union

BEGIN = dt.date(2024, 1, 1)
SPAN = 30
DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)


@st.composite
def intervals(draw, *, open_ends=True):
    """Intervals of days near each other, so that they meet; with open ends now and then."""
    first = draw(st.integers(0, SPAN - 1))
    last = draw(st.integers(first + 1, SPAN))
    start, end = BEGIN + first * DAY, BEGIN + last * DAY
    if open_ends:
        side = draw(st.sampled_from(("closed", "closed", "start", "end", "both")))
        start = None if side in {"start", "both"} else start
        end = None if side in {"end", "both"} else end
    if draw(st.booleans()):
        start, end = (None if each is None else as_datetime(each) for each in (start, end))
    return Interval(start, end)


def covered(*some):
    """The days from a month before to a month behind that these intervals cover."""
    days = (BEGIN + n * DAY for n in range(-SPAN, 2 * SPAN))
    return {day for day in days if any(day in each for each in some if each is not None)}


@given(intervals(), intervals())
def test_operations_are_those_of_sets(a, b):
    assert covered(a & b) == covered(a) & covered(b)
    assert covered(*(a | b)) == covered(a) | covered(b)
    assert covered(*(a - b)) == covered(a) - covered(b)
    assert a.overlaps(b) == bool(covered(a) & covered(b))
    assert (a & b is None) == (not a.overlaps(b))


@given(intervals(), intervals(), intervals())
def test_laws(a, b, c):
    assert a & b == b & a
    assert a | b == b | a
    assert a & a == a
    assert a | a == (a,)
    assert a - a == ()
    left = a & b
    right = b & c
    assert (left & c if left else None) == (a & right if right else None)
    assert covered(*(a - b)) | covered(a & b) == covered(a)
    assert a.hull(b) == b.hull(a)
    assert covered(a.hull(b)) >= covered(a) | covered(b)


@given(st.lists(intervals(), max_size=8))
def test_union_is_the_least_list_of_the_same_days(some):
    joined = union(some)
    assert covered(*joined) == covered(*some)
    assert list(joined) == sorted(joined)
    assert all(as_datetime(one.end) < as_datetime(other.start) for one, other in pairwise(joined))
    assert union(joined) == joined
    assert union(reversed(some)) == joined


@given(intervals(), intervals())
def test_before_overlapping_or_behind(a, b):
    assert [a.precedes(b), a.overlaps(b), b.precedes(a)].count(True) == 1


@given(st.lists(intervals(), max_size=12))
def test_order_is_by_start_then_end_open_ends_outermost(some):
    ordered = sorted(some)
    for one, other in pairwise(ordered):
        assert one <= other
        if other.start is None:
            assert one.start is None
        elif one.start is not None:
            assert as_datetime(one.start) <= as_datetime(other.start)


@given(intervals())
def test_dates_and_midnights_are_the_same_moment(a):
    other = Interval(*(None if side is None else as_datetime(side) for side in (a.start, a.end)))
    assert a == other
    assert hash(a) == hash(other)


@given(intervals())
def test_an_interval_can_be_pasted_and_pickled_back(a):
    assert eval(repr(a), {"Interval": Interval}) == a  # noqa: S307 (our own repr)
    assert pickle.loads(pickle.dumps(a)) == a
    assert str(a).startswith("[")
    assert str(a).endswith(")")


@given(intervals(open_ends=False))
def test_days_length_and_pendulum(a):
    days = list(a.days())
    assert set(days) == covered(a)
    assert a.length == len(days) * DAY
    assert a.as_pendulum().total_seconds() == a.length.total_seconds()
    assert not a.is_open


@given(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2030, 1, 1)), st.integers(1, 200))
def test_days_touched_by_parts_of_days(start, hours):
    interval = Interval(start, start + hours * HOUR)
    days = list(interval.days())
    assert days[0] == start.date()
    assert all(later - one == DAY for one, later in pairwise(days))
    assert as_datetime(days[-1]) < start + hours * HOUR <= as_datetime(days[-1] + DAY)


@given(st.dates(), st.dates())
def test_an_end_has_to_come_behind_the_start(one, other):
    assume(other <= one)
    with pytest.raises(DateError, match="end after it starts"):
        Interval(one, other)


@given(st.dates())
def test_a_day_is_a_day(date):
    day = Interval.day(date)
    assert date in day
    assert day.start == date
    if date < dt.date.max:
        assert day.length == DAY
        assert date + DAY not in day
    else:
        assert day.end is None


def test_open_intervals_say_that_they_cannot_be_counted():
    since = Interval("2024-11-27", None)
    assert since.is_open
    assert since.length is None
    with pytest.raises(DateError, match="open"):
        since.days()
    with pytest.raises(DateError, match="open"):
        since.as_pendulum()


@pytest.mark.parametrize("value", ["gestern", 7, "2024-13-01", object(), "2024-12-07T25:00"])
def test_what_is_no_moment_is_refused_by_name(value):
    with pytest.raises(DateError, match="no end of an interval"):
        Interval(value, None)


def test_pendulum_and_aware_moments_become_plain_ones():
    import pendulum

    interval = Interval(pendulum.date(2024, 12, 7), pendulum.datetime(2024, 12, 8, tz="Asia/Damascus"))
    assert type(interval.start) is dt.date
    assert interval.end == dt.datetime(2024, 12, 8)
    assert interval == Interval("2024-12-07", "2024-12-08")


def test_comparison_with_other_things():
    assert Interval("2024-12-07", None) != "2024-12-07"
    with pytest.raises(TypeError):
        assert Interval("2024-12-07", None) < dt.date(2024, 12, 8)

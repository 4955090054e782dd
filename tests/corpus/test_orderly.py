"""The phrases of orderly.py, read: no exception, intervals in one order of time, and what nobody can know left open."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import timeline
from timeline.values.edtf import intervals_of
from timeline.values.timex import is_timex3


def table():
    specification = importlib.util.spec_from_file_location("orderly", Path(__file__).with_name("orderly.py"))
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


TABLE = table()
every_phrase = pytest.mark.parametrize(
    "phrase", [pytest.param(each, id=f"{n:02}") for n, each in enumerate(TABLE.PHRASES)]
)


def whole_days(interval):
    start, end = interval.start, interval.end
    if isinstance(end, dt.datetime):
        end = end.date() + dt.timedelta(days=1 if end.time() > dt.time.min else 0)
    return f"{start.isoformat()[:10]}..{end.isoformat()[:10]}"


@every_phrase
def test_a_phrase_means_what_a_careful_reader_makes_of_it(phrase):
    (found,) = timeline.find(phrase.words, reference=phrase.printed)
    assert found.value == phrase.value
    assert tuple(map(whole_days, found.intervals)) == phrase.days
    assert phrase.says in " ".join((*found.conflicts, found.open_reason or ""))


@every_phrase
def test_what_is_found_is_in_order_and_well_formed(phrase):
    for reference in (phrase.printed, None, "2024-02-29", "2000-01-01"):
        for found in timeline.find(phrase.words, reference=reference):
            assert all(one.precedes(other) for one, other in pairwise(found.intervals))
            assert is_timex3(found.value)
            if found.edtf and not found.modifier:
                assert intervals_of(found.edtf) == found.intervals


@pytest.mark.parametrize("words", TABLE.SILENT)
def test_nothing_is_found_where_nothing_is(words):
    assert timeline.find(words, reference="2024-12-03") == []


def test_months_one_by_one_are_read_in_one_order_too():
    values = [each.value for each in timeline.find("في مارس وأبريل", reference="2024-03-27")]
    assert values == ["2024-03", "2024-04"]
    values = [each.value for each in timeline.find("في نوفمبر و ديسمبر ويناير", reference="2025-02-05")]
    assert values == ["2024-11", "2024-12", "2025-01"]


def test_the_other_reading_of_a_list_over_the_turn_of_the_year_is_told():
    (found,) = timeline.find("ديسمبر ويناير 2023", reference="2024-12-03")
    refused = [tuple(map(whole_days, days)) for days, _ in found.alternatives]
    assert refused == [("2023-01-01..2023-02-01", "2023-12-01..2024-01-01")]


def test_a_stretch_that_would_begin_before_the_first_year():
    """The year of «مارس نفسه» is the first there is, and November before it lies in none."""
    end = timeline.find("في الألفية قبل الماضية، من نوفمبر - مارس عينه", reference=dt.date(2024, 12, 3))[-1]
    assert not end.intervals
    assert "outside the years" in str(end.open_reason)

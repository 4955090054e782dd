"""Real news of five outlets: what anyone can look up is in the timeline, once, on its day; and no line of it is false.

The reports are no part of the repository: the tests run where they lie beside it, as the annotated texts do.
"""

from __future__ import annotations

import csv
import datetime as dt
import importlib.util
import os
import statistics
from functools import cache
from pathlib import Path

import pytest
from headline_gate import faults

import timeline

NEWS = Path(os.environ.get("TIMELINE_GOLD", "nowhere")).parent / "news2018"
pytestmark = pytest.mark.skipif(
    not (NEWS / "score.py").exists(), reason="the real reports are not beside the repository"
)
DAY = dt.timedelta(1)


@cache
def scoring():
    spec = importlib.util.spec_from_file_location("score_of_known_events", NEWS / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def reports():
    return tuple(scoring().reports(NEWS / "reports.jsonl.gz"))


@cache
def whole():
    return timeline.build(reports())


@cache
def known():
    with (NEWS / "known.tsv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file, delimiter="\t"))


def near(row):
    first, last = dt.date.fromisoformat(row["begin"]), dt.date.fromisoformat(row["end"])
    return list(whole().between((first - DAY).isoformat(), (last + 2 * DAY).isoformat()))


def exact(row):
    return [event for event in near(row) if scoring().fits(event, row, 0)]


def test_they_are_found():
    assert all(any(scoring().fits(event, row, 1) for event in near(row)) for row in known())


def test_on_their_days_and_told_by_two_outlets():
    outlets = {each.id: each.source for each in reports()}
    found = [exact(row) for row in known()]
    assert sum(map(bool, found)) >= 18
    told = [any(len({outlets[m.document] for m in event.mentions}) > 1 for event in events) for events in found]
    assert sum(told) >= 17


def test_on_top_of_their_days():
    top = 0
    for row in known():
        first = dt.date.fromisoformat(row["begin"])
        summary = whole().between((first - DAY).isoformat(), (first + 2 * DAY).isoformat()).summarize(10)
        top += any(scoring().fits(event, row, 0) for event in summary)
    assert top >= 16


def test_one_act_is_one_event_and_not_twenty():
    told = [len(events) for row in known() if (events := exact(row))]
    assert statistics.median(told) <= 2
    assert statistics.fmean(told) <= 4.8


def test_no_line_is_false():
    assert list(faults(whole())) == []

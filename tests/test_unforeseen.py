"""The last guard: what fails against all intention is left open, counted and told; in the tests it is raised."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import timeline
from timeline.grammar import matching, scan
from timeline.tagger import resolution
from timeline.text.fold import Folded
from timeline.values.unforeseen import Failures, failures

TEXT = "وصل أمس إلى دمشق، ويغادر في السابع والثامن من ديسمبر"


@pytest.fixture
def guarded(monkeypatch):
    """The guard as users have it, and no memory of what was read before."""
    monkeypatch.setattr(failures, "raising", False)
    monkeypatch.setattr(resolution, "_denotations", {})
    monkeypatch.setattr(scan, "remembered", {})
    failures.clear()
    yield failures
    failures.clear()


@pytest.fixture
def broken(monkeypatch):
    """A resolution that fails on days of a month."""
    resolve = resolution.resolve

    def fails(meaning, context, **known):
        if known["rule"] == "days_of_month":
            raise KeyError("a unit that no arithmetic knows")
        return resolve(meaning, context, **known)

    monkeypatch.setattr(resolution, "resolve", fails)


def test_an_expression_that_cannot_be_resolved_is_left_open_and_the_others_are_read(guarded, broken):
    with pytest.warns(timeline.TimelineWarning, match="days_of_month failed on it"):
        yesterday, days = timeline.find(TEXT, reference="2024-12-03")
    assert yesterday.value == "2024-12-02"
    assert (days.text, days.intervals, days.value) == ("السابع والثامن من ديسمبر", (), "XXXX-XX-XX")
    assert "days_of_month" in days.conflicts[0]
    assert "KeyError" in days.conflicts[0]
    assert days.conflicts[0] in days.explain()


def test_it_is_counted_each_time_and_told_aloud_once(guarded, broken, recwarn):
    with pytest.warns(timeline.TimelineWarning):
        timeline.find(TEXT, reference="2024-12-03")
    timeline.find(TEXT, reference="2024-12-03")
    assert not recwarn.list
    assert guarded.counts == {"days_of_month: KeyError": 2}


def test_a_production_that_fails_refuses(guarded):
    def fails():
        return [].index("الموسم")

    with pytest.warns(timeline.TimelineWarning, match="not read so"):
        assert matching.produce(fails, ()) is None
    assert guarded.counts == {"fails: ValueError": 1}


def test_a_part_of_a_rule_that_fails_is_no_part(guarded, monkeypatch):
    tokens = scan.tokens_of(Folded("7 ديسمبر"))
    compiled = next(each for each in scan.grammar().rules if each.rule.name == "days_of_month")
    assert matching.Matcher(tokens).match(compiled.node, 0)

    def fails(parts, wanted):
        raise ValueError("x not in tuple")

    monkeypatch.setattr(matching, "_arguments", fails)
    with pytest.warns(timeline.TimelineWarning):
        found = matching.Matcher(tokens).match(compiled.node, 0)
    assert found == []
    assert guarded.counts


def test_in_the_tests_it_is_raised(broken, monkeypatch):
    monkeypatch.setattr(resolution, "_denotations", {})
    assert failures.raising
    with pytest.raises(KeyError):
        timeline.find(TEXT, reference="2024-12-03")


def test_users_have_the_guard_unless_they_ask():
    asked = "from timeline.values.unforeseen import failures; print(failures.raising)"
    for value, raising in (("raise", "True"), ("", "False")):
        told = subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "TIMELINE_UNFORESEEN": value},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == raising


def test_what_is_noted_says_rule_and_exception():
    own = Failures(raising=False)
    with pytest.warns(timeline.TimelineWarning):
        said = own.note("length", KeyError("season"))
    assert said == "length failed on it, which nobody foresaw (KeyError: 'season'); it is left open"

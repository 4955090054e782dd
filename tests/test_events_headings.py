"""Chronologies: years that head lines and lists, and dates that head lines."""

from __future__ import annotations

import pytest

import timeline
from timeline.events.headings import headed_lines, under_headings


def days(text, reference="2024-05-15"):
    events = timeline.extract(timeline.Document(text, reference))
    return [event.when[0].start.isoformat()[:10] if event.when else None for event in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013\nمارس: المتمردون يهاجمون المطار.", ["2013-03-01"]),
        ("2013:\n5 مارس: المتمردون يهاجمون المطار.\n2014:\n7 أبريل: المتمردون ينسحبون.", ["2013-03-05", "2014-04-07"]),
        ("عام 2013\n- مارس: المتمردون يهاجمون المطار.", ["2013-03-01"]),
        ("* 2006 – القوات تهاجم المطار.", ["2006-01-01"]),
        ("2006 | القوات تهاجم المطار.", ["2006-01-01"]),
        ("13 أبريل: هاجم المتمردون المطار، ونفى الجيش ذلك.", ["2024-04-13", "2024-04-13"]),
        # a date with a year of its own keeps it
        ("2013\n5 مارس 2015: المتمردون يهاجمون المطار.", ["2015-03-05"]),
        # a number that heads a line and is followed by its noun is no year
        ("2013 جنديا هاجموا المطار.", ["2024-05-15"]),
        # prose below a year stands by its own date
        ("2013\nهاجم المتمردون المطار أمس.", ["2024-05-14"]),
    ],
)
def test_the_heading_gives_the_year(text, expected):
    assert days(text) == expected


def test_without_a_heading_nothing_changes():
    text = "هاجم المتمردون المطار في مارس. وفي 2013 انسحبوا."
    found = timeline.find(text, reference="2024-05-15")
    assert under_headings(text, found) == found
    assert headed_lines(text, found) == []


@pytest.mark.parametrize(
    "text", ["2013", "2013\n", "\n2013:\n\n", "9999\nمارس: كذا", "2013\n31 فبراير: هاجم الجيش المطار."]
)
def test_headings_never_raise(text):
    timeline.extract(timeline.Document(text, "2024-05-15"))


def test_an_hour_at_the_head_is_of_the_day_of_printing():
    assert days("09:15 الجيش يقصف المطار.") == ["2024-05-15"]

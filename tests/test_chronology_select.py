"""Periods, criteria, groups and slices."""

from __future__ import annotations

import datetime as dt

import pytest
from examples_of_events import actor, document, event, timelines, vague
from hypothesis import given
from hypothesis import strategies as st

from timeline.chronology.timeline import Timeline
from timeline.errors import DateError, OptionError
from timeline.events.model import Mention, Modality, Place
from timeline.values.interval import Interval


def ids(chronology):
    return [each.id for each in chronology]


HAMA = Place("حماة", 0, 4, "حماة", name_en="Hama", country="SYR", parent="محافظة حماة", wikidata="Q173545")


@pytest.fixture
def chronology():
    told = (Mention("d1", (0, 5), (0, 3)),)
    return Timeline(
        [
            event("since", Interval("2024-11-27", None), kind="offensive", places=(HAMA,)),
            event("said", "2024-12-03", kind="statement", actors=(actor("IRN", "speaker"),), stance="accuse",
                  mentions=told),
            event("vague", time=vague("2024-12-01", "2024-12-05"), headline="هجوم قبل أيام"),
            event("met", "2024-12-07", "2024-12-08", actors=(actor("TUR"), actor("IRN")), modality=Modality.PLANNED,
                  headline="لقاء في الدوحة", headline_worthy=True, sources=("وكالة سنابل",)),
            event("undated", actors=(actor("RUS"),)),
        ],
        [document("d1", "جريدة الربوة")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-12-03", "2024-12-07", ["since", "vague", "said", "met"]),
        ("2024-12-08", "2024-12-08", ["since", "met"]),
        ("2024-12-09", None, ["since"]),
        (None, "2024-11-30", ["since"]),
        (None, "2024-11-26", []),
        ("2024-12", "2024-12", ["since", "vague", "said", "met"]),
        (dt.date(2024, 12, 5), dt.date(2024, 12, 6), ["since"]),
        (None, None, ["since", "vague", "said", "met"]),
    ],
)
def test_both_ends_of_a_period_are_inside(chronology, start, end, expected):
    assert ids(chronology.between(start, end)) == expected


def test_one_argument_is_the_period_it_names(chronology):
    assert ids(chronology.between("2024-11")) == ["since"]
    assert ids(chronology.between("2024")) == ["since", "vague", "said", "met"]
    assert ids(chronology.between("2023")) == []
    assert ids(chronology.between(Interval("2024-12-08", "2024-12-09"))) == ["since", "met"]
    assert ids(chronology.between(dt.datetime(2024, 12, 3, 12))) == ["since", "vague", "said"]


def test_within_means_whole(chronology):
    assert ids(chronology.between("2024-12", how="within")) == ["vague", "said", "met"]
    assert ids(chronology.between("2024-12-01", "2024-12-07", how="within")) == ["vague", "said"]
    with pytest.raises(OptionError, match="overlap, within"):
        chronology.between("2024", how="around")


def test_periods_in_arabic(chronology):
    assert ids(chronology.between("ديسمبر 2024")) == ["since", "vague", "said", "met"]
    assert ids(chronology.between("السابع والثامن من ديسمبر 2024")) == ["since", "met"]
    assert ids(chronology.between("أمس", reference="2024-12-04")) == ["since", "vague", "said"]
    assert ids(chronology["3 كانون الأول 2024":"7 كانون الأول 2024"]) == ["since", "vague", "said", "met"]


@pytest.mark.parametrize("wrong", ["gestern", "2024-13", "2024-02-30", "", "أمس", 5])
def test_what_is_no_period_is_refused_by_name(chronology, wrong):
    with pytest.raises(DateError, match=repr(wrong).replace("(", r"\(")):
        chronology.between(wrong)


def test_a_period_ends_after_it_starts(chronology):
    with pytest.raises(DateError, match="after it starts"):
        chronology.between("2024-12-08", "2024-12-01")


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({"type": "meeting"}, ["vague", "met", "undated"]),
        ({"type": "OFFENSIVE"}, ["since"]),
        ({"type": ["offensive", "statement"]}, ["since", "said"]),
        ({"subtype": "assault"}, ["since"]),
        ({"stance": "accuse"}, ["said"]),
        ({"modality": "planned"}, ["met"]),
        ({"time_source": "none"}, ["vague", "undated"]),
        ({"actor": "TUR"}, ["met"]),
        ({"actor": "tur"}, ["met"]),
        ({"actor": "TURGOV"}, ["met"]),
        ({"actor": "هاكان فيدان"}, ["met"]),
        ({"actor": "فيدان"}, ["met"]),
        ({"actor": "Araghchi"}, ["said", "met"]),
        ({"actor": ["RUS", "فيدان"]}, ["met", "undated"]),
        ({"actor": "فيد"}, []),
        ({"actor": ""}, []),
        ({"place": "حماه"}, ["since"]),
        ({"place": "Hama"}, ["since"]),
        ({"place": "SYR"}, ["since"]),
        ({"place": "Q173545"}, ["since"]),
        ({"source": "الربوة"}, ["said"]),
        ({"source": "سنابل"}, ["met"]),
        ({"document": "d1"}, ["said"]),
        ({"text": "الدوحه"}, ["met"]),
        ({"dated": True}, ["since", "vague", "said", "met"]),
        ({"dated": False}, ["undated"]),
        ({"headline_worthy": True}, ["met"]),
        ({"where": lambda each: len(each.actors) == 2}, ["met"]),
        ({"type": "meeting", "actor": "IRN"}, ["met"]),
        ({}, ["since", "vague", "said", "met", "undated"]),
    ],
)
def test_only(chronology, criteria, expected):
    assert ids(chronology.only(**criteria)) == expected


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        ({"type": "battle"}, "battle.*meeting, offensive, statement"),
        ({"modality": "sure"}, "sure.*asserted"),
        ({"time_source": "guess"}, "guess.*stated"),
        ({"actor": 5}, "actor=5"),
        ({"where": "x"}, "where='x'"),
    ],
)
def test_criteria_that_cannot_be_met_say_what_could(chronology, criteria, said):
    with pytest.raises(OptionError, match=said):
        chronology.only(**criteria)


def test_groups(chronology):
    assert {name: ids(group) for name, group in chronology.group_by("type").items()} == {
        "offensive": ["since"], "meeting": ["vague", "met", "undated"], "statement": ["said"],
    }  # fmt: skip
    assert ids(chronology.group_by("actor")["عباس عراقجي"]) == ["said", "met"]
    assert ids(chronology.group_by("actor")[None]) == ["since", "vague"]
    assert list(chronology.group_by("month")) == ["2024-11", "2024-12", None]
    assert list(chronology.group_by("week")) == ["2024-W48", "2024-W49", None]
    assert list(chronology.group_by("day")) == ["2024-11-27", "2024-12-01", "2024-12-03", "2024-12-07", None]
    assert list(chronology.group_by("source")) == [None, "جريدة الربوة", "وكالة سنابل"]
    assert ids(chronology.group_by(lambda each: len(each.actors))[2]) == ["met"]
    with pytest.raises(OptionError, match=r"colour.*actor"):
        chronology.group_by("colour")


@given(timelines(), st.sampled_from(["type", "subtype", "modality", "year", "month", "week", "day"]))
def test_groups_of_one_value_divide_the_timeline(chronology, by):
    groups = chronology.group_by(by)
    assert sorted(each.id for group in groups.values() for each in group) == sorted(ids(chronology))
    assert all(group.documents == chronology.documents for group in groups.values())


def test_indexing_and_slicing(chronology):
    assert chronology[0].id == "since"
    assert chronology[-1].id == "undated"
    assert ids(chronology[1:3]) == ["vague", "said"]
    assert ids(chronology[:-1]) == ["since", "vague", "said", "met"]
    assert ids(chronology[:]) == ids(chronology)
    assert ids(chronology[::2]) == ["since", "said", "undated"]
    assert ids(chronology["2024-12-07"]) == ["since", "met"]
    assert ids(chronology["2024-12-05":]) == ["since", "met"]
    assert ids(chronology[:"2024-12-02"]) == ["since", "vague"]
    assert ids(chronology[dt.date(2024, 12, 7)]) == ["since", "met"]
    with pytest.raises(IndexError):
        chronology[5]


def test_finding_one_event(chronology):
    assert chronology.event("met").subtype == "meeting"
    assert "met" in chronology
    assert chronology[0] in chronology
    assert "gone" not in chronology
    with pytest.raises(OptionError, match="gone"):
        chronology.event("gone")


def test_how_it_shows_itself(chronology):
    assert repr(chronology) == "<Timeline of 5 events in 1 documents, from 2024-11-27>"
    assert repr(Timeline()) == "<Timeline of no events>"

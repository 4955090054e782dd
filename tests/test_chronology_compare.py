"""Several timelines: union, intersection, what changed; and the few events a reader needs."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from examples_of_events import actor, document, event, timelines
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.chronology.difference import Difference
from timeline.chronology.timeline import Timeline
from timeline.errors import OptionError
from timeline.events.model import Mention, Modality, Place
from timeline.values.interval import Interval

DOHA = Place("الدوحة", 0, 6, "الدوحة", country="QAT")
THREE = (actor("TUR"), actor("IRN"), actor("RUS"))


few = settings(max_examples=40)


def ids(chronology):
    return [each.id for each in chronology]


def told(where, start=0):
    return Mention(where, (start, start + 20), (start, start + 4))


def met(event_id, day="2024-12-07", where="d1", **fields):
    fields = {
        "actors": THREE,
        "places": (DOHA,),
        "headline": "لقاء الوزراء الثلاثة في الدوحة",
        "mentions": (told(where),),
    } | fields
    return event(event_id, day, **fields)


def test_the_same_act_in_two_reports_is_one_event():
    one = Timeline([met("a")], [document("d1", "جريدة", "2024-12-07")])
    other = Timeline([met("b", where="d2", actors=THREE[:2])], [document("d2", "وكالة", "2024-12-08")])
    for joined in (one | other, other | one, one.merge(other)):
        (both,) = joined
        assert [mention.document for mention in both.mentions] == ["d1", "d2"]
        assert set(joined.documents) == {"d1", "d2"}


def test_reports_that_differ_stay_visible():
    one, other = (
        event(name, "2024-12-01", kind="offensive", actors=(agent, actor("IRN", "target")), places=(DOHA,))
        for name, agent in (("a", actor("TUR", "agent")), ("b", actor("RUS", "agent")))
    )
    (both,) = Timeline([one]) | Timeline([other])
    assert both.conflicts


@pytest.mark.parametrize(
    "other",
    [
        met("b", "2024-12-09"),
        met("b", kind="offensive"),
        met("b", actors=(actor("IRN"),), places=(evolve(DOHA, name="طهران"),), headline="استقبال في طهران"),
        evolve(met("b"), when=(), time_source="none"),
    ],
)
def test_different_acts_stay_apart(other):
    assert len(Timeline([met("a")]) | Timeline([other])) == 2


def test_two_acts_of_one_report_stay_two_even_if_another_report_knows_one():
    alone = evolve(met("a2"), actors=(actor("TUR"), actor("IRN")), subtype="phone", mentions=(told("d1", 90),))
    one = Timeline([met("a1"), alone])
    assert len(one | Timeline()) == 2
    assert len(one | Timeline([met("b", where="d2")])) == 2


def test_set_operations():
    a, b = Timeline([event("x"), event("y", "2024-12-01")]), Timeline([event("y", "2024-12-01"), event("z")])
    assert ids(a | b) == ["y", "x", "z"]
    assert ids(a & b) == ["y"]
    assert ids(a - b) == ["x"]
    with pytest.raises(TypeError):
        a | [event("z")]


@few
@given(timelines(), timelines())
def test_the_laws_of_sets(a, b):
    assert not set(ids(a - b)) & set(ids(b))
    assert set(ids(a - b)) | set(ids(a & b)) == set(ids(a))
    assert (a - a).events == ()
    assert ids(a & a) == ids(a)
    assert {mention for each in a | b for mention in each.mentions} == {
        mention for each in (*a, *b) for mention in each.mentions
    }


def test_a_difference():
    kept, gone, new = (
        event("kept", "2024-11-30"),
        event("gone", "2024-12-01", subtype="visit"),
        event("new", "2024-12-02", kind="offensive"),
    )
    postponed, denied = met("p2", "2024-12-08"), met("d", "2024-12-05", modality=Modality.DENIED, headline="اتصال")
    before = Timeline([kept, gone, met("p1"), evolve(denied, modality=Modality.PLANNED)])
    after = Timeline([kept, new, postponed, denied])
    difference = before.diff(after)
    assert ids(difference.new) == ["new"]
    assert ids(difference.dropped) == ["gone"]
    assert [(old.id, now.id) for old, now in difference.moved] == [("p1", "p2")]
    assert [(old.modality.value, now.modality.value) for old, now in difference.changed] == [("planned", "denied")]
    assert difference.same == 1
    assert difference
    assert repr(difference) == "<Difference new=1 dropped=1 moved=1 changed=1 same=1>"


def test_a_difference_shows_itself(tmp_path):
    before, after = Timeline([met("p1")]), Timeline([met("p2", "2024-12-09"), event("new", "2024-12-01")])
    difference = before.diff(after)
    assert (len(difference.moved), len(difference.new)) == (1, 1)
    assert "لقاء الوزراء الثلاثة" in difference._repr_html_()
    assert len(difference.figure().data) > 0
    assert "لقاء الوزراء الثلاثة" in difference.to_html(tmp_path / "d.html").read_text(encoding="utf-8")
    with pytest.raises(OptionError, match=r"before.diff\(after\)"):
        Difference().figure()


def test_an_event_explains_itself():
    chronology = Timeline([met("a")], [document("d1")])
    for explained in (chronology.explain("a"), chronology.explain(chronology[0])):
        assert "لقاء الوزراء الثلاثة" in str(explained)


@few
@given(timelines(), timelines())
def test_a_difference_accounts_for_every_event_on_both_sides(a, b):
    there, back = a.diff(b), b.diff(a)
    pairs = len(there.moved) + len(there.changed) + there.same
    assert len(there.dropped) + pairs == len(a)
    assert len(there.new) + pairs == len(b)
    assert set(ids(there.new)) <= set(ids(b))
    assert (len(back.new), len(back.dropped)) == (len(there.dropped), len(there.new))


@few
@given(timelines())
def test_nothing_differs_from_itself(chronology):
    difference = chronology.diff(chronology)
    assert not difference
    assert difference.same == len(chronology)


def test_a_summary_takes_what_an_editor_would():
    worthy = met("worthy", headline_worthy=True)
    crowd = [
        event(f"said{n}", "2024-12-03", kind="statement", actors=(actor("IRN", "speaker"),), headline_worthy=True)
        for n in range(5)
    ]
    doubtful = event("doubtful", "2024-12-04", modality=Modality.CONDITIONAL)
    undated = event("undated")
    attacked = event(
        "attacked", "2024-12-01", kind="offensive", places=(evolve(DOHA, name="حماة"),), headline_worthy=True
    )
    summary = Timeline([worthy, *crowd, doubtful, undated, attacked]).summarize(3)
    assert ids(summary) == ["attacked", "said0", "worthy"]
    assert set(summary.notes) == set(ids(summary))
    assert summary.notes["worthy"].startswith("1. ")
    assert "both sides named (+2.0)" in summary.notes["worthy"]


def test_what_two_newspapers_tell_counts_more():
    documents = [document("d1", "جريدة"), document("d2", "وكالة")]
    once = met("once", "2024-12-01")
    twice = met("twice", "2024-12-05", mentions=(told("d1"), told("d2")))
    summary = Timeline([once, twice], documents).summarize(1)
    assert ids(summary) == ["twice"]
    assert "told by 2 outlets" in summary.notes["twice"]


def struck(event_id, day="2024-12-07", where="d1", **fields):
    force = evolve(actor("TUR"), name="القوات التركية", role="agent")
    fields = {"actors": (force,), "places": (DOHA,), "mentions": (told(where),), "subtype": "shelling"} | fields
    return event(event_id, day, kind="offensive", **fields)


def summed(one, other, *reports):
    """The one of two events that a summary of one takes, and what it says of both."""
    both = Timeline([one, other], reports)
    return ids(both.summarize(1))[0], both.summarize(2).notes


def test_what_was_a_month_ago_is_no_news():
    old = struck("old", "2024-11-01", actors=(*struck("x").actors, actor("IRN", "target")))
    taken, notes = summed(old, struck("new"), document("d1", "جريدة", "2024-12-08"))
    assert taken == "new"
    assert "long before its reports" in notes["old"]
    assert "long before its reports" not in notes["new"]


def test_what_one_of_its_own_days_reports_tells_is_news_whoever_tells_it_later():
    old = struck("old", "2024-11-01", mentions=(told("d1"), told("d2")))
    reports = document("d1", "جريدة", "2024-11-02"), document("d2", "وكالة", "2024-12-08")
    old = evolve(old, tellings=tuple(evolve(old, mentions=(each,)) for each in old.mentions))
    assert "long before" not in Timeline([old], reports).summarize(1).notes["old"]


def test_a_false_alarm_is_no_attack():
    withdrawn = document("d1", "جريدة", text="قصف المطار ليلا. ثم قالت القيادة إن إنذارا خاطئا شغل الدفاعات.")
    taken, notes = summed(struck("alarm"), struck("real", where="d2"), withdrawn, document("d2", "وكالة"))
    assert taken == "real"
    assert "a false alarm" in notes["alarm"]


def test_an_attack_of_which_a_line_says_neither_whom_nor_where_loses():
    taken, notes = summed(struck("bare", places=()), struck("full"))
    assert taken == "full"
    assert "neither whom nor where" in notes["bare"]


def test_a_visit_of_three_days_is_no_vague_stretch():
    days = (Interval(dt.date(2024, 12, 3), dt.date(2024, 12, 6)),)
    summary = Timeline([evolve(met("visit", subtype="visit"), when=days), evolve(met("talks"), when=days)]).summarize(2)
    assert "one of several days" not in summary.notes["visit"]
    assert "one of several days" in summary.notes["talks"]


@few
@given(timelines(), st.integers(0, 8))
def test_a_summary_is_a_part_of_the_timeline_in_order_and_grows_with_n(chronology, count):
    summary, larger = chronology.summarize(count), chronology.summarize(count + 1)
    assert len(summary) == min(count, len(chronology))
    assert ids(summary) == [each.id for each in chronology if each in summary]
    assert set(ids(summary)) <= set(ids(larger))
    assert summary == chronology.summarize(count)


def test_a_summary_of_fewer_than_none_is_refused():
    with pytest.raises(OptionError, match="-1"):
        Timeline().summarize(-1)

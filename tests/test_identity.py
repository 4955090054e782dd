"""Cross-document event coreference: which tellings are one act, what is settled by vote, and what must not matter."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections import Counter

import pytest
from attrs import evolve
from examples_of_events import document, event
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.chronology.merge import unite
from timeline.chronology.timeline import Timeline
from timeline.events.model import Actor, Mention, Place
from timeline.values.interval import Interval

STATES = {"SYR": "سوريا", "ISR": "إسرائيل", "TUR": "تركيا", "RUS": "روسيا", "IRN": "إيران", "USA": "الولايات المتحدة"}
TOWNS = {"دوما": "SYR", "عفرين": "SYR", "أنقرة": "TUR", "موسكو": "RUS"}
few = settings(max_examples=100, deadline=None)


def state(code, role):
    name = STATES[code]
    return Actor(name, 0, len(name), name, role, name_en=code.title(), country=code, code=f"{code}GOV")


def town(name):
    return Place(name, 0, len(name), name, name_en="town", country=TOWNS[name])


def told(name, start=0):
    return (Mention(name, (start, start + 20), (start, start + 4)),)


def strike(event_id, where, *, day="2018-04-09", agent="ISR", target="SYR", place=None, source="stated", **fields):
    actors = [state(agent, "agent")] if agent else []
    actors += [state(target, "target")] if target else []
    fields = {"subtype": "airstrike", "time_source": source, "mentions": told(where)} | fields
    return event(event_id, *([day] if day else []), kind="offensive", actors=tuple(actors),
                 places=(town(place),) if place else (), **fields)  # fmt: skip


def talks(event_id, where, *codes, day="2018-04-04", **fields):
    fields = {"subtype": "meeting", "mentions": told(where)} | fields
    return event(event_id, day, actors=tuple(state(code, "participant") for code in codes), **fields)


REPORTS = [document(f"d{n}", f"outlet{n}", "2018-04-10") for n in range(8)]
BY_ID = {each.id: each for each in REPORTS}


def united(*events):
    return unite(events, BY_ID)


# ---- what is one act, and what is not


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (strike("a", "d0"), strike("b", "d1")),
        (strike("a", "d0", place="دوما"), strike("b", "d1", target=None, place="دوما")),
        (strike("a", "d0"), strike("b", "d1", subtype="killing")),
        (strike("a", "d0"), strike("b", "d1", day="2018-04-10", source="document")),  # printed the day after
        (strike("a", "d0"), strike("b", "d1", day=None, source="none", background=True, place=None)),
        (talks("a", "d0", "TUR", "RUS"), talks("b", "d1", "TUR", "RUS", subtype="summit")),
        (talks("a", "d0", "TUR", "RUS", "IRN"), talks("b", "d1", "TUR", "RUS")),
    ],
)
def test_told_twice_it_is_one_act(one, other):
    (both,) = united(one, other)
    assert {mention.document for mention in both.mentions} == {"d0", "d1"}
    assert len(both.tellings) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (strike("a", "d0"), strike("b", "d1", day="2018-04-12")),
        (strike("a", "d0"), strike("b", "d1", agent="TUR", place="عفرين")),
        (strike("a", "d0", agent="SYR", place="دوما"), strike("b", "d1", agent="SYR", place="عفرين")),
        (strike("a", "d0"), strike("b", "d1", subtype="seizure")),
        (strike("a", "d0"), strike("b", "d1", day="2018-04-02", source="document")),
        (talks("a", "d0", "TUR", "RUS"), talks("b", "d1", "USA", "RUS")),
        (talks("a", "d0", "TUR", "RUS"), talks("b", "d1", "TUR", "RUS", subtype="phone")),
        (talks("a", "d0", "TUR", "RUS"), talks("b", "d1", "TUR", "RUS", day="2018-04-03")),
    ],
)
def test_what_differs_in_what_matters_stays_two(one, other):
    assert len(united(one, other)) == 2


# ---- settled by all who tell it


def test_a_single_misreading_is_outvoted():
    right = [strike(f"r{n}", f"d{n}") for n in range(4)]
    wrong = strike("w", "d5", agent="SYR", target="ISR", place=None)
    wrong = evolve(wrong, places=(town("دوما"),))
    (act,) = united(*[evolve(each, places=(town("دوما"),)) for each in right], wrong)
    assert {(actor.country, actor.role) for actor in act.actors} == {("ISR", "agent"), ("SYR", "target")}


def test_outlets_vote_and_not_reports():
    one_outlet = [document(f"d{n}", "outlet", "2018-04-10") for n in range(3)]
    dawn = (Interval(dt.datetime(2018, 4, 9, 3), dt.datetime(2018, 4, 9, 6)),)
    events = [evolve(strike(f"a{n}", f"d{n}", place="دوما"), when=dawn) for n in range(3)]
    events += [strike("b", "d3", place="دوما"), strike("c", "d4", place="دوما")]
    (act,) = unite(events, BY_ID | {each.id: each for each in one_outlet})
    assert act.when == (Interval.day(dt.date(2018, 4, 9)),)


def test_what_many_tell_against_each_other_is_a_conflict():
    (act,) = united(*[strike(f"a{n}", f"d{n}", agent="ISR" if n % 2 else "USA", place="دوما") for n in range(4)])
    assert any("agents differ" in note for note in act.conflicts)


def test_what_the_text_dates_wins_over_its_printing():
    (act,) = united(strike("a", "d0", day="2018-04-10", source="document"), strike("b", "d1"))
    assert act.when == (Interval.day(dt.date(2018, 4, 9)),)
    assert act.time_source == "stated"


# ---- what must not matter


codes = st.sampled_from(sorted(STATES))
some_days = st.sampled_from(["2018-04-08", "2018-04-09", "2018-04-10"])


@st.composite
def tellings(draw):
    events = []
    for number in range(draw(st.integers(1, 12))):
        where = draw(st.sampled_from(sorted(BY_ID)))
        source = draw(st.sampled_from(["stated", "stated", "document"]))
        mention = told(where, 30 * number)
        if draw(st.booleans()):
            place = draw(st.none() | st.sampled_from(sorted(TOWNS)))
            agent, target = draw(st.none() | codes), draw(st.none() | codes)
            events.append(strike(f"e{number}", where, day=draw(some_days), agent=agent, target=target, place=place,
                                 source=source, mentions=mention))  # fmt: skip
        else:
            parties = draw(st.lists(codes, min_size=1, max_size=3, unique=True))
            events.append(
                talks(f"e{number}", where, *parties, day=draw(some_days), time_source=source, mentions=mention)
            )
    return events


def said(timeline):
    return [(each.id, each.when, each.actors, each.places, each.subtype, each.mentions) for each in timeline]


@few
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(events, chance):
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert said(Timeline(united(*events), BY_ID)) == said(Timeline(united(*shuffled), BY_ID))


@few
@given(tellings(), st.integers(0, 12))
def test_how_reports_are_divided_does_not_matter(events, cut):
    whole = Timeline(united(*events), BY_ID)
    parts = Timeline(united(*events[:cut]), BY_ID).merge(Timeline(united(*events[cut:]), BY_ID))
    assert said(whole) == said(parts)


def copied(events):
    """The same with ids that several reports have, as copies of an agency's text do."""
    told = Counter()
    for each in events:
        where = each.mentions[0].document
        told[where] += 1
        yield evolve(each, id=f"{told[where]:012x}")


@few
@given(tellings(), st.integers(0, 12), st.randoms(use_true_random=False))
def test_copies_are_told_apart_whatever_the_order_and_the_division(events, cut, chance):
    events = list(copied(events))
    whole = Timeline(united(*events), BY_ID)
    assert len({each.id for each in whole}) == len(whole)
    assert sum(len(each.mentions) for each in whole) == len(events)
    chance.shuffle(events)
    parts = Timeline(united(*events[:cut]), BY_ID).merge(Timeline(united(*events[cut:]), BY_ID))
    assert said(whole) == said(parts)


@few
@given(tellings())
def test_uniting_again_changes_nothing(events):
    once = united(*events)
    assert said(Timeline(unite(once, BY_ID), BY_ID)) == said(Timeline(once, BY_ID))


@few
@given(tellings())
def test_every_telling_is_in_one_event_and_in_one_only(events):
    mentions = [mention for act in united(*events) for mention in act.mentions]
    assert sorted(mentions, key=str) == sorted((mention for each in events for mention in each.mentions), key=str)


def _sure(act):
    """Two outlets or more give its day."""
    outlets = {each.mentions[0].document for each in act.tellings if each.time_source == "stated"}
    return len(outlets) > 1


@few
@given(tellings(), tellings())
def test_a_further_report_loses_and_moves_nothing_that_two_outlets_tell_surely(events, more):
    more = [
        evolve(each, id=f"m{each.id}", mentions=tuple(evolve(m, document="d9") for m in each.mentions)) for each in more
    ]
    documents = BY_ID | {"d9": document("d9", "outlet9", "2018-04-10")}
    after = unite([*events, *more], documents)
    for act in filter(_sure, united(*events)):
        told_by = {mention for each in act.tellings if each.time_source == "stated" for mention in each.mentions}
        assert any(
            act.type is other.type and set(act.when) & set(other.when) and told_by & set(other.mentions)
            for other in after
        )


_SCRIPT = """
import sys; sys.path.insert(0, {tests!r})
import test_identity as t
from timeline.chronology.timeline import Timeline
events = [t.strike(f"a{{n}}", f"d{{n % 8}}", agent=sorted(t.STATES)[n % 6], target=sorted(t.STATES)[n % 5],
                   place=sorted(t.TOWNS)[n % 4], mentions=t.told(f"d{{n % 8}}", 30 * n)) for n in range(60)]
print(Timeline(t.united(*events), t.BY_ID).to_json())
"""


def test_the_same_bytes_for_every_seed_of_the_hash():
    from pathlib import Path

    here = str(Path(__file__).parent)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT.format(tests=here)], capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(Path(here).parent), here])},
        ).stdout
        for seed in ("0", "3", "17")
    }  # fmt: skip
    assert len(outputs) == 1

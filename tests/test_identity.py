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
from timeline.events.model import Actor, Mention, Place, Toll
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


# ---- who did it, and to whom


def force(name, code, role, country="YEM"):
    return Actor(name, 0, len(name), name, role, name_en="force", country=country, code=code)


def attack(event_id, where, *actors, **fields):
    return strike(event_id, where, agent=None, target=None, place="دوما", **fields) if not actors else evolve(
        strike(event_id, where, agent=None, target=None, place="دوما", **fields), actors=actors
    )  # fmt: skip


CLAIMS = Actor("التنظيم", 0, 7, "التنظيم", "agent", name_en="the group", code="IMGGROUP")
ARMY = force("الجيش", "SYRMIL", "target", "SYR")


def sides(act):
    return {(each.name, each.role) for each in act.actors}


def test_who_claims_it_in_a_sentence_of_its_own_is_who_did_it():
    told = [attack(f"a{n}", f"d{n}", ARMY) for n in range(4)]
    claimed = attack("c", "d0", CLAIMS, source="document", subtype="assault", mentions=told[0].mentions)
    claimed = evolve(claimed, mentions=(Mention("d0", (60, 80), (60, 64)),))
    (act,) = united(*told, claimed)
    assert sides(act) == {("الجيش", "target"), ("التنظيم", "agent")}


def test_one_report_that_does_not_say_when_makes_nobody_an_attacker():
    told = [attack(f"a{n}", f"d{n}", ARMY) for n in range(4)]
    (act,) = united(*told, attack("c", "d5", CLAIMS, source="document", day="2018-04-10"))
    assert sides(act) == {("الجيش", "target")}


def test_whom_others_tell_as_struck_did_not_strike():
    told = [attack(f"a{n}", f"d{n}", ARMY) for n in range(4)]
    (act,) = united(*told, attack("w", "d5", evolve(ARMY, role="agent")))
    assert sides(act) == {("الجيش", "target")}


def test_the_name_of_a_state_at_the_head_of_one_line_is_no_target():
    told = [attack(f"a{n}", f"d{n}", CLAIMS) for n in range(4)]
    (act,) = united(*told, attack("w", "d5", state("SYR", "target")))
    assert sides(act) == {("التنظيم", "agent")}


# ---- two acts, and one


def person(name, code, role="participant"):
    return Actor(name, 0, len(name), name, role, country=code, code=f"{code}GOV")


def test_an_envoy_in_one_town_is_not_his_president_in_another():
    envoy = evolve(talks("a", "d0", "RUS"), actors=(person("نزار العبدلي", "TUR"), state("RUS", "participant")))
    other = evolve(talks("b", "d1", "RUS"), actors=(person("رجب طيب أردوغان", "TUR"), state("RUS", "participant")))
    assert len(united(evolve(envoy, places=(town("موسكو"),)), evolve(other, places=(town("أنقرة"),)))) == 2


def test_one_man_spelled_twice_is_one():
    one = evolve(talks("a", "d0", "RUS"), actors=(person("سعد العبدلي", "TUR"), state("RUS", "participant")))
    other = evolve(talks("b", "d1", "RUS"), actors=(person("سعدالدين العبدلي", "TUR"), state("RUS", "participant")))
    assert len(united(one, other)) == 1


@pytest.mark.parametrize("kind", ["seizure", "advance"])
def test_who_leaves_a_town_is_not_who_takes_it(kind):
    leaves = strike("a", "d0", agent="TUR", target=None, place="دوما", subtype="withdrawal")
    assert len(united(leaves, strike("b", "d1", agent="TUR", target=None, place="دوما", subtype=kind))) == 2


def test_rebels_do_not_shell_what_the_army_shells():
    rebels = Actor("فصائل المعارضة", 0, 14, "فصائل المعارضة", "agent")
    army = strike("a", "d0", agent="SYR", target=None, place="دوما", subtype="shelling")
    assert len(united(army, evolve(strike("b", "d1", place="دوما", subtype="shelling"), actors=(rebels,)))) == 2


def slain(event_id, where, day, source="stated", **fields):
    killed = evolve(person("قاسم سليماني", "IRN", "target"), name_en="Qasem Soleimani")
    return evolve(strike(event_id, where, day=day, source=source, **fields), actors=(killed,))


def test_he_dies_once_and_before_it_is_announced():
    (act,) = united(
        slain("a", "d0", "2018-04-05", subtype="killing"),
        slain("b", "d1", "2018-04-09", subtype="killing"),
        slain("c", "d2", "2018-04-10", source="document", subtype="killing"),
        slain("d", "d3", "2018-04-09", subtype="airstrike"),
    )
    assert act.when == (Interval.day(dt.date(2018, 4, 5)),)


def test_who_is_struck_twice_and_lives_is_struck_twice():
    assert len(united(slain("a", "d0", "2018-04-02"), slain("b", "d1", "2018-04-09"))) == 2


# ---- days, tolls, names


def test_a_visit_takes_the_days_that_a_report_gives():
    stretch = (Interval(dt.date(2018, 4, 3), dt.date(2018, 4, 6)),)
    days = [talks(f"a{n}", f"d{n}", "TUR", "RUS", subtype="visit") for n in range(3)]
    (act,) = united(*days, evolve(talks("b", "d4", "TUR", "RUS", subtype="visit"), when=stretch))
    assert act.when == stretch


def test_the_dead_of_a_campaign_are_none_of_a_day():
    text = "قتل ألف منذ بدء الحملة، وقتل اليوم اثنا عشر."
    reports = BY_ID | {"d5": evolve(BY_ID["d5"], text=text)}
    told = [strike(f"a{n}", f"d{n}", dead=(Toll(12 + n, 12 + n),)) for n in range(3)]
    since = strike("s", "d5", dead=(Toll(1000, 1000),), mentions=(Mention("d5", (0, len(text)), (0, 3)),))
    (act,) = unite([*told, since], reports)
    assert [each.low for each in act.dead] == [12, 13, 14]
    assert any(each.dead == (Toll(1000, 1000),) for each in act.tellings)


def test_a_toll_that_most_give_stays_however_large():
    told = [strike(f"a{n}", f"d{n}", dead=(Toll(100, 100),)) for n in range(3)]
    (act,) = united(*told, strike("b", "d4", dead=(Toll(3, 3),)))
    assert {each.low for each in act.dead} == {3, 100}


def test_a_counterpart_has_the_office_of_the_other_side():
    here, there = person("وزير الدفاع التركي", "TUR"), person("نظيره الروسي", "RUS")
    told = [evolve(talks(f"a{n}", f"d{n}", "TUR"), actors=(here, there)) for n in range(2)]
    (act,) = united(*told)
    assert {each.name for each in act.actors} == {"وزير الدفاع التركي", "وزير الدفاع الروسي"}
    hers = [evolve(each, actors=(here, evolve(there, name="نظيرته الروسية"))) for each in told]
    assert "وزيرة الدفاع الروسية" in {each.name for act in united(*hers) for each in act.actors}


def test_a_counterpart_of_a_person_is_his_state():
    here, there = person("رجب طيب أردوغان", "TUR"), person("نظيره الروسي", "RUS")
    (act,) = united(*(evolve(talks(f"a{n}", f"d{n}", "TUR"), actors=(here, there)) for n in range(2)))
    assert {each.name for each in act.actors} == {"رجب طيب أردوغان", "روسيا"}


def test_an_ambassador_is_summoned_once():
    by_name, by_office = person("يوهان بيترسن", "RUS"), person("السفير الروسي", "RUS")
    told = [
        evolve(talks(f"a{n}", f"d{n}", "TUR", subtype="summons"), actors=(state("TUR", "participant"), each))
        for n, each in enumerate((by_office, by_office, by_name))
    ]
    (act,) = united(*told)
    assert [each.name for each in act.actors if each.country == "RUS"] == ["السفير الروسي يوهان بيترسن"]

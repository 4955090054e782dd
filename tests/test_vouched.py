"""What an act is said to be is borne out by those who tell it: sides by vote, status, witnesses, one line each."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from examples_of_events import document, event
from test_identity import state, strike, talks, told, united

from timeline.chronology.headlines import with_headlines
from timeline.chronology.timeline import Timeline
from timeline.chronology.witnesses import witnesses
from timeline.documents.model import Document
from timeline.events.model import Actor, Modality, Place, Telling

REPORTS = {f"d{n}": document(f"d{n}", f"outlet{n}", "2018-04-10") for n in range(8)}


def by(name, role, **fields):
    return Actor(name, 0, len(name), name, role, **fields)


def roles(act):
    return {(actor.country or actor.name, actor.role) for actor in act.actors}


def many(count, **fields):
    return [strike(f"a{n}", f"d{n}", place="دوما", **fields) for n in range(count)]


def with_actors(each, *actors):
    return evolve(each, actors=tuple(actors))


# ---- sides


def test_all_who_act_for_a_state_vote_together():
    army, forces = (
        by(name, "agent", country="SYR", code=code) for name, code in (("الجيش", "SYRMIL"), ("القوات", "SYRGOV"))
    )
    other = by("روسيا", "agent", country="RUS", code="RUSGOV")
    some = [with_actors(each, actor) for each, actor in zip(many(5), (army, forces, army, other, other), strict=True)]
    (act,) = united(*some)
    assert {side for side, role in roles(act) if role == "agent"} == {"SYR"}


def test_of_several_reports_one_names_him_and_he_did_not_do_it():
    (act,) = united(*many(3, agent=None, target=None), *[strike("b", "d5", agent="IRN", target=None, place="دوما")])
    assert ("IRN", "agent") not in roles(act)
    (act,) = united(*many(2, agent=None, target=None), *[strike("b", "d5", agent="IRN", target=None, place="دوما")])
    assert ("IRN", "agent") in roles(act)  # of three he may be known to one


def test_allies_stand_together():
    three = [state(code, "agent") for code in ("USA", "ISR", "TUR")]
    (act,) = united(*[with_actors(each, *three[: n % 3 + 1]) for n, each in enumerate(many(6))])
    assert {side for side, role in roles(act) if role == "agent"} == {"USA", "ISR", "TUR"}


def test_who_did_it_and_to_whom_are_of_one_telling():
    one = strike("a", "d0", agent="ISR", target=None, place="دوما")
    other = strike("b", "d1", agent=None, target="SYR", place="دوما")
    (act,) = united(one, other, evolve(other, id="c", mentions=told("d2")))
    assert roles(act) == {("SYR", "target")}
    (act,) = united(one, other, strike("c", "d2", place="دوما"))
    assert roles(act) == {("ISR", "agent"), ("SYR", "target")}


def test_who_only_refers_to_it_has_no_vote():
    both = state("ISR", "agent"), state("TUR", "agent"), state("SYR", "target")
    referred = [
        with_actors(evolve(each, id=f"r{each.id}", when=(), time_source="none", background=True), *both)
        for each in many(7)[3:]
    ]
    (act,) = united(*many(2), *referred)
    assert len(act.mentions) == 6
    assert {side for side, role in roles(act) if role == "agent"} == {"ISR"}


def test_a_broadcaster_strikes_nobody():
    radio = by("بي بي سي", "agent", country="GBR", code="GBRMED")
    (act,) = united(*[with_actors(each, state("ISR", "agent"), radio) for each in many(3)])
    assert roles(act) == {("ISR", "agent")}


def test_who_is_at_home_receives():
    washington = Place("واشنطن", 0, 6, "واشنطن", name_en="Washington", country="USA")
    (act,) = united(*[talks(f"a{n}", f"d{n}", "TUR", "USA", subtype="hosted", places=(washington,)) for n in range(2)])
    assert roles(act) == {("TUR", "participant"), ("USA", "host")}


def test_one_who_says_more_is_not_heard_against_many():
    bomb = strike("b", "d7", place="دوما", subtype="bombing")
    (act,) = united(*many(7, subtype="assault"), bomb)
    assert act.subtype == "assault"
    (act,) = united(*many(2, subtype="assault"), bomb)
    assert act.subtype == "bombing"


# ---- which tellings are of one act


def received(name, where):
    guest = by(name, "participant", country="TUR", name_en=name)
    return event(f"e{where}", "2018-04-04", actors=(guest, state("RUS", "host")), mentions=told(where))


@pytest.mark.parametrize(
    ("one", "other", "acts"),
    [
        # «مقتل جنود أتراك في عفرين» is none of what the Turks struck there
        (strike("a", "d0", agent="TUR", place="عفرين"), strike("b", "d1", agent=None, target="TUR", place="عفرين"), 2),
        # a place that no map has contradicts nothing
        (
            strike("a", "d0", place="دوما"),
            evolve(strike("b", "d1"), places=(Place("مواقع", 0, 5, "مواقع قرب الطريق"),)),
            1,
        ),
        # one report has his whole name, the other how it ends
        (
            with_actors(strike("a", "d0"), by("رامي الحمد الله", "target", name_en="R", country="PSE")),
            with_actors(strike("b", "d1"), by("الحمد الله", "target")),
            1,
        ),
        # ministers are no presidents
        (received("رجب طيب أردوغان", "d0"), received("هاكان فيدان", "d1"), 2),
        # what was planned for a day took place on the next
        (
            talks("a", "d0", "TUR", "RUS", modality=Modality.PLANNED),
            talks("b", "d1", "TUR", "RUS", day="2018-04-05"),
            1,
        ),
    ],
)  # fmt: skip
def test_one_act_or_two(one, other, acts):
    assert len(united(one, other)) == acts


def test_what_is_put_off_is_of_the_day_on_which_it_took_place():
    planned = talks("a", "d0", "TUR", "RUS", modality=Modality.PLANNED)
    (act,) = united(planned, *[talks(f"b{n}", f"d{n}", "TUR", "RUS", day="2018-04-05") for n in (1, 2)])
    assert str(act.when[0].start) == "2018-04-05"
    assert act.modality is Modality.ASSERTED


# ---- whether


def test_nobody_can_say_before_the_day_that_it_took_place():
    later = [talks(f"a{n}", f"d{n}", "TUR", "RUS", day="2018-04-20") for n in range(2)]
    planned = [evolve(each, id=f"p{each.id}", modality=Modality.PLANNED) for each in later]
    (act,) = united(*later, *planned)  # all printed on the 10th
    assert act.modality is Modality.PLANNED


# ---- witnesses and rank


def test_who_names_another_vouches_for_nothing():
    acts = united(*many(3), strike("b", "d5", agent="TUR", target="SYR", place="دوما"))
    act = max(acts, key=lambda each: len(each.mentions))
    assert {each.id for each in witnesses(act)} == {"a0", "a1", "a2"}


def test_a_single_telling_is_its_own_witness():
    one = strike("a", "d0")
    assert witnesses(one) == [one]


def test_references_make_no_news():
    spoken_of = [
        evolve(strike(f"r{n}", f"d{n}", day=None, source="none"), background=True, mentions=told(f"d{n}", 900))
        for n in range(1, 7)
    ]
    (often,) = united(strike("a", "d0", place=None), *spoken_of)
    (twice,) = united(strike("x", "d1", agent="TUR", place="عفرين"), strike("y", "d2", agent="TUR", place="عفرين"))
    chronology = Timeline([often, twice], REPORTS)
    assert [each.id for each in chronology.summarize(1)] == [twice.id]


def test_who_meet_on_two_days_have_one_line():
    first = united(*[talks(f"a{n}", f"d{n}", "TUR", "RUS") for n in range(4)])
    second = united(
        *[talks(f"b{n}", f"d{n}", "TUR", "RUS", day="2018-04-05", mentions=told(f"d{n}", 60)) for n in range(4)]
    )
    third = united(*[talks(f"c{n}", f"d{n}", "IRN", "ISR", mentions=told(f"d{n}", 90)) for n in range(2)])
    summed = Timeline([*first, *second, *third], REPORTS).summarize(2)
    assert {frozenset(actor.country for actor in each.actors) for each in summed} == {
        frozenset(("TUR", "RUS")), frozenset(("IRN", "ISR")),
    }  # fmt: skip


def test_a_visit_and_the_summit_of_the_next_day_are_two_lines():
    visit = united(*[talks(f"a{n}", f"d{n}", "TUR", "RUS") for n in range(4)])
    summit = united(
        *[talks(f"b{n}", f"d{n}", "TUR", "RUS", "IRN", day="2018-04-05", mentions=told(f"d{n}", 60)) for n in range(4)]
    )
    other = united(*[talks(f"c{n}", f"d{n}", "USA", "ISR", mentions=told(f"d{n}", 90)) for n in range(2)])
    summed = Timeline([*visit, *summit, *other], REPORTS).summarize(2)
    assert {len(each.actors) for each in summed} == {2, 3}


def test_a_meeting_that_only_its_printing_dates_is_left_for_one_with_a_day():
    dated = talks("a", "d0", "TUR", "RUS")
    printed = talks("b", "d1", "IRN", "USA", day="2018-04-10", time_source="document")
    assert [each.id for each in Timeline([dated, printed], REPORTS).summarize(1)] == ["a"]


# ---- lines


def read_as(frame, **fields):
    mention = evolve(told("d0")[0], reading=Telling(f"{frame}: agent, target"))
    return evolve(strike("a", "d0", subtype="shelling", place="دوما", target=None, **fields), mentions=(mention,))


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (read_as("قصف"), "قصف إسرائيلي على دوما"),
        (read_as("إطلاق نار", agent=None), "إطلاق نار في دوما"),
        (read_as("استهدف"), "هجوم إسرائيلي في دوما"),
        (read_as("أسقط"), "إسقاط إسرائيل هدفا جويا في دوما"),
        (strike("a", "d0", subtype="clash", agent="TUR", target=None, place="عفرين"), "اشتباكات تركية في عفرين"),
        (talks("a", "d0", "TUR", "RUS", modality=Modality.PLANNED), "لقاء تركيا وروسيا (مقرر)"),
        (
            evolve(strike("a", "d0"), places=(Place("اليمن", 0, 5, "اليمن", name_en="Yemen", country="YEM"),)),
            "غارات إسرائيلية على سوريا",  # from there
        ),
        (strike("a", "d0", modality=Modality.DENIED), "غارات إسرائيلية على سوريا (نفي)"),
        (
            event(
                "a", subtype="summons",
                actors=(state("RUS", "participant"), by("السفير التركي", "participant", country="TUR")),
            ),
            "استدعاء السفير التركي من قبل روسيا",
        ),
        (
            event("a", kind="offensive", subtype="killing", actors=(by("قادتها", "target"), state("ISR", "agent"))),
            "سقوط قتلى في هجوم إسرائيلي",  # whose leaders?
        ),
    ],
)  # fmt: skip
def test_lines_say_what_it_is_called_and_whether_it_was(made, line):
    from timeline.events.headline import headline

    assert headline(made).ar == line


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("إسرائيل تقصف عفرين", True),
        ("غارات إسرائيلية على عفرين", True),
        ("تشييع قتلى في قصف إسرائيلي على عفرين", False),  # a funeral
        ("الغارات الإسرائيلية على عفرين لم تقع", False),
        ("تركيا تقصف عفرين", False),
        ("إسرائيل ستقصف عفرين", False),
    ],
)
def test_a_title_tells_the_act_itself(title, taken):
    act = evolve(strike("a", "d0", place="عفرين", target=None), headline_worthy=True)
    report = Document("نص", dt.date(2018, 4, 9), title=title, id="d0")
    assert (with_headlines([act], {"d0": report})[0].headline == title) is taken


def test_the_same_line_on_one_of_several_days_says_so():
    week = [evolve(each, when=(type(each.when[0])(dt.date(2018, 4, 9), dt.date(2018, 4, 16)),)) for each in many(1)]
    lines = [each.headline for each in with_headlines([*week, strike("b", "d5", place="دوما", day="2018-04-01")], {})]
    assert any("(9-15 أبريل 2018)" in line for line in lines)


def _said(name, content, verb="قال"):
    text = f'{verb} الوزير: "{content}".'
    mention = told(name)[0]
    return text, event(
        f"s{name}", "2018-04-09", kind="statement", actors=(by("هاكان فيدان", "speaker", country="TUR", name_en="F"),),
        content=content, mentions=(evolve(mention, sentence=(0, len(text)), trigger=(0, len(verb))),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("contents", "line"),
    [
        (("الحرب انتهت في كل البلاد", "الحرب انتهت في البلاد كلها"), "هاكان فيدان: الحرب انتهت في كل البلاد"),
        (("الحرب انتهت في كل البلاد", "المحادثات بدأت بين الوفود"), ""),  # each quotes something else
        (("تفاصيل الاتفاق الجديد بين الوفود", "تفاصيل الاتفاق الجديد بين الوفود"), ""),  # says nothing of it
    ],
)
def test_what_is_said_is_a_clause_that_two_reports_quote(contents, line):
    made = [_said(f"d{n}", content) for n, content in enumerate(contents)]
    documents = {
        f"d{n}": Document(text, dt.date(2018, 4, 9), source=f"o{n}", id=f"d{n}") for n, (text, _) in enumerate(made)
    }
    act = evolve(
        made[0][1], tellings=tuple(each for _, each in made), mentions=tuple(m for _, e in made for m in e.mentions)
    )
    (lined,) = with_headlines([act], documents)
    assert lined.headline == line if line else ": " not in lined.headline


def test_what_goes_on_behind_the_quotes_is_no_line():
    made = [_said(f"d{n}", "الحرب انتهت في كل البلاد") for n in range(2)]
    documents = {
        f"d{n}": Document(text.rstrip(".") + " تقريبا.", dt.date(2018, 4, 9), source=f"o{n}", id=f"d{n}")
        for n, (text, _) in enumerate(made)
    }
    act = evolve(made[0][1], tellings=tuple(each for _, each in made))
    (lined,) = with_headlines([act], documents)
    assert ": " not in lined.headline

"""What an event says of its reading: clause, frame, role by role, date, status, and what was refused."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

import timeline

REFERENCE = "2024-12-03"


def told(text, number=0):
    return timeline.extract(timeline.Document(text, REFERENCE))[number]


def lines(text, number=0):
    return [line.strip() for line in told(text, number).explain().splitlines()]


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("قصفت المدفعية بلدة حدودية أمس.", 0, "offensive/shelling, asserted, [2024-12-02, 2024-12-03) (stated)"),
        ("قصفت المدفعية بلدة حدودية أمس.", 0, "dated by «أمس»: beside it"),
        ("زار الوزير بغداد.", 0, "dated: no date stands with it: the day of printing"),
        ("زار الوزير بغداد.", 0, "participant: الوزير (subject)"),
        ("زار الوزير بغداد.", 0, "destination: بغداد (object)"),
        ("أدانت أنقرة الهجوم.", 0, "speaker: أنقرة → تركيا (subject)"),
        ("أدانت أنقرة الهجوم.", 1, "status: asserted, by «definite»"),
        ("سيزور الوزير بغداد غدا.", 0, "status: planned, by «سيزور»"),
        ("لم يزر الوزير بغداد أمس.", 0, "status: negated, by «لم يزر»"),
        ("شن الجيش هجوما على القرية أمس.", 0, "agent: الجيش (light)"),
        ("قصف الجيش القرية أمس.", 0, "refused: «قصف» as a noun: read as a verb its clause closes"),
        ("قال الوزير سامر العلي إن الأمر انتهى.\nوأضاف أن اللجنة ستعود.", 1, "speaker: سامر العلي (carried)"),
        ("زار الوزير بغداد أمس والتقى نظيره.", 1, "participant: الوزير (understood)"),
        ("زار الوزير بغداد أمس والتقى نظيره.", 1, "dated by «أمس»: with the verb it is joined to"),
    ],
)
def test_a_line_of_the_reading(text, number, line):
    assert line in lines(text, number)


def test_the_frame_is_that_of_the_lexicon():
    (frame,) = [line for line in lines("قصفت المدفعية بلدة حدودية أمس.") if line.startswith("frame:")]
    assert re.fullmatch(r"frame: قصف.*: agent:.*target.*", frame)


@pytest.mark.parametrize(
    ("text", "kind", "refused"),
    [
        ("هاجم السيناتور خطة الحكومة أمس.", "criticize", "هاجم as assault: its object cannot be its target"),
        ("اعترض الوفد السوداني على البيان.", "reject", "اعترض as shelling: its subject cannot be its agent"),
    ],
)
def test_a_refused_frame_is_told_with_its_reason(text, kind, refused):
    assert told(text).subtype == kind
    assert any(line.startswith(f"refused: {refused}") for line in lines(text))


def test_every_telling_is_listed():
    event = told("قتل خمسة جنود في غارة إسرائيلية على القرية أمس.")
    said = event.explain()
    assert len(event.mentions) == said.count("frame:") == 2


def test_contradictions_come_last():
    event = evolve(told("زار الوزير بغداد أمس."), conflicts=("dates differ: a and b",))
    assert event.explain().splitlines()[-1] == "  conflict: dates differ: a and b"
    assert "<p>conflict: dates differ: a and b</p></section>" in event.explain_html()


def test_html_says_the_same_line_by_line():
    event = told("زار الوزير بغداد أمس.")
    text = re.sub(r"<[^>]*>", "\n", event.explain_html())
    for line in event.explain().splitlines()[2:]:
        label, _, value = line.strip().partition(": ")
        assert label in text
        assert value in text


def test_html_is_escaped_and_isolates_the_arabic():
    hostile = 'زار الوزير <b onload="x()"> بغداد أمس & غدا.'
    for event in timeline.extract(timeline.Document(hostile, REFERENCE)):
        made = event.explain_html()
        assert "<b onload" not in made
        assert made.count("<bdi>") == made.count("</bdi>") > 0
        assert 'lang="ar"' in made


def test_an_event_without_a_reading_has_its_head_alone():
    event = told("زار الوزير بغداد أمس.")
    bare = evolve(event, mentions=tuple(evolve(each, reading=None) for each in event.mentions))
    assert len(bare.explain().splitlines()) == 1


def test_the_reading_survives_json():
    chronology = timeline.build([timeline.Document("زار الوزير بغداد أمس.", REFERENCE)])
    again = timeline.Timeline.from_json(chronology.to_json())
    assert [each.explain() for each in again] == [each.explain() for each in chronology]

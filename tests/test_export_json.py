from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from examples_of_events import document, event, quiet, rough, rough_timelines, timelines
from hypothesis import example, given, settings

from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError, TimelineWarning
from timeline.events.model import EventType, Modality
from timeline.export import json as json_format
from timeline.export import jsonl
from timeline.pipeline import extract
from timeline.testing.acts import PRINTED, acts

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "reference" / "timeline.schema.json").read_text("utf-8"))
# Two halves of a surrogate pair that meet are one character to JSON.
_MET = re.compile("[\ud800-\udbff][\udc00-\udfff]")
unmet = rough.filter(lambda text: not _MET.search(text))


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_what_was_written_is_read_back_equal(chronology):
    again = json_format.load(json_format.dump(chronology))
    assert again == chronology
    assert all(type(event.type) is EventType and type(event.modality) is Modality for event in again)
    assert [event.time for event in again] == [event.time for event in chronology]
    assert dict(again.documents) == dict(chronology.documents)


def test_the_form_is_named_and_numbered():
    data = json.loads(Timeline([event("a", "2024-12-07")], [document("d1")]).to_json())
    assert (data["format"], data["version"]) == ("timeline", 1)
    assert data["events"][0]["when"] == [["2024-12-07", "2024-12-08"]]
    assert data["documents"][0]["published"] == "2024-12-03"


def test_half_a_surrogate_pair_survives_a_file(tmp_path):
    chronology = Timeline([event("a", headline="نص \ud800 مكسور")])
    chronology.to_json(tmp_path / "t.json")
    assert Timeline.from_json(tmp_path / "t.json") == chronology


def test_notes_of_a_summary_survive():
    summary = Timeline([event("a", "2024-12-07")]).summarize(1)
    assert dict(Timeline.from_json(summary.to_json()).notes) == dict(summary.notes) != {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "format"),
        ('{"format": "timeline", "version": 2}', "version 2"),
        ('{"format": "timeline", "version": 1, "documents": {}, "events": []}', "documents"),
        ('{"format": "timeline", "version": 1, "documents": [], "events": [{"id": "a"}]}', "events[0]"),
        (
            (
                '{"format": "timeline", "version": 1, "documents": [],'
                ' "events": [{"id": "a", "type": "battle", "subtype": "x"}]}'
            ),
            "battle",
        ),
        (
            (
                '{"format": "timeline", "version": 1, "documents": [],'
                ' "events": [{"id": "a", "type": "meeting", "subtype": "x", "when": [["2024-12-08", "2024-12-07"]]}]}'
            ),
            "has to end after it starts",
        ),
        (
            (
                '{"format": "timeline", "version": 1, "documents": [],'
                ' "events": [{"id": "a", "type": "meeting", "subtype": "x", "colour": "red"}]}'
            ),
            "colour",
        ),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text, said):
    with pytest.raises(FormatError, match=said.replace("[", r"\[")):
        Timeline.from_json(text)


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(FormatError, match="no such file"):
        Timeline.from_json(tmp_path / "gone.json")


@settings(max_examples=60, deadline=None)
@given(rough_timelines(unmet))
def test_rough_texts_and_early_years_are_read_back_equal(chronology):
    text = json_format.dump(chronology)
    assert json_format.load(text) == chronology
    assert json_format.load(text.encode()) == chronology
    assert [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(json.loads(text))] == []


@settings(max_examples=60, deadline=None)
@given(timelines() | rough_timelines(unmet))
def test_events_are_read_back_equal_from_lines(chronology):
    text = jsonl.dump(chronology)
    assert [json.loads(line)["id"] for line in text.splitlines()] == [each.id for each in chronology]
    assert set(jsonl.load(text)) == set(chronology)
    assert set(jsonl.load(text.encode())) == set(chronology)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\r"])
def test_no_reader_splits_a_line(mark, tmp_path):
    chronology = Timeline([event("a", headline=f"سطر{mark}واحد")])
    chronology.to_jsonl(tmp_path / "events.jsonl")
    (line,) = (tmp_path / "events.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["headline"] == f"سطر{mark}واحد"
    assert Timeline.from_jsonl(tmp_path / "events.jsonl")[0] == chronology[0]
    assert len(json_format.dump(chronology).splitlines()) == 1


def test_two_halves_that_meet_are_replaced_and_counted():
    chronology = Timeline([event("a", headline="نص \ud83d\ude00 مكسور")])
    for dump, load in ((json_format.dump, json_format.load), (jsonl.dump, jsonl.load)):
        with pytest.warns(TimelineWarning, match="1 × two halves of a surrogate pair"):
            text = dump(chronology)
        assert load(text)[0].headline == "نص \ufffd\ufffd مكسور"


def test_documents_are_written_under_the_names_that_events_know():
    report = document("d1")
    again = Timeline.from_json(Timeline([event("a")], {"other": report}).to_json())
    assert list(again.documents) == ["other"]
    assert again.documents["other"].text == report.text


@settings(max_examples=150, deadline=None)
@given(acts(), rough)
@example(None, "")
def test_whatever_is_read_is_written_and_read_back(told, noise):
    text = "" if told is None else told[0]
    report = document("d1", published=PRINTED, text=f"{noise}{text} {noise}\n{text}")
    chronology = Timeline(extract(report), [report])
    again = json_format.load(quiet(json_format.dump, chronology))
    assert len(again) == len(chronology)
    if not _MET.search(report.text):
        assert again == chronology


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1: no JSON"),
        ('{"id": "a", "type": "meeting", "subtype": "x"}\n[]', "line 2"),
        ('{"id": "a", "type": "battle", "subtype": "x"}', "battle"),
        (b'{"id": "\xff"}', "no UTF-8: byte 8 is 0xff"),
    ],
)
def test_a_line_that_is_no_event_is_told_by_its_number(text, said):
    with pytest.raises(FormatError, match=said):
        Timeline.from_jsonl(text)


def test_no_lines_are_no_events(tmp_path):
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    assert len(Timeline.from_jsonl(tmp_path / "none.jsonl")) == len(Timeline.from_jsonl("")) == 0

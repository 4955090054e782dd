from __future__ import annotations

import json

import pytest
from examples_of_events import document, event, timelines
from hypothesis import given, settings

from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError
from timeline.events.model import EventType, Modality
from timeline.export import json as json_format


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

"""What holds of whatever was read, whoever wrote it: exact places, order, values of the standards, the way back.

Asked by tests and by the fuzzing targets; each function raises `AssertionError` with the text.
"""

from __future__ import annotations

import json
import re
import warnings
from importlib import import_module
from itertools import pairwise

from timeline.chronology.timeline import Timeline
from timeline.errors import TimelineWarning
from timeline.export import json as json_format
from timeline.export import jsonl
from timeline.values.edtf import is_edtf
from timeline.values.timex import is_timex3

#: Formats that give a text or texts without any other package.
FORMS = (
    "acled", "brat", "csv", "edtf", "geojson", "ics", "jsonld", "latex", "markdown", "plover", "timelinejs",
    "timeml", "timex3", "vis",
)  # fmt: skip
_ID = re.compile(r"[0-9a-f]{12}(?:-\d+)?")
# Two halves of a surrogate pair that meet are one character to JSON, so they are written as �.
_MET = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def of_expressions(text, found):
    """Of date expressions: each in its place, in order and apart, with values that other programs read."""
    for each in found:
        assert text[each.start_char : each.end_char] == each.text, (text, each)
        assert each.intervals or each.open_reason, (text, each)
        assert is_timex3(each.value), (text, each)
        assert each.edtf is None or is_edtf(each.edtf), (text, each)
        assert all(one.precedes(other) for one, other in pairwise(each.intervals)), (text, each)
    for one, other in pairwise(found):
        assert one.end_char <= other.start_char, (text, one, other)


def of_events(document, events):
    """Of the events of one report: words stand where they are said to, days are in order, lines are lines."""
    text = document.text
    for event in events:
        assert _ID.fullmatch(event.id), (text, event.id)
        for mention in event.mentions:
            assert 0 <= mention.sentence[0] <= mention.trigger[0] < mention.trigger[1] <= mention.sentence[1], text
            assert mention.sentence[1] <= len(text), (text, mention)
        for each in (*event.actors, *event.places):
            assert text[each.start_char : each.end_char] == each.text, (text, each)
            assert each.name, (text, each)
        if event.time is not None:
            of_expressions(text, [event.time])
        assert all(one.precedes(other) for one, other in pairwise(event.when)), (text, event.when)
        assert len(event.headline.splitlines()) <= 1, (text, event.headline)
        assert event.explain(), text
    assert len({event.id for event in events}) == len(events), (text, [event.id for event in events])


def of_a_timeline(chronology):
    """Of a timeline: it is written and read back equal, whatever its texts hold, and in every format."""
    texts = [each for document in chronology.documents.values() for each in (document.text, document.title or "")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TimelineWarning)
        written = json_format.dump(chronology)
        again = json_format.load(written)
        lines = jsonl.dump(chronology)
        for form in FORMS:
            _hold(import_module(f"timeline.export.{form}").dump(chronology))
    assert len(written.splitlines()) == 1
    assert [json.loads(line)["id"] for line in lines.splitlines()] == [event.id for event in chronology]
    if not any(map(_MET.search, texts)):
        assert again == chronology, texts
        assert again.notes == chronology.notes, texts
        assert set(jsonl.load(lines)) == set(chronology), texts  # there are no reports in it, to order events by
    assert Timeline(reversed(chronology.events), chronology.documents) == chronology, texts


def _hold(made):
    """Files can hold it."""
    for text in made.values() if isinstance(made, dict) else [made]:
        (text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)).encode("utf-8")

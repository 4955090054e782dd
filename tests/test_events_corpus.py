"""The sentences of corpus/events_acts.py, read: the acts in them and no others."""

from __future__ import annotations

import datetime as dt
import importlib.util
from pathlib import Path

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.tagger import find

PUBLISHED = dt.date(2024, 12, 3)


def table():
    path = Path(__file__).parent / "corpus" / "events_acts.py"
    specification = importlib.util.spec_from_file_location("events_acts", path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


ACTS = table()
ROWS = [*ACTS.STATEMENTS, *ACTS.OFFENSIVES, *ACTS.MEETINGS, *ACTS.STATUS]


def events_of(text):
    return extract(Document(text, PUBLISHED, id="corpus"), find(text, reference=PUBLISHED))


def triggers(text, event):
    return [text[slice(*mention.trigger)] for mention in event.mentions]


#: Rows that are not read yet, with what is wrong; a line goes when its row is read (the tests insist).
OPEN = {
    2: "the accusation has the day of what it accuses of",
    12: "a denial of every speech («لم تتبنه أي جهة») is an event",
    16: "the adjective of «اتصالا هاتفيا» is no part of the trigger",
    20: "«رفض لقاء» is a statement and a meeting",
    21: "what is threatened under a condition is planned",
}
MARKED = [
    pytest.param(*row, id=f"{n:02}", marks=[pytest.mark.xfail(reason=OPEN[n], strict=True)] if n in OPEN else [])
    for n, row in enumerate(ROWS)
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_the_acts_of_a_sentence(text, expected):
    events = events_of(text)
    assert [event.type.value for event in events] == [act[0] for act in expected], [
        triggers(text, event) for event in events
    ]
    for event, (_, subtype, trigger, days, modality, actors) in zip(events, expected, strict=True):
        assert event.subtype == subtype
        assert any(trigger in word for word in triggers(text, event))
        assert event.modality.value == modality
        stated = event.time_source in ("stated", "carried", "derived")
        assert (event.when[0].start.isoformat()[:10] if stated else None) == days
        for role, names in actors.items():
            assert {actor.name for actor in event.actors if actor.role == role} >= set(names)


@pytest.mark.parametrize("text", ACTS.NOTHING)
def test_where_nothing_is_done(text):
    assert [triggers(text, event) for event in events_of(text)] == []


@pytest.mark.parametrize("text", [row[0] for row in ROWS], ids=[f"{n:02}" for n in range(len(ROWS))])
def test_every_offset_indexes_the_text(text):
    for event in events_of(text):
        for named in (*event.actors, *event.places):
            assert text[named.start_char : named.end_char] == named.text
        for mention in event.mentions:
            assert mention.sentence[0] <= mention.trigger[0] < mention.trigger[1] <= mention.sentence[1]

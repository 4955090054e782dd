"""The kinds of fault on events: each sentence of corpus/event_kinds.jsonl read, and what is wanted of it found.

What is not met yet is expected to fail, strictly: a rule that mends one has its mark taken away
(``python tests/event_kinds.py --mark``).
"""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve
from event_kinds import Row, events_of, rows, unmet

ROWS = rows()


def params():
    for number, row in enumerate(ROWS):
        marks = [pytest.mark.xfail(reason=row.kind, strict=True)] if row.unmet else []
        yield pytest.param(row, id=f"{number:03}-{row.kind.replace(' ', '-')}", marks=marks)


@pytest.mark.parametrize("row", list(params()))
def test_a_sentence_of_the_kind_is_read(row):
    events = events_of(row)
    assert unmet(row, events) == [], "\n".join(event.explain() for event in events)


def test_every_kind_has_ten_sentences():
    assert {kind: count for kind, count in Counter(row.kind for row in ROWS).items() if count < 10} == {}


def test_no_sentence_stands_twice():
    assert [text for text, count in Counter(row.text for row in ROWS).items() if count > 1] == []


SHELLING = Row("", "2024-05-15", "قصفت القوات الروسية بلدة أمس.", ())


@pytest.mark.parametrize(
    ("want", "holds"),
    [
        ("offensive/shelling; @2024-05-14; agent=RUS; target=-", True),
        ("offensive; asserted; @2024-05-14..2024-05-14; agent=القوات الروسية", True),
        ("offensive; planned|asserted; agent=!USA", True),
        ("offensive; agent=USA", False),
        ("offensive; agent=RUS, USA", False),
        ("offensive; target=RUS", False),
        ("offensive; @2024-05-15", False),
        ("offensive; possible", False),
        ("offensive; background", False),
        ("not offensive on 2024-05-15", True),
        ("not offensive on 2024-05-14", False),
        ("not offensive planned", True),
        ("not offensive", False),
        ("not meeting", True),
    ],
)
def test_a_want_can_fail(want, holds):
    assert (not unmet(evolve(SHELLING, wants=(want,)))) is holds

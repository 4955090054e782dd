"""The same act told twice: when two tellings are one, and what becomes of their contradictions."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from timeline.documents.model import Document
from timeline.events.coreference import merge, same_event
from timeline.events.engine import extract
from timeline.events.model import EventType
from timeline.tagger import find

PUBLISHED = dt.date(2024, 12, 3)


def only(text, kind, source, published=PUBLISHED):
    document = Document(text, published, source)
    found = extract(document, find(text, reference=published))
    (event,) = [event for event in found if event.type is kind]
    return event


CALL = "أجرى الرئيس الروسي فلاديمير بوتين اتصالا هاتفيا مع نظيره التركي رجب طيب أردوغان أمس."
AGAIN = "بحث أردوغان في اتصال هاتفي مع بوتين الاثنين ملف الحبوب."
OTHER_DAY = "أجرى بوتين اتصالا هاتفيا مع أردوغان الخميس."


def test_one_call_in_two_papers_is_one_event():
    first, second = only(CALL, EventType.MEETING, "أ"), only(AGAIN, EventType.MEETING, "ب")
    assert same_event(first, second)
    joined = merge(first, second)
    assert len({mention.document for mention in joined.mentions}) == 2
    assert joined.sources == ("أ", "ب")
    assert joined.conflicts == ()


def test_calls_on_two_days_are_two_events():
    assert not same_event(only(CALL, EventType.MEETING, "أ"), only(OTHER_DAY, EventType.MEETING, "ب"))


def test_contradictions_are_kept():
    first, second = only(CALL, EventType.MEETING, "أ"), only(OTHER_DAY, EventType.MEETING, "ب")
    joined = merge(first, second)
    assert any("dates differ" in note for note in joined.conflicts)


def test_what_only_the_day_of_printing_dates_is_never_merged():
    text = "شنت القوات الروسية غارة على خاركيف."
    first = only(text, EventType.OFFENSIVE, "أ")
    second = evolve(only(text, EventType.OFFENSIVE, "ب"), id="other")
    assert first.time_source == "document"
    assert not same_event(first, second)


def test_ids_hang_on_what_is_said_alone():
    assert only(CALL, EventType.MEETING, "أ").id == only(CALL, EventType.MEETING, "أ").id
    assert only(CALL, EventType.MEETING, "أ").id == only(CALL, EventType.MEETING, "ب").id
    assert only(CALL, EventType.MEETING, "أ").id != only(OTHER_DAY, EventType.MEETING, "أ").id

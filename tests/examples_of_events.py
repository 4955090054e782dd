"""Events and documents made by hand, for tests of what is done with them."""

from __future__ import annotations

import datetime as dt
import warnings

from hypothesis import strategies as st

from timeline.documents.model import Document
from timeline.errors import TimelineWarning
from timeline.events.model import Actor, Codes, Event, EventType, Mention, Modality, Place
from timeline.resolve.expression import Denotation, Step, TimeExpression
from timeline.values.interval import Interval

ACTORS = {
    "TUR": ("هاكان فيدان", "Hakan Fidan", "TURGOV"),
    "IRN": ("عباس عراقجي", "Abbas Araghchi", "IRNGOV"),
    "RUS": ("سيرغي لافروف", "Sergey Lavrov", "RUSGOV"),
}


def actor(country="TUR", role="participant"):
    name, name_en, code = ACTORS[country]
    return Actor(name, 0, len(name), name, role, name_en=name_en, country=country, code=code)


def event(event_id, *when, kind="meeting", **fields):
    """An event on the given days or in the given (start, end) intervals."""
    intervals = tuple(
        each if isinstance(each, Interval) else Interval.day(dt.date.fromisoformat(each)) for each in when
    )
    fields.setdefault("time_source", "stated" if intervals else "none")
    fields.setdefault("subtype", {"meeting": "meeting", "offensive": "assault", "statement": "statement"}[kind])
    return Event(id=event_id, type=EventType(kind), when=intervals, **fields)


def vague(start, end, text="قبل أيام"):
    """An expression that has a window and no value."""
    return TimeExpression(text, 0, len(text), Denotation("DATE", "PAST_REF", None, window=Interval(start, end)))


# Any text a newspaper or an enemy of one may hold, lone surrogates left out: files cannot hold them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.sampled_from(["هاكان فيدان", "الجيش السوري", "=cmd()", '"', "a,b\nc", "@x", "-1", "حماة"]) | words
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
moments = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)).map(lambda each: each.replace(microsecond=0))


@st.composite
def intervals(draw):
    kind = draw(st.sampled_from(["day", "days", "parts", "since", "until"]))
    if kind == "day":
        return Interval.day(draw(days))
    if kind == "parts":
        start = draw(moments)
        return Interval(start, start + dt.timedelta(hours=draw(st.integers(1, 100))))
    start = draw(days)
    end = start + dt.timedelta(days=draw(st.integers(1, 400)))
    return Interval(None if kind == "until" else start, None if kind == "since" else end)


spans = st.tuples(st.integers(0, 50), st.integers(50, 100))
optional_names = st.none() | names


@st.composite
def expressions(draw):
    text = draw(names)
    denotation = Denotation(
        draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
        draw(words),
        draw(optional_names),
        intervals=tuple(draw(st.lists(intervals(), max_size=2))),
        modifier=draw(st.sampled_from([None, "START", "APPROX"])),
        role=draw(st.sampled_from([None, "point", "since"])),
        granularity=draw(st.sampled_from([None, "day", "month"])),
        conflicts=tuple(draw(st.lists(words, max_size=2))),
        window=draw(st.none() | intervals()),
        open_reason=draw(optional_names),
        rule=draw(words),
        derivation=tuple(draw(st.lists(st.builds(Step, words, words), max_size=2))),
        alternatives=tuple(draw(st.lists(st.tuples(st.lists(intervals(), max_size=2).map(tuple), words), max_size=1))),
    )
    return TimeExpression(text, 3, 3 + len(text), denotation, draw(st.none() | spans), draw(st.none() | spans))


actors = st.builds(
    Actor, names, st.integers(0, 9), st.integers(10, 20), names, st.sampled_from(["agent", "speaker"]),
    name_en=optional_names, country=st.none() | st.sampled_from(["TUR", "IRN"]), code=optional_names,
    wikidata=optional_names,
)  # fmt: skip
places = st.builds(
    Place, names, st.integers(0, 9), st.integers(10, 20), names, st.sampled_from(["location", "topic"]),
    country=st.none() | st.sampled_from(["SYR", "QAT"]), parent=optional_names,
)  # fmt: skip


def tuples(strategy, size=2):
    return st.lists(strategy, max_size=size).map(tuple)


events = st.builds(
    Event,
    id=st.uuids().map(lambda each: each.hex[:12]),
    type=st.sampled_from(EventType),
    subtype=names,
    stance=optional_names,
    when=tuples(intervals(), 3).map(sorted).map(tuple),
    time=st.none() | expressions(),
    time_source=st.sampled_from(["stated", "carried", "derived", "document", "none"]),
    actors=tuples(actors),
    places=tuples(places),
    modality=st.sampled_from(Modality),
    headline=names,
    headline_worthy=st.booleans(),
    mentions=tuples(st.builds(Mention, st.sampled_from(["d1", "d2", "gone"]), spans, spans)),
    codes=st.builds(Codes, optional_names, optional_names, optional_names, optional_names, optional_names),
    attribution=tuples(names),
    conflicts=tuples(names),
    sources=tuples(names),
)


def document(document_id, source="الأنباء", published="2024-12-03", text="نص التقرير"):
    return Document(text, published, source, "عنوان", "https://example.org/1", document_id)


@st.composite
def timelines(draw, max_size=6):
    from timeline.chronology.timeline import Timeline

    documents = [document("d1"), document("d2", draw(optional_names), None, draw(words) + ".")]
    return Timeline(draw(st.lists(events, max_size=max_size)), documents)


# What breaks tables, pages, lines and files: formulas, ends of lines, halves of surrogate pairs, what turns writing.
ROUGH = [
    *"=+-@\t\r\n\0\x0b\x1b\x85\u2028\u2029\u200f\u202e\u2066\ud800\udc00\ufffe<>&\"'|\\{}$%#_^~`*[]()!?:،",
    "ا", "دمشق", " ", "🙂", "--", "]]>", "</script>", "www.a.b",
]  # fmt: skip
rough = st.lists(st.sampled_from(ROUGH), max_size=6).map("".join)


@st.composite
def rough_timelines(draw, text=rough):
    """Timelines in which every text is rough and dates are of any year; offsets are right."""
    from timeline.chronology.timeline import Timeline

    documents, events = [], []
    for number in range(draw(st.integers(0, 2))):
        said = draw(st.lists(text.filter(bool), min_size=4, max_size=4))
        whole = " ".join(said)
        spans, at = [], 0
        for each in said:
            spans.append((at, at + len(each)))
            at += len(each) + 1
        key = f"{draw(text)}{number}"
        documents.append(
            Document(whole, draw(st.none() | st.dates()), draw(text), draw(text), draw(text), key)
        )  # fmt: skip
        (first, last), denotation = spans[3], draw(expressions()).denotation
        events.append(
            Event(
                id=f"{draw(text)}{number}",
                type=draw(st.sampled_from(EventType)),
                subtype=draw(text),
                stance=draw(text),
                when=draw(st.sampled_from([(), (Interval.day(draw(st.dates())),), denotation.intervals])),
                time=draw(st.sampled_from([None, TimeExpression(said[3], first, last, denotation)])),
                time_source="stated",
                actors=(Actor(said[1], *spans[1], draw(text), "agent", wikidata=draw(text)),),
                places=(Place(said[2], *spans[2], draw(text)),),
                headline=draw(text),
                mentions=(Mention(key, (0, len(whole)), spans[0]),),
                modality=draw(st.sampled_from(Modality)),
                codes=Codes(draw(text), draw(text), draw(text), draw(text), draw(text)),
                sources=(draw(text),),
            )
        )  # fmt: skip
    return Timeline(events, documents)


def quiet(dump, *arguments, **options):
    """What a door gives, whatever it says was left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TimelineWarning)
        return dump(*arguments, **options)

"""A timeline as compact data for the page: columns of numbers, every name written once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, get_args

from timeline.events.model import EventType, Modality, TimeSource
from timeline.render.bidi import clean, stripped
from timeline.render.conflicts import conflict_text
from timeline.render.focus import CROWD, PRINCIPAL, busiest, periods, principal
from timeline.render.hover import kind_text
from timeline.render.labels import label
from timeline.render.lanes import MOST_LANES
from timeline.render.naming import Known, Names
from timeline.render.saying import day, when_text
from timeline.render.spans import DAY_MS, Span, corroboration, spans
from timeline.render.theme import DARK, FILLS, FONTS, LIGHT, SYMBOLS
from timeline.render.titles import headline, title

if TYPE_CHECKING:
    from collections.abc import Hashable

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event
    from timeline.render.theme import Theme
    from timeline.render.words import Words

Sources = Literal["auto", "full", "sentences", "none"]

MINUTE_MS = 60_000
FULL_TEXT = 400_000  # characters of all documents together up to which they are embedded whole
_TIME_SOURCES = get_args(TimeSource)
_SHAPES = ("point", "bar", "vague")
_PROFILES = ("even", "START", "MID", "END")


def records(timeline: Timeline, words: Words, *, sources: Sources = "auto") -> dict[str, Any]:
    """The events in columns, and the documents in pieces with the marks of the events that they tell.

    ``pieces`` are the events' drawn spans and ``heading`` is what they are called, for whoever needs them again; all
    else can be written as JSON.
    """
    actors, places = Known(words), Known(words)
    papers, whens, kinds = Names(), Names(), Names()
    types = list(EventType)
    modalities = list(Modality)
    columns: dict[str, list[Any]] = {key: [] for key in ("id", "h", "t", "m", "w", "k", "a", "p", "c", "s", "d")}
    drawn = [spans(event, timeline.documents) for event in timeline.events]
    when_of: dict[Hashable, int] = {}  # thousands of events share their days and kinds: each is said once
    kind_of: dict[Hashable, int] = {}
    more: dict[int, list[Any]] = {}
    printed: list[int] = []
    for number, event in enumerate(timeline.events):
        columns["id"].append(stripped(event.id))
        columns["h"].append(headline(event, words))
        columns["t"].append(types.index(event.type))
        columns["m"].append(modalities.index(event.modality))
        when = (event.when, event.time_source == "document", event.time and event.time.modifier)
        if when not in when_of:
            when_of[when] = whens.number(when_text(event, words))
        columns["w"].append(when_of[when])
        kind = (event.type, event.subtype, event.stance)
        if kind not in kind_of:
            kind_of[kind] = kinds.number(kind_text(event, words))
        columns["k"].append(kind_of[kind])
        columns["a"].append(actors.all_of(event.actors))
        columns["p"].append(places.all_of([place for place in event.places if place.role != "topic"]))
        columns["c"].append(papers.of(corroboration(event, timeline.documents)))
        columns["s"].append(tuple(value for span in drawn[number] for value in _coded(span)))
        if event.time_source == "document":
            printed.append(number)
        given = _given(event, drawn[number])
        if event.attribution or event.conflicts or given:
            told = [
                [clean(name) for name in event.attribution],
                [conflict_text(text, words) for text in event.conflicts],
            ]
            more[number] = [*told, given] if given else told
    found = periods(drawn)
    ranks = principal(timeline.events, timeline.documents, drawn, found)
    first = busiest(found, timeline.events)
    documents, firsts = _documents(timeline, words, sources)
    columns["d"] = firsts
    return {
        "version": 1,
        "events": columns,
        "printed": printed,
        "more": more,
        "known": "".join(str(_TIME_SOURCES.index(event.time_source)) for event in timeline.events),
        "labels": {number: short for number, event in enumerate(timeline.events)
                   if (short := label(event, words)) != columns["h"][number]},
        "periods": [[period.title(words), period.members] for period in found],
        "busiest": first,
        "principal": sorted(ranks, key=lambda number: (ranks[number], number)),
        "actors": actors.table(),
        "places": places.table(),
        "who": actors.facts(),
        "where": places.facts(),
        "sources": papers.table(),
        "whens": whens.table(),
        "kinds": kinds.table(),
        "documents": documents,
        "pieces": drawn,
        "heading": title(timeline.events, drawn, found, busiest=first, ranks=ranks, words=words),
    }  # fmt: skip


def _given(event: Event, drawn: tuple[Span, ...]) -> list[int]:
    """The middles of the other days that single reports give it, in minutes."""
    days: dict[int, None] = {}
    for telling in event.tellings:
        if telling.time_source not in {"stated", "derived", "carried"} or len(telling.when) != 1:
            continue
        for span in spans(telling, {}):
            brief = span.end - span.start <= DAY_MS and not span.open_end and not span.open_start
            if brief and all(span.end <= one.start or span.start >= one.end for one in drawn):
                days[(span.start + span.end) // 2 // DAY_MS * DAY_MS + DAY_MS // 2] = None
    return [day // MINUTE_MS for day in days]


def _coded(span: Span) -> tuple[int, int, int]:
    """Start and length in minutes, and one number for shape, profile and open ends."""
    shape = _SHAPES.index(span.shape) + 4 * _PROFILES.index(span.profile)
    start = span.start // MINUTE_MS
    return start, max(-(-span.end // MINUTE_MS) - start, 1), shape + 16 * span.open_start + 32 * span.open_end


def settings(words: Words) -> dict[str, Any]:
    """What the page's script says and draws with: words, month names, colors, symbols."""
    return {
        "language": words.language,
        "digits": words.digits,
        "months": [words.month(month) for month in range(1, 13)],
        "short": [words.month(month, short=True) for month in range(1, 13)],
        "hijri": [words.hijri_month(month) for month in range(1, 13)],
        "weekdays": [words.weekday(number) for number in range(7)],
        "shortdays": [words.weekday(number, short=True) for number in range(7)],
        "label": words.table["label"],
        "plural": words.table["plural"],
        "when": words.table["when"],
        "list": words.table["list"],
        "more": words.table["more"],
        "unknown": words.table["unknown"],
        "hijriYear": words.table["hijri_year"],
        "types": [words.named("types", kind.value) for kind in EventType],
        "monthWords": words.month_words(),
        "known": [words.named("time_source", source) for source in _TIME_SOURCES],
        "modalities": [words.named("modality", modality.value) for modality in Modality],
        "symbols": [SYMBOLS[kind] for kind in EventType],
        "fills": [FILLS[modality] for modality in Modality],
        "fonts": FONTS,
        "themes": {theme.name: _colors(theme) for theme in (LIGHT, DARK)},
        "mostLanes": MOST_LANES,
        "crowd": CROWD,
        "principal": PRINCIPAL,
    }


def _colors(theme: Theme) -> dict[str, Any]:
    names = ("ground", "band", "grid", "line", "text", "muted", "hover")
    return {name: getattr(theme, name) for name in names} | {"types": [theme.types[kind] for kind in EventType]}


def _documents(timeline: Timeline, words: Words, sources: Sources) -> tuple[list[dict[str, Any]], list[int]]:
    """The documents that are told from, and for each event the number of its first one."""
    told: dict[str, list[tuple[int, Event]]] = {}
    for number, event in enumerate(timeline.events):
        for mention in event.mentions:
            if mention.document in timeline.documents:
                events = told.setdefault(mention.document, [])
                if not events or events[-1][0] != number:
                    events.append((number, event))
    place = {key: index for index, key in enumerate(told)}
    total = sum(len(timeline.documents[key].text) for key in told)
    full = sources == "full" or (sources == "auto" and total <= FULL_TEXT)
    result = []
    for key, events in told.items():
        document = timeline.documents[key]
        record: dict[str, Any] = {"title": clean(document.title), "source": clean(document.source)}
        if document.published is not None:
            record["published"] = day(document.published, words)
        if (document.url or "").startswith(("https://", "http://")):
            record["url"] = clean(document.url)
        if sources != "none":
            record["pieces"] = pieces(document, events, full=full)
            if not full:
                record["cut"] = 1
        result.append(record)
    firsts = [
        next((place[mention.document] for mention in event.mentions if mention.document in place), -1)
        for event in timeline.events
    ]
    return result, firsts


def pieces(document: Document, events: list[tuple[int, Event]], *, full: bool) -> list[Any]:
    """The text cut where a mark begins or ends: plain strings, or ``[text, sentences, triggers, times]``.

    ``sentences``, ``triggers`` and ``times`` are the numbers of the events that a piece belongs to. Cut here and
    not in the page, because Python counts characters and a browser counts UTF-16 units.
    """
    length = len(document.text)
    marks: dict[tuple[int, int, int], None] = {}  # start, end, event + kind
    for number, event in events:
        for index, mention in enumerate(event.mentions):
            if mention.document != document.id:
                continue
            marks[*mention.sentence, 3 * number] = None
            marks[*mention.trigger, 3 * number + 1] = None
            if index == 0 and event.time is not None and event.time_source in {"stated", "derived", "carried"}:
                marks[event.time.start_char, event.time.end_char, 3 * number + 2] = None
    changes: dict[int, list[int]] = {0: [], length: []}
    for start, end, mark in marks:
        low, high = max(start, 0), min(end, length)
        if low < high:
            changes.setdefault(low, []).append(mark)
            changes.setdefault(high, []).append(~mark)
    active: dict[int, int] = {}  # two mentions of an event may overlap
    result: list[Any] = []
    for start, end in pairwise(sorted(changes)):
        for mark in changes[start]:
            opened = max(mark, ~mark)
            active[opened] = active.get(opened, 0) + (1 if mark >= 0 else -1)
            if not active[opened]:
                del active[opened]
        if active:
            kinds: tuple[list[int], ...] = ([], [], [])
            for mark in sorted(active) if len(active) > 1 else active:
                kinds[mark % 3].append(mark // 3)
            kept = 3 if kinds[2] else 2 if kinds[1] else 1
            # tuples of numbers, which the collector of garbage need not look at again
            result.append((stripped(document.text[start:end]), *map(tuple, kinds[:kept])))
        elif full:
            result.append(stripped(document.text[start:end]))
        elif result and result[-1] != " … ":
            result.append(" … ")
    return result

"""The annotations of one report, by its offsets: dates, words of acts, who and where, for `timeml`, `brat`, `spacy`.

An act that several reports tell is in each of them, as that report has it. Nothing is believed unseen: a span that does
not hold the words that it should is not an annotation, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.documents.model import Document, Span
from timeline.events.model import Actor, Event, Place
from timeline.resolve.expression import TimeExpression
from timeline.tagger import find

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline


@frozen
class Told:
    """An act as one report tells it: under the id of the event, with the words of it, the fullest telling first."""

    event_id: str
    event: Event
    triggers: tuple[Span, ...]
    time: TimeExpression | None
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


@frozen
class Sheet:
    """One report with its date expressions, in their order, and the acts that it tells."""

    document: Document
    expressions: tuple[TimeExpression, ...]
    acts: tuple[Told, ...]
    misplaced: int = field(default=0)


def sheets(timeline: Timeline) -> Iterator[Sheet]:
    """One for each document of a timeline, in their order."""
    by_document: dict[str, list[tuple[str, Event]]] = {name: [] for name in timeline.documents}
    for event in timeline:
        for telling in event.tellings or (event,):
            for name in dict.fromkeys(mention.document for mention in telling.mentions[:1]):
                by_document.get(name, []).append((event.id, telling))
    for name, document in timeline.documents.items():
        yield sheet(document, name, by_document[name])


def sheet(document: Document, name: str, events: list[tuple[str, Event]]) -> Sheet:
    """The annotations of a document, known to its events by a name."""
    acts, misplaced = [], 0
    found = {(each.start_char, each.end_char): each for each in find(document.report, reference=document.published)}
    for event_id, event in events:
        told = _told(event_id, event, name, document.text)
        if told is None:
            misplaced += 1
            continue
        misplaced += len(event.actors) + len(event.places) - len(told.actors) - len(told.places)
        misplaced += event.time is not None and told.time is None
        acts.append(told)
        if told.time is not None:
            found[told.time.start_char, told.time.end_char] = told.time
    expressions, last = [], 0
    for (start, end), each in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= last:
            expressions.append(each)
            last = end
    return Sheet(document, tuple(expressions), tuple(acts), misplaced)


def _told(event_id: str, event: Event, name: str, text: str) -> Told | None:
    here = [mention.trigger for mention in event.mentions if mention.document == name]
    triggers = tuple(dict.fromkeys(span for span in here if text[slice(*span)].strip() and span[1] <= len(text)))
    if not triggers:
        return None
    time = event.time if event.time is not None and _stands(event.time, text) else None
    actors = tuple(actor for actor in event.actors if _stands(actor, text))
    places = tuple(place for place in event.places if _stands(place, text))
    return Told(event_id, event, triggers, time, actors, places)


def _stands(what: TimeExpression | Actor | Place, text: str) -> bool:
    """Whether the words are where they are said to be."""
    held = text[what.start_char : what.end_char]
    return bool(held.strip()) and held == what.text

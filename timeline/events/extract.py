"""From an article and its date expressions to its events."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import evolve

from timeline.documents.model import Document
from timeline.events.acts import MEETING, OFFENSIVE, Trigger
from timeline.events.arguments import fill
from timeline.events.clauses import mark_clauses
from timeline.events.coreference import join_in_sentence, merge, same_event
from timeline.events.dating import attach
from timeline.events.lexicon import Tables, tables
from timeline.events.model import Event
from timeline.events.phrases import find_phrases
from timeline.events.records import event_of, identifier
from timeline.events.sentence import read_sentence
from timeline.events.story import Story, give_speakers, inherit, reckon_from_before, without_tomorrow
from timeline.events.tokens import Kind, Vocabulary
from timeline.events.triggers import find_triggers
from timeline.resolve.expression import TimeExpression
from timeline.text.sentences import sentence_spans


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Tables | None) -> Vocabulary:
    return Vocabulary(tables() if lexicon is None else lexicon)


def extract(document: Document, expressions: Sequence[TimeExpression], *, lexicon: Tables | None = None) -> list[Event]:
    """The events of one article, in the order in which they are told.

    Parameters
    ----------
    document
        the article; its ``published`` day is the fallback date of acts that the text does not date
    expressions
        its date expressions in text order (`timeline.tagger.find` with the published day as reference)
    lexicon
        other words than those of the package (`timeline.events.lexicon.build`)
    """
    story = Story(document, _vocabulary(lexicon))
    events: list[Event] = []
    ordered = sorted(expressions, key=lambda each: each.start_char)
    pending = 0
    for start, end in _pieces(document.text):
        while pending < len(ordered) and ordered[pending].end_char <= start:
            pending += 1
        events += _sentence_events(story, start, end, ordered, pending)
    return _merged(events)


#: A longer sentence is no sentence (a table, a text without points): it is read in pieces, so that time stays linear.
_LONGEST = 3000


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentence_spans(text):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST)
            cut = start + _LONGEST if cut <= start else cut
            yield start, cut
            start = cut  # noqa: PLW2901 (the rest of the sentence)
        yield start, end


def _sentence_events(
    story: Story, start: int, end: int, expressions: Sequence[TimeExpression], pending: int
) -> list[Event]:
    document = story.document
    sentence = read_sentence(document.text, (start, end), story.vocabulary, expressions, first=pending)
    candidates = [at for at in sentence.places_of(Kind.TRIGGER) if sentence.times[at] < 0]
    if not candidates:
        return []
    find_phrases(sentence)
    mark_clauses(sentence)
    triggers = find_triggers(sentence, candidates)
    if not triggers:
        return []
    join_in_sentence(sentence, triggers)
    for trigger in triggers:
        fill(sentence, trigger)
    inherit(triggers)
    datings = attach(sentence, triggers, expressions)
    without_tomorrow(triggers, datings, document.published)
    reckon_from_before(story, sentence, triggers, expressions, datings)
    names = give_speakers(story, sentence, triggers, datings)
    made: list[tuple[Trigger, Event]] = []
    doubled = False
    for index, trigger in enumerate(triggers):
        event = event_of(story, sentence, triggers, index, datings.get(index), names)
        made.append((trigger, event))
        if trigger.kind is MEETING:
            doubled = doubled or _told_as_two(trigger)
            if event.when and event.time_source != "document":
                story.met.append(event)
    joined = _joined(made)
    return [part for event in joined for part in _partners(event, made)] if doubled else joined


def _told_as_two(trigger: Trigger) -> bool:
    """Whether a noun is in the dual: «اتصالين»."""
    return trigger.reading.inflection.number == "dual" and not trigger.is_verb


def _partners(event: Event, made: list[tuple[Trigger, Event]]) -> list[Event]:
    """«أجرى اتصالين مع نظيريه فلان وفلان»: two calls, one with each."""
    trigger = next((each for each, own in made if own.id == event.id), None)
    if trigger is None or event.type is not MEETING or not _told_as_two(trigger):
        return [event]
    people = [actor for actor in event.actors if actor.role == "participant"]
    if len(people) != 3:
        return [event]
    host = min(
        people,
        key=lambda each: (
            abs(each.start_char - event.mentions[0].trigger[0])
            + 10_000 * (each.start_char > event.mentions[0].trigger[0])
        ),
    )
    partners = [each for each in people if each is not host]
    return [
        evolve(
            event,
            id=event.id if number == 0 else identifier(event.id, event.type.value, (number, partner.start_char)),
            actors=(host, partner),
        )
        for number, partner in enumerate(partners)
    ]


def _joined(made: list[tuple[Trigger, Event]]) -> list[Event]:
    """Events of a sentence, with those that are one act made one."""
    if all(trigger.same_as is None for trigger, _ in made):
        return [event for _, event in made]
    heads: dict[int, Event] = {}
    order: list[int] = []
    for trigger, event in made:
        key = id(trigger.same_as) if trigger.same_as is not None else id(trigger)
        if key in heads:
            heads[key] = merge(heads[key], event)
        else:
            heads[key] = event
            order.append(key)
    return [heads[key] for key in order]


def _merged(events: list[Event]) -> list[Event]:
    """Events of a document, with those surely told twice made one."""
    if len(events) < 2:
        return events
    kept: list[Event] = []
    alike: dict[object, list[int]] = {}  # places in ``kept``, by what two tellings of one act have in common
    for event in events:
        match = None
        if event.time_source in ("stated", "carried", "derived"):
            for place in alike.get(_likeness(event), ())[-_COMPARED:]:
                if kept[place].mentions[-1].sentence != event.mentions[0].sentence and _told_again(kept[place], event):
                    match = place
                    break
        if match is None:
            if event.when and event.time_source != "document":
                alike.setdefault(_likeness(event), []).append(len(kept))
            kept.append(event)
            continue
        merged = evolve(merge(kept[match], event), id=kept[match].id)
        if _likeness(merged) != _likeness(kept[match]):
            alike[_likeness(kept[match])].remove(match)
            insort(alike.setdefault(_likeness(merged), []), match)
        kept[match] = merged
    return kept


#: An event is compared with so many earlier ones of its likeness, so that the time stays linear.
_COMPARED = 40


def _likeness(event: Event) -> object:
    return event.type, event.subtype, event.when[0].start if event.when else None


def _told_again(first: Event, second: Event) -> bool:
    """Within one document: the same kind from the same day on, by the same people."""
    if first.subtype != second.subtype or first.when[:1] == () or second.when[:1] == ():
        return False
    if first.when[0].start != second.when[0].start:
        return False
    if first.type is OFFENSIVE:
        agents = [
            {actor.name for actor in each.actors if actor.role in ("agent", "participant")} for each in (first, second)
        ]
        places = [{place.name for place in each.places} for each in (first, second)]
        return bool(agents[0] & agents[1]) and (not places[0] or not places[1] or bool(places[0] & places[1]))
    one = {actor.name for actor in first.actors}
    two = {actor.name for actor in second.actors}
    return first.when == second.when and bool(one & two) and (one <= two or two <= one) and same_event(first, second)

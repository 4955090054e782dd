"""Records: an act of a sentence as an event, with its actors, places, status and the words about it."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import lru_cache

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_start
from timeline.events.model import Actor, Codes, Event, EventType, Mention, Modality, Place
from timeline.events.sentence import Phrase, Sentence
from timeline.events.sharing import Dating
from timeline.events.status import attribution, modality
from timeline.events.story import Story, actor_of, background, spelled_out
from timeline.events.tokens import Kind
from timeline.values.interval import Interval


def _place(story: Story, phrase: Phrase, role: str) -> Place:
    text = story.document.text[phrase.start : phrase.end]
    entity = phrase.entity
    if entity is None:
        name, name_en, country, parent, wikidata = (
            spelled_out(story.document.text, phrase),
            None,
            phrase.country,
            None,
            None,
        )
    else:
        name, name_en, country, parent, wikidata = (
            entity.name,
            entity.name_en,
            entity.country,
            entity.parent,
            entity.wikidata,
        )
    return Place(text, phrase.start, phrase.end, name, role, name_en, country, parent, wikidata)  # type: ignore[arg-type]


def event_of(  # noqa: PLR0917 (what is known of one trigger)
    story: Story,
    sentence: Sentence,
    triggers: list[Trigger],
    index: int,
    dating: Dating | None,
    names: dict[int, tuple[str, ...]],
) -> Event:
    """The event that a trigger names."""
    trigger = triggers[index]
    document = story.document
    status = modality(sentence, trigger, dating, document.published)
    actors = tuple([actor_of(story, phrase, role, sentence) for phrase, role in trigger.actors])
    places = tuple([_place(story, phrase, role) for phrase, role in trigger.places])
    span = sentence.span(trigger.first, trigger.last, trigger.reading.cut)
    subtype = _subtype(trigger, status)
    stance, codes = story.vocabulary.tables.subtypes.get(subtype, (None, None))
    when: tuple[Interval, ...] = dating.when if dating else ()
    source = dating.source if dating else "none"
    expression = dating.expression if dating else None
    undated = not when and dating is None and status is Modality.ASSERTED and not background(sentence, trigger)
    if undated and document.published is not None:
        when, source = _printed(document.published), "document"
    return Event(
        id=identifier(document.id, trigger.kind.value, span),
        type=trigger.kind,
        subtype=subtype,
        stance=stance if trigger.kind is STATEMENT else None,
        when=when,
        time=expression,
        time_source=source,  # type: ignore[arg-type]
        actors=actors,
        places=places,
        modality=status,
        headline=_headline(sentence, trigger),
        mentions=(Mention(document.id, (sentence.start, sentence.end), span),),
        codes=codes or Codes(),
        headline_worthy=_worthy(story, trigger.kind, status, source, actors, places),
        attribution=attribution(sentence, triggers, index, names),
        sources=(document.source,) if document.source else (),
    )


def _subtype(trigger: Trigger, status: Modality) -> str:
    """The kind of an act; a meeting that is asked for or refused is of that kind, whatever it would have been."""
    if trigger.kind is MEETING:
        if status is Modality.NEGATED and trigger.governed == "refuse":
            return "refused"
        if status is Modality.POSSIBLE and trigger.governed == "demand":
            return "demanded"
    if trigger.kind is OFFENSIVE and trigger.light_name in _BEATEN_OFF and trigger.light < trigger.first:
        return "repelled"
    return trigger.subtype


#: «صدّ هجوما», «أحبط محاولة تسلل».
_BEATEN_OFF = frozenset(("صد", "احبط", "افشل"))


@lru_cache(maxsize=1024)
def _printed(day: dt.date) -> tuple[Interval, ...]:
    return (Interval.day(day),)


def _worthy(  # noqa: PLR0917 (the parts of an event before it is one)
    story: Story,
    kind: EventType,
    status: Modality,
    source: str,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
) -> bool:
    """A principal act: not merely conditional, and dated or placed, or the first statement of its speaker."""
    if status in (Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED):
        return False
    if kind is STATEMENT:
        fresh = False
        for actor in actors:
            if actor.role == "speaker" and actor.name not in story.speakers:
                story.speakers.add(actor.name)
                fresh = True
        return fresh
    return source in ("stated", "carried", "derived") or bool(places)


_WIDTH = 150
_AMPLE = 200


def _headline(sentence: Sentence, trigger: Trigger) -> str:
    """The words of the text about the act, on one line: from its clause or its first actor on, cut at a word."""
    words = sentence.words
    first = clause_start(sentence, trigger.first)
    if trigger.first - first > 18:
        first = trigger.first
    if trigger.tense != "participle":
        for phrase, role in trigger.actors:
            if (
                trigger.first - 25 <= phrase.first < first
                and role in ("agent", "speaker", "participant", "host")
                and sentence.phrase_of[phrase.first] is phrase
            ):
                first = _with_its_verb(sentence, phrase.first)
    while first < trigger.first and (
        words[first].kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.SUBORDINATE)
        or words[first].core in ("كما", "بعدما")
    ):
        first += 1
    if first < 3:
        filed = range(first + 1, min(first + 5, trigger.first + 1))
        first = next((k for k in filed if sentence.gaps[k].strip(" )") in _DASHES), first)  # «روما ـ أعلن …»
    start = sentence.places[first]
    if words[first].conjunction:
        start += words[first].offset(len(words[first].conjunction))
    # More than is shown, but not the whole of a long sentence.
    text = " ".join(sentence.text[start : min(sentence.end, start + _AMPLE)].split()).strip(" ،؛:")
    if len(text) <= _WIDTH and start + _AMPLE < sentence.end:
        text = " ".join(sentence.text[start : sentence.end].split()).strip(" ،؛:")
    if len(text) <= _WIDTH:
        return text
    cut = text.rfind(" ", 0, _WIDTH)
    return text[: cut if cut > 0 else _WIDTH].rstrip(' ،؛:«“"(') + "…"


_DASHES = frozenset(("-", "–", "—", "ـ"))
_BEFORE_A_VERB = frozenset(("قد", "كان", "كانت", "لم", "سوف", "لن"))


def _with_its_verb(sentence: Sentence, first: int) -> int:
    """The verb right before somebody who is named first: «وصل عباس عراقجي إلى …», not «عباس عراقجي إلى …»."""
    words, gaps, clause = sentence.words, sentence.gaps, sentence.clause
    place = first - 1
    if place < 0 or gaps[first] != " " or clause[place] != clause[first] or sentence.phrase_of[place] is not None:
        return first
    if not words[place].kind & Kind.VERB or words[place].kind & Kind.GUESS or sentence.times[place] >= 0:
        return first
    while place and gaps[place] == " " and words[place - 1].core in _BEFORE_A_VERB:
        place -= 1
    return place


def identifier(document: str, kind: str, span: tuple[int, int]) -> str:
    """A name for an event that is the same on every machine: of its document, type and trigger."""
    digest = hashlib.sha256(f"{document}\x1f{kind}\x1f{span[0]}\x1f{span[1]}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]

"""From an article and its date expressions to its events."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from bisect import insort
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import define, evolve, field

from timeline.documents.model import Document
from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_start
from timeline.events.arguments import fill
from timeline.events.clauses import mark_clauses
from timeline.events.coreference import join_in_sentence, merge, same_event
from timeline.events.dating import Dating, attach, days_since, shift
from timeline.events.lexicon import Tables, tables
from timeline.events.model import Actor, Codes, Event, EventType, Mention, Modality, Place
from timeline.events.phrases import find_phrases
from timeline.events.sentence import Phrase, Sentence, read_sentence
from timeline.events.status import attribution, modality
from timeline.events.tokens import WAS, Kind, Vocabulary
from timeline.events.triggers import find_triggers
from timeline.resolve.expression import TimeExpression
from timeline.text.sentences import sentence_spans
from timeline.values.interval import Interval, as_datetime


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Tables | None) -> Vocabulary:
    return Vocabulary(tables() if lexicon is None else lexicon)


@define(eq=False)
class _Story:
    """What the sentences read so far leave behind for the next one."""

    document: Document
    vocabulary: Vocabulary
    speaker: Phrase | None = None
    speaker_name: str = ""
    said: dict[str, Dating] = field(factory=dict)  # speaker -> the date of the last dated statement
    people: dict[str, Actor] = field(factory=dict)  # surname -> the person named in full
    offices: dict[tuple[str, str], Actor] = field(factory=dict)  # (title, country) -> its holder
    speakers: set[str] = field(factory=set)
    met: list[Event] = field(factory=list)  # the dated meetings told so far


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
    story = _Story(document, _vocabulary(lexicon))
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
    story: _Story, start: int, end: int, expressions: Sequence[TimeExpression], pending: int
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
    _inherit(triggers)
    datings = attach(sentence, triggers, expressions)
    _without_tomorrow(triggers, datings, document.published)
    _reckon_from_before(story, sentence, triggers, expressions, datings)
    names = _speakers(story, sentence, triggers, datings)
    made: list[tuple[Trigger, Event]] = []
    doubled = False
    for index, trigger in enumerate(triggers):
        event = _event(story, sentence, triggers, index, datings.get(index), names)
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
            id=event.id if number == 0 else _identifier(event.id, event.type.value, (number, partner.start_char)),
            actors=(host, partner),
        )
        for number, partner in enumerate(partners)
    ]


def _reckon_from_before(
    story: _Story,
    sentence: Sentence,
    triggers: list[Trigger],
    expressions: Sequence[TimeExpression],
    datings: dict[int, Dating],
) -> None:
    """«الحديث معه أتى بعد يومين على زيارته»: the talk was dated before, the visit is reckoned from it."""
    if not story.met:
        return
    for index, trigger in enumerate(triggers):
        days = days_since(sentence, trigger, expressions)
        if days is None or index in datings:
            continue
        named = {
            phrase.entity.name
            for phrase in sentence.phrases
            if phrase.entity is not None and phrase.last < trigger.first
        }
        for event in reversed(story.met):
            if len(event.when) == 1 and named & {actor.name for actor in event.actors}:
                shifted = shift(event.when, -days)
                if shifted:
                    datings[index] = Dating(shifted, event.time, "derived")
                break


def _without_tomorrow(triggers: list[Trigger], datings: dict[int, Dating], published: dt.date | None) -> None:
    """«دعا أنصاره إلى مسيرة الأحد المقبل»: what has been said was not said on a day to come."""
    if published is None:
        return
    for index, trigger in enumerate(triggers):
        if trigger.kind is STATEMENT and trigger.tense == "past" and index in datings:
            starts = [each.start for each in datings[index].when]
            if starts and all(start is not None and as_datetime(start).date() > published for start in starts):
                del datings[index]


def _inherit(triggers: list[Trigger]) -> None:
    """«توعد الرئيس الميليشيات بالإبادة»: who threatens is the agent, who is threatened the target."""
    for before, trigger in itertools.pairwise(triggers):
        if (
            trigger.kind is STATEMENT
            or trigger.is_verb
            or any(role in ("agent", "participant") for _, role in trigger.actors)
        ):
            continue
        given = {role: phrase for phrase, role in before.actors}
        if before.kind is STATEMENT and trigger.first - before.last <= 20:
            if before.subtype == "threaten":
                wanted = (("speaker", "agent"), ("target", "target"))
                trigger.governed = "threaten"
            elif before.subtype in ("demand", "appeal"):
                wanted = (("addressee", "agent"), ("target", "agent"))
            else:
                continue
            has_target = any(role == "target" for _, role in trigger.actors)
            trigger.actors += [
                (given[old], new) for old, new in wanted if old in given and not (new == "target" and has_target)
            ]
        elif before.lemma.name == "تصدّى" and not any(role == "target" for _, role in trigger.actors):
            trigger.actors += [(phrase, "target") for phrase, role in before.actors if role == "agent"]


def _speakers(
    story: _Story, sentence: Sentence, triggers: list[Trigger], datings: dict[int, Dating]
) -> dict[int, tuple[str, ...]]:
    """Give every statement its speaker, from the sentence or from the one before, and carry the speaker's date."""
    names: dict[int, tuple[str, ...]] = {}
    last: list[tuple[Phrase, str]] = []
    for index, trigger in enumerate(triggers):
        if trigger.kind is not STATEMENT:
            if trigger.is_verb and trigger.reading.inflection.person == 1:
                speakers = last or ([(story.speaker, "speaker")] if story.speaker is not None else [])
                role = "participant" if trigger.kind is MEETING else "agent"
                kept = [each for each in trigger.actors if each[1] != role]
                trigger.actors = [*((phrase, role) for phrase, _ in speakers), *kept]
            continue
        own = [(phrase, role) for phrase, role in trigger.actors if role == "speaker"]
        carried = False
        if not own and trigger.implied and trigger.reading.inflection.passive is False:
            own = _pair(triggers[:index], trigger) or _implied_speaker(story, sentence, trigger, last)
            carried = bool(own)
            trigger.actors = [*own, *trigger.actors]
        if own:
            last = own
            names[index] = tuple(_actor(story, phrase, role, sentence).name for phrase, role in own)
            key = names[index][0]
            dating = datings.get(index)
            if dating is not None and dating.when:
                story.said[key] = dating
            elif (
                dating is None
                and key in story.said
                and trigger.is_verb
                and (
                    carried
                    or trigger.tense == "participle"
                    or (_same_line(trigger) and own[0][0].person and not _background(sentence, trigger))
                )
            ):
                known = story.said[key]
                datings[index] = Dating(known.when, known.expression, "carried")
            story.speaker, story.speaker_name = own[0][0], key
    return names


def _pair(before: list[Trigger], trigger: Trigger) -> list[tuple[Phrase, str]]:
    """«اتصال … مع نظيره … واتفقا»: two speak who have just met."""
    if trigger.reading.inflection.number != "dual":
        return []
    for each in reversed(before):
        people = [phrase for phrase, role in each.actors if role in ("participant", "host")]
        if each.kind is MEETING and len(people) == 2:
            return [(phrase, "speaker") for phrase in people]
    return []


def _same_line(trigger: Trigger) -> bool:
    return trigger.tense in ("past", "present") and not trigger.reading.future


def _implied_speaker(
    story: _Story, sentence: Sentence, trigger: Trigger, last: list[tuple[Phrase, str]]
) -> list[tuple[Phrase, str]]:
    if last:
        return last
    if trigger.tense == "participle" or sentence.words[trigger.first].conjunction:
        before = [
            phrase for phrase in sentence.phrases
            if phrase.last < trigger.first and phrase.is_actor and not phrase.preposition
        ]  # fmt: skip
        if before:
            return [(before[0] if trigger.tense == "participle" else before[-1], "speaker")]
    if story.speaker is not None and trigger.reading.inflection.number != "plural":
        return [(story.speaker, "speaker")]
    return [(story.speaker, "speaker")] if story.speaker is not None and not story.speaker.person else []


def _actor(story: _Story, phrase: Phrase, role: str, sentence: Sentence | None = None) -> Actor:
    text = story.document.text[phrase.start : phrase.end]
    entity = phrase.entity
    name, name_en, country, code, wikidata = " ".join(text.split()), None, phrase.country, None, None
    if entity is not None:
        name, name_en, country, code, wikidata = (
            entity.name,
            entity.name_en,
            entity.country,
            entity.code,
            entity.wikidata,
        )
        if entity.kind == "capital" and role != "place":
            name, name_en, code = entity.parent or entity.name, None, entity.code
    elif country:
        code = country + _role_code(phrase)
    if entity is None and phrase.person:
        known = story.people.get(name.split()[-1]) if len(name.split()) == 1 else None
        if known is not None:
            name, name_en, country, code = known.name, known.name_en, known.country, known.code
        elif phrase.kind == "title" and country:
            holder = story.offices.get((_title_key(sentence, phrase), country))
            if holder is not None:
                name, name_en, code, wikidata = holder.name, holder.name_en, holder.code, holder.wikidata
    actor = Actor(text, phrase.start, phrase.end, name, role, name_en, country, code, wikidata)  # type: ignore[arg-type]
    if phrase.kind == "titled" and sentence is not None:
        if len(name.split()) > 1:
            story.people[name.split()[-1]] = actor
        if country:
            story.offices[_title_key(sentence, phrase), country] = actor
    return actor


def _title_key(sentence: Sentence | None, phrase: Phrase) -> str:
    if sentence is None or phrase.first >= len(sentence.words):
        return ""
    core = sentence.words[phrase.first].core
    return core.removeprefix("ال")


def _role_code(phrase: Phrase) -> str:
    if phrase.force:
        return "MIL"
    if phrase.kind in ("title", "titled"):
        return "GOV"
    return ""


def _place(story: _Story, phrase: Phrase, role: str) -> Place:
    text = story.document.text[phrase.start : phrase.end]
    entity = phrase.entity
    if entity is None:
        name, name_en, country, parent, wikidata = " ".join(text.split()), None, phrase.country, None, None
    else:
        name, name_en, country, parent, wikidata = (
            entity.name,
            entity.name_en,
            entity.country,
            entity.parent,
            entity.wikidata,
        )
    return Place(text, phrase.start, phrase.end, name, role, name_en, country, parent, wikidata)  # type: ignore[arg-type]


def _event(  # noqa: PLR0917 (what is known of one trigger)
    story: _Story,
    sentence: Sentence,
    triggers: list[Trigger],
    index: int,
    dating: Dating | None,
    names: dict[int, tuple[str, ...]],
) -> Event:
    trigger = triggers[index]
    document = story.document
    status = modality(sentence, trigger, dating, document.published)
    actors = tuple([_actor(story, phrase, role, sentence) for phrase, role in trigger.actors])
    places = tuple([_place(story, phrase, role) for phrase, role in trigger.places])
    span = sentence.span(trigger.first, trigger.last, trigger.reading.cut)
    stance, codes = story.vocabulary.tables.subtypes.get(trigger.subtype, (None, None))
    when: tuple[Interval, ...] = dating.when if dating else ()
    source = dating.source if dating else "none"
    expression = dating.expression if dating else None
    undated = not when and dating is None and status is Modality.ASSERTED and not _background(sentence, trigger)
    if undated and document.published is not None:
        when, source = _printed(document.published), "document"
    return Event(
        id=_identifier(document.id, trigger.kind.value, span),
        type=trigger.kind,
        subtype=trigger.subtype,
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


@lru_cache(maxsize=1024)
def _printed(day: dt.date) -> tuple[Interval, ...]:
    return (Interval.day(day),)


def _background(sentence: Sentence, trigger: Trigger) -> bool:
    """«وكان … قد هدد»: told as past before the past; its day is not the day of printing."""
    words = sentence.words
    for place in sentence.cues:
        if trigger.first - 8 <= place < trigger.first and words[place].core in WAS and not words[place].preposition:
            return True
    return False


def _worthy(  # noqa: PLR0917 (the parts of an event before it is one)
    story: _Story,
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


def _identifier(document: str, kind: str, span: tuple[int, int]) -> str:
    digest = hashlib.sha256(f"{document}\x1f{kind}\x1f{span[0]}\x1f{span[1]}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


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
                first = phrase.first
    while first < trigger.first and (
        words[first].kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.SUBORDINATE)
        or words[first].core in ("كما", "بعدما")
    ):
        first += 1
    start = sentence.span(first, first)[0] if sentence.words[first].conjunction else sentence.places[first]
    # More than is shown, but not the whole of a long sentence.
    text = " ".join(sentence.text[start : min(sentence.end, start + _AMPLE)].split()).strip(" ،؛:")
    if len(text) <= _WIDTH and start + _AMPLE < sentence.end:
        text = " ".join(sentence.text[start : sentence.end].split()).strip(" ،؛:")
    if len(text) <= _WIDTH:
        return text
    cut = text.rfind(" ", 0, _WIDTH)
    return text[: cut if cut > 0 else _WIDTH].rstrip(' ،؛:«“"(') + "…"


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

"""The story so far: what the sentences of an article leave behind for the next, and who speaks on."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from attrs import define, field

from timeline.documents.model import Document
from timeline.events.acts import MEETING, STATEMENT, Trigger
from timeline.events.dating import days_since, shift
from timeline.events.model import Actor, Event
from timeline.events.participants import of_a_thing
from timeline.events.sentence import Phrase, Sentence
from timeline.events.sharing import Dating
from timeline.events.spelling import fold
from timeline.events.tokens import WAS, Vocabulary
from timeline.resolve.expression import TimeExpression
from timeline.values.interval import as_datetime


@define(eq=False)
class Story:
    """What the sentences read so far leave behind for the next one."""

    document: Document
    vocabulary: Vocabulary
    speaker: Phrase | None = None
    said: dict[str, Dating] = field(factory=dict)  # speaker -> the date of the last dated statement
    people: dict[str, Actor] = field(factory=dict)  # surname -> the person named in full
    offices: dict[tuple[str, str], Actor] = field(factory=dict)  # (title, country) -> its holder
    speakers: set[str] = field(factory=set)
    met: list[Event] = field(factory=list)  # the dated meetings told so far


def reckon_from_before(
    story: Story,
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


def without_tomorrow(triggers: list[Trigger], datings: dict[int, Dating], published: dt.date | None) -> None:
    """«دعا أنصاره إلى مسيرة الأحد المقبل»: what has been said was not said on a day to come."""
    if published is None:
        return
    for index, trigger in enumerate(triggers):
        if trigger.kind is STATEMENT and trigger.tense == "past" and index in datings:
            starts = [each.start for each in datings[index].when]
            if starts and all(start is not None and as_datetime(start).date() > published for start in starts):
                del datings[index]


def inherit(triggers: list[Trigger]) -> None:
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


def give_speakers(
    story: Story, sentence: Sentence, triggers: list[Trigger], datings: dict[int, Dating]
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
        if of_a_thing(sentence, trigger):
            continue
        if not own and trigger.implied and trigger.reading.inflection.passive is False:
            own = _pair(triggers[:index], trigger) or _implied_speaker(story, sentence, trigger, last)
            carried = bool(own)
            trigger.actors = [*own, *trigger.actors]
        if own:
            last = own
            names[index] = tuple(actor_of(story, phrase, role, sentence).name for phrase, role in own)
            key = names[index][0]
            dating = datings.get(index)
            if dating is None and key not in story.said:
                _speak_for(story, sentence, own[0][0], key)
            if dating is not None and dating.when:
                story.said[key] = dating
                _heard_with(story, sentence, trigger, dating)
            elif (
                dating is None
                and key in story.said
                and trigger.is_verb
                and not _at_another_time(sentence, trigger)
                and (
                    carried
                    or trigger.tense == "participle"
                    or (_same_line(trigger) and own[0][0].person and not background(sentence, trigger))
                )
            ):
                known = story.said[key]
                datings[index] = Dating(known.when, known.expression, "carried")
            story.speaker = own[0][0]
    return names


def _at_another_time(sentence: Sentence, trigger: Trigger) -> bool:
    """«قالت في وقت لاحق»: a time of its own, though none that can be reckoned."""
    return any(time >= 0 for time in sentence.times[trigger.last + 1 : trigger.last + 5])


def _heard_with(story: Story, sentence: Sentence, trigger: Trigger, dating: Dating) -> None:
    """«حضت واشنطن الإثنين …، بحسب المتحدث باسم الخارجية فلان»: the spokesman spoke when his state is said to have."""
    for phrase in sentence.phrases:
        if phrase.first > trigger.last and phrase.kind == "titled" and _is_spokesman(sentence, phrase):
            story.said.setdefault(actor_of(story, phrase, "speaker", sentence).name, dating)


def _speak_for(story: Story, sentence: Sentence, speaker: Phrase, name: str) -> None:
    """«قال فلان المتحدث باسم تورك»: he speaks when the one did whom he speaks for, if that was told."""
    if speaker.first >= len(sentence.words) or sentence.phrase_of[speaker.first] is not speaker:
        return  # told of in an earlier sentence
    beside = sentence.phrase_at.get(speaker.last + 1)
    title = speaker if _is_spokesman(sentence, speaker) else beside
    if title is None or not _is_spokesman(sentence, title):
        return
    words = sentence.words
    place = next((k for k in range(title.first, len(words) - 1) if words[k].folded == "باسم"), None)
    if place is None or place - title.first > 3:
        return
    for other, dating in story.said.items():
        if " " in other and fold(other.rsplit(" ", 1)[1]) == words[place + 1].core:
            story.said[name] = dating
            return


def _is_spokesman(sentence: Sentence, phrase: Phrase) -> bool:
    if phrase.first >= len(sentence.words) or sentence.phrase_of[phrase.first] is not phrase:
        return False  # of an earlier sentence
    return sentence.words[phrase.first].core in _SPOKESMEN


_SPOKESMEN = frozenset(("المتحدث", "الناطق", "متحدث", "ناطق", "المتحدثه", "الناطقه", "متحدثه", "ناطقه"))


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
    story: Story, sentence: Sentence, trigger: Trigger, last: list[tuple[Phrase, str]]
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


def background(sentence: Sentence, trigger: Trigger) -> bool:
    """«وكان … قد هدد»: told as past before the past; its day is not the day of printing."""
    words = sentence.words
    for place in sentence.cues:
        if trigger.first - 8 <= place < trigger.first and words[place].core in WAS and not words[place].preposition:
            return True
    return False


def actor_of(story: Story, phrase: Phrase, role: str, sentence: Sentence | None = None) -> Actor:
    """A phrase as the actor that it names: a capital as its state, a surname as the person named in full before."""
    text = story.document.text[phrase.start : phrase.end]
    entity = phrase.entity
    name, name_en, country, code, wikidata = spelled_out(story.document.text, phrase), None, phrase.country, None, None
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


def spelled_out(text: str, phrase: Phrase) -> str:
    """The words of a phrase on one line; behind ل the article has its alif back: «للمتمردين» are «المتمردين»."""
    name = " ".join(text[phrase.start : phrase.end].split())
    if name.startswith("ل") and text[max(phrase.start - 1, 0)] == "ل" and phrase.preposition == "ل":
        return "ا" + name
    return name


def _title_key(sentence: Sentence | None, phrase: Phrase) -> str:
    if sentence is None or phrase.first >= len(sentence.words) or sentence.phrase_of[phrase.first] is not phrase:
        return ""
    core = sentence.words[phrase.first].core
    return core.removeprefix("ال")


def _role_code(phrase: Phrase) -> str:
    if phrase.force:
        return "MIL"
    if phrase.kind in ("title", "titled"):
        return "GOV"
    return ""

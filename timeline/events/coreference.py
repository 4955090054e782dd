"""The same act told twice: in one sentence, in one document, in several documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from timeline.events.acts import Trigger
from timeline.events.lexicon import word_list
from timeline.events.model import Actor, Event, EventType, Modality
from timeline.events.sentence import Sentence
from timeline.events.tokens import Kind
from timeline.values.interval import Interval

_HARM = frozenset(("killing", "assassination"))
_ATTACK = frozenset(("assault", "bombing", "airstrike", "shelling", "clash", "drone", "repelled"))
#: Kinds that say less than the other word for the act: «بحث … في اتصال هاتفي» is a call, «قتل … في غارة» an airstrike.
_VAGUE = frozenset(("meeting", "killing"))
_SOURCES = ("stated", "carried", "derived")
_RANK = {"stated": 0, "derived": 1, "carried": 2, "document": 3, "none": 4}


def join_in_sentence(sentence: Sentence, triggers: Sequence[Trigger]) -> None:
    """Mark triggers of one sentence that name one act: «قتل ثلاثة في هجوم», «أجرى اتصالا … بحث فيه»."""
    if len(triggers) < 2:
        return
    clause, kinds = sentence.clause, sentence.clause_kind
    for k, each in enumerate(triggers):
        if each.kind is EventType.STATEMENT:
            if _medium(sentence, triggers, k):
                each.same_as = triggers[k - 1].same_as or triggers[k - 1]
            continue
        for m in range(k - 1, -1, -1):
            other = triggers[m]
            if each.kind is not other.kind:
                continue
            near = clause[each.first] - clause[other.first]
            close = near == 0 or (near == 1 and kinds[clause[each.first]] in ("which", "verb", "and", "sub"))
            if not close:
                break
            if _one_act(sentence, other, each, near):
                each.same_as = other.same_as or other
                break


_MEDIA = word_list("media_of_speech")


def _medium(sentence: Sentence, triggers: Sequence[Trigger], k: int) -> bool:
    """«أضاف في تصريحات أمس»: what is spoken in is no second act of speech."""
    each = triggers[k]
    if not k or each.is_verb or each.lemma.plain not in _MEDIA:
        return False
    before = triggers[k - 1]
    return (
        before.kind is EventType.STATEMENT
        and before.is_verb
        and sentence.words[each.first - 1].folded in ("في", "خلال", "عبر")
        and sentence.clause[before.first] == sentence.clause[each.first]
        and each.first - before.last <= 14
    )


def _one_act(sentence: Sentence, first: Trigger, second: Trigger, near: int) -> bool:
    if first.kind is EventType.MEETING:
        return near == 0 and (first.is_verb != second.is_verb) and _same_scene(sentence, first, second)
    harm_first = first.subtype in _HARM and second.subtype in _ATTACK
    harm_second = second.subtype in _HARM and first.subtype in _ATTACK
    if harm_first and first.is_verb and not second.is_verb and second.first == first.last + 1:
        return True  # «فقتلت الغارة فلانا»
    if harm_first and second.first - first.last <= 14:
        between = {sentence.words[k].core for k in range(max(first.last + 1, second.first - 3), second.first)}
        if sentence.words[second.first].conjunction:
            return False
        return bool(between & {"في", "اثر", "جراء", "خلال", "بسبب"}) or sentence.words[second.first].preposition == "ب"
    if harm_second and second.first - first.last <= 14:
        words_between = [sentence.words[k] for k in range(first.last + 1, second.first)]
        if second.is_verb and second.first - first.last <= 4 and not sentence.words[second.first].conjunction:
            return True  # «ضربة جوية قتلت أربعين»
        return any(word.light and word.light[0][0] in ("اسفر", "ادي", "اوقع", "خلف", "اودي") for word in words_between)
    if first.subtype == second.subtype == "seizure" and first.is_verb and not second.is_verb and near == 0:
        return second.first - first.last <= 8  # «استعادت القوات السيطرة على …»
    if second.lemma.name == "استهدف" and not first.is_verb:
        return second.first - first.last <= 8
    return False


def _same_scene(sentence: Sentence, first: Trigger, second: Trigger) -> bool:
    if any("(" in sentence.gaps[k] for k in range(first.last + 1, second.first + 1)):
        return False
    return second.first - first.last <= 12 and not any(
        sentence.words[k].kind & Kind.COMPLEMENTIZER for k in range(first.last + 1, second.first)
    )


def _names(event: Event, *roles: str) -> frozenset[str]:
    return frozenset(actor.name for actor in event.actors if not roles or actor.role in roles)


def _overlap(first: tuple[Interval, ...], second: tuple[Interval, ...]) -> bool:
    return any(a.overlaps(b) for a in first for b in second)


def _days(event: Event) -> int:
    lengths = [each.length for each in event.when]
    return sum(length.days for length in lengths if length is not None) or 10_000


def same_event(first: Event, second: Event) -> bool:
    """Whether two events of different documents (or distant sentences) are surely one act.

    The same type, dates that overlap and are no longer than a week, and the same people: all participants of one are
    among the other's for meetings, an agent or target and a kind or a place in common for offensives, the same
    speaker, stance and day for statements. In doubt they stay two.
    """
    if first.type is not second.type or not first.when or not second.when:
        return False
    if first.time_source not in _SOURCES and second.time_source not in _SOURCES:
        return False
    if not _overlap(first.when, second.when) or min(_days(first), _days(second)) > 8:
        return False
    if (first.modality in (Modality.NEGATED, Modality.DENIED)) != (
        second.modality in (Modality.NEGATED, Modality.DENIED)
    ):
        return False
    if first.type is EventType.MEETING:
        return _same_meeting(first, second)
    if first.type is EventType.OFFENSIVE:
        return _same_offensive(first, second)
    speakers = _names(first, "speaker") & _names(second, "speaker")
    return (
        bool(speakers)
        and first.subtype == second.subtype
        and _names(first, "target", "addressee") == _names(second, "target", "addressee")
        and first.when == second.when
        and _alike(first.headline, second.headline) > 0.6
    )


def _same_meeting(first: Event, second: Event) -> bool:
    one, two = _names(first), _names(second)
    if not one or not two:
        return False
    if not (one <= two or two <= one) or (len(one & two) < 2 and len(one | two) > 2):
        return (
            len(_countries(first) & _countries(second)) >= 2
            and _compatible(first, second)
            and first.when == second.when
        )
    if len(one & two) < 2:
        places = {place.name for place in first.places} & {place.name for place in second.places}
        return bool(places) and first.subtype == second.subtype
    return _compatible(first, second)


_MEETING_KINDS = (
    frozenset(("phone",)),
    frozenset(("visit", "hosted", "meeting", "summit", "conference", "negotiation", "summons")),
)


def _compatible(first: Event, second: Event) -> bool:
    return any(first.subtype in kinds and second.subtype in kinds for kinds in _MEETING_KINDS)


def _countries(event: Event) -> frozenset[str]:
    return frozenset(actor.country for actor in event.actors if actor.country)


def _same_offensive(first: Event, second: Event) -> bool:
    agents = _names(first, "agent", "participant") & _names(second, "agent", "participant")
    targets = _names(first, "target") & _names(second, "target")
    places = {place.name for place in first.places} & {place.name for place in second.places}
    if first.subtype != second.subtype and not {first.subtype, second.subtype} <= (_ATTACK | _HARM):
        return False
    return bool((agents and places) or (targets and places) or (agents and targets)) or (
        bool(agents) and first.subtype == second.subtype and not (first.places and second.places) and _days(first) <= 1
    )


def _alike(first: str, second: str) -> float:
    one, two = set(first.split()), set(second.split())
    return len(one & two) / max(1, min(len(one), len(two)))


# Spans index the first mention's document; who is named in another one only has none.
_NO_SPAN: dict[str, Any] = {"text": "", "start_char": 0, "end_char": 0}


def merge(first: Event, second: Event) -> Event:
    """One event out of two tellings: the better dated one leads, all mentions are kept, contradictions are listed."""
    lead, other = sorted((first, second), key=lambda each: (_RANK[each.time_source], _days(each), -len(each.actors)))
    actors: list[Actor] = list(lead.actors)
    known = {(actor.name, actor.role) for actor in actors}
    together = lead.mentions[:1] and other.mentions[:1] and lead.mentions[0].document == other.mentions[0].document
    if together:
        actors += [actor for actor in other.actors if (actor.name, actor.role) not in known]
    elif not actors:
        actors = [evolve(actor, **_NO_SPAN) for actor in other.actors]
    places = list(lead.places) or [each if together else evolve(each, **_NO_SPAN) for each in other.places]
    conflicts = [*lead.conflicts, *(each for each in other.conflicts if each not in lead.conflicts)]
    for note in _contradictions(lead, other):
        if note not in conflicts:
            conflicts.append(note)
    kind = other if lead.subtype in _VAGUE and other.subtype not in _VAGUE else lead
    mentions = [*lead.mentions, *(each for each in other.mentions if each not in lead.mentions)]
    timed = other if _goes_on(other) and not _goes_on(lead) and _same_start(lead, other) else lead
    return evolve(
        lead,
        when=timed.when,
        time=timed.time if together else lead.time,  # its place is in the document of the first mention
        time_source=timed.time_source,
        subtype=kind.subtype,
        codes=kind.codes,
        actors=tuple(actors),
        places=tuple(places),
        modality=_surer(lead.modality, other.modality),
        headline_worthy=lead.headline_worthy or other.headline_worthy,
        mentions=tuple(mentions),
        attribution=tuple(dict.fromkeys((*lead.attribution, *other.attribution))),
        conflicts=tuple(conflicts),
        sources=tuple(dict.fromkeys((*lead.sources, *other.sources))),
    )


def _goes_on(event: Event) -> bool:
    """Whether it is told with its beginning and no end: «منذ الأربعاء»."""
    return any(interval.start is not None and interval.end is None for interval in event.when)


def _same_start(first: Event, second: Event) -> bool:
    """«بدأت الأربعاء» and «منذ الأربعاء»: the second tells that it goes on."""
    return bool(first.when and second.when) and first.when[0].start == second.when[0].start


def _surer(first: Modality, second: Modality) -> Modality:
    order = [
        Modality.ASSERTED,
        Modality.PLANNED,
        Modality.POSSIBLE,
        Modality.CONDITIONAL,
        Modality.NEGATED,
        Modality.DENIED,
    ]
    return min(first, second, key=order.index)


def _contradictions(first: Event, second: Event) -> list[str]:
    notes: list[str] = []
    stated = first.time_source in _SOURCES and second.time_source in _SOURCES
    if stated and not _overlap(first.when, second.when):
        notes.append(f"dates differ: {_written(first.when)} and {_written(second.when)}")
    if {first.modality, second.modality} & {
        Modality.DENIED,
        Modality.NEGATED,
    } and first.modality is not second.modality:
        notes.append(f"status differs: {first.modality.value} and {second.modality.value}")
    agents = _names(first, "agent"), _names(second, "agent")
    if agents[0] and agents[1] and not agents[0] & agents[1]:
        notes.append(f"agents differ: {'، '.join(sorted(agents[0]))} and {'، '.join(sorted(agents[1]))}")
    return notes


def _written(when: tuple[Interval, ...]) -> str:
    return " + ".join(map(str, when)) or "none"

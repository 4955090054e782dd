"""Arguments: who does it to whom, where, by the frame of the trigger and the clause that it stands in."""

from __future__ import annotations

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_end
from timeline.events.nouns import fronted_place, genitive, governing_subject, noun_arguments
from timeline.events.participants import (
    AGAINST,
    BY,
    HOLDINGS,
    LOCATIVE,
    VICTIM,
    add_actor,
    at_the_border,
    clause_subject,
    coordinated,
    frame_roles,
    implied_subject,
    is_actor,
    is_target,
    light_subject,
    of_a_topic,
)
from timeline.events.sentence import Phrase, Sentence
from timeline.events.subjects import BUILDINGS
from timeline.events.tokens import Kind


def fill(sentence: Sentence, trigger: Trigger) -> None:
    """Fill in the actors and places of a trigger."""
    if trigger.kind is STATEMENT:
        _statement(sentence, trigger)
    elif trigger.is_verb:
        _verb(sentence, trigger)
        if trigger.same_as is not None and trigger.lemma.name == "استهدف" and not trigger.subject_before:
            trigger.actors = [(phrase, "target") for phrase, _ in trigger.actors]  # «هجوم استهدف الدورية»
    else:
        noun_arguments(sentence, trigger)
    _unique(sentence, trigger)


def _unique(sentence: Sentence, trigger: Trigger) -> None:
    if len(trigger.actors) > 1:
        _once_each(trigger)
    if len(trigger.places) > 1:
        _nearest(sentence, trigger)


def _once_each(trigger: Trigger) -> None:
    seen: dict[tuple[int, int], tuple[Phrase, str]] = {}
    for phrase, role in trigger.actors:
        key = phrase.start, phrase.end
        if key not in seen or (role != "participant" and seen[key][1] == "participant"):
            seen[key] = phrase, role
    trigger.actors = list(seen.values())


def _nearest(sentence: Sentence, trigger: Trigger) -> None:
    where: dict[tuple[int, int], tuple[Phrase, str]] = {}
    for phrase, role in trigger.places:
        where.setdefault((phrase.start, phrase.end), (phrase, role))
    # of a chain («في البيضاء شرق ليبيا») only the nearest
    trigger.places = [
        (phrase, role)
        for phrase, role in where.values()
        if not any(
            0 < phrase.first - other.last <= (2 if phrase.preposition in ("في", "ب") else 1)
            and not sentence.words[phrase.first].conjunction
            and not sentence.gaps[phrase.first].strip(" \u00a0")
            for other, _ in where.values()
        )
    ]


def _statement(sentence: Sentence, trigger: Trigger) -> None:
    frame = trigger.lemma.frame
    at = trigger.first
    roles = frame_roles(trigger)
    speaker_of = frame.speaker_of
    words = sentence.words
    if (
        trigger.is_verb
        and trigger.subject is not None
        and not (speaker_of and _quoted_source(sentence, trigger, speaker_of))
    ) and not trigger.reading.inflection.passive:
        add_actor(sentence, trigger, trigger.subject, "speaker")
    if not trigger.is_verb:
        genitive(sentence, trigger, "speaker")
        if trigger.light >= 0:
            light_subject(sentence, trigger, "speaker")
        else:
            governing_subject(sentence, trigger)
    used = {id(phrase) for phrase, _ in trigger.actors}
    last = clause_end(sentence, at)
    place = trigger.last + 1
    subject_end = trigger.subject.last if trigger.subject is not None and not trigger.subject_before else trigger.last
    first_object = True
    while place <= last:
        if ":" in sentence.gaps[place]:
            break
        phrase = sentence.phrase_at.get(place)
        if phrase is None or id(phrase) in used:
            place += 1
            continue
        preposition = phrase.preposition
        before = words[phrase.first - 1].folded if phrase.first else ""
        if (before == "عن" and phrase.first > 1 and words[phrase.first - 2].core in ("نقلا", "ناقله", "ناقلا")) or (
            speaker_of and preposition == speaker_of
        ):
            add_actor(sentence, trigger, phrase, "speaker")
        elif preposition == "علي" and not trigger.is_verb and trigger.subtype == "criticize":
            add_actor(sentence, trigger, phrase, "target")  # «شن هجوما على الوزير»
        elif preposition in roles:
            if phrase.first - subject_end <= 4:
                add_actor(sentence, trigger, phrase, roles[preposition])
        elif (
            not preposition
            and "object" in roles
            and first_object
            and phrase.first > subject_end
            and (phrase.first - subject_end <= 4 and not words[phrase.first].conjunction)
        ):
            add_actor(sentence, trigger, phrase, roles["object"])
            first_object = False
        elif (
            preposition == "ل"
            and phrase.first - subject_end <= 2
            and _addressable(phrase)
            and (not before.startswith(("تابع", "التابع")))
        ):
            add_actor(sentence, trigger, phrase, "addressee")
        elif (
            preposition in ("في", "ب")
            and phrase.is_place
            and phrase.first - trigger.first <= 3
            and trigger.subject is None
        ):
            trigger.places.append((phrase, "location"))
        place = phrase.last + 1


def _quoted_source(sentence: Sentence, trigger: Trigger, preposition: str) -> bool:
    """«نقلت الوكالة عن شهود»: whether the source is named; the agency then only passes it on."""
    last = clause_end(sentence, trigger.first)
    return any(
        phrase.preposition == preposition and trigger.first < phrase.first <= min(last, trigger.first + 12)
        for phrase in sentence.phrases
    )


def _addressable(phrase: Phrase) -> bool:
    return (
        phrase.person
        or (phrase.entity is not None and (phrase.entity.media or phrase.entity.kind == "organization"))
        or (phrase.kind == "group")
    )


def _passive_like(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb of killing or abducting has only a victim: «قتل ثلاثة جنود في هجوم», «الصحافي الذي خطف»."""
    if trigger.reading.inflection.passive or trigger.lemma.frame.get("intransitive"):
        return True
    if trigger.lemma.name == "اغتال":
        return False  # its passive is spelled otherwise: «اغتيل»
    if trigger.subtype not in VICTIM and trigger.lemma.name not in ("دمّر", "قصف"):
        return False
    if trigger.reading.pronoun or trigger.reading.inflection.person == 1 or trigger.tense == "present":
        return False
    subject = trigger.subject
    if subject is None:
        return False
    end = clause_end(sentence, trigger.first)
    start = (trigger.first if trigger.subject_before else subject.last) + 1
    numbered = False
    for place in range(start, min(start + 4, end + 1)):
        if sentence.times[place] >= 0:
            continue
        word = sentence.words[place]
        if word.kind & Kind.NUMBER and not word.conjunction:
            numbered = True
            continue
        if word.kind & (Kind.PREPOSITION | Kind.RELATIVE) or (word.preposition and word.cut) or word.conjunction:
            break
        if any(mark in sentence.gaps[place] for mark in "،,.؛"):
            break
        phrase = sentence.phrase_at.get(place)
        if phrase is not None and not phrase.preposition:
            return False
        if numbered or word.core in HOLDINGS or word.core in BUILDINGS:
            return False  # «قصف الطيران مواقع المعارضة»: the object
        if word.kind & (Kind.NISBA | Kind.DEFINITE):
            continue
        if subject.force and sentence.words[subject.first].core.endswith("ون") and word.folded.endswith(("ين", "ا")):
            return False  # «اختطف مسلحون مهندسين»
        return word.folded not in ("شخصا", "اشخاص", "شخصين", "شخص", "اخرين", "عددا", "مدنيا")
    return not numbered


def _verb(sentence: Sentence, trigger: Trigger) -> None:
    roles = frame_roles(trigger)
    subject = trigger.subject
    frame = trigger.lemma.frame
    own = frame.get("subject_role") or ("participant" if trigger.kind is MEETING else "agent")
    if _passive_like(sentence, trigger):
        if subject is not None:
            add_actor(sentence, trigger, subject, "target")
    elif subject is not None:
        if subject.is_place and not is_actor(sentence, subject):
            trigger.places.append((subject, "location"))
        elif trigger.lemma.name in ("انفجر", "تفجّر", "سقط", "لقي", "خسر"):
            add_actor(sentence, trigger, subject, "target")
        else:
            add_actor(sentence, trigger, subject, own)
    elif trigger.implied:
        implied = implied_subject(sentence, trigger)
        if implied is not None:
            add_actor(sentence, trigger, implied, own)
    used = {id(phrase) for phrase, _ in trigger.actors}
    last = clause_end(sentence, trigger.first)
    place = trigger.last + 1
    after = subject.last if subject is not None and not trigger.subject_before else trigger.last
    object_seen = bool(trigger.reading.pronoun)
    while place <= last:
        word = sentence.words[place]
        if (
            place >= trigger.last + 2
            and sentence.times[place] < 0
            and sentence.phrase_of[place] is None
            and any(
                each.lemma.type is not STATEMENT and each.inflection.tense in ("noun", "masdar")
                for each in word.readings
            )
        ):
            break
        phrase = sentence.phrase_at.get(place)
        if phrase is None:
            place += 1
            continue
        if id(phrase) not in used:
            object_seen = _place_or_person(sentence, trigger, phrase, roles, after, object_seen=object_seen)
        place = phrase.last + 1
    if trigger.kind is MEETING and trigger.lemma.name in _RECIPROCAL:
        _with_whom(sentence, trigger)
    fronted_place(sentence, trigger)


_RECIPROCAL = frozenset(("التقى", "قابل"))


def _with_whom(sentence: Sentence, trigger: Trigger) -> None:
    """«توجه رئيس الوزراء إلى واشنطن حيث يلتقي الرئيس»: who is told of in the clauses before is the other one."""
    number = sentence.clause[trigger.first]
    if not number or trigger.reading.inflection.number != "singular":
        return
    if len({id(phrase) for phrase, _ in trigger.actors}) != 1:
        return
    for earlier in range(number - 1, -1, -1):
        other = clause_subject(sentence, earlier, trigger.first)
        if other is not None and other.person and other is not trigger.actors[0][0]:
            trigger.actors.insert(0, (other, "participant"))
            return


def _place_or_person(
    sentence: Sentence, trigger: Trigger, phrase: Phrase, roles: dict[str, str], after: int, *, object_seen: bool
) -> bool:
    preposition = phrase.preposition
    words = sentence.words
    previous = words[phrase.first - 1].folded if phrase.first else ""
    if previous in BY:
        add_actor(sentence, trigger, phrase, "agent")  # «برصاص الجيش», «بنيران مسلحين»
        return object_seen
    if (
        not preposition
        and not object_seen
        and phrase.first > after
        and phrase.first - after <= 6
        and not (words[phrase.first].conjunction)
    ):
        role = roles.get("object", "target" if trigger.kind is OFFENSIVE else "participant")
        if role == "place" or (phrase.is_place and not is_actor(sentence, phrase)):
            trigger.places.append((phrase, "location"))
            if role == "target" and (phrase.kind == "name" or is_target(sentence, phrase)):
                add_actor(sentence, trigger, phrase, "target")
        elif role == "destination":
            if phrase.is_place:
                trigger.places.append((phrase, "location"))
            else:
                add_actor(sentence, trigger, phrase, "participant")
        else:
            add_actor(sentence, trigger, phrase, role)
        return True
    if preposition in roles and phrase.is_actor and not (preposition == "ب" and phrase.kind == "place"):
        add_actor(sentence, trigger, phrase, roles[preposition])
        return object_seen
    before = words[phrase.first - 1].folded if phrase.first else ""
    if (
        before in BY
        or words[phrase.first].core in BY
        or (phrase.first > 1 and words[phrase.first - 2].folded in ("علي", "من") and before in BY)
    ):
        add_actor(sentence, trigger, phrase, "agent")
    elif preposition in AGAINST and trigger.kind is OFFENSIVE and phrase.first - trigger.last <= 8:
        if phrase.is_place:
            for each in coordinated(sentence, phrase):
                trigger.places.append((each, "location"))
        if phrase.is_actor and not (
            phrase.entity is not None and phrase.entity.kind in ("country", "capital") and trigger.subtype == "seizure"
        ):
            add_actor(sentence, trigger, phrase, "target")
    elif preposition == "مع":
        if not at_the_border(sentence, phrase):
            add_actor(sentence, trigger, phrase, "participant" if trigger.kind is MEETING else "target")
    elif trigger.kind is MEETING and of_a_topic(sentence, trigger, phrase):
        pass  # «بحث معه الأوضاع في غزة»
    elif phrase.is_place and (preposition in LOCATIVE or preposition in ("الي", "لل") or phrase.kind == "place"):
        for each in coordinated(sentence, phrase):
            trigger.places.append(
                (each, "destination" if preposition == "الي" and trigger.kind is OFFENSIVE else "location")
            )
    return object_seen

"""Arguments: who does it to whom, where, by the frame of the trigger and the clause that it stands in."""

from __future__ import annotations

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_end, clause_start
from timeline.events.lexicon import word_list
from timeline.events.names import subject_name
from timeline.events.participants import (
    HOLDINGS,
    add_actor,
    antecedent,
    coordinated,
    frame_roles,
    implied_subject,
    is_actor,
    is_target,
    light_subject,
)
from timeline.events.sentence import Phrase, Sentence
from timeline.events.subjects import BUILDINGS, subject_after, subject_before
from timeline.events.tokens import Kind

_VICTIM = frozenset(("killing", "assassination", "abduction"))


_BY = word_list("by")


_AGAINST = word_list("against")


_LOCATIVE = word_list("locative")


def fill(sentence: Sentence, trigger: Trigger) -> None:
    """Fill in the actors and places of a trigger."""
    if trigger.kind is STATEMENT:
        _statement(sentence, trigger)
    elif trigger.is_verb:
        _verb(sentence, trigger)
        if trigger.same_as is not None and trigger.lemma.name == "استهدف" and not trigger.subject_before:
            trigger.actors = [(phrase, "target") for phrase, _ in trigger.actors]  # «هجوم استهدف الدورية»
    else:
        _noun(sentence, trigger)
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
        _genitive(sentence, trigger, "speaker")
        if trigger.light >= 0:
            light_subject(sentence, trigger, "speaker")
        else:
            _governing_subject(sentence, trigger)
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


def _genitive(sentence: Sentence, trigger: Trigger, role: str) -> Phrase | None:
    """The phrase right after a noun: «مقتل الوزير», «قصف القوات»; a pronoun stands for the last actor told."""
    place = trigger.last + 1
    words = sentence.words
    if trigger.reading.pronoun:
        before = antecedent(sentence, trigger)
        if before is not None:
            trigger.actors.append((before, role))
        return before
    while place < len(words) and words[place].kind & Kind.NUMBER and not sentence.gaps[place].strip():
        place += 1
    if place < len(words) and words[place].folded == "من" and place > trigger.last + 1:
        place += 1
    phrase = sentence.phrase_at.get(place)
    direct = place == trigger.last + 1 < len(words) and not sentence.gaps[place].strip(" \u00a0")
    if phrase is None and role == "target" and trigger.subtype in _VICTIM and direct:
        phrase = subject_name(sentence, place)  # «اغتيال هاني شاكر»: a name that no list has
    if phrase is None or sentence.gaps[trigger.last + 1].strip(' \u00a0«“"#'):
        return None
    if phrase.preposition and not (phrase.preposition == "من" and place > trigger.last + 1):
        return None
    if words[phrase.first].conjunction:
        return None
    if role == "place" or (phrase.kind == "place" and not phrase.is_actor):
        trigger.places.append((phrase, "location"))
        return phrase
    if phrase.entity is not None and (
        phrase.entity.kind == "place" or (phrase.entity.kind == "capital" and phrase.kind == "name" and role != "agent")
    ):
        trigger.places.append((phrase, "location"))
        return phrase
    add_actor(sentence, trigger, phrase, role)
    return phrase


def _passive_like(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb of killing or abducting has only a victim: «قتل ثلاثة جنود في هجوم», «الصحافي الذي خطف»."""
    if trigger.reading.inflection.passive or trigger.lemma.frame.get("intransitive"):
        return True
    if trigger.subtype not in _VICTIM and trigger.lemma.name not in ("دمّر", "قصف"):
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
            place > trigger.last + 2
            and sentence.times[place] < 0
            and any(
                each.lemma.type is trigger.kind and each.inflection.tense in ("noun", "masdar")
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
    _fronted_place(sentence, trigger)


def _place_or_person(
    sentence: Sentence, trigger: Trigger, phrase: Phrase, roles: dict[str, str], after: int, *, object_seen: bool
) -> bool:
    preposition = phrase.preposition
    words = sentence.words
    previous = words[phrase.first - 1].folded if phrase.first else ""
    if previous in _BY:
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
        before in _BY
        or words[phrase.first].core in _BY
        or (phrase.first > 1 and words[phrase.first - 2].folded in ("علي", "من") and before in _BY)
    ):
        add_actor(sentence, trigger, phrase, "agent")
    elif preposition in _AGAINST and trigger.kind is OFFENSIVE and phrase.first - trigger.last <= 8:
        if phrase.is_place:
            for each in coordinated(sentence, phrase):
                trigger.places.append((each, "location"))
        if phrase.is_actor and not (
            phrase.entity is not None and phrase.entity.kind in ("country", "capital") and trigger.subtype == "seizure"
        ):
            add_actor(sentence, trigger, phrase, "target")
    elif preposition == "مع":
        add_actor(sentence, trigger, phrase, "participant" if trigger.kind is MEETING else "target")
    elif phrase.is_place and (preposition in _LOCATIVE or preposition in ("الي", "لل") or phrase.kind == "place"):
        for each in coordinated(sentence, phrase):
            trigger.places.append(
                (each, "destination" if preposition == "الي" and trigger.kind is OFFENSIVE else "location")
            )
    return object_seen


def _fronted_place(sentence: Sentence, trigger: Trigger) -> None:
    """«وفي بغداد، قتل …»: a place at the head of the clause."""
    if trigger.places:
        return
    first = clause_start(sentence, trigger.first if trigger.light < 0 else min(trigger.first, trigger.light))
    if first and not sentence.words[first].conjunction:
        start = clause_start(sentence, first - 1)
        verbs = any(
            sentence.words[k].kind & Kind.VERB and sentence.times[k] < 0 and sentence.phrase_of[k] is None
            for k in range(start, first)
        )
        if start == 0 and not verbs:
            first = 0  # «على هامش المؤتمر في جنيف، اجتمع …»
    for phrase in sentence.phrases:
        if phrase.first >= trigger.first:
            break
        if phrase.first >= first and phrase.is_place and phrase.preposition in ("في", "ب"):
            trigger.places.append((phrase, "location"))


def _noun(sentence: Sentence, trigger: Trigger) -> None:
    frame = trigger.lemma.frame
    default = "participant" if trigger.kind is MEETING else "agent"
    role = frame.get("genitive", default)
    genitive: Phrase | None = None
    words = sentence.words
    if not trigger.reading.definite or trigger.reading.pronoun:
        genitive = _genitive(sentence, trigger, role)
    # the adjective of a nation: «الغارات الإسرائيلية»
    for place in range(trigger.first + 1, min(trigger.last + 4, len(words))):
        word = words[place]
        if sentence.gaps[place].strip() or word.kind & (Kind.PREPOSITION | Kind.VERB) or place in sentence.phrase_at:
            break
        if (
            role != "target"
            and word.kind & Kind.NISBA
            and word.nisba is not None
            and trigger.kind is OFFENSIVE
            and not word.cut
        ):
            start, end = sentence.span(place, place)
            phrase = Phrase(place, place, "nisba", start, end, word.nisba, word.nisba.country, civil=True)
            trigger.actors.append((phrase, "agent"))
            break
    if trigger.light >= 0:
        if not (trigger.kind is MEETING and _between(sentence, trigger)):
            light_subject(sentence, trigger, default)
        if trigger.light < trigger.first and not trigger.places:
            trigger.places += [
                (phrase, "location")  # «نظمت السفارة في مسقط لقاء»
                for phrase in sentence.phrases
                if trigger.light < phrase.first < trigger.first and phrase.is_place and phrase.preposition == "في"
            ]
    if 0 <= trigger.light < trigger.first and trigger.kind is OFFENSIVE:
        _told_after(sentence, trigger)
    if trigger.first and words[trigger.first - 1].folded in ("وراء", "خلف") and trigger.kind is OFFENSIVE:
        behind = [p for p in sentence.phrases if p.last < trigger.first and p.is_actor and not p.preposition]
        if behind and trigger.first - behind[-1].last <= 8:
            add_actor(sentence, trigger, behind[-1], "agent")  # «كانت الجماعة وراء التفجير»
    if genitive is None and trigger.reading.pronoun == "" and trigger.kind is OFFENSIVE and role == "target":
        pass
    if trigger.light < 0:
        _governing_subject(sentence, trigger)
    if trigger.kind is MEETING:
        _gathered(sentence, trigger)
    elif trigger.kind is OFFENSIVE:
        _claimed(sentence, trigger)
    if trigger.light > trigger.last:
        _complements(sentence, trigger, after=trigger.light)  # «الاشتباكات التي وقعت بين …»
    _complements(
        sentence,
        trigger,
        after=genitive.last if genitive is not None and genitive.first > trigger.last else trigger.last,
    )
    _fronted_place(sentence, trigger)


#: Verbs whose subject does what their object or the noun behind their preposition says: «سارع إلى», «رد ب», «رفض».
_CONTROLLING = word_list("controlling")
_NEARBY = 12


def _governing_subject(sentence: Sentence, trigger: Trigger) -> None:
    """«ردت طهران بقصف …», «سارع الوزير إلى التنديد», «رفض الرئيس لقاء المبعوث»: the subject of the verb is the doer."""
    if any(role in ("agent", "speaker") for _, role in trigger.actors):
        return
    words = sentence.words
    start = clause_start(sentence, trigger.first)
    for place in range(trigger.first - 1, max(start, trigger.first - _NEARBY) - 1, -1):
        word = words[place]
        if not word.kind & Kind.VERB or sentence.times[place] >= 0 or sentence.phrase_of[place] is not None:
            continue
        if _CONTROLLING.isdisjoint(word.forms):
            return
        subject = subject_after(sentence, place, speech=False)
        if subject is None or subject.first > trigger.first:
            subject = subject_before(sentence, place)
        if subject is not None and is_actor(sentence, subject):
            role = "participant" if trigger.kind is MEETING else "speaker" if trigger.kind is STATEMENT else "agent"
            if trigger.kind is not OFFENSIVE or trigger.reading.preposition == "ب" or subject.force:
                add_actor(sentence, trigger, subject, role)
        return


def _told_after(sentence: Sentence, trigger: Trigger) -> None:
    """«نجا من كمين نصبه المتمردون»: who did it stands in the relative clause after the noun."""
    words, gaps = sentence.words, sentence.gaps
    for place in range(trigger.last + 1, min(trigger.last + 4, len(words))):
        if gaps[place].strip():
            return
        word = words[place]
        if word.light and not word.conjunction and word.light[0][0] in _DOING:
            subject = subject_after(sentence, place, speech=False)
            if subject is not None and subject.is_actor:
                add_actor(sentence, trigger, subject, "agent")
            return
        if word.kind & Kind.PREPOSITION:
            return


_DOING = frozenset(("شن", "نفذ", "نصب", "ارتكب", "دبر", "قام", "خاض", "اطلق"))


def _between(sentence: Sentence, trigger: Trigger) -> bool:
    """«استبعد المتحدث عقد لقاء بين الرئيسين»: those who meet are named, whoever speaks of it."""
    if sentence.words[trigger.light].light and trigger.light_name != "عقد":
        return False
    return any(
        phrase.is_actor and sentence.words[phrase.first - 1].folded == "بين"
        for place in range(trigger.last + 2, min(trigger.last + 5, len(sentence.words)))
        if (phrase := sentence.phrase_at.get(place)) is not None
    )


_GATHERING = word_list("gathering")
_STOPS, _BREAKS = frozenset(".؛:"), frozenset("،.؛:")


def _gathered(sentence: Sentence, trigger: Trigger) -> None:
    """«لقاء جمع الوزير بنظيره», «الاجتماع الذي ضم الزعماء», «شارك فيه ممثلون عن …»: who was there."""
    words = sentence.words
    for place in sentence.cues:
        if not trigger.last < place < min(trigger.last + 14, len(words) - 1):
            continue
        word = words[place]
        if word.folded not in _GATHERING or (word.conjunction and word.cut):
            continue
        if not _STOPS.isdisjoint("".join(sentence.gaps[trigger.last + 1 : place + 1])):
            return
        seen = 0
        for ahead in range(place + 1, min(place + 9, len(words))):
            phrase = sentence.phrase_at.get(ahead)
            if not _BREAKS.isdisjoint(sentence.gaps[ahead]):
                break
            if phrase is None or not phrase.is_actor or phrase.kind == "place":
                continue
            if phrase.preposition and not (seen and phrase.preposition in ("ب", "مع")):
                break
            add_actor(sentence, trigger, phrase, "participant")
            seen += 1
        return


def _claimed(sentence: Sentence, trigger: Trigger) -> None:
    """«انفجار … وأودى بحياة ضابط»: whose life an attack took."""
    words = sentence.words
    for place in sentence.cues:
        if trigger.last < place < min(trigger.last + 22, len(words) - 1) and words[place].folded == "بحياه":
            phrase = sentence.phrase_at.get(place + 1)
            ahead = place + 1
            while phrase is None and ahead < min(place + 3, len(words)) and words[ahead].kind & Kind.NUMBER:
                ahead += 1
                phrase = sentence.phrase_at.get(ahead)
            if phrase is not None and phrase.is_actor:
                add_actor(sentence, trigger, phrase, "target")
            return


_PLANNED = word_list("scheduled")


def _complements(sentence: Sentence, trigger: Trigger, after: int) -> None:
    words = sentence.words
    last = clause_end(sentence, max(trigger.first, min(after, len(words) - 1)))
    if last == after and last + 2 < len(words) and words[last + 1].kind & Kind.RELATIVE:
        ahead = {words[k].core for k in range(last + 2, min(last + 4, len(words)))}
        if ahead & _PLANNED:
            last = clause_end(sentence, last + 1)  # «زيارته التي كانت مقررة إلى باريس»
    last = min(last, after + 16)
    place = after + 1
    while place <= last:
        word = words[place]
        if word.kind & Kind.TRIGGER and word.kind & Kind.VERB and sentence.times[place] < 0:
            break
        if (
            word.readings
            and word.readings[0].lemma.type is trigger.kind
            and place > trigger.last + 2
            and (not word.kind & Kind.NAME)
        ):
            break
        phrase = sentence.phrase_at.get(place)
        if phrase is None:
            place += 1
            continue
        preposition = phrase.preposition
        before = words[phrase.first - 1].folded if phrase.first else ""
        if trigger.kind is MEETING and before in ("بحضور", "برياسه", "بمشاركه", "برعايه", "بزعامه", "حضره", "يحضره"):
            add_actor(sentence, trigger, phrase, "participant")
            place = phrase.last + 1
            continue
        if before == "بين" or preposition == "بين":
            if phrase.kind == "place":
                trigger.places += [(each, "location") for each in coordinated(sentence, phrase)]
            add_actor(sentence, trigger, phrase, "participant")
            place = coordinated(sentence, phrase)[-1].last + 1
            continue
        if not preposition and before in HOLDINGS and phrase.first > 1:
            preposition = words[phrase.first - 2].core  # «على مواقع الحوثيين»
        if before in _BY or (words[phrase.first].core in _BY and preposition == "ب"):
            add_actor(sentence, trigger, phrase, "agent")
        elif preposition == "مع":
            add_actor(sentence, trigger, phrase, "participant")
            place = coordinated(sentence, phrase)[-1].last + 1
            continue
        elif trigger.kind is MEETING:
            if preposition in ("ب", "ل") and phrase.is_actor and not phrase.is_place and phrase.first - after <= 2:
                add_actor(sentence, trigger, phrase, "participant")
            elif (phrase.is_place and (preposition in _LOCATIVE or preposition in ("الي", "ل"))) or (
                trigger.subtype == "visit" and preposition in ("الي", "ل") and phrase.is_actor
            ):
                trigger.places.append((phrase, "location"))
        elif trigger.kind is OFFENSIVE:
            if preposition in _AGAINST and phrase.first - after <= 6:
                if phrase.is_place:
                    for each in coordinated(sentence, phrase):
                        trigger.places.append((each, "location"))
                if is_target(sentence, phrase) or (
                    phrase.is_actor and not (phrase.entity is not None and phrase.entity.kind == "place")
                ):
                    add_actor(sentence, trigger, phrase, "target")
            elif phrase.is_place and preposition in _LOCATIVE:
                for each in coordinated(sentence, phrase):
                    trigger.places.append((each, "location"))
            elif phrase.kind == "place" and not preposition:
                trigger.places.append((phrase, "location"))
        place = phrase.last + 1

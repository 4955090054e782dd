"""Arguments of nouns: «هجوم شنته الفصائل على …», «زيارة الوزير إلى …», «لقاء جمع الرئيسين»."""

from __future__ import annotations

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_end, clause_start
from timeline.events.lexicon import word_list
from timeline.events.names import subject_name
from timeline.events.participants import (
    AGAINST,
    BY,
    HOLDINGS,
    LOCATIVE,
    VICTIM,
    add_actor,
    antecedent,
    at_the_border,
    coordinated,
    is_actor,
    is_target,
    light_subject,
    of_a_topic,
)
from timeline.events.sentence import Phrase, Sentence
from timeline.events.subjects import subject_after, subject_before
from timeline.events.tokens import Kind


def genitive(sentence: Sentence, trigger: Trigger, role: str) -> Phrase | None:
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
    if phrase is None and role == "target" and trigger.subtype in VICTIM and direct:
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


def fronted_place(sentence: Sentence, trigger: Trigger) -> None:
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


def noun_arguments(sentence: Sentence, trigger: Trigger) -> None:
    """Fill in the actors and places of a noun."""
    frame = trigger.lemma.frame
    default = "participant" if trigger.kind is MEETING else "agent"
    role = frame.get("genitive", default)
    told: Phrase | None = None
    words = sentence.words
    if not trigger.reading.definite or trigger.reading.pronoun:
        told = genitive(sentence, trigger, role)
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
    if trigger.light < 0:
        governing_subject(sentence, trigger)
    if trigger.kind is MEETING and trigger.reading.pronoun and trigger.last + 1 in sentence.phrase_at:
        met = sentence.phrase_at[trigger.last + 1]
        if not met.preposition and met.is_actor and not sentence.gaps[met.first].strip():
            add_actor(sentence, trigger, met, "participant")  # «لقائه وزير الخارجية»
    if trigger.kind is MEETING:
        _gathered(sentence, trigger)
    elif trigger.kind is OFFENSIVE:
        _claimed(sentence, trigger)
    if trigger.light > trigger.last:
        _complements(sentence, trigger, after=trigger.light)  # «الاشتباكات التي وقعت بين …»
    _complements(
        sentence,
        trigger,
        after=told.last if told is not None and told.first > trigger.last else trigger.last,
    )
    fronted_place(sentence, trigger)


#: Verbs whose subject does what their object or the noun behind their preposition says: «سارع إلى», «رد ب», «رفض».
_CONTROLLING = word_list("controlling")
_NEARBY = 12


def governing_subject(sentence: Sentence, trigger: Trigger) -> None:
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
    if trigger.kind is MEETING and trigger.reading.preposition == "ل":
        first = next((sentence.phrase_at[k] for k in range(start, trigger.first) if k in sentence.phrase_at), None)
        if first is not None and first.person and not first.preposition:
            add_actor(sentence, trigger, first, "participant")  # «لافروف في الدوحة للقاء نظيره»


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
    """Whom and where the prepositions behind a noun bring, within its clause."""
    words = sentence.words
    last = clause_end(sentence, max(trigger.first, min(after, len(words) - 1)))
    if last == after and last + 2 < len(words) and words[last + 1].kind & Kind.RELATIVE:
        ahead = {words[k].core for k in range(last + 2, min(last + 4, len(words)))}
        if ahead & _PLANNED:
            last = clause_end(sentence, last + 1)  # «زيارته التي كانت مقررة إلى باريس»
    place = after + 1
    while place <= min(last, after + 16):
        word = words[place]
        if word.kind & Kind.TRIGGER and word.kind & Kind.VERB and sentence.times[place] < 0:
            break
        another = bool(word.readings) and word.readings[0].lemma.type is trigger.kind
        if another and place > trigger.last + 2 and not word.kind & Kind.NAME:
            break
        phrase = sentence.phrase_at.get(place)
        place = _complement(sentence, trigger, phrase, after) if phrase is not None else place + 1


_ATTENDED = frozenset(("بحضور", "برياسه", "بمشاركه", "برعايه", "بزعامه", "حضره", "يحضره"))


def _complement(sentence: Sentence, trigger: Trigger, phrase: Phrase, after: int) -> int:
    """Give a noun one of its complements; the place of the word to go on from."""
    words = sentence.words
    preposition = phrase.preposition
    before = words[phrase.first - 1].folded if phrase.first else ""
    if trigger.kind is MEETING and before in _ATTENDED:
        add_actor(sentence, trigger, phrase, "participant")
        return phrase.last + 1
    if before == "بين" or preposition == "بين":
        if phrase.kind == "place":
            trigger.places += [(each, "location") for each in coordinated(sentence, phrase)]
        add_actor(sentence, trigger, phrase, "participant")
        return coordinated(sentence, phrase)[-1].last + 1
    if not preposition and before in HOLDINGS and phrase.first > 1:
        preposition = words[phrase.first - 2].core  # «على مواقع الحوثيين»
    if before in BY or (words[phrase.first].core in BY and preposition == "ب"):
        add_actor(sentence, trigger, phrase, "agent")
    elif preposition == "مع":
        if not at_the_border(sentence, phrase):
            add_actor(sentence, trigger, phrase, "participant")
        return coordinated(sentence, phrase)[-1].last + 1
    elif trigger.kind is MEETING:
        if of_a_topic(sentence, trigger, phrase):
            return phrase.last + 1
        if preposition in ("ب", "ل") and phrase.is_actor and not phrase.is_place and phrase.first - after <= 2:
            add_actor(sentence, trigger, phrase, "participant")
        elif (phrase.is_place and (preposition in LOCATIVE or preposition in ("الي", "ل"))) or (
            trigger.subtype == "visit" and preposition in ("الي", "ل") and phrase.is_actor
        ):
            trigger.places.append((phrase, "location"))
    elif trigger.kind is OFFENSIVE:
        _against_or_at(sentence, trigger, phrase, preposition, near=phrase.first - after <= 6)
    return phrase.last + 1


def _against_or_at(sentence: Sentence, trigger: Trigger, phrase: Phrase, preposition: str, *, near: bool) -> None:
    """«هجوم على قاعدة في الأنبار»: against whom and where."""
    if preposition == "ل" and phrase.force and phrase.first == trigger.last + 1 and not trigger.reading.definite:
        add_actor(sentence, trigger, phrase, "agent")  # «هجوم لتنظيم كذا»
        return
    if preposition in AGAINST and near:
        if phrase.is_place:
            trigger.places += [(each, "location") for each in coordinated(sentence, phrase)]
        town = phrase.entity is not None and phrase.entity.kind == "place"
        if is_target(sentence, phrase) or (phrase.is_actor and not town):
            add_actor(sentence, trigger, phrase, "target")
    elif phrase.is_place and preposition in LOCATIVE:
        trigger.places += [(each, "location") for each in coordinated(sentence, phrase)]
    elif phrase.kind == "place" and not preposition:
        trigger.places.append((phrase, "location"))

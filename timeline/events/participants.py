"""Participants: who is joined to whom, whom a pronoun means, whose a verb without a subject is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger
from timeline.events.lexicon import word_list
from timeline.events.sentence import Phrase, Sentence
from timeline.events.subjects import BUILDINGS, first_of_clause, head_of, subject_after, subject_before
from timeline.events.tokens import Kind

#: What is somebody's: an attack on it is one on them.
HOLDINGS = word_list("holdings")
#: What brings the doer of a passive: «على يد», «برصاص».
BY = word_list("by")
AGAINST = word_list("against")
LOCATIVE = word_list("locative")
#: Kinds of act whose object is named where a subject would be: «قتل ثلاثة جنود».
VICTIM = frozenset(("killing", "assassination", "abduction"))


def coordinated(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """A phrase and those joined to it by و: «إيران وتركيا وروسيا»."""
    joined = [phrase]
    words = sentence.words
    while True:
        nxt = joined[-1].last + 1
        partitive = sentence.phrase_at.get(nxt + 1) if nxt < len(words) and words[nxt].folded == "من" else None
        if partitive is not None and partitive.preposition == "من" and joined[-1].kind == "group":
            nxt = partitive.last + 1  # «وحدات من الجيش والقوات الرديفة»
        elif nxt < len(words) and words[nxt].conjunction and words[nxt].kind & Kind.NUMBER:
            follower = sentence.phrase_at.get(nxt + 1)  # «النظام وجميع الأطراف»
            if follower is not None and not follower.preposition and follower.is_actor == phrase.is_actor:
                joined.append(follower)
                continue
        following = sentence.phrase_at.get(nxt)
        if following is None or (following.preposition and not words[nxt].conjunction):
            break
        if not words[nxt].conjunction:
            break
        if following.is_actor != phrase.is_actor or following.preposition not in ("", phrase.preposition):
            break
        joined.append(following)
    return joined


def frame_roles(trigger: Trigger) -> dict[str, str]:
    """Which preposition (or the object) brings which role, by the frame of the trigger."""
    return trigger.lemma.frame.roles


def is_actor(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: not a weapon, a report, a place."""
    if not phrase.is_actor:
        return False
    return not (
        phrase.entity is None
        and sentence.words[phrase.first].kind & Kind.NOT_ACTOR
        and phrase.kind in ("group", "title")
    )


def add_actor(sentence: Sentence, trigger: Trigger, phrase: Phrase, role: str) -> None:
    """Give a trigger an actor, with those joined to it by و."""
    phrase = _who_they_are(sentence, phrase)
    for each in coordinated(sentence, phrase):
        if is_actor(sentence, each) or (role == "target" and is_target(sentence, each)):
            trigger.actors.append((each, role))


_PARTS = word_list("parts")


def _who_they_are(sentence: Sentence, phrase: Phrase) -> Phrase:
    """«وحدات من المغاوير», «مجموعة من تنظيم كذا»: those whom the preposition brings."""
    nxt = phrase.last + 1
    words = sentence.words
    if phrase.kind != "group" or phrase.entity is not None or nxt >= len(words) or words[nxt].folded != "من":
        return phrase
    if words[phrase.first].core.removeprefix("ال") not in _PARTS:
        return phrase
    whole = sentence.phrase_at.get(nxt + 1)
    return whole if whole is not None and whole.is_actor and whole.preposition == "من" else phrase


def at_the_border(sentence: Sentence, phrase: Phrase) -> bool:
    """«على الحدود مع تشاد»: with a state, but nobody meets and nobody fights it."""
    words = sentence.words
    before = phrase.first - (2 if words[phrase.first - 1].folded == "مع" else 1)
    return before >= 0 and words[before].core.removeprefix("ال").startswith("حدود")


_TOPICS = word_list("topics")


def of_a_topic(sentence: Sentence, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether «في …» belongs to the noun before it, which is talked about: «بحثا الأوضاع في غزة»."""
    words = sentence.words
    if not phrase.is_place or phrase.preposition not in ("في", "ب"):
        return False
    before = phrase.first - (2 if words[phrase.first - 1].folded == "في" else 1)
    if before <= trigger.last or sentence.times[before] >= 0 or sentence.phrase_of[before] is not None:
        return False
    return not _TOPICS.isdisjoint(words[before].forms) and not sentence.gaps[before + 1].strip()


def is_target(sentence: Sentence, phrase: Phrase) -> bool:
    """«قاعدة بريطانية», «مقر الحزب»: a place that is somebody's, and is attacked as theirs."""
    return sentence.words[phrase.first].core in BUILDINGS


def antecedent(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """Whom a pronoun at the trigger means: the last actor before it, in agreement as far as spelling shows."""
    pronoun = trigger.reading.pronoun
    candidates = [p for p in sentence.phrases if p.last < trigger.first and p.is_actor]
    for phrase in reversed(candidates):
        entity = phrase.entity
        state = entity is not None and entity.kind in ("country", "capital")
        if pronoun == "ه" and state and entity is not None and entity.name not in _MASCULINE_COUNTRIES:
            continue
        if pronoun == "ها" and phrase.person and phrase.kind in ("titled", "name") and not _feminine(sentence, phrase):
            continue
        if pronoun in ("هم", "هما", "هن") and phrase.person and phrase.kind in ("titled", "name"):
            continue
        if phrase.preposition == "في" and phrase.is_place:
            continue
        return phrase
    return None


_MASCULINE_COUNTRIES = frozenset(("لبنان", "العراق", "الأردن", "المغرب", "السودان", "اليمن", "الصومال"))


def _feminine(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.words[phrase.first].core.endswith(("ه", "ات")) or phrase.kind == "name"


def _of_itself(sentence: Sentence, trigger: Trigger) -> bool:
    """«أن تعقد القمة», «بدأت المحادثات»: the noun right after the verb is its subject, not what somebody holds."""
    light, first = trigger.light, trigger.first
    if light >= first or any(sentence.times[k] < 0 for k in range(light + 1, first)):
        return False
    noun, verb = sentence.words[first], sentence.words[light]
    if noun.preposition and noun.cut:
        return False
    inflection = verb.light[0][1]
    if inflection.person not in (0, 3) or inflection.number != "singular" or noun.folded.endswith("ا"):
        return False
    feminine = noun.core.endswith(("ه", "ات"))
    if feminine:
        return inflection.gender == "f"
    # «عقد اجتماع» has no alif: nobody holds it; «عقد الاجتماع» may go on with somebody's doings
    return inflection.gender == "m" and (not trigger.reading.definite or not verb.conjunction)


_HOSTING = frozenset(("استضاف", "احتضن"))
_SCENES = _HOSTING | {"شهد"}


def _scene_of(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """The place that is the subject of a verb: the first phrase after it, if that is a place without preposition."""
    for place in range(first + 1, last):
        phrase = sentence.phrase_at.get(place)
        if phrase is not None:
            return phrase if phrase.is_place and not phrase.preposition else None
    return None


def _holder(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """Who stands as the subject of the light verb of a noun, in its clause or in the one before."""
    light = trigger.light
    subject = subject_after(sentence, light, speech=trigger.kind is STATEMENT)
    if subject is not None and light < trigger.first < subject.first:
        subject = None
    before = subject_before(sentence, light)
    if (before is not None and not sentence.words[light - 1].kind & Kind.RELATIVE) or (
        subject is None and before is not None and before.last < trigger.first and light < trigger.first
    ):
        subject = before
    if subject is None and light < trigger.first:
        # the subject of the verb before it: «… نفذت القوات … وشنت هجوما»
        subject = first_of_clause(sentence, light)
        if subject is None:
            subject = _told_before(sentence, light)
    if subject is None and light > trigger.last and sentence.words[light].folded.endswith(("ه", "ها", "هما")):
        subject = _told_before(sentence, trigger.first)  # «أكد الوزير بعد محادثات أجراها في …»
    return subject


def _told_before(sentence: Sentence, before: int) -> Phrase | None:
    """The subject of the clause of a word, or of the nearest clause before it that has one."""
    for number in range(sentence.clause[before], -1, -1):
        subject = clause_subject(sentence, number, before)
        if subject is not None:
            return subject
    return None


def light_subject(sentence: Sentence, trigger: Trigger, role: str) -> None:
    """The subject of the light verb: «شنت الفصائل هجوما», «الهجوم الذي شنته الفصائل»."""
    light = trigger.light
    name = trigger.light_name
    if not sentence.words[light].light:
        implied = implied_subject(sentence, trigger)  # «هدد بشن عملية»
        if implied is not None:
            add_actor(sentence, trigger, implied, role)
        return
    passive = sentence.words[light].light[0][1].passive or _of_itself(sentence, trigger)
    if (
        name
        in (
            "وقع",
            "اندلع",
            "حصل",
            "حدث",
            "دار",
            "جري",
            "تواصل",
            "استمر",
            "تجدد",
            "تصاعد",
            "انتهي",
            "صدر",
            "تم",
            "انعقد",
            "اسفر",
            "ادي",
            "اوقع",
            "خلف",
            "اودي",
            "هز",
            "اعقب",
        )
        or passive
    ):
        return
    if name in _SCENES and light < trigger.first:
        scene = _scene_of(sentence, light, trigger.first)
        if scene is not None:
            trigger.places.append((scene, "location"))  # «شهدت العاصمة اشتباكات», «تحتضن الدوحة جولة»
            return
    if name in ("وصل", "توجه", "سافر") and light < trigger.first:
        trigger.places += [
            (phrase, "location")
            for phrase in sentence.phrases
            if light < phrase.first < trigger.first and phrase.is_place and phrase.preposition in ("الي", "ل")
        ]
    subject = _holder(sentence, trigger)
    if subject is None:
        return
    if name in _HOSTING and subject.is_place:
        trigger.places.append((subject, "location"))  # «تحتضن الدوحة جولة من الحوار»
        return
    if name in ("نجا", "صد", "احبط", "افشل"):
        if trigger.kind is OFFENSIVE:
            add_actor(sentence, trigger, subject, "target")
        return
    if name in ("تعرض", "تلقي", "شهد") or (name == "استهدف"):
        if name == "تلقي" and trigger.kind is MEETING:
            role = "participant"
        elif name == "شهد":
            if subject.is_place:
                trigger.places.append((subject, "location"))
            return
        elif trigger.kind is OFFENSIVE and name != "استهدف":
            role = "target"
        elif name == "استهدف" and light > trigger.first:
            if subject.is_place and not subject.is_actor:
                trigger.places.append((subject, "location"))
            else:
                add_actor(sentence, trigger, subject, "target")
            return
    add_actor(sentence, trigger, subject, role)
    if role == "agent" and light < trigger.first:
        for phrase in sentence.phrases:  # «بدأت الهيئة مع فصائل أخرى هجوما»
            if (
                light < phrase.first < trigger.first
                and phrase.preposition == "مع"
                and phrase.kind == "group"
                and phrase.force
            ):
                add_actor(sentence, trigger, phrase, role)


def clause_subject(sentence: Sentence, number: int, before: int) -> Phrase | None:
    """The likely subject of a clause: what its relative pronoun stands for, or its first phrase without preposition."""
    clause = sentence.clause
    first = bisect_left(clause, number)
    places = range(first, min(bisect_right(clause, number, first), before))
    if not places:
        return None
    if sentence.clause_kind[number] == "which" and places[0]:
        return sentence.phrase_of[places[0] - 1]
    for place in places:
        phrase = sentence.phrase_at.get(place)
        if (
            phrase is not None
            and phrase.is_actor
            and not phrase.preposition
            and not (sentence.words[phrase.first].kind & Kind.NOT_ACTOR and phrase.entity is None)
        ):
            return phrase
    return None


def _after_an_act(sentence: Sentence, at: int) -> bool:
    """«أن القصف استهدف معسكرا», «الغارة الجوية دمرت»: the act itself is the subject."""
    words = sentence.words
    place = at - 1
    if place > 0 and words[place].kind & Kind.DEFINITE and not words[place].kind & Kind.TRIGGER:
        place -= 1  # its adjective
    if place < 0 or words[at].conjunction or sentence.phrase_of[place] is not None or sentence.gaps[at].strip():
        return False
    word = words[place]
    nouns = any(each.inflection.tense in ("noun", "masdar") for each in word.readings)
    return bool(word.kind & Kind.DEFINITE) and nouns and not (word.preposition and word.cut)


def of_a_thing(sentence: Sentence, trigger: Trigger) -> bool:
    """«الهجوم الذي استهدف …», «التقارير التي تحدثت عن …»: the verb is told of an act or a paper, of nobody."""
    at = trigger.first
    if _after_an_act(sentence, at):
        return True
    if at < 2 or not sentence.words[at - 1].kind & Kind.RELATIVE or sentence.phrase_of[at - 2] is not None:
        return False
    word = sentence.words[at - 2]
    return bool(word.kind & (Kind.TRIGGER | Kind.NOT_ACTOR)) and not trigger.reading.pronoun


def implied_subject(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """The subject of a verb without one: that of the clauses before it, of the same kind first."""
    if of_a_thing(sentence, trigger):
        return None
    for number in range(sentence.clause[trigger.first], -1, -1):
        phrase = clause_subject(sentence, number, trigger.first)
        if phrase is not None and (trigger.kind is not OFFENSIVE or phrase.force or phrase.kind in ("name", "people")):
            return phrase
        if sentence.clause_kind[number] == "that" and trigger.kind is OFFENSIVE:
            return None  # who reports it is not who does it
    candidates = [p for p in sentence.phrases if p.last < trigger.first and p.is_actor and not p.preposition]
    forces = [p for p in candidates if p.force] if trigger.kind is OFFENSIVE else candidates
    pool = forces or (candidates if trigger.kind is not OFFENSIVE else [])
    return head_of(sentence, pool[-1]) if pool else None

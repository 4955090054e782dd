"""Triggers: which words of a sentence name an act, decided by their frames, not by their spelling alone."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_end
from timeline.events.figurative import figurative
from timeline.events.frames import against, core_forms, frame_words, has_word, needs_met
from timeline.events.lexicon import word_list
from timeline.events.light import light_verb
from timeline.events.positions import (
    base_form,
    form_allowed,
    looks_passive,
    named_after,
    nominal_position,
    participle_position,
    verbal_position,
)
from timeline.events.sentence import Phrase, Sentence
from timeline.events.subjects import assign_subject, subject_after, subject_before
from timeline.events.tokens import Kind, Reading, Word

_SPORT = word_list("sport")


_DOUBLED = ("مضى", "استطرد", "تابع", "ختم", "اختتم")


def find_triggers(sentence: Sentence, candidates: Sequence[int]) -> list[Trigger]:
    """All triggers of a sentence, in order; ``candidates`` are the places of words that can be one."""
    found: list[Trigger] = []
    covered = -1
    for at in candidates:
        if at <= covered:
            continue
        trigger = _trigger(sentence, at, sentence.words[at])
        if trigger is None or _repeats_speech(sentence, trigger, found):
            continue
        if (
            trigger.lemma.name in _DOUBLED
            and at + 1 < len(sentence.words)
            and sentence.words[at + 1].core in ("قايلا", "قايله", "يقول", "تقول")
        ):
            trigger.last = at + 1  # «تابع قائلا»
        if trigger.subject is not None and trigger.subject.first not in sentence.phrase_at:
            sentence.add(trigger.subject)
        found.append(trigger)
        covered = trigger.last
    return _without_formats(_spoken_attacks(sentence, found))


def _without_formats(found: list[Trigger]) -> list[Trigger]:
    """«يجتمعون في إطار عملية أستانا»: the name of a format is no meeting beside one."""
    for each in found:
        if each.lemma.name.startswith("عملية أستانا"):
            break
    else:
        return found
    others = [each for each in found if not each.lemma.name.startswith("عملية أستانا")]
    kept = []
    for each in found:
        format_name = each.lemma.name.startswith("عملية أستانا")
        if not format_name or not any(other.kind is MEETING and abs(other.first - each.first) < 12 for other in others):
            kept.append(each)
    return kept


_VERBAL = word_list("verbal")


_CIVIL_HEADS = word_list("civil_heads")


def _spoken_attacks(sentence: Sentence, found: list[Trigger]) -> list[Trigger]:
    """«شنّ النائب هجوما على الحكومة»: an attack in words is a statement."""
    for each in found:
        if each.lemma.name == "هاجم" and each.kind is OFFENSIVE and _verbally(sentence, each):
            each.kind = STATEMENT
            each.subtype = "criticize"
            continue
        if each.kind is not OFFENSIVE or each.lemma.name not in ("هجوم", "حملة") or each.subtype != "assault":
            continue
        if _in_words(sentence, each):
            each.kind = STATEMENT
            each.subtype = "criticize"
    return found


def _verbally(sentence: Sentence, trigger: Trigger) -> bool:
    """«هاجم الوزير المعارضة», «هاجم محاميه الحكم»: who holds an office attacks with words, if nothing is a place."""
    subject = trigger.subject
    if subject is None or subject.force:
        return False
    speaks = subject.person and subject.kind in ("titled", "title", "name")
    if not speaks and sentence.words[subject.first].core.removeprefix("ال") not in _CIVIL_HEADS:
        return False
    after = trigger.last if trigger.subject_before else subject.last
    target = next((sentence.phrase_at[k] for k in range(after + 1, after + 4) if k in sentence.phrase_at), None)
    return target is None or not (target.force or target.kind == "place")


def _in_words(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.words
    after = words[trigger.last + 1 : trigger.last + 4]
    if any(word.core in _VERBAL for word in after):
        return True
    if after and after[0].folded in ("له", "لها", "لهم"):
        return True
    if trigger.reading.pronoun and trigger.light < 0:
        return False
    speaker: Phrase | None = None
    if 0 <= trigger.light < trigger.first and trigger.light_name in ("شن", "واصل", "صعد", "كثف", "جدد"):
        speaker = subject_after(sentence, trigger.light, speech=False) or subject_before(sentence, trigger.light)
    target = next(
        (p for p in sentence.phrases if trigger.last < p.first <= trigger.last + 6 and p.preposition in ("علي", "ضد")),
        None,
    )
    if target is not None and target.is_place and not (target.entity is not None and target.entity.kind == "capital"):
        return False
    if speaker is not None and speaker.person and not speaker.force and speaker.kind in ("titled", "title", "name"):
        return target is None or not target.force or target.entity is not None
    if target is None:
        return False
    return (target.kind == "titled" and target.person and not target.force and trigger.light < 0) or (
        sentence.words[target.first].core in _CIVIL_HEADS
    )


def _repeats_speech(sentence: Sentence, trigger: Trigger, found: list[Trigger]) -> bool:
    """«وتابع قائلا», «ومضى يقول»: one act of speech with two verbs."""
    if not found:
        return False
    if (
        trigger.tense in ("masdar", "noun")
        and not trigger.reading.definite
        and found[-1].lemma.name == trigger.lemma.name
        and found[-1].is_verb
        and sentence.words[trigger.first].surface.endswith(("اً", "ًا", "ا"))
        and trigger.first - found[-1].last <= 6
    ):
        return True  # «نفى نفياً قاطعاً»
    if trigger.kind is not STATEMENT or trigger.lemma.name != "قال":
        return False
    before = found[-1]
    if before.kind is not STATEMENT or trigger.first - before.last > 7:
        return False
    if trigger.tense == "participle":
        return not sentence.words[trigger.first].conjunction
    return before.lemma.name in ("مضى", "استطرد", "تابع") or (
        trigger.reading.pronoun != "" and trigger.tense == "masdar"
    )


def _trigger(sentence: Sentence, at: int, word: Word) -> Trigger | None:
    phrase = sentence.phrase_of[at]
    if phrase is not None:
        if phrase.first != at and phrase.kind in ("titled", "title", "name", "place"):
            return None
        if (phrase.kind in ("name", "titled", "group") and word.kind & (Kind.NAME | Kind.GROUP | Kind.TITLE)) and (
            phrase.kind != "group" or not word.kind & Kind.VERB
        ):
            return None
    verbs = word.verbs
    others = word.others
    order = verbs or others
    if verbs and others:
        order = [*verbs, *others] if verbal_position(sentence, at, word) else others
    elif (verbs and nominal_position(sentence, at, word)) or (
        verbs and base_form(word) and not verbal_position(sentence, at, word) and not named_after(sentence, at, verbs)
    ):
        return None
    seen: set[int] = set()
    for reading in order:
        key = id(reading.lemma) * 8 + len(reading.inflection.tense)
        if key in seen and not reading.pronoun:
            continue
        seen.add(key)
        trigger = _fit(sentence, at, word, reading)
        if trigger is not None:
            return trigger
    return None


def _ruled_out(sentence: Sentence, at: int, word: Word, reading: Reading) -> bool:
    """Whether an unusual frame says that the word names no act here."""
    frame, tense = reading.lemma.frame, reading.inflection.tense
    words = sentence.words
    following = words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1] if at else None
    if frame.get("arrival") and not _arrives(sentence, at):
        return True
    if frame.get("never_dual") and reading.inflection.number == "dual":
        return True  # «وتطرقا إلى الوضع»: part of the meeting
    if frame.get("active") and (reading.inflection.passive or looks_passive(sentence, at, reading)):
        return True
    if (
        frame.get("marked")
        and "\u0651" not in word.surface
        and not (following is not None and following.kind & Kind.COMPLEMENTIZER and verbal_position(sentence, at, word))
    ):
        return True
    spelled = frame.get("spelled")
    if spelled and spelled not in word.surface and "\u0651" not in word.surface:
        return True
    if before is not None:
        unwanted = frame_words(frame, "not_after")
        if before.core in unwanted or before.folded in unwanted:
            return True
    if (
        word.preposition
        and "not_after" in frame
        and has_word(words, max(at - 3, 0), at - 1, frame_words(frame, "not_after"))
    ):
        return True  # «وقف فوري لإطلاق النار»
    if following is None:
        return False
    if word.core in frame_words(frame, "impersonal") and "ان" in following.cues:
        return True
    if tense == "masdar" and following.folded in frame_words(frame, "masdar_never"):
        return True
    return bool(tense in ("noun", "masdar") and frame.get("sport") and has_word(words, 0, len(words) - 1, _SPORT))


_DEATH = ("مصرع", "حتف")
_MET = frozenset(("لقي", "لقيت", "لقوا", "يلقي", "لاقي", "لاقت", "لاقوا"))


def _arrives(sentence: Sentence, at: int) -> bool:
    """«وصل وزير الخارجية إلى باريس»: somebody in office, to a place, and no noun of a visit or talks beside it."""
    end = clause_end(sentence, at)
    subject = subject_after(sentence, at, speech=False) or subject_before(sentence, at)
    if subject is None or not subject.person or subject.force or subject.kind not in ("titled", "title"):
        return False
    there = False
    for place in range(at + 1, min(end, at + 24) + 1):
        if any(each.lemma.type is MEETING for each in sentence.words[place].readings):
            return False
        phrase = sentence.phrase_at.get(place)
        there = there or (phrase is not None and phrase.is_place and phrase.preposition in ("الي", "ل"))
    return there


def _fit(sentence: Sentence, at: int, word: Word, reading: Reading) -> Trigger | None:  # noqa: PLR0915 (one frame)
    lemma = reading.lemma
    frame = lemma.frame
    words, gaps = sentence.words, sentence.gaps
    size = len(words)
    tense = reading.inflection.tense
    following = words[at + 1] if at + 1 < size else None
    before = words[at - 1] if at else None
    last = at
    if tense == "participle" and not participle_position(sentence, at, word, reading):
        return None
    if tense == "masdar" and lemma.name == "قال" and not reading.pronoun:
        return None
    if not form_allowed(sentence, at, word, reading) or (lemma.unusual and _ruled_out(sentence, at, word, reading)):
        return None
    if lemma.never and following is not None:
        if following.folded in lemma.never or following.core in lemma.never:
            return None
        if len(following.core) > 2 and following.preposition in lemma.never and following.cut:
            return None
    if lemma.refuse and has_word(words, at + 1, at + 5, lemma.refuse):
        return None
    if lemma.type is OFFENSIVE and before is not None and "عدم" in before.cues:
        return None
    if lemma.name in _DEATH and reading.pronoun and has_word(words, max(at - 7, 0), at - 1, _MET):
        return None  # «لقي خمسة مصرعهم»: the verb says it
    if lemma.name == "فجّر" and following is not None and following.folded.isdigit():
        return None
    subtype = lemma.subtype
    if lemma.following and tense in ("noun", "masdar") and not (reading.pronoun and "against" in lemma.needs):
        if following is None or gaps[at + 1].strip(' \u00a0«"“'):
            return None
        if following.folded in lemma.following or following.core in lemma.following:
            last = at + 1
        elif (reached := _reached(sentence, at, lemma.following)) > at:
            last = reached
        elif "against" in lemma.needs and against(sentence, at):
            pass  # «الحملة على شمال مالي»
        elif not _following_phrase(words, at, lemma.following):
            if "light" not in frame or reading.definite:
                return None
            light = light_verb(sentence, at, at)
            if light is None or light[1] not in frame_words(frame, "light"):
                return None
            if following.core in ("سياسيه", "السلام", "سلام", "سلميه", "جراحيه", "انتخابيه", "البحث", "بحث", "تبادل"):
                return None
        else:
            last = at + _following_phrase(words, at, lemma.following)
        subtype = frame.get("subtype_of", {}).get(following.core, subtype)
    adjective = False
    adjectives = frame.get("adjectives", {})
    for ahead in (1, 2) if adjectives else ():
        if last + ahead < size and not gaps[last + ahead].strip():
            named = adjectives.get(words[last + ahead].core)
            if named is None:
                named = adjectives.get(words[last + ahead].folded)
            if named is not None:
                adjective = True
                subtype = named
                if ahead == 1 and not words[last + 1].cut:
                    last += 1
                break
    if following is not None and lemma.subtype == "seizure" and last == at and "سيطره" in core_forms(following):
        last = at + 1  # «استعادة السيطرة»
    trigger = Trigger(at, last, reading, lemma, lemma.type, subtype)
    light = None
    if tense in ("noun", "masdar"):
        light = light_verb(sentence, at, last)
        if light is not None:
            trigger.light, trigger.light_name, trigger.light_future = light
    assign_subject(sentence, trigger)
    if trigger.kind is OFFENSIVE and trigger.subject is not None and trigger.subtype in ("assault", "shelling"):
        trigger.subtype = _from_the_air(sentence, trigger.subject) or trigger.subtype
    if lemma.subtype == "reject" and trigger.is_verb and _refuses_meeting(sentence, trigger):
        return None
    if not needs_met(sentence, trigger, adjective=adjective) or figurative(sentence, trigger):
        return None
    return trigger


_DRONES = frozenset(("مسيره", "مسيرات", "المسيره", "المسيرات", "درون"))
_AIRCRAFT = frozenset(
    ("طيران", "الطيران", "طايرات", "الطايرات", "مقاتلات", "المقاتلات", "مروحيات", "المروحيات", "طايره", "مقاتله")
)


def _from_the_air(sentence: Sentence, subject: Phrase) -> str | None:
    """«هاجمت طائرات مسيرة», «قصف الطيران»: a kind of attack that its agent tells."""
    cores = {sentence.words[k].core for k in range(subject.first, subject.last + 1)}
    if cores & _DRONES:
        return "drone"
    return "airstrike" if cores & _AIRCRAFT else None


def _refuses_meeting(sentence: Sentence, trigger: Trigger) -> bool:
    """«رفض الوفد لقاء المبعوث»: the meeting is negated, nothing is said."""
    place = trigger.first + 1
    if trigger.subject is not None and not trigger.subject_before:
        place = trigger.subject.last + 1
    words = sentence.words
    while place < len(words) and sentence.times[place] >= 0:
        place += 1  # «رفض الأسبوع الماضي استقبال الوسيط»
    return any(
        each.lemma.type is MEETING
        for spot in (trigger.first + 1, place)
        if spot < len(words)
        for each in words[spot].readings
    )


def _reached(sentence: Sentence, at: int, wanted: frozenset[str]) -> int:
    """«جولة جديدة من المحادثات», «إطلاق أكثر من عشرة صواريخ»: where the word asked for stands, or -1."""
    words = sentence.words
    counted = False
    for place in range(at + 1, min(at + 6, len(words))):
        word = words[place]
        if sentence.gaps[place].strip() or sentence.phrase_of[place] is not None:
            return -1
        if word.folded in wanted or word.core in wanted:
            return place if counted else -1
        if word.kind & Kind.NUMBER or word.folded == "من":
            counted = True
        elif place > at + 1 or word.kind & (Kind.PREPOSITION | Kind.VERB | Kind.CONJUNCTION | Kind.RELATIVE):
            return -1
    return -1


def _following_phrase(words: list[Word], at: int, wanted: frozenset[str]) -> int:
    """How many words after a noun make one of the phrases that it asks for («درع الفرات»), or 0."""
    for phrase in wanted:
        if " " not in phrase:
            continue
        parts = phrase.split()
        if [each.folded for each in words[at + 1 : at + 1 + len(parts)]] == parts:
            return len(parts)
    return 0

"""Figures of speech: words of force and meeting whose company says that nobody is attacked and nobody meets.

«استولى الهلع على الركاب», «اقتحمت الشركة السوق», «القصف الإعلامي», «انفجار أسطوانة غاز», «يلتقي الخط بالطريق»: one
test of what the subject, the object and the adjective are, whatever the verb.
"""

from __future__ import annotations

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger
from timeline.events.frames import core_forms, has_word
from timeline.events.lexicon import word_list
from timeline.events.sentence import Sentence
from timeline.events.tokens import Kind, Word

_UNARMED = word_list("unarmed")
_THINGS = word_list("things")
_UNTARGETED = word_list("untargeted")
_FIGURATIVE = word_list("figurative")
_GAMES = word_list("games")
_ACCIDENTS = word_list("accidents")
_VIOLENCE = word_list("violence")
#: Of these, what no match has: it has attacks, but no dead and no rifles.
_ARMS = _VIOLENCE - frozenset(
    (
        "هجوم",
        "هجمات",
        "قصف",
        "غاره",
        "غارات",
        "معارك",
        "معركه",
        "اشتباك",
        "اشتباكات",
        "صاروخ",
        "صواريخ",
        "قذيفه",
        "قذايف",
    )
)
_HEADED = word_list("headed")
_TITLED_WORKS = word_list("titled_works")
_VOICELESS = word_list("voiceless")
_OPENING = frozenset('«“"')
#: Attacks in words are told as statements, not left out.
_SPOKEN = ("هجوم", "حملة")


def figurative(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words around a trigger make it no act of force and no meeting."""
    words = sentence.words
    if _of_a_title(sentence, trigger):
        return True
    if trigger.kind is STATEMENT:
        return (
            trigger.is_verb
            and (trigger.subject is None or trigger.subject.entity is None)
            and _is_one(_subject_word(sentence, trigger), _VOICELESS)
        )
    if _of_games(sentence, trigger):
        return True
    if trigger.is_verb:
        if trigger.subject is not None and trigger.subject.force:
            return False
        unfit = _UNARMED if trigger.kind is OFFENSIVE else _THINGS
        if _is_one(_subject_word(sentence, trigger), unfit):
            return True
        if trigger.kind is OFFENSIVE and _object_unfit(sentence, trigger):
            return True
    elif trigger.kind is MEETING:
        return _named_after_it(sentence, trigger)
    elif trigger.kind is OFFENSIVE:
        if trigger.lemma.name not in _SPOKEN and (
            _described_so(sentence, trigger) or _named_after_it(sentence, trigger)
        ):
            return True
        if _against_an_ill(sentence, trigger):
            return True
        if trigger.light >= 0 and _is_one(_after_light(sentence, trigger), _UNARMED):
            return True  # «تخوض المستشفيات حرباً»
        following = words[trigger.last + 1] if trigger.last + 1 < len(words) else None
        if (
            not trigger.reading.definite
            and not trigger.reading.pronoun
            and following is not None
            and not following.preposition
            and trigger.last + 1 not in sentence.phrase_at
            and not sentence.gaps[trigger.last + 1].strip()
            and _is_one(following, _UNARMED)
        ):
            return True
    return trigger.kind is OFFENSIVE and _by_accident(sentence, trigger)


def _of_a_title(sentence: Sentence, trigger: Trigger) -> bool:
    """«كتاب عنوانه "مؤتمر فيينا"», «حركة "الهجوم المضاد"»: the act is in the name of a work or of a movement."""
    if trigger.is_verb or not sentence.quotes:
        return False
    words, gaps = sentence.words, sentence.gaps
    for place in range(trigger.first, max(trigger.first - 4, 0), -1):
        if not _OPENING.isdisjoint(gaps[place]):
            closed = any(
                "»" in gaps[k] or "”" in gaps[k] or '"' in gaps[k]
                for k in range(trigger.last + 1, min(trigger.last + 6, len(gaps)))
            )
            return closed and any(_is_one(words[k], _TITLED_WORKS) for k in range(max(place - 3, 0), place))
        if gaps[place].strip():
            return False
        if _is_one(words[place - 1], _TITLED_WORKS) and not _OPENING.isdisjoint(gaps[place - 1]):
            return True  # «حركة الهجوم المضاد»
    return False


def _is_one(word: Word | None, wanted: frozenset[str]) -> bool:
    return word is not None and not wanted.isdisjoint(core_forms(word))


def _subject_word(sentence: Sentence, trigger: Trigger) -> Word | None:
    """The noun that stands where the subject does: right after the verb, or before it and its relative pronoun."""
    words, gaps = sentence.words, sentence.gaps
    at = trigger.first
    if trigger.subject is not None:
        return words[trigger.subject.first]
    place = at + 1
    while place < len(words) and (sentence.times[place] >= 0 or words[place].kind & Kind.NUMBER):
        place += 1
    if (
        place + 1 < len(words)
        and words[place].folded in ("في", "علي", "من")
        and not words[place + 1].kind & Kind.COMPLEMENTIZER
    ):
        place += 2  # «تلتقي في الرواية مصائر»
    after = words[place] if place < len(words) and not gaps[place].strip() else None
    if after is not None and not after.kind & (Kind.PREPOSITION | Kind.VERB) and not (after.preposition and after.cut):
        return after
    back = at - 1
    while back >= 0 and words[back].kind & (Kind.RELATIVE | Kind.NEGATION):
        back -= 1
    if back < 0 or words[at].conjunction or sentence.times[back] >= 0 or gaps[at].strip():
        return None
    while back > 0 and words[back].kind & (Kind.DEFINITE | Kind.NISBA) and not words[back].kind & Kind.VERB:
        if _is_one(words[back], _UNARMED):
            break
        if gaps[back].strip() or words[back].preposition:
            break
        back -= 1
    if back > 0 and words[back].kind == 0 and not gaps[back].strip() and _is_one(words[back - 1], _UNARMED):
        return words[back - 1]  # «آفة جديدة تهاجم الثمار»
    return words[back]


def _after_light(sentence: Sentence, trigger: Trigger) -> Word | None:
    """What stands where the subject of the light verb does."""
    place = trigger.light + 1
    if place >= trigger.first or sentence.gaps[place].strip() or sentence.phrase_of[place] is not None:
        return None
    return sentence.words[place]


def _object_unfit(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.words
    start = trigger.last + 1
    if trigger.subject is not None and not trigger.subject_before:
        start = trigger.subject.last + 1
    for place in range(start, min(start + 2, len(words))):
        if sentence.gaps[place].strip() or place in sentence.phrase_at:
            return False
        word = words[place]
        if _is_one(word, _UNTARGETED):
            return True
        if not word.kind & Kind.PREPOSITION and sentence.times[place] < 0 and place > start:
            return False
    return False


def _against_an_ill(sentence: Sentence, trigger: Trigger) -> bool:
    """«الحرب على الفقر», «حملة على الأمية»: against what nobody shoots at."""
    words = sentence.words
    for place in range(trigger.last + 1, min(trigger.last + 4, len(words) - 1)):
        if words[place].folded in ("علي", "ضد"):
            return _is_one(words[place + 1], _UNTARGETED)
    return False


def _described_so(sentence: Sentence, trigger: Trigger) -> bool:
    """«القصف الإعلامي», «حرب البيانات»: an adjective or a genitive of peace."""
    if trigger.subtype in ("assassination", "killing", "abduction"):
        return False
    place = trigger.last + 1
    if place >= len(sentence.words) or sentence.gaps[place].strip():
        return False
    word = sentence.words[place]
    return not word.preposition and not word.kind & Kind.PREPOSITION and _is_one(word, _FIGURATIVE)


def _named_after_it(sentence: Sentence, trigger: Trigger) -> bool:
    """«معهد دراسات الحرب», «مجرمي الحرب»: the act is part of a name or a calling."""
    words = sentence.words
    at = trigger.first
    if trigger.light >= 0 or words[at].preposition or not trigger.reading.definite:
        return False
    for back in range(at - 1, max(at - 3, -1), -1):
        if sentence.gaps[back + 1].strip() or words[back].kind & (Kind.PREPOSITION | Kind.DEFINITE):
            return False
        if _is_one(words[back], _HEADED):
            return True
        if words[back].kind & Kind.VERB:
            return False
    return False


def _of_games(sentence: Sentence, trigger: Trigger) -> bool:
    """A sentence about a match, with nobody in it who is armed or holds an office."""
    if sentence.about_games is None:
        last = len(sentence.words) - 1
        sentence.about_games = has_word(sentence.words, 0, last, _GAMES)
    if not sentence.about_games:
        return False
    if trigger.kind is MEETING:
        return not any(phrase.person and phrase.kind in ("titled", "title") for phrase in sentence.phrases)
    near = [p for p in sentence.phrases if abs(p.first - trigger.first) < 12 and p.force]
    return not near and not has_word(sentence.words, 0, len(sentence.words) - 1, _ARMS)


def _by_accident(sentence: Sentence, trigger: Trigger) -> bool:
    """«انفجار أسطوانة غاز», «لقوا مصرعهم في انقلاب حافلة»: a death or a blast whose cause is no attack."""
    if trigger.subtype not in ("killing", "bombing", "clash", "assassination", "shelling", "seizure"):
        return False
    if trigger.lemma.name in ("اغتال", "اغتيال", "تفجير", "قصف", "فجّر"):
        return False
    words = sentence.words
    first, last = max(trigger.first - 10, 0), min(trigger.last + 12, len(words) - 1)
    if not has_word(words, first, last, _ACCIDENTS):
        return False
    if has_word(words, max(first - 10, 0), min(last + 10, len(words) - 1), _VIOLENCE):
        return False
    return not any(role == "agent" for _, role in trigger.actors) and not (
        trigger.is_verb and trigger.subject is not None and trigger.subject.force and trigger.subtype != "killing"
    )

"""Frames: whether what a trigger asks for is there (see the head of statements.toml)."""

from __future__ import annotations

from functools import cache

from timeline.events.acts import OFFENSIVE, STATEMENT, Trigger, clause_end, clause_start
from timeline.events.lexicon import Frame, word_list
from timeline.events.participants import of_a_thing
from timeline.events.sentence import Sentence
from timeline.events.tokens import Kind, Word

_QUOTES = frozenset('«“"')


def core_forms(word: Word) -> tuple[str, ...]:
    """The forms of a word that a list may hold: without article, accusative ending and pronoun."""
    return word.forms


#: For each list of words, the words of the texts so far that are none of it.
_absent: dict[frozenset[str], set[Word]] = {}
_REMEMBERED = 20_000


def has_word(words: list[Word], first: int, last: int, wanted: frozenset[str]) -> bool:
    """Whether one of the wanted words stands among words first..last."""
    asked = words[first : last + 1]
    absent = _absent.get(wanted)
    if absent is None:
        absent = _absent[wanted] = set()
    if absent.issuperset(asked):
        return False
    for word in asked:
        if word not in absent and not (wanted.isdisjoint(word.cues) and wanted.isdisjoint(word.forms)):
            return True
    if len(absent) > _REMEMBERED:
        absent.clear()
    absent.update(asked)
    return False


PAPERS = word_list("papers")


_NO_WORDS: frozenset[str] = frozenset()


def frame_words(frame: Frame, key: str) -> frozenset[str]:
    """The folded words of one list of a frame."""
    return frame.words(key) if key in frame else _NO_WORDS


_AS = frozenset(("ما", "حسبما", "كما", "وفقما", "بحسبما", "مثلما"))


def needs_met(sentence: Sentence, trigger: Trigger, *, adjective: bool) -> bool:
    """Whether the frame of the trigger is filled."""
    lemma = trigger.lemma
    frame = lemma.frame
    words = sentence.words
    at = trigger.first
    verb = trigger.is_verb
    subject = frame.get("subject")
    if verb and subject and not _subject_fits(sentence, trigger, subject):
        return False
    if verb and "subject_words" in frame:
        wanted = frame_words(frame, "subject_words")
        if not has_word(words, max(at - 8, 0), at - 1, wanted) and not has_word(words, at + 1, at + 4, wanted):
            return False
    if lemma.objects and trigger.tense != "masdar":
        found = has_word(words, at + 1, at + (10 if verb else 6), lemma.objects) or (
            frame.get("also_pronoun") and trigger.reading.pronoun != ""
        )
        if not found and "place" in lemma.objects:
            found = _place_near(sentence, at + 1, at + 6)
        if not found and "also_before" in frame:
            found = has_word(words, max(at - 4, 0), at - 1, frame_words(frame, "also_before"))
        if not found:
            return False
    needs = lemma.masdar_needs if trigger.tense == "masdar" else lemma.needs
    if not verb and frame.get("light"):
        if trigger.light_name in frame.words("light"):
            return True
        if not needs and not lemma.following:
            return False
    if not verb and frame.get("after"):
        after = frame.words("after")
        place = at - 1
        if place >= 0 and (words[place].core in after or words[place].folded in after):
            return True
        if words[at].preposition and words[at].cut and words[at].preposition in after:
            return True
        if not needs:
            return False
    if verb and trigger.subject is not None and trigger.kind is STATEMENT and at and words[at - 1].folded in _AS:
        return True
    if needs and not _filled(sentence, trigger, needs, adjective=adjective):
        return False
    weak = frame.get("weak") or (frame.get("present_weak") and trigger.tense == "present")
    return not weak or _supported(sentence, trigger)


def _place_near(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a place is named among words first..last («انتزع المقاتلون بلدة كذا»)."""
    for place in range(first, min(last, len(sentence.words) - 1) + 1):
        phrase = sentence.phrase_at.get(place)
        if phrase is not None and phrase.is_place and phrase.preposition not in {"في", "من"}:
            return True
        word = sentence.words[place]
        if word.kind & (Kind.PLACE_HEAD | Kind.PLACE_GENERIC) and not word.kind & Kind.PREPOSITION:
            return True
    return False


_SPECIAL = frozenset(
    (
        "pronoun", "adjective", "light", "nisba", "genitive", "genitive_actor", "agent", "time", "month", "place",
        "force", "force_after", "actor", ":", "against", "between", "to_person",
    )
)  # fmt: skip


@cache
def _divided(needs: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The plain words among the things that a frame asks for, and the others."""
    return needs - _SPECIAL, needs & _SPECIAL


def _filled(sentence: Sentence, trigger: Trigger, needs: frozenset[str], *, adjective: bool) -> bool:
    """Whether one of the things that a frame asks for is there; plain words are looked for in one walk."""
    plain, special = _divided(needs)
    if plain:
        words = sentence.words
        last = trigger.last
        stop = False
        for place in range(last + 1, min(trigger.first + (9 if trigger.kind is OFFENSIVE else 14), len(words))):
            word = words[place]
            if stop:
                if "ان" in plain and "ان" in word.cues:
                    return True
                continue
            if not plain.isdisjoint(word.cues) or word.core in plain:
                return True
            stop = (
                bool(word.kind & Kind.VERB and word.kind & Kind.TRIGGER)
                and place > last + 1
                and sentence.times[place] < 0
            )
    return any(_one_need(sentence, trigger, need, adjective=adjective) for need in special)


def _supported(sentence: Sentence, trigger: Trigger) -> bool:
    """A weak trigger needs company: a light verb, a date in its clause, somebody in its genitive or as subject."""
    if trigger.light >= 0 or trigger.subject is not None:
        return True
    first, end = clause_start(sentence, trigger.first), clause_end(sentence, trigger.first)
    if any(sentence.times[k] >= 0 for k in range(first, end + 1)):
        return not (trigger.kind is STATEMENT and trigger.tense == "present")  # «يهدد محصول هذا العام»
    if trigger.kind is OFFENSIVE and not trigger.is_verb and _place_follows(sentence, trigger.last + 1):
        return True
    phrase = sentence.phrase_at.get(trigger.last + 1)
    return phrase is not None and not phrase.preposition and not sentence.gaps[trigger.last + 1].strip()


def _place_follows(sentence: Sentence, at: int) -> bool:
    """«احتجاز الرهائن في عين أميناس»: a place right after, behind في or ب."""
    for place in (at, at + 1):
        phrase = sentence.phrase_at.get(place)
        if phrase is not None:
            return phrase.is_place and phrase.preposition in ("في", "ب", "علي", "قرب")
    return False


def _subject_fits(sentence: Sentence, trigger: Trigger, wanted: str) -> bool:
    subject = trigger.subject
    if wanted == "place":
        phrase = sentence.phrase_at.get(trigger.last + 1)
        return phrase is not None and phrase.is_place and not phrase.preposition and phrase.kind in ("place", "name")
    if subject is not None:
        head = sentence.words[subject.first]
        if head.core in PAPERS and trigger.kind is STATEMENT:
            return True
        if wanted == "force_strict":
            return subject.force
        if subject.entity is None and head.kind & Kind.NOT_ACTOR and subject.kind == "group":
            return False
        if wanted.startswith("force"):
            return (
                subject.force
                or (
                    subject.kind in ("name", "people", "titled")
                    and not (subject.kind == "name" and subject.entity is None and not subject.person)
                )
                or subject.kind in ("group", "title")
            )
        return subject.is_actor
    if wanted.startswith("force") and of_a_thing(sentence, trigger):
        return True  # «القصف استهدف معسكرا»
    if wanted == "force":
        return (
            trigger.reading.pronoun != "" or trigger.reading.inflection.person == 1 or _implied_force(sentence, trigger)
        )
    at = trigger.first
    if wanted == "force_strict":
        return trigger.reading.inflection.number == "plural" or any(
            phrase.force for phrase in sentence.phrases if phrase.last < trigger.first
        )
    if wanted == "explicit":
        return False
    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    if (
        following is not None
        and not sentence.gaps[at + 1].strip()
        and (following.core in PAPERS or (following.kind & Kind.TRIGGER and following.kind & Kind.DEFINITE))
    ):
        return following.core in PAPERS
    return not (
        at + 1 < len(sentence.words)
        and sentence.words[at - 1].folded in ("هذا", "هذه", "ذلك", "ما", "وهذا", "وهو", "مما")
    )


def _implied_force(sentence: Sentence, trigger: Trigger) -> bool:
    """«شنت الفصائل هجوما … وسيطرت على»: the subject was told before in the sentence."""
    word = sentence.words[trigger.first]
    if not word.conjunction and not (
        trigger.first
        and sentence.clause_kind[sentence.clause[trigger.first]] in ("and", "that", "which", "sub", "verb")
    ):
        return False
    following = sentence.words[trigger.first + 1] if trigger.first + 1 < len(sentence.words) else None
    if trigger.first and sentence.words[trigger.first - 1].folded.endswith(("انها", "انه", "انهم", "انهما")):
        return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first)
    if following is not None and "object" in trigger.lemma.frame.get("roles", {}) and following.folded.endswith("ا"):
        return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first)
    if (
        following is not None
        and following.kind & (Kind.PREPOSITION | Kind.NUMBER) == 0
        and not (following.preposition and following.cut)
    ):
        return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first) and following.kind != 0
    return any(phrase.force for phrase in sentence.phrases if phrase.last < trigger.first)


def against(sentence: Sentence, after: int) -> bool:
    """«الحملة على شمال مالي»: a place or a force right after a noun, behind على or ضد."""
    return any(
        (phrase := sentence.phrase_at.get(place)) is not None
        and phrase.preposition in ("علي", "ضد")
        and (phrase.is_place or phrase.force)
        for place in range(after + 1, min(after + 5, len(sentence.words)))
    )


def _one_need(sentence: Sentence, trigger: Trigger, need: str, *, adjective: bool) -> bool:
    words, gaps = sentence.words, sentence.gaps
    at, last = trigger.first, trigger.last
    size = len(words)
    if need == "pronoun":
        return trigger.reading.pronoun != ""
    if need == "adjective":
        return adjective
    if need == "light":
        return trigger.light >= 0
    if need == "nisba":
        return any(words[k].kind & Kind.NISBA and not gaps[k].strip() for k in range(last + 1, min(last + 3, size)))
    if need == "genitive":
        if trigger.reading.pronoun:
            return True
        nxt = last + 1
        if nxt >= size or gaps[nxt].strip(' \u00a0«“"') or sentence.times[nxt] >= 0 or trigger.reading.definite:
            return False
        word = words[nxt]
        return not (word.kind & (Kind.PREPOSITION | Kind.CONJUNCTION | Kind.VERB | Kind.COMPLEMENTIZER) or word.cut)
    if need in ("genitive_actor", "agent"):
        if trigger.reading.pronoun and need == "agent":
            return True
        nxt = last + 1
        while nxt < size and words[nxt].kind & Kind.NUMBER:
            nxt += 1
        phrase = sentence.phrase_at.get(nxt)
        if phrase is None and nxt > last + 1 and nxt < size and words[nxt].folded.endswith("ا"):
            return True  # «بقتل أحد عشر قروياً»: the counted noun
        return phrase is not None and phrase.is_actor and not phrase.preposition
    if need == "time":
        return any(sentence.times[k] >= 0 for k in range(last + 1, min(last + 8, clause_end(sentence, at) + 1)))
    if need == "month":
        return last + 1 < size and sentence.times[last + 1] >= 0
    if need == "place":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.is_place
            for k in range(last + 1, min(last + 5, size))
        )
    if need == "against":
        return last > at or against(sentence, last)
    if need == "between":
        return any(words[k].folded == "بين" for k in range(last + 1, min(last + 7, clause_end(sentence, at) + 1)))
    if need == "to_person":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None
            and phrase.preposition == "ب"
            and phrase.person
            and phrase.kind in ("titled", "title", "name")
            for k in range(last + 1, min(last + 8, size))
        )
    if need == "force_after":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.force
            for k in range(last + 1, min(last + 4, size))
        )
    if need == "force":
        return any(
            (phrase := sentence.phrase_at.get(k)) is not None and phrase.force and not phrase.preposition
            for k in range(last + 1, min(last + 2, size))
        )
    window = at + (9 if trigger.kind is OFFENSIVE else 14)
    if need == "actor":
        if trigger.reading.pronoun or trigger.subject is not None:
            return True
        return any(k in sentence.phrase_at for k in range(last + 1, min(last + 6, size)))
    if need == ":":
        for k in range(last + 1, min(window + 1, size + 1)):
            gap = gaps[k] if k < len(gaps) else ""
            if ":" in gap or not _QUOTES.isdisjoint(gap):
                return True
        return False
    return False

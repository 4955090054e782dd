"""Phrases of a sentence: who and where, with the clauses that they stand in.

A sentence is read once from its beginning: each word is looked up, names of the gazetteers are matched, titles are
joined with the names after them, nouns of people with what qualifies them. Names that no gazetteer has are known by
their place: after a title («الوزير فلان الفلاني»), or as the subject of a verb of speech.
"""

from __future__ import annotations

from timeline.events.groups import group_phrase, people_phrase, place_phrase
from timeline.events.lexicon import word_list
from timeline.events.names import FUNCTION, name_phrase
from timeline.events.offices import second_holder, title_phrase
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Kind, Word

_PEOPLE_ENDINGS = ("يون", "يين", "يان", "يتين")


_WITH_PRONOUN = word_list("with_pronoun")


def find_phrases(sentence: Sentence) -> None:
    """Fill in the phrases of a sentence, from its beginning, the longest first."""
    times = sentence.times
    sentence.phrase_of = [None] * len(times)
    free = 0
    for at in sentence.places_of(Kind.PHRASAL):
        if at < free or times[at] >= 0:
            continue
        phrase = _phrase(sentence, at)
        if phrase is not None:
            keep(sentence, phrase)
            free = max(phrase.last, at) + 1


_KIN = frozenset(("زوجه", "نجل", "شقيق", "ارمله", "ابن", "قرينه", "والد", "والده", "شقيقه"))


def _can_apposit(word: Word, phrase: Phrase, before: Phrase) -> bool:
    """Whether an office can be that of the name before it: not «نظيره», nor the office of another country."""
    if word.core.startswith("نظير") or (phrase.country is not None and phrase.country != before.country):
        return False
    return phrase.kind == "title" or (phrase.kind == "titled" and word.core in _KIN)


def keep(sentence: Sentence, phrase: Phrase) -> None:
    """Add a phrase to the sentence."""
    first, preposition, phrase_of = phrase.first, phrase.preposition, sentence.phrase_of
    word = sentence.words[first]
    before_it = phrase_of[first - 1] if first else None
    if not preposition:
        preposition = word.preposition
        if not preposition and first and before_it is None and not word.conjunction:
            preposition = _preposition_before(sentence, first)
    if preposition == "من" and first > 1 and sentence.words[first - 2].kind & Kind.NUMBER:
        preposition = ""  # «عدد من الجنود», «كل من»: the preposition only counts them
    if (
        before_it is not None
        and not preposition
        and before_it.person
        and not word.conjunction
        and before_it.kind in ("name", "titled")
        and _can_apposit(word, phrase, before_it)
        and sentence.gaps[first].strip(" \u00a0") in ("", "،", ",", "-", "ـ", "–")
    ):
        preposition = "~"  # an apposition: «تيسير خالد نائب رئيس المجلس»
    phrase.preposition = preposition
    sentence.phrases.append(phrase)
    sentence.phrase_at[first] = phrase
    phrase_of[first : phrase.last + 1] = [phrase] * (phrase.last + 1 - first)


def _preposition_before(sentence: Sentence, first: int) -> str:
    """The preposition right before a phrase, or nothing; «سيطرت عليها المعارضة» has none: it has its own pronoun."""
    before = sentence.words[first - 1]
    if not before.kind & Kind.PREPOSITION and before.folded not in _GOVERNING:
        return ""
    gap = sentence.gaps[first]
    if (gap != " " and gap.strip(' \u00a0«“"#(')) or before.core in _WITH_PRONOUN:
        return ""
    if (
        (before.kind & Kind.PREPOSITION and sentence.times[first - 1] < 0 and not before.kind & Kind.NAME)
        or before.folded in _GOVERNING
        or (before.kind & Kind.PREPOSITION and before.kind & Kind.PLACE_HEAD)
    ):
        return before.core
    return ""


_GOVERNING = ("علي", "الي", "عن")


def _phrase(sentence: Sentence, at: int) -> Phrase | None:
    word = sentence.words[at]
    kind = word.kind
    if kind & Kind.NAME:
        named = name_phrase(sentence, at)
        if named is not None:
            return named
    if kind & Kind.PREPOSITION and not kind & Kind.PLACE_HEAD:
        return None
    if word.folded in _CHIEF and at + 1 < len(sentence.words):
        following = sentence.words[at + 1].kind
        if following & (Kind.TITLE | Kind.GROUP) and following & Kind.DEFINITE and not sentence.gaps[at + 1].strip():
            return title_phrase(sentence, at)  # «كبير المفاوضين»
    if kind & Kind.TITLE and word.core in _OF_THE_PRESS and at and sentence.words[at - 1].core in _PRESS_MEETINGS:
        return None  # «مؤتمر صحافي»
    if kind & Kind.TITLE:
        titled = title_phrase(sentence, at)
        if titled is not None:
            return titled
    if kind & Kind.PLACE_HEAD and not kind & Kind.TITLE:
        place = place_phrase(sentence, at)
        if place is not None:
            return place
    if kind & Kind.GROUP and not kind & Kind.VERB:
        if word.core in _ADJECTIVAL and _after_noun(sentence, at):
            return None
        return group_phrase(sentence, at)
    if kind & Kind.PLACE_GENERIC:
        start, end = sentence.span(at, at)
        return Phrase(at, at, "place", start, end)
    if kind & Kind.NISBA and word.conjunction and kind & Kind.DEFINITE:
        second = second_holder(sentence, at)
        if second is not None:
            return second
    if kind & Kind.NISBA and word.core.endswith(_PEOPLE_ENDINGS) and not _after_noun(sentence, at):
        return people_phrase(sentence, at)
    return None


_CHIEF = frozenset(("كبير", "كبيره", "وكبير", "كبار"))
_OF_THE_PRESS = frozenset(("صحافي", "صحفي", "صحافيا", "صحفيا", "الصحافي", "الصحفي"))
_PRESS_MEETINGS = frozenset(
    (
        "موتمر",
        "الموتمر",
        "موتمرا",
        "لقاء",
        "لقا",
        "حديث",
        "بيان",
        "بيانا",
        "تصريح",
        "ايجاز",
        "حوار",
        "تقرير",
        "مصدر",
        "عمل",
    )
)

#: Nouns of people that are adjectives after a noun: «هجوم انتحاري».
_ADJECTIVAL = word_list("adjectival")


def _after_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word can be an adjective of the noun before it: «القوات الأميركية»."""
    if not at or sentence.gaps[at].strip():
        return False
    before = sentence.words[at - 1]
    return bool(before.kind & Kind.DEFINITE) == bool(sentence.words[at].kind & Kind.DEFINITE) and not (
        before.kind & (FUNCTION | Kind.VERB | Kind.NUMBER)
    )

"""Clauses: where a sentence is cut before dates and actors are given to its acts."""

from __future__ import annotations

from itertools import compress
from operator import or_

from timeline.events.lexicon import word_list
from timeline.events.sentence import Sentence
from timeline.events.tokens import MASKS, Kind, Word

_OPEN_QUOTE = frozenset('«“„"')


_NOT_A_SPACE = " ".__ne__
_COMMAS = frozenset("،,؛")
_HEADS = Kind.COMPLEMENTIZER | Kind.RELATIVE
_NO_ACT = ~(Kind.VERB | Kind.TRIGGER)


_BELIEVED = frozenset(("يعتقد", "يشتبه", "يظن", "يرجح", "يقال", "يبدو"))


def mark_clauses(sentence: Sentence) -> None:
    """Number the clauses: a new one at أن، الذي، a verb after و or a comma, حيث, a colon."""
    words, gaps, times = sentence.words, sentence.gaps, sentence.times
    phrase_of = sentence.phrase_of
    clause = 0
    kinds = ["main"]
    numbers: list[int] = []
    has_verb = False
    openings = map(or_, sentence.codes.translate(MASKS[Kind.CLAUSAL]), map(_NOT_A_SPACE, gaps))
    for at in compress(range(len(words)), openings):
        gap, word = gaps[at], words[at]
        kind = word.kind
        if not kind & Kind.CLAUSAL:
            # Nothing but a mark can open a clause here.
            speech = at and (":" in gap or _opens_speech(sentence, at))
            if speech or (at and ("؛" in gap or ";" in gap)):
                numbers += [clause] * (at - len(numbers))
                clause += 1
                kinds.append("quote" if speech else "and")
                has_verb = False
            continue
        numbers += [clause] * (at - len(numbers))
        phrase = phrase_of[at]
        if phrase is not None and (phrase.first != at or phrase.kind in ("name", "titled", "title", "place")):
            kind &= _NO_ACT
        if kind & Kind.COMPLEMENTIZER and has_verb and at and words[at - 1].core in _BELIEVED and times[at] < 0:
            continue  # «هاجم مئة مسلح يعتقد أنهم شيشان مقار أمنية»: said by the way
        new = _opened_by(sentence, at, kind, has_verb=has_verb)
        if new is not None and at:
            clause += 1
            kinds.append(new)
            has_verb = False
        if kind & Kind.VERB:
            has_verb = True
        numbers.append(clause)
    numbers += [clause] * (len(words) - len(numbers))
    sentence.clause = numbers
    sentence.clause_kind = kinds


def _opened_by(sentence: Sentence, at: int, kind: int, *, has_verb: bool) -> str | None:
    """The kind of clause that a word opens, or None: that, which, quote, sub, and, verb, participle."""
    words, gap, time = sentence.words, sentence.gaps[at], sentence.times[at]
    word = words[at]
    if kind & _HEADS and (kind & Kind.RELATIVE or time < 0):
        return "that" if kind & Kind.COMPLEMENTIZER and time < 0 else "which"
    if not at:
        return None
    if gap != " " and (":" in gap or _opens_speech(sentence, at)):
        return "quote"
    if kind & Kind.SUBORDINATE:
        return None if word.core in _SOMETIMES and not _verb_near(words, at) else "sub"
    if kind & Kind.VERB and time < 0:
        if word.conjunction or (gap != " " and (not _COMMAS.isdisjoint(gap) or " - " in gap)):
            return "and"
        return "verb" if has_verb and kind & Kind.TRIGGER and not _governed(words, at) else None
    if kind & Kind.TRIGGER and any(r.inflection.tense == "participle" for r in word.readings):
        return "participle" if word.conjunction or not _AFTER_WHICH.isdisjoint(gap) else None
    return "and" if "؛" in gap or ";" in gap else None


#: Words that open a clause only with a verb near: «حتى», «غير».
_SOMETIMES = frozenset(("حتي", "الا", "غير", "حيث", "علما"))
_AFTER_WHICH = frozenset("،,»”")


def _opens_speech(sentence: Sentence, at: int) -> bool:
    """Whether a quotation of more than a name begins before a word: «قال “نشعر بالقلق …”»."""
    gaps = sentence.gaps
    if _OPEN_QUOTE.isdisjoint(gaps[at]):
        return False
    opening = next(mark for mark in gaps[at] if mark in _OPEN_QUOTE)
    before = sentence.words[at - 1]
    if before.kind & (Kind.COMPLEMENTIZER | Kind.PREPOSITION):
        return False
    closing = {"«": "»", "“": "”", "„": "“", '"': '"'}[opening]
    return all(closing not in gaps[place] for place in range(at + 1, min(at + 5, len(gaps))))


def _verb_near(words: list[Word], at: int) -> bool:
    return any(word.kind & Kind.VERB for word in words[at + 1 : at + 3])


_AUXILIARY = word_list("auxiliary")


#: Nouns that a masdar follows in the construct: «محاولة قتل», not a verb.
_HEADS_OF_ACTS = word_list("heads_of_acts")


def _governed(words: list[Word], at: int) -> bool:
    """Whether the verb follows its auxiliary closely: «كان قد أعلن», «لم يعلن»."""
    if at > 2 and words[at - 1].folded in ("من", "في", "الي", "علي", "عن"):
        return True  # «تمكن من طرد المسلحين»: a noun
    return words[at - 1].core in _AUXILIARY or words[at - 1].core in _HEADS_OF_ACTS

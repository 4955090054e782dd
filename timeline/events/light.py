"""Light verbs: the verb that carries a noun of event («شنّ هجوما», «الهجوم الذي شنّه»)."""

from __future__ import annotations

from timeline.events.acts import OFFENSIVE, clause_start
from timeline.events.lexicon import word_list
from timeline.events.sentence import Sentence
from timeline.events.spelling import fold
from timeline.events.subjects import BE
from timeline.events.tokens import Kind

#: Light verbs whose noun follows a preposition: «تعرض لهجوم», «تمكن من التقدم», «قام بزيارة».
_PREPOSITIONAL_LIGHT = word_list("prepositional_light")


#: The masdars of light verbs: «بشن عملية», «إلقاء بيان», «خوض قتال».
_LIGHT_NOUNS = {
    fold(noun): fold(verb)
    for noun, verb in (
        ("شن", "شن"), ("إلقاء", "ألقى"), ("إصدار", "أصدر"), ("توجيه", "وجه"), ("تنفيذ", "نفذ"), ("إجراء", "أجرى"),
        ("عقد", "عقد"), ("خوض", "خاض"), ("انعقاد", "انعقد"), ("تنظيم", "نظم"), ("إطلاق", "أطلق"), ("ارتكاب", "ارتكب"),
        ("استضافة", "استضاف"),
    )
}  # fmt: skip


#: Verbs of coming that carry a visit only: «وصل إلى بيروت في زيارة».
_ARRIVALS = frozenset(fold(w) for w in ("وصل", "توجه", "سافر"))

_CONTROL = frozenset(fold(w) for w in ("تمكن", "نجح", "حاول", "سعى", "استطاع", "فشل"))


_BREAKS = frozenset("،.؛:")
_HALTS = Kind.ANCHOR | Kind.VERB
_CLOSES = Kind.RELATIVE | Kind.VERB | Kind.COMPLEMENTIZER


def _prepositions(sentence: Sentence, verb: int, at: int) -> int:
    """How many prepositions stand between a verb and a noun, those of dates left out, the noun's own counted."""
    words = sentence.words
    count = int(bool(words[at].preposition and words[at].cut))
    for place in range(verb + 1, at):
        word = words[place]
        if sentence.times[place] >= 0 or (place + 1 < at and sentence.times[place + 1] >= 0):
            continue
        if word.kind & Kind.PREPOSITION or (word.preposition and word.cut):
            count += 1
    return count


def light_verb(sentence: Sentence, at: int, last: int) -> tuple[int, str, bool] | None:
    """The light verb of a noun: before it in the clause, or in the relative clause after it."""
    words = sentence.words
    first = clause_start(sentence, at)
    if (
        at
        and not _LIGHT_NOUNS.keys().isdisjoint(words[at - 1].cues)
        and not sentence.gaps[at].strip()
        and not words[at - 1].light
    ):
        return at - 1, next(_LIGHT_NOUNS[cue] for cue in words[at - 1].cues if cue in _LIGHT_NOUNS), False
    preposed = bool(words[at].preposition and words[at].cut) or (
        at > 0 and bool(words[at - 1].kind & Kind.PREPOSITION) and not sentence.gaps[at].strip()
    )
    inside = False
    for place in range(at - 1, max(first - 1, at - 24), -1):
        word = words[place]
        gap = sentence.gaps[place + 1]
        if gap == " " and not word.kind & _HALTS:
            continue
        inside = (inside or ")" in gap) and "(" not in gap  # what stands in parentheses is passed over
        if inside:
            continue
        if (
            word.kind & Kind.ANCHOR
            and sentence.times[place] < 0
            and word.folded not in ("خلال", "لدي", "منذ")
            and (place == at - 1 or sentence.times[place + 1] < 0)
        ):
            break
        phrase = sentence.phrase_of[place]
        if phrase is not None and phrase.first < place:
            continue  # «حركة فتح»: part of a name
        if word.light and word.kind & Kind.VERB:
            name, inflection = next(
                (each for each in word.light if not preposed or each[0] in _PREPOSITIONAL_LIGHT), word.light[0]
            )
            if name in _ARRIVALS and not any(each.lemma.subtype == "visit" for each in words[at].readings):
                break
            if name == "نجا" and not any(each.lemma.type is OFFENSIVE for each in words[at].readings):
                break
            if word.preposition and word.cut and not word.core.startswith("ي"):
                continue
            if preposed and name not in _PREPOSITIONAL_LIGHT:
                break
            if name in _CONTROL and _prepositions(sentence, place, at) > 1:
                break
            future = inflection.tense == "present" and (
                (word.core.startswith("س") and name[:1] != "س") or (place > 0 and words[place - 1].folded == "سوف")
            )
            return place, name, future
        if word.kind & Kind.VERB and word.kind & Kind.TRIGGER and sentence.times[place] < 0:
            break
    for place in range(last + 1, min(last + 6, len(words))):
        word = words[place]
        if sentence.gaps[place] == " " and not word.light and not word.kind & _CLOSES:
            continue
        if word.kind & Kind.RELATIVE:
            for verb in range(place + 1, min(place + 4, len(words))):
                if words[verb].light:
                    name, inflection = words[verb].light[0]
                    future = inflection.tense == "present" and words[verb].core.startswith("س") and name[:1] != "س"
                    return verb, name, future
            return None
        if word.light and not word.conjunction and word.kind & Kind.VERB and not sentence.gaps[place].strip():
            # «هجوما شنته», «اجتماع عقده»: a relative clause without a pronoun
            name, inflection = word.light[0]
            return place, name, inflection.tense == "present" and word.core.startswith("س")
        if word.core in BE:
            continue
        if word.kind & (Kind.VERB | Kind.COMPLEMENTIZER) or (
            sentence.gaps[place] != " " and not _BREAKS.isdisjoint(sentence.gaps[place])
        ):
            return None
    return None

"""Groups, peoples and places: a noun and what qualifies it."""

from __future__ import annotations

from timeline.events.lexicon import Entity
from timeline.events.names import NOT_NAMES, match_name
from timeline.events.offices import quoted_until
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Kind, Word

_STOP = (
    Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PREPOSITION | Kind.CONJUNCTION | Kind.NEGATION | Kind.CONDITION
    | Kind.VERB | Kind.NUMBER
)  # fmt: skip


_OPENING = frozenset('«“"(')
_CLOSING = frozenset('»”")')
_ENDS = Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.NEGATION | Kind.CONDITION | Kind.NUMBER
#: «التابعة لـ», «الموالية لـ»: a name follows.
_DEPENDENT = frozenset(
    ("تابعه", "تابع", "مواليه", "موالون", "موالين", "المواليه", "التابعه", "التابع", "المتحالفه", "حليفه")
)


def group_phrase(sentence: Sentence, at: int) -> Phrase | None:  # noqa: PLR0915 (one list of cases)
    """«قوات الأمن العراقية», «مصادر عسكرية», «فصائل موالية لأنقرة»: a noun of people and what qualifies it."""
    words, gaps = sentence.words, sentence.gaps
    head = words[at]
    if head.core == "تنظيم" and (at + 1 >= len(words) or words[at + 1].kind & Kind.TRIGGER):
        return None  # «تنظيم مؤتمر»: the organizing of it
    if head.core == "القضاء" and at + 1 < len(words) and words[at + 1].folded == "علي":
        return None  # «القضاء على المسلحين»: no judges
    last = at
    country: str | None = None
    entity: Entity | None = None
    definite = bool(head.kind & Kind.DEFINITE)
    force = bool(head.kind & Kind.FORCE)
    while last + 1 < len(words) and last - at < 5:
        nxt = last + 1
        word = words[nxt]
        gap = gaps[nxt]
        if sentence.times[nxt] >= 0:
            break
        if gap != " " and (gap := gap.strip(" \u00a0")):
            if gap in ("«", "“", '"', "(") and last == at:
                until = quoted_until(sentence, nxt)
                if until >= nxt:
                    last = until
                    named = match_name(sentence, nxt)
                    if named:
                        country = named[0].country
                        # «صحيفة "شيكاغو تريبيون"» is not the city in its name.
                        entity = named[0] if named[1] == until or named[0].kind != "place" else None
            break
        named = match_name(sentence, nxt) if word.kind & Kind.NAME else None
        if named is not None and not word.conjunction and not (word.preposition and word.cut):
            found, end, _ = named
            if head.kind & Kind.DEFINITE and found.kind in ("person", "country", "capital"):
                if found.kind == "country" and word.kind & Kind.NISBA and words[last].core.endswith(("ه", "ات", "اء")):
                    country = country or found.country
                    last = nxt  # «الدفاعات الجوية السعودية»
                    continue
                break
            if found.kind in ("place", "country", "capital") and last > at and words[last].kind & Kind.NISBA:
                break  # «رشقت فصائل فلسطينية عسقلان»: the object
            country = country or found.country
            if found.kind in ("group", "organization"):
                entity = found
            last = end
            continue
        if word.kind & _ENDS:
            break
        if (word.kind & Kind.PREPOSITION and not word.kind & Kind.PLACE_HEAD) or word.folded in NOT_NAMES:
            break
        if word.folded in _DEPENDENT:
            end = _following_name(sentence, nxt + 1)
            if end > nxt:
                last = end
                break
            break
        if word.conjunction and word.cut:
            break
        if (
            word.folded.endswith("ا")
            and len(word.folded) > 3
            and not head.core.endswith("ا")
            and not word.kind & (Kind.DEFINITE | Kind.OFFICE)
        ):
            break  # «اغتال مجهولون ضابطا»: the object
        if word.kind & Kind.NISBA:
            country = country or (word.nisba.country if word.nisba else None)
            last = nxt
            continue
        if word.kind & (Kind.VERB | Kind.TRIGGER | Kind.CONJUNCTION):
            break
        if word.preposition and word.cut:
            break
        if word.kind & Kind.TITLE and not word.kind & (Kind.OFFICE | Kind.GROUP):
            break
        if word.kind & Kind.DEFINITE:
            if head.kind & Kind.DEFINITE and not _adjective(word):
                break
            if definite and last > at and word.kind & Kind.GROUP and not word.kind & Kind.OFFICE:
                break  # «هاجمت قوات الأمن المتظاهرين»: the object
            last = nxt
            definite = True
            continue
        if definite or last > at + 1:
            break
        last = nxt
    start, end_char = sentence.span(at, last)
    if last > at and sentence.text[end_char : end_char + 1] in _CLOSING and not _OPENING.isdisjoint(gaps[at + 1]):
        end_char += 1  # «صحيفة "شيكاغو تريبيون"» with its closing mark
    phrase = Phrase(at, last, "group", start, end_char, entity, country)
    phrase.force = force or (entity is not None and entity.kind == "group")
    phrase.civil = not phrase.force
    phrase.definite = definite
    phrase.preposition = head.preposition
    return phrase


def _adjective(word: Word) -> bool:
    """Whether a definite word can qualify a definite noun: «القوات الحكومية», not «النظام النقاط»."""
    core = word.core
    return (
        bool(word.kind & (Kind.OFFICE | Kind.NISBA))
        or core.startswith("الم")
        or core.endswith(("ي", "يه", "ون", "ين", "ه"))
    )


def _following_name(sentence: Sentence, at: int) -> int:
    """The end of «ل + name» after «التابعة», or -1."""
    if at >= len(sentence.words):
        return -1
    if sentence.words[at].kind & Kind.NAME:
        named = match_name(sentence, at)
        if named:
            return named[1]
    word = sentence.words[at]
    if word.preposition == "ل" and word.kind & (Kind.GROUP | Kind.DEFINITE):
        if word.kind & Kind.GROUP:
            return at + int(at + 1 < len(sentence.words) and bool(sentence.words[at + 1].kind & Kind.NISBA))
        return at
    return -1


def people_phrase(sentence: Sentence, at: int) -> Phrase:
    """«الأميركيين», «جنديين عراقيين»: a people by its nationality."""
    words = sentence.words
    last = at
    while (
        last + 1 < len(words)
        and last - at < 2
        and not sentence.gaps[last + 1].strip()
        and words[last + 1].kind & Kind.NISBA
    ):
        last += 1
    start, end = sentence.span(at, last)
    phrase = Phrase(at, last, "people", start, end)
    nisba = words[at].nisba
    phrase.country = nisba.country if nisba else None
    phrase.preposition = words[at].preposition
    phrase.civil = True
    return phrase


def place_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """«مدينة تل رفعت», «ريف حماة الشمالي», «حي الدورة»: a word of place and what it is called."""
    words, gaps = sentence.words, sentence.gaps
    last = at
    entity: Entity | None = None
    while last + 1 < len(words) and last - at < 6:
        nxt = last + 1
        word = words[nxt]
        gap = gaps[nxt].strip(' \u00a0"“”#')
        if sentence.times[nxt] >= 0 or (gap and gap != "«"):
            break
        if word.conjunction and word.cut:
            break
        named = match_name(sentence, nxt) if word.kind & Kind.NAME else None
        if named is not None and named[0].kind in ("place", "country", "capital") and not word.preposition:
            if entity is not None and last > at + 2:
                break
            entity = named[0]
            last = named[1]
            continue
        if word.folded == "ام" and last == at and nxt + 1 < len(words) and not words[nxt + 1].kind & _STOP:
            last = nxt + 1  # «بلدة أم كذا»
            continue
        if word.kind & _STOP or (word.preposition and word.cut):
            break
        if word.kind & Kind.PLACE_HEAD and entity is None:
            last = nxt
            continue
        if word.kind & (Kind.TITLE | Kind.TRIGGER | Kind.FORCE) and not word.kind & Kind.NISBA:
            break
        if last - at >= 3 and not word.kind & (Kind.NISBA | Kind.DEFINITE):
            break
        if word.folded in NOT_NAMES and not word.kind & Kind.PLACE_HEAD:
            break
        last = nxt
        if last - at >= 3:
            break
    if last == at and not words[at].kind & Kind.PLACE_GENERIC and words[at].core not in ("العاصمه", "سوق"):
        return None
    start, end = sentence.span(at, last)
    phrase = Phrase(at, last, "place", start, end, entity)
    phrase.country = entity.country if entity else None
    phrase.preposition = words[at].preposition
    return phrase

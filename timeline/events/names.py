"""Names: those of the gazetteers, and those that their place gives away."""

from __future__ import annotations

import re

from timeline.events.lexicon import Entity, word_list
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Kind, Word

FUNCTION = Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PREPOSITION | Kind.CONJUNCTION | Kind.NEGATION | Kind.CONDITION


NOT_NAMES = word_list("not_names")


#: Surnames of the gazetteer that are given names too: another name may follow («عباس زكي»).
_GIVEN = word_list("given")


_NAMES_IN_Y = word_list("names_in_y")


#: Given names that are common words besides: «عبد الكريم خلف،».
NAMES_TOO = word_list("names_too")


#: «رجل الدين» and the like open a name as a title does.
_JOINING = word_list("joining")


_OPEN_QUOTE = frozenset('«“„"')
_QUOTES = frozenset("»”«“")

#: Patterns of verbal nouns, folded: استفعال، افتعال، انفعال، تفعيل، تفاعل، مفاعلة، إفعال.
_MASDAR = re.compile(
    "[بلك]?(?:ال)?(?:[اإ]ست\\w{2}ا\\w|[اإ]\\wت\\wا\\w|[اإ]ن\\w{2}ا\\w|ت[^ي]\\wي\\w|ت\\wا\\w{2}|م\\wا\\w{2}[ةه]|إ[^يب]\\wا\\w)"
    "(?:ه|ها|هم|هما|نا)?"
)
_COMMON_NOUNS = word_list("common_nouns")
_NAMES_LIKE_NOUNS = word_list("names_like_nouns")


def common_noun(word: Word) -> bool:
    """Whether a word is a noun by its pattern, its pronoun or the list, and so no name: «بانتهاج», «رفضهم», «عودة»."""
    if word.folded in _NAMES_LIKE_NOUNS:
        return False
    if word.folded in _COMMON_NOUNS or word.core in _COMMON_NOUNS:
        return True
    if word.folded[:1] in ("ب", "ل") and word.folded[1:] in _COMMON_NOUNS:
        return True
    if len(word.folded) >= 5 and word.folded.startswith(("بال", "لل")) and not word.kind & Kind.NAME:
        return True  # «توعدت بالرد»
    if len(word.folded) >= 5 and word.folded.endswith(("هم", "ها", "هما")):
        return True
    return _MASDAR.fullmatch(word.surface) is not None


def match_name(sentence: Sentence, at: int) -> tuple[Entity, int, int] | None:
    """The longest name of the gazetteers at a word: entity, last word, letters before the name."""
    words, _gaps = sentence.words, sentence.gaps
    best: tuple[Entity, int, int] | None = None
    if "\u064b" in words[at].surface:
        return None  # «روسياً»: the adjective
    size = len(words)
    following = words[at + 1].folded if at + 1 < size else ""
    for cut, _, entries in words[at].names:
        if following not in entries.seconds:
            if best is None and entries.alone is not None:
                best = entries.alone, at, cut
            continue
        for rest, entity in entries:
            if rest and rest[0] != following:
                continue
            last = at + len(rest)
            if best is not None and last <= best[1]:
                break
            if rest and (last >= size or not _in_a_row(sentence, at, rest)):
                continue
            best = entity, last, cut
            break
    return best


def _in_a_row(sentence: Sentence, at: int, rest: tuple[str, ...]) -> bool:
    words, gaps = sentence.words, sentence.gaps
    for place, part in enumerate(rest, at + 1):
        if words[place].folded != part or (gaps[place] != " " and gaps[place].strip(' \u00a0.-–#"“”«»')):
            return False
    return True


def name_phrase(sentence: Sentence, at: int) -> Phrase | None:
    """A name of the gazetteers, or a longer one that begins like it."""
    found = match_name(sentence, at)
    if found is None:
        return None
    entity, last, cut = found
    words, gaps = sentence.words, sentence.gaps
    word = words[at]
    if word.folded == "علي" and last == at:
        return None
    if entity.careful and last == at and not _vouched(sentence, at, entity):
        return None
    if entity.kind == "person" and last == at:
        if word.kind & (Kind.VERB | Kind.PREPOSITION) and not (at and words[at - 1].kind & Kind.TITLE):
            return None
        if at + 1 < len(words) and not gaps[at + 1].strip() and word.core in _GIVEN and name_like(sentence, at + 1):
            return unknown_name(sentence, at)
        before = sentence.phrase_of[at - 1] if at else None
        known = before is not None and before.entity is not None and before.entity.kind == "person"
        if (
            at
            and not known
            and name_like(sentence, at - 1)
            and not gaps[at].strip()
            and not words[at - 1].kind & Kind.TITLE
        ):
            return None
    start = sentence.places[at] + word.offset(cut)
    end = sentence.places[last] + len(words[last].surface)
    preposition = next((p for c, p, _ in word.names if c == cut), "") if cut else ""
    phrase = Phrase(at, last, "name", start, end, entity, entity.country, preposition)
    phrase.person = entity.kind == "person"
    phrase.force = entity.kind == "group" or (entity.code or "").endswith("MIL")
    phrase.civil = entity.kind in ("organization", "person", "country", "capital")
    phrase.definite = True
    if entity.kind == "place":
        phrase.kind = "place"
    elif entity.kind in ("organization", "group") and last + 1 < len(words):
        while (
            phrase.last + 1 < len(words)
            and words[phrase.last + 1].kind & Kind.NISBA
            and words[phrase.last + 1].kind & Kind.DEFINITE
            and not gaps[phrase.last + 1].strip()
        ):
            phrase.last += 1
            phrase.end = sentence.places[phrase.last] + len(words[phrase.last].surface)
    return phrase


def _vouched(sentence: Sentence, at: int, entity: Entity) -> bool:
    """Whether the context says that a common word is a name: quotation marks, «حركة», «صحيفة», «مدينة» before it."""
    if not _OPEN_QUOTE.isdisjoint(sentence.gaps[at]):
        return True
    if not at:
        return False
    before = sentence.words[at - 1]
    if entity.kind == "person":
        return bool(before.kind & Kind.TITLE) or any(
            reading.lemma.type == "statement" and reading.inflection.tense != "noun" for reading in before.readings
        )
    if entity.kind == "place":
        return bool(before.kind & Kind.PLACE_HEAD) or before.folded in ("في", "الي", "من")
    if entity.kind in ("group", "organization") and sentence.words[at].core == "فتح":
        return bool(before.kind & (Kind.GROUP | Kind.PREPOSITION)) or before.kind & Kind.TRIGGER > 0
    return bool(before.kind & (Kind.GROUP | Kind.FORCE | Kind.PREPOSITION))


def name_like(sentence: Sentence, at: int, *, surname: bool = False) -> bool:
    """Whether an unknown word can be part of a person's name."""
    word = sentence.words[at]
    if sentence.times[at] >= 0 or not word.surface or word.folded in NOT_NAMES:
        return False
    kind = word.kind
    if (
        word.conjunction == "ف"
        and word.cut
        and at
        and sentence.words[at - 1].kind & Kind.TITLE
        and not kind & Kind.VERB
    ):
        return True  # «العقيد فراس»: nothing is joined to an office with ف
    if not kind & (Kind.NAME | Kind.DEFINITE) and common_noun(word):
        return False
    if word.folded == "علي" and word.surface.endswith("ي"):
        return True
    if word.folded in _JOINING:
        return True
    if word.folded in NAMES_TOO and surname and sentence.gaps[at + 1].strip():
        return True
    if kind & (FUNCTION | Kind.NUMBER | Kind.TITLE | Kind.RELATIVE):
        return False
    if kind & Kind.NAME and (surname or match_name(sentence, at) is not None):
        return any(entity.kind == "person" for _, _, entries in word.names for _, entity in entries) or surname
    if kind & Kind.DEFINITE:
        return surname and not kind & (Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.PLACE_GENERIC | Kind.TRIGGER)
    if "\u064b" in word.surface or (
        word.folded[:1] == "م" and word.folded[1:2] != "ا" and word.folded[-1:] == "ا" and len(word.folded) > 5
    ):
        return False  # «مخاطبا»: an adverbial participle
    if kind & Kind.GUESS and (word.folded in _NAMES_IN_Y or len(word.folded) > 6):
        return True
    if kind & (Kind.VERB | Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.TRIGGER | Kind.PLACE_HEAD):
        return bool(surname and not kind & (Kind.VERB | Kind.TRIGGER | Kind.NISBA) and word.folded in _JOINING)
    if word.conjunction and word.cut and len(word.core) > 2 and word.folded not in _JOINING:
        return surname is False and False
    return not (word.preposition and word.cut and word.core.startswith("ال"))


def name_run(sentence: Sentence, at: int, limit: int = 5) -> int:
    """The last word of a run of words that can be a name, or at - 1."""
    last = at - 1
    joined = False
    while last + 1 < len(sentence.words) and last + 1 - at < limit:
        place = last + 1
        gap = sentence.gaps[place].strip(' \u00a0#"“”«»-ـ.')
        if gap and place > at:
            break
        if place > at and not _QUOTES.isdisjoint(sentence.gaps[place]):
            break
        if not (name_like(sentence, place, surname=place > at) or joined):
            break
        joined = sentence.words[place].folded in _JOINING
        last = place
    return last


def unknown_name(sentence: Sentence, at: int) -> Phrase | None:
    """A run of words that can only be a name, though no list has it."""
    last = name_run(sentence, at)
    if last < at:
        return None
    start, end = sentence.span(at, last, 0 if not sentence.words[at].conjunction else None)
    return Phrase(at, last, "name", start, end, person=True, civil=True, definite=True)


def subject_name(sentence: Sentence, at: int) -> Phrase | None:
    """An unknown name in a subject's place: «وقال الزبيدي إن» or «قال كولدويل»."""
    word = sentence.words[at]
    if sentence.times[at] >= 0 or word.folded in NOT_NAMES or word.kind & (FUNCTION | Kind.NUMBER):
        return None
    if word.kind & Kind.VERB and not (word.kind & Kind.GUESS and word.folded in _NAMES_IN_Y):
        return None
    if word.preposition and word.cut:
        return None
    if word.kind & Kind.TRIGGER or "\u064b" in word.surface or (not word.kind & Kind.DEFINITE and common_noun(word)):
        return None
    last = at
    while last + 1 < len(sentence.words) and last - at < 4:
        gap = sentence.gaps[last + 1]
        if gap.strip(" \u00a0"):
            break
        following = sentence.words[last + 1]
        if (
            following.kind & (FUNCTION | Kind.NUMBER | Kind.VERB | Kind.TITLE)
            or following.folded in NOT_NAMES
            or sentence.times[last + 1] >= 0
            or (following.preposition and following.cut)
            or (following.kind & Kind.TRIGGER)
            or (not following.kind & Kind.DEFINITE and common_noun(following))
            or (following.folded.endswith("ا") and following.surface.endswith(("اً", "ًا")))
        ):
            break
        last += 1
    start, end = sentence.span(at, last)
    phrase = Phrase(at, last, "name", start, end, civil=True)
    phrase.definite = bool(word.kind & Kind.DEFINITE)
    phrase.person = not phrase.definite or last == at
    return phrase

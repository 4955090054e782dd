"""Phrases of a sentence: who and where, with the clauses that they stand in.

A sentence is read once from its beginning: each word is looked up, names of the gazetteers are matched, titles are
joined with the names after them, nouns of people with what qualifies them. Names that no gazetteer has are known by
their place: after a title («الوزير فلان الفلاني»), or as the subject of a verb of speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import define, field

from timeline.events.lexicon import Entity, word_list
from timeline.events.tokens import Kind, Vocabulary, Word, split_words
from timeline.resolve.expression import TimeExpression

PhraseKind = Literal["name", "titled", "title", "group", "nisba", "place", "people"]

_STOP = (
    Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PREPOSITION | Kind.CONJUNCTION | Kind.NEGATION | Kind.CONDITION
    | Kind.VERB | Kind.NUMBER
)  # fmt: skip
_FUNCTION = Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.PREPOSITION | Kind.CONJUNCTION | Kind.NEGATION | Kind.CONDITION
_QUALIFIER = Kind.OFFICE | Kind.NISBA
_PLURAL_HOLDERS = word_list("plural_holders")
_NOT_NAMES = word_list("not_names")
_PEOPLE_ENDINGS = ("يون", "يين", "يان", "يتين")
#: Surnames of the gazetteer that are given names too: another name may follow («عباس زكي»).
_GIVEN = word_list("given")
_WITH_PRONOUN = word_list("with_pronoun")
_NAMES_IN_Y = word_list("names_in_y")
#: Given names that are common words besides: «عبد الكريم خلف،».
_NAMES_TOO = word_list("names_too")
#: «رجل الدين» and the like open a name as a title does.
_JOINING = word_list("joining")


@define(eq=False)
class Phrase:
    """A stretch of words that names somebody or some place."""

    first: int
    last: int  # inclusive
    kind: PhraseKind
    start: int  # the span that is shown: the name without its title
    end: int
    entity: Entity | None = None
    country: str | None = None
    preposition: str = ""
    person: bool = False
    force: bool = False
    civil: bool = False
    definite: bool = False
    name_first: int = -1

    @property
    def is_place(self) -> bool:
        """Whether it can be where something happens."""
        return self.kind == "place" or (self.entity is not None and self.entity.kind in ("country", "capital", "place"))

    @property
    def is_actor(self) -> bool:
        """Whether it can act: a country can, a town cannot."""
        return self.kind != "place" and (self.entity is None or self.entity.kind != "place")


@define(eq=False)
class Sentence:
    """A sentence, word by word."""

    text: str
    start: int
    end: int
    words: list[Word]
    gaps: list[str]
    places: list[int]  # absolute offsets of the words
    times: list[int]  # which time expression covers a word, or -1
    clause: list[int] = field(factory=list)
    clause_kind: list[str] = field(factory=list)
    quoted: list[bool] = field(factory=list)
    phrases: list[Phrase] = field(factory=list)
    phrase_at: dict[int, Phrase] = field(factory=dict)  # by first word
    phrase_of: list[Phrase | None] = field(factory=list)

    def span(self, first: int, last: int, letters: int | None = None) -> tuple[int, int]:
        """Offsets of words first..last in the document, particles of the first left out."""
        word = self.words[first]
        start = self.places[first] + word.offset(letters)
        return start, self.places[last] + len(self.words[last].surface)


def read_sentence(
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    expressions: Sequence[TimeExpression],
    *,
    first: int = 0,
) -> Sentence:
    """The words of a stretch of the text, looked up, with the time expressions (from the ``first``) laid over them."""
    start, end = span
    surfaces, gaps, places = split_words(text[start:end])
    words = list(map(vocabulary.__getitem__, surfaces))
    if start:
        places = [place + start for place in places]
    times = [-1] * len(words)
    for index in range(first, len(expressions)):
        expression = expressions[index]
        if expression.start_char >= end:
            break
        for at, place in enumerate(places):
            if place >= expression.end_char:
                break
            if place + len(surfaces[at]) > expression.start_char:
                times[at] = index
    return Sentence(text, start, end, words, gaps, places, times)


_OPEN_QUOTE = frozenset('«“„"')


#: Words that a phrase can begin with.
_PHRASAL = Kind.NAME | Kind.TITLE | Kind.GROUP | Kind.PLACE_HEAD | Kind.PLACE_GENERIC | Kind.NISBA


def find_phrases(sentence: Sentence) -> None:
    """Fill in the phrases of a sentence, from its beginning, the longest first."""
    words = sentence.words
    at, size = 0, len(words)
    sentence.phrase_of = [None] * size
    while at < size:
        if not words[at].kind & _PHRASAL:
            at += 1
            continue
        phrase = _phrase(sentence, at)
        if phrase is None:
            at += 1
            continue
        keep(sentence, phrase)
        at = max(phrase.last, at) + 1


def keep(sentence: Sentence, phrase: Phrase) -> None:
    """Add a phrase to the sentence."""
    word = sentence.words[phrase.first]
    if word.preposition and not phrase.preposition:
        phrase.preposition = word.preposition
    elif (
        not phrase.preposition
        and phrase.first
        and not word.conjunction
        and sentence.phrase_of[phrase.first - 1] is None
        and not sentence.gaps[phrase.first].strip(' \u00a0«“"#(')
    ):
        before = sentence.words[phrase.first - 1]
        if before.core in _WITH_PRONOUN:
            pass  # «سيطرت عليها المعارضة»: the preposition has its own
        elif (
            (before.kind & Kind.PREPOSITION and sentence.times[phrase.first - 1] < 0 and not before.kind & Kind.NAME)
            or before.folded in ("علي", "الي", "عن")
            or (before.kind & Kind.PREPOSITION and before.kind & Kind.PLACE_HEAD)
        ):
            phrase.preposition = before.core
    if phrase.preposition == "من" and phrase.first > 1 and sentence.words[phrase.first - 2].kind & Kind.NUMBER:
        phrase.preposition = ""  # «عدد من الجنود», «كل من»: the preposition only counts them
    before_it = sentence.phrase_of[phrase.first - 1] if phrase.first else None
    if (
        before_it is not None
        and phrase.kind in ("title", "titled")
        and before_it.person
        and before_it.kind in ("name", "titled")
        and not word.conjunction
        and not phrase.preposition
        and sentence.gaps[phrase.first].strip(" \u00a0") in ("", "،", ",", "-", "ـ", "–")
    ):
        phrase.preposition = "~"  # an apposition: «تيسير خالد نائب رئيس المجلس»
    sentence.phrases.append(phrase)
    sentence.phrase_at[phrase.first] = phrase
    for place in range(phrase.first, phrase.last + 1):
        sentence.phrase_of[place] = phrase


def _phrase(sentence: Sentence, at: int) -> Phrase | None:
    word = sentence.words[at]
    if sentence.times[at] >= 0:
        return None
    kind = word.kind
    if kind & Kind.NAME:
        named = _name(sentence, at)
        if named is not None:
            return named
    if kind & Kind.PREPOSITION and not kind & Kind.PLACE_HEAD:
        return None
    if kind & Kind.TITLE:
        titled = _title(sentence, at)
        if titled is not None:
            return titled
    if kind & Kind.PLACE_HEAD and not kind & Kind.TITLE:
        place = _place(sentence, at)
        if place is not None:
            return place
    if kind & Kind.GROUP and not kind & Kind.VERB:
        if word.core in _ADJECTIVAL and _after_noun(sentence, at):
            return None
        return _group(sentence, at)
    if kind & Kind.PLACE_GENERIC:
        start, end = sentence.span(at, at)
        return Phrase(at, at, "place", start, end)
    if kind & Kind.NISBA and word.conjunction and kind & Kind.DEFINITE:
        second = _second_holder(sentence, at)
        if second is not None:
            return second
    if kind & Kind.NISBA and word.core.endswith(_PEOPLE_ENDINGS) and not _after_noun(sentence, at):
        return _people(sentence, at)
    return None


def _second_holder(sentence: Sentence, at: int) -> Phrase | None:
    """«نظيريه التركي فلان والإيراني فلان»: the adjective stands for the office."""
    if not at or at + 1 >= len(sentence.words) or sentence.phrase_of[at - 1] is None:
        return None
    before = sentence.phrase_of[at - 1]
    if before is None or before.kind != "titled" or sentence.gaps[at + 1].strip():
        return None
    named = match_name(sentence, at + 1)
    last = named[1] if named is not None and named[0].kind == "person" else _name_run(sentence, at + 1)
    if last < at + 1:
        return None
    entity = named[0] if named is not None and named[0].kind == "person" else None
    start, end = sentence.span(at + 1, last)
    phrase = Phrase(at, last, "titled", start, end, entity)
    nisba = sentence.words[at].nisba
    phrase.country = entity.country if entity else (nisba.country if nisba else None)
    return _finish(phrase, sentence, military=False, name_first=at + 1)


#: Nouns of people that are adjectives after a noun: «هجوم انتحاري».
_ADJECTIVAL = word_list("adjectival")


def _after_noun(sentence: Sentence, at: int) -> bool:
    """Whether the word can be an adjective of the noun before it: «القوات الأميركية»."""
    if not at or sentence.gaps[at].strip():
        return False
    before = sentence.words[at - 1]
    return bool(before.kind & Kind.DEFINITE) == bool(sentence.words[at].kind & Kind.DEFINITE) and not (
        before.kind & (_FUNCTION | Kind.VERB | Kind.NUMBER)
    )


def match_name(sentence: Sentence, at: int) -> tuple[Entity, int, int] | None:
    """The longest name of the gazetteers at a word: entity, last word, letters before the name."""
    words, _gaps = sentence.words, sentence.gaps
    best: tuple[Entity, int, int] | None = None
    if "\u064b" in words[at].surface:
        return None  # «روسياً»: the adjective
    size = len(words)
    following = words[at + 1].folded if at + 1 < size else ""
    for cut, _, entries in words[at].names:
        for rest, entity in entries:
            last = at + len(rest)
            if best is not None and last <= best[1]:
                break
            if rest and (rest[0] != following or last >= size or not _in_a_row(sentence, at, rest)):
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


def _name(sentence: Sentence, at: int) -> Phrase | None:
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
            return _unknown_name(sentence, at)
        if at and name_like(sentence, at - 1) and not gaps[at].strip() and not words[at - 1].kind & Kind.TITLE:
            return None
    start = sentence.places[at] + word.offset(cut)
    end = sentence.places[last] + len(words[last].surface)
    preposition = next((p for c, p, _ in word.names if c == cut), "")
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
    if any(mark in sentence.gaps[at] for mark in _OPEN_QUOTE):
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
    if sentence.times[at] >= 0 or not word.surface or word.folded in _NOT_NAMES:
        return False
    kind = word.kind
    if word.folded == "علي" and word.surface.endswith("ي"):
        return True
    if word.folded in _JOINING:
        return True
    if word.folded in _NAMES_TOO and surname and sentence.gaps[at + 1].strip():
        return True
    if kind & (_FUNCTION | Kind.NUMBER | Kind.TITLE | Kind.RELATIVE):
        return False
    if kind & Kind.NAME:
        return any(entity.kind == "person" for _, _, entries in word.names for _, entity in entries) or surname
    if kind & Kind.DEFINITE:
        return surname and not kind & (Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.PLACE_GENERIC | Kind.TRIGGER)
    if "\u064b" in word.surface or (word.folded[:1] == "م" and word.folded[-1:] == "ا" and len(word.folded) > 5):
        return False  # «مخاطبا»: an adverbial participle
    if kind & Kind.GUESS and (word.folded in _NAMES_IN_Y or len(word.folded) > 6):
        return True
    if kind & (Kind.VERB | Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.TRIGGER | Kind.PLACE_HEAD):
        return bool(surname and not kind & (Kind.VERB | Kind.TRIGGER | Kind.NISBA) and word.folded in _JOINING)
    if word.conjunction and word.cut and len(word.core) > 2 and word.folded not in _JOINING:
        return surname is False and False
    return not (word.preposition and word.cut and word.core.startswith("ال"))


def _name_run(sentence: Sentence, at: int, limit: int = 5) -> int:
    """The last word of a run of words that can be a name, or at - 1."""
    last = at - 1
    joined = False
    while last + 1 < len(sentence.words) and last + 1 - at < limit:
        place = last + 1
        gap = sentence.gaps[place].strip(' \u00a0#"“”«»-ـ.')
        if gap and place > at:
            break
        if place > at and any(mark in sentence.gaps[place] for mark in "»”«“"):
            break
        if not (name_like(sentence, place, surname=place > at) or joined):
            break
        joined = sentence.words[place].folded in _JOINING
        last = place
    return last


def _unknown_name(sentence: Sentence, at: int) -> Phrase | None:
    last = _name_run(sentence, at)
    if last < at:
        return None
    start, end = sentence.span(at, last, 0 if not sentence.words[at].conjunction else None)
    return Phrase(at, last, "name", start, end, person=True, civil=True, definite=True)


def subject_name(sentence: Sentence, at: int) -> Phrase | None:
    """An unknown name in a subject's place: «وقال الزبيدي إن» or «قال كولدويل»."""
    word = sentence.words[at]
    if sentence.times[at] >= 0 or word.folded in _NOT_NAMES or word.kind & (_FUNCTION | Kind.NUMBER):
        return None
    if word.kind & Kind.VERB and not (word.kind & Kind.GUESS and word.folded in _NAMES_IN_Y):
        return None
    if word.preposition and word.cut:
        return None
    if word.kind & Kind.TRIGGER or "\u064b" in word.surface:
        return None
    last = at
    while last + 1 < len(sentence.words) and last - at < 4:
        gap = sentence.gaps[last + 1]
        if gap.strip(" \u00a0"):
            break
        following = sentence.words[last + 1]
        if (
            following.kind & (_FUNCTION | Kind.NUMBER | Kind.VERB | Kind.TITLE)
            or following.folded in _NOT_NAMES
            or sentence.times[last + 1] >= 0
            or (following.preposition and following.cut)
            or (following.kind & Kind.TRIGGER)
            or (following.folded.endswith("ا") and following.surface.endswith(("اً", "ًا")))
        ):
            break
        last += 1
    start, end = sentence.span(at, last)
    phrase = Phrase(at, last, "name", start, end, civil=True)
    phrase.definite = bool(word.kind & Kind.DEFINITE)
    phrase.person = not phrase.definite or last == at
    return phrase


def _title(sentence: Sentence, at: int) -> Phrase | None:  # noqa: PLR0915 (one list of cases)
    words, gaps = sentence.words, sentence.gaps
    size = len(words)
    head = words[at]
    military = bool(head.kind & Kind.MILITARY)
    country: str | None = None
    last = at
    entity: Entity | None = None
    if head.core in _PLURAL_HOLDERS:
        return _holders(sentence, at)
    while last + 1 < size and last - at < 14:
        nxt = last + 1
        word = words[nxt]
        gap = gaps[nxt]
        if sentence.times[nxt] >= 0:
            break
        bare = gap.strip(' \u00a0"“”#')
        if bare in ("،", ",", "ـ", "-", "–", "("):
            if word.kind & Kind.TITLE and not word.conjunction:
                last = nxt
                continue
            if bare in ("،", ",") and _name_after_comma(sentence, nxt):
                last = nxt - 1
                break
            break
        if bare and bare not in ("«", "»", "» ", "«»"):
            break
        named = match_name(sentence, nxt) if word.kind & Kind.NAME else None
        if named is not None:
            found, end, _ = named
            if found.kind == "person" or (found.careful and end == nxt):
                break
            country = country or found.country
            last = end
            continue
        if word.kind & Kind.TITLE:
            military = military or bool(word.kind & Kind.MILITARY)
            if word.conjunction and last == at and not word.kind & Kind.OFFICE:
                break
            last = nxt
            continue
        if word.kind & Kind.NISBA and not word.conjunction:
            country = country or (word.nisba.country if word.nisba else None)
            last = nxt
            continue
        if word.kind & _QUALIFIER:
            if (
                word.preposition
                and word.preposition != "ل"
                and word.folded not in ("باسم", "باسمه", "باسمها", "بلسان", "باعمال")
            ):
                break
            last = nxt
            continue
        if words[last].folded in ("باسم", "بلسان") and not word.kind & _FUNCTION:
            last = nxt
            continue
        if (
            word.kind & Kind.DEFINITE
            and not word.kind & (_FUNCTION | Kind.TRIGGER)
            and not word.conjunction
            and nxt + 1 < size
            and not gaps[nxt + 1].strip()
            and name_like(sentence, nxt + 1)
        ):
            last = nxt  # «الناشط السلمي فلان الفلاني»
            continue
        if word.folded in ("باسم", "باسمه", "باسمها", "باسمهم", "بلسان", "لدي", "ل", "لشوون"):
            last = nxt
            continue
        if word.kind & Kind.GROUP and not word.kind & Kind.VERB and not word.conjunction:
            last = nxt
            continue
        if (
            bare
            and "«" in bare
            and _quoted_until(sentence, nxt) > nxt - 1
            and words[last].kind & (Kind.GROUP | Kind.OFFICE)
        ):
            last = _quoted_until(sentence, nxt)
            continue
        break
    # the name after the office
    first_name = last + 1
    if (
        first_name < size
        and gaps[first_name].strip(' \u00a0"“”#«»') in ("", "،", ",", "ـ", "-", "(")
        and (sentence.times[first_name] < 0)
    ):
        comma = gaps[first_name].strip(' \u00a0"“”#«»') != ""
        named = match_name(sentence, first_name) if words[first_name].kind & Kind.NAME else None
        if named is not None and named[0].kind == "person":
            found, end, _cut = named
            run = _name_run(sentence, first_name) if end == first_name else end
            if run > end:
                end, found_entity = run, None
            else:
                found_entity = found
            start = sentence.places[first_name]
            phrase = Phrase(at, end, "titled", start, sentence.places[end] + len(words[end].surface), found_entity)
            phrase.country = found.country if found_entity else country
            return _finish(phrase, sentence, military=military, name_first=first_name)
        if not comma or _name_after_comma(sentence, first_name):
            end = _name_run(sentence, first_name)
            if not head.kind & Kind.DEFINITE and last == at and _adjectives(sentence, first_name, end):
                end = first_name - 1
                last = first_name  # «مسؤول أمني»
            if end < first_name and not comma and _surname(sentence, first_name, at):
                end = first_name
            if end >= first_name:
                start = sentence.places[first_name]
                phrase = Phrase(
                    at, end, "titled", start, sentence.places[end] + len(words[end].surface), entity, country
                )
                return _finish(phrase, sentence, military=military, name_first=first_name)
    if head.kind & Kind.VERB and not head.kind & Kind.DEFINITE and last == at:
        return None
    start, end_char = sentence.span(at, last)
    phrase = Phrase(at, last, "title", start, end_char, entity, country)
    return _finish(phrase, sentence, military=military)


def _adjectives(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what follows an office without article only qualifies it: «مسؤول أمني», «قائد عسكري»."""
    word = sentence.words[first]
    return (
        last >= first
        and word.folded.endswith(("ي", "يه", "ين"))
        and word.folded not in _NAMES_TOO
        and not (word.kind & Kind.NAME)
    )


def _quoted_until(sentence: Sentence, at: int) -> int:
    for place in range(at, min(at + 5, len(sentence.gaps) - 1)):
        if "»" in sentence.gaps[place + 1] or "”" in sentence.gaps[place + 1]:
            return place
    return at - 1


def _surname(sentence: Sentence, at: int, title: int) -> bool:
    """«الوزير العساف»: one definite word that no list knows, after a one-word title with its article."""
    word = sentence.words[at]
    return (
        at == title + 1
        and bool(sentence.words[title].kind & Kind.DEFINITE)
        and bool(word.kind & Kind.DEFINITE)
        and not word.kind & _FUNCTION
        and not word.kind & (Kind.NISBA | Kind.OFFICE | Kind.GROUP | Kind.PLACE_GENERIC | Kind.TRIGGER | Kind.FUTURE)
        and not word.conjunction
    )


def _name_after_comma(sentence: Sentence, at: int) -> bool:
    """«نظيره التركي، فلان الفلاني، …»: a run of two words or more that can only be a name."""
    if sentence.words[at].kind & Kind.NAME:
        named = match_name(sentence, at)
        return named is not None and named[0].kind == "person"
    last = _name_run(sentence, at)
    if last < at + 1:
        return False
    return not any(sentence.words[k].conjunction and sentence.words[k].cut for k in range(at, last + 1))


def _finish(phrase: Phrase, sentence: Sentence, *, military: bool, name_first: int = -1) -> Phrase:
    phrase.person = True
    phrase.force = military
    phrase.civil = not military
    phrase.definite = True
    phrase.name_first = name_first
    word = sentence.words[phrase.first]
    phrase.preposition = word.preposition
    return phrase


def _holders(sentence: Sentence, at: int) -> Phrase | None:
    """«وزراء خارجية إيران وتركيا وروسيا»: the holders of an office; the countries are named after it."""
    words = sentence.words
    last = at
    while last + 1 < len(words) and not sentence.gaps[last + 1].strip() and last - at < 6:
        word = words[last + 1]
        if sentence.times[last + 1] >= 0:
            break
        if word.kind & Kind.NAME and match_name(sentence, last + 1):
            break
        if word.kind & (Kind.OFFICE | Kind.NISBA | Kind.GROUP) and not word.kind & Kind.VERB and not word.preposition:
            last += 1
            continue
        break
    nxt = last + 1
    if nxt < len(words) and not sentence.gaps[nxt].strip() and words[nxt].kind & Kind.NAME:
        named = match_name(sentence, nxt)
        if named and named[0].kind in ("country", "organization", "capital"):
            entity, end, cut = named
            start = sentence.places[nxt] + words[nxt].offset(cut)
            phrase = Phrase(at, end, "titled", start, sentence.places[end] + len(words[end].surface), entity)
            phrase.country = entity.country
            return _finish(phrase, sentence, military=False, name_first=nxt)
    start, end_char = sentence.span(at, last)
    return _finish(Phrase(at, last, "title", start, end_char), sentence, military=False)


def _group(sentence: Sentence, at: int) -> Phrase | None:  # noqa: PLR0915 (one list of cases)
    words, gaps = sentence.words, sentence.gaps
    head = words[at]
    if head.core == "تنظيم" and (at + 1 >= len(words) or words[at + 1].kind & Kind.TRIGGER):
        return None  # «تنظيم مؤتمر»: the organizing of it
    last = at
    country: str | None = None
    entity: Entity | None = None
    definite = bool(head.kind & Kind.DEFINITE)
    force = bool(head.kind & Kind.FORCE)
    while last + 1 < len(words) and last - at < 5:
        nxt = last + 1
        word = words[nxt]
        gap = gaps[nxt].strip(" \u00a0")
        if sentence.times[nxt] >= 0:
            break
        if gap:
            if gap in ("«", "“", '"', "(") and last == at:
                until = _quoted_until(sentence, nxt)
                if until >= nxt:
                    last = until
                    named = match_name(sentence, nxt)
                    if named:
                        entity, country = named[0], named[0].country
            break
        named = match_name(sentence, nxt) if word.kind & Kind.NAME else None
        if named is not None and not word.conjunction and not (word.preposition and word.cut):
            found, end, _ = named
            if head.kind & Kind.DEFINITE and found.kind in ("person", "country", "capital"):
                break
            country = country or found.country
            if found.kind in ("group", "organization"):
                entity = found
            last = end
            continue
        if word.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.NEGATION | Kind.CONDITION | Kind.NUMBER):
            break
        if (word.kind & Kind.PREPOSITION and not word.kind & Kind.PLACE_HEAD) or word.folded in _NOT_NAMES:
            break
        if word.folded in (
            "تابعه",
            "تابع",
            "مواليه",
            "موالون",
            "موالين",
            "المواليه",
            "التابعه",
            "التابع",
            "المتحالفه",
            "حليفه",
        ):
            end = _following_name(sentence, nxt + 1)
            if end > nxt:
                last = end
                break
            break
        if word.conjunction and word.cut:
            break
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


def _people(sentence: Sentence, at: int) -> Phrase:
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


def _place(sentence: Sentence, at: int) -> Phrase | None:
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
        if word.kind & _STOP or (word.preposition and word.cut):
            break
        if word.kind & Kind.PLACE_HEAD and entity is None:
            last = nxt
            continue
        if word.kind & (Kind.TITLE | Kind.TRIGGER | Kind.FORCE) and not word.kind & Kind.NISBA:
            break
        if last - at >= 3 and not word.kind & (Kind.NISBA | Kind.DEFINITE):
            break
        if word.folded in _NOT_NAMES and not word.kind & Kind.PLACE_HEAD:
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

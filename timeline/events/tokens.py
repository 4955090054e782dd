"""Words: each spelling looked up once, with everything that the grammar of events wants to know about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, compress, pairwise
from operator import not_
from typing import cast

from attrs import define

from timeline.events.conjugation import OBJECT_PRONOUNS, Inflection
from timeline.events.lexicon import Entity, Lemma, Tables, word_list
from timeline.events.spelling import MARKS, fold, offset_of_letter, stripped

#: A word with its marks; everything else separates.
_SEPARATOR = re.compile(f"([^\\w{MARKS}]+)")


class Kind:
    """What a word can be, as far as the grammar asks: bits of an int (an `enum.IntFlag` costs ten times the time)."""

    COMPLEMENTIZER = 1 << 0
    RELATIVE = 1 << 1
    PREPOSITION = 1 << 2
    CONJUNCTION = 1 << 3
    NEGATION = 1 << 4
    FUTURE = 1 << 5
    POSSIBILITY = 1 << 6
    CONDITION = 1 << 7
    REFUSAL = 1 << 8
    ANCHOR = 1 << 9
    TITLE = 1 << 10
    MILITARY = 1 << 11
    OFFICE = 1 << 12
    FORCE = 1 << 13
    GROUP = 1 << 14
    NOT_ACTOR = 1 << 15
    PLACE_HEAD = 1 << 16
    PLACE_GENERIC = 1 << 17
    NISBA = 1 << 18
    NAME = 1 << 19
    NUMBER = 1 << 20
    LIGHT = 1 << 21
    VERB = 1 << 22
    SPEECH = 1 << 23
    DEFINITE = 1 << 24
    TRIGGER = 1 << 25
    SUBORDINATE = 1 << 27
    CLAUSAL = 1 << 28  # may begin a clause
    GUESS = 1 << 26  # a verb by its shape alone
    CUE = 1 << 29  # one of `CUES`
    PHRASAL = NAME | TITLE | GROUP | PLACE_HEAD | PLACE_GENERIC | NISBA  # a phrase can begin with it


#: What a sentence is searched for word by word, one bit each in `Word.code`.
_SOUGHT = (Kind.PHRASAL, Kind.TRIGGER, Kind.CLAUSAL, Kind.CUE)
#: For each of these, what `bytes.translate` makes of the codes of a sentence: 1 where it is, else 0.
MASKS = {kind: bytes(code >> place & 1 for code in range(256)) for place, kind in enumerate(_SOUGHT)}


class Names(list[tuple[tuple[str, ...], Entity]]):
    """The names that begin with one word, as the rest of each and what it names, the longest first.

    ``seconds`` are the second words, ``alone`` is what the word by itself names.
    """

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Entity]]) -> None:
        super().__init__(entries)
        self.seconds = frozenset(rest[0] for rest, _ in self if rest)
        self.alone = next((entity for rest, entity in self if not rest), None)


@define(eq=False, slots=True)
class Reading:
    """One reading of a word as a trigger: «وهاجمته» is و + هاجم + ه."""

    lemma: Lemma
    inflection: Inflection
    cut: int  # folded letters before the stem
    conjunction: str
    preposition: str
    definite: bool = False
    pronoun: str = ""
    future: bool = False


@define(eq=False, slots=True)
class Word:
    """A spelling and what is known of it."""

    surface: str
    folded: str
    kind: int
    cues: tuple[str, ...]  # the folded word, with and without its particles, for frames that ask for a word
    conjunction: str
    preposition: str
    core: str  # without conjunction and preposition
    cut: int  # letters taken away for the core
    readings: tuple[Reading, ...]
    names: tuple[tuple[int, str, Names], ...]
    nisba: Entity | None
    light: tuple[tuple[str, Inflection], ...]
    code: int = 0
    base: bool | None = None  # `timeline.events.positions.base_form`, once asked
    _forms: tuple[str, ...] | None = None
    _verbs: list[Reading] | None = None
    _others: list[Reading] | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that a list may hold: without article, accusative ending and pronoun; made when first asked for."""
        if self._forms is None:
            self._forms = _core_forms(self.folded, self.core)
        return self._forms

    @property
    def verbs(self) -> list[Reading]:
        """The readings as a verb in the past or present."""
        if self._verbs is None:
            self._verbs = [each for each in self.readings if each.inflection.tense in ("past", "present")]
        return self._verbs

    @property
    def others(self) -> list[Reading]:
        """The readings as a noun, masdar or participle."""
        if self._others is None:
            self._others = [each for each in self.readings if each.inflection.tense not in ("past", "present")]
        return self._others

    def offset(self, letters: int | None = None) -> int:
        """How many printed characters stand before the core (or before so many letters)."""
        count = self.cut if letters is None else letters
        if not count or len(self.surface) == len(self.folded):  # no marks: every character is a letter
            return count
        return offset_of_letter(self.surface, count)


def _core_forms(folded: str, core: str) -> tuple[str, ...]:
    bare = core[2:] if core.startswith("ال") and len(core) > 4 else core
    forms = [folded]
    if core != folded:
        forms.append(core)
    if bare != core:
        forms.append(bare)
    end = bare[-1:]
    if end == "ا":
        forms.append(bare[:-1])
    if end in ("ا", "م", "ه"):
        for pronoun in ("ها", "هم", "هما", "ه"):
            if bare.endswith(pronoun) and len(bare) > len(pronoun) + 2:
                stem = bare[: -len(pronoun)]
                forms.append(stem)
                if stem.endswith("ت"):
                    forms.append(stem[:-1] + "ه")
    return tuple(forms)


_KINDS = (
    ("complementizers", Kind.COMPLEMENTIZER),
    ("relatives", Kind.RELATIVE),
    ("prepositions", Kind.PREPOSITION),
    ("conjunctions", Kind.CONJUNCTION),
    ("negations", Kind.NEGATION),
    ("conditions", Kind.CONDITION),
    ("anchors", Kind.ANCHOR),
)
_CORE_KINDS = (
    ("futures", Kind.FUTURE),
    ("possibilities", Kind.POSSIBILITY),
    ("refusals", Kind.REFUSAL),
    ("titles.civil", Kind.TITLE),
    ("titles.military", Kind.TITLE | Kind.MILITARY),
    ("titles.offices", Kind.OFFICE),
    ("groups.force", Kind.FORCE | Kind.GROUP),
    ("groups.civil", Kind.GROUP),
    ("groups.not_actors", Kind.NOT_ACTOR),
    ("places.heads", Kind.PLACE_HEAD),
    ("places.generic", Kind.PLACE_GENERIC),
)
#: Words that look like a preposition and a noun, and are one word.
_WHOLE = word_list("whole")
_NUMBERS = word_list("numbers")
_COMMON_VERBS = word_list("common_verbs")


#: Masdars used as adverbs, spelled like the dual of a verb: «نقلا عن», «ردا على».
_ADVERBIAL = frozenset(("نقلا", "ردا", "طلبا", "وفقا", "طبقا"))


#: Beginnings of nouns that look like verbs in the present or future: «سيارة», «يوم».
_NOUNS_LIKE_VERBS = (
    "سيار", "سياس", "سياد", "سيناء", "سينار", "سينم", "سيطره", "سيده", "سيدي", "سيف", "سيره", "سيول", "سياق", "سياح",
    "سيلا", "يوم", "يهود", "يمين", "يسار", "يونيو", "يوليو", "يناير", "يورو", "يوغ", "يونان", "يمن", "يدي", "يقين",
    "ينبوع",
)  # fmt: skip


#: Words that are looked for in sentence after sentence and are in few of them (`Sentence.cues` has their places): those
#: of conditions, of who was gathered, of whose life was taken, of a past before the past.
WAS = frozenset(("كان", "كانت", "كانوا", "كانا"))
CASES = frozenset(("حال", "حاله"))
CUES = word_list("conditions") | word_list("gathering") | WAS | CASES | {"ما", "بحياه"}

_PRONOUN_ENDS = frozenset("اهمنكي")
_PRONOUNS_BY_END = {end: [each for each in OBJECT_PRONOUNS if each.endswith(end)] for end in _PRONOUN_ENDS}
_SUBORDINATE = word_list("subordinate")


def _bits(tables: Tables, named: tuple[tuple[str, int], ...]) -> dict[str, int]:
    """Word to the bits of all lists that it is in."""
    bits: dict[str, int] = {}
    for name, bit in named:
        for word in tables.sets[name]:
            bits[word] = bits.get(word, 0) | bit
    return bits


_PEOPLE = Kind.TITLE | Kind.GROUP
_UNINFLECTED = word_list("adjectival") | {"فريق", "الفريق", "لواء"}


def _inflected(cores: dict[str, int], taken: set[str]) -> dict[str, int]:
    """The words of people and their bodies with the other forms that they have: article, case, dual, plural, pronoun.

    «محامي»: «المحامي», «محاميه»; «انفصالي»: «انفصاليون», «انفصاليو». A form that is another word already stays that.
    """
    forms = dict(cores)
    for word, bits in cores.items():
        if (
            word in _UNINFLECTED
            or not bits & _PEOPLE
            or bits & Kind.NOT_ACTOR
            or len(word) < 4
            or word.startswith("ال")
            or " " in word
        ):
            continue
        stem = word[:-1] + "ت" if word.endswith("ه") else word
        endings = ["ها", "هم", "هما", "ان", "ين"]
        if word.endswith("ه"):
            endings.append("ه")
        elif not word.endswith(("ا", "اء", "ون", "ين", "ات")):
            # «مسلحه» would be «مسلحة»; «جيشه», «حزبه» are no adjectives
            endings += ["ه", "ا"] if bits & Kind.TITLE or not word.startswith("م") else ["ا"]
            if bits & Kind.TITLE or word.endswith("ي"):
                endings += ["ون", "و", "ات"]
        if word.endswith("ات"):
            endings = ["ه", "ها", "هم", "هما"]  # «قواته»
        elif word.endswith(("ون", "ين")):
            endings = []
        for form in [stem + ending for ending in endings]:
            for each in (form, "ال" + form) if not form.endswith(("ها", "هم", "هما", "و", "ا", "ه")) else (form,):
                if each not in taken:
                    forms.setdefault(each, bits)
        if "ال" + word not in taken and not word.endswith(("ا", "و")):
            forms.setdefault("ال" + word, bits)
    return forms


_WITH_SPACE = (1).__add__


class Vocabulary(dict[str, Word]):
    """Spelling to word; a spelling is analysed when first met."""

    #: So that a stream of millions of texts cannot fill the memory.
    LIMIT = 200_000

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables
        self._chunks: dict[str, tuple[list[Word], list[str], list[int]]] = {}
        self._names: dict[str, Names] = {}
        self._functions = _bits(tables, _KINDS)
        self._cores = _inflected(
            _bits(tables, _CORE_KINDS), {*tables.verbs, *tables.nouns, *tables.names, *tables.nisba}
        )
        self._known = _NUMBERS.union(
            _ADVERBIAL,
            self._functions,
            self._cores,
            tables.names,
            tables.nisba,
            tables.light,
            tables.nouns,
            tables.verbs,
        )

    def __missing__(self, surface: str) -> Word:
        if len(self) >= self.LIMIT:
            self.clear()
        word = self[surface] = self._analyse(surface)
        return word

    def split(self, text: str, start: int) -> tuple[list[Word], list[str], list[int]]:
        """The words of a stretch that begins at ``start``; what stands before each, and after the last; where each is.

        Nearly all words stand between two spaces; the others («"نشعر», «أمس،», «ديسمبر/كانون», «-») are put in place
        from the last one on, so that the indices of those before stay what they are.
        """
        chunks = text.split(" ")
        found = list(map(self.get, chunks))
        gaps = ["", *[" "] * (len(chunks) - 1), ""]
        places = list(accumulate(map(_WITH_SPACE, map(len, chunks)), initial=start))
        places.pop()
        known = self._chunks
        for at in list(compress(range(len(found)), map(not_, found)))[::-1]:
            chunk = chunks[at]
            opened = known.get(chunk)
            if opened is None and not chunk.strip("ـ"):
                opened = known[chunk] = [], [chunk], []  # « ـ »: a dash
            if opened is None:
                if chunk.isalnum():
                    found[at] = self[chunk]
                    continue
                surfaces, between, offsets = _opened(chunk)
                if surfaces == [chunk]:
                    found[at] = self[chunk]
                    continue
                if len(known) >= self.LIMIT:
                    known.clear()
                opened = known[chunk] = [self[surface] for surface in surfaces], between, offsets
            words, between, offsets = opened
            if len(words) == 1:
                found[at] = words[0]
                if offsets[0]:
                    places[at] += offsets[0]
                    gaps[at] += between[0]
                gaps[at + 1] = between[1] + gaps[at + 1]
            elif words:
                found[at : at + 1] = words
                gaps[at : at + 2] = [gaps[at] + between[0], *between[1:-1], between[-1] + gaps[at + 1]]
                places[at : at + 1] = map(places[at].__add__, offsets)
            else:
                del found[at], places[at]
                gaps[at : at + 2] = [gaps[at] + between[0] + gaps[at + 1]]
        return cast("list[Word]", found), gaps, places

    def _analyse(self, surface: str) -> Word:  # noqa: PLR0915 (one look at each list)
        tables = self.tables
        folded = fold(surface)
        if folded == surface:
            folded = surface  # one string in memory
        kind = 0
        if folded.isdigit():
            return Word(surface, folded, Kind.NUMBER, (folded,), "", "", folded, 0, (), (), None, ())
        whole = folded in _WHOLE or folded in _ADVERBIAL
        splits = [("", "", folded, 0)] if whole else list(stripped(folded))
        readings: list[Reading] = []
        names: list[tuple[int, str, Names]] = []
        nisba: Entity | None = None
        light: list[tuple[str, Inflection]] = []
        best: tuple[str, str, str, int] | None = None
        cues = dict.fromkeys((folded,))
        final_ta = surface.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة")
        for split in splits:
            conjunction, preposition, rest, cut = split
            cues[rest] = None
            if not self._possible(rest):
                if cut and best is None and len(rest) > 4 and rest.startswith("ال"):
                    best = split
                continue
            known = self._functions.get(rest, 0) if not preposition else 0
            core = self._cores.get(rest, 0) if conjunction != "ف" or len(rest) > 3 else 0
            if preposition and core & (Kind.PLACE_HEAD | Kind.TITLE | Kind.GROUP) and not core & Kind.OFFICE:
                known = 0
            if rest in tables.names:
                if rest not in self._names:
                    self._names[rest] = Names(tables.names[rest])
                names.append((cut, preposition, self._names[rest]))
                core |= Kind.NAME
            if rest in tables.nisba and nisba is None:
                nisba = tables.nisba[rest]
                core |= Kind.NISBA
            if rest in _NUMBERS:
                kind |= Kind.NUMBER
                best = best or split
                continue
            if rest in _ADVERBIAL:
                continue
            bare = known & Kind.PREPOSITION and not conjunction and "\u0651" not in surface and rest != "عبر"
            found = [] if bare else self._trigger_readings(split, final_ta=final_ta, geminate="\u0651" in surface)
            readings += found
            if not preposition and not final_ta:
                lighter = self._light(rest, conjunction)
                light += lighter
                if lighter and best is None:
                    best = split  # «واصل» is one word, «فاندلعت» two
            if found:
                core |= Kind.TRIGGER
            if rest in _NUMBERS and not preposition:
                core |= Kind.NUMBER
            if known or core:
                kind |= known | core
                if best is None:
                    best = split
            if rest.startswith("ال") and len(rest) > 4 and best is None and cut:
                best = split
        if light:
            kind |= Kind.LIGHT | Kind.VERB
        if best is None:
            best = splits[0]
            if len(folded) > 3 and folded[0] == "و" and not whole:
                best = next((each for each in splits if each[0] == "و" and not each[1]), best)
        conjunction, preposition, core_word, cut = best
        if preposition:
            cues[preposition] = None
            if preposition == "ل" and core_word.startswith("ال"):
                cues["لل"] = None
        elif not whole:
            for split in splits[1:]:
                if split[1]:
                    cues[split[1]] = None
        if kind & Kind.COMPLEMENTIZER:
            cues["ان"] = None
        if core_word.startswith("ال") and len(core_word) > 3:
            kind |= Kind.DEFINITE
        tenses = {reading.inflection.tense for reading in readings}
        verbal = "past" in tenses or "present" in tenses
        if verbal and kind & Kind.PREPOSITION and "\u0651" not in surface:
            pass  # «بين», «وبين», «عبر»: a preposition before it is a verb
        elif verbal:
            kind |= Kind.VERB
        elif not kind & (Kind.NAME | Kind.TITLE | Kind.GROUP | Kind.NISBA) and self._looks_like_verb(core_word):
            kind |= Kind.VERB | (0 if core_word in _COMMON_VERBS else Kind.GUESS)
        if core_word in _SUBORDINATE:
            kind |= Kind.SUBORDINATE
        if kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE | Kind.VERB | Kind.SUBORDINATE) or "participle" in tenses:
            kind |= Kind.CLAUSAL
        if core_word in CUES or folded in CUES:
            kind |= Kind.CUE
        return Word(
            surface, folded, kind, tuple(cues), conjunction, preposition, core_word, cut,
            tuple(readings), tuple(names), nisba, tuple(light),
            sum(1 << place for place, sought in enumerate(_SOUGHT) if kind & sought),
        )  # fmt: skip

    def _possible(self, rest: str) -> bool:
        """Whether any list may know a word, or what is left of it without س, ال or a pronoun; most are in none."""
        known = self._known
        bases = (rest, rest[1:]) if rest[:1] == "س" else (rest, rest[2:]) if rest.startswith("ال") else (rest,)
        for base in bases:
            if base in known:
                return True
            for pronoun in _PRONOUNS_BY_END.get(base[-1:], ()):
                if base.endswith(pronoun) and base[: -len(pronoun)] in known:
                    return True
        return False

    def _light(self, rest: str, _conjunction: str) -> list[tuple[str, Inflection]]:
        found = list(self.tables.light.get(rest, ()))
        if not found and rest[-1:] in _PRONOUN_ENDS:
            for pronoun in OBJECT_PRONOUNS:
                if rest.endswith(pronoun):
                    found += self.tables.light.get(rest[: -len(pronoun)], ())
        if not found and rest.startswith("س"):
            found += [each for each in self.tables.light.get(rest[1:], ()) if each[1].tense == "present"]
        return [each for each in found if not each[1].passive]

    def _looks_like_verb(self, core: str) -> bool:
        if core in _COMMON_VERBS:
            return True
        if core.startswith(_NOUNS_LIKE_VERBS):
            return False
        if len(core) >= 4 and core[0] == "ي" and not core.endswith(("ي", "يه", "ات")):
            return True
        if len(core) >= 5 and core.startswith(("سي", "ست", "سن")) and core[1] != "ا":
            return core.startswith("سي")
        return len(core) >= 5 and core.endswith("وا")

    def _trigger_readings(self, split: tuple[str, str, str, int], *, final_ta: bool, geminate: bool) -> list[Reading]:
        conjunction, preposition, rest, cut = split
        tables = self.tables
        readings: list[Reading] = []
        if not preposition or preposition == "ل":
            self._verb_readings(readings, split, final_ta=final_ta, geminate=geminate)
        definite = rest.startswith("ال") and len(rest) > 4
        stem = rest[2:] if definite else rest
        for lemma, inflection in tables.nouns.get(stem, ()):
            if inflection.bound:
                continue
            readings.append(Reading(lemma, inflection, cut, conjunction, preposition, definite=definite))
        if not definite and not final_ta and rest[-1:] in _PRONOUN_ENDS:
            for pronoun in OBJECT_PRONOUNS:
                if rest.endswith(pronoun) and len(rest) - len(pronoun) >= 3:
                    for lemma, inflection in tables.nouns.get(rest[: -len(pronoun)], ()):
                        readings.append(Reading(lemma, inflection, cut, conjunction, preposition, pronoun=pronoun))
                    break
        return readings

    @staticmethod
    def _takes(lemma: Lemma, inflection: Inflection, pronoun: str, stem: str) -> bool:
        """Whether a form can carry an object pronoun."""
        if inflection.tense == "participle" or inflection.passive or inflection.jussive or len(stem) < 3:
            return False
        if lemma.frame.get("intransitive"):
            return False
        return pronoun in ("ه", "ها") or "object" in lemma.frame.get("roles", {})

    def _verb_readings(
        self, readings: list[Reading], split: tuple[str, str, str, int], *, final_ta: bool, geminate: bool
    ) -> None:
        _, preposition, rest, _ = split
        future = rest.startswith("س") and len(rest) > 3 and not preposition
        for stem, is_future in ((rest, False), (rest[1:], True)) if future else ((rest, False),):
            self._verb_stem(readings, stem, "", split, future=is_future, geminate=geminate)
            if final_ta or stem[-1:] not in _PRONOUN_ENDS:
                continue
            for pronoun in OBJECT_PRONOUNS:
                if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
                    self._verb_stem(
                        readings, stem[: -len(pronoun)], pronoun, split, future=is_future, geminate=geminate
                    )

    def _verb_stem(
        self,
        readings: list[Reading],
        stem: str,
        pronoun: str,
        split: tuple[str, str, str, int],
        *,
        future: bool,
        geminate: bool,  # whether the spelling has a shadda: «فردّ» is a verb, «فرد» a noun
    ) -> None:
        conjunction, preposition, _, cut = split
        for lemma, inflection in self.tables.verbs.get(stem, ()):
            if (future or preposition) and inflection.tense != "present":
                continue
            if future and inflection.passive and lemma.name == "زار":
                continue  # «سيزار» is a name
            if conjunction == "ف" and (inflection.passive or (len(stem) < 3 and not geminate)):
                continue
            if pronoun and not self._takes(lemma, inflection, pronoun, stem):
                continue
            if inflection.bound and not pronoun:
                continue
            readings.append(Reading(lemma, inflection, cut, conjunction, preposition, pronoun=pronoun, future=future))


def _opened(chunk: str) -> tuple[list[str], list[str], list[int]]:
    """The words in what stands between two spaces, what is before each and after the last, and where each begins."""
    pieces = _SEPARATOR.split(chunk)
    if len(pieces) == 3 and bool(pieces[0]) is not bool(pieces[2]):
        before, separator, after = pieces
        return ([before], ["", separator], [0]) if before else ([after], [separator, ""], [len(separator)])
    starts = list(accumulate(map(len, pieces), initial=0))
    filled = [index for index in range(0, len(pieces), 2) if pieces[index]]
    edges = [-1, *filled, len(pieces)]
    gaps = ["".join(pieces[one + 1 : other]) for one, other in pairwise(edges)]
    return [pieces[index] for index in filled], gaps, [starts[index] for index in filled]

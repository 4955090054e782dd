"""Words: a spelling is looked up once, and taken apart into what is written together.

«وللجيش» is the conjunction و, the preposition ل and «الجيش»; «سيهاجمها» is one verb, future, with its object. Each
part is a `Form`: all that the lexicon knows of it, and one letter (its category) that rules of chunks are written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.lexicon.gazetteer import Entity, Gazetteer, gazetteer
from timeline.syntax.categories import category, of_particle
from timeline.syntax.derivation import derived_adjectives, derived_masdars
from timeline.syntax.form import (
    PLAIN,
    SHADDA,
    Form,
    Openings,
    Part,
    Phrases,
    Shown,
    Spelling,
    as_marked,
    as_printed,
    likely,
    shown_accusative,
)
from timeline.syntax.government import ATTACHED
from timeline.syntax.lexicon import Entry, Words, words
from timeline.syntax.splitting import beginnings, by_shape, governs, plurals_before_pronoun, without_rare_readings
from timeline.text.spelling import CONJUNCTIONS, MARKS, PREPOSITIONS, fold, offset_of_letter, stripped

_FINITE = ("past", "present")
_THE = "ال"
_AS = PREPOSITIONS[-1]
_DIGITS = re.compile(f"([{''.join(CONJUNCTIONS)}]?)([{''.join(PREPOSITIONS)}]?)(?:{_THE})?[0-9٠-٩]")
_COUNTED = frozenset(("measure", "money", "time", "part"))
_ALEFS = frozenset("أإآ")
_VOWELS = re.compile("[\u064b-\u0652]+$")
_PRONOUNS = {end: tuple(each for each in ATTACHED if each.endswith(end)) for end in {p[-1] for p in ATTACHED}}
_RARE_PRONOUNS = frozenset(("ني", "ك", "كم", "نا", "ي"))
_OF_VERBS = frozenset(("ني",))  # no noun has them
#: Before a genitive or a pronoun a noun of five letters and more may be cut, a shorter one is itself.
_SHORTEST = 2
_SHORTEST_NAME = 5


class Vocabulary(dict[str, Spelling]):
    """Spelling to its parts; a spelling is taken apart when first met."""

    #: So that a stream of millions of texts cannot fill the memory; to take a spelling apart anew costs little.
    LIMIT = 30_000

    def __init__(self, lexicon: Words | None = None, names: Gazetteer | None = None) -> None:
        super().__init__()
        self.words = lexicon or words()
        self.names = names or gazetteer()
        self._forms: dict[tuple[str, Shown, bool], Form] = {}

    def __missing__(self, surface: str) -> Spelling:
        if len(self) >= self.LIMIT:
            self.clear()
            self._forms.clear()
        folded = fold(surface)
        parts = tuple(self._taken_apart(surface, folded))
        spelling = self[surface] = Spelling(folded, parts, self._openings(folded))
        return spelling

    def _openings(self, folded: str) -> Openings:
        """The names and phrases that begin with the word, or behind what is written together with it."""
        found = []
        for taken, preposition, rest in beginnings(folded):
            phrases = () if preposition else self.words.phrases.get(rest, ())
            names = self.names.names.get(rest, ())
            if not phrases and not names:
                continue
            entries: list[tuple[tuple[str, ...], Entity | Form]] = [
                (words, self._phrase(folded, kind, said)) for words, kind, said in phrases
            ]
            entries += names
            entries.sort(key=lambda each: -len(each[0]))
            longer: dict[str, Phrases] = {}
            for entry in entries:
                if entry[0]:
                    longer[entry[0][0]] = (*longer.get(entry[0][0], ()), entry)
            found.append((taken, longer, tuple([meaning for words, meaning in entries if not words])))
        return tuple(found)

    def _phrase(self, folded: str, kind: str, said: str) -> Form:
        """What several words say together: a particle, or a title («اللواء الركن», «القائم بالأعمال»)."""
        if kind == "wish":
            return Form(folded, particle=kind)
        if kind == "epithet":  # «طائرة بدون طيار»
            return Form(said, "A")
        if kind != "title":
            return Form(folded, of_particle(kind), particle=kind, meaning=said)
        entry = self.words.titles[said]
        definite = said.startswith("ال")
        return Form(said, "S" if definite else "H", nouns=(entry,), definite=definite, classes=entry[0].classes)

    def _taken_apart(self, surface: str, folded: str) -> Iterator[Part]:
        if not folded:
            return
        bare = _VOWELS.sub("", surface)
        conjunction, preposition, rest, _ = self._split(folded, bare)
        place = letters = 0
        for particle in (conjunction, preposition):
            if particle:
                letters += len(particle)
                end = offset_of_letter(surface, letters)
                yield self.form(particle, clitic=True), place, end
                place = end
        shown = Shown.of(surface, place)
        yield self.form(rest, shown, noun=bool(preposition)), place, len(surface)

    def _split(self, folded: str, bare: str) -> tuple[str, str, str, int]:
        """The conjunction, the preposition, what is left, and the letters taken away."""
        digits = _DIGITS.match(folded)
        if digits:  # «و3», «ال15»
            return digits[1], digits[2], folded[digits.end(2) :], digits.end(2)
        splits = list(stripped(folded))
        lexicon = self.words
        alef = bare[0] in _BEFORE_ALEF and bare[1:2] in _ALEFS and folded not in lexicon.particles  # «وأحد», «لأي»
        named = len(folded) > _SHORTEST and folded[0] in CONJUNCTIONS and folded in lexicon.given  # «فراس»
        if (folded in lexicon.whole or named) and folded not in lexicon.split and not alef:
            return splits[0]
        joined = (
            len(splits) > 1
            and splits[1][3] == 1
            and splits[1][0]
            and lexicon.particles.get(splits[1][2], ("pronominal",))[0] != "pronominal"
        )
        shown = Shown.of(bare, 0)._replace(tanween=False, passive=False)
        verb = shown.short and self._is_verb_behind_and(folded)
        whole = folded not in lexicon.split and not joined and not alef and not verb
        order = splits if whole else [*splits[1:], splits[0]]
        best = None
        for split in order:
            _, preposition, rest, _ = split
            form = self.form(rest, shown, noun=bool(preposition))
            named = self._is_whole_name(rest)  # «بسيناء»
            particle = bool(form.particle) or form.code == "V"
            if preposition and particle and not named and not self._may_follow(preposition, form):
                continue
            if preposition and not form.definite and not folded.endswith(rest):
                continue  # «للقاء» is ل and لقاء: the article that was given back is no part of «إلقاء»
            if form.weak and not named:
                best = best or split
                continue
            if form.known or (rest in self.names.names and (not split[3] or len(rest) > 3)):
                best = split
                break
            if best is None and (form.name or named):
                best = split
        return best or self._compared(splits) or by_shape(folded, splits)

    def _is_verb_behind_and(self, folded: str) -> bool:
        """«وسعى»: printed with ى it is «و» and a verb, and no dual or adjective in ي."""
        behind = self.form(folded[1:]) if folded[0] == "و" and len(folded) > _SHORTEST + 1 else None
        return behind is not None and behind.code == "V" and not behind.rare and not self.form(folded).verbs

    def _is_whole_name(self, folded: str) -> bool:
        """«مصر» of «بمصر»: a name of one short word."""
        return any(not rest for rest, _ in self.names.names.get(folded, ()))

    def _compared(self, splits: list[tuple[str, str, str, int]]) -> tuple[str, str, str, int] | None:
        """«كجزء», «كهذا»: ك before a noun without an article; «لايزال»: where nothing else reads the word."""
        for conjunction, preposition, rest, taken in splits:
            if preposition or len(rest) < 4:
                continue
            if rest[0] == _AS:
                form = self.form(rest[1:])
                common = (form.nouns or form.adjectives or form.nisba) and not form.definite
                if common or form.particle == "demonstrative":
                    return conjunction, _AS, rest[1:], taken + 1
            for negation in self.words.joined_negations:
                verbs = self.form(rest.removeprefix(negation)).verbs if rest.startswith(negation) else ()
                if any(lemma.key in self.words.auxiliaries for lemma, _ in verbs):  # «لايزال»
                    return conjunction, negation, rest.removeprefix(negation), taken + len(negation)
        return None

    def _may_follow(self, preposition: str, form: Form) -> bool:
        """«لهذا», «بأن», «ليقصف», «بنحو 200»; but «لو», «بل» are no preposition with a word."""
        if not form.particle:
            return preposition == "ل"
        return form.particle in _AFTER_A_PREPOSITION or form.folded in self.words.approximate

    def form(self, folded: str, shown: Shown = PLAIN, *, clitic: bool = False, noun: bool = False) -> Form:
        """What is known of a part, looked up once.

        ``noun``: it stands behind a preposition, and so is a noun if it can be («بشمال العراق», not «شمال العراق»).
        """
        particle = folded in self.words.particles and not clitic and self._no_particle(folded, shown, noun=noun)
        key = (folded, shown, particle)
        known = self._forms.get(key)
        if known is None:
            known = self._forms[key] = self._look_up(folded, shown, clitic=clitic, particle=not particle)
            if known.nouns and (shown.short or shown.own):
                known = self._forms[key] = as_printed(known, shown)
            if known.verbs and known.code in "VW":
                as_marked(known, shown)
        return known

    def described(self, folded: str) -> Form | None:
        """A word that is mostly a preposition as the adjective that it can be: «غربي»."""
        form = Form(folded)
        self._nominal(form, folded, ta=False)
        if not form.adjectives:
            return None
        form.nouns, form.code = (), category(form, common=False)
        return form

    def _no_particle(self, folded: str, shown: Shown, *, noun: bool) -> bool:
        """Whether a word that is spelled like a particle is none, by its marks or its place.

        «هنأ» has a hamza that «هنا» has not, «آلية» a ة that «إليه» has not, «بيّن» the shadda of a verb.
        """
        lexicon = self.words
        if (shown.tanween and not folded.endswith("ا")) or (shown.hamza and folded not in lexicon.with_hamza):
            return True
        if shown.ta and folded in lexicon.with_ha:
            return True
        entries = lexicon.forms.get(folded, ())
        if shown.shadda and any(lemma.part == "verb" and SHADDA in lemma.name[:-1] for lemma, _ in entries):
            return True
        kind = lexicon.particles[folded][0]
        if not noun or folded in lexicon.approximate or len(folded) < 3:
            return False
        if kind in ("adverb", "pronominal"):
            return folded[-1] in _PRONOUNS and self._possessed(folded) is not None  # «بنفسه», «بداخلها»
        return kind == "preposition" and any(lemma.part == "noun" for lemma, _ in entries)

    def _look_up(self, folded: str, shown: Shown, *, clitic: bool, particle: bool) -> Form:
        lexicon = self.words
        ta, tanween, form = shown.ta, shown.tanween, Form(folded)
        if folded[0].isdigit() or (folded[-1].isdigit() and _DIGITS.match(folded)):
            form.code = "Z"
            form.particle = "number"
            return form
        if particle and folded in lexicon.particles:
            form.particle, form.meaning = lexicon.particles[folded]
            form.code = of_particle(form.particle)
            if form.particle == "preposition" and not clitic:
                form.verbs = tuple(entry for entry in self._finite(folded, "") if entry[1].tense == "past")  # «عبر»
            return form
        if clitic or folded in ("و", "ف"):
            form.particle, form.meaning, form.code = "conjunction", folded, "c"
            return form
        form.nisba = self.names.nisba.get(folded)
        form.definite = folded.startswith("ال") and len(folded) > 3 and not shown.own
        stem = folded[2:] if form.definite else folded
        self._nominal(form, stem, ta=ta)
        if form.definite and self._begins_itself(form, folded, ta=ta):
            form.definite = False  # «التزام», «إلغاء», «التقى»: the letters are its own
            self._nominal(form, folded, ta=ta)
        if not form.definite and not tanween:
            self._verbal(form, folded, ta=ta)
        form.verbs = likely(form.verbs)
        if not (form.adjectives or form.verbs or form.participles or form.nisba or form.pronoun):
            self._derived(form, folded)
        without_rare_readings(form)
        form.accusative = tanween or (not form.definite and not form.pronoun and shown_accusative(form))
        if folded in lexicon.given:
            form.name = "given"
        elif folded in lexicon.name_particles:
            form.name = "particle"
        elif folded in lexicon.family:
            form.name = "family"
        elif folded in lexicon.second:
            form.name = "second"
        elif len(folded) > _SHORTEST_NAME and folded.startswith(lexicon.name_beginnings):
            form.name = "given"
        if form.verbs and folded[0] == "و" and len(folded) > 3:
            form.joined = tuple(entry for entry in self._finite(folded[1:], "") if entry[1].person == 3)
        form.code = category(form, common=folded in lexicon.common_names)
        return form

    def _derived(self, form: Form, folded: str) -> None:
        """«نارية», «محسومة»: an adjective by its shape, unless the word is a name or a noun of its own.

        With an article an unknown word is as likely a name («المعموري», «الصرافية») and stays unknown.
        """
        dual = all(each.number == "dual" and each.bound for _, each in form.nouns)
        counted = any(lemma.classes & _COUNTED for lemma, _ in form.nouns)  # «ملياري دولار»
        if folded in self.words.given or folded in self.words.family:
            return
        if not form.nouns and folded not in self.names.names and (masdars := derived_masdars(folded)):
            form.nouns, form.derived = masdars, True
            return
        if form.definite or counted or not dual:
            return
        form.adjectives = derived_adjectives(self.words, folded)
        form.derived = bool(form.adjectives) and not form.nouns

    def _begins_itself(self, form: Form, folded: str, *, ta: bool) -> bool:
        """Whether «ال» is no article but the beginning of the word."""
        own = self.words.forms.get(folded, ())
        if not (own or form.nouns or form.adjectives or form.participles or form.nisba) and folded[-1] in _PRONOUNS:
            trial = Form(folded)  # «التزاماته», «ألقاها»: an article and a pronoun exclude each other
            self._nominal(trial, folded, ta=ta)
            self._verbal(trial, folded, ta=ta)
            return bool(trial.pronoun)
        if any(lemma.part == "verb" and each.tense in _FINITE and each.person == 3 for lemma, each in own):
            return not ta and not any("masdar" not in lemma.classes for lemma, _ in form.nouns)
        return bool(own) and not form.nouns and not form.adjectives

    def _nominal(self, form: Form, stem: str, *, ta: bool) -> None:
        nouns: list[Entry] = []
        adjectives: list[Entry] = []
        participles: list[Entry] = []
        for entry in self.words.forms.get(stem, ()):
            lemma, inflection = entry
            if inflection.tense in _FINITE or (inflection.bound and (form.definite or inflection.number == "singular")):
                continue
            if inflection.tense == "participle":
                participles.append(entry)
            elif lemma.part == "adjective":
                adjectives.append(entry)
            else:
                nouns.append(entry)
        if not ta and not form.definite and stem[-1:] in _PRONOUNS:
            attached = self._possessed(stem)
            if attached is not None and (stem.endswith("ه") or not (nouns or adjectives)):
                adjectives = []
                nouns, form.pronoun = attached
                participles = []
        form.nouns, form.adjectives, form.participles = tuple(nouns), tuple(adjectives), tuple(participles)

    def _possessed(self, stem: str) -> tuple[list[Entry], str] | None:
        for pronoun in _PRONOUNS[stem[-1]]:
            body = stem[: -len(pronoun)]
            if stem.endswith(pronoun) and len(body) > _SHORTEST - 1 and pronoun not in _OF_VERBS:
                found = [
                    entry for entry in self.words.forms.get(body, ())
                    if (entry[0].part == "noun" or "elative" in entry[0].classes)
                    and entry[1].tense in ("noun", "masdar")
                    and (entry[1].bound or not body.endswith("ه") or entry[1].number == "plural")
                    and entry[1].case != "acc" and not (entry[1].number == "dual" and not entry[1].bound)
                ]  # fmt: skip
                found = plurals_before_pronoun(body, self.words.forms) or found  # «قتلاهم»: قتلى, and no two killings
                if found:
                    return found, pronoun
        return None

    def _verbal(self, form: Form, folded: str, *, ta: bool) -> None:
        if ta:
            return
        found = self._finite(folded, "")
        if folded[0] == "س" and len(folded) > 3:
            future = [e for e in self._finite(folded[1:], "") if e[1].tense == "present" and not e[1].jussive]
            form.future = bool(future) and not found
            found = found or future
        if found and form.pronoun in _RARE_PRONOUNS:
            form.nouns, form.pronoun = (), ""  # «شكك» is no «your doubt»
        if found and folded[-1] not in "هامني":
            form.verbs = tuple(found)
            return
        nominal = form.adjectives or form.nouns or form.nisba
        if folded[-1] in _PRONOUNS:
            for pronoun in _PRONOUNS[folded[-1]]:
                body = folded[: -len(pronoun)]
                if not folded.endswith(pronoun) or len(body) < _SHORTEST:
                    continue
                attached = [entry for entry in self._finite(body, pronoun) if governs(entry)]
                if body[0] == "س" and not attached:
                    attached = [e for e in self._finite(body[1:], pronoun) if e[1].tense == "present" and governs(e)]
                    form.future = form.future or bool(attached)
                if attached and not found and not (nominal and pronoun in _RARE_PRONOUNS):  # «أمني»: no verb with «ني»
                    found = attached
                    form.pronoun = pronoun
                    if all(lemma.part == "adjective" for lemma, _ in form.nouns):
                        form.nouns = ()  # «أعرفه»
                    break
        form.verbs = tuple(found)

    def _finite(self, stem: str, pronoun: str) -> list[Entry]:
        return [
            entry
            for entry in self.words.forms.get(stem, ())
            if entry[1].tense in _FINITE
            and (bool(pronoun) or not entry[1].bound)
            and not (
                pronoun
                and (
                    entry[1].passive
                    or (entry[1].tense == "past" and entry[1].number == "plural" and not entry[1].bound)
                )
            )
        ]


#: What is written together with a word that begins with a hamza: «وأحد» is no «واحد», «لأي» no «لاي».
_BEFORE_ALEF = (*CONJUNCTIONS, "ل")
_AFTER_A_PREPOSITION = frozenset(
    ("demonstrative", "number", "degree", "distributive", "complementizer", "relative", "resumptive", "purpose")
)

#: A word with its marks; everything else separates.
WORD = re.compile(f"[\\w{MARKS}]+")

"""The words of the syntax, read from TOML and inflected: every form of verbs, nouns and adjectives, the small words.

«قصف» is a verb (past) and its verbal noun, «مسلحو» a plural before its genitive, «على يد» a preposition that brings who
did it.
"""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from attrs import define, field, frozen

from timeline.lexicon.conjugation import Inflection, active_participle, inflected, verb_forms
from timeline.lexicon.verbs import verbs
from timeline.syntax.declension import adjective_forms, noun_forms
from timeline.syntax.government import ATTACHED, CLAUSE
from timeline.text.spelling import fold

Part = Literal["verb", "noun", "adjective"]

#: Classes of nouns that can act of themselves.
PEOPLE = frozenset(("person", "people", "force"))


@frozen(eq=False)
class Lemma:
    """A word of the dictionary: «قصف», a verb that takes an object; «قصف», its verbal noun; «جسر», a building.

    ``name`` is the dictionary's spelling; ``classes`` says what a noun can be; ``takes`` what a verb governs:
    ``object``,
    ``objects`` (two), ``أن`` (a clause) and prepositions; ``verb`` the verb that a verbal noun belongs to.
    """

    name: str
    part: Part
    classes: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    verb: Lemma | None = None
    key: str = field(init=False)  # the name, folded

    @key.default
    def _fold(self) -> str:
        return fold(self.name)

    @property
    def takes_clause(self) -> bool:
        """Whether it governs a clause: «أعلن أن»."""
        return CLAUSE in self.takes


Entry = tuple[Lemma, Inflection]


@define(eq=False)
class Words:
    """Everything inflected; keys are folded."""

    forms: dict[str, list[Entry]] = field(factory=dict)
    particles: dict[str, tuple[str, str]] = field(factory=dict)  # word -> (kind, what it means)
    with_hamza: set[str] = field(factory=set)  # the particles that are written with one
    with_ha: set[str] = field(factory=set)  # the particles that end in ه and not in ة: «إليه»
    joined_negations: tuple[str, ...] = ()  # what is printed together with an auxiliary: «لايزال», «مازالت»
    approximate: frozenset[str] = frozenset()  # prepositions that are «about» before a number: «نحو مئة مسلح»
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(
        factory=dict
    )  # first word -> rest, kind, meaning
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()  # verbs that news uses without who did it
    spelled_passives: set[str] = field(factory=set)  # whose past has a passive of its own spelling: «هوجم»
    anchors: frozenset[str] = frozenset()  # prepositions that tell when by another act: «بعد», «عقب»
    whole: frozenset[str] = frozenset()
    split: frozenset[str] = frozenset()
    second: frozenset[str] = frozenset()  # the second part of a name: «نصر الله», «سيف الإسلام»
    name_beginnings: tuple[str, ...] = ()  # «عبدالرقيب»
    given: dict[str, str] = field(factory=dict)  # given name -> its gender
    family: frozenset[str] = frozenset()
    common_names: frozenset[str] = frozenset()
    name_particles: frozenset[str] = frozenset()
    titles: dict[str, Entry] = field(factory=dict)  # offices and ranks of several words: «اللواء الركن»
    verbs: dict[str, list[Lemma]] = field(factory=dict)  # folded past -> lemmas
    nouns: dict[str, list[Lemma]] = field(factory=dict)


def _read(name: str) -> dict[str, Any]:
    source = resources.files("timeline.lexicon") / "ar" / "syntax" / name
    return tomllib.loads(source.read_text("utf-8"))


def _add(made: Words, lemma: Lemma, forms: Mapping[str, list[Inflection]]) -> None:
    for form, inflections in forms.items():
        made.forms.setdefault(form, []).extend([(lemma, each) for each in inflections])


_PAST = inflected("past")
_PAST_PASSIVE = inflected("past", passive=True)


def _verbs(made: Words) -> None:
    for verb in verbs():
        lemma = Lemma(verb.past, "verb", takes=verb.takes)
        made.verbs.setdefault(lemma.key, []).append(lemma)
        forms = verb_forms(verb.past, verb.present, active_participle(verb.past))
        _add(made, lemma, forms)
        if any(_PAST_PASSIVE in inflections and _PAST not in inflections for inflections in forms.values()):
            made.spelled_passives.add(lemma.key)
        for masdar in verb.masdars:
            noun = Lemma(masdar, "noun", frozenset(("masdar",)), verb.takes, lemma)
            made.nouns.setdefault(noun.key, []).append(noun)
            _add(made, noun, noun_forms(masdar, (), masdar=True))


def _words(text: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The entries of a list: «حرب/حروب+f» is حرب, its plurals, and the mark."""
    for each in text.split():
        entry, _, mark = each.partition("+")
        singular, *others = entry.split("/")
        yield singular, tuple(others), mark


def _nouns(made: Words) -> None:
    classes: dict[str, set[str]] = {}
    shapes: dict[str, tuple[tuple[str, ...], str]] = {}
    for name, table in _read("nouns.toml").items():
        for singular, plurals, mark in _words(table["words"]):
            classes.setdefault(singular, set()).add(name)
            known = shapes.get(singular, ((), ""))
            shapes[singular] = (tuple(dict.fromkeys((*known[0], *plurals))), mark or known[1])
    for title in _titles():
        for singular, plurals, _ in _words(title):
            classes.setdefault(singular, set()).update(("person", "title"))
            known = shapes.get(singular, ((), ""))
            shapes[singular] = (tuple(dict.fromkeys((*known[0], *plurals))), known[1])
    bases = {*map(fold, shapes), *made.nouns}
    for singular, (plurals, mark) in shapes.items():
        lemma = Lemma(singular, "noun", frozenset(classes[singular]))
        made.nouns.setdefault(lemma.key, []).append(lemma)
        person = "m" if "person" in classes[singular] else "any" if classes[singular] & PEOPLE else ""
        _add(
            made,
            lemma,
            noun_forms(singular, plurals, person=person, gender=mark, feminine=fold(singular) + "ه" not in bases),
        )


def _titles() -> list[str]:
    tables = _read("titles.toml")
    return [tables[name]["words"] for name in ("rank", "office")]


def _adjectives(made: Words) -> None:
    listed: dict[str, tuple[Lemma, tuple[str, ...]]] = {}
    for name, table in _read("adjectives.toml").items():
        for singular, others, _ in _words(table["words"]):
            listed[singular] = Lemma(singular, "adjective", frozenset((name,))), others
    for table in _read("nouns.toml").values():
        for singular, plurals, _ in _words(table["words"]):
            if singular.endswith(_BELONGING) and singular + _OF_MANY in plurals:  # «حوثي/حوثيون»
                listed.setdefault(singular, (Lemma(singular, "adjective", frozenset(("adjective",))), ()))
    for singular, (lemma, others) in listed.items():
        _add(made, lemma, adjective_forms(singular, others))


_BELONGING, _OF_MANY = "ي", "ون"


def _particles(made: Words) -> None:
    tables = _read("particles.toml")
    made.auxiliaries = frozenset(map(fold, tables.pop("auxiliary")["words"]))
    made.anchors = frozenset(map(fold, tables.pop("anchor")["words"]))
    made.passives = frozenset(map(fold, tables.pop("passive")["words"]))
    made.whole = frozenset(map(fold, tables.pop("whole")["words"]))
    made.split = frozenset(map(fold, tables.pop("split")["words"]))
    made.joined_negations = tuple(map(fold, tables.pop("joined_negation")["words"]))
    made.approximate = frozenset(map(fold, tables.pop("approximate")["words"]))
    for kind, table in tables.items():
        for word in (*table.get("words", ()), *_with_pronouns(table.get("stems", ()))):
            _add_particle(made, word, kind, word)
        for phrase, meaning in table.get("phrases", {}).items():
            _add_particle(made, phrase, kind, meaning)


def _with_pronouns(stems: Iterable[str]) -> Iterator[str]:
    """«عليه», «عليها», «عليكم»: prepositions with each pronoun, from «علي»."""
    for stem in stems:
        for pronoun in ATTACHED:
            if pronoun not in _OF_VERBS:
                yield stem + pronoun


_OF_VERBS = frozenset(("ني",))


def _add_particle(made: Words, word: str, kind: str, meaning: str) -> None:
    first, *rest = fold(word).split()
    if rest:
        made.phrases.setdefault(first, []).append((tuple(rest), kind, fold(meaning)))
        made.phrases[first].sort(key=lambda each: -len(each[0]))
    else:
        made.particles.setdefault(first, (kind, fold(meaning)))
        if has_hamza(word):
            made.with_hamza.add(first)
        if word.endswith("ه"):
            made.with_ha.add(first)


def has_hamza(word: str) -> bool:
    """Whether a word is written with a hamza: «هنأ» (congratulated) is not «هنا» (here)."""
    return not _HAMZA.isdisjoint(word)


_HAMZA = frozenset("أإؤئآ")


def _names(made: Words) -> None:
    tables = _read("names.toml")
    for table, gender in (("given_male", "m"), ("given_female", "f")):
        for word in tables[table]["words"].split():
            made.given.setdefault(fold(word), gender)
    made.family = frozenset(fold(word) for word in tables["family"]["words"].split())
    made.common_names = frozenset(fold(word) for word in tables["common"]["words"].split())
    made.name_particles = frozenset(fold(word) for word in tables["particles"]["words"].split())
    made.name_beginnings = tuple(fold(word) for word in tables["beginning"]["words"].split())
    made.second = frozenset(fold(word) for word in tables["second"]["words"].split())
    titles = _read("titles.toml")
    for kind in ("honorific", "wish"):
        for phrase in filter(None, titles[kind]["words"].split("\n")):
            _add_particle(made, phrase, kind, phrase)
    for line in filter(None, titles["phrase"]["words"].split("\n")):
        _title_phrases(made, line)


def _title_phrases(made: Words, line: str) -> None:
    """«لواء ركن», «اللواء ركن», «اللواء الركن»: one word of the sentence each."""
    singular, _, plural = line.partition("/")
    lemma = Lemma(singular.split()[0], "noun", frozenset(("person", "title")))
    gender: Literal["m", "f"] = "f" if lemma.name.endswith("ة") else "m"
    for phrase, number in ((singular, "singular"), (plural, "plural")):
        first, *rest = phrase.split() or [""]
        every = [f"{_THE}{word}" for word in rest if not word.startswith(_THE) and len(rest) == 1]
        for words_of in ((first, *rest), (_THE + first, *rest), (_THE + first, *every)):
            if first and len(words_of) > 1:
                said = " ".join(words_of)
                made.titles[fold(said)] = lemma, Inflection("noun", number=number, gender=gender)  # type: ignore[arg-type]
                _add_particle(made, said, "title", said)


_THE = "ال"


@cache
def words() -> Words:
    """The words as they come with the package."""
    made = Words()
    collects = gc.isenabled()
    gc.disable()  # all that is made stays: half the time would go into looking for what does not
    try:
        _verbs(made)
        _nouns(made)
        _adjectives(made)
        _particles(made)
        _names(made)
    finally:
        if collects:
            gc.enable()
    return made

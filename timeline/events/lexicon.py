"""The words of events, read from TOML and compiled for look-up: triggers, names, titles, small words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from attrs import define, evolve, field, frozen

from timeline.errors import TimelineError
from timeline.events.conjugation import Inflection, noun_forms, verb_forms
from timeline.events.model import Codes, EventType
from timeline.events.spelling import fold

_FILES = {
    EventType.STATEMENT: "statements.toml",
    EventType.OFFENSIVE: "offensives.toml",
    EventType.MEETING: "meetings.toml",
}


class Frame(dict[str, Any]):
    """What a trigger asks of the words around it, as the TOML has it; its lists of words folded too."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        super().__init__(entries)
        self._words: dict[str, frozenset[str]] = {}
        #: Which preposition (or the object) brings which role.
        self.roles: dict[str, str] = {fold(key): role for key, role in self.get("roles", {}).items()}
        self.speaker_of: str = fold(self.get("speaker_of", ""))

    def words(self, key: str) -> frozenset[str]:
        """The folded words of one of its lists."""
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = _folded(self.get(key, ()))
        return known


#: What most frames have; the rest is asked for only of verbs and nouns that have more (`timeline.events.triggers`).
_USUAL = frozenset(
    (
        "adjectives", "after", "also_before", "also_pronoun", "as", "genitive", "intransitive", "light", "masdar",
        "masdar_needs", "needs", "never", "no_passive", "objects", "participle", "plural", "plural_only", "present",
        "present_weak", "refuse", "roles", "speaker_of", "subject", "subject_role", "subject_words", "subtype_of",
        "tense", "weak", "with",
    )
)  # fmt: skip


#: What else a frame may have (the heads of the files tell it).
_RARE = frozenset(
    ("active", "arrival", "impersonal", "marked", "masdar_never", "never_dual", "not_after", "spelled", "sport")
)


@frozen(eq=False)
class Lemma:
    """A trigger: «هاجم», its type, kind, codes and frame (see the head of statements.toml)."""

    name: str
    type: EventType
    subtype: str
    is_verb: bool
    frame: Frame
    needs: frozenset[str] = frozenset()
    masdar_needs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    refuse: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    tenses: frozenset[str] = frozenset()
    unusual: bool = field(init=False)  # whether the frame has more than what most frames have
    plain: str = field(init=False)  # the name, folded

    @unusual.default
    def _is_unusual(self) -> bool:
        return not _USUAL.issuperset(self.frame)

    @plain.default
    def _fold_name(self) -> str:
        return fold(self.name)


@frozen(eq=False)
class Entity:
    """A name of the gazetteers: «أنقرة», the capital of Turkey; «حماس», an armed group."""

    name: str
    kind: str  # country, capital, person, organization, group, place
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    parent: str | None = None
    wikidata: str | None = None
    careful: bool = False
    media: bool = False
    source: str | None = None


@define(eq=False)
class Tables:
    """Everything compiled; keys are folded."""

    verbs: dict[str, list[tuple[Lemma, Inflection]]] = field(factory=dict)
    nouns: dict[str, list[tuple[Lemma, Inflection]]] = field(factory=dict)
    light: dict[str, list[tuple[str, Inflection]]] = field(factory=dict)
    names: dict[str, list[tuple[tuple[str, ...], Entity]]] = field(factory=dict)
    nisba: dict[str, Entity] = field(factory=dict)
    sets: dict[str, frozenset[str]] = field(factory=dict)
    subtypes: dict[str, tuple[str | None, Codes]] = field(factory=dict)


def _read(name: str) -> dict[str, Any]:
    source = resources.files("timeline.lexicon") / "ar" / "events" / name
    return tomllib.loads(source.read_text("utf-8"))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _strings(frame: Mapping[str, Any], key: str) -> frozenset[str]:
    return _folded(frame.get(key, ()))


def _lemma(name: str, kind: EventType, subtype: str, frame: Mapping[str, Any], *, is_verb: bool) -> Lemma:
    unknown = sorted(set(frame) - _USUAL - _RARE)
    if unknown:
        accepted = ", ".join(sorted(_USUAL | _RARE))
        raise TimelineError(
            f"{name!r} ({kind.value}, {subtype}): no key {unknown[0]!r} in a frame; accepted: {accepted}"
        )
    return Lemma(
        name,
        kind,
        frame.get("as", subtype),
        is_verb,
        Frame(frame),
        needs=_strings(frame, "needs"),
        masdar_needs=_strings(frame, "masdar_needs"),
        objects=_strings(frame, "objects"),
        never=_strings(frame, "never"),
        refuse=_strings(frame, "refuse"),
        following=_strings(frame, "with"),
        tenses=frozenset(frame.get("tense", ())),
    )


def _add_verb(tables: Tables, past: str, kind: EventType, subtype: str, frame: Mapping[str, Any]) -> None:
    lemma = _lemma(past, kind, subtype, frame, is_verb=True)
    forms = verb_forms(past, frame.get("present"), frame.get("participle"))
    for form, inflections in forms.items():
        for inflection in inflections:
            if not lemma.tenses or inflection.tense in lemma.tenses:
                tables.verbs.setdefault(form, []).append((lemma, inflection))
    if "masdar" in frame:
        for form, inflections in noun_forms(frame["masdar"], (), masdar=True).items():
            tables.nouns.setdefault(form, []).extend((lemma, inflection) for inflection in inflections)


def _add_noun(tables: Tables, singular: str, kind: EventType, subtype: str, frame: Mapping[str, Any]) -> None:
    lemma = _lemma(singular, kind, subtype, frame, is_verb=False)
    for form, inflections in noun_forms(singular, tuple(frame.get("plural", ()))).items():
        only_singular = all(each.number == "singular" for each in inflections)
        if frame.get("plural_only") and only_singular and not frame.get("needs") and not frame.get("light"):
            continue
        first, _, rest = form.partition(" ")
        if rest:
            lemma_of_phrase = _lemma(singular, kind, subtype, {**frame, "with": [rest]}, is_verb=False)
            tables.nouns.setdefault(first, []).append((lemma_of_phrase, inflections[0]))
            continue
        tables.nouns.setdefault(form, []).extend((lemma, inflection) for inflection in inflections)


def _add_name(tables: Tables, name: str, entity: Entity) -> None:
    first, *rest = fold(name).replace(".", " ").replace("-", " ").split()
    entries = tables.names.setdefault(first, [])
    if all(tuple(rest) != known for known, _ in entries):
        entries.append((tuple(rest), entity))


def _gazetteer(file: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The entries of one file of names, each with its source: its own, its number in GeoNames, or that of the file."""
    entries = _read(file)
    source = entries.pop("source")
    for name, row in entries.items():
        yield name, row, row.get("source", source)


def _names(tables: Tables) -> None:
    for alpha3, row, source in _gazetteer("countries.toml"):
        names = row["names"]
        country = Entity(
            names[0], "country", row["en"], alpha3, f"{alpha3}GOV", wikidata=row.get("wikidata"), source=source
        )
        careful = alpha3 in _CAREFUL_COUNTRIES
        for name in names:
            _add_name(tables, name, country if not careful else _careful(country))
        for nisba in row.get("nisba", ()):
            _add_nisba(tables, nisba, country)
        for name in row.get("capital", ()):
            capital = Entity(
                row["capital"][0], "capital", row["capital_en"], alpha3, f"{alpha3}GOV", parent=names[0], source=source
            )
            _add_name(tables, name, capital)
    for file, kind in (("groups.toml", "group"), ("organizations.toml", "organization"), ("persons.toml", "person")):
        for name, row, source in _gazetteer(file):
            entity = _entity(name, kind, row, row.get("country"), source)
            _add_name(tables, name, entity)
            for alias in row.get("aliases", ()):
                _add_name(tables, alias, _careful(entity) if alias in _COMMON_SURNAMES else entity)
    for state, rows, source in _gazetteer("places.toml"):
        for name, row in rows.items():
            found = f"GeoNames {row['geonames']}" if "geonames" in row else row.get("source", source)
            place = _entity(name, "place", row, None if state == "none" else state, found)
            for each in (name, *row.get("aliases", ())):
                _add_name(tables, each, place)
    for entries in tables.names.values():
        entries.sort(key=lambda entry: -len(entry[0]))


def _entity(name: str, kind: str, row: Mapping[str, Any], country: str | None, source: str | None) -> Entity:
    return Entity(
        name, kind, row.get("en"), country, row.get("code"), row.get("parent"), row.get("wikidata"),
        row.get("careful", False), row.get("media", False), source,
    )  # fmt: skip


#: Countries whose name is also a common word: «مالي» (financial).
_CAREFUL_COUNTRIES = frozenset({"MLI"})


#: Surnames that are common words: read as names after a title or a verb of speech only.
_COMMON_SURNAMES = frozenset(["بري", "عون", "الصدر", "المعلم", "الشرع", "مبارك", "عباس", "باول", "مشعل", "فياض"])


def _careful(entity: Entity) -> Entity:
    return evolve(entity, careful=True)


def _add_nisba(tables: Tables, nisba: str, country: Entity) -> None:
    base = fold(nisba)
    forms = [base]
    if base.endswith("ي") and " " not in base:
        forms += [base + ending for ending in ("ه", "ا", "ون", "ين", "ان", "تين", "تان", "ات", "و")]
    for form in forms:
        if form not in _COMMON_NISBA:
            tables.nisba.setdefault(form, country)
        tables.nisba.setdefault("ال" + form, country)


#: Forms that are a country's name before they are an adjective: «سوريا», «ليبيا», «روسيا», «تركيا».
_COMMON_NISBA = frozenset(fold(word) for word in ("سوريا", "سورية", "ليبيا", "روسيا", "تركيا", "صربيا", "رومانيا"))


def _flat(node: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, list[str]]]:
    for key, value in node.items():
        if isinstance(value, list):
            yield prefix + key, value
        elif isinstance(value, Mapping) and key != "light":
            yield from _flat(value, f"{prefix}{key}.")


@cache
def _word_lists() -> Mapping[str, frozenset[str]]:
    return {name: _folded(words.split()) for name, words in _read("words.toml")["lists"].items()}


def word_list(name: str) -> frozenset[str]:
    """The folded words of one list under ``[lists]`` in words.toml."""
    return _word_lists()[name]


@cache
def tables() -> Tables:
    """The lexicon as it comes with the package."""
    return build()


def build(additions: Iterable[Path] = ()) -> Tables:
    """Read and compile the lexicon, with further files of triggers or names.

    An addition is a TOML file with the tables of ``statements.toml``, ``offensives.toml`` or ``meetings.toml`` under
    ``[statement]``, ``[offensive]`` or ``[meeting]``, or with names under ``[names]``:
    ``"قوات كذا" = { en = "...", country = "SYR", code = "SYRREB", source = "..." }``; the file itself
    is the source of a name that has none.

    Raises
    ------
    TimelineError
        if a file is no TOML, naming it
    """
    made = Tables()
    for kind, file in _FILES.items():
        _add_triggers(made, kind, _read(file))
    words = _read("words.toml")
    for past, present in words["light"].items():
        for form, inflections in verb_forms(past, present).items():
            made.light.setdefault(form, []).extend(
                (fold(past), inflection)
                for inflection in inflections
                if inflection.tense != "participle" or inflection.gender != "f"  # «محاولة» is a noun
            )
    made.sets.update((name, _folded(values)) for name, values in _flat(words))
    _names(made)
    for path in additions:
        _add_file(made, path)
    return made


def _add_triggers(made: Tables, kind: EventType, sections: Mapping[str, Any]) -> None:
    nouns = {fold(noun) for section in sections.values() for noun in section.get("nouns", {})}
    for subtype, section in sections.items():
        codes = Codes(
            section.get("plover_event"), section.get("plover_mode"), section.get("plover_context"),
            section.get("cameo"), section.get("acled"),
        )  # fmt: skip
        made.subtypes[subtype] = (section.get("stance"), codes)
        for past, frame in section.get("verbs", {}).items():
            own_noun = fold(frame.get("masdar", "")) in nouns
            _add_verb(made, past, kind, subtype, {k: v for k, v in frame.items() if k != "masdar" or not own_noun})
        for singular, frame in section.get("nouns", {}).items():
            _add_noun(made, singular, kind, subtype, frame)


def _add_file(made: Tables, path: Path) -> None:
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TimelineError(f"{path}: not read as a lexicon ({error}); it has to be TOML in UTF-8") from error
    for kind in EventType:
        _add_triggers(made, kind, data.get(kind.value, {}))
    for name, row in data.get("names", {}).items():
        entity = _entity(name, row.get("kind", "group"), row, row.get("country"), row.get("source", str(path)))
        for each in (name, *row.get("aliases", ())):
            _add_name(made, each, entity)

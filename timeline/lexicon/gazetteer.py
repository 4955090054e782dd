"""The gazetteers: who and what has a name, by its words, and nationalities by their adjective.

«الولايات المتحدة» is a state, «أنقرة» a capital, «حماس» an armed group, «تركي» the nationality of Turkey.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from attrs import define, evolve, field, frozen

from timeline.errors import TimelineError
from timeline.text.spelling import fold

Kind = Literal["country", "capital", "person", "organization", "group", "place"]


@frozen(eq=False)
class Entity:
    """A name of the gazetteers: «أنقرة», the capital of Turkey; «حماس», an armed group.

    ``careful`` names are also common words or surnames of many: they need company («الرئيس عون»).
    """

    name: str
    kind: Kind
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    parent: str | None = None
    wikidata: str | None = None
    careful: bool = False
    media: bool = False
    source: str | None = None


@define(eq=False)
class Gazetteer:
    """Names by their first word, each with the words that follow it, the longest first; nationalities by their form."""

    names: dict[str, list[tuple[tuple[str, ...], Entity]]] = field(factory=dict)
    nisba: dict[str, Entity] = field(factory=dict)

    def add_name(self, name: str, entity: Entity) -> None:
        """Enter one spelling of a name; the first entry of a spelling stays."""
        first, *rest = fold(name).replace(".", " ").replace("-", " ").split()
        entries = self.names.setdefault(first, [])
        if all(tuple(rest) != known for known, _ in entries):
            entries.append((tuple(rest), entity))
            entries.sort(key=lambda entry: -len(entry[0]))

    def add_nisba(self, nisba: str, country: Entity) -> None:
        """Enter a nationality with its feminine, dual and plural: «تركي», «التركية», «تركيين»; «أتراك», «أتراكا»."""
        base = fold(nisba)
        forms = [base]
        if base.endswith("ي") and " " not in base:
            forms += [base + ending for ending in ("ه", "ا", "ون", "ين", "ان", "تين", "تان", "ات", "و")]
        elif not base.endswith(("ي", "ه")):
            forms.append(base + "ا")  # «جنودا أتراكا»
        for form in forms:
            self.nisba.setdefault(form, country)
            self.nisba.setdefault("ال" + form.replace(" ", " ال"), country)


def _read(name: str) -> dict[str, Any]:
    source = resources.files("timeline.lexicon") / "ar" / "events" / name
    return tomllib.loads(source.read_text("utf-8"))


def entries_of(file: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The entries of one file, each with its source: its own, its number in GeoNames, or that of the file."""
    entries = _read(file)
    source = entries.pop("source")
    for name, row in entries.items():
        yield name, row, row.get("source", source)


def _entity(name: str, kind: Kind, row: Mapping[str, Any], country: str | None, source: str | None) -> Entity:
    return Entity(
        name, kind, row.get("en"), country, row.get("code"), row.get("parent"), row.get("wikidata"),
        row.get("careful", False), row.get("media", False), source,
    )  # fmt: skip


def _countries(made: Gazetteer) -> None:
    nationalities: list[tuple[str, Entity]] = []
    for alpha3, row, source in entries_of("countries.toml"):
        names = row["names"]
        state = Entity(
            names[0], "country", row["en"], alpha3, f"{alpha3}GOV",
            wikidata=row.get("wikidata"), careful=row.get("careful", False), source=source,
        )  # fmt: skip
        for name in names:
            made.add_name(name, state)
        nationalities += [(nisba, state) for nisba in row.get("nisba", ())]
        for name in row.get("capital", ()):
            capital = Entity(
                row["capital"][0], "capital", row["capital_en"], alpha3, f"{alpha3}GOV", parent=names[0], source=source
            )
            made.add_name(name, capital)
    for nisba, state in nationalities:
        made.add_nisba(nisba, state)


@cache
def gazetteer() -> Gazetteer:
    """The names as they come with the package."""
    return build()


@cache
def names_of(kind: Kind) -> frozenset[str]:
    """The canonical names of a kind: «تركيا» is among those of ``country``."""
    entities = (entity for entries in gazetteer().names.values() for _, entity in entries)
    return frozenset(entity.name for entity in entities if entity.kind == kind)


@cache
def state(code: str) -> Entity | None:
    """The state of an ISO code: «تركيا» for ``TUR``; none for a code that it does not know."""
    entities = (entity for entries in gazetteer().names.values() for _, entity in entries)
    return next((entity for entity in entities if entity.kind == "country" and entity.country == code), None)


def build(additions: Iterable[Path] = ()) -> Gazetteer:
    """Read the gazetteers, with further files of names.

    An addition is a TOML file with names under ``[names]``:
    ``"قوات كذا" = { en = "...", country = "SYR", code = "SYRREB", source = "..." }``; the file itself is the source of
    a name that has none.

    Raises
    ------
    TimelineError
        if a file is no TOML, naming it
    """
    made = Gazetteer()
    _countries(made)
    files: tuple[tuple[str, Kind], ...] = (
        ("groups.toml", "group"), ("organizations.toml", "organization"), ("persons.toml", "person"),
    )  # fmt: skip
    for file, kind in files:
        for name, row, source in entries_of(file):
            entity = _entity(name, kind, row, row.get("country"), source)
            common = frozenset(row.get("common", ()))
            made.add_name(name, entity)
            for nisba in row.get("nisba", ()):
                made.add_nisba(nisba, entity)  # «قصف حوثي»
            for alias in row.get("aliases", ()):
                made.add_name(alias, evolve(entity, careful=True) if alias in common else entity)
    for state, rows, source in entries_of("places.toml"):
        for name, row in rows.items():
            found = f"GeoNames {row['geonames']}" if "geonames" in row else row.get("source", source)
            place = _entity(name, "place", row, None if state == "none" else state, found)
            for each in (name, *row.get("aliases", ())):
                made.add_name(each, place)
    for path in additions:
        _add_file(made, path)
    return made


def _add_file(made: Gazetteer, path: Path) -> None:
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TimelineError(f"{path}: not read as a lexicon ({error}); it has to be TOML in UTF-8") from error
    for name, row in data.get("names", {}).items():
        entity = _entity(name, row.get("kind", "group"), row, row.get("country"), row.get("source", str(path)))
        for each in (name, *row.get("aliases", ())):
            made.add_name(each, entity)

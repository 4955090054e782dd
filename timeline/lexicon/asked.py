"""Who is meant by a name that somebody types: «Turkey», «TUR» and «تركيا» are one country."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache, lru_cache

from timeline.lexicon.gazetteer import Entity, entries_of, gazetteer
from timeline.text.spelling import fold


@cache
def _known() -> dict[str, tuple[str, Entity]]:
    """Entities by every name that they have, as `_spelled` writes it, with that name; countries come first."""
    names = gazetteer().names
    entities = [(" ".join((first, *rest)), entity) for first, entries in names.items() for rest, entity in entries]
    countries = {entity.country: entity for _, entity in entities if entity.kind == "country"}
    known: dict[str, tuple[str, Entity]] = {}
    for code, row, _ in entries_of("countries.toml"):
        state = countries[code]
        for name in (*row["names"], row["en"], *row.get("also_en", ()), code, row.get("wikidata")):
            if name:
                known.setdefault(_spelled(name), (name, state))
    for name, entity in entities:
        for each in (entity.name, entity.name_en, name, entity.code, entity.wikidata):
            if each:
                known.setdefault(_spelled(each), (each, entity))
    return known


def _spelled(name: str) -> str:
    return " ".join(fold(name.casefold()).replace(".", " ").replace("-", " ").split())


@lru_cache(maxsize=1024)
def meant(name: str) -> Entity | None:
    """Who has such a name, in Arabic or English, or such a code; ``None`` if nobody known has it."""
    found = _known().get(_spelled(name))
    return found and found[1]


def nearest(name: str, others: tuple[str, ...] = (), *, count: int = 3) -> list[str]:
    """Names that look like it, the likest first, one for each who is meant: of ``others`` and of all who are known."""
    names = {_spelled(each): each for each in others} | {spelled: written for spelled, (written, _) in _known().items()}
    like = [names[each] for each in get_close_matches(_spelled(name), names, n=count * 2, cutoff=0.7)]
    return list({meant(each) or each: each for each in reversed(like)}.values())[::-1][:count]

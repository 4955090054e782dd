"""Who is meant by a name that somebody types: «Turkey», «TUR», «تركيا» and «تركيه» are one country."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache, lru_cache

from timeline.lexicon.gazetteer import Entity, gazetteer
from timeline.text.spelling import fold


@cache
def _known() -> dict[str, Entity]:
    """Entities by every name that they have: as `_spelled` writes it, countries first."""
    entities = [
        (" ".join((first, *rest)), entity) for first, entries in gazetteer().names.items() for rest, entity in entries
    ]
    known: dict[str, Entity] = {}
    for country in (True, False):
        for spelled, entity in entities:
            if (entity.kind == "country") is country:
                codes = (entity.country, entity.wikidata) if country else (entity.code, entity.wikidata)
                for name in (spelled, *filter(None, (entity.name_en, *codes))):
                    known.setdefault(_spelled(name), entity)
    return known


def _spelled(name: str) -> str:
    return " ".join(fold(name.casefold()).replace(".", " ").replace("-", " ").split())


@lru_cache(maxsize=1024)
def meant(name: str) -> Entity | None:
    """Who has such a name, in Arabic or English, or such a code; ``None`` if nobody known has it."""
    return _known().get(_spelled(name))


def nearest(name: str, others: tuple[str, ...] = (), *, count: int = 3) -> list[str]:
    """Names that look like it, the likest first: of ``others`` and of all who are known."""
    names = {_spelled(other): other for other in others}
    for spelled, entity in _known().items():
        is_english = entity.name_en is not None and _spelled(entity.name_en) == spelled
        names.setdefault(spelled, entity.name_en if is_english and entity.name_en else entity.name)
    like = get_close_matches(_spelled(name), names, n=count * 3, cutoff=0.7)
    return list(dict.fromkeys(names[each] for each in like))[:count]

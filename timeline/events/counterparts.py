"""«نظيره السعودي»: whoever has the office of the other side, by a name that can be printed."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrs import evolve

from timeline.events.model import Actor
from timeline.lexicon.gazetteer import gazetteer
from timeline.text.spelling import fold

_FEMININE = "ة"


def by_office(actor: Actor, actors: Sequence[Actor]) -> Actor:
    """«نظيره السعودي» as «وزير الخارجية السعودي» where «وزير الخارجية الأميركي» meets him, else as his state."""
    first, _, adjective = actor.name.partition(" ")
    words = _words()
    state = _states().get(actor.country or "")
    if first not in (*words["his"], *words["hers"]) or state is None:
        return actor
    for other in actors:
        if other.country is None or other.country == actor.country:
            continue
        office, behind = _office(other)
        if office:
            title, space, rest = office.partition(" ")
            title = title.removesuffix(_FEMININE) + (_FEMININE if first in words["hers"] else "")
            name = f"{title}{space}{rest} {adjective if behind in gazetteer().nisba else state}"
            return evolve(actor, name=name, name_en=None)
    return evolve(actor, name=state, name_en=None)


def _office(actor: Actor) -> tuple[str, str]:
    """An office without its state, and how the state is named: «رئيس الوزراء», «الفرنسي»; nothing of any other name."""
    words = actor.name.split()
    for size in (2, 1):
        behind = " ".join(words[-size:])
        of_state = gazetteer().nisba.get(fold(behind))
        if len(words) > size and (
            behind == _states().get(actor.country or "") or (of_state and of_state.country == actor.country)
        ):
            return " ".join(words[:-size]), fold(behind)
    return "", ""


@cache
def _states() -> dict[str, str]:
    """The states by their codes."""
    entities = (entity for entries in gazetteer().names.values() for _, entity in entries)
    return {entity.country: entity.name for entity in entities if entity.kind == "country" and entity.country}


@cache
def _words() -> dict[str, list[str]]:
    """Those of ``headlines.toml``: «نظيره», «نظيرته»."""
    table = tomllib.loads((files("timeline.lexicon") / "ar" / "headlines.toml").read_text("utf-8"))
    return dict(table["counterpart"])

"""Who sits at a table, each once and by a name that can be printed: no «نظيره السعودي», no ambassador twice."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.features import settings
from timeline.events.billing import envoy_words
from timeline.lexicon.gazetteer import gazetteer, names_of
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.events.model import Actor

_SUMMONS = "summons"
_FEMININE = "ة"


def seated(subtype: str, actors: Sequence[Actor]) -> list[Actor]:
    """Those who meet, the most voted first, counterparts by their office and the envoys of a state as one man."""
    kept: list[Actor] = []
    for actor in [_by_office(actor, actors) for actor in actors]:
        if not any(_of_one_state(actor, other) and _is_one_man(actor, other) for other in kept):
            kept.append(actor)
    return list(_named(kept)) if subtype == _SUMMONS else kept


def _named(actors: Sequence[Actor]) -> Iterator[Actor]:
    """With the ambassador who is summoned by office and by name as one: «السفير البريطاني لوري بريستو»."""
    for actor in actors:
        envoy = _is_envoy(actor)
        same = [
            other for other in actors
            if _of_one_state(actor, other) and envoy != _is_envoy(other) and _is_personal(other if envoy else actor)
        ]  # fmt: skip
        if not same:
            yield actor
        elif envoy:
            yield evolve(actor, name=f"{actor.name} {same[0].name}", name_en=same[0].name_en)


def _is_personal(actor: Actor) -> bool:
    """Whether a name is a person's that no gazetteer has, and none of a state or a body: «لوري بريستو»."""
    if actor.name in names_of("person") or actor.name in names_of("organization"):
        return False
    return not any(fold(word) in gazetteer().nisba or word in names_of("country") for word in actor.name.split())


def _is_one_man(actor: Actor, other: Actor) -> bool:
    """Whether two names of one state are one man's: its ambassador, or one surname, which a title says alone."""
    if actor.name == other.name:
        return False  # as a guest, and as the host
    if {actor.name, other.name} <= names_of("person"):
        return actor.name.rpartition(" ")[2] == other.name.rpartition(" ")[2]
    return _is_envoy(actor) and _is_envoy(other)


def _of_one_state(actor: Actor, other: Actor) -> bool:
    return actor is not other and actor.country is not None and actor.country == other.country


def _is_envoy(actor: Actor) -> bool:
    return actor.name.split(" ", 1)[0] in envoy_words()


def _by_office(actor: Actor, actors: Sequence[Actor]) -> Actor:
    """«نظيره السعودي» as «وزير الخارجية السعودي» where «وزير الخارجية الأميركي» meets him, else as his state."""
    first, _, adjective = actor.name.partition(" ")
    words = settings()["counterpart"]
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

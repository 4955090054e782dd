"""Who sits at a table, each once and by a name that can be printed: no «نظيره السعودي», no ambassador twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.billing import envoy_words
from timeline.events.counterparts import by_office
from timeline.lexicon.gazetteer import gazetteer, names_of
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.events.model import Actor

_SUMMONS = "summons"


def seated(subtype: str, actors: Sequence[Actor]) -> list[Actor]:
    """Those who meet, the most voted first, counterparts by their office and the envoys of a state as one man."""
    kept: list[Actor] = []
    for actor in [by_office(actor, actors) for actor in actors]:
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

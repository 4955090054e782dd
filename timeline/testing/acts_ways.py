"""What a way of saying an act is, and how it becomes a text: `verb_first` says «قصفت المدفعية الروسية جسرا أمس»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from timeline.events.model import EventType, Modality
from timeline.testing.acts_model import Act, Told
from timeline.testing.acts_scene import PRINTED, Scene
from timeline.testing.acts_words import joined

Say = Callable[[Scene], Sequence[str]]
#: The fields of an `Act` that a scene gives: who acts, who is acted on.
Roles = Callable[[Scene], Mapping[str, Any]]

ASSERTED = frozenset({Modality.ASSERTED})
PLANNED = frozenset({Modality.PLANNED})
POSSIBLE = frozenset({Modality.POSSIBLE, Modality.CONDITIONAL})
NEGATED = frozenset({Modality.NEGATED})
DENIED = frozenset({Modality.DENIED})


@frozen
class Way:
    """One way of saying an act, by the function that says it.

    Attributes
    ----------
    name, what
        the function's name, and the first line of its docstring, with an example
    say
        gives the pieces of the sentence
    roles, also
        what reading has to find: the fields of the act, and those of other acts that the sentence tells
    modality
        whether it happened, as said so
    tense
        the day that is said, ``past`` or ``future``; None if the act has none
    fits
        whether a scene can be said so: what has no article needs no «الذي»
    on
        the kinds of targets that it needs; none if any will do
    by_the_way
        whether the sentence may be read as further acts of the same type («وصل», «بحث»)
    """

    name: str
    what: str
    type: EventType
    say: Say
    roles: Roles
    also: Callable[[Scene], Sequence[Mapping[str, Any]]]
    modality: frozenset[Modality]
    tense: str | None
    fits: Callable[[Scene], bool]
    on: tuple[str, ...]
    by_the_way: bool

    def tell(self, scene: Scene, printed: dt.date = PRINTED) -> Told:
        """The text of a scene, and the act that it tells."""
        pieces = self.say(scene)
        day = getattr(scene, self.tense).day if self.tense else None
        own = {"type": self.type, "way": self.name, "modality": self.modality, "day": day, **self.roles(scene)}
        if scene.in_city in pieces:
            own["place"] = scene.city
        elif scene.where in pieces:
            own["place"] = scene.near
        others = tuple(Act(**{"type": self.type, "way": self.name, "day": day, **other}) for other in self.also(scene))
        return Told(joined(pieces), evolve(Act(**own), also=others), printed)


#: Every way, by its name.
WAYS: dict[str, Way] = {}


def nothing_else(scene: Scene) -> Sequence[Mapping[str, Any]]:
    """No other act."""
    del scene
    return ()


def vouched(scene: Scene) -> Sequence[Mapping[str, Any]]:
    """Besides, the statement of the source, which has no day: «أعلنت وزارة الدفاع أن …»."""
    return ({"type": EventType.STATEMENT, "speaker": scene.source, "day": None},)


def self_told(scene: Scene) -> Sequence[Mapping[str, Any]]:
    """Besides, the statement of the agent itself: «أعلن الجيش أنه …»."""
    return ({"type": EventType.STATEMENT, "speaker": scene.agent, "day": None},)


def any_scene(scene: Scene) -> bool:
    """Whatever is drawn can be said so."""
    del scene
    return True


def way(
    kind: EventType,
    roles: Roles,
    *,
    also: Callable[[Scene], Sequence[Mapping[str, Any]]] = nothing_else,
    modality: frozenset[Modality] = ASSERTED,
    tense: str | None = "past",
    fits: Callable[[Scene], bool] = any_scene,
    on: tuple[str, ...] = (),
    by_the_way: bool = False,
) -> Callable[[Say], Say]:
    """Enter a function as a way of saying acts of one type (see `Way`)."""

    def enter(say: Say) -> Say:
        name = f"{kind.value}: {say.__name__.replace('_', ' ')}"
        what = (say.__doc__ or "").split("\n", maxsplit=1)[0]
        WAYS[name] = Way(name, what, kind, say, roles, also, modality, tense, fits, on, by_the_way)
        return say

    return enter

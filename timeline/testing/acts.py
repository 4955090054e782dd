"""Say it and read it back, for acts: who did what to whom, when, said in some hundred ways, and read again.

>>> from timeline.testing.acts import acts, agrees, read_back
>>> from hypothesis import given
>>> @given(acts())
... def test_said_and_read_back(told):
...     text, act = told
...     assert agrees(act, read_back(text, PRINTED)) == []

The working tool beside the parser prints, way by way, how much is read whole, and what is not::

    python -m timeline.testing.acts --draws 500
    python -m timeline.testing.acts --draws 40 --way "offensive: relative" --show 10
    python -m timeline.testing.acts --draws 300 --variations      # what must not matter
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import reject
from hypothesis import strategies as st

from timeline.testing import (
    acts_ways_meeting,
    acts_ways_offensive,
    acts_ways_statement,
    acts_ways_told,
)
from timeline.testing.acts_model import Act, Told
from timeline.testing.acts_reading import agrees, read_back
from timeline.testing.acts_scene import PRINTED, Choose, Scene, draw_scene, put_in, renamed
from timeline.testing.acts_ways import WAYS, Way
from timeline.testing.spelling import MUTE_SIGNS, Spelling, respell

__all__ = ["PRINTED", "VARIATIONS", "WAYS", "Act", "acts", "agrees", "draw_told", "read_back", "varied"]

#: The modules whose ways are entered in `WAYS` by being imported.
_HOMES = (acts_ways_offensive, acts_ways_told, acts_ways_meeting, acts_ways_statement)
_TRIES = 60

Variation = Callable[[Way, Scene, Choose], Told]


def scene_for(way: Way, choose: Choose) -> Scene | None:
    """A scene that can be said this way; None if none is found soon."""
    for _ in range(_TRIES):
        scene = draw_scene(choose, way.on)
        if way.fits(scene):
            return scene
    return None


def draw_told(way: Way, choose: Choose) -> Told:
    """A text told this way, without anything put in; for runners with a generator of their own."""
    scene = scene_for(way, choose)
    if scene is None:
        raise LookupError(f"{way.name}: no scene in {_TRIES} can be said so")
    return way.tell(scene)


@st.composite
def acts(draw: st.DrawFn, *ways: str) -> tuple[str, Act]:
    """Texts that tell an act, and the act: of the ways that are named (`WAYS`), or of all.

    About half of them have something put in that has no weight.
    """
    way = WAYS[draw(_sampled(ways or tuple(WAYS)))]

    def choose(choices: Sequence[Any]) -> Any:
        return choices[draw(st.integers(0, len(choices) - 1))]

    scene = scene_for(way, choose)
    if scene is None:
        reject()
    if draw(st.booleans()):
        scene = put_in(scene, choose, way.type.value, choose(("aside", "adverb")))
    told = way.tell(scene)
    return told.text, told.act


@cache
def _sampled(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(names)


# ---- what must not matter --------------------------------------------------------------------------------------------


def _aside(way: Way, scene: Scene, choose: Choose) -> Told:
    return way.tell(put_in(scene, choose, way.type.value, "aside"))


def _adverb(way: Way, scene: Scene, choose: Choose) -> Told:
    return way.tell(put_in(scene, choose, way.type.value, "adverb"))


def _other_names(way: Way, scene: Scene, choose: Choose) -> Told:
    changed = renamed(scene, choose)
    return way.tell(changed if way.fits(changed) else scene)


def _respelled(spelling: Spelling) -> Variation:
    def respelled(way: Way, scene: Scene, choose: Choose) -> Told:
        del choose
        told = way.tell(scene)
        return evolve(told, text=respell(told.text, spelling))

    return respelled


#: What may be done to a sentence without changing what it tells, by name.
VARIATIONS: dict[str, Variation] = {
    "aside": _aside,
    "adverb": _adverb,
    "another name": _other_names,
    "no hamza": _respelled(Spelling(hamza=False)),
    "tatweel": _respelled(Spelling(tatweel=0.3)),
    "vowel signs": _respelled(Spelling(vowels=0.2, signs=MUTE_SIGNS)),
}


def varied(way: Way, scene: Scene, variation: str, choose: Choose) -> Told:
    """The scene told the same way, changed in what must not matter; the act is that of the changed text."""
    return VARIATIONS[variation](way, scene, choose)


if __name__ == "__main__":
    from timeline.testing.acts_run import main

    main()

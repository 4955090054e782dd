"""The same act in several reports is one event with several mentions: found by `identity`, settled by who tell it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.episodes import with_parts
from timeline.chronology.headlines import with_headlines
from timeline.chronology.identity import clusters
from timeline.chronology.settle import settle
from timeline.events.headline import headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event


def unite(events: Iterable[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, those that are one act joined into one, each with a line of its own."""
    with uncollected():
        tellings: dict[str, Event] = {}
        for event in events:
            for telling in event.tellings or (event,):
                if telling.id not in tellings:  # those of an act that was made here before are by themselves
                    tellings[telling.id] = telling if event.tellings else _by_itself(telling)
        acts = [settle(cluster, documents) for cluster in clusters(tellings.values(), documents)]
        return with_headlines(with_parts(acts), documents)


def _by_itself(telling: Event) -> Event:
    """A telling as its report gives it, whatever the timeline that it comes from made of it."""
    line = headline(telling, telling.content)
    if telling.headline == line.ar and telling.part_of is None:
        return telling
    return evolve(telling, headline=line.ar, headline_en=line.en, part_of=None)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collector of cycles off: many small values are made here and no cycles; it took half the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

"""The same act in several reports is one event with several mentions: what `identity` finds, settled by all who tell it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.chronology.episodes import with_parts
from timeline.chronology.headlines import with_headlines
from timeline.chronology.identity import clusters
from timeline.chronology.settle import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event


def unite(events: Iterable[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, those that are one act joined into one, each with a line of its own."""
    tellings: dict[str, Event] = {}
    for event in events:
        for telling in event.tellings or (event,):
            tellings.setdefault(telling.id, telling)
    with uncollected():
        acts = [settle(cluster, documents) for cluster in clusters(tellings.values(), documents)]
        return with_headlines(with_parts(acts), documents)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the collector of cycles off: millions of small values are made here, and no cycles; it took half the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()

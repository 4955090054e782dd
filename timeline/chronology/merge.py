"""The same act in several reports is one event with several mentions: found by `identity`, settled by who tell it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.episodes import with_parts
from timeline.chronology.headlines import with_headlines
from timeline.chronology.identity import clusters
from timeline.chronology.ids import bare, told_apart
from timeline.chronology.journeys import whole_visits
from timeline.chronology.settle import settle
from timeline.events.headline import headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event


def unite(events: Iterable[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, those that are one act joined into one, each with a line of its own."""
    tellings: dict[tuple[str, str], Event] = {}  # by report: the copy of an agency's text in another is one more
    with uncollected():
        for event in events:
            for telling in read_of(event):
                key = telling.mentions[0].document if telling.mentions else "", bare(telling.id)
                if key not in tellings:  # those of an act that was made here before are by themselves
                    made = event.tellings and not event.corrected
                    tellings[key] = telling if made else by_itself(telling)
        acts = [settle(cluster, documents) for cluster in clusters(tellings.values(), documents)]
        acts = told_apart(whole_visits(acts, documents), documents)
        return with_headlines(with_parts(acts), documents)


def read_of(event: Event) -> tuple[Event, ...]:
    """The tellings of an event as the reports have them: none, if it was added by hand."""
    return event.tellings or (() if event.corrected else (event,))


def by_itself(telling: Event) -> Event:
    """A telling as its report gives it, whatever the timeline that it comes from made of it."""
    line, own = headline(telling, telling.content), bare(telling.id)
    if telling.headline == line.ar and telling.part_of is None and telling.id == own:
        return telling
    return evolve(telling, id=own, headline=line.ar, headline_en=line.en, part_of=None)


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

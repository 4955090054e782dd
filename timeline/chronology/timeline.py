"""The ordered, immutable timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from timeline.documents.model import Document
from timeline.events.model import Event


@frozen
class Timeline:
    """An ordered immutable sequence of events, with the documents they were read from (by id)."""

    events: tuple[Event, ...] = field(converter=tuple, default=())
    documents: Mapping[str, Document] = field(factory=dict)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

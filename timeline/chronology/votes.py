"""Votes: each outlet has one for a thing, however often it tells it, weighted by how surely it was read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.chronology.features import STATED
from timeline.events.model import Event, Modality

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from timeline.documents.model import Document

Thing = TypeVar("Thing", bound="Hashable")

#: Of a day's votes: what stands in the text before what is reckoned or carried.
OF_DAYS = {"corrected": 4, "stated": 4, "derived": 3, "carried": 2, "document": 1, "none": 1}
#: Of roles and places the news of the day, which seldom says its date, knows hardly less.
OF_ROLES = {"corrected": 3, "stated": 3, "derived": 3, "carried": 2, "document": 2, "none": 1}
#: Of the votes for the best of a role, the part that another needs to stand beside it.
BESIDE = 0.25
#: Of the tellings that name somebody in a role, the part that has to name them, however few the outlets are.
NAMED = 0.15
# Spans index the first mention's document; who is named in another one only has none.
NO_SPAN: dict[str, Any] = {"text": "", "start_char": 0, "end_char": 0}


class Votes:
    """Who may vote: each outlet once for a thing, with the weight of its surest telling."""

    def __init__(self, tellings: Iterable[Event], documents: Mapping[str, Document]) -> None:
        self.outlet = {id(each): _outlet(each, documents) for each in tellings}
        self.report = {id(each): each.mentions[0].document if each.mentions else each.id for each in tellings}

    def count(self, pairs: Iterable[tuple[Event, Thing]], weights: Mapping[str, int]) -> Counter[Thing]:
        """How much speaks for each thing."""
        best: dict[tuple[str, Thing], int] = {}
        for telling, thing in pairs:
            key = (self.outlet[id(telling)], thing)
            best[key] = max(best.get(key, 0), weights[telling.time_source])
        total: Counter[Thing] = Counter()
        for (_, thing), weight in best.items():
            total[thing] += weight
        return total


def _outlet(telling: Event, documents: Mapping[str, Document]) -> str:
    if not telling.mentions:
        return telling.id
    name = telling.mentions[0].document
    document = documents.get(name)
    return (document.source if document else None) or name


def voters_of(ordered: Sequence[Event], modality: Modality) -> Sequence[Event]:
    """Those who tell it as it is settled, with its day or as news; all, if there are none."""
    plain = (modality, Modality.PLANNED) if modality is Modality.ASSERTED else (modality,)
    news = [each for each in ordered if each.modality in plain and (each.time_source in STATED or not each.background)]
    return [each for each in news if each.when] or news or ordered

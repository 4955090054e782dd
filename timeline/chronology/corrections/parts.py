"""Which tellings are one event, while events are divided and joined by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.ids import identifier
from timeline.text.spelling import words_of

if TYPE_CHECKING:
    from timeline.chronology.corrections.finding import Finder
    from timeline.events.model import Event


class Parts:
    """The tellings of a timeline in groups, at first one for each event."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.tellings = list(finder.tellings)
        self.telling_of = [each.telling for each in finder.told]
        self.group_of = [
            number for number, event in enumerate(finder.events) for _ in event.tellings or (event,)
        ]  # by telling
        self.groups = len(finder.events)

    def of(self, told: Iterable[int]) -> set[int]:
        """The groups of places where something is told."""
        return {self.group_of[self.telling_of[each]] for each in told}

    def rest(self, told: Collection[int]) -> set[int]:
        """The other places of their groups."""
        groups = self.of(told)
        return {n for n, telling in enumerate(self.telling_of) if self.group_of[telling] in groups} - set(told)

    def split(self, told: Collection[int]) -> int:
        """Give these places a group of their own, and tell which; a telling of which they are a part is divided."""
        group, self.groups = self.groups, self.groups + 1
        for telling in {self.telling_of[each] for each in told}:
            own = [each for each in told if self.telling_of[each] == telling]
            if self.telling_of.count(telling) > len(own):
                self._divide(telling, own, group)
            else:
                self.group_of[telling] = group
        return group

    def _divide(self, telling: int, told: Collection[int], group: int) -> None:
        whole, apart = self.tellings[telling], [self.finder.told[each].mention for each in told]
        taken = {each.id for each in self.tellings}
        first = min(apart, key=lambda each: (each.sentence, each.trigger))
        text = self.finder.documents[first.document].text
        words = words_of(text[slice(*first.sentence)])
        word = len(words_of(text[first.sentence[0] : first.trigger[0] + 1]))
        own = next(name for place in range(len(taken) + 1) if (name := identifier(words, word, place)) not in taken)
        self.tellings[telling] = evolve(whole, mentions=tuple(each for each in whole.mentions if each not in apart))
        for each in told:
            self.telling_of[each] = len(self.tellings)
        self.tellings.append(evolve(whole, id=own, mentions=tuple(apart)))
        self.group_of.append(group)

    def merge(self, groups: Collection[int]) -> int:
        """Make these groups one, and tell which."""
        kept = min(groups)
        self.group_of = [kept if group in groups else group for group in self.group_of]
        return kept

    def members(self) -> dict[int, list[Event]]:
        """The tellings of each group."""
        found: dict[int, list[Event]] = {}
        for telling, group in zip(self.tellings, self.group_of, strict=True):
            found.setdefault(group, []).append(telling)
        return found

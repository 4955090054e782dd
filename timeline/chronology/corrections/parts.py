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
        self.group_of: list[int] = []  # by telling
        self.members: dict[int, set[int]] = {}  # the tellings of a group
        for group, event in enumerate(finder.events):
            self.members[group] = set()
            for _ in event.tellings or (event,):
                self.members[group].add(len(self.group_of))
                self.group_of.append(group)
        self._next = len(finder.events)
        self._told: list[list[int]] = [[] for _ in self.tellings]  # the places of a telling
        for told, telling in enumerate(self.telling_of):
            self._told[telling].append(told)

    def of(self, told: Iterable[int]) -> set[int]:
        """The groups of places where something is told."""
        return {self.group_of[self.telling_of[each]] for each in told}

    def rest(self, told: Collection[int]) -> set[int]:
        """The other places of their groups."""
        tellings = (telling for group in self.of(told) for telling in self.members[group])
        return {each for telling in tellings for each in self._told[telling]} - set(told)

    def told_by(self, group: int) -> list[Event]:
        """The tellings of a group, in the order of the timeline."""
        return [self.tellings[each] for each in sorted(self.members[group])]

    def split(self, told: Collection[int]) -> int:
        """Give these places a group of their own, and tell which; a telling of which they are a part is divided."""
        group, self._next = self._next, self._next + 1
        self.members[group] = set()
        for telling in sorted({self.telling_of[each] for each in told}):
            own = [each for each in self._told[telling] if each in told]
            whole = len(own) == len(self._told[telling])
            self._move(telling if whole else self._divided(telling, own), group)
        return group

    def _move(self, telling: int, group: int) -> None:
        self.members[self.group_of[telling]].remove(telling)
        self.members[group].add(telling)
        self.group_of[telling] = group

    def _divided(self, telling: int, told: Collection[int]) -> int:
        """A telling of these places alone, in the group of the one that had them."""
        whole, apart = self.tellings[telling], [self.finder.told[each].mention for each in told]
        taken = {each.id for each in self.tellings}
        first = min(apart, key=lambda each: (each.sentence, each.trigger))
        text = self.finder.documents[first.document].text
        words = words_of(text[slice(*first.sentence)])
        word = len(words_of(text[first.sentence[0] : first.trigger[0] + 1]))
        own = next(name for place in range(len(taken) + 1) if (name := identifier(words, word, place)) not in taken)
        self.tellings[telling] = evolve(whole, mentions=tuple(each for each in whole.mentions if each not in apart))
        made = len(self.tellings)
        self.tellings.append(evolve(whole, id=own, mentions=tuple(apart)))
        self._told[telling] = [each for each in self._told[telling] if each not in told]
        self._told.append(list(told))
        for each in told:
            self.telling_of[each] = made
        self.group_of.append(self.group_of[telling])
        self.members[self.group_of[telling]].add(made)
        return made

    def merge(self, groups: Collection[int]) -> int:
        """Make these groups one, and tell which."""
        kept, *others = sorted(groups)
        for group in others:
            for telling in sorted(self.members[group]):
                self._move(telling, kept)
            del self.members[group]
        return kept

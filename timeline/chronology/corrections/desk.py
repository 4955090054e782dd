"""What is known while corrections are applied: where each leads, what stands in the way, what it did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from attrs import define, evolve, field

from timeline.chronology.corrections.finding import Finder
from timeline.chronology.corrections.model import Conflict, Correction, Kind
from timeline.chronology.corrections.parts import Parts
from timeline.events.model import Event

_SHOWN = 4  # of several events that fit, so many are named


@define(eq=False)
class Desk:
    """Corrections by their numbers, each with the places that its quotes mean: its own first."""

    given: Sequence[Correction]
    finder: Finder
    parts: Parts
    meant: dict[int, list[set[int]]] = field(factory=dict)
    conflicts: list[tuple[int, Conflict]] = field(factory=list)
    marks: dict[int, list[str]] = field(factory=lambda: defaultdict(list))  # by group

    def refuse(self, number: int, kind: Kind, said: str) -> None:
        """A correction is not applied, or changes nothing."""
        self.conflicts.append((number, Conflict(kind, self.given[number], said)))

    def contradict(self, numbers: Collection[int], about: str) -> None:
        """Corrections that say different things: none of them is applied."""
        for number in sorted(numbers):
            others = ", ".join(
                self.given[each].stands or str(self.given[each]) for each in sorted(numbers) if each != number
            )
            self.refuse(number, "contradiction", f"{about}: contradicts {others}; none of them is applied")

    def of(self, do: str) -> list[int]:
        """The corrections of a kind that mean some event, by number."""
        return [number for number in self.meant if self.given[number].do == do]

    def one(self, number: int, told: Collection[int]) -> int | None:
        """The group that these places are of; a conflict, if they are of several."""
        groups = self.parts.of(told)
        if len(groups) == 1:
            return min(groups)
        self.refuse(number, "ambiguous", self.several(told))
        return None

    def several(self, told: Iterable[int]) -> str:
        """That places are of several events, in words: what could tell them apart."""
        by_group: dict[int, int] = {}
        for each in sorted(told):
            by_group.setdefault(self.parts.group_of[self.parts.telling_of[each]], each)
        shown = [self.told_as(each) for each in list(by_group.values())[:_SHOWN]]
        more = ", …" if len(by_group) > _SHOWN else ""
        return (
            f"fits {len(by_group)} events: {', '.join(shown)}{more}; more words of the sentence, or trigger, day, "
            "source or id tell them apart"
        )

    def told_as(self, told: int) -> str:
        """A place where an event is told, in a few words."""
        event = self.finder.events[self.finder.told[told].event]
        days = " + ".join(map(str, event.when)) or "no day"
        outlet = self.finder.outlet(told)
        return f"«{self.finder.trigger(told)}» {days}" + (f" {outlet}" if outlet else "") + f" {event.id}"


def by_hand(made: Correction, said: str) -> str:
    """What a correction did, with the place where it stands and its reason."""
    reason = ": ".join(filter(None, (made.stands, made.note)))
    return f"{said} ({reason})" if reason else said


def marked(event: Event, said: Iterable[str], read: tuple[Event, ...]) -> Event:
    """The event, with what was corrected in it and, as its tellings, what was read."""
    return evolve(event, corrected=(*event.corrected, *said), tellings=read)

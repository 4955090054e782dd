"""What changed from one timeline to another: yesterday's compilation and today's, or two newspapers."""

from __future__ import annotations

import warnings
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.chronology.identity import matches
from timeline.chronology.ids import places_told
from timeline.chronology.merge import uncollected
from timeline.chronology.select import folded
from timeline.errors import OptionError, TimelineWarning
from timeline.events.model import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from os import PathLike

    from timeline.chronology.timeline import Timeline

# Of the words of two headlines, the share that has to be common for one act told under another date.
_ALIKE = 0.5
# Of the events of one kind and name so many are looked at: those of a crowded year are not compared with each other.
_COMPARED = 64


@frozen(repr=False)
class Difference:
    """What is in one timeline and not, or otherwise, in another.

    Attributes
    ----------
    new, dropped
        events that only the second has, and that only the first had
    moved
        (before, after): the same act under another date
    changed
        (before, after): the same act on the same date with another status, subtype, stance, other actors or places
    same
        how many are told alike
    before, after
        the two timelines; what it is drawn from
    """

    new: tuple[Event, ...] = ()
    dropped: tuple[Event, ...] = ()
    moved: tuple[tuple[Event, Event], ...] = ()
    changed: tuple[tuple[Event, Event], ...] = ()
    same: int = 0
    before: Timeline | None = field(default=None, kw_only=True, eq=False)
    after: Timeline | None = field(default=None, kw_only=True, eq=False)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.dropped or self.moved or self.changed)

    def __repr__(self) -> str:
        counts = (f"{name}={len(getattr(self, name))}" for name in ("new", "dropped", "moved", "changed"))
        return f"<Difference {' '.join(counts)} same={self.same}>"

    # Doors to what draws, as those of `Timeline`: imported when called, nothing decided here.

    def figure(self, **options: Any) -> Any:
        """Both timelines in one plotly figure, a lane for each kind of difference."""
        from timeline.render.comparison import figure

        return figure(*self._sides(), self, **options)

    def to_html(self, path: str | PathLike[str] | None = None, **options: Any) -> Any:
        """Both timelines as one offline page."""
        from timeline.render.comparison import to_html

        return to_html(*self._sides(), None if path is None else Path(path), difference=self, **options)

    def to_corrections(self, path: str | PathLike[str] | None = None) -> str:
        """A file of corrections that makes the second timeline of the first; CSV where the path is named so.

        Both are to be of the same reports. What no correction can say is warned of.
        """
        from timeline.chronology.corrections.comparing import corrections
        from timeline.chronology.corrections.files import dump

        made, lost = corrections(*self._sides())
        if lost:
            warnings.warn(f"not in the corrections: {'; '.join(lost)}", TimelineWarning, stacklevel=2)
        text = dump(made, "csv" if path is not None and Path(path).suffix.lower() == ".csv" else "toml")
        if path is not None:
            Path(path).write_text(text, encoding="utf-8", newline="")
        return text

    def _repr_html_(self) -> str:
        from timeline.render.comparison import table_html

        return table_html(self)

    def _sides(self) -> tuple[Timeline, Timeline]:
        if self.before is None or self.after is None:
            raise OptionError("this difference does not know its two timelines: make it with before.diff(after)")
        return self.before, self.after


def difference(before: Timeline, after: Timeline) -> Difference:
    """The difference between two timelines.

    What is the same act is found by id, by the place where it is told, by `identity`, then by likeness.
    """
    with uncollected():
        pairs, left, right = _pairs(before, after)
    order = {id(event): number for number, event in enumerate(after)}
    pairs.sort(key=lambda pair: order[id(pair[1])])
    moved = tuple(pair for pair in pairs if pair[0].when != pair[1].when)
    rest = [pair for pair in pairs if pair[0].when == pair[1].when]
    changed = tuple(pair for pair in rest if _told(pair[0]) != _told(pair[1]))
    same = len(rest) - len(changed)
    return Difference(tuple(right), tuple(left), moved, changed, same, before=before, after=after)


def _pairs(before: Timeline, after: Timeline) -> tuple[list[tuple[Event, Event]], list[Event], list[Event]]:
    """(before, after) for each act that both have; and what only the first, and only the second has."""
    left, right = list(before), list(after)
    documents = {**before.documents, **after.documents}
    pairs: list[tuple[Event, Event]] = []
    for step in (
        _same_id,
        _same_words,
        _same_telling,
        lambda one, other: matches(one, other, documents),
        _same_likeness,
    ):
        new = list(step(left, right))
        pairs += new
        ones, others = {id(one) for one, _ in new}, {id(other) for _, other in new}
        left = [event for event in left if id(event) not in ones]
        right = [event for event in right if id(event) not in others]
    return pairs, left, right


def _same_id(left: Sequence[Event], right: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    return _match(left, right, lambda event: (event.id,), _in_one_place_or_time)


def _same_telling(left: Sequence[Event], right: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """By the ids that they had before others joined them."""
    return _match(left, right, lambda event: (each.id for each in event.tellings or (event,)), _at_one_time)


def _in_one_place_or_time(event: Event) -> Callable[[Event], bool]:
    at_one_time = _at_one_time(event)
    return lambda other: at_one_time(other) or not places_told(event).isdisjoint(places_told(other))


def _at_one_time(event: Event) -> Callable[[Event], bool]:
    """Whether the days of another meet its own, or one has none: the same words on other days tell another act."""
    when = event.when
    return lambda other: not when or not other.when or any(a.overlaps(b) for a in when for b in other.when)


def _same_words(left: Sequence[Event], right: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    return _match(left, right, _places_told)


def _same_likeness(left: Sequence[Event], right: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    return _match(left, right, _alike_blocks, _alike_to)


def _all_fit(_event: Event) -> Callable[[Event], bool]:
    return lambda _other: True


def _match(
    left: Sequence[Event],
    right: Sequence[Event],
    blocks: Callable[[Event], Iterable[Hashable]],
    fits: Callable[[Event], Callable[[Event], bool]] = _all_fit,
) -> Iterator[tuple[Event, Event]]:
    """Pairs of events of two sides, one to one, the first that fits."""
    by_block: dict[Hashable, list[int]] = defaultdict(list)
    for number, event in enumerate(right):
        for block in dict.fromkeys(blocks(event)):
            by_block[block].append(number)
    taken: set[int] = set()
    for event in left:
        near = [members for block in dict.fromkeys(blocks(event)) if (members := by_block.get(block))]
        numbers = near[0] if len(near) == 1 else sorted({number for members in near for number in members[:_COMPARED]})
        if not numbers:
            continue
        test = fits(event)
        for number in numbers[:_COMPARED]:
            if number not in taken and test(right[number]):
                taken.add(number)
                yield event, right[number]
                break


def _places_told(event: Event) -> Iterator[Hashable]:
    """The words that tell it: the same report read again is the same act."""
    for mention in event.mentions:
        yield event.type, mention.document, mention.trigger


def _alike_blocks(event: Event) -> Iterator[Hashable]:
    for actor in event.actors:
        yield event.type, event.subtype, actor.name


def _alike_to(event: Event) -> Callable[[Event], bool]:
    """Whether another event of its kind reads as the same act under another date."""
    names, words = {actor.name for actor in event.actors}, _words(event.headline)

    def alike(other: Event) -> bool:
        further = _words(other.headline)
        if not words or not further:
            return names == {actor.name for actor in other.actors}
        if not any(actor.name in names for actor in other.actors):
            return False
        return len(words & further) >= _ALIKE * len(words | further)

    return alike


@lru_cache(maxsize=65536)
def _words(headline: str) -> frozenset[bytes]:
    return frozenset(folded(headline))


def _told(event: Event) -> tuple[object, ...]:
    """What counts as a change: not how it is worded or how often it is told."""
    actors = frozenset((actor.name, actor.role) for actor in event.actors)
    places = frozenset((place.name, place.role) for place in event.places)
    return (event.type, event.subtype, event.stance, event.modality, actors, places)

"""Events divided and joined by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from timeline.chronology import order
from timeline.chronology.corrections.desk import by_hand, marked
from timeline.chronology.episodes import with_parts
from timeline.chronology.headlines import lined, lines_apart
from timeline.chronology.ids import told_apart
from timeline.chronology.merge import by_itself
from timeline.chronology.settle import settle

if TYPE_CHECKING:
    from timeline.chronology.corrections.desk import Desk
    from timeline.documents.model import Document
    from timeline.events.model import Event


def regrouped(desk: Desk) -> dict[int, Event]:
    """The events by group: those whose tellings were divided or joined settled anew, all others as they were."""
    apart = _apart(desk)
    contradicting = _contradicting(desk, apart)
    for number in apart:
        if number not in contradicting:
            _split(desk, number)
    for number in desk.of("merge"):
        if number not in contradicting:
            _merge(desk, number)
    for number in apart:
        own, rest = desk.meant[number][0], apart[number]
        if number not in contradicting and not desk.parts.of(own).isdisjoint(desk.parts.of(rest)):
            desk.refuse(number, "unchanged", "merges join again what this parts")
    return _settled(desk)


def _apart(desk: Desk) -> dict[int, set[int]]:
    """The splits that part something, each with the places that stay behind."""
    found: dict[int, set[int]] = {}
    for number in desk.of("split"):
        own = desk.meant[number][0]
        if desk.one(number, own) is None:
            continue
        rest = desk.parts.rest(own)
        if rest:
            found[number] = rest
        else:
            desk.refuse(number, "unchanged", "nothing else is told of this event")
    return found


def _contradicting(desk: Desk, apart: dict[int, set[int]]) -> set[int]:
    """Splits that cut across each other, and merges of what a split parts."""
    by_event: dict[int, list[int]] = defaultdict(list)
    for number in apart:
        by_event[desk.finder.told[min(desk.meant[number][0])].event].append(number)
    pairs: set[tuple[int, int]] = set()
    for splits in by_event.values():
        for one, other in combinations(splits, 2):
            first, second = desk.meant[one][0], desk.meant[other][0]
            if first & second and first != second:
                pairs.add((one, other))
    for merge in desk.of("merge"):
        ends = desk.meant[merge]
        events = {desk.finder.told[each].event for end in ends for each in end}
        for split in (each for event in events for each in by_event.get(event, ())):
            if any(end <= desk.meant[split][0] for end in ends) and any(end <= apart[split] for end in ends):
                pairs.add((split, merge))
    for pair in sorted(pairs):
        desk.contradict(pair, "which tellings are one event")
    return {number for pair in pairs for number in pair}


def _split(desk: Desk, number: int) -> None:
    own, made = desk.meant[number][0], desk.given[number]
    before = desk.finder.events[desk.finder.told[min(own)].event]
    if desk.parts.rest(own):  # not parted by another like it
        (left,) = desk.parts.of(own)
        desk.marks[left].append(by_hand(made, f"split: without «{desk.finder.trigger(min(own))}»"))
        desk.marks[desk.parts.split(own)].append(by_hand(made, f"split: from {before.id}"))


def _merge(desk: Desk, number: int) -> None:
    ends = [desk.one(number, end) for end in desk.meant[number]]
    groups = {end for end in ends if end is not None}
    if None in ends:
        return
    if len(groups) == 1:
        desk.refuse(number, "unchanged", "they are one event already")
        return
    said = [each for group in sorted(groups) for each in desk.marks.pop(group, [])]
    desk.marks[desk.parts.merge(groups)] = [*said, by_hand(desk.given[number], f"merge: {len(groups)} events")]


def _settled(desk: Desk) -> dict[int, Event]:
    documents, parts = desk.finder.documents, desk.parts
    if not desk.marks:
        return dict(enumerate(desk.finder.events))
    events = {group: _anew(desk, group) for group in sorted(parts.members)}
    apart = with_parts(told_apart(list(events.values()), documents))
    events = {
        group: lined(event, documents) if group in desk.marks else event
        for group, event in zip(events, apart, strict=True)
    }
    return {
        group: marked(event, desk.marks[group], tuple(parts.told_by(group))) if group in desk.marks else event
        for group, event in own_lines(events, documents).items()
    }


def _anew(desk: Desk, group: int) -> Event:
    if group not in desk.marks:
        return desk.finder.events[group]
    return settle([by_itself(telling) for telling in desk.parts.told_by(group)], desk.finder.documents)


def own_lines(events: Mapping[int, Event], documents: Mapping[str, Document]) -> dict[int, Event]:
    """The events by their groups, in the order of the timeline, no two with the same line."""
    ordered = sorted(events, key=lambda group: order.key(events[group], documents))
    return dict(zip(ordered, lines_apart([events[group] for group in ordered]), strict=True))

"""Lanes, and rows within them: who stands beside whom, and nothing over anything else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.events.model import EventType
from timeline.render.bidi import clean
from timeline.render.spans import corroboration
from timeline.render.titles import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event
    from timeline.render.words import Words

Lanes = Literal["type", "actor", "place", "source"]

MOST_LANES = 12
MORE, UNKNOWN, REPORTED = "\x00more", "\x00unknown", "\x00reported"  # no cleaned name can be one of these


@frozen
class Lane:
    """One lane: its key, its title, and the numbers of the events that stand in it."""

    key: str
    title: str
    members: tuple[int, ...]


def keys(event: Event, by: Lanes, documents: Mapping[str, Document], words: Words) -> tuple[str, ...]:
    """The lanes that an event stands in: a meeting of three states stands in the lane of each."""
    if by == "type":
        return (event.type.value,)
    if by == "actor":
        names: Iterable[str] = (named(actor.name or actor.text, actor.name_en, words) for actor in event.actors)
    elif by == "place":
        located = [place for place in event.places if place.role != "topic"]
        names = (named(place.name or place.text, place.name_en, words) for place in located)
    else:
        names = corroboration(event, documents)
    return tuple(dict.fromkeys(name for name in map(clean, names) if name)) or (UNKNOWN,)


def lanes(
    events: Sequence[Event], numbers: Iterable[int], by: Lanes, documents: Mapping[str, Document], words: Words
) -> tuple[Lane, ...]:
    """The lanes in their order: types as always; others by how many events they hold, the rest together at the end."""
    members: dict[str, list[int]] = {}
    for number in numbers:
        for key in keys(events[number], by, documents, words):
            members.setdefault(key, []).append(number)
    if by == "type":
        return _types(events, members, words)
    counts = Counter({key: len(numbers) for key, numbers in members.items() if key != UNKNOWN})
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    shown, rest = (ranked, []) if len(ranked) <= MOST_LANES else (ranked[: MOST_LANES - 1], ranked[MOST_LANES - 1 :])
    result = [Lane(key, key, tuple(members[key])) for key in shown]
    if rest:
        shown_keys = set(shown)
        others = sorted({number for key in rest for number in members[key]})
        others = [n for n in others if shown_keys.isdisjoint(keys(events[n], by, documents, words))] or others
        result.append(Lane(MORE, str(words.table["more"]), tuple(others)))
    if UNKNOWN in members:
        result.append(Lane(UNKNOWN, str(words.table["unknown"]), tuple(members[UNKNOWN])))
    return tuple(result)


def _types(events: Sequence[Event], members: Mapping[str, list[int]], words: Words) -> tuple[Lane, ...]:
    """The types, and apart from them, as a strip of its own, what has no day but that of its printing."""
    printed = {n for numbers in members.values() for n in numbers if events[n].time_source == "document"}
    kept = {key: [n for n in numbers if n not in printed] for key, numbers in members.items()}
    if not any(kept.values()):
        kept, printed = dict(members), set()
    found = [
        Lane(kind.value, words.named("types", kind.value), tuple(kept[kind.value]))
        for kind in EventType
        if kept.get(kind.value)
    ]
    return (*found, Lane(REPORTED, words.label("reported"), tuple(sorted(printed)))) if printed else tuple(found)


@frozen
class Box:
    """The room that one mark needs, in pixels along the direction of reading; ``rows`` is its height.

    ``slack`` is how far it may move to either side and still stand in its day, in steps of its own breadth.
    """

    start: float
    end: float
    rows: int = 1
    slack: float = 0


@frozen
class Packing:
    """The row of every box and how far it was moved, and how many rows there are."""

    rows: tuple[int, ...]
    shifts: tuple[float, ...]
    height: int


def pack(boxes: Sequence[Box], gap: float = 6) -> Packing:
    """First fit: every box in the highest row where nothing else stands in its way.

    The crowd of one day spreads over the day's breadth before it piles up.
    Boxes are taken by their start; two boxes of one row are at least ``gap`` pixels apart.
    """
    free: list[list[tuple[float, float]]] = []
    rows = [0] * len(boxes)
    shifts = [0.0] * len(boxes)
    for number in sorted(range(len(boxes)), key=lambda n: (boxes[n].start, boxes[n].end)):
        box, row = boxes[number], 0
        while (shift := _shift(free, row, box, gap)) is None:
            row += 1
        shifts[number] = shift
        for extra in range(box.rows):
            while len(free) <= row + extra:
                free.append([])
            free[row + extra].append((box.start + shift, box.end + shift))
        rows[number] = row
    return Packing(tuple(rows), tuple(shifts), len(free))


def _shift(taken: list[list[tuple[float, float]]], row: int, box: Box, gap: float) -> float | None:
    """How far the box has to move to find a place in a row, nearest first; ``None`` if there is none."""
    step = box.end - box.start + gap
    for place in range(1 + 2 * int(box.slack / step)):
        shift = (place + 1) // 2 * step * (1 if place % 2 else -1)
        if all(_is_free(taken, row + extra, box.start + shift, box.end + shift, gap) for extra in range(box.rows)):
            return shift
    return None


def _is_free(taken: list[list[tuple[float, float]]], row: int, low: float, high: float, gap: float) -> bool:
    # the latest neighbors stand at the end of the list: they are the ones that are likely to be in the way
    return row >= len(taken) or all(high + gap <= start or end + gap <= low for start, end in reversed(taken[row]))

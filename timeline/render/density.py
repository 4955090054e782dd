"""Thousands of events: how many there are in each day, week, month or year, lane by lane."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from timeline.events.model import EventType
from timeline.render.bidi import escape, isolate
from timeline.render.lanes import REPORTED
from timeline.render.saying import closed
from timeline.render.spans import DAY_MS, at, iso, milliseconds
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.model import Event
    from timeline.render.lanes import Lane
    from timeline.render.spans import Span
    from timeline.render.theme import Theme
    from timeline.render.words import Words

Bin = Literal["day", "week", "month", "year"]
MOST_BINS = 240
LANE_HEIGHT = 3.2  # rows
_MONDAY = milliseconds(dt.date(1970, 1, 5))


def bin_size(start: float, end: float) -> Bin:
    """The smallest bin that leaves at most some 240 of them."""
    days = (end - start) / DAY_MS
    for name, length in (("day", 1.0), ("week", 7.0), ("month", 30.44)):
        if days / length <= MOST_BINS:
            return name  # type: ignore[return-value]
    return "year"


def bin_start(ms: float, size: Bin) -> int:
    """The beginning of the bin that holds a moment; weeks begin on Monday."""
    if size == "day":
        return int(ms // DAY_MS * DAY_MS)
    if size == "week":
        return int((ms - _MONDAY) // (7 * DAY_MS) * 7 * DAY_MS + _MONDAY)
    moment = at(ms)
    return milliseconds(dt.date(moment.year, moment.month if size == "month" else 1, 1))


def bin_end(start: int, size: Bin) -> int:
    """Where the bin that begins there ends."""
    if size in {"day", "week"}:
        return start + DAY_MS * (1 if size == "day" else 7)
    moment = at(start)
    if size == "month" and moment.month < 12:
        return milliseconds(dt.date(moment.year, moment.month + 1, 1))
    return milliseconds(dt.date(min(moment.year + 1, dt.MAXYEAR), 1, 1))


@frozen
class Density:
    """The traces, the lanes' places, and the highest count."""

    traces: tuple[dict[str, Any], ...]
    peaks: tuple[int, ...]
    size: Bin


def density(
    events: Sequence[Event], pieces: Sequence[tuple[Span, ...]], lanes: Sequence[Lane], window: tuple[float, float],
    *, theme: Theme, words: Words,
) -> Density:  # fmt: skip
    """Bars of counts, stacked by type, lanes of events with days on one scale; an event counts where it starts."""
    size = bin_size(*window)
    counts: list[dict[EventType, Counter[int]]] = []
    for lane in lanes:
        by_type: dict[EventType, Counter[int]] = {}
        for number in lane.members:
            start = bin_start(pieces[number][0].start, size)
            by_type.setdefault(events[number].type, Counter())[start] += 1
        counts.append(by_type)
    peaks = tuple(max(sum(by_type.values(), Counter()).values(), default=0) for by_type in counts)
    # what has no day of its own is many times the rest, and stands on a scale of its own
    strip = [lane.key == REPORTED for lane in lanes]
    common = max((peak for peak, alone in zip(peaks, strip, strict=True) if not alone), default=0)
    texts: dict[int, str] = {}
    traces = []
    for kind in EventType:
        trace: dict[str, list[Any]] = {"x": [], "y": [], "base": [], "width": [], "customdata": []}
        for index, by_type in enumerate(counts):
            floor = (index + 1) * LANE_HEIGHT - 0.35
            for start in sorted(by_type.get(kind, ())):
                number = by_type[kind][start]
                below = sum(by_type[k][start] for k in _under(kind) if k in by_type)
                unit = (LANE_HEIGHT - 0.8) / ((peaks[index] if strip[index] else common) or 1)
                end = bin_end(start, size)
                if start not in texts:
                    texts[start] = closed(Interval(at(start).date(), at(end).date()), words)
                said = f"{texts[start]}: {words.count('events', number)} ({words.named('types', kind.value)})"
                trace["x"].append(iso((start + end) / 2))
                trace["base"].append(round(floor - below * unit, 4))
                trace["y"].append(round(-number * unit, 4))
                trace["width"].append((end - start) * 0.86)
                trace["customdata"].append([isolate(escape(said)), ""])
        if trace["x"]:
            traces.append(
                {
                    "type": "bar",
                    **trace,
                    "marker": {"color": theme.types[kind], "line": {"width": 0}},
                    "hovertemplate": "%{customdata[0]}<extra></extra>",
                    "legendgroup": kind.value,
                    "showlegend": False,
                    "name": "",
                }
            )
    return Density(tuple(traces), peaks, size)


def _under(kind: EventType) -> list[EventType]:
    order = list(EventType)
    return order[: order.index(kind)]

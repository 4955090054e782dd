"""Where a reader begins: the busiest stretch of a timeline, and the events of it that are worth a label.

Reports of two crises years apart make a timeline of two crowds and an empty middle. Its dates fall into clusters, each
a period of its own («نوفمبر – ديسمبر 2024»); the figure opens on one of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.chronology.summary import ranked
from timeline.events.model import EventType
from timeline.render.layout import window
from timeline.render.spans import DAY_MS, at, milliseconds
from timeline.render.words import OptionError, check
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event
    from timeline.render.spans import Span
    from timeline.render.words import Words

_Stay = tuple[int, int, int]  # first moment, last, number of the event
Focus = Literal["auto", "all"] | tuple[object, object]
Show = Literal["auto", "principal", "all"]

GAP = 45 * DAY_MS  # what parts two clusters, at the least; in long timelines the 200th part of the whole
FRINGE = 50  # one in so many dates at either end is not looked at when gaps are measured
BULK = 0.8  # of a cluster
LEAST = 3  # events of a period
MOST = 6  # periods
MOST_OF_IT = 0.4  # of the whole's length: with a longer cluster there are no periods
CROWD = 40  # dated events above which the principal ones are shown first
PRINCIPAL = 24  # of them in one view: as many labels as fit
OF_EACH_TYPE = PRINCIPAL // 8  # of them at least, where so many occur
RANKED = 120  # of each period, so that there are enough also under filters


@frozen
class Period:
    """A cluster of dates: its events (by number), its first moment and its last, in milliseconds."""

    members: tuple[int, ...]
    first: int
    last: int

    def title(self, words: Words) -> str:
        """«يناير 2018», «نوفمبر – ديسمبر 2024», «2016 – 2018»: months by one name."""
        first, last = at(self.first), at(self.last - 1)
        if self.last - self.first > 500 * DAY_MS:
            return f"{words.number(first.year)} – {words.number(last.year)}"
        end = f"{words.month(last.month, short=words.language == 'ar')} {words.number(last.year)}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        start = words.month(first.month, short=words.language == "ar")
        return f"{start} – {end}" if first.year == last.year else f"{start} {words.number(first.year)} – {end}"


def periods(pieces: Sequence[tuple[Span, ...]]) -> tuple[Period, ...]:
    """The clusters of the dates, in order; none where they fill the whole evenly, or are too few."""
    every = [span for found in pieces for span in found]
    if not every:
        return ()
    first, last = min(span.start for span in every), max(span.end for span in every)
    starts = sorted(found[0].start for found in pieces if found)
    fringe = len(starts) // FRINGE  # a single date of the year 1000 widens no gap
    gap = max(GAP, (starts[-1 - fringe] - starts[fringe]) // 200)
    stays = []  # where an event stands: what lasts long stands where it began, what is vague for long nowhere
    for number, found in enumerate(pieces):
        for span in found[:1]:
            if span.end - span.start <= gap:
                stays.append((span.start, span.end, number))
            elif span.shape != "vague":
                stays.append((span.start, span.start + DAY_MS, number))
    clusters: list[list[_Stay]] = []
    reached = 0
    for stay in sorted(stays):
        if not clusters or stay[0] - reached > gap:
            clusters.append([])
            reached = stay[1]
        clusters[-1].append(stay)
        reached = max(reached, stay[1])
    large = [cluster for cluster in clusters if len(cluster) >= max(LEAST, len(stays) * 0.04)]
    trimmed = [_bulk(cluster) for cluster in sorted(large, key=len, reverse=True)[:MOST]]
    # where the whole is hardly longer nothing is gained by looking at a part
    kept = sorted(c for c in trimmed if max(end for _, end, _ in c) - c[0][0] <= MOST_OF_IT * (last - first))
    if 2 * sum(map(len, kept)) < len(stays):
        return ()
    return tuple(
        Period(tuple(sorted(number for _, _, number in found)), found[0][0], max(end for _, end, _ in found))
        for found in kept
    )


def _bulk(cluster: list[_Stay]) -> list[_Stay]:
    """The shortest stretch with most of a cluster, where it is much shorter: a week's news trails years of memories."""
    size = math.ceil(len(cluster) * BULK)
    if len(cluster) < 20:
        return cluster
    runs = [(cluster[at + size - 1][0] - cluster[at][0], at) for at in range(len(cluster) - size + 1)]
    length, at = min(runs)
    low, high = cluster[at][0], cluster[at + size - 1][0]
    if 3 * (length + DAY_MS) > cluster[-1][0] - cluster[0][0]:
        return cluster
    near = max(length // 10, DAY_MS)
    return [stay for stay in cluster if low - near <= stay[0] <= high + near and stay[1] <= high + length + 2 * near]


def busiest(found: Sequence[Period], events: Sequence[Event]) -> int | None:
    """The number of the period with most events worth a headline, the latest of equals; ``None`` without periods."""
    if not found:
        return None
    weights = [(sum(events[n].headline_worthy for n in period.members), len(period.members)) for period in found]
    return max(range(len(found)), key=lambda number: (*weights[number], number))


def chosen_window(focus: Focus, found: Sequence[Period], pieces: Sequence[tuple[Span, ...]],
                  events: Sequence[Event], width: float) -> tuple[float, float] | None:  # fmt: skip
    """The window that is asked for; ``None`` for the whole."""
    if isinstance(focus, str):
        number = busiest(found, events) if focus == "auto" else None
        return None if number is None else window([pieces[n] for n in found[number].members], width, labelled=True)
    return asked(focus)


def asked(focus: Focus) -> tuple[float, float] | None:
    """A window given as (start, end), both days inside; ``None`` for a word.

    Raises
    ------
    OptionError
        if it is neither a known word nor two dates in order
    """
    if isinstance(focus, str):
        check("focus", focus, Literal["auto", "all"])
        return None
    try:
        start, end = focus
        days = [Interval(day, None).start for day in (start, end)]
    except (TypeError, ValueError) as error:
        raise OptionError(f"focus={focus!r} is not known: 'auto', 'all' or two dates (start, end) are") from error
    low, high = (milliseconds(day) for day in days if day is not None)
    if high < low:
        raise OptionError(f"focus={focus!r} ends before it starts: give (start, end)")
    return float(low), float(high + DAY_MS)


def principal(events: Sequence[Event], documents: Mapping[str, Document], pieces: Sequence[tuple[Span, ...]],
              found: Sequence[Period]) -> dict[int, int]:  # fmt: skip
    """The rank of the dated events in their period, 0 for the first; those of no period are ranked among themselves."""
    inside = {number for period in found for number in period.members}
    rest = [number for number, spans in enumerate(pieces) if spans and number not in inside]
    ranks: dict[int, int] = {}
    for members in (*(period.members for period in found), rest):
        chosen = ranked([events[n] for n in members], documents, RANKED)
        order = [members[n] for n in chosen]
        taken = set(order)
        for kind in EventType:
            if sum(events[n].type is kind for n in order) >= OF_EACH_TYPE:
                continue
            left = [n for n in members if n not in taken and events[n].type is kind]
            order += [left[n] for n in ranked([events[n] for n in left], documents, OF_EACH_TYPE)]
        ranks.update({number: rank for rank, number in enumerate(order)})
    return ranks


def first_of(
    ranks: Mapping[int, int], events: Sequence[Event], numbers: Sequence[int], members: Collection[int] = ()
) -> list[int]:
    """The best of some events, in the order of the timeline; those of a period before what only reaches into it.

    No type that occurs is left out: the best three of each are among them, so that a crisis told mostly by its battles
    still shows who met and who spoke.
    """
    last = len(events)
    order = sorted(numbers, key=lambda number: (number not in members, ranks.get(number, last), number))
    kept = [n for kind in EventType for n in [n for n in order if events[n].type is kind][:OF_EACH_TYPE]]
    others = set(order) - set(kept)
    return sorted([*kept, *[n for n in order if n in others][: max(PRINCIPAL - len(kept), 0)]])

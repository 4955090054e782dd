"""Where everything stands: lanes, rows, labels and the window of time, before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.render.bidi import shorten
from timeline.render.labels import label
from timeline.render.lanes import REPORTED, Box, Lane, Lanes, lanes, pack
from timeline.render.spans import DAY_MS, FIRST_MS, LAST_MS, Span, spans

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event
    from timeline.render.words import Words

Labels = Literal["auto", "all", "none"]
Side = Literal["after", "before", "below", "none"]

LABELLED = 60  # events up to which every mark gets its label and a row with room for it
MOST_ROWS = 64  # rows of single marks; what would pile up higher is shown as density
DOTTED = 600  # events up to which marks are drawn singly; above, their density
EM = 12 * 0.46  # pixels that a character of the labels needs on average: measured 0.44 em, and a little air
MARK = 7  # half a mark's width
WIDE_DAY, WIDE_PART = 250, 60  # pixels from which a day, or a part of it, is drawn from its beginning to its end
LABEL_GAP = 9
LABEL_ROOM = 0.16  # of the window, at its end: labels stand on one side of their marks
BRIEF = 31 * DAY_MS
FEW = 3
FADE = 0.05  # of the window: the tail of an end that is not known
LANE_GAP = 0.7  # rows
STRIP = 12  # acts without a day of their own up to which they have labels
DOT = 5  # half the width of a mark in a crowd: no label, no row of its own
DOT_ROW = 0.6  # rows
DOT_GAP = 2


@frozen
class Item:
    """One event in one lane: its number, its row in the whole figure, its label and where that stands.

    ``shift`` is how many pixels a point stands beside the middle of its day, to make room for others.
    """

    number: int
    lane: int
    row: float
    label: str
    side: Side
    shift: float
    pieces: tuple[Span, ...]
    dot: bool = False


@frozen
class Band:
    """A lane as drawn: its title, its first row and its last."""

    lane: Lane
    top: float
    bottom: float


@frozen
class Layout:
    """The whole: what is drawn where, and the window of time that shows it all."""

    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    start: float
    end: float
    width: float
    height: float
    undated: tuple[int, ...]

    @property
    def fade(self) -> float:
        """How long the tail of an unknown end is drawn."""
        return (self.end - self.start) * FADE


def window(pieces: Sequence[tuple[Span, ...]], width: float, *, labelled: bool) -> tuple[float, float]:
    """From the first start to the last end, with room for marks, tails and, at the far side, labels."""
    every = [span for spans_ in pieces for span in spans_]
    if not every:
        return (0.0, float(DAY_MS))
    start, end = min(span.start for span in every), max(span.end for span in every)
    # «في ديسمبر» would stretch the window over the whole month: it may run out of it instead
    sure = [span for span in every if span.shape != "vague"]
    if sure:
        low, high = min(span.start for span in sure), max(span.end for span in sure)
        brief = [s for s in sure if s.end - s.start <= BRIEF and not s.open_start and not s.open_end]
        if len(brief) >= FEW:  # what has gone on for years may run out of it too
            first, last = min(span.start for span in brief), max(span.end for span in brief)
            if high - low > 5 * max(last - first, 3 * DAY_MS):
                low, high = first, last
        room = max(high - low, 3 * DAY_MS) * 0.3
        start, end = max(start, low - int(room)), min(end, high + int(room))
    if end - start < 3 * DAY_MS:  # a single day stands among its neighbors, not in its hours
        start, end = start - 2 * DAY_MS, end + 2 * DAY_MS
    length = end - start
    before = after = 0.015 * length + DAY_MS * 0.02
    if any(span.open_start and span.start < start + FADE * length for span in every):
        before += FADE * 1.3 * length
    if any(span.open_end and span.end > end - FADE * length for span in every):
        after += FADE * 1.3 * length
    if labelled and width >= 600:
        after += LABEL_ROOM * length
    return max(start - before, FIRST_MS), min(end + after, LAST_MS)


def label_of(event: Event, limit: int, words: Words, sources: int = 1) -> str:
    """The headline as a label: clean, cut to the limit, with the number of sources where there are several."""
    text = shorten(label(event, words), limit)
    return f"{text} ×{sources}" if sources > 1 and text else text


def label_limit(count: int, width: float) -> int:
    """How many characters a label may have: the fewer events, the longer."""
    most = 76 if count <= 24 else 46
    return max(int(min(most, width * 0.42 / EM)), 12)


def arrange(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    *,
    by: Lanes,
    words: Words,
    labels: Labels = "auto",
    width: float = 1000,
    sources: Sequence[int] = (),
    given_lanes: Sequence[Lane] | None = None,
    drawn: Collection[int] | None = None,
    labelled: Collection[int] | None = None,
    within: tuple[float, float] | None = None,
) -> Layout:
    """Lanes, rows and labels for all events; those without a date are counted apart.

    ``drawn`` are the numbers of the events to draw, if not all; ``labelled`` those that get labels, the others standing
    as a crowd of small marks below them; ``within`` is the window, if not the whole.
    """
    pieces = [spans(event, documents) for event in events]
    dated = [number for number, found in enumerate(pieces) if found and (drawn is None or number in drawn)]
    undated = tuple(number for number, found in enumerate(pieces) if not found)
    every = labels == "all" or (labels == "auto" and len(dated) <= LABELLED)
    start, end = within or window([pieces[n] for n in dated], width, labelled=every)
    scale = width / (end - start)
    limit = label_limit(len(dated) if labelled is None else len(labelled), width)
    items: list[Item] = []
    bands: list[Band] = []
    row = 0.0
    found = lanes(events, dated, by, documents, words) if given_lanes is None else given_lanes
    for index, lane in enumerate(found):
        thin = lane.key == REPORTED and len(lane.members) > STRIP
        big = [n for n in lane.members if (not thin if labelled is None else n in labelled)]
        boxes, shown = [], []
        for number in big:
            count = sources[number] if sources else 1
            text = label_of(events[number], limit, words, count) if every or labelled is not None else ""
            box, text, side = place(pieces[number], text, start, scale, width)
            boxes.append(box)
            shown.append((number, text, side))
        packing = pack(boxes)
        items += [
            Item(
                number, index, row + packing.rows[i], text, side, packing.shifts[i],
                pieces[number],
            )
            for i, (number, text, side) in enumerate(shown)
        ]  # fmt: skip
        height: float = packing.height
        if len(big) < len(lane.members):
            small = [number for number in lane.members if number not in set(big)]
            crowd = pack([place(pieces[n], "", start, scale, width, mark=DOT)[0] for n in small], DOT_GAP)
            top = row + height - (1 - DOT_ROW) / 2 if height else row - (1 - DOT_ROW) / 2
            items += [
                Item(
                    number, index, top + crowd.rows[i] * DOT_ROW, "", "none", crowd.shifts[i], pieces[number], dot=True
                )
                for i, number in enumerate(small)
            ]
            height += crowd.height * DOT_ROW
        bands.append(Band(lane, row - 0.5 - LANE_GAP / 2, row + height - 0.5 + LANE_GAP / 2))
        row += height + LANE_GAP
    return Layout(tuple(items), tuple(bands), start, end, width, row, undated)


def is_dot(span: Span, pixel: float) -> bool:
    """Whether a span is drawn as a point: a day or less, or too short to be seen as a bar.

    Where days are as wide as headlines, a day is drawn as the day that it is, and a night as the night.
    """
    if span.open_start or span.open_end:
        return False
    length = (span.end - span.start) / pixel
    if span.shape == "point":
        return length < (WIDE_DAY if span.end - span.start == DAY_MS else WIDE_PART)
    return length < 2 * MARK


def place(
    pieces: tuple[Span, ...], text: str, start: float, scale: float, width: float, *, mark: float = MARK
) -> tuple[Box, str, Side]:
    """The room of one event with its label: after the mark, or before it where the window ends, or under a long bar."""
    tail = width * FADE + 6
    low = min((s.start - start) * scale - (tail if s.open_start else 0) for s in pieces)
    high = max((s.end - start) * scale + (tail if s.open_end else 0) for s in pieces)
    point = len(pieces) == 1 and pieces[0].shape == "point" and is_dot(pieces[0], 1 / scale)
    if point:
        middle = (low + high) / 2
        low, high = middle - mark, middle + mark
    low, high = min(low, high - 2 * mark), max(high, low + 2 * mark)
    if not text:
        whole_day = point and pieces[0].end - pieces[0].start == DAY_MS
        return Box(low, high, slack=max(DAY_MS * scale / 2 - mark - 2, 0) if whole_day else 0), "", "none"
    need = len(text) * EM + LABEL_GAP
    after, before = width - high, low
    if need <= after:
        return Box(low, high + need), text, "after"
    if need <= before:
        return Box(low - need, high), text, "before"
    if high - low > max(after, before):
        room = min(width, high) - max(low, 0)
        text = shorten(text, max(int(room / EM), 12))
        return Box(low, high, rows=2), text, "below"
    side: Side = "after" if after >= before else "before"
    text = shorten(text, max(int((max(after, before) - LABEL_GAP) / EM), 6))
    need = len(text) * EM + LABEL_GAP
    return (Box(low, high + need) if side == "after" else Box(low - need, high)), text, side

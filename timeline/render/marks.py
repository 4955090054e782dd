"""Plotly traces for a layout: one per type and status, from plain lists of ISO strings and numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from timeline.events.model import Event, EventType, Modality
from timeline.render.bidi import NO_BREAK_SPACE, direction_of, escape, isolate, stripped
from timeline.render.layout import Item, Layout, is_dot
from timeline.render.spans import Span, iso
from timeline.render.theme import FILLS, SYMBOLS, Theme, faded

Trace = dict[str, Any]
_Drawer = Callable[["Pen", EventType, Modality, list[tuple[Item, Span]]], list[Trace]]

BAR_WIDTH = 0.52  # of a row
WINDOW = 0.24  # of a row: a stretch on some day of which something happened
SLICES = 15
HOVER = "%{customdata[0]}<extra></extra>"


@frozen
class Pen:
    """What a mark is drawn with: the layout's scale, the theme, and for each event its hover text."""

    layout: Layout
    theme: Theme
    direction: str
    hovers: Mapping[int, str]
    sources: Sequence[int]
    events: Sequence[Event]
    groups: dict[tuple[str, EventType, Modality], list[tuple[Item, Span]]] = field(factory=dict)

    @property
    def pixel(self) -> float:
        """Milliseconds to a pixel."""
        return (self.layout.end - self.layout.start) / self.layout.width

    def custom(self, item: Item) -> list[str]:
        """What a mark carries along: its hover text and the id of its event."""
        return [self.hovers.get(item.number, ""), stripped(self.events[item.number].id)]


def point_size(layout: Layout) -> int:
    """Smaller where there are no labels, since the rows stand closer there."""
    return 12 if any(item.label for item in layout.items) else 10


def traces(pen: Pen) -> list[Trace]:
    """All marks, bars first, then points over them, then labels."""
    for item in pen.layout.items:
        event = pen.events[item.number]
        for span in item.pieces:
            kind = "point" if is_dot(span, pen.pixel) else "bar" if span.shape == "point" else span.shape
            pen.groups.setdefault((kind, event.type, event.modality), []).append((item, span))
    result = _links(pen)
    drawers: tuple[tuple[_Drawer, str], ...] = ((_vague, "vague"), (_bars, "bar"), (_tails, "bar"), (_points, "point"))
    for draw, shape in drawers:
        for of in EventType:
            for modality in Modality:
                if members := pen.groups.get((shape, of, modality)):
                    result += draw(pen, of, modality, members)
    return [*result, *_halos(pen), *_labels(pen)]


def _links(pen: Pen) -> list[Trace]:
    """A thin line that joins the pieces of one event (two days of talks with a week between them)."""
    x: list[str | None] = []
    y: list[float | None] = []
    for item in pen.layout.items:
        for left, right in zip(item.pieces, item.pieces[1:], strict=False):
            x += [iso(left.end), iso(right.start), None]
            y += [item.row, item.row, None]
    if not x:
        return []
    line = {"color": pen.theme.line, "width": 1.5}
    return [
        {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False}
    ]


def _bars(pen: Pen, kind: EventType, modality: Modality, members: list[tuple[Item, Span]]) -> list[Trace]:
    color = pen.theme.types[kind]
    pattern = FILLS[modality][1]
    marker: Trace = {
        "color": color if not pattern else faded(color, 0.12),
        "line": {"color": color, "width": [2.5 if pen.sources[item.number] > 1 else 1 for item, _ in members]},
    }
    if pattern:
        # scalar colors only: arrays in a pattern's colors are broken in plotly.js
        marker["pattern"] = {
            "shape": pattern,
            "fgcolor": color,
            "bgcolor": faded(color, 0.1),
            "size": 7,
            "solidity": 0.35,
        }
    return [_bar_trace(pen, kind, members, [(s.start, s.end) for _, s in members], marker)]


def _bar_trace(
    pen: Pen, kind: EventType, members: list[tuple[Item, Span]], ends: list[tuple[float, float]], marker: Trace
) -> Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [iso(start) for start, _ in ends],
        "x": [end - start for start, end in ends],
        "y": [item.row for item, _ in members],
        "width": BAR_WIDTH,
        "marker": marker,
        "customdata": [pen.custom(item) for item, _ in members],
        "hovertemplate": HOVER,
        "legendgroup": kind.value,
        "showlegend": False,
        "name": "",
    }


def slices(profile: str) -> list[tuple[float, float, float]]:
    """The slices of a vague stretch as (from, to, strength): strongest where the day most likely lies."""
    if profile == "even":  # as likely on any day: one tone, with soft ends
        edges = [(i * 0.03, (i + 1) * 0.03, 0.07 + 0.07 * i) for i in range(4)]
        return [*edges, (0.12, 0.88, 0.34), *((1 - high, 1 - low, tone) for low, high, tone in reversed(edges))]
    last = SLICES - 1
    places = [i / last for i in range(SLICES)]
    if profile == "MID":
        tones = [0.1 + 0.7 * (1 - abs(2 * place - 1)) for place in places]
    else:
        tones = [0.1 + 0.7 * (1 - place if profile == "START" else place) for place in places]
    return [(i / SLICES, (i + 1) / SLICES, round(tone, 2)) for i, tone in enumerate(tones)]


def _vague(pen: Pen, kind: EventType, modality: Modality, members: list[tuple[Item, Span]]) -> list[Trace]:
    color = pen.theme.types[kind]
    parts: list[tuple[Item, Span]] = []
    ends: list[tuple[float, float]] = []
    colors: list[str] = []
    for item, span in members:
        length = span.end - span.start
        for low, high, tone in slices(span.profile):
            parts.append((item, span))
            ends.append((span.start + low * length, span.start + high * length))
            colors.append(faded(color, tone))
    stretch = _bar_trace(pen, kind, parts, ends, {"color": colors, "line": {"width": 0}}) | {"width": WINDOW}
    bracket = _bracket(members, color, kind)
    if modality is Modality.ASSERTED:
        return [stretch, bracket]
    # its status as a pattern over the whole stretch: a symbol would seem to name one day of it
    pattern = {
        "shape": FILLS[modality][1],
        "fgcolor": faded(color, 0.5),
        "bgcolor": "rgba(0,0,0,0)",
        "size": 7,
        "solidity": 0.18,
    }
    marker = {"color": "rgba(0,0,0,0)", "line": {"color": faded(color, 0.6), "width": 0.8}, "pattern": pattern}
    whole: list[tuple[float, float]] = [(span.start, span.end) for _, span in members]
    return [stretch, _bar_trace(pen, kind, members, whole, marker) | {"width": WINDOW}, bracket]


def _bracket(members: list[tuple[Item, Span]], color: str, kind: EventType) -> Trace:
    """The ends of a window in which something happened: nobody takes it for something that lasted."""
    x: list[str | None] = []
    y: list[float | None] = []
    for item, span in members:
        for at in (span.start, span.end):
            x += [iso(at), iso(at), None]
            y += [item.row - BAR_WIDTH / 2, item.row + BAR_WIDTH / 2, None]
    return {
        "type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": color, "width": 1.6},
        "hoverinfo": "skip", "legendgroup": kind.value, "showlegend": False,
    }  # fmt: skip


def _tails(pen: Pen, kind: EventType, modality: Modality, members: list[tuple[Item, Span]]) -> list[Trace]:
    """Open ends: slices that fade away, and a triangle that points on."""
    color = pen.theme.types[kind]
    parts: list[tuple[Item, Span]] = []
    ends: list[tuple[float, float]] = []
    colors: list[str] = []
    tips: list[tuple[float, float, str]] = []
    length = pen.layout.fade / 6
    strongest = 0.7 if modality is Modality.ASSERTED else 0.35
    for item, span in members:
        for sign, is_open, edge in ((1, span.open_end, span.end), (-1, span.open_start, span.start)):
            if not is_open:
                continue
            for i in range(6):
                near, far = edge + sign * i * length, edge + sign * (i + 1) * length
                parts.append((item, span))
                ends.append((min(near, far), max(near, far)))
                colors.append(faded(color, round(strongest * (1 - i / 6), 2)))
            later = (sign == 1) == (pen.direction == "rtl")
            tips.append((edge + sign * pen.layout.fade, item.row, "triangle-left" if later else "triangle-right"))
    if not parts:
        return []
    tails = _bar_trace(pen, kind, parts, ends, {"color": colors, "line": {"width": 0}})
    triangles = {
        "type": "scatter",
        "mode": "markers",
        "x": [iso(x) for x, _, _ in tips],
        "y": [y for _, y, _ in tips],
        "marker": {"symbol": [symbol for _, _, symbol in tips], "size": 9, "color": color},
        "hoverinfo": "skip",
        "legendgroup": kind.value,
        "showlegend": False,
        "cliponaxis": False,
    }
    return [tails, triangles]


def _points(pen: Pen, kind: EventType, modality: Modality, members: list[tuple[Item, Span]]) -> list[Trace]:
    color = pen.theme.types[kind]
    fills, sizes = [], []
    size = point_size(pen.layout)
    for item, _ in members:
        printed = pen.events[item.number].time_source == "document"
        light = modality is Modality.CONDITIONAL or (printed and modality is Modality.ASSERTED)
        fills.append(faded(color, 0.28) if light else color)
        full = 9 if item.dot else size
        sizes.append(full - 2 if printed else full)
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [iso((s.start + s.end) / 2 + item.shift * pen.pixel) for item, s in members],
            "y": [item.row for item, _ in members],
            "marker": {
                "symbol": SYMBOLS[kind] + FILLS[modality][0],
                "size": sizes,
                "color": fills,
                "line": {"color": color, "width": 1.6},
                "opacity": 1,
            },
            "customdata": [pen.custom(item) for item, _ in members],
            "hovertemplate": HOVER,
            "legendgroup": kind.value,
            "showlegend": False,
            "name": "",
        }
    ]


def _halos(pen: Pen) -> list[Trace]:
    """A ring around what two sources or more tell."""
    result = []
    size = point_size(pen.layout)
    for kind in EventType:
        members = [
            (item, span)
            for (shape, of, _), group in pen.groups.items()
            if shape == "point" and of is kind
            for item, span in group
            if pen.sources[item.number] > 1
        ]
        if members:
            result.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [iso((s.start + s.end) / 2 + item.shift * pen.pixel) for item, s in members],
                    "y": [item.row for item, _ in members],
                    "marker": {
                        "symbol": SYMBOLS[kind] + "-open",
                        "size": [13 if item.dot else size + (7 if size == 12 else 5) for item, _ in members],
                        "color": pen.theme.types[kind],
                        "line": {"width": 1.2},
                    },
                    "hoverinfo": "skip",
                    "legendgroup": kind.value,
                    "showlegend": False,
                }
            )
    return result


def _labels(pen: Pen) -> list[Trace]:
    rtl = pen.direction == "rtl"
    x, y, texts, positions = [], [], [], []
    for item in pen.layout.items:
        if not item.label:
            continue
        first, last = item.pieces[0], item.pieces[-1]
        points = is_dot(first if item.side == "before" else last, pen.pixel)
        low = (first.start + first.end) / 2 if is_dot(first, pen.pixel) else first.start
        high = (last.start + last.end) / 2 if is_dot(last, pen.pixel) else last.end
        low, high = low + item.shift * pen.pixel, high + item.shift * pen.pixel
        low -= pen.layout.fade if first.open_start else 0
        high += pen.layout.fade if last.open_end else 0
        ring = points and pen.sources[item.number] > 1
        gap = NO_BREAK_SPACE * ((4 if points or last.open_end else 2) + ring)
        if item.side == "below":
            x.append(iso(max(low, pen.layout.start)))
            y.append(item.row + 0.72)
            text, after = escape(item.label), True
        else:
            after = item.side == "after"
            x.append(iso(high if after else low))
            y.append(item.row)
            # the gap stands between mark and text, on whichever side of the text that is in its own direction
            leads = after == (pen.direction == direction_of(item.label))
            text = gap + escape(item.label) if leads else escape(item.label) + gap
        texts.append(isolate(text, direction_of(item.label)))
        positions.append("middle left" if after == rtl else "middle right")
    if not x:
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": x,
            "y": y,
            "text": texts,
            "textposition": positions,
            "textfont": {"size": 12, "color": pen.theme.text},
            "hoverinfo": "skip",
            "showlegend": False,
            "cliponaxis": True,
        }
    ]

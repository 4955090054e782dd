"""What stands around the marks: axes, lanes, names of months, legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from timeline.events.model import EventType, Modality
from timeline.render.bidi import clean, escape, isolate, paragraph
from timeline.render.spans import iso
from timeline.render.theme import FILLS, FONTS, SYMBOLS, Theme, faded
from timeline.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.model import Event
    from timeline.render.layout import Layout
    from timeline.render.ticks import Axis

Direction = Literal["rtl", "ltr"]


@frozen
class Look:
    """How a figure is to look: its words, its colors, and which way its time runs."""

    words: Words
    theme: Theme
    direction: Direction

    @property
    def rtl(self) -> bool:
        """Whether time runs to the left."""
        return self.direction == "rtl"


def note(text: str, look: Look, *, x: float, y: float, size: int = 11) -> dict[str, Any]:
    """A line of small print over the figure."""
    return {
        "text": isolate(escape(clean(text)), look.direction),
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"size": size, "color": look.theme.muted},
    }


def figure_layout(
    arranged: Layout, bands: list[tuple[str, float, float]], scale: Axis, look: Look, *,
    side: int, top: int, top_room: int, height: int, title: str | None,
) -> dict[str, Any]:  # fmt: skip
    """Axes, lanes, stretches of the level above, room for the legend: the figure's layout, as plotly takes it."""
    rtl, colors, words = look.rtl, look.theme, look.words
    plot_height = max(height - top - 60, 40)
    ends = [iso(arranged.start), iso(arranged.end)]
    bottom = (bands[-1][2] if bands else 3.0) + 0.05
    first = (bands[0][1] if bands else 0.0) - 0.05
    shapes = [
        {
            "type": "rect", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": low, "y1": high,
            "fillcolor": colors.band, "line": {"width": 0}, "layer": "below",
        }
        for index, (_, low, high) in enumerate(bands)
        if index % 2 == 0
    ]  # fmt: skip
    annotations: list[dict[str, Any]] = []
    for begin, _, _ in scale.bands:
        if begin > arranged.start:
            shapes.append(
                {
                    "type": "line", "xref": "x", "yref": "paper", "x0": iso(begin), "x1": iso(begin), "y0": 0, "y1": 1,
                    "line": {"color": colors.line, "width": 1}, "layer": "below",
                }
            )  # fmt: skip
    pixel = (arranged.end - arranged.start) / arranged.width
    annotations += [_band_label(begin, text, look, top=False) for begin, text in scale.band_labels(pixel)]
    # names of lanes that are names of people and places keep the direction of their letters
    lane_texts = [paragraph(text, 22, most=2) for text, _, _ in bands]
    result: dict[str, Any] = {
        "height": height,
        "margin": {"t": top, "b": 60, "l": 16 if rtl else side, "r": side if rtl else 16, "pad": 0},
        "paper_bgcolor": colors.ground,
        "plot_bgcolor": colors.ground,
        "font": {"family": FONTS, "size": 13, "color": colors.text},
        "barmode": "overlay",
        "bargap": 0,
        "hovermode": "closest",
        "dragmode": "pan",
        "hoverlabel": {
            "align": "right" if words.direction == "rtl" else "left",
            "bgcolor": colors.hover,
            "bordercolor": colors.line,
            "font": {"family": FONTS, "size": 13, "color": colors.text},
        },
        "xaxis": {
            "type": "date",
            "range": ends[::-1] if rtl else ends,
            "tickmode": "array",
            "tickvals": [iso(position) for position in scale.positions],
            "ticktext": [isolate(escape(text), words.direction) for text in scale.texts],
            "tickangle": 0,
            "tickfont": {"size": 12, "color": colors.text},
            "ticks": "",
            "showgrid": False,
            "minor": {
                "tickmode": "array",
                "tickvals": [iso(moment) for moment in scale.grid],
                "showgrid": True,
                "gridcolor": colors.grid,
                "gridwidth": 1,
            },
            "zeroline": False,
            "showline": True,
            "linecolor": colors.line,
            "fixedrange": False,
        },
        "yaxis": {
            "range": [bottom, first],
            "fixedrange": True,
            "side": "right" if rtl else "left",
            "tickmode": "array",
            "tickvals": [(low + high) / 2 for _, low, high in bands],
            "ticktext": lane_texts,
            "tickfont": {"size": 13, "color": colors.text},
            "ticks": "",
            "ticklabelstandoff": 6,
            "showgrid": False,
            "zeroline": False,
        },
        "showlegend": True,
        "legend": _legend_place(look, (top_room + 24) / plot_height),
        "legend2": _legend_place(look, top_room / plot_height),
        "shapes": shapes,
        "annotations": annotations,
        "modebar": {"orientation": "h", "bgcolor": "rgba(0,0,0,0)", "color": colors.muted, "activecolor": colors.text},
    }  # fmt: skip
    if title:
        result["title"] = {
            "text": isolate(escape(clean(title))),
            "x": 1 if rtl else 0, "xref": "container", "xanchor": "right" if rtl else "left",
            "pad": {"r": 16, "l": 16, "t": 12}, "y": 1, "yanchor": "top", "yref": "container", "font": {"size": 18},
        }  # fmt: skip
    return result


def _legend_place(look: Look, above: float) -> dict[str, Any]:
    return {
        "orientation": "h", "x": 1 if look.rtl else 0, "xanchor": "right" if look.rtl else "left", "y": 1 + above,
        "yref": "paper", "yanchor": "bottom", "traceorder": "reversed" if look.rtl else "normal", "font": {"size": 12},
        "bgcolor": "rgba(0,0,0,0)", "itemsizing": "trace",
    }  # fmt: skip


def _band_label(begin: int, text: str, look: Look, *, top: bool) -> dict[str, Any]:
    return {
        "text": isolate(escape(text), look.words.direction), "x": iso(begin), "xref": "x", "y": 1 if top else 0,
        "yref": "paper", "xanchor": "right" if look.rtl else "left", "yanchor": "bottom" if top else "top",
        "yshift": 22 if top else -24, "showarrow": False, "font": {"size": 12, "color": look.theme.muted},
    }  # fmt: skip


def legend(events: Sequence[Event], look: Look, sources: Sequence[int]) -> list[dict[str, Any]]:
    """Entries without data: the types (which also switch their marks off) and the signs that occur."""
    words, colors = look.words, look.theme
    dated = [event for event in events if event.when]
    entries: list[tuple[str, dict[str, Any], str | None]] = []
    for kind in EventType:
        count = sum(event.type is kind for event in dated)
        if count:
            name = f"{words.named('types', kind.value)} ({words.number(count)})"
            entries.append((name, {"symbol": SYMBOLS[kind], "color": colors.types[kind]}, kind.value))
    gray = {"color": colors.muted, "line": {"color": colors.muted, "width": 1.5}}
    for modality in Modality:
        if modality is not Modality.ASSERTED and any(event.modality is modality for event in dated):
            symbol = SYMBOLS[EventType.MEETING] + FILLS[modality][0]
            marker = {"symbol": symbol, **gray}
            if modality is Modality.CONDITIONAL:
                marker["color"] = faded(colors.muted, 0.28)
            entries.append((words.named("modality", modality.value), marker, None))
    if any(event.time_source == "document" for event in dated):
        light = {"symbol": "circle", **gray, "color": faded(colors.muted, 0.28)}
        entries.append((words.label("key_document"), light, None))
    if any(interval.is_open for event in dated for interval in event.when):
        symbol = "triangle-left" if words.direction == "rtl" else "triangle-right"
        entries.append((words.label("key_open"), {"symbol": symbol, **gray}, None))
    if any(sources[number] > 1 for number, event in enumerate(events) if event.when):
        entries.append((words.label("key_many"), {"symbol": "circle-open", **gray, "size": 16}, None))
    return [
        {
            "type": "scatter", "mode": "markers", "x": [None], "y": [None],
            "name": isolate(escape(name), words.direction),
            "marker": {"size": 11, **marker}, "legendgroup": group or name,
            "legend": "legend" if group else "legend2", "showlegend": True,
            "hoverinfo": "skip",
        }
        for name, marker, group in entries
    ]  # fmt: skip


def add_hijri(
    layout: dict[str, Any], data: list[dict[str, Any]], scale: Axis | None, look: Look, arranged: Layout
) -> None:
    """A second axis on top, in months of the Umm al-Qura calendar."""
    if scale is None:
        return
    rtl, colors = look.rtl, look.theme
    ends = [iso(arranged.start), iso(arranged.end)]
    layout["xaxis2"] = {
        "type": "date", "overlaying": "x", "side": "top", "matches": "x", "range": ends[::-1] if rtl else ends,
        "tickmode": "array", "tickvals": [iso(position) for position in scale.positions],
        "ticktext": [isolate(escape(text)) for text in scale.texts], "tickangle": 0,
        "tickfont": {"size": 11, "color": colors.muted}, "showgrid": False, "zeroline": False, "ticks": "",
    }  # fmt: skip
    # an axis without a trace is not drawn
    data.append(
        {"type": "scatter", "x": [ends[0]], "y": [None], "xaxis": "x2", "hoverinfo": "skip", "showlegend": False}
    )
    pixel = (arranged.end - arranged.start) / arranged.width
    layout["annotations"] += [_band_label(begin, text, look, top=True) for begin, text in scale.band_labels(pixel)]

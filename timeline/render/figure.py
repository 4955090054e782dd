"""The timeline as a plotly figure that reads right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from timeline.events.model import EventType, Modality
from timeline.render import density as dense
from timeline.render.bidi import clean, escape, isolate, paragraph
from timeline.render.hover import hover_html
from timeline.render.lanes import Lanes, lanes as lanes_of
from timeline.render.layout import DOTTED, Labels, Layout, arrange, window
from timeline.render.marks import Pen, traces
from timeline.render.saying import day
from timeline.render.spans import DAY_MS, at, corroboration, iso, spans
from timeline.render.theme import FILLS, FONTS, SYMBOLS, THEMES, Theme, ThemeName, faded
from timeline.render.ticks import Axis, axis, hijri_axis
from timeline.render.words import Digits, Language, MonthNames, Words, check

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from timeline.chronology.timeline import Timeline

Direction = Literal["rtl", "ltr"]
DensityOption = Literal["auto", "always", "never"]

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,  # plotly's own default button would send the figure to its makers
    "responsive": True,
    "scrollZoom": False,
    "typesetMath": False,  # "$5 … $10" is money
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "timeline"},
}


def figure(
    timeline: Timeline,
    *,
    lanes: Lanes = "type",
    direction: Direction | None = None,
    month_names: MonthNames = "both",
    digits: Digits = "latn",
    labels: Labels = "auto",
    density: DensityOption = "auto",
    hijri: bool = False,
    theme: ThemeName = "light",
    language: Language = "ar",
    title: str | None = None,
    width: int = 1100,
    height: int | None = None,
) -> go.Figure:
    """A timeline as a plotly ``Figure``: lanes, marks for what happened, fades for what is not known.

    Parameters
    ----------
    lanes
        what the lanes are: ``type``, ``actor``, ``place`` or ``source``
    direction
        ``rtl`` (time runs to the left, the default in Arabic) or ``ltr``
    month_names
        ``both`` («نوفمبر/تشرين الثاني»), ``egyptian``, ``levantine``, ``maghrebi`` or ``moroccan``
    digits
        ``latn`` (27) or ``arab`` (٢٧)
    labels
        ``auto`` (up to 60 events), ``all`` or ``none``
    density
        ``auto`` (counts instead of single events above 600), ``always`` or ``never``
    hijri
        a second axis in the Umm al-Qura calendar
    theme
        ``light`` or ``dark``
    language
        ``ar`` or ``en``: the words around the events, never the events themselves
    title
        a heading inside the figure
    width, height
        in pixels; labels are set for this width, and zoom keeps them readable at others

    Raises
    ------
    OptionError
        if an option has a value that is not known
    """
    import plotly.graph_objects as go

    return go.Figure(
        spec(
            timeline, lanes=lanes, direction=direction, month_names=month_names, digits=digits, labels=labels,
            density=density, hijri=hijri, theme=theme, language=language, title=title, width=width, height=height,
        ),
        skip_invalid=False,
    )  # fmt: skip


def spec(
    timeline: Timeline, *, lanes: Lanes, direction: Direction | None, month_names: MonthNames, digits: Digits,
    labels: Labels, density: DensityOption, hijri: bool, theme: ThemeName, language: Language, title: str | None,
    width: int, height: int | None,
) -> dict[str, Any]:  # fmt: skip
    """The figure as plain data (``data`` and ``layout``), without plotly."""
    check("lanes", lanes, Lanes)
    check("labels", labels, Labels)
    check("density", density, DensityOption)
    check("theme", theme, ThemeName)
    words = Words(language, month_names, digits)
    if direction is None:
        direction = "rtl" if language == "ar" else "ltr"
    check("direction", direction, Direction)
    colors = THEMES[theme]
    events, documents = timeline.events, timeline.documents
    side = 150 if lanes == "type" else 190
    plot_width = max(width - side - 30, 200)
    dated = sum(1 for event in events if event.when)
    if density == "always" or (density == "auto" and dated > DOTTED):
        data, arranged, bands, notes = _dense(timeline, lanes, colors, words, direction, plot_width)
        row_height = 34.0
        if lanes != "type":
            data += [
                entry for entry in _legend(timeline, colors, words, [1] * len(events)) if entry["legend"] == "legend"
            ]
    else:
        sources = [max(len(corroboration(event, documents)), 1) for event in events]
        arranged = arrange(events, documents, by=lanes, words=words, labels=labels, width=plot_width, sources=sources)
        shown = {item.number for item in arranged.items}
        hovers = {number: hover_html(events[number], documents, words) for number in shown}
        data = traces(Pen(arranged, colors, direction, hovers, sources, events))
        bands = [(band.lane.title, band.top, band.bottom) for band in arranged.bands]
        notes = []
        labelled = any(item.label for item in arranged.items)
        row_height = 27.0 if labelled else 21.0
        data += _legend(timeline, colors, words, sources)
    window_ = (arranged.start, arranged.end)
    scale = axis(*window_, plot_width, words)
    top = 60 + (34 if title else 0) + (40 if hijri else 0)
    rows = max(arranged.height, 3)
    figure_layout = _layout(
        arranged, bands, scale, colors, words, direction, side=side, top=top, top_room=44 if hijri else 4,
        height=height or int(rows * row_height + top + 60), title=title,
    )  # fmt: skip
    figure_layout["annotations"] += notes
    if not arranged.items and not data:
        figure_layout["annotations"].append(_note(words.label("empty"), 0.5, 0.5, colors, direction, size=16))
    if hijri:
        _add_hijri(
            figure_layout, data, hijri_axis(*window_, plot_width, words), colors, words, direction, window_, plot_width
        )
    return {"data": data, "layout": figure_layout}


def _dense(
    timeline: Timeline, by: Lanes, colors: Theme, words: Words, direction: Direction, width: int
) -> tuple[list[dict[str, Any]], Layout, list[tuple[str, float, float]], list[dict[str, Any]]]:
    events, documents = timeline.events, timeline.documents
    pieces = [spans(event, documents) for event in events]
    numbers = [number for number, found in enumerate(pieces) if found]
    start, end = window(pieces, 1000, labelled=False)
    found = lanes_of(events, numbers, by, documents, words)
    counted = dense.density(events, pieces, found, (start, end), theme=colors, words=words)
    height = len(found) * dense.LANE_HEIGHT
    bands = []
    notes = []
    for index, (lane, peak) in enumerate(zip(found, counted.peaks, strict=True)):
        top = index * dense.LANE_HEIGHT
        bands.append((lane.title, top, top + dense.LANE_HEIGHT))
        note = _note(words.label("peak", n=words.number(peak)), 0 if direction == "rtl" else 1, 0, colors, direction)
        note |= {"y": top + 0.4, "yref": "y", "xanchor": "left" if direction == "rtl" else "right", "yanchor": "middle"}
        notes.append(note)
    undated = tuple(number for number, found in enumerate(pieces) if not found)
    layout = Layout((), (), start, end, width, height, undated)
    return list(counted.traces), layout, bands, notes


def _note(text: str, x: float, y: float, colors: Theme, direction: str, size: int = 11) -> dict[str, Any]:
    return {
        "text": isolate(escape(clean(text)), direction),
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"size": size, "color": colors.muted},
    }


def _layout(
    arranged: Layout, bands: list[tuple[str, float, float]], scale: Axis, colors: Theme, words: Words,
    direction: Direction, *, side: int, top: int, top_room: int, height: int, title: str | None,
) -> dict[str, Any]:  # fmt: skip
    rtl = direction == "rtl"
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
    annotations += [
        _band_label(begin, text, words, colors, rtl=rtl, top=False) for begin, text in scale.band_labels(pixel)
    ]
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
        "legend": _legend_place(rtl, (top_room + 24) / plot_height),
        "legend2": _legend_place(rtl, top_room / plot_height),
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


def _legend_place(rtl: bool, above: float) -> dict[str, Any]:  # noqa: FBT001
    return {
        "orientation": "h", "x": 1 if rtl else 0, "xanchor": "right" if rtl else "left", "y": 1 + above,
        "yref": "paper", "yanchor": "bottom", "traceorder": "reversed" if rtl else "normal", "font": {"size": 12},
        "bgcolor": "rgba(0,0,0,0)", "itemsizing": "trace",
    }  # fmt: skip


def _band_label(begin: int, text: str, words: Words, colors: Theme, *, rtl: bool, top: bool) -> dict[str, Any]:
    return {
        "text": isolate(escape(text), words.direction), "x": iso(begin), "xref": "x", "y": 1 if top else 0,
        "yref": "paper", "xanchor": "right" if rtl else "left", "yanchor": "bottom" if top else "top",
        "yshift": 22 if top else -24, "showarrow": False, "font": {"size": 12, "color": colors.muted},
    }  # fmt: skip


def _legend(timeline: Timeline, colors: Theme, words: Words, sources: list[int]) -> list[dict[str, Any]]:
    """Entries without data: the types (which also switch their marks off) and the signs that occur."""
    dated = [event for event in timeline.events if event.when]
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
    if any(sources[number] > 1 for number, event in enumerate(timeline.events) if event.when):
        entries.append((words.label("key_many"), {"symbol": "circle-open", **gray, "size": 16}, None))
    return [
        {
            "type": "scatter", "mode": "markers", "x": [None], "y": [None],
            "name": isolate(escape(name), words.direction),
            "marker": {"size": 11, **marker}, "legendgroup": group or name, "legend": "legend" if group else "legend2", "showlegend": True,
            "hoverinfo": "skip",
        }
        for name, marker, group in entries
    ]  # fmt: skip


def _add_hijri(
    layout: dict[str, Any], data: list[dict[str, Any]], scale: Axis | None, colors: Theme, words: Words,
    direction: Direction, window_: tuple[float, float], width: float,
) -> None:  # fmt: skip
    if scale is None:
        return
    rtl = direction == "rtl"
    ends = [iso(moment) for moment in window_]
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
    pixel = (window_[1] - window_[0]) / width
    layout["annotations"] += [
        _band_label(begin, text, words, colors, rtl=rtl, top=True) for begin, text in scale.band_labels(pixel)
    ]


def caption(timeline: Timeline, words: Words) -> str:
    """«21 حدثًا من 27 نوفمبر/تشرين الثاني 2024 إلى …»، and how many have no date."""
    pieces = [spans(event, timeline.documents) for event in timeline.events]
    every = [span for found in pieces for span in found]
    count = words.count("events", len(pieces))
    if not every:
        return count if pieces else words.label("empty")
    first = at(min(span.start for span in every)).date()
    last = at(max(span.end for span in every) - 1).date()
    text = words.label("span", count=count, start=day(first, words, weekday=False), end=day(last, words, weekday=False))
    without = sum(1 for found in pieces if not found)
    return text + (
        words.table["list"] + words.label("undated", count=words.count("events", without)) if without else ""
    )


__all__ = ["CONFIG", "DAY_MS", "caption", "figure", "spec"]

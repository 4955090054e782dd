"""The timeline as a plotly figure that reads right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import frozen

from timeline.render import density as dense
from timeline.render.focus import CROWD, Focus, Show, asked, busiest, chosen_window, first_of, periods, principal
from timeline.render.frame import Direction, Look, add_hijri, figure_layout, legend, note
from timeline.render.hover import hover_html
from timeline.render.lanes import Lanes
from timeline.render.lanes import lanes as lanes_of
from timeline.render.layout import DOTTED, MOST_ROWS, Labels, Layout, arrange, window
from timeline.render.marks import Pen, traces
from timeline.render.saying import day
from timeline.render.spans import DAY_MS, corroboration, milliseconds, spans
from timeline.render.theme import THEMES, ThemeName
from timeline.render.ticks import axis, hijri_axis
from timeline.render.titles import extent
from timeline.render.words import Digits, Language, MonthNames, Words, check

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from timeline.chronology.timeline import Timeline
    from timeline.render.lanes import Lane
    from timeline.render.spans import Span

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
    focus: Focus = "auto",
    show: Show = "auto",
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
        ``auto`` (counts instead of single events above 600, or where they would pile up), ``always`` or ``never``
    hijri
        a second axis in the Umm al-Qura calendar
    focus
        ``auto`` (above 40 events: the busiest of the periods that the dates fall into), ``all``, or two dates
        (start, end), both inside; what lies outside is counted under the figure
    show
        ``auto`` (above 40 events: the principal ones), ``principal`` (some 24 of the period shown) or ``all``;
        under the figure stands how many of how many are drawn
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
        figure_data(
            timeline, lanes=lanes, direction=direction, month_names=month_names, digits=digits, labels=labels,
            density=density, hijri=hijri, focus=focus, show=show, theme=theme, language=language, title=title,
            width=width, height=height,
        )
    )  # fmt: skip


def figure_data(
    timeline: Timeline, *, lanes: Lanes = "type", direction: Direction | None = None, month_names: MonthNames = "both",
    digits: Digits = "latn", labels: Labels = "auto", density: DensityOption = "auto", hijri: bool = False,
    focus: Focus = "auto", show: Show = "auto", theme: ThemeName = "light", language: Language = "ar",
    title: str | None = None, width: int = 1100, height: int | None = None, given_lanes: Sequence[Lane] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The figure as plain data (``data`` and ``layout``), without plotly; ``given_lanes`` are lanes of another kind."""
    check("lanes", lanes, Lanes)
    check("labels", labels, Labels)
    check("density", density, DensityOption)
    check("theme", theme, ThemeName)
    words = Words(language, month_names, digits)
    if direction is None:
        direction = "rtl" if language == "ar" else "ltr"
    check("direction", direction, Direction)
    look = Look(words, THEMES[theme], direction)
    events, documents = timeline.events, timeline.documents
    side = 150 if lanes == "type" else 190
    plot_width = max(width - side - 30, 200)
    asked(focus)
    check("show", show, Show)
    sources = [max(len(corroboration(event, documents)), 1) for event in events]
    scene = _scene(
        timeline, focus if given_lanes is None else "all", show if given_lanes is None else "all", plot_width
    )
    few = scene.principal if show == "principal" or (labels == "auto" and density == "auto") else None
    drawn = scene.inside if few is None else few
    dense_view = density == "always" or (density == "auto" and len(drawn) > DOTTED)
    if not dense_view:
        arranged = arrange(
            events, documents, by=lanes, words=words, labels=labels, width=plot_width, sources=sources,
            given_lanes=given_lanes, drawn=set(drawn), labelled=few if labels != "none" else None, within=scene.within,
        )  # fmt: skip
        labelled = any(item.label for item in arranged.items)
        dense_view = density == "auto" and not labelled and arranged.height > MOST_ROWS
    if dense_view:
        data, arranged, bands, notes = _dense(timeline, lanes, look, plot_width, scene)
        row_height = 34.0
        if lanes != "type":
            data += [entry for entry in legend(events, look, [1] * len(events)) if entry["legend"] == "legend"]
    else:
        shown = {item.number for item in arranged.items}
        hovers = {number: hover_html(events[number], documents, words) for number in shown}
        data = traces(Pen(arranged, look.theme, direction, hovers, sources, events))
        bands = [(band.lane.title, band.top, band.bottom) for band in arranged.bands]
        notes = []
        row_height = 27.0 if labelled else 21.0
        data += legend([events[n] for n in sorted(shown)], look, [sources[n] for n in sorted(shown)])
    scale = axis(arranged.start, arranged.end, plot_width, words)
    top = 60 + (34 if title else 0) + (46 if hijri else 0)
    rows = max(arranged.height, 3)
    placed = figure_layout(
        arranged, bands, scale, look, side=side, top=top, top_room=50 if hijri else 4,
        height=height or int(rows * row_height + top + 60), title=title,
    )  # fmt: skip
    placed["annotations"] += notes
    _tell_left_out(placed, look, scene, None if dense_view else few, grows=not height)
    if not arranged.items and not data:
        placed["annotations"].append(note(words.label("empty"), look, x=0.5, y=0.5, size=16))
    if hijri:
        add_hijri(placed, data, hijri_axis(arranged.start, arranged.end, plot_width, words), look, arranged)
    return {"data": data, "layout": placed}


@frozen
class _Scene:
    """Which part of the timeline is drawn: its window, the events in it, the principal ones if there are too many."""

    within: tuple[float, float] | None
    inside: tuple[int, ...]
    principal: tuple[int, ...] | None
    outside: int


def _scene(timeline: Timeline, focus: Focus, show: Show, width: int) -> _Scene:
    events = timeline.events
    pieces = [spans(event, timeline.documents) for event in events]
    dated = [number for number, found in enumerate(pieces) if found]
    if show != "principal" and len(dated) <= CROWD and isinstance(focus, str):
        return _Scene(None, tuple(dated), None, 0)
    found = periods(pieces)
    within = asked(focus) or chosen_window(focus, found, pieces, events, width)
    inside = dated
    if within is not None:
        start, end = within
        inside = [n for n in dated if any(span.end > start and span.start < end for span in pieces[n])]
    few = None
    if show == "principal" or (show == "auto" and len(inside) > CROWD):
        number = busiest(found, events) if focus == "auto" else None
        members = set() if number is None else set(found[number].members)
        few = tuple(first_of(principal(events, timeline.documents, pieces, found), events, inside, members))
        within = within or window([pieces[n] for n in inside], width, labelled=True)
    return _Scene(within, tuple(inside), few, len(dated) - len(inside))


def _tell_left_out(
    placed: dict[str, Any], look: Look, scene: _Scene, few: tuple[int, ...] | None, *, grows: bool
) -> None:
    """How many events the picture does not show, in a line of its own below the names of the months."""
    words = look.words
    parts = []
    if few is not None and len(few) < len(scene.inside):
        shown = words.count("events", len(few))
        parts.append(words.label("drawn", shown=shown, all=words.number(len(scene.inside))))
    if scene.outside:
        parts.append(words.label("outside", count=words.count("events", scene.outside)))
    if not parts:
        return
    said = note(str(words.table["list"]).join(parts), look, x=0 if look.rtl else 1, y=0)
    placed["annotations"].append(said | {"xanchor": "left" if look.rtl else "right", "yanchor": "top", "yshift": -48})
    placed["margin"]["b"] += 14
    placed["height"] += 14 if grows else 0


def _dense(
    timeline: Timeline, by: Lanes, look: Look, width: int, scene: _Scene
) -> tuple[list[dict[str, Any]], Layout, list[tuple[str, float, float]], list[dict[str, Any]]]:
    events, documents = timeline.events, timeline.documents
    pieces = [spans(event, documents) for event in events]
    start, end = scene.within or window(pieces, 1000, labelled=False)
    found = lanes_of(events, scene.inside, by, documents, look.words)
    counted = dense.density(events, pieces, found, (start, end), theme=look.theme, words=look.words)
    height = len(found) * dense.LANE_HEIGHT
    bands = []
    notes = []
    for index, (lane, peak) in enumerate(zip(found, counted.peaks, strict=True)):
        top = index * dense.LANE_HEIGHT
        bands.append((lane.title, top, top + dense.LANE_HEIGHT))
        peak_note = note(look.words.label("peak", n=look.words.number(peak)), look, x=0 if look.rtl else 1, y=0)
        edge = "left" if look.rtl else "right"
        notes.append(peak_note | {"y": top + 0.4, "yref": "y", "xanchor": edge, "yanchor": "middle"})
    undated = tuple(number for number, found in enumerate(pieces) if not found)
    layout = Layout((), (), start, end, width, height, undated)
    return list(counted.traces), layout, bands, notes


def caption(timeline: Timeline, words: Words, pieces: Sequence[tuple[Span, ...]] | None = None) -> str:
    """«21 حدثًا من 27 نوفمبر/تشرين الثاني 2024 إلى …», how many lie far from all others, how many have no date."""
    if pieces is None:
        pieces = [spans(event, timeline.documents) for event in timeline.events]
    count = words.count("events", len(pieces))
    without = sum(1 for found in pieces if not found)
    undated = words.label("undated", count=words.count("events", without))
    reach = extent(pieces, periods(pieces))
    if reach is None:
        return f"{count}{words.table['list']}{undated}" if pieces else words.label("empty")
    first, last = (day(date, words, weekday=False) for date in reach)
    one = first == last
    parts = [
        words.label("one_day", count=count, day=first) if one
        else words.label("span", count=count, start=first, end=last)
    ]  # fmt: skip
    low, high = milliseconds(reach[0]), milliseconds(reach[1]) + DAY_MS
    far = sum(1 for found in pieces if found and (found[-1].end <= low or found[0].start >= high))
    if far:
        parts.append(words.label("far", count=words.count("events", far)))
    if without:
        parts.append(undated)
    return str(words.table["list"]).join(parts)

"""Two timelines beside each other: what is new, dropped, under another date, or told otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.render.bidi import clean, escape, stripped
from timeline.render.figure import figure_data
from timeline.render.hover import actors_text, kind_text, places_text
from timeline.render.lanes import Lane
from timeline.render.notebook import _FRAME
from timeline.render.page import render
from timeline.render.saying import intervals_text, when_text
from timeline.render.spans import iso, spans
from timeline.render.theme import THEMES
from timeline.render.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    import plotly.graph_objects as go

    from timeline.chronology.difference import Difference
    from timeline.events.model import Event
    from timeline.render.words import Language

Status = Literal["new", "moved", "changed", "dropped"]
STATUSES: tuple[Status, ...] = ("new", "moved", "changed", "dropped")


def _parts(difference: Difference) -> list[tuple[Status, tuple[tuple[Event | None, Event | None], ...]]]:
    """The four kinds with their events as (before, after)."""
    return [
        ("new", tuple((None, event) for event in difference.new)),
        ("moved", difference.moved),
        ("changed", difference.changed),
        ("dropped", tuple((event, None) for event in difference.dropped)),
    ]


def union(before: Timeline, after: Timeline, difference: Difference) -> tuple[Timeline, list[Status | None]]:
    """All events of both, each once, and what became of each; ``None`` for what is told alike."""
    status: dict[int, Status] = {}
    for name, pairs in _parts(difference):
        for one, other in pairs:
            kept = other if other is not None else one
            status[id(kept)] = name
    taken = {event.id for event in after}
    dropped = [
        # an id that stands for another act now: the page tells events apart by their ids
        event if event.id not in taken else _renamed(event, status)
        for event in difference.dropped
    ]
    together = Timeline([*after.events, *dropped], {**before.documents, **after.documents})
    return together, [status.get(id(event)) for event in together.events]


def _renamed(event: Event, status: dict[int, Status]) -> Event:
    renamed = evolve(event, id=f"{event.id}-before")
    status[id(renamed)] = "dropped"
    return renamed


def figure(before: Timeline, after: Timeline, difference: Difference | None = None, **options: Any) -> go.Figure:
    """A figure with a lane for each kind of difference; a moved event is tied to where it stood before.

    ``options`` are those of `timeline.render.figure.figure`, without ``lanes``.
    """
    import plotly.graph_objects as go

    difference = before.diff(after) if difference is None else difference
    words = Words(options.get("language", "ar"), options.get("month_names", "both"), options.get("digits", "latn"))
    together, status = union(before, after, difference)
    dated = [bool(spans(event, together.documents)) for event in together.events]
    found = [
        Lane(name, words.label(name), tuple(n for n, one in enumerate(status) if one == name and dated[n]))
        for name in STATUSES
    ]
    options = {"density": "never", **options}
    spec = figure_data(together, given_lanes=[lane for lane in found if lane.members], **options)
    colors = THEMES[options.get("theme", "light")]
    _tie(spec, difference, together, colors.muted)
    return go.Figure(spec)


def _tie(spec: dict[str, Any], difference: Difference, together: Timeline, color: str) -> None:
    """A dashed line and a hollow mark: where a moved event stood before."""
    rows = {
        data[1]: (trace["y"][i], trace)
        for trace in spec["data"]
        for i, data in enumerate(trace.get("customdata") or ())
    }
    x: list[str | None] = []
    y: list[float | None] = []
    for one, other in difference.moved:
        old, new = spans(one, together.documents), spans(other, together.documents)
        if not old or not new or stripped(other.id) not in rows:
            continue
        row = rows[stripped(other.id)][0]
        x += [iso((old[0].start + old[0].end) / 2), iso((new[0].start + new[0].end) / 2), None]
        y += [row, row, None]
    if x:
        line = {"color": color, "width": 1.5, "dash": "dot"}
        spec["data"].insert(
            0,
            {
                "type": "scatter",
                "mode": "lines",
                "x": x,
                "y": y,
                "line": line,
                "hoverinfo": "skip",
                "showlegend": False,
            },
        )
        spec["data"].append(
            {
                "type": "scatter", "mode": "markers", "x": x[::3], "y": y[::3],
                "hoverinfo": "skip", "showlegend": False,
                "marker": {"symbol": "circle-open", "size": 10, "color": color, "line": {"width": 1.5}},
            }
        )  # fmt: skip
        ends = spec["layout"]["xaxis"]["range"]
        every = sorted([*ends, *(moment for moment in x if moment)])
        spec["layout"]["xaxis"]["range"] = [every[-1], every[0]] if ends[0] > ends[1] else [every[0], every[-1]]


def to_html(
    before: Timeline, after: Timeline, path: str | Path | None = None, *, difference: Difference | None = None,
    language: Language = "ar", title: str | None = None, plotlyjs: Any = "inline", **options: Any,
) -> str | Path:  # fmt: skip
    """The page of both timelines together, every event with what became of it; lanes are the kinds of difference."""
    from pathlib import Path

    difference = before.diff(after) if difference is None else difference
    words = Words(language, options.pop("month_names", "both"), options.pop("digits", "latn"))
    together, status = union(before, after, difference)
    view = {
        "lanes": "status", "direction": words.direction, "labels": "auto", "density": "auto", "hijri": False,
        "theme": "auto", **options,
    }  # fmt: skip
    page = render(
        together, words, view, plotlyjs=plotlyjs, title=title or words.label("comparison"), status=list(status)
    )
    if path is None:
        return page
    target = Path(path)
    target.write_text(page, encoding="utf-8", newline="\n")
    return target


def table_html(difference: Difference, *, language: Language = "ar") -> str:
    """The difference as a table for notebooks: what, before, after."""
    words = Words(language)
    rows = []
    for name, pairs in _parts(difference):
        for one, other in pairs:
            event = other if other is not None else one
            if event is None:
                continue
            cells = (words.label(name), clean(event.headline) or kind_text(event, words), *_sides(one, other, words))
            rows.append("<tr>" + "".join(_cell(cell) for cell in cells) + "</tr>")
    heads = "".join(
        f'<th scope="col" style="text-align:start">{escape(words.label(key))}</th>'
        for key in ("status", "event", "before", "after")
    )
    same = f"{words.label('same')}: {words.count('events', difference.same)}"
    return (
        f'<div dir="{words.direction}" lang="{words.language}" style="{_FRAME}"><table style="width:100%">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table><p>{escape(same)}</p></div>"
    )


def _cell(text: str) -> str:
    return f'<td style="text-align:start;vertical-align:top"><bdi dir="auto">{escape(text)}</bdi></td>'


def _sides(one: Event | None, other: Event | None, words: Words) -> tuple[str, str]:
    """What differs between the two, on either side; for one alone its date."""
    if one is None or other is None:
        return ("" if one is None else when_text(one, words)), ("" if other is None else when_text(other, words))
    if one.when != other.when:
        return intervals_text(one.when, words), intervals_text(other.when, words)
    left, right = [], []
    for tell in (_modality, kind_text, actors_text, places_text):
        before, after = tell(one, words), tell(other, words)
        if before != after:
            left.append(before or "–")
            right.append(after or "–")
    comma = words.table["list"]
    return comma.join(left), comma.join(right)


def _modality(event: Event, words: Words) -> str:
    return words.named("modality", event.modality.value)

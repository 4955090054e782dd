"""Static pictures of a timeline: PNG, SVG, PDF … through kaleido and the Chromium of the system."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from timeline.errors import MissingExtraError
from timeline.render.bidi import clean, escape, isolate
from timeline.render.figure import figure
from timeline.render.focus import busiest, periods, principal
from timeline.render.spans import spans
from timeline.render.titles import title
from timeline.render.words import OptionError, Words

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from timeline.chronology.timeline import Timeline

Format = Literal["png", "svg", "pdf", "jpeg", "webp"]

_MOST_SOURCES = 5
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def write_image(
    timeline: Timeline,
    path: str | Path,
    *,
    format: Format | None = None,  # noqa: A002 (the name that plotly uses)
    width: int = 1200,
    height: int | None = None,
    scale: float = 2,
    **options: Any,
) -> Path:
    """Draw the timeline into a picture file; the format follows from the name unless given.

    ``options`` are those of `timeline.render.figure.figure`; a picture without a title gets one made from the events,
    and under every picture stand its sources.

    Raises
    ------
    OptionError
        if the format is not known
    MissingExtraError
        if kaleido or a Chromium is missing; the message says how to get it
    """
    target = Path(path)
    target.write_bytes(
        to_image(timeline, format or _format_of(target), width=width, height=height, scale=scale, **options)
    )
    return target


def to_image(
    timeline: Timeline,
    format: Format = "png",  # noqa: A002
    *,
    width: int = 1200,
    height: int | None = None,
    scale: float = 2,
    **options: Any,
) -> bytes:
    """The same as bytes."""
    if format not in get_args(Format):
        raise OptionError(f"format={format!r} is not known; one of {', '.join(map(repr, get_args(Format)))} is")
    browser = find_browser()
    try:
        import kaleido
    except ImportError as error:
        raise MissingExtraError(
            "pictures need kaleido: pip install 'diplomatic-timeline[images]' (the page of `to_html` needs nothing)"
        ) from error
    drawn = figure(timeline, width=width, height=height, **{"title": _title(timeline, options), **options})
    _sign(drawn, timeline, options, grows=height is None)
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    wanted = {"format": format, "width": width, "height": drawn.layout.height, "scale": scale}
    # In a notebook an event loop is running in this thread already: the picture is drawn in another.
    with ThreadPoolExecutor(max_workers=1) as thread:
        picture = thread.submit(lambda: asyncio.run(_drawn(kaleido, drawn.to_dict(), wanted, browser))).result()
    return bytes(picture)


def _title(timeline: Timeline, options: dict[str, Any]) -> str:
    """Who, where and when, where no title is given."""
    words = Words(options.get("language", "ar"), options.get("month_names", "both"), options.get("digits", "latn"))
    pieces = [spans(event, timeline.documents) for event in timeline.events]
    found = periods(pieces)
    ranks = principal(timeline.events, timeline.documents, pieces, found)
    made = title(
        timeline.events, pieces, found, busiest=busiest(found, timeline.events), ranks=ranks, words=words
    )  # fmt: skip
    return str(words.table["list"]).join(part for part in (made.names, made.days) if part)


def _sign(drawn: go.Figure, timeline: Timeline, options: dict[str, Any], *, grows: bool) -> None:
    """Sources and origin, under the figure: a picture goes where its page does not."""
    words = Words(options.get("language", "ar"))
    sources = [source for each in timeline.documents.values() if (source := clean(each.source))]
    named = list(dict.fromkeys(sources))
    told = words.table["list"].join(named[:_MOST_SOURCES]) + ("…" if len(named) > _MOST_SOURCES else "")
    parts = [f"{words.label('sources')}: {told}"] if told else []
    right = options.get("direction", words.direction) == "rtl"
    drawn.add_annotation(
        text=isolate(escape(" · ".join([*parts, words.label("credit")])), words.direction), showarrow=False,
        x=1 if right else 0, xref="paper", xanchor="right" if right else "left", y=0, yref="paper", yanchor="top",
        yshift=-66, font={"size": 10},
    )  # fmt: skip
    drawn.layout.margin.b += 22
    drawn.layout.height += 22 if grows else 0


async def _drawn(kaleido: Any, spec: dict[str, Any], wanted: dict[str, Any], browser: str) -> Any:
    async with kaleido.Kaleido(n=1, path=browser) as session:
        return await session.calc_fig(spec, opts=wanted)


def find_browser() -> str:
    """The Chromium to draw with: the one that BROWSER_PATH names, or the first on the path."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        if Path(named).is_file():
            return named
        raise MissingExtraError(
            f"BROWSER_PATH={named!r} is no file: give the path of a Chromium or Chrome, or unset it"
        )
    for name in _BROWSERS:
        if found := shutil.which(name):
            return found
    raise MissingExtraError(
        "pictures are drawn by Chromium, and there is none on the path: install it with the system's package manager "
        "(Debian: apt-get install chromium) or name one in BROWSER_PATH"
    )


def _format_of(path: Path) -> Format:
    suffix = path.suffix.lower().lstrip(".").replace("jpg", "jpeg")
    if suffix not in get_args(Format):
        raise OptionError(
            f"{path.name!r} does not say which picture is wanted: end it in one of "
            f"{', '.join(f'.{name}' for name in get_args(Format))}, or give format="
        )
    return suffix  # type: ignore[return-value]

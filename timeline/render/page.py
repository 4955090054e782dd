"""The timeline as one offline page: figure, filters, source text and table, with nothing fetched from anywhere."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from timeline.render import bundle
from timeline.render.bidi import clean
from timeline.render.figure import DensityOption, caption
from timeline.render.focus import Focus, Show, asked
from timeline.render.hover import actors_text, kind_text, places_text
from timeline.render.lanes import Lanes
from timeline.render.layout import Labels
from timeline.render.records import Sources, records, settings
from timeline.render.saying import when_text
from timeline.render.theme import FONTS, NEWS_FONTS
from timeline.render.titles import headline
from timeline.render.words import Digits, Language, MonthNames, OptionError, Words, check

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline

PlotlySource = Literal["inline", "cdn", "directory"]
PageTheme = Literal["auto", "light", "dark"]

PACKED_ABOVE = 60_000  # bytes of data above which they are written compressed
STATIC_ROWS = 300  # rows that stand in the page itself, for readers without scripts
_HEADINGS = ("when", "type", "event", "actors", "places", "status")


def to_html(
    timeline: Timeline,
    path: str | Path | None = None,
    *,
    plotlyjs: PlotlySource | Path = "inline",
    language: Language = "ar",
    title: str | None = None,
    lanes: Lanes = "type",
    direction: Literal["rtl", "ltr"] | None = None,
    month_names: MonthNames = "both",
    digits: Digits = "latn",
    labels: Labels = "auto",
    density: DensityOption = "auto",
    hijri: bool = False,
    focus: Focus = "auto",
    show: Show = "auto",
    theme: PageTheme = "auto",
    sources: Sources = "auto",
    embed: bool = False,
) -> str | Path:
    """One offline page; written to ``path`` if given (and the path returned), else returned as a string.

    Parameters
    ----------
    path
        where to write it
    plotlyjs
        ``inline``: the bundle of the installed plotly, compressed, in the page; ``directory``: beside it, as
        ``plotly.min.js``; ``cdn``: from plotly's own server, the only way that needs a network; or the path of
        another bundle (``plotly-basic.min.js``) to put inline
    language
        ``ar`` or ``en``: the words of the page, never those of the reports
    title
        the heading; if not given who, where and when, made from the events
    lanes, direction, month_names, digits, labels, density, hijri
        as for `timeline.render.figure.figure`
    focus
        what the page opens on: ``auto`` (the busiest of its periods), ``all``, or two dates (start, end); a reader
        goes to other periods with the buttons above the figure
    show
        what the figure shows first where there are more than 40 events: ``principal`` (also ``auto``) or ``all``,
        which above 600 are counted. The table holds all of them in any case
    theme
        ``auto`` (as the reader's system has it), ``light`` or ``dark``
    sources
        how much of the reports goes into the page: ``full``, ``sentences`` (only those that tell an event),
        ``none``, or ``auto`` (full up to 400,000 characters)
    embed
        only the figure and what is selected in it, for a frame in another page; any page is so at ``page.html?embed``

    Raises
    ------
    OptionError
        if an option has a value that is not known, or a bundle cannot be read
    """
    words = Words(language, month_names, digits)
    for option, value, choices in (
        ("lanes", lanes, Lanes), ("labels", labels, Labels), ("density", density, DensityOption),
        ("theme", theme, PageTheme), ("sources", sources, Sources), ("show", show, Show),
    ):  # fmt: skip
        check(option, value, choices)
    if direction is not None:
        check("direction", direction, Literal["rtl", "ltr"])
    view = {
        "lanes": lanes, "direction": direction or words.direction, "labels": labels, "density": density,
        "hijri": hijri, "theme": theme, "focus": asked(focus) or focus, "show": show,
        "embed": embed,
    }  # fmt: skip
    page = render(timeline, words, view, plotlyjs=plotlyjs, title=title, sources=sources)
    if path is None:
        return page
    target = Path(path)
    target.write_text(page, encoding="utf-8", newline="\n")
    if plotlyjs == "directory":
        (target.parent / bundle.NAME).write_text(bundle.installed(), encoding="utf-8", newline="\n")
    return target


def render(
    timeline: Timeline, words: Words, view: dict[str, Any], *, plotlyjs: PlotlySource | Path, title: str | None,
    sources: Sources = "auto", status: list[str | None] | None = None,
) -> str:  # fmt: skip
    """The page as a string; ``status`` puts a word beside each event (`timeline.render.comparison`)."""
    data = records(timeline, words, sources=sources)
    drawn, made = data.pop("pieces"), data.pop("heading")
    if status is not None:
        data["status"] = status
    said = caption(timeline, words, drawn)
    names = clean(title) or made.names or str(words.table["title"])
    days = "" if title else made.days
    heading = {"names": names, "days": days, "lede": made.lede, "caption": said}
    scripts, policy = _scripts(data, settings(words) | {"view": view, "heading": heading}, plotlyjs)
    label = {key: html.escape(text) for key, text in words.table["label"].items()}
    right_to_left = words.direction == "rtl"
    arrows = ("M10 3L5 8l5 5", "M6 3l5 5-5 5")
    values = {
        "lang": words.language,
        "dir": words.direction,
        "theme": "dark" if view["theme"] == "dark" else "light",
        "embed": " data-embed" if view.get("embed") else "",
        "policy": html.escape(policy, quote=False),
        "title": html.escape(f"{names}{words.table['list']}{days}" if days else names),
        "heading": html.escape(names) + (f' <span class="days">{html.escape(days)}</span>' if days else ""),
        "lede": html.escape(made.lede),
        "css": _bare(_asset("page.css")).replace("{{fonts}}", FONTS).replace("{{news}}", NEWS_FONTS),
        "caption": html.escape(said),
        "headings": "".join(
            f'<th scope="col" data-sort="{key}" aria-sort="{"ascending" if key == "when" else "none"}">'
            f'<button type="button">{label[key]}</button></th>'
            for key in _HEADINGS
        ),
        "rows": "".join(_static_rows(timeline, words)),
        "scripts": scripts,
        "arrow.start": arrows[1] if right_to_left else arrows[0],
        "arrow.end": arrows[0] if right_to_left else arrows[1],
        **{f"label.{key}": text for key, text in label.items()},
    }
    # one pass: what a value brings along is not filled in again
    return re.sub(r"\{\{([\w.]+)\}\}", lambda match: values[match[1]], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return files("timeline.render").joinpath("assets", name).read_text("utf-8")


def _bare(text: str) -> str:
    """Without comments and indentation: both are for who reads the files."""
    return re.sub(r"(?ms)^/\*.*?\*/\n|^ +|\s// [^\n]*$|^//[^\n]*\n", "", text)


@cache
def script() -> str:
    """The page's own script: the files of ``assets/order.txt`` one after the other in one scope."""
    parts = [_bare(_asset(name)) for name in _asset("order.txt").split()]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


def _json(value: object) -> str:
    """JSON that can stand in a script element: no ``</script>``, no ``<!--``, no line separators."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _block(name: str, text: str, kind: str = "application/json") -> str:
    if len(text) <= PACKED_ABOVE:
        return f'<script type="{kind}" id="{name}">{text}</script>'
    return f'<script type="text/plain" id="{name}" data-packed>{bundle.pack(text)}</script>'


def _scripts(data: object, chosen: object, plotlyjs: PlotlySource | Path) -> tuple[str, str]:
    """The page's scripts, and the policy that lets these run and nothing else."""
    own = script()
    allowed = [f"'{_hash(own)}'"]
    parts = [_block("settings", _json(chosen)), _block("data", _json(data))]
    if plotlyjs == "directory":
        allowed += ["'self'", "file:"]
        parts.append(f'<script src="{bundle.NAME}"></script>')
    elif plotlyjs == "cdn":
        check_sum = _hash(bundle.installed())
        address = bundle.cdn()
        allowed.append(address)
        parts.append(f'<script src="{address}" integrity="{check_sum}" crossorigin="anonymous"></script>')
    elif plotlyjs == "inline" or isinstance(plotlyjs, Path):
        packed, text = bundle.packed(None if plotlyjs == "inline" else plotlyjs)
        allowed.append(f"'{_hash(text)}'")
        parts.append(
            f'<script type="text/plain" id="plotly-source" data-packed data-hash="{_hash(text)}">{packed}</script>'
        )
    else:
        raise OptionError(
            f"plotlyjs={plotlyjs!r} is not known: 'inline', 'directory', 'cdn' or the Path of a bundle is"
        )
    parts.append(f"<script>{own}</script>")
    policy = (
        f"default-src 'none'; script-src {' '.join(allowed)}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(parts), policy


def _static_rows(timeline: Timeline, words: Words) -> list[str]:
    """The first rows as plain HTML: what a reader without scripts, or a search engine, sees."""

    def cell(text: str, tag: str = "td") -> str:
        return f'<{tag}><bdi dir="auto">{html.escape(text)}</bdi></{tag}>'

    rows = []
    for event in timeline.events[:STATIC_ROWS]:
        heading = headline(event, words) or kind_text(event, words)
        rows.append(
            "<tr>" + cell(when_text(event, words)) + cell(kind_text(event, words))
            + f'<th scope="row"><bdi dir="auto">{html.escape(heading)}</bdi></th>'
            + cell(actors_text(event, words)) + cell(places_text(event, words))
            + cell(words.named("modality", event.modality.value)) + "</tr>"
        )  # fmt: skip
    return rows

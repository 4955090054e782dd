"""How a timeline and an event show themselves in notebooks: figure, table, plain text."""

from __future__ import annotations

import html
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.render.bidi import clean, direction_of, escape, isolate, stripped
from timeline.render.figure import CONFIG, figure_data
from timeline.render.focus import PRINCIPAL
from timeline.render.hover import actors_text, facts, kind_text, places_text
from timeline.render.saying import intervals_text, when_text
from timeline.render.theme import FONTS, LIGHT, SYMBOLS
from timeline.render.titles import headline
from timeline.render.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Actor, Event, Mention, Place
    from timeline.render.words import Language

PLOTLY = "application/vnd.plotly.v1+json"
ROWS = PRINCIPAL  # of the table: what stands where no figure can, and is printed
WIDTH = 860  # pixels: the narrowest usual cell; labels that do not meet here meet in no broader one
CONTEXT = 240  # characters of the text shown on either side of a sentence
# headings and their share of the breadth: notebooks give all columns the same
_COLUMNS = {"when": 16, "type": 16, "event": 34, "actors": 15, "places": 10, "status": 9}
_GLYPHS = {"circle": "●", "diamond": "◆", "square": "■"}
_FRAME = f"font-family:{html.escape(FONTS)};max-width:70em;line-height:1.7"


def mimebundle(
    timeline: Timeline, include: Collection[str] | None = None, exclude: Collection[str] | None = None, **options: Any
) -> dict[str, Any]:
    """What a notebook may show: plotly's figure with our settings, a table where there is no plotly, plain text.

    ``options`` are those of `timeline.render.figure.figure`.
    """
    words = Words(options.get("language", "ar"), options.get("month_names", "both"), options.get("digits", "latn"))
    makers: dict[str, Callable[[], Any]] = {
        PLOTLY: lambda: live(figure_data(timeline, **{"width": WIDTH, **options}), words),
        "text/html": lambda: table_html(timeline, words),
        "text/plain": lambda: plain_text(timeline, words),
    }
    return {
        kind: make()
        for kind, make in makers.items()
        if (not include or kind in include) and not (exclude and kind in exclude)
    }


def live(spec: dict[str, Any], words: Words) -> dict[str, Any]:
    """The figure with ticks that follow the zoom: month names given to plotly as a locale of its own.

    A notebook has none of our script, and plotly.js comes with English names only; a chart's own settings may
    bring a locale along. Eastern Arabic digits it cannot write: with them the ticks stay as they are drawn first.
    """
    config = {**CONFIG}
    if words.digits == "latn":
        name = f"{words.language}-timeline"
        months = [words.month(month) for month in range(1, 13)]
        config["locale"] = name
        config["locales"] = {
            name: {
                "dictionary": {},
                "format": {
                    "days": _sunday_first([words.weekday(day) for day in range(7)]),
                    "shortDays": _sunday_first([words.weekday(day, short=True) for day in range(7)]),
                    "months": months,
                    "shortMonths": [words.month(month, short=True) for month in range(1, 13)],
                    "date": "%-d %B %Y",
                    "decimal": ".",
                    "thousands": ",",
                },
            }
        }
        hour, day = 3_600_000, 86_400_000
        # what follows the line break is written only where it changes: the date under its hours
        formats = [
            (None, 20 * hour, ("%H:%M", "%e %B %Y")),
            (20 * hour, 20 * day, ("%e %b",)),
            (20 * day, "M11", ("%b %Y",)),
            ("M11", None, ("%Y",)),
        ]
        axis = spec["layout"]["xaxis"]
        for key in ("tickvals", "ticktext", "minor"):
            axis.pop(key, None)
        spec["layout"]["annotations"] = [note for note in spec["layout"]["annotations"] if note["xref"] != "x"]
        axis |= {
            "tickmode": "auto",
            "nticks": 12,
            "ticklabelmode": "period",
            "showgrid": True,
            "gridcolor": LIGHT.grid if spec["layout"]["paper_bgcolor"] == LIGHT.ground else "#2D333A",
            "tickformatstops": [
                {"dtickrange": [low, high], "value": "\n".join(isolate(part, words.direction) for part in parts)}
                for low, high, parts in formats
            ],
        }
    return {"data": spec["data"], "layout": spec["layout"], "config": config}


def _sunday_first(names: list[str]) -> list[str]:
    return [names[-1], *names[:-1]]


def plain_text(timeline: Timeline, words: Words) -> str:
    """One line for each event: date, type, headline."""
    lines = [
        f"{when_text(event, words)} | {words.named('type', event.type.value)} | {headline(event, words)}"
        for event in _few(timeline)
    ]
    left = [_part(timeline, words)] if len(lines) < len(timeline.events) else []
    return "\n".join([repr(timeline), *map(stripped, [*left, *lines])])


def _few(timeline: Timeline) -> tuple[Event, ...]:
    """The events of a table: all of them, or those that a reader needs."""
    return timeline.events if len(timeline.events) <= ROWS else timeline.summarize(ROWS).events


def _part(timeline: Timeline, words: Words) -> str:
    """«21 حدثًا», «أبرز 24 حدثًا من 300»."""
    everything = len(timeline.events)
    if everything <= ROWS:
        return words.count("events", everything)
    return words.label("principal_of", shown=words.count("events", ROWS), all=words.number(everything))


def table_html(timeline: Timeline, words: Words) -> str:
    """The events as a table that needs no script: in nbconvert, in mail, where plotly's extension is missing."""
    label = words.table["label"]
    heads = "".join(
        f'<th scope="col" style="text-align:start;width:{share}%">{escape(label[key])}</th>'
        for key, share in _COLUMNS.items()
    )
    rows = []
    for event in _few(timeline):
        glyph = _GLYPHS[SYMBOLS[event.type]]
        kind = f'<span aria-hidden="true" style="color:{LIGHT.types[event.type]}">{glyph}</span> '
        cells = [
            _cell(when_text(event, words)),
            _cell(kind_text(event, words), kind),
            _cell(headline(event, words) or kind_text(event, words), strong=True),
            _cell(actors_text(event, words)),
            _cell(places_text(event, words)),
            _cell(words.named("modality", event.modality.value)),
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return (
        f'<div dir="{words.direction}" lang="{words.language}" style="{_FRAME}"><table style="width:100%;direction:'
        f'{words.direction}"><caption style="text-align:start">{escape(_part(timeline, words))}'
        f"</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(text: str, before: str = "", *, strong: bool = False) -> str:
    value = f'<bdi dir="auto">{escape(text)}</bdi>'
    value = f"<strong>{value}</strong>" if strong else value
    return f'<td style="text-align:start;vertical-align:top">{before}{value}</td>'


@frozen
class Explanation:
    """Where an event and its date come from; shows itself as HTML in a notebook and as text elsewhere."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.text


def explain(event: Event, documents: Mapping[str, Document], *, language: Language = "ar") -> Explanation:
    """The sentence with its marks, the facts, and step by step how the date was found."""
    words = Words(language)
    title = headline(event, words) or kind_text(event, words)
    pairs = [*facts(event, documents, words), *_reckoning(event, words)]
    told = [(documents[mention.document], mention) for mention in event.mentions if mention.document in documents]
    items = "".join(
        f'<div style="display:flex;gap:.7em"><dt style="flex:0 0 8em;opacity:.75">{escape(name)}</dt>'
        f'<dd style="margin:0"><bdi dir="auto">{escape(value)}</bdi></dd></div>'
        for name, value in pairs
    )
    quotes = "".join(_quote(event, document, mention, words) for document, mention in told)
    page = (
        f'<section dir="{words.direction}" lang="{words.language}" style="{_FRAME}"><h3 dir="auto" '
        f'style="text-align:start">{escape(title)}</h3><dl style="margin:0">{items}</dl>{quotes}</section>'
    )
    lines = [title, *(f"{name}: {value}" for name, value in pairs)]
    lines += [f"«{clean(document.text[slice(*mention.sentence)])}»" for document, mention in told]
    return Explanation(page, stripped("\n".join(lines)))


def _reckoning(event: Event, words: Words) -> list[tuple[str, str]]:
    """How the date came about, as far as the expression remembers it."""
    label = words.table["label"]
    rows = [(label["derivation"], words.named("time_source", event.time_source))]
    rows += [(label["corrected"], clean(said)) for said in event.corrected]
    if event.time is None:
        return rows
    denotation = event.time.denotation
    rows.append((label["expression"], f"«{clean(event.time.text)}» {denotation.type} {denotation.value}"))
    if denotation.rule:
        rows.append((label["rule"], denotation.rule))
    rows += [("", f"{clean(step.what)}: {clean(step.why)}") for step in denotation.derivation]
    for intervals, why in denotation.alternatives:
        rows.append((label["alternatives"], f"{intervals_text(intervals, words)}: {clean(why)}"))
    if denotation.open_reason:
        rows.append((words.table["when"]["none"], clean(denotation.open_reason)))
    return rows


def _word_edge(text: str, place: int, step: int) -> int:
    """The nearest place, going outwards, where no word is cut; soon given up where there are no spaces."""
    for at in range(place, place + 30 * step, step):
        if at <= 0 or at >= len(text):
            return min(max(at, 0), len(text))
        if text[at].isspace():
            return at
    return place


def _quote(event: Event, document: Document, mention: Mention, words: Words) -> str:
    """The sentence in its surroundings, with its trigger, its date, its actors and places marked."""
    start, end = mention.sentence
    strong = f"font-weight:700;border-bottom:3px solid {LIGHT.types[event.type]}"
    marks: list[tuple[int, int, str]] = [(*mention.trigger, strong)]
    if mention is event.mentions[0]:
        if event.time is not None:
            marks.append((event.time.start_char, event.time.end_char, "border-bottom:3px dotted currentColor"))
        named: list[Actor | Place] = [*event.actors, *event.places]
        marks += [(part.start_char, part.end_char, "border-bottom:1px solid") for part in named]
    low, high = _word_edge(document.text, start - CONTEXT, -1), _word_edge(document.text, end + CONTEXT, 1)
    cuts = sorted({low, high, start, end, *(at for a, b, _ in marks for at in (a, b) if low < at < high)})
    parts = []
    for left, right in pairwise(cuts):
        text = escape(stripped(document.text[left:right]))
        styles = ";".join(style for a, b, style in marks if a <= left and right <= b)
        if styles:
            text = f'<span style="{styles}">{text}</span>'
        parts.append(f"<mark>{text}</mark>" if start <= left and right <= end else text)
    head = words.table["list"].join(clean(part) for part in (document.title, document.source) if part)
    direction = direction_of(document.text[start:end])
    return (
        f'<p style="margin:.8em 0 .2em;opacity:.75;text-align:start"><bdi dir="auto">{escape(head)}</bdi></p>'
        f'<blockquote dir="{direction}" style="white-space:pre-line;margin:0;padding:.2em 1em;'
        f'border:0;border-inline-start:4px solid #8884">'
        f"{'… ' if low else ''}{''.join(parts)}{' …' if high < len(document.text) else ''}</blockquote>"
    )

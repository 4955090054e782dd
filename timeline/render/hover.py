"""What a mark says when pointed at: headline, date, who, where, whether it happened, and the sentence that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.bidi import clean, escape, isolate, paragraph
from timeline.render.conflicts import conflict_text
from timeline.render.saying import when_text
from timeline.render.spans import corroboration
from timeline.render.titles import headline, named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event, Mention
    from timeline.render.words import Words

LINE = 54  # characters
SENTENCE_LINES = 4


def sentence(mention: Mention, documents: Mapping[str, Document]) -> str:
    """The sentence of a mention, on one line; empty if its document is not at hand."""
    document = documents.get(mention.document)
    return "" if document is None else clean(document.text[slice(*mention.sentence)])


def actors_text(event: Event, words: Words) -> str:
    """«إيران، تركيا وروسيا»: each once, in the order of the text."""
    names = dict.fromkeys(named(actor.name or actor.text, actor.name_en, words) for actor in event.actors)
    return words.listed([name for name in names if name])


def places_text(event: Event, words: Words) -> str:
    """Where it happened or leads; what is only talked about is not a place of the event."""
    names = dict.fromkeys(
        named(place.name or place.text, place.name_en, words) for place in event.places if place.role != "topic"
    )
    return words.listed([name for name in names if name])


def kind_text(event: Event, words: Words) -> str:
    """«اجتماع: اتصال هاتفي»: the type and, where it says more, the subtype or the stance."""
    parts = [words.named("type", event.type.value)]
    for more in (event.subtype, event.stance):
        if more is None or more in {"", event.type.value, "neutral"}:
            continue
        if (name := clean(words.named("subtype", more))) not in parts:
            parts.append(name)
    return ": ".join([parts[0], words.table["list"].join(parts[1:])]) if len(parts) > 1 else parts[0]


def facts(event: Event, documents: Mapping[str, Document], words: Words) -> list[tuple[str, str]]:
    """The lines under the headline, as (label, value), those without a value left out."""
    names = corroboration(event, documents)
    pairs = [
        ("when", when_text(event, words)),
        ("type", kind_text(event, words)),
        ("actors", actors_text(event, words)),
        ("places", places_text(event, words)),
        ("status", words.named("modality", event.modality.value)),
        ("attribution", words.listed([clean(name) for name in event.attribution])),
        ("sources", words.listed([clean(name) for name in names]) if names else ""),
        ("conflicts", words.table["list"].join(conflict_text(conflict, words) for conflict in event.conflicts)),
    ]
    return [(words.label(key), value) for key, value in pairs if value]


def hover_html(event: Event, documents: Mapping[str, Document], words: Words) -> str:
    """The same for plotly's hover box: every line isolated, wrapped and escaped."""
    direction = words.direction
    title = headline(event, words) or words.named("type", event.type.value)
    lines = [
        "<br>".join(f"<b>{part}</b>" for part in paragraph(title, LINE - 6, direction, 3).split("<br>")),
    ]
    values = facts(event, documents, words)
    lines.append(paragraph(values[0][1], LINE, direction, 2))
    lines += [paragraph(f"{label}: {value}", LINE, direction, 2) for label, value in values[1:]]
    told = sentence(event.mentions[0], documents) if event.mentions else ""
    if told:
        lines.append(isolate(escape(" "), direction))
        lines.append(paragraph(f"«{told}»", LINE, direction, SENTENCE_LINES))
    return "<br>".join(lines)

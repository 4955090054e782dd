"""An event that was not read, added with the sentence that tells it and its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from timeline.chronology.corrections.finding import in_order, known
from timeline.chronology.corrections.fixing import PLAIN, fields, fixed, kind_of, values
from timeline.chronology.corrections.model import Correction
from timeline.chronology.select import names_it
from timeline.documents.model import Document
from timeline.errors import CorrectionError
from timeline.events.headline import headline
from timeline.events.ids import identifier
from timeline.events.model import Actor, Event, Mention, Place
from timeline.text.sentences import sentence_spans
from timeline.text.spelling import words_of


class Reports:
    """The reports, by the words of all their sentences."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self._words: dict[str, frozenset[str]] = {}

    def telling(self, quote: str, source: str) -> list[tuple[Document, tuple[int, int]]]:
        """The sentences that have the words of a quote, one of a report, in the order of printing."""
        wanted = known(quote)
        found = []
        for name, document in self.documents.items():
            if source and not names_it(source, document.source):
                continue
            if name not in self._words:
                self._words[name] = frozenset(known(document.text))
            if not self._words[name].issuperset(wanted):
                continue
            spans = (span for span in sentence_spans(document.text) if in_order(wanted, known(_part(document, span))))
            found += [(document, span) for span in spans][:1]
        return sorted(found, key=lambda each: (each[0].published or dt.date.max, each[0].id))


def added(made: Correction, reports: Reports) -> tuple[Event, Document | None]:
    """The event, and the document of its sentence if it stands in no report.

    Raises
    ------
    CorrectionError
        if its sentence is in no report and no source is given, or a value cannot be read
    """
    told = reports.telling(made.quote, made.source)
    document = None
    if not told:
        if not (made.source or made.url):
            raise CorrectionError("its sentence is in no report; give its source or url, and when it was published")
        document = Document(
            made.quote, made.published or None, made.source or None, made.title or None, made.url or None
        )
        told = [(document, (0, len(document.text)))]
    first, span = told[0]
    mentions = tuple(Mention(each.id, where, _trigger(each, where, made.trigger)) for each, where in told)
    words, start = words_of(_part(first, span)), mentions[0].trigger[0]
    word = len(words_of(first.text[span[0] : start + 1])) if made.trigger else 0
    plain = Event(
        id=identifier(words, word), type=kind_of(made), subtype="", mentions=mentions, headline_worthy=True,
        sources=tuple(dict.fromkeys(each.source for each, _ in told if each.source)),
    )  # fmt: skip
    plain = evolve(plain, **fields("kind", (plain.type.value, made.subtype or PLAIN[plain.type]), plain))
    event, _ = fixed(plain, values(made, plain, {each.id: each for each, _ in told}))
    if not event.headline:
        line = headline(event)
        event = evolve(event, headline=line.ar, headline_en=event.headline_en or line.en)
    return _spanned(event, first, span), document


def _part(document: Document, span: tuple[int, int]) -> str:
    return document.text[slice(*span)]


def _trigger(document: Document, span: tuple[int, int], word: str) -> tuple[int, int]:
    """Where the word stands in the sentence; the whole sentence, if none is given."""
    found = _where(document, span, word) if word else None
    if word and found is None:
        raise CorrectionError(f"trigger: {word!r} does not stand in «{_part(document, span)}»")
    return found or span


def _where(document: Document, span: tuple[int, int], words: str) -> tuple[int, int] | None:
    start = document.text.find(words, *span)
    return (start, start + len(words)) if words and start >= 0 else None


def _spanned(event: Event, document: Document, span: tuple[int, int]) -> Event:
    """The event, with the places of those names that stand in its sentence as they are spelled."""
    return evolve(
        event,
        actors=tuple(_placed(event.actors, document, span)),
        places=tuple(_placed(event.places, document, span)),
    )


def _placed(names: Iterable[Actor | Place], document: Document, span: tuple[int, int]) -> Iterable[Any]:
    for each in names:
        found = _where(document, span, each.name)
        yield evolve(each, text=each.name, start_char=found[0], end_char=found[1]) if found else each

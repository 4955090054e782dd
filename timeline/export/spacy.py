"""spaCy: a ``DocBin`` to train with, and what it has in a ``Doc``.

Span groups ``dates``, ``events``, ``actors`` and ``places``, with labels DATE, TIME, DURATION, SET; MEETING,
OFFENSIVE, STATEMENT; the roles; ``sc`` has them all, which is where ``spancat`` looks. ``doc.ents`` are the dates,
actors and places that do not overlap, for ``ner``. Each span lies on the borders of tokens: «وأمس» is one token, and
its span that token; the exact offsets are in ``span._.timeline``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError
from timeline.export.left_out import tell
from timeline.export.plain import writable
from timeline.export.standoff import Sheet, sheets

if TYPE_CHECKING:
    from os import PathLike

    from timeline.chronology.timeline import Timeline

GROUPS = ("dates", "events", "actors", "places")


def dump(timeline: Timeline, path: str | PathLike[str] | None = None) -> Any:
    """A ``DocBin`` of the reports with their spans, in tokens of ``spacy.blank("ar")``; also written to a path."""
    spacy = library()
    nlp, made = spacy.blank("ar"), spacy.tokens.DocBin(store_user_data=False)
    left = {"spans that do not hold their words": 0, "spans widened to whole tokens": 0,
            "reports with halves of surrogate pairs, written as �": 0}  # fmt: skip
    misplaced, widened, changed = left
    for each in sheets(timeline):
        doc = nlp.make_doc(writable(each.document.text))
        left[misplaced] += each.misplaced
        left[widened] += annotate(doc, each)
        left[changed] += doc.text != each.document.text
        made.add(doc)
    if path is not None:
        made.to_disk(path)
    tell("spaCy", left)
    return made


def library() -> Any:
    """The package, or an error that says how to install it."""
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError(f"spaCy is needed: pip install 'diplomatic-timeline[spacy]' ({error})") from None
    if not spacy.tokens.Span.has_extension("timeline"):
        spacy.tokens.Span.set_extension("timeline", default=None)
    return spacy


def annotate(doc: Any, each: Sheet) -> int:
    """Set the span groups and entities of a ``Doc``; how many spans had to be widened to whole tokens."""
    groups: dict[str, list[Any]] = {name: [] for name in GROUPS}
    for time in each.expressions:
        groups["dates"].append(_span(doc, time.start_char, time.end_char, time.type, time))
    for told in each.acts:
        label = told.event.type.value.upper()
        groups["events"] += [_span(doc, start, end, label, told.event) for start, end in told.triggers]
        for name, somebody in (("actors", told.actors), ("places", told.places)):
            groups[name] += [_span(doc, one.start_char, one.end_char, one.role.upper(), one) for one in somebody]
    widened = 0
    for name, pairs in groups.items():
        spans = [span for span, _ in pairs if span is not None]
        widened += sum(wide for _, wide in pairs)
        doc.spans[name] = spans
    doc.spans["sc"] = [span for name in GROUPS for span in doc.spans[name]]
    _entities(doc)
    return widened


def _span(doc: Any, start: int, end: int, label: str, what: Any) -> tuple[Any, bool]:
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is None:
        return None, False
    span._.timeline = what
    return span, (span.start_char, span.end_char) != (start, end)


def _entities(doc: Any) -> None:
    """Dates, actors and places as entities without their roles; of those that overlap the longest."""
    from spacy.tokens import Span
    from spacy.util import filter_spans

    labels = {"dates": "DATE", "actors": "ACTOR", "places": "PLACE"}
    spans = [Span(doc, span.start, span.end, labels[name]) for name in labels for span in doc.spans[name]]
    doc.ents = filter_spans(spans)

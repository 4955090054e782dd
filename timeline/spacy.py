"""A component for pipelines of spaCy: dates and events of Arabic reports as spans and extensions.

>>> import spacy
>>> import timeline.spacy
>>> nlp = spacy.blank("ar")
>>> component = nlp.add_pipe("diplomatic_timeline", config={"published": "2024-12-03"})
>>> doc = nlp("زار وزير الخارجية الإيراني عباس عراقجي أنقرة أمس.")
>>> [(span.text, span._.timex3) for span in doc.spans["dates"]]
[('أمس', '2024-12-02')]
>>> [(span.text, span.label_, span._.timeline.headline) for span in doc.spans["events"]]
[('زار', 'MEETING', 'زيارة عباس عراقجي إلى أنقرة')]

The day of printing of one text among many is ``doc._.published``; set it on the ``Doc`` before the component runs:
``doc = nlp.make_doc(text); doc._.published = "2024-12-03"; nlp(doc)``. ``doc._.events`` are the events themselves,
``span._.timeline`` is what a span stands for, with its exact offsets (`timeline.export.spacy`).
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from timeline.documents.model import Document
from timeline.export.spacy import annotate, library
from timeline.export.standoff import sheet
from timeline.pipeline import extract

_spacy = library()
NAME = "diplomatic_timeline"


@frozen
class Component:
    """Reads the text of each ``Doc`` as a report of a day of printing, and sets spans and extensions.

    Parameters
    ----------
    published
        the day of printing of a ``Doc`` that has none in ``doc._.published``
    """

    published: str | None = None

    def __call__(self, doc: Any) -> Any:
        """The same ``Doc``, with its dates and events."""
        document = Document(doc.text, doc._.published or self.published)
        events = extract(document)
        annotate(doc, sheet(document, document.id, [(event.id, event) for event in events]))
        doc._.events = events
        return doc


@_spacy.Language.factory(NAME, default_config={"published": None})  # type: ignore[untyped-decorator]
def make(nlp: Any, name: str, published: str | None) -> Component:
    """The component of a pipeline, as spaCy asks for it by its name."""
    del nlp, name
    return Component(published)


def _of_time(attribute: str) -> Any:
    def get(span: Any) -> Any:
        return getattr(span._.timeline, attribute, None)

    return get


def _declare() -> None:
    Doc, Span = _spacy.tokens.Doc, _spacy.tokens.Span  # noqa: N806 (classes)
    for name, default in (("published", None), ("events", ())):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    for name, attribute in (("timex3", "value"), ("edtf", "edtf"), ("intervals", "intervals")):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=_of_time(attribute))


_declare()

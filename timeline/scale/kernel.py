"""The kernel: record batches of reports in, record batches of their events out, the same on every engine.

Each report is read by itself, so neither how they are divided nor their order changes what is read in one. Nothing is
kept between batches but what the library remembers of words; an engine may call it in as many processes as it likes.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.documents.model import Document
from timeline.errors import DateError, DocumentError
from timeline.export import arrow
from timeline.pipeline import documents_of, extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, Any]

#: The columns of a report; only ``text`` has to be there, others are passed over.
REPORT = ("id", "text", "published", "source", "title", "url")
#: What becomes of a report: rows of events, one row that says it has none, or one that says why it was not read.
OUTCOMES = ("event", "empty", "quarantined")
#: The columns of the rows that come out: of which report, what became of it, the how manieth of its events, and why.
COLUMNS = {"report": "text", "outcome": "text", "number": "count", "reason": "text"} | arrow.COLUMNS
# So many reports become rows of Python at once, and so many rows stand in a batch that comes out (or a few more).
_READ, _WRITTEN = 64, 512


@cache
def schema() -> Any:
    """The ``pyarrow.Schema`` of what comes out, whatever goes in."""
    return arrow.schema_of(COLUMNS)


def extract_batches(batches: Iterable[Any]) -> Iterator[Any]:
    """The events of the reports of Arrow record batches, as record batches.

    Parameters
    ----------
    batches
        with a column ``text``, and of ``published``, ``source``, ``title``, ``url`` and ``id`` what is known.
        ``published`` is a date, a timestamp, or a string as for `timeline.Document`

    Yields
    ------
    pyarrow.RecordBatch
        in the order of the reports, with the columns of `COLUMNS`. A report has a row for each of its events
        (``outcome`` is ``event``, ``number`` counts from 0), or one row: ``empty`` if nothing in it is an event,
        ``quarantined`` if it cannot be read, which ``reason`` then tells. So the reports that went in are the rows with
        no number, or number 0

    Raises
    ------
    DocumentError
        if a batch has no column ``text``
    """
    rows = _rows(batches)
    while several := list(islice(rows, _WRITTEN)):
        yield arrow.batch(several, schema())


def _rows(batches: Iterable[Any]) -> Iterator[Row]:
    for batch in batches:
        names = batch.schema.names
        if "text" not in names:
            raise DocumentError(f"no column 'text' among {', '.join(names)}: name the one that has the texts so")
        reports = batch.select([name for name in REPORT if name in names])
        for start in range(0, reports.num_rows, _READ):
            for report in reports.slice(start, _READ).to_pylist():
                yield from _of_a_report(report)


def _of_a_report(report: Row) -> Iterator[Row]:
    """The rows of one report: of its events, or one that says that it has none, or cannot be read."""
    try:
        document, undated = _document(report)
        articles = [each for each in documents_of(document) if isinstance(each, Document)]
        events = [(article, event) for article in articles for event in extract(article)]
    except MemoryError:  # no fault of the report's
        raise
    except DocumentError as error:
        yield _row(_name(report), "quarantined", str(error))
        return
    except Exception as error:  # noqa: BLE001 (one report of millions, which nobody foresaw, does not end a run)
        said = f"it could not be read, which nobody foresaw ({type(error).__name__}: {error})"
        yield _row(_name(report), "quarantined", said)
        return
    if not events:
        yield _row(document.id, "empty", undated, published=articles[0].published)
    for number, (article, event) in enumerate(events):
        of_it = arrow.record(event, {article.id: article})
        yield _row(document.id, "event", undated, number=number, **of_it)


def _row(report: str | None, outcome: str, reason: str | None, **known: Any) -> Row:
    return dict.fromkeys(COLUMNS) | {"report": report, "outcome": outcome, "reason": reason} | known


def _document(report: Row) -> tuple[Document, str | None]:
    """A report from its columns, and why a date that it gives is not read."""
    text = report["text"]
    if not isinstance(text, str) or not text.strip():
        said = "it is empty" if text is None or isinstance(text, str) else f"{text!r:.60} is no string"
        raise DocumentError(f"no text: {said}")
    known: dict[str, Any] = {
        name: str(report[name]) for name in ("source", "title", "url", "id") if report.get(name) is not None
    }
    published = report.get("published")
    if published is None or published == "":
        return Document(text, **known), None
    try:
        return Document(text, published, **known), None
    except DateError as error:
        return Document(text, **known), f"published not read: {error}"


def _name(report: Row) -> str | None:
    return None if report.get("id") is None else str(report["id"])

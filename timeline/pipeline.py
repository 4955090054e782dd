"""The stages composed: reports in, date expressions, events and timelines out."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import evolve

from timeline.chronology.corrections.applying import corrected
from timeline.chronology.corrections.files import Corrections
from timeline.chronology.corrections.files import read as read_corrections
from timeline.chronology.merge import unite
from timeline.chronology.timeline import Timeline
from timeline.documents import read as reading
from timeline.documents.dating import date_articles
from timeline.documents.limits import DEFAULT, Limits
from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.documents.split import mark_boilerplate, split
from timeline.errors import DocumentError, TimelineError, TimelineWarning
from timeline.events.engine import extract as extract_events
from timeline.jobs import in_order
from timeline.resolve.published import published_date
from timeline.tagger import find, parse

if TYPE_CHECKING:
    import datetime as dt

    from timeline.events.model import Event

__all__ = ["build", "documents_of", "extract", "find", "parse"]

Source = str | Path | Document
Found = Document | TimelineError | Note
#: So many reports without a date are named.
_NAMED = 5
OnError = Literal["warn", "raise"] | Callable[[TimelineError], object]


def extract(document: Document) -> list[Event]:
    """The events of one report: who met, attacked or said what, when, where, and whether it happened.

    Relative dates («أمس») count from ``document.published``. Boilerplate is left out, and every offset indexes
    ``document.text``.
    """
    document = mark_boilerplate(document)
    if document.boilerplate:
        document = evolve(document, text=document.report)
    return extract_events(document, find(document.text, reference=document.published))


def build(
    sources: Source | Iterable[Source],
    *,
    published: dt.date | str | None = None,
    corrections: Corrections | None = None,
    on_error: OnError = "warn",
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
    jobs: int = 1,
) -> Timeline:
    """The timeline of any number of reports; what several tell is one event with several mentions.

    Parameters
    ----------
    sources
        files of any form that `docs/documents.md` lists, folders of them, archives, patterns (``news/*.json``), ``-``
        (standard input), `Document` objects, or texts themselves. A plain text may be a compilation: it is split into
        its articles.
    published
        the day of publication of whatever says none itself; where nothing is given it is inferred from the text if
        its own evidence allows
    corrections
        what was corrected by hand: a file (TOML, CSV), or mappings with the same keys (`Timeline.corrected`)
    on_error
        what to do with a report that cannot be read, or a correction that cannot be applied: ``"warn"`` and go on with
        the others (but if no report can be read, the first error is raised), ``"raise"``, or a function that is called
        with each error. What was guessed, skipped or left undated is no error: it is told in one warning
    columns, encoding
        what records call what a report has, and the encoding of the files, as for `timeline.documents.read.scan`
    limits
        how much of a file is too much (`timeline.documents.limits.Limits`)
    jobs
        so many processes read the reports; what comes out is the same

    Raises
    ------
    DateError
        if ``published`` is no date
    CorrectionError
        if the corrections cannot be read
    OptionError
        if ``columns`` or ``encoding`` name what nobody knows
    """
    given = None if corrections is None else read_corrections(corrections)
    day = None if published is None else published_date(published)
    found = documents_of(sources, published=day, columns=columns, encoding=encoding, limits=limits)
    return joined(readings(distinct(found), jobs=jobs), corrections=given, on_error=on_error)


def joined(
    read: Iterable[tuple[Found, list[Event]]], *, corrections: Corrections | None = None, on_error: OnError = "warn"
) -> Timeline:
    """The timeline of what `readings` gives; as `build`, for those who look on while the reports are read."""
    given = None if corrections is None else read_corrections(corrections)
    errors: list[TimelineError] = []
    notes: list[Note] = []
    documents: dict[str, Document] = {}
    events: list[Event] = []
    for found, told in read:
        if isinstance(found, Note):
            notes.append(found)
        elif isinstance(found, TimelineError):
            if on_error == "raise":
                raise found
            errors.append(found)
        else:
            documents[found.id] = found
            events.extend(told)
    if notes:
        warnings.warn("; ".join(map(str, notes)), TimelineWarning, stacklevel=3)
    _report(errors, on_error, none_read=not documents)
    timeline = Timeline(unite(events, documents), documents)
    return timeline if given is None else corrected(timeline, given, on_error)


def readings(found: Iterable[Found], *, jobs: int = 1) -> Iterator[tuple[Found, list[Event]]]:
    """Each report with its events, in order; errors and notes stay in their places. ``jobs``: by so many processes."""
    return in_order(_events, found, jobs=jobs)


def _events(found: Found) -> list[Event]:
    return extract(found) if isinstance(found, Document) else []


def distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Each report once; an error in the place of one whose id is another's."""
    texts: dict[str, str] = {}
    for each in found:
        if isinstance(each, Document):
            known = texts.setdefault(each.id, each.text)
            if known != each.text:
                yield DocumentError(f"{name_of(each)}: its id {each.id!r} is another report's; it is left out")
            if known is not each.text:
                continue
        yield each


def _report(errors: list[TimelineError], on_error: OnError, *, none_read: bool) -> None:
    if callable(on_error):
        for error in errors:
            on_error(error)
    elif errors and none_read:
        raise errors[0]
    elif errors:
        said = "; ".join(map(str, errors))
        warnings.warn(f"{len(errors)} reports could not be read: {said}", TimelineWarning, stacklevel=4)


def name_of(document: Document) -> str:
    """A report as a person would call it: its title, or how it begins."""
    beginning = " ".join((document.title or document.text).split())
    return f"«{beginning[:40]}{'…' if len(beginning) > 40 else ''}»"


def documents_of(
    sources: Source | Iterable[Source],
    *,
    published: dt.date | None = None,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    on_file: Callable[[str], object] = str,
    limits: Limits = DEFAULT,
) -> Iterator[Found]:
    """The articles of all sources, split and dated, an error in the place of each that cannot be read, and notes.

    The last note names the reports that have no date of publication, and asks for it. ``on_file`` is called with the
    name of each file before it is read.
    """
    scan = partial(reading.scan, columns=columns, encoding=encoding, on_file=on_file, limits=limits)
    undated: list[str] = []
    count = 0
    for source in [sources] if isinstance(sources, str | Path | Document) else sources:
        for found in _found(source, published, scan):
            if isinstance(found, Document) and found.published is None:
                count += 1
                undated += [name_of(found)] if count <= _NAMED else []
            yield found
    if count:
        names = ", ".join(undated) + (f", … ({count:,} reports)" if count > _NAMED else "")
        message = f"no publication date for {names}: what they say of «أمس» or «الثلاثاء» stays open; give published=…"
        yield Note("undated", "", message, count=count)


def _found(source: Source, published: dt.date | None, scan: Callable[[str | Path], Iterator[Found]]) -> Iterator[Found]:
    if isinstance(source, Document):
        yield from _articles(source, published)
    elif isinstance(source, str) and _is_text(source):
        yield from _articles(Document(source), published)
    elif isinstance(source, str | Path):
        for found in scan(source):
            yield from _articles(found, published) if isinstance(found, Document) else [found]
    else:
        yield DocumentError(f"{source!r:.60} is no source: give a path, a Document or a text")


def _is_text(source: str) -> bool:
    """Whether a string is a report itself and no path: it has several words, and no file has its name."""
    if "\n" in source or len(source) > 255:
        return True
    looks_like_a_path = source.endswith(reading.SUFFIXES) or len(source.split()) < 3
    return not looks_like_a_path and not os.path.lexists(source)


def _articles(document: Document, published: dt.date | None) -> list[Document]:
    """The articles of a report: several only where it is bare text; with the date given, or inferred."""
    if document.published is None and published is not None:
        document = evolve(document, published=published)
    return date_articles(split(document))

"""What the commands read: reports with their events, whole timelines, and what is asked of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import field, frozen

from timeline.cli.language import counted, listed, message
from timeline.cli.progress import followed, stage
from timeline.cli.telling import Told
from timeline.documents.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event


@frozen
class Asked:
    """Which reports are to be read, and how."""

    sources: tuple[str, ...]
    published: dt.date | None = None
    columns: Mapping[str, str] | None = None
    encoding: str | None = None
    limits: Limits = DEFAULT
    jobs: int = 1
    corrections: Path | None = field(default=None)


def read(
    asked: Asked,
    told: Told,
    *,
    each_once: bool = False,
    printed: bool = False,
    files: dict[str, str] | None = None,
) -> Iterator[tuple[Document, list[Event]]]:
    """The reports with their events, one by one; all else is told on the way. ``files``: gets the file of each."""
    from timeline import pipeline

    current = [""]
    found: Iterable[Any] = pipeline.documents_of(
        map(Path, asked.sources),
        published=asked.published, columns=asked.columns, encoding=asked.encoding, limits=asked.limits,
        on_file=lambda file: current.__setitem__(0, file),
    )  # fmt: skip
    if each_once:
        found = pipeline.distinct(found)

    def documents() -> Iterator[Document]:
        for document in told.of(found):
            if files is not None:
                files.setdefault(document.id, current[0])
            yield document

    read: Iterator[Any] = pipeline.readings(documents(), jobs=asked.jobs)
    return followed(read, asked.sources, told, printed=printed)


def built(asked: Asked, told: Told) -> Timeline:
    """The timeline of the reports, corrected if that is asked for.

    Raises
    ------
    click.exceptions.Exit
        if nothing could be read: that is told already
    """
    from timeline import pipeline
    from timeline.chronology.corrections.files import read as corrections_of

    given = None if asked.corrections is None else corrections_of(asked.corrections)
    with told.heard():
        reports = list(read(asked, told, each_once=True))
        if not reports and told.errors:
            raise click.exceptions.Exit(1)
        with stage("joining", told):
            chronology = pipeline.joined(reports, corrections=given, on_error=told.error)
    for document in chronology.documents.values():
        if document.published_range is not None and document.published is not None:
            reasons = "; ".join(document.published_reasons)
            told.note(message("dated", name=pipeline.name_of(document), day=document.published, reasons=reasons))
    return chronology


def narrowed(
    chronology: Timeline,
    told: Told,
    *,
    between: tuple[str, str] | None = None,
    types: tuple[str, ...] = (),
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    summarize: int | None = None,
    reference: dt.date | None = None,
) -> Timeline:
    """The part of a timeline that is asked for; a name that nothing in it has is an error."""
    for name in actors:
        if not chronology.only(actor=name):
            named = (each for event in chronology for actor in event.actors for each in (actor.name, actor.name_en))
            raise click.ClickException(_nobody("actor", name, filter(None, named)))
    for name in places:
        if not chronology.only(place=name):
            named = (each for event in chronology for place in event.places for each in (place.name, place.name_en))
            raise click.ClickException(_nobody("place", name, filter(None, named)))
    part = chronology.between(*between, reference=reference) if between else chronology
    part = part.only(type=types or None, actor=actors or None, place=places or None)
    if summarize:
        part = part.summarize(summarize)
    if not part and chronology:
        told.note(message("nothing_left", all=counted("events", len(chronology))))
    return part


def _nobody(what: str, name: str, named: Iterable[str]) -> str:
    """That nothing has a name: it is known, but not met; or it is not known, and others look like it."""
    from timeline.lexicon.asked import meant, nearest

    known = meant(name)
    if known is not None:
        facts = filter(None, (known.name, known.name_en, known.country or known.code))
        return message(f"no_{what}_known", name=name, facts=listed(facts))
    others = nearest(name, tuple(dict.fromkeys(named)))
    said = message(f"no_{what}", name=name)
    return said + (message("did_you_mean", names=listed(others)) if others else "")

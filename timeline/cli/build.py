"""``timeline build`` and ``timeline export``: one timeline, as a page or as data for other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from timeline.cli.atomic import STANDARD_OUTPUT, replacing
from timeline.cli.grammar import Command
from timeline.cli.options import CORRECTIONS, FILE, FORM, JOBS, LANGUAGE, LOOK, NARROWING, READING, SOURCES
from timeline.cli.progress import stage
from timeline.cli.reading import Asked, built, narrowed
from timeline.cli.telling import Told, telling
from timeline.cli.writers import form_of, looks, write

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline

LOOKS = ("title", "lanes", "hijri", "theme", "digits", "page_language", "embed", "size")
_BEGINNING = 400  # bytes


@click.command(cls=Command)
@SOURCES
@click.option("-o", "--output", type=FILE, default="timeline.html", metavar="FILE")
@FORM
@READING
@CORRECTIONS
@NARROWING
@LOOK
@JOBS
@LANGUAGE
@telling
def build(told: Told, *, output: Path, form: str | None, **options: Any) -> None:
    """Read reports and write one timeline."""
    _run(built, told, output, form, **options)


@click.command(cls=Command)
@SOURCES
@click.option("-o", "--output", type=FILE, required=True, metavar="FILE")
@FORM
@READING
@CORRECTIONS
@NARROWING
@LOOK
@JOBS
@LANGUAGE
@telling
def export(told: Told, *, output: Path, form: str | None, **options: Any) -> None:
    """Write a timeline that stands in a file, or that is built from reports, in any form."""
    _run(loaded, told, output, form, **options)


def _run(
    read: Callable[[Asked, Told], Timeline],
    told: Told,
    output: Path,
    form: str | None,
    *,
    between: tuple[str, str] | None,
    types: tuple[str, ...],
    actors: tuple[str, ...],
    places: tuple[str, ...],
    summarize: int | None,
    **others: Any,
) -> None:
    """Read a timeline, take the part that is asked for, and write it; where it cannot be written nothing is read."""
    from timeline.chronology.timeline import Timeline

    form = form_of(output, form)
    look = looks(form, {name: others.pop(name) for name in LOOKS})
    asked = Asked(**others)
    part: dict[str, Any] = {
        "between": between,
        "types": types,
        "actors": actors,
        "places": places,
        "summarize": summarize,
    }
    Timeline().between(*between or (None,), reference=asked.published).only(type=types or None)  # said before reading
    with replacing(output) as path:
        chronology = narrowed(read(asked, told), told, reference=asked.published, **part)
        with told.heard(), stage("writing", told):
            write(chronology, form, path, **look)
    if output != STANDARD_OUTPUT:
        told.summary(output, events=len(chronology), reports=len(chronology.documents))


def loaded(asked: Asked, told: Told) -> Timeline:
    """The timelines of the files that hold one, and that of the reports in the others, merged if there are several."""
    from timeline.chronology.timeline import Timeline

    written = [source for source in asked.sources if _holds_a_timeline(Path(source))]
    reports = tuple(source for source in asked.sources if source not in written)
    if not written:
        return built(asked, told)
    first, *others = map(Timeline.from_json, map(Path, written))
    if reports:
        others.append(built(evolve(asked, sources=reports, corrections=None), told))
    with told.heard():
        chronology = first.merge(*others) if others else first
        if asked.corrections is not None:
            chronology = chronology.corrected(asked.corrections, on_conflict=told.error)
    return chronology


def _holds_a_timeline(path: Path) -> bool:
    from timeline.export.json import FORMAT

    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return f'"{FORMAT}"'.encode() in file.read(_BEGINNING)
    except (OSError, ValueError):
        return False  # told when it is read

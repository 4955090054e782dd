"""``timeline corpus``: the events of a corpus in a folder, partition by partition, here or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from timeline.cli.atomic import told_of
from timeline.cli.grammar import Command
from timeline.cli.interrupts import INTERRUPTED, heed
from timeline.cli.language import counted, listed, message
from timeline.cli.options import FILE, JOBS, LANGUAGE, READING, SOURCES
from timeline.cli.progress import followed
from timeline.cli.reading import Asked
from timeline.cli.telling import Told, say, telling

if TYPE_CHECKING:
    from timeline.pipeline import Found

_ENGINES = ("local", "dask", "spark")


@click.command(cls=Command)
@SOURCES
@click.option("-o", "--output", type=FILE, required=True, metavar="FOLDER")
@click.option("--engine", type=click.Choice(_ENGINES), default="local", metavar="NAME")
@click.option("--cluster", metavar="ADDRESS")
@READING
@JOBS
@LANGUAGE
@telling
def corpus(told: Told, *, output: Path, engine: str, cluster: str | None, **options: Any) -> None:
    """Write the events of a corpus into a folder; a run that was interrupted goes on where it was."""
    if cluster is not None and engine == "local":
        raise click.UsageError(message("no_cluster", accepted=listed(_ENGINES[1:])))
    asked = Asked(**options)
    try:
        with told_of(output), told.heard():
            manifest = _run(asked, told, output, engine, cluster)
    except KeyboardInterrupt:
        say(message("goes_on", output=output))
        raise click.exceptions.Exit(INTERRUPTED) from None
    counts = manifest["counts"]
    if counts["quarantined"]:
        bad = counted("reports", counts["quarantined"])
        told.error(message("quarantined", reports=bad, file=output / "quarantine.jsonl"))
    if counts["undated"]:
        told.notes["undated"] = counts["undated"]
    told.summary(output, events=counts["events"], reports=counts["in"])


def _run(asked: Asked, told: Told, output: Path, engine: str, cluster: str | None) -> dict[str, Any]:
    """Begin, or go on: lay out the reports, write what partitions are missing, and close the manifest."""
    from timeline.scale import corpus as runs
    from timeline.scale.engines import ENGINES

    wanted = runs.asked(
        asked.sources, output, published=asked.published, columns=asked.columns, encoding=asked.encoding
    )
    manifest = runs.begun(output, wanted) or runs.begin(_found(asked, told), output, wanted)
    if not manifest["complete"] and (missing := runs.missing(output, manifest)):
        work = partial(runs.work, str(output.absolute()))
        done = ENGINES[engine](work, missing, jobs=asked.jobs, cluster=cluster)
        for _ in followed(done, (), told, length=len(missing), label="extracting"):
            heed()
    return runs.finish(output, manifest)


def _found(asked: Asked, told: Told) -> Iterator[Found]:
    """The reports as the files have them, and what cannot be read; what is only worth noting is told."""
    from timeline.documents.model import Document
    from timeline.documents.notes import Note
    from timeline.documents.read import scan

    found = chain.from_iterable(
        scan(source, columns=asked.columns, encoding=asked.encoding) for source in sorted(asked.sources)
    )
    for each in followed(found, asked.sources, told):
        heed()
        if isinstance(each, Note):
            told.note(each)
        elif isinstance(each, Document) and each.published is None:
            yield evolve(each, published=asked.published)
        else:
            yield each

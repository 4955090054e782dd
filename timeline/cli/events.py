"""``timeline events``: the events of a corpus, report by report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from timeline.cli.atomic import STANDARD_OUTPUT, replacing, told_of
from timeline.cli.grammar import Command
from timeline.cli.options import JOBS, LANGUAGE, OUTPUT, READING, SOURCES
from timeline.cli.reading import Asked, read
from timeline.cli.telling import Told, telling
from timeline.cli.writers import form_of

if TYPE_CHECKING:
    from timeline.documents.model import Document
    from timeline.events.model import Event

_FORMS = ("jsonl", "parquet", "csv")


@click.command(cls=Command)
@SOURCES
@OUTPUT
@click.option("--format", "form", type=click.Choice(_FORMS), metavar="FORM")
@READING
@JOBS
@LANGUAGE
@telling
def events(told: Told, *, output: Path | None, form: str | None, **options: Any) -> None:
    """Read the events of a corpus, report by report."""
    from timeline.export import jsonl

    asked = Asked(**options)
    output = output or STANDARD_OUTPUT
    if output == STANDARD_OUTPUT and form in {None, "jsonl"}:
        with told.heard(), told_of(output):
            for line in jsonl.lines(_Stream(asked, told, printed=True)):
                click.echo(line, nl=False)
        return
    form = form_of(output, form, _FORMS)
    stream = _Stream(asked, told)
    with replacing(output) as path, told.heard():
        _write(stream, form, path)
    if output != STANDARD_OUTPUT:
        told.summary(output, events=stream.events, reports=stream.reports)


class _Stream:
    """The events of each report in turn, counted; ``current`` holds the reports that a writer may ask for."""

    def __init__(self, asked: Asked, told: Told, *, printed: bool = False) -> None:
        self.current: dict[str, Document] = {}
        self.events = self.reports = 0
        self._read = read(asked, told, printed=printed)

    def __iter__(self) -> Iterator[Event]:
        from timeline.export.parquet import BATCH

        for document, found in self._read:
            self.reports += 1
            self.events += len(found)
            if found:  # for its source and date: its text need not stay, nor more reports than a writer takes events of
                self.current.pop(document.id, None)
                self.current[document.id] = evolve(document, text="", boilerplate=())
                if len(self.current) > BATCH:
                    del self.current[next(iter(self.current))]
            yield from found


def _write(stream: _Stream, form: str, path: Path) -> None:
    from timeline.export import csv, jsonl, parquet

    if form == "parquet":
        parquet.write(stream, stream.current, path)
    elif form == "csv":
        with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            csv.write(stream, stream.current, file)
    else:
        with path.open("w", encoding="utf-8", newline="") as lines:
            lines.writelines(jsonl.lines(stream))

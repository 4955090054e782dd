"""``timeline convert``: report files of any form as JSON Lines of reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from timeline.cli.atomic import STANDARD_OUTPUT, replacing, told_of
from timeline.cli.grammar import Command
from timeline.cli.options import LANGUAGE, OUTPUT, READING, SOURCES
from timeline.cli.progress import followed
from timeline.cli.reading import Asked
from timeline.cli.telling import Told, telling

if TYPE_CHECKING:
    from timeline.documents.model import Document


@click.command(cls=Command)
@SOURCES
@OUTPUT
@READING
@LANGUAGE
@telling
def convert(told: Told, *, output: Path | None, **options: Any) -> None:
    """Write the reports of files of any form as JSON Lines."""
    asked = Asked(**options)
    output = output or STANDARD_OUTPUT
    if output == STANDARD_OUTPUT:
        with told_of(output):
            for line in _lines(asked, told, printed=True):
                click.echo(line, nl=False)
        return
    count = 0
    with replacing(output) as path:
        with path.open("w", encoding="utf-8", newline="") as file:
            for line in _lines(asked, told):
                file.write(line)
                count += 1
        if not count and told.errors:
            raise click.exceptions.Exit(1)
    told.summary(output, reports=count)


def _lines(asked: Asked, told: Told, *, printed: bool = False) -> Iterator[str]:
    """What the files say, neither split nor dated by their words: that is for those who read the lines."""
    from timeline.documents.read import scan

    how: dict[str, Any] = {"columns": asked.columns, "encoding": asked.encoding, "limits": asked.limits}
    found = (each for source in asked.sources for each in scan(source, **how))
    for document in followed(told.of(found), asked.sources, told, printed=printed):
        yield _line(document if document.published else evolve(document, published=asked.published))


def _line(document: Document) -> str:
    record = {
        "id": document.id,
        "published": document.published and document.published.isoformat(),
        "source": document.source,
        "title": document.title,
        "url": document.url,
        "text": document.text,
    }
    line = json.dumps({name: value for name, value in record.items() if value is not None}, ensure_ascii=False)
    # No reader splits inside a line, and half a surrogate pair is no UTF-8.
    for end in ("\x85", "\u2028", "\u2029"):
        line = line.replace(end, f"\\u{ord(end):04x}")
    return line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"

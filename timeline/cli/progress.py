"""How far a long command is: a bar on a terminal, and nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from timeline.cli.language import message

if TYPE_CHECKING:
    from timeline.cli.telling import Told

Each = TypeVar("Each")
_ERASE, _CURSOR = "\r\N{ESCAPE}[K", "\N{ESCAPE}[?25h"


def is_shown(told: Told) -> bool:
    """Whether somebody is there to see it."""
    return sys.stderr.isatty() and not told.quiet and not told.as_json


def followed(
    found: Iterable[Each],
    sources: Iterable[str],
    told: Told,
    *,
    printed: bool = False,
    length: int | None = None,
    label: str = "reading",
) -> Iterator[Each]:
    """The same reports, with a bar while they come; none where they are ``printed`` on the same screen.

    ``length``: how many there are, where that is known and need not be counted.
    """
    if not is_shown(told) or (printed and sys.stdout.isatty()):
        yield from found
        return
    try:
        with click.progressbar(
            found, length=length or _count(sources), label=message(label), file=sys.stderr, show_pos=True, width=24
        ) as bar:
            for each in bar:
                if bar.length is not None:  # a text may be several reports
                    bar.length = max(bar.length, bar.pos + 1)
                yield each
    finally:
        click.echo(_CURSOR, err=True, nl=False)  # also where the bar was interrupted when it was made


@contextmanager
def stage(key: str, told: Told) -> Iterator[None]:
    """Something that takes long and cannot be counted: told while it lasts."""
    if not is_shown(told):
        yield
        return
    click.echo(message(key), err=True, nl=False)
    try:
        yield
    finally:
        click.echo(_ERASE, err=True, nl=False)


def _count(sources: Iterable[str]) -> int | None:
    """About how many reports there are: lines of JSON Lines, and texts; ``None`` where it would take reading."""
    from timeline.documents.read import files_of
    from timeline.errors import TimelineError

    count = 0
    for source in sources:
        try:
            for file in files_of(source):
                if file.suffix.lower() in {".jsonl", ".ndjson"}:
                    with file.open("rb") as lines:
                        count += sum(1 for line in lines if line.strip())
                elif file.suffix.lower() in {".txt", ".md", ".markdown", ".html", ".htm"}:
                    count += 1
                else:
                    return None
        except (OSError, ValueError, TimelineError):
            return None  # told when it is read
    return count or None

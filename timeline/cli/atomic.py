"""Outputs that are there whole or not at all: written beside, and moved into place when nothing is missing."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from timeline.cli.interrupts import heed
from timeline.cli.language import message

STANDARD_OUTPUT = Path("-")


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of ``output`` if all goes well; what stood there stays until then.

    A folder that stands there keeps its other files. ``-`` is standard output, and a device is written to as it is.

    Raises
    ------
    click.ClickException
        if nothing can be written there, before any work is done if it can be known
    """
    with told_of(output):
        if output == STANDARD_OUTPUT:
            with tempfile.TemporaryDirectory() as folder:
                beside = Path(folder) / "output"
                yield beside
                with beside.open("rb") as file:
                    shutil.copyfileobj(file, sys.stdout.buffer)
                sys.stdout.buffer.flush()
            return
        target = Path(os.path.realpath(output))
        if target.exists() and not target.is_file() and not target.is_dir():
            yield target
            return
        # Hidden, so that it is no report of the folder that is read.
        beside = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
        beside.touch()
        try:
            yield beside
            heed()
            _into_place(beside, target)
        finally:
            _remove(beside)


@contextmanager
def told_of(output: Path) -> Iterator[None]:
    """What the system objects to is told of the output, in one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        name = message("standard_output") if output == STANDARD_OUTPUT else str(output)
        # Of the number, where there is one: Arrow tells a story of its own.
        said = os.strerror(error.errno) if error.errno else str(error)
        raise click.ClickException(f"{name}: {said.lower()}") from None


def _into_place(beside: Path, target: Path) -> None:
    if beside.is_dir():
        files = sorted(beside.iterdir())
        for file in files:
            _synced(file)
        if target.is_dir():
            for file in files:
                file.replace(target / file.name)
        else:
            beside.replace(target)
    else:
        _synced(beside)
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        beside.replace(target)
    if os.name == "posix":
        _synced(target.parent)


def _synced(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)

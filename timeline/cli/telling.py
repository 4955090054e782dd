"""What the command says on standard error: notes, errors and a summary, as lines or as JSON Lines."""

from __future__ import annotations

import json
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

import click
from attrs import define, field

from timeline.cli.interrupts import heed
from timeline.cli.language import counted, listed, message
from timeline.documents.notes import Note
from timeline.errors import OptionError, TimelineError, TimelineWarning

_as_json: ContextVar[bool] = ContextVar("as_json", default=False)
#: As shells count it: 128 and the signal.
BROKEN_PIPE = 141
_ERASE = "\r\N{ESCAPE}[K"


def say(line: str, kind: str = "error", **facts: object) -> None:
    """One line on standard error; with ``--json`` an object that has its ``kind`` and whatever else is known."""
    if _as_json.get():
        click.echo(json.dumps({"kind": kind, "message": line, **facts}, ensure_ascii=False), err=True)
        return
    plain = " ".join(line.split())
    # On a terminal a bar may stand where the line is to go; it draws itself anew.
    bar = _ERASE if sys.stderr.isatty() else ""
    click.echo(bar + (plain if kind == "summary" else f"timeline: {plain}"), err=True)


def give(line: str) -> None:
    """One line of what was asked for, on standard output; where a bar is on the same screen, in its place."""
    bar = _ERASE if sys.stderr.isatty() and sys.stdout.isatty() else ""
    click.echo(bar + line)


@define
class Told:
    """What is to be told of a run: errors always, notes and the summary unless it is to be quiet."""

    quiet: bool = False
    as_json: bool = False
    errors: int = 0
    notes: Counter[str] = field(factory=Counter)

    def error(self, error: TimelineError | str) -> None:
        """Something that could not be read, or applied."""
        self.errors += 1
        say(str(error))

    def note(self, note: Note | str) -> None:
        """Something that is no error."""
        kind, facts = "note", {}
        if isinstance(note, Note):
            kind, facts = note.kind, {"place": note.place, "count": note.count}
            self.notes[kind] += note.count
        if not self.quiet:
            line = str(note) if self.as_json else message(kind, said=note)
            say(line, kind, **facts)

    def of(self, found: Iterable[Any]) -> Iterator[Any]:
        """What was found, but for notes and errors, which are told."""
        for each in found:
            heed()
            if isinstance(each, Note):
                self.note(each)
            elif isinstance(each, TimelineError):
                self.error(each)
            else:
                yield each

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Warnings of the library are notes."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", TimelineWarning)
            yield
        for warning in caught:
            if issubclass(warning.category, TimelineWarning):
                self.note(str(warning.message))
            else:
                warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)

    def summary(self, output: object, **numbers: int) -> None:
        """The last line: what was written, of how many, and how many notes of which kind there were."""
        if self.quiet:
            return
        facts = {"output": str(output), **numbers, "errors": self.errors, "notes": dict(self.notes)}
        line = (
            message("written", output=output, **{name: counted(name, each) for name, each in numbers.items()})
            if "events" in numbers
            else f"{output}: {listed(counted(name, each) for name, each in numbers.items())}"
        )
        if self.notes:
            line += f" ({listed(counted(kind, count) for kind, count in sorted(self.notes.items()))})"
        say(line, "summary", **facts)


def telling(function: Callable[..., int | None]) -> Callable[..., int]:
    """A command with ``--quiet`` and ``--json``: it is called with what to tell, and its status is what was told."""

    @wraps(function)
    def told_of(*, quiet: bool, as_json: bool, **options: Any) -> int:
        told = Told(quiet, as_json)
        reset = _as_json.set(as_json)
        try:
            status = function(told, **options)
            sys.stdout.flush()
        except KeyboardInterrupt:
            raise click.Abort from None
        except BrokenPipeError:
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except OptionError:
            raise
        except TimelineError as error:
            told.error(error)
            status = 1
        finally:
            _as_json.reset(reset)
        return status or (1 if told.errors else 0)

    for flag, name in (("--json", "as_json"), ("-q", "quiet")):
        flags = (flag, "--quiet", name) if name == "quiet" else (flag, name)
        told_of = click.option(*flags, is_flag=True)(told_of)
    return told_of

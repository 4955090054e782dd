"""The command as a whole, and how it ends: every error is one line, and a status that is not zero."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from timeline import __version__
from timeline.cli.build import build, export
from timeline.cli.check import check
from timeline.cli.convert import convert
from timeline.cli.corpus import corpus
from timeline.cli.dates import dates
from timeline.cli.events import events
from timeline.cli.explain import explain
from timeline.cli.grammar import Group, said
from timeline.cli.interrupts import INTERRUPTED, heard
from timeline.cli.language import language_of, message, use
from timeline.cli.options import LANGUAGE
from timeline.cli.telling import BROKEN_PIPE, say
from timeline.errors import OptionError, TimelineError


@click.group(cls=Group, name="timeline", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
@LANGUAGE
def command() -> None:
    """Arabic news in, an ordered timeline of diplomatic events out."""


for each in (build, dates, events, corpus, export, explain, check, convert):
    command.add_command(each)


def main(arguments: list[str] | None = None) -> None:
    """Run the command, in the language that is asked for; ends with `SystemExit`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    use(language_of(given, os.environ))
    sys.exit(_status(given))


def _status(arguments: list[str]) -> int:
    try:
        with heard():
            status = command.main(arguments, prog_name="timeline", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort:
        say(message("interrupted"))
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        say(said(error))
        return error.exit_code
    except TimelineError as error:
        say(str(error))
        return 2 if isinstance(error, OptionError) else 1
    except BrokenPipeError:  # what was still to be flushed
        return BROKEN_PIPE
    except OSError as error:
        say(f"{message('standard_output')}: {(error.strerror or str(error)).lower()}")
        return 1
    finally:
        _settle(sys.stdout)
    return status if isinstance(status, int) else 0


def _settle(stream: TextIO) -> None:
    """What could not be written is not tried once more at exit, where it would be told in many lines."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

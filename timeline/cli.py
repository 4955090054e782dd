"""The command ``timeline``: build a page from reports, read dates, read the events of a corpus."""

from __future__ import annotations

import json
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline import __version__
from timeline.errors import DateError, TimelineError, TimelineWarning

try:
    import click
except ImportError:  # pragma: no cover (the tests install it)
    sys.exit("timeline: the command needs click: pip install 'diplomatic-timeline[cli]'")

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event
    from timeline.resolve.expression import TimeExpression


class Day(click.ParamType[Any]):
    """A date of an option, as `timeline.resolve.published` reads it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day, or one line that says what would be accepted."""
        from timeline.resolve.published import published_date

        try:
            return published_date(value)
        except DateError as error:
            raise click.BadParameter(str(error), ctx=ctx, param=param) from None


class Failures:
    """What could not be read, told at the end, and in the exit status."""

    def __init__(self) -> None:
        self.errors: list[TimelineError] = []

    def __call__(self, error: TimelineError) -> None:
        """Keep it for the end."""
        self.errors.append(error)

    def tell(self) -> int:
        """One line for each on standard error; the exit status."""
        for error in self.errors:
            say(str(error))
        return 1 if self.errors else 0


def say(message: str) -> None:
    """One line on standard error."""
    line = " ".join(message.split())
    click.echo(f"timeline: {line}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
def command() -> None:
    """Arabic news in, an ordered timeline of diplomatic events out."""


def _page(chronology: Timeline, path: Path, **options: Any) -> None:
    chronology.to_html(path, **options)


WRITERS: dict[str, Callable[..., object]] = {
    "html": _page,
    "json": lambda chronology, path: chronology.to_json(path, indent=1),
    "jsonl": lambda chronology, path: chronology.to_jsonl(path),
    "csv": lambda chronology, path: chronology.to_csv(path, bom=True),
    "parquet": lambda chronology, path: chronology.to_parquet(path),
    "ics": lambda chronology, path: chronology.to_ics(path),
    "timelinejs": lambda chronology, path: chronology.to_timelinejs(path),
    "vis": lambda chronology, path: chronology.to_vis(path),
    "plover": lambda chronology, path: chronology.to_plover(path),
    "acled": lambda chronology, path: chronology.to_acled(path),
    "jsonld": lambda chronology, path: chronology.to_jsonld(path),
    "geojson": lambda chronology, path: chronology.to_geojson(path),
    "edtf": lambda chronology, path: chronology.to_edtf(path),
    "md": lambda chronology, path: chronology.to_markdown(path),
    "tex": lambda chronology, path: chronology.to_latex(path),
    "timeml": lambda chronology, path: chronology.to_timeml(path),
    "timex3": lambda chronology, path: chronology.to_timex3(path),
    "brat": lambda chronology, path: chronology.to_brat(path),
    "spacy": lambda chronology, path: chronology.to_spacy(path),
}


def _form(output: Path, form: str | None) -> str:
    suffix = output.suffix.lstrip(".").lower().replace("htm", "html").replace("htmll", "html")
    form = form or {"ndjson": "jsonl"}.get(suffix, suffix)
    if form not in WRITERS:
        known = ", ".join(f".{name}" for name in ("html", "json", "jsonl", "csv", "parquet", "ics"))
        raise click.UsageError(f"{output}: unknown form; name a file with {known}, or give --format")
    return form


FILE = click.Path(path_type=Path, dir_okay=False)
PUBLISHED = click.option(
    "--published", type=Day(), metavar="DATE", help="Day of publication of reports that give none (2024-12-03)."
)


@command.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@click.option("-o", "--output", type=FILE, default="timeline.html", show_default=True, help="Where to.")
@click.option("--format", "form", type=click.Choice(list(WRITERS)), help="By default as the file is named.")
@PUBLISHED
@click.option("--between", nargs=2, metavar="START END", help="Only the events of a period, both ends inside.")
@click.option("--type", "types", multiple=True, help="Only events of this type: meeting, offensive, statement.")
@click.option("--actor", "actors", multiple=True, help="Only events with this actor: a name or a country code.")
@click.option("--summarize", type=click.IntRange(min=1), metavar="N", help="Only the N events that a reader needs.")
@click.option("--title", help="Title of the page.")
def build(  # noqa: PLR0917 (click gives them by name)
    sources: tuple[str, ...],
    output: Path,
    form: str | None,
    published: dt.date | None,
    between: tuple[str, str] | None,
    types: tuple[str, ...],
    actors: tuple[str, ...],
    summarize: int | None,
    title: str | None,
) -> int:
    """Read reports (files or folders) and write one timeline: a page, or data for other programs."""
    from timeline import pipeline

    form = _form(output, form)
    failures = Failures()
    with _notes():
        chronology = pipeline.build(map(Path, sources), published=published, on_error=failures)
    if failures.errors and not chronology.documents:
        return failures.tell()
    for document in chronology.documents.values():
        if document.published_range is not None and document.published is not None:
            reasons = "; ".join(document.published_reasons)
            say(f"note: {pipeline.name_of(document)} is taken to be of {document.published} ({reasons})")
    if between:
        chronology = chronology.between(*between, reference=published)
    chronology = chronology.only(type=types or None, actor=actors or None)
    if summarize:
        chronology = chronology.summarize(summarize)
    options = {"title": title} if title and form == "html" else {}
    try:
        with _notes():
            WRITERS[form](chronology, output, **options)
    except OSError as error:
        raise click.ClickException(f"{output}: {(error.strerror or str(error)).lower()}") from None
    click.echo(f"{output}: {len(chronology)} events from {len(chronology.documents)} reports", err=True)
    return failures.tell()


class _notes:  # noqa: N801 (used like a function)
    """Warnings of the library as lines on standard error."""

    def __enter__(self) -> None:
        self._caught = warnings.catch_warnings(record=True)
        self._list = self._caught.__enter__()
        warnings.simplefilter("always", TimelineWarning)

    def __exit__(self, *exception: object) -> None:
        self._caught.__exit__(*exception)  # type: ignore[arg-type]
        for warning in self._list or ():
            if issubclass(warning.category, TimelineWarning):
                say(f"note: {warning.message}")
            else:
                warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)


@command.command()
@click.argument("texts", nargs=-1, metavar="[TEXT | FILE]...")
@click.option("--reference", type=Day(), metavar="DATE", help="The day that relative dates count from (2024-12-03).")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of a table.")
@click.option("--explain", is_flag=True, help="How each was read.")
def dates(texts: tuple[str, ...], reference: dt.date | None, as_json: bool, explain: bool) -> int:  # noqa: FBT001
    """Find the date expressions of texts, of files, or of what comes in on standard input."""
    from timeline import pipeline

    failures = Failures()
    for text, day in _texts(texts, reference, failures):
        for expression in pipeline.find(text, reference=day):
            click.echo(_expression_line(expression) if as_json else _expression_row(expression))
            if explain:
                click.echo("\n".join(f"    {line}" for line in expression.explain().splitlines()))
    return failures.tell()


def _texts(
    texts: tuple[str, ...], reference: dt.date | None, failures: Failures
) -> Iterator[tuple[str, dt.date | None]]:
    from timeline.documents.notes import Note
    from timeline.documents.read import SUFFIXES, scan

    for text in map(_utf8, texts or ("-",)):
        if text == "-" or text.endswith(SUFFIXES) or (len(text) < 256 and Path(text).exists()):
            for found in scan(text):
                if isinstance(found, TimelineError):
                    failures(found)
                elif isinstance(found, Note):
                    say(f"note: {found}")
                else:
                    yield found.text, found.published or reference
        else:
            yield text, reference


def _utf8(argument: str) -> str:
    """An argument as it was typed, also where the locale knows no Arabic (``LC_ALL=C``)."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("utf-8", "replace")
    return argument


def _expression_row(expression: TimeExpression) -> str:
    days = " ".join(map(str, expression.intervals)) or f"({expression.open_reason or 'no days'})"
    cells = [expression.text, expression.type, expression.value, expression.edtf or "-", days, *expression.conflicts]
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _expression_line(expression: TimeExpression) -> str:
    return json.dumps(
        {
            "text": expression.text,
            "start_char": expression.start_char,
            "end_char": expression.end_char,
            "type": expression.type,
            "value": expression.value,
            "edtf": expression.edtf,
            "intervals": [
                [None if side is None else side.isoformat() for side in (interval.start, interval.end)]
                for interval in expression.intervals
            ],
            "modifier": expression.modifier,
            "role": expression.role,
            "granularity": expression.granularity,
            "calendar": expression.calendar,
            "conflicts": expression.conflicts,
            "open_reason": expression.open_reason,
        },
        ensure_ascii=False,
    ).encode("utf-8", "backslashreplace").decode("utf-8")  # fmt: skip


@command.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@click.option("-o", "--output", type=FILE, help="Where to; standard output if not given.")
@PUBLISHED
def events(sources: tuple[str, ...], output: Path | None, published: dt.date | None) -> int:
    """Read the events of a corpus, report by report: JSON Lines, or Parquet, or CSV, as the output is named.

    Unlike `build` it joins nothing and orders nothing, so a corpus of any size goes through.
    """
    failures = Failures()
    if output is None:
        for line in _event_lines(_stream(sources, published, failures, {})):
            click.echo(line, nl=False)
        return failures.tell()
    form = _form(output, None)
    if form not in {"jsonl", "parquet", "csv"}:
        raise click.UsageError(f"{output}: events are written as .jsonl, .parquet or .csv; for others use build")
    current: dict[str, Document] = {}
    stream = _stream(sources, published, failures, current, progress=sys.stderr.isatty())
    try:
        if form == "parquet":
            from timeline.export.parquet import write

            write(stream, current, output)
        elif form == "csv":
            from timeline.export.csv import write as write_csv

            with output.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
                write_csv(stream, current, file)
        else:
            with output.open("w", encoding="utf-8") as file:
                file.writelines(_event_lines(stream))
    except OSError as error:
        raise click.ClickException(f"{output}: {(error.strerror or str(error)).lower()}") from None
    return failures.tell()


def _event_lines(events: Iterable[Event]) -> Iterator[str]:
    from timeline.export.jsonl import lines

    return lines(events)


def _stream(
    sources: tuple[str, ...],
    published: dt.date | None,
    failures: Failures,
    current: dict[str, Document],
    *,
    progress: bool = False,
) -> Iterator[Event]:
    """The events of each report in turn; ``current`` holds the reports that a writer may ask for."""
    from timeline import pipeline
    from timeline.documents.notes import Note

    def each() -> Iterator[Event]:
        for found in pipeline.documents_of(map(Path, sources), published=published):
            if isinstance(found, Note):
                say(f"note: {found}")
                continue
            if progress:
                bar.update(1)
            if isinstance(found, TimelineError):
                failures(found)
                continue
            # For its source and date; the texts of a corpus need not stay.
            current[found.id] = evolve(found, text="", boilerplate=())
            yield from pipeline.extract(found)

    if not progress:
        yield from each()
        return
    with click.progressbar(length=_count(sources), label="reports", file=sys.stderr, show_pos=True) as bar:
        yield from each()


def _count(sources: tuple[str, ...]) -> int:
    """About how many reports there are: lines of JSON Lines, and files."""
    from timeline.documents.read import files_in

    count = 0
    for source in map(Path, sources):
        try:
            for file in files_in(source) if source.is_dir() else [source]:
                if file.suffix.lower() in {".jsonl", ".ndjson"}:
                    with file.open("rb") as lines:
                        count += sum(1 for line in lines if line.strip())
                else:
                    count += 1
        except (OSError, TimelineError):
            continue  # told when it is read
    return count


def main(arguments: list[str] | None = None) -> None:
    """Run the command; every error is one line on standard error, and a status that is not zero."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = command.main(arguments, prog_name="timeline", standalone_mode=False)
    except click.exceptions.Abort:
        status = 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = 2
    except click.ClickException as error:
        say(error.format_message())
        status = error.exit_code
    except TimelineError as error:
        say(str(error))
        status = 1
    except BrokenPipeError:
        sys.stderr.close()
        status = 1
    sys.exit(status if isinstance(status, int) else 0)

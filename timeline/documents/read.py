"""Read reports from files of any common form: what a file holds is told by its content, not by its suffix alone.

`scan` gives, in order, each report, an error in the place of what cannot be read, and a `Note` for what was guessed,
skipped or left undated. The forms are in `timeline.documents.forms`, one module each; what the columns of records are
called is in ``columns.toml``.
"""

from __future__ import annotations

import glob
import sys
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.documents import packed, records, sniff
from timeline.documents.columns import checked
from timeline.documents.decoding import known
from timeline.documents.forms import columnar, csv, feed, html, json, text, trec, xlsx, xml
from timeline.documents.limits import DEFAULT, Limits
from timeline.documents.model import Document
from timeline.documents.notes import NoReportsError, Note, few
from timeline.documents.source import Source, source_of
from timeline.errors import DocumentError, TimelineError, TimelineWarning

if TYPE_CHECKING:
    from timeline.documents.records import Found

#: The suffixes that make a short string a path rather than a text (`timeline.pipeline`).
SUFFIXES = (
    ".md", ".markdown", ".txt", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".html", ".htm", ".xhtml", ".xml",
    ".rss", ".atom", ".sgm", ".sgml", ".parquet", ".arrow", ".feather", ".xlsx", ".gz", ".zst", ".zip",
)  # fmt: skip
FORMS: dict[str, Callable[[Source, Mapping[str, str]], Iterator[Found]]] = {
    "text": text.read, "json": json.read, "jsonl": json.lines, "csv": csv.read, "html": html.read, "feed": feed.read,
    "xml": xml.read, "trec": trec.read, "parquet": columnar.parquet, "arrow": columnar.arrow, "xlsx": xlsx.read,
}  # fmt: skip
_TELLING: dict[str, records.Telling] = {"csv": "all", "parquet": "all", "arrow": "all", "xlsx": "all", "text": "none"}
_PACKED = frozenset({"gzip", "zstd", "zip"})
_STANDARD_INPUT = frozenset({"-", "/dev/stdin"})
Given = Document | TimelineError | Note


def read(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    """The one report in a file; a compilation of several is `read_all`'s.

    Raises
    ------
    DocumentError
        if the file is missing, cannot be decoded, is empty, or holds several reports; the message names file and line
    """
    documents = read_all(path, columns=columns, encoding=encoding, limits=limits)
    if len(documents) > 1:
        raise DocumentError(f"{path} holds {len(documents)} reports: read them with timeline.build or read_all")
    if not documents:
        raise DocumentError(f"{path}: no report in it")
    return documents[0]


def read_all(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT,
) -> list[Document]:
    """Every report in a file or, in the order of their paths, in the files of a folder; the first bad one raises.

    What was guessed, skipped or left undated is told in one warning.
    """
    documents, notes = [], []
    for found in scan(path, columns=columns, encoding=encoding, limits=limits):
        if isinstance(found, TimelineError):
            raise found
        if isinstance(found, Note):
            notes.append(found)
        else:
            documents.append(found)
    if notes:
        warnings.warn("; ".join(map(str, notes)), TimelineWarning, stacklevel=2)
    return documents


def scan(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    on_file: Callable[[str], object] = str,
    limits: Limits = DEFAULT,
) -> Iterator[Given]:
    """Every report in a file, folder, archive or pattern, one by one, and what there is to say of the others.

    Parameters
    ----------
    path
        a file, a folder, a pattern (``news/*.json``), or ``-``: standard input
    columns
        what the records call what a report has: ``{"text": "النص", "published": "التاريخ"}``; what is not given is
        guessed from common names, and told
    encoding
        that of the files; where it is not given it is UTF-8, or recognized, and told
    on_file
        a function that is called with the name of each file before it is read
    limits
        how much is too much: what is over is an error with its place

    Yields
    ------
    Document | TimelineError | Note
        a report; an error in the place of one that cannot be read; what was guessed, skipped or left undated

    Raises
    ------
    OptionError
        if ``columns`` or ``encoding`` name what nobody knows
    """
    given = checked(columns)
    known(encoding)
    return few(_scan(str(path), _How(given, encoding, limits), on_file), str(path))


@frozen
class _How:
    """How the files of one call are read."""

    columns: Mapping[str, str]
    encoding: str | None
    limits: Limits


def _scan(path: str, how: _How, on_file: Callable[[str], object]) -> Iterator[Given]:
    if path in _STANDARD_INPUT:
        on_file(path)
        source = source_of(sys.stdin.buffer, "standard input", PurePath(), encoding=how.encoding, limits=how.limits)
        yield from _guarded(source, how.columns, named=True)
        return
    try:
        named = not Path(path).is_dir()
        files = files_of(path)
    except DocumentError as error:
        yield error
        return
    except (OSError, ValueError) as error:  # a folder that may not be read, a name that no file can have
        yield DocumentError(f"{path}: {_said(error)}")
        return
    seen = False
    for file in files:
        on_file(str(file))
        for found in _file(file, how, named=named):
            seen = seen or not isinstance(found, Note)
            yield found
    for file in [] if named else _beside_texts(_visible(Path(path))):
        if any(isinstance(found, Document) for found in _file(file, how, named=True)):
            yield Note("skipped", str(file), "skipped: it stands beside a text of the same name and belongs to it")
    if not named and not seen:
        yield DocumentError(f"{path}: no report in this folder")


def files_of(path: str) -> list[Path]:
    """The file of a name, those of a pattern, or those of a folder.

    Raises
    ------
    DocumentError
        if there are none
    """
    if Path(path).is_dir():
        return files_in(Path(path))
    if not glob.has_magic(path) or Path(path).exists():
        return [Path(path)]
    found = sorted(file for each in glob.glob(path, recursive=True) for file in _expanded(Path(each)))  # noqa: PTH207 (of any root)
    if not found:
        raise DocumentError(f"{path}: no file has such a name")
    return found


def _expanded(path: Path) -> list[Path]:
    return files_in(path) if path.is_dir() else [path]


def files_in(folder: Path) -> list[Path]:
    """The files of a folder, hidden ones left out, in the order of their paths.

    JSON beside a text of the same name belongs to that text (what is expected of it, say) and is no report.
    """
    found = _visible(folder)
    if not found:
        raise DocumentError(f"{folder}: no report in this folder")
    beside = set(_beside_texts(found))
    return [path for path in found if path not in beside]


def _visible(folder: Path) -> list[Path]:
    """The files of a folder that are not hidden, and no pictures and styles that a browser saved beside a page."""
    pages = {path.with_suffix("") for path in folder.rglob("*.htm*") if path.is_file()}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not (path.parent.name.endswith("_files") and path.parent.with_name(path.parent.name[:-6]) in pages)
    )


def _beside_texts(files: list[Path]) -> list[Path]:
    """The files of JSON that stand beside a text of the same name."""
    texts = {_stem(path) for path in files if path.suffix.lower() in sniff.TEXTS}
    return [path for path in files if path.suffix.lower() in {".json", ".jsonl", ".ndjson"} and _stem(path) in texts]


def _stem(path: Path) -> Path:
    return path.parent / path.name.split(".")[0]


def _file(file: Path, how: _How, *, named: bool) -> Iterator[Given]:
    try:
        with file.open("rb") as stream:
            regular = file if stream.seekable() else None
            source = source_of(stream, str(file), file, encoding=how.encoding, file=regular, limits=how.limits)
            yield from _guarded(source, how.columns, named=named)
    except (OSError, ValueError) as error:
        yield DocumentError(f"{file}: {_said(error)}")


def _guarded(source: Source, given: Mapping[str, str], *, named: bool) -> Iterator[Given]:
    """What a source holds; what goes wrong on the way is told in its place, and what was read before it stays read."""
    try:
        yield from _within(source, given, named=named)
    except NoReportsError as error:
        place, _, said = str(error).partition(": ")
        yield error if named else Note("skipped", place, f"skipped: {said}")
    except TimelineError as error:
        yield error
    except (
        OSError,
        ValueError,
        EOFError,
        RecursionError,
        zlib.error,
        zipfile.BadZipFile,
        NotImplementedError,
    ) as error:
        yield DocumentError(f"{source.place}: {_said(error)}")


def _within(source: Source, given: Mapping[str, str], *, named: bool) -> Iterator[Given]:
    form = sniff.form_of(source)
    if form in _PACKED:
        for inner in packed.inside(source, form):
            # What lies in an archive is named no more than what lies in a folder.
            each = (
                [inner] if isinstance(inner, DocumentError) else _guarded(inner, given, named=named and form != "zip")
            )
            yield from each
        return
    if form not in FORMS:
        raise NoReportsError(f"{source.place}: {form}")
    if form == "text" and not named and not sniff.is_plain_report(source):
        raise NoReportsError(
            f"{source.place}: a file of another kind ({source.suffix or 'no suffix'}); name it to read it as text"
        )
    yield from records.documents(
        FORMS[form](source, given),
        source.place,
        given,
        telling=_TELLING.get(form, "undocumented"),
        limits=source.limits,
    )


def _said(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, EOFError):
        return "the file is cut off"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return str(getattr(error, "strerror", None) or error).lower() or type(error).__name__

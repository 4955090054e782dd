"""Tables in text: CSV, TSV, and what Excel makes of them (semicolons, ``sep=``, UTF-16 with tabs), row by row."""

from __future__ import annotations

import csv
import io
import itertools
from typing import TYPE_CHECKING

from timeline.documents.columns import columns_of, field_of, own
from timeline.documents.decoding import bounded_lines, broken, lines_of, not_utf8
from timeline.documents.notes import NoReportsError
from timeline.documents.records import Found, Record
from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from timeline.documents.source import Source

_DELIMITERS = ",;\t|"
SUFFIXES = frozenset({".csv", ".tsv", ".tab"})


def read(source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    """The rows below the line that names the columns."""
    stream, notes = lines_of(source, newline="")
    yield from notes
    csv.field_size_limit(max(csv.field_size_limit(), min(source.limits.record, 2**31 - 1)))  # a cell holds an article
    delimiter, names, above = _header(stream, source)
    rows = csv.reader(bounded_lines(stream, source, above), delimiter=delimiter)
    if (what := own(tuple(names))) is not None:
        raise NoReportsError(f"{source.place}: {what}")
    listed = ", ".join(f"«{name}»" for name in names)
    if missing := [name for name in given.values() if name not in names]:
        raise DocumentError(f"{source.place}: no column {missing[0]!r}; there are {listed}")
    wanted = {name for known in columns_of(tuple(names), tuple(given.items())).values() for name in known}
    if twice := [name for name in wanted if names.count(name) > 1]:
        raise DocumentError(f"{source.place}: two columns are called «{twice[0]}»; rename one of them")
    if "text" not in columns_of(tuple(names), tuple(given.items())):
        raise NoReportsError(
            f"{source.place}: no column of texts among {listed[:500]}; say which it is: columns text=…"
        )
    seen = False
    while True:
        line = above + rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield DocumentError(f"{source.place}:{line}: no CSV ({error})")
            return
        if row is None:
            break
        if any(row):
            seen = True
            yield _record(names, row, f"{source.place}:{line}")
    if not seen:
        yield DocumentError(f"{source.place}: no row below the names of the columns")


def _record(names: list[str], row: list[str], place: str) -> Record | DocumentError:
    if any(map(broken, row)):
        return not_utf8("".join(row), place)
    if any(row[len(names) :]):
        return DocumentError(f"{place}: {len(row)} cells, but {len(names)} columns: a delimiter that is not quoted?")
    return Record(place, dict(itertools.zip_longest(names, row[: len(names)], fillvalue="")))


def _header(stream: TextIO, source: Source) -> tuple[str, list[str], int]:
    """The delimiter, the names of the columns, and how many lines that took."""
    place, lines = source.place, bounded_lines(stream, source)
    first = next(lines, "")
    if first.lower().startswith("sep="):
        delimiter = first[4:5]
        return delimiter, _cells(next(lines, ""), delimiter), 2
    if not first.strip():
        raise DocumentError(f"{place}: the file is empty")
    if broken(first):
        raise not_utf8(first, place)
    return delimiter_of(first), _cells(first, delimiter_of(first)), 1


def delimiter_of(first: str) -> str:
    """What stands between the columns: what makes the most names that are known of the first line, then the most."""
    return max(_DELIMITERS, key=lambda delimiter: _worth(_cells(first, delimiter)))


def _worth(names: list[str]) -> tuple[int, int]:
    return sum(field_of(name) is not None for name in names), len(names)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])]
    except csv.Error:
        return [line]


def is_table(head: str) -> bool:
    """Whether a text begins with the names of columns, one of them that of the texts, another one known too."""
    first = head.lstrip().partition("\n")[0].rstrip("\r")
    if first.lower().startswith("sep="):
        return True
    names = _cells(first, delimiter_of(first)) if len(first) < 2000 else []
    return (
        len(names) > 1
        and _worth(names)[0] > 1
        and "text" in columns_of(tuple(names), ())
        and len(set(names)) == len(names)
    )

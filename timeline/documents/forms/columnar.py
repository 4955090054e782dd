"""Parquet and Arrow (files, streams, Feather), batch by batch, only the columns that a report has a use for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.documents.columns import columns_of, own
from timeline.documents.notes import NoReportsError
from timeline.documents.records import Found, Record
from timeline.documents.source import seekable
from timeline.errors import DocumentError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.documents.source import Source

BATCH = 500


def parquet(source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    """The rows of a Parquet file."""
    pyarrow = _pyarrow(source)
    with seekable(source) as stream:
        try:
            file = pyarrow.parquet.ParquetFile(stream)
            wanted = _wanted(file.schema_arrow.names, given, source.place)
            yield from _rows(file.iter_batches(BATCH, columns=wanted), source.place)
        except pyarrow.ArrowException as error:
            raise DocumentError(f"{source.place}: no Parquet ({_line(error)})") from None


def arrow(source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    """The rows of an Arrow file or stream; a data set of Hugging Face is kept in such."""
    pyarrow = _pyarrow(source)
    with seekable(source) as stream:
        try:
            if source.head.startswith(b"ARROW1"):
                file = pyarrow.ipc.open_file(stream)
                batches = (file.get_batch(number) for number in range(file.num_record_batches))
            else:
                file = batches = pyarrow.ipc.open_stream(stream)
            wanted = _wanted(file.schema.names, given, source.place)
            yield from _rows((batch.select(wanted) for batch in batches), source.place)
        except pyarrow.ArrowException as error:
            raise DocumentError(f"{source.place}: no Arrow ({_line(error)})") from None


def _pyarrow(source: Source) -> Any:
    try:
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError(
            f"{source.place}: Parquet and Arrow need pyarrow: pip install 'diplomatic-timeline[arrow]' ({error})"
        ) from None
    return pyarrow


def _wanted(names: list[str], given: Mapping[str, str], place: str) -> list[str]:
    """The columns that a report has a use for, in the order of the file."""
    if (what := own(tuple(names))) is not None:
        raise NoReportsError(f"{place}: {what}")
    listed = ", ".join(f"«{name}»" for name in names)[:500]
    if missing := [name for name in given.values() if name not in names]:
        raise DocumentError(f"{place}: no column {missing[0]!r}; there are {listed}")
    columns = columns_of(tuple(names), tuple(given.items()))
    if "text" not in columns:
        raise NoReportsError(f"{place}: no column of texts among {listed}; say which it is: columns text=…")
    wanted = {key for keys in columns.values() for key in keys}
    return [name for name in dict.fromkeys(names) if name in wanted]


def _rows(batches: Iterable[Any], place: str) -> Iterator[Found]:
    number = 0
    for batch in batches:
        batch.validate(full=True)  # a file that lies about its offsets would be read beyond its memory
        for row in batch.to_pylist():
            number += 1
            yield Record(f"{place}, row {number}", row)
    if not number:
        yield DocumentError(f"{place}: no row in this table")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]

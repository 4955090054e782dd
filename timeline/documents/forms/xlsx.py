"""Workbooks of Excel: the rows of the first sheet that has a column of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.documents.columns import columns_of, own
from timeline.documents.notes import NoReportsError
from timeline.documents.records import Found, Record
from timeline.documents.source import seekable
from timeline.errors import DocumentError, MissingExtraError, TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.documents.source import Source


def read(source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    """The rows below the one that names the columns; the cells of dates are dates."""
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError(
            f"{source.place}: a workbook: pip install 'diplomatic-timeline[files]' ({error}), or save it as CSV"
        ) from None
    with seekable(source) as stream:
        try:
            yield from _records(openpyxl.load_workbook(stream, read_only=True, data_only=True), source, given)
        except TimelineError:
            raise
        except Exception as error:  # noqa: BLE001 (openpyxl has no error of its own for what is no sound workbook)
            raise DocumentError(f"{source.place}: no sound workbook ({type(error).__name__}: {error})") from None


def _records(book: Any, source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    met: list[str] = []
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        names = ["" if name is None else str(name).strip() for name in next(rows, ())]
        met += names
        if "text" not in columns_of(tuple(names), tuple(given.items())) or own(tuple(names)) is not None:
            continue
        for number, row in enumerate(rows, 2):
            if any(cell is not None for cell in row):
                yield Record(f"{source.place}, row {number}", dict(zip(names, row, strict=False)))
        return
    listed = ", ".join(f"«{name}»" for name in met if name)[:500]
    raise NoReportsError(f"{source.place}: no column of texts among {listed}; say which it is: columns text=…")

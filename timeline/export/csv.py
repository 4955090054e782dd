"""CSV: one line for each event, in which no cell is a formula.

Moments are ISO 8601 with their hour (``2024-12-07T00:00:00``), one form in a column: ``pandas.read_csv`` reads them
with ``parse_dates=["start", "end"]``.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import FormatError
from timeline.export.left_out import tell
from timeline.export.plain import REPLACEMENT, writable
from timeline.export.rows import COLUMNS, Cell, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike
    from typing import TextIO

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event

# What makes a spreadsheet compute a cell, also in full width, also behind spaces, controls and invisible marks.
_FORMULA = (
    "(?:[\t\r\n]|[\\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+@＝＋－＠-])"
)
# What is guarded already is guarded once more, so that one apostrophe can be taken off again.
_GUARDED = re.compile(f"'+{_FORMULA}")
_COMPUTED = re.compile(f"'*{_FORMULA}")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FLAGS = {"true": True, "false": False}


def dump(timeline: Timeline, *, bom: bool = False) -> str:
    """The timeline as CSV (RFC 4180), headed by the names of the columns.

    Parameters
    ----------
    bom
        begin with a byte order mark: Excel reads UTF-8 with one only
    """
    out = io.StringIO(newline="")
    write(timeline, timeline.documents, out)
    return (_BOM if bom else "") + out.getvalue()


def write(events: Iterable[Event], documents: Mapping[str, Document], file: TextIO) -> None:
    """Write any events into an open file, line by line."""
    writer, changed = csv.writer(file), 0
    writer.writerow(COLUMNS)
    for event in events:
        cells = row(event, documents).values()
        held = [_held(cell) for cell in cells]
        changed += sum(one != other for one, other in zip(cells, held, strict=True))
        writer.writerow(map(_cell, held))
    tell("CSV", {"cells with characters that no file can hold, written as �": changed})


def load(source: str | PathLike[str]) -> list[dict[str, Cell]]:
    """The rows of a CSV text that `dump` wrote, or of the file at a path: cells as they were, ``None`` where empty.

    Raises
    ------
    FormatError
        if it cannot be read, the columns are others, or a cell is no moment, number or flag where one has to be
    """
    reader = csv.DictReader(io.StringIO(_text_of(source).removeprefix(_BOM), newline=""), restval="")
    try:
        if reader.fieldnames != list(COLUMNS):
            raise FormatError(f"the columns have to be {', '.join(COLUMNS)}, not {', '.join(reader.fieldnames or ())}")
        return list(_rows(reader))
    except csv.Error as error:
        raise FormatError(f"line {reader.line_num}: no CSV: {error}") from None


def _text_of(source: str | PathLike[str]) -> str:
    if isinstance(source, str) and "\n" in source:
        return source
    path = Path(source)
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: no UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from None
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from None


def _rows(reader: csv.DictReader[str]) -> Iterator[dict[str, Cell]]:
    for cells in reader:
        if None in cells:
            raise FormatError(f"line {reader.line_num}: more cells than the {len(COLUMNS)} columns")
        yield {name: _value(name, cell, reader.line_num) for name, cell in cells.items()}


def _held(cell: Cell) -> Cell:
    return writable(cell).replace("\0", REPLACEMENT) if isinstance(cell, str) else cell


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.datetime) else str(cell)


def _value(name: str, cell: str, line: int) -> Cell:
    if not cell:
        return None
    try:
        match COLUMNS[name]:
            case "moment":
                return dt.datetime.fromisoformat(cell)
            case "flag":
                return _FLAGS[cell]
            case "count":
                return int(cell)
    except (ValueError, KeyError):
        raise FormatError(f"line {line}: {name}: {cell!r:.60} is no {COLUMNS[name]}") from None
    return cell[1:] if _GUARDED.match(cell) else cell


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute: «=1+1» is «'=1+1»."""
    if text[:1].isalnum():  # nearly every cell: no formula begins so
        return text
    return "'" + text if _COMPUTED.match(text) else text

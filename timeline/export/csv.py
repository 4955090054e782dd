"""CSV: one line for each event, in which no cell is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from typing import TYPE_CHECKING

from timeline.export.rows import COLUMNS, Cell, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event

# What makes a spreadsheet compute a cell, also in full width, also behind spaces and invisible marks.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


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
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow([_cell(cell) for cell in row(event, documents).values()])


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return harmless(cell)


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute: «=1+1» is «'=1+1»."""
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    seen = next((at for at, char in enumerate(text) if not _invisible(char)), None)
    if text[:1] in {"\t", "\r", "\n"} or (seen is not None and text[seen] in _FORMULA):
        return "'" + text
    return text


def _invisible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}

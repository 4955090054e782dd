"""CSV: one line for each event, in which no cell is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from typing import TYPE_CHECKING

from timeline.export.rows import COLUMNS, Cell, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event

# What makes a spreadsheet compute a cell, also in full width, also behind spaces, controls and invisible marks.
_FORMULA = re.compile(
    "[\t\r\n]|[\\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+@＝＋－＠-]"
)
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
    # Half a surrogate pair cannot stand in a file.
    text = out.getvalue().replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return (_BOM if bom else "") + text


def write(events: Iterable[Event], documents: Mapping[str, Document], file: TextIO) -> None:
    """Write any events into an open file, line by line."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow([_cell(cell) for cell in row(event, documents).values()])


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would compute: «=1+1» is «'=1+1»."""
    if text[:1].isalnum():  # nearly every cell: no formula begins so
        return text
    return "'" + text if _FORMULA.match(text) else text

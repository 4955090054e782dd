"""Files of corrections, that a person edits and a program writes: TOML, or the same as a table (CSV, TSV).

In TOML each correction is a ``[[correction]]``. In a table each is a row under the names of the same keys; several
names stand between " | ", ``[]`` is nobody, an empty cell is not given. Comma, semicolon and tab are known.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from timeline.chronology.corrections.checking import Where, checked
from timeline.chronology.corrections.model import ACCEPTED, LISTS, Correction
from timeline.errors import CorrectionError

Corrections = str | PathLike[str] | Iterable[Correction | Mapping[str, object]]

LARGEST = 4_000_000  # bytes
MOST = 10_000  # corrections
_BETWEEN = " | "
_NOBODY = "[]"
_HEAD = re.compile(r"[ \t]*\[\[[ \t]*correction[ \t]*\]\]")
_KEYS = tuple(dict.fromkeys(("do", *(key for keys in ACCEPTED.values() for key in keys), "note")))
# As `timeline.export.csv` writes it: an apostrophe before what a spreadsheet would compute.
_FORMULA = re.compile(r"'*\s*[=+@\t\r-]")

Row = tuple[Mapping[str, object], Where]


def read(source: Corrections) -> tuple[Correction, ...]:
    """The corrections of a file (by its name TOML, CSV or TSV), or of mappings with the same keys.

    Raises
    ------
    CorrectionError
        if it cannot be read; of several mistakes the message has a line for each
    """
    rows = list(_of_file(Path(source)) if isinstance(source, str | PathLike) else _given(source))
    if len(rows) > MOST:
        raise CorrectionError(f"{rows[0][1]('')}: {len(rows)} corrections; at most {MOST} are accepted")
    made, errors = [], []
    for row, where in rows:
        if isinstance(row, Correction):
            made.append(row)
            continue
        try:
            made.append(checked(row, where))
        except CorrectionError as error:
            errors.append(str(error))
    if errors:
        raise CorrectionError("\n".join(errors))
    return tuple(made)


def _given(
    source: Iterable[Correction | Mapping[str, object]],
) -> Iterator[tuple[Correction | Mapping[str, object], Where]]:
    for number, row in enumerate(source, 1):
        if not isinstance(row, Correction | Mapping):
            raise CorrectionError(
                f"correction {number}: {row!r:.60} is none; give a mapping, or a path for all of them"
            )
        yield row, _always(f"correction {number}")


def _always(place: str) -> Where:
    return lambda _: place


def _of_file(path: Path) -> Iterator[Row]:
    readers: dict[str, Callable[[str, str], Iterator[Row]]] = {".toml": _toml, ".csv": _table, ".tsv": _table}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise CorrectionError(f"{path.name}: corrections are read from files named {', '.join(readers)}")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise CorrectionError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if len(data) > LARGEST:
        raise CorrectionError(f"{path.name}: larger than {LARGEST} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CorrectionError(
            f"{path.name}:{line}: byte {data[error.start]:#04x} is no UTF-8; save it as UTF-8"
        ) from None
    return reader(text, path.name)


# ---- TOML


def _toml(text: str, name: str) -> Iterator[Row]:
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorrectionError(f"{name}: no TOML: {error}") from None
    for key, value in data.items():
        if key != "correction" and not isinstance(value, dict):  # other tables are somebody else's
            raise CorrectionError(f"{name}: {key!r} is not accepted; each correction stands under [[correction]]")
    rows = data.get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CorrectionError(f"{name}: correction has to be written [[correction]], once for each")
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines, 1) if _HEAD.match(line)]
    for number, row in enumerate(rows):
        if len(heads) == len(rows):
            last = heads[number + 1] - 1 if number + 1 < len(heads) else len(lines)
            yield row, _line(name, lines, heads[number], last)
        else:  # written in another way, or quoted in a text
            yield row, _always(f"{name}, correction {number + 1}")


def _line(name: str, lines: Sequence[str], first: int, last: int) -> Where:
    def where(key: str) -> str:
        written = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        found = (number for number in range(first, last) if key and written.match(lines[number]))
        return f"{name}:{next(found, first - 1) + 1}"

    return where


# ---- tables


def _table(text: str, name: str) -> Iterator[Row]:
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max("\t;,", key=head.count))
    try:
        keys = [_cell(cell).casefold() for cell in next(reader, [])]
        if keys and "do" not in keys:
            raise CorrectionError(f"{name}:1: no column do; the columns are {', '.join(_KEYS)}")
        if len(set(filter(None, keys))) != len(list(filter(None, keys))):
            raise CorrectionError(f"{name}:1: two columns have the same name")
        begin = reader.line_num + 1
        for cells in reader:
            row = {key: value for key, value in _row(keys, cells, f"{name}:{begin}").items() if value != ""}
            if row:
                yield row, _always(f"{name}:{begin}")
            begin = reader.line_num + 1
    except csv.Error as error:
        raise CorrectionError(f"{name}:{reader.line_num}: no table: {error}") from None


def _row(keys: Sequence[str], cells: Sequence[str], place: str) -> dict[str, str | list[str]]:
    row: dict[str, str | list[str]] = {}
    for number, cell in enumerate(map(_cell, cells)):
        key = keys[number] if number < len(keys) else ""
        if cell and not key:
            raise CorrectionError(f"{place}: {cell!r:.60} stands in a column without a name")
        several = key in LISTS and cell
        row[key] = [part.strip() for part in cell.split(_BETWEEN.strip())] if several and cell != _NOBODY else cell
        if several and cell == _NOBODY:
            row[key] = []
    return row


def _cell(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


# ---- writing


def dump(corrections: Iterable[Correction], form: str = "toml") -> str:
    """The corrections as text that `read` reads back equal; ``form`` is ``toml`` or ``csv``."""
    rows = [_as_row(each) for each in corrections]
    if form == "toml":
        return "\n".join("[[correction]]\n" + "".join(f"{key} = {_said(row[key])}\n" for key in row) for row in rows)
    if form != "csv":
        raise CorrectionError(f"form={form!r}: accepted are toml, csv")
    out = io.StringIO(newline="")
    used = [key for key in _KEYS if any(key in row for row in rows)] or ["do", "quote"]
    writer = csv.writer(out)
    writer.writerow(used)
    writer.writerows([[_in_cell(row.get(key, "")) for key in used] for row in rows])
    return out.getvalue()


def _as_row(each: Correction) -> dict[str, str | tuple[str, ...]]:
    lists = dict(each.named) | ({"with": each.others} if each.others else {})
    values = {key: lists[key] if key in lists else getattr(each, key, "") for key in _KEYS}
    return {key: value for key, value in values.items() if value or key in lists}


def _said(value: str | tuple[str, ...]) -> str:
    """A value of TOML: its basic strings are those of JSON, but for a control character and lone surrogates."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_said, value))}]"
    plain = value.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")


def _in_cell(value: str | tuple[str, ...]) -> str:
    if not isinstance(value, str) and any("|" in name for name in value):
        raise CorrectionError(f"{_BETWEEN.join(value)!r}: a name with | has no place in a table; write TOML")
    text = value if isinstance(value, str) else _BETWEEN.join(value) or _NOBODY
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return "'" + plain if _FORMULA.match(plain) else plain

"""JSON: one record, an array of records, records inside other objects; and JSON Lines, one record on each line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timeline.documents.columns import columns_of, facts, own, spelled
from timeline.documents.decoding import broken, lines_of, not_utf8, numbered, text_of
from timeline.documents.notes import NoReportsError
from timeline.documents.records import Found, Record, unwrapped
from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.documents.source import Source

#: Records lie at most so deep inside other objects: {"response": {"data": {"articles": [...]}}}.
_DEEPEST = 4


def read(source: Source, given: Mapping[str, str]) -> Iterator[Found]:
    """The records of a JSON file."""
    text, notes = text_of(source)
    yield from notes
    if not text.strip():
        yield DocumentError(f"{source.place}: the file is empty")
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield DocumentError(f"{source.place}: {_said(error)}")
        return
    if isinstance(data, Mapping) and data.get("format") == "timeline" and "events" in data:
        raise NoReportsError(f"{source.place}: a timeline that this library wrote")
    records, inside = _records_in(data, given, _DEEPEST)
    if records is None:
        yield from _record(data, source.place, source.place)
    for number, record in enumerate(records or (), 1):
        yield from _record(record, f"{source.place}, record {number}", source.place)
    if records == []:
        yield DocumentError(f"{source.place}: no record in {f'«{inside}»' if inside else 'the array'}")


def lines(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """The records of JSON Lines, line by line: a corpus need not fit into memory."""
    stream, notes = lines_of(source)
    yield from notes
    seen = False
    for number, line in numbered(stream, source):
        place = f"{source.place}:{number}"
        seen = True
        if broken(line):
            yield not_utf8(line, place)
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield DocumentError(f"{place}: {_said(error)}")
        else:
            yield from _record(record, place, source.place)
    if not seen:
        yield DocumentError(f"{source.place}: the file is empty")


def is_lines(head: str) -> bool:
    """Whether each line is a record of its own: the first is one, and it is not the beginning of something larger."""
    first, _, rest = head.lstrip().partition("\n")
    if not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), Mapping)
    except (ValueError, RecursionError):
        return False


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    return f"no JSON ({error})"


def _record(record: object, place: str, file: str) -> Iterator[Found]:
    if not isinstance(record, Mapping):
        yield DocumentError(f"{place}: a record has to be an object with 'text', not {type(record).__name__}")
        return
    if (what := own(tuple(record))) is not None:
        raise NoReportsError(f"{file}: {what}")
    yield Record(place, unwrapped(record))


def _records_in(data: Any, given: Mapping[str, str], deepest: int) -> tuple[list[Any] | None, str]:
    """The records that an object holds, and the key that they stand under; ``None`` where it is a record itself."""
    if isinstance(data, list):
        return data, ""
    if not isinstance(data, Mapping) or not deepest:
        return None, ""
    columns = columns_of(tuple(data), tuple(given.items()))
    if any(isinstance(data.get(key), str) for key in columns.get("text", ())):
        return None, ""
    if (rows := _by_column(data, columns)) is not None:
        return rows, ""
    wanted = [spelled(key) for key in facts("lists")["keys"]]
    inner = {spelled(key): key for key in data if isinstance(data[key], list | Mapping)}
    for key in [*(inner[name] for name in wanted if name in inner), *inner.values()]:
        if isinstance(data[key], list) and not all(isinstance(each, Mapping) for each in data[key]):
            continue
        if isinstance(data[key], list) and (data[key] or spelled(key) in wanted):
            return data[key], key
        records, inside = _records_in(data[key], given, deepest - 1)
        if records is not None:
            return records, f"{key}.{inside}".rstrip(".")
    return None, ""


def _by_column(data: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]] | None:
    """Rows of what pandas writes by column: ``{"text": {"0": …, "1": …}, "date": {"0": …, "1": …}}``."""
    texts = next((data[key] for key in columns.get("text", ()) if isinstance(data.get(key), Mapping)), None)
    if not texts or not all(isinstance(column, Mapping) and column.keys() == texts.keys() for column in data.values()):
        return None
    if not all(isinstance(text, str | None) for text in texts.values()):
        return None
    return [{name: column[row] for name, column in data.items()} for row in texts]

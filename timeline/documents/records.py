"""From records, whatever their columns are called, to reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from attrs import field, frozen

from timeline.documents.columns import FIELDS, columns_of, facts, is_plain, spelled
from timeline.documents.limits import DEFAULT, Limits
from timeline.documents.markup import has_markup, plain
from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.errors import DateError, DocumentError, TimelineError
from timeline.resolve.published import published_date

#: What stands in a cell where nothing is known.
_NOTHING = frozenset({"", "-", "–", "nan", "nat", "none", "null", "n/a", "na", "<na>", "غير متوفر", "غير محدد"})
_KEYS = 20


@frozen
class Record:
    """What one report was found to have, and where.

    Parameters
    ----------
    place
        file, with line or number where the file holds several
    fields
        keys and values, as they stand there
    reasons
        why ``published`` is what it is, where it does not stand beside the text
    """

    place: str
    fields: Mapping[str, Any]
    reasons: tuple[str, ...] = field(default=())


Found = Record | TimelineError | Note
Telling = Literal["all", "undocumented", "none"]


def documents(
    found: Iterable[Found],
    place: str,
    given: Mapping[str, str],
    *,
    telling: Telling = "undocumented",
    limits: Limits = DEFAULT,
) -> Iterator[Document | TimelineError | Note]:
    """The reports of the records of one file, with what was guessed and what gives no date told once.

    ``telling`` is which columns are told: of a table ``all`` that are not called as we call them, of records those that
    are not documented as ours, of front matter, where a person gave the names, ``none``.
    """
    columns = tuple(given.items())
    told: set[tuple[str, str]] = set()
    unread: dict[str, None] = {}
    read = undated = met = 0
    for record in found:
        if not isinstance(record, Record):
            yield record
            continue
        met += 1
        if met > limits.records:
            yield DocumentError(
                f"{place}: over {limits.records:,} records, the others are left out; give limits records=…"
            )
            break
        keys = tuple(record.fields)
        values, taken = _taken(record.fields, columns_of(keys, columns))
        new = [pair for pair in taken.items() if pair not in told and pair not in columns and _is_told(pair, telling)]
        if new:
            told.update(new)
            yield Note("guessed", place, "columns: " + ", ".join(f"{name}=«{key}»" for name, key in taken.items()))
        for each in _document(record, values, taken, limits.report):
            if isinstance(each, Document):
                read += 1
                if each.published is None:
                    undated += 1
                    unread.update((key, None) for key in keys if key not in taken.values() and record.fields[key])
            yield each
    if undated and undated == read and (unread or read > 1):
        also = f"; other keys: {_listed(unread)}" if unread else ""
        yield Note(
            "undated", place, f"{undated:,} of {read:,} reports give no date of publication{also}", count=undated
        )


def _is_told(taken: tuple[str, str], telling: Telling) -> bool:
    name, key = taken
    return telling != "none" and key != name and (telling == "all" or not is_plain(key))


def _taken(fields: Mapping[str, Any], columns: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, Any], dict[str, str]]:
    """The value of each field that the record has, and the key that it was taken from; a date is one if it is read."""
    values: dict[str, Any] = {}
    taken: dict[str, str] = {}
    for name in FIELDS:
        for key in columns.get(name, ()):
            value = _value(fields.get(key))
            if value is None:
                continue
            value = read_date(value) if name == "published" else value
            if name not in values or not isinstance(value, DateError):
                values[name], taken[name] = value, key
            if not isinstance(value, DateError):
                break
    return values, taken


def read_date(value: Any) -> dt.date | DateError:
    """The day that a value gives, or why it gives none."""
    try:
        return published_date(value)
    except DateError as error:
        return error


def _value(value: Any) -> Any:
    """What stands in a cell or under a key; ``None`` where it says nothing."""
    if isinstance(value, Mapping):
        inner = [value[key] for key in facts("lists")["values"] if key in value]
        return _value(inner[0]) if inner else value or None
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        value = "\n\n".join(value)
    if isinstance(value, list) and not value:
        return None
    if isinstance(value, str):
        return None if value.strip().lower() in _NOTHING else value
    return None if value is None or value != value else value  # noqa: PLR0124 (not a number: an empty cell of pandas)


def _document(
    record: Record, values: dict[str, Any], taken: Mapping[str, str], longest: int
) -> Iterator[Document | DocumentError | Note]:
    if "text" not in values:
        keys = f"; its keys are {_listed(record.fields)}" if record.fields else ""
        yield DocumentError(f"{record.place}: the record has no 'text'{keys}; say which it is: columns text=…")
        return
    for name, value in values.items():
        if name == "published" or isinstance(value, str):
            continue
        if name == "text" or not isinstance(value, int | float | dt.date):
            yield DocumentError(f"{record.place}: '{taken[name]}' has to be a string, not {value!r:.60}")
            return
        values[name] = str(value)
    if (length := len(values["text"])) > longest:
        yield DocumentError(
            f"{record.place}: a report of {length:,} characters, over {longest:,}; divide it, or give limits report=…"
        )
        return
    if has_markup(values["text"]):
        values["text"] = plain(values["text"])
        yield Note("guessed", record.place, "the markup in the text is taken out")
        if not values["text"].strip():
            yield DocumentError(f"{record.place}: the text is markup and nothing else")
            return
    if isinstance(values.get("published"), DateError):
        yield Note("undated", record.place, f"published not read: {values.pop('published')}")
    yield Document(**values, published_reasons=record.reasons if "published" in values else ())


def _listed(keys: Iterable[str]) -> str:
    names = [" ".join(str(key).split())[:40] for key in keys]
    return ", ".join(f"«{name}»" for name in names[:_KEYS]) + (", …" if len(names) > _KEYS else "")


def unwrapped(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record that stands inside another: ``{"_index": …, "_source": {"text": …}}``."""
    inside = set(map(spelled, facts("lists")["inside"]))
    for key, value in fields.items():
        if isinstance(value, Mapping) and spelled(key) in inside and "text" in columns_of(tuple(value), ()):
            return value
    return fields

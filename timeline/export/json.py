"""JSON with a versioned schema: everything in a timeline, read back equal.

``{"format": "timeline", "version": 1, "documents": [...], "events": [...], "notes": {...}}``. Values that are their
defaults are left out; an interval is ``[start, end]`` in ISO, half-open, ``null`` where it is open.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.documents.model import Document
from timeline.errors import FormatError
from timeline.events.model import Event
from timeline.export.left_out import tell
from timeline.export.plain import REPLACEMENT, escape_lines
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from os import PathLike

    from cattrs import Converter

FORMAT, VERSION = "timeline", 1
_SURROGATE = re.compile("[\ud800-\udfff]")
# Two halves side by side are one character to every reader of JSON; in a text they are two, and no character at all.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def dump(timeline: Timeline, *, indent: int | None = None) -> str:
    """The timeline as JSON text."""
    text, pairs = encoded(as_dict(timeline), indent=indent)
    tell("JSON", {"two halves of a surrogate pair side by side, written as ��": pairs})
    return text


def encoded(written: dict[str, Any], *, indent: int | None = None) -> tuple[str, int]:
    """JSON that any file can hold, and how many pairs of halves of a surrogate pair could not be kept."""
    text = json.dumps(written, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))
    text, pairs = _PAIR.subn(2 * REPLACEMENT, text)
    # Half a surrogate pair can stand in JSON as an escape only.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", escape_lines(text)), pairs


def as_dict(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain dicts, lists and strings."""
    converter = _converter()
    written: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        # Under the name that the events know it by.
        "documents": [converter.unstructure(evolve(each, id=name)) for name, each in timeline.documents.items()],
        "events": [converter.unstructure(event) for event in timeline.events],
    }
    if timeline.notes:
        written["notes"] = dict(timeline.notes)
    return written


def event_as_dict(event: Event) -> dict[str, Any]:
    """One event as plain dicts, lists and strings."""
    written: dict[str, Any] = _converter().unstructure(event)
    return written


def event_of(data: Any, place: str) -> Event:
    """The event of `event_as_dict`; ``place`` is where it stands, for the words of an error."""
    event: Event = _structure(data, Event, place)
    return event


def load(source: str | bytes | PathLike[str]) -> Timeline:
    """The timeline of a JSON text, or of the file at a path.

    Raises
    ------
    FormatError
        if it is no such JSON, or of another version; the message says what was met and where
    """
    text = text_of(source, ("{", "["))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"no JSON: {error}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FormatError(f'no timeline: "format" has to be "{FORMAT}"')
    if data.get("version") != VERSION:
        raise FormatError(f"version {data.get('version')!r} of the format: this library reads version {VERSION}")
    documents = [_structure(each, Document, f"documents[{n}]") for n, each in enumerate(_list(data, "documents"))]
    events = [event_of(each, f"events[{n}]") for n, each in enumerate(_list(data, "events"))]
    notes = data.get("notes", {})
    if not isinstance(notes, dict) or not all(isinstance(note, str) for note in notes.values()):
        raise FormatError("notes: has to be an object of strings")
    return Timeline(events, documents, notes)


def _list(data: dict[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    if not isinstance(value, list):
        raise FormatError(f"{key}: has to be a list, not {type(value).__name__}")
    return value


def text_of(source: str | bytes | PathLike[str], beginnings: tuple[str, ...]) -> str | bytes:
    """The source itself where it begins as the format does, else what is in the file that it names."""
    if isinstance(source, bytes) or (isinstance(source, str) and source.lstrip().startswith(beginnings)):
        return source
    path = Path(source)
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: {(getattr(error, 'strerror', None) or str(error)).lower()}") from None


def _structure(data: Any, wanted: type[Any], place: str) -> Any:
    from cattrs import transform_error

    try:
        return _converter().structure(data, wanted)
    except Exception as error:  # noqa: BLE001 (cattrs raises groups of whatever the values raise)
        said = "; ".join(transform_error(error, path=place, format_exception=_said))
        raise FormatError(said) from None


def _said(error: BaseException, wanted: type[Any] | None) -> str:
    from cattrs.v import format_exception

    # cattrs keeps the words of few errors; those of values (an interval that ends too early) say more than a type.
    return str(error) if isinstance(error, ValueError | TypeError) else format_exception(error, wanted)


@cache
def _converter() -> Converter:
    import cattrs

    converter = cattrs.Converter(omit_if_default=True, forbid_extra_keys=True)
    converter.register_unstructure_hook(Interval, _interval_out)
    converter.register_structure_hook(Interval, lambda data, _: _interval_in(data))
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    converter.register_structure_hook(dt.date, lambda data, _: dt.date.fromisoformat(data))
    # cattrs turns whatever it finds into a string; here a number in the place of one is a mistake.
    converter.register_structure_hook_func(lambda wanted: wanted is str, _string)
    return converter


def _string(data: object, _: object) -> str:
    if not isinstance(data, str):
        raise TypeError(f"has to be a string, not {data!r:.60}")
    return data


def _interval_out(interval: Interval) -> list[str | None]:
    return [None if side is None else side.isoformat() for side in (interval.start, interval.end)]


def _interval_in(data: object) -> Interval:
    if not isinstance(data, list) or len(data) != 2 or not all(side is None or isinstance(side, str) for side in data):
        raise FormatError(f"an interval has to be [start, end] in ISO or null, not {data!r:.80}")
    return Interval(data[0], data[1])

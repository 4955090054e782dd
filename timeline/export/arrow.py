"""Arrow: one row for each event, with lists of actors, places and stretches of time as what they are.

Written for SQL and data frames: ``start`` and ``end`` are timestamps, half-open; ``first_day`` and ``last_day`` are
dates, both inside; ``countries`` is a list of codes to filter by, ``actors`` one of records. `schema` is the form.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.chronology.order import extent
from timeline.chronology.select import sources_of
from timeline.errors import MissingExtraError
from timeline.export.left_out import tell
from timeline.export.plain import writable
from timeline.export.rows import in_whole_days, moment
from timeline.export.told import document_of, last_day
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event, Toll

Row = dict[str, Any]

_EPOCH = dt.date(1970, 1, 1).toordinal()

_WHO = {"text": "text", "start_char": "count", "end_char": "count", "name": "text", "role": "text", "name_en": "text",
        "country": "text"}  # fmt: skip
_TOLL = [{"low": "count", "high": "count", "said_by": "text"}]
#: The columns: the name of a type, a list of what is in its brackets, or a record of fields.
COLUMNS: dict[str, Any] = {
    "id": "text", "type": "text", "subtype": "text", "stance": "text", "modality": "text",
    "start": "moment", "end": "moment", "first_day": "day", "last_day": "day", "whole_days": "flag",
    "when": [{"start": "moment", "end": "moment"}],
    "time_text": "text", "time_type": "text", "time_value": "text", "edtf": "text", "granularity": "text",
    "time_source": "text",
    "actors": [_WHO | {"code": "text", "wikidata": "text"}],
    "places": [_WHO | {"parent": "text", "wikidata": "text"}],
    "countries": ["text"],
    "headline": "text", "headline_en": "text", "content": "text", "headline_worthy": "flag", "background": "flag",
    "part_of": "text", "dead": _TOLL, "wounded": _TOLL, "attribution": ["text"], "conflicts": ["text"],
    "votes": ["text"], "sources": ["text"], "published": "day",
    "mentions": [{"document": "text", "sentence_start": "count", "sentence_end": "count", "trigger_start": "count",
                  "trigger_end": "count"}],
    "plover_event": "text", "plover_mode": "text", "plover_context": "text", "cameo": "text", "acled": "text",
}  # fmt: skip


def dump(timeline: Timeline) -> Any:
    """The timeline as a ``pyarrow.Table``."""
    made, changed = table(timeline, timeline.documents)
    tell("Arrow", {"texts with half a surrogate pair, written as �": changed})
    return made


def table(events: Iterable[Event], documents: Mapping[str, Document]) -> tuple[Any, int]:
    """Any events as a ``pyarrow.Table``, and how many texts hold half a surrogate pair."""
    counted = [0]
    rows = [_held(record(event, documents), counted) for event in events]
    return library().Table.from_batches([batch(rows, schema())]), counted[0]


def batch(rows: Sequence[Row], form: Any) -> Any:
    """Rows of plain values as a ``pyarrow.RecordBatch`` of a schema.

    By way of JSON: given objects of Python, pyarrow loads pandas wherever it is installed, which takes 50 MB.
    """
    pa = library()
    from pyarrow import json as reader

    if not rows:
        return pa.RecordBatch.from_pylist([], schema=form)
    lines = "".join(json.dumps(row, ensure_ascii=False, default=_plain) + "\n" for row in rows).encode()
    read = reader.read_json(
        pa.py_buffer(lines),
        reader.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        reader.ParseOptions(explicit_schema=form, unexpected_field_behavior="error"),
    )
    [made] = read.combine_chunks().to_batches()
    return made


def _plain(value: dt.date) -> str | int:
    """A moment as ISO 8601, a day as its number: so Arrow reads them."""
    return value.isoformat() if isinstance(value, dt.datetime) else value.toordinal() - _EPOCH


def library() -> Any:
    """The package, or an error that says how to install it."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(f"Arrow needs pyarrow: pip install 'diplomatic-timeline[arrow]' ({error})") from None
    return pa


@cache
def schema() -> Any:
    """The ``pyarrow.Schema`` of every table, whatever is in it."""
    return schema_of(COLUMNS)


def schema_of(columns: Mapping[str, Any]) -> Any:
    """The ``pyarrow.Schema`` of columns that are told as those of `COLUMNS` are."""
    pa = library()
    plain = {
        "text": pa.string(), "count": pa.int64(), "flag": pa.bool_(), "moment": pa.timestamp("us"), "day": pa.date32(),
    }  # fmt: skip

    def kind(of: Any) -> Any:
        if isinstance(of, list):
            return pa.list_(kind(of[0]))
        return pa.struct({name: kind(field) for name, field in of.items()}) if isinstance(of, dict) else plain[of]

    return pa.schema({name: kind(of) for name, of in columns.items()})


def record(event: Event, documents: Mapping[str, Document]) -> Row:
    """One event as plain values, by the names of the columns."""
    whole, time, document = extent(event), event.time, document_of(event, documents)
    start, end = (whole.start, whole.end) if whole else (None, None)
    return {
        "id": event.id,
        "type": event.type.value,
        "subtype": event.subtype,
        "stance": event.stance,
        "modality": event.modality.value,
        "start": moment(start),
        "end": moment(end),
        "first_day": None if start is None else as_datetime(start).date(),
        "last_day": None if end is None else last_day(end),
        "whole_days": in_whole_days(whole) if whole else None,
        "when": [{"start": moment(each.start), "end": moment(each.end)} for each in event.when],
        "time_text": time.text if time else None,
        "time_type": time.type if time else None,
        "time_value": time.value if time else None,
        "edtf": time.edtf if time else None,
        "granularity": time.granularity if time else None,
        "time_source": event.time_source,
        "actors": [{name: getattr(actor, name) for name in COLUMNS["actors"][0]} for actor in event.actors],
        "places": [{name: getattr(place, name) for name in COLUMNS["places"][0]} for place in event.places],
        "countries": list(dict.fromkeys(actor.country for actor in event.actors if actor.country)),
        "headline": event.headline,
        "headline_en": event.headline_en,
        "content": event.content,
        "headline_worthy": event.headline_worthy,
        "background": event.background,
        "part_of": event.part_of,
        "dead": list(map(_toll, event.dead)),
        "wounded": list(map(_toll, event.wounded)),
        "attribution": list(event.attribution),
        "conflicts": list(event.conflicts),
        "votes": list(event.votes),
        "sources": list(sources_of(event, documents)),
        "published": document.published if document else None,
        "mentions": [
            {
                "document": mention.document,
                "sentence_start": mention.sentence[0],
                "sentence_end": mention.sentence[1],
                "trigger_start": mention.trigger[0],
                "trigger_end": mention.trigger[1],
            }
            for mention in event.mentions
        ],
        **{name: getattr(event.codes, name) for name in list(COLUMNS)[-5:]},
    }


def _toll(toll: Toll) -> Row:
    return {"low": toll.low, "high": toll.high, "said_by": toll.said_by}


def _held(value: Any, changed: list[int]) -> Any:
    """The same with texts that UTF-8 can hold, those that had to be changed counted."""
    if isinstance(value, str):
        held = writable(value)
        changed[0] += held != value
        return held
    if isinstance(value, dict):
        return {name: _held(each, changed) for name, each in value.items()}
    return [_held(each, changed) for each in value] if isinstance(value, list) else value

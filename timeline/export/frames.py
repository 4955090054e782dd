"""Data frames of pandas, polars or pyarrow, through narwhals: one row for each event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError, OptionError
from timeline.export.rows import COLUMNS, moment, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.chronology.timeline import Backend, Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event

BACKENDS = {"pandas": "pandas", "polars": "polars", "pyarrow": "arrow"}


def dump(timeline: Timeline, *, backend: Backend = "pandas") -> Any:
    """The timeline as a native table: a pandas or polars ``DataFrame``, or a pyarrow ``Table``."""
    return table(timeline.events, timeline.documents, backend=backend)


def table(events: Iterable[Event], documents: Mapping[str, Document], *, backend: Backend) -> Any:
    """Any events as a native table; ``start`` and ``end`` are datetimes, midnight for whole days."""
    import narwhals as nw

    if backend not in BACKENDS:
        raise OptionError(f"backend={backend!r}: accepted are {', '.join(BACKENDS)}")
    types: dict[str, Any] = {
        "text": nw.String(),
        "moment": nw.Datetime("us"),
        "flag": nw.Boolean(),
        "count": nw.Int64(),
    }
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for event in events:
        for name, cell in row(event, documents).items():
            columns[name].append(moment(cell) if COLUMNS[name] == "moment" else cell)
    schema = {name: types[kind] for name, kind in COLUMNS.items()}
    try:
        return nw.from_dict(columns, schema=schema, backend=backend).to_native()
    except ImportError as error:
        extra = BACKENDS[backend]
        raise MissingExtraError(
            f"{backend} is not installed: pip install 'diplomatic-timeline[{extra}]' ({error})"
        ) from None

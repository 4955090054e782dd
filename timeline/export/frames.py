"""Data frames of pandas, polars or pyarrow, through narwhals: one row for each event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError, OptionError
from timeline.export.left_out import tell
from timeline.export.plain import writable
from timeline.export.rows import COLUMNS, row

if TYPE_CHECKING:
    from timeline.chronology.timeline import Backend, Timeline

BACKENDS = {"pandas": "pandas", "polars": "polars", "pyarrow": "arrow"}


def dump(timeline: Timeline, *, backend: Backend = "pandas") -> Any:
    """The timeline as a native table: a pandas or polars ``DataFrame``, or a pyarrow ``Table``.

    ``start`` and ``end`` are datetimes, midnight for whole days. Arrow strings are UTF-8: half a surrogate pair is �.
    """
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
    changed = 0
    for event in timeline:
        for name, cell in row(event, timeline.documents).items():
            held = writable(cell) if isinstance(cell, str) else cell
            changed += held != cell
            columns[name].append(held)
    schema = {name: types[kind] for name, kind in COLUMNS.items()}
    try:
        table = nw.from_dict(columns, schema=schema, backend=backend).to_native()
    except ImportError as error:
        extra = BACKENDS[backend]
        raise MissingExtraError(
            f"{backend} is not installed: pip install 'diplomatic-timeline[{extra}]' ({error})"
        ) from None
    tell(f"{backend} table", {"cells with half a surrogate pair, written as �": changed})
    return table

"""Parquet in the columns of `arrow`, written batch by batch: the events of a corpus need not fit into memory."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.export.arrow import library, schema, table
from timeline.export.left_out import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from os import PathLike

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.events.model import Event

#: So many events become rows at once, and so many rows are written at once: rows take a tenth of the room of events.
BATCH, GROUP = 500, 5_000


def dump(timeline: Timeline, path: str | PathLike[str]) -> None:
    """Write the timeline to a Parquet file."""
    write(timeline, timeline.documents, path)


def write(events: Iterable[Event], documents: Mapping[str, Document], path: str | PathLike[str]) -> int:
    """Write the events to a Parquet file as they come; how many they were."""
    pyarrow = library()
    from pyarrow import parquet

    rest, written, changed = iter(events), 0, 0
    waiting: list[Any] = []
    with parquet.ParquetWriter(path, schema(), compression="zstd") as writer:
        while batch := list(islice(rest, BATCH)):
            rows, counted = table(batch, documents)
            waiting.append(rows)
            written, changed = written + len(batch), changed + counted
            if len(waiting) * BATCH >= GROUP:
                writer.write_table(pyarrow.concat_tables(waiting))
                waiting.clear()
        if waiting:
            writer.write_table(pyarrow.concat_tables(waiting))
    tell("Parquet", {"texts with half a surrogate pair, written as �": changed})
    return written

"""Parquet, written batch by batch: the events of a corpus need not fit into memory."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError
from timeline.export.frames import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from os import PathLike

    from timeline.documents.model import Document
    from timeline.events.model import Event

BATCH = 20_000


def write(events: Iterable[Event], documents: Mapping[str, Document], path: str | PathLike[str]) -> int:
    """Write the events to a Parquet file as they come; how many they were."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError(f"Parquet needs pyarrow: pip install 'diplomatic-timeline[arrow]' ({error})") from None
    rest, written = iter(events), 0
    writer: Any = None
    try:
        while True:
            batch = list(islice(rest, BATCH))
            if writer is not None and not batch:
                return written
            rows = table(batch, documents, backend="pyarrow")
            if writer is None:
                writer = pyarrow.parquet.ParquetWriter(path, rows.schema)
            writer.write_table(rows)
            written += len(batch)
    finally:
        if writer is not None:
            writer.close()

"""Reports laid out in partitions: which one a report is in, and at which place, hangs on the report alone.

A report goes into one of many buckets by a digest of its id and text, and neighbouring buckets make a partition, so
many as the corpus asks for. So the partitions are the same whatever the order and division of the files.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.export import arrow
from timeline.export.left_out import tell
from timeline.export.plain import HALVES, as_json, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from timeline.pipeline import Found

Row = dict[str, Any]

#: Digests of reports fall into so many buckets, and so many reports, or fewer, are a partition while there are buckets.
BUCKETS, IN_A_PARTITION = 4096, 250
#: So many characters are held before they are written.
HELD = 4_000_000
_COLUMNS = {"id": "text", "text": "text", "published": "day", "source": "text", "title": "text", "url": "text"}


@cache
def _schema() -> Any:
    return arrow.schema_of(_COLUMNS | {"key": "text"})


def stage(found: Iterable[Found], folder: Path) -> tuple[list[int], int]:
    """Lay the reports into a file a bucket, and what could not be read into another; how many are in each of them."""
    counts, unread, held, halves = [0] * BUCKETS, 0, 0, 0
    waiting: dict[int, list[Row]] = defaultdict(list)
    with (folder / "unread.jsonl").open("w", encoding="utf-8", newline="") as unreadable:
        for each in found:
            if isinstance(each, Document):
                row = {name: getattr(each, name) for name in _COLUMNS}
                mended = {name: writable(value) if isinstance(value, str) else value for name, value in row.items()}
                halves += mended != row
                key = hashlib.sha256(f"{mended['id']}\x1f{mended['text']}".encode()).hexdigest()
                bucket = int(key[:3], 16)
                counts[bucket] += 1
                waiting[bucket].append(mended | {"key": key})
                held += len(each.text)
                if held > HELD:
                    _write(waiting, folder)
                    held = 0
            elif not isinstance(each, Note):
                unread += 1
                unreadable.write(as_json({"reason": str(each)})[0] + "\n")
    _write(waiting, folder)
    tell("corpus", {HALVES: halves})
    return counts, unread


def partitions(counts: list[int]) -> list[range]:
    """The buckets of each partition: a power of two of them, so that each has its share."""
    number = 1
    while number < BUCKETS and number * IN_A_PARTITION < sum(counts):
        number *= 2
    share = BUCKETS // number
    return [range(first, first + share) for first in range(0, BUCKETS, share)]


def batches(buckets: Iterable[int], folder: Path) -> Iterator[Any]:
    """The reports of a partition, in their order, as record batches."""
    library = arrow.library()
    pieces = [piece for bucket in buckets for piece in _read(folder / f"{bucket:03x}.arrows")]
    if pieces:
        table = library.Table.from_batches(pieces, schema=_schema())
        ordered = table.sort_by([(name, "ascending") for name in ("key", *_COLUMNS)])
        yield from ordered.to_batches(max_chunksize=IN_A_PARTITION)


def _write(waiting: dict[int, list[Row]], folder: Path) -> None:
    """Write what waits behind what the buckets have: each time a stream of its own, so that no file stays open."""
    from pyarrow import ipc

    packed = ipc.IpcWriteOptions(compression="zstd")
    for bucket, rows in waiting.items():
        batch = arrow.batch(rows, _schema())
        with (
            (folder / f"{bucket:03x}.arrows").open("ab") as file,
            ipc.new_stream(file, _schema(), options=packed) as out,
        ):
            out.write_batch(batch)
    waiting.clear()


def _read(path: Path) -> Iterator[Any]:
    from pyarrow import ipc

    if not path.exists():
        return
    with path.open("rb") as file:
        while file.peek(1):
            with ipc.open_stream(file) as stream:
                yield from stream

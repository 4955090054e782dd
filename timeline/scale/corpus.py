"""A corpus in a folder: a data set of Parquet written partition by partition, so that what was interrupted goes on.

A partition is there whole or not at all, so the files that are there are the checkpoint; ``manifest.json`` says which
there are to be, and at the end what is in them. What is still under way stands in the hidden folder ``.work``. Any
number of processes on any number of machines that see the folder may write partitions of it, one of them even twice:
the bytes are the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from timeline import __version__
from timeline.documents.read import files_of
from timeline.errors import OptionError, TimelineError
from timeline.export import arrow
from timeline.export.plain import as_json
from timeline.scale import staging
from timeline.scale.kernel import REPORT, extract_batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from timeline.pipeline import Found

Manifest = dict[str, Any]
Row = dict[str, Any]

FORMAT = "diplomatic-timeline corpus"
EVENTS, QUARANTINE, MANIFEST, WORK = "events", "quarantine.jsonl", "manifest.json", ".work"
#: What is counted of a partition: reports that went in, gave events or none, were not read, have no date; and events.
COUNTED = ("in", "out", "empty", "quarantined", "undated", "events")
_COUNTS = b"timeline.counts"
_COUNTED_AS = {"event": "out", "empty": "empty", "quarantined": "quarantined"}
# So many rows are written at once.
_GROUP = 5_000


# ---- the beginning ---------------------------------------------------------------------------------------------------


def asked(
    sources: Iterable[str],
    folder: Path,
    *,
    published: dt.date | None = None,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> Manifest:
    """What a run is asked to read, as a manifest keeps it: a run that goes on has to be asked for the same."""
    return {
        "library": __version__,
        "sources": sorted(found for source in sources for found in _files(source, folder.absolute())),
        "published": published and published.isoformat(),
        "columns": dict(columns or {}),
        "encoding": encoding,
    }


def _files(source: str, folder: Path) -> Iterator[list[object]]:
    """The files of a source with their sizes, but for those that the run writes; standard input has none."""
    try:
        files = [file for file in files_of(source) if not file.absolute().is_relative_to(folder)]
        yield from ([str(file), file.stat().st_size] for file in files)
    except (OSError, ValueError, TimelineError):
        yield [source, 0]  # what is wrong with it is told when it is read


def begun(folder: Path, wanted: Manifest) -> Manifest | None:
    """The manifest of the run that this folder is of, if it has got so far.

    Raises
    ------
    OptionError
        if the folder holds something else, or what was asked for is not what the run was begun with
    """
    if not folder.exists():
        return None
    if not (folder / MANIFEST).exists():
        if others := [path.name for path in sorted(folder.iterdir()) if path.name != WORK]:
            raise OptionError(f"{folder}: it holds other files ({', '.join(others[:5])}); name a new folder")
        return None
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        before = manifest["asked"] if manifest["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        before = None
    if before is None:
        raise OptionError(f"{folder / MANIFEST}: it is no manifest of a corpus; name a new folder")
    if differing := [name for name in wanted if before.get(name) != wanted[name]]:
        raise OptionError(
            f"{folder}: its run was begun with other {', '.join(differing)}; name a new folder, or remove this one"
        )
    return dict(manifest)


def begin(found: Iterable[Found], folder: Path, wanted: Manifest) -> Manifest:
    """Lay out the reports in partitions; only when all are laid out there is a manifest.

    Raises
    ------
    TimelineError
        the first of what cannot be read, if nothing can be read
    """
    work = folder / WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    counts, unread = staging.stage(found, work)
    if not any(counts):
        with (work / "unread.jsonl").open(encoding="utf-8") as file:
            said = json.loads(file.readline() or '{"reason": "no report in these sources"}')["reason"]
        _remove(folder)
        raise TimelineError(said)
    parts = [
        {"file": f"{EVENTS}/part-{number:05}.parquet", "buckets": [buckets.start, buckets.stop],
         "in": sum(counts[buckets.start : buckets.stop])}
        for number, buckets in enumerate(staging.partitions(counts))
    ]  # fmt: skip
    manifest = {"format": FORMAT, "version": 1, "complete": False, "asked": wanted, "unread": unread, "parts": parts}
    (folder / EVENTS).mkdir(exist_ok=True)
    with _whole(folder / MANIFEST, work) as path:
        path.write_text(_written(manifest), encoding="utf-8")
    return manifest


def _remove(folder: Path) -> None:
    shutil.rmtree(folder / WORK)
    if not any(folder.iterdir()):
        folder.rmdir()


# ---- the partitions --------------------------------------------------------------------------------------------------


def missing(folder: Path, manifest: Manifest) -> list[int]:
    """The numbers of the partitions that are not there yet."""
    return [number for number, part in enumerate(manifest["parts"]) if counts_of(folder / part["file"]) is None]


def counts_of(path: Path) -> dict[str, int] | None:
    """What was counted when a partition was written; nothing where it was not written to its end."""
    library = arrow.library()
    from pyarrow import parquet

    try:
        return dict(json.loads(parquet.read_metadata(path).metadata[_COUNTS]))
    except (OSError, KeyError, TypeError, library.ArrowException):
        return None


def work(folder: str, number: int) -> int:
    """Write one partition of a run that was begun; its number. Whoever does it again writes the same.

    Raises
    ------
    TimelineError
        if the folder is not to be seen from here, or what was laid out is not all there
    """
    place = Path(folder)
    try:
        manifest = json.loads((place / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        raise TimelineError(f"{place / MANIFEST}: a worker does not see it; all have to see the folder") from None
    part, inside = manifest["parts"][number], place / WORK
    counts = Counter(dict.fromkeys(COUNTED, 0))
    with (
        _whole(place / part["file"], inside) as path,  # the last to take its place: it says that both are there
        _whole(inside / f"quarantine-{number:05}.jsonl", inside) as bad,
        bad.open("w", encoding="utf-8", newline="") as quarantine,
    ):
        _write(staging.batches(range(*part["buckets"]), inside), path, counts, quarantine)
        if counts["in"] != part["in"]:
            said = f"{counts['in']:,} reports are laid out, and {part['in']:,} were"
            raise TimelineError(f"{place / part['file']}: {said}; remove {place} and begin anew")
    return number


def _write(batches: Iterable[Any], path: Path, counts: Counter[str], quarantine: TextIO) -> None:
    """Write the events of the reports, counted; what cannot be read goes into the quarantine, as it is."""
    library = arrow.library()
    from pyarrow import parquet

    waiting: list[Any] = []
    with parquet.ParquetWriter(path, arrow.schema(), compression="zstd") as writer:
        for batch in batches:
            first: list[Row] = []
            for made in extract_batches([batch]):
                rows = made.select(["outcome", "number", "reason", "published"]).to_pylist()
                first += [row for row in rows if not row["number"]]
                events = made.filter(made["number"].is_valid())
                counts["events"] += events.num_rows
                waiting.append(events.select(arrow.schema().names))
            for report, row in zip(batch.to_pylist(), first, strict=True):
                counts["in"] += 1
                counts[_COUNTED_AS[row["outcome"]]] += 1
                if row["outcome"] == "quarantined":
                    quarantine.write(as_json({"reason": row["reason"]} | _known(report))[0] + "\n")
                elif row["published"] is None:
                    counts["undated"] += 1
            if sum(each.num_rows for each in waiting) >= _GROUP:
                writer.write_table(library.Table.from_batches(waiting))
                waiting.clear()
        if waiting:
            writer.write_table(library.Table.from_batches(waiting))
        writer.add_key_value_metadata({_COUNTS.decode(): json.dumps(counts)})


def _known(report: Row) -> Row:
    """What a report says, as JSON: quarantined reports are reports that can be read again."""
    known = {name: report[name] for name in REPORT if report[name] is not None}
    return {name: value if isinstance(value, str) else value.isoformat() for name, value in known.items()}


# ---- the end ---------------------------------------------------------------------------------------------------------


def finish(folder: Path, manifest: Manifest) -> Manifest:
    """Count whether all that went in came out, gather the quarantine, and close the manifest; the same if it is closed.

    Raises
    ------
    TimelineError
        if a partition is missing, or reports are: the manifest stays open
    """
    inside = folder / WORK
    if not manifest["complete"]:
        parts = [_closed(folder, part) for part in manifest["parts"]]
        total = Counter(dict.fromkeys(COUNTED, 0))
        for part in parts:
            total.update({name: part[name] for name in COUNTED})
        total["in"] += manifest["unread"]
        total["quarantined"] += manifest["unread"]
        if total["in"] != total["out"] + total["empty"] + total["quarantined"]:
            raise TimelineError(f"{folder}: reports are missing: {dict(total)}; remove it and begin anew")
        with _whole(folder / QUARANTINE, inside) as path, path.open("wb") as file:
            for piece in [inside / "unread.jsonl", *sorted(inside.glob("quarantine-*.jsonl"))]:
                with piece.open("rb") as lines:
                    shutil.copyfileobj(lines, file)
        manifest = manifest | {"complete": True, "counts": dict(total), "parts": parts}
        with _whole(folder / MANIFEST, inside) as path:
            path.write_text(_written(manifest), encoding="utf-8")
    shutil.rmtree(inside, ignore_errors=True)
    return manifest


def _closed(folder: Path, part: Row) -> Row:
    path = folder / part["file"]
    counts = counts_of(path)
    if counts is None:
        raise TimelineError(f"{path}: the partition is missing; run the same again")
    with path.open("rb") as file:
        return {"file": part["file"], "sha256": hashlib.file_digest(file, "sha256").hexdigest()} | counts


def _written(manifest: Manifest) -> str:
    """A line for each partition."""
    rest = as_json({name: value for name, value in manifest.items() if name != "parts"}, indent=1)[0]
    parts = ",\n  ".join(json.dumps(part) for part in manifest["parts"])
    return f'{rest[:-2]},\n "parts": [\n  {parts}\n ]\n}}\n'


@contextmanager
def _whole(target: Path, inside: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of the target when it is whole."""
    path = inside / f"{target.name}.{uuid4().hex}"
    try:
        yield path
        with path.open("rb") as file:
            os.fsync(file.fileno())
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)

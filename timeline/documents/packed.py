"""Packed files: gzip, zstd, zip. Nothing is written to the disk, and nothing is unpacked that grows without measure."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from attrs import evolve

from timeline.documents.notes import NoReportsError
from timeline.documents.source import Source, bounded, seekable, source_of, stream_of
from timeline.errors import DocumentError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_PIECE = 1 << 10  # so little of zstd at a time that what comes out of it fits into memory, whatever it is


def inside(source: Source, form: str) -> Iterator[Source | DocumentError]:
    """The files that are packed in one."""
    if source.depth >= source.limits.packings:
        raise DocumentError(f"{source.place}: packed over {source.limits.packings} times; left out")
    if form == "zip":
        yield from _members(source)
        return
    pieces = _UNPACK[form](source.stream, source.place)
    path = source.path.with_suffix("") if source.suffix in {".gz", ".zst", ".zstd"} else source.path
    stream = stream_of(bounded(pieces, source))
    yield _unpacked(source, stream, source.place, path)


def _unpacked(packed: Source, stream: BinaryIO, place: str, path: PurePath) -> Source:
    return source_of(stream, place, path, depth=packed.depth + 1, encoding=packed.encoding, limits=packed.limits)


def _gunzipped(stream: BinaryIO, _: str) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=stream) as file:
        while piece := file.read1(1 << 16):
            yield piece


def _zstd(stream: BinaryIO, place: str) -> Iterator[bytes]:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError(f"{place}: zstd: pip install 'diplomatic-timeline[files]' ({error})") from None
    frame = None
    try:
        while raw := stream.read(_PIECE):
            while raw:
                frame = frame or zstandard.ZstdDecompressor().decompressobj()
                yield frame.decompress(raw)
                raw = frame.unused_data if frame.eof else b""
                frame = None if frame.eof else frame
    except zstandard.ZstdError as error:
        raise DocumentError(f"{place}: no sound zstd ({error})") from None
    if frame is not None:
        raise EOFError("the file is cut off")


_UNPACK: dict[str, Callable[[BinaryIO, str], Iterable[bytes]]] = {"gzip": _gunzipped, "zstd": _zstd}


def _document(archive: zipfile.ZipFile) -> str | None:
    """What an archive is that is the file of some program."""
    names = set(archive.namelist())
    told = {
        "xl/workbook.xml": "a workbook",
        "word/document.xml": "a document of Word",
        "ppt/presentation.xml": "slides",
        "META-INF/container.xml": "an e-book",
        "META-INF/manifest.xml": "a document of LibreOffice",
    }
    return next((what for name, what in told.items() if name in names), None)


def _members(source: Source) -> Iterator[Source | DocumentError]:
    limits = source.limits
    with seekable(source) as stream:
        size = stream.seek(0, 2)
        with zipfile.ZipFile(stream) as archive:
            if (what := _document(archive)) == "a workbook":
                if sum(each.file_size for each in archive.infolist()) > max(limits.ratio * size, limits.room):
                    raise DocumentError(
                        f"{source.place}: over {limits.ratio} times as large unpacked; left out as a bomb"
                    )
                stream.seek(0)
                yield evolve(source, stream=stream, form="xlsx", file=None)
                return
            if what:
                raise NoReportsError(f"{source.place}: not read, it is {what}: save it as plain text")
            members = [each for each in archive.infolist() if not _is_folder(each) and not _is_hidden(each.filename)]
            if len(members) > limits.members:
                raise DocumentError(f"{source.place}: {len(members):,} files in it, over {limits.members:,}; left out")
            if sum(each.compress_size for each in members) > size:
                raise DocumentError(f"{source.place}: its files overlap; left out as a decompression bomb")
            for each in sorted(members, key=lambda member: member.filename):
                yield from _member(archive, each, source)


def _is_folder(member: zipfile.ZipInfo) -> bool:
    return member.filename.endswith("/")  # of a name that is empty `is_dir` would ask for the last letter


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in PurePosixPath(name).parts)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source) -> Iterator[Source | DocumentError]:
    place, limits = f"{source.place}/{member.filename}", source.limits
    if member.flag_bits & 1:
        yield DocumentError(f"{place}: needs a password; unpack it first")
    elif member.file_size > limits.room and member.file_size > limits.ratio * member.compress_size:
        yield DocumentError(
            f"{place}: unpacked it is over {limits.ratio} times as large; left out as a decompression bomb"
        )
    else:
        # Nothing is written anywhere; «..» in a name is only shown as it is.
        path = PurePosixPath(source.path.stem, member.filename)
        try:
            file = archive.open(member)
        except (NotImplementedError, zipfile.BadZipFile, RuntimeError) as error:
            yield DocumentError(f"{place}: cannot be unpacked ({error})")
            return
        with file:
            stream = cast("BinaryIO", file)
            yield _unpacked(source, stream, place, path)

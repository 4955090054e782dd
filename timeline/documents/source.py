"""The bytes of one file, wherever it lies: on the disk, in an archive, on standard input."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from attrs import field, frozen

from timeline.documents.limits import DEFAULT, Limits
from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

#: So much of a file is looked at to tell its form and its encoding.
HEAD = 1 << 17


@frozen
class Source:
    """One file that may hold reports.

    Parameters
    ----------
    place
        as messages call it: «corpus.zip/2018/a.txt»
    path
        its name and the folders that it lies in, for its suffix and the date that may stand in them
    stream, head
        its bytes, and the first of them
    depth
        out of how many packings it was taken
    encoding
        the one that the caller gives
    file
        where it lies, if it is a file on the disk
    form
        what it is known to be, whatever it begins with
    limits
        how much of it is too much
    """

    place: str
    path: PurePath
    stream: BinaryIO = field(repr=False)
    head: bytes = field(repr=False)
    depth: int = 0
    encoding: str | None = None
    file: Path | None = None
    form: str | None = None
    limits: Limits = DEFAULT

    @property
    def suffix(self) -> str:
        """The last suffix of its name: ``.jsonl``."""
        return self.path.suffix.lower()

    @property
    def is_short(self) -> bool:
        """Whether the head is all of it."""
        return len(self.head) < HEAD

    def whole(self) -> bytes:
        """All its bytes, unless they are too many."""
        raw = bytearray()
        while piece := self.stream.read(HEAD):  # as much as is there; one read of so many bytes would take the memory
            raw += piece
            if len(raw) > self.limits.whole:
                raise DocumentError(
                    f"{self.place}: over {self.limits.whole:,} bytes; write it as JSON Lines, or give limits whole=…"
                )
        return bytes(raw)


def source_of(
    stream: BinaryIO,
    place: str,
    path: PurePath,
    *,
    depth: int = 0,
    encoding: str | None = None,
    file: Path | None = None,
    limits: Limits = DEFAULT,
) -> Source:
    """A source from a stream of bytes that nothing was read from yet."""
    head = b"".join(_filled(stream))
    return Source(place, path, stream_of(_again(head, stream)), head, depth, encoding, file, limits=limits)


def _filled(stream: BinaryIO) -> Iterator[bytes]:
    """The first bytes of a stream; a pipe gives them in pieces."""
    left = HEAD
    while left and (piece := stream.read(left)):
        left -= len(piece)
        yield piece


def _again(head: bytes, rest: BinaryIO) -> Iterator[bytes]:
    yield head
    while piece := rest.read(HEAD):
        yield piece


def bounded(pieces: Iterable[bytes], source: Source) -> Iterator[bytes]:
    """Unpacked bytes, as long as they are no bomb: a few bytes that become gigabytes."""
    limits = source.limits
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limits.room and total > limits.ratio * source.stream.tell():
            raise DocumentError(
                f"{source.place}: unpacked it is over {limits.ratio} times as large; left out as a decompression bomb"
            )
        yield piece


class _Pieces(io.RawIOBase):
    """Pieces of bytes as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")
        self._given = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        self._given += size
        return size


def stream_of(pieces: Iterator[bytes]) -> BinaryIO:
    """A stream that gives the pieces one after the other."""
    return io.BufferedReader(_Pieces(pieces), HEAD)


@contextmanager
def seekable(source: Source) -> Iterator[BinaryIO]:
    """A source that can be read in any order: the file itself, or a copy of what came out of a pipe or an archive."""
    if source.file is not None:
        with source.file.open("rb") as stream:
            yield stream
        return
    if source.stream.seekable():
        yield source.stream
        return
    with tempfile.SpooledTemporaryFile(max_size=source.limits.room) as copy:
        shutil.copyfileobj(source.stream, copy)
        copy.seek(0)
        yield copy  # type: ignore[misc]

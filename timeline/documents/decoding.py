"""From bytes to text: UTF-8, UTF-16 by its mark, Windows-1256 and ISO-8859-6 recognized and said.

A text that is not UTF-8 is decoded only where the result is Arabic beyond doubt; a UTF-8 file with a few broken bytes
is a broken file, told with its line, and no text in another encoding.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import TYPE_CHECKING

from timeline.documents.notes import Note
from timeline.errors import DocumentError, MissingExtraError, OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from timeline.documents.source import Source

#: What the other encodings of Arabic are called: by Python, and by the people who choose them in a menu.
ENCODINGS = {"cp1256": "windows-1256", "iso8859_6": "ISO-8859-6"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|<\?xml[^>]{0,80}encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]+)""")
_BROKEN = re.compile("[\udc80-\udcff]")
_ARABIC = re.compile("[\u0621-\u064a]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
# So many Arabic letters are no accident.
_ENOUGH = 8


def known(encoding: str | None) -> None:
    """Refuse an encoding that nobody knows.

    Raises
    ------
    OptionError
        naming the encoding and some that are known
    """
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        raise OptionError(f"encoding={encoding!r} is not known; such are utf-8, windows-1256, iso-8859-6") from None


def encoding_of(raw: bytes, source: Source, *, declares: bool = False) -> tuple[str, list[Note]]:
    """The encoding of the bytes, or of the first of them, and what there is to say of it.

    ``declares``: whether the form can name its encoding itself, as HTML and XML do.

    Raises
    ------
    DocumentError
        if they are in no encoding that is recognized; the message names the line and the byte
    MissingExtraError
        if they are not UTF-8, and what recognizes other encodings is not installed
    """
    if source.encoding:
        return source.encoding, []
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name, []
    if _decodes(raw, "utf-8", final=source.is_short or len(raw) > len(source.head)):
        return "utf-8", []
    declared = _DECLARED.search(raw[:4096]) if declares else None
    if declared is not None:
        name = declared[1].decode("ascii")
        if name.lower() not in {"utf-8", "utf8"} and _is_arabic(raw, name):
            return name, []
    text = raw.decode("utf-8", "surrogateescape")
    wrong = len(_BROKEN.findall(text))
    recognized = _recognized(raw, source.place) if wrong * 2 > len(_FOREIGN.findall(text)) else None
    if recognized:
        said = f"decoded as {ENCODINGS[recognized]}, recognized by its letters"
        return recognized, [Note("decoded", source.place, said)]
    raise not_utf8(text, source.place)


def _decodes(raw: bytes, encoding: str, *, final: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(raw, final)
    except UnicodeDecodeError:
        return False
    return True


def _is_arabic(raw: bytes, encoding: str) -> bool:
    try:
        text = raw.decode(encoding, "replace")
    except LookupError:
        return False
    arabic = len(_ARABIC.findall(text))
    return arabic >= _ENOUGH and arabic * 2 > len(_FOREIGN.findall(text))


def _recognized(raw: bytes, place: str) -> str | None:
    if not any(_is_arabic(raw, name) for name in ENCODINGS):
        return None
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        raise MissingExtraError(
            f"{place}: not UTF-8; other encodings are recognized with pip install 'diplomatic-timeline[files]' "
            f"({error}), or give encoding='windows-1256' if it is that"
        ) from None
    best = from_bytes(raw, cp_isolation=list(ENCODINGS)).best()
    return best.encoding if best is not None and _is_arabic(raw, best.encoding) else None


def not_utf8(text: str, place: str) -> DocumentError:
    """What to say of a text whose undecodable bytes were kept as surrogates."""
    match = _BROKEN.search(text)
    line = text.count("\n", 0, match.start()) + 1 if match else 1
    where = place if re.search(r":\d+$", place) else f"{place}:{line}"
    byte = f" (byte 0x{ord(match[0]) - 0xDC00:02X})" if match else ""
    return DocumentError(f"{where}: not UTF-8{byte}; save the file as UTF-8, or give its encoding")


def broken(text: str) -> bool:
    """Whether bytes of it could not be decoded."""
    return not text.isascii() and _BROKEN.search(text) is not None


def text_of(source: Source, *, declares: bool = False) -> tuple[str, list[Note]]:
    """All of a source as text, without a byte order mark, and what there is to say of its encoding."""
    raw = source.whole()
    encoding, notes = encoding_of(raw, source, declares=declares)
    try:
        return raw.decode(encoding).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), notes
    except UnicodeError as error:
        raise DocumentError(f"{source.place}: not {encoding} ({error})") from None


def lines_of(source: Source, *, newline: str = "\n") -> tuple[TextIO, list[Note]]:
    """A source as a stream of text, read as it is needed; bytes that cannot be decoded are kept as surrogates."""
    try:
        encoding, notes = encoding_of(source.head, source)
    except DocumentError:
        encoding, notes = "utf-8", []  # told line by line
    encoding = "utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding
    return io.TextIOWrapper(source.stream, encoding, errors="surrogateescape", newline=newline), notes


def head_of(source: Source) -> str:
    """The beginning of a source as text, good enough to tell its form."""
    encoding = source.encoding
    if encoding is None:
        encoding = next((name for mark, name in _MARKS if source.head.startswith(mark)), "utf-8")
    return source.head.decode(encoding, "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def bounded_lines(stream: TextIO, source: Source, above: int = 0) -> Iterator[str]:
    """The lines of a stream, as long as none is too long to be one; ``above``: how many were read before."""
    most, number = source.limits.record, above
    while line := stream.readline(most + 1):
        number += 1
        if len(line) > most:
            raise DocumentError(f"{source.place}:{number}: a line of over {most:,} characters; give limits record=…")
        yield line


def numbered(stream: TextIO, source: Source) -> Iterator[tuple[int, str]]:
    """The lines of a stream with their numbers, empty ones left out."""
    for number, line in enumerate(bounded_lines(stream, source), 1):
        if line.strip():
            yield number, line

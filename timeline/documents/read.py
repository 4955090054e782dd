"""Read reports from files: text with front matter, plain text, JSON records, JSON Lines.

A report with front matter::

    ---
    title: لقاء في أستانا
    published: 2024-12-03
    source: وكالة الأنباء
    ---
    التقى وزراء خارجية الدول الثلاث ...

A compilation is one file with several such blocks, one above each article. A JSON record is an object with ``text``
and the same keys; JSON Lines has one on each line, a JSON file may hold an array of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from timeline.documents.model import Document
from timeline.errors import DateError, DocumentError

SUFFIXES = (".md", ".txt", ".json", ".jsonl", ".ndjson")
# The keys of front matter and records, and what they are called in other people's files.
KEYS = {
    "text": "text", "content": "text", "body": "text",
    "published": "published", "date": "published",
    "source": "source", "publisher": "source",
    "title": "title", "headline": "title",
    "url": "url", "link": "url",
    "id": "id",
}  # fmt: skip

_FENCE = re.compile(r"---[ \t]*\r?")
_PAIR = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def read(path: str | Path) -> Document:
    """The one report in a file; a compilation of several is `read_all`'s.

    Raises
    ------
    DocumentError
        if the file is missing, not UTF-8, empty, or holds several reports; the message names file and line
    """
    documents = read_all(path)
    if len(documents) > 1:
        raise DocumentError(f"{path} holds {len(documents)} reports: read them with timeline.build or read_all")
    return documents[0]


def read_all(path: str | Path) -> list[Document]:
    """Every report in a file or, in the order of their paths, in the files of a folder; the first bad one raises."""
    documents = []
    for found in scan(path):
        if isinstance(found, DocumentError):
            raise found
        documents.append(found)
    return documents


def scan(path: str | Path) -> Iterator[Document | DocumentError]:
    """Every report in a file or folder, one by one, and in its place an error for each that cannot be read."""
    path = Path(path)
    try:
        files = files_in(path) if path.is_dir() else [path]
    except DocumentError as error:
        yield error
        return
    except (OSError, ValueError) as error:  # a folder that may not be read, a name that no file can have
        yield DocumentError(f"{path}: {_said(error)}")
        return
    for file in files:
        try:
            yield from _records(file) if file.suffix.lower() in {".jsonl", ".ndjson"} else _whole(file)
        except DocumentError as error:
            yield error
        except (OSError, ValueError) as error:
            yield DocumentError(f"{file}: {_said(error)}")


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that may hold reports, hidden ones left out, in the order of their paths.

    JSON beside a text of the same name belongs to that text (what is expected of it, say) and is no report.
    """
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    texts = {path.parent / path.name.split(".")[0] for path in found if path.suffix.lower() in {".md", ".txt"}}
    found = [
        path
        for path in found
        if path.suffix.lower() in {".md", ".txt"} or path.parent / path.name.split(".")[0] not in texts
    ]
    if not found:
        raise DocumentError(f"{folder}: no report in this folder; looked for {', '.join(SUFFIXES)}")
    return found


def _said(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return str(getattr(error, "strerror", None) or error).lower()


def _whole(file: Path) -> Iterator[Document | DocumentError]:
    text = _decode(file.read_bytes(), str(file))
    if not text.strip():
        yield DocumentError(f"{file}: the file is empty")
    elif file.suffix.lower() == ".json":
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield DocumentError(f"{file}: {_json_said(error)}")
            return
        for number, record in enumerate(data if isinstance(data, list) else [data], 1):
            place = f"{file}, record {number}" if isinstance(data, list) else str(file)
            yield _from_record(record, place)
    else:
        yield from _articles(text, str(file))


def _records(file: Path) -> Iterator[Document | DocumentError]:
    """JSON Lines, line by line: a corpus need not fit into memory."""
    seen = False
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            seen = True
            place = f"{file}:{number}"
            try:
                record = json.loads(_decode(line, place))
            except DocumentError as error:
                yield error
            except (ValueError, RecursionError) as error:
                yield DocumentError(f"{place}: {_json_said(error)}")
            else:
                yield _from_record(record, place)
    if not seen:
        yield DocumentError(f"{file}: the file is empty")


def _json_said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON (line {error.lineno}, column {error.colno}: {error.msg})"
    return f"no JSON ({error})"


def _decode(raw: bytes, place: str) -> str:
    try:
        return raw.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        where = place if re.search(r":\d+$", place) else f"{place}:{line}"
        byte = raw[error.start]
        raise DocumentError(f"{where}: not UTF-8 (byte 0x{byte:02X}); save the file as UTF-8") from None


def _from_record(record: object, place: str) -> Document | DocumentError:
    if not isinstance(record, Mapping):
        return DocumentError(f"{place}: a record has to be an object with 'text', not {type(record).__name__}")
    fields: dict[str, Any] = {}
    for key, value in record.items():
        name = KEYS.get(str(key).lower())
        if name is None or value is None or (name in fields and str(key).lower() != name):
            continue
        if not isinstance(value, str) and not (name == "id" and isinstance(value, int)):
            return DocumentError(f"{place}: '{key}' has to be a string, not {value!r:.60}")
        fields[name] = str(value)
    if not fields.get("text", "").strip():
        return DocumentError(f"{place}: the record has no 'text'")
    try:
        return Document(**fields)
    except DateError as error:
        return DocumentError(f"{place}: published: {error}")


def _articles(text: str, place: str) -> Iterator[Document | DocumentError]:
    """The articles of a text file: one for each front matter block, or the whole where there is none."""
    blocks = _blocks(text)
    if not blocks:
        yield Document(text.strip("\r\n"))
        return
    if text[: blocks[0][0]].strip():
        yield Document(text[: blocks[0][0]].strip("\r\n"))
    for (_, body, fields), following in zip(blocks, [*[block[0] for block in blocks[1:]], len(text)], strict=True):
        line = fields.pop("line of published", "")
        report = text[body:following].strip("\r\n")
        if not report.strip():
            number = text.count("\n", 0, body) + 1
            yield DocumentError(f"{place}:{number}: front matter without a report below it")
            continue
        try:
            yield Document(report, **{key: value for key, value in fields.items() if key != "text"})
        except DateError as error:
            yield DocumentError(f"{place}:{line}: published: {error}")


def _blocks(text: str) -> list[tuple[int, int, dict[str, Any]]]:
    """Each front matter block: where it starts, where its body starts, and its pairs.

    A lone ``---`` is a rule in the text unless ``key: value`` lines and a second ``---`` follow at once.
    """
    lines, starts, at = text.split("\n"), [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    blocks, number = [], 0
    while number < len(lines):
        last = _end_of_block(lines, number)
        if last is None:
            number += 1
            continue
        fields: dict[str, Any] = {}
        for offset, line in enumerate(lines[number + 1 : last]):
            pair = _PAIR.fullmatch(line.rstrip())
            name = KEYS.get(pair[1].lower()) if pair else None
            value = _unquoted(pair[2]) if pair else ""
            if name and value:
                fields[name] = value
                if name == "published":
                    fields["line of published"] = number + 2 + offset
        blocks.append((starts[number], min(starts[last] + len(lines[last]) + 1, len(text)), fields))
        number = last + 1
    return blocks


def _end_of_block(lines: list[str], number: int) -> int | None:
    if not _FENCE.fullmatch(lines[number]):
        return None
    known = False
    for at in range(number + 1, len(lines)):
        line = lines[at].rstrip()
        if _FENCE.fullmatch(line):
            return at if known else None
        pair = _PAIR.fullmatch(line)
        if pair is None and line and not line.startswith(("#", " ", "\t", "-")):
            return None
        known = known or (pair is not None and pair[1].lower() in KEYS)
    return None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value

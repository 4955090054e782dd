"""Text files: reports below front matter, in YAML or TOML, and plain text with its date above it or in its name.

A compilation is one file with several blocks of front matter, one above each article. A lone ``---`` is a rule in the
text unless ``key: value`` lines and a second ``---`` follow at once. Where a file begins with several such lines and an
empty one, all of them with names that are known («العنوان: …», «التاريخ: …»), they need no fences.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.documents.columns import field_of, written
from timeline.documents.decoding import text_of
from timeline.documents.notes import NoReportsError, Note
from timeline.documents.printed import date_in_path, printed_date
from timeline.documents.records import Found, Record
from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.documents.source import Source

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?")
_PAIR = re.compile(r"([^\W\d_][\w -]*?)[ \t]*:(?:[ \t]+(.*)|)")
_BLOCK = re.compile(r"[|>][+-]?\d?")


@frozen
class Block:
    """A block of front matter: where it starts, where the text below it does, what it says, or why it says nothing."""

    start: int
    body: int
    fields: dict[str, Any]
    line: int
    wrong: str | None = None


def read(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """The articles of a text file: one for each block of front matter, or the whole where there is none."""
    text, notes = text_of(source)
    yield from notes
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        yield DocumentError(f"{source.place}:{line}: a NUL character: no text, or UTF-16 without its mark (encoding=)")
        return
    if not text.strip():
        yield DocumentError(f"{source.place}: the file is empty")
        return
    if ours := written(text):
        raise NoReportsError(f"{source.place}: {ours}")
    blocks = _blocks(text)
    above = text[: blocks[0].start] if blocks else text
    if above.strip():
        yield from _plain(above.strip("\r\n"), source, is_all=not blocks)
    ends = [block.start for block in blocks[1:]] + [len(text)]
    for block, end in zip(blocks, ends, strict=False):
        report = text[block.body : end].strip("\r\n")
        if block.wrong:
            yield Note("undated", f"{source.place}:{block.line}", f"the front matter is no TOML: {block.wrong}")
        if report.strip():
            yield Record(f"{source.place}:{block.line}", {**block.fields, "text": report})
        else:
            line = text.count("\n", 0, block.body) + 1
            yield DocumentError(f"{source.place}:{line}: front matter without a report below it")


def _plain(text: str, source: Source, *, is_all: bool) -> Iterator[Found]:
    """A text that nothing is said of: its date may stand in it, or in the name of its file or folder."""
    fields: dict[str, Any] = {"text": text}
    reasons: tuple[str, ...] = ()
    printed = printed_date(text)
    if isinstance(printed, str):
        yield Note("undated", source.place, printed)
    elif printed is not None:
        fields["published"], words = printed
        reasons = (f"«{words}» stands with the text",)
    elif is_all and (named := date_in_path(source.path)) is not None:
        fields["published"], words = named
        reasons = (f"«{words}» in the name of the file",)
        yield Note("guessed", source.place, f"published={named[0]} by its name")
    yield Record(source.place, fields, reasons)


def has_front_matter(text: str) -> bool:
    """Whether a text begins with a block of front matter."""
    lines = text.lstrip("\r\n").split("\n", 1000)
    return _end_of_block(lines, 0) is not None


def _blocks(text: str) -> list[Block]:
    lines, starts, at = text.split("\n"), [], 0
    for each in lines:
        starts.append(at)
        at += len(each) + 1
    blocks, number = [], _end_of_heading(lines)
    if number:
        fields, offset = _yaml([line.rstrip() for line in lines[:number]])
        blocks.append(Block(0, min(starts[number] + len(lines[number]) + 1, len(text)), fields, 1 + offset))
    while number < len(lines):
        last = _end_of_block(lines, number)
        if last is None:
            number += 1
            continue
        inside = [line.rstrip() for line in lines[number + 1 : last]]
        wrong = None
        try:
            fields, offset = _toml(inside) if lines[number].startswith("+") else _yaml(inside)
        except tomllib.TOMLDecodeError as error:
            fields, offset, wrong = {}, -1, str(error)
        body = min(starts[last] + len(lines[last]) + 1, len(text))
        blocks.append(Block(starts[number], body, fields, number + 2 + offset, wrong))
        number = last + 1
    return blocks


def _end_of_heading(lines: Sequence[str]) -> int:
    """The empty line below the pairs that a text begins with; 0 where it does not."""
    for number, line in enumerate(lines):
        pair = _PAIR.fullmatch(line.rstrip())
        if pair is None or field_of(pair[1]) in {None, "text"}:
            return number if number > 1 and not line.strip() else 0
    return 0


def _end_of_block(lines: Sequence[str], number: int) -> int | None:
    fence = _FENCE.fullmatch(lines[number])
    if fence is None:
        return None
    known = False
    for at in range(number + 1, len(lines)):
        line = lines[at].rstrip()
        if (end := _FENCE.fullmatch(line)) and end[1] == fence[1]:
            return at if known else None
        if fence[1] == "+++":
            name = line.partition("=")[0].strip().strip("\"'")
            known = known or ("=" in line and field_of(name) is not None)
            if at - number > 200:
                return None
            continue
        pair = _PAIR.fullmatch(line)
        if pair is None and line and not line.startswith(("#", " ", "\t", "-")):
            return None
        known = known or (pair is not None and field_of(pair[1]) is not None)
    return None


def _yaml(lines: Sequence[str]) -> tuple[dict[str, Any], int]:
    """The pairs of a block that a report has a use for, and the line of its date: strings, also over several lines."""
    fields: dict[str, Any] = {}
    place = 0
    for number, line in enumerate(lines):
        pair = _PAIR.fullmatch(line)
        name = field_of(pair[1]) if pair else None
        if pair is None or name in {None, "text"}:
            continue
        value = (pair[2] or "").strip()
        if _BLOCK.fullmatch(value):
            folded = []
            for following in lines[number + 1 :]:
                if following and not following.startswith((" ", "\t")):
                    break
                folded.append(following.strip())
            value = ("\n" if value[0] == "|" else " ").join(folded).strip()
        fields.setdefault(pair[1], _unquoted(value))
        if name == "published":
            place = number
    return fields, place


def _toml(lines: Sequence[str]) -> tuple[dict[str, Any], int]:
    """The same of a block of TOML."""
    table = tomllib.loads("\n".join(lines))
    fields = {key: value for key, value in table.items() if field_of(key) not in {None, "text"}}
    dates = [number for number, line in enumerate(lines) if field_of(line.partition("=")[0].strip()) == "published"]
    return fields, dates[0] if dates else 0


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value

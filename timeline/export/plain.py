"""Text as files can hold it: half a surrogate pair has no bytes, and XML has no controls.

Whatever cannot stand is replaced one for one by U+FFFD, so that every offset stays right.
"""

from __future__ import annotations

import json
import re
from typing import Any

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
#: What `tell` says of halves of surrogate pairs.
HALVES = "halves of surrogate pairs, written as �"
_HALF = re.compile("[\ud800-\udfff]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# Ends of a line to `str.splitlines` and to older JavaScript, inside of a string to JSON.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
# What turns the writing round beyond its own cell; isolates and marks close themselves or turn nothing.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_IN_XML: dict[str, str | int | None] = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_IN_ATTRIBUTES = _IN_XML | {"\n": "&#10;", "\t": "&#9;"}


def writable(text: str) -> str:
    """The text without halves of surrogate pairs, as long as before."""
    return text if text.isascii() else _HALF.sub(REPLACEMENT, text)


def as_json(value: Any, *, indent: int | None = None) -> tuple[str, int]:
    """JSON that any reader takes, and how many halves of surrogate pairs were replaced."""
    text, halves = _HALF.subn(REPLACEMENT, json.dumps(value, ensure_ascii=False, indent=indent))
    return escape_lines(text), halves


def escape_lines(text: str) -> str:
    """JSON that nobody splits inside a line: U+2028 as its escape."""
    return _LINE_ENDS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def as_xml(text: str) -> str:
    """The text as the content of an element: what it says never becomes markup."""
    return _NOT_IN_XML.sub(REPLACEMENT, text).translate(str.maketrans(_IN_XML))


def attributes(values: dict[str, str | None]) -> str:
    """The attributes of an element, those without a value left out: `` tid="t1" type="DATE"``."""
    escaped = {
        name: _NOT_IN_XML.sub(REPLACEMENT, value).translate(str.maketrans(_IN_ATTRIBUTES))
        for name, value in values.items()
        if value is not None
    }
    return "".join(f' {name}="{value}"' for name, value in escaped.items())


def one_line(text: str) -> str:
    """The text in one line, and in the direction of its letters: for cells of tables that are typeset."""
    return _CONTROL.sub(REPLACEMENT, " ".join(_TURNING.sub("", writable(text)).split()))

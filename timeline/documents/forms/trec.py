"""SGML of the TREC and Gigaword collections: ``<DOC>`` after ``<DOC>``, with tags that need not be sound XML.

``<DOCNO>``, ``<HEADLINE>``, ``<DATE>``, ``<TEXT>``; where no date stands, the name of the document may have one
(«AFP_ARB_19940512.0001»).
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from timeline.documents.columns import field_of
from timeline.documents.decoding import bounded_lines, broken, lines_of, not_utf8
from timeline.documents.markup import tidy
from timeline.documents.printed import date_in_words
from timeline.documents.records import Found, Record, read_date
from timeline.errors import DateError, DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.documents.source import Source

_BEGIN = re.compile(r"<DOC\b[^<>]*>", re.IGNORECASE)
_OPEN = re.compile(r"<([A-Za-z][\w.-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([A-Za-z_]\w*)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_PARAGRAPH = re.compile(r"</?(?:P|BR|PARA|S)\b[^<>]*>", re.IGNORECASE)


def read(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """The documents of a file, one after the other: a collection need not fit into memory."""
    stream, notes = lines_of(source)
    yield from notes
    kept: list[str] = []
    first = number = length = 0
    for line_number, line in enumerate(bounded_lines(stream, source), 1):
        if not kept and not _BEGIN.search(line):
            continue
        first = first or line_number
        kept.append(line)
        length += len(line)
        if length > source.limits.record:
            raise DocumentError(f"{source.place}:{first}: <DOC> of over {source.limits.record:,} characters")
        if "</doc>" in line.lower():
            number += 1
            yield _record("".join(kept), f"{source.place}:{first}")
            kept, first, length = [], 0, 0
    if kept:
        yield DocumentError(f"{source.place}:{first}: <DOC> without </DOC>: the file is cut off")
    elif not number:
        yield DocumentError(f"{source.place}: no <DOC> in this file")


def is_trec(head: str) -> bool:
    """Whether a file begins with a ``<DOC>``."""
    return (
        re.match(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>\[]*>\s*)?<DOC(?:\s[^<>]*)?>", head, re.IGNORECASE) is not None
    )


def _record(text: str, place: str) -> Record | DocumentError:
    if broken(text):
        return not_utf8(text, place)
    whole = _OPEN.search(text)
    fields: dict[str, Any] = {}
    if whole is not None:
        fields = {
            match[1]: html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(whole[2])
        }
    at, unclosed = whole.end() if whole else 0, set()
    while match := _OPEN.search(text, at):
        at, name = match.end(), match[1]
        if field_of(name) is None or name in unclosed:
            continue
        end = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(text, at)
        if end is None:
            unclosed.add(name)
            continue
        inside, at = text[at : end.start()], end.end()
        if field_of(name) != "text":
            fields.setdefault(name, " ".join(html.unescape(_TAG.sub(" ", inside)).split()))
        elif name in fields:
            fields[name] += "\n\n" + _plain(inside)
        else:
            fields[name] = _plain(inside)
    # «القاهرة 12-5 (اف ب)» is a date line as well, but no date.
    fields = {
        name: value
        for name, value in fields.items()
        if field_of(name) != "published" or not isinstance(read_date(value), DateError)
    }
    if not any(field_of(name) == "published" for name in fields):
        named = [date_in_words(value) for name, value in fields.items() if field_of(name) == "id"]
        for day, words in filter(None, named):
            return Record(place, {**fields, "published": day}, (f"«{words}» in the name of the document",))
    return Record(place, fields)


def _plain(inside: str) -> str:
    return tidy(html.unescape(_TAG.sub("", _PARAGRAPH.sub("\n\n", inside))))

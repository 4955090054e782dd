"""Inline TIMEX3: the text of a report with a tag around each date, as temporal taggers write it.

Without the tags it is the report, character for character, but for controls and halves of surrogate pairs, which XML
cannot hold: they are �.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from attrs import frozen

from timeline.errors import FormatError
from timeline.export.files import stems
from timeline.export.left_out import tell
from timeline.export.plain import as_xml, attributes
from timeline.export.standoff import Sheet, sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document, Span
    from timeline.resolve.expression import TimeExpression

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n'
DCT = "t0"
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)|<!DOCTYPE[^>]*\[")


@frozen
class Tag:
    """An element of an annotated text: its name, the span of its words in the text, its attributes."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]


def dump(timeline: Timeline) -> dict[str, str]:
    """A file for each report: its name, and the text with its tags."""
    names, files, changed = stems(timeline.documents), {}, 0
    for name, each in zip(timeline.documents, sheets(timeline), strict=True):
        text, held = each.document.text, inline(each.document.text, timexes(each))
        changed += held.count("�") != text.count("�")
        files[f"{names[name]}.xml"] = f"{HEAD}<TimeML>{held}{dct(each.document)}</TimeML>\n"
    tell("TIMEX3", {"reports with characters that XML cannot hold, written as �": changed})
    return files


def load(text: str) -> tuple[str, list[Tag]]:
    """The text of an annotated report without its tags, and the tags by their spans in it; `timeml` files as well.

    Raises
    ------
    FormatError
        if it is no XML, or declares entities, which no such file needs
    """
    if _ENTITY.search(text):
        raise FormatError("declarations of entities or elements are not read: an annotated text has none")
    try:
        root = ET.fromstring(text.encode("utf-8", "surrogatepass"))  # noqa: S314 (no entities: refused above)
    except ET.ParseError as error:
        raise FormatError(f"no XML: {error}") from None
    pieces, tags, at = [root.text or ""], [], len(root.text or "")
    for element in root:
        words = "".join(element.itertext())
        tags.append(Tag(str(element.tag), at, at + len(words), dict(element.attrib)))
        pieces += [words, element.tail or ""]
        at += len(words) + len(element.tail or "")
    return "".join(pieces), tags


def timexes(each: Sheet) -> Iterator[tuple[Span, str, str]]:
    """The dates of a report: their spans, with the tag before and behind."""
    ids = timex_ids(each.expressions)
    for time in each.expressions:
        span = (time.start_char, time.end_char)
        known = {"tid": ids[span], "type": time.type, "value": time.value, "mod": time.modifier}
        anchor = ids.get(time.anchor) if time.anchor else None
        yield span, f"<TIMEX3{attributes({**known, 'anchorTimeID': anchor})}>", "</TIMEX3>"


def timex_ids(expressions: Iterable[TimeExpression]) -> dict[Span, str]:
    """The ``tid`` of each date, by its span."""
    return {(each.start_char, each.end_char): f"t{number}" for number, each in enumerate(expressions, 1)}


def dct(document: Document) -> str:
    """The day of printing as TimeML has it: a TIMEX3 without words, behind the text."""
    if document.published is None:
        return ""
    known = {"tid": DCT, "type": "DATE", "value": document.published.isoformat(),
             "functionInDocument": "PUBLICATION_TIME"}  # fmt: skip
    return f"<TIMEX3{attributes(dict(known))}/>"


def inline(text: str, tags: Iterable[tuple[Span, str, str]]) -> str:
    """The text as XML with tags around spans that do not overlap."""
    pieces, at = [], 0
    for (start, end), before, behind in sorted(tags):
        pieces += [as_xml(text[at:start]), before, as_xml(text[start:end]), behind]
        at = end
    return "".join([*pieces, as_xml(text[at:])])

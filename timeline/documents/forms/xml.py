"""XML of corpora: TEI, NewsML-G2, NITF, and any other whose elements have names that are known («Headline», «Text»).

Read element by element with the parser of Python itself, without entities, without a document type, without anything
from outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from timeline.documents.columns import columns_of
from timeline.documents.decoding import text_of
from timeline.documents.records import Found, Record
from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from timeline.documents.source import Source

_OUTER = frozenset({"TEI", "TEI.2", "newsItem"})
_PARAGRAPHS = frozenset({"p", "head", "ab", "l", "hl2", "h1", "h2", "h3", "h4", "li", "block"})


def read(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """A report for each element that is one."""
    text, notes = text_of(source, declares=True)
    yield from notes
    number = 0
    for element in _elements(text, source):
        fields = _FORMS.get(_name(element), _named)(element)
        if fields is None:
            continue
        number += 1
        yield Record(f"{source.place}, {_name(element)} {number}", fields)
        element.clear()
    if not number:
        raise DocumentError(
            f"{source.place}: no report in this XML; TEI, NewsML-G2, NITF and elements named «text» are"
        )


def _elements(text: str, source: Source) -> Iterator[Element]:
    """Every element when it ends, from the inside out; what stands inside a text of a known kind is part of that."""
    place, deepest = source.place, source.limits.nesting
    ended: list[Element] = []
    builder = TreeBuilder()
    depth = outer = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, outer
        depth += 1
        outer += name.rpartition("}")[2] in _OUTER
        if depth > deepest:
            raise DocumentError(f"{place}:{parser.CurrentLineNumber}: elements are nested over {deepest} deep")
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth, outer
        depth -= 1
        outer -= name.rpartition("}")[2] in _OUTER
        element = builder.end(name)
        if not outer:
            ended.append(element)

    def entity(name: str, *_: object) -> None:
        raise DocumentError(f"{place}:{parser.CurrentLineNumber}: declares the entity «{name}»; left out")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = entity
    try:
        for at in range(0, len(text), 1 << 16):
            parser.Parse(text[at : at + (1 << 16)], False)  # noqa: FBT003 (expat takes no names)
            yield from ended
            ended.clear()
        parser.Parse("", True)  # noqa: FBT003
    except expat.ExpatError as error:
        yield from ended
        raise DocumentError(f"{place}:{error.lineno}: no sound XML ({expat.ErrorString(error.code)})") from None
    yield from ended


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _within(element: Element, *names: str) -> Iterator[Element]:
    """The elements below it that have one of the names."""
    return (each for each in element.iter() if _name(each) in names)


def _said(element: Element | None) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def _paragraphs(element: Element | None) -> str | None:
    """The text of an element: its paragraphs, or its lines where it has none."""
    if element is None:
        return None
    text = "\n\n".join(filter(None, map(_said, _outermost(element))))
    whole = "".join(element.itertext())
    return (text if len(text) * 2 > len(" ".join(whole.split())) else whole.strip("\r\n")) or None


def _outermost(element: Element) -> Iterator[Element]:
    """The paragraphs below it that stand in no other."""
    for each in element:
        yield from [each] if _name(each) in _PARAGRAPHS else _outermost(each)


def _tei(element: Element) -> dict[str, Any] | None:
    """A text of the Text Encoding Initiative: dated by its source before its edition."""
    header = next(_within(element, "teiHeader"), None)
    body = next(_within(element, "body"), None)
    if header is None or body is None:
        return None
    days = [
        each.get("when") or each.get("when-iso") or _said(each)
        for part in ("sourceDesc", "creation", "publicationStmt")
        for outer in _within(header, part)
        for each in _within(outer, "date")
    ]
    described = next(_within(header, "sourceDesc"), header)
    printed = next(_within(described, "publisher", "orgName"), None)
    return {
        "text": _paragraphs(body),
        "title": _said(next(_within(header, "title"), None)),
        "published": next(filter(None, days), None),
        "source": _said(printed if printed is not None else next(_within(header, "publisher"), None)),
    }


def _newsml(element: Element) -> dict[str, Any] | None:
    """A news item of the IPTC (NewsML-G2)."""
    content = next(_within(element, "inlineXML", "inlineData"), None)
    if content is None:
        return None
    body = next(_within(content, "body.content", "body"), content)
    day = next(_within(element, "contentCreated"), None)
    day = day if day is not None else next(_within(element, "firstCreated", "versionCreated"), None)
    provider = next(_within(element, "provider"), None)
    return {
        "text": _paragraphs(body),
        "title": _said(next(_within(element, "headline"), None)),
        "published": _said(day),
        "source": _said(provider) or (provider.get("literal") if provider is not None else None),
        "id": element.get("guid"),
    }


def _nitf(element: Element) -> dict[str, Any] | None:
    """A report in the News Industry Text Format, where it stands for itself."""
    body = next(_within(element, "body.content"), None)
    issued = next(_within(element, "date.issue"), None)
    if body is None:
        return None
    return {
        "text": _paragraphs(body),
        "title": _said(next(_within(element, "hl1", "title"), None)),
        "published": issued.get("norm") if issued is not None else None,
        "source": _said(next(_within(element, "distributor"), None)),
    }


def _named(element: Element) -> dict[str, Any] | None:
    """An element whose children are called as the columns of a report are."""
    children = {_name(each): each for each in reversed(element)}
    columns = columns_of(tuple(children), ())
    if "text" not in columns or len(columns) < 2:
        return None
    fields: dict[str, Any] = dict(element.attrib)
    for field, names in columns.items():
        for name in names:
            fields[name] = _paragraphs(children[name]) if field == "text" else _said(children[name])
    return fields


_FORMS: dict[str, Callable[[Element], dict[str, Any] | None]] = {
    "TEI": _tei, "TEI.2": _tei, "newsItem": _newsml, "nitf": _nitf,
}  # fmt: skip

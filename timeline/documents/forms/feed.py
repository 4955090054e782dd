"""RSS and Atom of all ages, by feedparser: a report for each entry, with the longest text that the feed gives."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from timeline.documents.decoding import text_of
from timeline.documents.markup import plain
from timeline.documents.notes import Note
from timeline.documents.records import Found, Record
from timeline.errors import DocumentError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.documents.source import Source

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


def read(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """The entries of a feed, as they stand; no entity is expanded and nothing is fetched."""
    text, notes = text_of(source, declares=True)
    yield from notes
    if _ENTITY.search(text):
        raise DocumentError(f"{source.place}: declares entities of its own, which are not expanded; left out")
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtraError(f"{source.place}: a feed: pip install 'diplomatic-timeline[web]' ({error})") from None
    # A string would be taken for an address; bytes are what they are.
    utf8 = _DECLARATION.sub("", text).encode("utf-8", "replace")
    feed = feedparser.parse(io.BytesIO(utf8), response_headers={"content-type": "application/xml; charset=utf-8"})
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.bozo else ""
        raise DocumentError(f"{source.place}: no entry in this feed{why}")
    headlines = 0
    for number, entry in enumerate(feed.entries, 1):
        record = _record(entry, feed.feed, f"{source.place}, entry {number}")
        headlines += record.fields["text"] == record.fields["title"]
        yield record
    if feed.bozo:
        yield Note("guessed", source.place, f"no sound XML ({feed.bozo_exception}); read as far as possible")
    if headlines:
        yield Note("guessed", source.place, f"{headlines:,} entries have a title only, which is taken for the text")


def _record(entry: Any, feed: Any, place: str) -> Record:
    title = plain(entry.get("title", "")) or None
    texts = [plain(content.get("value", "")) for content in entry.get("content", ())]
    text = max([*texts, plain(entry.get("summary", ""))], key=len) or title
    outlet = entry.get("source", {}).get("title") or feed.get("title")
    published = entry.get("published") or entry.get("created") or entry.get("updated")
    return Record(
        place, {"text": text, "title": title, "published": published, "url": entry.get("link"), "source": outlet}
    )

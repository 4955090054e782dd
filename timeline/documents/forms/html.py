"""Pages of the web: the report by trafilatura, the date from what the page says of itself, its address, or its words.

The page is asked in this order: meta tags, JSON-LD, ``<time>`` marked as that of publication, the address, a line that
is a date (`timeline.documents.printed`), any other ``<time>``. Nothing is fetched, no script is run.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from timeline.documents.decoding import text_of
from timeline.documents.markup import Markup, plain
from timeline.documents.notes import NoReportsError, Note
from timeline.documents.printed import date_in_path, date_in_words, printed_date
from timeline.documents.records import Found, Record, read_date
from timeline.errors import DateError, DocumentError, MissingExtraError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from timeline.documents.source import Source

#: What a meta tag that holds the day of publication is called, the surest first.
_META = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish_date",
    "publish-date", "publishdate", "published_time", "published_at", "pubdate", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article_date_original", "article.published", "citation_publication_date",
    "datecreated", "date", "og:published_time", "og:pubdate",
)  # fmt: skip
_PUBLISHED_TIME = re.compile(r"publi|posted|entry-date|pubdate|date-published", re.IGNORECASE)
_TOO_DEEP = 40
_SHORTEST = "50"


class _Page(Markup):
    """What a page says of itself: meta tags, JSON-LD, times, its address."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.times: list[tuple[bool, str]] = []
        self.address: str | None = None
        self.json: list[str] = []
        self._in_json = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").strip().lower()
        if tag == "meta" and name:
            self.meta.setdefault(name, given.get("content", ""))
        elif tag == "link" and "canonical" in given.get("rel", "").lower():
            self.address = self.address or given.get("href")
        elif tag == "time" and given.get("datetime"):
            sure = "pubdate" in given or _PUBLISHED_TIME.search(f"{given.get('itemprop')} {given.get('class')}")
            self.times.append((bool(sure), given["datetime"]))
        elif tag == "script" and "ld+json" in given.get("type", "").lower():
            self._in_json = True
            self.json.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_json = False

    def handle_data(self, data: str) -> None:
        if self._in_json:
            self.json[-1] += data


def read(source: Source, _: Mapping[str, str]) -> Iterator[Found]:
    """The one report of a page."""
    text, notes = text_of(source, declares=True)
    yield from notes
    if len(text) > source.limits.page:
        raise DocumentError(f"{source.place}: a page of over {source.limits.page:,} characters; give limits page=…")
    page = _Page()
    page.feed(text)
    page.close()
    if page.meta.get("generator", "").startswith("diplomatic-timeline"):
        raise NoReportsError(f"{source.place}: a page that this library wrote")
    try:
        import trafilatura.settings
    except ImportError as error:
        raise MissingExtraError(
            f"{source.place}: a page of the web: pip install 'diplomatic-timeline[web]' ({error})"
        ) from None
    stated = [thing for block in page.json for thing in _things(block)]
    report = _report(trafilatura, text)
    if not report:
        raise DocumentError(f"{source.place}: no report was found on this page")
    about = trafilatura.extract_metadata(text, extensive=False)
    title = page.meta.get("og:title") or (about and about.title) or None
    told = {"title": title, "source": page.meta.get("og:site_name") or None}
    address = page.address or page.meta.get("og:url") or _first(stated, "url")
    day, reason = _stated_date(page, stated)
    if day is None:
        day, reason = _other_date(page, text, address, source)
        if day is not None:
            yield Note("guessed", source.place, f"published={day}: {reason}")
    if address and not re.match(r"https?://", address):
        address = None
    fields = {"text": _without_title(report, title), "published": day, "url": address, **told}
    known = {name: value for name, value in fields.items() if value}
    yield Record(source.place, known, (reason,) if reason else ())


def _report(trafilatura: Any, page: str) -> str:
    """The text of the report: outside of tables, which old pages are laid out with, or else in them."""
    settings = deepcopy(trafilatura.settings.DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _SHORTEST  # a flash is shorter than what is expected elsewhere
    for tables in (False, True):
        report = trafilatura.extract(page, include_comments=False, include_tables=tables, config=settings)
        if report and report.strip():
            return str(report).strip()
    return ""


def _without_title(report: str, title: str | None) -> str:
    """The report without the headline above it, which is its title and none of its sentences."""
    first, _, rest = report.partition("\n")
    is_title = bool(title) and " ".join(first.split()) == " ".join(str(title).split())
    return rest.strip() if is_title and rest.strip() else report


def _stated_date(page: _Page, stated: list[dict[str, Any]]) -> tuple[dt.date | None, str]:
    """The day of publication that the page states, and where."""
    said = [(page.meta[name], f"the meta tag {name}") for name in _META if name in page.meta]
    said += [(thing["datePublished"], "JSON-LD") for thing in stated if thing.get("datePublished")]
    said += [(value, "a time of publication") for sure, value in page.times if sure]
    said += [(thing["dateCreated"], "JSON-LD") for thing in stated if thing.get("dateCreated")]
    for value, where in said:
        if not isinstance(day := read_date(value), DateError):
            return day, f"{where} gives {day}"
    return None, ""


def _other_date(page: _Page, text: str, address: str | None, source: Source) -> tuple[dt.date | None, str]:
    """The day that something on the page points to, and what does."""
    if address and (found := date_in_words(address)):
        return found[0], f"«{found[1]}» in the address"
    printed = printed_date(plain(text), anywhere=True)
    if printed is not None and not isinstance(printed, str):
        return printed[0], f"«{printed[1]}» stands on the page"
    days = {day for _, value in page.times if not isinstance(day := read_date(value), DateError)}
    if len(days) == 1:
        [day] = days
        return day, f"the one time on the page gives {day}"
    named = date_in_path(source.path)
    return (named[0], f"«{named[1]}» in the name of the file") if named else (None, "")


def _things(block: str) -> Iterator[dict[str, Any]]:
    """The objects of a block of JSON-LD, however they are nested; reports before everything else."""
    try:
        waiting = [(json.loads(block.strip().removeprefix("<!--").removesuffix("-->").rstrip(";")), 0)]
    except (ValueError, RecursionError):
        return
    found: list[dict[str, Any]] = []
    while waiting:
        thing, depth = waiting.pop()
        if isinstance(thing, dict):
            found.append(thing)
        if depth < _TOO_DEEP and isinstance(thing, dict | list):
            waiting += [(each, depth + 1) for each in (thing.values() if isinstance(thing, dict) else thing)]
    yield from sorted(found, key=lambda thing: "Article" not in str(thing.get("@type", "")))


def _first(stated: list[dict[str, Any]], name: str) -> str | None:
    return next((thing[name] for thing in stated if isinstance(thing.get(name), str)), None)

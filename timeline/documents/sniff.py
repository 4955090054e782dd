"""What form a file has, told by its first bytes; its suffix decides only where they leave it open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.documents.decoding import head_of
from timeline.documents.forms import csv, json, text, trec

if TYPE_CHECKING:
    from timeline.documents.source import Source

#: Forms that are told by their first bytes, and what is said of those that are not read.
MAGIC = {
    b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"PK\x03\x04": "zip", b"PK\x05\x06": "zip",
    b"PAR1": "parquet", b"ARROW1": "arrow", b"\xff\xff\xff\xff": "arrow",
}  # fmt: skip
UNREAD = {
    b"%PDF": "a PDF: make text of it first (pdftotext -enc UTF-8)",
    b"\xd0\xcf\x11\xe0": "a file of old Word or Excel: save it as text or CSV",
    b"BZh": "bzip2: unpack it first (bunzip2)",
    b"\xfd7zXZ": "xz: unpack it first (unxz)",
    b"7z\xbc\xaf": "7-Zip: unpack it first",
    b"Rar!": "RAR: unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "RTF: save it as plain text",
    b"FEA1": "Feather of the first version: write it anew",
    b"SQLite format 3": "a database of SQLite: write the table as CSV or JSON Lines",
}
#: What plain text is called; in a folder only such files are taken for text, and Arabic ones without a suffix.
TEXTS = frozenset({".txt", ".md", ".markdown", ".text", ".utf8"})
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{\["\]]|$))')
# The first element, behind declarations, comments and the type of the document.
_ROOT = re.compile(
    r"(?:\s++|<\?[^>]*+>|(?><!--.*?-->)|(?><!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?+>))*+<([A-Za-z][\w:.-]*)",
    re.DOTALL | re.IGNORECASE,
)
_FEEDS = frozenset({"rss", "feed", "rdf"})
_PAGE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_PAGES = frozenset({
    "html", "head", "body", "div", "p", "article", "section", "main", "table", "meta", "title", "script", "span",
    "center", "font", "h1", "h2",
})  # fmt: skip
_CALENDAR = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)")
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-z]")


def form_of(source: Source) -> str:
    """The name of the form, or why a file of its kind is not read: a sentence, known by its blanks."""
    if source.form:
        return source.form
    for magic, form in MAGIC.items():
        if source.head.startswith(magic):
            return form
    for magic, said in UNREAD.items():
        if source.head.startswith(magic):
            return f"not read, it is {said}"
    if source.head[257:262] == b"ustar":
        return "not read, it is a tar archive: unpack it first"
    head = head_of(source)
    return _form_of_text(head.lstrip(), source.suffix) if head.strip() else "text"


def _form_of_text(head: str, suffix: str) -> str:
    if suffix in {".jsonl", ".ndjson"}:
        return "jsonl"
    if suffix == ".json" or _JSON.match(head):
        return "jsonl" if json.is_lines(head) else "json"
    if head.startswith("<") and (form := _form_of_markup(head, suffix)):
        return form
    if suffix in {".html", ".htm", ".xhtml"}:
        return "html"
    if suffix in csv.SUFFIXES or (not text.has_front_matter(head) and csv.is_table(head)):
        return "csv"
    if _CALENDAR.match(head):
        return "not read, it is a calendar"
    return "text"


def _form_of_markup(head: str, suffix: str) -> str | None:
    """The form of what begins with a tag: by the name of its first element."""
    root = _ROOT.match(head)
    if root is None:
        return None
    name = root[1].rpartition(":")[2].lower()
    if name == "doc":
        return "trec" if trec.is_trec(head) else "xml"
    if name in _FEEDS:
        return "feed"
    if name in _PAGES or _PAGE.match(head):
        return "html"
    return "xml" if suffix == ".xml" or head.startswith("<?xml") or re.search(r"</[\w:.-]+>", head) else None


def is_plain_report(source: Source) -> bool:
    """Whether a text that lies in a folder is meant: by its suffix, by front matter, or by its letters alone."""
    if source.suffix in TEXTS:
        return True
    head = head_of(source)
    if text.has_front_matter(head):
        return True
    has_suffix = re.search(r"[^\W\d_]", source.suffix) is not None  # «.0001» is none
    return not has_suffix and len(_ARABIC.findall(head)) > len(_LATIN.findall(head))

"""Markup as text: paragraphs stand below each other, scripts and styles are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "title", "iframe"})
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|b|i|em|h[1-6]|li|ul|table|td)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_GAPS = re.compile(r"\n{3,}")


class Markup(HTMLParser):
    """A reader of markup that raises on none: a declaration that is none («<![:») is a comment, as in a browser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_html_declaration(self, i: int) -> int:
        """Read a declaration: «<!doctype html>»."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:  # so says the standard library up to Python 3.13
            return self.parse_bogus_comment(i)


class _Text(Markup):
    """The text of markup, gathered; paragraphs end with an empty line, lines with a line feed."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(_SPACES.sub(" ", data))


def has_markup(text: str) -> bool:
    """Whether a text is HTML and no plain text."""
    return "<" in text and _MARKUP.search(text) is not None


def plain(markup: str) -> str:
    """The text of some HTML: «<p>أ<br>ب</p><p>ج</p>» has two paragraphs."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return tidy("".join(reader.pieces))


def tidy(text: str) -> str:
    """A text without blanks at the ends of its lines, with one empty line at most between two."""
    return _GAPS.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()

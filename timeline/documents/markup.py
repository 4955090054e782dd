"""Markup as text: paragraphs stand below each other, scripts and styles are left out."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "title", "iframe"})
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|b|i|em|h[1-6]|li|ul|table|td)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_GAPS = re.compile(r"\n{3,}")


class Markup(HTMLParser):
    """A reader of whole pages that raises on none: a declaration that is none («<![:») is a comment, as in a browser.

    What is opened and never closed («<a href=») is tried once and not again at each tag behind it, which takes the
    standard library the square of the time: what is left of the page is its text.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_starttag(self, i: int) -> int:
        """Read the beginning of an element."""
        return self._or_rest(i, super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        """Read the end of an element."""
        return self._or_rest(i, super().parse_endtag(i))

    def parse_pi(self, i: int) -> int:
        """Read an instruction: «<?php»."""
        return self._or_rest(i, super().parse_pi(i))

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 (as the standard library has it)
        """Read a comment."""
        return self._or_rest(i, super().parse_comment(i, report))

    def parse_html_declaration(self, i: int) -> int:
        """Read a declaration: «<!doctype html>»."""
        try:
            end = super().parse_html_declaration(i)
        except AssertionError:  # so says the standard library up to Python 3.13
            end = self.parse_bogus_comment(i)
        return self._or_rest(i, end)

    def _or_rest(self, begin: int, end: int) -> int:
        if end < 0:
            self.handle_data(unescape(_TAG.sub(" ", self.rawdata[begin:])))
            return len(self.rawdata)
        return end


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

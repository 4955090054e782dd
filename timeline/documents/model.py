"""A text and what is known about it: when it was published, by whom, where."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from attrs import field, frozen

from timeline.resolve.published import published_date
from timeline.values.interval import Interval

Span = tuple[int, int]
_BLANK = re.compile(r"[^\n]")


def _published(value: object) -> dt.date | None:
    return None if value is None else published_date(value)


@frozen
class Document:
    """One report: its text, and the date that «أمس» and «الجاري» in it are counted from.

    Parameters
    ----------
    text
        the report, exactly as it stands; every offset of every result indexes it
    published
        a date, datetime, pendulum value, or any date string that a newspaper prints in its metadata
        («الثلاثاء، 3 ديسمبر 2024 - 18:22», «02/06/1446 هـ», RFC 2822, ISO); ``None`` if not known
    source, title, url
        newspaper or agency, headline, address; as the metadata gives them
    id
        stable; derived from the text and the metadata if not given
    published_range, published_reasons
        where the date was inferred from the text itself: the days it may be, and why (`timeline.documents.dating`);
        where it stood beside the text, in the name of the file or on the page: only why
    boilerplate
        the parts of the text that are no part of the report: teasers of other articles, pull quotes, «شاهد أيضا»
        tails, stray ids and hashtag lines (`timeline.documents.split`); nothing is read from them
    part_of, part_span
        where the report is one of several in a compilation: the id of the whole, and the span of this text in it
    """

    text: str
    published: dt.date | None = field(default=None, converter=_published)
    source: str | None = None
    title: str | None = None
    url: str | None = None
    id: str = field(default="")
    published_range: Interval | None = field(default=None, kw_only=True)
    published_reasons: tuple[str, ...] = field(default=(), kw_only=True)
    boilerplate: tuple[Span, ...] = field(default=(), kw_only=True)
    part_of: str | None = field(default=None, kw_only=True)
    part_span: Span | None = field(default=None, kw_only=True)

    @property
    def report(self) -> str:
        """The text with its boilerplate blanked out: as long as the text, so every offset in it holds there too."""
        if not self.boilerplate:
            return self.text
        pieces, last = [], 0
        for start, end in self.boilerplate:
            pieces += [self.text[last:start], _BLANK.sub(" ", self.text[start:end])]
            last = end
        return "".join([*pieces, self.text[last:]])

    def __attrs_post_init__(self) -> None:
        if not self.id:
            parts = (self.source, self.title, self.url, self.published and self.published.isoformat(), self.text)
            digest = hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "id", digest.hexdigest()[:12])

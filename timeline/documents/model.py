"""A text and what is known about it: when it was published, by whom, where."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from timeline.values.interval import Interval


@frozen
class Document:
    """One report: its text, and the date that «أمس» and «الجاري» in it are counted from.

    Parameters
    ----------
    text
        the report, exactly as it stands; every offset of every result indexes it
    published
        a date, datetime, pendulum value, or any date string that a newspaper prints in its metadata
        («الثلاثاء، 3 ديسمبر 2024 - 18:22», RFC 2822, ISO); ``None`` if not known
    source, title, url
        newspaper or agency, headline, address; as the metadata gives them
    id
        stable; derived from the text and the metadata if not given
    published_range
        where the date was inferred from the text itself: the days it may be (`timeline.documents.dating`)
    """

    text: str
    published: dt.date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    id: str = field(default="")
    published_range: Interval | None = field(default=None, kw_only=True)
    published_reasons: tuple[str, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            parts = (self.source, self.title, self.url, self.published and self.published.isoformat(), self.text)
            digest = hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "id", digest.hexdigest()[:12])

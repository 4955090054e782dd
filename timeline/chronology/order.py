"""The order of events: which of two surely came first, and one line for all of them.

Dates in news are days, months, years, open stretches («منذ الأربعاء») and vague ones («قبل أيام»). Two orders matter:

* the **partial order**: one event surely precedes another when its last possible moment is over before the other's
  first (`surely_before`). «الأربعاء» and «ديسمبر» overlap, so neither precedes the other;
* the **total order** of a timeline, which has to put them in a row. It never contradicts the partial order.

An event stands at the first moment it may have begun. Where the beginning is open («حتى مساء الاثنين») it stands at the
last moment before its end. Of events that begin together the shorter, which is the better known, comes first, and one
with an open end after all others. A vague date stands at the beginning of its window. Events without any date come
last, in the order of the reports that tell them.

Why this is consistent: each event stands at a moment inside its own extent, and if one extent is over before another
begins, so is every moment in it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline.values.interval import Interval, as_datetime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event

_WEEK = 8  # days, with those of both ends
_INSTANT = dt.timedelta(microseconds=1)
_EARLIEST, _LATEST = dt.datetime.min, dt.datetime.max  # noqa: DTZ901 (local time of the text)
_NEVER = dt.date.max

Position = tuple[bool, dt.datetime, dt.datetime]
Key = tuple[Position, dt.date, int, str]


def extent(event: Event) -> Interval | None:
    """From the first to the last moment that the event may fill, vague windows included; ``None`` if it has no date."""
    when = event.when
    if not when:
        return None if event.time is None else event.time.window
    whole = when[0]
    for interval in when[1:]:
        whole = whole.hull(interval)
    return whole


def lasts(event: Event) -> bool:
    """Whether it goes on or took more than a week: «منذ 2013» is no news of one day."""
    return is_long(extent(event))


def is_long(whole: Interval | None) -> bool:
    """Whether the extent of an event is more than a week, or open."""
    return whole is not None and ((length := whole.length) is None or length.days > _WEEK)


def surely_before(first: Event, second: Event) -> bool:
    """Whether the first event is over before the second can have begun: the partial order."""
    one, other = extent(first), extent(second)
    return one is not None and other is not None and one.precedes(other)


def position(event: Event) -> Position:
    """Where an event stands on the line: (dateless, moment, end), to be compared with ``<``."""
    whole = extent(event)
    if whole is None:
        return (True, _LATEST, _LATEST)
    end = _LATEST if whole.end is None else as_datetime(whole.end)
    if whole.start is not None:
        return (False, as_datetime(whole.start), end)
    return (False, end - _INSTANT if whole.end is not None else _EARLIEST, end)


def key(event: Event, documents: Mapping[str, Document]) -> Key:
    """The sort key of an event: its position, then when and where it is told, then its id, so that no two tie."""
    published, place = _NEVER, 0
    if event.mentions:
        mention = event.mentions[0]
        document = documents.get(mention.document)
        published = (document.published if document else None) or _NEVER
        place = mention.trigger[0]
    return (position(event), published, place, event.id)

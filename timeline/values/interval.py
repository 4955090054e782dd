"""Half-open stretches of time: ``[2024-12-07, 2024-12-08)`` is the seventh of December, whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import total_ordering
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.errors import DateError

if TYPE_CHECKING:
    import pendulum

Moment = dt.date | dt.datetime


def as_datetime(moment: Moment) -> dt.datetime:
    """Midnight for a date, the moment itself for a datetime; local naive time throughout."""
    if isinstance(moment, dt.datetime):
        return moment
    return dt.datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 (local time of the text)


def _moment(value: object) -> Moment | None:
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return dt.datetime(*value.timetuple()[:6]) if value.tzinfo else value  # noqa: DTZ001
    if type(value) is dt.date:
        return value
    if isinstance(value, dt.date):  # pendulum.Date and other children: plain dates only inside
        return dt.date(value.year, value.month, value.day)
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise DateError(f"{value!r} is no end of an interval: give a date, a datetime, an ISO string or None (open)")


@total_ordering
@frozen(order=False, repr=False)
class Interval:
    """A half-open stretch of time: from ``start`` (in) to ``end`` (out); ``None`` leaves that side open.

    «السابع من ديسمبر» (2024) is ``Interval("2024-12-07", "2024-12-08")``; «منذ الأربعاء» is
    ``Interval("2024-11-27", None)``.

    Parameters
    ----------
    start, end
        ``date``, ``datetime`` (for parts of a day; local time of the text, no zone), ISO string or ``None``.

    Raises
    ------
    DateError
        if an end is no date, or if ``end`` does not come after ``start``.

    Order: by start (open first), then by end (open last). Two intervals that cover the same time are equal,
    whether their ends are written as dates or as midnights.
    """

    start: Moment | None = field(converter=_moment, eq=False)
    end: Moment | None = field(converter=_moment, eq=False)
    _key: tuple[dt.datetime, dt.datetime] = field(init=False, repr=False)

    @_key.default
    def _make_key(self) -> tuple[dt.datetime, dt.datetime]:
        start = dt.datetime.min if self.start is None else as_datetime(self.start)  # noqa: DTZ901
        end = dt.datetime.max if self.end is None else as_datetime(self.end)  # noqa: DTZ901
        if end <= start:
            raise DateError(f"an interval has to end after it starts: [{self.start}, {self.end})")
        return start, end

    @classmethod
    def day(cls, date: dt.date) -> Interval:
        """The whole day: ``[date, date + 1)``."""
        return cls(date, None if date == dt.date.max else date + dt.timedelta(days=1))

    def __lt__(self, other: Interval) -> bool:
        if not isinstance(other, Interval):
            return NotImplemented
        return self._key < other._key

    def __repr__(self) -> str:
        start, end = (None if side is None else side.isoformat() for side in (self.start, self.end))
        return f"Interval({start!r}, {end!r})"

    def __str__(self) -> str:
        start, end = ("…" if side is None else side.isoformat() for side in (self.start, self.end))
        return f"[{start}, {end})"

    def __contains__(self, moment: Moment) -> bool:
        """Whether a day (its midnight) or a moment lies inside."""
        return self._key[0] <= as_datetime(moment) < self._key[1]

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share any time."""
        return self._key[0] < other._key[1] and other._key[0] < self._key[1]

    def precedes(self, other: Interval) -> bool:
        """Whether this one is over before the other begins: the partial order of events that are surely apart."""
        return self._key[1] <= other._key[0]

    def intersection(self, other: Interval) -> Interval | None:
        """What both cover, or ``None``."""
        if not self.overlaps(other):
            return None
        start = self.start if self._key[0] >= other._key[0] else other.start
        end = self.end if self._key[1] <= other._key[1] else other.end
        return Interval(start, end)

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that covers both."""
        start = self.start if self._key[0] <= other._key[0] else other.start
        end = self.end if self._key[1] >= other._key[1] else other.end
        return Interval(start, end)

    def __and__(self, other: Interval) -> Interval | None:
        return self.intersection(other)

    def __or__(self, other: Interval) -> tuple[Interval, ...]:
        return union((self, other))

    def __sub__(self, other: Interval) -> tuple[Interval, ...]:
        """What this one covers and the other does not: none, one or two intervals."""
        if not self.overlaps(other):
            return (self,)
        rest = []
        if self._key[0] < other._key[0]:
            rest.append(Interval(self.start, other.start))
        if other._key[1] < self._key[1]:
            rest.append(Interval(other.end, self.end))
        return tuple(rest)

    @property
    def is_open(self) -> bool:
        """Whether one of the sides is not known."""
        return self.start is None or self.end is None

    @property
    def length(self) -> dt.timedelta | None:
        """How long it lasts, or ``None`` if a side is open."""
        return None if self.is_open else self._key[1] - self._key[0]

    def days(self) -> Iterable[dt.date]:
        """Every day that it touches; raises `DateError` on an open interval."""
        if self.start is None or self.end is None:
            raise DateError(f"{self} is open: its days cannot be counted")
        first = self._key[0].date()
        last = (self._key[1] - dt.timedelta(microseconds=1)).date()
        return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))

    def as_pendulum(self) -> pendulum.Interval[pendulum.DateTime]:
        """The same stretch as a `pendulum.Interval` of naive datetimes; raises `DateError` if a side is open."""
        import pendulum

        if self.is_open:
            raise DateError(f"{self} is open: pendulum has no open intervals")
        start, end = (pendulum.instance(side, tz=None) for side in self._key)
        return pendulum.Interval(start, end)


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time in as few intervals as possible, in order: touching and overlapping ones are joined."""
    joined: list[Interval] = []
    for interval in sorted(intervals):
        if joined and interval._key[0] <= joined[-1]._key[1]:  # noqa: SLF001 (same class)
            joined[-1] = joined[-1].hull(interval)
        else:
            joined.append(interval)
    return tuple(joined)

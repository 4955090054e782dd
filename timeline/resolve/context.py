"""What resolution knows beside the words: when they were printed, which way they point, what was told last."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Any, Literal

from attrs import field, frozen

from timeline.errors import DateError, OptionError
from timeline.values.interval import Interval

#: «present» is an imperfect that announces: ahead, today included («يصل الاثنين»).
Direction = Literal["past", "future", "present"]


def _month_or_none(settings: object, attribute: Any, value: object) -> None:
    del settings
    if value is not None and (type(value) is not int or not 1 <= value <= 12):
        raise OptionError(f"Settings({attribute.name}={value!r}): accepted are a month, 1 to 12, or None")


def _one_of(*accepted: object) -> Any:
    def check(settings: object, attribute: Any, value: object) -> None:
        del settings
        if value not in accepted:
            raise OptionError(f"Settings({attribute.name}={value!r}): accepted are {', '.join(map(repr, accepted))}")

    return check


@frozen(cache_hash=True)
class Settings:
    """Conventions that differ by country and house; every one may be set.

    Attributes
    ----------
    week_start
        the ISO weekday that a week begins with; 1 is Monday
    weekend
        the days off, as ISO weekdays
    hours
        of the parts of a day; an end at or before its start lies on the next day
    fiscal_start
        the month that the fiscal year begins with: «السنة المالية 2018». ``None`` leaves it open, but for its halves
        and quarters where two years name it («2018/2019»): these are counted from July
    fiscal_named
        whether one number names the fiscal year by the calendar year that it ends in (``"end"``, as in Washington) or
        begins in (``"begin"``, as in Tokyo)

    Raises
    ------
    OptionError
        if a setting of the fiscal year has a value that is not offered
    """

    week_start: int = 1
    weekend: tuple[int, int] = (6, 7)
    hours: tuple[tuple[str, tuple[int, int]], ...] = (
        ("dawn", (3, 6)),
        ("morning", (6, 12)),
        ("noon", (11, 14)),
        ("afternoon", (12, 18)),
        ("evening", (18, 24)),
        ("night", (18, 6)),
        ("after_midnight", (0, 6)),
        ("daytime", (6, 18)),
    )
    fiscal_start: int | None = field(default=None, validator=_month_or_none)
    fiscal_named: Literal["begin", "end"] = field(default="end", validator=_one_of("begin", "end"))

    def hours_of(self, part: str) -> tuple[int, int]:
        """First and last hour of a part of the day."""
        return dict(self.hours)[part]


DEFAULT = Settings()


@frozen(cache_hash=True)
class Context:
    """The surroundings of one expression.

    Parameters
    ----------
    reference
        the day of printing («document creation time»), or ``None``: then only absolute expressions have intervals
    direction, cue
        where the clause points (``past``, ``future``, ``present`` or ``None``), and the word that says so
    alone
        whether the expression is all there is in its sentence
    prefer
        which way an ambiguous expression is read when nothing says: ``past`` (news) or ``future``
    told
        the time that the text told last, for «ذلك العام», «اليوم التالي», «صباحا»
    hour
        the moment of printing, where it is known: «قبل ست ساعات» counts from it
    """

    reference: dt.date | None = None
    direction: Direction | None = None
    alone: bool = False
    cue: str | None = None
    prefer: Direction = "past"
    told: Interval | None = None
    hour: dt.datetime | None = None
    settings: Settings = field(default=DEFAULT)


@lru_cache(maxsize=1024)
def _iso_day(text: str) -> dt.date:
    return dt.datetime.fromisoformat(text).date()


def hour_of(value: object) -> dt.datetime | None:
    """The moment of printing out of what a user gives, in its own zone: a datetime or an ISO string with a time."""
    if isinstance(value, str) and "T" in value:
        try:
            value = dt.datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, dt.datetime):
        return None
    return dt.datetime(value.year, value.month, value.day, value.hour, value.minute)  # noqa: DTZ001 (local, as printed)


def as_reference(value: object) -> dt.date | None:
    """A reference date out of what a user gives: date, datetime, pendulum value, ISO string, or ``None``.

    Raises
    ------
    DateError
        if it is none of these: `reference='gestern'`.
    """
    if value is None or type(value) is dt.date:
        return value
    if isinstance(value, dt.datetime):
        return dt.date(value.year, value.month, value.day)
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    if isinstance(value, str):
        try:
            return _iso_day(value)
        except ValueError:
            pass
    raise DateError(
        f"reference={value!r} is no date; accepted: a date, a datetime, a pendulum value, "
        "an ISO string such as '2024-12-03', or None"
    )

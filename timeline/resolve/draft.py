"""A denotation in the making, and the function that makes it, one a kind of meaning."""

from __future__ import annotations

import datetime as dt
import re
from functools import singledispatch
from itertools import pairwise
from typing import Any

from attrs import define, field

from timeline.errors import DateError
from timeline.resolve.context import Context
from timeline.resolve.expression import Denotation, Step
from timeline.values.interval import Interval, as_datetime


@define
class Draft:
    """What is known so far of what an expression denotes; `finished` makes the frozen value of it."""

    value: str
    intervals: tuple[Interval, ...] = ()
    granularity: Any = None
    type: Any = "DATE"
    modifier: Any = None
    role: Any = "point"
    calendar: str = "gregorian"
    edtf: str | None = None
    window: Interval | None = None
    open_reason: str | None = None
    conflicts: list[str] = field(factory=list)
    steps: list[Step] = field(factory=list)
    alternatives: list[tuple[tuple[Interval, ...], str]] = field(factory=list)

    def step(self, what: str, why: str) -> Draft:
        """Note one step of the derivation."""
        self.steps.append(Step(what, why))
        return self

    def finished(self, rule: str) -> Denotation:
        """The frozen denotation; its intervals follow each other, whatever the order of the words."""
        for one, other in pairwise(self.intervals):
            if not one.precedes(other):
                raise DateError(f"{self.value}: {other} does not follow {one}")
        if not self.intervals and not self.open_reason:
            self.open_reason = "the expression itself does not say which days"
        return Denotation(
            type=self.type,
            value=self.value,
            edtf=self.edtf if self.edtf is not None else edtf_of(self),
            intervals=self.intervals,
            modifier=self.modifier,
            role=self.role,
            granularity=self.granularity,
            calendar=self.calendar,
            conflicts=tuple(self.conflicts),
            window=self.window,
            open_reason=None if self.intervals else self.open_reason,
            rule=rule,
            derivation=tuple(self.steps),
            alternatives=tuple(self.alternatives),
        )


def unresolved(value: str, reason: str, **known: Any) -> Draft:
    """A draft without intervals, and why."""
    return Draft(value, open_reason=reason, **known)


def of_days(days: list[dt.date], *, through: bool = False) -> Draft:
    """A draft of days in the order of time: one, several, or a stretch from the first to the last."""
    texts = [day.isoformat() for day in days]
    if through:
        text = f"{texts[0]}/{texts[-1]}"
        stretch = Interval(days[0], days[-1] + dt.timedelta(days=1))
        return Draft(text, (stretch,), "day", role="range", edtf=text)
    return Draft(",".join(texts), tuple(map(Interval.day, days)), "day")


NO_REFERENCE = "it is counted from the day of printing, and no reference was given"
OUTSIDE = "it lies outside the years 1 to 9999"
NOTHING_TOLD = "it is counted from a time told before, and none was told in reach"


@singledispatch
def draft(meaning: object, context: Context) -> Draft:
    """What a meaning denotes in a context: one function a kind of meaning, chosen by its type."""
    del context
    raise NotImplementedError(f"no resolution is defined for {type(meaning).__name__}")


_YEAR_OR_MONTH = re.compile("[0-9]{4}(-[0-9]{2})?")
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def edtf_of(draft: Draft) -> str | None:
    """The EDTF level 2 text of a draft, or ``None`` where EDTF cannot say it (parts of a day, vague times, lengths)."""
    if draft.type != "DATE" or not draft.intervals:
        return None
    about = "~" if draft.modifier == "APPROX" else ""
    if draft.modifier in {"START", "MID", "END"}:
        about = "~"
    if len(draft.intervals) > 1 and any(each.is_open for each in draft.intervals):
        return None  # behind the last day of 9999 there is no end, and in a set no open stretch
    texts = [_edtf_interval(interval, draft, about) for interval in draft.intervals]
    # Stretches in a set have dots between their ends: two Hijri years are {2022-07-30..2023-07-18,…}.
    return texts[0] if len(texts) == 1 else "{" + ",".join(text.replace("/", "..") for text in texts) + "}"


def _edtf_interval(interval: Interval, draft: Draft, about: str) -> str:
    start, end = interval.start, interval.end
    if start is None or end is None:
        return f"{_day(start) if start else '..'}/{_day(_last(end)) if end else '..'}"
    value = draft.value
    first, last = start, _last(end)
    if draft.granularity == "day" and draft.modifier not in {"START", "MID", "END"} and _day(first) == _day(last):
        return _day(first) + about
    if draft.modifier not in {"START", "MID", "END"} and draft.calendar == "gregorian" and "/" not in value:
        if draft.granularity in {"month", "year"} and _YEAR_OR_MONTH.fullmatch(value):
            return value + about
        if draft.granularity == "decade" and len(value) == 3:
            return value + "X" + about
        if draft.granularity == "century" and len(value) == 2:
            return value + "XX" + about
        if draft.granularity == "season" and value[5:] in _SEASONS:
            return f"{value[:4]}-{_SEASONS[value[5:]]}{about}"
        if draft.granularity == "quarter" and value[5:6] == "Q":
            return f"{value[:4]}-{32 + int(value[6])}{about}"
        if draft.granularity == "half" and value[5:6] == "H":
            return f"{value[:4]}-{39 + int(value[6])}{about}"
        if draft.granularity == "month" and len(draft.intervals) > 1:
            return _day(first)[:7] + about
        if draft.granularity == "year" and len(draft.intervals) > 1:
            return _day(first)[:4] + about
    return f"{_day(first)}{about}/{_day(last)}"


def _last(end: dt.date) -> dt.date:
    """The last day before a half-open end."""
    return (as_datetime(end) - dt.timedelta(microseconds=1)).date()


def _day(date: dt.date) -> str:
    return date.isoformat()[:10]

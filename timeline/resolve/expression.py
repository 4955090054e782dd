"""A date expression found in a text, and what it denotes."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from timeline.values.interval import Interval

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["point", "since", "until", "before", "within", "range"]
Granularity = Literal[
    "second", "minute", "hour", "part", "day", "weekend", "week", "month",
    "quarter", "season", "half", "year", "decade", "century", "millennium",
]  # fmt: skip
Modifier = Literal[
    "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"
]


@frozen
class Step:
    """One step of a derivation: what was done, and why («الأربعاء» -> the nearest Wednesday in the past)."""

    what: str
    why: str


@frozen
class Denotation:
    """What an expression denotes, apart from where it stands; shared by all that say the same in the same context.

    ``window`` bounds a vague expression («قبل أيام»: two to ten days ago) without claiming to be its value;
    ``open_reason`` says why there are no intervals. ``alternatives`` are readings that were refused, each with
    its intervals and the reason.
    """

    type: TimexType
    value: str
    edtf: str | None
    intervals: tuple[Interval, ...] = ()
    modifier: Modifier | None = None
    role: Role | None = "point"
    granularity: Granularity | None = None
    calendar: str = "gregorian"
    conflicts: tuple[str, ...] = ()
    window: Interval | None = None
    open_reason: str | None = None
    rule: str = ""
    derivation: tuple[Step, ...] = ()
    alternatives: tuple[tuple[tuple[Interval, ...], str], ...] = ()


@frozen(repr=False)
class TimeExpression:
    """One date expression in a text: «السابع والثامن من ديسمبر» with its place, its TIMEX3 value and its days.

    Attributes
    ----------
    text, start_char, end_char
        the words, as they stand in the caller's string: ``text[start_char:end_char] == self.text``
    type
        ``DATE``, ``TIME`` (a part of a day or a clock time), ``DURATION`` or ``SET`` (recurring)
    value
        TIMEX3: ``2024-12-07,2024-12-08``, ``2024-W49``, ``2024-12-02TNI``, ``P2D``, ``PAST_REF`` …
    edtf
        the same in EDTF level 2, ``None`` where EDTF cannot say it
    intervals
        the days meant, half-open; empty where they cannot be known (`open_reason` says why)
    modifier
        ``START``, ``MID``, ``END``, ``APPROX``, ``LESS_THAN``, ``MORE_THAN`` … or ``None``
    role
        ``point``, ``since`` (منذ), ``until`` (حتى), ``before`` (قبل), ``within`` (خلال), ``range``; ``None`` for a
        plain length
    signal
        the span of the word that gives the role («منذ»), or ``None``
    anchor
        the span of the date or event that the expression counts from («بعد يومين من الهجوم»), or ``None``
    """

    text: str
    start_char: int
    end_char: int
    denotation: Denotation = field(repr=False)
    signal: tuple[int, int] | None = field(default=None, repr=False)
    anchor: tuple[int, int] | None = field(default=None, repr=False)

    @property
    def type(self) -> TimexType:
        return self.denotation.type

    @property
    def value(self) -> str:
        return self.denotation.value

    @property
    def edtf(self) -> str | None:
        return self.denotation.edtf

    @property
    def intervals(self) -> tuple[Interval, ...]:
        return self.denotation.intervals

    @property
    def modifier(self) -> Modifier | None:
        return self.denotation.modifier

    @property
    def role(self) -> Role | None:
        return self.denotation.role

    @property
    def granularity(self) -> Granularity | None:
        return self.denotation.granularity

    @property
    def calendar(self) -> str:
        return self.denotation.calendar

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Contradictions in what was said, never repaired silently: a weekday that does not fit its date …"""
        return self.denotation.conflicts

    @property
    def window(self) -> Interval | None:
        """Bounds of a vague expression («قبل أيام»): a help for drawing and sorting, not a value."""
        return self.denotation.window

    @property
    def open_reason(self) -> str | None:
        """Why there are no intervals, or ``None``."""
        return self.denotation.open_reason

    def __repr__(self) -> str:
        intervals = ", ".join(map(str, self.intervals))
        return (
            f"TimeExpression(text={self.text!r}, type={self.type!r}, value={self.value!r}, edtf={self.edtf!r}, "
            f"intervals=({intervals}{',' if len(self.intervals) == 1 else ''}))"
        )

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
    "period",  # «فترة», «مدة»: a stretch of no named unit
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
        """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
        return self.denotation.type

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``2024-12-07``."""
        return self.denotation.value

    @property
    def edtf(self) -> str | None:
        """The EDTF level 2 text, or ``None`` where EDTF cannot say it."""
        return self.denotation.edtf

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The days meant, half-open; empty where they cannot be known."""
        return self.denotation.intervals

    @property
    def modifier(self) -> Modifier | None:
        """The TIMEX3 ``mod``: ``START``, ``APPROX`` …, or ``None``."""
        return self.denotation.modifier

    @property
    def role(self) -> Role | None:
        """What it does to its event: ``point``, ``since``, ``until`` …; ``None`` for a plain length."""
        return self.denotation.role

    @property
    def granularity(self) -> Granularity | None:
        """How exact it is: ``day``, ``month``, ``part``."""
        return self.denotation.granularity

    @property
    def calendar(self) -> str:
        """The calendar it is told in: ``gregorian``, ``hijri-umalqura`` (±1 day), ``coptic``."""
        return self.denotation.calendar

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Contradictions in what was said, never repaired silently: a weekday that does not fit its date."""
        return self.denotation.conflicts

    @property
    def window(self) -> Interval | None:
        """Bounds of a vague expression («قبل أيام»): a help for drawing and sorting, not a value."""
        return self.denotation.window

    @property
    def open_reason(self) -> str | None:
        """Why there are no intervals, or ``None``."""
        return self.denotation.open_reason

    @property
    def alternatives(self) -> tuple[tuple[tuple[Interval, ...], str], ...]:
        """Readings that were refused, each with its intervals and the reason."""
        return self.denotation.alternatives

    def explain(self) -> str:
        """How the value came about, for a reader who wants to contest it: rule, steps, refused readings, conflicts.

        >>> from timeline.tagger import parse
        >>> print(parse("الأربعاء", reference="2024-12-03").explain())
        «الأربعاء» (0-8): DATE 2024-11-27
          days: [2024-11-27, 2024-11-28)
          rule: weekdays
          2024-11-27: the nearest Wednesday: nothing says otherwise; news tells of the past
          refused: [2024-12-04, 2024-12-05): the week after
        """
        known = self.denotation
        lines = [f"«{self.text}» ({self.start_char}-{self.end_char}): {self.type} {self.value}"]
        if known.modifier:
            lines[0] += f" {known.modifier}"
        if known.role not in {None, "point"}:
            lines.append(f"  role: {known.role}")
        if known.intervals:
            lines.append(f"  days: {', '.join(map(str, known.intervals))}")
        else:
            lines.append(f"  no days: {known.open_reason}")
        if known.window:
            lines.append(f"  within: {known.window}")
        if known.calendar != "gregorian":
            lines.append(f"  calendar: {known.calendar}")
        lines.append(f"  rule: {known.rule}")
        lines += [f"  {step.what}: {step.why}" for step in known.derivation]
        lines += [f"  refused: {', '.join(map(str, days)) or 'no days'}: {why}" for days, why in known.alternatives]
        lines += [f"  conflict: {conflict}" for conflict in known.conflicts]
        return "\n".join(lines)

    def __repr__(self) -> str:
        intervals = ", ".join(map(str, self.intervals))
        return (
            f"TimeExpression(text={self.text!r}, type={self.type!r}, value={self.value!r}, edtf={self.edtf!r}, "
            f"intervals=({intervals}{',' if len(self.intervals) == 1 else ''}))"
        )

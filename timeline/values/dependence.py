"""What a meaning depends on beside the reference date."""

from __future__ import annotations

from typing import Any

import attrs

from timeline.values.meaning import (
    Clock,
    Month,
    NamedDay,
    Night,
    NumericDate,
    PartOfDay,
    Relative,
    SameUnit,
    Season,
    Shift,
    Unspecified,
    Weekdays,
    WeekendOf,
)
from timeline.values.quantity import Ago, FromAnchor, Length


def depends_on_context(meaning: object) -> tuple[bool, bool]:
    """Whether it depends on where the clause points, and on what was told before."""
    points = recalls = False
    match meaning:
        case Month() | Season() | NamedDay():
            points = meaning.year is None and meaning.shift is None
        case Weekdays():
            points = meaning.shift is None and meaning.week is None
        case NumericDate():
            points = meaning.year is None
        case Night() | WeekendOf():
            points = meaning.shift is None
        case Ago():
            points = recalls = meaning.sign > 0 and not meaning.from_now
        case Length():
            points = True
        case SameUnit() | Unspecified() | FromAnchor():
            recalls = True
        case PartOfDay() | Clock():
            recalls = meaning.day is None
    if getattr(meaning, "shift", None) is Shift.FOLLOWING:
        recalls = True
    kind: Any = type(meaning)
    if attrs.has(kind) and not isinstance(meaning, Relative):
        for attribute in attrs.fields(kind):
            value = getattr(meaning, attribute.name)
            for part in value if isinstance(value, tuple) else (value,):
                if attrs.has(type(part)):
                    more_points, more_recalls = depends_on_context(part)
                    points, recalls = points or more_points, recalls or more_recalls
    return points, recalls

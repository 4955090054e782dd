"""Days reckoned from the act told before: «حاصرت القوات القصر في 17 مارس. وبعد ثلاثة أيام سيطرت عليه»."""

from __future__ import annotations

from timeline.events.when import Dating, counted_days, shift
from timeline.values.interval import Interval

#: The rules of dates that count from what was told before, in so many words.
_LATER, _SAME_DAY = "later", "that_day"


def reckoned(dating: Dating | None, before: tuple[Interval, ...]) -> Dating | None:
    """A dating that the expression alone leaves open, from the days of the act told before."""
    if dating is None or dating.when or dating.expression is None or not before:
        return dating
    expression = dating.expression
    if expression.anchor is not None:
        return dating
    days = {_LATER: counted_days(expression.value), _SAME_DAY: 0}.get(expression.denotation.rule)
    when = shift(before, days) if days is not None else ()
    return Dating(when, expression, "derived", "counted from the act told before") if when else dating

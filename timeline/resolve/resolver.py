"""Meaning + context -> denotation."""

from __future__ import annotations

from timeline.resolve import days, divided, fiscal, months, named, periods, quantities, times, weekdays
from timeline.resolve.context import Context
from timeline.resolve.draft import draft, unresolved
from timeline.resolve.expression import Denotation

#: The modules that say, for each kind of meaning, what it denotes.
KINDS = (periods, months, fiscal, divided, weekdays, days, times, quantities, named)


#: Printed in one of these years, every expression stays inside the calendar, or says by itself that it does not.
FIRST_SAFE_YEAR, LAST_SAFE_YEAR = 200, 9800


def resolve(meaning: object, context: Context, *, role: str | None = None, rule: str = "") -> Denotation:
    """The denotation of a meaning in a context.

    ``role`` is what a preposition made of the expression; it wins over the role that the meaning has by itself,
    unless the meaning is a plain length.
    """
    try:
        result = draft(meaning, context)
    except (OverflowError, ValueError, AssertionError):  # December 9999 has no end, the year 1 none before it
        today = context.reference
        if today is None or FIRST_SAFE_YEAR <= today.year <= LAST_SAFE_YEAR:
            raise
        result = unresolved("XXXX-XX-XX", "it reaches outside the years 1 to 9999")
    if role is not None and (result.role is not None or role == "within"):
        result.role = role
    return result.finished(rule)


def left_open(rule: str, said: str) -> Denotation:
    """The denotation of an expression whose rule failed against all intention: no days, and a conflict that says so."""
    result = unresolved("XXXX-XX-XX", "its resolution failed; the conflict says how")
    result.conflicts.append(said)
    return result.finished(rule)

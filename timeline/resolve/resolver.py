"""Meaning + context -> denotation."""

from __future__ import annotations

from timeline.resolve import days, named, periods, quantities, times
from timeline.resolve.context import Context
from timeline.resolve.draft import draft, unresolved
from timeline.resolve.expression import Denotation

#: The modules that say, for each kind of meaning, what it denotes.
KINDS = (periods, days, times, quantities, named)


def resolve(meaning: object, context: Context, *, role: str | None = None, rule: str = "") -> Denotation:
    """The denotation of a meaning in a context.

    ``role`` is what a preposition made of the expression; it wins over the role that the meaning has by itself,
    unless the meaning is a plain length.
    """
    try:
        result = draft(meaning, context)
    except OverflowError:  # printed in the first days of the year 1 or in the last of 9999
        result = unresolved("XXXX-XX-XX", "it reaches outside the years 1 to 9999")
    if role is not None and (result.role is not None or role == "within"):
        result.role = role
    return result.finished(rule)

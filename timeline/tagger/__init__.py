"""The temporal tagger: date expressions found in a text and resolved against its day of printing."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

from timeline.errors import DateError, ParseError
from timeline.grammar.scan import scan
from timeline.resolve.context import DEFAULT, Context, Settings, as_reference, hour_of
from timeline.resolve.expression import TimeExpression
from timeline.tagger.resolution import Resolution
from timeline.text.fold import Folded, fold_word


def find(
    text: str,
    *,
    reference: object = None,
    prefer: Literal["past", "future"] = "past",
    settings: Settings = DEFAULT,
) -> list[TimeExpression]:
    """All date expressions of a text, in its order, never overlapping.

    «… يومي السابع والثامن من ديسمبر/كانون الأول الجاري …» with ``reference="2024-12-03"`` gives one expression with
    the value ``2024-12-07,2024-12-08`` and two one-day intervals. The intervals of one expression follow each other.

    No text raises. An expression that a rule fails on, against all intention, is left open: a conflict names the rule,
    `timeline.values.unforeseen.failures` counts it, and a `TimelineWarning` tells of each kind once.

    Parameters
    ----------
    text
        any string; offsets of the results index it
    reference
        the day of printing: a date, datetime, pendulum value or ISO string. Without it, absolute expressions still
        resolve; relative ones come back with no intervals, and why (`TimeExpression.open_reason`). Of a datetime the
        hour counts too: «قبل ست ساعات»
    prefer
        which way a bare «الأربعاء» or «7 ديسمبر» is read where the clause says nothing: ``past``, as in news, or
        ``future``
    settings
        conventions that differ by country: week start, days off, hours of the parts of a day, where the fiscal year
        begins (`timeline.resolve.context.Settings`)

    Raises
    ------
    DateError
        if the reference is no date or ``prefer`` is neither of the two
    TypeError
        if the text is no string
    """
    if not isinstance(text, str):
        raise TypeError(f"text has to be a str, not {type(text).__name__}")
    # Two datetimes of one moment in different zones are equal, and not of one day: only plain values are remembered.
    context = (_remembered if type(reference) in _PLAIN else _context)(reference, prefer, settings)
    folded = Folded(text)
    tokens, found = scan(folded)
    if not found or tokens is None:
        return []
    return Resolution(text, folded, tokens, context).expressions(found)


def parse(
    expression: str,
    *,
    reference: object = None,
    prefer: Literal["past", "future"] = "past",
    settings: Settings = DEFAULT,
) -> TimeExpression:
    """The whole string as one date expression.

    ``parse("السابع والثامن من ديسمبر", reference="2024-12-03")`` has two one-day intervals. A preposition that gives
    the role may stand before it: «منذ الأربعاء».

    Raises
    ------
    ParseError
        if the string is no date expression, or more than one; the message names what is left over
    DateError
        as `find`
    """
    found = find(expression, reference=reference, prefer=prefer, settings=settings)
    if not found:
        raise ParseError(f"{expression!r}: no date expression was found in it")
    if len(found) > 1:
        second = found[1]
        raise ParseError(f"{expression!r}: more than one date expression: {found[0].text!r} and {second.text!r}")
    only = found[0]
    start = only.signal[0] if only.signal else only.start_char
    rest = (expression[:start], expression[only.end_char :])
    left_over = [part.strip(" \t\n\r\u00a0\u200e\u200f.،,؛:؟?!«»\"'“”()") for part in rest]
    left_over = [part for part in left_over if part and fold_word(part) not in _ATTACHED]
    if left_over:
        raise ParseError(
            f"{expression!r}: {only.text!r} is a date expression; left over: {', '.join(map(repr, left_over))}"
        )
    return only


#: Prepositions and conjunctions that may stand before an expression without being left over.
_ATTACHED = frozenset(
    fold_word(word)
    for word in ("", "و", "ف", "ب", "ل", "ك", "في", "وفي", "من", "وب", "ول", "بتاريخ", "خلال", "بين", "ما بين")
)


def _context(reference: object, prefer: Literal["past", "future"], settings: Settings) -> Context:
    """What resolution knows beside the words, out of what a user gives; `DateError` if it is nothing of the kind."""
    today = as_reference(reference)
    if prefer not in {"past", "future"}:
        raise DateError(f"prefer={prefer!r}; accepted: 'past', 'future'")
    return Context(today, prefer=prefer, hour=hour_of(reference), settings=settings)


_PLAIN = (str, dt.date, type(None))
#: One context object for equal surroundings: it is half of the key under which denotations are remembered.
_remembered = lru_cache(maxsize=4096)(_context)

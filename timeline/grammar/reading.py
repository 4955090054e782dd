"""What the grammar hands on: a stretch of text and what it says."""

from __future__ import annotations

from attrs import define, frozen


@frozen(eq=False)
class Saying:
    """What some words say, apart from where they stand; one object for equal words, so that it may be a key.

    ``points`` says that it depends on where the clause points (past or future), ``recalls`` that it depends on what
    was told before. ``size`` is the number of words, ``meaning`` a value of `timeline.values.meaning`, ``rule`` the
    rule that made it,
    ``closed`` whether a closing bracket behind the last word belongs to it.
    """

    size: int
    meaning: object
    rule: str
    closed: bool = False
    points: bool = False
    recalls: bool = False


@define(eq=False)
class Reading:
    """A date expression in a folded text: first and last word, the saying, and the words that govern it.

    ``role`` is what a preposition before it makes of it (``since``, ``until`` …) and ``signal`` the index of that word.
    """

    first: int
    last: int
    saying: Saying
    role: str | None = None
    signal: int | None = None

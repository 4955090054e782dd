"""Failures that nobody foresaw: an expression such as «قرابة الموسم» is then left open, the failure counted and told.

No text may make the library raise, and none may be read as if nothing had happened. So whatever a rule or a resolution
raises against all intention ends here: the expression has no intervals, and a conflict that names rule and exception;
`failures` has counted it; a `TimelineWarning` tells of each kind once. Where ``TIMELINE_UNFORESEEN=raise`` is set in
the environment, as in the library's own tests, the exception is raised as it is.
"""

from __future__ import annotations

import os
import warnings
from collections import Counter

from attrs import define, field

from timeline.errors import TimelineWarning


def _asked_to_raise() -> bool:
    return os.environ.get("TIMELINE_UNFORESEEN") == "raise"


@define
class Failures:
    """How often each rule failed, by its name and the exception: ``{"length: KeyError": 2}``; «قرابة الموسم» did once.

    Attributes
    ----------
    counts
        by rule and kind of exception, since the start or the last `clear`; a phrase that a rule fails on is counted
        each time that it is resolved, or once if the rule could not even make a meaning of it
    raising
        whether failures are raised instead, as tests want it
    """

    counts: Counter[str] = field(factory=Counter)
    raising: bool = field(factory=_asked_to_raise)

    def note(self, rule: str, error: Exception, *, outcome: str = "it is left open") -> str:
        """Count a failure and tell of it, the first time aloud; what is said of it, for the expression's conflicts."""
        if self.raising:
            raise error
        kind = f"{rule}: {type(error).__name__}"
        said = f"{rule} failed on it, which nobody foresaw ({type(error).__name__}: {error}); {outcome}"
        self.counts[kind] += 1
        if self.counts[kind] == 1:
            warnings.warn(f"a date expression: {said}", TimelineWarning, stacklevel=3)
        return said

    def clear(self) -> None:
        """Begin to count anew."""
        self.counts.clear()


failures = Failures()

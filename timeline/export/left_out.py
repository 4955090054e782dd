"""What a format cannot hold is counted and said: nothing is left out silently."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from timeline.errors import TimelineWarning

if TYPE_CHECKING:
    from collections.abc import Mapping


def tell(form: str, counts: Mapping[str, int]) -> None:
    """One `TimelineWarning` for all that was left out or changed: «iCalendar: 3 × no date, left out»."""
    said = "; ".join(f"{count} × {what}" for what, count in counts.items() if count)
    if said:
        # From here over `dump` and the door of `Timeline` to the line that asked.
        warnings.warn(f"{form}: {said}", TimelineWarning, stacklevel=4)

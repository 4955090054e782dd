"""A Markdown table (GitHub's), one row for each event.

Every sign that Markdown might read is escaped: what a report says never becomes markup, a link or HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.export.typeset import HEADS, cells

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline

_SIGN = re.compile(r"""([!"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~-])""")
# In dates these can mean nothing, and they are easier to read.
_DATE = re.compile(r"[0-9… –,-]*")


def dump(timeline: Timeline) -> str:
    """The timeline as a table of date, kind, event, place and source."""
    rows = [f"| {' | '.join(HEADS)} |", "|" + " --- |" * len(HEADS)]
    rows += [f"| {' | '.join(map(escaped, cells(event, timeline.documents).values()))} |" for event in timeline]
    return "\n".join(rows) + "\n"


def escaped(text: str) -> str:
    r"""The text as Markdown shows it: «a*b» is «a\*b»."""
    return text if _DATE.fullmatch(text) else _SIGN.sub(r"\\\1", text)

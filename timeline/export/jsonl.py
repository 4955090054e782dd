"""JSON Lines: one event a line, each as in the ``events`` of the JSON; for corpora, and for tools that read by lines.

No reader splits inside a line: what `str.splitlines` takes for the end of one (U+0085, U+2028, U+2029) is escaped.
The reports behind the events are not in it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError
from timeline.export.json import encoded, event_as_dict, event_of, text_of
from timeline.export.left_out import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from timeline.events.model import Event


def dump(timeline: Timeline) -> str:
    """The events of a timeline, in its order."""
    return "".join(lines(timeline))


def lines(events: Iterable[Event]) -> Iterator[str]:
    """The lines of any events, one by one, each with its end."""
    pairs = 0
    for event in events:
        text, count = encoded(event_as_dict(event))
        pairs += count
        yield text + "\n"
    tell("JSON Lines", {"two halves of a surrogate pair side by side, written as ��": pairs})


def load(source: str | bytes | PathLike[str]) -> Timeline:
    """The timeline of the events of a JSON Lines text, or of the file at a path; it has no documents.

    Raises
    ------
    FormatError
        if a line is no event; the message says which, what was met and what would be accepted
    """
    text = text_of(source, ("{", "\n")) if source else ""
    try:
        data = text.decode("utf-8-sig") if isinstance(text, bytes) else text
    except UnicodeDecodeError as error:
        raise FormatError(f"no UTF-8: byte {error.start} is {text[error.start]:#04x}") from None
    return Timeline(_event(line, number) for number, line in enumerate(data.split("\n"), 1) if line.strip())


def _event(line: str, number: int) -> Event:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError(f"line {number}: no JSON: {error}") from None
    return event_of(data, f"line {number}")

"""How an event was read, told to a reader: as plain lines, and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.events.model import Event, Mention, Telling


def plain(event: Event) -> str:
    """The event's kind, status and days, then each telling with its clause, frame, roles, date and status."""
    lines = [_head(event)]
    for mention in event.mentions:
        reading = mention.reading
        if reading is None:
            continue
        lines.append(f"  «{_trigger(reading)}»: {reading.clause}")
        lines += [f"    {label}: {text}" for label, text in _rows(event, mention, reading)]
    lines += [f"  one act: {vote}" for vote in event.votes]
    lines += [f"  conflict: {conflict}" for conflict in event.conflicts]
    lines += [f"  corrected by hand: {said}" for said in event.corrected]
    return "\n".join(lines)


def html(event: Event) -> str:
    """The same as HTML: every text escaped, the Arabic isolated from what stands around it."""
    parts = [f"<section><p>{escape(_head(event))}</p>"]
    for mention in event.mentions:
        reading = mention.reading
        if reading is None:
            continue
        parts.append(f'<p dir="rtl" lang="ar"><bdi>{escape(reading.clause)}</bdi></p><dl>')
        for label, text in _rows(event, mention, reading):
            parts.append(f"<dt>{escape(label)}</dt><dd><bdi>{escape(text)}</bdi></dd>")
        parts.append("</dl>")
    parts += [f"<p>one act: <bdi>{escape(vote)}</bdi></p>" for vote in event.votes]
    parts += [f"<p>conflict: {escape(conflict)}</p>" for conflict in event.conflicts]
    parts += [f"<p>corrected by hand: <bdi>{escape(said)}</bdi></p>" for said in event.corrected]
    return "".join(parts) + "</section>"


def _head(event: Event) -> str:
    days = ", ".join(map(str, event.when)) or "no day"
    said = f"{event.type.value}/{event.subtype}, {event.modality.value}, {days} ({event.time_source})"
    return said + (", background" if event.background else "")


def _trigger(reading: Telling) -> str:
    return reading.clause.partition(":")[0].partition(" (")[0]


def _rows(event: Event, mention: Mention, reading: Telling) -> Iterator[tuple[str, str]]:
    yield "frame", reading.frame
    for role, words, function in reading.roles:
        yield role, f"{words} ({function})"
    if reading.dated:
        words = event.time.text if event.time is not None and mention is event.mentions[0] else ""
        yield f"dated by «{words}»" if words else "dated", reading.dated
    if reading.status:
        status, *reasons = reading.status
        yield "status", f"{status}, by " + ", ".join(f"«{reason}»" for reason in reasons) if reasons else status
    for reason in reading.refused:
        yield "refused", reason

"""brat standoff: for each report its text and, beside it, the annotations by their offsets in it.

``T`` are spans (words of acts, dates, actors, places), ``E`` acts with their arguments, ``A`` their status, ``N`` the
Wikidata items, ``#`` the TIMEX3 values. ``annotation.conf`` and ``visual.conf`` let brat show the folder.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, get_args

from timeline.events.model import ActorRole, EventType, Modality, PlaceRole
from timeline.export.files import stems
from timeline.export.left_out import tell
from timeline.export.plain import one_line, writable
from timeline.export.standoff import Sheet, Told, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Span

# Python takes all of these for ends of a line, and brat reads with Python; a span is cut where one stands.
_LINE = re.compile("[^\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ROLES = [role.title() for role in get_args(ActorRole) + get_args(PlaceRole)]
_VISUAL = "[labels]\n[drawing]\nMeeting\tbgColor:#b7d3f2\nOffensive\tbgColor:#f2b7b7\nStatement\tbgColor:#cdeac0\n"


def dump(timeline: Timeline) -> dict[str, str]:
    """The files of a folder for brat, by their names."""
    names, files, misplaced, changed = stems(timeline.documents), {}, 0, 0
    for name, each in zip(timeline.documents, sheets(timeline), strict=True):
        text = writable(each.document.text)
        changed += text != each.document.text
        misplaced += each.misplaced
        files[f"{names[name]}.txt"] = text
        files[f"{names[name]}.ann"] = "".join(f"{line}\n" for line in _lines(each, text))
    tell("brat", {
        "spans that do not hold their words": misplaced,
        "reports with halves of surrogate pairs, written as �": changed,
    })  # fmt: skip
    return files | {"annotation.conf": _configuration(), "visual.conf": _VISUAL}


def _lines(each: Sheet, text: str) -> Iterator[str]:
    """The annotations of one report, the spans before what is said of them."""
    spans: dict[tuple[str, Span], str] = {}

    def mark(label: str, start: int, end: int) -> str:
        return spans.setdefault((label, (start, end)), f"T{len(spans) + 1}")

    times = [(mark("Time", time.start_char, time.end_char), time) for time in each.expressions]
    names = {
        mark(label, one.start_char, one.end_char): one
        for told in each.acts
        for label, somebody in (("Actor", told.actors), ("Place", told.places))
        for one in somebody
    }
    events: list[str] = []
    said: list[str] = []
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(1))
    for told in each.acts:
        first = f"E{len(events) + 1}"
        kind = told.event.type.value.title()
        for at, (start, end) in enumerate(told.triggers):
            name = f"E{len(events) + 1}"
            arguments = "" if at else "".join(_arguments(told, spans))
            events.append(f"{name}\t{kind}:{mark(kind, start, end)}{arguments}")
            if at:
                said.append(f"R{next(numbers['R'])}\tSame Arg1:{first} Arg2:{name}")
        said.append(f"A{next(numbers['A'])}\tModality {first} {told.event.modality.value}")
        note = f"{told.event.subtype} {told.event_id}"
        said.append(f"#{next(numbers['#'])}\tAnnotatorNotes {first}\t{one_line(note)}")
    for name, one in names.items():
        if one.wikidata:
            said.append(
                f"N{next(numbers['N'])}\tReference {name} Wikidata:{one_line(one.wikidata)}\t{one_line(one.name)}"
            )
    said += [f"#{next(numbers['#'])}\tAnnotatorNotes {name}\t{one_line(time.value)}" for name, time in times]
    for (label, span), name in spans.items():
        parts = fragments(text, span)
        places = ";".join(f"{start} {end}" for start, end in parts)
        yield f"{name}\t{label} {places}\t{' '.join(text[start:end] for start, end in parts)}"
    yield from events
    yield from said


def _arguments(told: Told, spans: dict[tuple[str, Span], str]) -> Iterator[str]:
    """The arguments of an act; the second of a role is numbered: ``Participant:T1 Participant2:T2``."""
    seen: dict[str, int] = {}
    parties = [("Actor", actor.role.title(), actor) for actor in told.actors]
    parties += [("Place", place.role.title(), place) for place in told.places]  # type: ignore[misc]
    parties += [("Time", "Time", told.time)] if told.time else []  # type: ignore[list-item]
    for label, role, one in parties:
        name = spans.get((label, (one.start_char, one.end_char)))
        if name is not None:
            seen[role] = seen.get(role, 0) + 1
            yield f" {role}{seen[role] if seen[role] > 1 else ''}:{name}"


def fragments(text: str, span: Span) -> list[Span]:
    """The parts of a span that stand in one line each."""
    return [(match.start(), match.end()) for match in _LINE.finditer(text, *span)]


def _configuration() -> str:
    """What brat may show and an annotator may mark."""
    roles = ", ".join(f"{role}*:<ENTITY>" for role in [*_ROLES, "Time"])
    return "\n".join([
        "[entities]", "Time", "Actor", "Place",
        "[relations]", "Same\tArg1:<EVENT>, Arg2:<EVENT>",
        "[events]", *(f"{each.value.title()}\t{roles}" for each in EventType),
        "[attributes]", f"Modality\tArg:<EVENT>, Value:{'|'.join(each.value for each in Modality)}", "",
    ])  # fmt: skip

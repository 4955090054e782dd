"""Corrections put into effect, whatever their order; what fits nothing, fits several or contradicts is told.

Every quote is looked up in the timeline as it was read. Then events are divided and joined, dropped and fixed, and what
was not read is added. So a correction can name its event by the day that it was read with, and several can fix one.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve

from timeline.chronology.corrections.adding import Reports, added
from timeline.chronology.corrections.checking import values_of
from timeline.chronology.corrections.desk import Desk, by_hand, marked
from timeline.chronology.corrections.files import Corrections, read
from timeline.chronology.corrections.finding import Finder
from timeline.chronology.corrections.fixing import fixed, kind_of, values
from timeline.chronology.corrections.model import Conflict, Correction
from timeline.chronology.corrections.parts import Parts
from timeline.chronology.corrections.regrouping import own_lines, regrouped
from timeline.chronology.merge import read_of
from timeline.chronology.timeline import Timeline
from timeline.errors import CorrectionError, TimelineError, TimelineWarning

if TYPE_CHECKING:
    from timeline.documents.model import Document
    from timeline.events.model import Event


OnConflict = Literal["warn", "raise"] | Callable[[TimelineError], object]


def corrected(timeline: Timeline, corrections: Corrections, on_conflict: OnConflict = "warn") -> Timeline:
    """The timeline as corrected by a file; conflicts are warned of, raised, or given to a function one by one."""
    made, conflicts = apply(timeline, read(corrections))
    errors = [CorrectionError(str(each)) for each in conflicts]
    if callable(on_conflict):
        for error in errors:
            on_conflict(error)
    elif errors and on_conflict == "raise":
        raise errors[0] if len(errors) == 1 else CorrectionError("\n".join(map(str, errors)))
    elif errors:
        said = "; ".join(map(str, errors))
        warnings.warn(f"of the corrections {len(errors)} are in doubt: {said}", TimelineWarning, stacklevel=3)
    return made


def apply(timeline: Timeline, corrections: Iterable[Correction]) -> tuple[Timeline, tuple[Conflict, ...]]:
    """The timeline as corrected, and the conflicts in the order of the corrections."""
    finder = Finder(timeline)
    desk = Desk(list(corrections), finder, Parts(finder))
    _look_up(desk)
    events = regrouped(desk)
    _drop_and_fix(desk, events)
    documents = dict(timeline.documents)
    _add(desk, events, documents)
    conflicts = (conflict for _, conflict in sorted(desk.conflicts, key=lambda each: each[0]))
    return Timeline(_with_own_lines(desk, events, documents), documents, timeline.notes), tuple(conflicts)


def _look_up(desk: Desk) -> None:
    """Where each quote leads, before anything is changed."""
    for number, made in enumerate(desk.given):
        if made.do == "add":
            continue
        ends = {made.quote: set(desk.finder.fitting(made))} | {
            each: set(desk.finder.saying(each)) for each in made.others
        }
        missing = [quote for quote, told in ends.items() if not told]
        for quote in missing[:1]:
            near = desk.finder.nearest(quote)
            hint = f"; the nearest sentence is «{near}»" if near else ""
            other = f" with «{quote}»" if quote != made.quote else ""
            desk.refuse(number, "unmatched", f"fits no event{other}{hint}")
        if not missing:
            desk.meant[number] = list(ends.values())


def _drop_and_fix(desk: Desk, events: dict[int, Event]) -> None:
    by_group: dict[int, list[int]] = defaultdict(list)
    for number in sorted((*desk.of("drop"), *desk.of("fix"))):
        group = desk.one(number, desk.meant[number][0])
        if group is not None:
            by_group[group].append(number)
    for group, numbers in by_group.items():
        done = {desk.given[number].do for number in numbers}
        if len(done) > 1:
            desk.contradict(numbers, "dropped and fixed")
        elif done == {"drop"}:
            del events[group]
        else:
            events[group] = _fix(desk, events[group], numbers)


def _fix(desk: Desk, event: Event, numbers: Iterable[int]) -> Event:
    """The event with what its corrections say, as far as they agree."""
    said: dict[str, dict[int, Any]] = defaultdict(dict)
    for number in numbers:
        try:
            for key, value in values(desk.given[number], event, desk.finder.documents).items():
                said[key][number] = value
        except CorrectionError as error:
            desk.refuse(number, "unreadable", str(error))
    agreed: dict[str, Any] = {}
    disputed: set[int] = set()
    for key, by_number in said.items():
        if len({frozenset(value) if isinstance(value, tuple) else value for value in by_number.values()}) > 1:
            desk.contradict(by_number, key)
            disputed.update(by_number)
        else:
            agreed[key] = next(iter(by_number.values()))
    now, changes = fixed(event, agreed)
    for number in sorted({each for by_number in said.values() for each in by_number} - disputed):
        if not any(number in said[key] for key in changes):
            desk.refuse(number, "unchanged", f"{', '.join(values_of(desk.given[number]))}: it is so already")
    words = [by_hand(desk.given[min(said[key])], text) for key, text in changes.items()]
    return marked(now, words, read_of(event)) if changes else event


def _add(desk: Desk, events: dict[int, Event], documents: dict[str, Document]) -> None:
    reports = Reports(dict(documents))
    for number, made in enumerate(desk.given):
        if made.do != "add":
            continue
        known = _already(desk, made, events)
        if known is not None:
            desk.refuse(number, "unchanged", f"it is read by now: {known.id} «{known.headline}»")
            continue
        try:
            event, document = added(made, reports)
        except CorrectionError as error:
            desk.refuse(number, "unreadable", str(error))
            continue
        if any(event.id == each.id and event.mentions == each.mentions for each in events.values()):
            desk.refuse(number, "unchanged", "another correction adds it; a trigger tells two of one sentence apart")
            continue
        events[-1 - number] = marked(event, [by_hand(made, "add")], ())
        if document is not None:
            documents[document.id] = document


def _already(desk: Desk, made: Correction, events: dict[int, Event]) -> Event | None:
    """The event of the same kind that is told by the words of an event to be added."""
    for told in desk.finder.fitting(evolve(made, day="", id="")):
        event = events.get(desk.parts.group_of[desk.parts.telling_of[told]])
        if event is not None and event.type is kind_of(made) and made.subtype in ("", event.subtype):
            return event
    return None


def _with_own_lines(desk: Desk, events: dict[int, Event], documents: Mapping[str, Document]) -> list[Event]:
    """No two events have the same line, but for those that were given by hand."""
    if all(each.do in ("drop", "split", "merge") for each in desk.given):
        return list(events.values())
    lines = {made.headline for made in desk.given if made.headline}
    apart = own_lines(events, documents)
    return [old if old.headline in lines else apart[group] for group, old in events.items()]

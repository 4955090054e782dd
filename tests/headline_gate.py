"""What a headline must not be, whatever it was made of: the gate that seeds and news are sent through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from timeline.events.billing import patterns
from timeline.events.model import Event
from timeline.lexicon.names import weekday_names
from timeline.text.spelling import fold

_DAYS = frozenset(map(fold, weekday_names()))
_LEADING = frozenset(map(fold, patterns()["meant"]["leading"]))
_PRINTING = frozenset(map(fold, patterns()["meant"]["deictic"])) - frozenset(map(fold, ("قبل", "بعد", "منذ")))
_LONGEST = 60


def faults(events: Iterable[Event]) -> Iterator[str]:
    """What is wrong with the headlines of a timeline, one line a fault."""
    events = list(events)
    for line, count in Counter(each.headline for each in events).items():
        if count > 1:
            yield f"{count} events share «{line}»"
    for each in events:
        line = each.headline
        for actor in each.actors:
            if actor.name_en:  # «روسيا اليوم» is a name
                line = line.replace(actor.name, "س")
        for what in _wrong(line):
            yield f"{what}: «{each.headline}»"


def _wrong(line: str) -> Iterator[str]:
    words = fold(line).replace("،", " ").replace(":", " ").split()
    if not words:
        yield "empty"
        return
    if len(line) > _LONGEST:
        yield f"{len(line)} characters"
    if words[0] in _LEADING and ":" not in line:  # «علي خامنئي: …» is a name
        yield "begins with a word that leads on"
    if _DAYS & set(words):
        yield "a weekday"
    if _PRINTING & set(words):
        yield "a word that only the day of printing explains"
    if line.endswith(("…", "،", ":", " و")):
        yield "cut"

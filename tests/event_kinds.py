"""The kinds of fault on events as a table of sentences, and what is wanted of each: read by tests, re-marked by hand.

``python tests/event_kinds.py`` counts by kind and lists what is not met; ``--mark`` writes into
``corpus/event_kinds.jsonl`` which rows are not met (`test_cases_events` expects these to fail, strictly).

A want is one line: ``offensive/shelling; possible; @2024-05-14; agent=ISR; target=-`` is an event of that type and kind
(`asserted` if nothing else is said) whose first day, agents and targets are these and no others. A name is a code of
a state or a part of the actor's name; ``|`` is or, ``!TUR`` somebody who is not of that state, ``-`` nobody.
``@first..last`` gives both days, the last inclusive. ``not meeting/summit on 2024-05-14``: no such event of that day
(background apart); ``not meeting asserted``: none of that status (background apart); ``not meeting``: none at all.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from pathlib import Path

from attrs import frozen

TABLE = Path(__file__).parent / "corpus" / "event_kinds.jsonl"
MODALITIES = {"asserted", "planned", "possible", "conditional", "denied", "negated"}


@frozen
class Row:
    """A sentence of a kind, the day it is read on, what is wanted, and whether that is known to be unmet."""

    kind: str
    reference: str
    text: str
    wants: tuple[str, ...]
    unmet: bool = False


def rows():
    return [
        Row(**{**each, "wants": tuple(each["wants"])})
        for each in map(json.loads, TABLE.read_text("utf-8").splitlines())
    ]


def events_of(row):
    import timeline

    return timeline.extract(timeline.Document(row.text, row.reference))


def unmet(row, events=None):
    """The wants of a row that no event meets."""
    events = events_of(row) if events is None else events
    return [want for want in row.wants if not (_never if want.startswith("not ") else _met)(want, events)]


def _kind(event, kind):
    return kind in (event.type.value, f"{event.type.value}/{event.subtype}")


def _never(want, events):
    kind, *rest = want.removeprefix("not ").split()
    of_kind = [event for event in events if _kind(event, kind)]
    if rest[:1] == ["on"]:
        of_kind = [each for each in of_kind if not each.background and rest[1] in map(_first, each.when)]
    elif rest:
        of_kind = [each for each in of_kind if not each.background and each.modality.value == rest[0]]
    return not of_kind


def _met(want, events):
    return any(_meets(event, [part.strip() for part in want.split(";")]) for event in events)


def _meets(event, parts):
    kind, *rest = parts
    modality = next((part for part in rest if set(part.split("|")) <= MODALITIES), "asserted")
    return (
        _kind(event, kind)
        and event.modality.value in modality.split("|")
        and ("background" not in rest or event.background)
        and all(_day(event, part.removeprefix("@")) for part in rest if part.startswith("@"))
        and all(_cast(event, *part.split("=")) for part in rest if "=" in part)
    )


def _first(interval):
    return interval.start.isoformat()[:10] if interval.start else None


def _last(interval):
    if interval.end is None:
        return None
    end = interval.end
    return (end - (dt.timedelta(seconds=1) if isinstance(end, dt.datetime) else dt.timedelta(1))).isoformat()[:10]


def _day(event, wanted):
    if not event.when:
        return False
    for each in wanted.split("|"):
        first, _, last = each.partition("..")
        if _first(event.when[0]) == first and last in ("", _last(event.when[-1])):
            return True
    return False


def _cast(event, role, wanted):
    actors = [actor for actor in event.actors if actor.role == role]
    names = [name.strip() for name in wanted.split(",")]
    if not actors:
        return all("-" in name.split("|") for name in names)
    told = all(any(_is(actor, name) for actor in actors) for name in names)
    return told and all(any(_is(actor, name) for name in names) for actor in actors)


def _is(actor, name):
    return any(_one(actor, each) for each in name.split("|"))


def _one(actor, name):
    if re.fullmatch("[A-Z]{3}", name):
        return actor.country == name
    return actor.country != name[1:] if name.startswith("!") else name in actor.name or name == actor.text


def main(arguments):
    found = [(row, unmet(row)) for row in rows()]
    asked, met = Counter(row.kind for row, _ in found), Counter(row.kind for row, missed in found if not missed)
    for row, missed in found:
        if missed:
            print(f"{row.kind}: {row.text}")
            for want in missed:
                print(f"    {want}")
    for kind, count in asked.items():
        print(f"{met[kind]:3}/{count:<3} {kind}")
    print(f"{sum(met.values())} of {len(found)} met")
    if "--mark" in arguments:
        lines = []
        for row, missed in found:
            line = {"kind": row.kind, "reference": row.reference, "text": row.text, "wants": list(row.wants)}
            lines.append(json.dumps(line | ({"unmet": True} if missed else {}), ensure_ascii=False))
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

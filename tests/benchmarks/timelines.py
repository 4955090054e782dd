"""What can be done with a timeline of 100,000 events, as multiples of sorting 100,000 tuples of the same keys."""

from __future__ import annotations

import datetime as dt
import pickle
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from examples_of_events import actor, event

from timeline.chronology.timeline import Timeline
from timeline.values.interval import Interval

COUNT = 100_000


def main():
    chance = random.Random(7)
    first = dt.date(2000, 1, 1)
    days = [first + dt.timedelta(days=chance.randrange(9000)) for _ in range(COUNT)]
    parties = [(actor(country),) for country in ("TUR", "IRN", "RUS")]
    kinds = ("meeting", "offensive", "statement")
    events = [
        event(f"e{number:06}", Interval.day(day), kind=chance.choice(kinds), actors=chance.choice(parties))
        for number, day in enumerate(days)
    ]
    keys = [(False, dt.datetime(day.year, day.month, day.day), number) for number, day in enumerate(days)]
    start = time.perf_counter()
    sorted(keys)
    floor = time.perf_counter() - start
    print(f"{'sorting their keys':28} {floor * 1000:8.1f} ms")
    chronology = Timeline(events)
    for name, work in {
        "Timeline(events)": lambda: Timeline(events),
        "between a year": lambda: chronology.between("2010"),
        "only(type, actor)": lambda: chronology.only(type="meeting", actor="TUR"),
        "only(actor by a name)": lambda: chronology.only(actor="فيدان"),
        "group_by month": lambda: chronology.group_by("month"),
        "summarize(10)": lambda: chronology.summarize(10),
        "diff with itself": lambda: chronology.diff(chronology),
        "merge with itself": lambda: chronology | chronology,
        "hash": lambda: hash(Timeline(events)),
        "pickle and back": lambda: pickle.loads(pickle.dumps(chronology)),
        "to_json": chronology.to_json,
        "to_csv": chronology.to_csv,
    }.items():
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        print(f"{name:28} {taken * 1000:8.1f} ms   {taken / floor:7.1f} x")


if __name__ == "__main__":
    main()

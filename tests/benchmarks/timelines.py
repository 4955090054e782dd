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
FIRST = dt.date(2000, 1, 1)
LONG, DENSE = 9000, 28  # days: a quarter of a century, four weeks


def made(days, seed):
    """Events on chance days, of one of three states and three kinds."""
    chance = random.Random(seed)
    dates = [FIRST + dt.timedelta(days=chance.randrange(days)) for _ in range(COUNT)]
    parties = [(actor(country),) for country in ("TUR", "IRN", "RUS")]
    kinds = ("meeting", "offensive", "statement")
    return [
        event(
            f"e{seed}-{number:06}", Interval.day(day), kind=chance.choice(kinds), actors=chance.choice(parties)
        )
        for number, day in enumerate(dates)
    ]  # fmt: skip


def main():
    events = made(LONG, 7)
    keys = [(False, each.when[0].start.toordinal(), number) for number, each in enumerate(events)]
    start = time.perf_counter()
    sorted(keys)
    floor = time.perf_counter() - start
    print(f"{'sorting their keys':30} {floor * 1000:8.1f} ms")
    chronology = Timeline(events)
    weeks, others = Timeline(made(DENSE, 7)), Timeline(made(DENSE, 8))
    for name, work in {
        "Timeline(events)": lambda: Timeline(events),
        "between a year": lambda: chronology.between("2010"),
        "only(type, actor)": lambda: chronology.only(type="meeting", actor="TUR"),
        "only(actor by a name)": lambda: chronology.only(actor="فيدان"),
        "group_by month": lambda: chronology.group_by("month"),
        "summarize(10)": lambda: chronology.summarize(10),
        "diff with itself": lambda: chronology.diff(chronology),
        "merge with itself": lambda: chronology | chronology,
        "summarize(10), four weeks": lambda: weeks.summarize(10),
        "merge with itself, four weeks": lambda: weeks | weeks,
        "diff with others, four weeks": lambda: weeks.diff(others),
        "hash": lambda: hash(Timeline(events)),
        "pickle and back": lambda: pickle.loads(pickle.dumps(chronology)),
        "to_json": chronology.to_json,
        "to_csv": chronology.to_csv,
    }.items():
        start = time.perf_counter()
        work()
        taken = time.perf_counter() - start
        print(f"{name:30} {taken * 1000:8.1f} ms   {taken / floor:7.1f} x")


if __name__ == "__main__":
    main()

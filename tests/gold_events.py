"""Our events in the form of the gold, its scorer, and the figures of every annotated set.

``TIMELINE_GOLD=folder python tests/gold_events.py`` prints a line for each set (`make gold` does); a set named behind
it is scored alone, and ``--errors 20`` shows what is missed, invented or wrong instead. Sets whose name ends in
``fifth`` are read only when they are named: they are kept unseen for a measure of the unknown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.resolve.expression import Denotation, TimeExpression
from timeline.values.interval import Interval


def read(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


def gold_expressions(row):
    """The gold's own expressions, as the tagger would hand them over: to measure the events alone."""
    made = []
    for each in row["expressions"]:
        intervals = []
        for begin, end in each.get("intervals") or []:
            try:
                intervals.append(Interval(begin, end))
            except ValueError:
                continue
        made.append(
            TimeExpression(
                each["surface"],
                each["start"],
                each["end"],
                Denotation(
                    each["type"], each["value"], None, tuple(intervals), each.get("mod"), each.get("role") or None
                ),
            )
        )
    return made


def tagged(text, published):
    """What our own tagger finds."""
    from timeline.tagger import find

    return find(text, reference=published)


def when_row(event, published):
    """The dates as the gold writes them: the day of printing is no date, «منذ» ends with that day."""
    if event.time_source in ("document", "none") or not event.when:
        return None
    rows = []
    for interval in event.when:
        start, end = interval.start, interval.end
        if end is None and published is not None:
            end = published + dt.timedelta(days=1)
        rows.append([start.isoformat() if start else None, end.isoformat() if end else None])
    return rows


def event_rows(events, published):
    """One row a mention."""
    return [
        {
            "type": event.type.value.upper(),
            "trigger": {"start": mention.trigger[0], "end": mention.trigger[1]},
            "when": when_row(event, published),
            "modality": event.modality.value,
            "actors": [
                {"start": actor.start_char, "end": actor.end_char, "role": actor.role} for actor in event.actors
            ],
            "places": [{"start": place.start_char, "end": place.end_char} for place in event.places],
        }
        for event in events
        for mention in event.mentions
    ]


#: Set: its events and, where the gold has them, its expressions; below the folder of the gold, or of this corpus.
CORPUS = Path(__file__).parent / "corpus"
GOLD_FILES = {
    "seeds": ("seeds/articles_events.jsonl", "seeds/articles_timex.jsonl"),
    "news": ("news/events.jsonl", "news/timex.jsonl"),
}
SETS = [*GOLD_FILES, "second", "third", "fourth"]


def gold_file(gold, name):
    return Path(gold) / GOLD_FILES[name][0] if name in GOLD_FILES else CORPUS / f"events_{name}.jsonl"


def predict(events_path, timex_path, out, *, own_dates):
    """Write our prediction for every text of a gold file; without ``own_dates`` with the expressions of the gold."""
    expressions = {} if own_dates else {row["id"]: row for row in read(timex_path)}
    with Path(out).open("w", encoding="utf-8") as file:
        for row in read(events_path):
            published = dt.date.fromisoformat(row["dct"]) if row.get("dct") else None
            text = row["text"]
            found = tagged(text, published) if own_dates else gold_expressions(expressions[row["id"]])
            events = extract(Document(text, published, id=row["id"]), found)
            file.write(
                json.dumps({"id": row["id"], "events": event_rows(events, published)}, ensure_ascii=False) + "\n"
            )


def score(gold, annotated, out, *, errors=0):
    """The scorer's report, as a dict (or its text, with errors)."""
    command = [sys.executable, str(Path(gold) / "score.py"), "events", "--gold", str(Path(gold) / annotated)]
    command += ["--predicted", str(out)]
    command += ["--errors", str(errors)] if errors else ["--json"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout if errors else json.loads(result.stdout)


def headline_events(annotated, out):
    """Of the events for a headline: how many there are, are found, have the day, the actors, and both right."""
    told = {row["id"]: row["events"] for row in read(out)}
    count = dict.fromkeys(("asked", "found", "day", "actors", "both"), 0)
    for row in read(annotated):
        for wanted in row["events"]:
            if not wanted.get("headline_worthy") or wanted.get("optional"):
                continue
            count["asked"] += 1
            ours = _telling(told[row["id"]], wanted)
            if ours is not None:
                day, actors = _same_days(ours, wanted), _same_actors(ours, wanted)
                count["found"] += 1
                count["day"] += day
                count["actors"] += actors
                count["both"] += day and actors
    return count


def _overlap(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def _telling(told, wanted):
    triggers = (wanted["trigger"], *wanted.get("alt_triggers", ()))
    same = (each for each in told if each["type"] == wanted["type"])
    return next((each for each in same if any(_overlap(each["trigger"], trigger) for trigger in triggers)), None)


def _days(when):
    """Whole days, so that «مساء السبت» and «السبت» are one."""
    rows = []
    for start, end in when or ():
        late = end and end[11:16] not in ("", "00:00")
        last = end and (dt.date.fromisoformat(end[:10]) + dt.timedelta(bool(late))).isoformat()
        rows.append((str(start and start[:10]), str(last)))
    return sorted(rows)


def _same_days(ours, wanted):
    return _days(ours["when"]) in [_days(when) for when in (wanted["when"], *wanted.get("when_alternatives", ()))]


#: Roles that the scorer takes for one.
ROLES = {"source": "agent", "speaker": "agent", "host": "participant", "addressee": "target"}


def _role(actor):
    return ROLES.get(actor["role"], actor["role"])


def _same_actors(ours, wanted):
    asked = [actor for actor in wanted["actors"] if not (actor.get("optional") or actor.get("antecedent"))]
    there = all(any(_role(a) == _role(b) and _overlap(a, b) for b in ours["actors"]) for a in asked)
    named = [*wanted["actors"], *wanted["places"]]
    return there and all(any(_overlap(actor, each) for each in named) for actor in ours["actors"])


def figures(gold, name, folder):
    """The figures of a set on a line."""
    annotated, out = gold_file(gold, name), Path(folder) / f"{name}.jsonl"
    predict(annotated, None, out, own_dates=True)
    result = score(gold, annotated, out)
    kinds = "  ".join(f"{kind.lower()} {each['f']:.3f}" for kind, each in result["per_type"].items())
    line = (
        f"{name:7} trigger {result['micro']['f']:.3f} ({kinds})  dated {result['when_accuracy'] or 0:.3f}"
        f"  date, all {result['when_all_accuracy']:.3f}  modality {result['modality_accuracy']:.3f}"
        f"  actors {result['actors']['f']:.3f}  places {result['places']['f']:.3f}"
    )
    count = headline_events(annotated, out)
    if count["asked"]:
        shares = (f"{what} {100 * count[what] / count['asked']:.0f} %" for what in ("found", "day", "actors", "both"))
        line += f"\n        of {count['asked']} headline events: {', '.join(shares)}"
    return line


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", default=SETS, help=f"which (default: {', '.join(SETS)})")
    parser.add_argument("--gold", default=os.environ.get("TIMELINE_GOLD"), help="the folder (default: TIMELINE_GOLD)")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each sort instead")
    chosen = parser.parse_args(arguments)
    if not chosen.gold:
        parser.error("name the folder of the annotated texts with --gold or TIMELINE_GOLD")
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.sets:
            if chosen.errors:
                annotated, out = gold_file(chosen.gold, name), Path(folder) / f"{name}.jsonl"
                predict(annotated, None, out, own_dates=True)
                print(score(chosen.gold, annotated, out, errors=chosen.errors))
            else:
                print(figures(chosen.gold, name, folder), flush=True)


if __name__ == "__main__":
    main()

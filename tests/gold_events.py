"""Our events in the form of the gold, and its scorer: the conversion that the proofs of `test_events_gold` rest on."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

from timeline.documents.model import Document
from timeline.events.extract import extract
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


def predict(events_path, timex_path, out, *, own_dates):
    """Write our prediction for every text of a gold file."""
    expressions = {row["id"]: row for row in read(timex_path)}
    with Path(out).open("w", encoding="utf-8") as file:
        for row in read(events_path):
            published = dt.date.fromisoformat(row["dct"]) if row.get("dct") else None
            text = row["text"]
            found = tagged(text, published) if own_dates else gold_expressions(expressions[row["id"]])
            events = extract(Document(text, published, id=row["id"]), found)
            file.write(
                json.dumps({"id": row["id"], "events": event_rows(events, published)}, ensure_ascii=False) + "\n"
            )


def score(gold, kind, out, *, errors=0):
    """The scorer's report, as a dict (or its text, with errors)."""
    command = [sys.executable, str(Path(gold) / "score.py"), "events", "--gold", str(Path(gold) / kind)]
    command += ["--predicted", str(out)]
    command += ["--errors", str(errors)] if errors else ["--json"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout if errors else json.loads(result.stdout)


GOLD_FILES = {
    "seeds": ("seeds/articles_events.jsonl", "seeds/articles_timex.jsonl"),
    "news": ("news/events.jsonl", "news/timex.jsonl"),
}


if __name__ == "__main__":
    folder, name, own, count = sys.argv[1], sys.argv[2], sys.argv[3] == "own", int(sys.argv[4])
    events_file, timex_file = GOLD_FILES[name]
    target = Path(sys.argv[5] if len(sys.argv) > 5 else f"predicted_{name}.jsonl")
    predict(Path(folder) / events_file, Path(folder) / timex_file, target, own_dates=own)
    sys.stdout.write(score(folder, events_file, target, errors=count or 1))

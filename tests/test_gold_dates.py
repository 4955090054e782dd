"""The tagger against the annotated texts in the folder that TIMELINE_GOLD names, by the scorer that lies there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.tagger import find

GOLD = os.environ.get("TIMELINE_GOLD")
pytestmark = pytest.mark.skipif(not GOLD, reason="TIMELINE_GOLD does not name the folder of the annotated texts")


def moment(side):
    return None if side is None else side.isoformat()


def as_row(expression):
    return {
        "start": expression.start_char,
        "end": expression.end_char,
        "surface": expression.text,
        "type": expression.type,
        "value": expression.value,
        "mod": expression.modifier,
        "role": expression.role,
        "intervals": [[moment(each.start), moment(each.end)] for each in expression.intervals],
    }


def score(name, folder):
    gold = Path(GOLD) / name
    predicted = folder / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = find(row["text"], reference=row["dct"])
            assert all(row["text"][each.start_char : each.end_char] == each.text for each in found)
            rows = {"id": row["id"], "expressions": [as_row(each) for each in found]}
            file.write(json.dumps(rows, ensure_ascii=False) + "\n")
    command = [
        sys.executable,
        str(Path(GOLD) / "score.py"),
        "timex",
        "--gold",
        str(gold),
        "--predicted",
        str(predicted),
    ]
    printed = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout
    return json.loads(printed)


def test_the_two_source_documents(tmp_path):
    figures = score("seeds/articles_timex.jsonl", tmp_path)
    assert figures["relaxed"]["f"] >= 0.98
    assert figures["strict"]["f"] >= 0.95
    assert figures["interval_accuracy"] >= 0.97
    assert figures["traps_read"] == 0


def test_the_newswire(tmp_path):
    figures = score("news/timex.jsonl", tmp_path)
    assert figures["relaxed"]["f"] >= 0.96
    assert figures["strict"]["f"] >= 0.90
    assert figures["relaxed_and_intervals"]["f"] >= 0.90
    assert figures["type_accuracy"] >= 0.97
    assert figures["spurious_in_those"] <= 3

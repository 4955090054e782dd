"""Events against the second corpus: sentences and articles annotated by someone who had not seen the rules."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOLD = os.environ.get("TIMELINE_GOLD")
pytestmark = pytest.mark.skipif(
    not GOLD, reason="TIMELINE_GOLD does not name the folder of the annotated texts, where the scorer is"
)
CORPUS = Path(__file__).parent / "corpus" / "events_second.jsonl"


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    from timeline.documents.model import Document
    from timeline.events.extract import extract

    path = Path(__file__).with_name("gold_events.py")
    specification = importlib.util.spec_from_file_location("gold_events", path)
    gold = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(gold)
    out = tmp_path_factory.mktemp("second") / "predicted.jsonl"
    with out.open("w", encoding="utf-8") as file:
        for row in gold.read(CORPUS):
            published = dt.date.fromisoformat(row["dct"]) if row.get("dct") else None
            events = extract(Document(row["text"], published, id=row["id"]), gold.tagged(row["text"], published))
            told = {"id": row["id"], "events": gold.event_rows(events, published)}
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
    return scored(out)


def scored(out):
    command = [sys.executable, str(Path(GOLD) / "score.py"), "events", "--gold", str(CORPUS), "--predicted", str(out)]
    return json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)


def test_the_triggers(result):
    assert result["micro"]["f"] >= 0.94
    assert all(kind["f"] >= 0.92 for kind in result["per_type"].values())


def test_dates_and_modality(result):
    assert result["when_all_accuracy"] >= 0.94
    assert result["modality_accuracy"] >= 0.96


def test_the_actors(result):
    assert result["actors"]["f"] >= 0.76

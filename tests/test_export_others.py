"""Data frames, Parquet, TimelineJS, PLOVER and iCalendar."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import warnings

import pytest
from examples_of_events import actor, document, event, timelines
from hypothesis import given, settings

from timeline.chronology.timeline import Timeline
from timeline.errors import OptionError, TimelineWarning
from timeline.events.model import Codes, Mention, Modality
from timeline.export.parquet import write
from timeline.export.rows import COLUMNS
from timeline.values.interval import Interval

TEXT = "التقى الوزيران في الدوحة. <script>alert(1)</script>"


@pytest.fixture
def chronology():
    mention = Mention("d1", (0, len(TEXT)), (0, 5))
    return Timeline(
        [
            event(
                "met",
                "2024-12-07",
                "2024-12-08",
                actors=(actor("TUR"), actor("IRN", "host")),
                mentions=(mention,),
                headline="لقاء <b>الدوحة</b>",
                modality=Modality.PLANNED,
                codes=Codes("AGREE", None, "diplomatic", "036"),
            ),
            event("since", Interval("2024-11-27", None), kind="offensive", headline="هجوم"),
            event("night", Interval("2024-12-02T18:00:00", "2024-12-03T06:00:00"), kind="offensive"),
            event("undated", kind="statement", headline="قال"),
        ],
        [document("d1", text=TEXT)],
    )


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_table_of_every_library(chronology, backend):
    table = chronology.to_frame(backend)
    assert type(table).__module__.partition(".")[0] == backend
    names = table.column_names if backend == "pyarrow" else list(table.columns)
    assert names == list(COLUMNS)
    starts = table["start"].to_pylist() if backend == "pyarrow" else list(table["start"])
    assert next(each for each in starts if each is not None) == dt.datetime(2024, 11, 27)
    assert len(table) == 4


def test_a_table_of_no_events_has_its_columns():
    assert list(Timeline().to_frame("polars").columns) == list(COLUMNS)


def test_another_library_is_refused_by_name():
    with pytest.raises(OptionError, match=r"excel.*pandas, polars, pyarrow"):
        Timeline().to_frame("excel")


def test_parquet_in_batches(chronology, tmp_path, monkeypatch):
    import polars as pl

    monkeypatch.setattr("timeline.export.parquet.BATCH", 3)
    assert write(chronology, chronology.documents, tmp_path / "t.parquet") == 4
    assert list(pl.read_parquet(tmp_path / "t.parquet")["id"]) == [each.id for each in chronology]


def test_timelinejs_has_the_dated_ones_and_counts_the_others(chronology):
    with pytest.warns(TimelineWarning, match="1 events without a date"):
        slides = {slide["unique_id"]: slide for slide in json.loads(chronology.to_timelinejs())["events"]}
    assert set(slides) == {"met", "since", "night"}
    met = slides["met"]
    assert met["start_date"] == {"year": 2024, "month": 12, "day": 7}
    assert met["end_date"] == {"year": 2024, "month": 12, "day": 8}
    assert "end_date" not in slides["since"]
    assert slides["since"]["display_date"] == "2024-11-27/.."
    assert slides["night"]["start_date"]["hour"] == 18
    assert "<b>" not in met["text"]["headline"]
    assert "<script>" not in met["text"]["text"]


def test_plover_has_every_event_one_to_a_line(chronology):
    records = {record["id"]: record for record in map(json.loads, chronology.to_plover().splitlines())}
    assert set(records) == {"met", "since", "night", "undated"}
    met = records["met"]
    assert (met["date"], met["enddate"], met["event"], met["context"]) == (
        "2024-12-07", "2024-12-08", ["AGREE"], ["diplomatic"],
    )  # fmt: skip
    assert [party["country"] for party in met["actor"]] == ["TUR"]
    assert [party["country"] for party in met["recipient"]] == ["IRN"]
    assert met["event_text"] == TEXT
    assert met["cite_info"]["publication"] == "الأنباء"
    assert (records["since"]["date"], records["since"]["enddate"]) == ("2024-11-27", None)
    assert records["undated"]["event"] == []
    assert records["undated"]["comment"].startswith("statement/statement")


def test_calendar_entries(chronology):
    with pytest.warns(TimelineWarning, match="1 events have no first day"):
        text = chronology.to_ics()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20241207\r\nDTEND;VALUE=DATE:20241209\r\n" in text
    assert "DTSTART:20241202T180000\r\nDTEND:20241203T060000\r\n" in text
    assert "STATUS:TENTATIVE" in text


@settings(max_examples=40, deadline=None)
@given(timelines())
def test_calendar_lines_are_short_whole_and_one_property_each(chronology):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TimelineWarning)
        raw = chronology.to_ics().encode()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    known = {"BEGIN", "END", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CATEGORIES", "STATUS", "LOCATION",
             "DESCRIPTION", "VERSION", "PRODID", "CALSCALE", ""}  # fmt: skip
    assert {line.partition(":")[0].partition(";")[0] for line in lines} <= known


def test_what_is_not_asked_for_is_not_imported():
    code = "import sys, timeline.chronology.timeline; print(sorted({'pandas', 'plotly', 'cattrs'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

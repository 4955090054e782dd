from __future__ import annotations

import csv
import datetime as dt
import io

import pandas as pd
import polars as pl
import pytest
from examples_of_events import actor, event, names, quiet, rough, rough_timelines, timelines
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError, TimelineWarning
from timeline.export.csv import harmless, load
from timeline.export.plain import writable
from timeline.export.rows import COLUMNS, row
from timeline.values.interval import Interval

COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_every_event_is_a_line_and_no_cell_is_a_formula(chronology):
    rows = read(quiet(chronology.to_csv))
    assert [cells["id"] for cells in rows] == [event.id for event in chronology]
    for cells in rows:
        assert list(cells) == list(COLUMNS)
        assert not any(cell.startswith(COMPUTED) for cell in cells.values())


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u200f=1", "\ufeff=HYPERLINK(1)"]
)
def test_a_formula_is_written_as_text(hostile):
    assert harmless(hostile) == "'" + hostile


@pytest.mark.parametrize("plain", ["هاكان فيدان", "", "a=b", "7 و8 ديسمبر", '"نص"'])
def test_what_is_no_formula_stays_as_it_is(plain):
    assert harmless(plain) == plain


def test_cells_say_who_when_and_whether():
    (cells,) = read(Timeline([event("a", "2024-12-07", "2024-12-08", actors=(actor("TUR"), actor("IRN")))]).to_csv())
    assert (cells["start"], cells["end"], cells["whole_days"]) == ("2024-12-07T00:00:00", "2024-12-09T00:00:00", "true")
    assert cells["when"] == "2024-12-07/2024-12-08 | 2024-12-08/2024-12-09"
    assert cells["actors"] == "هاكان فيدان | عباس عراقجي"
    assert cells["countries"] == "TUR | IRN"
    assert (cells["modality"], cells["headline_worthy"]) == ("asserted", "false")


def test_a_mark_for_excel_only_where_asked(tmp_path):
    chronology = Timeline([event("a")])
    chronology.to_csv(tmp_path / "plain.csv")
    chronology.to_csv(tmp_path / "excel.csv", bom=True)
    assert not (tmp_path / "plain.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "excel.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


MIXED = Timeline(
    [
        event("day", "2024-04-01"),
        event("evening", Interval("2024-04-10T18:00:00", "2024-04-11T00:00:00")),
        event("since", Interval("2024-03-01", None)),
        event("long ago", Interval("0044-03-15", "0044-03-16")),
        event("undated"),
    ]
)


def test_pandas_reads_days_and_hours_as_one_type(tmp_path):
    MIXED.to_csv(tmp_path / "events.csv")
    frame = pd.read_csv(tmp_path / "events.csv", parse_dates=["start", "end"]).set_index("id")
    assert frame["start"].dtype.kind == frame["end"].dtype.kind == "M"
    assert frame.loc["day", "start"] == pd.Timestamp(2024, 4, 1)
    assert frame.loc["evening", "start"].hour == 18
    assert pd.isna(frame.loc["since", "end"])
    assert pd.isna(frame.loc["undated", "start"])
    assert frame.loc["long ago", "start"].year == 44
    assert frame["whole_days"].dropna().map(bool).to_dict() == {
        "day": True, "evening": False, "since": True, "long ago": True,
    }  # fmt: skip


def test_polars_reads_days_and_hours_as_one_type(tmp_path):
    MIXED.to_csv(tmp_path / "events.csv")
    frame = pl.read_csv(tmp_path / "events.csv", try_parse_dates=True)
    assert frame.schema["start"] == frame.schema["end"] == pl.Datetime("us")


def cells_of(chronology):
    cells = [row(each, chronology.documents) for each in chronology]
    return [
        {
            name: (writable(cell).replace("\0", "\ufffd") or None) if isinstance(cell, str) else cell
            for name, cell in each.items()
        }
        for each in cells
    ]


@settings(max_examples=60, deadline=None)
@given(timelines() | rough_timelines())
def test_cells_are_read_back_equal(chronology):
    text = quiet(chronology.to_csv)
    assert load(text) == cells_of(chronology)
    for cells in read(text):
        assert not any(cell.startswith(COMPUTED) for cell in cells.values())


@given(rough | names)
def test_the_guard_before_a_formula_can_be_taken_off(text):
    guarded = harmless(text)
    assert guarded in {text, "'" + text}
    assert not guarded.startswith(COMPUTED)


@given(st.text(max_size=5))
def test_two_texts_never_become_one_cell(text):
    assert harmless("'" + text) != harmless(text)


def test_a_guard_is_set_before_what_is_written():
    (cells,) = load(quiet(Timeline([event("a", headline="\0=1+1", subtype="=\ud800")]).to_csv))
    assert (cells["headline"], cells["subtype"]) == ("\ufffd=1+1", "=\ufffd")


def test_what_no_file_can_hold_is_counted():
    with pytest.warns(TimelineWarning, match="CSV: 1 × cells"):
        text = Timeline([event("a", headline="نص \ud800")]).to_csv()
    assert "نص \ufffd" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [("a,b\n1,2\n", "columns have to be"), (MIXED.to_csv().replace("2024-04-01T00:00:00", "gestern"), "line 4: start")],
)
def test_another_csv_is_refused_with_its_place(text, said):
    with pytest.raises(FormatError, match=said):
        load(text)


def test_a_file_with_a_mark_is_read(tmp_path):
    MIXED.to_csv(tmp_path / "events.csv", bom=True)
    assert [cells["id"] for cells in load(tmp_path / "events.csv")] == [each.id for each in MIXED]
    assert load(tmp_path / "events.csv")[1]["start"] == dt.datetime(2024, 3, 1)

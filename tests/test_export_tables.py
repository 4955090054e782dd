"""Data frames, Arrow and Parquet, each read by the tools that its users read it with."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from examples_of_events import actor, document, event, quiet, rough_timelines, timelines
from hypothesis import given, settings

from timeline.chronology.timeline import Timeline
from timeline.errors import OptionError, TimelineWarning
from timeline.events.model import Mention, Place, Toll
from timeline.export.arrow import record, schema
from timeline.export.parquet import write
from timeline.export.plain import writable
from timeline.export.rows import COLUMNS, row
from timeline.values.interval import Interval

BACKENDS = ["pandas", "polars", "pyarrow"]


@pytest.fixture
def chronology():
    return Timeline(
        [
            event(
                "met",
                "2024-12-07",
                "2024-12-11",
                actors=(actor("TUR"), actor("IRN", "host")),
                places=(Place("الدوحة", 0, 6, "الدوحة", country="QAT"),),
                mentions=(Mention("d1", (0, 10), (0, 5)),),
            ),
            event("since", Interval("2024-11-27", None), kind="offensive", dead=(Toll(20, None, "مصدر طبي"),)),
            event("night", Interval("2024-12-02T18:00:00", "2024-12-03T06:00:00"), kind="offensive"),
            event("long ago", "0044-03-15", kind="offensive"),
            event("undated", kind="statement"),
        ],
        [document("d1")],
    )


def column(table, name):
    return table[name].to_pylist() if isinstance(table, pa.Table) else list(table[name])


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_table_of_every_library(chronology, backend):
    table = chronology.to_frame(backend)
    assert type(table).__module__.partition(".")[0] == backend
    assert (table.column_names if backend == "pyarrow" else list(table.columns)) == list(COLUMNS)
    assert column(table, "start")[:2] == [dt.datetime(44, 3, 15), dt.datetime(2024, 11, 27)]
    assert column(table, "id") == [each.id for each in chronology]


@pytest.mark.parametrize("backend", BACKENDS)
def test_half_a_surrogate_pair_does_not_stop_a_table(backend):
    with pytest.warns(TimelineWarning, match=f"{backend} table: 1 × cells with half a surrogate pair"):
        table = Timeline([event("a", headline="نص \ud800 مكسور")]).to_frame(backend)
    assert column(table, "headline") == ["نص \ufffd مكسور"]


@settings(max_examples=30, deadline=None)
@given(timelines() | rough_timelines())
def test_cells_of_a_frame_are_those_of_the_row(chronology):
    rows = quiet(chronology.to_frame, "polars").to_dicts()
    cells = [row(each, chronology.documents) for each in chronology]
    assert rows == [
        {name: writable(cell) if isinstance(cell, str) else cell for name, cell in each.items()} for each in cells
    ]


def test_a_table_of_no_events_has_its_columns(tmp_path):
    assert list(Timeline().to_frame("polars").columns) == list(COLUMNS)
    assert Timeline().to_arrow().schema == schema()
    Timeline().to_parquet(tmp_path / "none.parquet")
    assert pq.read_table(tmp_path / "none.parquet").schema == schema()


def test_another_library_is_refused_by_name():
    with pytest.raises(OptionError, match=r"excel.*pandas, polars, pyarrow"):
        Timeline().to_frame("excel")


def held(value):
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        return {name: held(each) for name, each in value.items()}
    return [held(each) for each in value] if isinstance(value, list) else value


@settings(max_examples=30, deadline=None)
@given(timelines() | rough_timelines())
def test_records_are_read_back_equal_from_parquet(tmp_path_factory, chronology):
    path = tmp_path_factory.mktemp("parquet") / "t.parquet"
    quiet(chronology.to_parquet, path)
    expected = [held(record(each, chronology.documents)) for each in chronology]
    assert pq.read_table(path).to_pylist() == expected
    assert pl.read_parquet(path).to_dicts() == expected


def test_parquet_in_batches(chronology, tmp_path, monkeypatch):
    monkeypatch.setattr("timeline.export.parquet.BATCH", 2)
    monkeypatch.setattr("timeline.export.parquet.GROUP", 2)
    assert write(chronology, chronology.documents, tmp_path / "t.parquet") == 5
    assert pq.ParquetFile(tmp_path / "t.parquet").num_row_groups == 3
    assert list(pl.read_parquet(tmp_path / "t.parquet")["id"]) == [each.id for each in chronology]


def test_parquet_is_written_without_pandas(tmp_path):
    code = """if True:
        import sys
        import timeline
        report = timeline.Document("زار وزير الخارجية الإيراني أنقرة أمس.", published="2024-12-03")
        timeline.build(report).to_parquet("events.parquet")
        print("pandas" in sys.modules)
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ran.stdout == "False\n", ran.stderr
    assert pq.read_metadata(tmp_path / "events.parquet").num_rows == 1


def test_types_are_those_of_times_and_lists(chronology):
    types = chronology.to_arrow().schema
    assert types.field("start").type == pa.timestamp("us")
    assert types.field("first_day").type == types.field("published").type == pa.date32()
    assert types.field("countries").type == pa.list_(pa.string())


def test_pandas_has_times_of_one_type(chronology, tmp_path):
    chronology.to_parquet(tmp_path / "t.parquet")
    frame = pd.read_parquet(tmp_path / "t.parquet").set_index("id")
    assert frame["start"].dtype == "datetime64[us]"
    assert frame.loc["met", "first_day"] == dt.date(2024, 12, 7)
    assert frame.explode("countries")["countries"].dropna().tolist() == ["TUR", "IRN"]


def test_duckdb_asks_by_day_actor_and_place(chronology, tmp_path):
    chronology.to_parquet(tmp_path / "t.parquet")
    events = duckdb.read_parquet(str(tmp_path / "t.parquet"))
    assert events.filter("list_contains(countries, 'TUR')").select("id").fetchall() == [("met",)]
    assert duckdb.sql("SELECT id FROM events WHERE first_day BETWEEN '2024-12-01' AND '2024-12-05'").fetchall() == [
        ("night",)
    ]
    assert duckdb.sql("SELECT a.name, a.role FROM (SELECT unnest(actors) AS a FROM events)").fetchall() == [
        ("هاكان فيدان", "participant"),
        ("عباس عراقجي", "host"),
    ]
    asked = "SELECT s.start FROM (SELECT unnest(\"when\") AS s FROM events WHERE id = 'met') ORDER BY 1"
    assert duckdb.sql(asked).fetchall() == [(dt.datetime(2024, 12, 7),), (dt.datetime(2024, 12, 11),)]
    assert duckdb.sql("SELECT d.low, d.high FROM (SELECT unnest(dead) AS d FROM events)").fetchall() == [(20, None)]


def test_half_a_surrogate_pair_is_counted_in_parquet(tmp_path):
    chronology = Timeline([event("a", headline="نص \ud800", sources=("\udfff",))])
    with pytest.warns(TimelineWarning, match="Parquet: 2 × texts"):
        chronology.to_parquet(tmp_path / "t.parquet")
    with pytest.warns(TimelineWarning, match="Arrow: 2 × texts"):
        chronology.to_arrow()


def test_lines_of_json_are_read_by_pandas_polars_and_duckdb(chronology, tmp_path):
    chronology.to_jsonl(tmp_path / "t.jsonl")
    ids = [each.id for each in chronology]
    assert pd.read_json(tmp_path / "t.jsonl", lines=True)["id"].tolist() == ids
    assert pl.read_ndjson(tmp_path / "t.jsonl")["id"].to_list() == ids
    assert [each for (each,) in duckdb.read_json(str(tmp_path / "t.jsonl")).select("id").fetchall()] == ids

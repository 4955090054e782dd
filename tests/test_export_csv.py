from __future__ import annotations

import csv
import io

import pytest
from examples_of_events import actor, event, timelines
from hypothesis import given, settings

from timeline.chronology.timeline import Timeline
from timeline.export.csv import harmless
from timeline.export.rows import COLUMNS

COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_every_event_is_a_line_and_no_cell_is_a_formula(chronology):
    rows = read(chronology.to_csv())
    assert [row["id"] for row in rows] == [event.id for event in chronology]
    for row in rows:
        assert list(row) == list(COLUMNS)
        assert not any(cell.startswith(COMPUTED) for cell in row.values())


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u200f=1", "\ufeff=HYPERLINK(1)"]
)
def test_a_formula_is_written_as_text(hostile):
    assert harmless(hostile) == "'" + hostile


@pytest.mark.parametrize("plain", ["هاكان فيدان", "", "a=b", "7 و8 ديسمبر", '"نص"'])
def test_what_is_no_formula_stays_as_it_is(plain):
    assert harmless(plain) == plain


def test_cells_say_who_when_and_whether():
    (row,) = read(Timeline([event("a", "2024-12-07", "2024-12-08", actors=(actor("TUR"), actor("IRN")))]).to_csv())
    assert (row["start"], row["end"]) == ("2024-12-07", "2024-12-09")
    assert row["when"] == "2024-12-07/2024-12-08 | 2024-12-08/2024-12-09"
    assert row["actors"] == "هاكان فيدان | عباس عراقجي"
    assert row["countries"] == "TUR | IRN"
    assert (row["modality"], row["headline_worthy"]) == ("asserted", "false")


def test_a_mark_for_excel_only_where_asked(tmp_path):
    chronology = Timeline([event("a")])
    chronology.to_csv(tmp_path / "plain.csv")
    chronology.to_csv(tmp_path / "excel.csv", bom=True)
    assert not (tmp_path / "plain.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "excel.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")

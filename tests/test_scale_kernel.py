"""The kernel: the same events for any division of the reports, and every report accounted for."""

from __future__ import annotations

import datetime as dt
import pickle
from collections import Counter
from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many_reports import reports
from pyarrow.parquet import read_table

import timeline
from timeline.errors import DocumentError
from timeline.export import parquet
from timeline.export.arrow import schema as event_schema
from timeline.scale import COLUMNS, OUTCOMES, extract_batches, schema

REPORTS = reports(40)


def batch(records):
    names = dict.fromkeys(name for record in records for name in record)
    return pa.RecordBatch.from_pydict({name: [record.get(name) for record in records] for name in names})


def rows(*batches):
    return [row for each in extract_batches(batches) for row in each.to_pylist()]


WHOLE = rows(batch(REPORTS))


def outcomes(made):
    return Counter(row["outcome"] for row in made if not row["number"])


def test_the_events_are_those_of_extract():
    events = [row for row in WHOLE if row["outcome"] == "event"]
    expected = [
        (record["id"], number, event.id, event.type, event.headline)
        for record in REPORTS
        for number, event in enumerate(timeline.extract(timeline.Document(**record)))
    ]
    told = [tuple(row[name] for name in ("report", "number", "id", "type", "headline")) for row in events]
    assert told == expected
    assert all(row["mentions"][0]["document"] == row["report"] for row in events)


def test_a_row_of_an_event_is_that_of_parquet(tmp_path):
    document = timeline.Document(**REPORTS[2])
    parquet.write(timeline.extract(document), {document.id: document}, tmp_path / "one.parquet")
    stored = read_table(tmp_path / "one.parquet").to_pylist()
    made = [row for row in WHOLE if row["report"] == "r2"]
    assert [{name: row[name] for name in event_schema().names} for row in made] == stored


def test_the_schema_is_told_and_kept():
    made = list(extract_batches([batch(REPORTS)]))
    assert {each.schema for each in made} == {schema()}
    assert schema().names == list(COLUMNS)
    assert [schema().field(name) for name in event_schema().names] == list(event_schema())
    assert {row["outcome"] for row in WHOLE} < set(OUTCOMES)


@settings(max_examples=25)
@given(st.lists(st.integers(1, 39), max_size=6))
def test_any_division_into_batches_gives_the_same(cuts):
    edges = [0, *sorted(set(cuts)), len(REPORTS)]
    assert rows(*(batch(REPORTS[a:b]) for a, b in pairwise(edges))) == WHOLE


def test_what_comes_out_is_bounded_whatever_goes_in():
    many = batch([{"text": " ".join(record["text"] for record in reports(12)), "published": "2024-12-03"}] * 60)
    sizes = [each.num_rows for each in extract_batches(iter([many]))]
    assert sum(sizes) > 700
    assert max(sizes) <= 512


def test_an_engine_can_send_it_round():
    assert pickle.loads(pickle.dumps(extract_batches)) is extract_batches


BAD = [
    {"id": "a", "text": None},
    {"id": "b", "text": " \n"},
    {"id": None, "text": ""},
]


def test_bad_records_come_out_with_a_reason_and_cost_no_other():
    made = rows(batch([*REPORTS[:3], *BAD, *REPORTS[3:]]))
    assert [row for row in made if row["outcome"] != "quarantined"] == WHOLE
    bad = [row for row in made if row["outcome"] == "quarantined"]
    assert [(row["report"], row["reason"]) for row in bad] == [(each["id"], "no text: it is empty") for each in BAD]
    assert outcomes(made) == {"event": 30, "empty": 10, "quarantined": 3}


def test_texts_of_numbers_are_no_texts():
    [row] = rows(batch([{"text": 7, "id": 3}]))
    assert (row["outcome"], row["report"], row["reason"]) == ("quarantined", "3", "no text: 7 is no string")


def test_a_report_on_which_the_reading_fails_is_one_row(monkeypatch):
    from timeline.scale import kernel

    def failing(document):
        if document.id == "r2":
            raise RecursionError("too deep")
        return timeline.extract(document)

    monkeypatch.setattr(kernel, "extract", failing)
    made = rows(batch(REPORTS))
    assert [row for row in made if row["report"] != "r2"] == [row for row in WHOLE if row["report"] != "r2"]
    [bad] = [row for row in made if row["report"] == "r2"]
    assert bad["outcome"] == "quarantined"
    assert "RecursionError: too deep" in bad["reason"]


DAY = dt.date(2024, 12, 3)


@pytest.mark.parametrize(
    "published", ["2024-12-03", DAY, dt.datetime(2024, 12, 3, 18, 22), "الثلاثاء، 3 ديسمبر 2024 - 18:22"]
)
def test_days_of_publication(published):
    row, *_ = rows(batch([{"text": REPORTS[0]["text"], "published": published}]))
    assert (row["published"], row["first_day"], row["reason"]) == (DAY, dt.date(2024, 12, 2), None)


def test_a_date_that_is_none_costs_the_date_and_is_told():
    row, *_ = rows(batch([{"text": REPORTS[0]["text"], "published": "غير معروف"}]))
    assert (row["outcome"], row["published"], row["first_day"]) == ("event", None, None)
    assert row["reason"].startswith("published not read: ")


def test_columns_that_a_report_does_not_have_are_passed_over():
    others = [record | {"views": 3, "tags": ["سياسة"]} for record in REPORTS]
    assert rows(batch(others)) == WHOLE


def test_without_a_column_of_texts_nothing_is_read():
    with pytest.raises(DocumentError, match="no column 'text' among body, id"):
        rows(batch([{"body": "اجتمع الوزيران", "id": "1"}]))


def test_a_compilation_is_several_reports_and_one_record():
    half = (
        "اجتمع وزير الخارجية التركي هاكان فيدان مع نظيره الأردني أيمن الصفدي في أنقرة أمس لبحث الملف السوري والعلاقات."
    )
    text = f"لقاء وزاري في أنقرة اليوم\n{half}\n\n----------\n\nلقاء آخر في عمان\n{half.replace('أنقرة', 'عمان')}\n"
    made = rows(batch([{"text": text, "published": "2024-12-03", "id": "all"}]))
    assert {row["report"] for row in made} == {"all"}
    assert [row["number"] for row in made] == list(range(len(made)))
    local = [event for each in [timeline.build(text, published="2024-12-03")] for event in each]
    assert {row["mentions"][0]["document"] for row in made} == {
        mention.document for event in local for mention in event.mentions
    }

"""The sentences of dates_second.jsonl, written before the rules were known to their writer: days where they stand.

A row: the sentence, the day of printing, the words of the expression, the days meant (half-open; ``null``: nothing may
be read there; ``[]``: a date whose days are not known), the kind. ``open`` marks what is not read yet.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from timeline import find


def _rows():
    for number, line in enumerate(Path(__file__).with_name("dates_second.jsonl").read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        marks = [pytest.mark.xfail(strict=True, reason=row["kind"])] if row.get("open") else []
        yield pytest.param(row, id=f"{number:03}", marks=marks)


def _instant(value):
    text = value if isinstance(value, str) else value.isoformat()
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def _joined(pairs):
    joined = []
    for begin, end in sorted(pairs):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


@pytest.mark.parametrize("row", list(_rows()))
def test_the_days_of_an_expression(row):
    start = row["text"].index(row["span"])
    end = start + len(row["span"])
    found = [
        each
        for each in find(row["text"], reference=row["reference"])
        if each.start_char < end and start < each.end_char
    ]
    if row["intervals"] is None:
        assert not found
        return
    assert found
    got = [(_instant(each.start), _instant(each.end)) for one in found for each in one.intervals]
    assert _joined(got) == _joined([(_instant(a), _instant(b)) for a, b in row["intervals"]])

"""The sentences of newswire.py, read: every expression found with its meaning, and nothing where there is none."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
import sys
from pathlib import Path

import pytest


def table():
    specification = importlib.util.spec_from_file_location("newswire", Path(__file__).with_name("newswire.py"))
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module.REPORTS


REPORTS = table()
WEEKDAYS = {"اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6}
NUMBERED = [pytest.param(report, id=f"{n:03}") for n, report in enumerate(REPORTS, start=1)]
every_report = pytest.mark.parametrize("report", NUMBERED)


def placed(report):
    """The expected expressions with their spans; they are written in the order of the text."""
    result, position = [], 0
    for said in report.expressions:
        start = report.sentence.index(said.words, position)
        position = start + len(said.words)
        result.append(((start, position), said))
    return result


def ends(days):
    return [tuple(map(dt.date.fromisoformat, stretch.split(".."))) for stretch in days]


def whole_days(interval):
    start, end = interval.start, interval.end
    if isinstance(end, dt.datetime):
        end = end.date() + dt.timedelta(days=1 if end.time() > dt.time.min else 0)
    return start.date() if isinstance(start, dt.datetime) else start, end


def test_the_table_is_large_and_has_its_traps():
    assert len(REPORTS) >= 150
    assert sum(not report.expressions for report in REPORTS) >= 40
    assert len({report.sentence for report in REPORTS}) == len(REPORTS)


@every_report
def test_the_table_agrees_with_the_calendar(report):
    for _, said in placed(report):
        spelling = re.sub("[إأآ]", "ا", said.words).replace("ة", "ه")
        named = [WEEKDAYS[word] for word in re.findall(r"ال(\w+)", spelling) if word in WEEKDAYS]
        days = ends(said.days)
        assert all(begin < end for begin, end in days)
        if named and days:
            first = days[0][0]
            assert [(first + dt.timedelta(days=n)).weekday() for n in range(len(named))] == named, said
        if re.fullmatch(r"\d{4}-\d\d-\d\d", said.value) and days:
            assert said.days == (f"{said.value}..{days[0][0] + dt.timedelta(days=1)}",)


@every_report
def test_every_expression_is_found_and_nothing_else(report):
    import timeline

    expected = placed(report)
    found = {(e.start_char, e.end_char) for e in timeline.find(report.sentence, reference=report.published)}
    required = {span for span, said in expected if not said.optional}
    welcome = {span for span, said in expected if said.optional}
    extra = {(a, b) for a, b in found - required if not any(a < d and c < b for c, d in welcome)}
    assert [report.sentence[a:b] for a, b in sorted(required - found)] == []
    assert [report.sentence[a:b] for a, b in sorted(extra)] == []


@every_report
def test_every_expression_means_what_a_reader_understands(report):
    import timeline

    found = {(e.start_char, e.end_char): e for e in timeline.find(report.sentence, reference=report.published)}
    for span, said in placed(report):
        if said.optional:
            continue
        assert span in found, f"{said.words} is not found"
        got = found[span]
        assert (got.type, got.value, got.role, got.modifier) == (said.type, said.value, said.role, said.modifier)
        assert sorted(map(whole_days, got.intervals)) in [ends(days) for days in (said.days, *said.others)], said.words

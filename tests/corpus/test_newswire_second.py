"""The sentences of newswire_second.py, read: every expression found and understood, and nothing where there is none."""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
import sys
from pathlib import Path

import pytest


def table():
    path = Path(__file__).with_name("newswire_second.py")
    specification = importlib.util.spec_from_file_location("newswire_second", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module.REPORTS


REPORTS = table()
WEEKDAYS = {"اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6}
NUMBERED = [pytest.param(report, id=f"{n:03}") for n, report in enumerate(REPORTS, start=1)]
every_report = pytest.mark.parametrize("report", NUMBERED)

#: What the tagger is known not to read, by the row's number; docs/limits.md tells of them.
NOT_FOUND = {
    57: "a bare year after «الفترة نفسها من»: «من 2017» is mostly a count",
    77: "a bare «النصف الثاني» as a subject, its year told in the clause before",
    112: "«كل أحد» for every Sunday: it is «everybody» nearly always",
    127: "«بعيد الأضحى» with attached ب: the word is «shortly after» nearly always",
}
FOUND_WRONGLY = {
    208: "the title of a song",
    214: "a family name that is a month, without a title before it",
    217: "«غدا» as the verb «became»",
}


def marked(*known):
    """The rows, those that are known to fail marked so: strictly, that is, the mark has to go when one is mended."""
    reasons = {number: reason for each in known for number, reason in each.items()}
    rows = []
    for number, report in enumerate(REPORTS, start=1):
        marks = [pytest.mark.xfail(reason=reasons[number], strict=True)] if number in reasons else []
        rows.append(pytest.param(report, id=f"{number:03}", marks=marks))
    return pytest.mark.parametrize("report", rows)


def placed(report):
    """The expected expressions with their spans; they are written in the order of the text."""
    result, position = [], 0
    for said in report.expressions:
        start = report.sentence.index(said.words, position)
        position = start + len(said.words)
        result.append(((start, position), said))
    return result


def readings(report, span, said):
    """The spans at which an expression may be found, each with what it then means; the first is the expected one."""
    result = [(span, said)]
    for other in said.instead:
        begin = max(0, span[0] - len(other.words))
        start = report.sentence.index(other.words, begin)
        result.append(((start, start + len(other.words)), other))
    return result


def ends(days):
    return [tuple(map(dt.date.fromisoformat, stretch.split(".."))) for stretch in days]


def whole_days(interval):
    start, end = interval.start, interval.end
    if isinstance(end, dt.datetime):
        end = end.date() + dt.timedelta(days=1 if end.time() > dt.time.min else 0)
    return start.date() if isinstance(start, dt.datetime) else start, end


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def found_in(report):
    import timeline

    return {(e.start_char, e.end_char): e for e in timeline.find(report.sentence, reference=report.published)}


def test_the_table_is_large_and_has_its_traps():
    assert len(REPORTS) == 220
    assert sum(not report.expressions for report in REPORTS) >= 60
    assert len({report.sentence for report in REPORTS}) == len(REPORTS)


@every_report
def test_the_table_agrees_with_the_calendar(report):
    for span, expected in placed(report):
        for place, said in readings(report, span, expected):
            assert overlap(place, span)
            days = ends(said.days)
            assert all(begin < end for begin, end in days)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", said.value) and days:
                assert said.days == (f"{said.value}..{days[0][0] + dt.timedelta(days=1)}",)
        spelling = re.sub("[إأآ]", "ا", expected.words).replace("ة", "ه")
        named = [WEEKDAYS[word] for word in re.findall(r"ال(\w+)", spelling) if word in WEEKDAYS]
        days = ends(expected.days)
        if named and days:
            first, last = days[0][0], days[-1][1] - dt.timedelta(days=1)
            assert first.weekday() == named[0], expected
            assert len(named) == 1 or last.weekday() == named[-1], expected


@marked(NOT_FOUND, FOUND_WRONGLY)
def test_every_expression_is_found_and_nothing_else(report):
    found = set(found_in(report))
    missing, welcome = [], []
    for span, said in placed(report):
        accepted = [place for place, _ in readings(report, span, said)]
        if said.optional or len(accepted) > 1:
            welcome += accepted
        if not said.optional and not found & set(accepted):
            missing.append(said.words)
        found -= set(accepted)
    extra = [place for place in found if not any(overlap(place, other) for other in welcome)]
    assert missing == []
    assert [report.sentence[a:b] for a, b in sorted(extra)] == []


@marked(NOT_FOUND)
def test_every_expression_means_what_a_reader_understands(report):
    found = found_in(report)
    for span, expected in placed(report):
        if expected.optional:
            continue
        got, accepted = [], []
        for place, said in readings(report, span, expected):
            if place not in found:
                continue
            one = found[place]
            days = sorted(map(whole_days, one.intervals))
            got.append((one.text, one.type, one.value, one.role, one.modifier, days))
            meaning = said.words, said.type, said.value, said.role, said.modifier
            accepted.extend((*meaning, ends(reading)) for reading in (said.days, *said.others))
        assert got, f"{expected.words} is not found"
        assert any(one in accepted for one in got), (got, accepted)

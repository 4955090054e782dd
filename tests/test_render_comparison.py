"""Two timelines beside each other."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.events.model import Modality
from timeline.render.comparison import figure, table_html, to_html, union
from timeline.values.interval import Interval

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))


@pytest.fixture
def both():
    small = SAMPLES["small"]()
    events = {event.id: event for event in small}
    yesterday = [event for event in small if event.id not in {"e13", "e14"}]
    moved = evolve(events["e06"], when=(Interval("2024-12-14", "2024-12-16"),))
    changed = evolve(events["e01"], modality=Modality.ASSERTED)
    today = [{"e06": moved, "e01": changed}.get(event.id, event) for event in small if event.id != "e02"]
    return Timeline(yesterday, small.documents), Timeline(today, small.documents)


def test_every_event_once_with_what_became_of_it(both):
    together, status = union(*both, both[0].diff(both[1]))
    told = {event.id: name for event, name in zip(together, status, strict=True)}
    assert len(told) == 21
    assert {id_ for id_, name in told.items() if name == "new"} == {"e13", "e14"}
    assert told["e06"] == "moved"
    assert told["e01"] == "changed"
    assert told["e02"] == "dropped"
    assert told["e07"] is None


def test_the_figure_has_a_lane_for_each_kind(both):
    drawn = figure(*both).to_dict()
    lanes = [text.strip("\u2067\u2069") for text in drawn["layout"]["yaxis"]["ticktext"]]
    assert lanes == ["في الثاني وحده", "يوم آخر", "تفاصيل أخرى", "في الأول وحده"]
    ids = {data[1] for trace in drawn["data"] for data in trace.get("customdata") or ()}
    assert ids == {"e13", "e14", "e06", "e01", "e02"}
    (tie,) = [trace for trace in drawn["data"] if trace.get("line", {}).get("dash") == "dot"]
    assert [moment[:10] for moment in tie["x"][:2]] == ["2024-12-08", "2024-12-15"]


def test_the_table_tells_before_and_after(both):
    html = table_html(both[0].diff(both[1]))
    assert "من السبت 7 إلى الأحد 8 ديسمبر/كانون الأول 2024" in html
    assert "من السبت 14 إلى الأحد 15 ديسمبر/كانون الأول 2024" in html
    row = next(row for row in html.split("<tr>") if "تفاصيل أخرى" in row)
    assert "محتمل" in row
    assert "مؤكَّد" in row


def test_the_page_is_written(both, tmp_path):
    path = to_html(*both, tmp_path / "difference.html")
    assert "مقارنة خطين زمنيين" in path.read_text(encoding="utf-8")


def test_two_alike():
    small = SAMPLES["small"]()
    assert not small.diff(small)
    figure(small, small)


def test_an_id_that_stands_for_another_act_now():
    small = SAMPLES["small"]()
    one, other = small.events[0], small.events[5]
    before, after = Timeline([one], small.documents), Timeline([other], small.documents)
    from timeline.chronology.difference import Difference

    together, status = union(before, after, Difference(new=(other,), dropped=(one,)))
    assert sorted(status) == ["dropped", "new"]
    same_id = evolve(other, id=one.id)
    together, status = union(before, Timeline([same_id]), Difference(new=(same_id,), dropped=(one,)))
    assert len({event.id for event in together}) == 2
    assert sorted(status) == ["dropped", "new"]

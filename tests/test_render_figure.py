"""The plotly figure: what is drawn for what, and that nothing of a text becomes markup."""

from __future__ import annotations

import json
import os
import re
import runpy
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.render.figure import CONFIG, caption, figure, figure_data
from timeline.render.hover import hover_html
from timeline.render.theme import DARK, LIGHT
from timeline.render.words import OptionError, Words
from timeline.values.interval import Interval

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
KEPT = Path(__file__).parent / "pictures"
ISOLATED = re.compile("[\u2066\u2067][^\u2066\u2067]*(?:\u2066[^\u2069]*\u2069[^\u2066\u2067]*)*\u2069")
SMALL = SAMPLES["small"]()


def marks(spec):
    """Every mark of a figure as (id, trace type, symbol or pattern)."""
    for trace in spec["data"]:
        marker = trace.get("marker", {})
        shape = marker.get("symbol") or marker.get("pattern", {}).get("shape", "")
        for data in trace.get("customdata") or ():
            yield data[1], trace["type"], shape


def structure(spec):
    """What a picture is made of, apart from its pixels."""
    layout = spec["layout"]
    kinds = Counter(
        (trace["type"], trace.get("mode", ""), str(trace.get("marker", {}).get("symbol", ""))[:24])
        for trace in spec["data"]
    )
    return {
        "traces": sorted([*kind, count] for kind, count in kinds.items()),
        "points": sum(len(trace["x"]) for trace in spec["data"]),
        "lanes": layout["yaxis"]["ticktext"],
        "ticks": layout["xaxis"]["ticktext"],
        "names": [note["text"] for note in layout["annotations"]],
        "height": layout["height"],
    }


def test_a_figure_is_a_plotly_figure():
    drawn = figure(SMALL, title="الملف السوري")
    assert drawn.to_dict()["layout"]["title"]["text"] == "\u2067الملف السوري\u2069"
    assert json.loads(drawn.to_json())["data"]


def test_each_event_is_drawn_with_its_type_and_status():
    drawn = {}
    for id_, kind, shape in marks(figure_data(SMALL)):
        drawn.setdefault(id_, set()).add((kind, shape))
    assert drawn["e00"] == {("bar", "")}
    assert drawn["e01"] == {("scatter", "diamond-open-dot")}
    assert drawn["e06"] == {("bar", "/")}
    assert drawn["e07"] == {("scatter", "circle")}
    assert drawn["e10"] == {("scatter", "circle-x-open")}
    assert drawn["e16"] == {("bar", "-")}
    assert drawn["e17"] == {("scatter", "diamond-cross-open")}
    assert "e19" not in drawn
    assert len(drawn) == 20


def test_time_runs_to_the_left_or_to_the_right():
    leftwards = figure_data(SMALL)["layout"]
    assert leftwards["xaxis"]["range"][0] > leftwards["xaxis"]["range"][1]
    assert leftwards["yaxis"]["side"] == "right"
    rightwards = figure_data(SMALL, direction="ltr")["layout"]
    assert rightwards["xaxis"]["range"] == leftwards["xaxis"]["range"][::-1]
    assert figure_data(SMALL, language="en")["layout"]["yaxis"]["side"] == "left"


def test_open_ends_fade_and_point_on():
    spec = figure_data(SMALL)
    triangles = [s for t in spec["data"] if isinstance(s := t.get("marker", {}).get("symbol"), list)]
    assert sorted(symbol for symbols in triangles for symbol in symbols) == ["triangle-left", "triangle-right"]
    tones = [
        t["marker"]["color"] for t in spec["data"] if t["type"] == "bar" and isinstance(t["marker"]["color"], list)
    ]
    for colors in tones:
        assert len({color.rsplit(",", 1)[1] for color in colors}) > 3


def test_what_several_sources_tell_stands_out():
    spec = figure_data(SMALL)
    labels = [text for t in spec["data"] if t.get("mode") == "text" for text in t["text"]]
    assert sum("×3" in text for text in labels) == 1
    assert sum("×2" in text for text in labels) == 1
    lists = [trace["marker"]["line"]["width"] for trace in spec["data"] if trace["type"] == "bar"]
    widths = [width for found in lists if isinstance(found, list) for width in found]
    assert sorted(set(widths)) == [1, 2.5]
    assert any("مصدران فأكثر" in (t.get("name") or "") for t in spec["data"])


def test_the_day_of_printing_is_drawn_lighter_and_said():
    spec = figure_data(SMALL)
    fills = {d[1]: c for t in spec["data"] if t.get("mode") == "markers" and "customdata" in t
             for d, c in zip(t["customdata"], t["marker"]["color"], strict=True)}  # fmt: skip
    assert fills["e11"].startswith("rgba")
    assert fills["e13"] == LIGHT.types["statement"]
    texts = {d[1]: d[0] for t in spec["data"] for d in t.get("customdata") or ()}
    assert "تاريخ النشر" in texts["e11"]
    assert "تاريخ النشر" not in texts["e13"]


@pytest.mark.parametrize("options", [{}, {"lanes": "place"}, {"hijri": True}, {"theme": "dark"}, {"density": "always"}])
def test_every_text_of_the_figure_is_isolated(options):
    spec = figure_data(SMALL, title="عنوان", **options)
    layout = spec["layout"]
    texts = [*layout["xaxis"]["ticktext"], *layout["yaxis"]["ticktext"], layout["title"]["text"]]
    texts += [note["text"] for note in layout["annotations"]]
    texts += [t["name"] for t in spec["data"] if t.get("name")]
    texts += [text for t in spec["data"] for text in t.get("text") or ()]
    texts += [data[0] for t in spec["data"] for data in t.get("customdata") or ()]
    assert len(texts) > 20
    for text in texts:
        for part in re.sub("</?b>", "", text).split("<br>"):
            assert ISOLATED.fullmatch(part), part


def test_hostile_texts_stay_texts():
    spec = figure_data(SAMPLES["hostile"](), lanes="actor", title=SAMPLES["PAYLOADS"][0])
    for trace in spec["data"]:
        for data in trace.get("customdata") or ():
            data.pop()  # the event's id: never shown, only looked up
    drawn = json.dumps(spec, ensure_ascii=False)
    assert not re.search(r"<(?!/?b>|br>|extra>|/extra>)", drawn)
    assert not re.search("[\u202a-\u202e\u200e\u200f\ud800-\udfff]", drawn)
    templates = {t["hovertemplate"] for t in spec["data"] if "hovertemplate" in t}
    assert templates == {"%{customdata[0]}<extra></extra>"}
    assert "$" not in drawn


def test_hover_tells_the_sentence():
    event = next(event for event in SMALL if event.id == "e06")
    said = hover_html(event, SMALL.documents, Words())
    assert "تستضيف الدوحة" in said
    assert "إيران، تركيا وروسيا" in said
    assert "مخطَّط له" in said
    assert "من السبت 7 إلى الأحد 8 ديسمبر/كانون الأول 2024" in said


def test_the_caption_counts_what_has_no_date():
    said = caption(SMALL, Words())
    assert said.startswith("21 حدثًا من 27 نوفمبر/تشرين الثاني 2024")
    assert "حدث واحد بلا تاريخ معروف" in said
    assert caption(Timeline(), Words()) == "لا أحداث في هذا الخط الزمني"


def test_thousands_are_counted_not_drawn():
    many = SAMPLES["synthetic"](1500)
    spec = figure_data(many, show="all")
    counted = sum(int(n) for t in spec["data"] for d in t["customdata"] for n in re.findall(r": (\d+) [حأ]", d[0]))
    words = sum(
        2 if "حدثان" in d[0] else 1 for t in spec["data"] for d in t["customdata"] if not re.search(r": \d+ [حأ]", d[0])
    )
    assert counted + words == 1500
    assert sum(len(t["x"]) for t in spec["data"]) < 600
    assert len(list(marks(figure_data(many, density="never")))) > 1500


def test_a_crowd_that_would_pile_up_is_counted_too():
    day = SMALL.events[4]
    crowd = Timeline([evolve(day, id=f"c{n}", when=(Interval("2024-12-03", "2024-12-04"),)) for n in range(100)])
    spread = Timeline([*crowd, evolve(day, id="far", when=(Interval("2014-12-03", "2014-12-04"),))])
    assert not [t for t in figure_data(spread, focus="all", show="all")["data"] if t["type"] == "scatter"]
    assert len(list(marks(figure_data(spread, density="never", focus="all")))) == 101


def test_an_event_of_several_lanes_stands_in_each():
    by_actor = Counter(id_ for id_, _, _ in set(marks(figure_data(SMALL, lanes="actor"))))
    assert by_actor["e06"] == 1
    rows = {d[1]: set() for t in figure_data(SMALL, lanes="actor")["data"] for d in t.get("customdata") or ()}
    for trace in figure_data(SMALL, lanes="actor")["data"]:
        for data, row in zip(trace.get("customdata") or (), trace["y"], strict=False):
            rows[data[1]].add(row)
    assert len(rows["e06"]) == 3
    assert len(rows["e14"]) == 1


def test_nothing_and_nothing_dated():
    assert "لا أحداث" in figure_data(Timeline())["layout"]["annotations"][-1]["text"]
    figure(Timeline([event for event in SMALL if not event.when]))


def test_themes():
    drawn = json.dumps(figure_data(SMALL, theme="dark"))
    assert DARK.ground in drawn
    assert LIGHT.types["meeting"] not in drawn


@pytest.mark.parametrize(
    "options",
    [
        {"lanes": "day"},
        {"direction": "up"},
        {"labels": "some"},
        {"density": "maybe"},
        {"theme": "sepia"},
        {"language": "fr"},
    ],
)
def test_unknown_options_are_named(options):
    ((name, value),) = options.items()
    with pytest.raises(OptionError, match=f"{name}='{value}' is not known; one of"):
        figure(SMALL, **options)


def test_no_settings_send_the_figure_away():
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["typesetMath"] is False


@pytest.mark.parametrize(
    ("name", "timeline", "options"),
    [
        ("20", SMALL, {}),
        ("20-actors-dark-hijri", SMALL, {"lanes": "actor", "theme": "dark", "hijri": True}),
        ("20-english", SMALL, {"language": "en"}),
        ("400", SAMPLES["synthetic"](400), {}),
        ("4000", SAMPLES["synthetic"](4000), {"show": "all"}),
    ],
)
def test_pictures_are_built_as_the_kept_ones(name, timeline, options):
    """Compared with what was looked at and kept; TIMELINE_KEEP=1 keeps the new ones, to be looked at again."""
    found = structure(figure_data(timeline, **options))
    file = KEPT / f"{name}.json"
    if os.environ.get("TIMELINE_KEEP"):
        KEPT.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))

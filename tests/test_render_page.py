"""The page as a file: what stands in it, what may run, how large it is."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import runpy
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs

from timeline.render.bundle import halves
from timeline.render.page import script, to_html
from timeline.render.records import pieces, records
from timeline.render.words import OptionError, Words

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
SMALL = SAMPLES["small"]()


class Outline(HTMLParser):
    """The elements of a page, with their attributes and the text of its scripts."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.scripts, self._inside = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._inside = dict(attrs) if tag == "script" else None
        if tag == "script":
            self.scripts.append([dict(attrs), ""])

    def handle_endtag(self, tag):
        if tag == "script":
            self._inside = None

    def handle_data(self, data):
        if self._inside is not None:
            self.scripts[-1][1] += data


def policy(outline):
    (content,) = [a["content"] for tag, a in outline.elements if tag == "meta" and a.get("http-equiv")]
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def data_of(page, name="data"):
    ((attributes, text),) = [(a, t) for a, t in Outline(page).scripts if a.get("id") == name]
    return json.loads(gzip.decompress(base64.b64decode(text)) if "data-packed" in attributes else text)


def test_the_page_says_what_it_is():
    outline = Outline(to_html(SMALL, title="الملف السوري"))
    (html,) = [attributes for tag, attributes in outline.elements if tag == "html"]
    assert (html["lang"], html["dir"]) == ("ar", "rtl")
    english = Outline(to_html(SMALL, language="en"))
    assert ("html", {"lang": "en", "dir": "ltr", "data-theme": "light"}) in english.elements


def test_only_the_pages_own_scripts_may_run():
    outline = Outline(to_html(SMALL))
    rules = policy(outline)
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    hashes = re.findall(r"sha256-[\w+/=]+", rules["script-src"])
    assert len(hashes) == 2
    texts = [text for attributes, text in outline.scripts if "type" not in attributes]
    ((attributes, packed),) = [(a, text) for a, text in outline.scripts if a.get("id") == "plotly-source"]
    assert attributes["data-hash"] in hashes
    texts.append(gzip.decompress(base64.b64decode(packed)).decode())
    assert {f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in texts} == set(
        hashes
    )


def test_nothing_of_the_page_lies_elsewhere():
    for page in (to_html(SMALL), to_html(SAMPLES["hostile"]())):
        outline = Outline(page)
        assert not [a for tag, a in outline.elements if tag in {"link", "iframe", "object", "embed", "img", "base"}]
        assert not [a for tag, a in outline.elements if "src" in a or "srcset" in a]
        assert not re.search(r"url\(|@import", page[: page.index("</style>")])


def test_bundles(tmp_path):
    cdn = Outline(to_html(SMALL, plotlyjs="cdn"))
    (script_,) = [a for tag, a in cdn.elements if tag == "script" and "src" in a]
    assert script_["src"].startswith("https://cdn.plot.ly/plotly-")
    assert script_["integrity"].startswith("sha256-")
    assert script_["src"] in policy(cdn)["script-src"]
    beside = to_html(SMALL, tmp_path / "t.html", plotlyjs="directory")
    assert beside == tmp_path / "t.html"
    assert (tmp_path / "plotly.min.js").is_file()
    own = tmp_path / "own.js"
    own.write_text("/* mine */", encoding="utf-8")
    (packed,) = [t for a, t in Outline(to_html(SMALL, plotlyjs=own)).scripts if a.get("id") == "plotly-source"]
    assert gzip.decompress(base64.b64decode(packed)) == b"/* mine */"
    with pytest.raises(OptionError, match=r"missing\.js' cannot be read"):
        to_html(SMALL, plotlyjs=tmp_path / "missing.js")
    with pytest.raises(OptionError, match="plotlyjs='online' is not known"):
        to_html(SMALL, plotlyjs="online")


def test_the_bundle_is_the_installed_one_without_its_wrapper():
    source = get_plotlyjs()
    text = halves(source)
    assert text != source
    assert len(source) - 500 < len(text) < len(source)
    assert text.startswith(source[: source.index("*/") + 2])  # its license stays
    start = source.index("var Plotly=(()=>{")
    assert text[text.index("var Plotly=(()=>{") :][:4_000_000] == source[start : start + 4_000_000]
    assert halves(text) == text


@pytest.mark.parametrize("text", ["", "window.Plotly = {};", "/* a */ window.Plotly = Plotly;\nreturn Plotly;\n}));"])
def test_a_bundle_of_another_make_is_left_alone(text):
    assert halves(text) == text


@pytest.mark.parametrize(
    "option", ["lanes", "labels", "density", "theme", "sources", "direction", "language", "digits"]
)
def test_unknown_options_are_named(option):
    with pytest.raises(OptionError, match=f"{option}='x' is not known"):
        to_html(SMALL, **{option: "x"})


def test_size_of_a_small_page():
    assert len(to_html(SMALL).encode()) <= 2_150_000


def test_large_timelines_are_small_for_each_event():
    empty = len(to_html(type(SMALL)(), plotlyjs="cdn").encode())
    for count in (4_000, 10_000):
        page = len(to_html(SAMPLES["synthetic"](count), plotlyjs="cdn").encode())
        assert (page - empty) / count <= 200


def test_the_same_timeline_is_the_same_page():
    assert to_html(SMALL) == to_html(SAMPLES["small"]())


def test_hostile_texts_break_out_of_nothing():
    page = to_html(SAMPLES["hostile"](), title=SAMPLES["PAYLOADS"][1])
    outline = Outline(page)
    assert len(outline.scripts) == 4
    own = {tag for tag, _ in Outline(to_html(SMALL)).elements}
    assert {tag for tag, _ in outline.elements} <= own
    assert not [a for tag, a in outline.elements if any(name.startswith("on") for name in a)]
    page.encode("utf-8")
    data = data_of(page)
    assert data["events"]["h"][0] == f"حدث {SAMPLES['PAYLOADS'][0]}"
    assert all("url" not in document for document in data["documents"])


def test_records_hold_every_event_once():
    found = records(SMALL, Words())
    events = found["events"]
    assert events["id"] == [event.id for event in SMALL]
    assert {len(column) for column in events.values()} == {21}
    doha = events["id"].index("e06")
    assert [found["actors"][n] for n in events["a"][doha]] == ["إيران", "تركيا", "روسيا"]
    assert events["s"][events["id"].index("e19")] == ()
    assert len(set(found["actors"])) == len(found["actors"])
    assert [events["id"][n] for n in found["printed"]] == ["e11", "e15"]


def test_pieces_are_the_text_with_its_marks():
    found = records(SMALL, Words())
    texts = {"".join(p if isinstance(p, str) else p[0] for p in d["pieces"]) for d in found["documents"]}
    assert texts == {document.text for document in SMALL.documents.values()}
    doha = [event.id for event in SMALL].index("e06")
    (document,) = [d for d in found["documents"] if "الخليج" in d["source"] and "الدوحة" in d["title"]]
    marked = [piece for piece in document["pieces"] if not isinstance(piece, str)]
    assert "".join(piece[0] for piece in marked if doha in piece[1]).startswith("تستضيف الدوحة")
    assert [piece[0] for piece in marked if len(piece) > 2 and doha in piece[2]] == ["اجتماعًا"]
    times = "".join(piece[0] for piece in marked if len(piece) > 3 and doha in piece[3])
    assert times == "السابع والثامن من ديسمبر/كانون الأول الجاري"


def test_two_mentions_of_one_event_side_by_side():
    from attrs import evolve

    from timeline.events.model import Mention

    event, key = SMALL.events[0], SMALL.events[0].mentions[0].document
    document = SMALL.documents[key]
    twice = evolve(event, time=None, mentions=(Mention(key, (0, 10), (2, 4)), Mention(key, (8, 20), (10, 12))))
    found = pieces(document, [(7, twice)], full=True)
    assert "".join(p if isinstance(p, str) else p[0] for p in found) == document.text
    told = [(piece[0], *piece[1:]) for piece in found if not isinstance(piece, str)]
    assert "".join(text for text, *_ in told) == document.text[:20]
    assert all(kinds[0] == (7,) for _, *kinds in told)
    assert [text for text, *kinds in told if len(kinds) > 1] == [document.text[2:4], document.text[10:12]]


def test_long_collections_bring_only_the_sentences_that_tell():
    timeline = SAMPLES["small"]()
    cut = records(timeline, Words(), sources="sentences")["documents"]
    assert all(document["cut"] for document in cut)
    whole = sum(len(document.text) for document in timeline.documents.values())
    assert sum(len(p if isinstance(p, str) else p[0]) for d in cut for p in d["pieces"]) < whole
    assert all("pieces" not in document for document in records(timeline, Words(), sources="none")["documents"])


def test_offsets_out_of_the_text_are_no_error():
    document = SMALL.documents["a"]
    event = SMALL.events[0]
    from attrs import evolve

    from timeline.events.model import Mention

    odd = evolve(event, mentions=(Mention("a", (-5, 10_000), (500_000, 500_001)),))
    assert "".join(p if isinstance(p, str) else p[0] for p in pieces(document, [(0, odd)], full=True)) == document.text


def test_our_script_is_ours_and_in_order():
    text = script()
    assert text.startswith("(() => {")
    assert not re.search(r"\beval\(|innerHTML|document\.write|new Function", text)
    folder = Path(__file__).parent.parent / "timeline" / "render" / "assets"
    listed = (folder / "order.txt").read_text(encoding="utf-8").split()
    assert sorted(listed) == sorted(file.name for file in folder.glob("*.js"))


def test_every_label_that_the_page_asks_for_is_written():
    folder = Path(__file__).parent.parent / "timeline" / "render"
    labels = tomllib.loads((folder / "interface.toml").read_text(encoding="utf-8"))["ar"]["label"]
    asked = set(re.findall(r'(?:S\.label\.|say\.label\(")(\w+)', script()))
    asked |= set(re.findall(r"\{\{label\.(\w+)\}\}", (folder / "assets" / "page.html").read_text(encoding="utf-8")))
    assert asked - set(labels) == set()
    python = " ".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    known = (
        asked
        | set(re.findall(r'"(\w+)"', python + script()))
        | {f"bin_{size}" for size in ("day", "week", "month", "year")}
        | {f"conflict_{what}" for what in ("dates", "status", "agents")}
    )
    assert set(labels) - known == set()

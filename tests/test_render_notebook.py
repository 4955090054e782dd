"""How timelines, events and differences show themselves in notebooks."""

from __future__ import annotations

import json
import re
import runpy
from html.parser import HTMLParser
from pathlib import Path

import pytest

from timeline.render.figure import figure_data
from timeline.render.notebook import PLOTLY, explain, live, mimebundle, plain_text, table_html
from timeline.render.words import Words

SAMPLES = runpy.run_path(str(Path(__file__).parent / "sample_timelines.py"))
SMALL = SAMPLES["small"]()
HOSTILE = SAMPLES["hostile"]()


def tags(html):
    found = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, dict(attrs)))

    Tags().feed(html)
    return found


def test_the_timeline_shows_itself():
    bundle = SMALL._repr_mimebundle_()
    assert list(bundle) == [PLOTLY, "text/html", "text/plain"]
    json.dumps(bundle)
    assert bundle[PLOTLY]["config"]["showSendToCloud"] is False
    assert bundle[PLOTLY]["config"]["typesetMath"] is False
    assert mimebundle(SMALL, include={"text/plain"}).keys() == {"text/plain"}
    assert PLOTLY not in mimebundle(SMALL, exclude={PLOTLY})


def test_ticks_follow_the_zoom_with_arabic_months():
    shown = live(figure_data(SMALL), Words())
    (locale,) = shown["config"]["locales"].values()
    assert shown["config"]["locale"] in shown["config"]["locales"]
    assert locale["format"]["months"][11] == "ديسمبر/كانون الأول"
    assert locale["format"]["days"][0] == "الأحد"
    axis = shown["layout"]["xaxis"]
    assert axis["tickmode"] == "auto"
    assert "tickvals" not in axis
    stops = [stop["dtickrange"] for stop in axis["tickformatstops"]]
    assert [low for low, _ in stops[1:]] == [high for _, high in stops[:-1]]
    # what plotly cannot write stays as it was drawn
    eastern = live(figure_data(SMALL, digits="arab"), Words(digits="arab"))
    assert "٢٧" in "".join(eastern["layout"]["xaxis"]["ticktext"])


def test_the_table_is_right_to_left_and_holds_all():
    html = table_html(SMALL, Words())
    found = tags(html)
    assert found[0] == ("div", {"dir": "rtl", "lang": "ar", "style": found[0][1]["style"]})
    assert sum(tag == "tr" for tag, _ in found) == 22
    assert "اجتماع وزراء خارجية إيران وتركيا وروسيا" in html


def test_a_long_timeline_has_a_table_of_its_principal_events():
    many = SAMPLES["synthetic"](120)
    html = table_html(many, Words())
    assert "أبرز 24 حدثًا من 120" in html
    assert sum(tag == "tr" for tag, _ in tags(html)) == 25
    assert "The principal 24 events of 120" in plain_text(many, Words("en"))
    assert len(plain_text(many, Words("en")).splitlines()) == 26


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_texts_stay_texts(language):
    words = Words(language)
    pages = [table_html(HOSTILE, words)]
    pages += [explain(event, HOSTILE.documents, language=language).html for event in HOSTILE]
    for page in pages:
        used = tags(page)
        allowed = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "strong", "span", "section",
                   "h3", "dl", "dt", "dd", "p", "blockquote", "mark"}  # fmt: skip
        assert {tag for tag, _ in used} <= allowed
        assert {name for _, attributes in used for name in attributes} <= {
            "dir",
            "lang",
            "style",
            "scope",
            "aria-hidden",
        }
        assert "$" not in page
        assert not re.search("[\u202a-\u202e\u200e\u200f\ud800-\udfff]", page)
    plain_text(HOSTILE, words).encode("utf-8")


def test_an_event_is_explained():
    event = next(event for event in SMALL if event.id == "e06")
    said = explain(event, SMALL.documents)
    assert "<mark>" in said._repr_html_()
    marked = "".join(re.findall("<mark>(.*?)</mark>", said.html))
    assert re.sub("<[^>]*>", "", marked).startswith("تستضيف الدوحة اجتماعًا")
    assert "مذكور في الجملة" in str(said)
    assert "السابع والثامن من ديسمبر/كانون الأول الجاري" in str(said)
    # its surroundings are cut between words only
    quote = re.sub("<[^>]*>", "", re.search("<blockquote.*</blockquote>", said.html, re.DOTALL)[0])
    words = set(quote.replace("…", " ").split())
    assert words <= set(" ".join(document.text for document in SMALL.documents.values()).split())


def test_an_event_whose_document_is_not_at_hand():
    said = explain(SMALL.events[0], {})
    assert "<blockquote" not in said.html
    assert "التاريخ" in str(said)

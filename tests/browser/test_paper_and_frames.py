"""The page on paper, and in other people's pages."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

LEFT_OUT = ("#lede", "#filters", "#events", "figcaption")


@pytest.mark.parametrize("count", [21, 60, 300])
def test_the_figure_stands_whole_on_the_first_of_few_sheets(open_page, samples, small, count):
    timeline = small if count == 21 else samples.synthetic(count)
    page = open_page(timeline, width=1032, height=703)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    tops = [page.locator(name).bounding_box() for name in ("h1", "#axis", "#chart", "#key")]
    assert [box["y"] for box in tops] == sorted(box["y"] for box in tops)
    assert tops[-1]["y"] + tops[-1]["height"] <= 703
    assert page.locator("#axis text").count() > 5
    assert page.locator("#rows tr").count() == (21 if count == 21 else 24)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    pdf = page.pdf(prefer_css_page_size=True)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4


def test_all_events_are_printed_where_that_is_asked_for(open_page, samples):
    page = open_page(samples.synthetic(300), unfolded=True)
    page.locator("#print-all").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#rows tr").count() == 300
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#rows tr").count() == 100


def test_a_phone_prints_the_figure_and_not_its_cards(open_page, small):
    page = open_page(small, width=390, height=844, drawn=False)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#chart").is_visible()
    assert not page.locator("#cards").is_visible()


@pytest.mark.parametrize("direction", ["rtl", "ltr"])
@pytest.mark.parametrize(("width", "height"), [(640, 420), (320, 240)])
def test_in_a_frame_of_another_page(browser, small, tmp_path, direction, width, height):
    small.to_html(tmp_path / "timeline.html")
    (tmp_path / "outer.html").write_text(
        f'<!DOCTYPE html><html dir="{direction}"><style>* {{ color: red; font: 40px serif }}</style><body>'
        f'<iframe src="timeline.html?embed" title="t" style="width: {width}px; height: {height}px; border: 0"></iframe>'
        "<script>addEventListener('message', ({data}) => { window.told = data.timelineHeight; })</script>",
        encoding="utf-8",
    )
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "outer.html").as_uri())
    frame = page.frames[1]
    frame.wait_for_selector('html[data-ready="figure"]', state="attached")
    for name in LEFT_OUT:
        assert not frame.locator(name).is_visible(), name
    marks = frame.evaluate(
        """() => [...document.querySelectorAll('.card, #chart .points path, #chart .textpoint text')].filter(node => {
             const box = node.getBoundingClientRect();
             return box.width && box.bottom <= innerHeight && box.top >= 0; }).length"""
    )
    assert marks >= (5 if height > 300 else 1)
    assert frame.evaluate("document.documentElement.scrollWidth") <= width
    page.wait_for_function("() => window.told > 200")
    frame.evaluate("timelinePage.select(timelinePage.events()[5])")
    assert frame.locator("#panel h3").is_visible()
    assert frame.locator("#panel").bounding_box()["height"] <= height * 0.62
    assert errors == []
    page.close()


def test_embed_is_an_option_too(open_page, small):
    page = open_page(small, embed=True, width=700, height=420)
    assert not page.locator("#filters").is_visible()
    assert page.locator("#axis").is_visible()


def test_the_snippet_is_a_frame_with_the_address_of_the_view(open_page, small):
    page = open_page(
        small, unfolded=True, title='"أ" <ب>', context={"permissions": ["clipboard-read", "clipboard-write"]}
    )
    page.locator("#snippet").click()
    page.wait_for_selector("#shown:has-text('نُسخ')")
    said = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        r'<iframe src="file:[^"]+\.html\?embed" title="&quot;أ&quot; &lt;ب>" style="[^"]+"></iframe>', said
    )


def test_a_saved_picture_has_title_axis_and_sources(open_page, small):
    page = open_page(small)
    asked = page.evaluate(
        """async () => { let asked; const make = Plotly.toImage;
             const size = {format: 'svg', width: 900, height: 600};
             Plotly.toImage = figure => { asked = figure; return make(figure, size); };
             document.querySelector('#save').click();
             await new Promise(done => setTimeout(done, 1500));
             const {annotations, xaxis, margin} = asked.layout;
             return [annotations.map(note => note.text).join(' '), xaxis.ticktext.length, margin.t]; }"""
    )
    texts, ticks, top = asked
    for part in ("أبرز ما جرى", "المصادر:", "diplomatic-timeline", "اجتماعات", "2024"):
        assert part in texts
    assert ticks > 5
    assert top > 80


@pytest.mark.parametrize(
    ("button", "name", "magic"), [("#save", "timeline.png", b"\x89PNG"), ("#save-svg", "timeline.svg", b"<svg")]
)
def test_pictures_are_saved_in_two_forms(open_page, small, button, name, magic):
    page = open_page(small, unfolded=True)
    with page.expect_download() as started:
        page.evaluate("name => document.querySelector(name).click()", button)
    assert started.value.suggested_filename == name
    assert started.value.path().read_bytes().startswith(magic)

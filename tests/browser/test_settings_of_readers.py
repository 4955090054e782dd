"""What readers have set in their system: forced colors, less motion."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

RESOLVED = """name => {
  const probe = document.createElement('span');
  probe.style.cssText = 'forced-color-adjust: none; color: ' + name;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color; }"""
TEXT = "getComputedStyle(document.querySelector('#chart .textpoint text')).fill"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colors_reach_the_figure(open_page, small, scheme):
    page = open_page(small, anchor="#event-e06", context={"forced_colors": "active", "color_scheme": scheme})
    ground, text, highlight = (page.evaluate(RESOLVED, name) for name in ("Canvas", "CanvasText", "Highlight"))
    assert page.evaluate("getComputedStyle(document.querySelector('#figure-keys')).backgroundColor") == ground
    fills = page.evaluate(
        """() => [...document.querySelectorAll('#chart .textpoint text, #axis text')]
                   .map(node => getComputedStyle(node).fill)"""
    )
    assert len(fills) > 30
    assert set(fills) == {text}
    assert page.evaluate("getComputedStyle(document.querySelector('#rows tr[aria-current]')).outlineColor") == highlight
    # types stay apart by their colors too, and the theme of the page has no say any more
    assert page.evaluate("new Set(timelinePage.settings().themes[timelinePage.view.theme].types).size") == 3
    assert not page.locator("#theme").is_visible()
    before = page.evaluate("timelinePage.view.theme")
    assert before == ("dark" if text == "rgb(255, 255, 255)" else "light")


def test_pressed_buttons_are_seen_under_forced_colors(open_page, samples):
    page = open_page(samples.synthetic(300), context={"forced_colors": "active"})
    highlight = page.evaluate(RESOLVED, "Highlight")
    colors = page.evaluate(
        """() => [...document.querySelectorAll('#amount button')].map(button =>
             [button.getAttribute('aria-pressed'), getComputedStyle(button).backgroundColor])"""
    )
    assert [pressed for pressed, color in colors if color == highlight] == ["true"]


def test_colors_forced_while_the_page_is_open(open_page, small):
    page = open_page(small)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.wait_for_timeout(300)
    text = page.evaluate(RESOLVED, "CanvasText")
    assert page.evaluate(TEXT) == text
    page.emulate_media(forced_colors="none", color_scheme="light")
    page.wait_for_timeout(300)
    assert page.evaluate(TEXT) == "rgb(22, 25, 29)"


def test_the_page_follows_the_system_until_its_reader_chooses(open_page, small):
    page = open_page(small)
    for scheme in ("dark", "light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function("scheme => timelinePage.view.theme === scheme", arg=scheme)
    page.locator("#theme").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.evaluate("timelinePage.view.theme") == "light"


def test_nothing_moves_by_itself_where_less_motion_is_asked_for(open_page, small):
    page = open_page(small, height=500, context={"reduced_motion": "reduce"})
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(node => { const style = getComputedStyle(node);
             return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0
               || style.scrollBehavior === 'smooth'; }).map(node => node.outerHTML.slice(0, 60))"""
    )
    assert moving == []
    # the panel is there at once, not after a ride: asked for in the same task
    top = page.evaluate(
        """() => { timelinePage.select(timelinePage.events()[3]);
             return document.querySelector('#panel').getBoundingClientRect().top; }"""
    )
    assert top < 500


@pytest.mark.parametrize(
    "options",
    [
        {"width": 390, "height": 844, "drawn": False},
        {"width": 390, "height": 844, "drawn": False, "anchor": "#event-e06"},
        {"width": 1024, "height": 768, "anchor": "#story=2"},
        {"width": 640, "height": 420, "embed": True},
        {"width": 1440, "unfolded": True},
    ],
)
def test_axe_finds_nothing_in_any_form_of_the_page(open_page, axe, small, options):
    axe(open_page(small, context={"bypass_csp": True}, **options))


@pytest.mark.parametrize("zoom", [2, 4])
def test_enlarged_the_page_still_begins_with_what_happened(open_page, small, zoom):
    """A page of 1280 × 1024 at 200 and at 400 %: the same as one of half and a quarter of that."""
    page = open_page(small, width=1280 // zoom, height=1024 // zoom, drawn=zoom < 4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280 // zoom
    first = page.locator(".card" if zoom == 4 else "#axis").first
    assert first.bounding_box()["y"] < (1024 // zoom) * 1.2


def test_the_figure_comes_early_in_the_order_of_tabs(open_page, small):
    page = open_page(small)
    stops = []
    while len(stops) < 30 and "figure-keys" not in stops:
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id"))
    assert stops.index("figure-keys") < 18


def test_what_is_selected_and_what_happened_first_are_told_in_order(open_page, small):
    """To a screen reader: heading, sentence, controls, figure with its caption, then the selection, then the table."""
    page = open_page(small, anchor="#event-e06")
    names = ["h1", "#lede", "#filters", "#chart", "#panel h3", "#panel .source-text", "#rows"]
    places = page.evaluate(
        """names => { const all = [...document.querySelectorAll('*')];
             return names.map(name => all.indexOf(document.querySelector(name))); }""",
        names,
    )
    assert places == sorted(places)
    assert -1 not in places
    dates = page.locator("#rows .when").all_inner_texts()
    assert dates[0].startswith("منذ") or "نوفمبر" in dates[0]

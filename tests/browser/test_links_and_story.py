"""What leads through the page: addresses of views, the story, the strip of the whole, fingers."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

import pytest
from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.values.interval import Interval

pytestmark = pytest.mark.browser
VIEW = "[timelinePage.view.start, timelinePage.view.end]"
STATE = (
    "[timelinePage.view.lanes, !!timelinePage.view.principal, timelinePage.events().filter(timelinePage.passes).length]"
)


@pytest.fixture(scope="module")
def two_years(samples):
    """Fifty events of March 2018 and fifty of December 2024."""
    made = samples.synthetic(100).events
    days = [dt.date(2018, 3, 1 + n % 20) for n in range(50)] + [dt.date(2024, 12, 1 + n % 20) for n in range(50)]
    one = dt.timedelta(days=1)
    return Timeline(
        [evolve(e, when=(Interval(d, d + one),), headline_worthy=True) for e, d in zip(made, days, strict=True)],
        samples.synthetic(100).documents,
    )


def test_a_view_can_be_sent(open_page, two_years):
    page = open_page(two_years, unfolded=True)
    page.locator("#types input[value='2']").uncheck()
    page.fill("input[name=to]", "15 ديسمبر 2024")
    page.select_option("select[name=lanes]", "place")
    page.keyboard.press("Escape")
    assert not page.locator("select[name=lanes]").is_visible()
    page.locator("#every").click()
    page.evaluate("timelinePage.setWindow(Date.UTC(2024, 11, 3), Date.UTC(2024, 11, 12, 6))")
    page.wait_for_timeout(500)
    anchor = page.evaluate("location.hash")
    assert "lanes=place" in anchor
    assert "view=2024-12-03..2024-12-12T06:00" in anchor
    other = open_page(two_years, anchor=anchor)
    assert other.evaluate(VIEW) == page.evaluate(VIEW)
    assert other.evaluate(STATE) == page.evaluate(STATE)
    assert other.input_value("input[name=to]") == "15 ديسمبر 2024"
    other.wait_for_timeout(400)
    assert other.evaluate("location.hash") == anchor


def test_an_address_that_no_page_writes_is_passed_over(open_page, two_years):
    for anchor in (
        "#q=%E0%A4%A",
        "#types=9&actor=nobody&view=x..y&lanes=%3Cb%3E",
        "#story=x",
        "#view=2024-12-05..2024-12-01",
    ):
        page = open_page(two_years, anchor=anchor)
        assert page.seen.errors == []
        assert page.locator("#chart").is_visible()
        page.context.close()


def test_search_in_an_address(open_page, small):
    page = open_page(small, anchor=f"#q={quote('حماة')}")
    assert page.locator("#rows tr").count() == 3
    assert page.input_value("input[name=search]") == "حماة"
    page.evaluate("location.hash = '#event-e06'")
    page.wait_for_selector("#panel h3:has-text('الدوحة')")


def test_the_story_goes_through_the_principal_events_in_order(open_page, two_years):
    page = open_page(two_years, anchor="#story=3")
    assert page.locator("#place").inner_text() == "3 من 12"
    seen = [page.evaluate("timelinePage.page.selected.spans[0].start")]
    windows = [page.evaluate(VIEW)]
    page.locator("#next").click()
    for key in ("ArrowLeft", "PageDown", "ArrowLeft"):
        seen.append(page.evaluate("timelinePage.page.selected.spans[0].start"))
        windows.append(page.evaluate(VIEW))
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press(key)
    assert seen == sorted(seen)
    assert all(start <= at <= end for at, (start, end) in zip(seen, windows, strict=True))
    page.wait_for_timeout(400)
    assert page.evaluate("location.hash") == "#story=7"
    page.keyboard.press("ArrowRight")
    assert page.locator("#place").inner_text() == "6 من 12"
    page.keyboard.press("Escape")
    assert page.locator("#panel h3").count() == 0
    page.wait_for_timeout(400)
    assert "story" not in page.evaluate("location.hash")
    page.locator("#start-story").click()
    assert page.locator("#place").inner_text() == "1 من 12"


def test_a_step_of_the_story_prints_as_a_card(open_page, two_years):
    page = open_page(two_years, anchor="#story=2")
    page.emulate_media(media="print")
    assert page.locator("#panel h3").is_visible()
    for name in ("header", "#events", "#figure-keys", "#filters", "#next"):
        assert not page.locator(name).is_visible(), name


def test_a_swipe_goes_on(open_page, two_years):
    page = open_page(two_years, anchor="#story=2", width=390, height=844, drawn=False, context={"has_touch": True})
    swipe = """([from, to]) => { const panel = document.querySelector('#panel');
      const touch = x => new Touch({identifier: 1, target: panel, clientX: x, clientY: 700});
      panel.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from)], changedTouches: [touch(from)]}));
      panel.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(to)]})); }"""
    page.evaluate(swipe, [100, 300])
    assert page.locator("#place").inner_text() == "3 من 12"
    page.evaluate(swipe, [300, 100])
    assert page.locator("#place").inner_text() == "2 من 12"
    page.evaluate(swipe, [300, 280])
    assert page.locator("#place").inner_text() == "2 من 12"


def test_the_strip_draws_the_window_along(open_page, two_years):
    page = open_page(two_years)
    strip = page.locator("#overview").bounding_box()
    start, end = page.evaluate(VIEW)
    page.mouse.move(strip["x"] + strip["width"] - 40, strip["y"] + 15)  # the oldest, right to left
    page.mouse.down()
    page.wait_for_timeout(150)
    early = page.evaluate(VIEW)
    assert early[1] < start
    assert early[1] - early[0] == pytest.approx(end - start)
    page.mouse.move(strip["x"] + strip["width"] - 140, strip["y"] + 15, steps=4)
    page.wait_for_timeout(150)
    page.mouse.up()
    assert page.evaluate(VIEW)[0] > early[0]


def test_two_fingers_make_the_window_narrower_and_one_draws_it(open_page, two_years):
    page = open_page(two_years, width=390, height=844, context={"has_touch": True})
    touch = """moves => { const plot = document.querySelector('#plot');
      for (const [type, id, x] of moves)
        plot.dispatchEvent(new PointerEvent(type,
          {pointerId: id, pointerType: 'touch', clientX: x, clientY: 400, bubbles: true})); }"""
    start, end = page.evaluate(VIEW)
    page.evaluate(
        touch, [["pointerdown", 1, 150], ["pointerdown", 2, 250], ["pointermove", 1, 100], ["pointermove", 2, 300]]
    )
    page.wait_for_timeout(200)
    near = page.evaluate(VIEW)
    assert (near[1] - near[0]) == pytest.approx((end - start) / 2, rel=0.02)
    page.evaluate(touch, [["pointerup", 2, 300], ["pointermove", 1, 200]])
    page.wait_for_timeout(200)
    drawn = page.evaluate(VIEW)
    assert drawn[0] > near[0]  # pulled to the right: later days come in from the left
    assert drawn[1] - drawn[0] == pytest.approx(near[1] - near[0], rel=0.01)

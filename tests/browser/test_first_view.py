"""What a reader sees first: the busiest period, its principal events with labels, and the way to all the others."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from timeline.chronology.timeline import Timeline
from timeline.render.figure import figure_data
from timeline.render.layout import EM, arrange
from timeline.render.spans import milliseconds
from timeline.render.words import Words
from timeline.values.interval import Interval

pytestmark = pytest.mark.browser
VIEW = "[timelinePage.view.start, timelinePage.view.end]"


@pytest.fixture(scope="module")
def two_crises(samples):
    """Sixty events of March 2018, ninety of December 2024 (forty on one day), one of 2011."""
    made = samples.synthetic(151).events
    days = [dt.date(2011, 6, 1)] + [dt.date(2018, 3, 1 + n % 20) for n in range(60)]
    days += [dt.date(2024, 12, 3) if n < 40 else dt.date(2024, 12, 1 + n % 14) for n in range(90)]
    one = dt.timedelta(days=1)
    events = [
        evolve(event, when=(Interval(day, day + one),), headline_worthy=True)
        for event, day in zip(made, days, strict=True)
    ]
    return Timeline(events, samples.synthetic(151).documents)


def chips(page):
    return {chip.inner_text(): chip.get_attribute("aria-pressed") for chip in page.locator("#periods button").all()}


def shown(page):
    return page.evaluate("timelinePage.view.layout.items.length")


def test_the_page_opens_on_the_busiest_period_with_its_principal_events(look_at, two_crises):
    page = look_at(two_crises)
    assert chips(page) == {
        "مارس 2018 (60)": "false",
        "ديسمبر 2024 (90)": "true",
        "كل الفترة (151)": "false",
    }
    start, end = page.evaluate(VIEW)
    assert milliseconds(dt.date(2024, 11, 20)) < start < milliseconds(dt.date(2024, 12, 1))
    assert milliseconds(dt.date(2024, 12, 14)) < end < milliseconds(dt.date(2024, 12, 31))
    assert shown(page) == 24
    assert page.locator("#chart .textpoint text").count() == 24
    assert page.locator("#shown").inner_text() == "في الرسم 24 حدثًا من 90"
    assert page.locator("#shown").get_attribute("aria-live") == "polite"
    assert page.locator("#count").inner_text() == "151 حدثًا"


def test_page_and_figure_choose_the_same_principal_events(look_at, two_crises):
    spec = figure_data(two_crises, focus="all", show="principal")
    ours = {data[1] for trace in spec["data"] for data in trace.get("customdata") or ()}
    assert len(ours) == 24
    page = look_at(two_crises, focus="all", show="principal")
    assert set(page.evaluate("timelinePage.view.layout.items.map(item => item.event.id)")) == ours
    types = page.evaluate("timelinePage.view.layout.items.map(item => item.event.type)")
    assert min(types.count(type_) for type_ in (0, 1, 2)) >= 3


@pytest.mark.parametrize("width", [1240, 390])
def test_labels_of_principal_events_overlap_nowhere_and_end_with_words(look_at, two_crises, width):
    page = look_at(two_crises, width=width)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('#chart .scatterlayer .textpoint text')].map(node => {
             const box = node.getBoundingClientRect();
             return [node.textContent, box.left, box.top, box.right, box.bottom]; })"""
    )
    assert len(boxes) == (24 if width > 640 else 12)
    headlines = [event.headline for event in two_crises]
    for i, (one, left, top, right, bottom) in enumerate(boxes):
        text = one.strip("\u2066\u2067\u2069\u00a0").split(" ×")[0]
        start = text.rstrip("…")
        assert any(head == start or head.startswith(start + " ") for head in headlines), text
        for other, left_, top_, right_, bottom_ in boxes[i + 1 :]:
            apart = right <= left_ + 1 or right_ <= left + 1 or bottom <= top_ + 4 or bottom_ <= top + 4
            assert apart, (one, other)


def test_periods_and_amount_by_keyboard(open_page, two_crises):
    page = open_page(two_crises)
    page.locator("#open-filters summary").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("مارس")
    page.keyboard.press("Enter")
    assert list(chips(page).values()) == ["true", "false", "false"]
    assert page.evaluate("timelinePage.view.layout.items.every(item => item.event.spans[0].end < Date.UTC(2019, 0))")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert list(chips(page).values()) == ["false", "false", "true"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "principal"
    page.locator("#periods button").first.click()
    page.locator("#principal").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#every").get_attribute("aria-pressed") == "true"
    assert page.locator("#principal").get_attribute("aria-pressed") == "false"
    assert shown(page) == 60
    assert page.locator("#shown").inner_text() == "في الرسم 60 حدثًا من 60"


def test_a_days_crowd_is_a_grid_within_its_day_below_the_labels(open_page, two_crises):
    page = open_page(two_crises)
    page.locator("#every").click()
    assert shown(page) == 90
    assert page.locator("#chart .textpoint text").count() == 24
    day = 86_400_000
    dots = page.evaluate(
        """() => timelinePage.view.layout.items.filter(item => item.dot).map(({event, row, lane, box}) =>
             [lane, row, (event.spans[0].start + event.spans[0].end) / 2 + box.shift * timelinePage.view.layout.pixel,
              event.spans[0].start])"""
    )
    pixel = page.evaluate("timelinePage.view.layout.pixel")
    crowd = [dot for dot in dots if dot[3] == milliseconds(dt.date(2024, 12, 3))]
    assert len(crowd) > 20
    for _, _, x, start in crowd:
        assert start <= x - 5 * pixel
        assert x + 5 * pixel <= start + day
    for lane in {dot[0] for dot in crowd}:
        rows = {dot[1] for dot in crowd if dot[0] == lane}
        assert len(rows) <= len([dot for dot in crowd if dot[0] == lane]) / 3 + 1
    places = [(row, round(x / pixel)) for _, row, x, _ in dots]
    assert all(abs(a[1] - b[1]) >= 9 for i, a in enumerate(places) for b in places[i + 1 :] if a[0] == b[0])


def test_links_and_filters_that_lead_outside_move_the_view(open_page, two_crises):
    event = two_crises.events[30]
    page = open_page(two_crises, anchor=f"#event-{event.id}")
    assert list(chips(page).values()) == ["true", "false", "false"]
    assert page.evaluate("timelinePage.view.layout.items.some(item => item.event === timelinePage.page.selected)")
    page = open_page(two_crises, unfolded=True)
    page.fill("input[name=to]", "2018-12-31")
    page.wait_for_selector("#rows tr:nth-child(62)", state="detached")
    assert list(chips(page)) == ["مارس 2018 (60)", "ديسمبر 2024 (0)", "كل الفترة (61)"]
    assert list(chips(page).values()) == ["true", "false", "false"]
    page.fill("input[name=to]", "2012-01-01")
    page.wait_for_selector("#rows tr:nth-child(2)", state="detached")
    assert list(chips(page).values()) == ["false", "false", "true"]
    assert shown(page) == 1


def test_options_and_small_timelines(open_page, two_crises, small):
    page = open_page(two_crises, focus="all", show="all")
    assert list(chips(page).values()) == ["false", "false", "true"]
    assert page.locator("#every").get_attribute("aria-pressed") == "true"
    page = open_page(two_crises, focus=("2018-03-05", "2018-03-08"))
    assert page.evaluate(VIEW) == [milliseconds(dt.date(2018, 3, 5)), milliseconds(dt.date(2018, 3, 9))]
    assert not open_page(small).locator("#amount").is_visible()


@pytest.mark.parametrize("width", [1240, 390])
def test_axe_finds_nothing_in_the_choices(open_page, axe, two_crises, width):
    page = open_page(two_crises, width=width, context={"bypass_csp": True})
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.seen.errors == []


def test_print_names_the_period_that_is_drawn(open_page, two_crises):
    page = open_page(two_crises)
    page.emulate_media(media="print")
    visible = [chip.inner_text() for chip in page.locator(".choice").all() if chip.is_visible()]
    assert visible == ["ديسمبر 2024 (90)", "أبرز الأحداث"]


def test_crowds_stand_where_the_library_puts_them(look_at, two_crises):
    chosen = list(range(61, 151, 5))
    drawn = range(61, 151)
    ours = arrange(two_crises.events, two_crises.documents, by="type", words=Words(), width=960, drawn=drawn,
                   labelled=chosen, within=(1732900000000.0, 1734300000000.0),
                   sources=[len(event.sources) for event in two_crises])  # fmt: skip
    page = look_at(two_crises)
    theirs = page.evaluate(
        """([numbers, chosen, start, end, em]) => {
             const all = timelinePage.events(), events = numbers.map(n => all[n]);
             const layout = timelinePage.arrange(events, {by: 'type', labels: 'auto', start, end, width: 960,
               size: text => text.length * em, chosen: new Set(chosen.map(n => all[n]))});
             return layout.items.map(({event, row, box}) => [event.number, row, box.side, box.shift, box.label]); }""",
        [list(drawn), chosen, ours.start, ours.end, EM],
    )
    expected = sorted([item.number, item.row, item.side, item.shift, item.label] for item in ours.items)
    for one, other in zip(sorted(theirs), expected, strict=True):
        assert one == [other[0], pytest.approx(other[1]), other[2], pytest.approx(other[3]), other[4]]

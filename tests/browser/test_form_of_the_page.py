"""The form of the page: the figure first, the selection beside it, cards on a phone."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

import timeline
from timeline.chronology.timeline import Timeline
from timeline.render.spans import milliseconds
from timeline.values.interval import Interval

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (1024, 768), (390, 844)]
BOX = """name => { const {left, top, right, bottom} = document.querySelector(name).getBoundingClientRect();
  return [left, top, right, bottom]; }"""
ITEM = """id => { const {view} = timelinePage, item = view.layout.items.find(one => one.event.id === id);
  const box = document.querySelector('#chart').getBoundingClientRect(), [low, high] = view.drawn.layout.yaxis.range;
  return box.top + 4 + (item.row - high) / (low - high) * (box.height - 8); }"""


def box(page, name):
    return page.evaluate(BOX, name)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_title_sentence_axis_and_figure_stand_in_the_first_view(open_page, small, width, height):
    page = open_page(small, width=width, height=height)
    assert page.evaluate("scrollY") == 0
    tops = [box(page, name)[1] for name in ("h1", "#lede", "#filters", "#axis", "#chart")]
    assert tops == sorted(tops)
    assert tops[-1] < (height * 0.4 if width < 640 else 290)
    assert box(page, "#filters")[3] - box(page, "#filters")[1] < 60  # one row
    if width > 640:
        assert box(page, "#chart")[3] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_axis_stays_over_a_long_figure(open_page, samples):
    page = open_page(samples.synthetic(60), show="all", labels="all", height=700)
    page.mouse.wheel(0, 500)
    page.wait_for_function("() => scrollY > 300")
    assert box(page, "#axis")[1] == 0
    assert box(page, "#chart")[1] < 0


def test_the_heading_is_made_from_the_events_or_given(open_page, small):
    page = open_page(small)
    assert page.locator("h1 .days").inner_text() == "27 نوفمبر – 9 ديسمبر 2024"
    assert "الأمم المتحدة" in page.locator("h1").inner_text()
    assert page.locator("#lede").inner_text().startswith("أبرز ما جرى: ")
    assert page.evaluate("document.title").endswith("2024")
    given = open_page(small, title="أسبوعان")
    assert given.locator("h1").inner_text() == "أسبوعان"
    english = open_page(small, language="en")
    assert english.locator("h1 .days").inner_text() == "27 November – 9 December 2024"


def test_counts_follow_the_filters(open_page, small):
    page = open_page(small, unfolded=True)
    before = page.locator("#types").inner_text()
    assert page.locator("#count").inner_text() == "21 حدثًا"
    page.fill("input[name=search]", "حماة")
    page.wait_for_selector("#rows tr:nth-child(4)", state="detached")
    chips = page.locator("#types").inner_text()
    assert chips != before
    assert sum(int(part.split(")")[0]) for part in chips.split("(")[1:]) == 3
    named = page.locator("select[name=actor] option").all_inner_texts()
    assert any(text.endswith("(0)") for text in named)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [("28 نوفمبر 2024", 2), ("٢٨/١١/٢٠٢٤", 2), ("28/11/2024", 2), ("28 تشرين الثاني 2024", 2), ("2024-11-28", 2),
     ("28 نوفمبر/تشرين الثاني 2024", 2), ("28 November 2024", 2), ("نوفمبر 2024", 4)],
)  # fmt: skip
def test_days_are_written_as_readers_write_them(open_page, small, typed, rows):
    page = open_page(small, unfolded=True)
    assert page.locator("input[type=date]").count() == 0
    assert page.locator("input[name=to]").get_attribute("placeholder") == "27 نوفمبر 2024"
    page.fill("input[name=to]", typed)
    page.wait_for_function("() => document.querySelectorAll('#rows tr').length < 21")
    assert page.locator("#rows tr").count() == rows
    page.locator("input[name=to]").blur()
    assert page.locator("input[name=to]").input_value() == ("28 نوفمبر 2024" if rows == 2 else typed)


def test_a_day_that_is_none_says_what_would_be_one(open_page, small):
    page = open_page(small, unfolded=True)
    page.fill("input[name=from]", "32/13/2024")
    page.wait_for_selector("input[name=from][aria-invalid=true]")
    assert "3/12/2024" in page.locator("#date-help").inner_text()
    assert page.locator("#rows tr").count() == 21
    page.fill("input[name=from]", "")
    page.wait_for_selector("input[name=from]:not([aria-invalid])")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_selection_stands_beside_the_figure_and_its_mark_stays_in_view(open_page, small, width, height):
    page = open_page(small, width=width, height=height)
    for event in ("e20", "e01", "e06", "e13"):
        page.evaluate("id => timelinePage.select(timelinePage.events().find(event => event.id === id))", event)
        page.wait_for_timeout(700)  # it glides there
        left, top, right, bottom = box(page, "#panel")
        y = page.evaluate(ITEM, event)
        assert box(page, "#axis")[3] < y < (height if width > 1100 else top)
        assert bottom <= height + 1
        figure = box(page, "#chart")
        assert right <= figure[0] if width > 1100 else top >= height * 0.5
        assert left >= 0
    assert page.locator("#panel h3").inner_text()
    assert page.locator("#panel .known").inner_text() == "مذكور في الجملة"
    assert page.locator("#panel .tellers mark").count() > 0
    page.locator("#close").click()
    assert page.locator("#panel h3").count() == 0


def test_next_and_previous_begin_where_the_reader_is(open_page, samples):
    made = samples.synthetic(80).events
    days = [dt.date(2018, 3, 1 + n % 20) for n in range(40)] + [dt.date(2024, 12, 1 + n % 20) for n in range(40)]
    one = dt.timedelta(days=1)
    events = [evolve(e, when=(Interval(d, d + one),), headline_worthy=True) for e, d in zip(made, days, strict=True)]
    page = open_page(Timeline(events))
    window = page.evaluate("[timelinePage.view.start, timelinePage.view.end]")
    page.locator("#next").click()
    assert page.evaluate("timelinePage.page.selected.spans[0].start") >= milliseconds(dt.date(2024, 12, 1))
    assert page.evaluate("[timelinePage.view.start, timelinePage.view.end]") == window
    first = page.evaluate("timelinePage.page.selected.number")
    page.locator("#next").click()
    assert page.evaluate("timelinePage.page.selected.number") == first + 1
    page.locator("#previous").click()
    assert page.evaluate("timelinePage.page.selected.number") == first


def test_a_phone_has_cards_day_by_day_and_the_figure_by_a_tap(open_page, small):
    page = open_page(small, width=390, height=844, drawn=False)
    assert not page.locator("#figure-keys").is_visible()
    cards = page.locator(".card")
    assert cards.count() == 21
    assert cards.first.bounding_box()["y"] < 844 * 0.5
    days = page.locator("#cards h3 b").all_inner_texts()
    assert days[:3] == ["27", "29", "30"]
    assert page.evaluate(
        "[...document.querySelectorAll('.card')].map(card => timelinePage.events()[card.dataset.number].spans[0])"
        ".map(span => span ? span.start : Infinity).every((at, i, all) => !i || all[i - 1] <= at)"
    )
    cards.nth(4).click()
    page.wait_for_selector("#panel h3")
    page.wait_for_timeout(700)
    assert box(page, ".card[aria-current]")[1] >= 0
    assert box(page, ".card[aria-current]")[3] < box(page, "#panel")[1]
    page.keyboard.press("Escape")
    page.fill("input[name=search]", "حماة")
    page.wait_for_function("() => document.querySelectorAll('.card').length === 3")
    page.locator("#as-cards").click()
    assert page.locator("#figure-keys").is_visible()
    assert page.locator("#chart .textpoint text").count() > 0
    assert page.seen.errors == []


def test_lines_that_begin_in_latin_letters_are_read_from_the_right(open_page, small):
    events = [evolve(small.events[0], headline="SANA: 2025-05-17 وصل الوفد"), *small.events[1:]]
    page = open_page(Timeline(events, small.documents), anchor=f"#event-{events[0].id}")
    for place in ("#panel h3", "#rows tr[aria-current] .event-link"):
        line = page.locator(place)
        assert line.get_attribute("dir") == "rtl"
        letters = page.evaluate(
            """name => { const node = document.querySelector(name).firstChild, text = node.data, at = word => {
                 const range = document.createRange(), start = text.indexOf(word);
                 range.setStart(node, start); range.setEnd(node, start + word.length);
                 return range.getBoundingClientRect().left; };
                 return [at('SANA'), at('2025'), at('-05'), at('-17'), at('الوفد')]; }""",
            place,
        )
        name, year, month, day, last = letters
        assert name > year  # what is first stands rightmost
        assert year < month < day  # and the day keeps its order
        assert last < year


def test_nothing_can_be_scrolled_to_beside_the_page(open_page, small):
    page = open_page(small)
    tester = page.evaluate(
        "(({left, top}) => [left, top])(document.querySelector('#js-plotly-tester').getBoundingClientRect())"
    )
    assert tester[0] >= 0
    assert tester[1] <= -9000


@pytest.fixture(scope="module")
def read():
    """A timeline read from a report of our own, with names that are known in both languages."""
    return timeline.build(
        "قصفت طائرات روسية مواقع في ريف حلب فجر الثلاثاء. وزار وزير الخارجية المصري بدر عبد العاطي أنقرة يوم الاثنين، "
        "والتقى نظيره التركي هاكان فيدان. وقال المسلحون إنهم انسحبوا أمس.",
        published="2024-12-04",
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_names_are_found_in_either_language(open_page, read, language):
    page = open_page(read, language=language)
    for name in ("Aleppo", "حلب", "Russia", "روسيا", "TUR", "Fidan"):
        page.fill("input[name=search]", name)
        page.wait_for_timeout(250)
        assert 0 < page.locator("#rows tr").count() < len(read), name


def test_actors_are_chosen_by_their_names_states_first(open_page, read):
    page = open_page(read, unfolded=True)
    groups = page.locator("select[name=actor] optgroup")
    assert [group.get_attribute("label") for group in groups.all()] == ["دول", "أشخاص"]
    assert "المسلحون" not in page.locator("select[name=actor]").inner_text()
    # a state is whoever acts for it, as in Python
    for asked, shown in (("Turkey", "تركيا"), ("TUR", "تركيا"), ("Egypt", "مصر"), ("هاكان فيدان", "هاكان فيدان")):
        page.select_option(
            "select[name=actor]", page.locator(f"option[data-name='{shown}']").first.get_attribute("value")
        )
        page.wait_for_timeout(100)
        ids = page.evaluate("timelinePage.events().filter(timelinePage.passes).map(event => event.id)")
        assert ids == [event.id for event in read.only(actor=asked)], asked


def test_what_is_found_nowhere_offers_the_nearest_name(open_page, read):
    page = open_page(read)
    page.fill("input[name=search]", "هاكان فيدنا")
    page.wait_for_selector("#nearest button")
    assert "هاكان فيدنا" in page.locator("#nearest").inner_text()
    page.locator("#nearest button").click()
    assert page.input_value("input[name=search]") == "هاكان فيدان"
    assert not page.locator("#nearest").is_visible()
    page.fill("input[name=search]", "zzz")
    page.wait_for_selector("#nearest:not([hidden])")
    assert page.locator("#nearest button").count() == 0


def test_an_english_page_has_english_names_and_headlines(open_page, read):
    page = open_page(read, language="en")
    visit = page.locator("#rows .event-link", has_text="Abdelatty").first
    assert visit.get_attribute("dir") == "ltr"
    assert "Ankara" in page.locator("#rows").inner_text()
    visit.click()
    assert page.locator("#panel .source-text").first.get_attribute("dir") == "rtl"
    assert page.locator("#panel .source-text").first.get_attribute("lang") == "ar"


def test_without_dates_the_page_says_so_and_draws_no_axis(open_page, small):
    undated = Timeline([event for event in small.events if not event.when], small.documents)
    page = open_page(undated)
    assert not page.locator("#axis").is_visible()
    assert "تاريخ" in page.locator("#note").inner_text()
    assert "1970" not in page.locator("body").inner_text()
    assert page.seen.errors == []


def test_one_day_is_shown_among_its_neighbors(open_page, small):
    (event,) = [event for event in small.events if event.id == "e07"]
    page = open_page(Timeline([event], small.documents))
    ticks = page.evaluate("timelinePage.view.drawn.under.levels[0].ticks.map(([, text]) => text)")
    assert len(ticks) >= 5
    assert not any(":" in tick for tick in ticks)


@pytest.mark.parametrize("width", [1440, 390])
def test_no_shape_has_a_negative_size(open_page, small, samples, width):
    for made in (small, Timeline(small.events[:1], small.documents), samples.synthetic(300)):
        page = open_page(made, width=width)
        page.evaluate("timelinePage.setWindow(timelinePage.view.start, timelinePage.view.start + 36 * 3600e3)")
        sizes = page.evaluate(
            """() => [...document.querySelectorAll('rect')].flatMap(rect =>
                 ['width', 'height'].map(name => parseFloat(rect.getAttribute(name) || 0)))"""
        )
        assert min(sizes) >= 0
        assert page.seen.errors == []


def test_where_scripts_are_off_a_word_and_the_table_stand(browser, written, small):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(small).as_uri())
    assert "جافاسكربت" in page.locator("noscript p, p.notice").first.inner_text()
    assert page.locator("#rows tr").count() == 21
    assert not page.locator("#filters").is_visible()
    context.close()

"""The page as a reader meets it: in Chromium, from a file, without a network."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

ISOLATES = "\u2066\u2067\u2068"
ARABIC = re.compile("[\u0621-\u064a]")


def texts(page):
    """Every line of text in the figure, with its box and the box of the drawing."""
    return page.evaluate(
        """() => {
          const frame = document.querySelector('#figure-keys').getBoundingClientRect();
          return [...document.querySelectorAll('#chart svg text, #ground svg text, #axis svg text')].flatMap(node => {
            const lines = node.querySelectorAll('tspan.line');
            return (lines.length ? [...lines] : [node]).map(line => {
              const box = node.getBoundingClientRect();
              return {text: line.textContent, left: box.left - frame.left, right: frame.right - box.right,
                      top: box.top - frame.top, bottom: frame.bottom - box.bottom, width: box.width};
            });
          }).filter(line => line.text.trim());
        }"""
    )


def shown(page):
    return page.locator("#rows tr").count()


def dated_marks(page):
    return page.evaluate("timelinePage.view.layout.items.length")


@pytest.mark.parametrize("options", [{}, {"lanes": "actor", "hijri": True, "digits": "arab"}, {"language": "en"}])
@pytest.mark.parametrize("width", [1240, 390])
def test_every_arabic_line_is_isolated_and_none_is_clipped(look_at, small, options, width):
    page = look_at(small, width=width, **options)
    lines = texts(page)
    assert len(lines) > 30
    for line in lines:
        if ARABIC.search(line["text"]):
            assert line["text"][0] in ISOLATES, line
            assert line["text"].rstrip("\u200b")[-1] == "\u2069", line
        assert min(line["left"], line["right"], line["top"], line["bottom"]) > -1.5, line


def test_time_runs_to_the_left_and_its_numbers_are_not_reversed(look_at, small):
    page = look_at(small)
    days = [line for line in texts(page) if re.fullmatch(f"[{ISOLATES}]\\d+\u2069", line["text"])]
    numbers = [int(line["text"][1:-1]) for line in sorted(days, key=lambda line: line["right"])]
    assert numbers[:6] == [27, 28, 29, 30, 1, 2]
    plain = look_at(small, direction="ltr")
    days = [line for line in texts(plain) if re.fullmatch(f"[{ISOLATES}]\\d+\u2069", line["text"])]
    assert [int(line["text"][1:-1]) for line in sorted(days, key=lambda line: line["left"])][:6] == [
        27,
        28,
        29,
        30,
        1,
        2,
    ]


def test_labels_stand_on_no_mark_and_on_no_other_label(look_at, small):
    page = look_at(small)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('#chart .scatterlayer .textpoint text')].map(node => {
             const box = node.getBoundingClientRect();
             return [node.textContent, box.left, box.top, box.right, box.bottom]; })"""
    )
    assert len(boxes) == 20
    for i, (one, left, top, right, bottom) in enumerate(boxes):
        for other, left_, top_, right_, bottom_ in boxes[i + 1 :]:
            apart = right <= left_ + 1 or right_ <= left + 1 or bottom <= top_ + 4 or bottom_ <= top + 4
            assert apart, (one, other)


def test_nothing_is_fetched_and_nothing_breaks_the_policy(open_page, small):
    page = open_page(small)
    page.locator("#zoom-in").click()
    page.locator("#theme").click()
    assert [url for url in page.seen.requests if not url.startswith(("file:", "blob:", "data:"))] == []
    assert len([url for url in page.seen.requests if url.startswith("file:")]) == 1
    assert page.evaluate("violations") == []
    assert page.seen.errors == []


def test_an_injected_script_is_stopped_by_the_policy(open_page, small):
    page = open_page(small)
    page.evaluate(
        """() => { const script = document.createElement('script');
             script.textContent = 'window.hacked = 1'; document.body.append(script); }"""
    )
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("violations") == ["script-src-elem"]


def test_search_is_folded(open_page, small):
    page = open_page(small)
    for typed in ("حماه", "حماة", "حَمَاة", "حماة "):
        page.fill("input[name=search]", typed)
        page.wait_for_selector("#rows tr:nth-child(4)", state="detached")
        rows = page.locator("#rows tr").all_inner_texts()
        assert len(rows) == 3, typed
        assert all("حماة" in row for row in rows)
        assert page.locator("#count").inner_text() == "3 من 21 حدثًا"
        page.fill("input[name=search]", "")
        page.wait_for_selector("#rows tr:nth-child(21)")


def test_search_knows_hamza_and_arabic_digits(open_page, small):
    page = open_page(small)
    page.fill("input[name=search]", "الانصاري")
    page.wait_for_selector("#rows tr:nth-child(2)", state="detached")
    assert shown(page) == 1
    page.fill("input[name=search]", "٢٩")
    page.wait_for_selector("#rows th:has-text('سكن')")
    assert shown(page) == 1


def test_filters_leave_the_marks_but_dim_them(open_page, small):
    page = open_page(small, unfolded=True)
    before = dated_marks(page)
    page.locator("#types input[value='1']").uncheck()
    page.wait_for_selector("#rows tr:nth-child(14)", state="detached")
    assert shown(page) == 13
    assert dated_marks(page) == before
    assert page.evaluate("timelinePage.view.layout.items.filter(item => item.dim).length") == 8
    page.select_option("select[name=actor]", label=next(
        text for text in page.locator("select[name=actor] option").all_inner_texts() if text.startswith("تركيا")
    ))  # fmt: skip
    page.wait_for_selector("#rows tr:nth-child(3)", state="detached")
    assert shown(page) == 2
    page.locator("button[type=reset]").click()
    page.wait_for_selector("#rows tr:nth-child(21)")


def test_filters_by_status_source_place_and_period(open_page, small):
    page = open_page(small, unfolded=True)
    page.select_option("select[name=modality]", "1")
    page.wait_for_selector("#rows tr:nth-child(3)", state="detached")
    assert shown(page) == 2
    page.locator("button[type=reset]").click()
    page.wait_for_selector("#rows tr:nth-child(21)")
    page.fill("input[name=to]", "2024-11-28")
    page.wait_for_selector("#rows tr:nth-child(3)", state="detached")
    headings = page.locator("#rows th").all_inner_texts()
    assert any("هجومًا" in heading for heading in headings)  # it began on the 27th
    assert any("حظر التجول" in heading for heading in headings)  # nobody said when it began
    page.fill("input[name=to]", "")
    page.fill("input[name=from]", "2024-12-20")
    page.wait_for_selector("#rows th:has-text('جنيف')")  # some day of December, and none of those that stood there
    page.wait_for_selector("#rows tr:nth-child(3)", state="detached")
    headings = page.locator("#rows th").all_inner_texts()
    assert any("هجومًا" in heading for heading in headings)  # its end is not known
    assert any("جنيف" in heading for heading in headings)


def test_deep_link_opens_event_sentence_and_row(open_page, small):
    page = open_page(small, anchor="#event-e06")
    assert "الدوحة" in page.locator("#panel h3").inner_text()
    marked = "".join(page.locator("#panel mark").all_inner_texts())
    assert marked.startswith("تستضيف الدوحة")
    assert page.locator("#panel .trigger.mine").inner_text() == "اجتماعًا"
    assert page.locator("#panel .time.mine").inner_text() == "السابع والثامن من ديسمبر/كانون الأول الجاري"
    assert "الدوحة" in page.locator("#rows tr[aria-current] th").inner_text()
    assert page.evaluate("timelinePage.page.selected.id") == "e06"
    page.evaluate("location.hash = '#event-e13'")
    page.wait_for_selector("#panel h3:has-text('الأنصاري')")


def test_a_broken_link_is_no_error(open_page, small):
    page = open_page(small, anchor="#event-%E0%A4%A")
    for anchor in ("", "#event-none", "#elsewhere"):
        if anchor:
            page.evaluate("anchor => { location.hash = anchor; }", anchor)
            page.wait_for_timeout(50)
        assert page.seen.errors == []
        assert page.locator("#panel h3").count() == 0


def test_marks_and_text_lead_to_each_other(open_page, small):
    page = open_page(small)
    # a click on the mark of the call between the two ministers
    place = page.evaluate(
        """() => { const item = timelinePage.view.layout.items.find(one => one.event.id === 'e07');
             const chart = document.querySelector('#chart'), span = item.event.spans[0];
             const {margin, xaxis, yaxis} = chart._fullLayout, box = chart.getBoundingClientRect();
             return [box.left + margin.l + xaxis.d2p((span.start + span.end) / 2),
                     box.top + margin.t + yaxis.d2p(item.row)]; }"""
    )
    page.mouse.move(*place)
    page.wait_for_selector("#chart .hoverlayer .hovertext")
    hover = page.locator("#chart .hoverlayer .hovertext").first.text_content()
    assert "اتصال هاتفي" in hover
    assert "نظيره" not in hover  # the sentence stands beside the figure
    assert hover.count("\u2069") <= 5  # a few lines
    page.mouse.click(*place)
    page.wait_for_selector("#panel h3:has-text('فيدان والصفدي')")
    # and a click on another event's word in the text selects that one
    page.locator("#panel a.trigger", has_text="محادثات").click()
    page.wait_for_selector("#panel h3:has-text('جنيف')")
    assert page.evaluate("timelinePage.page.selected.id") == "e09"
    assert "#event-e09" in page.url


def test_keyboard_reaches_everything(open_page, small):
    page = open_page(small)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "events"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "search"
    page.keyboard.type("غوتيريش")
    page.wait_for_selector("#rows tr:nth-child(2)", state="detached")
    page.keyboard.press("Escape")
    page.wait_for_selector("#rows tr:nth-child(21)")
    page.locator("#rows .event-link").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.locator("#panel h3").inner_text() == focused
    page.locator("#figure-keys").focus()
    start = page.evaluate("timelinePage.view.start")
    page.keyboard.press("ArrowLeft")  # to the left is later, right to left
    assert page.evaluate("timelinePage.view.start") > start
    length = page.evaluate("timelinePage.view.end - timelinePage.view.start")
    page.keyboard.press("+")
    assert page.evaluate("timelinePage.view.end - timelinePage.view.start") < length
    page.keyboard.press("0")
    assert page.evaluate("timelinePage.view.start") == pytest.approx(start)
    page.keyboard.press("ArrowDown")
    assert page.locator("#panel h3").inner_text() != focused
    page.keyboard.press("Escape")
    assert page.locator("#panel h3").count() == 0


def test_sorting_by_heading(open_page, small):
    page = open_page(small)
    heading = page.locator("th[data-sort=when]")
    first = page.locator("#rows th").first.inner_text()
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    page.wait_for_timeout(50)
    assert page.locator("#rows th").last.inner_text() == first
    page.locator("th[data-sort=event] button").click()
    headings = page.locator("#rows th").all_inner_texts()
    assert headings == page.evaluate("list => [...list].sort(new Intl.Collator('ar').compare)", headings)


def test_dark_mode_follows_the_system_and_the_button(open_page, small):
    page = open_page(small, context={"color_scheme": "dark"})
    dark = "rgb(20, 23, 26)"
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == dark
    assert page.evaluate("timelinePage.view.theme") == "dark"
    page.locator("#theme").click()
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert page.locator("#theme").get_attribute("aria-pressed") == "false"
    labels = page.locator("#chart .textpoint text").first
    assert labels.evaluate("node => getComputedStyle(node).fill") == "rgb(22, 25, 29)"


def test_print_is_light_and_complete(open_page, samples):
    page = open_page(samples.synthetic(300), context={"color_scheme": "dark"})
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('#print-all').checked = true; dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#rows tr").count() == 300
    assert not page.locator("#filters").is_visible()
    assert page.evaluate("timelinePage.view.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#rows tr").count() == 100
    assert page.evaluate("timelinePage.view.theme") == "dark"
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


def test_narrow_screens_scroll_in_one_direction_only(open_page, small):
    page = open_page(small, width=390, height=800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(node => !node.closest('svg') && !node.closest('thead')
             && node.getBoundingClientRect().width > 391).map(node => node.outerHTML.slice(0, 80))"""
    )
    assert wide == []
    small_targets = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input:not([type=checkbox])')].filter(node =>
             node.offsetParent && node.getBoundingClientRect().height < 24).map(node => node.outerHTML.slice(0, 80))"""
    )
    assert small_targets == []


@pytest.mark.parametrize(("width", "language"), [(1240, "ar"), (390, "ar"), (1240, "en")])
def test_axe_finds_nothing(open_page, axe, small, width, language):
    page = open_page(small, width=width, language=language, anchor="#event-e06", context={"bypass_csp": True})
    page.evaluate("document.querySelector('#open-filters').open = true")
    axe(page)


def test_hostile_texts_show_and_do_nothing(open_page, samples):
    page = open_page(samples.hostile(), unfolded=True, title="<b>عنوان</b></title><script>window.hacked=1</script>")
    assert page.evaluate("window.hacked") is None
    for number in range(len(samples.PAYLOADS)):
        page.evaluate(f"timelinePage.select(timelinePage.events()[{number}])")
        page.wait_for_timeout(20)
    for lanes in ("actor", "place", "source"):
        page.select_option("select[name=lanes]", lanes)
        page.wait_for_timeout(50)
    assert page.evaluate("window.hacked") is None
    assert page.seen.dialogs == []
    assert page.seen.errors == []
    assert page.evaluate("violations") == []
    assert page.locator("main script, main img, main iframe, main [onerror], main [onload]").count() == 0
    links = page.evaluate("[...document.querySelectorAll('main a')].map(a => a.protocol)")
    assert set(links) <= {"file:", "https:", "http:"}
    body = page.locator("body").inner_text()
    assert "<script>window.hacked=1</script>" in body
    assert "<img src=x onerror=window.hacked=1>" in body
    assert "%{x} %{customdata[1]} <b>نص</b> &lt;i&gt;" in body
    assert "$5 ثم $10" in body
    title = page.evaluate("document.title")
    assert title == "<b>عنوان</b></title><script>window.hacked=1</script>"
    whole = page.evaluate("document.documentElement.outerHTML.replace(/<script[^]*?<\\/script>/g, '')")
    assert not re.search("[\u202a-\u202e\u200e\u200f]", whole)
    figure = " ".join(line["text"] for line in texts(page))
    assert '"><svg' in figure
    assert "&quot;" not in figure


def test_thousands_open_as_density_and_become_events_on_zoom(open_page, samples):
    page = open_page(samples.synthetic(4000), show="all")
    assert page.evaluate("timelinePage.view.layout") is None
    assert "كثافة" in page.locator("#note").inner_text()
    assert page.evaluate("document.querySelectorAll('#chart svg *').length") < 700
    page.evaluate("timelinePage.setWindow(Date.UTC(2018, 3, 1), Date.UTC(2018, 3, 20))")
    marks = page.evaluate("timelinePage.view.layout.items.length")
    assert 20 < marks <= 600
    assert page.locator("#note").inner_text() == ""
    page.locator("#whole").click()
    assert page.evaluate("timelinePage.view.layout") is None
    # a click on a bar opens its stretch of time
    page.evaluate(
        """() => { const chart = document.querySelector('#chart');
             const bar = chart.data[1].customdata[20]; chart.emit('plotly_click', {points: [{customdata: bar}]}); }"""
    )
    assert page.evaluate("timelinePage.view.end - timelinePage.view.start") == 7 * 86400e3
    assert page.evaluate("timelinePage.view.layout.items.length") > 0


def test_a_burst_of_windows_ends_in_the_last_one(open_page, samples):
    page = open_page(samples.synthetic(4000), show="all")
    page.evaluate(
        """() => { const {view} = timelinePage, day = 86400e3;
             window.told = 0; document.querySelector('#chart').on('plotly_relayout', () => window.told++);
             for (let i = 1; i <= 5; i++) timelinePage.setWindow(view.start + 3 * day, view.end - 2 * day);
             window.last = view.start; }"""
    )
    page.wait_for_timeout(1500)
    assert page.evaluate("told") <= 5
    assert page.evaluate("timelinePage.view.start === last")


def test_dragging_moves_the_window_and_its_ticks(open_page, small):
    page = open_page(small)
    box = page.locator("#chart .nsewdrag").bounding_box()
    start = page.evaluate("timelinePage.view.start")
    grid = page.locator("#ground path").first.get_attribute("d")
    page.mouse.move(box["x"] + 300, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 600, box["y"] + 60, steps=4)
    page.wait_for_function("grid => document.querySelector('#ground g path').getAttribute('d') !== grid", arg=grid)
    page.mouse.up()
    page.wait_for_timeout(500)
    assert page.evaluate("timelinePage.view.start") > start  # pulled to the right: later days come in from the left
    drawn = page.evaluate("timelinePage.view.drawn.under.levels[0].ticks[0][0]")
    assert drawn > start


def test_a_link_into_thousands_opens_the_density_around_the_event(open_page, samples):
    timeline = samples.synthetic(4000)
    event = timeline.events[2500]
    page = open_page(timeline, anchor=f"#event-{event.id}")
    assert page.evaluate("timelinePage.page.selected.id") == event.id
    assert page.evaluate("timelinePage.view.layout.items.some(item => item.event === timelinePage.page.selected)")
    row = page.locator("#rows tr[aria-current] th")
    assert row.inner_text() == event.headline


def test_zoom_goes_from_years_to_hours(open_page, small):
    page = open_page(small)
    page.evaluate("timelinePage.setWindow(Date.UTC(2024, 11, 2, 12), Date.UTC(2024, 11, 3, 12))")
    found = [line["text"][1:-1] for line in texts(page)]
    assert "18:00" in found
    assert any("الثلاثاء 3 ديسمبر/كانون الأول 2024" in text for text in found)


def test_an_empty_timeline_and_one_without_dates(open_page, samples):
    from timeline.chronology.timeline import Timeline

    page = open_page(Timeline())
    assert page.locator("#note").inner_text() == "لا أحداث في هذا الخط الزمني"
    undated = Timeline([event for event in samples.small().events if not event.when])
    page = open_page(undated)
    assert shown(page) == 1
    assert page.seen.errors == []


def test_without_scripts_the_table_is_there(open_page, small):
    page = open_page(small, wait=False, context={"java_script_enabled": False})
    assert page.locator("#rows tr").count() == 21
    assert page.locator("noscript p").inner_text().startswith("الرسم يحتاج")


def test_where_scripts_cannot_be_files_of_their_own_the_bundle_runs_in_the_page(browser, written, small):
    page = browser.new_page()
    page.add_init_script("delete Navigator.prototype.userAgentData")
    page.goto(written(small).as_uri())
    page.wait_for_selector('html[data-ready="figure"]', state="attached", timeout=30_000)
    assert page.evaluate("[...document.scripts].filter(script => script.src).length") == 0
    assert page.locator("#chart .main-svg").count() > 0
    page.close()


def test_a_new_range_brings_its_ticks_whoever_sets_it(open_page, samples, small):
    for timeline in (small, samples.synthetic(4000)):
        page = open_page(timeline)
        told = page.evaluate(
            """async () => { const {view} = timelinePage, chart = document.querySelector('#chart');
                 const texts = () => [...document.querySelectorAll('#axis text')].map(node => node.textContent).join();
                 const before = texts(), length = view.end - view.start;
                 await Plotly.relayout(chart, {'xaxis.range': [view.end + length / 2, view.end - length / 3]});
                 await new Promise(done => setTimeout(done, 300));
                 const inside = at => view.start <= at && at <= view.end;
                 return [before, texts(), view.drawn.under.levels[0].ticks.every(([at]) => inside(at)),
                         [...document.querySelectorAll('#ground text')].length]; }"""
        )
        assert told[0] != told[1]
        assert told[1]
        assert told[2]
        assert told[3] > 0


def test_the_bundle_beside_the_page(open_page, small, browser, tmp_path):
    from timeline.render.page import to_html

    path = to_html(small, tmp_path / "page.html", plotlyjs="directory")
    assert (tmp_path / "plotly.min.js").stat().st_size > 1_000_000
    assert path.stat().st_size < 200_000
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="figure"]', state="attached", timeout=30_000)
    page.close()


def test_the_figure_stands_also_where_plotly_cannot_start(open_page, small, browser, tmp_path):
    from timeline.render.page import to_html

    bundle = tmp_path / "broken.js"
    bundle.write_text("window.Broken = 1;", encoding="utf-8")
    path = to_html(small, tmp_path / "page.html", plotlyjs=bundle)
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="failed"]', state="attached")
    assert page.locator("#chart svg.sketch text").count() == 20
    assert page.locator("#axis text").count() > 10
    assert shown(page) == 21
    page.close()

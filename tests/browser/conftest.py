"""Pages opened in a real Chromium, with everything that they say, ask for or do wrong written down."""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest

SAMPLES = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent.parent / "sample_timelines.py")))
READY = 30_000  # milliseconds; a busy machine reads plotly's bundle slowly


@pytest.fixture(scope="session")
def samples():
    """The module of samples; a timeline of so many made-up events is made once."""
    return SimpleNamespace(
        **{**vars(SAMPLES), "synthetic": cache(SAMPLES.synthetic), "hostile": cache(SAMPLES.hostile)}
    )


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Write a page once for all tests that want the same one."""
    from timeline.render.page import to_html

    folder = tmp_path_factory.mktemp("pages")
    pages = {}

    def write(timeline, **options):
        key = (id(timeline), tuple(sorted(options.items())))
        if key not in pages:
            pages[key] = (to_html(timeline, folder / f"page{len(pages)}.html", **options), timeline)
        return pages[key][0]

    return write


@pytest.fixture(scope="session")
def small():
    return SAMPLES.small()


@pytest.fixture(scope="session")
def opener(browser, written):
    """Open a timeline's page; ``page.seen`` holds its requests, errors and violations of the policy.

    On a phone the figure is asked for, unless the cards are wanted (``drawn=False``); ``unfolded`` opens the options.
    """

    def open_(
        timeline, *, width=1240, height=900, anchor="", wait=True, context=None, drawn=True, unfolded=False, **options
    ):  # fmt: skip
        path = written(timeline, **options)
        made = browser.new_context(viewport={"width": width, "height": height}, **(context or {}))
        page = made.new_page()
        page.seen = SimpleNamespace(requests=[], errors=[], dialogs=[])
        page.on("request", lambda request: page.seen.requests.append(request.url))
        page.on("pageerror", lambda error: page.seen.errors.append(str(error)))
        page.on("console", lambda said: said.type == "error" and page.seen.errors.append(said.text))
        page.on("dialog", lambda dialog: (page.seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.add_init_script(
            "window.violations = [];"
            "addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))"
        )
        page.goto(path.as_uri() + anchor)
        if wait:
            page.wait_for_selector('html[data-ready="figure"]', state="attached", timeout=READY)
            if drawn and width < 640:
                page.locator("#as-cards").click()
            if unfolded:
                page.locator("#open-filters summary").click()
        return page

    return open_


@pytest.fixture
def open_page(opener):
    """A page of the test's own, closed after it."""
    opened = []

    def open_(timeline, **options):
        opened.append(opener(timeline, **options))
        return opened[-1]

    yield open_
    for page in opened:
        page.context.close()


@pytest.fixture(scope="session")
def look_at(opener):
    """A page that several tests look at and none of them changes."""
    opened = {}

    def open_(timeline, **options):
        key = (id(timeline), tuple(sorted(options.items())))
        if key not in opened:
            opened[key] = (opener(timeline, **options), timeline)
        return opened[key][0]

    yield open_
    for page, _ in opened.values():
        page.context.close()


@pytest.fixture(scope="session")
def axe():
    """Ask axe-core about a page: everything in the light, and in the dark what depends on colors."""
    from axe_playwright_python.base import AXE_FILE_PATH

    in_color = "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}"

    def look(page):
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
        for scheme, asked, least in (
            ("light", "{}", 20),
            ("dark", in_color, 1),
        ):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function("scheme => timelinePage.view.theme === scheme", arg=scheme)
            found = page.evaluate(f"axe.run({asked})")
            said = [(rule["id"], [node["html"][:120] for node in rule["nodes"][:3]]) for rule in found["violations"]]
            assert said == [], scheme
            assert len(found["passes"]) >= least, scheme

    return look

"""Pages opened in a real Chromium, with everything that they say, ask for or do wrong written down."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

SAMPLES = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent.parent / "sample_timelines.py")))
READY = 30_000  # milliseconds; a busy machine reads plotly's bundle slowly


@pytest.fixture(scope="session")
def samples():
    return SAMPLES


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Write a page once for all tests that want the same one."""
    from timeline.render.page import to_html

    folder = tmp_path_factory.mktemp("pages")
    pages = {}

    def write(timeline, **options):
        key = (timeline, tuple(sorted(options.items())))
        key = (id(timeline), key[1])
        if key not in pages:
            pages[key] = (to_html(timeline, folder / f"page{len(pages)}.html", **options), timeline)
        return pages[key][0]

    return write


@pytest.fixture(scope="session")
def small():
    return SAMPLES.small()


@pytest.fixture
def open_page(browser, written):
    """Open a timeline's page; ``page.seen`` holds its requests, errors and violations of the policy."""
    contexts = []

    def open_(timeline, *, width=1240, height=900, anchor="", wait=True, context=None, **options):
        path = written(timeline, **options)
        made = browser.new_context(viewport={"width": width, "height": height}, **(context or {}))
        contexts.append(made)
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
        return page

    yield open_
    for made in contexts:
        made.close()

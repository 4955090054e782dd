"""Take the pictures that README.md and docs/decisions/look.md show: the reports in seeds/, in a real Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

import timeline

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "_static"
PRINTING = "dispatchEvent(new Event('beforeprint'))"


def main() -> None:
    """Draw the pages, wait for their figures, take the pictures."""
    whole = timeline.build([ROOT / "seeds"])
    two_weeks = whole.between("2024-11-26", "2024-12-09", how="within").summarize(14)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        seeds, short = Path(folder) / "seeds.html", Path(folder) / "short.html"
        whole.to_html(seeds)
        two_weeks.to_html(short, title="من حلب إلى الدوحة")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shot(opened(browser, short, 1240, 760, device_scale_factor=1.25), "page")
        address = seeds.as_uri()
        shot(opened(browser, address, 1440, 900), "look-wide")
        shot(opened(browser, f"{address}#story=3", 1024, 768, color_scheme="dark"), "look-story-dark")
        shot(opened(browser, address, 390, 844), "look-phone")
        shot(opened(browser, f"{address}#story=3", 390, 844), "look-phone-story")
        shot(opened(browser, f"{address}?embed", 640, 420), "look-embedded")
        paper = opened(browser, address, 1032, 703)
        paper.emulate_media(media="print")
        paper.evaluate(PRINTING)
        shot(paper, "look-paper")
        browser.close()


def opened(browser: Browser, page_file: str | Path, width: int, height: int, **options: Any) -> Page:
    """A page with its figure drawn."""
    page = browser.new_page(viewport={"width": width, "height": height}, **options)
    page.goto(page_file if isinstance(page_file, str) else page_file.as_uri())
    page.wait_for_selector('html[data-ready="figure"]', state="attached")
    page.wait_for_timeout(800)
    return page


def shot(page: Page, name: str) -> None:
    """One picture, as it is seen without scrolling."""
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()

"""Take the picture that README.md and the front page show: two weeks of the reports in seeds/, in a real Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

import timeline

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Draw the page, wait for the figure, take the picture of its upper part."""
    chronology = timeline.build([ROOT / "seeds"]).between("2024-11-26", "2024-12-09", how="within").summarize(14)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        chronology.to_html(page_file, title="من حلب إلى الدوحة", theme="light")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 815}, device_scale_factor=1.25)
        page.goto(page_file.as_uri())
        page.wait_for_selector(".plotly .xaxislayer-above text, .plotly .xtick text")
        page.screenshot(path=ROOT / "docs" / "_static" / "page.png")
        browser.close()


if __name__ == "__main__":
    main()

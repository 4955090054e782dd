"""The figure as a notebook draws it: our data and settings given to plotly, without a script of ours."""

from __future__ import annotations

import pytest

from timeline.render.bundle import installed
from timeline.render.notebook import PLOTLY

pytestmark = pytest.mark.browser

TICKS = "[...document.querySelectorAll('.xtick text')].map(node => node.textContent).join(' ')"
BOXES = """() => [...document.querySelectorAll('.scatterlayer .textpoint text')].map(node => {
  const box = node.getBoundingClientRect();
  return [node.textContent, box.left, box.top, box.right, box.bottom]; })"""


@pytest.fixture(scope="module")
def cell(browser):
    """An output cell of some breadth with the figure of a timeline in it."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    page.set_content('<div id="cell"></div>')
    page.add_script_tag(content=installed())

    def draw(timeline, width=900):
        page.evaluate(
            """async ([bundle, width]) => {
                 const cell = document.querySelector('#cell');
                 Plotly.purge(cell); cell.style.width = width + 'px';
                 await Plotly.newPlot(cell, bundle.data, bundle.layout, bundle.config); }""",
            [timeline._repr_mimebundle_()[PLOTLY], width],
        )
        return page

    yield draw
    context.close()


@pytest.mark.parametrize("width", [880, 1090])
def test_labels_meet_nowhere_and_stay_inside(cell, samples, small, width):
    for timeline in (small, samples.synthetic(300)):
        page = cell(timeline, width)
        boxes = page.evaluate(BOXES)
        assert len(boxes) >= 20
        for i, (one, left, top, right, bottom) in enumerate(boxes):
            assert left > -1, one
            assert right < width + 10, one
            for other, left_, top_, right_, bottom_ in boxes[i + 1 :]:
                apart = right <= left_ + 1 or right_ <= left + 1 or bottom <= top_ + 4 or bottom_ <= top + 4
                assert apart, (one, other)


def test_ticks_are_arabic_at_every_zoom(cell, small):
    page = cell(small)
    assert "ديسمبر" in page.evaluate(TICKS)
    page.evaluate("Plotly.relayout(cell, {'xaxis.range': ['2024-12-02 12:00', '2024-12-01 18:00']})")
    said = page.evaluate(TICKS)
    assert "20:00" in said
    assert "1 ديسمبر/كانون الأول 2024" in said
    page.evaluate("Plotly.relayout(cell, {'xaxis.range': ['2026-12-31', '2021-01-01']})")
    assert "2024" in page.evaluate(TICKS)
    buttons = page.evaluate("[...document.querySelectorAll('.modebar-btn')].map(node => node.dataset.title)")
    assert buttons
    assert not any("Chart Studio" in title or "cloud" in title.lower() for title in buttons)

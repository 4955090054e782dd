"""The page lays out in its own script what the library lays out in Python: the two have to agree."""

from __future__ import annotations

import pytest

from timeline.render.layout import EM, arrange
from timeline.render.ticks import axis, hijri_axis
from timeline.render.words import Words

pytestmark = pytest.mark.browser
WIDTH = 960


@pytest.mark.parametrize("by", ["type", "actor", "place", "source"])
@pytest.mark.parametrize("count", [21, 300])
def test_rows_lanes_and_labels_are_the_same(look_at, samples, small, by, count):
    timeline = small if count == 21 else samples.synthetic(count)
    ours = arrange(timeline.events, timeline.documents, by=by, words=Words(), width=WIDTH, sources=[
        max(len(event.sources), 1) for event in timeline.events
    ])  # fmt: skip
    page = look_at(timeline)
    theirs = page.evaluate(
        """([by, start, end, width, em]) => {
             const events = timelinePage.events().filter(event => event.spans.length);
             const size = text => text.length * em;
             const layout = timelinePage.arrange(events, {by, labels: 'auto', start, end, width, size});
             const told = ({event, lane, row, box}) => [event.number, lane, row, box.label, box.side];
             return {items: layout.items.map(told), lanes: layout.bands.map(band => band.title),
                     height: layout.height}; }""",
        [by, ours.start, ours.end, WIDTH, EM],
    )
    assert theirs["lanes"] == [band.lane.title for band in ours.bands]
    assert theirs["height"] == pytest.approx(ours.height)
    found = sorted(theirs["items"])
    expected = sorted([item.number, item.lane, item.row, item.label, item.side] for item in ours.items)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert one == [*other[:2], pytest.approx(other[2]), *other[3:]]


def test_ticks_and_bands_are_the_same(look_at, small):
    page = look_at(small)
    day = 86_400_000
    for start in (1732579200000, 1719792000000, -62_000_000_000_000 + 20_000 * day * 36):
        for length in (0.5, 2, 9, 25, 60, 200, 700, 4_000, 40_000):
            ours = axis(start, start + length * day, WIDTH, Words())
            theirs = page.evaluate("([a, b, w]) => timelinePage.axisOf(a, b, w)", [start, start + length * day, WIDTH])
            assert theirs["texts"] == list(ours.texts), (start, length)
            assert theirs["positions"] == list(ours.positions), (start, length)
            assert theirs["grid"] == list(ours.grid), (start, length)
            assert [band[2] for band in theirs["bands"]] == [band[2] for band in ours.bands], (start, length)


def test_the_browsers_umm_al_qura_calendar_is_the_tabled_one(look_at, small):
    page = look_at(small)
    day = 86_400_000
    for start, length in ((1732579200000, 20), (1704067200000, 366), (1262304000000, 5_000)):
        ours = hijri_axis(start, start + length * day, WIDTH, Words())
        theirs = page.evaluate("([a, b, w]) => timelinePage.hijriAxis(a, b, w)", [start, start + length * day, WIDTH])
        assert theirs["texts"] == list(ours.texts)
        assert theirs["positions"] == list(ours.positions)
        assert [band[2] for band in theirs["bands"]] == [band[2] for band in ours.bands]

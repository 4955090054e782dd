"""How large the page is and how fast it is drawn; ratios where there is something to compare with.

Run by ``make bench``. PLOTLY_BASIC names npm's plotly-basic.min.js (of plotly.js-basic-dist-min, the version that the
installed plotly carries) to measure the page with that bundle too. Exit status 1 if a target is missed by far (twice).
"""

from __future__ import annotations

import datetime as dt
import os
import runpy
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
SAMPLES = runpy.run_path(str(Path(__file__).parent.parent / "sample_timelines.py"))
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
missed: list[str] = []


def tell(what: str, value: float, target: float, unit: str = "") -> None:
    """One line: what was measured, the target, and whether it is met."""
    verdict = "met" if value <= target else "missed"
    if value > 2 * target:
        missed.append(what)
    print(f"{what:<78} {value:>9.3f} {unit:<7} target {target:g}: {verdict}")


def fastest(task, repeats: int = 3) -> float:
    """The shortest of several runs: what the task takes when nothing else is in its way."""
    best = float("inf")
    for _ in range(repeats):
        begin = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - begin)
    return best


def with_date_objects(timeline) -> str:
    """The same marks, hover texts and axis, but from date objects through go.Figure and its to_html."""
    import plotly.graph_objects as go

    from timeline.render.figure import figure_data

    spec = figure_data(timeline, density="never")
    for trace in spec["data"]:
        for key in ("x", "base"):
            if isinstance(trace.get(key), list):
                trace[key] = [dt.datetime.fromisoformat(v) if isinstance(v, str) else v for v in trace[key]]
    return go.Figure(spec).to_html(include_plotlyjs=True)


def bare_bars(timeline) -> str:
    """Three bar traces of date objects with a headline each: no texts, no lanes, no sources; for comparison only."""
    import plotly.graph_objects as go

    day = dt.timedelta(days=1)
    by_type: dict[str, list] = {}
    for event in timeline:
        by_type.setdefault(event.type.value, []).append(event)
    figure = go.Figure()
    for kind, events in by_type.items():
        starts = [dt.datetime.combine(event.when[0].start, dt.time()) for event in events]
        ends = [
            start + day if event.when[0].end is None else dt.datetime.combine(event.when[0].end, dt.time())
            for start, event in zip(starts, events, strict=True)
        ]
        figure.add_trace(
            go.Bar(
                base=starts,
                x=[(end - start).total_seconds() * 1000 for start, end in zip(starts, ends, strict=True)],
                y=list(range(len(events))),
                orientation="h",
                name=kind,
                customdata=[[event.headline, event.id] for event in events],
                hovertemplate="%{customdata[0]}<extra></extra>",
            )
        )
    figure.update_xaxes(type="date")
    return figure.to_html(include_plotlyjs=True)


def sizes() -> None:
    from timeline.render.page import to_html

    small, large, huge = SAMPLES["small"](), SAMPLES["synthetic"](4_000), SAMPLES["synthetic"](10_000)
    tell("page of 20 events", len(to_html(small).encode()) / 1e6, 2.2, "MB")
    if basic := os.environ.get("PLOTLY_BASIC"):
        tell(
            "page of 20 events, plotly-basic by path",
            len(to_html(small, plotlyjs=Path(basic)).encode()) / 1e6,
            0.7,
            "MB",
        )
    tell("page of 4,000 events", len(to_html(large).encode()) / 1e6, 3, "MB")
    empty = len(to_html(type(small)(), plotlyjs="cdn").encode())
    for timeline in (large, huge):
        each = (len(to_html(timeline, plotlyjs="cdn").encode()) - empty) / len(timeline)
        tell(f"bytes an event, of {len(timeline):,}, outside plotly.js", each, 200, "bytes")
    ours = usual = float("inf")
    for _ in range(3):  # in turns, as the speed of a shared machine changes from one second to the next
        ours = min(ours, fastest(lambda: to_html(huge), 2))
        usual = min(usual, fastest(lambda: with_date_objects(huge), 1))
    bare = fastest(lambda: bare_bars(huge))
    print(f"  10,000 events to HTML: {ours:.2f} s here, {usual:.2f} s through date objects and go.Figure")
    print(f"  bare bars without texts or lanes from date objects: {bare:.2f} s")
    tell("10,000 events to HTML as a share of the date-object route", ours / usual, 0.25)


def in_chromium() -> None:
    from playwright.sync_api import sync_playwright

    from timeline.render.page import to_html

    browser_path = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    if browser_path is None:
        print("no Chromium on the path: the page is not measured in it")
        missed.append("Chromium")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        browser.new_page().goto("about:blank")
        time.sleep(3)  # a browser that has just started is busy with itself
        basic = os.environ.get("PLOTLY_BASIC")
        for name, bundle in (("default", "inline"), *([("plotly-basic", Path(basic))] if basic else [])):
            path = to_html(SAMPLES["small"](), Path(folder) / "small.html", plotlyjs=bundle)
            times = [opened(browser, path) for _ in range(3)]
            drawn = min(t["drawn"] for t in times) / 1e3
            tell(f"page of 20 events, {name} bundle: first picture", min(t["sketched"] for t in times) / 1e3, 1, "s")
            tell(f"page of 20 events, {name} bundle: figure drawn by plotly", drawn, 1, "s")
            if bundle == "inline":
                usual = Path(folder) / "usual.html"
                SAMPLES["small"]().figure().write_html(usual, include_plotlyjs=True)
                tell("… as a share of plotly's own page with the same figure", drawn / usual_page(browser, usual), 1)
        dense = to_html(SAMPLES["synthetic"](4_000), Path(folder) / "large.html", show="all")
        single = to_html(SAMPLES["synthetic"](4_000), Path(folder) / "single.html", density="never")
        times = [opened(browser, dense) for _ in range(3)]
        first = min(t["drawn"] - t["draw"] for t in times)
        tell("4,000 events: first draw by plotly, as density", first / 1e3, 0.25, "s")
        tell("4,000 events: relayout, as density", min(t["relayout"] for t in times), 50, "ms")
        one = opened(browser, single)
        print(
            f"  each mark by itself: {one['drawn'] - one['draw']:.0f} ms to draw, {one['relayout']:.0f} ms to relayout"
        )
        tell("density drawn as a share of every mark drawn", first / (one["drawn"] - one["draw"]), 0.25)
        browser.close()


def usual_page(browser, path: Path) -> float:
    """Seconds until a page written by plotly has its figure."""
    times = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": 1240, "height": 900})
        page.goto(path.as_uri())
        page.wait_for_selector(".main-svg", state="attached", timeout=60_000)
        times.append(page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") / 1e3)
        page.close()
    return min(times)


def opened(browser, path: Path) -> dict[str, float]:
    """Open a page: when the picture stood, when plotly began and ended to draw, how long a new window takes."""
    page = browser.new_page(viewport={"width": 1240, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="figure"]', state="attached", timeout=30_000)
    found = page.evaluate(
        """() => {
          const marks = performance.getEntriesByType('mark');
          const times = Object.fromEntries(marks.map(mark => [mark.name, mark.startTime]));
          const {view} = timelinePage, spent = [], day = 86400e3;
          for (let i = 1; i <= 6; i++) {
            const begin = performance.now();
            timelinePage.setWindow(view.start + i * day, view.end - i * day);
            spent.push(performance.now() - begin);
          }
          return {...times, relayout: Math.min(...spent)};
        }"""
    )
    page.close()
    return found


if __name__ == "__main__":
    sizes()
    in_chromium()
    sys.exit(f"missed by far: {', '.join(missed)}" if missed else 0)

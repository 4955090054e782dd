"""What all tests share: the annotated texts, the browser, and the proof that the browser tests ran."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Users have a guard against what nobody foresaw (timeline/values/unforeseen.py); in the tests a bug fails.
os.environ["TIMELINE_UNFORESEEN"] = "raise"
os.environ["TIMELINE_LANGUAGE"] = "en"  # whatever the locale of who tests

# How long an example takes says more about the machine than about the code.
settings.register_profile("timeline", deadline=None)
settings.register_profile("deep", deadline=None, max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "timeline"))

BROWSER_REQUIRED = os.environ.get("TIMELINE_BROWSER") == "required"
BROWSER_FIXTURES = {"browser", "chromium", "page"}


def pytest_collection_modifyitems(items):
    """Whatever asks for a browser is a browser test, marked or not."""
    for item in items:
        if BROWSER_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if item.get_closest_marker("browser"):
        report.is_browser_test = True
    return report


def pytest_terminal_summary(terminalreporter):
    """Under TIMELINE_BROWSER=required a run without its browser tests is no run."""
    if BROWSER_REQUIRED and (reason := _browser_tests_missing(terminalreporter)):
        terminalreporter.section("browser tests")
        terminalreporter.line(reason)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if BROWSER_REQUIRED and exitstatus == 0 and _browser_tests_missing(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _browser_tests_missing(reporter):
    def count(outcome):
        return sum(getattr(report, "is_browser_test", False) for report in reporter.stats.get(outcome, ()))

    if skipped := count("skipped"):
        return f"TIMELINE_BROWSER=required, but {skipped} browser tests were skipped"
    if not count("passed") + count("failed"):
        return "TIMELINE_BROWSER=required, but no browser test ran"
    return None


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated texts named by TIMELINE_GOLD."""
    named = os.environ.get("TIMELINE_GOLD")
    if not named:
        pytest.skip("TIMELINE_GOLD is not set: no annotated texts to compare with")
    folder = Path(named)
    if not (folder / "score.py").is_file():
        pytest.fail(f"TIMELINE_GOLD names {folder}, which has no score.py")
    return folder


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The system's Chromium; without it the browser tests are skipped, or fail where they are required."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    message = "no Chromium on this machine (Debian: apt-get install chromium)"
    if BROWSER_REQUIRED:
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser(chromium_path):
    """A Chromium started once for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield started
        started.close()

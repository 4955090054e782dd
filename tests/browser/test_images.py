"""Pictures through kaleido and the system's Chromium."""

from __future__ import annotations

import struct
import sys

import pytest

from timeline.errors import MissingExtraError
from timeline.render.images import find_browser, to_image, write_image
from timeline.render.words import OptionError

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("format_", "magic"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_pictures(chromium_path, small, tmp_path, format_, magic):
    pytest.importorskip("kaleido")
    path = write_image(small, tmp_path / f"timeline.{format_}", title="الملف السوري", scale=1)
    assert path.read_bytes().startswith(magic)
    if format_ == "svg":
        assert "اتصال هاتفي بين فيدان والصفدي" in path.read_text(encoding="utf-8")


def test_a_picture_has_title_and_sources_and_the_size_that_is_asked_for(chromium_path, small, tmp_path):
    pytest.importorskip("kaleido")
    drawn = write_image(small, tmp_path / "a.svg", scale=1).read_text(encoding="utf-8")
    assert "9 ديسمبر 2024" in drawn
    assert "المصادر: " in drawn
    picture = write_image(small, tmp_path / "a.png", scale=1, width=960, height=540).read_bytes()
    assert struct.unpack(">II", picture[16:24]) == (960, 540)


def test_an_unknown_format_is_named(small, tmp_path):
    with pytest.raises(OptionError, match="'gif' is not known"):
        to_image(small, "gif")
    with pytest.raises(OptionError, match="does not say which picture"):
        write_image(small, tmp_path / "timeline.doc")


def test_without_a_browser_the_error_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtraError, match="apt-get install chromium"):
        find_browser()
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    with pytest.raises(MissingExtraError, match="is no file"):
        find_browser()


def test_without_kaleido_the_error_says_what_to_install(chromium_path, monkeypatch, small):
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(MissingExtraError, match=r"diplomatic-timeline\[images\]"):
        to_image(small)

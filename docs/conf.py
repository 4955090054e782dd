"""How the documentation is built: `make docs`."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parents[1]))

project = "timeline"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "timeline"
html_static_path = ["_static"]
html_css_files = ["arabic.css"]
html_copy_source = False
html_show_copyright = False
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
autodoc_typehints = "description"
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints_description_target = "documented"
napoleon_use_ivar = True
default_role = "code"  # docstrings are Markdown-minded: `find` is code, not a link that may break
suppress_warnings = ["myst.xref_missing"]

# ---- Arabic ----------------------------------------------------------------------------------------------------------
# A browser orders mixed text by the Unicode rules, and these turn around what stands beside an Arabic word: in
# «الأربعاء» (0-8) the numbers would trade places, and of two phrases with a comma between them the second would come
# first. So every run of Arabic in a finished page is isolated, in prose, in tables and in code.

_LETTER = "\u0600-\u0608\u060b\u060d-\u061a\u061e\u0620-\u064a\u064b-\u065f\u066e-\u06ff"
_ARABIC = re.compile(f"[{_LETTER}]")


def _runs(*, code: bool) -> re.Pattern[str]:
    """Runs of Arabic in code, where a line is a line, or in prose, where a line of the source may end inside a phrase.

    In prose a number beside Arabic words belongs to them («7 ديسمبر 2024»), in what a program prints it seldom does.
    """
    line, space = ("\n", " ") if code else ("", r"\s")
    words = rf"[{_LETTER}]+(?:[{space}\d/()،؛:.…ـ-]*[{_LETTER}]+)*"
    quoted = [rf"«[^«»<>{line}]*[{_LETTER}][^«»<>{line}]*»"]
    for mark in ('"', "'", "&quot;", "&#39;") if code else ():
        inside = rf"(?:(?!{mark})[^<>\n])*"
        quoted.append(rf"(?<={mark}){inside}[{_LETTER}]{inside}(?={mark})")
    unquoted = words if code else rf"(?:\d[\d/.-]* )?{words}(?: \d+(?![\d:/-]))*"
    return re.compile("|".join([*quoted, f"{unquoted}[؟،…]?"]))


_IN_CODE, _IN_PROSE = _runs(code=True), _runs(code=False)
_PIECES = re.compile(r"(<[^>]*>)")
_TEXT_BLOCK = re.compile(r'(<div class="highlight-text[^"]*"><div class="highlight"><pre>)(.*?)(</pre>)', re.DOTALL)
_LITERAL = re.compile(r'<code class="docutils literal notranslate">.*?</code>', re.DOTALL)
#: Phrases up to this length are not broken over two lines, where their halves would be hard to put together.
_UNBROKEN = 32


def _in_one_piece(match: re.Match[str]) -> str:
    """Code in a sentence, which docutils cuts into words: whole again, or Arabic words would trade places."""
    return re.sub(r'<span class="pre">(.*?)</span>', r"\1", match[0]) if _ARABIC.search(match[0]) else match[0]


def _isolate(match: re.Match[str]) -> str:
    short = ' class="short"' if len(match[0]) <= _UNBROKEN else ""
    return f'<bdi lang="ar" dir="rtl"{short}>{match[0]}</bdi>'


def _isolated(html: str) -> str:
    pieces = _PIECES.split(html)
    depth = 0  # inside code
    for number, piece in enumerate(pieces):
        if number % 2:
            depth += piece.startswith(("<pre", "<code")) - piece.startswith(("</pre", "</code"))
        else:
            pieces[number] = (_IN_CODE if depth else _IN_PROSE).sub(_isolate, piece)
    return "".join(pieces)


def _lines_of_text(match: re.Match[str]) -> str:
    """A block of plain text: a line that begins in Arabic runs from right to left as a whole."""
    lines = []
    for line in match[2].split("\n"):
        bare = re.sub(r"<[^>]*>", "", line)
        first = re.search(r"[^\W\d_]", bare)
        if first and _ARABIC.match(first[0]):
            lines.append(f'<span class="arabic" lang="ar" dir="rtl">{bare}</span>')
        else:
            lines.append(_isolated(line) + "\n")
    return match[1].replace("<pre>", '<pre data-arabic="done">') + "".join(lines) + match[3]


def isolate_arabic(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Isolate the Arabic of a page: body, title and tables of contents."""
    if "body" in context:
        parts = _LITERAL.sub(_in_one_piece, context["body"])
        parts = _TEXT_BLOCK.sub(_lines_of_text, parts)
        blocks = re.split(r'(<pre data-arabic="done">.*?</pre>)', parts, flags=re.DOTALL)
        blocks[::2] = [_isolated(block) for block in blocks[::2]]
        context["body"] = "".join(blocks)
    if "toc" in context:
        context["toc"] = _isolated(context["toc"])


def sign_values(
    _app: Sphinx, what: str, _name: str, obj: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """The signature of a value class as one would call it; what attrs generates says little."""
    if what != "class" or not isinstance(obj, type) or not attrs.has(obj):
        return signature, returns
    written = []
    for each in attrs.fields(obj):
        if each.init:
            default = each.default
            known = default is None or isinstance(default, (str, int, bool, tuple))
            said = repr(default) if known else "…"
            written.append(each.alias if default is attrs.NOTHING else f"{each.alias}={said}")
    return f"({', '.join(written)})", None


def plain_property(_app: Sphinx, what: str, _name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """A property's first line as a sentence: napoleon takes what stands before a colon in it for a type."""
    if what == "property" and lines:
        lines[0] = lines[0].replace(": ", " \N{EN DASH} ", 1)


def write_generated(_app: Sphinx) -> None:
    """Bring what is read off the code up to date before the pages are read."""
    runpy.run_path(str(Path(__file__).with_name("generate.py")))["main"]([])


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("builder-inited", write_generated)
    app.connect("autodoc-process-docstring", plain_property, priority=400)
    app.connect("autodoc-process-signature", sign_values)
    app.connect("html-page-context", isolate_arabic)

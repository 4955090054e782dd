"""How the documentation is built: `make docs`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"
napoleon_use_ivar = True
default_role = "code"  # docstrings are Markdown-minded: `find` is code, not a link that may break
suppress_warnings = ["myst.xref_missing"]

# ---- Arabic ----------------------------------------------------------------------------------------------------------
# A browser orders mixed text by the Unicode rules, and these turn around what stands beside an Arabic word: in
# «الأربعاء» (0-8) the numbers would trade places, and of two phrases with a comma between them the second would come
# first. So every run of Arabic in a finished page is isolated, in prose, in tables and in code.

_LETTER = "\u0600-\u0608\u060b\u060d-\u061a\u061e\u0620-\u064a\u064b-\u065f\u066e-\u06ff"
_ARABIC = re.compile(f"[{_LETTER}]")
_RUN = re.compile(
    f"«[^«»<>\n]*[{_LETTER}][^«»<>\n]*»"  # a phrase in guillemets, whole
    f"|(?<=&quot;)(?:(?!&quot;)[^<>\n])*[{_LETTER}](?:(?!&quot;)[^<>\n])*(?=&quot;)"  # a string of code
    f"|(?<=&#39;)(?:(?!&#39;)[^<>\n])*[{_LETTER}](?:(?!&#39;)[^<>\n])*(?=&#39;)"
    f"|(?:\\d[\\d/.-]* ?)?[{_LETTER}]+(?:[ \\d/()،؛.:_…ـ-]*[{_LETTER}]+)*(?: ?\\d+)*[؟،…]?"
)
_PIECES = re.compile(r"(<[^>]*>)")
_TEXT_BLOCK = re.compile(r'(<div class="highlight-text[^"]*"><div class="highlight"><pre>)(.*?)(</pre>)', re.DOTALL)


def _isolated(html: str) -> str:
    pieces = _PIECES.split(html)
    pieces[::2] = [_RUN.sub(r'<bdi lang="ar" dir="rtl">\g<0></bdi>', piece) for piece in pieces[::2]]
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
        parts = _TEXT_BLOCK.sub(_lines_of_text, context["body"])
        blocks = re.split(r'(<pre data-arabic="done">.*?</pre>)', parts, flags=re.DOTALL)
        blocks[::2] = [_isolated(block) for block in blocks[::2]]
        context["body"] = "".join(blocks)
    if "toc" in context:
        context["toc"] = _isolated(context["toc"])


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("html-page-context", isolate_arabic)

r"""A LaTeX ``longtable``, one row for each event, Arabic in ``\textarabic{…}`` as polyglossia has it.

Give it to ``\input`` in a document of XeLaTeX or LuaLaTeX whose preamble has, in this order:
``\usepackage{longtable}``, ``\usepackage{polyglossia}``, ``\setmainlanguage{english}``, ``\setotherlanguage{arabic}``
and ``\newfontfamily\arabicfont[Script=Arabic]{Amiri}``. Every sign that TeX might read is escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.export.typeset import ARABIC, HEADS, cells

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    # What TeX joins to other signs: two grave accents to a quotation mark, a question mark and one to «¿».
    "`": r"\textasciigrave{}", "'": r"\textquotesingle{}", '"': r"\textquotedbl{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "?": "?{}", "!": "!{}",
    "[": "{[}", "]": "{]}",  # behind the end of a row a bracket would be its height
}  # fmt: skip
_TABLE = str.maketrans(_ESCAPES)
_WIDTHS = (0.16, 0.14, 0.34, 0.14, 0.14)


def dump(timeline: Timeline) -> str:
    """The timeline as a table of date, kind, event, place and source."""
    columns = "".join(rf"p{{{width}\linewidth}}" for width in _WIDTHS)
    head = [rf"\begin{{longtable}}{{{columns}}}", r"\hline", " & ".join(HEADS) + r" \\", r"\hline", r"\endhead"]
    rows = []
    for event in timeline:
        row = cells(event, timeline.documents)
        rows.append(" & ".join(_cell(name, text) for name, text in row.items()) + r" \\")
    return "\n".join([*head, *rows, r"\hline", r"\end{longtable}"]) + "\n"


def _cell(name: str, text: str) -> str:
    return rf"\textarabic{{{escaped(text)}}}" if name in ARABIC and text else escaped(text)


def escaped(text: str) -> str:
    r"""The text as TeX prints it: «50%» is «50\%»."""
    return re.sub("-(?=-)", "-{}", text.translate(_TABLE))  # two hyphens would be a dash

"""Text of mixed direction made safe and readable: «وكالة SANA (دمشق)» keeps its order wherever it is drawn."""

from __future__ import annotations

import html
import re

RIGHT_TO_LEFT_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}"
LEFT_TO_RIGHT_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
ELLIPSIS = "…"

# Direction controls of the text's author could reverse our words around it; lone surrogates cannot be written as UTF-8.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
    "\N{ZERO WIDTH NO-BREAK SPACE}\ud800-\udfff]"
)
_ARABIC = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER YEH}\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_SPACE = re.compile(r"\s+")


def stripped(text: str) -> str:
    """Without control characters, direction controls and lone surrogates; line breaks stay."""
    if text.isprintable():
        return text
    return _UNSAFE.sub("", text)


def clean(text: str | None) -> str:
    """One line without control characters: what a label, a cell or an attribute may hold."""
    if text and text.isprintable() and "  " not in text:  # nearly every text: nothing to look for
        return text.strip(" ")
    return _SPACE.sub(" ", _UNSAFE.sub("", text)).strip() if text else ""


def direction_of(text: str) -> str:
    """``rtl`` if any letter of it is Arabic: a headline is read from the right, also when it begins with «SANA»."""
    return "rtl" if _ARABIC.search(text) else "ltr"


def isolate(text: str, direction: str | None = None) -> str:
    """One line kept in its own direction, whatever stands around it (plotly draws all its text left to right)."""
    direction = direction or direction_of(text)
    return f"{RIGHT_TO_LEFT_ISOLATE if direction == 'rtl' else LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"


def escape(text: str) -> str:
    """Escaped for plotly's small markup and for HTML; a dollar sign would start a formula where MathJax is loaded.

    Quotes by their number: plotly knows few entities by name, and ``&quot;`` is not among them.
    """
    return html.escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;").replace("$", "&#36;")


def line(text: str, direction: str | None = None) -> str:
    """Clean, escaped, isolated: one line of foreign text as plotly may draw it."""
    return isolate(escape(clean(text)), direction)


def shorten(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut between words, with an ellipsis; a word is cut only where it stands alone."""
    if len(text) <= limit:
        return text
    head = text[: max(limit - 1, 1)]
    space = len(head) if text[len(head)] == " " else head.rfind(" ")
    return (head[:space] if space > 0 else head).rstrip(" ،,.:؛") + ELLIPSIS


def wrap(text: str, width: int, most: int = 99) -> list[str]:
    """Lines of at most ``width`` characters, words whole unless longer than a line; past ``most`` lines it is cut."""
    lines: list[str] = []
    rest = clean(text)
    while len(rest) > width and len(lines) < most - 1:
        space = rest.rfind(" ", 1, width + 1)
        cut = space if space > 0 else width
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest or not lines:
        lines.append(shorten(rest, width))
    return lines


def paragraph(text: str, width: int, direction: str | None = None, most: int = 99) -> str:
    """Several lines for plotly, each isolated by itself: isolates do not survive its line breaks."""
    direction = direction or direction_of(text)
    return "<br>".join(isolate(escape(part), direction) for part in wrap(text, width, most))

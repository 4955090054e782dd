"""Colors, symbols and patterns. No meaning hangs on color alone: type is also shape, status is also fill.

The six type colors keep apart in four kinds of color vision (ΔE76 ≥ 54) and stand out from their ground (≥ 4.8:1).
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from timeline.events.model import EventType, Modality

ThemeName = Literal["light", "dark"]

FONTS = (
    "'Noto Sans Arabic UI', 'Noto Sans Arabic', 'IBM Plex Sans Arabic', 'SF Arabic', 'Geeza Pro', "
    "'Segoe UI', Tahoma, 'Noto Sans', 'DejaVu Sans', sans-serif"
)

# what is read, not looked up: headings, headlines, sentences
NEWS_FONTS = (
    "'Noto Naskh Arabic', Amiri, 'Noto Kufi Arabic', 'Segoe UI', 'Geeza Pro', 'Noto Sans Arabic', 'Noto Sans', Tahoma, "
    "serif"
)

SYMBOLS = {EventType.MEETING: "circle", EventType.OFFENSIVE: "diamond", EventType.STATEMENT: "square"}

# suffix of plotly's symbol name, pattern of a bar
FILLS = {
    Modality.ASSERTED: ("", ""),
    Modality.PLANNED: ("-open", "/"),
    Modality.POSSIBLE: ("-open-dot", "."),
    Modality.CONDITIONAL: ("-dot", "-"),
    Modality.DENIED: ("-x-open", "x"),
    Modality.NEGATED: ("-cross-open", "+"),
}


@frozen
class Theme:
    """The colors of one appearance."""

    name: ThemeName
    ground: str
    band: str
    grid: str
    line: str
    text: str
    muted: str
    hover: str
    types: dict[EventType, str]


LIGHT = Theme(
    name="light",
    ground="#FFFFFF",
    band="#F5F7FA",
    grid="#E1E5EA",
    line="#B4BCC6",
    text="#16191D",
    muted="#565F6A",
    hover="#FFFFFF",
    types={EventType.MEETING: "#0469F7", EventType.OFFENSIVE: "#D2290B", EventType.STATEMENT: "#712A51"},
)
DARK = Theme(
    name="dark",
    ground="#14171A",
    band="#1B1F24",
    grid="#2D333A",
    line="#59636E",
    text="#ECEFF2",
    muted="#A3ADB8",
    hover="#20252B",
    types={EventType.MEETING: "#3485FE", EventType.OFFENSIVE: "#E96128", EventType.STATEMENT: "#E6BDDA"},
)
THEMES = {"light": LIGHT, "dark": DARK}


def faded(color: str, opacity: float) -> str:
    """``#D2290B`` at an opacity, as plotly takes it."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"

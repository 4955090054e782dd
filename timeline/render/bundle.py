"""The bundle of plotly.js as the page carries it: compressed, and in two halves, so that it starts twice as fast.

The bundle is one function of some five million characters within another within a script. While it starts, libraries
in it throw and catch a few errors to find out what the browser can do; for each function on the stack the browser then
reads the whole text once more. So the wrapper for other module systems is taken off, and what the bundle does when it
starts is left to the page to call, when the three large functions have already returned.
"""

from __future__ import annotations

import base64
import gzip
import re
from functools import cache
from typing import TYPE_CHECKING

from timeline.render.words import OptionError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "plotly.min.js"
_OPENING = 'self : this, () => {\n"use strict";var Plotly=(()=>{'
_START = re.compile(r"return (\w+)\(\);\}\)\(\);(?=\s|$)")
_CLOSING = "window.Plotly = Plotly;\nreturn Plotly;\n}));"


def installed() -> str:
    """The bundle of the installed plotly."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())


def cdn() -> str:
    """Where plotly's own server has the installed version."""
    from plotly.offline import get_plotlyjs_version

    return f"https://cdn.plot.ly/plotly-{get_plotlyjs_version()}.min.js"


def halves(source: str) -> str:
    """The bundle without its wrapper, ``window.Plotly`` being the function that starts it.

    A text that is put together in another way comes back as it is.
    """
    opening, closing = source.find(_OPENING, 0, 2_000), source.rfind(_CLOSING)
    if opening < 0 or closing < 0 or source[closing + len(_CLOSING) :].strip():
        return source
    notice = source[: source.index("*/") + 2] if source.startswith("/*") else ""
    body = source[opening + _OPENING.index('"use strict"') : closing]
    calls = list(_START.finditer(body, max(len(body) - 20_000, 0)))
    if len(calls) != 1:
        return source
    (call,) = calls
    return f"{notice}\n{body[: call.start()]}return {call[1]};}})();{body[call.end() :]}window.Plotly = Plotly;\n"


@cache
def packed(path: Path | None) -> tuple[str, str]:
    """A bundle as it stands in the page, compressed, and its text as it runs.

    Raises
    ------
    OptionError
        if the bundle cannot be read
    """
    if path is None:
        source = installed()
    else:
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise OptionError(
                f"plotlyjs={str(path)!r} cannot be read ({error}): give the path of a plotly.js bundle, "
                "or 'inline', 'directory' or 'cdn'"
            ) from error
    text = halves(source)
    return pack(text, 9), text


def pack(text: str, level: int = 5) -> str:
    """Text compressed, in letters that can stand in a page."""
    return base64.b64encode(gzip.compress(text.encode(), level, mtime=0)).decode("ascii")

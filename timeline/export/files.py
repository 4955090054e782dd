"""A format of several files: one or two for each report, in a folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from os import PathLike

_PLAIN_NAME = re.compile(r"[0-9a-z][0-9a-z_-]{0,59}")
# No file can have these names on Windows, whatever follows the dot.
_DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def stems(names: Iterable[str]) -> dict[str, str]:
    """A name for the files of each document: its id, where that can be no path, else a digest of it."""
    return {name: name if _PLAIN_NAME.fullmatch(name) and not _DEVICES.fullmatch(name) else _digest(name)
            for name in names}  # fmt: skip


def _digest(name: str) -> str:
    return "x" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def write(files: Mapping[str, str], folder: str | PathLike[str]) -> None:
    """Write texts by their names into a folder, which is made if it is not there."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8", newline="")

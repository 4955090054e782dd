"""Doors of `Timeline` to the formats: each imports its module when it is called, and decides nothing.

``to_ics = text_door("ics", "A calendar.")`` is a method that gives what ``timeline.export.ics.dump`` makes of the
timeline, and writes it where a path is given.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from timeline.chronology.timeline import Timeline


def text_door(form: str, says: str) -> Callable[..., str]:
    """A method that gives the text of a format, and writes it to ``path`` if one is given."""

    def door(self: Timeline, path: str | PathLike[str] | None = None, **options: Any) -> str:
        return written(import_module(f"timeline.export.{form}").dump(self, **options), path)

    return _named(door, form, f"{says} Also written to ``path`` if one is given.")


def folder_door(form: str, says: str) -> Callable[..., dict[str, str]]:
    """A method that gives the texts of a format by the names of their files, and writes them if a folder is given."""

    def door(self: Timeline, folder: str | PathLike[str] | None = None) -> dict[str, str]:
        files: dict[str, str] = import_module(f"timeline.export.{form}").dump(self)
        if folder is not None:
            import_module("timeline.export.files").write(files, folder)
        return files

    return _named(door, form, f"{says} By the names of the files; also written into a folder if one is given.")


def _named(door: Callable[..., Any], form: str, says: str) -> Callable[..., Any]:
    door.__name__ = f"to_{form}"
    door.__qualname__ = f"Timeline.to_{form}"
    door.__doc__ = says
    return door


def written(text: str, path: str | PathLike[str] | None) -> str:
    """The text, and a file of it where a path is given; line ends are kept as they are."""
    if path is not None:
        with open(path, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 (takes any path)
            file.write(text)
    return text

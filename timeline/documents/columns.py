"""What the columns of other people's records are called, as `columns.toml` lists them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from timeline.errors import OptionError
from timeline.text.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What a report has.
FIELDS = ("text", "published", "source", "title", "url", "id")
_BETWEEN = re.compile(r"[^\w$#]|_")


@cache
def facts(table: str) -> Any:
    """A table of `columns.toml`."""
    return tomllib.loads((files("timeline.documents") / "columns.toml").read_text(encoding="utf-8"))[table]


@lru_cache(maxsize=4096)
def spelled(name: str) -> bytes:
    """One spelling for all spellings of a name: «Publish_Date», «publish date» and «publishDate»."""
    return fold_word(_BETWEEN.sub("", name.casefold()))


@cache
def _ranks() -> dict[bytes, tuple[str, int]]:
    ranks: dict[bytes, tuple[str, int]] = {}
    for field, names in facts("columns").items():
        for rank, name in enumerate(names):
            ranks.setdefault(spelled(name), (field, rank))
    return ranks


@cache
def _known(table: str) -> tuple[tuple[frozenset[bytes], dict[str, Any]], ...]:
    return tuple((frozenset(map(spelled, each["keys"])), each) for each in facts(table))


def field_of(name: str) -> str | None:
    """What a column is by its name: «النص» is ``text``."""
    found = _ranks().get(spelled(name))
    return found[0] if found else None


@lru_cache(maxsize=1024)
def own(keys: tuple[str, ...]) -> str | None:
    """What this library wrote that has such keys, if it wrote it."""
    met = frozenset(map(spelled, keys))
    return next((each["what"] for wanted, each in _known("own") if wanted <= met), None)


def written(text: str) -> str | None:
    """What this library wrote that begins so, if it wrote it."""
    return next((each["what"] for each in facts("written") if text.startswith(tuple(each["begins"]))), None)


def checked(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The columns that a caller names.

    Raises
    ------
    OptionError
        if a report has nothing of such a name
    """
    for field in columns or {}:
        if field not in FIELDS:
            raise OptionError(f"columns: {field!r} is nothing that a report has; it has {', '.join(FIELDS)}")
    return dict(columns or {})


@lru_cache(maxsize=1024)
def columns_of(keys: tuple[str, ...], given: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    """For each field the keys that may hold it, the likeliest first; those that the caller gives are the only ones."""
    met = {spelled(key): key for key in reversed(keys)}
    named: dict[str, tuple[str, ...]] = {field: (key,) for field, key in given}
    for wanted, each in _known("sets"):
        if wanted <= met.keys():
            theirs = {field: (met[spelled(name)],) for field, name in each["columns"].items() if spelled(name) in met}
            return theirs | named
    ranked: dict[str, list[tuple[int, str]]] = {}
    for spelling, key in met.items():
        field, rank = _ranks().get(spelling, (None, 0))
        if field is not None and key not in dict(given).values():
            ranked.setdefault(field, []).append((rank, key))
    return {field: tuple(key for _, key in sorted(found)) for field, found in ranked.items()} | named


def is_plain(name: str) -> bool:
    """Whether a name is one of ours, which need not be told."""
    return name.casefold() in facts("plain")["names"]

"""Where the places of the gazetteer lie: «حلب» in SYR at 36.20, 37.16. Facts of GeoNames, named in the data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

Point = tuple[float, float]


@cache
def _points() -> tuple[dict[tuple[str | None, str], Point], str]:
    source = resources.files("timeline.lexicon") / "ar" / "events" / "coordinates.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    named = data.pop("source")
    points = {
        (None if state == "none" else state, name): (latitude, longitude)
        for state, rows in data.items()
        for name, (latitude, longitude) in rows.items()
    }
    return points, named


def point_of(name: str, country: str | None) -> Point | None:
    """Latitude and longitude of a place by its canonical name and its country (ISO alpha-3), where they are known.

    >>> point_of("حلب", "SYR"), point_of("حلب", "IRQ")
    ((36.2, 37.16), None)
    """
    return _points()[0].get((country, name))


def source() -> str:
    """Whose facts these are, for what is made of them."""
    return _points()[1]

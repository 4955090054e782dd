"""Names for showing: the first form of each month and day in the tables, as a newspaper writes it.

The same tables say what a text is read by, so that a name that is shown is a name that is known.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files("timeline.lexicon") / "ar" / f"{name}.toml").read_text(encoding="utf-8"))


def _first(row: dict[str, Any]) -> str:
    return str(row["forms"].split()[0])


@cache
def month_names(family: str) -> tuple[str, ...]:
    """The twelve months of a family: ``month_names("levantine")[0]`` is «كانون الثاني»."""
    names: dict[int, str] = {}
    for row in (*_table("months")["month"], *_table("months")["month_weak"]):
        if family in {row["family"], row.get("also")}:
            names.setdefault(row["value"], _first(row))
    orders = {row["value"]: _first(row) for row in _table("months")["stem_order"]}
    for row in _table("months")["month_stem"]:
        if row["family"] == family:
            for order, number in enumerate(row["value"], 1):
                names[number] = f"{_first(row)} {orders[order]}"
    return tuple(names[number] if number in names else month_names("egyptian")[number - 1] for number in range(1, 13))


@cache
def hijri_months() -> tuple[str, ...]:
    """The twelve months of the Hijri year, from «محرم» to «ذو الحجة»."""
    table = _table("months")
    names = {row["value"]: _first(row) for row in (*table["hijri_month"], *table["hijri_weak"])}
    for row in table["hijri_stem"]:
        for later, half in enumerate(row["shown"].split()):
            names[row["value"] + later] = f"{_first(row)} {half}"
    (dhu,) = table["hijri_dhu"]
    for row in table["dhu_name"]:
        names[row["value"]] = f"{_first(dhu)} {_first(row)}"
    return tuple(names[number] for number in range(1, 13))


@cache
def weekday_names() -> tuple[str, ...]:
    """The seven days, Monday first, from «الاثنين» to «الأحد»."""
    names = {row["value"]: _first(row) for row in _table("days")["weekday"]}
    return tuple(names[number] for number in range(1, 8))

"""The lexicon's words by meaning, and numbers written out in the form that their noun asks for.

Everything here is read from the tables in ``timeline/lexicon/ar`` and put together by the grammar of the language, so
that what is written owes nothing to the rules that read it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Gender = Literal["masculine", "feminine"]

FAMILIES = ("egyptian", "levantine", "maghrebi", "moroccan", "mauritanian")
TA_MARBUTA = "\u0629"


@cache
def rows(table: str, category: str) -> tuple[dict[str, Any], ...]:
    """The entries of one category, as they stand in the table."""
    text = (files("timeline.lexicon") / "ar" / f"{table}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[category])


@cache
def forms(table: str, category: str) -> dict[Any, tuple[str, ...]]:
    """Every form of a category by its value; a value that is a list becomes a tuple."""
    found: dict[Any, tuple[str, ...]] = {}
    for row in rows(table, category):
        value = tuple(row["value"]) if isinstance(row["value"], list) else row["value"]
        found[value] = (*found.get(value, ()), *row["forms"].split())
    return found


@cache
def month_names(family: str | None = None) -> dict[int, tuple[str, ...]]:
    """The names of the Gregorian months, of one family or of all: ``month_names("levantine")[2]`` has «شباط»."""
    names: dict[int, list[str]] = {number: [] for number in range(1, 13)}
    for category in ("month", "month_weak"):
        for row in rows("months", category):
            if family in {None, row["family"]}:
                names[row["value"]] += row["forms"].split()
    orders = forms("months", "stem_order")
    for row in rows("months", "month_stem"):
        if family in {None, row["family"]}:
            for order, number in enumerate(row["value"], start=1):
                names[number] += [f"{row['forms']} {word}" for word in orders[order]]
    return {number: tuple(found) for number, found in names.items()}


@cache
def weak_month_names() -> frozenset[str]:
    """Month names that are other words too and need a word beside them: «مارس», «آب»."""
    return frozenset(form for found in forms("months", "month_weak").values() for form in found)


@cache
def names_of_movements() -> frozenset[str]:
    """Days that are the name of a movement where no preposition stands before them: «14 آذار»."""
    return frozenset(form for row in rows("named", "dated_name") for form in row["forms"])


@cache
def hijri_month_names() -> dict[int, tuple[str, ...]]:
    """The names of the Hijri months: 3 is «ربيع الأول», 12 «ذو الحجة», «ذي الحجة»."""
    names = dict(forms("months", "hijri_month") | forms("months", "hijri_weak"))
    masculine = {0: ("الأول",), 1: ("الثاني", "الآخر")}
    feminine = {0: ("الأولى",), 1: ("الآخرة", "الثانية")}
    orders = forms("months", "hijri_order")
    for first, stems in forms("months", "hijri_stem").items():
        gendered = masculine if first == 3 else feminine
        for step, words in gendered.items():
            used = tuple(word for word in words if word in orders[step])
            names[first + step] = tuple(f"{stems[0]} {word}" for word in used)
    for number, second in forms("months", "dhu_name").items():
        names[number] = tuple(f"{dhu} {second[0]}" for dhu in forms("months", "hijri_dhu")["dhu"][:2])
    return names


# ---- numbers ---------------------------------------------------------------------------------------------------------


def ordinal(number: int) -> tuple[str, ...]:
    """An ordinal with the article, masculine, in both cases: 21 is «الحادي والعشرون», «الحادي والعشرين»."""
    tens = forms("numbers", "ordinal_tens")
    if number <= 10:
        return forms("numbers", "ordinal")[number]
    if number in tens:
        return tens[number]
    unit = forms("numbers", "ordinal_unit")[number % 10][0]
    if number < 20:
        return (f"{unit} {forms('numbers', 'ten')[10][0]}",)
    return tuple(f"{unit} و{ten}" for ten in tens[number - number % 10])


def hour_ordinal(number: int) -> str:
    """An hour as it is told: 3 is «الثالثة», 11 «الحادية عشرة»."""
    if number <= 10:
        return forms("numbers", "ordinal_feminine")[number][0]
    unit = forms("numbers", "ordinal_unit_feminine")[number - 10][0]
    return f"{unit} {forms('numbers', 'ten')[10][1]}"


def small_number(number: int, gender: Gender) -> tuple[str, ...]:
    """A number from 3 to 99 in words, as it stands before a noun of that gender, in its cases: «خمسة وعشرين»."""
    feminine = gender == "feminine"
    if number <= 10:
        return (forms("numbers", "cardinal")[number][feminine],)
    units = forms("numbers", "unit_before_ten")
    if number < 20:
        ten = forms("numbers", "ten")[10][feminine]
        unit = units[number - 10]
        if number == 11:
            return (f"{unit[1] if feminine else unit[0]} {ten}",)
        if number == 12:
            return tuple(f"{each} {ten}" for each in (unit[2:] if feminine else unit[:2]))
        return (f"{unit[feminine]} {ten}",)
    tens = forms("numbers", "tens")[number - number % 10]
    if number % 10 == 0:
        return tens
    if number % 10 == 1:
        unit_word = units[1][1] if feminine else forms("numbers", "cardinal")[1][0]
    elif number % 10 == 2:
        unit_word = "اثنتين" if feminine else "اثنين"
    else:
        unit_word = units[number % 10][feminine]
    return tuple(f"{unit_word} و{ten}" for ten in tens)


def year_words(year: int, gender: Gender) -> str:
    """A year from 1000 to 2999 in words: 2024 after «عام» is «ألفين وأربعة وعشرين»."""
    parts = [forms("numbers", "thousands")[year // 1000 * 1000][year // 1000 - 1]]
    hundreds, rest = year % 1000 // 100 * 100, year % 100
    if hundreds:
        parts.append(forms("numbers", "hundreds")[hundreds][-1 if hundreds == 200 else 0])
    if rest in {1, 2}:
        parts.append(forms("numbers", "cardinal")[rest][(1 if gender == "feminine" else 0) if rest == 1 else 1])
    elif rest:
        parts.append(small_number(rest, gender)[-1])
    return " و".join(parts)


# ---- units -----------------------------------------------------------------------------------------------------------


def gender_of(noun: str) -> Gender:
    """The gender of a unit's singular: «سنة» is feminine, «عام» masculine."""
    return "feminine" if noun.endswith(TA_MARBUTA) else "masculine"


@cache
def counted_units() -> dict[str, tuple[tuple[str, str, str, tuple[str, ...]], ...]]:
    """The nouns of each unit: singular, accusative, oblique dual, plurals; «عام» and «سنة» are two of one unit."""
    plural_of = {"عام": ("أعوام",), "سنة": ("سنوات", "سنين")}
    found: dict[str, tuple[tuple[str, str, str, tuple[str, ...]], ...]] = {}
    for unit, singulars in forms("units", "unit").items():
        nouns = []
        for singular in singulars:
            stem = singular[:-1] + "ت" if singular.endswith(TA_MARBUTA) else singular
            dual = stem + "ين"
            accusative = singular if singular.endswith(TA_MARBUTA) else singular + "ا"
            plurals = plural_of.get(singular, forms("units", "unit_plural")[unit])
            if dual in forms("units", "unit_dual")[unit] and accusative in forms("units", "unit_accusative")[unit]:
                nouns.append((singular, accusative, dual, plurals))
        found[unit] = tuple(nouns)
    return found


def quantity(number: int, noun: tuple[str, str, str, tuple[str, ...]], *, words: bool, choice: int = 0) -> str:
    """So many of a unit, with the noun in the form that the number asks for.

    2 is the dual («يومين»), 3 to 10 take the plural («ثلاثة أيام», «3 أيام»), 11 to 99 the accusative singular («أحد
    عشر يوما»), hundreds the genitive singular («100 يوم»). ``choice`` picks among plurals.
    """
    singular, accusative, dual, plurals = noun
    if number == 1:
        return singular
    if number == 2:
        return dual
    plural = plurals[choice % len(plurals)]
    counted = plural if number % 100 in range(3, 11) else singular if number % 100 in {0, 1, 2} else accusative
    if not words or number > 99:
        return f"{number} {counted}"
    written = small_number(number, gender_of(singular))
    return f"{written[-1]} {counted}"

"""The words of the figure and the page: month names by region, digits, plurals, labels («21 حدثًا»)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from attrs import frozen

from timeline.errors import TimelineError
from timeline.lexicon.names import hijri_months, month_names, weekday_names

Language = Literal["ar", "en"]
Digits = Literal["latn", "arab"]
MonthNames = Literal["both", "egyptian", "levantine", "maghrebi", "moroccan"]

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class OptionError(TimelineError, ValueError):
    """An option of the figure or the page has a value that it does not know."""


def check(option: str, value: object, choices: object) -> None:
    """Raise `OptionError` unless the value is one of the choices of a ``Literal``."""
    accepted = get_args(choices)
    if value not in accepted:
        raise OptionError(f"{option}={value!r} is not known; one of {', '.join(map(repr, accepted))} is")


@cache
def interface() -> dict[str, Any]:
    """The data file, read once."""
    return tomllib.loads(files("timeline.render").joinpath("interface.toml").read_text("utf-8"))


def plural_form(number: int) -> int:
    """Which of the six Arabic forms a count takes: 0, 1, 2, 3-10, 11-99, and the rest (CLDR)."""
    if number < 3:
        return number
    hundredth = number % 100
    if 3 <= hundredth <= 10:
        return 3
    return 4 if hundredth >= 11 else 5


@frozen
class Words:
    """What is said in one language, with one family of month names and one set of digits."""

    language: Language = "ar"
    month_names: MonthNames = "both"
    digits: Digits = "latn"

    def __attrs_post_init__(self) -> None:
        check("language", self.language, Language)
        check("month_names", self.month_names, MonthNames)
        check("digits", self.digits, Digits)

    @property
    def direction(self) -> str:
        """The direction of the language."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def table(self) -> dict[str, Any]:
        """The language's part of the data file."""
        return interface()[self.language]  # type: ignore[no-any-return]

    def label(self, key: str, **values: object) -> str:
        """One label, its places filled."""
        text: str = self.table["label"][key]
        return text.format(**values) if values else text

    def named(self, group: str, key: str) -> str:
        """The name of a type, modality, subtype, role …; the key itself where no name is known."""
        return str(self.table[group].get(key, key))

    def number(self, number: int | str) -> str:
        """A number in the chosen digits: 27 or ٢٧."""
        text = str(number)
        return text.translate(_ARABIC_DIGITS) if self.digits == "arab" else text

    def count(self, noun: str, number: int) -> str:
        """«حدث واحد», «حدثان», «7 أحداث», «21 حدثًا», «100 حدث»."""
        forms: list[str] = self.table["plural"][noun]
        return forms[plural_form(number)].format(n=self.number(number))

    def month(self, month: int, *, short: bool = False) -> str:
        """«نوفمبر/تشرين الثاني», or the chosen family's name alone; ``short`` is one name in any case."""
        if self.language == "en":
            return str(interface()["months"]["short" if short else "en"][month - 1])
        if self.month_names != "both":
            return month_names(self.month_names)[month - 1]
        egyptian = month_names("egyptian")[month - 1]
        return egyptian if short else f"{egyptian}/{month_names('levantine')[month - 1]}"

    def month_words(self) -> list[list[str]]:
        """Every name that a reader may write for each of the twelve months, in both languages."""
        names = interface()["months"]
        families = [month_names(family) for family in ("egyptian", "levantine", "maghrebi", "moroccan")]
        return [sorted({names["en"][n], names["short"][n], *(family[n] for family in families)}) for n in range(12)]

    def hijri_month(self, month: int) -> str:
        """«جمادى الآخرة»."""
        return hijri_months()[month - 1] if self.language == "ar" else str(interface()["months"]["hijri"][month - 1])

    def weekday(self, weekday: int, *, short: bool = False) -> str:
        """The day's name, Monday being 0."""
        if self.language == "ar":
            return weekday_names()[weekday]
        return str(interface()["weekdays"]["short" if short else "en"][weekday])

    def listed(self, parts: list[str]) -> str:
        """«الأول والثاني», «الأول، الثاني والثالث»."""
        if len(parts) < 2:
            return "".join(parts)
        comma: str = self.table["list"]
        return comma.join(parts[:-1]) + str(self.table["and"]) + parts[-1]

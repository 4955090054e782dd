"""The texts of the command, in English and in Arabic, as ``words/en.toml`` and ``words/ar.toml`` have them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "ar")
_spoken: ContextVar[str] = ContextVar("language", default="en")


def use(language: str) -> None:
    """Speak this language from here on."""
    _spoken.set(language)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that is asked for: by ``--language`` wherever it stands, else by the locale."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or " ".join(arguments[at + 1 : at + 2])
            return asked if asked in LANGUAGES else "en"
    locale = next(filter(None, map(environment.get, ("TIMELINE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "ar" if locale.split("_")[0].split(".")[0] == "ar" else "en"


@cache
def words(language: str) -> Any:
    """All texts of a language."""
    source = files("timeline.cli") / "words" / f"{language}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def word(table: str, *keys: str) -> str:
    """The text of the first of the keys that has one: «events.output», else «output»."""
    known = words(_spoken.get())[table]
    return str(next((known[key] for key in keys if key in known), ""))


def message(key: str, **values: object) -> str:
    """A message with its values in it."""
    return word("messages", key).format(**values)


def counted(what: str, number: int) -> str:
    """A number with its noun, in the form that the number asks for: «1 event», «٣ أحداث»."""
    forms = words(_spoken.get())["counted"][what]
    category = _category(number) if _spoken.get() == "ar" else ("one" if number == 1 else "other")
    return str(forms[category]).format(number=f"{number:,}")


def _category(number: int) -> str:
    """The plural of Arabic that a number asks for, as CLDR has it; none is told like hundreds."""
    if number in {1, 2}:
        return ("one", "two")[number - 1]
    rest = number % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def listed(names: Iterable[str]) -> str:
    """Names one after the other, with the comma of the language."""
    return word("messages", "comma").join(names)

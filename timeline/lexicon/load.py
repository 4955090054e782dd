"""The lexicon of time words: TOML tables -> a dict from every folded form to its class.

Every category of the tables (``month``, ``weekday``, ``since`` …) is a terminal of the grammar. A form may stand in
several («ربيع» is spring and half of «ربيع الأول»); every set of categories that occurs gets one character, the
form's class. Clitics are expanded here: «وبالأربعاء» is in the dict, with a mark for its prefix, so that reading a
text needs no morphology.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from timeline.errors import RuleError
from timeline.text.fold import fold_word

# What stands attached before a word, one character each. و and ف join; ب ل ك govern; both may stand («وبالأمس»).
BARE, JOINED, GOVERNED, JOINED_GOVERNED = "\x01", "\x02", "\x03", "\x04"
PREFIX_LENGTH = {BARE: 0, JOINED: 1, GOVERNED: 1, JOINED_GOVERNED: 2}

#: The class of every word that is not in the lexicon, and that of the empty word between two separators.
OTHER, EMPTY = "\x00", "\x01"
OTHER_WORD, EMPTY_WORD = BARE + OTHER, BARE + EMPTY
_FIRST_CLASS = 0x20

_TABLES = ("months", "days", "numbers", "units", "relations", "clock", "cues")
_POLICIES = ("all", "conjunction", "none")


@frozen
class Entry:
    """What a form stands for in one category: «شباط» in ``month`` is 2, family levantine."""

    category: str
    value: Any
    facts: Mapping[str, Any] = field(factory=dict, eq=False, repr=False)


@frozen
class Lexicon:
    """Every folded form with its class, and every class with its categories.

    ``classes`` maps a folded word to two characters, prefix and class; ``entries`` says what a word stands for, by
    category.
    ``members`` gives, for a category, the classes that belong to it; ``phrases`` the names of days by their folded
    words, ``known_days`` the year of what is called by its day: («revolution_noun», "01-25") -> 2011.
    """

    classes: dict[bytes, str]
    entries: dict[bytes, dict[str, Entry]]
    members: dict[str, str]
    phrases: dict[tuple[bytes, ...], Entry]
    dated_names: frozenset[str]
    known_days: Mapping[tuple[str, str], int]

    def value(self, word: bytes, category: str) -> Any:
        """The value of a word in a category: («الأربعاء» folded, "weekday") -> 3."""
        return self.entries[word][category].value


def _with_clitics(form: bytes, policy: str) -> Iterator[tuple[bytes, str]]:
    """Every way a form is written with what may be attached before it, and the prefix that this makes."""
    yield form, BARE
    if policy == "none":
        return
    waw, fa, alef, lam = (fold_word(letter) for letter in "وفال")
    joins = (waw, fa)
    for join in joins:
        yield join + form, JOINED
    if policy == "conjunction":
        return
    article = alef + lam
    governed = [fold_word(letter) + form for letter in "بك"]
    governed.append(lam + (lam + form[2:] if form.startswith(article) else form))
    for word in governed:
        yield word, GOVERNED
        for join in joins:
            yield join + word, JOINED_GOVERNED


def _number_categories(digits: str) -> Iterator[str]:
    number = int(digits)
    yield "number"
    if len(digits) <= 2:
        if 1 <= number <= 31:
            yield "day_number"
        if 1 <= number <= 12:
            yield "month_number"
        if number <= 24:
            yield "hour_number"
        if len(digits) == 2:
            yield "two_digits"
            if number <= 59:
                yield "minute_number"
    if len(digits) == 1 and 1 <= number <= 2:
        yield "stem_digit"
    if len(digits) == 4 and 1000 <= number <= 2199:
        yield "year_number"
    if 2 <= len(digits) <= 4 and number:
        yield "any_year"
    if len(digits) == 4 and number <= 2359 and number % 100 <= 59:
        yield "clock_digits"


def _numbers() -> Iterator[tuple[str, str, int]]:
    for number in range(10000):
        texts = {str(number)} | ({f"{number:02d}"} if number < 10 else set())
        for digits in texts:
            for category in _number_categories(digits):
                yield digits, category, number
        if number < 1000 and number % 100 <= 59:
            yield f"{number:04d}", "clock_digits", number  # «0845 بتوقيت غرينتش»


def _read_tables() -> Iterator[tuple[str, Entry, str, str]]:
    """(form, entry, clitic policy, place in the file) for each form of each table."""
    folder = files("timeline.lexicon") / "ar"
    for table in _TABLES:
        for category, rows in tomllib.loads((folder / f"{table}.toml").read_text(encoding="utf-8")).items():
            for row in rows:
                policy = row.get("clitics", "all")
                if policy not in _POLICIES:
                    raise RuleError(f"{table}.toml, [{category}]: clitics = {policy!r}; accepted: {_POLICIES}")
                entry = Entry(category, row["value"], row)
                for form in row["forms"].split():
                    yield form, entry, policy, f"{table}.toml, [{category}], {form}"


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    entries: dict[bytes, dict[str, Entry]] = {}
    policies: dict[bytes, str] = {}
    for form, entry, policy, place in _read_tables():
        word = fold_word(form)
        # A form of two meanings that take different clitics takes what the more generous one takes.
        policies[word] = min(policy, policies.get(word, policy), key=_POLICIES.index)
        known = entries.setdefault(word, {}).setdefault(entry.category, entry)
        if known.value != entry.value:
            raise RuleError(f"{place}: means {entry.value!r} here and {known.value!r} elsewhere in the same category")
    for digits, category, number in _numbers():
        entries.setdefault(fold_word(digits), {})[category] = Entry(category, number)

    phrases: dict[tuple[bytes, ...], Entry] = {}
    named = tomllib.loads((files("timeline.lexicon") / "ar" / "named.toml").read_text(encoding="utf-8"))
    dated_names = frozenset(row["value"] for row in named.pop("dated_name"))
    known_days = {(row["noun"], row["value"][5:]): int(row["value"][:4]) for row in named.pop("known_day")}
    for category, rows in named.items():
        for row in rows:
            entry = Entry(category, row["value"], row)
            for form in row["forms"]:
                words = tuple(fold_word(word) for word in form.split())
                phrases[words] = entry
                for index, word in enumerate(words):
                    kind = "named_word" if index else "named_head"
                    entries.setdefault(word, {})[kind] = Entry(kind, word)
                    policies.setdefault(word, "all")
                    for attached, _ in _with_clitics(word, "all"):
                        if attached != word and attached in entries:  # «بعيد الفطر»: «بعيد» is «shortly after» too
                            entries[attached].setdefault(kind, Entry(kind, word))

    codes: dict[frozenset[str], int] = {}
    classes: dict[bytes, str] = {b"": EMPTY_WORD}
    for word, by_category in entries.items():
        categories = frozenset(by_category)
        code = codes.setdefault(categories, _FIRST_CLASS + len(codes))
        classes[word] = BARE + chr(code)
    for word in list(classes):
        if word not in policies:
            continue
        code_of_word = classes[word][1]
        for attached, prefix in _with_clitics(word, policies[word]):
            if attached not in classes:
                classes[attached] = prefix + code_of_word
                entries[attached] = entries[word]
    members: dict[str, str] = {}
    for categories, code in codes.items():
        for category in categories:
            members[category] = members.get(category, "") + chr(code)
    return Lexicon(classes, entries, members, phrases, dated_names, known_days)

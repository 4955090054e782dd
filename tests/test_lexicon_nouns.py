"""The lists of nouns and adjectives are well-formed: «حرب/حروب+f», one entry a word and class."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources

import pytest

from timeline.syntax.declension import adjective_forms, noun_forms

CLASSES = {
    "person", "people", "force", "body", "media", "state", "place", "building", "vehicle", "weapon", "document",
    "speech", "gathering", "violence", "suffering", "act", "time", "measure", "money", "thing", "nature", "body_part",
    "art",
    "sport", "abstract", "part",
}  # fmt: skip
ENTRY = re.compile(r"[ء-غف-ي\u0651]{2,}(/[ء-غف-ي\u0651]{2,})*(\+(f|m|any))?")


def _tables(name: str) -> dict[str, dict[str, str]]:
    source = resources.files("timeline.lexicon") / "ar" / "syntax" / name
    return tomllib.loads(source.read_text("utf-8"))


def _heads(words: str) -> Iterator[str]:
    return (entry.partition("+")[0].split("/")[0] for entry in words.split())


NOUNS, ADJECTIVES = _tables("nouns.toml"), _tables("adjectives.toml")
LISTS = [pytest.param(table["words"], id=name) for tables in (NOUNS, ADJECTIVES) for name, table in tables.items()]


def test_only_the_classes_that_the_syntax_knows() -> None:
    assert set(NOUNS) == CLASSES
    assert set(ADJECTIVES) == {"adjective", "ordinal", "elative"}
    assert all(set(table) == {"words"} for table in (*NOUNS.values(), *ADJECTIVES.values()))


@pytest.mark.parametrize("words", LISTS)
def test_entries_are_well_formed(words: str) -> None:
    assert [entry for entry in words.split() if not ENTRY.fullmatch(entry)] == []


@pytest.mark.parametrize("words", LISTS)
def test_a_word_stands_once_in_its_class(words: str) -> None:
    assert [word for word, count in Counter(_heads(words)).items() if count > 1] == []


def test_a_plural_is_given_once() -> None:
    entries = [entry.partition("+")[0].split("/") for table in NOUNS.values() for entry in table["words"].split()]
    assert [entry for entry in entries if len(set(entry)) < len(entry)] == []


def test_a_word_of_several_classes_has_one_gender() -> None:
    marks: dict[str, set[str]] = {}
    for table in NOUNS.values():
        for entry in table["words"].split():
            head, _, mark = entry.partition("+")
            marks.setdefault(head.split("/")[0], set()).add(mark)
    assert {word for word, found in marks.items() if {"f", "m"} <= found} == set()


def test_masculine_adjectives_head_their_entries() -> None:
    assert [word for word in _heads(ADJECTIVES["adjective"]["words"]) if word.endswith("ة")] == []


def test_what_acts_and_what_is_struck_is_told_apart() -> None:
    heads = {name: set(_heads(table["words"])) for name, table in NOUNS.items()}
    assert {"وزير", "رئيس", "ناطق"} <= heads["person"]
    assert {"جيش", "مسلح", "كتيبة"} <= heads["force"]
    assert {"سفارة", "جسر", "مقر"} <= heads["building"]
    assert {"هجوم", "غارة", "معركة", "حرب"} <= heads["violence"]
    assert not heads["force"] & (heads["document"] | heads["speech"] | heads["time"])


def test_the_forms_follow() -> None:
    assert {"مسلحون", "مسلحو", "مسلحين"} <= set(noun_forms("مسلح", person=True))
    assert {"حرب", "حروب", "حربين"} <= set(noun_forms("حرب", ("حروب",), gender="f"))
    assert {"كبير", "كبيره", "كبار"} <= set(adjective_forms("كبير", ("كبار",)))
    assert {"اكبر", "كبري", "اكابر"} <= set(adjective_forms("أكبر", ("كبرى", "أكابر")))

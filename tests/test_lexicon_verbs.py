"""The verbs of the syntactic lexicon: the file's form, its reach, and what its rule makes of «-»."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from timeline.lexicon.conjugation import present_of, verb_forms
from timeline.text.spelling import fold

FATHA = "\u064e"
SHADDA = "\u0651"
TAKES = frozenset(
    ("object", "objects", "none", "أن", "إلى", "على", "عن", "من", "ب", "ل", "في", "مع", "بين", "ضد", "حول", "في يد"),
)


def read(*path: str) -> dict:
    return tomllib.loads(resources.files("timeline.lexicon").joinpath("ar", *path).read_text("utf-8"))


VERBS: dict[str, str] = read("syntax", "verbs.toml")["verbs"]
FIELDS = {past: [part.strip() for part in value.split(";")] for past, value in VERBS.items()}


def test_every_line_has_three_fields():
    assert [past for past, fields in FIELDS.items() if len(fields) != 3 or not all(fields)] == []


def test_a_verb_takes_only_what_the_syntax_knows():
    wrong = {}
    for past, (_, _, takes) in FIELDS.items():
        given = [each.strip() for each in takes.split(",")]
        if not set(given) <= TAKES or len(set(given)) != len(given) or ("none" in given and len(given) > 1):
            wrong[past] = takes
    assert wrong == {}


def test_no_verb_stands_twice():
    """TOML refuses a key twice; two keys are spelled alike only where a shadda tells them apart («قدم», «قدّم»)."""
    groups: dict[str, list[str]] = {}
    for past in VERBS:
        groups.setdefault(past.replace(SHADDA, ""), []).append(past)
    assert [pasts for pasts in groups.values() if len(pasts) > 2] == []


def test_presents_begin_with_ya():
    wrong = [past for past, (present, *_) in FIELDS.items() if past != "ليس" and present != "-" and present[0] != "ي"]
    assert wrong == []


def test_a_given_present_is_no_longer_than_its_verb_allows():
    """A present is ي and the letters of the past, with the vowels changed: one that shares no consonant is a slip."""
    weak = set("اويىأإآئؤء" + SHADDA + FATHA)
    slips = []
    for past, (present, *_) in FIELDS.items():
        if present != "-" and not set(past) - weak <= set(present):
            slips.append(past)
    assert slips == []


@pytest.mark.parametrize("past", [past for past in VERBS if FIELDS[past][0] == "-"])
def test_the_rule_is_only_asked_for_verbs_that_it_knows(past):
    """«-» is for derived verbs: three bare letters have a vowel that the spelling hides («قال», «وصف»)."""
    assert len(fold(past)) > 3 or SHADDA in past
    assert present_of(past)[0] == "ي"
    if fold(past).startswith("ا") and past.endswith(SHADDA):  # «أعدّ»: the rule would take it for «أكّد»
        assert len(fold(past)) > 3
    if past.endswith("أ"):  # «هدّأ» has «يهدئ», only «تنبّأ» keeps its alef
        assert past.startswith("ت")


def test_the_light_verbs_of_events_are_here():
    """A frame's word that is no verb here is a noun; a light verb has to be one."""
    known = {fold(past) for past in VERBS}
    assert [past for past in read("frames", "light.toml")["light"] if fold(past) not in known] == []


@pytest.mark.parametrize(
    "word",
    ["يوم", "أمس", "غدا", "أوت", "غشت", "إلى", "وفي", "ابن", "قطر", "تشاد", "عام", "شهر", "أشهر"],
)
def test_no_rare_verb_is_read_into_words_that_every_report_has(word):
    found = []
    for past, (present, *_) in FIELDS.items():
        forms = verb_forms(past, None if present == "-" else present)
        if any(not each.passive and each.person == 3 for each in forms.get(fold(word), ())):
            found.append(past)
    assert found == []


@pytest.mark.parametrize(
    ("past", "needs"),
    [
        ("قصف", {"object"}), ("سيطر", {"على"}), ("التقى", {"object"}), ("انفجر", {"none", "في", "ب"}),
        ("أعطى", {"objects"}), ("طالب", {"ب", "object"}), ("أكّد", {"object", "أن"}), ("وصل", {"إلى"}),
    ],
)  # fmt: skip
def test_what_common_verbs_take(past, needs):
    assert {each.strip() for each in FIELDS[past][2].split(",")} & needs

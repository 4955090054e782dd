"""Names of persons, titles and gazetteers are well-formed: «جون», «لواء/ألوية», «عبد الفتاح» and «عبدالفتاح»."""

import re
import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

import timeline
from timeline.lexicon.gazetteer import gazetteer
from timeline.syntax.lexicon import words
from timeline.text.spelling import fold

WORD = re.compile(r"[ء-غف-ي\u0651]{2,}")
GAZETTEERS = ("persons.toml", "organizations.toml", "groups.toml")


def _read(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("timeline.lexicon") / "ar" / folder / name).read_text("utf-8"))


def _entries(name: str) -> dict[str, dict[str, Any]]:
    return {key: row for key, row in _read("events", name).items() if key != "source"}


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", " ").replace("-", " ").split())


def _twice(found: list[Any]) -> list[Any]:
    return [each for each, count in Counter(found).items() if count > 1]


# ---- names of persons ------------------------------------------------------------------------------------------------

NAMES = {table: row["words"].split() for table, row in _read("syntax", "names.toml").items()}
ENOUGH = {
    "given_male": 1500, "given_female": 600, "family": 2500, "second": 60, "common": 500, "particles": 25,
    "beginning": 2,
}  # fmt: skip


def test_the_tables_of_names() -> None:
    assert {table: len(words) >= ENOUGH[table] for table, words in NAMES.items()} == dict.fromkeys(ENOUGH, True)


@pytest.mark.parametrize("table", NAMES)
def test_a_name_is_one_word_and_stands_once(table: str) -> None:
    assert [word for word in NAMES[table] if not WORD.fullmatch(word)] == []
    assert _twice([fold(word) for word in NAMES[table]]) == []


def test_common_words_are_names() -> None:
    known = {fold(word) for table in ("given_male", "given_female", "family") for word in NAMES[table]}
    assert [word for word in NAMES["common"] if fold(word) not in known] == []


@pytest.mark.parametrize("word", ["صباح", "عمر", "سلام", "أمل", "المصري", "ناصر"])
def test_a_name_that_is_a_word_besides_is_marked(word: str) -> None:
    assert word in NAMES["common"]


@pytest.mark.parametrize("word", ["من", "في", "إلى", "بلا", "لو", "غير", "دور", "قال", "الجديدة", "الشرقية"])
def test_a_word_of_grammar_is_no_name(word: str) -> None:
    assert [table for table in NAMES if fold(word) in map(fold, NAMES[table])] == []


# ---- titles ----------------------------------------------------------------------------------------------------------

TITLES = {table: row["words"].strip().split("\n") for table, row in _read("syntax", "titles.toml").items()}
PHRASES = {"phrase"}


def test_the_tables_of_titles() -> None:
    assert set(TITLES) == {"honorific", "wish", "rank", "phrase", "office"}


@pytest.mark.parametrize("table", TITLES)
def test_an_entry_stands_once_and_is_printed_with_letters(table: str) -> None:
    entries = TITLES[table]
    assert _twice(entries) == []
    forms = [form for entry in entries for form in entry.split("/")]
    assert [form for form in forms if not all(WORD.fullmatch(word) for word in form.split(" "))] == []


@pytest.mark.parametrize("table", ["rank", "office"])
def test_single_words_are_single(table: str) -> None:
    assert [entry for entry in TITLES[table] if " " in entry] == []


@pytest.mark.parametrize("table", sorted(PHRASES))
def test_phrases_are_phrases(table: str) -> None:
    assert [entry for entry in TITLES[table] if not all(" " in form for form in entry.split("/"))] == []


@pytest.mark.parametrize("table", ["rank", "office"])
def test_the_syntax_knows_every_title(table: str) -> None:
    titled = {key for key, lemmas in words().nouns.items() if any("title" in lemma.classes for lemma in lemmas)}
    assert [entry for entry in TITLES[table] if fold(entry.split("/")[0]) not in titled] == []


@pytest.mark.parametrize("word", ["سيادة", "السير", "الأخ", "دولة"])
def test_what_mostly_means_something_else_is_no_honorific(word: str) -> None:
    assert word not in TITLES["honorific"]


# ---- gazetteers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", GAZETTEERS)
def test_common_aliases_are_aliases(file: str) -> None:
    assert [
        name for name, row in _entries(file).items() if not set(row.get("common", ())) <= set(row.get("aliases", ()))
    ] == []


@pytest.mark.parametrize("file", GAZETTEERS)
def test_no_entry_repeats_a_spelling(file: str) -> None:
    entries = _entries(file)
    repeated = {name: _twice([name, *row.get("aliases", ())]) for name, row in entries.items()}
    assert {name: found for name, found in repeated.items() if found} == {}


def test_no_spelling_names_two_persons() -> None:
    entries = _entries("persons.toml")
    assert _twice([_key(each) for name, row in entries.items() for each in (name, *row.get("aliases", ()))]) == []


def test_names_with_servant_of_stand_in_both_spellings() -> None:
    """«عبد الفتاح السيسي» and «عبدالفتاح السيسي»."""
    for name, row in _entries("persons.toml").items():
        if re.search(r"(?<!\S)عبد ال", name):
            assert re.sub(r"(?<!\S)عبد (?=ال)", "عبد", name) in row["aliases"], name


def test_a_spelling_is_written_with_letters() -> None:
    """No doubled spaces, no foreign letters of the look of Arabic ones (ی, ک)."""
    for file in GAZETTEERS:
        for name, row in _entries(file).items():
            for each in (name, *row.get("aliases", ())):
                assert "  " not in each, each
                assert not set(each) & set("یکھە\u200c\u200f\u0640"), each


def test_a_place_lies_in_a_place_that_is_there() -> None:
    known = {
        entity.name for rows in gazetteer().names.values() for _, entity in rows if entity.kind in ("place", "capital")
    }
    spelled = {(first, *rest) for first, rows in gazetteer().names.items() for rest, _ in rows}
    places = [row for rows in _entries("places.toml").values() for row in rows.values()]
    lost = {row["parent"] for row in places if "parent" in row} - known
    assert {parent for parent in lost if _key(parent) not in spelled} == set()


@pytest.mark.parametrize(
    ("nationality", "country"),
    [
        ("أتراك", "TUR"), ("روس", "RUS"), ("ألمان", "DEU"), ("إنجليز", "GBR"), ("أفغان", "AFG"), ("هنود", "IND"),
        ("مغاربة", "MAR"), ("أمريكي", "USA"), ("أميركي", "USA"), ("الفرنسيون", "FRA"), ("الإماراتية", "ARE"),
        ("البورمي", "MMR"), ("اليمنيين", "YEM"), ("الألمانية", "DEU"),
    ],
)  # fmt: skip
def test_nationalities(nationality: str, country: str) -> None:
    assert gazetteer().nisba[fold(nationality)].country == country


@pytest.mark.parametrize("people", ["كردي", "أكراد", "عربي", "عرب", "أوروبي", "تركمان", "أمازيغ", "مالي", "قمري"])
def test_peoples_without_a_state_and_common_words_are_no_nationalities(people: str) -> None:
    assert fold(people) not in gazetteer().nisba


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("أميركا", "USA"), ("الولايات المتحدة الأمريكية", "USA"), ("المملكة المتحدة", "GBR"), ("الإمارات", "ARE"),
        ("السعودية", "SAU"), ("الاتحاد الروسي", "RUS"), ("ميانمار", "MMR"), ("ألمانيا", "DEU"), ("اليمن", "YEM"),
    ],
)  # fmt: skip
def test_short_and_long_names_of_states(name: str, country: str) -> None:
    first, *rest = _key(name)
    assert [entity.country for words, entity in gazetteer().names[first] if words == tuple(rest)] == [country]


@pytest.mark.parametrize("word", ["مالية", "قبائل", "القبائل", "إطار", "عالية", "المطلة", "بشري", "الاتحادية", "دورا"])
def test_common_words_are_no_places(word: str) -> None:
    assert [entity.name for words, entity in gazetteer().names.get(fold(word), ()) if not words] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("زار رجب طيب #أردوغان الدوحة أمس.", "رجب طيب أردوغان"),
        ("وصل كيم جونغ-أون إلى هانوي أمس.", "كيم جونغ أون"),
        ('أعلن تنظيم "الدولة الإسلامية" انسحابه من البلدة.', "تنظيم الدولة الإسلامية"),
        ("رحبت حركة «حماس» بالقرار.", "حماس"),
        ('قالت جماعة "أنصار البحر" إن الاتفاق وشيك.', "جماعة أنصار البحر"),
        ('أعلن تنظيم "الدولة الإسلامية"، أمس، انسحابه.', "تنظيم الدولة الإسلامية"),
    ],
)
def test_signs_within_a_name_do_not_part_it(text, named):
    actors = {actor.name for event in timeline.extract(timeline.Document(text, "2024-05-15")) for actor in event.actors}
    assert named in actors, actors


def test_a_name_takes_no_word_out_of_a_quotation_that_goes_on():
    text = 'رحبت حركة "حماس الفلسطينية الكبرى" بالقرار.'
    (event,) = timeline.extract(timeline.Document(text, "2024-05-15"))
    assert [actor.text.split()[-1] for actor in event.actors] == ["الكبرى"]


def test_two_full_names_in_a_row_are_two():
    (event,) = timeline.extract(timeline.Document("التقى دونالد ترامب كيم جونغ أون أمس.", "2024-05-15"))
    assert {actor.name for actor in event.actors} == {"دونالد ترامب", "كيم جونغ أون"}

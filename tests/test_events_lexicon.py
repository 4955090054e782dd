"""The lexicon of events: what it holds, and that users can add to it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from timeline.documents.model import Document
from timeline.errors import TimelineError
from timeline.events.extract import extract
from timeline.events.lexicon import build, tables
from timeline.events.model import EventType


def entities():
    return {entity for entries in tables().names.values() for _, entity in entries}


def test_every_country_has_a_code_and_an_english_name():
    countries = {entity.country: entity for entity in entities() if entity.kind == "country"}
    assert len(countries) > 240
    assert all(re.fullmatch("[A-Z]{3}", code) and countries[code].name_en for code in countries)


def test_country_names_are_those_of_cldr():
    babel = pytest.importorskip("babel")
    aliases = babel.core.get_global("territory_aliases")
    english = babel.Locale("en").territories
    # Names that newspapers print otherwise than CLDR.
    for entity in entities():
        if entity.kind != "country" or entity.country == "XKX":
            continue
        (alpha2,) = aliases[entity.country]
        assert entity.name_en == english[alpha2], entity


def test_wikidata_items_are_items():
    assert all(re.fullmatch(r"Q\d+", entity.wikidata) for entity in entities() if entity.wikidata)


def test_every_name_has_a_source():
    assert all(entity.source for entity in entities())
    (aleppo,) = {entity for entity in entities() if entity.name_en == "Aleppo"}
    assert aleppo.source == "GeoNames 170063"


def test_no_two_places_share_a_number_of_geonames():
    numbers: dict[str, set[str]] = {}
    for entity in entities():
        if entity.source and entity.source.startswith("GeoNames "):
            numbers.setdefault(entity.source, set()).add(entity.name)
    assert {source: names for source, names in numbers.items() if len(names) > 1} == {}


def test_every_subtype_that_an_entry_names_is_described():
    lexicon = tables()
    for readings in (*lexicon.verbs.values(), *lexicon.nouns.values()):
        for lemma, _ in readings:
            assert lemma.subtype in lexicon.subtypes, lemma.name


def test_neutral_statements_have_no_plover_code_and_attacks_have():
    _, neutral = tables().subtypes["statement"]
    assert neutral.plover_event is None
    assert neutral.acled is None
    _, airstrike = tables().subtypes["airstrike"]
    assert (airstrike.plover_event, airstrike.plover_mode) == ("ASSAULT", "aerial")


def test_users_add_words_and_names(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        '[offensive.assault.verbs]\n"باغت" = { roles = { object = "target" } }\n'
        '[names]\n"لواء النسور" = { en = "Eagles Brigade", country = "SYR", code = "SYRREB" }\n',
        "utf-8",
    )
    (event,) = extract(Document("باغت لواء النسور الحامية.", dt.date(2024, 12, 3)), [], lexicon=build([path]))
    assert event.type is EventType.OFFENSIVE
    assert [actor.name_en for actor in event.actors] == ["Eagles Brigade"]


def test_a_misspelled_key_is_named(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[statement.statement.verbs]\n"همهم" = { neds = ["ان"] }\n', encoding="utf-8")
    with pytest.raises(TimelineError, match=r"'همهم'.*'neds'.*accepted: .*needs"):
        build([path])


def test_a_broken_addition_is_named(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("= no", "utf-8")
    with pytest.raises(TimelineError, match=r"broken\.toml"):
        build([path])

"""The lexicon of events: what it holds, and that users can add to it."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

import pytest

from timeline.documents.model import Document
from timeline.errors import TimelineError
from timeline.events.engine import extract
from timeline.events.model import EventType
from timeline.events.valency import build, frames
from timeline.lexicon import gazetteer as names
from timeline.syntax.analyse import sentence
from timeline.syntax.words import Vocabulary


def entities():
    return {entity for entries in names.gazetteer().names.values() for _, entity in entries}


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


def test_every_kind_has_its_codes():
    lexicon = frames()
    assert {frame.subtype for frame in lexicon.all()} - {"none"} <= set(lexicon.kinds)


def test_neutral_statements_have_no_plover_code_and_attacks_have():
    _, neutral = frames().kinds["statement"]
    assert neutral.plover_event is None
    assert neutral.acled is None
    _, airstrike = frames().kinds["airstrike"]
    assert (airstrike.plover_event, airstrike.plover_mode) == ("ASSAULT", "aerial")


def test_users_add_frames_and_names(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        '[offensive.assault.frames]\n"أربك" = "agent:armed, target:force!; example: أربك المقاتلون الحامية"\n'
        '[names]\n"لواء النسور" = { en = "Eagles Brigade", country = "SYR", code = "SYRREB" }\n',
        "utf-8",
    )
    document = Document("أربك لواء النسور الحامية.", dt.date(2024, 12, 3))
    assert extract(document, []) == []
    stage = partial(sentence, known=Vocabulary(names=names.build([path])))
    (event,) = extract(document, [], lexicon=build([path]), stage=stage)
    assert event.type is EventType.OFFENSIVE
    assert ("Eagles Brigade", "agent") in [(actor.name_en, actor.role) for actor in event.actors]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('"همهم" = "speker"', r"'همهم'.*'speker' is no slot.*speaker"),
        ('"همهم" = "speaker; week"', r"'همهم'.*'week' is no flag; accepted: .*weak"),
    ],
)
def test_a_misspelled_part_of_a_frame_is_named(tmp_path, line, named):
    path = tmp_path / "mine.toml"
    path.write_text(f"[statement.statement.frames]\n{line}\n", encoding="utf-8")
    with pytest.raises(TimelineError, match=named):
        build([path])


@pytest.mark.parametrize("read", [build, names.build], ids=["frames", "names"])
def test_a_broken_addition_is_named(tmp_path, read):
    path = tmp_path / "broken.toml"
    path.write_text("= no", "utf-8")
    with pytest.raises(TimelineError, match=r"broken\.toml"):
        read([path])

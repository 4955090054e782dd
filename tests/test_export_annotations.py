"""TimeML, inline TIMEX3, brat and spaCy: what is marked in a text stands where it is said to stand."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from attrs import evolve
from examples_of_events import actor, document, event, quiet, rough_timelines
from hypothesis import given, settings
from lxml import etree

import timeline.spacy
from timeline.chronology.timeline import Timeline
from timeline.errors import FormatError, TimelineWarning
from timeline.events.model import Mention
from timeline.export.plain import writable
from timeline.export.timex3 import load
from timeline.pipeline import build

ROOT = Path(__file__).parents[1]
DTD = etree.DTD(file=str(ROOT / "tests" / "timeml-1.2.1.dtd"))
TEXT = (
    "زار وزير الخارجية الإيراني عباس عراقجي أنقرة أمس الاثنين. وقال عراقجي إن الزيارة «مثمرة».\n"
    "وشن الجيش السوري هجوما على مدينة حماة منذ الأربعاء، ولم يقصف مدينة حلب في 29 نوفمبر."
)


@pytest.fixture(scope="module")
def chronology():
    return build(document("d1", text=TEXT))


@pytest.fixture(scope="module")
def seeds():
    return build([ROOT / "seeds"])


# ---- TimeML and TIMEX3 -----------------------------------------------------------------------------------------------


def parsed(text):
    return etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False))


def test_timeml_is_valid_and_says_who_stands_how_to_when(chronology):
    ((name, text),) = chronology.to_timeml().items()
    root = parsed(text)
    assert name == "d1.tml"
    assert DTD.validate(root), DTD.error_log
    assert load(text)[0].startswith(TEXT)
    words = {each.get("eid"): each.text for each in root.iter("EVENT")}
    dates = {each.get("tid"): (each.text, each.get("value")) for each in root.iter("TIMEX3")}
    instances = {each.get("eiid"): words[each.get("eventID")] for each in root.iter("MAKEINSTANCE")}
    links = {
        (instances[each.get("eventInstanceID")], each.get("relType"), *dates[each.get("relatedToTime")])
        for each in root.iter("TLINK")
        if each.get("relatedToTime")
    }
    assert dates["t0"] == (None, "2024-12-03")
    assert ("زار", "IS_INCLUDED", "أمس الاثنين", "2024-12-02") in links
    assert ("هجوما", "BEGUN_BY", "الأربعاء", "2024-11-27") in links
    assert {each.text for each in root.iter("SIGNAL")} == {"منذ"}
    denied = [each for each in root.iter("MAKEINSTANCE") if each.get("polarity") == "NEG"]
    assert [instances[each.get("eiid")] for each in denied] == ["يقصف"]
    assert [each.get("class") for each in root.iter("EVENT") if each.text == "قال"] == ["REPORTING"]


def test_every_report_of_the_seeds_is_valid_timeml_and_keeps_its_text(seeds, tmp_path):
    files = quiet(seeds.to_timeml, tmp_path)
    assert len(files) == len(seeds.documents)
    for (name, text), report in zip(files.items(), seeds.documents.values(), strict=True):
        assert DTD.validate(etree.parse(tmp_path / name)), DTD.error_log
        assert load(text)[0].startswith(report.text)


@settings(max_examples=50, deadline=None)
@given(rough_timelines())
def test_no_text_becomes_markup(chronology):
    for files in (quiet(chronology.to_timeml), quiet(chronology.to_timex3)):
        for text, report in zip(files.values(), chronology.documents.values(), strict=True):
            assert DTD.validate(parsed(text)), DTD.error_log
            held = writable(report.text)
            read = load(text)[0][: len(held)]
            assert all(one in {other, "\ufffd"} for one, other in zip(read, held, strict=True))


def test_inline_dates_stand_where_they_stood(seeds):
    for text, report in zip(seeds.to_timex3().values(), seeds.documents.values(), strict=True):
        read, tags = load(text)
        assert read.rstrip("\n") == report.text.rstrip("\n")
        assert all(tag.name == "TIMEX3" for tag in tags)
        spoken = [tag for tag in tags if tag.attributes["tid"] != "t0"]
        assert all(report.text[tag.start : tag.end].strip() for tag in spoken)
        assert [tag.start for tag in spoken] == sorted(tag.start for tag in spoken)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<TimeML>", "no XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><TimeML>&a;</TimeML>', "not read"),
        ('<!DOCTYPE x SYSTEM "x" [ ]><TimeML/>', "not read"),
    ],
)
def test_what_is_no_annotated_text_is_refused(text, said):
    with pytest.raises(FormatError, match=said):
        load(text)


# ---- brat ------------------------------------------------------------------------------------------------------------


def read_brat(text, annotations):
    """Standoff as brat reads it: spans checked against the text, arguments against the spans."""
    spans, events = {}, {}
    for line in annotations.split("\n")[:-1]:
        name, said, *rest = line.split("\t")
        if name.startswith("T"):
            label, places = said.split(" ", 1)
            parts = [tuple(map(int, each.split(" "))) for each in places.split(";")]
            assert " ".join(text[start:end] for start, end in parts) == rest[0]
            spans[name] = (label, rest[0])
        elif name.startswith("E"):
            (kind, trigger), *arguments = (each.split(":") for each in said.split(" "))
            events[name] = (kind, spans[trigger][1], {role: spans[one] for role, one in arguments})
        elif name.startswith("A"):
            _, about, _ = said.split(" ")
            assert about in events
        elif name.startswith(("N", "#")):
            assert said.split(" ")[1] in events | spans
        else:
            assert name.startswith("R")
            assert {each.split(":")[1] for each in said.split(" ")[1:]} <= set(events)
    return spans, events


def test_brat_has_acts_with_their_arguments(chronology):
    files = chronology.to_brat()
    assert files["d1.txt"] == TEXT
    spans, events = read_brat(files["d1.txt"], files["d1.ann"])
    assert ("Time", "أمس الاثنين") in spans.values()
    visit = next(each for each in events.values() if each[:2] == ("Meeting", "زار"))
    assert visit[2]["Time"] == ("Time", "أمس الاثنين")
    assert any(text.endswith("عباس عراقجي") for label, text in visit[2].values() if label == "Actor")
    assert "Modality E" in files["d1.ann"]


def test_all_spans_of_the_seeds_hold_their_words(seeds, tmp_path):
    files = quiet(seeds.to_brat, tmp_path)
    texts = [name for name in files if name.endswith(".txt")]
    assert len(texts) == len(seeds.documents)
    for name in texts:
        text = (tmp_path / name).read_bytes().decode()
        _, events = read_brat(text, (tmp_path / name).with_suffix(".ann").read_bytes().decode())
        assert text in {report.text for report in seeds.documents.values()}
    assert "[events]" in (tmp_path / "annotation.conf").read_text("utf-8")
    assert events


@settings(max_examples=50, deadline=None)
@given(rough_timelines())
def test_offsets_are_right_in_rough_texts(chronology):
    files = quiet(chronology.to_brat)
    for name, text in files.items():
        if name.endswith(".txt"):
            read_brat(text, files[name.replace(".txt", ".ann")])


def test_a_span_that_does_not_hold_its_words_is_left_out_and_counted():
    elsewhere = event("a", actors=(actor("TUR"),), mentions=(Mention("d1", (0, 9), (0, 3)),))
    with pytest.warns(TimelineWarning, match="brat: 1 × spans that do not hold their words"):
        files = Timeline([elsewhere], [document("d1")]).to_brat()
    assert "Actor" not in files["d1.ann"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "con", "", "نص", "a" * 300, "x\0y", "A", "a."])
def test_no_id_becomes_a_path(name, tmp_path):
    report = evolve(document("d1"), id=name or "d1")
    quiet(Timeline([], {name: report}).to_brat, tmp_path / "out")
    quiet(Timeline([], {name: report}).to_timeml, tmp_path / "out")
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(made) == 5
    assert all(path.isascii() and len(path) < 70 for path in made)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


# ---- spaCy -----------------------------------------------------------------------------------------------------------


def test_the_component_sets_spans_and_extensions():
    nlp = spacy.blank("ar")
    nlp.add_pipe(timeline.spacy.NAME, config={"published": "2024-12-03"})
    doc = nlp(TEXT)
    assert ("أمس الاثنين", "DATE", "2024-12-02") in [
        (each.text, each.label_, each._.timex3) for each in doc.spans["dates"]
    ]
    assert ("زار", "MEETING") in [(each.text, each.label_) for each in doc.spans["events"]]
    assert {each.label_ for each in doc.ents} == {"DATE", "ACTOR", "PLACE"}
    assert doc.spans["dates"][0]._.intervals
    assert doc.spans["dates"][0]._.edtf == "2024-12-02"
    assert {each.type.value for each in doc._.events} == {"meeting", "offensive", "statement"}
    assert len(doc.spans["sc"]) == sum(len(doc.spans[name]) for name in ("dates", "events", "actors", "places"))


def test_each_doc_may_have_its_own_day_of_printing():
    nlp = spacy.blank("ar")
    nlp.add_pipe(timeline.spacy.NAME)
    days = []
    for published in ("2024-12-03", "2023-01-01"):
        doc = nlp.make_doc("زار الوزير أنقرة أمس.")
        doc._.published = published
        days.append(nlp(doc).spans["dates"][0]._.timex3)
    assert days == ["2024-12-02", "2022-12-31"]


def test_spacy_finds_the_component_by_the_entry_point_of_the_package(tmp_path):
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["spacy_factories"]
    info = tmp_path / "told-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: told\nVersion: 1\n")
    lines = "".join(f"{name} = {place}\n" for name, place in points.items())
    (info / "entry_points.txt").write_text(f"[spacy_factories]\n{lines}")
    code = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import spacy; nlp = spacy.blank('ar');"
        "nlp.add_pipe('diplomatic_timeline'); print(len(nlp('يوم 3 مايو 2021').spans['dates']))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout == "1\n", ran.stderr


def test_training_data_are_read_back_from_disk(seeds, tmp_path):
    with pytest.warns(TimelineWarning, match="spaCy: .* × spans widened to whole tokens"):
        seeds.to_spacy(tmp_path / "seeds.spacy")
    nlp = spacy.blank("ar")
    docs = list(spacy.tokens.DocBin().from_disk(tmp_path / "seeds.spacy").get_docs(nlp.vocab))
    assert [doc.text for doc in docs] == [report.text for report in seeds.documents.values()]
    labels = {span.label_ for doc in docs for span in doc.spans["events"]}
    assert labels == {"MEETING", "OFFENSIVE", "STATEMENT"}
    assert any(doc.ents for doc in docs)


def test_training_data_train(seeds):
    nlp = spacy.blank("ar")
    nlp.add_pipe("ner")
    docs = list(quiet(seeds.to_spacy).get_docs(nlp.vocab))[:3]
    examples = [spacy.training.Example(nlp.make_doc(doc.text), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    assert set(nlp.get_pipe("ner").labels) == {"DATE", "ACTOR", "PLACE"}


@settings(max_examples=30, deadline=None)
@given(rough_timelines())
def test_rough_texts_do_not_stop_spacy(chronology):
    made = quiet(chronology.to_spacy)
    assert len(made) == len(chronology.documents)

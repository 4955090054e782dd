"""`import timeline`: what is public, and that nothing is loaded before it is used."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
NAMES = {
    "parse", "find", "read", "Document", "extract", "build", "TimeExpression", "Interval", "Event", "EventType",
    "Modality", "Timeline", "TimelineError", "ParseError", "CorrectionError", "DateError",
    "DocumentError", "FormatError", "OptionError",
    "RuleError", "MissingExtraError", "TimelineWarning",
}  # fmt: skip
REPORT = (
    "اجتمع وزير الخارجية التركي هاكان فيدان مع نظيره الأردني أيمن الصفدي في أنقرة أمس.\n\n"
    "وشن الجيش السوري هجوما على مدينة حماة الأحد."
)


def python(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_the_public_names():
    assert set(timeline.__all__) == NAMES
    assert set(dir(timeline)) >= NAMES
    for name in NAMES:
        assert getattr(timeline, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'search'"):
        timeline.search  # noqa: B018


def test_every_error_is_a_timeline_error():
    for name in NAMES:
        if name.endswith("Error"):
            assert issubclass(getattr(timeline, name), timeline.TimelineError)


def test_importing_loads_nothing():
    heavy = (
        "{'attrs', 'attr', 'plotly', 'dateparser', 'pendulum', 'cattrs', 'pandas', 'pyarrow', 'click', 'tomllib', 're'}"
    )
    code = (
        f"import sys; before = set(sys.modules); import timeline; print(sorted(({heavy} & set(sys.modules)) - before))"
    )
    assert python(code) == "[]"


def test_reading_dates_loads_nothing_that_draws_or_reads_metadata():
    heavy = "{'plotly', 'dateparser', 'cattrs', 'pandas', 'pyarrow', 'narwhals', 'click'}"
    code = f"import sys, timeline; timeline.find('عام 2017'); print(sorted({heavy} & set(sys.modules)))"
    assert python(code) == "[]"


def test_the_version_is_that_of_the_distribution():
    try:
        installed = version("diplomatic-timeline")
    except ImportError:
        pytest.skip("run from the source tree, not installed")
    assert timeline.__version__ == installed


def test_a_report_from_text_to_timeline():
    document = timeline.Document(REPORT, "2024-12-03", source="جريدة")
    events = timeline.extract(document)
    assert {event.type for event in events} >= {timeline.EventType.MEETING, timeline.EventType.OFFENSIVE}
    chronology = timeline.build(document)
    assert isinstance(chronology, timeline.Timeline)
    (met,) = chronology.only(type="meeting")
    assert met.when == (timeline.Interval("2024-12-02", "2024-12-03"),)
    assert {actor.country for actor in met.actors} >= {"JOR", "TUR"}
    for mention in met.mentions:
        start, end = mention.trigger
        assert chronology.documents[mention.document].text[start:end] == "اجتمع"


def test_sources_of_every_kind_give_the_same(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    expected = timeline.build(timeline.Document(REPORT, "2024-12-03"))
    for source in (REPORT, path, str(path), tmp_path, [path], [REPORT]):
        found = timeline.build(source, published="2024-12-03")
        assert [(event.type, event.when, event.headline) for event in found] == [
            (event.type, event.when, event.headline) for event in expected
        ]


def test_the_same_report_twice_is_read_once():
    document = timeline.Document(REPORT, "2024-12-03")
    assert timeline.build([document, document]) == timeline.build(document)


def test_two_reports_with_one_id_are_not_confused():
    first, second = timeline.Document(REPORT, "2024-12-03", id="x"), timeline.Document("نص آخر.", "2024-12-03", id="x")
    with pytest.warns(timeline.TimelineWarning, match="another report's"):
        assert timeline.build([first, second]) == timeline.build(first)


def test_what_several_tell_is_one_event():
    other = timeline.Document("وكالات\n\n" + REPORT, "2024-12-03", source="وكالة")
    both = timeline.build([timeline.Document(REPORT, "2024-12-03", source="جريدة"), other])
    (met,) = both.only(type="meeting")
    assert len({mention.document for mention in met.mentions}) == 2


def test_a_published_date_given_is_only_for_those_without():
    dated, bare = timeline.Document(REPORT, "2024-12-03"), timeline.Document(REPORT + " ")
    days = {document.published for document in timeline.build([dated, bare], published="2023-01-02").documents.values()}
    assert days == {dt.date(2024, 12, 3), dt.date(2023, 1, 2)}
    with pytest.raises(timeline.DateError, match="gestern"):
        timeline.build(dated, published="gestern")


def test_a_report_without_any_date_is_asked_for():
    with pytest.warns(timeline.TimelineWarning, match="no publication date for «اجتمع"):
        chronology = timeline.build(REPORT)
    assert all(not event.when for event in chronology)


def test_errors_are_warned_of_raised_or_handed_over(tmp_path):
    sources = [tmp_path / "gone.txt", timeline.Document(REPORT, "2024-12-03")]
    with pytest.warns(timeline.TimelineWarning, match=r"1 reports could not be read: .*gone.txt: no such file"):
        assert timeline.build(sources)
    with pytest.raises(timeline.DocumentError, match="no such file"):
        timeline.build(sources, on_error="raise")
    with pytest.raises(timeline.DocumentError, match="no such file"):
        timeline.build(sources[:1])
    errors = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert timeline.build([*sources, 5], on_error=errors.append)
    assert [type(error) for error in errors] == [timeline.DocumentError] * 2


def test_boilerplate_gives_no_events():
    aside = "شاهد أيضا\n\nالتقى وزير الخارجية الإيراني نظيره الصيني في بكين أمس"
    plain, full = (timeline.build(text, published="2024-12-03") for text in (REPORT, f"{REPORT}\n\n{aside}"))
    assert [(event.type, event.when, event.headline) for event in full] == [
        (event.type, event.when, event.headline) for event in plain
    ]
    assert not full.only(actor="CHN")


def test_the_seeds_make_a_timeline():
    chronology = timeline.build(SEEDS)
    assert len(chronology.documents) >= 12
    assert chronology.only(type="meeting", headline_worthy=True)
    assert timeline.Timeline.from_json(chronology.to_json()) == chronology


def test_every_offset_indexes_the_text_of_its_report():
    chronology = timeline.build(SEEDS)
    for event in chronology:
        for mention in event.mentions:
            document = chronology.documents[mention.document]
            assert 0 <= mention.sentence[0] <= mention.trigger[0] < mention.trigger[1] <= mention.sentence[1]
            assert mention.sentence[1] <= len(document.text)
            assert not any(start <= mention.trigger[0] < end for start, end in document.boilerplate)
        text = chronology.documents[event.mentions[0].document].text
        for named in (*event.actors, *event.places):
            assert text[named.start_char : named.end_char] == named.text


def test_ids_do_not_depend_on_the_run_or_on_the_order_of_the_reports():
    reports = timeline.build(SEEDS).documents.values()
    forward, backward = timeline.build(list(reports)), timeline.build(list(reports)[::-1])
    assert forward == backward
    code = "import timeline; print([event.id for event in timeline.build('seeds')])"
    assert python(code) == str([event.id for event in forward])

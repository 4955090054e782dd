"""What the commands export, explain, check and convert give, and how actors are named."""

from __future__ import annotations

import json

import pytest
from command_line import REPORT, ROOT, run
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.chronology.timeline import Timeline
from timeline.documents.read import read_all
from timeline.lexicon.asked import meant, nearest

BODY = REPORT.split("---\n")[2]


@pytest.fixture
def desk(tmp_path):
    """A folder with a report, and its timeline."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    timeline.build(tmp_path / "report.md").to_json(tmp_path / "all.json")
    return tmp_path


# ---- who is meant ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Turkey", "turkey", "Türkiye", "TUR", "tur", "تركيا", "تُركيا"])
def test_a_country_goes_by_all_its_names(desk, name):
    status, printed, _ = run("export", "all.json", "-o", "-", "--format", "jsonl", "--actor", name, cwd=desk)
    asked = Timeline.from_json(desk / "all.json").only(actor="TUR")
    assert asked
    assert status == 0
    assert printed == asked.to_jsonl()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Trukey", "no event has an actor Trukey; did you mean Turkey?"),
        ("فيدانن", "did you mean"),
        ("Peru", "no event has an actor Peru (بيرو, Peru, PER): it is a known name"),
        ("qqqqqq", "no event has an actor qqqqqq"),
    ],
)
def test_a_name_that_nothing_has_is_a_word_and_no_empty_page(desk, name, said):
    status, _, error = run("build", "report.md", "-o", "t.html", "--actor", name, cwd=desk)
    assert status == 1
    assert said in error
    assert error.count("\n") == 1
    assert not (desk / "t.html").exists()


def test_a_place_goes_by_its_names_too(desk):
    printed = [
        run("export", "all.json", "-o", "-", "--format", "jsonl", "--place", name, cwd=desk)[1]
        for name in ("أنقرة", "Ankara")
    ]
    assert printed[0] == printed[1] != ""
    assert run("export", "all.json", "-o", "t.ics", "--place", "Lima", cwd=desk)[0] == 1


def test_names_are_those_of_the_gazetteer():
    assert meant("America") is meant("الولايات المتحدة") is meant("USA") is not None
    assert meant("Hakan Fidan").name == "هاكان فيدان"
    assert meant("") is meant("   ") is None
    assert nearest("Trukey") == ["Turkey"]


@given(st.text())
def test_any_name_can_be_asked_for(name):
    assert meant(name) is None or meant(name).name
    assert timeline.Timeline().only(actor=name) == timeline.Timeline()


# ---- narrowing -------------------------------------------------------------------------------------------------------


def test_a_part_that_is_empty_is_told(desk):
    status, _, said = run("export", "all.json", "-o", "t.json", "--between", "1999", "1999", cwd=desk)
    assert status == 0
    assert "no event is left (before the choice: 2 events)" in said


# ---- export ----------------------------------------------------------------------------------------------------------


def test_a_timeline_in_a_file_is_what_reports_are(desk):
    for source in ("all.json", "report.md"):
        assert run("export", source, "-o", f"{source}.ics", "--corrections", "no.toml", cwd=desk)[0] == 1
        assert run("export", source, "-o", f"{source}.csv", cwd=desk)[0] == 0
    assert (desk / "all.json.csv").read_bytes() == (desk / "report.md.csv").read_bytes()


def test_timelines_and_reports_are_merged(desk):
    (desk / "other.md").write_text(REPORT.replace("حماة", "حلب").replace("لقاء", "آخر"), encoding="utf-8")
    assert run("export", "all.json", "other.md", "-o", "both.json", cwd=desk)[0] == 0
    assert Timeline.from_json(desk / "both.json") == timeline.build([desk / "report.md", desk / "other.md"])


def test_corrections_are_applied(desk):
    sentence = "وشن الجيش السوري هجوما على مدينة حماة الأحد."
    (desk / "c.toml").write_text(f'[[correction]]\ndo = "drop"\nquote = "{sentence}"\n', encoding="utf-8")
    for command, source in (("build", "report.md"), ("export", "all.json")):
        status, _, said = run(command, source, "-o", "t.json", "--corrections", "c.toml", cwd=desk)
        assert (status, said) == (0, "t.json: 1 event from 1 report\n")
        assert [event.type for event in Timeline.from_json(desk / "t.json")] == ["meeting"]


# ---- explain ---------------------------------------------------------------------------------------------------------


def test_an_event_is_explained_by_its_id_and_by_its_words(desk):
    event = next(event for event in Timeline.from_json(desk / "all.json") if event.type == "offensive")
    by_id = run("explain", "all.json", "--event", event.id, cwd=desk)
    assert by_id == run("explain", "report.md", "--text", "حماه", cwd=desk)
    assert by_id[0] == 0
    assert event.explain() in by_id[1]
    assert "«وشن الجيش السوري هجوما على مدينة حماة الأحد.»" in by_id[1]
    everything = run("explain", "all.json", "--json", cwd=desk)[1].splitlines()
    assert [json.loads(line)["id"] for line in everything] == [
        each.id for each in Timeline.from_json(desk / "all.json")
    ]


@pytest.mark.parametrize("asked", [("--event", "0123"), ("--text", "بغداد")])
def test_an_event_that_is_not_there_is_said(desk, asked):
    status, printed, said = run("explain", "all.json", *asked, cwd=desk)
    assert (status in {1, 2}, printed) == (True, "")
    assert asked[1] in said


# ---- check -----------------------------------------------------------------------------------------------------------

WRONG = "التقى الوزيران في عمان.\n\nواجتمعا مجددا يوم الأربعاء 3 ديسمبر 2024 في أنقرة."


def test_contradictions_have_file_line_and_column(desk):
    (desk / "a.txt").write_text("---\npublished: 2024-12-05\n---\n" + WRONG, encoding="utf-8")
    (desk / "b.jsonl").write_text("\n" + json.dumps({"text": WRONG, "published": "2024-12-05", "title": "ب"}) + "\n")
    status, printed, said = run("check", "report.md", "a.txt", "b.jsonl", cwd=desk)
    lines = [line for line in printed.splitlines() if "is a Tuesday, not a Wednesday" in line]
    assert status == 3
    assert lines[0].startswith("a.txt:6:15: «يوم الأربعاء 3 ديسمبر 2024»: ")
    assert lines[0].endswith(": «واجتمعا مجددا يوم الأربعاء 3 ديسمبر 2024 في أنقرة.»")
    assert lines[1].startswith("b.jsonl:2:")
    assert f"{len(printed.splitlines())} contradictions" in said
    found = json.loads(run("check", "a.txt", "--json", cwd=desk)[1].splitlines()[0])
    assert (found["file"], found["line"], found["column"]) == ("a.txt", 6, 15)


def test_contradictions_between_reports_are_told(desk):
    for name, toll in (("a", "3"), ("b", "9")):
        text = f"قتل {toll} أشخاص في غارة إسرائيلية على مدينة حماة أمس."
        (desk / f"{name}.md").write_text(f"---\npublished: 2024-12-03\nsource: {name}\n---\n{text}", encoding="utf-8")
    joined = timeline.build([desk / "a.md", desk / "b.md"])
    status, printed, _ = run("check", "a.md", "b.md", cwd=desk)
    said = [conflict for event in joined for conflict in event.conflicts]
    assert len(printed.splitlines()) == len(said)
    assert status == (3 if said else 0)


def test_where_nothing_contradicts_itself_the_status_is_0(desk):
    assert run("check", "report.md", cwd=desk) == (0, "", "0 contradictions\n")


# ---- convert ---------------------------------------------------------------------------------------------------------


def test_converted_reports_are_the_reports(desk):
    assert run("convert", ROOT / "seeds", "report.md", "-o", "r.jsonl", cwd=desk)[0] == 0
    given = [*read_all(ROOT / "seeds"), *read_all(desk / "report.md")]
    made = read_all(desk / "r.jsonl")
    for name in ("id", "text", "published", "title", "source", "url"):
        assert [getattr(each, name) for each in made] == [getattr(each, name) for each in given]


def test_a_table_becomes_reports(desk):
    (desk / "t.csv").write_bytes(f'يوم النشر,متن\n2024-12-03,"{BODY.strip()}"\n'.encode("windows-1256"))
    columns = ("--columns", "text=متن,published=يوم النشر", "--encoding", "windows-1256")
    status, printed, said = run("convert", "t.csv", *columns, cwd=desk)
    assert (status, said) == (0, "")
    assert json.loads(printed)["published"] == "2024-12-03"
    assert json.loads(printed)["text"].strip() == BODY.strip()


# ---- what is said ----------------------------------------------------------------------------------------------------


def test_notes_errors_and_the_summary_as_json(desk):
    (desk / "a.txt").write_text(BODY, encoding="utf-8")
    status, _, said = run("build", "a.txt", "report.md", "gone.md", "-o", "t.json", "--json", cwd=desk)
    lines = [json.loads(line) for line in said.splitlines()]
    assert status == 1
    assert sorted(line["kind"] for line in lines) == ["error", "summary", "undated"]
    summary = lines[-1]
    assert (summary["output"], summary["reports"], summary["errors"]) == ("t.json", 2, 1)
    assert summary["notes"] == {"undated": 1}


def test_quiet_says_errors_only(desk):
    (desk / "a.txt").write_text(BODY, encoding="utf-8")
    status, _, said = run("build", "a.txt", "gone.md", "-o", "t.json", "-q", cwd=desk)
    assert (status, said) == (1, "timeline: gone.md: no such file\n")


def test_patterns_are_opened_where_the_shell_does_not(desk):
    (desk / "other.md").write_text(REPORT.replace("حماة", "حلب"), encoding="utf-8")
    assert run("build", "*.md", "-o", "t.json", cwd=desk) == (0, "", "t.json: 3 events from 2 reports\n")

"""The command: what it writes, what it says when something is wrong, and its exit status."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import REPORT

from timeline.chronology.timeline import Timeline
from timeline.cli import main

SEEDS = Path(__file__).parents[1] / "seeds"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run the command in an empty folder: (status, what it printed, what it said on standard error, line by line)."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return stopped.value.code, printed.out, printed.err.splitlines()

    return run


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_build_writes_one_page(run, report, tmp_path):
    status, _, said = run("build", report, "-o", "page.html", "--title", "عنوان الصفحة")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert status == 0
    assert "عنوان الصفحة" in page
    assert "حماة" in page
    assert said[-1].startswith("page.html: ")


def test_build_reads_folders_and_keeps_everything(run, tmp_path):
    status, _, _ = run("build", SEEDS, "-o", "all.json")
    chronology = Timeline.from_json(tmp_path / "all.json")
    assert status == 0
    assert len(chronology.documents) >= 12
    assert {event.type.value for event in chronology} == {"meeting", "offensive", "statement"}


def test_build_narrows(run, report, tmp_path):
    run("build", report, "-o", "all.json")
    run(
        "build",
        report,
        "-o",
        "met.json",
        "--type",
        "meeting",
        "--actor",
        "TUR",
        "--between",
        "2024-12-01",
        "2024-12-31",
    )
    run("build", report, "-o", "one.json", "--summarize", "1")
    everything, met = Timeline.from_json(tmp_path / "all.json"), Timeline.from_json(tmp_path / "met.json")
    assert met.events == everything.only(type="meeting", actor="TUR").between("2024-12").events != ()
    assert len(Timeline.from_json(tmp_path / "one.json")) == 1 < len(everything)


BY_SUFFIX = ["html", "json", "jsonl", "csv", "parquet", "ics", "jsonld", "geojson", "md", "tex"]


@pytest.mark.parametrize("name", [f"t.{suffix}" for suffix in BY_SUFFIX])
def test_the_form_is_that_of_the_name(run, report, tmp_path, name):
    status, _, _ = run("build", report, "-o", name)
    assert status == 0
    assert (tmp_path / name).stat().st_size > 100


@pytest.mark.parametrize("form", ["timelinejs", "plover", "vis", "acled", "edtf", "timeml", "timex3", "brat", "spacy"])
def test_other_forms_are_asked_for(run, report, tmp_path, form):
    assert run("build", report, "-o", "t.json", "--format", form)[0] == 0
    assert (tmp_path / "t.json").stat().st_size > 100


BAD = {
    "latin.txt": ("café".encode("latin-1"), "latin.txt:1: not UTF-8"),
    "empty.txt": (b"", "empty.txt: the file is empty"),
    "gone.txt": (None, "gone.txt: no such file"),
}


def test_bad_files_get_one_line_each_and_cost_nothing_of_the_rest(run, report, tmp_path):
    for name, (content, _) in BAD.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    alone = Timeline.from_json(tmp_path / "t.json") if run("build", report, "-o", "t.json")[0] == 0 else None
    status, _, said = run("build", *BAD, report, "-o", "t.json")
    assert status == 1
    for _, expected in BAD.values():
        assert len([line for line in said if expected in line]) == 1
    assert Timeline.from_json(tmp_path / "t.json") == alone


@pytest.mark.parametrize("name", BAD)
def test_one_bad_file_alone_is_one_line_and_no_output(run, tmp_path, name):
    content, expected = BAD[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    status, _, said = run("build", name)
    assert status == 1
    assert len(said) == 1
    assert expected in said[0]
    assert not (tmp_path / "timeline.html").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "report.md", "--published", "gestern"], "'gestern' is no publication date"),
        (["build", "report.md", "-o", "page.doc"], "page.doc: unknown form"),
        (["build", "report.md", "-o", "gone/page.html"], "gone/page.html: no such file or directory"),
        (["build", "report.md", "--type", "battle"], "battle"),
        (["build", "report.md", "--between", "gestern", "2024"], "gestern"),
        (["build"], "SOURCES"),
        (["dates", "أمس", "--reference", "heute"], "'heute' is no publication date"),
        (["events", "report.md", "-o", "e.html"], "e.html"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run, report, arguments, expected):
    status, _, said = run(*arguments)
    assert status in {1, 2}
    assert len(said) == 1
    assert said[0].startswith("timeline: ")
    assert expected in said[0]


def test_plain_text_takes_its_date_from_the_option(run, tmp_path):
    (tmp_path / "a.txt").write_text("اجتمع وزير الخارجية التركي هاكان فيدان مع نظيره الأردني أمس.", encoding="utf-8")
    status, _, said = run("build", "a.txt", "--published", "3 كانون الأول 2024", "-o", "t.json")
    chronology = Timeline.from_json(tmp_path / "t.json")
    assert (status, len(said)) == (0, 1)
    assert chronology.between("2024-12-02").only(type="meeting")
    status, _, said = run("build", "a.txt", "-o", "t.json")
    assert status == 0
    assert "no publication date" in said[0]
    assert not Timeline.from_json(tmp_path / "t.json").between("2024-12-02")


def test_a_date_that_cannot_be_read_costs_the_date_and_is_said(run, tmp_path):
    (tmp_path / "gestern.md").write_text("---\npublished: gestern\n---\nنص", encoding="utf-8")
    status, _, said = run("build", "gestern.md", "-o", "t.json")
    assert status == 0
    assert "gestern.md:2: published not read: 'gestern'" in said[0]
    assert len(Timeline.from_json(tmp_path / "t.json").documents) == 1
    status, _, said = run("events", "gestern.md")
    assert status == 0
    assert [line for line in said if "gestern.md:2: published not read" in line]
    assert [line for line in said if "no publication date for «نص»" in line]


def test_a_date_taken_from_the_text_is_said(run, tmp_path):
    text = "أعلنت الحكومة اليوم الأربعاء الرابع من ديسمبر 2024 أن المحادثات انتهت."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    _, _, said = run("build", "a.txt", "-o", "t.json")
    assert "is taken to be of 2024-12-04" in said[0]


def test_dates_of_a_text(run):
    status, printed, _ = run("dates", "اجتمعوا أمس الاثنين", "--reference", "2024-12-03")
    assert status == 0
    assert printed.startswith("أمس الاثنين\tDATE\t2024-12-02\t2024-12-02\t[2024-12-02, 2024-12-03)")


def test_dates_as_json_lines(run):
    _, printed, _ = run("dates", "--json", "عام 2017", "يوم 3 مارس 2018")
    first, second = map(json.loads, printed.splitlines())
    assert first["intervals"] == [["2017-01-01", "2018-01-01"]]
    assert (second["value"], second["edtf"]) == ("2018-03-03", "2018-03-03")


def test_dates_of_a_file_count_from_its_own_day(run, report):
    _, printed, _ = run("dates", report)
    assert "أمس\tDATE\t2024-12-02" in printed


def test_dates_explained(run):
    _, plain, _ = run("dates", "أمس", "--reference", "2024-12-03")
    _, explained, _ = run("dates", "أمس", "--reference", "2024-12-03", "--explain")
    assert explained.startswith(plain)
    assert len(explained) > len(plain)


def test_events_of_a_corpus(run, report, tmp_path):
    records = [{"text": REPORT.split("---\n")[2], "published": f"2024-12-{day:02}"} for day in (3, 4, 5)]
    lines = [json.dumps(record) for record in records]
    (tmp_path / "news.jsonl").write_text("\n".join([lines[0], "nope", *lines[1:]]), encoding="utf-8")
    status, printed, said = run("events", "news.jsonl")
    assert status == 1
    assert said == ["timeline: news.jsonl:2: no JSON (line 1, column 1: Expecting value)"]
    events = list(map(json.loads, printed.splitlines()))
    met = [event["when"] for event in events if event["type"] == "meeting" and event.get("time_source") == "stated"]
    assert [["2024-12-02", "2024-12-03"]] in met
    assert [["2024-12-04", "2024-12-05"]] in met
    for name in ("e.jsonl", "e.parquet", "e.csv"):
        assert run("events", "news.jsonl", "-o", name)[0] == 1
    assert (tmp_path / "e.jsonl").read_text(encoding="utf-8") == printed
    with (tmp_path / "e.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [event["id"] for event in events]


def test_help_names_the_three_commands(run):
    status, printed, _ = run("--help")
    assert status == 0
    assert {"build", "dates", "events"} <= set(printed.split())


def test_it_runs_as_a_module_in_any_locale(report):
    command = [sys.executable, "-m", "timeline", "dates", "--reference", "2024-12-03", "أمس"]
    environment = {"PATH": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": str(SEEDS.parent)}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert done.stdout.decode("utf-8").startswith("أمس\tDATE\t2024-12-02")


def test_text_from_standard_input(report):
    command = [sys.executable, "-m", "timeline", "dates", "--reference", "2024-12-03"]
    environment = {"PATH": "", "PYTHONPATH": str(SEEDS.parent)}
    done = subprocess.run(command, input="اجتمعوا أمس".encode(), capture_output=True, env=environment, check=True)
    assert "2024-12-02" in done.stdout.decode("utf-8")

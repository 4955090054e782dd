"""Outputs of the command: whole or not at all, on standard output, the same for any number of processes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
from pathlib import Path

import duckdb
import pytest
from command_line import (
    COMMAND,
    INTERRUPT,
    KILL,
    REPORT,
    TERMINATE,
    begun,
    environment,
    is_alive,
    living,
    run,
    wait_for,
)

import timeline
from timeline.chronology.timeline import Timeline

BODY = REPORT.split("---\n")[2]


@pytest.fixture
def desk(tmp_path):
    """A folder with a report."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    return tmp_path


def corpus(folder, count):
    """A corpus of JSON Lines: no two reports alike."""
    places = ["حماة", "حلب", "إدلب", "حمص", "درعا"]
    with (folder / "news.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            text = (
                BODY.replace("حماة", places[number % 5]) + f"\n\nوقال الناطق باسم الوزارة إن {number} شخصا وصلوا أمس.\n"
            )
            record = {
                "text": text,
                "published": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
                "title": f"خبر {number}",
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def parts(folder):
    return [path for path in folder.iterdir() if path.name.endswith(".part")]


# ---- standard output -------------------------------------------------------------------------------------------------


def test_standard_output_has_what_a_file_has(desk):
    assert run("build", "report.md", "-o", "t.json", cwd=desk)[0] == 0
    status, printed, said = run("build", "report.md", "-o", "-", "--format", "json", cwd=desk)
    assert (status, said) == (0, "")
    assert printed == (desk / "t.json").read_text("utf-8")
    assert not (desk / "-").exists()


def test_binary_forms_come_through_standard_output(desk):
    with (desk / "piped.parquet").open("wb") as file:
        command = [*COMMAND, "events", "report.md", "-o", "-", "--format", "parquet"]
        subprocess.run(command, cwd=desk, env=environment(), stdout=file, check=True)
    events = timeline.extract(timeline.read(desk / "report.md"))
    assert duckdb.read_parquet(str(desk / "piped.parquet")).project("id").fetchall() == [
        (event.id,) for event in events
    ]


@pytest.mark.parametrize(("form", "said"), [(None, "give --format"), ("brat", "brat is a folder of files")])
def test_what_standard_output_cannot_be(desk, form, said):
    status, printed, error = run("build", "report.md", "-o", "-", *(["--format", form] if form else []), cwd=desk)
    assert (status, printed) == (2, "")
    assert said in error


def test_standard_input(desk):
    lines = "".join(json.dumps({"text": BODY, "published": f"2024-12-0{day}"}) + "\n" for day in (3, 4))
    status, printed, _ = run("build", "-", "-o", "-", "--format", "json", cwd=desk, stdin=lines.encode())
    assert status == 0
    assert sorted(each["published"] for each in json.loads(printed)["documents"]) == ["2024-12-03", "2024-12-04"]
    status, printed, _ = run("events", "-", cwd=desk, stdin=lines.encode())
    assert status == 0
    assert '"2024-12-02"' in printed


def test_outputs_of_its_own_are_no_reports(desk):
    (desk / "news").mkdir()
    (desk / "report.md").rename(desk / "news" / "report.md")
    before = run("build", "news", "-o", "news/out.json", cwd=desk)
    written = (desk / "news" / "out.json").read_bytes()
    run("events", "news", "-o", "news/events.jsonl", cwd=desk)
    again = run("build", "news", "-o", "news/out.json", cwd=desk)
    assert (before[0], again[0]) == (0, 0)
    assert (desk / "news" / "out.json").read_bytes() == written
    assert "(2 skipped)" in again[2]


# ---- any number of processes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_events_are_the_same_for_any_number_of_processes(desk, form):
    corpus(desk, 150)
    with (desk / "news.jsonl").open("a") as file:
        file.write("nope\n")
    said = [run("events", "news.jsonl", "-o", f"{jobs}.{form}", "--jobs", jobs, cwd=desk) for jobs in (1, 3)]
    assert [status for status, _, _ in said] == [1, 1]
    assert said[0][2].replace("1.", "3.") == said[1][2].replace("1.", "3.")
    assert (desk / f"1.{form}").read_bytes() == (desk / f"3.{form}").read_bytes()


def test_a_build_is_the_same_for_any_number_of_processes(desk):
    corpus(desk, 100)
    for jobs in (1, 2):
        assert run("build", "news.jsonl", "report.md", "-o", f"{jobs}.json", "-j", jobs, cwd=desk)[0] == 0
    assert (desk / "1.json").read_bytes() == (desk / "2.json").read_bytes()
    assert len(Timeline.from_json(desk / "1.json").documents) == 101
    in_python = timeline.build([desk / "news.jsonl", desk / "report.md"], jobs=2)
    assert in_python == Timeline.from_json(desk / "1.json")


# ---- runs that do not end well ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "status"), [(KILL, -9), (INTERRUPT, 130), (TERMINATE, 143)])
def test_a_run_that_is_ended_leaves_the_old_file(desk, number, status, jobs):
    corpus(desk, 1500)
    (desk / "e.jsonl").write_text("old\n")
    with begun("events", "news.jsonl", "-o", "e.jsonl", "-j", jobs, cwd=desk) as process:
        wait_for(lambda: parts(desk) and parts(desk)[0].stat().st_size)
        children = living(process.pid)
        assert len(children) == (jobs if jobs > 1 else 0)
        process.send_signal(number)
        said = process.stderr.read().decode()
    assert process.returncode == status
    assert (desk / "e.jsonl").read_text() == "old\n"
    if number != KILL:
        assert parts(desk) == []
    if number == INTERRUPT:
        assert said == "timeline: interrupted; no output was changed\n"
    wait_for(lambda: not any(map(is_alive, children)))


def test_an_interrupted_export_leaves_the_old_folder(desk):
    assert run("build", "report.md", "-o", "annotated", "--format", "brat", cwd=desk)[0] == 0
    (desk / "annotated" / "notes.txt").write_text("mine")
    before = {path.name: path.read_bytes() for path in (desk / "annotated").iterdir()}
    corpus(desk, 400)
    with begun("build", "news.jsonl", "-o", "annotated", "--format", "brat", cwd=desk) as process:
        wait_for(lambda: parts(desk))
        process.send_signal(KILL)
    assert {path.name: path.read_bytes() for path in (desk / "annotated").iterdir()} == before


def test_a_folder_keeps_what_is_not_written_anew(desk):
    for _ in range(2):
        assert run("build", "report.md", "-o", "annotated", "--format", "timeml", cwd=desk)[0] == 0
        (desk / "annotated" / "notes.txt").write_text("mine")
    assert len(list((desk / "annotated").iterdir())) == 2
    assert (desk / "annotated" / "notes.txt").read_text() == "mine"
    assert parts(desk) == []


def test_a_file_keeps_its_rights_and_a_link_its_end(desk):
    (desk / "real.json").write_text("old")
    (desk / "real.json").chmod(0o640)
    (desk / "t.json").symlink_to("real.json")
    assert run("build", "report.md", "-o", "t.json", cwd=desk)[0] == 0
    assert (desk / "t.json").is_symlink()
    assert (desk / "real.json").stat().st_mode & 0o777 == 0o640
    assert Timeline.from_json(desk / "real.json")


def _small():
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


@pytest.mark.parametrize(
    ("command", "name"),
    [("build", "t.html"), ("build", "t.json"), ("events", "t.parquet"), ("events", "t.csv"), ("convert", "t.jsonl")],
)
def test_no_room_left_is_one_line_and_the_old_file(desk, command, name):
    corpus(desk, 60)
    (desk / name).write_text("old")
    with begun(command, "news.jsonl", "-o", name, cwd=desk, preexec_fn=_small) as process:
        said = process.stderr.read().decode()
    assert process.returncode == 1
    assert said == f"timeline: {name}: file too large\n"
    assert (desk / name).read_text() == "old"
    assert parts(desk) == []


def test_a_full_standard_output_is_one_line(desk):
    for arguments in (["events", "report.md"], ["dates", "أمس"], ["convert", "report.md"], ["explain", "report.md"]):
        with Path("/dev/full").open("w") as full, begun(*arguments, cwd=desk, stdout=full) as process:
            said = process.stderr.read().decode()
        assert (process.returncode, said) == (1, "timeline: standard output: no space left on device\n"), arguments


@pytest.mark.parametrize("output", ["gone/t.json", "/proc/t.json", "report.md/t.json"])
def test_where_nothing_can_be_written_nothing_is_read(desk, output):
    status, _, said = run("build", "not-there.md", "-o", output, cwd=desk)
    assert status == 1
    assert said.startswith(f"timeline: {output}: ")
    assert said.count("\n") == 1


def test_a_broken_pipe_is_no_word(desk):
    corpus(desk, 300)
    for arguments in (
        ["events", "news.jsonl"],
        ["convert", "news.jsonl"],
        ["build", "news.jsonl", "-o", "-", "--format", "json"],
    ):
        with begun(*arguments, cwd=desk, stdout=subprocess.PIPE) as process:
            if arguments[0] != "build":
                os.read(process.stdout.fileno(), 10)
            process.stdout.close()
            said = process.stderr.read().decode()
        assert (process.returncode, said) == (141, ""), arguments


# ---- looks -----------------------------------------------------------------------------------------------------------


def test_the_page_takes_its_looks_from_the_command(desk):
    looks = ("--lanes", "place", "--hijri", "--theme", "dark", "--digits", "arab", "--page-language", "en", "--embed")
    assert run("build", "report.md", "-o", "page.html", *looks, cwd=desk)[0] == 0
    page = (desk / "page.html").read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr" data-theme="dark" data-embed>' in page
    assert '"lanes":"place"' in page
    assert '"hijri":true' in page
    assert '"digits":"arab"' in page


def test_a_size_that_is_none_is_named(desk):
    status, _, said = run("build", "report.md", "-o", "page.png", "--size", "wide", cwd=desk)
    assert status == 2
    assert "'wide' is no size" in said


@pytest.mark.browser
def test_pictures_from_the_command(chromium_path, desk):
    pytest.importorskip("kaleido")
    assert run("build", "report.md", "-o", "news.svg", "--size", "900x500", cwd=desk)[0] == 0
    assert (desk / "news.svg").read_bytes().startswith(b"<svg")

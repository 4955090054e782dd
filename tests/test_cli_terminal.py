"""The command on a terminal of 80 columns: progress, interrupts, completion, and both languages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib

import pytest
from command_line import COMMAND, REPORT, ROOT, environment, on_terminal, run

WORDS = {
    language: tomllib.loads((ROOT / "timeline" / "cli" / "words" / f"{language}.toml").read_text("utf-8"))
    for language in ("en", "ar")
}
BODY = REPORT.split("---\n")[2]
COMMANDS = ["build", "dates", "events", "export", "explain", "check", "convert"]


@pytest.fixture
def desk(tmp_path):
    """A folder with a small corpus."""
    lines = [json.dumps({"text": f"{BODY}\n{n}", "published": "2024-12-03", "title": f"خبر {n}"}) for n in range(40)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


LONG = {
    "build": ["-o", "t.json"],
    "events": ["-o", "e.jsonl"],
    "export": ["-o", "t.ics"],
    "convert": ["-o", "r.jsonl"],
    "check": [],
    "explain": ["--event", "none"],
}


@pytest.mark.parametrize("command", LONG)
def test_a_long_command_shows_how_far_it_is(desk, command):
    _, shown = on_terminal(command, "news.jsonl", *LONG[command], cwd=desk)
    assert "40/40" in shown, shown
    widest = max(len(line) for line in re.split(r"[\r\n]+", re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", shown)))
    assert widest <= 80, shown


@pytest.mark.parametrize("command", LONG)
@pytest.mark.parametrize("flag", ["--quiet", None])
def test_nothing_is_shown_in_a_pipe_or_where_it_is_to_be_quiet(desk, command, flag):
    if flag is None:
        _, printed, said = run(command, "news.jsonl", *LONG[command], cwd=desk)
        shown = printed + said
    else:
        _, shown = on_terminal(command, "news.jsonl", *LONG[command], flag, cwd=desk)
    assert "40/40" not in shown
    assert "\x1b" not in shown.replace("\r\x1b[K", "")


@pytest.mark.parametrize("command", ["events", "convert"])
def test_no_bar_runs_through_what_is_printed(desk, command):
    _, shown = on_terminal(command, "news.jsonl", cwd=desk)
    assert len([json.loads(line) for line in shown.splitlines()]) >= 40


def test_what_does_not_fit_is_said_before_anything_is_read(desk):
    for wrong in (["--between", "gestern", "2024"], ["--type", "battle"]):
        _, shown = on_terminal("build", "news.jsonl", *wrong, cwd=desk)
        assert "timeline: " in shown
        assert "/40" not in shown


def test_a_build_says_what_it_does_when_all_is_read(desk):
    _, shown = on_terminal("build", "news.jsonl", "-o", "t.json", cwd=desk)
    assert "joining what several tell ..." in shown
    assert "writing ..." in shown
    assert shown.rstrip().endswith("events from 40 reports")


def test_the_bar_is_no_part_of_the_line_of_an_error(desk):
    with (desk / "news.jsonl").open("a") as file:
        file.write("\nnope\n")
    status, shown = on_terminal("events", "news.jsonl", "-o", "e.jsonl", cwd=desk)
    assert status == 1
    assert "\r\x1b[Ktimeline: news.jsonl:41: no JSON" in shown


def test_control_c_is_one_line(desk):
    lines = (desk / "news.jsonl").read_text("utf-8")
    (desk / "much.jsonl").write_text("\n".join([lines] * 60), encoding="utf-8")
    status, shown = on_terminal("events", "much.jsonl", "-o", "e.jsonl", cwd=desk, keys=b"\x03")
    assert status == 130
    assert "timeline: interrupted; no output was changed" in shown
    assert "Traceback" not in shown
    assert [path.name for path in desk.iterdir() if path.name.startswith(("e.", ".e"))] == []


# ---- languages -------------------------------------------------------------------------------------------------------


def leaves(table, name=""):
    """The texts of a table by their full names; forms of a number are one."""
    for key, value in table.items():
        if isinstance(value, dict) and "other" not in value:
            yield from leaves(value, f"{name}{key}.")
        else:
            yield f"{name}{key}", value


def test_both_languages_have_the_same_texts_with_the_same_gaps():
    english, arabic = (dict(leaves(WORDS[language])) for language in ("en", "ar"))
    assert english.keys() == arabic.keys()
    for name in english:
        if not isinstance(english[name], dict):
            assert set(re.findall(r"{\w+", english[name])) == set(re.findall(r"{\w+", arabic[name])), name
        else:
            assert arabic[name].keys() == {"one", "two", "few", "many", "other"}, name


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_all_in_one_language(desk, command):
    arguments = [command, "--help"] if command else ["--help"]
    helps = {language: run(*arguments, "--language", language, cwd=desk)[1] for language in ("en", "ar")}
    assert helps["ar"].startswith("الاستعمال: ")
    assert not re.search(r"Usage|Options|Commands|Examples|Show|\bthe\b", helps["ar"])
    assert not re.search("[\u0621-\u064a]{3}", re.sub("تركيا|أمس الاثنين|حماة", "", helps["en"]))
    for shown in helps.values():
        assert max(map(len, shown.splitlines())) <= 80
        flags = re.findall(r"^  (?:-\w, )?(--\w+)", shown, re.MULTILINE)
        assert "--help" in flags
        for flag in flags:
            assert re.search(rf"{flag}.*\s\S+ \S+", shown), f"{flag} is not told"


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({"LC_ALL": "ar_SY.UTF-8"}, "ar"),
        ({"LC_ALL": "", "LANG": "ar"}, "ar"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_DE.UTF-8", "LANG": "ar"}, "en"),
        ({"LC_ALL": "ar_EG", "TIMELINE_LANGUAGE": "en"}, "en"),
        ({"LC_ALL": "arn_CL"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(desk, given, language):
    said = run("frob", cwd=desk, **given)[2]
    assert ("لا يوجد أمر frob" in said) == (language == "ar")


MISTAKES = {
    ("biuld",): ("هل تقصد build؟", "did you mean build?"),
    ("build", "a", "--ouptut", "x"): ("هل تقصد --output؟", "did you mean --output?"),
    ("build",): ("ينقص SOURCES", "SOURCES... is missing"),
    ("build", "a", "--jobs", "0"): ("لا يقل عن 1", "at least 1"),
    ("build", "a", "--format", "doc"): ("المقبول html، json", "accepted are html, json"),
    ("build", "a", "-o"): ("تنقصه قيمة", "a value is missing"),
    ("build", "a", "-o", "a.doc"): ("شكل غير معروف", "unknown form"),
    ("build", "a", "-o", "-"): ("أضف", "give --format"),
    ("build", "a", "--columns", "x"): ("لا يسمي عمودا", "names no column"),
    ("build", "a", "-o", ".", "--format", "json"): ("مجلد؛ سم ملفا", "is a folder; name a file"),
}


@pytest.mark.parametrize("arguments", MISTAKES)
def test_a_mistake_is_one_line_in_either_language(desk, arguments):
    for language, expected in zip(("ar", "en"), MISTAKES[arguments], strict=True):
        status, printed, said = run(*arguments, cwd=desk, TIMELINE_LANGUAGE=language)
        assert (status, printed, said.count("\n")) == (2, "", 1)
        assert said.startswith("timeline: ")
        assert expected in said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (11, "11 حدثا"),
        (100, "100 حدث"),
        (103, "103 أحداث"),
        (0, "0 حدث"),
    ],
)
def test_numbers_are_told_as_arabic_tells_them(number, said):
    code = f"from timeline.cli.language import counted, use; use('ar'); print(counted('events', {number}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert done.stdout.decode("utf-8").strip() == said


# ---- completion ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(desk, shell):
    env = environment(_TIMELINE_COMPLETE=f"{shell}_source")
    done = subprocess.run(COMMAND, cwd=desk, env=env, capture_output=True, check=True)
    assert b"_TIMELINE_COMPLETE" in done.stdout
    words = environment(_TIMELINE_COMPLETE=f"{shell}_complete", COMP_WORDS="timeline ex", COMP_CWORD="1")
    done = subprocess.run(
        COMMAND, cwd=desk, env=words | {"COMP_CWORD": "ex" if shell == "fish" else "1"}, capture_output=True, check=True
    )
    assert b"export" in done.stdout
    assert b"explain" in done.stdout

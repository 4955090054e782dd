"""The documentation says what is so: its examples run, its generated parts are fresh, its links lead somewhere."""

import contextlib
import doctest
import importlib
import importlib.util
import json
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCED = re.compile(r"^```(?P<language>[a-z]+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
CAPTIONED = re.compile(
    r"^:::\{code-block\} \w+\n:caption: (?P<file>\S+)\n\n(?P<code>.*?)^:::$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)(?P<target>[^)#\s]+)(?:#[^)]*)?\)")


def name_of(page):
    return str(page.relative_to(ROOT))


def blocks(page, language):
    text = page.read_text(encoding="utf-8")
    return [
        (match["code"], text.count("\n", 0, match.start()))
        for match in FENCED.finditer(text)
        if match["language"] == language
    ]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A working folder such as the pages suppose: with the seeds, and the report of the tutorial."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    [report] = [code for code, _ in blocks(DOCS / "tutorial" / "first-report.md", "text")]
    (tmp_path / "report.md").write_text(report, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# ---- examples --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page, "pycon")], ids=name_of)
def test_the_examples_of_a_page_run(page, desk):
    parser, runner, told = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=FLAGS), []
    names = {}
    for code, line in blocks(page, "pycon"):
        test = parser.get_doctest(code, names, name_of(page), str(page), line)
        assert test.examples, f"{name_of(page)}:{line}: no prompt in a pycon block"
        runner.run(test, out=told.append, clear_globs=False)
        names = test.globs
    assert runner.summarize(verbose=False).failed == 0, "".join(told)


MODULES = [
    module.name
    for module in pkgutil.walk_packages(timeline.__path__, "timeline.")
    if not module.name.endswith("__main__")
    and re.search(
        r"^ *>>> (?!.*doctest: \+SKIP)",
        Path(importlib.util.find_spec(module.name).origin).read_text("utf-8"),
        re.MULTILINE,
    )
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_docstrings_run(name, desk):
    told = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    for test in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name)):
        runner.run(test, out=told.append)
    tried = runner.summarize(verbose=False)
    assert tried.attempted
    assert tried.failed == 0, "".join(told)


def test_some_docstrings_have_examples():
    assert "timeline.resolve.expression" in MODULES


def commands(page):
    """The commands of a page whose output is shown below them."""
    for code, _ in blocks(page, "console"):
        for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            if command.startswith("timeline ") and shown.strip():
                yield pytest.param(command, shown, id=f"{name_of(page)}: {command[:50]}")


@pytest.mark.parametrize(("command", "shown"), [each for page in PAGES for each in commands(page)])
def test_a_command_prints_what_its_page_shows(command, shown, desk):
    arguments = shlex.split(command.partition("  #")[0])[1:]
    ran = subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        capture_output=True, text=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert doctest.OutputChecker().check_output(shown, ran.stdout + ran.stderr, FLAGS), ran.stdout + ran.stderr


# ---- the how-to on rules ---------------------------------------------------------------------------------------------


def test_the_rule_of_the_how_to_can_be_added_as_told(tmp_path):
    shutil.copytree(ROOT / "timeline", tmp_path / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    page = (DOCS / "how-to" / "add-a-rule.md").read_text("utf-8")
    edits = list(CAPTIONED.finditer(page))
    assert len(edits) == 2
    for edit in edits:
        with (tmp_path / edit["file"]).open("a", encoding="utf-8") as file:
            file.write("\n" + edit["code"])
    code = """if True:
        from timeline import find
        from timeline.grammar.rule import RULES
        rule = RULES["last_of_hijri_month"]
        for phrase in rule.examples:
            (one,) = find(phrase, reference="2024-12-03")
            assert one.denotation.rule == rule.name, one.explain()
            assert one.text == phrase
        for phrase in rule.silent:
            assert rule.name not in [each.denotation.rule for each in find(phrase)]
        print(find("سرار رمضان 1445")[0].value)
    """
    assert "gives 9 April 2024" in page
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ran.stdout.strip() == "2024-04-09", ran.stderr


# ---- what is generated -----------------------------------------------------------------------------------------------


def generator():
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    with contextlib.ExitStack() as stack:
        stack.callback(setattr, sys, "path", list(sys.path))
        spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_fresh():
    stale = [name_of(page) for page, text in generator().pages() if page.read_text("utf-8") != text]
    assert not stale, f"out of date: {', '.join(stale)}; run `python docs/generate.py`"


def test_a_stale_page_is_noticed(tmp_path, monkeypatch):
    made = generator()
    (tmp_path / "reference").mkdir()
    (tmp_path / "hours.md").write_text("<!-- generated: hours -->\nyesterday's\n<!-- end -->\n", encoding="utf-8")
    monkeypatch.setattr(made, "DOCS", tmp_path)
    monkeypatch.setattr(made, "SCHEMA", tmp_path / "reference" / "schema.json")
    assert made.main(["--check"]) == 1
    assert made.main([]) == 0
    assert made.main(["--check"]) == 0
    assert "| `dawn` | 03:00 | 06:00 |" in (tmp_path / "hours.md").read_text("utf-8")


def test_what_a_timeline_writes_keeps_to_the_schema():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((DOCS / "reference" / "timeline.schema.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    written = json.loads(timeline.build([ROOT / "seeds"]).summarize(200).to_json())
    assert written["events"]
    assert [error.message for error in checker.iter_errors(written)] == []
    written["events"][0]["type"] = "battle"
    written["events"][1].pop("id")
    assert len(list(checker.iter_errors(written))) == 2


# ---- names and links -------------------------------------------------------------------------------------------------


def test_every_public_name_is_in_the_reference():
    reference = "".join(page.read_text("utf-8") for page in (DOCS / "reference").glob("*.md"))
    assert [name for name in timeline.__all__ if f"timeline.{name}" not in reference] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_somewhere(page):
    text = FENCED.sub("", page.read_text("utf-8"))
    broken = [match["target"] for match in LINK.finditer(text) if not (page.parent / match["target"]).exists()]
    assert broken == []


def test_the_glossary_has_the_terms_that_pages_use():
    glossary = (DOCS / "glossary.md").read_text("utf-8")
    for term in (
        "TIMEX3",
        "EDTF",
        "DCT",
        "anchor",
        "granularity",
        "PLOVER",
        "CAMEO",
        "ACLED",
        "masdar",
        "nisba",
        "idafa",
    ):
        assert re.search(rf"^{term}\b", glossary, re.MULTILINE), term


MODALITIES = re.findall(
    r"^\| `(\w+)` \|.*\| «([^»]*)» \|$", (DOCS / "events.md").read_text("utf-8").split("time_source")[0], re.MULTILINE
)


@pytest.mark.parametrize(("modality", "phrase"), MODALITIES)
def test_each_status_is_read_from_the_phrase_that_shows_it(modality, phrase):
    found = timeline.extract(timeline.Document(phrase + ".", published="2024-12-03"))
    assert modality in [event.modality for event in found]


def test_every_status_is_shown():
    assert {modality for modality, _ in MODALITIES} == set(timeline.Modality)


NOTATIONS = re.findall(
    r"^\| «([^»]*)» \| `([^`]*)` ?(\w*) \| (?:`([^`]*)`)? ?\|$",
    (DOCS / "reference" / "formats.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("phrase", "value", "modifier", "edtf"), NOTATIONS)
def test_the_table_of_notations_is_so(phrase, value, modifier, edtf):
    read = timeline.parse(phrase, reference="2024-12-03")
    assert (read.value, read.modifier or "", read.edtf or "") == (value, modifier, edtf)


def test_the_table_of_notations_has_rows():
    assert len(NOTATIONS) >= 6


# ---- what other tools were asked for ---------------------------------------------------------------------------------


ASKED = [
    tuple(cell.strip() for cell in line.split("|")[3:5])
    for line in (DOCS / "asked-elsewhere.md").read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| asked of", "|---"))
]


@pytest.mark.parametrize(("phrase", "values"), ASKED)
def test_what_others_were_asked_for_is_read_as_told(phrase, values):
    found = timeline.find(phrase, reference="2024-12-03T14:00")
    assert "; ".join(each.value for each in found) == values


def test_what_others_were_asked_for_has_rows():
    assert len(ASKED) > 12

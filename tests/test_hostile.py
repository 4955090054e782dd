"""Texts and corpora that mean harm: linear time, nothing lost on the way out and back, nothing run that a file says."""

from __future__ import annotations

import ast
import datetime as dt
import gc
import io
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import process_time

import holding
import pytest
from adversarial import CORPORA, FILES, TEXTS, corpus, written
from command_line import run
from examples_of_events import event, quiet, rough
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.chronology.timeline import Timeline
from timeline.documents.limits import Limits, limits_of
from timeline.documents.markup import plain
from timeline.documents.model import Document
from timeline.documents.read import scan
from timeline.errors import DateError, DocumentError, FormatError, OptionError
from timeline.export import csv
from timeline.testing.acts import acts
from timeline.values.interval import Interval

ROOT = Path(__file__).parents[1]
PUBLISHED = dt.date(2024, 12, 3)
DAYS = st.sampled_from((None, PUBLISHED, dt.date(2024, 2, 29), dt.date(987, 12, 3), dt.date.min, dt.date.max))


# ---- what is read is written, and read back --------------------------------------------------------------------------


@st.composite
def corpora(draw):
    """Some reports that tell acts, the same one at times, with rough texts about it and in the metadata."""
    told = draw(st.lists(acts(), min_size=1, max_size=4))
    reports = []
    for number in range(draw(st.integers(1, 5))):
        pieces = draw(st.lists(st.sampled_from([text for text, _ in told]) | rough, min_size=1, max_size=4))
        title, source = draw(st.none() | rough), draw(st.none() | rough)
        reports.append(Document("\n".join(pieces), draw(DAYS), source, title, id=f"r{number}"))
    return reports


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_whatever_is_built_is_written_in_every_format_and_read_back_equal(reports):
    for report in reports:
        holding.of_events(report, timeline.extract(report))
    holding.of_a_timeline(quiet(timeline.build, reports))


@settings(max_examples=15, deadline=None)
@given(corpora())
def test_whatever_is_built_fits_into_tables(tmp_path_factory, reports):
    chronology = quiet(timeline.build, reports)
    folder = tmp_path_factory.mktemp("tables")
    quiet(chronology.to_parquet, folder / "a.parquet")
    quiet(chronology.to_csv, folder / "a.csv")
    rows = csv.load(folder / "a.csv")
    for backend in ("pandas", "polars", "pyarrow"):
        assert len(quiet(chronology.to_frame, backend)) == len(chronology) == len(rows)
    assert quiet(chronology.to_arrow).num_rows == len(chronology)


def test_a_report_of_the_first_and_of_the_last_day_of_the_calendar():
    """The day after 31 December 9999 was asked for where lines of events are told apart."""
    for day in (dt.date.min, dt.date.max):
        reports = [Document("قال الوزير إن القصف مستمر.", day, id=name) for name in "ab"]
        holding.of_a_timeline(timeline.build(reports))
        assert timeline.build(reports).summarize(1)
    ends = [event(name, Interval.day(day)) for name, day in (("a", dt.date.min), ("b", dt.date.max))]
    assert len(Timeline(ends).summarize(2)) == 2
    with pytest.raises(DateError, match="has to end after it starts"):  # there is no instant behind it
        Timeline(ends).between(dt.datetime.max, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"id,type\n\xd9", "no UTF-8: byte 8 is 0xd9"),
        (b"id,type\n", "the columns have to be id, "),
        (b"id\x00\n" * 2, "the columns have to be id, "),
    ],
)
def test_a_table_that_is_none(tmp_path, text, said):
    (tmp_path / "a.csv").write_bytes(text)
    with pytest.raises(FormatError, match=said):
        csv.load(tmp_path / "a.csv")


def test_a_table_with_too_many_cells_or_too_few(tmp_path):
    text = Timeline([event("a", "2024-12-07")]).to_csv(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text(text.replace("\r\n", ",x\r\n").replace(",x\r\n", "\r\n", 1), newline="")
    with pytest.raises(FormatError, match="line 2: more cells than the"):
        csv.load(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text(text.partition("\n")[0] + "\na\n", newline="")
    assert csv.load(tmp_path / "a.csv")[0] == dict.fromkeys(csv.COLUMNS) | {"id": "a"}
    with pytest.raises(FormatError, match="no such file"):
        csv.load(tmp_path / "b.csv")


# ---- time ------------------------------------------------------------------------------------------------------------

SHORT, TIMES, GENEROUS = 800, 4, 8
#: Below so many seconds the clock says little.
LEAST = 0.01


def taken(run):
    """Seconds of the processor, without the collector of garbage."""
    gc.disable()
    begun = process_time()
    run()
    seconds = process_time() - begun
    gc.enable()
    return seconds


def steep(work, shapes, size):
    """The families whose time grows like a square or faster: sixteen times as long for four times as much."""
    found = {}
    for name, shape in shapes.items():
        short, long = work(shape, size), work(shape, size * TIMES)
        short()
        times = GENEROUS * max(taken(short), LEAST)
        # A busy machine may take long once, but not twice.
        if taken(long) > times and taken(long) > times:
            found[name] = times
    return found


def test_four_times_the_text_takes_no_square_of_the_time():
    """tests/benchmarks/adversarial.py measures what it really takes, on longer texts."""
    assert (
        steep(lambda shape, size: partial(timeline.find, shape.text(size), reference=PUBLISHED), TEXTS, SHORT * 5) == {}
    )
    assert (
        steep(lambda shape, size: partial(timeline.extract, Document(shape.text(size), PUBLISHED)), TEXTS, SHORT) == {}
    )


def test_four_times_the_file_takes_no_square_of_the_time(tmp_path):
    """Tags that are never closed took the standard library the square of the time: 40,000 characters eight seconds."""

    def read(shape, size):
        path = written(tmp_path, shape, size)
        return lambda: list(scan(path))

    assert steep(read, FILES, SHORT * 5) == {}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>أ<br>ب</p><p>ج <!-- د <p>ه</p>", "أ\nب\n\nج <!-- د ه"),
        ("<p>قال <a href='x>نعم</a> ثم <b>لا</b>", "قال  نعم ثم لا"),
        ("<p>أ</p> ب <20 ج <b", "أ\n\nب <20 ج <b"),
    ],
)
def test_what_stands_behind_a_tag_that_is_never_closed_is_kept(markup, text):
    assert plain(markup) == text


def test_four_times_the_reports_take_no_square_of_the_time():
    assert steep(lambda shape, count: partial(timeline.build, corpus(shape, count)), CORPORA, 12) == {}


def test_what_adversarial_texts_say_holds():
    for family in TEXTS.values():
        document = Document(family.text(600), PUBLISHED)
        holding.of_expressions(document.text, timeline.find(document.text, reference=PUBLISHED))
        holding.of_events(document, timeline.extract(document))


# ---- limits ----------------------------------------------------------------------------------------------------------

LINES = "\n".join(json.dumps({"text": f"قصفت روسيا حلب {n}.", "published": "2024-12-03"}) for n in range(5))
XML = "<a>" * 6 + "<doc><text>قصفت روسيا حلب.</text><title>x</title></doc>" + "</a>" * 6
LIMITED = {
    "report": ("a.txt", "كلمة " * 100, Limits(report=100), "a.txt: a report of 500 characters, over 100"),
    "record": ("a.jsonl", LINES, Limits(record=50), "a.jsonl:1: a line of over 50 characters"),
    "record of a table": ("a.csv", f'text,date\n"{"نعم " * 99}"', Limits(record=50), "a.csv:2: a line of over 50"),
    "record of TREC": ("a.sgm", "<DOC>\n" + "<TEXT>\n" * 99, Limits(record=50), "a.sgm:1: <DOC> of over 50"),
    "records": ("a.jsonl", LINES, Limits(records=3), "a.jsonl: over 3 records, the others are left out"),
    "whole": ("a.json", "[" + LINES.replace("\n", ",") + "]", Limits(whole=80), "a.json: over 80 bytes"),
    "page": ("a.html", "<html><p>نص", Limits(page=5), "a.html: a page of over 5 characters"),
    "nesting": ("a.xml", XML, Limits(nesting=4), "elements are nested over 4 deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITED)
def test_what_is_over_a_limit_is_an_error_with_its_place(tmp_path, name):
    file, content, limits, said = LIMITED[name]
    (tmp_path / file).write_text(content, encoding="utf-8")
    errors = [str(each) for each in scan(tmp_path / file, limits=limits) if isinstance(each, DocumentError)]
    assert [error for error in errors if said in error], errors
    assert not [each for each in scan(tmp_path / file) if isinstance(each, DocumentError) and said in str(each)]


def test_what_stood_before_what_is_too_much_is_read(tmp_path):
    (tmp_path / "a.jsonl").write_text(LINES, encoding="utf-8")
    found = list(scan(tmp_path / "a.jsonl", limits=Limits(records=3)))
    assert sum(isinstance(each, Document) for each in found) == 3
    chronology = quiet(timeline.build, tmp_path / "a.jsonl", limits=Limits(records=3))
    assert len(chronology.documents) == 3


def test_limits_of_the_command(tmp_path):
    (tmp_path / "a.txt").write_text("قصفت روسيا حلب. " * 9, encoding="utf-8")
    status, _, said = run("events", "a.txt", "--limits", "report=100,nesting=5", "--limits", "page=7", cwd=tmp_path)
    assert status == 1
    assert "a.txt: a report of 144 characters, over 100" in said
    for wrong in ("size=1", "report=many", "report=0", "report"):
        status, _, said = run("convert", "a.txt", "--limits", wrong, cwd=tmp_path)
        assert status == 2
        assert wrong.partition("=")[0] in said


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "7", None])
def test_a_limit_is_a_number(value):
    with pytest.raises(OptionError, match=r"limits: report=.*: accepted is a number, 1 or more"):
        limits_of({"report": value})
    with pytest.raises(OptionError, match="limits: 'size' is none; there are report, record"):
        limits_of({"size": 1})


# ---- nothing is run --------------------------------------------------------------------------------------------------

#: What makes code, or objects of any class, of what it reads.
RUNS_CODE = {
    "pickle",
    "marshal",
    "shelve",
    "yaml",
    "dill",
    "joblib",
    "cloudpickle",
    "jsonpickle",
    "runpy",
    "code",
    "imp",
}
CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}


def test_no_module_runs_what_it_reads():
    found = []
    for path in sorted((ROOT / "timeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                found += [f"{path.name}: {name}" for name in names if name.split(".")[0] in RUNS_CODE | {"subprocess"}]
            if isinstance(node, ast.Call) and (called := ast.unparse(node.func)) in CALLS:
                found.append(f"{path.name}: {called}")
    assert found == []


def test_reading_runs_nothing_opens_nothing_else_and_asks_no_network(tmp_path):
    """Told by the hooks of the interpreter itself, over files of every form that try to."""
    folder = tmp_path / "in"
    folder.mkdir()
    mark = tmp_path / "run"
    evil = f"__import__('os').system('touch {mark}')"
    files = {
        "a.md": f"---\ntitle: !!python/object/apply:os.system ['touch {mark}']\npublished: 2024-12-03\n---\n{evil}",
        "a.json": json.dumps({"text": f"{evil} قال الوزير نعم", "date": "2024-12-03", "__reduce__": ["os.system"]}),
        "a.csv": f"text,date\n=cmd|' /C calc'!A0 قال الوزير,2024-12-03\n{evil.replace(',', ' ')},2024-12-03",
        "a.html": f"<html><script>{evil}</script><img src=http://127.0.0.1:9/x><p>{f'قال الوزير {evil} نعم. ' * 4}",
        "a.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><text>&b;</text><title>x</title></a>',
        "a.txt": "${jndi:ldap://127.0.0.1/x} قصف الجيش مدينة حلب أمس {0.__class__}",
    }  # fmt: skip
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    script = """
import sys, warnings
warnings.simplefilter("ignore")
import timeline
timeline.build("قصف الجيش حلب أمس.", published="2024-12-03")
import trafilatura, charset_normalizer
first = timeline.build([{folder!r}])  # what is imported and read of the packages themselves is loaded by now
met = []
ours = ({folder!r}, sys.prefix, sys.base_prefix)
def hook(name, arguments):
    if name in ("os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo",
                "pickle.find_class", "marshal.loads", "exec", "compile"):
        met.append(name)
    if name == "open" and isinstance(arguments[0], str) and not arguments[0].startswith(ours):
        met.append(arguments[0])
sys.addaudithook(hook)
again = timeline.build([{folder!r}])
print(len(again.documents), met)
"""
    ran = subprocess.run(
        [sys.executable, "-c", script.format(folder=str(folder))], capture_output=True, text=True, check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}, encoding="utf-8",
    )  # fmt: skip
    count, _, met = ran.stdout.strip().partition(" ")
    assert int(count) >= 4, ran.stderr
    assert met == "[]"
    assert not mark.exists()


# ---- the same bytes --------------------------------------------------------------------------------------------------

SCRIPT = """
import sys, warnings
warnings.simplefilter("ignore")
import timeline
from functools import partial
from pathlib import Path
chronology = timeline.build(sys.argv[1:])
out = [chronology.to_json(), chronology.to_jsonl(), chronology.to_csv(), chronology.to_ics(), chronology.to_jsonld(),
       chronology.to_html(), *sorted(chronology.to_brat().items())[0], chronology.summarize(3).to_json()]
sys.stdout.buffer.write("\\n".join(out).encode("utf-8", "surrogatepass"))
"""


def surroundings():
    """Seeds of the hash, locales, time zones: Turkey's dotless i, east and west of the date line."""
    yield {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    yield {
        "PYTHONHASHSEED": "3",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
    }
    yield {"PYTHONHASHSEED": "17", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Pago_Pago"}


def test_the_same_bytes_whatever_the_seed_the_locale_the_zone_and_the_order_of_files(tmp_path):
    files = []
    for number, name in enumerate([*CORPORA, "x", "y"]):
        text = CORPORA.get(name, "التقى وزير الخارجية التركي نظيره الإيراني في أنقرة أمس. وقصفت روسيا حلب.")
        path = tmp_path / f"{chr(ord('z') - number)}.md"
        body = "\n".join(text.format(n=n) for n in range(3))
        path.write_text(f"---\npublished: 2024-12-{number + 1:02}\nsource: {name}\n---\n{body}", encoding="utf-8")
        files.append(str(path))
    outputs = set()
    for number, environment in enumerate(surroundings()):
        given = sorted(files, reverse=number == 1) if number < 2 else files[3:] + files[:3]
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "TZ"))}
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, *given], capture_output=True, check=True, cwd=tmp_path,
            env=kept | environment | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert len(ran.stdout) > 10_000
        outputs.add(ran.stdout)
    assert len(outputs) == 1


def test_lines_that_are_read_in_any_way_are_the_same_lines():
    """U+2028 inside a string ended a line for readers that use `str.splitlines`."""
    chronology = Timeline([event("a", headline="سطر\u2028واحد\x85و\u2029آخر\x0b\x1e")])
    text = chronology.to_jsonl()
    assert text.splitlines() == text.split("\n")[:-1] == [each.rstrip("\n") for each in io.StringIO(text)]

"""Files that were silently misread or refused though they are common, each by the command as people call it."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile

import pandas as pd
import pytest

from timeline.cli import main

FIRST = "اجتمع وزير الخارجية التركي هاكان فيدان مع نظيره الأردني أيمن الصفدي في أنقرة أمس."
SECOND = "وشن الجيش السوري هجوما على مدينة حماة الأحد، وقال المتحدث باسم الحكومة إن العملية مستمرة."
TEXT = f"{FIRST}\n\n{SECOND}"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command in an empty folder: (status, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        return stopped.value.code, *capsys.readouterr()

    return run


@pytest.fixture
def published(run, tmp_path):
    """What `build` makes of some sources: the days of publication of its reports, and what it says."""

    def published(*arguments, stdin=b""):
        status, _, said = run("build", *arguments, "-o", "made.json", stdin=stdin)
        assert status == 0, said
        documents = json.loads((tmp_path / "made.json").read_text("utf-8"))["documents"]
        return [document.get("published") for document in documents], said

    return published


def test_a_table_of_articles_given_by_name(published, tmp_path):
    rows = [
        {"title": f"خبر {n}", "date": f"2018-01-{n:02}", "category": "x", "url": "", "content": TEXT} for n in (1, 2, 3)
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "a.csv", index=False)
    days, said = published("a.csv")
    assert days == ["2018-01-01", "2018-01-02", "2018-01-03"]
    assert "note: a.csv: columns: text=«content», published=«date», title=«title»" in said


def test_a_page_given_by_name(published, run, tmp_path):
    page = f"""<html><head><title>لقاء في أنقرة</title>
    <meta property="article:published_time" content="2024-12-03T08:00Z"></head>
    <body><h1>لقاء في أنقرة</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert published("page.html")[0] == ["2024-12-03"]
    events = [json.loads(line) for line in run("events", "page.html")[1].splitlines()]
    assert {event["type"] for event in events} >= {"meeting", "offensive"}
    assert "<" not in json.dumps(events)


def test_a_folder_of_many_kinds_names_what_it_skips(published, tmp_path):
    folder = tmp_path / "mix"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.csv").write_text(f'text,published\n"{TEXT} ب",2024-12-03\n', encoding="utf-8")
    (folder / "c.html").write_text(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", encoding="utf-8")
    (folder / "d.xml").write_text(f"<a><doc><date>2024-12-04</date><text>{TEXT} د</text></doc></a>", encoding="utf-8")
    (folder / "e.csv").write_text("سنة,عدد\n2024,5\n", encoding="utf-8")
    (folder / "f.pdf").write_bytes(b"%PDF-1.7")
    days, said = published("mix", "--published", "2024-12-05")
    assert sorted(days) == ["2024-12-03", "2024-12-04", "2024-12-05", "2024-12-05"]
    assert "mix/e.csv: skipped: no column of texts among «سنة», «عدد»" in said
    assert "mix/f.pdf: skipped: not read, it is a PDF" in said


@pytest.mark.parametrize(
    "key", ["publishedAt", "pubDate", "publish_date", "date_publish", "created_at", "timestamp", "datePublished"]
)
def test_what_others_call_the_day_of_publication(published, run, tmp_path, key):
    value = 1733212800 if key == "timestamp" else "2024-12-03T08:00:00Z"
    (tmp_path / "news.json").write_text(json.dumps([{"text": TEXT, key: value}]), encoding="utf-8")
    assert published("news.json")[0] == ["2024-12-03"]
    status, out, said = run("events", "news.json")
    assert status == 0
    assert '"2024-12-02"' in out
    assert f"published=«{key}»" in said


def test_events_without_a_date_of_publication_are_told_of(run, tmp_path):
    (tmp_path / "news.json").write_text(json.dumps([{"text": TEXT, "wann": "2024-12-03"}]), encoding="utf-8")
    status, _, said = run("events", "news.json")
    assert status == 0
    assert "1 of 1 reports give no date of publication; other keys: «wann»" in said
    assert "no publication date for «اجتمع وزير" in said


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_standard_input_that_is_not_utf_8(run, encoding):
    status, out, said = run("dates", "--reference", "2024-12-03", stdin=TEXT.encode(encoding))
    assert status == 0
    assert "أمس\tDATE\t2024-12-02" in out
    assert "standard input: decoded as" in said
    status, _, said = run("dates", stdin="Le café est fermé.".encode("latin-1"))
    assert status == 1
    assert "standard input:1: not UTF-8 (byte 0xE9)" in said


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_json_lines_on_standard_input(published, name):
    lines = "\n".join(json.dumps({"text": f"{TEXT} {n}", "date": f"2024-12-0{n}"}) for n in (3, 4))
    assert published(name, stdin=lines.encode())[0] == ["2024-12-03", "2024-12-04"]


@pytest.mark.parametrize(
    "data",
    [
        [{"maintext": TEXT, "date_publish": "2024-12-03 10:00:00", "title_page": None}],
        [{"article_content": TEXT, "article_date": "3/12/2024"}],
        [{"النص": TEXT, "التاريخ": "3 كانون الأول 2024"}],
        {"status": "ok", "articles": [{"content": TEXT, "publishedAt": "2024-12-03T10:00:00Z"}]},
    ],
)
def test_keys_of_other_people(published, tmp_path, data):
    (tmp_path / "a.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert published("a.json")[0] == ["2024-12-03"]


def test_a_record_without_a_text_names_the_keys_that_were_met(run, tmp_path):
    (tmp_path / "a.json").write_text('[{"corps": "x", "jour": "y"}]', encoding="utf-8")
    status, _, said = run("build", "a.json")
    assert status == 1
    assert "the record has no 'text'; its keys are «corps», «jour»; say which it is: columns text=…" in said


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("", None),
        (None, None),
        (1715644800, "2024-05-14"),
        (1715644800000, "2024-05-14"),
        ("26 / 5 / 1447هـ الموافق 17 / 11 / 2025م", "2025-11-17"),
        ("الخميس 16 ربيع الأول 1446 هـ - 19 سبتمبر 2024", "2024-09-19"),
    ],
)
def test_dates_that_cost_the_report(published, tmp_path, date, day):
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "published": date}), encoding="utf-8")
    assert published("a.json")[0] == [day]


@pytest.mark.parametrize("name", ["corpus.jsonl.gz", "corpus.zip", "corpus.parquet"])
def test_packed_and_columnar_files(run, tmp_path, name):
    row = {"text": TEXT, "date": "2024-12-03"}
    if name.endswith("gz"):
        (tmp_path / name).write_bytes(gzip.compress(json.dumps(row).encode()))
    elif name.endswith("zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("news/a.json", json.dumps(row))
    else:
        pd.DataFrame([row]).to_parquet(tmp_path / name)
    status, out, _ = run("events", name)
    assert status == 0
    assert '"2024-12-02"' in out


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("report.txt", "الثلاثاء 14 مايو 2024 - 10:20\n\n"),
        ("report.txt", "نُشر في: 14-05-2024\n"),
        ("JA-politic-269-20240514.txt", ""),
    ],
)
def test_a_date_above_the_text_or_in_the_name(published, tmp_path, name, above):
    (tmp_path / name).write_text(above + TEXT, encoding="utf-8")
    assert published(name)[0] == ["2024-05-14"]

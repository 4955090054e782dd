"""The forms that reports come in, each from a file that somebody else's tool wrote."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tracemalloc
import zipfile

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.ipc
import pytest

from timeline.documents.model import Document
from timeline.documents.read import scan
from timeline.errors import DocumentError, MissingExtraError, OptionError

ROWS = [
    {
        "title": "لقاء في عمّان",
        "date": "2024-05-14",
        "category": "سياسة",
        "url": "https://example.org/1",
        "content": 'اجتمع الوزيران في عمّان الأحد، وقال أحدهما: "كان اللقاء مفيدا؛ سنكرره".\n\nثم عاد الوفد.',
    },
    {"title": "هجوم", "date": "15/5/2024", "category": "ميدان", "url": "", "content": "شن الجيش هجوما فجر أمس."},
]
REPORTS = [
    Document(ROWS[0]["content"], "2024-05-14", title="لقاء في عمّان", url="https://example.org/1"),
    Document(ROWS[1]["content"], "2024-05-15", title="هجوم"),
]
COLUMNS = "columns: text=«content», published=«date», title=«title», url=«url»"


@pytest.fixture
def frame():
    return pd.DataFrame(ROWS)


def parted(path, **options):
    """The reports of a file, and the rest as strings without the path."""
    found = list(scan(path, **options))
    reports = [each for each in found if isinstance(each, Document)]
    return reports, [str(each).replace(str(path), "", 1).lstrip(": ") for each in found if each not in reports]


CSV = {
    "pandas.csv": {},
    "index.tsv": {"sep": "\t", "index": True},
    "excel.csv": {"sep": ";", "encoding": "utf-8-sig"},
    "unicode-text.csv": {"sep": "\t", "encoding": "utf-16"},
    "no-suffix": {},
    "wrong-suffix.txt": {"lineterminator": "\r\n"},
    "all-quoted.csv": {"quoting": 1},
}


@pytest.mark.parametrize("name", CSV)
def test_tables_that_pandas_writes(frame, tmp_path, name):
    frame.to_csv(tmp_path / name, **{"index": False, **CSV[name]})
    reports, said = parted(tmp_path / name)
    carriage = "\r" if CSV[name].get("lineterminator") else ""
    assert [report.text.replace(carriage, "") if carriage else report.text for report in reports] == [
        report.text for report in REPORTS
    ]
    assert [(each.published, each.title, each.url) for each in reports] == [
        (each.published, each.title, each.url) for each in REPORTS
    ]
    assert said == [COLUMNS]


def test_what_excel_writes_first_names_the_delimiter(frame, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=|\n" + frame.to_csv(sep="|", index=False), encoding="utf-8-sig")
    assert parted(path) == (REPORTS, [COLUMNS])


def test_columns_can_be_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("أ,ب,ج\nاجتمع الوزيران.,14/5/2024,x\n", encoding="utf-8")
    reports, said = parted(path, columns={"text": "أ", "published": "ب"})
    assert (reports, said) == ([Document("اجتمع الوزيران.", "2024-05-14")], [])
    assert parted(path)[1] == ["no column of texts among «أ», «ب», «ج»; say which it is: columns text=…"]
    assert parted(path, columns={"text": "د"})[1] == ["no column 'د'; there are «أ», «ب», «ج»"]
    with pytest.raises(OptionError, match="'date' is nothing that a report has; it has text, published"):
        scan(path, columns={"date": "ب"})


def test_two_columns_of_one_name_are_not_chosen_from(tmp_path):
    (tmp_path / "a.csv").write_text("text,text,date\nأ,ب,2024-05-14\n", encoding="utf-8")
    assert parted(tmp_path / "a.csv") == ([], ["two columns are called «text»; rename one of them"])


def test_a_row_that_is_broken_costs_no_other(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        "text,date\nنص أول,2024-05-14\n".encode()
        + b"\xff\xfe,2024-05-14\n"
        + "نص, فيه فاصلة,2024-05-14\n,2024-05-14\nنص ثان,2024-05-15\n".encode()
    )
    reports, said = parted(path)
    assert [report.text for report in reports] == ["نص أول", "نص ثان"]
    assert said[1:] == [
        "3: not UTF-8 (byte 0xFF); save the file as UTF-8, or give its encoding",
        "4: 3 cells, but 2 columns: a delimiter that is not quoted?",
        "5: the record has no 'text'; its keys are «text», «date»; say which it is: columns text=…",
    ]


def test_a_workbook_of_excel(frame, tmp_path):
    path = tmp_path / "a.xlsx"
    arabic = frame.rename(columns={"content": "النص", "date": "تاريخ النشر", "title": "العنوان", "url": "الرابط"})
    arabic["تاريخ النشر"] = [dt.datetime(2024, 5, 14, 10), dt.datetime(2024, 5, 15)]
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"عدد": [1]}).to_excel(book, sheet_name="أرقام")
        arabic.to_excel(book, sheet_name="أخبار", index=False)
    said = "columns: text=«النص», published=«تاريخ النشر», title=«العنوان», url=«الرابط»"
    assert parted(path) == (REPORTS, [said])


def arrow_stream(frame, path):
    table = pa.Table.from_pandas(frame)
    with pa.ipc.new_stream(path, table.schema) as writer:
        writer.write_table(table)


COLUMNAR = {
    "pandas.parquet": lambda frame, path: frame.to_parquet(path),
    "polars.parquet": lambda frame, path: pl.from_pandas(frame).write_parquet(path),
    "dated.parquet": lambda _, path: (
        pl.DataFrame(ROWS)
        .with_columns(date=pl.Series([dt.date(2024, 5, 14), dt.date(2024, 5, 15)]))
        .write_parquet(path)
    ),
    "duckdb.parquet": lambda frame, path: duckdb.from_df(frame).write_parquet(str(path)),
    "zstd.parquet": lambda frame, path: frame.to_parquet(path, compression="zstd"),
    "pandas.feather": lambda frame, path: frame.to_feather(path),
    "polars.arrow": lambda frame, path: pl.from_pandas(frame).write_ipc(path),
    "stream.arrow": arrow_stream,
    "misnamed.txt": lambda frame, path: frame.to_parquet(path),
}


@pytest.mark.parametrize("name", COLUMNAR)
def test_parquet_and_arrow(frame, tmp_path, name):
    COLUMNAR[name](frame, tmp_path / name)
    assert parted(tmp_path / name) == (REPORTS, [COLUMNS])


JSON = {
    "records.json": {"orient": "records"},
    "lines.jsonl": {"orient": "records", "lines": True},
    "lines.txt": {"orient": "records", "lines": True, "force_ascii": False},
    "lines.json": {"orient": "records", "lines": True},
    "by-column.json": {},
    "indented.txt": {"orient": "records", "indent": 2},
    "lines.jsonl.gz": {"orient": "records", "lines": True},
    "lines.jsonl.zst": {"orient": "records", "lines": True},
    "lines.zip": {"orient": "records", "lines": True},
}


@pytest.mark.parametrize("name", JSON)
def test_json_that_pandas_writes(frame, tmp_path, name):
    frame.to_json(tmp_path / name, **JSON[name])
    assert parted(tmp_path / name) == (REPORTS, [])


@pytest.mark.filterwarnings("ignore:'epoch' date format is deprecated")
def test_epoch_numbers_that_pandas_writes(tmp_path):
    frame = pd.DataFrame(
        {"text": ["نص أول", "نص ثان"], "date": pd.to_datetime(["2024-05-14T00:00", "2024-05-15T23:00"])}
    )
    for unit in ("s", "ms", "us", "ns"):
        path = tmp_path / f"{unit}.json"
        frame.to_json(path, orient="records", date_unit=unit, date_format="epoch")
        assert [report.published for report in parted(path)[0]] == [dt.date(2024, 5, 14), dt.date(2024, 5, 15)]


KEYS = [
    ({"maintext": "نص", "date_publish": "2024-05-14 10:20:00", "source_domain": "example.org"}, "example.org"),
    ({"article_content": "نص", "article_date": "14/5/2024", "article_title": "عنوان"}, None),
    ({"النص": "نص", "التاريخ": "14 مايو 2024", "المصدر": "جريدة"}, "جريدة"),
    ({"النصّ": "نص", "تاريخ_النشر": "14 مايو 2024"}, None),
    ({"source": {"id": None, "name": "وكالة"}, "content": "نص", "publishedAt": "2024-05-14T10:00:00Z"}, "وكالة"),
    ({"content": "", "description": "نص", "pubDate": "2024-05-14 10:00:00", "source_id": "agency"}, "agency"),
    ({"body": "نص", "created_at": "Tue May 14 10:00:00 +0000 2024"}, None),
    ({"text": "نص", "timestamp": 1715644800}, None),
    ({"text": "نص", "publish_date": "2024-05-14", "date": ""}, None),
    ({"paragraphs": ["نص"], "Published Date": "2024-05-14"}, None),
    ({"_source": {"text": "نص", "date": {"$date": "2024-05-14T00:00:00Z"}}, "_id": "x"}, None),
    ({"content": {"rendered": "<p>نص</p>"}, "title": {"rendered": "عنوان"}, "date": "2024-05-14T10:00:00"}, None),
    (
        {
            "source": "جريدة",
            "url": "u",
            "date_extracted": "2024-05-14 02:51:32",
            "title": "",
            "author": "",
            "content": "نص",
        },
        "جريدة",
    ),
]


@pytest.mark.parametrize(("record", "source"), KEYS, ids=[",".join(record) for record, _ in KEYS])
def test_keys_of_other_people(tmp_path, record, source):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    [report], _ = parted(path)
    assert (report.text, report.published, report.source) == ("نص", dt.date(2024, 5, 14), source)


NESTED = [
    '{"status": "ok", "totalResults": 1, "articles": [%s]}',
    '{"status": "success", "results": [%s], "nextPage": null}',
    '{"response": {"docs": [%s], "numFound": 1}}',
    '{"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_index": "news", "_source": %s}]}}',
    '{"data": {"meta": [], "items": [%s]}}',
    "[%s]",
]


@pytest.mark.parametrize("around", NESTED)
def test_records_inside_other_objects(tmp_path, around):
    path = tmp_path / "a.json"
    path.write_text(around % json.dumps({"text": "نص", "published": "2024-05-14"}), encoding="utf-8")
    assert parted(path) == ([Document("نص", "2024-05-14")], [])


def test_headlines_of_gdelt_are_reports(tmp_path):
    article = {"url": "https://example.org/a", "title": "الوزير يزور عمّان", "seendate": "20240514T101500Z"}
    article |= {"domain": "example.org", "language": "Arabic", "sourcecountry": "Jordan"}
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"articles": [article]}), encoding="utf-8")
    reports, said = parted(path)
    assert reports == [Document("الوزير يزور عمّان", "2024-05-14", "example.org", url="https://example.org/a")]
    assert said == ["columns: text=«title», published=«seendate», source=«domain», url=«url»"]


def test_records_that_have_no_text_name_their_keys_and_others_no_date(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('[{"maintxt": "نص", "when": 5}, {"text": "نص", "wann": "2024-05-14"}]', encoding="utf-8")
    reports, said = parted(path)
    assert said == [
        ", record 1: the record has no 'text'; its keys are «maintxt», «when»; say which it is: columns text=…",
        "1 of 1 reports give no date of publication; other keys: «wann»",
    ]
    assert [report.published for report in reports] == [None]


def test_archives_and_folders_are_read_alike(frame, tmp_path):
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    frame.to_csv(folder / "a.csv", index=False)
    (folder / "deep" / "b-2024-05-16.txt").write_text("نص من ملف.", encoding="utf-8")
    (folder / "deep" / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with zipfile.ZipFile(tmp_path / "news.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*"):
            archive.write(path, path.relative_to(tmp_path))
    for path in (folder, tmp_path / "news.zip"):
        found = list(scan(path))
        reports = [each for each in found if isinstance(each, Document)]
        assert [report.text for report in reports] == [ROWS[0]["content"], ROWS[1]["content"], "نص من ملف."]
        assert reports[2].published == dt.date(2024, 5, 16)
        said = [str(each) for each in found if each not in reports]
        assert [line.partition("deep/")[2] for line in said[1:]] == [
            "b-2024-05-16.txt: published=2024-05-16 by its name",
            "c.png: skipped: not read, it is a picture",
        ]


def test_patterns(frame, tmp_path):
    for name in ("b.csv", "a.csv", "c.tsv"):
        frame.to_csv(tmp_path / name, index=False)
    assert [report for report in scan(f"{tmp_path}/*.csv") if isinstance(report, Document)] == REPORTS * 2
    [error] = scan(f"{tmp_path}/*.json")
    assert str(error) == f"{tmp_path}/*.json: no file has such a name"


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl.gz", "zip", "cp1256.csv"])
def test_standard_input(frame, tmp_path, name, form):
    path = tmp_path / f"a.{form}"
    if form == "parquet":
        frame.to_parquet(path)
    elif form == "jsonl.gz":
        frame.to_json(path, orient="records", lines=True)
    elif form == "cp1256.csv":
        frame.to_csv(path, index=False, encoding="cp1256")
    else:
        frame.to_csv(path, index=False)
    code = (
        f"from timeline.documents.read import scan\nfor each in scan({name!r}): print(repr(getattr(each, 'text', 0)))"
    )
    # through a pipe, which cannot be read twice
    ran = subprocess.run([sys.executable, "-c", code], input=path.read_bytes(), capture_output=True, check=True)
    texts = [line for line in ran.stdout.decode().splitlines() if line != "0"]
    assert texts == [repr(row["content"]) for row in ROWS]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.sgm", "a.jsonl.gz"])
def test_a_corpus_is_not_loaded_whole(tmp_path, name):
    path = tmp_path / name
    frame = pd.DataFrame(
        {"text": [f"{ROWS[0]['content']} {number}" for number in range(20_000)], "published": "2024-05-14"}
    )
    if name == "a.csv":
        frame.to_csv(path, index=False)
    elif name == "a.sgm":
        path.write_text("\n".join(f"<DOC><TEXT>{text}</TEXT></DOC>" for text in frame["text"]), encoding="utf-8")
    else:
        frame.to_json(path, orient="records", lines=True, force_ascii=False)
    size = frame["text"].str.len().sum() * 2
    del frame
    list(scan(write_one(tmp_path)))  # what is loaded once
    tracemalloc.start()
    read = sum(isinstance(each, Document) for each in scan(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read == 20_000
    assert peak < size / 3


def test_parquet_is_read_batch_by_batch(tmp_path):
    path = tmp_path / "a.parquet"
    rows = [{"text": f"نص رقم {number}", "published": "2024-05-14"} for number in range(20_000)]
    pl.DataFrame(rows).write_parquet(path, row_group_size=1_000)
    content = path.read_bytes()
    # The last pages are damaged; what stands before them is read all the same.
    at = len(content) * 2 // 3
    path.write_bytes(content[:at] + b"\xff" * 2_000 + content[at + 2_000 :])
    *reports, error = [each for each in scan(path) if isinstance(each, Document | DocumentError)]
    assert 5_000 < len(reports) < 20_000
    assert "a.parquet: " in str(error)


def write_one(folder):
    path = folder / "one.jsonl"
    path.write_text('{"text": "نص", "published": "2024-05-14"}', encoding="utf-8")
    return path


EXTRAS = [
    ("a.parquet", "pyarrow", "arrow"),
    ("a.html", "trafilatura", "web"),
    ("a.rss", "feedparser", "web"),
    ("a.xlsx", "openpyxl", "files"),
    ("a.jsonl.zst", "zstandard", "files"),
    ("a.txt", "charset_normalizer", "files"),
]


@pytest.mark.parametrize(("name", "package", "extra"), EXTRAS)
def test_a_missing_package_is_named_with_how_to_get_it(frame, tmp_path, monkeypatch, name, package, extra):
    path = tmp_path / name
    if name == "a.parquet":
        frame.to_parquet(path)
    elif name == "a.xlsx":
        frame.to_excel(path, index=False)
    elif name == "a.jsonl.zst":
        frame.to_json(path, orient="records", lines=True)
    elif name == "a.txt":
        path.write_bytes(ROWS[0]["content"].encode("cp1256"))
    else:
        path.write_text("<html><body><p>نص</p></body></html>" if name == "a.html" else "<rss></rss>", encoding="utf-8")
    for module in [each for each in sys.modules if each.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    [error] = scan(path)
    assert isinstance(error, MissingExtraError)
    assert str(error).startswith(f"{path}: ")
    assert f"pip install 'diplomatic-timeline[{extra}]'" in str(error)


def test_reading_loads_no_heavy_package_before_it_is_needed(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "نص", "published": "2024-05-14"}', encoding="utf-8")
    code = (
        "import sys; from timeline.documents.read import scan; print(len(list(scan(sys.argv[1]))), "
        "*{'pyarrow', 'pandas', 'trafilatura', 'lxml', 'feedparser', 'openpyxl', 'zstandard', 'charset_normalizer', "
        "'dateparser', 'plotly'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code, tmp_path / "a.jsonl"], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["1"]

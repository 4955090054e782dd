"""Plain text: front matter of either kind, a date above the text or in the name, and the encodings of Arabic."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import json

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.documents.printed import date_in_words
from timeline.documents.read import read, read_all, scan
from timeline.errors import DocumentError, OptionError

DAY = dt.date(2024, 5, 14)
TEXT = "اجتمع وزير الخارجية مع نظيره في عمّان أمس، وبحثا العلاقات بين البلدين.\n\nوقال الوزير إن اللقاء كان مفيدا."


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "matter",
    [
        '---\ntitle: "لقاء"\ndate: 2024-05-14\ntags: [أ, ب]\n---\n',
        "---\ntitle: >-\n  لقاء\nauthor:\n  - كاتب\npublish_date: 14 مايو 2024\n---\n",
        "---\nالعنوان: لقاء\nالتاريخ: 14 مايو 2024\n---\n",
        "---\r\ntitle: لقاء\r\ndate: 2024-05-14T10:00:00+03:00\r\n---\r\n",
        '+++\ntitle = "لقاء"\ndate = 2024-05-14T10:00:00Z\n[extra]\nx = 1\n+++\n',
        '+++\n"title" = "لقاء"\npublished = 2024-05-14\n+++\n',
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.rst", "post"])
def test_front_matter_in_yaml_and_toml(tmp_path, matter, name):
    write(tmp_path / name, matter + TEXT + "\n")
    [report] = scan(tmp_path)
    assert (report.text, report.title, report.published) == (TEXT, "لقاء", DAY)


def test_pairs_above_a_text_need_no_fences(tmp_path):
    heading = "العنوان: لقاء\r\nالتاريخ: 14 مايو 2024\nSource: وكالة\n\n"
    assert read(write(tmp_path / "a.txt", heading + TEXT)) == Document(TEXT, DAY, "وكالة", "لقاء")
    for text in (
        f"العنوان: لقاء\n\n{TEXT}",
        f"العنوان: لقاء\nقال: نعم\n\n{TEXT}",
        f"العنوان: لقاء\nالمصدر: وكالة\n{TEXT}",
    ):
        assert list(scan(write(tmp_path / "a.txt", text))) == [Document(text)]


def test_front_matter_that_is_no_toml_is_said(tmp_path):
    note, report = scan(write(tmp_path / "a.md", f"+++\ndate = 14 May\n+++\n{TEXT}"))
    assert str(note).startswith(f"{tmp_path}/a.md:1: the front matter is no TOML: ")
    assert report == Document(TEXT)


ABOVE = [
    "الثلاثاء 14 مايو 2024 - 10:20",
    "الثلاثاء، ١٤ مايو/أيار ٢٠٢٤",
    "14/05/2024",
    "2024-05-14 10:20",
    "نُشر في: 14-05-2024",
    "تاريخ النشر : الثلاثاء 14 أيار 2024 الساعة 10:20 بتوقيت غرينتش",
    "الثلاثاء 6 ذو القعدة 1445 هـ - 14 مايو 2024 م",
    "6 / 11 / 1445هـ الموافق 14 / 5 / 2024م",
    "آخر تحديث: 14 مايو 2024 10:20 ص",
    "Published: Tue, 14 May 2024 10:20 GMT",
]


@pytest.mark.parametrize("line", ABOVE)
def test_a_date_line_stands_above_or_below_the_text_which_stays_as_it_is(tmp_path, line):
    for text in (f"{line}\n{TEXT}", f"لقاء في عمّان\n\n{line}\n\n{TEXT}", f"{TEXT}\n\n{line}"):
        report = read(write(tmp_path / "a.txt", text))
        assert (report.text, report.published) == (text, DAY)
        assert report.published_reasons == (f"«{line}» stands with the text",)


@pytest.mark.parametrize(
    "text",
    [
        f"اجتمع الوزيران في 14 مايو 2024\n{TEXT}",  # a line that says something
        f"القرار 2254\n{TEXT}",
        f"مايو 2024\n{TEXT}",
        f"الثلاثاء\n{TEXT}",
        "14 مايو 2024",  # nothing but a date
        f"{TEXT}\n{TEXT}\n{TEXT}\n14 مايو 2024\n{TEXT}\n{TEXT}\n{TEXT}",  # a heading inside
    ],
)
def test_what_is_no_date_of_publication_is_not_taken_for_one(tmp_path, text):
    assert list(scan(write(tmp_path / "a.txt", text))) == [Document(text)]


def test_several_date_lines_date_nothing_and_are_said(tmp_path):
    text = f"14 مايو 2024\n\n{TEXT}\n\n16 مايو 2024\n\n{TEXT}"
    note, report = scan(write(tmp_path / "a.txt", text))
    assert (note.kind, report) == ("undated", Document(text))
    assert "lines with several dates (2024-05-14, 2024-05-16)" in str(note)
    captioned = f"تاريخ النشر: 14 مايو 2024\nآخر تحديث: 15 مايو 2024\n{TEXT}"
    assert read(write(tmp_path / "a.txt", captioned)).published == DAY


NAMES = [
    "JA-politic-269-20240514.txt",
    "2024-05-14.txt",
    "report_14-05-2024_x.txt",
    "2024/05/14/12.txt",
    "2024-05-14/report.txt",
    "news/20240514/a/1.txt",
    "2024/05/14.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_date_in_the_name_of_the_file_or_its_folders(tmp_path, name):
    note, report = scan(write(tmp_path / name, TEXT))
    assert (note.kind, report.text, report.published) == ("guessed", TEXT, DAY)
    assert str(note) == f"{tmp_path / name}: published=2024-05-14 by its name"


@pytest.mark.parametrize(
    "name", ["269-12345678901.txt", "20241405.txt", "2024-05-14_2024-05-16.txt", "2024.txt", "1.txt"]
)
def test_names_without_one_day(tmp_path, name):
    assert list(scan(write(tmp_path / name, TEXT))) == [Document(TEXT)]


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%d-%m-%Y", "%Y/%m/%d"]),
)
def test_every_day_in_a_name_is_read(day, form):
    words = day.strftime(form)
    assert date_in_words(f"JA-politic-7-{words}.txt") == (day, words)


def test_what_is_dated_by_its_name_is_counted(tmp_path):
    for number in range(30):
        write(tmp_path / f"JA-{number}-201601{number + 1:02}.txt", TEXT + str(number))
    found = list(scan(tmp_path))
    notes = [each for each in found if isinstance(each, Note)]
    assert sum(note.count for note in notes) == len(found) - len(notes) == 30
    assert str(notes[-1]) == f"{tmp_path}: and 20 more guessed"


# ---- encodings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
@pytest.mark.parametrize("length", [40, 107, 3_000, 300_000])
def test_the_encodings_of_arabic_are_recognized_and_said(tmp_path, encoding, length):
    text = (f"{TEXT}\n" * (length // len(TEXT) + 1))[:length].strip()
    note, report = scan(write(tmp_path / "a.txt", text.encode(encoding)))
    assert report.text == text
    assert note.kind == "decoded"
    assert {"cp1256": "windows-1256", "iso8859_6": "ISO-8859-6"}[encoding] in str(note)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_marks_need_not_be_said(tmp_path, encoding):
    assert list(scan(write(tmp_path / "a.txt", TEXT.encode(encoding)))) == [Document(TEXT)]
    big = codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")
    assert list(scan(write(tmp_path / "a.txt", big))) == [Document(TEXT)]


def test_an_encoding_can_be_said(tmp_path):
    path = write(tmp_path / "a.txt", "عمّان".encode("cp1256"))
    assert list(scan(path, encoding="windows-1256")) == [Document("عمّان")]
    [error] = scan(path, encoding="ascii")
    assert isinstance(error, DocumentError)
    assert list(scan(write(path, TEXT.encode("utf-16-le")), encoding="utf-16-le")) == [Document(TEXT)]
    with pytest.raises(OptionError, match="'arabic-of-old' is not known"):
        scan(path, encoding="arabic-of-old")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "iso8859_15"])
def test_other_languages_are_not_taken_for_arabic(tmp_path, encoding):
    [error] = scan(write(tmp_path / "a.txt", ("Les ministres se sont réunis à Amman, déjà." * 20).encode(encoding)))
    assert "a.txt:1: not UTF-8 (byte 0xE9); save the file as UTF-8, or give its encoding" in str(error)


def test_a_broken_byte_in_utf_8_is_an_error_and_no_other_encoding(tmp_path):
    content = TEXT.encode() * 3 + b"\xd9" + TEXT.encode()
    [error] = scan(write(tmp_path / "a.txt", content))
    assert "not UTF-8 (byte 0xD9)" in str(error)


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_json_lines_and_tables_are_decoded_too(tmp_path, encoding):
    lines = "\n".join(json.dumps({"text": f"{TEXT} {n}", "date": "2024-05-14"}, ensure_ascii=False) for n in range(50))
    for name, content in (("a.jsonl", lines), ("a.csv", 'text,date\n"' + TEXT + '",2024-05-14\n')):
        path = write(tmp_path / name, content.encode(encoding))
        reports = [each for each in scan(path) if isinstance(each, Document)]
        assert {(report.text[: len(TEXT)], report.published) for report in reports} == {(TEXT, DAY)}


# ---- round trips -----------------------------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40)
PLAIN = WORDS.map(str.strip).filter(
    lambda words: words.lower() not in {"", "-", "–", "nan", "nat", "none", "null", "na"}
)
PLAIN = PLAIN.filter(lambda words: "<" not in words and words.lower() not in {"n/a", "غير متوفر", "غير محدد"})
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"text": PLAIN, "published": st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)).map(str)},
        optional={"title": PLAIN, "source": PLAIN, "url": PLAIN},
    ),
    min_size=1,
    max_size=6,
)


def as_json(records, path):
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")


def as_lines(records, path):
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")


def as_csv(records, path, delimiter=","):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["text", "published", "title", "source", "url"], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(records)


def as_parquet(records, path):
    columns = {
        name: [record.get(name) for record in records] for name in ("text", "published", "title", "source", "url")
    }
    pyarrow.parquet.write_table(pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()}), path)


def as_front_matter(records, path):
    blocks = []
    for record in records:
        pairs = "".join(
            f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in record.items() if name != "text"
        )
        blocks.append(f"+++\n{pairs}+++\n{record['text']}\n")
    path.write_text("\n".join(blocks), encoding="utf-8")


@pytest.mark.parametrize("form", [as_json, as_lines, as_csv, as_parquet, as_front_matter])
@given(records=RECORDS)
def test_records_written_are_the_records_read(tmp_path_factory, form, records):
    path = tmp_path_factory.mktemp("round") / "a.txt"
    form(records, path)
    assert read_all(path) == [Document(**record) for record in records]


def test_build_tells_what_was_guessed_and_skipped_in_one_warning(tmp_path):
    write(tmp_path / "a.jsonl", json.dumps({"maintext": TEXT, "date_publish": "2024-05-14"}))
    write(tmp_path / "b.jsonl", json.dumps({"text": TEXT + " ب", "date": "gestern"}))
    write(tmp_path / "c.csv", "عدد\n5\n")
    write(tmp_path / "d.css", "p { color: red }")
    with pytest.warns(timeline.TimelineWarning) as caught:
        chronology = timeline.build(tmp_path)
    assert len(chronology.documents) == 2
    [told] = [str(warning.message) for warning in caught]
    for said in (
        "a.jsonl: columns: text=«maintext», published=«date_publish»",
        "b.jsonl:1: published not read: 'gestern'",
        "c.csv: skipped: no column of texts among «عدد»",
        "d.css: skipped: a file of another kind (.css)",
        "no publication date for «اجتمع وزير",
    ):
        assert said in told

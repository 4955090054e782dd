"""Files that mean harm, and files that are damaged: an error or a note with the place, and nothing else happens."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import tracemalloc
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.documents.read import FORMS, SUFFIXES, read_all, scan
from timeline.errors import DocumentError

TEXT = "اجتمع الوزيران في عمّان أمس."
BOMB = 300 << 20


def only_error(path, **options):
    [error] = scan(path, **options)
    assert isinstance(error, DocumentError)
    return str(error).replace(f"{path.parent}/", "")


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


# ---- bombs -----------------------------------------------------------------------------------------------------------


def zeros(opened):
    for _ in range(BOMB >> 20):
        opened.write(b" " * (1 << 20))


@pytest.mark.parametrize("name", ["a.txt.gz", "a.json.gz", "a.jsonl.gz", "a.csv.gz", "a.txt.zst", "a.jsonl.zst"])
def test_decompression_bombs_are_left_out(tmp_path, name):
    path = tmp_path / name
    first = {"json": b"[", "jsonl": b'{"text": "x"}\n', "csv": b"text,date\n"}.get(name.split(".")[1], b"x")
    with (gzip if name.endswith("gz") else zstandard).open(path, "wb") as opened:
        opened.write(first)
        zeros(opened)
    tracemalloc.start()
    *_, error = scan(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(error) == f"{path}: unpacked it is over 200 times as large; left out as a decompression bomb"
    assert peak < BOMB


def test_a_bomb_in_a_zip_costs_no_other_file(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.txt", "w") as opened:
            zeros(opened)
        archive.writestr("b.txt", TEXT)
    path = tmp_path / "a.zip"
    path.write_bytes(stream.getvalue())
    error, report = scan(path)
    assert str(error).endswith("a.zip/a.txt: unpacked it is over 200 times as large; left out as a decompression bomb")
    assert report == Document(TEXT)


def test_a_zip_that_lies_about_its_sizes(tmp_path):
    content = bytearray(zipped({"a.txt": TEXT * 1000}))
    size = len((TEXT * 1000).encode()).to_bytes(4, "little")
    for at in (content.find(size), content.rfind(size)):
        content[at : at + 4] = (50).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(content)
    found = list(scan(tmp_path / "a.zip"))
    assert all(isinstance(each, DocumentError) or len(each.text) <= 50 for each in found)


def test_files_of_a_zip_that_overlap(tmp_path):
    """As the flat bombs have them: many entries that share the same packed bytes."""
    content = zipped({"a.txt": os.urandom(5_000)})
    end = content.rindex(b"PK\x05\x06")
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    entry = content[start:end]
    entries = b"".join(entry.replace(b"a.txt", f"{letter}.txt".encode()) for letter in "abcdefgh")
    tail = bytearray(content[end:])
    tail[8:12] = (8).to_bytes(2, "little") * 2
    tail[12:16] = len(entries).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(content[:start] + entries + bytes(tail))
    assert only_error(tmp_path / "a.zip") == "a.zip: its files overlap; left out as a decompression bomb"


def test_packed_files_in_packed_files_end(tmp_path):
    content = TEXT.encode()
    for depth in range(1, 6):
        content = zipped({"a.zip" if depth > 1 else "a.txt": content}, zipfile.ZIP_STORED)
        path = tmp_path / f"{depth}.zip"
        path.write_bytes(content)
        found = [each for each in scan(path) if isinstance(each, Document)]
        assert len(found) == (depth <= 3)
    assert "packed over 3 times; left out" in only_error(path)


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path):
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.zip"
    path.write_bytes(zipped({"../../out.txt": TEXT, "/etc/out.txt": TEXT + "ب", "a/../b.txt": TEXT + "ج"}))
    reports = [each for each in scan(path) if isinstance(each, Document)]
    assert len(reports) == 3
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_a_name_that_is_empty(tmp_path):
    """`ZipInfo.is_dir` asks for its last letter: `IndexError`."""
    content = bytearray(zipped({"x": TEXT}, zipfile.ZIP_STORED))
    for mark, length, size in ((b"PK\x03\x04", 26, 30), (b"PK\x01\x02", 28, 46)):
        at = content.index(mark)
        content[at + length] = 0
        del content[at + size]
    end = content.index(b"PK\x05\x06")
    content[end + 12 : end + 20] = struct.pack("<2I", end - content.index(b"PK\x01\x02"), content.index(b"PK\x01\x02"))
    (tmp_path / "a.zip").write_bytes(content)
    [report] = scan(tmp_path / "a.zip")
    assert report == Document(TEXT)


def test_a_password(tmp_path):
    content = bytearray(zipped({"a.txt": TEXT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    assert only_error(tmp_path / "a.zip") == "a.zip/a.txt: needs a password; unpack it first"


# ---- markup ----------------------------------------------------------------------------------------------------------

LAUGHS = '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol">' + "".join(
    f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">' for n in range(1, 10)
)
EVIL = {
    "laughs.xml": LAUGHS + "]>\n<TEI><text>&lol9;</text></TEI>",
    "laughs.rss": LAUGHS + "]>\n<rss><channel><item><title>&lol9;</title></item></channel></rss>",
    "file.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><text>&b;</text><title>x</title></a>',
    "file.rss": '<!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;</title></item>'
    "</channel></rss>",
    "parameter.xml": '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/x"> %b;]><a><text>x</text></a>',
    "deep.xml": "<a>" * 100_000,
}


@pytest.mark.parametrize("name", EVIL)
def test_entities_are_never_expanded_and_nothing_is_fetched(tmp_path, name):
    (tmp_path / name).write_text(EVIL[name], encoding="utf-8")
    said = only_error(tmp_path / name)
    assert "entit" in said or "deep" in said
    assert "root:" not in said


def test_a_document_type_from_outside_is_not_fetched(tmp_path):
    text = f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a><doc><text>{TEXT}</text><title>x</title></doc></a>'
    (tmp_path / "a.xml").write_text(text, encoding="utf-8")
    assert read_all(tmp_path / "a.xml") == [Document(TEXT, title="x")]


def test_a_page_reads_nothing_from_outside(tmp_path):
    text = f"""<html><head><link rel=stylesheet href="http://127.0.0.1:9/x.css"><base href="file:///etc/"></head><body>
    <iframe src="file:///etc/passwd"></iframe><script>document.write("root:")</script><p>{TEXT * 3}</p></body></html>"""
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    [report] = scan(tmp_path / "a.html")
    assert "root:" not in report.text


def test_deep_pages_and_deep_json_ld(tmp_path):
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    (tmp_path / "a.html").write_text(
        f"<html><body>{deep}{'<div>' * 5_000}<p>{TEXT}</p></body></html>", encoding="utf-8"
    )
    assert [type(each) for each in scan(tmp_path / "a.html")] in ([Document], [DocumentError])


@pytest.mark.parametrize(
    "piece", ["<TEXT>", "<DOC>", "<DOC><TEXT>", "<!-- -->", "<!--", " ", "\n", "<P>", "&amp;", "---\n"]
)
def test_time_grows_with_the_length_and_not_faster(tmp_path, piece):
    """Twenty times the input in at most some sixty times the time; a square would be four hundred times."""
    from time import process_time

    taken = []
    for length in (2_000, 40_000):
        path = tmp_path / f"{length}"
        path.write_text("<DOC>" + piece * length + "</DOC>" if piece != "---\n" else piece * length, encoding="utf-8")
        times = []
        for _ in range(3):
            begun = process_time()
            list(scan(path))
            times.append(process_time() - begun)
        taken.append(min(times))
    assert taken[1] < 60 * max(taken[0], 0.002)


# ---- damage ----------------------------------------------------------------------------------------------------------


def test_files_that_are_cut_off_keep_what_was_read(tmp_path):
    lines = "\n".join(json.dumps({"text": f"{TEXT} {number} {os.urandom(20).hex()}"}) for number in range(5_000))
    for name, packed in (
        ("a.jsonl.gz", gzip.compress(lines.encode())),
        ("a.jsonl.zst", zstandard.compress(lines.encode())),
    ):
        (tmp_path / name).write_bytes(packed[: len(packed) * 3 // 4])
        *reports, error = [each for each in scan(tmp_path / name) if not isinstance(each, Note)]
        assert len(reports) > 1_000
        assert str(error) == f"{tmp_path / name}: the file is cut off"


DAMAGED = {
    "a.gz": gzip.compress(TEXT.encode())[:-20] + b"xxxxxxxxxxxxxxxxxxxx",
    "a.zst": zstandard.compress(TEXT.encode())[:6] + b"xxxxxxxx",
    "a.zip": zipped({"a.txt": TEXT})[:-30],
    "a.parquet": b"PAR1" + b"x" * 100,
    "a.arrow": b"ARROW1\0\0" + b"x" * 100,
    "a.xlsx": zipped({"xl/workbook.xml": "<x", "[Content_Types].xml": "<x"}),
    "a.xml": f"<?xml version='1.0'?><a><text>{TEXT}".encode(),
    "nul.txt": f"{TEXT}\0{TEXT}".encode(),
    "a.pdf": b"%PDF-1.7 ...",
    "a.docx": zipped({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
    "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
    "a.tar": b"a.txt".ljust(257, b"\0") + b"ustar" + b"\0" * 300,
    "a.bz2": b"BZh91AY&SY",
    "deep.json": b'{"a":' * 100_000,
    "empty.csv": b"",
    "header.csv": b"text,date\n",
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_damaged_or_of_another_kind_is_one_line_that_says_so(tmp_path, name):
    (tmp_path / name).write_bytes(DAMAGED[name])
    said = only_error(tmp_path / name)
    assert said.startswith(name)
    assert len(said) < 300
    assert "\n" not in said


@pytest.mark.parametrize("offsets", [(0, 9, 3), (0, 5, 1 << 20), (7, 5, -2)])
def test_an_arrow_file_that_lies_about_where_its_texts_stand(tmp_path, offsets):
    """They would be read from beyond the file, or with a negative length: `SystemError`."""
    table = pa.table({"text": ["قصف", "حلب أمس"], "date": ["2024-12-03", "2024-12-04"]})
    stream = io.BytesIO()
    with pa.ipc.new_file(stream, table.schema) as file:
        file.write_table(table)
    true = struct.pack("<3i", 0, 6, 19)
    assert stream.getvalue().count(true) == 1
    (tmp_path / "a.arrow").write_bytes(stream.getvalue().replace(true, struct.pack("<3i", *offsets)))
    assert only_error(tmp_path / "a.arrow").startswith("a.arrow: no Arrow (")


def test_a_workbook_that_is_damaged_inside_keeps_what_was_read(tmp_path):
    book = openpyxl.Workbook()
    for row in (("text", "date"), (TEXT, "2024-12-03"), (TEXT + "!", "2024-12-04")):
        book.active.append(row)
    book.save(tmp_path / "sound.xlsx")
    with zipfile.ZipFile(tmp_path / "sound.xlsx") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    [sheet] = [name for name in files if "sheet1" in name]
    files[sheet] = files[sheet].replace(b'<row r="3"', b'<row r="3"<')
    (tmp_path / "a.xlsx").write_bytes(zipped(files))
    report, error = [each for each in scan(tmp_path / "a.xlsx") if not isinstance(each, Note)]
    assert report.text == TEXT
    assert "a.xlsx: no sound workbook (ParseError: " in str(error)


def test_a_folder_that_is_named_like_a_file(tmp_path):
    (tmp_path / "x.json").mkdir()
    (tmp_path / "x.json" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "y.json").mkdir()
    assert read_all(tmp_path) == read_all(tmp_path / "x.json") == [Document(TEXT)]
    assert only_error(tmp_path / "y.json") == "y.json: no report in this folder"


def test_a_long_cell_and_a_quote_that_is_never_closed(tmp_path):
    long = TEXT * 20_000
    (tmp_path / "a.csv").write_text(f'text,date\n"{long}",2024-05-14\n"{TEXT}\n' * 2, encoding="utf-8")
    reports = [each for each in scan(tmp_path / "a.csv") if isinstance(each, Document)]
    assert reports[0].text == long


def test_a_column_of_other_things_than_texts(tmp_path):
    table = pa.table({"text": [1, 2], "date": [{"a": 1}, None]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    first, _ = [each for each in scan(tmp_path / "a.parquet") if isinstance(each, DocumentError)]
    assert "row 1: 'text' has to be a string, not 1" in str(first)


@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_any_bytes_in_any_file_are_reports_errors_or_notes(tmp_path_factory, content, suffix):
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(content)
    assert all(isinstance(each, Document | DocumentError | Note) for each in scan(path))


@given(st.sampled_from([*FORMS]), st.text(st.sampled_from(list("<>/\"'=abtex DOC{}[]:,\n-+&;!?")), max_size=200))
def test_any_text_begun_as_any_form(tmp_path_factory, form, text):
    begun = {"html": "<html>", "feed": "<rss>", "xml": "<?xml version='1.0'?>", "trec": "<DOC>", "csv": "text,date\n"}
    path = tmp_path_factory.mktemp("any") / "a"
    path.write_text(begun.get(form, "") + text, encoding="utf-8")
    assert all(isinstance(each, Document | DocumentError | Note) for each in scan(path))

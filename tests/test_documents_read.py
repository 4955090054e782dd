"""Reading files: front matter, compilations, plain text, records; and everything that can be wrong with a file."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents.model import Document
from timeline.documents.notes import Note
from timeline.documents.read import read, read_all, scan
from timeline.errors import DateError, DocumentError, TimelineWarning

REPORT = "اجتمع الوزيران في عمّان الأحد.\n\nوقال أحدهما إن الاجتماع كان مفيدا."


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def errors(path):
    return [str(found) for found in scan(path) if isinstance(found, DocumentError)]


def test_front_matter(tmp_path):
    path = write(
        tmp_path / "a.md",
        f'---\ntitle: "لقاء: عمّان"\npublished: 3 كانون الأول 2024\nsource: وكالة\n'
        f"url: https://example.org/a?b=c\ntags: x\n---\n{REPORT}\n",
    )
    document = read(path)
    assert document.text == REPORT
    assert document.published == dt.date(2024, 12, 3)
    assert (document.title, document.source, document.url) == ("لقاء: عمّان", "وكالة", "https://example.org/a?b=c")


def test_front_matter_with_windows_line_ends_and_a_byte_order_mark(tmp_path):
    path = write(tmp_path / "a.md", "\ufeff---\r\npublished: 2024-12-03\r\n---\r\nنص أول\r\nنص ثان\r\n")
    document = read(path)
    assert document.text == "نص أول\r\nنص ثان"
    assert document.published == dt.date(2024, 12, 3)


def test_plain_text_is_kept_as_it_stands(tmp_path):
    text = "سطر\u00a0أول\n---\nسطر ثان\n---\nسطر ثالث"
    assert read(write(tmp_path / "a.txt", text)) == Document(text)


def test_a_compilation_has_one_front_matter_block_above_each_article(tmp_path):
    path = write(
        tmp_path / "press.md",
        "---\ntitle: أ\npublished: 2018-01-12\n---\nنص أ\n\n---\nفاصل\n---\n\nبقية أ\n\n"
        "---\ntitle: ب\ndate: 2018-01-13\n---\nنص ب\n",
    )
    first, second = read_all(path)
    assert (first.title, first.text) == ("أ", "نص أ\n\n---\nفاصل\n---\n\nبقية أ")
    assert (second.title, second.text, second.published) == ("ب", "نص ب", dt.date(2018, 1, 13))
    with pytest.raises(DocumentError, match="holds 2 reports"):
        read(path)


def test_records(tmp_path):
    record = {"text": REPORT, "date": "2024-12-03", "headline": "عنوان", "id": 7, "unknown": [1]}
    expected = Document(REPORT, "2024-12-03", title="عنوان", id="7")
    assert read(write(tmp_path / "one.json", json.dumps(record))) == expected
    assert read_all(write(tmp_path / "two.json", json.dumps([record, record]))) == [expected] * 2
    lines = json.dumps(record) + "\n\n" + json.dumps(record, ensure_ascii=False)
    assert read_all(write(tmp_path / "lines.jsonl", lines)) == [expected] * 2


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path):
    (tmp_path / "deep").mkdir()
    write(tmp_path / "b.md", "ب")
    write(tmp_path / "deep" / "a.txt", "أ")
    write(tmp_path / "b.json", '{"articles": []}')  # belongs to b.md
    write(tmp_path / "c.json", '{"text": "ج"}')
    write(tmp_path / "notes.csv", "x")
    write(tmp_path / ".hidden.md", "مخفي")
    with pytest.warns(TimelineWarning, match=r"notes.csv: skipped: no column of texts among «x»"):
        assert [document.text for document in read_all(tmp_path)] == ["ب", "ج", "أ"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("blank.md", b" \n\n", "blank.md: the file is empty"),
        ("empty.jsonl", b"\n", "empty.jsonl: the file is empty"),
        ("latin.txt", "première ligne\ncafé".encode("latin-1"), "latin.txt:1: not UTF-8 (byte 0xE8)"),
        ("bare.md", b"---\ntitle: x\n---\n\n", "bare.md:4: front matter without a report"),
        ("no.json", b"{", "no.json: no JSON (line 1, column 2"),
        ("deep.json", b"[" * 100_000, "deep.json: no JSON"),
        ("list.json", b"[1]", "list.json, record 1: a record has to be an object"),
        ("number.json", b'{"text": 5}', "number.json: 'text' has to be a string, not 5"),
        ("none.json", b'{"title": "x"}', "none.json: the record has no 'text'"),
    ],
)
def test_what_cannot_be_read_names_file_and_line(tmp_path, name, content, said):
    (message,) = errors(write(tmp_path / name, content))
    assert said in message
    assert "\n" not in message


def test_missing_files_and_empty_folders(tmp_path):
    assert errors(tmp_path / "gone.txt") == [f"{tmp_path}/gone.txt: no such file"]
    assert "no report in this folder" in errors(tmp_path)[0]


def test_a_bad_line_does_not_cost_the_others(tmp_path):
    good = json.dumps({"text": "نص"}).encode()
    path = write(
        tmp_path / "news.jsonl",
        b"\n".join([good, b"nope", good, b"\xff", b'{"text": 5, "date": "1446-01-01"}', good]),
    )
    *found, note = scan(path)
    assert str(note) == f"{path}: 3 of 3 reports give no date of publication"
    assert [isinstance(each, Document) for each in found] == [True, False, True, False, False, True]
    assert [str(each).split(": ")[0][-2:] for each in found if isinstance(each, DocumentError)] == [":2", ":4", ":5"]


def test_a_date_that_cannot_be_read_costs_no_report(tmp_path):
    path = write(tmp_path / "date.md", "---\ntitle: x\npublished: gestern\n---\nنص")
    note, document = scan(path)
    assert str(note).startswith(f"{path}:3: published not read: 'gestern' is no publication date")
    assert (note.kind, document.text, document.published) == ("undated", "نص", None)
    with pytest.warns(TimelineWarning, match="published not read: 'gestern'"):
        assert read(path) == document


def test_the_same_report_has_the_same_id_everywhere():
    assert Document("نص", "2024-12-03").id == Document("نص", dt.date(2024, 12, 3)).id == "2f54f1cdb17d"
    assert Document("نص", "2024-12-04").id != Document("نص", "2024-12-03").id


def test_a_document_takes_any_date_of_metadata_and_refuses_others():
    assert Document("نص", "الثلاثاء، 3 ديسمبر 2024 - 18:22").published == dt.date(2024, 12, 3)
    with pytest.raises(DateError, match="gestern"):
        Document("نص", "gestern")


@given(st.text(min_size=1).filter(str.strip), st.sampled_from([".txt", ".md", ".json", ".jsonl"]))
def test_any_bytes_are_documents_or_clear_errors(tmp_path_factory, text, suffix):
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for found in scan(path):
        assert isinstance(found, Document | DocumentError | Note)

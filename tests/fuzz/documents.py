"""Coverage-guided fuzzing of what reads files and metadata: any bytes are reports or clear errors, never a crash.

The fuzzer begins with a sound file of each form, and spoils it.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import atheris
import openpyxl
import pyarrow as pa
import pyarrow.parquet
import zstandard
from fuzzing import by_coverage

with atheris.instrument_imports(include=["timeline"]):
    from timeline.documents.dating import date_articles
    from timeline.documents.limits import Limits
    from timeline.documents.model import Document
    from timeline.documents.notes import Note
    from timeline.documents.read import SUFFIXES, scan
    from timeline.documents.split import split
    from timeline.errors import DateError, TimelineError
    from timeline.resolve.published import published_date

SECONDS, LONGEST = 60, 6000
FOLDER = Path(tempfile.mkdtemp(prefix="timeline-fuzz-"))
#: Small ones, so that they are met.
LIMITS = (Limits(), Limits(report=200, record=300, records=2, whole=1000, page=500, room=1000, ratio=2, nesting=4))
TEXT = "اجتمع الوزيران في عمّان أمس، وقال البيان إن المحادثات ستستأنف يوم السبت 7 ديسمبر.\n\nدمشق - قصف الجيش البلدة."
ROWS = [{"النص": TEXT, "التاريخ": "2024-12-03", "title": "عنوان"}, {"النص": TEXT + "!", "التاريخ": "02/06/1446 هـ"}]
FIELDS = f"<title>عنوان</title><date>2024-12-03</date><text>{TEXT}</text>"


def one(data: bytes) -> None:
    """The first byte chooses the suffix and the limits, the rest is the file; its beginning is a date, too."""
    if not data:
        return
    path = FOLDER / f"a{SUFFIXES[(data[0] & 0x7F) % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    limits = LIMITS[data[0] >> 7]
    for found in scan(path, limits=limits):
        assert isinstance(found, Document | TimelineError | Note)
        if isinstance(found, Document):
            assert len(found.text) <= limits.report
            for article in date_articles(split(found)):
                assert len(article.report) == len(article.text)
                assert article.part_span is None or found.text[slice(*article.part_span)] == article.text
    with contextlib.suppress(DateError):
        published_date(data[1:60].decode("utf-8", "surrogateescape"))


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def workbook() -> bytes:
    """A workbook."""
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in (list(ROWS[0]), list(ROWS[0].values())):
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def arrows() -> tuple[bytes, bytes]:
    """A table as Parquet and as an Arrow file."""
    table, one_form, other = pa.Table.from_pylist(ROWS), io.BytesIO(), io.BytesIO()
    pyarrow.parquet.write_table(table, one_form)
    with pa.ipc.new_file(other, table.schema) as file:
        file.write_table(table)
    return one_form.getvalue(), other.getvalue()


def sound() -> dict[str, bytes]:
    """A sound file for each suffix that tells a form."""
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)
    csv = "text,date\n" + "\n".join(f'"{row["النص"]}",{row["التاريخ"]}' for row in ROWS)
    tei = f"<TEI><teiHeader/><text><body><p>{TEXT}</p></body></text></TEI>"
    stated = """<script type='application/ld+json'>{"@type": "NewsArticle", "datePublished": "2024-12-03"}</script>"""
    item = f"<title>عنوان</title><description>{TEXT}</description><pubDate>Tue, 03 Dec 2024 10:00:00 GMT</pubDate>"
    parts = f"<HEADLINE>\nعنوان\n</HEADLINE>\n<TEXT>\n{TEXT}\n</TEXT>"
    texts = {
        ".md": f"---\npublished: 2024-12-03\ntitle: |\n  عنوان\n---\n{TEXT}\n+++\ndate = 2024-12-03\n+++\n{TEXT}",
        ".txt": f"العنوان: عنوان\nالتاريخ: 3 ديسمبر 2024\n\n{TEXT}\n\n-\nشاهد أيضا\n----\n{TEXT}",
        ".json": f'{{"response": {{"articles": [{lines.replace(chr(10), ",")}]}}}}',
        ".jsonl": lines,
        ".csv": csv,
        ".tsv": csv.replace(",", "\t"),
        ".html": f"<html><head><meta name=date content=2024-12-03>{stated}</head><body><p>{TEXT * 3}</p></body></html>",
        ".xml": f"<?xml version='1.0'?><a><doc>{FIELDS}</doc>{tei}</a>",
        ".rss": f"<rss version='2.0'><channel><title>x</title><item>{item}</item></channel></rss>",
        ".sgm": f'<DOC id="AFP_ARB_19940512.0001" type="story">\n{parts}\n</DOC>',
    }  # fmt: skip
    made = {suffix: text.encode() for suffix, text in texts.items()}
    parquet, arrow = arrows()
    packed = {
        ".gz": gzip.compress(made[".jsonl"]), ".zst": zstandard.compress(made[".md"]),
        ".zip": zipped({"a.txt": made[".txt"], "b.csv": made[".csv"], "c.zip": zipped({"d.json": made[".json"]})}),
    }  # fmt: skip
    return made | packed | {".parquet": parquet, ".arrow": arrow, ".xlsx": workbook()}


def write_sound(folder: Path) -> None:
    """Every sound form as a file, as it is and with the high bit that asks for more of it."""
    for suffix, content in sound().items():
        for high in (0, 0x80):
            (folder / f"{high}{suffix}").write_bytes(bytes([high | SUFFIXES.index(suffix)]) + content)


def main() -> None:
    """Fuzz for the fixed budget."""
    warnings.simplefilter("ignore")
    budget = (f"-max_total_time={SECONDS}", "-len_control=0")
    by_coverage(one, write_sound, longest=LONGEST, timeout=20, budget=budget)


if __name__ == "__main__":
    main()

"""Coverage-guided fuzzing of what reads files and metadata: any bytes are reports or clear errors, never a crash."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

import atheris

SECONDS = 60

with atheris.instrument_imports(include=["timeline"]):
    from timeline.documents.dating import date_articles
    from timeline.documents.model import Document
    from timeline.documents.notes import Note
    from timeline.documents.read import SUFFIXES, scan
    from timeline.documents.split import split
    from timeline.errors import DateError, DocumentError
    from timeline.resolve.published import published_date

FOLDER = Path(tempfile.mkdtemp(prefix="timeline-fuzz-"))
# What a file begins with decides its form, so each form is begun now and then.
BEGINNINGS = (b"", b"", b"{", b"[{", b"<", b"<DOC>", b"<?xml version='1.0'?><TEI>", b"text,date\n", b"---\n", b"+++\n")


def one(data):
    provider = atheris.FuzzedDataProvider(data)
    path = FOLDER / f"a{SUFFIXES[provider.ConsumeIntInRange(0, len(SUFFIXES) - 1)]}"
    path.write_bytes(provider.PickValueInList(BEGINNINGS) + provider.ConsumeBytes(4000))
    for found in scan(path):
        assert isinstance(found, Document | DocumentError | Note)
        if isinstance(found, Document):
            for article in date_articles(split(found)):
                assert len(article.report) == len(article.text)
    with contextlib.suppress(DateError):
        published_date(provider.ConsumeUnicode(100))


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], f"-max_total_time={SECONDS}", *sys.argv[1:]], one)
    atheris.Fuzz()

"""``timeline check``: contradictions in reports, as an editor reads a list of errors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from timeline.cli.grammar import Command
from timeline.cli.language import counted
from timeline.cli.options import JOBS, LANGUAGE, READING, SOURCES
from timeline.cli.progress import stage
from timeline.cli.reading import Asked, read
from timeline.cli.telling import Told, give, say, telling

if TYPE_CHECKING:
    from timeline.documents.model import Document, Span

#: The exit status where something contradicts itself.
FOUND = 3


@frozen
class Contradiction:
    """What contradicts itself, with its words and its sentence in a report."""

    document: Document
    words: Span
    sentence: Span
    said: str


@click.command(cls=Command)
@SOURCES
@READING
@JOBS
@LANGUAGE
@telling
def check(told: Told, **options: Any) -> int:
    """List what contradicts itself in reports, and between them."""
    asked = Asked(**options)
    count = 0
    with told.heard():
        for file, found in _contradictions(asked, told):
            count += 1
            _print(file, found, told)
    if told.errors:
        return 1
    if not told.quiet:
        say(counted("contradictions", count), "summary", contradictions=count, notes=dict(told.notes))
    return FOUND if count else 0


def _contradictions(asked: Asked, told: Told) -> Iterator[tuple[str, Contradiction]]:
    """Those of each report as it is read, then those between reports."""
    from timeline import pipeline

    files: dict[str, str] = {}
    reports = []
    for document, events in read(asked, told, each_once=True, files=files):
        reports.append((document, events))
        for found in _in_report(document):
            yield files[document.id], found
    with stage("joining", told):
        chronology = pipeline.joined(reports, on_error=told.error)
    for event in chronology:
        for said in event.conflicts:
            first = event.mentions[0]
            document = chronology.documents[first.document]
            yield files[document.id], Contradiction(document, first.trigger, first.sentence, said)


def _in_report(document: Document) -> Iterator[Contradiction]:
    from timeline import pipeline
    from timeline.documents.split import mark_boilerplate
    from timeline.text.sentences import sentence_spans

    text = mark_boilerplate(document).report
    spans: list[Span] | None = None
    for expression in pipeline.find(text, reference=document.published):
        for said in expression.conflicts:
            spans = spans or sentence_spans(text)
            words = (expression.start_char, expression.end_char)
            around = [span for span in spans if span[0] <= words[0] < span[1]]
            yield Contradiction(document, words, (around or [words])[0], f"«{expression.text}»: {said}")


def _print(file: str, found: Contradiction, told: Told) -> None:
    sentence = " ".join(found.document.text[slice(*found.sentence)].split())
    line, column = _place(file, found)
    if told.as_json:
        facts = {
            "file": file,
            "line": line,
            "column": column,
            "report": found.document.id,
            "title": found.document.title,
            "conflict": found.said,
            "sentence": sentence,
        }
        give(json.dumps(facts, ensure_ascii=False))
    else:
        give(f"{file}:{line}:{column}: {found.said}: «{sentence}»")


def _place(file: str, found: Contradiction) -> tuple[int, int]:
    """Line and column of the words in their file, as far as its text can be found there; else the first of it."""
    try:
        content = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return 1, 1
    text = found.document.text
    lead = text[found.sentence[0] : found.words[0]]
    sentence = text[slice(*found.sentence)]
    for written in (sentence, json.dumps(sentence, ensure_ascii=False)[1:-1], json.dumps(sentence)[1:-1]):
        at = content.find(written)
        if at >= 0:
            start = at + (len(lead) if written == sentence else 0)
            return content.count("\n", 0, start) + 1, start - content.rfind("\n", 0, start)
    return 1, 1

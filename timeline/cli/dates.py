"""``timeline dates``: the date expressions of texts, of files, or of what comes in on standard input."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.atomic import STANDARD_OUTPUT, told_of
from timeline.cli.grammar import Command
from timeline.cli.options import LANGUAGE, Day
from timeline.cli.telling import Told, telling

if TYPE_CHECKING:
    from timeline.resolve.expression import TimeExpression


@click.command(cls=Command)
@click.argument("texts", nargs=-1, metavar="[TEXT | FILE]...")
@click.option("--reference", type=Day(), metavar="DATE")
@click.option("--explain", is_flag=True)
@LANGUAGE
@telling
def dates(told: Told, *, texts: tuple[str, ...], reference: dt.date | None, explain: bool) -> None:
    """Find the date expressions of texts."""
    from timeline import pipeline

    with told.heard(), told_of(STANDARD_OUTPUT):
        for text, day in _texts(texts, reference, told):
            for expression in pipeline.find(text, reference=day):
                click.echo(_line(expression) if told.as_json else _row(expression))
                if explain:
                    click.echo("\n".join(f"    {line}" for line in expression.explain().splitlines()))


def _texts(texts: tuple[str, ...], reference: dt.date | None, told: Told) -> Iterator[tuple[str, dt.date | None]]:
    from timeline.documents.read import SUFFIXES, scan

    for text in map(_utf8, texts or ("-",)):
        if text == "-" or text.endswith(SUFFIXES) or (len(text) < 256 and Path(text).exists()):
            for found in told.of(scan(text)):
                yield found.text, found.published or reference
        else:
            yield text, reference


def _utf8(argument: str) -> str:
    """An argument as it was typed, also where the locale knows no Arabic (``LC_ALL=C``)."""
    try:
        argument.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("utf-8", "replace")
    return argument


def _row(expression: TimeExpression) -> str:
    days = " ".join(map(str, expression.intervals)) or f"({expression.open_reason or 'no days'})"
    cells = [expression.text, expression.type, expression.value, expression.edtf or "-", days, *expression.conflicts]
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _line(expression: TimeExpression) -> str:
    return json.dumps(
        {
            "text": expression.text,
            "start_char": expression.start_char,
            "end_char": expression.end_char,
            "type": expression.type,
            "value": expression.value,
            "edtf": expression.edtf,
            "intervals": [
                [None if side is None else side.isoformat() for side in (interval.start, interval.end)]
                for interval in expression.intervals
            ],
            "modifier": expression.modifier,
            "role": expression.role,
            "granularity": expression.granularity,
            "calendar": expression.calendar,
            "conflicts": expression.conflicts,
            "open_reason": expression.open_reason,
        },
        ensure_ascii=False,
    ).encode("utf-8", "backslashreplace").decode("utf-8")  # fmt: skip

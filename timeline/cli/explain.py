"""``timeline explain``: how events were read, and where their dates come from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.build import loaded
from timeline.cli.grammar import Command
from timeline.cli.language import message
from timeline.cli.options import CORRECTIONS, JOBS, LANGUAGE, READING, SOURCES
from timeline.cli.reading import Asked
from timeline.cli.telling import Told, telling

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event


@click.command(cls=Command)
@SOURCES
@click.option("--event", "ids", multiple=True, metavar="ID")
@click.option("--text", "texts", multiple=True, metavar="WORDS")
@READING
@CORRECTIONS
@JOBS
@LANGUAGE
@telling
def explain(told: Told, *, ids: tuple[str, ...], texts: tuple[str, ...], **options: Any) -> None:
    """Say of events how they were read."""
    chronology = loaded(Asked(**options), told)
    found = [chronology.event(each) for each in ids]
    for text in texts:
        told_so = [event for event in chronology if _tells(event, text, chronology)]
        if not told_so:
            raise click.ClickException(message("no_event_tells", text=text))
        found += told_so
    for event in dict.fromkeys(found) if ids or texts else chronology:
        said = "\n".join((f"{event.id} {event.headline}", event.explain()))
        if event.time is not None:
            said += "\n" + event.time.explain()
        sentences = list(dict.fromkeys(_sentences(event, chronology)))
        if told.as_json:
            facts = {"id": event.id, "headline": event.headline, "explanation": said, "sentences": sentences}
            click.echo(json.dumps(facts, ensure_ascii=False))
        else:
            click.echo("\n".join((said, *(f"  «{sentence}»" for sentence in sentences), "")))


def _sentences(event: Event, chronology: Timeline) -> Iterable[str]:
    for mention in event.mentions:
        if mention.document in chronology.documents:
            text = chronology.documents[mention.document].text[slice(*mention.sentence)]
            yield " ".join(text.split())


def _tells(event: Event, words: str, chronology: Timeline) -> bool:
    from timeline.chronology.select import names_it

    return any(names_it(words, text) for text in (event.headline, event.headline_en, *_sentences(event, chronology)))

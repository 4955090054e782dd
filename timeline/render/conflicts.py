"""What reports contradict each other in, said to a reader: «تختلف التقارير في اليوم: …، أو …»."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from timeline.lexicon.gazetteer import state
from timeline.render.bidi import clean
from timeline.render.saying import intervals_text
from timeline.render.titles import named
from timeline.values.interval import Interval

if TYPE_CHECKING:
    from timeline.render.words import Words

_NOTE = re.compile(r"(dates|status|agents) differs?: (.+)")
_PARTS = re.compile(r" / | and ")
_INTERVAL = re.compile(r"[\[(]([\dT:+.-]+|…), ([\dT:+.-]+|…)\)")


def conflict_text(note: str, words: Words) -> str:
    """A contradiction as `timeline.chronology` notes it, in the words of the page; any other note as it stands."""
    found = _NOTE.fullmatch(note)
    if not found:
        return clean(note)
    what, told = found.groups()
    if what == "status":
        parts = [words.named("modality", part) for part in re.split(r", | and ", told)]
    else:
        say = _days if what == "dates" else _agents
        parts = [say(part, words) for part in _PARTS.split(told)]
    return words.label(f"conflict_{what}", parts=str(words.table["or"]).join(parts))


def _days(part: str, words: Words) -> str:
    ends = _INTERVAL.findall(part)
    if not ends:
        return clean(part)
    return intervals_text([Interval(*map(_moment, pair)) for pair in ends], words)


def _moment(text: str) -> dt.date | None:
    if text == "…":
        return None
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _agents(part: str, words: Words) -> str:
    names = []
    for name in part.split("، "):
        known = state(name) if re.fullmatch("[A-Z]{3}", name) else None
        names.append(clean(name) if known is None else named(known.name, known.name_en, words))
    return words.listed(names)

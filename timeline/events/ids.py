"""The id of an event: of what its sentence says, and of nothing that is known about the report.

Into it go the words of the sentence in one spelling, which of them tells the act, and which of several it is where a
report says the same words twice. Title, source, address and date of the report, what stands in front of the sentence,
signs and spaces do not; neither does what was read there, so that another date or another kind keeps the id.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.text.spelling import words_of

if TYPE_CHECKING:
    from timeline.events.model import Event

_LENGTH = 12  # hexadecimal digits: of a million sentences two are the same once in five hundred times


def identifier(words: Sequence[str], word: int, place: int = 0) -> str:
    """The id of the act that a word of a sentence tells, the same on every machine.

    Parameters
    ----------
    words
        the sentence (`timeline.text.spelling.words_of`)
    word
        the number of the word that tells the act, from 1
    place
        how many acts of the report before it have the same words
    """
    said = "\x1f".join((" ".join(words), str(word), str(place)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def named(events: Iterable[Event], text: str) -> list[Event]:
    """The events of one report, in the order in which they are told, with their ids."""
    seen: Counter[tuple[str, int]] = Counter()
    words: dict[tuple[int, int], list[str]] = {}
    made: list[Event] = []
    for event in events:
        sentence, trigger = min((each.sentence, each.trigger) for each in event.mentions)
        if sentence not in words:
            words[sentence] = words_of(text[slice(*sentence)])
        word = len(words_of(text[sentence[0] : trigger[0] + 1]))
        key = " ".join(words[sentence]), word
        made.append(evolve(event, id=identifier(words[sentence], word, seen[key])))
        seen[key] += 1
    return made

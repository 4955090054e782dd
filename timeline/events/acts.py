"""Acts: what is known of a trigger while its sentence is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import define, field

from timeline.events.lexicon import Lemma
from timeline.events.model import EventType
from timeline.events.sentence import Phrase, Sentence
from timeline.events.tokens import Reading

STATEMENT, OFFENSIVE, MEETING = EventType.STATEMENT, EventType.OFFENSIVE, EventType.MEETING


@define(eq=False)
class Trigger:
    """A word or two that name an act, with what the sentence says of it."""

    first: int
    last: int
    reading: Reading
    lemma: Lemma
    kind: EventType
    subtype: str
    light: int = -1
    light_name: str = ""
    light_future: bool = False
    subject: Phrase | None = None
    subject_before: bool = False
    actors: list[tuple[Phrase, str]] = field(factory=list)
    places: list[tuple[Phrase, str]] = field(factory=list)
    implied: bool = False
    governed: str = ""  # the kind of statement that it is the content of: threaten, demand
    same_as: Trigger | None = None

    tense: str = field(init=False)  # of the reading that fits
    is_verb: bool = field(init=False)  # whether the word is a verb or a participle here

    def __attrs_post_init__(self) -> None:
        """Keep what is asked again and again."""
        self.tense = self.reading.inflection.tense
        self.is_verb = self.tense in ("past", "present", "participle")


def clause_end(sentence: Sentence, at: int) -> int:
    """The last word of the clause that a word stands in."""
    clause = sentence.clause
    return bisect_right(clause, clause[at], at) - 1


def clause_start(sentence: Sentence, at: int) -> int:
    """The first word of the clause that a word stands in."""
    clause = sentence.clause
    return bisect_left(clause, clause[at], 0, at)

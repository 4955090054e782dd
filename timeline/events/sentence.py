"""A sentence, its words, its clauses, and the phrases found in it."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import attrgetter
from typing import Literal

from attrs import define, field

from timeline.events.lexicon import Entity
from timeline.events.tokens import MASKS, Kind, Vocabulary, Word
from timeline.resolve.expression import TimeExpression

PhraseKind = Literal["name", "titled", "title", "group", "nisba", "place", "people"]


@define(eq=False)
class Phrase:
    """A stretch of words that names somebody or some place."""

    first: int
    last: int  # inclusive
    kind: PhraseKind
    start: int  # the span that is shown: the name without its title
    end: int
    entity: Entity | None = None
    country: str | None = None
    preposition: str = ""
    person: bool = False
    force: bool = False
    civil: bool = False
    definite: bool = False
    name_first: int = -1

    @property
    def is_place(self) -> bool:
        """Whether it can be where something happens."""
        return self.kind == "place" or (self.entity is not None and self.entity.kind in ("country", "capital", "place"))

    @property
    def is_actor(self) -> bool:
        """Whether it can act: a country can, a town cannot."""
        return self.kind != "place" and (self.entity is None or self.entity.kind != "place")


@define(eq=False)
class Sentence:
    """A sentence, word by word."""

    text: str
    start: int
    end: int
    words: list[Word]
    codes: bytes  # of the words
    cues: list[int]  # the places of words of `timeline.events.tokens.CUES`
    gaps: list[str]
    places: list[int]  # absolute offsets of the words
    times: list[int]  # which time expression covers a word, or -1
    clause: list[int] = field(factory=list)
    clause_kind: list[str] = field(factory=list)
    phrases: list[Phrase] = field(factory=list)
    phrase_at: dict[int, Phrase] = field(factory=dict)  # by first word
    phrase_of: list[Phrase | None] = field(factory=list)
    quotes: bool = False  # whether anything in it is quoted
    about_games: bool | None = None  # whether it has a word of matches and none of violence; not asked yet: None

    def add(self, phrase: Phrase) -> None:
        """Keep a phrase that was found later than the others: a subject that its verb gave away."""
        if any(each is not None for each in self.phrase_of[phrase.first : phrase.last + 1]):
            return
        insort(self.phrases, phrase, key=_FIRST)
        self.phrase_at[phrase.first] = phrase
        self.phrase_of[phrase.first : phrase.last + 1] = [phrase] * (phrase.last + 1 - phrase.first)

    def places_of(self, kind: int) -> Iterable[int]:
        """The places of the words of a kind that has a mask (`timeline.events.tokens.MASKS`)."""
        return compress(range(len(self.codes)), self.codes.translate(MASKS[kind]))

    def span(self, first: int, last: int, letters: int | None = None) -> tuple[int, int]:
        """Offsets of words first..last in the document, particles of the first left out."""
        word = self.words[first]
        start = self.places[first] + word.offset(letters)
        return start, self.places[last] + len(self.words[last].surface)


_CODE = attrgetter("code")
_FIRST = attrgetter("first")


def read_sentence(
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    expressions: Sequence[TimeExpression],
    *,
    first: int = 0,
) -> Sentence:
    """The words of a stretch of the text, looked up, with the time expressions (from the ``first``) laid over them."""
    start, end = span
    said = text[start:end]
    words, gaps, places = vocabulary.split(said, start)
    size = len(words)
    times = [-1] * size
    for index in range(first, len(expressions)):
        expression = expressions[index]
        begin = expression.start_char
        if begin >= end:
            break
        at = max(bisect_right(places, begin) - 1, 0)
        if at < size and places[at] + len(words[at].surface) <= begin:
            at += 1
        while at < size and places[at] < expression.end_char:
            times[at] = index
            at += 1
    sentence = Sentence(text, start, end, words, bytes(map(_CODE, words)), [], gaps, places, times)
    sentence.cues = list(sentence.places_of(Kind.CUE))
    sentence.quotes = any(mark in said for mark in '«“"')
    return sentence

"""From a quote to the events that it may mean.

The words of a quote have to stand in the sentence, in their order and in any spelling; others may stand between them.
So a quote may be the sentence, or its words that matter, and it outlives a comma, a space, and a word put in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.chronology.corrections.days import days_of
from timeline.chronology.select import names_it
from timeline.text.spelling import CONJUNCTIONS, words_of

if TYPE_CHECKING:
    from timeline.chronology.corrections.model import Correction
    from timeline.chronology.timeline import Timeline
    from timeline.events.model import Event, Mention


@frozen(eq=False)
class Told:
    """One place where an event of the timeline is told."""

    event: int
    telling: int  # of all tellings of the timeline
    mention: Mention
    words: tuple[str, ...]


class Finder:
    """The places where the events of a timeline are told, by their words."""

    def __init__(self, timeline: Timeline) -> None:
        self.events = timeline.events
        self.documents = timeline.documents
        self.tellings: list[Event] = []
        self.told: list[Told] = []
        self._of_word: dict[str, list[int]] = defaultdict(list)
        self._of_event: dict[str, list[int]] = defaultdict(list)  # by id
        self._of_telling: dict[str, list[int]] = defaultdict(list)
        said: dict[tuple[str, tuple[int, int]], tuple[str, ...]] = {}
        for number, event in enumerate(self.events):
            for telling in event.tellings or (event,):
                for mention in telling.mentions:
                    key = mention.document, mention.sentence
                    if key not in said:
                        said[key] = tuple(known(self._text(mention, mention.sentence)))
                    self._of_event[event.id].append(len(self.told))
                    self._of_telling[telling.id].append(len(self.told))
                    self._enter(Told(number, len(self.tellings), mention, said[key]))
                self.tellings.append(telling)

    def _text(self, mention: Mention, span: tuple[int, int]) -> str:
        document = self.documents.get(mention.document)
        return document.text[slice(*span)] if document is not None else ""

    def _enter(self, told: Told) -> None:
        for word in set(told.words):
            self._of_word[word].append(len(self.told))
        self.told.append(told)

    def fitting(self, correction: Correction) -> list[int]:
        """The places that a correction means, by their numbers."""
        found = self.saying(correction.quote)
        if correction.trigger:
            wanted = known(correction.trigger)
            found = [each for each in found if wanted in self._triggers(self.told[each].mention)]
        if correction.day:
            days = days_of(correction.day)
            found = [
                each for each in found
                if any(
                    one.overlaps(day)
                    for one in (*self.tellings[self.told[each].telling].when, *self.events[self.told[each].event].when)
                    for day in days
                )
            ]  # fmt: skip
        if correction.source:
            found = [each for each in found if names_it(correction.source, self.outlet(each))]
        if correction.id:
            found = self._under(correction.id, found)
        return found

    def saying(self, quote: str) -> list[int]:
        """The places whose sentence has the words of a quote, or that are told under an id."""
        if quote in self._of_event or quote in self._of_telling:
            return self._under(quote, sorted({*self._of_event[quote], *self._of_telling[quote]}))
        words = known(quote)
        rarest = min(words, key=lambda word: len(self._of_word.get(word, ())), default="")
        return [each for each in self._of_word.get(rarest, ()) if in_order(words, self.told[each].words)]

    def nearest(self, quote: str) -> str:
        """The sentence that has most of the words of a quote, if it has half of them."""
        words = set(known(quote))
        common = Counter(each for word in words for each in self._of_word.get(word, ()))
        if not common:
            return ""
        best, count = min(common.items(), key=lambda item: (-item[1], item[0]))
        mention = self.told[best].mention
        return " ".join(self._text(mention, mention.sentence).split()) if 2 * count >= len(words) else ""

    def outlet(self, told: int) -> str:
        """The newspaper or agency that tells it there."""
        document = self.documents.get(self.told[told].mention.document)
        return (document.source if document else None) or ""

    def sentence(self, told: int) -> str:
        """The sentence that tells it there, on one line."""
        mention = self.told[told].mention
        return " ".join(self._text(mention, mention.sentence).split())

    def trigger(self, told: int) -> str:
        """The word that tells it there."""
        mention = self.told[told].mention
        return self._text(mention, mention.trigger)

    def _under(self, event_id: str, places: Iterable[int]) -> list[int]:
        """Those of an id: of the telling that gave it to its event, else of the event, else of one that joined."""
        events, tellings = set(self._of_event.get(event_id, ())), set(self._of_telling.get(event_id, ()))
        found = list(places)
        ways = (events & tellings, events, tellings)
        return next((those for way in ways if (those := [each for each in found if each in way])), [])

    def _triggers(self, mention: Mention) -> list[list[str]]:
        """The word that tells it as it was read, and as it stands, with what is attached: «قصف», «بقصف»."""
        start, end = mention.trigger
        first = mention.sentence[0]
        text = self._text(mention, mention.sentence)
        before = len(text[: start - first]) - len(text[: start - first].split(" ")[-1])
        behind = text[end - first :].split(" ")[0]
        whole = text[before : end - first + len(behind)]
        return [known(text[start - first : end - first]), known(whole)]


def known(text: str) -> list[str]:
    """The words of a text by which it is found: «وقال» is «قال», as one sentence is joined to the next."""
    return [word[1:] if len(word) > _SHORT and word.startswith(CONJUNCTIONS) else word for word in words_of(text)]


_SHORT = 3  # letters: of «وصل» the first is its own


def in_order(words: Sequence[str], sentence: Sequence[str]) -> bool:
    """Whether a sentence has these words in this order."""
    rest = iter(sentence)
    return bool(words) and all(word in rest for word in words)

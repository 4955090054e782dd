"""What identifies a telling of an act: its family, days, sides, places and words; no sentence, no order of reports."""

from __future__ import annotations

import datetime as dt
import tomllib
from array import array
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zlib import crc32

from attrs import frozen

from timeline.chronology.select import folded
from timeline.events.model import EventType, Modality
from timeline.lexicon.gazetteer import names_of
from timeline.syntax.lexicon import words as lexicon
from timeline.text.spelling import fold
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from timeline.events.model import Actor, Event

STATED = ("corrected", "stated", "derived", "carried")
_AGENTS = {
    EventType.MEETING: ("participant", "host", "agent"),
    EventType.OFFENSIVE: ("agent", "participant"),
    EventType.STATEMENT: ("speaker",),
}
_UNTRUE = (Modality.NEGATED, Modality.DENIED)
_SHORTEST_WORD = 3
_DAY = dt.timedelta(1)

Keys = frozenset[str]


@cache
def settings() -> dict[str, Any]:
    """The weights and thresholds of ``timeline/lexicon/identity.toml``."""
    return tomllib.loads((files("timeline.lexicon") / "identity.toml").read_text("utf-8"))


@cache
def _family_of() -> dict[str, str]:
    return {kind: family for family, kinds in settings()["families"].items() for kind in kinds}


@frozen(eq=False)
class Features:
    """A telling as the comparison sees it.

    Attributes
    ----------
    telling
        the event of one report
    family
        kinds that can be told of one act; for statements the kind itself
    days
        the ordinals of its days; empty if it has none, or more than a week of them
    sure
        whether the text gives the days, and not only the day of printing; what is planned may be put off
    agents, people, states
        who acts (meets, speaks): all names, those of persons with a state, and ISO codes
    sent
        the persons by their states
    others, targets, unknown
        those whom it happens to (targets, addressees): names but those of states, ISO codes, and whom no gazetteer has
    slain
        the known persons who are killed
    words
        of what is said
    places, mapped, grounds, outer
        names of places, those that a map has, their states, and what they lie in
    """

    telling: Event
    family: str
    days: tuple[int, ...]
    sure: bool
    true: bool
    agents: Keys
    people: Keys
    states: Keys
    others: Keys
    targets: Keys
    unknown: Keys
    slain: Keys
    places: Keys
    mapped: Keys
    grounds: Keys
    outer: Keys
    dead: int | None
    words: array[int]
    sent: Mapping[str, Keys]

    @property
    def weight(self) -> int:
        """How much is known: the fullest telling founds the act."""
        return (
            2 * min(len(self.states) + len(self.people), 6)
            + 2 * bool(self.agents)
            + 2 * bool(self.others or self.targets)
            + 2 * bool(self.places)
            + (self.dead is not None)
        )


def features(telling: Event) -> Features:
    """What identifies a telling."""
    roles = _AGENTS[telling.type]
    agents: set[str] = set()
    people: set[str] = set()
    states: set[str] = set()
    sent: dict[str, set[str]] = {}
    others: set[str] = set()
    targets: set[str] = set()
    unknown: set[str] = set()
    for actor in telling.actors:
        acts = actor.role in roles
        if actor.country:
            (states if acts else targets).add(actor.country)
        if not actor.is_identified:
            if actor.role == "target" and " " in actor.name:
                unknown.add(actor.name)
            continue  # «المسلحون» can be anybody
        if acts:
            agents.add(actor.name)
            if is_person(actor) or (telling.type is EventType.MEETING and has_given_name(actor.name)):
                people.add(actor.name)
                if actor.country:
                    sent.setdefault(actor.country, set()).add(actor.name)
        elif not is_state(actor.name):
            others.add(actor.name)
    places: set[str] = set()
    mapped: set[str] = set()
    grounds: set[str] = set()
    outer: set[str] = set()
    if telling.type is EventType.OFFENSIVE and not states and _are_rebels(telling):
        states.add(REBELS)
    for place in telling.places:
        if place.role == "topic":
            continue
        if place.country:
            grounds.add(place.country)
        if place.parent:
            outer.add(place.parent)
        known = place.name_en or place.wikidata or place.parent
        if not is_state(place.name) and (known or place.country or " " in place.name):  # «المدينة» can be any
            places.add(place.name)
            if known:
                mapped.add(place.name)
    return Features(
        telling=telling,
        family=family_of(telling),
        days=days_of(telling),
        sure=telling.time_source in STATED and telling.modality is not Modality.PLANNED,
        true=telling.modality not in _UNTRUE,
        agents=_keys(agents),
        people=_keys(people),
        states=_keys(states),
        others=_keys(others),
        targets=_keys(targets),
        unknown=_keys(unknown),
        slain=_keys(_slain(telling, others)),
        places=_keys(places),
        mapped=_keys(mapped),
        grounds=_keys(grounds),
        outer=_keys(outer - places),
        dead=telling.dead[0].low if telling.dead else None,
        words=words_of(telling.content),
        sent={state: _keys(names) for state, names in sent.items()} if sent else _NONE_SENT,
    )


def _slain(telling: Event, others: set[str]) -> set[str]:
    return others & names_of("person") if telling.subtype in settings()["attack"]["deadly_kinds"] else set()


_NONE_SENT: Mapping[str, Keys] = {}
_NOBODY: Keys = frozenset()


REBELS = "rebels"  # a side as states are: who shells Damascus is not who shells its suburb


def _are_rebels(telling: Event) -> bool:
    """Whether those who act are told of as the other side of a civil war only: «فصائل المعارضة»."""
    words = frozenset(map(fold, settings()["attack"]["rebels"]))
    return any(actor.role == "agent" and not words.isdisjoint(fold(actor.name).split()) for actor in telling.actors)


def _keys(names: set[str]) -> Keys:
    """The names, the same few thousand sets for all tellings."""
    return _shared(frozenset(names)) if names else _NOBODY


@lru_cache(maxsize=16384)
def _shared(names: Keys) -> Keys:
    return names


def family_of(telling: Event) -> str:
    """The family of kinds that can be told of one act: «غارة» and «قتل» are both an attack."""
    return _family_of().get(telling.subtype, f"{telling.type.value}:{telling.subtype}")


def days_of(telling: Event) -> tuple[int, ...]:
    """The days as ordinals; a stretch with one end has that day; none where it is longer than an act."""
    if len(telling.when) == 1 and telling.when[0].length == _DAY:
        return (telling.when[0].start.toordinal(),)  # type: ignore[union-attr]
    return tuple(sorted(set(_days(telling))))


def _days(telling: Event) -> Iterator[int]:
    longest = settings()["days"]["longest"]
    for interval in telling.when:
        start, end = interval.start, interval.end
        if start is None:
            if end is not None:
                yield (as_datetime(end) - dt.timedelta(microseconds=1)).toordinal()
        elif end is None:
            yield start.toordinal()
        else:
            first, last = start.toordinal(), (as_datetime(end) - dt.timedelta(microseconds=1)).toordinal()
            if last - first < longest:
                yield from range(first, last + 1)


def is_person(actor: Actor) -> bool:
    """Whether somebody is known as a person: «هاكان فيدان», not «تركيا»."""
    return actor.name in names_of("person")


@lru_cache(maxsize=8192)
def has_given_name(name: str) -> bool:
    """Whether a name that no gazetteer has is a person's: «نزار العلولا», not «السفير الروسي»."""
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first) in lexicon().given and name not in names_of("organization")


def is_state(name: str) -> bool:
    """Whether a name is that of a state."""
    return name in names_of("country")


@lru_cache(maxsize=16384)
def _words(content: str) -> array[int]:
    return array("I", (crc32(word) for word in dict.fromkeys(folded(content)) if len(word) >= _SHORTEST_WORD))


_NO_WORDS = array("I")


def words_of(content: str) -> array[int]:
    """The longer words of a text, each once, as numbers: a hundred thousand sets of words are heavy."""
    return _words(content) if content else _NO_WORDS


def in_common(one: array[int], other: array[int]) -> float:
    """The part of their words that two texts have in common."""
    if not one or not other:
        return 0.0
    both = len(set(one).intersection(other))
    return both / (len(one) + len(other) - both)

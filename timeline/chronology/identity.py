"""Cross-document event coreference: which tellings, of any number of reports and outlets, are of one act.

A *telling* is an event as one report has it. What the field calls blocking, scoring and clustering is done so:

* **Features** (`timeline.chronology.features`): family of kinds, days, who acts, whom it happens to, where, the dead.
* **Blocks**: only acts of one family, near one day, with a name in common are looked at, the fullest first and no more
  than a bound, so that a crowded week costs what a quiet one does.
* **Acts, not pairs**: a telling is compared with what most tellings of an act say, so that a chain of small likenesses
  does not drift from one act to another.
* **Order**: tellings whose date the text gives come first, the fullest of them at the head, then those that only their
  printing dates, then what is only referred to («الهجوم على القنصلية»). The order hangs on the tellings alone, so
  neither the order of reports nor how they were divided matters: ``build(a + b) == build(a) | build(b)``.
* **Weights and thresholds** are data: ``timeline/lexicon/identity.toml``.

Contradictions do not part what the rest identifies; they are kept as conflicts when roles, day, place and status are
settled by all who tell it (`timeline.chronology.settle`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from attrs import fields, frozen

from timeline.chronology.features import STATED, Features, Keys, family_of, features, settings
from timeline.chronology.likeness import died, likeness
from timeline.events.model import EventType, Modality
from timeline.lexicon.gazetteer import names_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event

_SETTLED = 32  # from so many tellings on, one more hardly changes what most of them say
_EXACT = 2  # days: a night has two
# What fewer than a third of those have who have the commonest does not identify an act; a twelfth, if several say it.
_SHARE, _SHARE_OF_SEVERAL = 3, 12


@frozen(eq=False)
class Said:
    """What most tellings of an act say, by the features of one."""

    agents: Keys
    people: Keys
    states: Keys
    others: Keys
    targets: Keys
    places: Keys
    mapped: Keys
    grounds: Keys
    outer: Keys


_COUNTED = tuple(each.name for each in fields(Said))
_NOBODY: Keys = frozenset()


class Act:
    """Tellings taken for one act, and what most of them say."""

    __slots__ = ("_counts", "_said", "days", "founder", "members", "number")

    def __init__(self, founder: Features, number: int = 0) -> None:
        self.founder = founder
        self.number = number
        self.members = [founder]
        self.days = _together(frozenset(), founder.days)
        self._counts: dict[str, Counter[str]] = {}
        self._said: Features | Said | None = founder  # of one telling there is nothing to count

    def add(self, telling: Features) -> None:
        """One more telling."""
        if len(self.members) == 1:
            self._count(self.founder)
        self.members.append(telling)
        self._count(telling)
        if len(telling.days) <= _EXACT and telling.sure:
            self.days = _together(self.days, telling.days)  # «هذا الأسبوع», or a day of printing, does not stretch it
        if len(self.members) < _SETTLED or len(self.members) % _SETTLED == 0:
            self._said = None

    def _count(self, telling: Features) -> None:
        for name in _COUNTED:
            if values := getattr(telling, name):
                self._counts.setdefault(name, Counter()).update(values)

    @property
    def said(self) -> Features | Said:
        """The values of each feature that at least a third of those have who have the commonest."""
        if self._said is None:
            self._said = Said(*(_most(self._counts[name]) if name in self._counts else _NOBODY for name in _COUNTED))
        return self._said

    def people_of(self, state: str) -> Keys:
        """The persons who act for a state, as most say."""
        known = self.said.people
        return frozenset(name for each in self.members[:_SETTLED] for name in each.sent.get(state, ())) & known


def _most(counts: Counter[str]) -> Keys:
    enough = max(counts.values())
    return frozenset(
        key
        for key, count in counts.items()
        if count * _SHARE >= enough or (count > 1 and count * _SHARE_OF_SEVERAL >= enough)
    )


@lru_cache(maxsize=4096)
def _together(days: frozenset[int], more: tuple[int, ...]) -> frozenset[int]:
    return days.union(more)


def clusters(tellings: Iterable[Event], documents: Mapping[str, Document]) -> list[list[Event]]:
    """The tellings, those of one act together, the one that identifies it best at the head; family by family."""
    families: dict[str, list[Event]] = defaultdict(list)
    for each in tellings:
        families[family_of(each)].append(each)
    return [cluster for family in sorted(families) for cluster in _clusters(families[family], documents)]


def _clusters(tellings: Iterable[Event], documents: Mapping[str, Document]) -> list[list[Event]]:
    ordered = sorted(map(features, tellings), key=lambda each: _rank(each, documents))
    index = _Index()
    for telling in ordered:
        index.place(telling, _window(telling, documents))
    return [[member.telling for member in act.members] for act in index.acts]


def matches(
    left: Iterable[Event], right: Iterable[Event], documents: Mapping[str, Document]
) -> Iterator[tuple[Event, Event]]:
    """Pairs of events of two timelines that are one act, one to one: the best fit of each of the second, in order."""
    index = _Index()
    for telling in sorted(map(features, left), key=lambda each: _rank(each, documents)):
        index.enter(index.founded_by(telling), telling)
    for telling in sorted(map(features, right), key=lambda each: _rank(each, documents)):
        best = index.best(telling, _window(telling, documents))
        if best is not None:
            index.leave(best)
            yield best.founder.telling, telling.telling


def _rank(telling: Features, documents: Mapping[str, Document]) -> tuple[object, ...]:
    event = telling.telling
    mention = event.mentions[0] if event.mentions else None
    document = documents.get(mention.document) if mention else None
    return (
        _phase(telling),
        not telling.sure and not _is_planned(telling),
        len(telling.days) > _EXACT,
        -telling.weight,
        telling.days,
        document.published.toordinal() if document and document.published else 0,
        mention.document if mention else "",
        mention.trigger if mention else (0, 0),
        event.id,
    )


def _phase(telling: Features) -> int:
    """0: dated by the text; 1: planned for a day, or dated by its printing; 2: not dated, referred to."""
    if not telling.days:
        return 2
    return 0 if telling.sure else 1


def _is_planned(telling: Features) -> bool:
    return telling.telling.modality is Modality.PLANNED and telling.telling.time_source in STATED


def _window(telling: Features, documents: Mapping[str, Document]) -> range | tuple[int, ...]:
    """The days on which the act of a telling may stand."""
    limits, phase = settings()["days"], _phase(telling)
    if phase == 0:
        return telling.days
    if phase == 1 and _is_planned(telling):
        return range(telling.days[0] - limits["planned"], telling.days[-1] + 1 + limits["planned"])
    if phase == 1 and telling.telling.type is EventType.STATEMENT:
        return telling.days
    if phase == 1:
        return range(telling.days[0] - limits["printed"], telling.days[-1] + 1)
    mentions = telling.telling.mentions
    document = documents.get(mentions[0].document) if mentions else None
    if telling.telling.when or document is None or document.published is None:
        return ()  # a long stretch, or nothing to reckon from
    last = document.published.toordinal()
    if telling.telling.modality is Modality.PLANNED:
        return range(last, last + limits["ahead"])
    return range(last - limits["background"], last + 1)


class _Index:
    """The acts so far, by blocks."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.blocks: dict[Hashable, list[Act]] = {}
        self.most = settings()["blocks"]["compared"]

    def place(self, telling: Features, window: range | tuple[int, ...]) -> None:
        """Give a telling to the act that it fits best, or make it one."""
        best = self.best(telling, window)
        if best is None:
            best = self.founded_by(telling)
        else:
            best.add(telling)
        self.enter(best, telling)

    def founded_by(self, telling: Features) -> Act:
        """A new act, which this telling is the first of."""
        act = Act(telling, len(self.acts))
        self.acts.append(act)
        return act

    def best(self, telling: Features, window: range | tuple[int, ...]) -> Act | None:
        """The act that a telling fits best, if it fits any well enough."""
        best: Act | None = None
        most = 0.0
        enough = enough_for(telling)
        a_day_off = 0.0 if telling.sure or not telling.days else settings()[_table(telling)]["day"]
        for act in self.near(telling, window):
            score = likeness(telling, act)
            if a_day_off and score >= enough and not died(telling, act):
                score -= a_day_off * min(abs(telling.days[0] - day) for day in act.days)
            if score >= enough and score > most:
                best, most = act, score
        return best

    def enter(self, act: Act, telling: Features) -> None:
        """Let the act be found by what this telling says; a full block takes no more, nobody would look at them."""
        for key in _blocks_of(act, telling):
            block = self.blocks.setdefault(key, [])
            if len(block) < self.most and act not in block:
                block.append(act)

    def leave(self, act: Act) -> None:
        """Let an act of one telling be found no more."""
        for key in _blocks_of(act, act.founder):
            if act in self.blocks[key]:
                self.blocks[key].remove(act)

    def near(self, telling: Features, window: range | tuple[int, ...]) -> Iterable[Act]:
        """The acts worth comparing, each once."""
        names = dict.fromkeys(_asked_names(telling))
        undated = _phase(telling) == 2
        if undated:
            keys: Iterable[Hashable] = ((telling.family, telling.true, name) for name in names)
        else:
            keys = ((telling.family, telling.true, day, name) for name in names for day in window)
        found = chain.from_iterable(filter(None, map(self.blocks.get, keys)))
        if undated:
            return (act for act in dict.fromkeys(found) if any(day in window for day in act.days))
        return dict.fromkeys(chain(found, self._of_one_death(telling)))

    def _of_one_death(self, telling: Features) -> list[Act]:
        """The acts of other days that tell of the death of the same person."""
        far = settings()["days"]["died"]
        persons = sorted(telling.others & names_of("person"))
        named = (act for name in persons for act in self.blocks.get((telling.family, telling.true, name), ()))
        return [
            act for act in dict.fromkeys(named)
            if died(telling, act) and any(abs(day - own) <= far for day in act.days for own in telling.days)
        ]  # fmt: skip


def _blocks_of(act: Act, telling: Features) -> Iterator[Hashable]:
    """Where an act can be found by what a telling of it says: by family, day and name, and by family and name."""
    days = sorted(act.days)
    for name in _block_names(telling):
        for day in days:
            yield telling.family, telling.true, day, name
        if days:
            yield telling.family, telling.true, name


def enough_for(telling: Features) -> float:
    """The likeness from which a telling is of an act."""
    weights = settings()[_table(telling)]
    return float(weights[("enough", "enough_undated", "enough_background")[_phase(telling)]])


def _table(telling: Features) -> str:
    return {EventType.MEETING: "meeting", EventType.OFFENSIVE: "attack", EventType.STATEMENT: "statement"}[
        telling.telling.type
    ]


def _block_names(telling: Features) -> Iterator[Hashable]:
    """What an act can be found by."""
    yield from _asked_names(telling)
    if telling.telling.type is EventType.OFFENSIVE:
        yield from telling.agents
        yield from telling.targets


def _asked_names(telling: Features) -> Iterator[Hashable]:
    """What a telling is looked up by: names of which few acts of a day have the same; in a fixed order."""
    if telling.telling.type is EventType.OFFENSIVE:
        pairs = sorted((state, ground) for state in telling.states for ground in telling.grounds | telling.targets)
        ends = {name.split(" ", 1)[-1] for name in telling.others}
        some = [
            *pairs,
            *sorted(telling.places),
            *sorted(telling.outer),
            *sorted(telling.others | telling.unknown | ends),
        ]
        yield from some
        if not (pairs or telling.mapped or telling.outer):  # «في مياه المنطقة» is nowhere
            yield from sorted(telling.agents) or sorted(telling.targets)
    elif telling.telling.type is EventType.MEETING:
        yield from sorted(telling.people | telling.states | telling.agents)
    else:
        yield from sorted(telling.agents)

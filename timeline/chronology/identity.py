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
from itertools import islice
from typing import TYPE_CHECKING

from timeline.chronology.features import STATED, Features, Keys, features, settings
from timeline.events.model import EventType, Modality

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

    from timeline.documents.model import Document
    from timeline.events.model import Event

_SETTLED = 32  # from so many tellings on, one more hardly changes what most of them say
_EXACT = 2  # days: a night has two
# What fewer than a third of those have who have the commonest does not identify an act; a twelfth, if several say it.
_SHARE, _SHARE_OF_SEVERAL = 3, 12


class Act:
    """Tellings taken for one act, and what most of them say."""

    __slots__ = ("_counts", "_seen", "days", "founder", "members", "number", "sure")

    def __init__(self, founder: Features, number: int) -> None:
        self.founder = founder
        self.number = number
        self.sure = founder.sure
        self.members: list[Features] = []
        self.days: set[int] = set()
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._seen: dict[str, Keys] = {}

    def add(self, telling: Features) -> None:
        """One more telling."""
        self.members.append(telling)
        if len(self.members) == 1 or (len(telling.days) <= _EXACT and telling.sure):
            self.days.update(telling.days)  # «هذا الأسبوع», or a day of printing, joins an act and does not stretch it
        for name in ("agents", "people", "states", "others", "targets", "places", "mapped", "grounds", "outer"):
            if values := getattr(telling, name):
                self._counts[name].update(values)
        if len(self.members) < _SETTLED or len(self.members) % _SETTLED == 0:
            self._seen.clear()

    def most_of_state(self, state: str) -> Keys:
        """The persons who act for a state, as most say."""
        known = self.most("people")
        return frozenset(name for each in self.members[:_SETTLED] for name in each.sent.get(state, ())) & known

    def most(self, name: str) -> Keys:
        """The values of a feature that at least a third of those have who have the commonest."""
        known = self._seen.get(name)
        if known is None:
            counts = self._counts.get(name)
            if not counts:
                return frozenset()
            enough = max(counts.values())
            known = self._seen[name] = frozenset(
                key
                for key, count in counts.items()
                if count * _SHARE >= enough or (count > 1 and count * _SHARE_OF_SEVERAL >= enough)
            )
        return known


def clusters(tellings: Iterable[Event], documents: Mapping[str, Document]) -> list[list[Event]]:
    """The tellings, those of one act together, the one that identifies it best at the head."""
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
        act = Act(telling, len(index.acts))
        index.acts.append(act)
        act.add(telling)
        index.enter(act, telling)
    taken: set[int] = set()
    for telling in sorted(map(features, right), key=lambda each: _rank(each, documents)):
        best = index.best(telling, _window(telling, documents), taken)
        if best is not None:
            taken.add(best.number)
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
        self.by_day: dict[Hashable, dict[int, Act]] = defaultdict(dict)
        self.by_name: dict[Hashable, dict[int, Act]] = defaultdict(dict)
        self.most = settings()["blocks"]["compared"]

    def place(self, telling: Features, window: range | tuple[int, ...]) -> None:
        """Give a telling to the act that it fits best, or make it one."""
        best = self.best(telling, window)
        if best is None:
            best = Act(telling, len(self.acts))
            self.acts.append(best)
        best.add(telling)
        self.enter(best, telling)

    def best(self, telling: Features, window: range | tuple[int, ...], but: Collection[int] = ()) -> Act | None:
        """The act that a telling fits best, if it fits any well enough."""
        best: Act | None = None
        most = 0.0
        enough = enough_for(telling)
        for act in self.near(telling, window):
            if act.number in but:
                continue
            score = likeness(telling, act)
            if not telling.sure and telling.days:
                score -= settings()[_table(telling)]["day"] * min(abs(telling.days[0] - day) for day in act.days)
            if score >= enough and score > most:
                best, most = act, score
        return best

    def enter(self, act: Act, telling: Features) -> None:
        """Let the act be found by what this telling says."""
        days = sorted(act.days)
        for name in _block_names(telling):
            for day in days:
                self.by_day[telling.family, telling.true, day, name].setdefault(act.number, act)
            if act.days:
                self.by_name[telling.family, telling.true, name].setdefault(act.number, act)

    def near(self, telling: Features, window: range | tuple[int, ...]) -> Iterator[Act]:
        """The acts worth comparing, each once."""
        seen: set[int] = set()
        phase = _phase(telling)
        names = list(dict.fromkeys(_asked_names(telling)))
        if phase == 2:
            keys: Iterable[Hashable] = ((telling.family, telling.true, name) for name in names)
            blocks = map(self.by_name.get, keys)
        else:
            keys = ((telling.family, telling.true, day, name) for name in names for day in window)
            blocks = map(self.by_day.get, keys)
        for block in filter(None, blocks):
            for act in islice(block.values(), self.most):
                if act.number not in seen:
                    seen.add(act.number)
                    if phase < 2 or any(day in window for day in act.days):
                        yield act


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
        some = [*pairs, *sorted(telling.places), *sorted(telling.outer), *sorted(telling.others | ends)]
        yield from some or sorted(telling.agents) or sorted(telling.targets)
    elif telling.telling.type is EventType.MEETING:
        yield from sorted(telling.people | telling.states | telling.agents)
    else:
        yield from sorted(telling.agents)


# ---- likeness: how much speaks for one act


def likeness(telling: Features, act: Act) -> float:
    """What speaks for a telling's being of an act, less what speaks against it."""
    if telling.telling.type is EventType.OFFENSIVE:
        return _same_attack(telling, act)
    if telling.telling.type is EventType.MEETING:
        return _same_meeting(telling, act)
    return _same_statement(telling, act)


def _same_attack(telling: Features, act: Act) -> float:
    weights = settings()["attack"]
    score: float = weights["family"]
    ours, theirs = telling.agents | telling.states, act.most("agents") | act.most("states")
    if ours and theirs:
        score += weights["agent"] if ours & theirs else weights["agent_against"]
    struck = telling.targets | telling.grounds
    stricken = act.most("targets") | act.most("grounds")
    if struck and stricken:
        score += weights["target"] if struck & stricken else weights["target_against"]
    if _turned_round(telling, act):
        score += weights["turned_round"]
    if telling.telling.subtype in weights["telling_kinds"] and telling.telling.subtype == act.founder.telling.subtype:
        score += weights["same_kind"]
    if _same_name(telling.others, act.most("others")):
        score += weights["named_target"]
    spread = telling.sure and {telling.telling.subtype, act.founder.telling.subtype} <= set(weights["abroad_kinds"])
    score += _where(telling, act, weights, abroad=spread and bool(telling.states) and not telling.states & struck)
    if telling.dead is not None and any(member.dead == telling.dead for member in act.members[:20]):
        score += weights["dead"]
    return score


def _same_name(ours: Keys, theirs: Keys) -> bool:
    """Whether a name is in both, whole or as the end of the other: «الحمد الله» and «رامي الحمد الله»."""
    return bool(ours & theirs) or any(
        one.endswith(f" {other}") or other.endswith(f" {one}") for one in ours for other in theirs
    )


def _turned_round(telling: Features, act: Act) -> bool:
    """Whether who is struck in one strikes in the other: «مقتل جنود أتراك», and what the Turks struck.

    The same two the other way round are a misreading as likely, and outvoted.
    """
    struck, strikes = act.most("targets"), act.most("states")
    if telling.targets == strikes and telling.states == struck:
        return False
    if telling.targets & struck or telling.states & strikes:
        return False  # a civil war: both sides are of one state
    return bool(telling.targets & strikes) or bool(strikes and telling.states & struck)


def _where(telling: Features, act: Act, weights: Mapping[str, float], *, abroad: bool) -> float:
    ours, theirs = telling.places, act.most("places")
    if not ours or not theirs:
        return 0.0
    if ours & theirs:
        return weights["place"]
    if ours & act.most("outer") or telling.outer & theirs:
        return weights["nested_place"]
    if not telling.mapped or not act.most("mapped"):
        return 0.0  # «مواقع هيئة تحرير الشام» can be anywhere
    return weights["place_against"] + (weights["abroad"] if abroad else 0.0)


def _same_meeting(telling: Features, act: Act) -> float:
    weights = settings()["meeting"]
    score = weights["same_kind"] if telling.telling.subtype == act.founder.telling.subtype else 0.0
    met = _parties(telling, act, weights)
    if not met:
        return 0.0
    score += met
    if _by_other_people(telling, act):
        score += weights["other_people"]
    return score + _met_in(telling, act, weights)


def _by_other_people(telling: Features, act: Act) -> bool:
    """Whether other persons of one state are named: ministers are no presidents."""
    sent = telling.sent
    return any(
        people and not people & sent.get(state, people)
        for state in act.founder.sent
        if (people := act.most_of_state(state))
    )


def _met_in(telling: Features, act: Act, weights: Mapping[str, float]) -> float:
    """Whether it is one place: by its name, or where one side names only the state, by the state."""
    ours, theirs = telling.places, act.most("places")
    if ours and theirs:
        around = ours & (theirs | act.most("outer")) or telling.outer & theirs
        return weights["place"] if around else weights["place_against"]
    ours, theirs = telling.grounds, act.most("grounds")
    if not ours or not theirs:
        return 0.0
    return weights["place"] if ours & theirs else weights["place_against"]


def _parties(telling: Features, act: Act, weights: Mapping[str, float]) -> float:
    """How well those who meet fit: by states; the people of one state, or of none, by their names."""
    ours, theirs = telling.states, act.most("states")
    if not ours or not theirs or len(ours | theirs) == 1:
        ours, theirs = telling.agents, act.most("agents")
    common = ours & theirs
    if len(common) >= 2:
        return weights["two"] + weights["other_party"] * len(ours ^ theirs)
    if not common or (len(ours) > 1 and len(theirs) > 1):
        return 0.0
    host = telling.grounds if len(ours) == 1 else act.most("grounds")
    met = (theirs if len(ours) == 1 else ours) - common
    known: float = weights["person"] if telling.people & act.most("people") else weights["party"]
    if met & host:
        return known + float(weights["host"])  # «زارت ميركل واشنطن», and Trump met her
    return known + (float(weights["elsewhere"]) if met and host else 0.0)


#: What a speaker says on a day, in so many words, is one appearance: «قال», «أضاف», «تابع».
_FORMULAS = frozenset(("statement",))


def _same_statement(telling: Features, act: Act) -> float:
    weights = settings()["statement"]
    ours, theirs = telling.agents, act.most("agents")
    if not ours & theirs:
        return 0.0
    score: float = weights["speaker"] + weights["same_kind"] + weights["other_speaker"] * len(ours ^ theirs)
    if telling.telling.subtype in _FORMULAS:
        score += weights["formula"]
    ours, theirs = telling.others | telling.targets, act.most("others") | act.most("targets")
    if ours and theirs:
        if not ours & theirs:
            return 0.0
        score += weights["addressee"]
    alike = max(_share(telling.words, member.words) for member in act.members[:8])
    return score + float(weights["words"]) * alike


def _share(one: frozenset[bytes], other: frozenset[bytes]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0

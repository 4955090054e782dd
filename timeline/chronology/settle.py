"""One event of many tellings: roles, day, place and status by vote, weighted by how surely each was read.

Each outlet has one vote for a thing, however often it tells it; what the text says with its date counts more than what
was carried over or reckoned. A role that few tell against many is a misreading and goes; two that many tell are a
conflict and are kept, in words, in ``conflicts``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from timeline.chronology.features import STATED
from timeline.events.model import Actor, Event, EventType, Modality, Place
from timeline.lexicon.gazetteer import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.values.interval import Interval

Thing = TypeVar("Thing", bound="Hashable")

_WEIGHT = {"stated": 4, "derived": 3, "carried": 2, "document": 1, "none": 1}
_RANK = {"stated": 0, "derived": 1, "carried": 2, "document": 3, "none": 4}
#: Of the votes for the best of a role, the part that another needs to stand beside it.
_BESIDE = 0.25
#: Of the tellings that name somebody in a role, the part that has to name them, however few the outlets are.
_NAMED = 0.15
_MANY = 8
#: Days with a third of the votes for the best can be meant, if they are exact and the best is not.
_LIKELY, _EXACT = 3, 2
_VAGUE = frozenset(("meeting", "killing", "assault", "statement"))
_STATUS = (
    Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED,
)  # fmt: skip
# Spans index the first mention's document; who is named in another one only has none.
_NO_SPAN: dict[str, Any] = {"text": "", "start_char": 0, "end_char": 0}


def settle(tellings: Sequence[Event], documents: Mapping[str, Document]) -> Event:
    """The event of all who tell it; the one at the head gives the id and is the first mention."""
    if len(tellings) == 1:
        return tellings[0]
    lead = min(tellings, key=lambda each: (_RANK[each.time_source], -len(each.actors) - len(each.places)))
    ordered = [lead, *(each for each in tellings if each is not lead)]
    votes = _Votes(ordered, documents)
    when, dated = _days(ordered, votes)
    actors, doubts = _actors(lead, ordered, votes)
    kind = _kind(lead, ordered, votes)
    return evolve(
        lead,
        id=tellings[0].id,
        when=when,
        time=lead.time if dated is lead else None if dated.mentions[:1] != lead.mentions[:1] else dated.time,
        time_source=dated.time_source,
        subtype=kind.subtype,
        stance=kind.stance,
        codes=kind.codes,
        actors=actors,
        places=_places(lead, ordered, votes),
        modality=_modality(ordered),
        headline_worthy=any(each.headline_worthy for each in ordered),
        background=all(each.background for each in ordered),
        mentions=tuple(dict.fromkeys(mention for each in ordered for mention in each.mentions)),
        attribution=tuple(dict.fromkeys(name for each in ordered for name in each.attribution)),
        sources=tuple(dict.fromkeys(source for each in ordered for source in each.sources)),
        conflicts=tuple(
            dict.fromkeys(
                [
                    *(note for each in ordered for note in each.conflicts),
                    *doubts,
                    *_dates_differ(ordered),
                    *_status_differs(ordered),
                ]
            )
        ),
        dead=tuple(dict.fromkeys(toll for each in ordered for toll in each.dead)),
        wounded=tuple(dict.fromkeys(toll for each in ordered for toll in each.wounded)),
        tellings=tuple(ordered),
        votes=tuple(_shared(ordered, votes)),
    )


class _Votes:
    """Who may vote: each outlet once for a thing, with the weight of its surest telling."""

    def __init__(self, tellings: Iterable[Event], documents: Mapping[str, Document]) -> None:
        self.outlet = {id(each): _outlet(each, documents) for each in tellings}

    def count(self, pairs: Iterable[tuple[Event, Thing]]) -> Counter[Thing]:
        """How much speaks for each thing."""
        best: dict[tuple[str, Thing], int] = {}
        for telling, thing in pairs:
            key = (self.outlet[id(telling)], thing)
            best[key] = max(best.get(key, 0), _WEIGHT[telling.time_source])
        total: Counter[Thing] = Counter()
        for (_, thing), weight in best.items():
            total[thing] += weight
        return total


def _shared(ordered: Sequence[Event], votes: _Votes) -> Iterator[str]:
    """Why the tellings are one act: what at least two of them say, with their number."""
    yield f"{len(ordered)} tellings by {len(set(votes.outlet.values()))} outlets"
    said = {
        "day": (when for each in ordered if (when := " + ".join(map(str, each.when)))),
        "role": (f"{actor.name} ({actor.role})" for each in ordered for actor in each.actors),
        "place": (place.name for each in ordered for place in each.places),
    }
    for what, values in said.items():
        shared = [f"{value} ×{number}" for value, number in Counter(values).most_common(4) if number > 1]
        if shared:
            yield f"{what}: {', '.join(shared)}"


def _outlet(telling: Event, documents: Mapping[str, Document]) -> str:
    if not telling.mentions:
        return telling.id
    name = telling.mentions[0].document
    document = documents.get(name)
    return (document.source if document else None) or name


def _days(ordered: Sequence[Event], votes: _Votes) -> tuple[tuple[Interval, ...], Event]:
    """The days that most give, and a telling that gives them: the text's before the day of printing's."""
    dated = [each for each in ordered if each.when and each.time_source in STATED] or [
        each for each in ordered if each.when
    ]
    if not dated:
        return (), ordered[0]
    count = votes.count((each, each.when) for each in dated)
    most = max(count.values())
    likely = [days for days, votes_for in count.items() if votes_for * _LIKELY >= most]  # a day before its week
    when = max(likely, key=lambda days: (_length(days) <= _EXACT, count[days], -_length(days), _back(days)))
    longer = next(
        (each for each in dated if each.when in likely and _goes_on(each) and each.when[0].start == when[0].start),
        None,
    )
    chosen = longer or next(each for each in dated if each.when == when)
    return chosen.when, chosen


def _length(when: tuple[Interval, ...]) -> int:
    lengths = [each.length for each in when]
    return sum(max(length.days, 1) for length in lengths if length is not None) + 10_000 * lengths.count(None)


def _back(when: tuple[Interval, ...]) -> int:
    start = when[0].start or when[0].end
    return -start.toordinal() if start else 0


def _goes_on(event: Event) -> bool:
    """Whether it is told with its beginning and no end: «منذ الأربعاء»."""
    return any(interval.start is not None and interval.end is None for interval in event.when)


def _actors(lead: Event, ordered: Sequence[Event], votes: _Votes) -> tuple[tuple[Actor, ...], list[str]]:
    """Everyone in the role that most give him, those few name left out; and what is in doubt."""
    count: Counter[Any] = votes.count((each, (actor.name, actor.role)) for each in ordered for actor in each.actors)
    known: dict[tuple[str, str], Actor] = {}
    for each in ordered:
        for actor in each.actors:
            key: tuple[str, str] = (actor.name, actor.role)
            if key not in known:
                known[key] = actor if each is lead else evolve(actor, **_NO_SPAN)
    best = _best(count, lambda key: key[1])
    named: Counter[Any] = Counter((actor.name, actor.role) for each in ordered for actor in each.actors)
    filled: Counter[str] = Counter(role for each in ordered for role in {actor.role for actor in each.actors})
    filled["addressee"] = len(ordered)  # whom a statement is made to hardly ever matters
    kept = []
    for key, actor in known.items():
        if named[key] < _NAMED * filled[key[1]]:
            continue
        rival = max(
            (votes_for for (name, role), votes_for in count.items() if name == key[0] and role != key[1]), default=0
        )
        if rival > count[key] or (rival == count[key] and _against(known, key)):
            continue
        if count[key] >= _BESIDE * best[key[1]]:
            kept.append(actor)
    principal = _principal(_somebody(kept, count), count)
    return tuple(_once(lead, principal)), _agents_differ(ordered)


def _once(lead: Event, actors: Sequence[Actor]) -> list[Actor]:
    """Who attacks and whom is no mere participant; a state is left out beside its president at the table."""
    roles = {actor.role for actor in actors}
    if lead.type is EventType.OFFENSIVE and roles & _SIDES:
        return [actor for actor in actors if actor.role != "participant"]
    if lead.type is not EventType.MEETING:
        return list(actors)
    states = names_of("country")
    sent = {actor.country for actor in actors if actor.name not in states}
    return [actor for actor in actors if actor.name not in states or actor.country not in sent]


def _somebody(actors: Sequence[Actor], count: Counter[Any]) -> list[Actor]:
    """Beside those who can be told from others, common nouns («المسلحون») only where as many tell of them."""
    best: dict[str, int] = defaultdict(int)
    for actor in actors:
        if actor.is_identified:
            best[actor.role] = max(best[actor.role], count[actor.name, actor.role])
    return [actor for actor in actors if actor.is_identified or count[actor.name, actor.role] > best[actor.role]]


def _against(known: Mapping[tuple[str, str], Actor], key: tuple[str, str]) -> bool:
    """Of two roles with equal votes, the one that was met first stays."""
    return next(each for each in known if each[0] == key[0]) != key


def _best(count: Counter[Any], group: Callable[[Any], Hashable]) -> dict[Hashable, int]:
    best: dict[Hashable, int] = defaultdict(int)
    for key, votes in count.items():
        best[group(key)] = max(best[group(key)], votes)
    return best


def _principal(actors: Sequence[Actor], count: Counter[Any]) -> list[Actor]:
    """Those of most votes first; of one state one that fights, and who confer only if half as many name them."""
    ordered = sorted(actors, key=lambda actor: -count[actor.name, actor.role])
    first: dict[tuple[str, str | None], int] = {}
    kept = []
    for actor in ordered:
        votes, side = count[actor.name, actor.role], (actor.role, actor.country)
        told = first.get(side)
        if actor.country is None or told is None or (actor.role not in _SIDES and 2 * votes >= told):
            first.setdefault(side, votes)
            kept.append(actor)
    return kept


_SIDES = frozenset(("agent", "target"))


def _agents_differ(ordered: Sequence[Event]) -> list[str]:
    if ordered[0].type is not EventType.OFFENSIVE:
        return []
    sides = {
        frozenset(actor.country or actor.name for actor in each.actors if actor.role == "agent") - {None}
        for each in ordered
        if each.time_source in STATED
    } - {frozenset()}
    if len(sides) < 2 or frozenset.intersection(*sides):
        return []
    return [f"agents differ: {' / '.join(sorted('، '.join(sorted(side)) for side in sides))}"]


def _dates_differ(ordered: Sequence[Event]) -> list[str]:
    told = dict.fromkeys(each.when for each in ordered if each.when and each.time_source in STATED)
    apart = [when for when in told if not any(_overlap(when, other) for other in told if other is not when)]
    if len(told) < 2 or not apart:
        return []
    return [f"dates differ: {' / '.join(sorted(' + '.join(map(str, when)) for when in told))}"]


def _overlap(first: Sequence[Interval], second: Sequence[Interval]) -> bool:
    return any(a.overlaps(b) for a in first for b in second)


def _status_differs(ordered: Sequence[Event]) -> list[str]:
    told = {each.modality for each in ordered}
    untrue = told & {Modality.DENIED, Modality.NEGATED}
    return [f"status differs: {', '.join(sorted(each.value for each in told))}"] if untrue and told - untrue else []


def _places(lead: Event, ordered: Sequence[Event], votes: _Votes) -> tuple[Place, ...]:
    count: Counter[Any] = votes.count((each, (place.name, place.role)) for each in ordered for place in each.places)
    known: dict[tuple[str, str], Place] = {}
    for each in ordered:
        for place in each.places:
            known.setdefault((place.name, place.role), place if each is lead else evolve(place, **_NO_SPAN))
    best = max(count.values(), default=0)
    named: Counter[Any] = Counter((place.name, place.role) for each in ordered for place in each.places)
    placed = sum(bool(each.places) for each in ordered)
    kept = [key for key in known if count[key] >= _BESIDE * best and named[key] >= _NAMED * placed]
    if len(ordered) >= _MANY:  # one that places it against many who do not is a misreading as likely
        kept = [key for key in kept if named[key] > 1]
    mapped = [key for key in kept if known[key].country is not None]
    kept = mapped or kept  # «المدينة», «الطريق» beside a name that a map has
    return tuple(known[key] for key in sorted(kept, key=lambda key: -count[key]))


def _modality(ordered: Sequence[Event]) -> Modality:
    """Done, if a third tell it as done; else what most say of it: «قد تضرب واشنطن» is not done for one who errs."""
    count = Counter(each.modality for each in ordered)
    if count[Modality.ASSERTED] * _LIKELY >= len(ordered):
        return Modality.ASSERTED
    return min(count, key=lambda each: (-count[each], _STATUS.index(each)))


def _kind(lead: Event, ordered: Sequence[Event], votes: _Votes) -> Event:
    """The telling whose kind is told most, one that says how before one that says only that."""
    count = votes.count((each, each.subtype) for each in ordered)
    kind = max(count, key=lambda each: (each not in _VAGUE, count[each], each == lead.subtype, str(each)))
    return next(each for each in ordered if each.subtype == kind)

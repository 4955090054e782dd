"""One event of many tellings: roles, day, place and status by vote, weighted by how surely each was read.

Each outlet has one vote for a thing, however often it tells it; what the text says with its date counts more than what
was carried over or reckoned. Who only refers to the act without its date («التصعيد بعد القصف على …») has no vote. A
role that few tell against many is a misreading and goes; two that many tell are a conflict: the likelier stays, both
are in words in ``conflicts``. Who did it and to whom is voted on by sides, so that «الجيش السوري» and «قوات النظام» do
not divide what they have in common.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.chronology.features import STATED, features
from timeline.chronology.ids import of_the_first
from timeline.chronology.roles import actors_of, at_home
from timeline.chronology.tolls import of_the_act
from timeline.chronology.votes import BESIDE, NAMED, NO_SPAN, OF_DAYS, OF_ROLES, Votes, voters_of
from timeline.events.headline import called
from timeline.events.model import Event, EventType, Modality, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.values.interval import Interval


_RANK = {"corrected": 0, "stated": 0, "derived": 1, "carried": 2, "document": 3, "none": 4}
_MANY = 8
#: Days with a third of the votes for the best can be meant, if they are exact and the best is not.
_LIKELY, _EXACT = 3, 2
_JOURNEY = 6  # days of a visit; seven are «هذا الأسبوع»
_KIND = 4  # a kind with a quarter of the votes for the commonest can be meant, if it says more
_VAGUE = frozenset(("meeting", "killing", "assault", "statement"))
_AIMED = "targeting"  # «استهدف»: with what, it does not say
_STATUS = (
    Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED,
)  # fmt: skip


def settle(tellings: Sequence[Event], documents: Mapping[str, Document]) -> Event:
    """The event of all who tell it; the best dated is the first mention, the first printed gives the id."""
    if len(tellings) == 1:
        return tellings[0]
    lead = min(tellings, key=lambda each: (_RANK[each.time_source], -len(each.actors) - len(each.places)))
    ordered = [lead, *(each for each in tellings if each is not lead)]
    votes = Votes(ordered, documents)
    when, dated = _days(ordered, votes)
    modality = _modality(ordered, when if dated.time_source in STATED else (), documents)
    voters = voters_of(ordered, modality)
    places = _places(lead, voters, votes)
    kind = _kind(lead, voters, votes)
    actors = at_home(kind.subtype, actors_of(lead, voters, votes), places)
    return evolve(
        lead,
        id=of_the_first(tellings, documents),
        when=when,
        time=lead.time if dated is lead else None if dated.mentions[:1] != lead.mentions[:1] else dated.time,
        time_source=dated.time_source,
        subtype=kind.subtype,
        stance=kind.stance,
        codes=kind.codes,
        actors=actors,
        places=places,
        modality=modality,
        headline_worthy=any(each.headline_worthy for each in ordered),
        background=all(each.background for each in ordered),
        mentions=tuple(dict.fromkeys(mention for each in ordered for mention in each.mentions)),
        attribution=tuple(dict.fromkeys(name for each in ordered for name in each.attribution)),
        sources=tuple(dict.fromkeys(source for each in ordered for source in each.sources)),
        conflicts=tuple(
            dict.fromkeys(
                [
                    *(note for each in ordered for note in each.conflicts),
                    *_agents_differ(voters),
                    *_dates_differ(ordered),
                    *_status_differs(ordered),
                ]
            )
        ),
        dead=of_the_act([(each, toll) for each in ordered for toll in each.dead], documents),
        wounded=of_the_act([(each, toll) for each in ordered for toll in each.wounded], documents),
        tellings=tuple(ordered),
        votes=tuple(_shared(ordered, votes)),
    )


def _shared(ordered: Sequence[Event], votes: Votes) -> Iterator[str]:
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


def _days(ordered: Sequence[Event], votes: Votes) -> tuple[tuple[Interval, ...], Event]:
    """The days that most give, and a telling that gives them: the text's before the day of printing's."""
    dated = [each for each in ordered if each.when and each.time_source in STATED] or [
        each for each in ordered if each.when
    ]
    if not dated:
        return (), ordered[0]
    if all(each.time_source not in STATED for each in dated):
        first = min(dated, key=lambda each: (-_back(each.when), _length(each.when), each.id))
        return first.when, first  # it was printed that day, so it took place on no later one
    count = votes.count(((each, each.when) for each in dated), OF_DAYS)
    most = max(count.values())
    likely = [days for days, votes_for in count.items() if votes_for * _LIKELY >= most]  # a day before its week
    begun = _back if _is_death(dated) else _undecided  # a death is announced later, and never before it
    when = max(
        likely, key=lambda days: (_length(days) <= _EXACT, begun(days), count[days], -_length(days), _back(days))
    )
    longer = next(
        (each for each in dated if each.when in likely and _goes_on(each) and each.when[0].start == when[0].start),
        None,
    )
    longer = longer or _journey(dated, when, count)
    chosen = longer or next(each for each in dated if each.when == when)
    return chosen.when, chosen


def _is_death(dated: Sequence[Event]) -> bool:
    """Whether most tell of a known person who was killed: «مقتله», «غارة قتلته»."""
    read = [features(each) for each in dated]
    slain = frozenset().union(*(one.slain for one in read))
    return 2 * sum(bool(one.others & slain) for one in read) > len(read)


def _undecided(_: tuple[Interval, ...]) -> int:
    return 0


def _length(when: tuple[Interval, ...]) -> int:
    lengths = [each.length for each in when]
    return sum(max(length.days, 1) for length in lengths if length is not None) + 10_000 * lengths.count(None)


def _back(when: tuple[Interval, ...]) -> int:
    start = when[0].start or when[0].end
    return -start.toordinal() if start else 0


def _journey(dated: Sequence[Event], when: tuple[Interval, ...], count: Mapping[Any, int]) -> Event | None:
    """A visit told with its first and last day, if the day that most give is one of them: «من الأحد إلى الأربعاء»."""
    whole = [
        each for each in dated
        if each.subtype == "visit" and _EXACT <= _length(each.when) <= _JOURNEY and _overlap(each.when, when)
    ]  # fmt: skip
    return min(whole, key=lambda each: (-count[each.when], _length(each.when), _back(each.when), each.id), default=None)


def _goes_on(event: Event) -> bool:
    """Whether it is told with its beginning and no end: «منذ الأربعاء»."""
    return any(interval.start is not None and interval.end is None for interval in event.when)


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


def _places(lead: Event, ordered: Sequence[Event], votes: Votes) -> tuple[Place, ...]:
    count: Counter[Any] = votes.count(
        ((each, (place.name, place.role)) for each in ordered for place in each.places), OF_ROLES
    )
    known: dict[tuple[str, str], Place] = {}
    for each in ordered:
        for place in each.places:
            known.setdefault((place.name, place.role), place if each is lead else evolve(place, **NO_SPAN))
    best = max(count.values(), default=0)
    named: Counter[Any] = Counter((place.name, place.role) for each in ordered for place in each.places)
    placed = sum(bool(each.places) for each in ordered)
    kept = [key for key in known if count[key] >= BESIDE * best and named[key] >= NAMED * placed]
    if len(ordered) >= _MANY:  # one that places it against many who do not is a misreading as likely
        kept = [key for key in kept if named[key] > 1]
    mapped = [key for key in kept if known[key].country is not None]
    kept = mapped or kept  # «المدينة», «الطريق» beside a name that a map has
    return tuple(known[key] for key in sorted(kept, key=lambda key: -count[key]))


def _modality(ordered: Sequence[Event], when: Sequence[Interval], documents: Mapping[str, Document]) -> Modality:
    """Done, if a third tell it as done; else what most say of it: «قد تضرب واشنطن» is not done for one who errs.

    Asked are those who print on its day or later; for what is still to come, nobody can say that it is done.
    """
    news = [each for each in ordered if each.time_source in STATED or not each.background] or ordered
    later = [each for each in news if not _is_ahead(each, when, documents)]
    count = Counter(each.modality for each in later or news)
    if not later and count[Modality.PLANNED]:
        return Modality.PLANNED
    if count[Modality.ASSERTED] * _LIKELY >= len(later or news) and count[Modality.ASSERTED] >= count[Modality.PLANNED]:
        return Modality.ASSERTED
    return min(count, key=lambda each: (-count[each], _STATUS.index(each)))


def _is_ahead(telling: Event, when: Sequence[Interval], documents: Mapping[str, Document]) -> bool:
    """Whether it is printed before the day of the act."""
    document = documents.get(telling.mentions[0].document) if telling.mentions else None
    if document is None or document.published is None or not when or when[0].start is None:
        return False
    return document.published.toordinal() < when[0].start.toordinal()


def _kind(lead: Event, ordered: Sequence[Event], votes: Votes) -> Event:
    """The telling whose kind is told most, one that says how before one that says only that."""
    count = votes.count(((each, each.subtype) for each in ordered), OF_ROLES)
    most = max(count.values())
    likely = [each for each in count if count[each] * _KIND >= most]  # one who errs is no more exact than the others
    how = {each.subtype for each in ordered if each.subtype not in _VAGUE and called(each) != _AIMED}
    kind = max(likely, key=lambda each: (each in how, count[each], each == lead.subtype, str(each)))
    return next(each for each in ordered if each.subtype == kind)

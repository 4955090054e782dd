"""Who did it and to whom, by vote: sides before names, and who is told of by one against many goes.

A state and all who act for it are one side («الجيش السوري», «قوات النظام»); those who meet stand each for himself.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.chronology.features import STATED, is_state
from timeline.chronology.table import seated
from timeline.chronology.votes import BESIDE, NAMED, NO_SPAN, OF_ROLES, Votes
from timeline.events.model import Actor, Event, EventType, Place
from timeline.lexicon.gazetteer import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FIGHT = frozenset(("agent", "target"))
_AT_THE_TABLE = frozenset(("host", "participant"))
_RECEPTION = "hosted"
_TWICE, _RIVAL, _FAR_MORE, _SEVERAL = 2, 3, 4, 4


def actors_of(lead: Event, voters: Sequence[Event], votes: Votes) -> list[Actor]:
    """Everyone in the role that most give him, those few name left out."""
    count: Counter[Any] = votes.count(
        ((each, (actor.name, actor.role)) for each in voters for actor in each.actors), OF_ROLES
    )
    known: dict[tuple[str, str], Actor] = {}
    for each in voters:
        for actor in each.actors:
            key: tuple[str, str] = (actor.name, actor.role)
            if key not in known:
                known[key] = actor if each is lead else evolve(actor, **NO_SPAN)
    sides = _Sides(voters, votes)
    media = _media()
    kept = [
        actor
        for key, actor in known.items()
        if sides.stands(actor)
        and not _in_another_role(key, known, count)
        and not sides.turned_round(actor)
        and not (actor.role in _FIGHT and actor.name in media)
    ]
    return _once(lead, _principal(_somebody(kept, count), count))


@cache
def _media() -> frozenset[str]:
    """Those who report: they strike nobody."""
    rows = tomllib.loads((files("timeline.lexicon") / "ar" / "events" / "organizations.toml").read_text("utf-8"))
    return frozenset(name for name, row in rows.items() if isinstance(row, dict) and row.get("media"))


def _in_another_role(key: tuple[str, str], known: Mapping[tuple[str, str], Actor], count: Counter[Any]) -> bool:
    """Whether more give somebody another role; of two with equal votes, the one that was met first stays."""
    others = [other for other in known if other[0] == key[0] and {other[1], key[1]} != _AT_THE_TABLE]
    rival = max((count[other] for other in others if other != key), default=0)
    return rival > count[key] or (rival == count[key] and others[0] != key)


class _Sides:
    """How many stand for each side in each role: a state with all who act for it, or a name."""

    def __init__(self, voters: Sequence[Event], votes: Votes) -> None:
        self.count: Counter[Any] = votes.count(
            ((each, side) for each in voters for side in dict.fromkeys(map(_side, each.actors))), OF_ROLES
        )
        self.reports: dict[Any, set[str]] = defaultdict(set)
        self.filled: dict[str, set[str]] = defaultdict(set)
        self.together: dict[Any, set[Any]] = defaultdict(set)
        self.tellings: dict[Any, list[Event]] = defaultdict(list)
        for each in voters:
            told = set(map(_side, each.actors))
            for side in told:
                self.tellings[side].append(each)
                self.reports[side].add(votes.report[id(each)])
                self.filled[side[1]].add(votes.report[id(each)])
                self.together[side] |= told
        self.dated = {votes.report[id(each)] for each in voters if each.time_source in STATED}
        self.told = len({votes.report[id(each)] for each in voters})
        self.known = {_side(actor) for each in voters for actor in each.actors if actor.is_identified}
        self.forces: dict[Any, set[str]] = defaultdict(set)
        for each in voters:
            for actor in each.actors:
                if actor.role in _FIGHT:  # a state and its forces, but a town by its name
                    self.forces[_side(actor)].add((actor.code and actor.country) or actor.name)
        self.best: dict[str, Any] = {}
        for side in sorted(
            self.count, key=lambda side: (side not in self.known, -self.count[side], -len(self.reports[side]), side)
        ):
            self.best.setdefault(side[1], side)
        self.alone: str | None = None  # the role that is of another act
        self._of_one_telling()

    def stands(self, actor: Actor) -> bool:
        """Whether enough name this side in this role, beside the one that most name."""
        side = _side(actor)
        best, role = self.best[side[1]], side[1]
        named, filled = len(self.reports[side]), len(self.filled[role])
        if role == self.alone:
            return False
        if role in _FIGHT and self.told >= _SEVERAL and named < _TWICE and not self._is_uncontradicted(side):
            return False  # of several reports one names him
        if side == best:
            return True
        if role != "addressee" and named < NAMED * filled:
            return False
        if role == "agent" and named * _RIVAL < len(self.reports[best]):
            return False
        if best not in self.together[side]:  # their word against the other's
            if role == "agent":
                return False
            if role == "target" and (named < _TWICE or named * _RIVAL < len(self.reports[best])):
                return False
        return self.count[side] >= BESIDE * self.count[best]

    def _is_uncontradicted(self, side: tuple[str, str]) -> bool:
        """Whether nobody else is named in this role, nor he in the other: who is silent speaks against nobody.

        Of very many who are silent, though, the one who names him has misread it as likely.
        """
        rivals = [other for other in self.known if other[1] == side[1] and other != side]
        sure = side in self.known and not self._is_doubtful(side) and not self._is_in_both(side)
        return sure and not rivals and len(self.reports[side]) >= NAMED * self.told

    def _is_doubtful(self, side: tuple[str, str]) -> bool:
        """Whether no report that says when has it, or one alone, by the name of a state («أفغانستان.. قتلى بتفجير»)."""
        names = {actor.name for each in self.tellings[side] for actor in each.actors if _side(actor) == side}
        return not self.reports[side] & self.dated or (len(self.reports[side]) < _TWICE and all(map(is_state, names)))

    def _are_of_one_act(self, agent: tuple[str, str], target: tuple[str, str]) -> bool:
        """Whether both are told of one place, and each of them in one role."""
        if any(self._is_doubtful(side) or self._is_in_both(side) for side in (agent, target)):
            return False
        ours, theirs = (
            {place.name for each in self.tellings[side] for place in each.places} for side in (agent, target)
        )
        return bool(ours & theirs)

    def _is_in_both(self, side: tuple[str, str]) -> bool:
        """Whether it is told of one who strikes, and of one who is struck."""
        return any(self.forces[side] & forces for other, forces in self.forces.items() if other[1] != side[1])

    def _of_one_telling(self) -> None:
        """Let who did it and whom it struck be of one telling at least: the one more name, and the other beside him.

        Where no telling has both, nor are they told of one place, each of them in one role, they are of two acts, and
        nobody fills the other role.
        """
        agent, target = self.best.get("agent"), self.best.get("target")
        if agent is None or target is None or target in self.together[agent]:
            return
        if self._are_of_one_act(agent, target):
            return  # each telling is silent about one of them
        more, fewer = sorted((agent, target), key=lambda side: (-len(self.reports[side]), -self.count[side], side))
        beside = [side for side in self.together[more] if side[1] == fewer[1]]
        self.alone = None if beside else fewer[1]
        if beside:
            self.best[fewer[1]] = min(beside, key=lambda side: (-len(self.reports[side]), -self.count[side], side))

    def turned_round(self, actor: Actor) -> bool:
        """Whether this side is in the other role in far more tellings, and another is in this one."""
        side = _side(actor)
        if side[1] not in _FIGHT:
            return False
        other = (side[0], "target" if side[1] == "agent" else "agent")
        against = self.best.get(other[1])
        if against is not None and against[0] != side[0] and against in self.together[side]:
            return False  # a civil war: Turks and Syrians against Syrians
        return len(self.reports[side]) * _FAR_MORE <= len(self.reports.get(other, ()))


def _side(actor: Actor) -> tuple[str, str]:
    """Who votes together: of those who fight, a state; of others each; a host is at the table too."""
    if actor.role in _FIGHT:
        return (actor.country or actor.name, actor.role)
    return (actor.name, "participant" if actor.role in _AT_THE_TABLE else actor.role)


def at_home(subtype: str, actors: Sequence[Actor], places: Sequence[Place]) -> tuple[Actor, ...]:
    """One host at most: whom two call so, or who of those received is at home («استقبال … في واشنطن»)."""
    hosts = [actor for actor in actors if actor.role == "host"]
    home = {place.country for place in places if place.role != "topic" and place.country}
    at_home = [actor for actor in actors if actor.role in _AT_THE_TABLE and actor.country in home]
    if at_home and (hosts or subtype == _RECEPTION) and len({actor.country for actor in actors}) > 1:
        hosts = [actor for actor in hosts if actor in at_home] or at_home
    home_of = {actor.country or actor.name for actor in hosts[:1]}
    return tuple(
        evolve(actor, role="host" if (actor.country or actor.name) in home_of else "participant")
        if actor.role in _AT_THE_TABLE
        else actor
        for actor in actors
    )


def _once(lead: Event, actors: Sequence[Actor]) -> list[Actor]:
    """Who attacks and whom is no mere participant; a state is left out beside its president at the table."""
    roles = {actor.role for actor in actors}
    if lead.type is EventType.OFFENSIVE and roles & _FIGHT:
        forces = {actor.code for actor in actors if actor.role == "agent" and actor.code}
        return [
            actor for actor in actors
            if actor.role != "participant" and not (actor.role == "target" and actor.code in forces)
        ]  # fmt: skip
    if lead.type is not EventType.MEETING:
        return list(actors)
    actors = seated(lead.subtype, actors)
    states, persons = names_of("country"), names_of("person")
    sent = {actor.country for actor in actors if actor.name not in states}
    present = {actor.country for actor in actors if actor.country and actor.name in persons}
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.name in states and actor.country in sent:
            continue
        if actor.country in present and actor.name not in persons:
            continue  # «ولي العهد السعودي» is the prince who is named
        if actor.name not in found or actor.role == "host":
            found[actor.name] = actor
    return list(found.values())


def _somebody(actors: Sequence[Actor], count: Counter[Any]) -> list[Actor]:
    """Beside those who can be told from others, common nouns («المسلحون») only where as many tell of them."""
    best: dict[str, int] = defaultdict(int)
    for actor in actors:
        if actor.is_identified:
            best[actor.role] = max(best[actor.role], count[actor.name, actor.role])
    return [actor for actor in actors if actor.is_identified or count[actor.name, actor.role] > best[actor.role]]


def _principal(actors: Sequence[Actor], count: Counter[Any]) -> list[Actor]:
    """Those of most votes first; of one state one that fights, and who confer only if half as many name them."""
    ordered = sorted(actors, key=lambda actor: -count[actor.name, actor.role])
    first: dict[tuple[str, str | None], int] = {}
    kept = []
    for actor in ordered:
        votes, side = count[actor.name, actor.role], (actor.role, actor.country)
        told = first.get(side)
        if actor.country is None or told is None or (actor.role not in _FIGHT and 2 * votes >= told):
            first.setdefault(side, votes)
            kept.append(actor)
    return kept

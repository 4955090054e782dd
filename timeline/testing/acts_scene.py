"""What is drawn before a sentence is chosen: who, whom, where, when, and what may be put in without weight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from attrs import evolve, frozen

from timeline.testing import acts_words as words
from timeline.testing.acts_model import Noun, Party
from timeline.testing.acts_words import Verb, table

T = TypeVar("T")
#: Takes one of several: Hypothesis draws it, the runner takes it from a seeded generator.
Choose = Callable[[Sequence[Any]], Any]

#: The day of printing, a Tuesday.
PRINTED = dt.date(2024, 12, 3)


@frozen
class When:
    """A day in words, and which: «أمس الاثنين» is 2 December."""

    says: str
    day: dt.date


@frozen
class Strike:
    """A noun of force with the verb that carries it: «هجوما» with «شن», and its target behind «على».

    ``forms`` are its cases with a place for a nationality: «هجوم {a}».
    """

    noun: Noun
    forms: tuple[str, str, str]
    carrier: Verb
    on: str


@frozen(kw_only=True)
class Scene:
    """Everything a way may say. A way takes what it needs; who acts is from other states than who is acted on.

    Attributes
    ----------
    attack, agent, target
        an act of force
    second_attack, second_target
        another that the same agent does, on something else
    strike, striker, nation
        an act by a noun, who does it, and the state whose nationality stands beside it
    source
        who tells of an act: a body, or a person with title and name
    speaker
        who makes a statement
    first, second, third
        people who meet, of three states
    host
        a ruler
    state, other_state, third_state
        states by name, those of ``first``, ``second`` and ``third``
    city
        where a meeting is; an act of force is near the capital of its target's state
    past, future
        the day, behind or ahead of printing
    aside, adverb
        what is put in without weight; empty if nothing is
    turn
        chooses among words of one meaning
    """

    attack: Verb
    agent: Party
    target: Party
    second_attack: Verb
    second_target: Party
    strike: Strike
    striker: Party
    nation: Party
    source: Party
    speaker: Party
    first: Party
    second: Party
    third: Party
    host: Party
    state: Party
    other_state: Party
    third_state: Party
    city: str
    near: str
    past: When
    future: When
    content: str
    aside: str = ""
    adverb: str = ""
    turn: int = 0

    def word(self, name: str) -> str:
        """A word between, one of those that mean the same: ``word("by")`` is «من قبل» or «من جانب»."""
        return str(self.one_of(table()["words"][name]))

    def one_of(self, several: Sequence[T]) -> T:
        """One of several, always the same of this scene."""
        return several[self.turn % len(several)]

    @property
    def where(self) -> str:
        """Where force is used: «قرب كييف»."""
        return f"{self.word('near')} {self.near}"

    @property
    def more(self) -> str:
        """What is said besides: another than ``content``."""
        clauses: list[str] = table()["contents"]["clauses"]
        return self.one_of([each for each in clauses if each != self.content])

    @property
    def in_city(self) -> str:
        """Where a meeting is: «في الدوحة»."""
        return f"{self.word('in')} {self.city}"


# ---- drawing ---------------------------------------------------------------------------------------------------------


@cache
def days(tense: str, printed: dt.date = PRINTED) -> tuple[When, ...]:
    """All days of one tense in all their words."""
    names = table()["dates"]["names"]
    found = []
    for row in table()["dates"][tense]:
        for step in row["days"]:
            day = printed + dt.timedelta(days=step)
            says = row["says"]
            if "{ordinal}" in says and (tense == "past") != (day.month != printed.month):
                continue  # «الماضي» is the month before, «الجاري» the running one
            says = says.format(
                weekday=names["weekdays"][day.weekday()],
                day=day.day,
                month=names["months"][day.month - 1],
                ordinal=_ordinal(day.day),
            )
            found.append(When(says, day))
    return tuple(found)


def _ordinal(number: int) -> str:
    from timeline.testing.words import ordinal

    return ordinal(number)[-1]


@cache
def people() -> tuple[Party, ...]:
    """Everyone with an office."""
    return tuple(words.person(row, state) for state, rows in table()["people"].items() for row in rows)


@cache
def rulers() -> tuple[Party, ...]:
    """Everyone with an honorific."""
    return tuple(map(words.ruler, table()["rulers"]))


@cache
def states() -> tuple[Party, ...]:
    """Every state by its name."""
    return tuple(map(words.state_party, table()["states"]))


@cache
def forces() -> tuple[Party, ...]:
    """Every force of every state, the groups, and the states themselves."""
    national = [words.force(row, state) for row in table()["forces"] for state in table()["states"]]
    return (*national, *map(words.group, table()["groups"]), *states())


@cache
def targets() -> tuple[Party, ...]:
    """Everything that force is used on."""
    national = [row for row in table()["targets"] if row.get("national")]
    things = [words.target(row, "") for row in table()["targets"] if not row.get("national")]
    return (*things * 6, *(words.target(row, state) for row in national for state in table()["states"]))


@cache
def bodies() -> tuple[Party, ...]:
    """Every body that speaks."""
    national = [row for row in table()["bodies"] if row.get("national")]
    own = [words.body(row, "") for row in table()["bodies"] if not row.get("national")]
    return (*own * 4, *(words.body(row, state) for row in national for state in table()["states"]))


@cache
def attacks() -> tuple[tuple[Verb, tuple[Party, ...], tuple[Party, ...]], ...]:
    """Every verb of force, with those who may be its agents and its targets."""
    found = []
    for row in table()["attacks"]:
        forms = {key: value for key, value in row.items() if key not in {"by", "on"}}
        found.append((Verb(**forms), _of(forces(), tuple(row["by"])), _of(targets(), tuple(row["on"]))))
    return tuple(found)


@cache
def attacks_on(kinds: tuple[str, ...]) -> tuple[tuple[Verb, tuple[Party, ...], tuple[Party, ...]], ...]:
    """The verbs of force that have targets of these kinds, with those only; all if no kind is named."""
    if not kinds:
        return attacks()
    narrowed = ((attack, agents, _of(things, kinds)) for attack, agents, things in attacks())
    return tuple(each for each in narrowed if each[2])


@cache
def strikes() -> tuple[tuple[Strike, tuple[Party, ...]], ...]:
    """Every noun of force, with those who may be its agents."""
    return tuple(
        (
            Strike(
                words.noun_of(row, human=False), tuple(row["national"]), Verb(row["verb"], row["present"]), row["on"]
            ),
            _of(forces(), tuple(row["by"])),
        )
        for row in table()["strikes"]
    )


@cache
def _of(parties: tuple[Party, ...], kinds: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(party for party in parties if party.kind in kinds)


def other(choose: Choose, parties: Sequence[Party], *taken: Party) -> Party:
    """One of other states, and of another name, than those who are taken."""
    countries = {each.country for each in taken} - {None}
    names = {each.name for each in taken}
    for _ in range(20):
        party = choose(parties)
        if party.country not in countries and party.name not in names:
            return party  # type: ignore[no-any-return]
    return next(each for each in parties if each.country not in countries and each.name not in names)


def draw_scene(choose: Choose, on: tuple[str, ...] = ()) -> Scene:
    """A scene, everything in it drawn; ``on``: the kinds of which the target has to be."""
    attack, agents, things = choose(attacks_on(on))
    agent = choose(_one_kind(choose, agents))
    target = other(choose, _one_kind(choose, things), agent)
    fitting = [row for row in attacks() if agent in row[1] and row[0] != attack] or list(attacks()[:1])
    second_attack, _, second_things = choose(fitting)
    second_target = other(choose, second_things, agent, target)
    strike, strikers = choose(strikes())
    source = other(choose, choose((bodies(), people())), agent, target, second_target)
    first = choose(people())
    second = other(choose, people(), first)
    third = other(choose, people(), first, second)
    known = [each for each in states() if each.country != (target.country or agent.country)]
    return Scene(
        attack=attack,
        agent=agent,
        target=target,
        second_attack=second_attack,
        second_target=second_target,
        strike=strike,
        striker=other(choose, _one_kind(choose, strikers), target, source),
        nation=other(choose, states(), target, source),
        source=source,
        speaker=choose(choose((bodies(), people()))),
        first=first,
        second=second,
        third=third,
        host=other(choose, rulers(), first, second),
        state=words.state_party(str(first.country)),
        other_state=words.state_party(str(second.country)),
        third_state=words.state_party(str(third.country)),
        city=words.capital(str(choose(known).country)),
        near=words.capital(target.country or str(choose(known).country)),
        past=choose(days("past")),
        future=choose(days("future")),
        content=choose(table()["contents"]["clauses"]),
        turn=choose(range(12)),
    )


def _one_kind(choose: Choose, parties: Sequence[Party]) -> Sequence[Party]:
    """Those of one class, so that a class with few names is drawn as often as others."""
    kind = choose(sorted({each.kind for each in parties}))
    return [each for each in parties if each.kind == kind]


def put_in(scene: Scene, choose: Choose, kind: str, what: str) -> Scene:
    """The same with an ``aside`` behind a noun group, or an ``adverb`` beside the verb."""
    return evolve(scene, **{what: choose(table()[f"{what}s"][kind])})


def renamed(scene: Scene, choose: Choose) -> Scene:
    """The same with other names of the same class: another army for an army, another minister for a minister."""

    def alike(party: Party, parties: Sequence[Party], *taken: Party) -> Party:
        shape = _shape(party)
        return other(choose, [each for each in parties if _shape(each) == shape], *taken)

    first = alike(scene.first, people())
    second = alike(scene.second, people(), first)
    source = alike(scene.source, (*bodies(), *people()), scene.agent, scene.target, first, second)
    agent = alike(scene.agent, forces(), scene.target, scene.second_target, source)
    return evolve(
        scene,
        agent=agent,
        nation=other(choose, states(), scene.target, source),
        source=source,
        speaker=alike(scene.speaker, (*bodies(), *people()), scene.other_state),
        first=first,
        second=second,
        third=other(choose, people(), first, second),
        host=other(choose, rulers(), first, second),
        state=words.state_party(str(first.country)),
        other_state=words.state_party(str(second.country)),
    )


def _shape(party: Party) -> tuple[str, str, str, bool]:
    noun = party.noun
    return party.kind, noun.gender, noun.number, noun.indefinite

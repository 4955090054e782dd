"""How much speaks for a telling's being of an act: who, whom, where, how many dead, in which words.

Weights are those of ``timeline/lexicon/identity.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from timeline.chronology.features import REBELS, Features, Keys, in_common, settings
from timeline.events.model import EventType
from timeline.lexicon.gazetteer import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chronology.identity import Act, Said


def likeness(telling: Features, act: Act) -> float:
    """What speaks for a telling's being of an act, less what speaks against it."""
    if telling.telling.type is EventType.OFFENSIVE:
        return _same_attack(telling, act)
    if telling.telling.type is EventType.MEETING:
        return _same_meeting(telling, act)
    return _same_statement(telling, act)


@cache
def _kinds(name: str) -> frozenset[str]:
    return frozenset(settings()["attack"][name])


def _same_attack(telling: Features, act: Act) -> float:
    weights, said = settings()["attack"], act.said
    kind, founded_as = telling.telling.subtype, act.founder.telling.subtype
    score: float = weights["family"]
    ours, theirs = telling.agents | telling.states, said.agents | said.states
    if ours and theirs:
        if not ours.isdisjoint(theirs):
            score += weights["agent"]
        else:
            score += weights["agent_against"]
            score += weights["rebels_against"] if (REBELS in ours) is not (REBELS in theirs) else 0.0
    struck, stricken = telling.targets | telling.grounds, said.targets | said.grounds
    if struck and stricken:
        score += weights["target_against"] if struck.isdisjoint(stricken) else weights["target"]
    if _turned_round(telling, said):
        score += weights["turned_round"]
    if kind == founded_as:
        score += weights["same_kind"] if kind in _kinds("telling_kinds") else 0.0
    else:
        score += weights["kind_against"] if {kind, founded_as} <= _kinds("specific_kinds") else 0.0
        score += weights["opposite"] if sorted((kind, founded_as)) in weights["opposite_kinds"] else 0.0
    if said.others and (_same_name(telling.others, said.others) or _is_end_of(telling.unknown, said.others)):
        score += weights["named_target"]
    if died(telling, act):
        score += weights["dies_once"]
    spread = telling.sure and {kind, founded_as} <= _kinds("abroad_kinds")
    score += _where(telling, said, weights, abroad=spread and bool(telling.states) and not telling.states & struck)
    if telling.dead is not None and any(member.dead == telling.dead for member in act.members[:20]):
        score += weights["dead"]
    return score


def died(telling: Features, act: Act) -> bool:
    """Whether a telling is of the death of the same known person: whatever days are told, he dies once."""
    persons = telling.others & names_of("person")
    return bool(persons) and any((telling.slain | other.slain) & persons & other.others for other in act.members)


def _same_name(ours: Keys, theirs: Keys) -> bool:
    """Whether a name is in both, whole or as the end of the other: «الحمد الله» and «رامي الحمد الله»."""
    return not ours.isdisjoint(theirs) or _is_end_of(ours, theirs) or _is_end_of(theirs, ours)


def _is_end_of(names: Keys, whole: Keys) -> bool:
    return any(one.endswith(name) and one.endswith(f" {name}") for name in names for one in whole)


def _turned_round(telling: Features, said: Features | Said) -> bool:
    """Whether who is struck in one strikes in the other: «مقتل جنود أتراك», and what the Turks struck.

    The same two the other way round are a misreading as likely, and outvoted.
    """
    struck, strikes = said.targets, said.states
    if telling.targets == strikes and telling.states == struck:
        return False
    if telling.targets & struck or telling.states & strikes:
        return False  # a civil war: both sides are of one state
    return bool(telling.targets & strikes) or bool(strikes and telling.states & struck)


def _where(telling: Features, said: Features | Said, weights: Mapping[str, float], *, abroad: bool) -> float:
    ours, theirs = telling.places, said.places
    if not ours or not theirs:
        return 0.0
    if ours & theirs:
        return weights["place"]
    if ours & said.outer or telling.outer & theirs:
        return weights["nested_place"]
    if not telling.mapped or not said.mapped:
        return 0.0  # «مواقع هيئة تحرير الشام» can be anywhere
    return weights["place_against"] + (weights["abroad"] if abroad else 0.0)


def _same_meeting(telling: Features, act: Act) -> float:
    weights = settings()["meeting"]
    score = weights["same_kind"] if telling.telling.subtype == act.founder.telling.subtype else 0.0
    met = _parties(telling, act.said, weights)
    if not met:
        return 0.0
    score += met
    if _by_other_people(telling, act):
        score += weights["other_people"]
    return score + _met_in(telling, act.said, weights)


def _by_other_people(telling: Features, act: Act) -> bool:
    """Whether other persons of one state are named: ministers are no presidents, an envoy is no king."""
    return any(
        not _share_a_name(people, sent)
        for state, sent in telling.sent.items()
        if state in act.founder.sent and (people := act.people_of(state))
    )


def _share_a_name(ours: Keys, theirs: Keys) -> bool:
    """Whether somebody is in both, however he is spelled: «سعدالدين الحريري» is «سعد الحريري»."""
    if not ours.isdisjoint(theirs):
        return True
    parts, others = ({part for name in names for part in name.split()} for names in (ours, theirs))
    return bool(parts & others) and not (ours | theirs) <= names_of("person")


def _met_in(telling: Features, said: Features | Said, weights: Mapping[str, float]) -> float:
    """Whether it is one place: by its name, or where one side names only the state, by the state."""
    ours, theirs = telling.places, said.places
    if ours and theirs:
        around = ours & (theirs | said.outer) or telling.outer & theirs
        return weights["place"] if around else weights["place_against"]
    ours, theirs = telling.grounds, said.grounds
    if not ours or not theirs:
        return 0.0
    return weights["place"] if ours & theirs else weights["place_against"]


def _parties(telling: Features, said: Features | Said, weights: Mapping[str, float]) -> float:
    """How well those who meet fit: by states; the people of one state, or of none, by their names."""
    ours, theirs = telling.states, said.states
    if not ours or not theirs or len(ours | theirs) == 1:
        ours, theirs = telling.agents, said.agents
    common = ours & theirs
    if len(common) >= 2:
        return weights["two"] + weights["other_party"] * len(ours ^ theirs)
    if not common or (len(ours) > 1 and len(theirs) > 1):
        return 0.0
    host = telling.grounds if len(ours) == 1 else said.grounds
    met = (theirs if len(ours) == 1 else ours) - common
    known: float = weights["person"] if telling.people & said.people else weights["party"]
    if met & host:
        return known + float(weights["host"])  # «زارت ميركل واشنطن», and Trump met her
    return known + (float(weights["elsewhere"]) if met and host else 0.0)


#: What a speaker says on a day, in so many words, is one appearance: «قال», «أضاف», «تابع».
_FORMULAS = frozenset(("statement",))


def _same_statement(telling: Features, act: Act) -> float:
    weights, said = settings()["statement"], act.said
    ours, theirs = telling.agents, said.agents
    if not ours & theirs:
        return 0.0
    score: float = weights["speaker"] + weights["same_kind"] + weights["other_speaker"] * len(ours ^ theirs)
    if telling.telling.subtype in _FORMULAS:
        score += weights["formula"]
    ours, theirs = telling.others | telling.targets, said.others | said.targets
    if ours and theirs:
        if not ours & theirs:
            return 0.0
        score += weights["addressee"]
    alike = max(in_common(telling.words, member.words) for member in act.members[:8])
    return score + float(weights["words"]) * alike

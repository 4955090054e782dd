"""How much speaks for a telling's being of an act: who, whom, where, how many dead, in which words.

Weights are those of ``timeline/lexicon/identity.toml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chronology.features import REBELS, Features, Keys, in_common, settings
from timeline.events.model import EventType
from timeline.lexicon.gazetteer import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.chronology.identity import Act


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
        if not ours & theirs and (REBELS in ours) is not (REBELS in theirs):
            score += weights["rebels_against"]
    struck = telling.targets | telling.grounds
    stricken = act.most("targets") | act.most("grounds")
    if struck and stricken:
        score += weights["target"] if struck & stricken else weights["target_against"]
    if _turned_round(telling, act):
        score += weights["turned_round"]
    kinds = {telling.telling.subtype, act.founder.telling.subtype}
    if len(kinds) > 1 and kinds <= set(weights["specific_kinds"]):
        score += weights["kind_against"]
    if sorted(kinds) in weights["opposite_kinds"]:
        score += weights["opposite"]
    if telling.telling.subtype in weights["telling_kinds"] and telling.telling.subtype == act.founder.telling.subtype:
        score += weights["same_kind"]
    if _same_name(telling.others, act.most("others")) or _is_end_of(telling.unknown, act.most("others")):
        score += weights["named_target"]
    if died(telling, act):
        score += weights["dies_once"]
    spread = telling.sure and {telling.telling.subtype, act.founder.telling.subtype} <= set(weights["abroad_kinds"])
    score += _where(telling, act, weights, abroad=spread and bool(telling.states) and not telling.states & struck)
    if telling.dead is not None and any(member.dead == telling.dead for member in act.members[:20]):
        score += weights["dead"]
    return score


def died(telling: Features, act: Act) -> bool:
    """Whether a telling is of the death of the same known person: whatever days are told, he dies once."""
    persons = telling.others & names_of("person")
    return bool(persons) and any((telling.slain | other.slain) & persons & other.others for other in act.members)


def _same_name(ours: Keys, theirs: Keys) -> bool:
    """Whether a name is in both, whole or as the end of the other: «الحمد الله» and «رامي الحمد الله»."""
    return bool(ours & theirs) or any(
        one.endswith(f" {other}") or other.endswith(f" {one}") for one in ours for other in theirs
    )


def _is_end_of(names: Keys, whole: Keys) -> bool:
    return any(one.endswith(f" {name}") for name in names for one in whole)


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
    """Whether other persons of one state are named: ministers are no presidents, an envoy is no king."""
    return any(
        (people := act.most_of_state(state))
        and (others := telling.sent.get(state))
        and not _share_a_name(people, others)
        for state in act.founder.sent
    )


def _share_a_name(ours: Keys, theirs: Keys) -> bool:
    """Whether somebody is in both, however he is spelled: «سعدالدين الحريري» is «سعد الحريري»."""
    if ours & theirs:
        return True
    parts, others = ({part for name in names for part in name.split()} for names in (ours, theirs))
    return bool(parts & others) and not (ours | theirs) <= names_of("person")


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
    alike = max(in_common(telling.words, member.words) for member in act.members[:8])
    return score + float(weights["words"]) * alike

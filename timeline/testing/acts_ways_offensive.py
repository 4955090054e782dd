"""Ways of saying an act of force by verbs, nouns and relative clauses: «قصف الجيش جسرا», «غارة إسرائيلية على جسر»."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import evolve

from timeline.events.model import EventType
from timeline.testing import acts_words as words
from timeline.testing.acts_model import Noun
from timeline.testing.acts_scene import Scene
from timeline.testing.acts_ways import Say, way
from timeline.testing.acts_words import Verb, verb


def of_agent(scene: Scene) -> Mapping[str, Any]:
    """The agent does it to the target."""
    return {"agents": (scene.agent,), "targets": (scene.target,)}


def of_agent_told(scene: Scene) -> Mapping[str, Any]:
    """The same, and the source says so."""
    return {**of_agent(scene), "vouched": scene.source}


def of_striker(scene: Scene) -> Mapping[str, Any]:
    """Who carries the noun of the act out, and on what."""
    return {"agents": (scene.striker,), "targets": (scene.target,)}


def of_nation(scene: Scene) -> Mapping[str, Any]:
    """The state of the nationality, and on what."""
    return {"agents": (scene.nation,), "targets": (scene.target,)}


def of_nobody(scene: Scene) -> Mapping[str, Any]:
    """Only on what."""
    return {"targets": (scene.target,)}


def second(scene: Scene) -> Sequence[Mapping[str, Any]]:
    """Besides, what the agent does to another target."""
    return ({"agents": (scene.agent,), "targets": (scene.second_target,)},)


def definite(scene: Scene) -> bool:
    """Whether the agent has the article or a name."""
    return not scene.agent.noun.indefinite


def speaks(scene: Scene) -> bool:
    """Whether the agent may speak for itself: an army, no gunmen."""
    return scene.agent.kind in {"army", "navy", "group", "state"} and definite(scene)


#: What the target has to be: what lies somewhere, what burns, what an attack may go on against, what
#: one strikes, and people.
PLACED = ("building", "place")
ON_THE_GROUND = ("building", "place", "vehicle")
LASTING = (*ON_THE_GROUND, "force")
STRUCK = (*LASTING, "ship")
PEOPLE = ("people",)
FORCES = ("force",)

offensive: Callable[..., Callable[[Say], Say]] = partial(way, EventType.OFFENSIVE)


def _masdar(attack: Verb) -> Noun:
    gender = "f" if attack.masdar.endswith(words.grammar("feminine")) else "m"
    return Noun(attack.masdar, attack.masdar, attack.masdar, gender, human=False)


# ---- the verb and its two ------------------------------------------------------------------------------------------


@offensive(of_agent)
def verb_first(s: Scene) -> Sequence[str]:
    """The verb, who, whom: «قصفت المدفعية الروسية مستودعا للوقود قرب كييف فجر السبت»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.aside, s.target.noun.accusative, s.adverb,
        s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def subject_first(s: Scene) -> Sequence[str]:
    """Who, the verb, whom: «القوات الروسية قصفت بلدة حدودية أمس»."""
    return (
        s.agent.noun.nominative, s.aside, s.attack.behind(s.agent.noun), s.adverb, s.target.noun.accusative,
        s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def passive_by(s: Scene) -> Sequence[str]:
    """The passive with «من قبل»: «هوجمت القوات الأوكرانية من قبل الجيش الروسي أمس»."""
    return (
        s.attack.before(s.target.noun, passive=True), s.target.noun.nominative, s.word("by"),
        s.agent.noun.genitive, s.aside, s.adverb, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=PEOPLE, fits=lambda s: s.agent.kind != "state")
def passive_at_hands(s: Scene) -> Sequence[str]:
    """The passive with «على يد»: «قتل جنديان روسيان على يد مسلحين مجهولين أمس»."""
    return (
        s.attack.before(s.target.noun, passive=True), s.target.noun.nominative, s.aside, s.where,
        s.word("at_hands"), s.agent.noun.genitive, s.adverb, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_nobody, fits=lambda s: s.target.kind != "force" or s.attack.passive != s.attack.past)
def passive_alone(s: Scene) -> Sequence[str]:
    """The passive, nobody named: «اغتيل ضابط عراقي قرب بغداد أمس»."""
    return (
        s.attack.before(s.target.noun, passive=True), s.target.noun.nominative, s.aside, s.adverb, s.where,
        s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=FORCES)
def object_pronoun(s: Scene) -> Sequence[str]:
    """The object as a pronoun: «اقتربت القوات الأوكرانية من خط الجبهة فهاجمها الجيش الروسي أمس»."""
    return (
        verb("neared").before(s.target.noun), s.target.noun.nominative, s.word("front"), s.word("then"),
        s.attack.with_object(s.agent.noun, s.target.noun), s.agent.noun.nominative, s.aside, s.adverb, s.past.says,
        s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, also=second)
def coordinated(s: Scene) -> Sequence[str]:
    """Two verbs of one subject, one date: «قصف الجيش الروسي جسرا أمس ودمر مصنعا للأسلحة»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.aside, s.target.noun.accusative, s.past.says,
        s.word("and"), s.second_attack.behind(s.agent.noun), s.adverb, s.second_target.noun.accusative, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=LASTING)
def began(s: Scene) -> Sequence[str]:
    """An auxiliary before the verb: «بدأت القوات الروسية تقصف بلدة حدودية أمس»."""
    return (
        verb("began").before(s.agent.noun), s.agent.noun.nominative, s.aside, s.attack.now(s.agent.noun, behind=True),
        s.target.noun.accusative, s.adverb, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=LASTING)
def continued(s: Scene) -> Sequence[str]:
    """A verb that governs the masdar: «واصل الجيش الروسي قصف بلدة حدودية أمس»."""
    return (
        verb("continued").before(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb, s.attack.masdar,
        s.target.noun.genitive, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


# ---- nouns of the act ------------------------------------------------------------------------------------------------


@offensive(of_striker, on=STRUCK)
def light_verb(s: Scene) -> Sequence[str]:
    """A verb that carries the noun: «شنت الطائرات الحربية الروسية غارة جوية على بلدة حدودية أمس»."""
    return (
        s.strike.carrier.before(s.striker.noun), s.striker.noun.nominative, s.aside, s.strike.noun.accusative,
        s.adverb, s.strike.on, s.target.noun.genitive, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_striker, on=STRUCK)
def light_verb_behind(s: Scene) -> Sequence[str]:
    """The same behind its subject: «حركة طالبان شنت هجوما على ثكنة عسكرية أمس»."""
    return (
        s.striker.noun.nominative, s.aside, s.strike.carrier.behind(s.striker.noun), s.strike.noun.accusative,
        s.strike.on, s.target.noun.genitive, s.adverb, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_striker, on=ON_THE_GROUND, fits=lambda s: s.strike.noun.number == "s")
def noun_with_clause(s: Scene) -> Sequence[str]:
    """A noun and the verb that carries it, no «الذي»: «أدى هجوم شنته حركة طالبان على جسر أمس إلى اندلاع حريق كبير»."""
    carrier, noun = s.strike.carrier, s.strike.noun
    return (
        verb("led").before(noun), noun.nominative, carrier.with_object(s.striker.noun, noun),
        s.striker.noun.nominative, s.aside, s.adverb, s.strike.on, s.target.noun.genitive, s.where, s.past.says,
        s.word("to"), s.word("fire_broke_out"), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=ON_THE_GROUND)
def masdar_with_both(s: Scene) -> Sequence[str]:
    """The masdar with agent and object: «أسفر قصف الطيران الروسي مستودعا للوقود أمس عن أضرار مادية»."""
    return (
        verb("resulted").before(_masdar(s.attack)), s.attack.masdar, s.agent.noun.genitive, s.aside,
        s.target.noun.accusative, s.adverb, s.where, s.past.says, s.word("damage"), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=ON_THE_GROUND)
def masdar_by(s: Scene) -> Sequence[str]:
    """The masdar with «من قبل»: «أدى قصف بلدة حدودية من قبل المدفعية الروسية أمس إلى اندلاع حريق كبير»."""
    return (
        verb("led").before(_masdar(s.attack)), s.attack.masdar, s.target.noun.genitive, s.word("by"),
        s.agent.noun.genitive, s.aside, s.adverb, s.where, s.past.says, s.word("to"), s.word("fire_broke_out"),
        s.word("stop"),
    )  # fmt: skip


@offensive(of_striker, on=ON_THE_GROUND, fits=lambda s: s.strike.noun.number == "s")
def noun_of_the_agent(s: Scene) -> Sequence[str]:
    """The noun and «ل»: «أسفر هجوم لحركة طالبان على ثكنة عسكرية أمس عن أضرار مادية»."""
    return (
        verb("resulted").before(s.strike.noun), s.strike.noun.nominative, s.word("of"), s.striker.noun.genitive,
        s.aside, s.adverb, s.strike.on, s.target.noun.genitive, s.where, s.past.says, s.word("damage"), s.word("stop"),
    )  # fmt: skip


@offensive(of_nation, on=STRUCK)
def nationality_of_the_noun(s: Scene) -> Sequence[str]:
    """The agent is the nationality of the noun: «استهدفت غارة جوية إسرائيلية مستودعا للذخيرة أمس»."""
    noun = words.national(s.strike.forms, str(s.nation.country), s.strike.noun)
    return (
        verb("hit").before(noun), noun.nominative, s.aside, s.adverb, s.target.noun.accusative, s.where, s.past.says,
        s.word("stop"),
    )  # fmt: skip


@offensive(of_nation, on=STRUCK)
def exposed(s: Scene) -> Sequence[str]:
    """What was hit as the subject: «تعرضت بلدة حدودية لهجوم إسرائيلي أمس»."""
    noun = words.national(s.strike.forms, str(s.nation.country), s.strike.noun)
    return (
        verb("was_exposed").before(s.target.noun), s.target.noun.nominative, s.aside, s.adverb, s.where, s.word("of"),
        noun.genitive, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_nation, on=STRUCK)
def headline(s: Scene) -> Sequence[str]:
    """No verb: «غارتان إسرائيليتان على مطار عسكري قرب دمشق فجر السبت»."""
    noun = words.national(s.strike.forms, str(s.nation.country), s.strike.noun)
    return (noun.nominative, s.strike.on, s.target.noun.genitive, s.aside, s.where, s.past.says)


# ---- relative clauses ------------------------------------------------------------------------------------------------


@offensive(of_agent, fits=lambda s: definite(s) and s.agent.kind != "state")
def relative_on_the_agent(s: Scene) -> Sequence[str]:
    """Who did it is the head: «تتبع القوات الروسية التي قصفت جسرا قرب كييف أمس لقيادة جديدة»."""
    return (
        verb("followed").now(s.agent.noun), s.agent.noun.nominative, words.relative(s.agent.noun),
        s.attack.behind(s.agent.noun), s.adverb, s.target.noun.accusative, s.where, s.aside, s.past.says,
        s.word("new_command"), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, on=PLACED)
def relative_on_the_target(s: Scene) -> Sequence[str]:
    """Whom it hit is the head: «يقع الجسر الذي دمره الجيش الروسي أمس في منطقة نائية»."""
    head = evolve(words.plain(s.target.definite, s.target.noun.gender), human=False)
    return (
        verb("lay").now(head), head.nominative, words.relative(head),
        s.attack.with_object(s.agent.noun, head), s.agent.noun.nominative, s.aside, s.adverb, s.past.says,
        s.word("remote_area"), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, fits=lambda s: s.agent.noun.indefinite)
def relative_without_pronoun(s: Scene) -> Sequence[str]:
    """The clause behind an indefinite head: «رصد صيادون مقاتلات روسية قصفت جسرا أمس»."""
    return (
        verb("spotted").past, s.word("residents"), s.agent.noun.accusative, s.attack.behind(s.agent.noun), s.adverb,
        s.target.noun.accusative, s.where, s.aside, s.past.says, s.word("stop"),
    )  # fmt: skip

"""Ways of saying an act of force that is told, denied or planned, and where its date may stand: «أعلن أنه قصف»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.testing import acts_words as words
from timeline.testing.acts_scene import Scene
from timeline.testing.acts_ways import ASSERTED, DENIED, NEGATED, PLANNED, POSSIBLE, self_told, vouched
from timeline.testing.acts_ways_offensive import (
    LASTING,
    of_agent,
    of_agent_told,
    of_nobody,
    offensive,
    speaks,
    verb_first,
)
from timeline.testing.acts_words import table, verb


def _told(s: Scene) -> Sequence[str]:
    """Agent, verb, target, behind «أن» and «إن»: «الجيش الروسي قصف جسرا قرب كييف أمس»."""
    return (
        s.agent.noun.accusative, s.aside, s.attack.behind(s.agent.noun), s.adverb, s.target.noun.accusative,
        s.where, s.past.says,
    )  # fmt: skip


def _of_agent_itself(scene: Scene) -> Mapping[str, Any]:
    return {**of_agent(scene), "vouched": scene.agent}


def _said_and_stressed(scene: Scene) -> Sequence[Mapping[str, Any]]:
    return (*vouched(scene), *vouched(scene))


# ---- told by somebody ------------------------------------------------------------------------------------------------


@offensive(of_agent_told, also=vouched)
def after_that(s: Scene) -> Sequence[str]:
    """Behind «أن»: «أعلنت وزارة الدفاع الأوكرانية أن الجيش الروسي قصف جسرا قرب كييف أمس»."""
    return (
        verb("announced").before(s.source.noun), s.source.noun.nominative, s.word("that"), *_told(s), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent_told, also=vouched)
def after_said(s: Scene) -> Sequence[str]:
    """Behind «إن»: «قال وزير الدفاع الإسرائيلي يسرائيل كاتس إن مسلحين مجهولين خطفوا صحفية فرنسية أمس»."""
    return (
        verb("said").before(s.source.noun), s.source.noun.nominative, s.word("that_said"), *_told(s), s.word("stop"),
    )  # fmt: skip


@offensive(_of_agent_itself, also=self_told, fits=speaks)
def after_that_of_itself(s: Scene) -> Sequence[str]:
    """A pronoun back to the speaker: «أعلنت حركة طالبان أنها هاجمت ثكنة عسكرية أمس»."""
    return (
        verb("announced").before(s.agent.noun), s.agent.noun.nominative, s.aside,
        s.word("that") + words.pronoun(s.agent.noun), s.attack.behind(s.agent.noun), s.adverb,
        s.target.noun.accusative, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent_told, also=vouched)
def in_quotation(s: Scene) -> Sequence[str]:
    """In the words of a speaker: «قال الكرملين: «قصفت القوات الأوكرانية جسرا أمس»»."""
    return (
        verb("said").before(s.source.noun), s.source.noun.nominative, s.word("colon"), s.word("open"),
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb, s.target.noun.accusative, s.where,
        s.past.says, s.word("close"), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent_told, also=_said_and_stressed)
def after_participle(s: Scene) -> Sequence[str]:
    """Behind a participle: «قال الكرملين إن الأزمة طويلة ومعقدة، مؤكدا أن الجيش الأوكراني قصف جسرا أمس»."""
    return (
        verb("said").before(s.source.noun), s.source.noun.nominative, s.word("that_said"), s.content, s.word("comma"),
        verb("stressed").doing(s.source.noun), s.word("that"), *_told(s), s.word("stop"),
    )  # fmt: skip


@offensive(of_agent_told, also=vouched, modality=ASSERTED | POSSIBLE, tense=None)
def accused_of(s: Scene) -> Sequence[str]:
    """«اتهم … ب»: «اتهمت وزارة الدفاع الأوكرانية الجيش الروسي بقصف بلدة حدودية قرب كييف»."""
    return (
        verb("accused").before(s.source.noun), s.source.noun.nominative, s.agent.noun.accusative, s.aside, s.adverb,
        s.word("by_means"), s.attack.masdar, s.target.noun.genitive, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, modality=NEGATED)
def negated(s: Scene) -> Sequence[str]:
    """«لم» and the jussive: «لم تقصف القوات الروسية بلدة حدودية أمس»."""
    return (
        s.word("not_past"), s.attack.cut(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb,
        s.target.noun.accusative, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent_told, also=vouched, modality=DENIED)
def denied(s: Scene) -> Sequence[str]:
    """«نفى أن يكون»: «نفى الكرملين أن تكون القوات الروسية قد قصفت بلدة حدودية أمس»."""
    return (
        verb("denied").before(s.source.noun), s.source.noun.nominative, s.word("that"),
        verb("be").after_that(s.agent.noun), s.agent.noun.nominative, s.aside, s.word("already"),
        s.attack.behind(s.agent.noun), s.adverb, s.target.noun.accusative, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(_of_agent_itself, also=self_told, modality=DENIED, tense=None, fits=speaks)
def denied_of_itself(s: Scene) -> Sequence[str]:
    """«نفى» and the masdar, the speaker being the agent: «نفى الجيش الروسي قصف بلدة حدودية»."""
    return (
        verb("denied").before(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb, s.attack.masdar,
        s.target.noun.genitive, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, also=self_told, modality=POSSIBLE, tense=None, fits=speaks)
def threatened(s: Scene) -> Sequence[str]:
    """«هدد ب»: «هددت حركة طالبان بمهاجمة ثكنة عسكرية»."""
    return (
        verb("threatened").before(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb, s.word("by_means"),
        s.attack.masdar, s.target.noun.genitive, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, modality=PLANNED, tense="future")
def intended(s: Scene) -> Sequence[str]:
    """«يعتزم»: «تعتزم القوات الروسية اقتحام بلدة حدودية غدا»."""
    return (
        verb("intends").now(s.agent.noun), s.agent.noun.nominative, s.aside, s.adverb, s.attack.masdar,
        s.target.noun.genitive, s.where, s.future.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent, modality=PLANNED, tense="future")
def future(s: Scene) -> Sequence[str]:
    """«س» and «سوف»: «سيهاجم الجيش الروسي بلدة حدودية غدا»."""
    return (
        s.word(s.one_of(("will", "will_bound"))), s.attack.now(s.agent.noun), s.agent.noun.nominative, s.aside,
        s.adverb, s.target.noun.accusative, s.where, s.future.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_nobody, also=vouched, modality=POSSIBLE, tense=None, on=LASTING)
def called_for(s: Scene) -> Sequence[str]:
    """«دعا إلى»: «دعت وزارة الدفاع الروسية إلى تدمير جسر قرب كييف»."""
    return (
        verb("called").before(s.source.noun), s.source.noun.nominative, s.aside, s.adverb, s.word("to"),
        s.attack.masdar, s.target.noun.genitive, s.where, s.word("stop"),
    )  # fmt: skip


# ---- where the date stands, and what is put in -----------------------------------------------------------------------


@offensive(of_agent)
def date_at_head(s: Scene) -> Sequence[str]:
    """The date first: «فجر السبت، قصفت المدفعية الروسية بلدة حدودية»."""
    return (
        s.past.says, s.one_of((s.word("comma"), "")), s.attack.before(s.agent.noun), s.agent.noun.nominative, s.aside,
        s.target.noun.accusative, s.adverb, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def date_behind_verb(s: Scene) -> Sequence[str]:
    """The date between verb and subject: «قصفت أمس المدفعية الروسية بلدة حدودية»."""
    return (
        s.attack.before(s.agent.noun), s.past.says, s.agent.noun.nominative, s.aside, s.target.noun.accusative,
        s.adverb, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def date_behind_subject(s: Scene) -> Sequence[str]:
    """The date between subject and object: «قصفت المدفعية الروسية أمس بلدة حدودية»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.aside, s.past.says, s.target.noun.accusative,
        s.adverb, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def date_between_commas(s: Scene) -> Sequence[str]:
    """The date between commas: «قصفت المدفعية الروسية، أمس الاثنين، بلدة حدودية»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.word("comma"), s.past.says, s.word("comma"),
        s.target.noun.accusative, s.aside, s.adverb, s.where, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def dateline(s: Scene) -> Sequence[str]:
    """Behind a dateline: «بيروت (وكالات) - قصفت المدفعية الروسية بلدة حدودية أمس»."""
    return (s.city, s.word("agencies"), s.word("dash"), *verb_first(s))


@offensive(of_agent)
def parenthesis(s: Scene) -> Sequence[str]:
    """With something put in: «قصفت المدفعية الروسية (في تصعيد جديد) بلدة حدودية أمس»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.one_of(table()["asides"]["offensive"]),
        s.target.noun.accusative, s.adverb, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip


@offensive(of_agent)
def adverb_inserted(s: Scene) -> Sequence[str]:
    """With an adverb between: «قصفت المدفعية الروسية مجددا بلدة حدودية أمس»."""
    return (
        s.attack.before(s.agent.noun), s.agent.noun.nominative, s.one_of(table()["adverbs"]["offensive"]), s.aside,
        s.target.noun.accusative, s.where, s.past.says, s.word("stop"),
    )  # fmt: skip

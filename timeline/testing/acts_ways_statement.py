"""Ways of saying that somebody said something: «قال … إن», «دعا … إلى», «مؤكدا أن», in and around quotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from timeline.events.model import EventType
from timeline.testing import acts_words as words
from timeline.testing.acts_scene import Scene
from timeline.testing.acts_ways import PLANNED, Say, way
from timeline.testing.acts_words import Verb, verb


def _by_speaker(scene: Scene) -> Mapping[str, Any]:
    return {"speaker": scene.speaker}


def _by_first(scene: Scene) -> Mapping[str, Any]:
    return {"speaker": scene.first}


def _by_host(scene: Scene) -> Mapping[str, Any]:
    return {"speaker": scene.host}


def _again(scene: Scene) -> Sequence[Mapping[str, Any]]:
    """Besides, a second statement of the same speaker, whose day may be left open."""
    return ({"speaker": scene.speaker, "or_undated": True},)


def _accuses_another(scene: Scene) -> bool:
    return scene.speaker.country != scene.other_state.country


statement: Callable[..., Callable[[Say], Say]] = partial(way, EventType.STATEMENT)


def _opening(s: Scene, spoke: Verb) -> Sequence[str]:
    """Verb, speaker, date: «أعلنت وزارة الخارجية الروسية أمس»."""
    return (spoke.before(s.speaker.noun), s.speaker.noun.nominative, s.aside, s.past.says, s.adverb)


# ---- what is said behind «أن» and «إن» -------------------------------------------------------------------------------


@statement(_by_speaker)
def said(s: Scene) -> Sequence[str]:
    """«قال إن»: «قال رئيس الوزراء العراقي محمد شياع السوداني أمس إن الحدود مفتوحة أمام التجارة»."""
    return (*_opening(s, verb("said")), s.word("that_said"), s.content, s.word("stop"))


@statement(_by_speaker)
def announced(s: Scene) -> Sequence[str]:
    """«أعلن أن», «أكد أن»: «أعلنت منظمة الصحة العالمية أمس أن الوضع الإنساني يزداد سوءا»."""
    spoke = s.one_of((verb("announced"), verb("stressed"), verb("explained")))
    return (*_opening(s, spoke), s.word("that"), s.content, s.word("stop"))


@statement(_by_speaker)
def said_behind_subject(s: Scene) -> Sequence[str]:
    """The speaker first: «الرئيس المصري عبد الفتاح السيسي أكد أمس أن الحل السياسي هو الطريق الوحيد»."""
    spoke = s.one_of((verb("announced"), verb("stressed")))
    return (
        s.speaker.noun.nominative, s.aside, spoke.behind(s.speaker.noun), s.past.says, s.adverb, s.word("that"),
        s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def pointed_out(s: Scene) -> Sequence[str]:
    """«أشار إلى أن»: «أشارت وزارة الدفاع التونسية أمس إلى أن الظروف غير ملائمة»."""
    return (*_opening(s, verb("pointed_out")), s.word("to"), s.word("that"), s.content, s.word("stop"))


@statement(_by_speaker)
def said_of_oneself(s: Scene) -> Sequence[str]:
    """A pronoun back to the speaker: «أكدت وزيرة المالية الهندية سونيتا راو أمس أنها مستعدة للحوار»."""
    noun = s.speaker.noun
    return (
        *_opening(s, verb("stressed")), s.word("that") + words.pronoun(noun), s.word(f"ready_{noun.gender}"),
        s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker, also=_again)
def went_on(s: Scene) -> Sequence[str]:
    """A second verb without subject: «قال الكرملين أمس إن الظروف غير ملائمة، وأضاف أن الأزمة طويلة ومعقدة»."""
    return (
        *_opening(s, verb("said")), s.word("that_said"), s.content, s.word("comma"), s.word("and"),
        verb("added").behind(s.speaker.noun), s.word("that"), s.more,
        s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker, also=_again)
def participle(s: Scene) -> Sequence[str]:
    """A participle behind: «قالت الحكومة اللبنانية أمس إن الأزمة طويلة ومعقدة، مؤكدة أن الحدود مفتوحة»."""
    spoke = s.one_of((verb("stressed"), verb("added"), verb("explained")))
    return (
        *_opening(s, verb("said")), s.word("that_said"), s.content, s.word("comma"), spoke.doing(s.speaker.noun),
        s.word("that"), s.more, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker, also=_again)
def participle_calling(s: Scene) -> Sequence[str]:
    """A participle with «إلى»: «أكدت الأمم المتحدة أمس أن الأزمة طويلة ومعقدة، داعية إلى ضبط النفس»."""
    return (
        *_opening(s, verb("stressed")), s.word("that"), s.content, s.word("comma"),
        verb("called").doing(s.speaker.noun), s.word("to"), s.word("peace"), s.word("stop"),
    )  # fmt: skip


@statement(_by_first)
def relative_on_the_speaker(s: Scene) -> Sequence[str]:
    """A relative clause: «ينتمي وزير المالية الليبي فتحي الزنتاني الذي أعلن أمس أن … إلى أسرة عريقة»."""
    return (
        verb("belonged").now(s.first.noun), s.first.noun.nominative, words.relative(s.first.noun),
        verb("announced").behind(s.first.noun), s.past.says, s.adverb, s.word("that"), s.content, s.aside,
        s.word("party"), s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def quoted_by_an_agency(s: Scene) -> Sequence[str]:
    """«نقلت … عن … قوله»: «نقلت صحف محلية عن وزير الدفاع الأرميني قوله أمس إن الظروف غير ملائمة»."""
    own = "her_words" if s.speaker.noun.gender == "f" else "his_words"
    return (
        s.word("agency_quoted"), s.speaker.noun.genitive, s.aside, s.word(own), s.past.says, s.adverb,
        s.word("that_said"), s.content, s.word("stop"),
    )  # fmt: skip


# ---- quotations ------------------------------------------------------------------------------------------------------


@statement(_by_speaker)
def quoted(s: Scene) -> Sequence[str]:
    """A colon and a quotation: «قال وزير الخارجية الصيني وانغ يي أمس: «الظروف غير ملائمة»»."""
    return (*_opening(s, verb("said")), s.word("colon"), s.word("open"), s.content, s.word("close"), s.word("stop"))


@statement(_by_speaker)
def quoted_ahead(s: Scene) -> Sequence[str]:
    """The quotation first: ««الظروف غير ملائمة»، قال وزير الخارجية الصيني وانغ يي أمس»."""
    return (
        s.word("open"), s.content, s.word("close"), s.word("comma"), *_opening(s, verb("said")), s.word("stop"),
    )  # fmt: skip


# ---- verbs that say what they want -----------------------------------------------------------------------------------


@statement(_by_speaker)
def called_on(s: Scene) -> Sequence[str]:
    """«دعا إلى»: «دعت جامعة الدول العربية أمس إلى ضبط النفس»."""
    return (*_opening(s, verb("called")), s.word("to"), s.word("peace"), s.word("stop"))


@statement(_by_speaker)
def demanded(s: Scene) -> Sequence[str]:
    """«طالب ب»: «طالبت الحكومة الكينية أمس بفتح المعابر»."""
    return (*_opening(s, verb("demanded")), s.word("by_means"), s.word("demand"), s.word("stop"))


@statement(_by_speaker)
def warned(s: Scene) -> Sequence[str]:
    """«حذر من»: «حذرت منظمة الصحة العالمية أمس من كارثة إنسانية»."""
    return (*_opening(s, verb("warned")), s.word("from"), s.word("danger"), s.word("stop"))


@statement(_by_speaker)
def rejected(s: Scene) -> Sequence[str]:
    """«رفض»: «رفض الكرملين أمس الخطة المعدلة»."""
    return (*_opening(s, verb("rejected")), s.word("plan"), s.word("stop"))


@statement(_by_speaker)
def denied_something(s: Scene) -> Sequence[str]:
    """«نفى» and a noun: «نفت الرئاسة التونسية أمس وجود خلافات»."""
    return (*_opening(s, verb("denied")), s.word("differences"), s.word("stop"))


@statement(_by_speaker)
def threatened_with(s: Scene) -> Sequence[str]:
    """«هدد ب»: «هددت الحكومة الفرنسية أمس بإغلاق الحدود»."""
    return (*_opening(s, verb("threatened")), s.word("by_means"), s.word("sanctions"), s.word("stop"))


@statement(_by_speaker, fits=_accuses_another)
def accused(s: Scene) -> Sequence[str]:
    """«اتهم … ب»: «اتهمت وزارة الخارجية الأرمينية أمس أذربيجان بخرق الهدنة»."""
    return (
        *_opening(s, verb("accused")), s.other_state.noun.accusative, s.word("by_means"), s.word("obstructing"),
        s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def welcomed(s: Scene) -> Sequence[str]:
    """«رحب ب»: «رحب الاتحاد الأوروبي أمس بالمقترح الأخير»."""
    return (*_opening(s, verb("welcomed")), s.word("by_means"), s.word("plan"), s.word("stop"))


@statement(_by_speaker, modality=PLANNED, tense="future")
def will_announce(s: Scene) -> Sequence[str]:
    """The future: «ستعلن وزارة الدفاع التركية غدا نتائج التحقيق»."""
    return (
        s.word("will_bound"), verb("announced").now(s.speaker.noun), s.speaker.noun.nominative, s.aside, s.future.says,
        s.adverb, s.word("result"), s.word("stop"),
    )  # fmt: skip


# ---- who speaks, and where the date stands ---------------------------------------------------------------------------


@statement(_by_first)
def said_by_name_and_office(s: Scene) -> Sequence[str]:
    """The office behind the name: «قال هاكان فيدان، وزير الخارجية التركي، أمس إن الظروف غير ملائمة»."""
    return (
        verb("said").before(s.first.noun), s.first.name, s.word("comma"), s.first.title, s.word("comma"), s.past.says,
        s.adverb, s.word("that_said"), s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_first)
def said_by_title(s: Scene) -> Sequence[str]:
    """Only the office: «قال وزير خارجية تركيا أمس إن الظروف غير ملائمة»."""
    title = s.one_of((s.first.of_country, s.first.title))
    return (
        verb("said").before(s.first.noun), title, s.aside, s.past.says, s.adverb, s.word("that_said"), s.content,
        s.word("stop"),
    )  # fmt: skip


@statement(_by_host)
def said_with_honorific(s: Scene) -> Sequence[str]:
    """With the honour: «أكد صاحب السمو الملكي الأمير محمد بن سلمان، ولي العهد السعودي، أمس أن …»."""
    return (
        verb("stressed").before(s.host.noun), s.host.honour, s.host.name, s.word("comma"), s.host.title,
        s.word("comma"), s.past.says, s.adverb, s.word("that"), s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def said_date_behind_verb(s: Scene) -> Sequence[str]:
    """The date behind the verb: «قال أمس وزير الخارجية الصيني وانغ يي إن الظروف غير ملائمة»."""
    return (
        verb("said").before(s.speaker.noun), s.past.says, s.speaker.noun.nominative, s.aside, s.adverb,
        s.word("that_said"), s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def said_date_at_head(s: Scene) -> Sequence[str]:
    """The date first: «أمس الاثنين، أعلن الكرملين أن الظروف غير ملائمة»."""
    return (
        s.past.says, s.one_of((s.word("comma"), "")), verb("announced").before(s.speaker.noun),
        s.speaker.noun.nominative, s.aside, s.adverb, s.word("that"), s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def said_date_between_commas(s: Scene) -> Sequence[str]:
    """The date between commas: «قال وزير الخارجية الصيني وانغ يي، السبت، إن الظروف غير ملائمة»."""
    return (
        verb("said").before(s.speaker.noun), s.speaker.noun.nominative, s.word("comma"), s.past.says, s.word("comma"),
        s.adverb, s.word("that_said"), s.content, s.word("stop"),
    )  # fmt: skip


@statement(_by_speaker)
def said_behind_dateline(s: Scene) -> Sequence[str]:
    """Behind a dateline: «بيروت (أ ف ب) - قالت الأمم المتحدة أمس إن الوضع الإنساني يزداد سوءا»."""
    return (s.city, s.word("agencies"), s.word("dash"), *said(s))

"""Ways of saying that people met: «التقى وزير الخارجية التركي نظيره الروسي», «اجتماع بين تركيا وروسيا»."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from timeline.events.model import EventType
from timeline.testing import acts_words as words
from timeline.testing.acts_model import Party
from timeline.testing.acts_scene import Scene
from timeline.testing.acts_ways import DENIED, NEGATED, PLANNED, POSSIBLE, Say, vouched, way
from timeline.testing.acts_words import common, grammar, table, verb


def _two(scene: Scene) -> Mapping[str, Any]:
    return {"participants": (scene.first, scene.second)}


def _two_told(scene: Scene) -> Mapping[str, Any]:
    return {**_two(scene), "vouched": scene.source}


def _three(scene: Scene) -> Mapping[str, Any]:
    return {"participants": (scene.first, scene.second, scene.third)}


def _states(scene: Scene) -> Mapping[str, Any]:
    return {"participants": (scene.state, scene.other_state)}


def _three_states(scene: Scene) -> Mapping[str, Any]:
    return {"participants": (scene.state, scene.other_state, scene.third_state)}


def _with_host(scene: Scene) -> Mapping[str, Any]:
    return {"participants": (scene.host, scene.first)}


def _received_later(scene: Scene) -> Mapping[str, Any]:
    return {**_two(scene), "or_undated": True}


def _not_source(scene: Scene) -> bool:
    return scene.source.country not in {scene.first.country, scene.second.country}


def _same_office(scene: Scene) -> bool:
    """Whether the second is counterpart of the first: the same office, of another state."""
    offices = table()["people"]
    held = [
        next(office for name, _, office in offices[each.country] if name == each.name)
        for each in (scene.first, scene.second)
    ]
    return bool(held[0] == held[1])


meeting: Callable[..., Callable[[Say], Say]] = partial(way, EventType.MEETING)


def _full(party: Party) -> str:
    return party.noun.nominative


def _name_first(party: Party) -> str:
    """The name, then the office between commas: «هاكان فيدان، وزير الخارجية التركي،»."""
    comma = table()["words"]["comma"][0]
    return f"{party.name}{comma} {party.title}{comma}"


def _end(s: Scene) -> Sequence[str]:
    return s.adverb, s.in_city, s.past.says, s.word("stop")


# ---- verbs -----------------------------------------------------------------------------------------------------------


@meeting(_two)
def met(s: Scene) -> Sequence[str]:
    """The verb, who, whom: «التقى وزير الخارجية التركي هاكان فيدان الرئيس المصري عبد الفتاح السيسي في القاهرة أمس»."""
    return (verb("met").before(s.first.noun), _full(s.first), s.aside, _full(s.second), *_end(s))


@meeting(_two)
def met_behind_subject(s: Scene) -> Sequence[str]:
    """Who, the verb, whom: «وزيرة الخارجية الألمانية أنالينا بيربوك التقت وزير خارجية الأردن أيمن الصفدي أمس»."""
    second = f"{s.second.of_country} {s.second.name}"
    return (_full(s.first), s.aside, verb("met").behind(s.first.noun), second, *_end(s))


@meeting(_two)
def gathered_with(s: Scene) -> Sequence[str]:
    """«اجتمع مع»: «اجتمع رئيس الوزراء الباكستاني شهباز شريف مع وزير الخارجية الصيني وانغ يي في بكين السبت»."""
    verbs = (verb("gathered"), verb("talked"))
    return (
        s.one_of(verbs).before(s.first.noun), _full(s.first), s.aside, s.word("with"), _full(s.second), *_end(s),
    )  # fmt: skip


@meeting(_two)
def gathered_all_of(s: Scene) -> Sequence[str]:
    """«كل من» as the subject: «اجتمع كل من وزير الخارجية التركي ورئيس الوزراء العراقي في بغداد أمس»."""
    return (
        verb("gathered").past, s.word("all_of"), s.first.title, s.word("and"), s.second.title, s.aside, *_end(s),
    )  # fmt: skip


@meeting(_three)
def met_all_of(s: Scene) -> Sequence[str]:
    """«كلا من» as the object: «التقى الرئيس المصري عبد الفتاح السيسي كلا من … و… في القاهرة أمس»."""
    return (
        verb("met").before(s.first.noun), _full(s.first), s.aside, s.word("all_of_object"), _full(s.second),
        s.word("and"), _full(s.third), *_end(s),
    )  # fmt: skip


@meeting(_three_states)
def ministers_of(s: Scene) -> Sequence[str]:
    """The ministers of several states: «اجتمع وزراء خارجية تركيا وروسيا وإيران في الدوحة أمس»."""
    return (
        verb("gathered").past, s.word("ministers"), _full(s.state), s.word("and"), _full(s.other_state),
        s.word("and"), _full(s.third_state), s.aside, *_end(s),
    )  # fmt: skip


@meeting(_with_host)
def received(s: Scene) -> Sequence[str]:
    """Who receives, whom: «استقبل أمير قطر تميم بن حمد آل ثاني وزير الخارجية الأردني أيمن الصفدي أمس»."""
    return (
        verb("received").before(s.host.noun), _full(s.host), s.aside, _full(s.first), s.adverb, s.past.says,
        s.word("stop"),
    )  # fmt: skip


@meeting(_with_host)
def honorific(s: Scene) -> Sequence[str]:
    """With the honour and the rank: «استقبل صاحب السمو الملكي الأمير محمد بن سلمان، ولي العهد السعودي، …»."""
    return (
        verb("received").before(s.host.noun), s.host.honour, _name_first(s.host), _full(s.first), s.adverb, s.aside,
        s.past.says, s.word("stop"),
    )  # fmt: skip


@meeting(_received_later, by_the_way=True)
def received_pronoun(s: Scene) -> Sequence[str]:
    """The object as a pronoun: «وصل رئيس الوزراء الباكستاني شهباز شريف إلى أنقرة أمس واستقبله الرئيس التركي …»."""
    return (
        verb("reached").before(s.first.noun), _full(s.first), s.word("to"), words.capital(str(s.second.country)),
        s.past.says, s.word("and"), verb("received").with_object(s.second.noun, s.first.noun), _full(s.second),
        s.aside, s.word("stop"),
    )  # fmt: skip


@meeting(_two, by_the_way=True)
def arrived_and_met(s: Scene) -> Sequence[str]:
    """Two verbs of one subject: «وصل وزير الدفاع التركي يشار غولر إلى بغداد أمس والتقى رئيس الوزراء العراقي …»."""
    return (
        verb("reached").before(s.first.noun), _full(s.first), s.word("to"), words.capital(str(s.second.country)),
        s.past.says, s.word("and"), verb("met").behind(s.first.noun), _full(s.second), s.aside, s.word("stop"),
    )  # fmt: skip


@meeting(_two, fits=_same_office)
def counterpart(s: Scene) -> Sequence[str]:
    """«نظيره»: «التقى وزير الخارجية التركي هاكان فيدان نظيره الروسي سيرغي لافروف في الدوحة أمس»."""
    whose = "counterpart_of_her_" if s.first.noun.gender == "f" else "counterpart_"
    nisba = table()["states"][s.second.country][2] + (grammar("feminine") if s.second.noun.gender == "f" else "")
    return (
        verb("met").before(s.first.noun), _full(s.first), s.aside, s.word(whose + s.second.noun.gender),
        words.the(nisba), s.second.name, *_end(s),
    )  # fmt: skip


@meeting(_two)
def apposition(s: Scene) -> Sequence[str]:
    """Names with the office behind: «التقى هاكان فيدان، وزير الخارجية التركي، سيرغي لافروف أمس»."""
    return (verb("met").before(s.first.noun), _name_first(s.first), _full(s.second), s.aside, *_end(s))


# ---- nouns -----------------------------------------------------------------------------------------------------------


@meeting(_two)
def call_taken(s: Scene) -> Sequence[str]:
    """«تلقى اتصالا من»: «تلقى الرئيس المصري عبد الفتاح السيسي اتصالا هاتفيا من وزير الخارجية الأمريكي أمس»."""
    return (
        verb("took").before(s.first.noun), _full(s.first), s.aside, common("call").accusative, s.word("from"),
        _full(s.second), s.adverb, s.past.says, s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def call_taken_date_behind_subject(s: Scene) -> Sequence[str]:
    """The same with its date in front of the object: «تلقى الرئيس المصري أمس اتصالا هاتفيا من …»."""
    return (
        verb("took").before(s.first.noun), s.first.title, s.past.says, common("call").accusative, s.word("from"),
        s.second.title, s.aside, s.adverb, s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def held_talks(s: Scene) -> Sequence[str]:
    """«أجرى محادثات مع»: «أجرت وزيرة الخارجية الألمانية محادثات مع نائب وزير الخارجية الهندي أمس»."""
    noun = s.one_of((common("talks"), common("call")))
    return (
        verb("held").before(s.first.noun), _full(s.first), s.aside, noun.accusative, s.word("with"), _full(s.second),
        s.adverb, s.past.says, s.word("stop"),
    )  # fmt: skip


@meeting(_states)
def held_between(s: Scene) -> Sequence[str]:
    """A passive and «بين»: «عقد اجتماع بين تركيا وروسيا في الدوحة أمس»."""
    noun = s.one_of((common("meeting"), common("encounter")))
    return (
        verb("convened").before(noun, passive=True), noun.nominative, s.word("between"), _full(s.state), s.word("and"),
        _full(s.other_state), s.aside, *_end(s),
    )  # fmt: skip


@meeting(_two)
def call_between(s: Scene) -> Sequence[str]:
    """«جرى اتصال بين»: «جرى اتصال هاتفي بين الرئيس الفرنسي والرئيس المصري أمس»."""
    return (
        verb("ran").past, common("call").nominative, s.word("between"), _full(s.first), s.word("and"), _full(s.second),
        s.aside, s.past.says, s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def joined_by(s: Scene) -> Sequence[str]:
    """The noun as the subject: «جمع لقاء وزير الخارجية التركي ووزير الدفاع الروسي في الدوحة أمس»."""
    noun = s.one_of((common("encounter"), common("meeting")))
    return (
        verb("joined").past, noun.nominative, _full(s.first), s.word("and"), _full(s.second), s.aside, *_end(s),
    )  # fmt: skip


@meeting(_three)
def included_all_of(s: Scene) -> Sequence[str]:
    """«ضم كلا من»: «عقد في الدوحة أمس اجتماع ضم كلا من …، و…، و…»."""
    noun = common("meeting")
    return (
        verb("convened").past, s.in_city, s.past.says, noun.nominative, verb("included").past,
        s.word("all_of_object"), _full(s.first), s.word("and"), _full(s.second), s.word("and"), _full(s.third),
        s.aside, s.word("stop"),
    )  # fmt: skip


@meeting(_two, by_the_way=True)
def during_his_meeting(s: Scene) -> Sequence[str]:
    """A masdar with a pronoun: «بحث وزير الخارجية التركي هاكان فيدان خلال لقائه الرئيس المصري أمس ملف الطاقة»."""
    return (
        verb("discussed").before(s.first.noun), _full(s.first), s.word(f"during_meeting_{s.first.noun.gender}"),
        _full(s.second), s.aside, s.past.says, s.word("topic"), s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def discussed_with(s: Scene) -> Sequence[str]:
    """«بحث مع»: «بحث وزير المالية الليبي مع نائب وزير الخارجية التونسي التعاون الاقتصادي أمس»."""
    return (
        verb("discussed").before(s.first.noun), _full(s.first), s.aside, s.word("with"), _full(s.second),
        s.word("topic"), *_end(s),
    )  # fmt: skip


@meeting(_two)
def relative_on_one(s: Scene) -> Sequence[str]:
    """A relative clause: «ينتمي وزير الدفاع التركي يشار غولر الذي التقى الرئيس العراقي أمس إلى أسرة عريقة»."""
    return (
        verb("belonged").now(s.first.noun), _full(s.first), words.relative(s.first.noun),
        verb("met").behind(s.first.noun), _full(s.second), s.adverb, s.in_city, s.aside, s.past.says, s.word("party"),
        s.word("stop"),
    )  # fmt: skip


# ---- whether ---------------------------------------------------------------------------------------------------------


def _future_end(s: Scene) -> Sequence[str]:
    return s.adverb, s.in_city, s.future.says, s.word("stop")


@meeting(_two, modality=PLANNED, tense="future")
def will_meet(s: Scene) -> Sequence[str]:
    """«س» and «سوف»: «سيلتقي الرئيس الفرنسي إيمانويل ماكرون الرئيس المصري عبد الفتاح السيسي في القاهرة غدا»."""
    particle = s.word(s.one_of(("will", "will_bound")))
    return (particle, verb("met").now(s.first.noun), _full(s.first), s.aside, _full(s.second), *_future_end(s))


@meeting(_two, modality=PLANNED, tense="future")
def scheduled(s: Scene) -> Sequence[str]:
    """«من المقرر أن»: «من المقرر أن تلتقي وزيرة الدفاع الإسبانية وزير الدفاع التركي في أنقرة غدا»."""
    return (
        s.word("scheduled"), verb("met").after_that(s.first.noun), _full(s.first), s.aside, _full(s.second),
        *_future_end(s),
    )  # fmt: skip


@meeting(_two, modality=PLANNED, tense="future")
def intends_to(s: Scene) -> Sequence[str]:
    """«يعتزم»: «يعتزم وزير الخارجية الصيني وانغ يي لقاء وزير الخارجية الإيراني في بكين غدا»."""
    return (
        verb("intends").now(s.first.noun), _full(s.first), s.aside, verb("met").masdar, _full(s.second),
        *_future_end(s),
    )  # fmt: skip


@meeting(_two_told, also=vouched, modality=PLANNED, tense="future", fits=_not_source)
def announced_that_will(s: Scene) -> Sequence[str]:
    """Told ahead: «أعلنت الأمم المتحدة أن الرئيس التركي سيلتقي الرئيس المصري غدا»."""
    return (
        verb("announced").before(s.source.noun), s.source.noun.nominative, s.word("that"), _full(s.first), s.aside,
        s.word("will_bound"), verb("met").now(s.first.noun), _full(s.second), *_future_end(s),
    )  # fmt: skip


@meeting(_two, modality=POSSIBLE, tense="future")
def may_meet(s: Scene) -> Sequence[str]:
    """«قد»: «قد يلتقي وزير الخارجية التركي هاكان فيدان وزير الخارجية الروسي سيرغي لافروف غدا»."""
    return (
        s.word("may"), verb("met").now(s.first.noun), _full(s.first), s.aside, _full(s.second), *_future_end(s),
    )  # fmt: skip


@meeting(_states, also=vouched, modality=POSSIBLE, tense=None, fits=_not_source)
def called_for_meeting(s: Scene) -> Sequence[str]:
    """«دعا إلى عقد»: «دعا حلف شمال الأطلسي إلى عقد اجتماع بين تركيا وأرمينيا»."""
    return (
        verb("called").before(s.source.noun), s.source.noun.nominative, s.aside, s.word("to"),
        s.word("convening"), s.word("between"), _full(s.state), s.word("and"), _full(s.other_state), s.word("stop"),
    )  # fmt: skip


@meeting(_two, modality=NEGATED)
def not_met(s: Scene) -> Sequence[str]:
    """«لم» and the jussive: «لم يلتق الرئيس الروسي فلاديمير بوتين وزير الخارجية الصيني وانغ يي أمس»."""
    return (
        s.word("not_past"), verb("met").cut(s.first.noun), _full(s.first), s.aside, _full(s.second), *_end(s),
    )  # fmt: skip


@meeting(_two_told, also=vouched, modality=DENIED, fits=_not_source)
def denied_meeting(s: Scene) -> Sequence[str]:
    """«نفى أن يكون»: «نفى البيت الأبيض أن يكون وزير الخارجية التركي قد التقى الرئيس الروسي أمس»."""
    return (
        verb("denied").before(s.source.noun), s.source.noun.nominative, s.word("that"),
        verb("be").after_that(s.first.noun), _full(s.first), s.aside, s.word("already"),
        verb("met").behind(s.first.noun), _full(s.second), *_end(s),
    )  # fmt: skip


# ---- where the date stands, and what is put in -----------------------------------------------------------------------


@meeting(_two)
def met_date_at_head(s: Scene) -> Sequence[str]:
    """The date first: «أمس الاثنين، التقى وزير الخارجية التركي هاكان فيدان وزير الخارجية الروسي في الدوحة»."""
    return (
        s.past.says, s.one_of((s.word("comma"), "")), verb("met").before(s.first.noun), _full(s.first), s.aside,
        _full(s.second), s.adverb, s.in_city, s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def met_date_behind_verb(s: Scene) -> Sequence[str]:
    """The date behind the verb: «التقى أمس وزير الخارجية التركي وزير الخارجية الروسي في الدوحة»."""
    return (
        verb("met").before(s.first.noun), s.past.says, _full(s.first), s.aside, _full(s.second), s.adverb, s.in_city,
        s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def met_date_between_commas(s: Scene) -> Sequence[str]:
    """The date between commas: «التقى وزير الخارجية التركي هاكان فيدان، السبت، وزير الخارجية الروسي سيرغي لافروف»."""
    return (
        verb("met").before(s.first.noun), _full(s.first), s.word("comma"), s.past.says, s.word("comma"),
        _full(s.second), s.aside, s.adverb, s.in_city, s.word("stop"),
    )  # fmt: skip


@meeting(_two)
def met_behind_dateline(s: Scene) -> Sequence[str]:
    """Behind a dateline: «بيروت (رويترز) - التقى وزير الخارجية التركي وزير الخارجية الروسي أمس»."""
    return (
        s.city, s.word("agencies"), s.word("dash"), verb("met").before(s.first.noun), _full(s.first), s.aside,
        _full(s.second), s.adverb, s.past.says, s.word("stop"),
    )  # fmt: skip

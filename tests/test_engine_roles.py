"""Who did what to whom: text -> (trigger, actors by role)."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.events.model import ActorRole, Event
from timeline.tagger import find

DAY = dt.date(2024, 12, 3)


def _read(text: str) -> dict[str, Event]:
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    return {text[slice(*event.mentions[0].trigger)]: event for event in events}


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("أعلن المتحدث باسم الجيش العميد فهد العصيمي أن الهدنة صامدة", "أعلن", ["speaker فهد العصيمي"]),
        ("قال المفوض السامي لحقوق الإنسان فولكر تورك إن الوضع صعب", "قال", ["speaker فولكر تورك"]),
        ("لفت عضو اللجنة، النائب عمار حوري، إلى أن الانفجار مدبر", "لفت", ["speaker عمار حوري"]),
        ("قتل الصحفي على يد مسلحين", "قتل", ["agent مسلحين", "target الصحفي"]),
        ("اتهمت الحكومة إسرائيل بقصف السوق", "قصف", ["agent إسرائيل"]),
        ("قصفت القوات التركية بلدة تل رفعت", "قصفت", ["agent القوات التركية"]),
        ("قتل ستة جنود في غارات إسرائيلية", "قتل", ["agent إسرائيل", "target جنود"]),
        ("شن الطيران غارات على مطار بيروت", "غارات", ["agent الطيران"]),
        ("قصف الجيش البلدة بطائرات مسيرة", "قصف", ["agent الجيش"]),
        # a noun behind «و» with a verb of its own begins another clause
        ("المبعوث يصل إلى بيروت والفصائل تهاجم الميناء", "تهاجم", ["agent الفصائل"]),
        ("المبعوث يزور طهران والمحتجون يهاجمون السفارة", "يزور", ["participant المبعوث"]),
        ("تركيا تقصف منبج والأكراد يحذرون من كارثة", "يحذرون", ["speaker الأكراد"]),
        ("دخل الجنود والضباط يهاجمون الثكنة", "يهاجمون", ["agent الجنود", "agent الضباط"]),
        # what is only as expected, between commas, parts nothing
        ("أسقطت الدفاعات، كما كان متوقعا، مروحية قطرية", "أسقطت", ["agent الدفاعات", "target مروحية قطرية"]),
        # who hopes is who says so, and no place
        ("التقى سمير الخالدي سفراء في طرابلس. وأعرب عن أمله في أن تتوقف الحرب", "أمله", ["speaker سمير الخالدي"]),
        ("هاجم الجيش والشرطة والحرس المعسكر", "هاجم", ["agent الجيش", "agent الشرطة", "agent الحرس"]),
        ("التقى الوزير نظيره التركي هاكان يلماز", "التقى", ["participant الوزير", "participant هاكان يلماز"]),
        ("جرت محادثات بين روسيا وتركيا في أستانا", "محادثات", ["participant تركيا", "participant روسيا"]),
        ("عرض الرئيس مقترحات خلال لقاء مع النواب", "لقاء", ["participant الرئيس", "participant النواب"]),
        ("سافر المبعوث للقاء قادة الأحزاب", "لقاء", ["participant المبعوث", "participant قادة الأحزاب"]),
        (
            "استقبل الأمير في الدوحة وفدا برئاسة سعيد المري",
            "استقبل",
            ["host الأمير", "participant سعيد المري", "participant وفد"],
        ),
        (
            "جاء ذلك في اتصال هاتفي تلقاه الأمير من الرئيس الفرنسي",
            "اتصال هاتفي",
            ["participant الأمير", "participant الرئيس الفرنسي"],
        ),
        (
            "صدت القوات المهاجمين قرب البلدة",  # who repels is who was attacked
            "صدت",
            ["agent المهاجمين", "target القوات"],
        ),
        (
            "قال الوزير للرئيس لارس لوكه إن الحرب انتهت",
            "قال",
            ["addressee لارس لوكه", "speaker الوزير"],
        ),
        (
            "عقدت روسيا وتركيا محادثات أمس. واستمرت المحادثات يومين",
            "المحادثات",
            ["participant تركيا", "participant روسيا"],
        ),
        (
            "عقد الوزير اجتماعا مع وزراء خارجية قطر والهند واليابان",
            "اجتماعا",
            ["participant الهند", "participant الوزير", "participant اليابان", "participant قطر"],
        ),
        # States that look like duals and plurals, and adjectives of them that show no case.
        ("دمرت الصين أمس ثكنة حدودية", "دمرت", ["agent الصين"]),
        ("لم تستهدف البحرين أي مصنع أمس", "تستهدف", ["agent البحرين", "target مصنع"]),
        ("خطف مهندسان على يد مسلحين روس أمس", "خطف", ["agent مسلحين روس", "target مهندسان"]),
        ("أصابت غارة جوية سورية قافلة فجر أمس", "غارة", ["agent سوريا"]),
        ("قصفت تركيا قرية حدودية أمس ودمرت جسرا", "دمرت", ["agent تركيا"]),
        # What is done to whom, where nouns stand side by side.
        ("أسقطت قوات أردنية مروحية أمس", "أسقطت", ["agent قوات أردنية"]),
        ("قتلت قوات تركية صحفية عراقية أمس", "قتلت", ["agent قوات تركية", "target صحفية عراقية"]),
        ("اتهمت وزارة الدفاع التركية البحرية اليونانية باحتجاز قارب", "احتجاز", ["agent البحرية اليونانية"]),
        ("شنت الفصائل هجوما على دورية على أطراف حلب أمس", "هجوما", ["agent الفصائل", "target دورية"]),
        ("أدى هجوم بطائرات مسيرة نفذته الكتائب على المصفاة إلى حريق", "هجوم", ["agent الكتائب"]),
        ("أسفر هجوم بطائرات مسيرة لحركة الشباب على ثكنة عن حريق", "هجوم", ["agent حركة الشباب"]),
        # Names, known and not.
        (
            "يعتزم الرئيس المصري عبد الفتاح السيسي لقاء وليد جنبلاط غدا",
            "لقاء",
            ["participant عبد الفتاح السيسي", "participant وليد جنبلاط"],
        ),
        (
            "اجتمع الوزير المغربي منصف الريفي مع وليد جنبلاط",
            "اجتمع",
            ["participant منصف الريفي", "participant وليد جنبلاط"],
        ),
        (
            "التقت النائبة الكينية غريس وامبوي نجيب ميقاتي",
            "التقت",
            ["participant غريس وامبوي", "participant نجيب ميقاتي"],
        ),
    ],
)
def test_actors(text: str, trigger: str, actors: list[str]) -> None:
    found = _read(text)
    assert sorted(f"{actor.role} {actor.name}" for actor in found[trigger].actors) == sorted(actors)


def test_troops_of_somebody_keep_their_words() -> None:
    """«قواته»: the words are those of the troops, the actor is the one whose they are."""
    text = "نفى الجيش التركي أن تكون قواته قد انسحبت من البلدة"
    (agent,) = [actor for actor in _read(text)["انسحبت"].actors if actor.role == "agent"]
    assert (agent.text, agent.name, agent.country) == ("قواته", "الجيش التركي", "TUR")


@pytest.mark.parametrize(
    "text", ["تبادل الوزيران تصريحات عدائية أمس.", "تبادل الطرفان الاتهامات أمس.", "تبادل الجيشان القصف أمس."]
)
def test_whoever_exchanges_words_or_fire_has_a_role_of_the_scheme(text):
    events = _read(text).values()
    assert events
    assert {actor.role for event in events for actor in event.actors} <= set(get_args(ActorRole))

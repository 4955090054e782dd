"""Headlines: written from the frame, or a title that stands by itself; no two events share one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve
from examples_of_events import event
from headline_gate import faults
from test_identity import state, strike, talks, town

import timeline
from timeline.chronology.headlines import with_headlines
from timeline.documents.model import Document
from timeline.events.headline import alone, headline
from timeline.events.model import Actor, Place, Toll

SEEDS = Path(__file__).parents[1] / "seeds"


def named(name, role, **fields):
    return Actor(name, 0, len(name), name, role, **fields)


@pytest.mark.parametrize(
    ("made", "line", "english"),
    [
        (strike("a", "d"), "غارات إسرائيلية على سوريا", "Airstrikes by Isr on Syr"),
        (strike("a", "d", place="دوما", target=None), "غارات إسرائيلية على دوما", "Airstrikes by Isr on town"),
        (
            strike("a", "d", agent=None, target=None, place="دوما", subtype="bombing"),
            "تفجير في دوما", "Bombing in town",
        ),
        (talks("a", "d", "TUR", "RUS", subtype="summit"), "قمة تركيا وروسيا", "Summit of Tur and Rus"),
        (talks("a", "d", "TUR", subtype="visit", places=(town("موسكو"),)), "زيارة تركيا إلى موسكو", "Tur visits town"),
        (
            event("a", kind="offensive", subtype="shelling", actors=(
                named("الجيش السوري", "agent", country="SYR", code="SYRMIL"),
                named("دوما", "target", name_en="Douma"))),
            "قصف للجيش السوري على دوما", "Douma struck",
        ),
        (
            event("a", kind="offensive", subtype="clash", actors=(
                named("الحوثيون", "agent", code="YEMREB", name_en="Houthis"), state("SYR", "target"))),
            "اشتباكات بين الحوثيين وسوريا", "Clashes between Houthis and Syr",
        ),
        (event("a", kind="statement", subtype="condemn", actors=(state("RUS", "speaker"), state("USA", "target"))),
         "إدانة روسية للولايات المتحدة", "Rus condemns Usa"),
        (event("a", kind="offensive", subtype="assault"), "هجوم", "Attack"),
    ],
)  # fmt: skip
def test_a_line_is_written_from_who_whom_and_where(made, line, english):
    written = headline(made)
    assert (written.ar, written.en) == (line, english)


def test_the_dead_are_counted():
    killed = event("a", kind="offensive", subtype="killing", dead=(Toll(20, 20),), places=(town("دوما"),))
    assert headline(killed).ar == "مقتل 20 في دوما"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("الحرب انتهت", "روسيا: الحرب انتهت"),
        ("«لا حل عسكريا للأزمة»", "روسيا: لا حل عسكريا للأزمة"),
        ("قواتها ستنسحب", "تصريح روسي"),  # whose?
        ("المحادثات تبدأ غدا", "تصريح روسي"),  # which day?
        ("المحادثات تبدأ الخميس", "تصريح روسي"),
        ("أنه سيعود", "تصريح روسي"),
        ("نعم", "تصريح روسي"),
        ("الوفود التي وصلت إلى المدينة من كل مكان في العالم العربي لم تجتمع", "تصريح روسي"),  # too long
    ],
)
def test_what_is_said_stands_by_itself_or_is_left_out(content, line):
    said = event("a", kind="statement", subtype="statement", actors=(state("RUS", "speaker"),))
    assert headline(said, content).ar == line


def test_alone_cleans_what_it_keeps():
    assert alone("  #الحرب_انتهت في البلاد. ") == "الحرب انتهت في البلاد"


def test_no_two_events_share_a_line():
    made = [strike("a", "d0"), strike("b", "d1", day="2018-05-01"), strike("c", "d2", day="2018-05-01"),
            evolve(strike("d", "d3"), when=(), time_source="none")]  # fmt: skip
    lines = [each.headline for each in with_headlines(made, {})]
    assert len(set(lines)) == 4
    assert "غارات إسرائيلية على سوريا في 9 أبريل 2018" in lines
    assert all(len(line) <= 60 for line in lines)


def test_a_title_whose_first_act_it_is_is_taken():
    document = Document("نص", dt.date(2018, 4, 9), title="إسرائيل تقصف دمشق", id="d0")
    other = Document("نص", dt.date(2018, 4, 9), title="الرئيس يزور السوق", id="d1")
    place = Place("دمشق", 0, 4, "دمشق", name_en="Damascus", country="SYR")
    act = evolve(strike("a", "d0", target=None), places=(place,), headline_worthy=True)
    assert with_headlines([act], {"d0": document})[0].headline == "إسرائيل تقصف دمشق"
    act = evolve(act, mentions=strike("a", "d1").mentions)
    assert with_headlines([act], {"d1": other})[0].headline != "الرئيس يزور السوق"


def test_the_gate_over_the_seeds():
    assert list(faults(timeline.build([SEEDS]))) == []


def test_who_repels_an_attack_is_whom_it_was_on():
    text = "تصدى الجيش اليمني أمس لهجوم الحوثيين قرب مأرب."
    lines = [event.headline for event in timeline.extract(timeline.Document(text, "2024-12-04"))]
    assert all("هجوم للجيش" not in line and "تصدي الحوثيين" not in line for line in lines), lines
    (event,) = timeline.extract(timeline.Document("اعترضت القوات السعودية صاروخا أمس.", "2024-12-04"))
    assert event.headline == "تصدي السعودية لهجوم"
    assert "Saudi" not in event.headline_en.partition(" attack of ")[2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("لقي 27 طفلا حتفهم برصاص مسلحين في حلب.", "مقتل 27 طفلا في هجوم لمسلحين في حلب"),
        ("قتل ثلاثة من رجال الشرطة برصاص مسلحين.", "مقتل 3 من رجال الشرطة في هجوم لمسلحين"),
        ("قتل 200 جندي برصاص مسلحين.", "مقتل 200 جندي في هجوم لمسلحين"),
        ("قتل سبعة إسرائيليين برصاص مسلحين.", "مقتل 7 إسرائيليين في هجوم لمسلحين"),
        ("مقتل 5 من حماس برصاص مجهولين.", "مقتل 5 من عناصر حماس في هجوم لمجهولين"),
        ("قتل مئات المتظاهرين في القاهرة.", "مقتل المئات من المتظاهرين في القاهرة"),
        ("قتل 103 أشخاص.", "سقوط 103 قتلى"),
        ("قتل 17 شخصا.", "سقوط 17 قتيلا"),
        ("قتل العشرات برصاص مجهولين.", "مقتل العشرات في هجوم لمجهولين"),
        # a name is no number of people, and an attempt no death
        ("قتل محمد الأمين وستة من رفاقه برصاص مسلحين.", "مقتل محمد الأمين في هجوم لمسلحين"),
        ("حاول مسلح قتل الوزير.", "هجوم لمسلح على الوزير"),
        ("لقي جنديان مصرعهما في كمين.", "مقتل جنديين"),
    ],
)
def test_the_dead_are_counted_as_newspapers_do(text, line):
    assert line in [event.headline for event in timeline.extract(Document(text, "2024-05-15"))]


@pytest.mark.parametrize("text", ["", " ", "#", "ـ", "\u064b", "…", "٣"])
def test_whoever_was_killed_has_a_line(text):
    (killed,) = timeline.extract(Document("قتل سبعة جنود برصاص مسلحين.", "2024-05-15"))
    nobody = evolve(killed, actors=tuple(evolve(each, text=text) for each in killed.actors))
    assert "7" in headline(nobody).ar


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("التقت وزيرة الدفاع الألمانية نظيرها التركي الأحد.", "لقاء وزيرة الدفاع الألمانية ووزير الدفاع التركي"),
        ("بحث رئيس الوزراء العراقي مع نظيره الأردني ملف المياه.", "لقاء رئيس الوزراء العراقي ورئيس الوزراء الأردني"),
    ],
)  # fmt: skip
def test_a_counterpart_is_told_by_the_office(text, line):
    (event,) = timeline.build([timeline.Document(text, "2024-12-11")])
    assert event.headline == line

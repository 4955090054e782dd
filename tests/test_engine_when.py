"""When an act was: text -> (trigger, days, how that is known)."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.events.model import Event
from timeline.tagger import find

DAY = dt.date(2024, 12, 3)  # a Tuesday


def _events(text: str) -> dict[str, Event]:
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    return {text[slice(*event.mentions[0].trigger)]: event for event in events}


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        # at the head of the sentence
        ("في 14 فبراير، قتل الرئيس السابق في انفجار سيارة", "قتل", ["2024-02-14/2024-02-15"]),
        # in a relative clause, of the head and not of the verb
        ("أدان الوزير الهجوم الذي وقع أمس", "الهجوم", ["2024-12-02/2024-12-03"]),
        # behind a preposition, in the clause of what it tells
        ("انتشر الجنود إثر ضربة استهدفت القاعدة الاثنين", "استهدفت", ["2024-12-02/2024-12-03"]),
        # the speech's own date and that of what is said
        ("قال الوزير الاثنين إن الجيش قصف القرية", "قال", ["2024-12-02/2024-12-03"]),
        ("قال الوزير إن الجيش قصف القرية الاثنين", "قصف", ["2024-12-02/2024-12-03"]),
        # carried to a joined verb
        ("التقى الوزير نظيره أمس وبحث معه الأزمة", "بحث", ["2024-12-02/2024-12-03"]),
        # two days, a stretch, from whichever word each date stands with
        ("زار الرئيس برلين يومي الخميس والجمعة", "زار", ["2024-11-28/2024-11-29", "2024-11-29/2024-11-30"]),
        ("استمرت المعارك من 3 مارس حتى 9 مارس", "المعارك", ["2024-03-03/2024-03-10"]),
        ("قصف الجيش البلدة من 3 مارس إلى 9 مارس", "قصف", ["2024-03-03/2024-03-10"]),
        # of what opens the sentence with a clause of its own
        ("في كلمة ألقتها الأحد، دعت الرئيسة إلى الهدوء", "دعت", ["2024-12-01/2024-12-02"]),
        ("وفي بيان نشره السبت، رفض الحزب المبادرة", "رفض", ["2024-11-30/2024-12-01"]),
        ("وفي برقية بعث بها الأحد، هنأ الأمير نظيره", "هنأ", ["2024-12-01/2024-12-02"]),
        ("وفي مقابلة أجرتها معه إذاعة محلية الأحد، انتقد العمدة الحكومة", "انتقد", ["2024-12-01/2024-12-02"]),
        ("وخلال جولة قام بها في الجنوب السبت، أكد القائد جاهزية قواته", "أكد", ["2024-11-30/2024-12-01"]),
        ("في ضربة نفذتها مروحيات الأحد، قتل قيادي في الجماعة", "قتل", ["2024-12-01/2024-12-02"]),
        # ahead
        ("أرجأ الطرفان اجتماعهما إلى الخميس", "اجتماعهما", ["2024-12-05/2024-12-06"]),
    ],
)
def test_stated(text: str, trigger: str, days: list[str]) -> None:
    event = _events(text)[trigger]
    assert event.time_source == "stated"
    assert [f"{each.start}/{each.end}" for each in event.when] == days


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("قال سمير العبدلي الاثنين إن الوضع صعب. وأضاف أن الأزمة مستمرة.", "أضاف"),
        ("حذر ستيفان دوجاريك الاثنين من الأزمة. وقال دوجاريك في بيان إن المدنيين يعانون.", "قال"),
    ],
)
def test_the_same_speaker_in_a_later_sentence(text: str, trigger: str) -> None:
    event = _events(text)[trigger]
    assert event.time_source == "carried"
    assert [str(each.start) for each in event.when] == ["2024-12-02"]


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        # told as news: the day of printing, and no day of another act
        ("قال الوزير الاثنين إن الجيش قصف القرية", "قصف", "none"),
        ("أدان الوزير الهجوم الذي وقع أمس", "أدان", "document"),
        # only referred to, ahead, refused, supposed: no day of printing
        ("سيبحث الوزير الوضع بعد مقتل جنديين", "مقتل", "none"),
        ("سيبحث الوزير الوضع بعد مقتل جنديين", "سيبحث", "none"),
        ("لم ينجح الجيش في اقتحام البلدة", "اقتحام", "none"),
        ("إذا هاجمت القوات المدينة فسيرد الجيش", "هاجمت", "none"),
    ],
)
def test_not_the_day_of_another_act(text: str, trigger: str, source: str) -> None:
    event = _events(text)[trigger]
    assert event.time_source == source


def test_an_attack_taken_up_has_the_day_of_the_one_told():
    text = "قصفت المدفعية البلدة أمس. وأسفر القصف عن مقتل ثلاثة جنود. ودمر الهجوم السوق."
    document = Document(text, "2024-12-03")
    events = extract(document, find(text, reference="2024-12-03"))
    again = [each for each in events if text[slice(*each.mentions[0].trigger)] in ("القصف", "الهجوم")]
    assert again
    assert {each.time_source for each in again} <= {"carried"}
    assert {str(each.when[0]) for each in again} == {"[2024-12-02, 2024-12-03)"}


def test_an_attack_taken_up_is_no_new_one_of_the_day_of_printing():
    text = "قصفت المدفعية البلدة. ودمر الهجوم السوق."
    document = Document(text, "2024-12-03")
    events = extract(document, find(text, reference="2024-12-03"))
    (again,) = [each for each in events if text[slice(*each.mentions[0].trigger)] == "الهجوم"]
    assert again.background
    assert again.when == ()

"""Timelines to draw: one written by hand, some made up in any number, one of hostile texts.

The news of the first weeks of December 2024 as facts, in sentences of our own.
"""

from __future__ import annotations

import datetime as dt
import random

from timeline.chronology.timeline import Timeline
from timeline.documents.model import Document
from timeline.events.model import Actor, Event, EventType, Mention, Modality, Place
from timeline.resolve.expression import Denotation, TimeExpression
from timeline.values.interval import Interval

MEET, FIGHT, SAY = EventType.MEETING, EventType.OFFENSIVE, EventType.STATEMENT

# document, sentence, trigger, expression, type, subtype, when, modifier or granularity, modality, source of time,
# actors, places, headline
NEWS = [
    ("a", "بدأت فصائل تقودها هيئة تحرير الشام هجومًا واسعًا على مواقع الجيش السوري غربي حلب منذ الأربعاء.",
     "هجومًا", "منذ الأربعاء", FIGHT, "assault", [("2024-11-27", None)], "", Modality.ASSERTED, "stated",
     ["هيئة تحرير الشام", "الجيش السوري"], ["حلب"], "هيئة تحرير الشام تبدأ هجومًا واسعًا على مواقع الجيش غربي حلب"),
    ("a", "وأودت ضربات على سكن للطلبة في مدينة حلب بحياة أربعة أشخاص في 29 نوفمبر/تشرين الثاني.",
     "ضربات", "29 نوفمبر/تشرين الثاني", FIGHT, "shelling", [("2024-11-29", "2024-11-30")], "", Modality.POSSIBLE,
     "stated",
     ["هيئة تحرير الشام"], ["حلب"], "ضربات على سكن للطلبة في حلب تودي بحياة أربعة"),
    ("a", "ودخلت الفصائل أحياء حلب الغربية السبت بعد انسحاب الحواجز منها.",
     "دخلت", "السبت", FIGHT, "seizure", [("2024-11-30", "2024-12-01")], "", Modality.ASSERTED, "stated",
     ["هيئة تحرير الشام"], ["حلب"], "الفصائل تدخل أحياء حلب الغربية"),
    ("a", "وشنت طائرات روسية وسورية غارات على ريف إدلب يومي الأحد والاثنين.",
     "غارات", "يومي الأحد والاثنين", FIGHT, "airstrike", [("2024-12-01", "2024-12-03")], "", Modality.ASSERTED,
     "stated",
     ["روسيا", "الجيش السوري"], ["إدلب"], "غارات روسية وسورية على ريف إدلب"),
    ("a", "وقال مصدر عسكري إن التعزيزات أبطأت تقدم المهاجمين نحو حماة مطلع الأسبوع.",
     "تقدم", "مطلع الأسبوع", FIGHT, "advance", [("2024-12-01", "2024-12-04")], "START", Modality.ASSERTED, "stated",
     ["الجيش السوري"], ["حماة"], "التعزيزات تبطئ تقدم المهاجمين نحو حماة"),
    ("a", "وتدور معارك عنيفة على الطريق المؤدي إلى حماة اليوم الثلاثاء.",
     "معارك", "اليوم الثلاثاء", FIGHT, "clash", [("2024-12-03", "2024-12-04")], "", Modality.ASSERTED, "stated",
     ["الجيش السوري", "هيئة تحرير الشام"], ["حماة"], "معارك عنيفة على الطريق إلى حماة"),
    ("b", "تستضيف الدوحة اجتماعًا لوزراء خارجية إيران وتركيا وروسيا في السابع والثامن من ديسمبر/كانون الأول الجاري.",
     "اجتماعًا", "السابع والثامن من ديسمبر/كانون الأول الجاري", MEET, "conference",
     [("2024-12-07", "2024-12-08"), ("2024-12-08", "2024-12-09")], "", Modality.PLANNED, "stated",
     ["إيران", "تركيا", "روسيا"], ["الدوحة"], "اجتماع وزراء خارجية إيران وتركيا وروسيا في الدوحة ضمن مسار أستانا"),
    ("b", "وأجرى وزير الخارجية التركي هاكان فيدان اتصالًا بنظيره الأردني أيمن الصفدي الثلاثاء.",
     "اتصالًا", "الثلاثاء", MEET, "phone", [("2024-12-03", "2024-12-04")], "", Modality.ASSERTED, "stated",
     ["هاكان فيدان", "أيمن الصفدي"], [], "اتصال هاتفي بين فيدان والصفدي"),
    ("b", "وكان وزير الخارجية الإيراني عباس عراقجي قد زار دمشق ثم أنقرة مطلع ديسمبر.",
     "زار", "مطلع ديسمبر", MEET, "visit", [("2024-12-01", "2024-12-03")], "APPROX", Modality.ASSERTED, "derived",
     ["عباس عراقجي"], ["دمشق", "أنقرة"], "جولة عراقجي بين دمشق وأنقرة"),
    ("b", "ولم يستبعد دبلوماسي أن تُعقد جولة محادثات في جنيف في ديسمبر.",
     "محادثات", "في ديسمبر", MEET, "negotiation", [("2024-12-01", "2025-01-01")], "month", Modality.POSSIBLE, "stated",
     ["الأمم المتحدة"], ["جنيف"], "جولة محادثات محتملة في جنيف خلال الشهر"),
    ("b", "ونفى متحدث باسم الخارجية أن يكون الوزيران قد التقيا الاثنين.",
     "التقيا", "الاثنين", MEET, "conference", [("2024-12-02", "2024-12-03")], "", Modality.DENIED, "stated",
     ["تركيا"], [], "نفي لقاء الوزيرين"),
    ("c", "دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى وقف القتال فورًا وحماية المدنيين.",
     "دعا", "", SAY, "appeal", [("2024-12-03", "2024-12-04")], "", Modality.ASSERTED, "document",
     ["أنطونيو غوتيريش"], [], "غوتيريش يدعو إلى وقف القتال فورًا وحماية المدنيين"),
    ("c", "واتهمت دمشق أنقرة الاثنين بدعم الفصائل المهاجمة.",
     "اتهمت", "الاثنين", SAY, "accuse", [("2024-12-02", "2024-12-03")], "", Modality.ASSERTED, "stated",
     ["سوريا"], [], "دمشق تتهم أنقرة بدعم الفصائل"),
    ("c", "وقال المتحدث القطري ماجد الأنصاري الثلاثاء إن الدوحة تعمل مع شركائها على خفض التصعيد.",
     "قال", "الثلاثاء", SAY, "statement", [("2024-12-03", "2024-12-04")], "", Modality.ASSERTED, "stated",
     ["ماجد الأنصاري"], ["الدوحة"], "الأنصاري: الدوحة تعمل مع شركائها على خفض التصعيد"),
    ("c", "وحذرت واشنطن مساء الاثنين من «تبعات» استهداف المدنيين، وقالت وكالة SANA إن التحذير (غير ملزم).",
     "حذرت", "مساء الاثنين", SAY, "threaten", [("2024-12-02T18:00:00", "2024-12-03T00:00:00")], "", Modality.ASSERTED,
     "stated", ["الولايات المتحدة"], [], "واشنطن تحذر من «تبعات» استهداف المدنيين (وكالة SANA)"),
    ("c", "وأكد رئيس الوزراء البريطاني كير ستارمر أن بلاده تدعم حلًا سياسيًا.",
     "أكد", "", SAY, "statement", [("2024-12-03", "2024-12-04")], "", Modality.ASSERTED, "document",
     ["كير ستارمر"], [], "ستارمر: لندن تدعم حلًا سياسيًا"),
    ("d", "وقالت مصادر إن العملية العسكرية ستتوسع إن فشلت الوساطة قبل 10 ديسمبر.",
     "ستتوسع", "قبل 10 ديسمبر", FIGHT, "assault", [("2024-12-04", "2024-12-10")], "", Modality.CONDITIONAL, "stated",
     ["الجيش السوري"], ["حماة"], "العملية العسكرية ستتوسع إن فشلت الوساطة"),
    ("d", "وأعلن المجلس المحلي أن القصف لم يصب المستشفى ليل الأحد.",
     "القصف", "ليل الأحد", FIGHT, "shelling", [("2024-12-01T18:00:00", "2024-12-02T06:00:00")], "", Modality.NEGATED,
     "stated", [], ["إدلب"], "القصف لم يصب مستشفى إدلب"),
    ("d", "واستمر حظر التجول في المدينة حتى الخميس.",
     "حظر", "حتى الخميس", SAY, "statement", [(None, "2024-12-06")], "", Modality.ASSERTED, "stated",
     ["المجلس المحلي"], ["حلب"], "حظر التجول مستمر حتى الخميس"),
    ("d", "وطالب نواب الحكومة العراقية بتعزيز الحدود، من دون تحديد موعد.",
     "طالب", "", SAY, "demand", [], "", Modality.ASSERTED, "none", ["العراق"], [],
     "نواب يطالبون بتعزيز الحدود العراقية"),
    ("d", "ويعود مجلس الأمن إلى الملف في جلستين يومي 5 و11 ديسمبر.",
     "جلستين", "يومي 5 و11 ديسمبر", MEET, "conference", [("2024-12-05", "2024-12-06"), ("2024-12-11", "2024-12-12")],
     "",
     Modality.PLANNED, "stated", ["مجلس الأمن"], ["نيويورك"], "جلستان لمجلس الأمن بشأن سوريا"),
]  # fmt: skip

REPORTS = {
    "a": ("تطورات الميدان في شمال سوريا", "صحيفة الشمال", "https://news.example/north"),
    "b": ("الدبلوماسية تتحرك نحو الدوحة", "وكالة الخليج", "https://news.example/doha"),
    "c": ("مواقف دولية", "صحيفة المشرق", None),
    "d": ("ما بعد حلب", "وكالة الخليج", "https://news.example/after"),
}
CORROBORATED = {0: ("صحيفة الشمال", "وكالة الخليج", "صحيفة المشرق"), 6: ("وكالة الخليج", "صحيفة المشرق")}
PUBLISHED = dt.date(2024, 12, 3)


def small() -> Timeline:
    """Twenty-one events of four reports: every type, status, kind of end and source of time occurs."""
    texts = {key: f"{title}\n" for key, (title, _, _) in REPORTS.items()}
    events = []
    for number, row in enumerate(NEWS):
        key, sentence, trigger, words, kind, subtype, when, how, modality, source, actors, places, headline = row
        begin = len(texts[key])
        texts[key] += sentence + " "
        intervals = tuple(Interval(start, end) for start, end in when)
        time = None
        if words:
            denotation = Denotation(
                "DATE", "XXXX", None, intervals,
                modifier=how if how in {"START", "APPROX"} else None,
                granularity="month" if how == "month" else "day",
            )  # fmt: skip
            at = begin + sentence.index(words)
            time = TimeExpression(words, at, at + len(words), denotation)
        place_of = begin + sentence.index(trigger)
        events.append(
            Event(
                id=f"e{number:02d}", type=kind, subtype=subtype, when=intervals, time=time, time_source=source,
                actors=tuple(Actor(name, begin, begin + 1, name, "participant") for name in actors),
                places=tuple(Place(name, begin, begin + 1, name) for name in places),
                modality=modality, headline=headline,
                mentions=(Mention(key, (begin, begin + len(sentence)), (place_of, place_of + len(trigger))),),
                sources=CORROBORATED.get(number, (REPORTS[key][1],)),
            )
        )  # fmt: skip
    documents = {
        key: Document(texts[key], PUBLISHED, source, title, url, key) for key, (title, source, url) in REPORTS.items()
    }
    order = sorted(events, key=lambda event: (not event.when, min(event.when, default=Interval(None, None)), event.id))
    return Timeline(order, documents)


_WHO = [
    "إيران", "تركيا", "روسيا", "العراق", "الأردن", "قطر", "مصر", "لبنان", "السعودية", "فرنسا", "الصين", "ألمانيا",
    "الأمم المتحدة", "الجيش السوري", "جامعة الدول العربية", "الاتحاد الأوروبي", "الولايات المتحدة", "بريطانيا",
]  # fmt: skip
_WHERE = ["حلب", "حماة", "إدلب", "دمشق", "الدوحة", "أنقرة", "بغداد", "القاهرة", "جنيف", "بيروت", "عمّان", "نيويورك"]
_WHAT = {
    MEET: [("اجتماع", "conference"), ("مباحثات", "negotiation"), ("زيارة", "visit"), ("اتصال", "phone"), ("قمة",
    "summit")],
    FIGHT: [("هجوم", "assault"), ("غارات", "airstrike"), ("قصف", "shelling"), ("اشتباكات", "clash"), ("تقدم",
    "advance")],
    SAY: [("تصريح", "statement"), ("تحذير", "threaten"), ("دعوة", "appeal"), ("اتهام", "accuse"), ("تعهد", "pledge")],
}  # fmt: skip
_ABOUT = [
    "الحدود", "المعابر", "وقف إطلاق النار", "عودة اللاجئين", "المساعدات", "إعادة الإعمار", "العقوبات", "الغاز",
    "مياه الفرات", "الانتخابات", "تبادل الأسرى", "أمن الملاحة", "القواعد العسكرية", "الدستور",
]  # fmt: skip
_MODES = [Modality.ASSERTED] * 12 + [Modality.PLANNED] * 3 + [Modality.POSSIBLE] * 2 + list(Modality)[3:]


def synthetic(count: int, days: int = 1000, seed: int = 7) -> Timeline:
    """Any number of made-up events over so many days, ten to a report, reproducible."""
    chance = random.Random(seed)
    first = dt.date(2017, 1, 1)
    events, documents = [], {}
    number = 0
    while number < count:
        key = f"d{len(documents):05d}"
        published = first + dt.timedelta(days=int(chance.betavariate(2, 1.6) * days))
        text = ""
        for _ in range(min(10, count - number)):
            kind = chance.choice([MEET, FIGHT, SAY])
            what, subtype = chance.choice(_WHAT[kind])
            who, where, about = chance.sample(_WHO, 2), chance.choice(_WHERE), chance.choice(_ABOUT)
            headline = f"{what} {who[0]} مع {who[1]} في {where} بشأن {about}"
            sentence = f"وأوردت الوكالة أن {headline} كان على جدول اليوم رقم {chance.randrange(1, 400)}. "
            shape = chance.random()
            start = published - dt.timedelta(days=chance.randrange(4))
            length = 1 if shape < 0.75 else chance.randrange(2, 16)
            end = None if shape > 0.97 else start + dt.timedelta(days=length)
            intervals = (Interval(start, end),)
            modifier = "APPROX" if 0.85 < shape < 0.92 else None
            begin = len(text)
            text += sentence
            time = TimeExpression(
                "اليوم",
                begin,
                begin + 5,
                Denotation("DATE", "XXXX", None, intervals, modifier=modifier, granularity="day"),
            )
            events.append(
                Event(
                    id=f"{chance.getrandbits(48):012x}", type=kind, subtype=subtype, when=intervals, time=time,
                    time_source="stated", modality=chance.choice(_MODES), headline=headline,
                    actors=tuple(Actor(name, begin, begin + 1, name, "participant") for name in who),
                    places=(Place(where, begin, begin + 1, where),),
                    mentions=(Mention(key, (begin, begin + len(sentence) - 1), (begin, begin + 6)),),
                    sources=tuple(chance.sample(["صحيفة الشمال", "وكالة الخليج", "صحيفة المشرق"], chance.choice([1,
                    1, 1, 2]))),
                )
            )  # fmt: skip
            number += 1
        documents[key] = Document(text, published, "وكالة الخليج", f"تقرير {len(documents)}", None, key)
    return Timeline(sorted(events, key=lambda event: (event.when[0], event.id)), documents)


PAYLOADS = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<a href='javascript:window.hacked=1'>نص</a>",
    '"><svg onload=window.hacked=1>',
    "%{x} %{customdata[1]} <b>نص</b> &lt;i&gt;",
    "سعر $5 ثم $10",
    "\u202eمقلوب\u202c \u2066معزول \u200fعلامة",
    "سطر\nآخر\x00\x07 \ud800 <!-- تعليق ]]>",
    "{{ title }} ${window.hacked=1} `كود` \\u003cscript",
]


def hostile() -> Timeline:
    """Every field that a document or an event has holds something that must show as text and do nothing."""
    events, documents = [], {}
    for number, payload in enumerate(PAYLOADS):
        key = f"doc{payload}"
        text = f"قبل {payload} بعد"
        documents[key] = Document(
            text, PUBLISHED, f"مصدر {payload}", f"عنوان {payload}", f"javascript:alert({number})//{payload}", key
        )
        events.append(
            Event(
                id=f"id{payload}", type=[MEET, FIGHT, SAY][number % 3], subtype=payload, stance=payload,
                when=(Interval.day(dt.date(2024, 12, 1) + dt.timedelta(days=number)),), time_source="stated",
                actors=(Actor(payload, 0, 3, f"جهة {payload}", "agent"),), places=(Place(payload, 0, 3,
                f"مكان {payload}"),),
                headline=f"حدث {payload}", mentions=(Mention(key, (0, len(text)), (0, 3)),), attribution=(payload,),
                conflicts=(payload,), sources=(f"مصدر {payload}",),
            )
        )  # fmt: skip
    return Timeline(events, documents)

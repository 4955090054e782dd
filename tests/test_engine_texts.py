"""Documents of every kind of text, read as an editor would list their events: days, actors, status.

The wants are lines in the notation of `event_kinds`; those in UNMET are expected to fail, strictly.
"""

from __future__ import annotations

import pytest
from event_kinds import Row, events_of, unmet

TEXTS = {
    "a report with a dateline": (
        "2023-09-14",
        """\
نواكشوط، موريتانيا (وكالة الضفة)-- أعلن وزير الداخلية المالي، الأربعاء، أن مسلحين هاجموا ثكنة للجيش في مدينة غاو ليل الثلاثاء.
وقال الوزير عمر ديكو للصحفيين إن خمسة جنود قتلوا في الهجوم، مضيفا أن القوات المالية صدت المهاجمين.
ومن المقرر أن يزور المبعوث الأممي باماكو الأسبوع المقبل.
وكانت الحكومة قد اتهمت الشهر الماضي تنظيم النصرة بتدريب المهاجمين.
""",
        [
            "statement/announce; @2023-09-13; speaker=وزير الداخلية المالي",
            "offensive/assault; @2023-09-12; agent=مسلحين; target=الجيش",
            "statement/statement; speaker=عمر ديكو; addressee=الصحفيين",
            "offensive; target=جنود",
            "offensive/repelled; agent=MLI",
            "meeting/visit; planned; @2023-09-18; participant=المبعوث الأممي",
            "statement/accuse; background; @2023-08-01; speaker=الحكومة; target=تنظيم النصرة",
            "not meeting asserted",
        ],
    ),
    "court news of the Gulf": (
        "2024-02-20",
        """\
استقبل صاحب السمو الشيخ خليفة بن ماجد ولي العهد، اليوم الثلاثاء، في قصر البحر، معالي وزير الدفاع الإيطالي غويدو فيراري والوفد المرافق له.
وجرى خلال اللقاء بحث سبل تعزيز التعاون بين البلدين الصديقين.
حضر اللقاء سمو الشيخ ماجد بن خليفة ومعالي رئيس الأركان الفريق الركن حمد المري.
كما تلقى سموه، أمس، اتصالا هاتفيا من فخامة الرئيس القبرصي.
""",
        [
            "meeting/hosted; @2024-02-20; host=خليفة بن ماجد; participant=غويدو فيراري",
            "meeting/meeting; @2024-02-20; participant=ماجد بن خليفة, حمد المري",
            "meeting/phone; @2024-02-19; participant=خليفة بن ماجد, CYP",
            "not offensive",
            "not statement",
        ],
    ),
    "a communique of a ministry": (
        "2024-06-10",
        """\
تدين وزارة الخارجية بأشد العبارات الهجوم الإرهابي الذي استهدف مسجدا في مدينة قندوز الأفغانية يوم السبت.
وتعرب الوزارة عن خالص تعازيها لحكومة أفغانستان.
وتجدد الوزارة دعوتها إلى وقف إطلاق النار في السودان.
وأجرى الوزير اتصالا هاتفيا مساء الأحد مع نظيره الباكستاني.
""",
        [
            "statement/condemn; @2024-06-10; speaker=وزارة الخارجية",
            "offensive; background; @2024-06-08; agent=-",
            "statement; speaker=الوزارة",
            "statement/appeal; speaker=الوزارة",
            "meeting/phone; @2024-06-09; participant=الوزير, PAK",
            "not offensive on 2024-06-10",
        ],
    ),
    "a radio of the Maghreb": (
        "2022-11-08",
        """\
قام رئيس الحكومة نهار أمس الإثنين بزيارة عمل إلى ولاية تندوف.
والتقى رئيس الحكومة بممثلي الجالية الصحراوية.
من جهته، صرح الناطق الرسمي باسم حزب العدالة سليم بوعزة للإذاعة الوطنية بأن الحزب لن يشارك في الحوار.
هذا ومن المنتظر أن يعقد البرلمان جلسة عامة يوم غد الأربعاء.
""",
        [
            "meeting/visit; @2022-11-07; participant=رئيس الحكومة",
            "meeting/meeting; participant=رئيس الحكومة, ممثلي الجالية الصحراوية",
            "statement/statement; speaker=سليم بوعزة; addressee=الإذاعة الوطنية",
            "not meeting/meeting planned",
            "not offensive",
        ],
    ),
    "a chronology with years as headings": (
        "2021-05-02",
        """\
محطات الأزمة في وسط أفريقيا
2012
ديسمبر: متمردو سيليكا يهاجمون مدينة نديلي.
2013
24 مارس: المتمردون يسيطرون على العاصمة بانغي.
5 ديسمبر: فرنسا تعلن بدء عملية عسكرية.
2014
يوليو: مؤتمر في برازافيل يجمع الفصائل والحكومة.
""",
        [
            "offensive/assault; @2012-12-01; agent=متمردو سيليكا",
            "offensive/seizure; @2013-03-24; agent=المتمردون",
            "statement/announce; @2013-12-05; speaker=FRA",
            "meeting/conference; @2014-07-01; participant=الفصائل, الحكومة",
            "not offensive on 2021-05-02",
        ],
    ),
    "a live page with hours": (
        "2023-04-18",
        """\
09:15 الجيش السوداني يقصف مواقع لقوات الدعم السريع شمال الخرطوم.
10:40 وزير الخارجية الأمريكي يدعو الطرفين إلى هدنة.
13:05 قوات الدعم السريع تنفي سقوط مطار مروي.
16:30 الأمين العام للأمم المتحدة يجري اتصالا هاتفيا مع قائد الجيش.
""",
        [
            "offensive/shelling; @2023-04-18; agent=الجيش السوداني; target=قوات الدعم السريع",
            "statement/appeal; @2023-04-18; speaker=USA; addressee=الطرفين",
            "statement/deny; @2023-04-18; speaker=قوات الدعم السريع",
            "offensive/seizure; denied",
            "meeting/phone; @2023-04-18; participant=الأمين العام, قائد الجيش",
        ],
    ),
    "an interview with questions and answers": (
        "2024-03-05",
        """\
أجرت الصحيفة حوارا مع وزير الخارجية الصومالي أحمد فارح.
س: متى تلتقون نظيركم الإثيوبي؟
ج: سألتقيه يوم الخميس في نيروبي.
س: هل هاجمت قواتكم الميناء؟
ج: لا، لم تهاجم قواتنا الميناء. المتمردون قصفوه يوم السبت الماضي.
وأضاف الوزير أن بلاده ترفض أي اتفاق منفرد.
""",
        [
            "not meeting/visit",
            "meeting/meeting; planned; @2024-03-07; participant=أحمد فارح, ETH",
            "offensive; negated; agent=قواتنا",
            "offensive/shelling; asserted; @2024-03-02; agent=المتمردون; target=-",
            "statement/statement; speaker=أحمد فارح",
            "statement/reject; speaker=أحمد فارح|بلاده|الصومال",
            "not offensive/assault asserted",
            "not meeting/meeting asserted",
        ],
    ),
}

#: Text and want, with the kind of fault.
UNMET: dict[tuple[str, str], str] = {
    ("a report with a dateline", "offensive/repelled; agent=MLI"): "an act of a coordinated clause with مضيفا أن lost",
    (
        "court news of the Gulf",
        "meeting/hosted; @2024-02-20; host=خليفة بن ماجد; participant=غويدو فيراري",
    ): "a guest behind a date and a place lost, the office of the host as guest",
    ("court news of the Gulf", "meeting/phone; @2024-02-19; participant=خليفة بن ماجد, CYP"): "«سموه» is not led back",
    (
        "a communique of a ministry",
        "statement/appeal; speaker=الوزارة",
    ): "what a light verb of speech renews («تجدد دعوتها») is no statement of its own",
    ("a live page with hours", "offensive/seizure; denied"): "a denial carried by its noun: «تنفي سقوط»",
    (
        "an interview with questions and answers",
        "meeting/meeting; planned; @2024-03-07; participant=أحمد فارح, ETH",
    ): "first person of an interview: who speaks, and questions",
    (
        "an interview with questions and answers",
        "offensive/shelling; asserted; @2024-03-02; agent=المتمردون; target=-",
    ): "first person of an interview: who speaks, and questions",
    (
        "an interview with questions and answers",
        "not offensive/assault asserted",
    ): "first person of an interview: who speaks, and questions",
    (
        "an interview with questions and answers",
        "not meeting/meeting asserted",
    ): "first person of an interview: who speaks, and questions",
}


def row(name):
    reference, text, wants = TEXTS[name]
    return Row(name, reference, text, tuple(wants))


def wants():
    for name, (_, _, lines) in TEXTS.items():
        for want in lines:
            known = UNMET.get((name, want))
            marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
            yield pytest.param(name, want, id=f"{name}-{lines.index(want)}".replace(" ", "-"), marks=marks)


@pytest.mark.parametrize(("name", "want"), list(wants()))
def test_what_an_editor_would_list_is_read(name, want):
    whole = row(name)
    events = events_of(whole)
    assert want not in unmet(whole, events), "\n".join(event.explain() for event in events)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_little_else_is_read(name):
    """Formulas of the text may give an event more; a text that gives many is misread."""
    _, _, lines = TEXTS[name]
    listed = [line for line in lines if not line.startswith("not ")]
    assert len(events_of(row(name))) <= len(listed) + 3


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_nobody_acts_who_does_not_stand_in_the_text(name):
    whole = row(name)
    for event in events_of(whole):
        for each in (*event.actors, *event.places):
            assert whole.text[each.start_char : each.end_char] == each.text


def test_what_is_known_not_to_be_met_is_asked():
    assert [key for key in UNMET if key[0] not in TEXTS or key[1] not in TEXTS[key[0]][2]] == []

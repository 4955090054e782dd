"""Who acts and on whom, by kind of sentence: what the tree of a sentence says, and what it does not."""

from __future__ import annotations

import pytest

from timeline.syntax import analyse
from timeline.tagger import find

ROLES = [
    # a plural in ين behind a singular is the object
    ("هدد القائد المتمردين بعملية واسعة.", "هدد", "object = المتمردين"),
    ("هزم الفريق الأرجنتيني البرازيليين.", "هزم", "object = البرازيليين"),
    ("خطف جنود تونسيون صحفية سورية.", "خطف", "subject = جنود تونسيون"),
    # a counted noun is as good a subject as any
    ("قتل 20 شخصا وجرح 35.", "قتل", "passive = 20 شخصا"),
    ("ثلاثة من رجال الإطفاء قتلوا أمس.", "قتلوا", "passive = ثلاثة"),
    # what only people do, to a thing
    ("حضر الاجتماع سفراء عشر دول.", "حضر", "subject = سفراء عشر دول"),
    ("من المقرر أن يزور بعد غد في جنيف مستشفى الأطفال.", "يزور", "object = مستشفى الأطفال"),
    # verbs whose passive is spelled otherwise
    ("هاجم المتمردون فجرا وانسحبوا.", "هاجم", "subject = المتمردون"),
    ("هوجم الموكب من قبل مسلحين.", "هوجم", "passive = الموكب"),
    # what is handled
    ("سقط الصاروخ الذي ألقي على القاعدة في البحر.", "ألقي", "passive = الصاروخ"),
    # a participle that is the object, and one that is not
    ("قتلت الشرطة الفرنسية مهاجما في محطة قطارات.", "قتلت", "object = مهاجما"),
    ("غادر الرئيس البلاد متوجها إلى جدة.", "غادر", "object = البلاد"),
    # clauses without «الذي»
    ("اتخذ المجلس قرارا يدين التجارب الصاروخية.", "يدين", "object = التجارب الصاروخية"),
    ("نشرت المنظمة تقريرا انتقدت فيه أوضاع السجون.", "انتقدت", "object = أوضاع السجون"),
    # what stands in between
    ("كشف مصدر أمني، فضل عدم ذكر اسمه، أن المهاجمين فروا.", "كشف", "that = فروا"),
    ("بعد المباحثات مع نائب الرئيس، سالم حداد، أعلن الوزير أن الحدود ستفتح.", "أعلن", "subject = الوزير"),
    ("وأضافت الوكالة التي نقلت الخبر عن مصدر أن الطيار نجا.", "أضافت", "that = نجا"),
    ("كانت اللجنة التي شكلها البرلمان أنهت عملها.", "أنهت", "subject = اللجنة"),
    ("استدعت الخارجية القائم بالأعمال الهندي، راجيف شارما، الثلاثاء.", "استدعت", "object = القائم"),
    # the tense that a connector asks for
    ("نظمت النقابة مسيرة قبل أن تعلق إضرابها.", "تعلق", "object = إضرابها"),
    ("سقطت المدينة في الظلام بعد أن تعطل المحول.", "تعطل", "subject = المحول"),
    # pronouns
    ("قالت الوزارة إنها ستغلق السفارة مؤقتا.", "ستغلق", "object = السفارة"),
    ("فجر شاب نفسه وسط السوق.", "فجر", "subject = شاب"),
    ("لن يرأس سلوفينيا مرة أخرى أحد مؤسسي الحزب.", "يرأس", "subject = أحد مؤسسي الحزب"),
    # nominal sentences
    ("أكدت الوزارة أن المعبر مفتوح.", "مفتوح", "subject = المعبر"),
    ("الوضع في العاصمة هادئ منذ ظهر أمس.", "هادئ", "date = ظهر أمس"),
    # prepositions that look like connectors
    ("ظلت البلاد في حالة حرب.", "ظلت", "subject = البلاد"),
    ("اختبر الجيش قذائف متوسطة المدى صباح الأحد.", "اختبر", "date = صباح الأحد"),
]
NOT = [
    ("قتل سبعة عمال بينهم فتيان.", "object = فتيان"),
    ("أعلن الوزير نفسه النبأ.", "object = نفسه"),
    ("أكد التقرير أن الاتفاق غير كاف.", "object = كاف"),
    ("وكان النائب سمير داغر المنتمي إلى التيار قد طلب تأجيل الجلسة.", "subject = المنتمي"),
    ("لم يعلق المكتب حتى كتابة هذا التقرير.", "time ="),
]


def lines(text):
    return [line for tree in analyse(text, find(text, reference="2024-12-03")) for line in str(tree).splitlines()]


@pytest.mark.parametrize(("text", "predicate", "statement"), ROLES)
def test_who_acts_and_on_whom(text, predicate, statement):
    said = [line for line in lines(text) if line.startswith((f"{predicate}:", f"{predicate} ("))]
    assert any(statement in line for line in said), said


@pytest.mark.parametrize(("text", "statement"), NOT)
def test_what_is_not_said(text, statement):
    assert not any(statement in line for line in lines(text))

"""Sentences whose dates lean on each other, and words of time that are names; each as a reader would understand it."""

from __future__ import annotations

import pytest

from timeline import find

PRINTED = "2024-12-03"

#: (sentence, the value of each expression, in order); an empty list says that nothing in it is a date.
CASES = [
    # the end of a stretch lies behind its begin
    ("يغلق الجسر من اليوم حتى الجمعة.", ["2024-12-03", "2024-12-06"]),
    ("تستمر الدورة من الأحد المقبل وحتى 17 ديسمبر.", ["2024-12-08", "2024-12-17"]),
    ("عطلة المدارس من 22 الجاري حتى 4 يناير.", ["2024-12-22", "2025-01-04"]),
    ("يتوقف الضخ غدا الأربعاء والخميس.", ["2024-12-04", "2024-12-05"]),
    # the year is told once, at the end
    ("زار الوفد العاصمة في 5 فبراير و11 مايو 2017.", ["2017-02-05", "2017-05-11"]),
    ("سجلت الهزات في 2 مارس و6 أبريل و9 يونيو 2013.", ["2013-03-02", "2013-04-06", "2013-06-09"]),
    ("أقيم المعرض من 3/10 إلى 12/10/2022.", ["2022-10-03", "2022-10-12"]),
    # hours share their part of the day and their day
    (
        "انقطعت المياه أمس من الساعة السابعة إلى الساعة التاسعة مساء.",
        ["2024-12-02", "2024-12-02T19:00", "2024-12-02T21:00"],
    ),
    ("تعقد الندوة غدا من الرابعة إلى السادسة عصرا.", ["2024-12-04", "2024-12-04T16:00", "2024-12-04T18:00"]),
    ("الحفل غدا 9 مساء.", ["2024-12-04", "2024-12-04T21:00"]),
    # what is early behind an evening is of the next day
    ("اشتبك الطرفان مساء السبت واستمر القتال حتى الفجر.", ["2024-11-30TEV", "2024-12-01TMO"]),
    ("سمع الدوي بعد منتصف ليل الأحد.", ["2024-12-01TNI"]),
    # announced
    ("تهطل الأمطار يوم الخميس على الساحل.", ["2024-12-05"]),
    ("حددت اللجنة 14 يناير موعدا للجلسة.", ["2025-01-14"]),
    # names and counts, and no dates
    ("حضر الطلاب اليوم المفتوح.", []),
    ("دخل الاعتصام يومه واليوم الـ300 للحرب يقترب.", []),
    ("خسر الفريق 1-4 الشهر الماضي.", ["2024-11"]),
    ("سهروا في رأس السنة الصينية.", []),
    ("بلغ من 2/3 السكان.", []),
    ("أخذ من 9 إلى 12 كتابا.", []),
    # feasts
    ("سافروا في إجازة عيد الأضحى 1444.", ["2023-06-28"]),
    ("تبادلوا التهاني بعيد العمال.", ["2024-05-01"]),
]


@pytest.mark.parametrize(("sentence", "values"), CASES, ids=[sentence for sentence, _ in CASES])
def test_the_dates_of_a_sentence(sentence, values):
    assert [each.value for each in find(sentence, reference=PRINTED)] == values

"""Principal parts in, every form out."""

from __future__ import annotations

import pytest

from timeline.lexicon.conjugation import present_of, verb_forms
from timeline.syntax.declension import noun_forms
from timeline.text.spelling import fold, offset_of_letter, stripped

PRESENTS = [
    ("أكّد", "يؤكد"),
    ("أعلن", "يعلن"),
    ("أفاد", "يفيد"),
    ("استنكر", "يستنكر"),
    ("استعاد", "يستعيد"),
    ("اجتاح", "يجتاح"),
    ("التقى", "يلتقي"),
    ("اتّهم", "يتهم"),
    ("تبنّى", "يتبني"),
    ("هاجم", "يهاجم"),
    ("انفجر", "ينفجر"),
]

FORMS = [
    ("قال", "يقول", "قائل", ["قالت", "قالوا", "قلنا", "تقول", "يقولون", "يقل", "قيل", "قائلا", "قائلة"]),
    ("نفى", "ينفي", "نافي", ["نفت", "نفوا", "نفينا", "تنفي", "ينفون", "نافيا", "نفا"]),
    ("دعا", "يدعو", "داعي", ["دعت", "دعوا", "تدعو", "يدعون", "داعيا", "داعية", "دعي"]),
    ("حثّ", "يحث", "حاث", ["حثت", "حثوا", "حثثنا", "تحث", "يحثون"]),
    ("أعاد", None, None, ["أعادت", "أعدنا", "يعيد", "يعد", "أعيد", "معيدا"]),
    ("هاجم", None, None, ["هاجمت", "هوجم", "يهاجمون", "مهاجما"]),
    ("أكّد", None, None, ["أكدت", "نؤكد", "مؤكدا", "مؤكدة", "مؤكدين"]),
]


@pytest.mark.parametrize(("past", "present"), PRESENTS)
def test_the_present_follows(past, present):
    assert present_of(past) == fold(present)


@pytest.mark.parametrize(("past", "present", "participle", "expected"), FORMS)
def test_the_forms_of_a_verb(past, present, participle, expected):
    assert {fold(form) for form in expected} <= set(verb_forms(past, present, participle))


def test_jussive_and_bound_forms_say_so():
    forms = verb_forms("قال", "يقول", "قائل")
    assert all(inflection.jussive for inflection in forms["تقل"])
    assert any(inflection.bound for inflection in verb_forms("تبنّى")["تبنا"])


@pytest.mark.parametrize(
    ("singular", "plurals", "expected"),
    [
        ("غارة", ("غارات",), ["غارة", "غارتين", "غارتي", "غارات"]),
        ("هجوم", ("هجمات",), ["هجوم", "هجوما", "هجومين", "هجمات"]),
        ("لقاء", ("لقاءات",), ["لقاء", "لقاؤ", "لقائ", "لقاءات"]),
    ],
)
def test_the_forms_of_a_noun(singular, plurals, expected):
    assert {fold(form) for form in expected} <= set(noun_forms(singular, plurals))


def test_one_spelling_for_all():
    assert fold("الأَرْبِعـاء") == fold("الاربعاء")
    assert fold("مدرسة") == fold("مدرسه")


def test_particles_come_off_one_by_one():
    assert [(c, p, rest) for c, p, rest, _ in stripped("ولتركيا")] == [
        ("", "", "ولتركيا"),
        ("و", "", "لتركيا"),
        ("و", "ل", "تركيا"),
    ]
    assert ("", "ل", "الجيش", 1) in list(stripped("للجيش"))


def test_letters_are_counted_without_marks():
    assert offset_of_letter("وَلتركيا", 2) == 3

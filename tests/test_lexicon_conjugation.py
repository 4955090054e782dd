"""The forms of verbs: each kind of verb in each person, tense and voice, and read back as what it is."""

from __future__ import annotations

import pytest

from timeline.lexicon.conjugation import verb_forms
from timeline.syntax.lexicon import words
from timeline.syntax.words import Vocabulary
from timeline.text.spelling import fold


def said(past: str, present: str | None, form: str) -> set[str]:
    """What a form can be: tense, number, gender, and ``passive``, ``jussive``, ``bound``, ``first``."""
    found = set()
    for each in verb_forms(past, present).get(fold(form), ()):
        marks = [name for name in ("passive", "jussive", "bound") if getattr(each, name)]
        person = ["first"] if each.person == 1 else []
        found.add(" ".join([each.tense, *person, each.number, each.gender, *marks]))
    return found


@pytest.mark.parametrize(
    ("past", "present", "form", "meaning"),
    [
        # sound
        ("قصف", "يقصف", "قصفتا", "past dual f"),
        ("طالب", None, "يطالبن", "present plural f"),
        ("طالب", None, "طالبن", "past plural f"),
        # a hamza at the end
        ("بدأ", "يبدأ", "يبدأون", "present plural m"),
        ("بدأ", "يبدأ", "يبدؤون", "present plural m"),
        ("لجأ", "يلجأ", "لجأوا", "past plural m"),
        ("لجأ", "يلجأ", "لجؤوا", "past plural m"),
        ("قرأ", "يقرأ", "قرأوا", "past plural m"),
        ("قرأ", "يقرأ", "قرأت", "past singular f"),
        ("قرأ", "يقرأ", "قرئت", "past singular f passive"),
        ("أنشأ", "ينشئ", "أنشئت", "past singular f passive"),
        ("أنشأ", "ينشئ", "ينشئون", "present plural m"),
        ("أنشأ", "ينشئ", "تنشأ", "present singular f passive"),
        ("جاء", "يجيء", "جاؤوا", "past plural m"),
        ("جاء", "يجيء", "جاءت", "past singular f"),
        ("جاء", "يجيء", "جئنا", "past first plural any"),
        ("أساء", "يسيء", "يسيئون", "present plural m"),
        # a و or a hamza at the beginning
        ("وصف", "يصف", "يوصف", "present singular m passive"),
        ("وجد", "يجد", "توجد", "present singular f passive"),
        ("أخذ", "يأخذ", "يؤخذ", "present singular m passive"),
        # hollow
        ("قال", "يقول", "قيل", "past singular m passive"),
        ("قال", "يقول", "يقل", "present singular m jussive"),
        ("قال", "يقول", "يقلن", "present plural f"),
        ("أعاد", None, "أعيدت", "past singular f passive"),
        ("أعاد", None, "يعاد", "present singular m passive"),
        ("اقتاد", None, "اقتيدوا", "past plural m passive"),
        ("سأل", "يسأل", "سئل", "past singular m passive"),
        # defective
        ("دعا", "يدعو", "دعتا", "past dual f"),
        ("دعا", "يدعو", "دعيت", "past singular f passive"),
        ("دعا", "يدعو", "تدعى", "present singular f passive"),
        ("أجرى", None, "أجريت", "past singular f passive"),
        ("ألقى", None, "ألقوا", "past plural m"),
        ("أعلن", None, "أعلنتا", "past dual f"),
        ("بقي", "يبقى", "بقوا", "past plural m"),
        ("بقي", "يبقى", "بقيت", "past singular f"),
        ("رأى", "يرى", "يرا", "present singular m bound"),
        ("أنهى", None, "أنها", "past singular m bound"),
        # geminate
        ("ردّ", "يرد", "يردون", "present plural m"),
        ("ردّ", "يرد", "رددت", "past first singular any"),
        ("ردّ", "يرد", "يرددن", "present plural f"),
        ("احتلّ", None, "احتللنا", "past first plural any"),
        # with a long vowel behind the first letter
        ("هاجم", None, "هوجمت", "past singular f passive"),
        ("تداول", None, "تدوولت", "past singular f passive"),
    ],
)
def test_a_form_is_what_it_is(past, present, form, meaning):
    assert meaning in said(past, present, form)


@pytest.mark.parametrize(
    ("past", "present", "form"),
    [
        ("حاول", None, "يحال"), ("طوّر", None, "يطار"), ("سأل", "يسأل", "سلت"), ("بدأ", "يبدأ", "يبدون"),
        ("وافق", None, "وفقت"),
    ],
)  # fmt: skip
def test_a_consonant_is_no_long_vowel(past, present, form):
    assert said(past, present, form) == set()


VOCABULARY = Vocabulary()
#: Short forms are spelled like other words; with particles in front of them they are told apart by their place.
SHORTEST = 5


def test_every_verb_is_read_back_in_every_form():
    """Each form of the third person is read as its verb, unless a small word or a longer name has its letters."""
    asked = lost = 0
    kept = words()
    for lemmas in kept.verbs.values():
        for lemma in lemmas:
            for form, entries in READ_BACK[lemma].items():
                if len(form) < SHORTEST or form in kept.particles or form in kept.phrases or form.startswith("ال"):
                    continue
                if not any(map(_plain, entries)):
                    continue
                asked += 1
                found = VOCABULARY.form(form)
                lost += not any(verb is lemma for verb, _ in found.verbs)
    assert asked > 25_000
    assert lost == 0


def _plain(each):
    """Neither «I», nor what stands only before a pronoun, nor the dual, which nouns share («تحدثا»)."""
    return each.person == 3 and each.number != "dual" and not (each.bound or each.jussive or each.passive)


def _by_lemma():
    made: dict[object, dict[str, list]] = {}
    for form, entries in words().forms.items():
        for lemma, inflection in entries:
            if lemma.part == "verb" and inflection.tense in ("past", "present"):
                made.setdefault(lemma, {}).setdefault(form, []).append(inflection)
    return made


READ_BACK = _by_lemma()


@pytest.mark.parametrize(
    ("form", "verb", "pronoun"),
    [
        ("يراها", "رأى", "ها"), ("دعاهم", "دعا", "هم"), ("أنهاها", "أنهى", "ها"), ("سيهاجمونها", "هاجم", "ها"),
        ("يقتاده", "اقتاد", "ه"), ("ألقاها", "ألقى", "ها"), ("يقرؤه", "قرأ", "ه"), ("ردوه", "ردّ", "ه"),
        ("أجريت", "أجرى", ""), ("وأجريت", "أجرى", ""), ("وبدأوا", "بدأ", ""), ("سيبدؤون", "بدأ", ""),
    ],
)  # fmt: skip
def test_a_verb_with_what_is_written_together_with_it(form, verb, pronoun):
    found = VOCABULARY[form].parts[-1][0]
    assert verb in {lemma.name for lemma, _ in found.verbs}
    assert found.pronoun == pronoun


@pytest.mark.parametrize(("name", "code"), [("سيسي", "X"), ("راين", "J"), ("سالم", "J")])
def test_rare_forms_of_verbs_are_not_read_into_names(name, code):
    assert VOCABULARY[name].parts[-1][0].code == code

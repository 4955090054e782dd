"""Written words taken apart, and what the parts are: a row of letters of categories for each."""

from __future__ import annotations

import pytest

from timeline.syntax import analyse
from timeline.syntax.groups import noun_members
from timeline.syntax.units import units
from timeline.syntax.words import Vocabulary

VOCABULARY = Vocabulary()


def row(text: str) -> str:
    """The units of a text with their categories: «ب/p شمال/N العراق/M»."""
    return " ".join(f"{text[unit.start : unit.end]}/{unit.code}" for unit in units(text, (0, len(text)), VOCABULARY))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # prepositions that are nouns behind another preposition
        ("بشمال العراق", "ب/p شمال/N العراق/M"),
        ("شمال العراق", "شمال/p العراق/M"),
        ("بنتيجة اللقاء", "ب/p نتيجة/N اللقاء/L"),
        ("لمدة سنة", "ل/p مدة/N سنة/N"),
        # «about» before a number, a preposition before anything else
        ("نحو مئة مسلح", "نحو/g مئة/Z مسلح/E"),
        ("بنحو 200 قذيفة", "ب/p نحو/g 200/Z قذيفة/N"),
        ("نحو المطار", "نحو/p المطار/L"),
        # ك without an article
        ("كجزء من العملية", "ك/p جزء/N من/p العملية/L"),
        ("كبير المفتشين", "كبير/E المفتشين/S"),
        # a short name behind a preposition
        ("وصل بمصر", "وصل/V ب/p مصر/M"),
        # و before an alef with a hamza is «and»
        ("وأحد الأطباء", "و/c أحد/W الأطباء/S"),
        ("واحد منهم", "واحد/E منهم/k"),
        ("فؤاد", "فؤاد/J"),
        # every pronoun behind a preposition
        ("منهن", "منهن/k"), ("بحوزته", "بحوزته/k"), ("عليكم", "عليكم/k"),
        # marks tell one from the other
        ("بيّن الوزير أن", "بيّن/V الوزير/S أن/t"),
        ("بين الوزير", "بين/p الوزير/S"),
        ("آلية عسكرية", "آلية/E عسكرية/E"),
        ("إليه", "إليه/k"),
    ],
)  # fmt: skip
def test_a_text_is_these_units(text, parts):
    assert row(text) == parts


@pytest.mark.parametrize(
    ("surface", "verbs"), [("قدّم", {"قدّم"}), ("قدم", {"قدّم", "قدم"}), ("حذّر", {"حذّر"}), ("سلّم", {"سلّم"})]
)
def test_a_written_shadda_tells_verbs_apart(surface, verbs):
    form = VOCABULARY[surface].parts[-1][0]
    assert {lemma.name for lemma, _ in form.verbs} == verbs


def test_a_noun_with_a_pronoun_gives_way_to_a_verb_of_the_same_letters():
    form = VOCABULARY["شكك"].parts[-1][0]
    assert form.code == "V"
    assert form.pronoun == ""


@pytest.mark.parametrize("surface", ["و", "ف", "ب", "ل", "ك", "أ", "ال", "وال", "بب", "كك"])
def test_the_shortest_words_are_taken_apart_too(surface):
    assert VOCABULARY[surface].parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("اللواء الركن قاسم", "اللواء الركن/S قاسم/N"),
        ("والقائم بالأعمال", "و/c القائم بالأعمال/S"),
        ("الفريق أول ركن عبد الغني", "الفريق أول ركن/S عبد/H الغني/F"),
        # a wish is no unit, nor are the signs around it
        ("الملك عبد الله، حفظه الله، الوزير", "الملك عبد الله/M الوزير/S"),
        ("الملك (رعاه الله) الوزير", "الملك/S الوزير/S"),
    ],
)
def test_titles_and_wishes_of_several_words(text, parts):
    assert row(text) == parts


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("النائب محمد صادق على القانون", "النائب محمد"),
        ("اللواء الركن قاسم المحمدي إن العملية انتهت", "اللواء الركن قاسم المحمدي"),
        ("عبد الباقي الكرمي زار القرية", "عبد الباقي الكرمي"),
        ("السكان نجم عن تفجير", "السكان"),
        ("مقتل واحد من الرهائن", "مقتل واحد"),
    ],
)
def test_where_a_group_ends(text, group):
    found = units(text, (0, len(text)), VOCABULARY)
    _, last = noun_members(found, 0, 0)
    assert text[: found[last].end] == group


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("و3 جنود", "و/c 3/Z جنود/H"),
        ("الـ15", "الـ15/Z"),
        ("لايزال", "لا/n يزال/V"),
        ("لCNN", "ل/p CNN/X"),
        ("مازالت", "ما/R زالت/V"),
        ("كهذا الهجوم", "ك/p هذا/d الهجوم/L"),
        ("بداخلها", "ب/p داخلها/P"),
        ("أهمها", "أهمها/P"),
        ("أعرفه", "أعرفه/V"),
        ("#الاتحاد_الأوروبي", "الاتحاد_الأوروبي/M"),
        ("أيضاً", "أيضاً/a"),
        ("وبين أن", "و/c بين/V أن/t"),
        ("المقاهي العربية", "المقاهي/L العربية/B"),
        # adjectives before participles of the same form; an adjective of several words is one
        ("صواريخ متوسطة المدى", "صواريخ/N متوسطة المدى/A"),
        ("منطقة خالية", "منطقة/N خالية/A"),
        ("طائرة بدون طيار إسرائيلية", "طائرة/E بدون طيار/A إسرائيلية/E"),
        ("مروحية تابعة للجيش", "مروحية/N تابعة/E ل/p لجيش/S"),
    ],
)
def test_small_words_and_adjectives(text, parts):
    assert row(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قذائف نارية", "قذائف/N نارية/A"),
        ("مشروع استيطاني", "مشروع/E استيطاني/E"),
        ("الاتفاق الخلافي", "الاتفاق/L الخلافي/Y"),
        ("معركة محسومة", "معركة/N محسومة/A"),
        # not where the word is a dual of what is counted, another word with «و», or a name
        ("ملياري دولار", "ملياري/N دولار/N"),
        ("وداعيا إلى", "و/c داعيا/T إلى/p"),
        ("المعموري", "المعموري/Y"),
    ],
)
def test_adjectives_by_their_shape(text, parts):
    assert row(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قال رياض النوري", "قال/V رياض/J النوري/Y"),
        ("رياض الأطفال", "رياض/X الأطفال/S"),
        ("اتفاق سلام عادل", "اتفاق/N سلام/N عادل/A"),
        ("تيسير الأمور", "تيسير/N الأمور/L"),
        ("أعلن عبدالرقيب", "أعلن/V عبدالرقيب/J"),
    ],
)
def test_a_common_word_that_is_a_given_name_besides(text, parts):
    assert row(text) == parts


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("تعرض الجندي لإطلاق نار", "تعرّض"),
        ("تعرض الحكومة الخطة على البرلمان", "عرض"),
        ("تحدث الوزير عن الأزمة", "تحدّث"),
        ("تمكن الجنود من الفرار", "تمكّن"),
        ("تقدم الوزارة مساعدات", "قدّم"),
        ("تقدم الجيش نحو المدينة", "تقدّم"),
        ("حذر الوزير من الخطر", "حذّر"),
    ],
)
def test_verbs_of_one_spelling_are_told_apart_by_their_company(text, verb):
    (tree,) = analyse(text)
    (predicate,) = (node for node in tree.nodes if node.entry is not None and node.entry[0].part == "verb")
    assert predicate.entry[0].name == verb

"""Say it and read it back: a meaning is written in Arabic at random, and reading gives the meaning again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.testing import (
    CONSTRUCTIONS,
    SURROUNDINGS,
    Phrase,
    misread,
    no_dates,
    respell,
    said,
    spellings,
)
from timeline.testing import words as lexical

TUESDAY = dt.date(2024, 12, 3)
NOTHING = {None: (("", ""),)}


def read(one):
    return [
        (e.start_char, e.end_char, e.type, e.value, e.intervals, e.role, e.modifier)
        for e in timeline.find(one.text, reference=one.reference)
    ]


def meant(one):
    phrase = one.phrase
    return [(one.start_char, one.end_char, phrase.type, phrase.value, phrase.intervals, phrase.role, phrase.modifier)]


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_what_is_said_is_read_back(construction):
    @given(said(construction))
    def property_of(one):
        assert read(one) == meant(one), one.text

    property_of()


@given(said("days", "hijri days", "nights", "deictic days", "windows", reference=TUESDAY, surroundings=NOTHING))
def test_an_expression_alone_is_parsed_whole(one):
    alone = timeline.parse(one.text, reference=TUESDAY)
    assert (alone.start_char, alone.end_char) == (one.start_char, one.end_char)
    assert alone.intervals == one.phrase.intervals


def test_strategies_accept_constructions_of_ones_own():
    def feasts(reference, direction):
        return st.just(Phrase("عيد العمال", "DATE", "2024-05-01", (timeline.Interval("2024-05-01", "2024-05-02"),)))

    # Only clauses of the past: «عيد العمال» ahead would be next year's.
    @given(said(feasts, reference=TUESDAY, surroundings={"past": SURROUNDINGS["past"]}))
    def of_the_past(one):
        assert read(one) == meant(one)

    of_the_past()


@given(spellings(), st.sampled_from([name for names in lexical.month_names().values() for name in names]))
def test_spellings_change_letters_and_never_the_folded_word(spelling, name):
    from timeline.text.fold import Folded

    assert Folded(respell(name, spelling)).words == Folded(name).words


def test_every_month_has_a_name_in_the_four_regions():
    assert all(lexical.month_names("egyptian").values())
    assert all(lexical.month_names("levantine").values())
    assert lexical.month_names("levantine")[12][0] == "كانون الأول"
    assert "غشت" in lexical.month_names("moroccan")[8]


@pytest.mark.parametrize(
    ("number", "noun", "written_out", "digits"),
    [
        (1, "day", "يوم", "يوم"),
        (2, "day", "يومين", "يومين"),
        (3, "day", "ثلاثة أيام", "3 أيام"),
        (10, "hour", "عشر ساعات", "10 ساعات"),
        (11, "day", "أحد عشر يوما", "11 يوما"),
        (12, "night", "اثنتي عشرة ليلة", "12 ليلة"),
        (15, "month", "خمسة عشر شهرا", "15 شهرا"),
        (21, "day", "واحد وعشرين يوما", "21 يوما"),
        (24, "hour", "أربع وعشرين ساعة", "24 ساعة"),
        (99, "week", "تسعة وتسعين أسبوعا", "99 أسبوعا"),
        (100, "day", "100 يوم", "100 يوم"),
        (103, "day", "103 أيام", "103 أيام"),
    ],
)
def test_numbers_agree_with_what_they_count(number, noun, written_out, digits):
    unit = lexical.counted_units()[noun][0]
    assert lexical.quantity(number, unit, words=True) == written_out
    assert lexical.quantity(number, unit, words=False) == digits


@pytest.mark.parametrize(
    ("year", "gender", "expected"),
    [
        (2024, "masculine", "ألفين وأربعة وعشرين"),
        (2011, "feminine", "ألفين وإحدى عشرة"),
        (1973, "masculine", "ألف وتسعمئة وثلاثة وسبعين"),
        (2000, "masculine", "ألفين"),
        (1902, "masculine", "ألف وتسعمئة واثنين"),
    ],
)
def test_years_in_words(year, gender, expected):
    assert lexical.year_words(year, gender) == expected


# ---- tables of phrases -----------------------------------------------------------------------------------------------

TABLE = {
    "2024-12-07,2024-12-08": ["السابع والثامن من ديسمبر الجاري", "7 و8 كانون الأول الجاري", "يومي 7 و8 دجنبر الجاري"],
    "2024-12-02": ["أمس", "أمس الاثنين", "الاثنين"],
}


def test_a_table_of_phrases_is_run():
    assert misread(TABLE, reference=TUESDAY, silent=["القرار 2254", "المادتان السابعة والثامنة"]) == []


def test_a_table_names_what_is_misread():
    wrong = misread(
        {"2024-12-04": ["أمس", "اجتماع الخميس", "كرسي"]}, reference=TUESDAY, silent=["بحلول الخميس"], sentence=None
    )
    assert len(wrong) == 4
    assert "2024-12-02" in wrong[0]
    assert "اجتماع" in wrong[1]
    assert "كرسي" in wrong[2]
    assert "expected nothing" in wrong[3]


@given(no_dates())
def test_nothing_is_read_where_no_date_is(sentence):
    assert timeline.find(sentence, reference=TUESDAY) == []

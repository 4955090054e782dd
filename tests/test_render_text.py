"""Text on its way to the reader: direction, escaping, wrapping, plurals, dates in words."""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
from importlib.resources import files

import babel.dates
import babel.plural
import pytest
from attrs import evolve
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.model import Event, EventType
from timeline.render.bidi import clean, direction_of, escape, isolate, line, paragraph, shorten, wrap
from timeline.render.hover import kind_text
from timeline.render.saying import intervals_text, when_text
from timeline.render.words import OptionError, Words, interface, plural_form
from timeline.resolve.expression import Denotation, TimeExpression
from timeline.values.interval import Interval

AR = Words()
EN = Words("en")
DIRECTION_CONTROLS = {chr(code) for code in (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


@given(st.text())
def test_clean_text_can_be_written_and_turns_nothing_around(text):
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not DIRECTION_CONTROLS & set(cleaned)
    assert not any(unicodedata.category(letter) == "Cc" for letter in cleaned)
    assert clean(cleaned) == cleaned


@given(st.text())
def test_a_line_holds_no_markup_and_one_isolate(text):
    drawn = line(text)
    assert not set("<>\"'$") & set(drawn)
    assert drawn[0] in "\u2066\u2067"
    assert drawn[-1] == "\u2069"
    assert not DIRECTION_CONTROLS & set(drawn[1:-1])


@pytest.mark.parametrize(
    ("text", "direction"),
    [("SANA: هدوء في حلب", "rtl"), ("AFP", "ltr"), ("«2254»", "ltr"), ("حلب", "rtl"), ("", "ltr"), ("ﻻ", "rtl")],
)
def test_a_line_with_arabic_letters_is_read_from_the_right(text, direction):
    assert direction_of(text) == direction


@given(st.text(alphabet="ابج د", max_size=200), st.integers(3, 40))
def test_wrapping_loses_nothing(text, width):
    lines = wrap(text, width)
    assert all(len(part) <= width for part in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_wrapping_keeps_words_whole_and_says_that_it_cut():
    assert wrap("واحد اثنان ثلاثة أربعة", 12) == ["واحد اثنان", "ثلاثة أربعة"]
    assert wrap("واحد اثنان ثلاثة أربعة خمسة", 12, most=2) == ["واحد اثنان", "ثلاثة أربعة…"]
    assert shorten("قصير", 10) == "قصير"
    assert shorten("كلمات كثيرة لا مكان لها", 14) == "كلمات كثيرة…"


def test_every_line_of_a_paragraph_is_isolated_by_itself():
    lines = paragraph("واحد اثنان ثلاثة أربعة", 12).split("<br>")
    assert len(lines) == 2
    assert all(part[0] == "\u2067" and part[-1] == "\u2069" for part in lines)
    assert isolate("2024-12-07") == "\u20662024-12-07\u2069"


def test_escaping_leaves_plotly_no_entity_that_it_does_not_know():
    assert escape("""<b a="1" b='2'>&$""") == "&lt;b a=&#34;1&#34; b=&#39;2&#39;&gt;&amp;&#36;"


def test_plurals_are_those_of_cldr():
    rule = Locale("ar").plural_form
    names = ["zero", "one", "two", "few", "many", "other"]
    for number in [*range(330), 1000, 1002, 1003, 1011, 1100, 10_000]:
        assert names[plural_form(number)] == rule(number), number


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (7, "7 أحداث"),
        (21, "21 حدثًا"),
        (100, "100 حدث"),
        (103, "103 أحداث"),
    ],
)
def test_events_are_counted_in_arabic(number, said):
    assert AR.count("events", number) == said


def test_month_and_day_names_are_those_of_cldr():
    months = interface()["months"]
    assert months["en"] == list(babel.dates.get_month_names("wide", locale="en").values())
    english = babel.dates.get_day_names("wide", locale="en")
    assert interface()["weekdays"]["en"] == [english[day] for day in range(7)]

    def plain(name):
        return name.replace("إ", "ا").replace("أ", "ا").replace("آ", "ا")

    # CLDR writes الإثنين and, in the Levant, الأول without its hamza in places: compared without hamza seats
    arabic = babel.dates.get_day_names("wide", locale="ar")
    days = [plain(arabic[day]) for day in range(7)]
    assert [plain(AR.weekday(day)) for day in range(7)] == days
    for family, locale in (("egyptian", "ar_EG"), ("levantine", "ar_SY"), ("maghrebi", "ar_DZ"), ("moroccan", "ar_MA")):
        names = [plain(name) for name in babel.dates.get_month_names("wide", locale=locale).values()]
        words = Words(month_names=family)
        assert [plain(words.month(month)) for month in range(1, 13)] == names, family


def test_hijri_names_are_those_of_the_calendar_in_cldr():
    # babel carries no Islamic months: the twelve of CLDR 48 for ar, «calendars/islamic/months/format/wide»
    said = "محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذو_القعدة ذو_الحجة"
    assert [AR.hijri_month(month) for month in range(1, 13)] == [name.replace("_", " ") for name in said.split()]
    assert EN.hijri_month(9) == "Ramadan"


DAYS = [
    ([("2024-11-29", "2024-11-30")], "الجمعة 29 نوفمبر/تشرين الثاني 2024"),
    ([("2024-12-07", "2024-12-08"), ("2024-12-08", "2024-12-09")], "من السبت 7 إلى الأحد 8 ديسمبر/كانون الأول 2024"),
    ([("2024-12-05", "2024-12-06"), ("2024-12-11", "2024-12-12")], "الخميس 5 والأربعاء 11 ديسمبر/كانون الأول 2024"),
    ([("2024-11-27", None)], "منذ الأربعاء 27 نوفمبر/تشرين الثاني 2024"),
    ([(None, "2024-12-06")], "حتى الخميس 5 ديسمبر/كانون الأول 2024"),
    ([("2024-12-01", "2025-01-01")], "ديسمبر/كانون الأول 2024"),
    ([("2024-11-01", "2025-01-01")], "من نوفمبر/تشرين الثاني إلى ديسمبر/كانون الأول 2024"),
    ([("2024-01-01", "2025-01-01")], "عام 2024"),
    ([("2011-01-01", "2025-01-01")], "من 2011 إلى 2024"),
    ([("2024-12-30", "2025-01-03")], "من الاثنين 30 ديسمبر/كانون الأول 2024 إلى الخميس 2 يناير/كانون الثاني 2025"),
    (
        [("2024-12-02T18:00:00", "2024-12-03T00:00:00")],
        "الاثنين 2 ديسمبر/كانون الأول 2024، من \u206618:00\u2069 إلى \u206624:00\u2069",
    ),
    ([], "بلا تاريخ"),
]


@pytest.mark.parametrize(("intervals", "said"), DAYS)
def test_intervals_in_words(intervals, said):
    assert intervals_text([Interval(*ends) for ends in intervals], AR) == said


def event(when, modifier=None, source="stated"):
    intervals = tuple(Interval(*ends) for ends in when)
    time = TimeExpression("", 0, 0, Denotation("DATE", "", None, intervals, modifier=modifier))
    return Event(id="e", type=EventType.MEETING, subtype="visit", when=intervals, time=time, time_source=source)


def test_vagueness_and_days_of_printing_are_said():
    december, days = [("2024-12-01", "2025-01-01")], [("2024-12-01", "2024-12-04")]
    assert when_text(event(december, "START"), AR) == "أوائل ديسمبر/كانون الأول 2024"
    assert when_text(event(december, "END"), EN) == "late December 2024"
    assert when_text(event(days, "START"), AR).endswith("تقريبًا")
    assert "تاريخ النشر" in when_text(event([("2024-12-03", "2024-12-04")], source="document"), AR)


def test_settings_of_words():
    assert Words(month_names="levantine").month(12) == "كانون الأول"
    assert Words(month_names="maghrebi").month(1) == "جانفي"
    assert Words(digits="arab").number(2024) == "٢٠٢٤"
    assert intervals_text([Interval.day(dt.date(2024, 12, 3))], EN) == "Tue 3 December 2024"
    for options in ({"language": "fr"}, {"month_names": "roman"}, {"digits": "persian"}):
        with pytest.raises(OptionError, match="is not known; one of"):
            Words(**options)


def test_both_languages_say_the_same_things():
    def keys(table, path=""):
        for key, value in table.items():
            yield from keys(value, f"{path}.{key}") if isinstance(value, dict) else [f"{path}.{key}"]

    assert sorted(keys(interface()["ar"])) == sorted(keys(interface()["en"]))


@pytest.mark.parametrize("table", ["meetings", "offensives", "statements"])
def test_every_kind_of_event_has_a_name(table):
    kinds = tomllib.loads((files("timeline.lexicon") / "ar" / "frames" / f"{table}.toml").read_text(encoding="utf-8"))
    stances = {kind["stance"] for kind in kinds.values() if "stance" in kind} - {"neutral"}
    for words in (AR, EN):
        assert set(kinds) - {"none"} | stances <= set(words.table["subtype"])


def test_a_kind_says_what_the_type_does_not():
    event = Event(id="a", type=EventType.MEETING, subtype="meeting", headline="")
    assert kind_text(event, AR) == "اجتماع"
    assert kind_text(evolve(event, subtype="summons"), AR) == "اجتماع: استدعاء سفير"
    said = evolve(event, type=EventType.STATEMENT, subtype="warn", stance="neutral")
    assert kind_text(said, AR) == "تصريح: تحذير"
    assert kind_text(evolve(said, subtype="appeal", stance="demand"), AR) == "تصريح: دعوة، مطالبة"

"""What the fuzzer of phrases found (tests/fuzz/phrases.py), kind by kind, each with what a careful reader makes of it.

A row: the words, the day on which they were printed, the TIMEX3 value, and the days, from the first (in) to the last
(out); without days the expression is left open. ``says`` is a part of a conflict or of the reason for being open.
Phrases in which nothing is to be found stand in `SILENT`.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Phrase:
    """One phrase as it is printed alone, and what it means."""

    words: str
    printed: str
    value: str
    days: tuple[str, ...] = ()
    says: str = ""


TUESDAY = "2024-12-03"
PHRASES = (
    # A season has no agreed length, a thousand years have.
    Phrase("قرابة الموسم", TUESDAY, "PXX"),
    Phrase("ثلث الموسم وربع السنة", TUESDAY, "PXX"),
    Phrase("ربع السنة وثلث الموسم", TUESDAY, "PXX"),
    Phrase("منذ قرابة الموسم", TUESDAY, "PAST_REF", says="how long that is, is not told"),
    Phrase("حوالي الألفية", TUESDAY, "P1000Y"),
    Phrase("نصف الألفية", TUESDAY, "P500Y"),
    Phrase("مرة في الموسم", TUESDAY, "PXX"),
    Phrase("مرتين في الألفية", TUESDAY, "P1000Y"),
    # A fraction of what nothing smaller divides, and amounts of one letter.
    Phrase("ثلث ثانية", TUESDAY, "PT0.33S"),
    Phrase("نصف ليلة", TUESDAY, "P0.5D"),
    Phrase("قرن وسنتين", TUESDAY, "P102Y"),
    Phrase("قبل 24 ساعة ونصف الساعة", TUESDAY, "PAST_REF", says="hour of printing"),
    # Units too small or too large to be counted out of a period, and months of another calendar.
    Phrase("الثواني الست الأولى من الشهر", TUESDAY, "PT6S", says="not counted out"),
    Phrase("الساعات العشر الأولى من 2011", TUESDAY, "PT10H", says="not counted out"),
    Phrase("السنوات الثلاث الأولى من العام الماضي", TUESDAY, "P3Y", says="not counted out"),
    Phrase("الأشهر الثلاثة الأولى من عام 1446 هـ", TUESDAY, "P3M", says="no agreed bounds"),
    # A half of a Hijri year is so many of its days.
    Phrase("النصف الأول من عام 1446 هـ", TUESDAY, "2024-07-07/2024-12-30", ("2024-07-07..2024-12-31",)),
    Phrase("الربع الأول من الثمانينات", TUESDAY, "198", says="no agreed bounds"),
    Phrase("الثلث الثاني من مارس", TUESDAY, "2024-03", ("2024-03-11..2024-03-21",)),
    Phrase("الثلث الأول من عام 2019", TUESDAY, "2019-T1", ("2019-01-01..2019-05-01",)),
    # Weekdays: what is said behind them is said of the last; before the second, of the first.
    Phrase("السبت إلى الاثنين الجاري", TUESDAY, "2024-11-30/2024-12-02", ("2024-11-30..2024-12-03",)),
    Phrase("الأربعاء إلى الثلاثاء الجاري", TUESDAY, "2024-11-27/2024-12-03", ("2024-11-27..2024-12-04",)),
    Phrase("السبت إلى السبت الجاري", TUESDAY, "2024-11-30/2024-12-07", ("2024-11-30..2024-12-08",)),
    Phrase(
        "الأحد والخميس من الأسبوع الماضي",
        TUESDAY,
        "2024-11-24,2024-11-28",
        ("2024-11-24..2024-11-25", "2024-11-28..2024-11-29"),
    ),
    Phrase(
        "الخميس الجاري والاثنين",
        TUESDAY,
        "2024-12-05,2024-12-09",
        ("2024-12-05..2024-12-06", "2024-12-09..2024-12-10"),
    ),
    Phrase(
        "السبت الماضي والأحد",
        "2024-12-01",
        "2024-11-30,2024-12-01",
        ("2024-11-30..2024-12-01", "2024-12-01..2024-12-02"),
    ),
    Phrase("السبت والسبت", TUESDAY, "2024-11-30", ("2024-11-30..2024-12-01",), "told twice"),
    Phrase(
        "الخميس والأربعاء",
        TUESDAY,
        "2024-11-27,2024-11-28",
        ("2024-11-27..2024-11-28", "2024-11-28..2024-11-29"),
    ),
    Phrase(
        "الأحد والسبت من الأسبوع الماضي",
        TUESDAY,
        "2024-11-30,2024-12-01",
        ("2024-11-30..2024-12-01", "2024-12-01..2024-12-02"),
    ),
    Phrase(
        "الخميس الماضي والأربعاء",
        TUESDAY,
        "2024-11-28,2024-12-04",
        ("2024-11-28..2024-11-29", "2024-12-04..2024-12-05"),
    ),
    # Weekdays, each with its number, or the numbers behind them.
    Phrase(
        "السبت 7 والأحد 8 ديسمبر",
        TUESDAY,
        "2024-12-07,2024-12-08",
        ("2024-12-07..2024-12-08", "2024-12-08..2024-12-09"),
    ),
    Phrase(
        "الأحد 8 والسبت 7 ديسمبر",
        TUESDAY,
        "2024-12-07,2024-12-08",
        ("2024-12-07..2024-12-08", "2024-12-08..2024-12-09"),
    ),
    Phrase(
        "يومي السبت والأحد الموافقين 7 و8 ديسمبر",
        TUESDAY,
        "2024-12-07,2024-12-08",
        ("2024-12-07..2024-12-08", "2024-12-08..2024-12-09"),
    ),
    Phrase(
        "السبت 7 والأحد 9 ديسمبر",
        TUESDAY,
        "2024-12-07,2024-12-09",
        ("2024-12-07..2024-12-08", "2024-12-09..2024-12-10"),
        "not a Sunday as said",
    ),
    Phrase("السبت 30 والأحد 1 ديسمبر", TUESDAY, "XXXX-XX-30,XXXX-XX-01", says="not in order"),
    Phrase("بين السبت 7 والثلاثاء 10 ديسمبر", TUESDAY, "2024-12-07/2024-12-10", ("2024-12-07..2024-12-11",)),
    # Days of a month, told backwards, twice, or over the turn of a month that nobody names.
    Phrase(
        "سبعة عشر و2 و7 من صفر",
        TUESDAY,
        "2024-08-06,2024-08-11,2024-08-21",
        ("2024-08-06..2024-08-07", "2024-08-11..2024-08-12", "2024-08-21..2024-08-22"),
    ),
    Phrase(
        "9 و7 ديسمبر 2024",
        TUESDAY,
        "2024-12-07,2024-12-09",
        ("2024-12-07..2024-12-08", "2024-12-09..2024-12-10"),
    ),
    Phrase(
        "مساء 9 و7 ديسمبر 2024",
        TUESDAY,
        "2024-12-07TEV,2024-12-09TEV",
        ("2024-12-07..2024-12-08", "2024-12-09..2024-12-10"),
    ),
    Phrase("7 و7 ديسمبر 2024", TUESDAY, "2024-12-07", ("2024-12-07..2024-12-08",), "told twice"),
    Phrase("30 و1 ديسمبر", TUESDAY, "XXXX-XX-30,XXXX-XX-01", says="not in order"),
    Phrase("28 و3 من الجاري", TUESDAY, "XXXX-XX-28,XXXX-XX-03", says="not in order"),
    # Months in one order of time.
    Phrase("شهري مارس وأبريل", "2024-03-27", "2024-03,2024-04", ("2024-03-01..2024-04-01", "2024-04-01..2024-05-01")),
    Phrase("شهري مارس وأبريل", "2024-02-20", "2023-03,2023-04", ("2023-03-01..2023-04-01", "2023-04-01..2023-05-01")),
    Phrase("شهري مارس وأبريل", "2024-04-02", "2024-03,2024-04", ("2024-03-01..2024-04-01", "2024-04-01..2024-05-01")),
    Phrase("شهري يناير ويوليو", "2024-03-27", "2023-01,2023-07", ("2023-01-01..2023-02-01", "2023-07-01..2023-08-01")),
    Phrase("شهري ديسمبر ويناير", "2024-02-10", "2023-12,2024-01", ("2023-12-01..2024-01-01", "2024-01-01..2024-02-01")),
    Phrase("شهري ديسمبر ويناير", "2024-12-15", "2024-12,2025-01", ("2024-12-01..2025-01-01", "2025-01-01..2025-02-01")),
    Phrase(
        "شهري ديسمبر ويناير الجاري",
        "2025-01-05",
        "2024-12,2025-01",
        ("2024-12-01..2025-01-01", "2025-01-01..2025-02-01"),
    ),
    Phrase(
        "كانون الأول والثاني الماضيين",
        "2024-02-10",
        "2023-12,2024-01",
        ("2023-12-01..2024-01-01", "2024-01-01..2024-02-01"),
    ),
    Phrase(
        "مارس وأبريل المقبلين", "2024-03-27", "2025-03,2025-04", ("2025-03-01..2025-04-01", "2025-04-01..2025-05-01")
    ),
    Phrase("ديسمبر ويناير 2023", TUESDAY, "2022-12,2023-01", ("2022-12-01..2023-01-01", "2023-01-01..2023-02-01")),
    Phrase("يناير وديسمبر 2023", TUESDAY, "2023-01,2023-12", ("2023-01-01..2023-02-01", "2023-12-01..2024-01-01")),
    Phrase("أبريل ومارس 2023", TUESDAY, "2023-03,2023-04", ("2023-03-01..2023-04-01", "2023-04-01..2023-05-01")),
    Phrase("تشرين الثاني والأول", TUESDAY, "2024-10,2024-11", ("2024-10-01..2024-11-01", "2024-11-01..2024-12-01")),
    Phrase("مايو ومايو 2024", TUESDAY, "2024-05", ("2024-05-01..2024-06-01",), "told twice"),
    # Years.
    Phrase("سنتي 1894 و1653", TUESDAY, "1653,1894", ("1653-01-01..1654-01-01", "1894-01-01..1895-01-01")),
    Phrase("عامي 48 و47", TUESDAY, "1947,1948", ("1947-01-01..1948-01-01", "1948-01-01..1949-01-01")),
    Phrase("عامي 2012 و2012", TUESDAY, "2012", ("2012-01-01..2013-01-01",), "told twice"),
    Phrase(
        "عامي 1445 و1446 هـ",
        TUESDAY,
        "2023-07-19/2024-07-06,2024-07-07/2025-06-25",
        ("2023-07-19..2024-07-07", "2024-07-07..2025-06-26"),
    ),
    Phrase("مارس من عام 1446 هـ", TUESDAY, "XXXX-03", says="another era"),
    # The clock, on several days; the days off of other weeks.
    Phrase(
        "الساعة الثامنة من صباح السبت والأحد",
        TUESDAY,
        "2024-11-30T08:00,2024-12-01T08:00",
        ("2024-11-30..2024-12-01", "2024-12-01..2024-12-02"),
    ),
    Phrase("عطلة نهاية الأسبوع قبل الماضي", TUESDAY, "2024-W47-WE", ("2024-11-23..2024-11-25",)),
    Phrase("عطلة نهاية الأسبوع بعد المقبل", TUESDAY, "2024-W51-WE", ("2024-12-21..2024-12-23",)),
    # The ends of the calendar.
    Phrase("مارس المقبل", "9999-12-31", "XXXX-03", says="outside the years"),
    Phrase("8 فبراير عام 12", "0001-01-01", "XXXX-02-08", says="outside the years"),
    Phrase("سنتي 75 و53", "0001-01-01", "XXXX,XXXX", says="outside the years"),
    Phrase("30 من الشهر المقبل", "0001-01-01", "0001-02-30", says="no such day"),
    # A comparison with last year is no length.
    Phrase("أكثر من العام الماضي", TUESDAY, "2023", ("2023-01-01..2024-01-01",)),
    Phrase("حوالي الألفية الماضية", TUESDAY, "1", ("1000-01-01..2000-01-01",)),
)

#: Nothing is to be found in these.
SILENT = ("أكثر من الموسم الماضي", "آخر 0 أيام")

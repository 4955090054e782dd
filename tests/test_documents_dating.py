"""The day of printing, inferred from the article's own words: right where they say it, open where they do not."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from timeline.documents.dating import date_articles
from timeline.documents.model import Document
from timeline.documents.read import read, read_all
from timeline.documents.split import split
from timeline.values.interval import Interval


def dated(*texts):
    return date_articles([Document(text) for text in texts])


def test_a_weekday_a_month_and_the_year_pin_the_day():
    (article,) = dated(
        "التقى الوزيران، اليوم الخميس، للمرة الأولى منذ 4 مارس/آذار 2021.\n\n"
        "وقال الأول إن الزيارة المقررة في 20 أيار/مايو الجاري ستتم في موعدها.\n\n"
        "وكان حادث الحدود قد وقع في الثالث من مايو/أيار. وبعد أن كانت العلاقات سيئة في 2021، أصبحت اليوم طبيعية."
    )
    # In May 2022 the Thursdays after the third and before the twentieth are the fifth, twelfth and nineteenth.
    assert article.published is None
    assert article.published_range == Interval("2022-05-05", "2022-05-20")
    (article,) = dated(article.text.replace("20 أيار", "11 أيار"))
    assert article.published == dt.date(2022, 5, 5)
    assert article.published_range == Interval("2022-05-05", "2022-05-06")
    said = " ".join(article.published_reasons)
    assert "«اليوم الخميس» gives the weekday" in said
    assert "gives the month 5" in said
    assert "makes it 2022" in said
    assert "so 2022-05-05" in said


def test_a_full_date_in_the_first_paragraph_gives_the_year():
    (article,) = dated(
        "أعلنت الحكومة اليوم الثلاثاء أن الحظر الذي بدأ في 29 نوفمبر 2024 سيستمر.\n\nوينتهي الحظر في 5 ديسمبر الجاري."
    )
    assert article.published == dt.date(2024, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير اليوم الثلاثاء إن الاجتماع سيعقد في السابع من ديسمبر الجاري.",
        "قال الوزير اليوم الثلاثاء إن البلاد تنزف منذ اندلاع الحرب عام 2011.\n\nويجتمع المجلس في 7 ديسمبر الجاري.",
        "استقبل الوزير ضيفه.\n\nوكانت الدولتان قد فتحتا المعبر في 15 أكتوبر 2018. ويلتقي الوزيران في 8 ديسمبر الجاري.",
        "لا تاريخ في هذا النص.",
    ],
)
def test_a_year_that_is_not_told_is_not_guessed(text):
    (article,) = dated(text)
    assert article.published is None
    assert "which year is running is not told" in article.published_reasons
    assert article.published_range is None or article.published_range.end is None


def test_a_year_of_the_past_is_a_lower_bound():
    (article,) = dated("استقبل الوزير ضيفه.\n\nوكانت الدولتان قد فتحتا المعبر في 15 أكتوبر 2018.")
    assert article.published_range == Interval("2018-10-15", None)


def test_articles_of_one_compilation_date_each_other():
    first, second, third = dated(
        "وصل الوفد اليوم الأربعاء. وكان الاتفاق قد وُقّع في 3 يونيو 2019.",
        "يبدأ المؤتمر في 12 يونيو/حزيران الجاري.",
        "لا تاريخ في هذا النص.",
    )
    assert [article.published for article in (first, second, third)] == [dt.date(2019, 6, 5)] * 3
    assert first.published_range == Interval("2019-06-05", "2019-06-06")
    assert third.published_range.start < first.published_range.start
    assert any("in one compilation with an article of 2019-06-05" in reason for reason in third.published_reasons)


def test_what_is_dated_stays_and_dates_its_neighbours():
    given = Document("نص أول.", "2018-01-12")
    first, second = date_articles([given, Document("نص ثان.")])
    assert first is given
    assert second.published == dt.date(2018, 1, 12)


def test_a_weekday_that_fits_no_day_leaves_the_date_open():
    text = "أعلنت الحكومة اليوم {} الرابع من ديسمبر 2024 أن الحظر انتهى."
    right, wrong = dated(text.format("الأربعاء")), dated(text.format("الخميس"))
    assert right[0].published == dt.date(2024, 12, 4)
    assert wrong[0].published != dt.date(2024, 12, 4)


def test_no_seed_gets_a_wrong_date_when_its_own_is_taken_away():
    for document in read_all(Path(__file__).parents[1] / "seeds"):
        (article,) = date_articles([Document(document.text, title=document.title)])
        assert article.published in {None, document.published}
        if article.published_range is not None:
            assert document.published in article.published_range


@pytest.mark.skipif("TIMELINE_GOLD" not in os.environ, reason="TIMELINE_GOLD is not set: no annotated texts")
def test_the_articles_of_the_annotated_compilation(gold):
    seeds = gold.parent / "seeds"
    rows = [json.loads(line) for line in (gold / "seeds" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    compared = 0
    for name in sorted({row["doc"] for row in rows}):
        articles = date_articles(split(read(seeds / name)))
        if len(articles) == 1:
            continue
        for row in rows:
            if row["doc"] != name or row["basis"] == "boilerplate":
                continue
            start, end = row["spans"][0]
            (article,) = [each for each in articles if each.part_span[0] <= start and end <= each.part_span[1]]
            first, last = row["dct_range"]
            assert first <= article.published.isoformat() <= last
            compared += 1
    assert compared >= 8

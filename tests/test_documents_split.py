"""Compilations are split into their articles, and what stands beside a report is kept out of it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents.model import Document
from timeline.documents.split import split

AMMAN = """اجتمع رئيس الوزراء الأردني مع وفد من غرف التجارة في عمّان، وعرض عليهم خطة الحكومة للسنوات الثلاث المقبلة.

وقال الوفد إن الخطة طموحة، غير أن تمويلها يبقى مسألة مفتوحة لم تجب عنها الحكومة بعد."""
CAIRO = """أعلنت وزارة الري المصرية الأحد أن منسوب البحيرة ارتفع مترا واحدا عما كان عليه قبل عام في الفترة نفسها.

كما أوضحت الوزارة أن الفتحات ستبقى مغلقة إلى أن ينتهي الفيضان."""
RABAT = """الرباط ـ وصل وفد برلماني إسباني إلى العاصمة المغربية في زيارة تدوم ثلاثة أيام يلتقي فيها رؤساء اللجان.

وتتناول المحادثات الصيد البحري والهجرة."""
ID = "0123456789abcdef0123456789abcdef"


def reports(document):
    return [" ".join(article.report.split()) for article in split(document)]


def flat(text):
    return " ".join(text.split())


def test_one_article_stays_one():
    for text in (
        AMMAN,
        CAIRO,
        RABAT,
        AMMAN + "\n\n" + "وفي موضوع آخر، أكد رئيس الوزراء أن الأسعار لن ترتفع هذا الشتاء.",
    ):
        assert reports(Document(text)) == [flat(text)]


def test_ids_between_articles():
    text = f"{AMMAN}\n\n{ID}\n\n{CAIRO}\n\n{ID[::-1]}\n\n{RABAT}\n"
    assert reports(Document(text)) == [flat(AMMAN), flat(CAIRO), flat(RABAT)]


def test_headlines_between_articles():
    text = f"حكومة عمّان تعرض خطتها على التجار\n\n{AMMAN}\n\n----\n\nالبحيرة ترتفع مترا والفتحات مغلقة\n\n{CAIRO}"
    first, second = split(Document(text))
    assert first.title == "حكومة عمّان تعرض خطتها على التجار"
    assert second.title == "البحيرة ترتفع مترا والفتحات مغلقة"


def test_a_paragraph_told_twice_shows_that_there_are_several():
    repeated = "واتفقت الدولتان في الربيع على فتح معبر جديد بينهما للبضائع وحدها دون المسافرين."
    text = f"{AMMAN}\n\n{repeated}\n\n{CAIRO}\n\n{repeated}\n\n{RABAT}"
    assert len(split(Document(text))) == 3


def test_two_datelines_show_that_there_are_several():
    text = f"{RABAT}\n\nتونس - قررت السلطات التونسية تمديد العمل بالتوقيت الصيفي أسبوعا واحدا بعد شكاوى المدارس."
    assert len(split(Document(text))) == 2


def test_offsets_of_an_article_lead_back_to_the_whole():
    whole = Document(f"{AMMAN}\n\n{ID}\n\n{CAIRO}")
    for article in split(whole):
        start, end = article.part_span
        assert article.part_of == whole.id
        assert whole.text[start:end] == article.text


def test_a_report_with_a_title_of_its_own_is_one_article():
    assert len(split(Document(f"{AMMAN}\n\n{ID}\n\n{CAIRO}", title="عنوان"))) == 1


def test_what_is_known_of_the_whole_holds_for_its_articles():
    for article in split(Document(f"{AMMAN}\n\n{ID}\n\n{CAIRO}", "2024-12-03", "جريدة", url="https://example.org")):
        assert (str(article.published), article.source, article.url) == ("2024-12-03", "جريدة", "https://example.org")


FIRST, SECOND = AMMAN.split("\n\n")


@pytest.mark.parametrize(
    "aside",
    [
        "-\nأسعار الزيت ترتفع في الأسواق\n-\nلماذا يهاجر الأطباء؟",
        "–\nهجوم القراصنة على سفينة الحبوب",
        ID,
        "6fa459ea-ee8a-3ca4-894e-db77e160355e",
        "#عمان #الأردن #تجارة_خارجية",
        "https://example.org/news/1",
        "@example",
        "اقرأ أيضا: هجوم جديد على سوق الخضار",
        "إقرأ أيضاً\n\nهجوم جديد على سوق الخضار",
        "مواضيع ذات صلة:\nهجوم على سوق\nاجتماع في مقهى",
        "تابعونا على منصات التواصل",
        "عرض عليهم خطة الحكومة للسنوات الثلاث",
    ],
)
def test_what_stands_beside_a_report_is_blanked_and_moves_nothing(aside):
    text = f"{FIRST}\n{aside}\n{SECOND}"
    (article,) = split(Document(text))
    assert flat(article.report) == flat(f"{FIRST}\n{SECOND}")
    assert len(article.report) == len(article.text) == len(text)
    assert article.report.index(SECOND) == text.index(SECOND)


def test_a_tail_of_other_articles():
    tail = "شاهد أيضاً\n\nالقمة التي لم تنعقد.. من المسؤول؟\n\n"
    tail += "كتب المحرر في زاويته أن هجوم الصيف على الشواطئ بدأ مبكرا هذا العام …"
    (article,) = split(Document(f"{AMMAN}\n\n{tail}\n"))
    assert flat(article.report) == flat(AMMAN)


@pytest.mark.parametrize(
    "kept",
    [
        "وأضاف:",
        "«لن نتراجع»",
        "- قال الوزير إن الاجتماع انتهى.",
        "وصل 12 وزيرا إلى عمّان",
        "شاهد الوزير أيضا عرضا عسكريا.",
    ],
)
def test_what_belongs_to_the_report_stays(kept):
    (article,) = split(Document(f"{FIRST}\n\n{kept}\n\n{SECOND}"))
    assert article.boilerplate == ()


pieces = st.sampled_from(
    [FIRST, SECOND, CAIRO, RABAT, ID, "-", "عنوان قصير لخبر", "شاهد أيضا", "#وسم", "\u00a0", "", "----"]
) | st.text(max_size=30)


@given(st.lists(pieces, min_size=1, max_size=12).map("\n".join).filter(str.strip))
def test_articles_never_overlap_and_hold_their_boilerplate(text):
    articles = split(Document(text))
    places = [article.part_span for article in articles] if len(articles) > 1 else []
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    for article in articles:
        assert len(article.report) == len(article.text)
        edges = [edge for span in article.boilerplate for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(article.text) for edge in edges)

"""Whether an act happened: text -> (trigger, modality, whether it is only referred to)."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.tagger import find

DAY = dt.date(2024, 12, 3)


@pytest.mark.parametrize(
    ("text", "trigger", "modality", "background"),
    [
        # ahead: a day, an adjective, a clause
        ("يلتقي الرئيس نظيره الأسبوع المقبل في باريس", "يلتقي", "planned", False),
        ("أرجأ الطرفان اجتماعهما إلى الخميس", "اجتماعهما", "planned", False),
        ("تحدث الوزير عن القمة المقبلة في باريس", "القمة", "planned", False),
        # a present tense or a day of the past is no plan
        ("يلتقي الرئيس نظيره في باريس", "يلتقي", "asserted", False),
        ("التقى الرئيس نظيره الأسبوع الماضي في باريس", "التقى", "asserted", False),
        # negated
        ("لم ينجح الجيش في اقتحام البلدة", "اقتحام", "negated", False),
        ("لا لقاء مرتقبا بين الرئيسين", "لقاء", "negated", False),
        ("ألغى الرئيس زيارته إلى لندن", "زيارته", "negated", False),
        # what is refused is the comment, and the demand stands
        ("رفض الوزير التعليق على مطالبة نظيره بلقاء", "مطالبة", "asserted", True),
        # denied, and what is governed by what succeeds is not
        ("نفى الجيش أن يكون قد قصف القرية أمس", "قصف", "denied", True),
        ("نجح الجيش في اقتحام البلدة", "اقتحام", "asserted", False),
        # a reference stays as it is told, whatever governs it
        ("سيبحث الوزير الوضع بعد مقتل جنديين", "مقتل", "asserted", True),
        ("سيبحث الوزير الوضع بعد مقتل جنديين", "سيبحث", "planned", False),
        # conditions, at the head of the sentence and behind its verb
        ("إذا هاجمت القوات المدينة فسيرد الجيش", "هاجمت", "conditional", False),
        ("لو هاجم الجيش البلدة لسقطت", "هاجم", "conditional", False),
        ("في حال التوصل إلى اتفاق سيعقد الرئيسان قمة", "قمة", "conditional", False),
        ("إذا أضفت إلى ذلك مذبحة السوق ترى الصورة", "مذبحة", "asserted", False),
        # «خرج ليعلن» tells what was said
        ("خرج الضابط ليعلن سيطرة الجيش على المدينة", "يعلن", "asserted", False),
    ],
)
def test_modality(text: str, trigger: str, modality: str, *, background: bool) -> None:
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    found = {text[slice(*event.mentions[0].trigger)]: event for event in events}
    assert (found[trigger].modality.value, found[trigger].background) == (modality, background)

"""Every frame is read in its own example, by the engine, as its own kind."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.events.reading import read_acts
from timeline.events.valency import Frame, frames
from timeline.syntax import analyse
from timeline.tagger import find

DAY = dt.date(2024, 12, 3)
#: Frames that are not read in their own example yet, and why.
OPEN = {
    ("offensive", "اغتال"): "an indefinite accusative is read as a circumstance",
    ("offensive", "عمل قتالي"): "the plural is known as a word of its own only",
    ("offensive", "طوفان الأقصى"): "the elative is cut off as a participle",
    ("offensive", "أودى"): "«ب» is taken by the noun of violence before it",
    ("statement", "أرجع"): "«إلى» is taken by the noun before it",
    ("statement", "إدانة"): "the object of a verbal noun with a pronoun hangs on the verb",
}  # fmt: skip


SAID = [frame for frame in frames().all() if frame.example and frame.subtype != "none"]


@pytest.mark.parametrize("frame", SAID, ids=map(str, range(len(SAID))))
def test_frame_is_read_in_its_example(frame: Frame, request: pytest.FixtureRequest) -> None:
    if (frame.type.value, frame.name) in OPEN:
        request.applymarker(pytest.mark.xfail(strict=True, reason=OPEN[frame.type.value, frame.name]))
    expressions = list(find(frame.example, reference=DAY))
    acts = [act for tree in analyse(frame.example, expressions) for act in read_acts(tree, frames())]
    assert any(act.frame.type is frame.type and act.frame.subtype == frame.subtype for act in acts)


@pytest.mark.parametrize(
    ("text", "type_", "subtype"),
    [
        ("دارت اشتباكات وأدان المجلس إطلاق صواريخ على المدينة", "offensive", "shelling"),
        ("قصفت المدفعية حي الزهور فجر السبت", "offensive", "shelling"),
        ("أدانت الحكومة اغتيال القيادي السياسي", "offensive", "assassination"),
        ("أحكم المتمردون قبضتهم على الميناء أمس", "offensive", "seizure"),
    ],
)
def test_company(text: str, type_: str, subtype: str) -> None:
    """The further words of a frame stand with it by lemma; what makes a figure of speech agrees with the act."""
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    assert (type_, subtype) in [(event.type.value, event.subtype) for event in events]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("استشهد الوزير بتقرير المنظمة عن الفقر", ["statement"]),
        ("استشهد جندي برصاص قناص", ["offensive"]),
        ("تراجع المؤشر مع انسحاب مستثمرين من السوق", []),
        ("قاد اللاعب هجوم المنتخب في الشوط الثاني", []),
        ("تخوض المستشفيات حربا على العدوى", []),
        ("قابل الجمهور الفيلم بالتصفيق", []),
        ("عوقبت القائدة بعد اتهامها بجريمة قتل", []),
        ("نشرت الوكالة نص حوار مع صحيفة الأهرام", []),
        ("قابل الرئيس قائد الجيش", ["meeting"]),
        ("شن النائب هجوما لاذعا على الوزير", ["statement"]),
        ("شهدت الجلسة معركة حقيقية بين البائعين والمشترين", []),
    ],
)
def test_refused(text: str, kinds: list[str]) -> None:
    """What is of the wrong class refuses the frame: as subject, object, genitive, behind a preposition, lent."""
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    assert [event.type.value for event in events] == kinds

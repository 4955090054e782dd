"""Where an act was: text -> (trigger, places)."""

from __future__ import annotations

import datetime as dt

import pytest

from timeline.documents.model import Document
from timeline.events.engine import extract
from timeline.tagger import find

DAY = dt.date(2024, 12, 3)


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("قتل جنديان في بغداد بانفجار عبوة ناسفة", "قتل", ["بغداد"]),
        ("قصف الجيش بلدة تل رفعت", "قصف", ["تل رفعت"]),
        ("هاجم مسلحون منزل قاض في عدن", "هاجم", ["عدن"]),
        ("هاجم مسلحون حارسا داخل مبنى في بيشاور", "هاجم", ["بيشاور"]),
        ("هاجم مسلحون مواقع الجيش في الحديدة", "هاجم", ["الحديدة", "مواقع الجيش"]),
        ("سيطرت القوات على البلدات والقرى", "سيطرت", []),
        ("اجتمع الوزيران في منزلهما", "اجتمع", []),
        ("أدان الوزير في باريس الهجوم على القنصلية", "الهجوم", ["القنصلية"]),
        ("أدان الوزير في باريس الهجوم", "الهجوم", []),
        ("شهدت بيروت اجتماعا للوزراء", "اجتماعا", ["بيروت"]),
        ("أصيب جندي في انفجار غرب بغداد", "انفجار", ["بغداد"]),
        ("قصف الجيش مواقع في محافظتي إدلب وحماة", "قصف", ["إدلب", "حماة"]),
    ],
)
def test_places(text: str, trigger: str, places: list[str]) -> None:
    events = extract(Document(text, DAY), list(find(text, reference=DAY)))
    found = {text[slice(*event.mentions[0].trigger)]: [place.name for place in event.places] for event in events}
    assert found[trigger] == places

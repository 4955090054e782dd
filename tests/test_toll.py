"""How many were killed and hurt: read from the tree of the sentence."""

from __future__ import annotations

import pytest

from timeline.events.model import Toll
from timeline.events.toll import tolls
from timeline.syntax import analyse

CASES = [
    ("قتل 20 شخصا وأصيب ثلاثة وأربعون آخرون.", [(20, 20)], [(43, 43)]),
    ("سقط 12 قتيلا و30 جريحا.", [(12, 12)], [(30, 30)]),
    ("قتل شخصان.", [(2, 2)], []),
    ("قتلت الغارة عشرين مدنيا على الأقل.", [(20, None)], []),
    ("قتل الجيش 15 مسلحا.", [(15, 15)], []),
    ("ارتفعت حصيلة القتلى إلى 57 قتيلا.", [(57, 57)], []),
    ("مقتل أكثر من 40 مدنيا وإصابة العشرات في قصف.", [(40, None)], [(20, None)]),
    ("أسفر التفجير عن مقتل خمسة جنود.", [(5, 5)], []),
    ("أعلنت الوزارة مقتل 1,200 شخص.", [(1200, 1200)], []),
    ("قتل مئة وخمسة عشر شخصا.", [(115, 115)], []),
    ("قتل أحد عشر جنديا.", [(11, 11)], []),
    ("قتل أحد الجنود وأصيب عشرة آخرون.", [(1, 1)], [(10, 10)]),
    ("أدت الحرب إلى مقتل أكثر من 350 ألفا.", [(350_000, None)], []),
    ("قتل في الحرب ألفا شخص.", [(2000, 2000)], []),
    ("قتل نحو نصف مليون شخص في الحرب.", [(500_000, 500_000)], []),
    ("قتل مليون ومئتا ألف شخص.", [(1_200_000, 1_200_000)], []),
    ("لقي 27 طفلا حتفهم برصاص مسلحين.", [(27, 27)], []),
    ("قتيل سقط في حي يسكنه 20", [], []),  # the number is not his
    # counted, and nobody is killed
    ("التقى 20 وزيرا في العاصمة.", [], []),
    ("قتل الجندي قبل 3 أيام.", [], []),
    ("قصف الجيش 12 قرية.", [], []),
]


@pytest.mark.parametrize(("text", "dead", "wounded"), CASES)
def test_tolls(text, dead, wounded):
    (tree,) = analyse(text)
    assert tolls(tree, "dead") == tuple(Toll(*each) for each in dead)
    assert tolls(tree, "wounded") == tuple(Toll(*each) for each in wounded)

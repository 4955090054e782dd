"""A visit of several days is one act, whichever of its days a report gives; other visits stay apart."""

import pytest

import timeline


def told(*reports):
    documents = [
        timeline.Document(text, day, source=outlet, id=f"{outlet}{at}")
        for at, (day, outlet, text) in enumerate(reports)
    ]
    return documents, [event for event in timeline.build(documents) if event.subtype == "visit"]


ONE_JOURNEY = (
    ("2019-05-06", "ا", "وصل إلى واشنطن يوم الاثنين الرئيس الفرنسي إيمانويل ماكرون في زيارة عمل."),
    ("2019-05-07", "ب", "زار الرئيس الفرنسي إيمانويل ماكرون واشنطن اليوم الثلاثاء."),
    ("2019-05-08", "ج", "زار الرئيس الفرنسي إيمانويل ماكرون الولايات المتحدة الأربعاء."),
)


def test_days_of_one_journey_are_one_visit():
    _, (visit,) = told(*ONE_JOURNEY)
    assert [str(each) for each in visit.when] == ["[2019-05-06, 2019-05-09)"]
    assert len(visit.tellings) == 3


@pytest.mark.parametrize("order", [(2, 0, 1), (1, 2, 0)])
def test_whatever_the_order_and_division(order):
    documents, _ = told(*ONE_JOURNEY)
    whole = timeline.build(documents)
    assert timeline.build([documents[at] for at in order]) == whole
    assert timeline.build(documents[:1]) | timeline.build(documents[1:]) == whole


@pytest.mark.parametrize(
    "other",
    [
        ("2019-05-10", "ب", "زار الرئيس الفرنسي إيمانويل ماكرون واشنطن اليوم الجمعة."),  # four days later
        ("2019-05-07", "ب", "زارت المستشارة الألمانية أنغيلا ميركل واشنطن اليوم الثلاثاء."),  # somebody else
        ("2019-05-07", "ب", "زار الرئيس الفرنسي إيمانويل ماكرون برلين اليوم الثلاثاء."),  # another state
    ],
)
def test_other_visits_stay_apart(other):
    _, visits = told(ONE_JOURNEY[0], other)
    assert len(visits) == 2

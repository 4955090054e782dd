"""Corrections by hand: what each does, in any order; what is in doubt is told; a difference written and applied."""

import datetime as dt
import pickle
import random
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import CorrectionError, Document, EventType, Interval, Modality, Timeline, TimelineWarning
from timeline.chronology.corrections.applying import apply
from timeline.chronology.corrections.files import dump, read

few = settings(max_examples=60, deadline=None)

NORTH = Document(
    "شنت طائرات روسية غارات على سوق في مدينة إدلب الثلاثاء. "
    "والتقى وزير الخارجية التركي هاكان فيدان نظيره الأردني أيمن الصفدي في أنقرة الاثنين. "
    "واستهدفت مسيرة إسرائيلية سيارة في بلدة القصير الأحد.",
    "2024-12-04", "صحيفة الشمال", "غارات على إدلب",
)  # fmt: skip
GULF = Document(
    "قصفت طائرات روسية مدينة إدلب الثلاثاء. وقال مصدر إن القوات قصفت حماة الأربعاء.",
    "2024-12-05", "وكالة الخليج", "تصعيد",
)  # fmt: skip
EAST = Document("التقى هاكان فيدان وأيمن الصفدي في أنقرة يوم الاثنين 2 ديسمبر.", "2024-12-05", "صحيفة المشرق")

RAID, MEETING, QUSAYR, HAMA = (
    "غارات على سوق",
    "التقى وزير الخارجية التركي",
    "مسيرة إسرائيلية القصير",
    "القوات قصفت حماة",
)


@pytest.fixture(scope="module")
def read_so():
    return timeline.build([NORTH, GULF])


def apply_to(chronology, *rows):
    """The timeline, and for each conflict its kind and the number of its correction."""
    given_rows = read(rows)
    made, conflicts = apply(chronology, given_rows)
    return made, [(each.kind, list(given_rows).index(each.correction)) for each in conflicts]


def corrected(chronology, *rows):
    made, conflicts = apply_to(chronology, *rows)
    assert conflicts == []
    return made


def said(event):
    who = frozenset((each.name, each.role) for each in event.actors)
    where = frozenset((each.name, each.role) for each in event.places)
    return (event.id, event.when, event.type, event.subtype, event.stance, event.modality, who, where, event.codes,
            event.headline, event.headline_en, frozenset(event.mentions))  # fmt: skip


def telling(chronology, quote, trigger=None):
    """The event that a sentence tells."""
    (found,) = {
        event.id: event
        for event in chronology
        for mention in event.mentions
        if quote in (text := chronology.documents[mention.document].text)[slice(*mention.sentence)]
        and (trigger is None or text[slice(*mention.trigger)] == trigger)
    }.values()
    return found


# ---- what each does


def test_a_dropped_event_is_gone_and_nothing_else(read_so):
    made = corrected(read_so, {"do": "drop", "quote": MEETING})
    assert [event for event in read_so if event not in made] == [telling(read_so, "التقى وزير")]
    assert list(made) == [event for event in read_so if event in made]


def test_a_day_is_fixed(read_so):
    made = corrected(read_so, {"do": "fix", "quote": RAID, "date": "2024-12-02/2024-12-03"})
    raid = telling(made, "غارات على سوق")
    assert raid.when == (Interval("2024-12-02", "2024-12-04"),)
    assert (raid.time, raid.time_source) == (None, "corrected")
    assert raid in made.only(time_source="corrected")
    assert raid.id == telling(read_so, "غارات على سوق").id
    assert [each.when for each in raid.tellings] == [each.when for each in telling(read_so, "غارات على سوق").tellings]


def test_days_in_words_count_from_the_reference_or_from_the_day_of_printing(read_so):
    printed = corrected(read_so, {"do": "fix", "quote": HAMA, "trigger": "قصفت", "date": "أول أمس"})
    assert telling(printed, "حماة", "قصفت").when == (Interval("2024-12-03", "2024-12-04"),)
    given_one = {"do": "fix", "quote": HAMA, "trigger": "قصفت", "date": "أمس", "reference": "2024-12-02"}
    assert telling(corrected(read_so, given_one), "حماة", "قصفت").when == (Interval("2024-12-01", "2024-12-02"),)
    assert telling(corrected(read_so, given_one | {"date": "unknown", "reference": ""}), "حماة", "قصفت").when == ()


def test_roles_and_places_are_fixed_as_whole_lists(read_so):
    rows = {"do": "fix", "quote": QUSAYR, "agent": ["القوات الإيرانية", "سوريا"], "target": [], "location": ["سراقب"]}
    qusayr = telling(corrected(read_so, rows), "القصير")
    assert [(each.name, each.role) for each in qusayr.actors] == [("القوات الإيرانية", "agent"), ("سوريا", "agent")]
    assert [(each.country, each.code) for each in qusayr.actors] == [("IRN", "IRNMIL"), ("SYR", "SYRGOV")]
    assert [(each.name, each.country) for each in qusayr.places] == [("سراقب", "SYR")]
    assert "سراقب" in qusayr.headline
    meeting = telling(corrected(read_so, {"do": "fix", "quote": MEETING, "participant": ["هاكان فيدان"]}), "التقى وزير")
    kept = next(each for each in telling(read_so, "التقى وزير").actors if each.name == "هاكان فيدان")
    assert list(meeting.actors) == [kept]  # with its place in the text


def test_kind_status_and_line_are_fixed(read_so):
    rows = {"do": "fix", "quote": MEETING, "subtype": "phone", "modality": "planned", "headline": "خط بيدي"}
    meeting = telling(corrected(read_so, rows), "التقى وزير")
    assert (meeting.subtype, meeting.modality, meeting.headline) == ("phone", Modality.PLANNED, "خط بيدي")
    assert meeting.codes != telling(read_so, "التقى وزير").codes
    attack = telling(corrected(read_so, {"do": "fix", "quote": MEETING, "type": "offensive"}), "التقى وزير")
    assert (attack.type, attack.subtype, attack.stance) == (EventType.OFFENSIVE, "assault", None)
    assert attack.headline != telling(read_so, "التقى وزير").headline


def test_no_two_events_have_one_line_after_a_fix(read_so):
    names = [each.name for each in telling(read_so, "التقى وزير").actors]
    rows = {"do": "fix", "quote": QUSAYR, "type": "meeting", "participant": names, "agent": [], "target": [],
            "location": ["أنقرة"]}  # fmt: skip
    lines = [event.headline for event in corrected(read_so, rows)]
    assert len(set(lines)) == len(lines)


def test_what_is_no_one_event_is_split(read_so):
    before = telling(read_so, "غارات على سوق")
    assert len(before.mentions) == 2
    made = corrected(read_so, {"do": "split", "quote": "قصفت طائرات روسية مدينة إدلب"})
    one, other = telling(made, "غارات على سوق"), telling(made, "قصفت طائرات روسية")
    assert len(made) == len(read_so) + 1
    assert {*one.mentions, *other.mentions} == set(before.mentions)
    assert len(one.mentions) == len(other.mentions) == 1
    assert one.id != other.id
    assert one.id == before.id  # printed first


def test_one_report_that_tells_an_act_twice_can_be_split():
    text = (
        "التقى هاكان فيدان نظيره أيمن الصفدي في أنقرة الاثنين. وكان هاكان فيدان قد التقى أيمن الصفدي في أنقرة الاثنين."
    )
    chronology = timeline.build([Document(text, "2024-12-04")])
    (event,) = chronology.only(type="meeting")
    assert len(event.mentions) == 2
    made = corrected(chronology, {"do": "split", "quote": "وكان هاكان فيدان قد التقى"},
                     {"do": "fix", "quote": "وكان هاكان فيدان قد التقى", "date": "2024-11-25"})  # fmt: skip
    first, second = made.only(type="meeting")
    assert first.when == (Interval("2024-11-25", "2024-11-26"),)
    assert second.when == event.when
    assert {*first.mentions, *second.mentions} == set(event.mentions)


def test_what_is_one_event_is_merged(read_so):
    made = corrected(read_so, {"do": "merge", "quote": RAID, "with": ["استهدفت مسيرة إسرائيلية سيارة"]})
    event = telling(made, "غارات على سوق")
    assert telling(made, "القصير") == event
    assert len(made) == len(read_so) - 1
    assert len(event.tellings) == 3
    assert event.id in (telling(read_so, "غارات على سوق").id, telling(read_so, "القصير").id)
    assert (
        telling(corrected(read_so, {"do": "merge", "quote": RAID, "with": [telling(read_so, "القصير").id]}), "القصير")
        == event
    )


ADD = {
    "do": "add", "quote": "وصل وزير الخارجية المصري بدر عبد العاطي إلى عمان الجمعة.", "trigger": "وصل",
    "type": "meeting", "subtype": "visit", "date": "الجمعة", "participant": ["بدر عبد العاطي"], "destination": ["عمان"],
    "source": "وكالة الأنباء", "published": "2024-12-07", "url": "https://news.example/amman",
}  # fmt: skip


def test_an_event_is_added_with_its_source(read_so):
    made = corrected(read_so, ADD)
    event = telling(made, "وصل وزير")
    report = made.documents[event.mentions[0].document]
    assert (report.source, report.published, report.url) == ("وكالة الأنباء", dt.date(2024, 12, 7), ADD["url"])
    assert event.when == (Interval("2024-12-06", "2024-12-07"),)
    assert event.sources == ("وكالة الأنباء",)
    assert [(each.name, each.role) for each in event.actors] == [("بدر عبد العاطي", "participant")]
    for named in (*event.actors, *event.places):
        assert report.text[named.start_char : named.end_char] == named.text
    assert report.text[slice(*event.mentions[0].trigger)] == "وصل"
    assert event.headline
    assert event in made.only(source="وكالة الأنباء")
    assert made.figure()
    assert ADD["url"] in made.to_html()


def test_an_event_whose_sentence_is_in_a_report_is_added_there(read_so):
    row = {"do": "add", "quote": "استهدفت مسيرة إسرائيلية", "trigger": "سيارة", "type": "statement"}
    event = next(each for each in corrected(read_so, row) if each.corrected)
    assert [mention.document for mention in event.mentions] == [NORTH.id]
    assert event.sources == ("صحيفة الشمال",)
    assert set(corrected(read_so, row).documents) == set(read_so.documents)


# ---- which event is meant


@pytest.mark.parametrize(
    "quote",
    [
        "والتقى وزير الخارجية التركي هاكان فيدان نظيره الأردني أيمن الصفدي في أنقرة الاثنين.",
        "التقى وزير الخارجية التركي، هاكان فيدان، نظيره «الأردني» أيمن الصفدى",
        "  التقى   هاكان\u00a0فيدان أيمن الصفدي ",
        "فيدان الصفدي انقره",
    ],
)
def test_an_event_is_meant_by_words_of_its_sentence_in_any_spelling(quote, read_so):
    made = corrected(read_so, {"do": "drop", "quote": quote})
    assert telling(read_so, "التقى وزير") not in made


def test_a_correction_outlives_another_version_of_the_report(read_so):
    rows = [{"do": "fix", "quote": RAID, "date": "2024-12-02"}, {"do": "drop", "quote": "قال مصدر", "trigger": "قال"}]
    text = "متابعات\n\n" + NORTH.text.replace("سوق في", "سوق للخضار في").replace(" ", "  ")
    other = timeline.build([Document(text, "2024-12-04", "الشمال", "عنوان آخر"), GULF])
    made = corrected(other, *rows)
    assert telling(made, "للخضار").when == (Interval("2024-12-02", "2024-12-03"),)
    assert len(made) == len(other) - 1


@pytest.mark.parametrize(
    "more",
    [
        {"trigger": "قال"},
        {"trigger": "وقال"},
        {"day": "2024-12-05"},
        {"id": "$"},
        {"trigger": "قال", "source": "الخليج"},
    ],
    ids=str,
)
def test_what_fits_two_is_told_apart_by_trigger_day_or_id(more, read_so):
    statement = telling(read_so, "حماة", "قال")
    row = {"do": "drop", "quote": HAMA}
    assert apply_to(read_so, row)[1] == [("ambiguous", 0)]
    more = {key: statement.id if value == "$" else value for key, value in more.items()}
    assert statement not in corrected(read_so, row | more)


def test_copies_are_told_apart_by_their_source():
    text = "قصفت المدفعية البلدة."
    chronology = timeline.build([Document(text, "2024-12-04", outlet) for outlet in ("صحيفة الشمال", "وكالة الخليج")])
    row = {"do": "drop", "quote": text}
    assert len(chronology) == 2
    assert apply_to(chronology, row)[1] == [("ambiguous", 0)]
    (left,) = corrected(chronology, row | {"source": "الخليج"})
    assert left.sources == ("صحيفة الشمال",)


# ---- what is in doubt


def test_what_fits_nothing_is_told_with_the_nearest_sentence(read_so):
    with pytest.warns(TimelineWarning, match="fits no event; the nearest sentence is «والتقى وزير الخارجية التركي"):
        made = read_so.corrected([{"do": "drop", "quote": "التقى وزير الخارجية التركي فيدان نظيره المصري"}])
    assert made == read_so


def test_what_fits_several_is_told_with_what_tells_them_apart(read_so):
    with pytest.warns(TimelineWarning, match=r"fits 3 events: «.*«قال» \[2024-12-05, 2024-12-06\) وكالة الخليج"):
        made = read_so.corrected([{"do": "drop", "quote": "قصفت"}])
    assert made == read_so


def fix(**said):
    return {"do": "fix", "quote": RAID, **said}


SAME_RAID = "قصفت طائرات روسية مدينة إدلب"
TWICE = ["contradiction"] * 2
DOUBTFUL = {
    "two days": ([fix(date="2024-12-01"), fix(date="2024-12-02")], TWICE),
    "two statuses": ([fix(modality="denied"), fix(modality="planned")], TWICE),
    "dropped and fixed": ([fix(date="2024-12-01"), {"do": "drop", "quote": RAID}], TWICE),
    "split and merged": ([{"do": "split", "quote": RAID}, {"do": "merge", "quote": RAID, "with": [SAME_RAID]}], TWICE),
    "so already": ([{"do": "fix", "quote": MEETING, "date": "2024-12-02", "modality": "asserted"}], ["unchanged"]),
    "one already": ([{"do": "merge", "quote": RAID, "with": [SAME_RAID]}], ["unchanged"]),
    "alone already": ([{"do": "split", "quote": MEETING}], ["unchanged"]),
    "read already": ([{"do": "add", "quote": "التقى وزير الخارجية التركي", "type": "meeting"}], ["unchanged"]),
    "merged with nothing": ([{"do": "merge", "quote": RAID, "with": ["لا أحد"]}], ["unmatched"]),
    "added without a source": ([{"do": "add", "quote": "عاد الوزير", "type": "meeting"}], ["unreadable"]),
    "added without its trigger": ([ADD | {"trigger": "عاد"}], ["unreadable"]),
    "no day to count from": ([ADD | {"published": ""}], ["unreadable"]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "kinds"), DOUBTFUL.values(), ids=list(DOUBTFUL))
def test_what_is_in_doubt_is_told_and_not_done(rows, kinds, read_so):
    made, conflicts = apply_to(read_so, *rows)
    assert [kind for kind, _ in conflicts] == kinds
    assert made == read_so
    back, again = apply_to(read_so, *rows[::-1])
    assert [kind for kind, _ in again] == kinds
    assert back == read_so


def test_two_that_agree_are_applied_and_a_third_part_is_its_own(read_so):
    rows = [{"do": "fix", "quote": RAID, "date": "2024-12-01", "modality": "possible"},
            {"do": "fix", "quote": "قصفت طائرات روسية مدينة إدلب", "date": "1 ديسمبر 2024"},
            {"do": "fix", "quote": RAID, "modality": "denied"}]  # fmt: skip
    made, conflicts = apply_to(read_so, *rows)
    raid = telling(made, "غارات على سوق")
    assert conflicts == [("contradiction", 0), ("contradiction", 2)]
    assert (raid.when, raid.modality) == ((Interval("2024-12-01", "2024-12-02"),), Modality.ASSERTED)


def test_the_same_twice_adds_once(read_so):
    made, conflicts = apply_to(read_so, ADD, ADD)
    assert [kind for kind, _ in conflicts] == ["unchanged"]
    assert len(made) == len(read_so) + 1


def test_conflicts_are_raised_or_given_to_a_function(read_so):
    rows = [{"do": "drop", "quote": "لا أحد"}, {"do": "split", "quote": MEETING}]
    with pytest.raises(CorrectionError, match=r"correction 1: drop «لا أحد»: fits no event"):
        read_so.corrected(rows, on_conflict="raise")
    told = []
    assert read_so.corrected(rows, on_conflict=told.append) == read_so
    assert [type(each) for each in told] == [CorrectionError] * 2


# ---- as a whole

ROWS = [
    {"do": "fix", "quote": RAID, "date": "2024-12-02", "note": "كما في الطبعة الثانية"},
    {"do": "fix", "quote": RAID, "modality": "possible"},
    {"do": "split", "quote": "قصفت طائرات روسية مدينة إدلب"},
    {"do": "merge", "quote": QUSAYR, "with": ["قصفت طائرات روسية مدينة إدلب"]},
    {"do": "fix", "quote": QUSAYR, "agent": ["روسيا"]},
    {"do": "drop", "quote": "قال مصدر", "trigger": "قال"},
    {"do": "fix", "quote": MEETING, "subtype": "phone", "location": []},
    ADD,
]


@few
@given(st.permutations(ROWS))
def test_the_order_of_corrections_does_not_matter(read_so, rows):
    assert list(map(said, corrected(read_so, *rows))) == list(map(said, corrected(read_so, *ROWS)))


def test_a_corrected_event_says_so(read_so, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(dump(read(ROWS)), encoding="utf-8")
    made = timeline.build([NORTH, GULF], corrections=path)
    raid = telling(made, "غارات على سوق")
    line = "date: [2024-12-03, 2024-12-04) → [2024-12-02, 2024-12-03) (mine.toml:1: كما في الطبعة الثانية)"
    assert f"corrected by hand: {line}" in raid.explain()
    assert line in str(made.explain(raid, language="en"))
    assert "corrected by hand" in raid.explain_html()
    assert "corrected by hand" not in telling(read_so, "غارات على سوق").explain()
    changed = [event for event in made if event.corrected]
    assert len(changed) == 4
    assert Timeline.from_json(made.to_json()) == made
    assert [event.corrected for event in Timeline.from_json(made.to_json())] == [event.corrected for event in made]
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_build_reads_corrections_before_reports(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("do,quote\nerase,قصفت\n", encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"mine.csv:2: do = 'erase'"):
        timeline.build(tmp_path / "no such folder", corrections=path)
    told = []
    timeline.build([NORTH], corrections=[{"do": "drop", "quote": "لا أحد"}], on_error=told.append)
    assert [type(each) for each in told] == [CorrectionError]


def test_what_is_merged_is_read_afresh_and_says_so(read_so):
    made = corrected(read_so, *ROWS)
    more = timeline.build([EAST])
    with pytest.warns(TimelineWarning, match="4 events corrected by hand are read afresh"):
        both = made | more
    assert not [event for event in both if event.corrected]
    dropped = telling(read_so, "حماة", "قال")
    assert set(map(said, both)) == {each for each in map(said, read_so | more) if each[0] != dropped.id}


def test_a_corrected_event_is_among_those_that_sum_up(read_so):
    made = corrected(
        read_so, {"do": "fix", "quote": RAID, "date": "2024-11-20", "agent": ["تركيا"], "location": ["حلب"]}
    )
    assert telling(made, "غارات على سوق") in made.summarize(3)


# ---- a difference, written and applied


def roundtrip(before, after):
    text = before.diff(after).to_corrections()
    return before.corrected(tomllib.loads(text).get("correction", []), on_conflict="raise")


def test_a_difference_of_nothing_is_an_empty_file(read_so):
    assert read_so.diff(read_so).to_corrections() == ""


@few
@given(st.lists(st.sampled_from(ROWS), unique_by=str))
def test_a_difference_written_and_applied_gives_the_same(read_so, rows):
    after, _ = apply_to(read_so, *rows)
    assert list(map(said, roundtrip(read_so, after))) == list(map(said, after))


@few
@given(st.randoms(use_true_random=False))
def test_any_grouping_can_be_written(read_so, chance):
    quotes = [" ".join(read_so.documents[mention.document].text[slice(*mention.sentence)].split())
              for event in read_so for mention in event.mentions]  # fmt: skip
    rows = [{"do": chance.choice(["split", "drop"]), "quote": each} for each in chance.sample(quotes, 2)]
    rows += [{"do": "merge", "quote": chance.choice(quotes), "with": [chance.choice(quotes)]} for _ in range(2)]
    after, _ = apply_to(read_so, *rows)
    assert list(map(said, roundtrip(read_so, after))) == list(map(said, after))


def test_a_difference_is_written_as_a_table_too(read_so, tmp_path):
    after = corrected(read_so, *ROWS)
    read_so.diff(after).to_corrections(tmp_path / "d.csv")
    again = read_so.corrected(tmp_path / "d.csv", on_conflict="raise")
    assert list(map(said, again)) == list(map(said, after))


def test_what_no_correction_can_say_is_told():
    reports = [Document("قصفت المدفعية البلدة.", "2024-12-04", outlet) for outlet in ("الشمال", "الخليج")]
    before = timeline.build(reports)
    after = Timeline([before[0], *timeline.build([NORTH])], reports)
    with pytest.warns(TimelineWarning, match="it is told by no report"):
        text = before.diff(after).to_corrections()
    assert text.count("drop") == 1


STATES, TOWNS = ["روسية", "تركية"], ["إدلب", "حماة", "حلب", "سراقب", "دوما", "عفرين"]


def test_a_thousand_corrections_of_many_reports_are_found():
    chance = random.Random(3)
    texts = [
        f"قصفت طائرات {chance.choice(STATES)} مدينة {chance.choice(TOWNS)} في {n % 28 + 1} نوفمبر رقم {n}."
        for n in range(1000)
    ]
    reports = [Document("\n".join(texts[n : n + 50]), "2024-12-04", f"صحيفة {n}") for n in range(0, 1000, 50)]
    chronology = timeline.build(reports)
    rows = [{"do": "drop", "quote": f"قصفت طائرات رقم {n}"} for n in range(0, 1000, 2)]
    made, conflicts = apply(chronology, read(rows))
    assert {each.kind for each in conflicts} <= {"contradiction"}
    told = {
        chronology.documents[each.document].text[slice(*each.sentence)] for event in made for each in event.mentions
    }
    assert not told & set(texts[::2])


def test_a_long_sentence_is_quoted_by_its_beginning():
    text = "قصفت طائرات روسية مدينة إدلب " + "ثم المدينة " * 400 + "مجددا."
    before = timeline.build([Document(text, "2024-12-04")])
    assert len(before) == 1
    assert roundtrip(before, before[:0]) == before[:0]

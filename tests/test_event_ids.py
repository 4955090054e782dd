"""Ids of events: what the sentence says and nothing else, one for each event, and what a further report changes."""

import datetime as dt
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_timelines import hostile, small, synthetic

import timeline
from timeline import Document, Timeline
from timeline.chronology.ids import bare
from timeline.errors import OptionError

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
few = settings(max_examples=60, deadline=None)

SENTENCES = [
    "شنت طائرات روسية غارات على بلدة سراقب في ريف إدلب صباح الثلاثاء.",
    "والتقى وزير الخارجية التركي هاكان فيدان نظيره الأردني أيمن الصفدي في أنقرة الاثنين.",
    "وقال المتحدث باسم الخارجية القطرية ماجد الأنصاري إن الدوحة تستضيف محادثات في 12 ديسمبر/كانون الأول.",
    "ومن المقرر أن يزور الرئيس الإيراني مسعود بزشكيان موسكو الخميس المقبل.",
    "وقُتل خمسة مدنيين في قصف مدفعي لقوات النظام على مدينة أريحا أمس.",
    "وأجرى وزير الخارجية المصري بدر عبد العاطي اتصالين هاتفيين بنظيريه العراقي فؤاد حسين والسعودي فيصل بن فرحان.",
]
SPACES = [" ", "  ", "\u00a0", "\t", " \u200f", "\u2009"]


def ids(found):
    return [each.id for each in found]


def read(text, published="2024-12-04", **known):
    return timeline.extract(Document(text, published, **known))


reports = st.lists(st.sampled_from(SENTENCES), min_size=1, unique=True)
maybe = st.none() | st.text(max_size=12)


# ---- what changes nothing


@few
@given(reports, maybe, maybe, maybe, st.dates(dt.date(1990, 1, 1)))
def test_what_is_known_about_a_report_changes_no_id(sentences, title, source, url, day):
    text = "\n".join(sentences)
    assert ids(read(text)) == ids(read(text, day, title=title, source=source, url=url, id="else"))
    assert ids(read(text)) == ids(read(text, None))


@few
@given(reports, st.sampled_from(["", " ", "\n", "متابعات\n", "خاص بالجريدة\n\n", "لم يصدر تعليق بعد.\n"]))
def test_what_stands_in_front_changes_no_id(sentences, line):
    text = "\n".join(sentences)
    assert ids(read(line + text)) == ids(read(text))


@few
@given(reports, st.sampled_from(SPACES), st.sampled_from(["\n", "\r\n", "\n\n", " \n "]))
def test_the_spelling_of_white_space_changes_no_id(sentences, space, end):
    spelled = end.join(sentence.replace(" ", space) for sentence in sentences)
    assert ids(read(spelled)) == ids(read("\n".join(sentences)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("التقى هاكان فيدان نظيره أيمن الصفدي في أنقرة.", "التقى هاكان فيدان، نظيره «أيمن الصفدي»، في أنقرة"),
        ("قصفت طائرات روسية مدينة إدلب في 3 ديسمبر.", "قصفت طائرات روسيّة مدينة ادلب في ٣ ديسمبر."),
        ("قصفت طائرات روسية مدينة إدلب.", "قصفـت طائرات روسيه مدينة إدلب!"),
    ],
)  # fmt: skip
def test_signs_and_spellings_change_no_id(one, other):
    assert ids(read(one)) == ids(read(other)) != []


def test_what_else_a_report_tells_changes_no_id():
    alone = [ids(read(sentence)) for sentence in SENTENCES]
    assert ids(read("\n".join(SENTENCES))) == list(itertools.chain(*alone))


def test_an_id_is_short_and_always_the_same():
    assert ids(read(SENTENCES[0])) == ["2eeaa85f2cfc"]
    code = (
        f"import timeline; print([e.id for e in timeline.extract(timeline.Document({SENTENCES[4]!r}, '2024-12-04'))])"
    )
    for seed in ("0", "7"):
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
        assert ran.stdout.strip() == str(ids(read(SENTENCES[4])))


# ---- what changes it


def test_other_words_have_another_id():
    assert ids(read("قصفت طائرات روسية مدينة إدلب.")) != ids(read("قصفت طائرات تركية مدينة إدلب."))
    assert ids(read("قصفت طائرات روسية مدينة إدلب.")) != ids(read("قصفت طائرات روسية مدينة إدلب مجددا."))


def test_two_acts_of_one_sentence_have_ids_of_their_own():
    found = read("قصفت طائرات روسية مدينة إدلب ثم قصفت طائرات روسية بلدة سراقب.")
    assert len(found) == len(set(ids(found))) == 2


def test_calls_with_two_partners_have_ids_of_their_own():
    found = read(SENTENCES[5])
    assert len(found) == len(set(ids(found))) == 2
    assert {each.mentions[0].trigger for each in found} == {found[0].mentions[0].trigger}


def test_the_same_sentence_twice_in_a_report_is_told_apart_by_its_place():
    sentence = "وتتعرض المدينة لقصف مدفعي."
    once, twice = read(sentence), read(f"{sentence}\nوسقطت قذائف على المدينة.\n{sentence}")
    assert ids(once)[0] in ids(twice)
    assert len(twice) == len(set(ids(twice)))


# ---- one id, one event


@pytest.mark.parametrize(
    "made",
    [small, hostile, lambda: synthetic(300), lambda: timeline.build([SEEDS])],
    ids=["small", "hostile", "synthetic", "seeds"],
)
def test_no_two_events_have_one_id(made):
    assert len(set(ids(made()))) == len(made())


AGENCY = "شنت طائرات روسية غارات على بلدة سراقب الثلاثاء. وقال مصدر إن القصف تواصل ليلا."


def test_an_agency_text_in_two_newspapers_is_one_event_told_twice():
    copies = [Document(AGENCY, "2024-12-04", outlet) for outlet in ("صحيفة الشمال", "صحيفة المشرق")]
    chronology = timeline.build(copies)
    raid = chronology.only(subtype="airstrike")
    assert len(raid) == 1
    assert {mention.document for mention in raid[0].mentions} == {copy.id for copy in copies}
    assert ids(raid) == [each.id for each in read(AGENCY) if each.subtype == "airstrike"]
    assert len(set(ids(chronology))) == len(chronology)
    told = [mention for event in chronology for mention in event.mentions]
    assert len(told) == 2 * len(read(AGENCY))  # nothing is lost, joined or not


def test_copies_are_told_apart_where_a_timeline_is_made_of_events():
    copies = [Document(AGENCY, "2024-12-04", outlet) for outlet in ("صحيفة الشمال", "صحيفة المشرق")]
    events = [event for copy in copies for event in timeline.extract(copy)]
    chronology = Timeline(events, copies)
    assert len(chronology) == len(events)
    assert len(set(ids(chronology))) == len(events)
    assert Timeline(events[::-1], copies) == chronology
    assert Timeline([*events, *events], copies) == chronology


DAILY = "التقى وزير الخارجية التركي هاكان فيدان نظيره الأردني أيمن الصفدي اليوم."


def test_the_same_words_on_another_day_are_another_event():
    may, june, july = (Document(DAILY, f"2024-{month:02}-12") for month in (5, 6, 7))
    (own,) = ids(read(DAILY))
    assert ids(timeline.build([may])) == ids(timeline.build([june])) == [own]
    assert ids(timeline.build([june, may])) == [own, f"{own}-20240612"]
    assert ids(timeline.build([july, june, may])) == [own, f"{own}-20240612", f"{own}-20240712"]
    assert timeline.build([may, june]) | timeline.build([july]) == timeline.build([may, june, july])
    assert [bare(each) for each in ids(timeline.build([june, may]))] == [own, own]


def test_the_same_words_without_a_day_are_numbered():
    reports = [Document(f"{DAILY} {more}") for more in ("وغادر.", "وعاد.")]
    with pytest.warns(timeline.TimelineWarning, match="no publication date"):
        found = sorted(ids(timeline.build(reports)))
    assert found == [found[0], f"{found[0]}-2"]


# ---- a further report


TELLINGS = [
    ("2024-12-03", "الشمال", "شنت طائرات روسية غارات على مدينة إدلب الثلاثاء."),
    (
        "2024-12-04",
        "المشرق",
        "وكانت طائرات روسية قد شنت غارات جوية على سوق في مدينة إدلب الثلاثاء أوقعت قتلى من المدنيين.",
    ),
    ("2024-12-04", "الخليج", "قصفت طائرات روسية مدينة إدلب شمال غربي سوريا يوم الثلاثاء."),
    ("2024-12-05", "الوكالة", "وقتل سبعة مدنيين في غارات روسية على مدينة إدلب الثلاثاء الماضي."),
    ("2024-12-06", "البلد", "غارات روسية على مدينة إدلب في 3 ديسمبر."),
]


def test_a_report_printed_later_leaves_the_id_of_an_event():
    documents = [Document(text, day, outlet) for day, outlet, text in TELLINGS]
    (first,) = ids(timeline.build(documents[:1]).only(type="offensive", where=lambda event: not event.background))
    for count in range(1, len(documents) + 1):
        assert first in timeline.build(documents[:count])
    whole = timeline.build(documents)
    assert whole.event(first).id == first
    assert len(whole.event(first).tellings) > 2


@few
@given(st.permutations(range(len(TELLINGS))), st.integers(1, len(TELLINGS)))
def test_an_id_finds_its_event_whatever_joins_it(order, count):
    documents = [Document(text, day, outlet) for day, outlet, text in (TELLINGS[number] for number in order)]
    before, after = timeline.build(documents[:count]), timeline.build(documents)
    for event in before:
        assert event.id in after
        places = {(each.document, each.trigger) for each in after.event(event.id).mentions}
        assert places & {(each.document, each.trigger) for each in event.mentions}


def test_an_id_that_was_never_given_finds_nothing():
    chronology = timeline.build(SEEDS)
    assert "0" * 12 not in chronology
    assert 7 not in chronology
    with pytest.raises(OptionError, match="000000000000"):
        chronology.event("0" * 12)


def test_another_title_and_source_of_all_reports_keep_all_ids():
    documents = list(timeline.build(SEEDS).documents.values())
    renamed = [evolve(each, id="", title=f"خبر {number}", source=each.source and f"ناقل {each.source}", url=None)
               for number, each in enumerate(documents)]  # fmt: skip
    assert set(ids(timeline.build(documents))) == set(ids(timeline.build(renamed)))


def test_a_difference_knows_the_event_of_a_report_with_another_title():
    one, other = (timeline.build([Document(DAILY, "2024-05-12", title=title)]) for title in ("لقاء", "اجتماع"))
    assert not one.diff(other)
    assert one.diff(other).same == 1


def test_a_difference_does_not_take_the_same_words_of_another_day_for_one_event_first():
    may, june = Document(DAILY, "2024-05-12"), Document(DAILY, "2024-06-12")
    both, later = timeline.build([may, june]), timeline.build([june])
    difference = both.diff(later)
    assert difference.same == 1
    assert [event.when for event in difference.dropped] == [timeline.build([may])[0].when]

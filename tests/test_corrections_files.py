"""Files of corrections: what may stand in them, what is said of mistakes, and that they read back as written."""

import csv
import datetime as dt
import io
import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline import CorrectionError, DateError
from timeline.chronology.corrections.days import days_of, written
from timeline.chronology.corrections.files import LARGEST, MOST, dump, read
from timeline.chronology.corrections.model import ACCEPTED, LISTS, Correction
from timeline.values.interval import Interval

few = settings(max_examples=100, deadline=None)

GOOD = """\
# checked against the printed issue
[[correction]]
do = "fix"
quote = "شنت طائرات غارات على سوق"
date = 2024-12-02
agent = ["روسيا", "الجيش السوري"]
target = []
note = "as the agency corrected it"

[[correction]]
do = "drop"
quote = "قال مصدر"
trigger = "قال"
"""


def file(folder, text, name="corrections.toml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_says_what_is_so(tmp_path):
    fix, drop = read(file(tmp_path, GOOD))
    assert (fix.do, fix.date, fix.note) == ("fix", "2024-12-02", "as the agency corrected it")
    assert dict(fix.named) == {"agent": ("روسيا", "الجيش السوري"), "target": ()}
    assert (drop.do, drop.trigger) == ("drop", "قال")
    assert (fix.stands, drop.stands) == ("corrections.toml:2", "corrections.toml:10")


def test_a_table_says_the_same(tmp_path):
    rows = [
        ["do", "quote", "date", "agent", "target", "trigger", "note"],
        [
            "fix",
            "شنت طائرات غارات على سوق",
            "2024-12-02",
            "روسيا | الجيش السوري",
            "[]",
            "",
            "as the agency corrected it",
        ],
        ["", "", "", "", "", "", ""],
        ["drop", "قال مصدر", "", "", "", "قال", ""],
    ]
    for name, delimiter, head in (("a.csv", ",", ""), ("b.csv", ";", "\ufeff"), ("c.tsv", "\t", "\ufeff")):
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter).writerows(rows)
        found = read(file(tmp_path, head + out.getvalue(), name))
        assert found == read(file(tmp_path, GOOD))
        assert [each.stands for each in found] == [f"{name}:2", f"{name}:4"]


def test_an_empty_file_corrects_nothing(tmp_path):
    assert read(file(tmp_path, "")) == read(file(tmp_path, "", "a.csv")) == read([]) == ()
    assert read(file(tmp_path, "[settings]\nweek_start = 6\n")) == ()


def test_one_value_needs_no_list():
    (fix,) = read([{"do": "fix", "quote": "قصفت", "agent": "روسيا"}])
    assert dict(fix.named) == {"agent": ("روسيا",)}


FIX = '[[correction]]\ndo = "fix"\nquote = "قصفت"\n'
MISTAKES = [
    ('[[correction]]\nquote = "قصفت"\n', r"c.toml:1: no do; accepted are drop, merge, split, fix, add"),
    ('[[correction]]\n\ndo = "delete"\n', r"c.toml:3: do = 'delete'; accepted are drop, merge"),
    (FIX + 'agnet = ["روسيا"]\n', r"c.toml:4: 'agnet' is not accepted for fix; accepted are do, note, quote.*agent"),
    (FIX.replace("fix", "drop") + 'date = "2024"\n', r"c.toml:4: 'date' is not accepted for drop"),
    (FIX, r"c.toml:1: a fix without a value; accepted are date"),
    (FIX + 'date = "gestern"\n', r"c.toml:4: date: 'gestern' is no date here.*2024-12-04.*unknown"),
    (FIX + 'date = "2024-02-30"\n', r"c.toml:4: date: .*2024-02-30"),
    (FIX + 'date = "2024-12-04T18:00"\n', r"c.toml:4: date: .*one moment"),
    (FIX + 'date = "2024-12-04T18:00/2024-12-04T10:00"\n', r"c.toml:4: date: .*end after"),
    (FIX + 'reference = "2024-12-04"\nheadline = "خبر"\n', r"c.toml:4: a reference without a date"),
    (FIX + 'modality = "true"\n', r"c.toml:4: modality = 'true'; accepted are asserted, conditional"),
    (FIX + 'type = "battle"\n', r"c.toml:4: type = 'battle'; accepted are meeting, offensive, statement"),
    (FIX + 'subtype = "battle"\n', r"c.toml:4: subtype = 'battle'; accepted are .*airstrike"),
    (FIX + 'type = "meeting"\nsubtype = "airstrike"\n', r"c.toml:5: airstrike is a kind of offensive, not of meeting"),
    (FIX + "headline = 7\n", r"c.toml:4: headline = 7; it has to be a text in quotes"),
    (FIX + "agent = [7]\n", r"c.toml:4: agent = \[7\]; it has to be a list of texts"),
    (FIX + f'headline = "{"خ" * 2001}"\n', r"c.toml:4: headline has 2001 characters; at most 2000"),
    (FIX + f"agent = {[str(n) for n in range(51)]}\n", r"c.toml:4: agent has 51 entries; at most 50"),
    ('[[correction]]\ndo = "drop"\n', r"c.toml:1: no quote; it has to give words"),
    ('[[correction]]\ndo = "drop"\nquote = "…!"\n', r"c.toml:3: no quote"),
    ('[[correction]]\ndo = "merge"\nquote = "قصفت"\n', r"c.toml:1: no with; a merge needs"),
    ('[[correction]]\ndo = "add"\nquote = "قصفت"\n', r"c.toml:1: no type; an event to be added needs"),
    ('[[correction]]\ndo = "drop"\nquote = "قصفت"\nday = "الثلاثاء"\n', r"c.toml:4: day: 'الثلاثاء'"),
    ("[correction]\ndo = 'drop'\n", r"c.toml: correction has to be written \[\[correction\]\]"),
    ("corrections = [{do = 'drop'}]\n", r"c.toml: 'corrections' is not accepted; each .* \[\[correction\]\]"),
    ("[[correction]\n", r"c.toml: no TOML: .*line 1"),
    ("x = " + "[" * 5000, r"c.toml: no TOML"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES, ids=[str(number) for number in range(len(MISTAKES))])
def test_a_mistake_is_told_with_its_line_and_with_what_would_be_accepted(text, said, tmp_path):
    with pytest.raises(CorrectionError, match=said):
        read(file(tmp_path, text, "c.toml"))


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path):
    with pytest.raises(CorrectionError) as raised:
        read(file(tmp_path, FIX + FIX + 'type = "battle"\n', "c.toml"))
    assert [line.split(": ")[0] for line in str(raised.value).splitlines()] == ["c.toml:1", "c.toml:7"]


TABLES = [
    ("quote,date\nقصفت,2024\n", r"c.csv:1: no column do; the columns are do, quote"),
    ("do,quote,do\ndrop,قصفت,drop\n", r"c.csv:1: two columns have the same name"),
    ("do,quote\ndrop,قصفت,more\n", r"c.csv:2: 'more' stands in a column without a name"),
    ('do,quote\n"drop","قصفت\nالمدينة"\nfix,قصفت\n', r"c.csv:4: a fix without a value"),
    # by how long a cell of a table may be, which others may have raised
    ("do,quote\ndrop," + "ق" * 200_000, r"c.csv:\d: (no table|quote has 200000 characters)"),
]


@pytest.mark.parametrize(("text", "said"), TABLES, ids=[str(number) for number in range(len(TABLES))])
def test_a_mistake_in_a_table_is_told_with_its_line(text, said, tmp_path):
    with pytest.raises(CorrectionError, match=said):
        read(file(tmp_path, text, "c.csv"))


def test_what_is_no_file_of_corrections_is_not_read(tmp_path):
    with pytest.raises(CorrectionError, match=r"c.xlsx: corrections are read from files named .toml, .csv, .tsv"):
        read(file(tmp_path, "", "c.xlsx"))
    with pytest.raises(CorrectionError, match="no such file"):
        read(tmp_path / "none.toml")
    with pytest.raises(CorrectionError, match=r"c.toml:2: byte 0xe1 is no UTF-8; save it as UTF-8"):
        read(file(tmp_path, GOOD.splitlines()[0].encode() + b"\n# " + "الف".encode("cp1256")[1:], "c.toml"))
    with pytest.raises(CorrectionError, match="larger than"):
        read(file(tmp_path, b"#" * (LARGEST + 1), "c.toml"))
    with pytest.raises(CorrectionError, match=f"{MOST + 1} corrections; at most {MOST}"):
        read([{"do": "drop", "quote": "قصفت"}] * (MOST + 1))
    with pytest.raises(CorrectionError, match=r"correction 1: 'قصفت' is none; give a mapping"):
        read(["قصفت"])


def test_a_head_that_is_quoted_does_not_shift_the_lines(tmp_path):
    text = FIX + 'note = """\n[[correction]]\n"""\n'
    with pytest.raises(CorrectionError, match=r"c.toml, correction 1: a fix without"):
        read(file(tmp_path, text, "c.toml"))


# ---- written and read


words = st.text(st.characters(codec="utf-8", exclude_characters="|"), max_size=12).map(
    lambda text: " ".join(text.split())
)
texts = words.filter(lambda text: text != "[]")
names = st.lists(texts.filter(bool), max_size=3, unique=True).map(tuple)
DATES = ["2024-12-04", "{2024-12-07,2024-12-08}", "2024-12/..", "unknown", "الخميس الماضي"]


@st.composite
def corrections(draw):
    do = draw(st.sampled_from(list(ACCEPTED)))
    keys = draw(st.sets(st.sampled_from(ACCEPTED[do])))
    row = {"do": do, "quote": "قصفت " + draw(texts), "note": draw(texts)}
    row |= {key: draw(names) for key in ACCEPTED[do] if key in LISTS and key in keys}
    row |= {key: draw(texts) for key in ("trigger", "source", "id", "headline", "title", "url") if key in keys}
    row |= {"date": draw(st.sampled_from(DATES))} if {"date", "headline"} & keys or do == "fix" else {}
    row |= {"published": "2024-12-05"} if "published" in keys else {}
    row |= {"type": "offensive"} if do == "add" or "type" in keys else {}
    row |= {"with": ("قصفت", *row.get("with", ()))} if do == "merge" else {}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}


@few
@given(st.lists(corrections(), max_size=4), st.sampled_from(["toml", "csv"]))
@example([{"do": "drop", "quote": 'قصفت "\\ \x7f \x01', "note": "=1+1"}], "toml")
@example([{"do": "drop", "quote": "قصفت,;\t", "note": "-1"}, {"do": "drop", "quote": "قصفت", "note": "@x"}], "csv")
def test_what_is_written_is_read_back(tmp_path_factory, rows, form):
    made = read(rows)
    path = file(tmp_path_factory.mktemp("written"), dump(made, form), f"c.{form}")
    assert read(path) == made


@few
@given(st.text())
def test_any_text_is_a_value_of_toml(text):
    made = Correction(do="drop", quote=text)
    assert tomllib.loads(dump([made]))["correction"] == [{"do": "drop", "quote": text} if text else {"do": "drop"}]


def test_only_two_forms_are_written():
    with pytest.raises(CorrectionError, match="form='yaml': accepted are toml, csv"):
        dump([], "yaml")
    with pytest.raises(CorrectionError, match="has no place in a table; write TOML"):
        dump(read([{"do": "fix", "quote": "قصفت", "agent": ["أ | ب"]}]), "csv")


# ---- days


moments = st.dates(dt.date(1000, 1, 1)) | st.datetimes(dt.datetime(1000, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def stretches(draw):
    start, end = draw(st.none() | moments), draw(st.none() | moments)
    try:
        made = Interval(start, end)
    except DateError:
        made = Interval(end, start)
    return made


@few
@given(st.lists(stretches().filter(lambda each: each.start or each.end), max_size=3, unique=True))
def test_days_are_read_as_they_are_written(when):
    assert days_of(written(when)) == tuple(sorted(when))


def test_days_are_read_from_what_people_write():
    day = (Interval("2024-12-05", "2024-12-06"),)
    assert days_of("2024-12-05") == days_of("5 ديسمبر 2024") == days_of("الخميس", "2024-12-06") == day
    assert days_of("2024-12") == (Interval("2024-12-01", "2025-01-01"),)
    assert days_of("2024-12-05/2024-12-06") == (Interval("2024-12-05", "2024-12-07"),)
    assert days_of("2024-12-05T18:00/..") == (Interval("2024-12-05T18:00", None),)
    assert days_of("2024-12-05 | 2024-12-09") == days_of("{2024-12-05,2024-12-09}")
    assert days_of("unknown") == ()


def test_a_stretch_without_ends_is_not_written():
    with pytest.raises(DateError, match="open on both sides"):
        written((Interval(None, None),))

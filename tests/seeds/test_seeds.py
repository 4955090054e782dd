"""What is to be found in seeds/: every expression and the principal events, word by word.

Beside each ``seeds/<slug>.md`` stands ``<slug>.json``, one entry per article. A place in the text is given as the
words and which occurrence of them is meant, so that a reader can check it with a search and no counting.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
WEEKDAYS = {"اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6}
PARTS = {"MO", "MI", "AF", "EV", "NI", "DT"}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
THIRDS = {"START": (0, 10), "MID": (10, 20), "END": (20, None)}
TYPES = {"MEETING", "OFFENSIVE", "STATEMENT"}
PLAIN = {"phone", "visit", "summons", "airstrike", "drone", "withdrawal", "threaten", "appeal"}  # kinds beyond debate
UNREAL = {"possible", "conditional"}  # an annotator cannot keep these two apart: they count as one


class Article(NamedTuple):
    """One article of a seed: its place, its text as it stands in the file, and what is to be found in it."""

    path: Path
    number: int
    text: str
    expected: dict

    def __str__(self):
        return f"{self.path.stem}.{self.number}"


def split_by_hand(path):
    """The blocks of a seed without the library's help: [(front matter, text)]."""
    parts = re.split(r"^---\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def articles():
    for path in sorted(SEEDS.glob("*.md")):
        annotation = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        blocks = split_by_hand(path)
        for number, expected in enumerate(annotation["articles"]):
            yield Article(path, number, blocks[number][1] if number < len(blocks) else "", expected)


ARTICLES = list(articles())
every_article = pytest.mark.parametrize("article", ARTICLES, ids=str)


def place(text, words, occurrence):
    """Where the n-th occurrence of the words stands, as (start, end)."""
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        assert start >= 0, f"{words!r} does not occur {occurrence} times"
    return start, start + len(words)


def day(text):
    return None if text is None else dt.date.fromisoformat(text[:10])


def add_months(date, months):
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


def third(begin, end, modifier, *, parts):
    """The first, middle or last part of a period; ``parts`` are the borders, in units from ``begin``."""
    if modifier not in THIRDS:
        return begin, end
    first, last = parts[modifier]
    return first if first is not None else begin, last if last is not None else end


def denoted(value, modifier=None):
    """The days that a TIMEX3 value stands for, as [(begin, end)], or ``None`` where it says no days itself."""
    if "," in value:
        return [pair for part in value.split(",") for pair in denoted(part, modifier)]
    if "/" in value:
        first, last = value.split("/")
        return [(denoted(first)[0][0], denoted(last)[0][1])]
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\w\w|\d\d:\d\d))?", value):
        begin = day(match[1])
        return [(begin, begin + dt.timedelta(days=2 if match[2] == "NI" else 1))]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return [(monday + dt.timedelta(days=5 if match[3] else 0), monday + dt.timedelta(days=7))]
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        begin = dt.date(int(match[1]), int(match[2]), 1)
        borders = {"START": (begin, begin.replace(day=11)), "MID": (begin.replace(day=11), begin.replace(day=21)),
                   "END": (begin.replace(day=21), None)}  # fmt: skip
        return [third(begin, add_months(begin, 1), modifier, parts=borders)]
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if match[2] == "Q" else 6
        begin = dt.date(int(match[1]), (int(match[3]) - 1) * length + 1, 1)
        return [(begin, add_months(begin, length))]
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        begin = dt.date(int(match[1]), SEASONS[match[2]], 1)
        return [(begin, add_months(begin, 3))]
    if re.fullmatch(r"\d{4}", value):
        begin = dt.date(int(value), 1, 1)
        may, september = begin.replace(month=5), begin.replace(month=9)
        borders = {"START": (begin, may), "MID": (may, september), "END": (september, None)}
        return [third(begin, add_months(begin, 12), modifier, parts=borders)]
    if re.fullmatch(r"\d{3}", value):
        begin = dt.date(int(value) * 10, 1, 1)
        borders = {"START": (begin, add_months(begin, 36)), "MID": (add_months(begin, 36), add_months(begin, 84)),
                   "END": (add_months(begin, 84), None)}  # fmt: skip
        return [third(begin, add_months(begin, 120), modifier, parts=borders)]
    return None


def fold(text):
    """Spelling that does not matter for a weekday's name."""
    return re.sub("[إأآ]", "ا", re.sub("[\u064b-\u0652]", "", text)).replace("ة", "ه")


def weekdays_named(text):
    return [WEEKDAYS[word] for word in re.findall(r"ال(\w+)", fold(text)) if word in WEEKDAYS]


def whole_days(interval):
    """An interval at the granularity of days: an end inside a day takes that day whole."""
    begin, end = interval
    if isinstance(end, dt.datetime):
        end = end.date() + dt.timedelta(days=1 if end.time() > dt.time.min else 0)
    return begin.date() if isinstance(begin, dt.datetime) else begin, end


def joined(intervals):
    """Days only, and touching stretches made one: two days told one by one are the days told as a pair."""
    result = []
    for begin, end in sorted(map(whole_days, intervals), key=lambda pair: pair[0] or dt.date.min):
        if result and result[-1][1] is not None and begin is not None and begin <= result[-1][1]:
            first, last = result.pop()
            result.append((first, None if end is None else max(last, end)))
        else:
            result.append((begin, end))
    return result


def pairs(annotated):
    return joined((day(begin), day(end)) for begin, end in annotated or ())


# --- the annotation itself: needs no library -----------------------------------------------------------------------


def test_every_report_has_its_annotation_and_the_reverse():
    reports = {path.stem for path in SEEDS.glob("*.md")}
    assert reports == {path.stem for path in SEEDS.glob("*.json")}
    assert len(reports) >= 14


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.md")), ids=lambda path: path.stem)
def test_one_entry_per_article(path):
    annotation = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert len(annotation["articles"]) == len(split_by_hand(path))


def test_one_seed_is_a_compilation():
    assert max(article.number for article in ARTICLES) >= 2


@every_article
def test_the_words_stand_where_the_annotation_says(article):
    spans = [place(article.text, e["text"], e["occurrence"]) for e in article.expected["expressions"]]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    for event in article.expected["events"]:
        for trigger in [event["trigger"], *event.get("alt_triggers", [])]:
            place(article.text, trigger["text"], trigger["occurrence"])
        for name in [*event["actors"], *event["places"]]:
            assert name in article.text
    for line in article.expected.get("boilerplate", []):
        assert line in article.text


@every_article
def test_the_intervals_fit_the_values(article):
    for e in article.expected["expressions"]:
        days = denoted(e["value"], e["modifier"])
        if days is not None:
            assert [[str(begin), str(end)] for begin, end in days] == e["intervals"], e


@every_article
def test_the_weekdays_fit_the_values(article):
    for e in article.expected["expressions"]:
        named = weekdays_named(e["text"])
        if not named or not e["intervals"]:
            continue
        first = day(e["intervals"][0][0])
        assert [(first + dt.timedelta(days=n)).weekday() for n in range(len(named))] == named, e


@every_article
def test_the_fields_are_of_the_scheme(article):
    for e in article.expected["expressions"]:
        assert e["type"] in {"DATE", "TIME", "DURATION", "SET"}
        assert e["role"] in {"point", "since", "until", "before", "within", "range", None}
        assert (e["type"] == "TIME") == bool(re.search(r"\dT(\w\w|\d\d:\d\d)$", e["value"]))
        assert (e["type"] in {"DURATION", "SET"}) == (
            e["value"].startswith(("P", "XXXX-W")) and "REF" not in e["value"]
        )
    for event in article.expected["events"]:
        assert event["type"] in TYPES
        assert event["modality"] in {"asserted", "planned", "possible", "conditional", "denied", "negated"}


# --- what the library finds ----------------------------------------------------------------------------------------


def read(article):
    """The article through the library's own reader."""
    from timeline.documents.read import read_all

    documents = read_all(article.path)
    assert len(documents) == len(split_by_hand(article.path))
    return documents[article.number]


def expected_places(text, expressions):
    return {place(text, e["text"], e["occurrence"]): e for e in expressions}


@every_article
def test_the_publication_date_is_read(article):
    assert str(read(article).published)[:10] == article.expected["published"]


def test_a_single_report_is_read_by_the_front_door():
    import timeline

    document = timeline.read(SEEDS / "doha-meeting.md")
    assert (document.source, str(document.published)[:10]) == ("دفتر الخليج", "2024-12-03")
    assert document.url == "https://daftar-alkhaleej.example/2024/12/03/doha-trilateral"
    assert document.text.strip() == split_by_hand(SEEDS / "doha-meeting.md")[0][1].strip()


@every_article
def test_every_expression_is_found_and_nothing_else(article):
    import timeline

    document = read(article)
    expected = expected_places(document.text, article.expected["expressions"])
    found = {(e.start_char, e.end_char): e for e in timeline.find(document.text, reference=document.published)}
    required = {span for span, e in expected.items() if not e.get("optional")}
    missed = [document.text[start:end] for start, end in sorted(required - found.keys())]
    extra = [
        e.text
        for (start, end), e in found.items()
        if (start, end) not in expected
        and not any(start < b and a < end for (a, b), o in expected.items() if o.get("optional"))
    ]
    assert (missed, extra) == ([], [])


@every_article
def test_every_expression_means_what_an_editor_understands(article):
    import timeline

    document = read(article)
    found = {(e.start_char, e.end_char): e for e in timeline.find(document.text, reference=document.published)}
    wrong = []
    for span, e in expected_places(document.text, article.expected["expressions"]).items():
        if span not in found or e.get("optional"):
            continue
        got = found[span]
        said = (got.type, got.value, got.role, got.modifier)
        asked = (e["type"], e["value"], e["role"], e["modifier"])
        days = joined((i.start, i.end) for i in got.intervals)
        readings = [pairs(reading) for reading in [e["intervals"], *e.get("alternatives", [])]]
        if said != asked or days not in readings:
            wrong.append(f"{e['text']}: {said} {days}, expected {asked} {readings}")
    assert not wrong, "\n".join(wrong)


def same_modality(first, second):
    return first == second or {first, second} <= UNREAL


def named(event):
    return {name for actor in event.actors for name in (actor.text, actor.name)}


def is_among(name, names):
    """Whether the name, or a longer or shorter form of it, is there: «قوات النظام» and «قوات النظام السوري»."""
    return any(name in other or other in name for other in names)


def disagreement(text, asked, events):
    """What keeps every found event from being the one asked for, in words; ``None`` if one of them is it."""
    spans = [place(text, t["text"], t["occurrence"]) for t in [asked["trigger"], *asked.get("alt_triggers", [])]]
    touching = [
        event
        for event in events
        if event.type.name == asked["type"]
        and any(m.trigger[0] < end and start < m.trigger[1] for m in event.mentions for start, end in spans)
    ]
    if not touching:
        return "not found"
    whens = [pairs(reading) for reading in [asked["when"], *asked.get("when_alternatives", [])]]
    modalities = [asked["modality"], *asked.get("modality_alternatives", [])]
    reasons = []
    for event in touching:
        stated = event.time_source not in {"document", "none"}
        when = joined((i.start, i.end) for i in event.when) if stated else []
        problems = []
        if when not in whens:
            problems.append(f"when {when}, expected {whens}")
        if not any(same_modality(event.modality.value, modality) for modality in modalities):
            problems.append(f"modality {event.modality.value}, expected {modalities}")
        if absent := [name for name in asked["actors"] if not is_among(name, named(event))]:
            problems.append(f"actors {sorted(named(event))} without {absent}")
        if not problems:
            return None
        reasons.append("; ".join(problems))
    return " | ".join(reasons)


def gaps():
    """What the extractor is known not to read in the seeds: test, article and number, with the reason."""
    return tomllib.loads((Path(__file__).parent / "gaps.toml").read_text("utf-8"))


def principal_events(test):
    """A row for every principal event; known gaps are marked, strictly: a mark has to go when the gap is mended."""
    known = gaps()[test]
    rows = []
    for article in ARTICLES:
        for number, asked in enumerate(article.expected["events"], start=1):
            name = f"{article}:{number}"
            marks = [pytest.mark.xfail(reason=known[name], strict=True)] if name in known else []
            rows.append(pytest.param(article, asked, id=name, marks=marks))
    return pytest.mark.parametrize(("article", "asked"), rows)


EXTRACTED = {}


def extracted(article):
    """The text of an article and its events, read once for all its tests."""
    import timeline

    if str(article) not in EXTRACTED:
        document = read(article)
        EXTRACTED[str(article)] = document.text, timeline.extract(document)
    return EXTRACTED[str(article)]


def told(text, asked, events):
    """The events that are told by the trigger."""
    start, end = place(text, asked["trigger"]["text"], asked["trigger"]["occurrence"])
    return [e for e in events if any(m.trigger[0] < end and start < m.trigger[1] for m in e.mentions)]


@principal_events("extracted")
def test_the_principal_event_is_extracted(article, asked):
    text, events = extracted(article)
    assert not disagreement(text, asked, events)


@principal_events("kind")
def test_the_kind_of_the_principal_event(article, asked):
    text, events = extracted(article)
    if asked["subtype"] in PLAIN:
        assert asked["subtype"] in {event.subtype for event in told(text, asked, events)}


@principal_events("places")
def test_the_places_of_the_principal_event(article, asked):
    text, events = extracted(article)
    names = {name for event in told(text, asked, events) for p in event.places for name in (p.text, p.name)}
    assert not [name for name in asked["places"] if not is_among(name, names)]


def test_most_principal_events_are_read():
    """The known gaps are few: of a hundred principal events, 79 are read with date, actors and status."""
    count = sum(len(article.expected["events"]) for article in ARTICLES)
    assert len(gaps()["extracted"]) <= count * 0.21


@pytest.mark.parametrize("article", [a for a in ARTICLES if a.expected.get("boilerplate")], ids=str)
def test_teasers_and_tails_yield_no_events(article):
    import timeline

    document = read(article)
    events = timeline.extract(document)
    for line in article.expected["boilerplate"]:
        if line not in document.text:  # a reader may drop it beforehand
            continue
        start, end = place(document.text, line, 1)
        told = [m.trigger for event in events for m in event.mentions if start <= m.trigger[0] < end]
        assert not told, line

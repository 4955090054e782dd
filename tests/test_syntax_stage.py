"""The analysis of sentences as a stage: usable by itself, and another one in its place."""

from __future__ import annotations

from functools import partial

import pytest

import timeline
from timeline.events.engine import extract
from timeline.lexicon import gazetteer
from timeline.syntax import analyse
from timeline.syntax.analyse import sentence
from timeline.syntax.tree import Tree
from timeline.syntax.words import Vocabulary

REPORT = timeline.Document("قصفت القوات المتمردين أمس. وزار الوزير بغداد.", "2024-12-03")
DATES = timeline.find(REPORT.text, reference=REPORT.published)


def test_the_trees_of_a_text_are_those_of_its_sentences():
    first, second = analyse(REPORT.text, DATES)
    assert str(first) == str(sentence(REPORT.text, (0, REPORT.text.index(".") + 1), DATES))
    assert "زار: " in str(second)


def test_without_another_stage_it_is_that_of_the_package():
    plain = extract(REPORT, DATES)
    assert plain == timeline.extract(REPORT)
    assert [event.subtype for event in plain] == ["shelling", "visit"]


def test_a_stage_that_reads_nothing_gives_no_events():
    assert extract(REPORT, DATES, stage=lambda text, span, *_: Tree(text, *span, [], [])) == []


def test_a_stage_of_ones_own_decides_who_acts():
    """The object of the first sentence is read as its subject: the roles of the event follow."""

    def turned(text, span, expressions=(), first=0):
        tree = sentence(text, span, expressions, first)
        verb = tree.nodes[0]
        for node in tree.nodes:
            if span[0] == 0 and node.governor == verb.number and node.relation in ("subject", "object"):
                node.relation = "object" if node.relation == "subject" else "subject"
                verb.subject = node.number if node.relation == "subject" else verb.subject
        return tree

    plain, other = extract(REPORT, DATES), extract(REPORT, DATES, stage=turned)
    assert [(actor.name, actor.role) for actor in plain[0].actors] == [("القوات", "agent"), ("المتمردين", "target")]
    assert {(actor.name, actor.role) for actor in other[0].actors} == {("القوات", "target"), ("المتمردين", "agent")}
    assert plain[1] == other[1]


@pytest.mark.parametrize("expressions", [(), DATES])
def test_the_stage_is_asked_once_a_sentence_with_the_dates_that_may_stand_in_it(expressions):
    asked = []

    def listening(text, span, expressions=(), first=0):
        asked.append((text[slice(*span)].strip(), len(expressions[first:])))
        return sentence(text, span, expressions, first)

    extract(REPORT, expressions, stage=listening)
    assert asked == [("قصفت القوات المتمردين أمس.", len(expressions)), ("وزار الوزير بغداد.", 0)]


def test_names_of_ones_own_are_one_unit(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[names]\n"لواء الصقور" = { en = "Falcons", country = "SYR" }\n', "utf-8")
    known = Vocabulary(names=gazetteer.build([path]))
    text = "هاجم لواء الصقور الميناء."
    tree = partial(sentence, known=known)(text, (0, len(text)))
    assert [node.entity.name_en for node in tree.nodes if node.entity] == ["Falcons"]

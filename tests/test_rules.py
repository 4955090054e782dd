"""Every rule fires on its own examples and is silent on its counter-examples; the grammar is declared soundly."""

import pytest

from timeline.errors import RuleError
from timeline.grammar.compiler import Compiler
from timeline.grammar.rule import RULES, SYMBOLS, rule
from timeline.grammar.scan import CONSTRUCTIONS, grammar, scan
from timeline.lexicon.load import lexicon
from timeline.text.fold import Folded, fold_word

EXAMPLES = [(name, phrase) for name, each in RULES.items() for phrase in each.examples]
COUNTER_EXAMPLES = [(name, phrase) for name, each in RULES.items() for phrase in each.silent]


def fired(phrase):
    return [saying.rule for _, saying in scan(Folded(phrase))[1]]


@pytest.mark.parametrize(("name", "phrase"), EXAMPLES)
def test_a_rule_fires_on_its_example(name, phrase):
    assert name in fired(phrase)


@pytest.mark.parametrize(("name", "phrase"), COUNTER_EXAMPLES)
def test_a_rule_is_silent_on_its_counter_example(name, phrase):
    assert name not in fired(phrase)


@pytest.mark.parametrize(("name", "phrase"), [(n, p) for n, p in EXAMPLES if not RULES[n].after])
def test_an_example_is_read_inside_a_sentence(name, phrase):
    if RULES[name].before or RULES[name].enclosed:
        pytest.skip("the example brings its own surroundings")
    assert name in fired(f"الخبر، {phrase} ، كما روته الوكالة")


def test_every_rule_says_what_it_means_with_an_arabic_phrase():
    for each in RULES.values():
        assert "«" in each.meaning, each.name
        assert each.meaning.endswith("."), each.name


def test_every_construction_holds_rules_or_symbols():
    modules = {each.produce.__module__ for each in (*RULES.values(), *SYMBOLS.values())}
    assert modules == {module.__name__ for module in CONSTRUCTIONS}


def test_every_symbol_is_used():
    used = " ".join(each.pattern for each in (*RULES.values(), *SYMBOLS.values()))
    names = set(used.replace("(", " ").replace(")", " ").replace("&", " ").replace("@", " ").replace("?", " ").split())
    names |= {name.rpartition(":")[2].rstrip("*+") for name in names} | {name.rstrip("*+") for name in names}
    assert not [name for name in SYMBOLS if name not in names]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("weekday (", "parenthesis"),
        ("weekday 'x'", "sign"),
        ("no_such_word", "category"),
        ("weekday | )", "parenthesis"),
    ],
)
def test_a_bad_pattern_cannot_be_declared(pattern, told):
    with pytest.raises(RuleError, match=told):
        Compiler(SYMBOLS).compile(pattern)


def test_a_rule_without_an_example_cannot_be_declared():
    with pytest.raises(RuleError, match="no example"):

        @rule("weekday", examples=())
        def nothing_shown(weekday):
            """«لا شيء»."""


def test_a_name_cannot_be_declared_twice():
    with pytest.raises(RuleError, match="two rules"):

        @rule("weekday", examples=("الأحد",))
        def weekdays(weekday):
            """«الأحد»."""


def test_the_grammar_stays_small_enough_to_start_quickly():
    assert len(grammar().rules) == len(RULES)


def test_clitics_are_expanded_by_the_word_s_own_policy():
    classes = lexicon().classes
    assert fold_word("وبالأربعاء") in classes
    assert fold_word("للسبت") in classes
    assert fold_word("وآب") in classes
    assert fold_word("باب") not in classes  # ب + آب is a door
    assert fold_word("لعقد") not in classes  # ل + عقد is «to hold»

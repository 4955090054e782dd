"""Finding expressions: classes of words, then rules at the words that a rule may begin with.

Every word becomes two bytes (prefix and class) by one dict lookup; with the class of the separator behind it that makes
three bytes a word, the class string. From a word whose class begins some rule, the stretch of words that rules are made of is
taken, and what it says is asked once: newspapers say «أمس» and «الشهر الماضي» again and again, so that most of the work is one more
lookup. The longest reading is taken whose production does not refuse and whose neighbors are what its rule asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from attrs import frozen

from timeline.errors import RuleError
from timeline.grammar import (
    days,
    hijri,
    months,
    named,
    numbers,
    numeric,
    parts,
    periods,
    quantities,
    recurring,
    vague,
    weekdays,
)
from timeline.grammar.pattern import Compiler, Matcher, Node, all_words, first_codes, last_codes, produce
from timeline.grammar.reading import Saying
from timeline.values.dependence import depends_on_context
from timeline.grammar.rule import RULES, SYMBOLS, Rule
from timeline.lexicon.load import EMPTY_WORD, OTHER_WORD, lexicon
from timeline.text.alphabet import GLUE, SPACE
from timeline.text.fold import Folded

#: The files of the grammar, in the order in which their rules are preferred when two match the same words.
CONSTRUCTIONS = (days, hijri, numeric, months, weekdays, parts, named, periods, quantities, recurring, vague, numbers)

_EMPTY = EMPTY_WORD[1]
_BETWEEN = bytes([SPACE, GLUE])
_NOTHING = OTHER_WORD[1]
REMEMBERED = 20_000


#: No expression is longer; it bounds the work at each word, and with it makes the whole linear.
LONGEST = 24


@frozen(eq=False)
class CompiledRule:
    """A rule with its nodes and the classes of the words that must or must not stand beside it."""

    rule: Rule
    node: Node
    after: bytes
    not_after: bytes
    before: bytes
    not_before: bytes


@frozen(eq=False)
class Grammar:
    """All rules, by the class of the word that they begin with; classes that begin none; that go on; that may end."""

    rules: tuple[CompiledRule, ...]
    by_class: dict[int, tuple[CompiledRule, ...]]
    idle: bytes
    goes_on: bytes
    ends: bytes
    starter: re.Pattern[bytes]


def _codes(categories: Iterable[str], rule: Rule) -> bytes:
    members = lexicon().members
    unknown = [category for category in categories if category not in members]
    if unknown:
        raise RuleError(f"rule {rule.name!r}: no such category of the lexicon: {', '.join(unknown)}")
    return b"".join(members[category] for category in categories)


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    compiler = Compiler(SYMBOLS)
    rules: list[CompiledRule] = []
    by_class: dict[int, list[CompiledRule]] = {}
    words: set[int] = set()
    ends: set[int] = set()
    order = [module.__name__ for module in CONSTRUCTIONS]
    for rule in sorted(RULES.values(), key=lambda each: order.index(each.produce.__module__)):
        node = compiler.compile(rule.pattern)
        firsts, empty = first_codes(node)
        if empty:
            raise RuleError(f"rule {rule.name!r} matches nothing at all: {rule.pattern!r}")
        beside = (_codes(each, rule) for each in (rule.after, rule.not_after, rule.before, rule.not_before))
        compiled = CompiledRule(rule, node, *beside)
        rules.append(compiled)
        words.update(code for word in all_words(node) for code in word.codes)
        ends |= last_codes(node)[0]
        for code in firsts:
            by_class.setdefault(code, []).append(compiled)
    starters = b"".join(b"\\x%02x" % code for code in sorted(by_class))
    return Grammar(
        tuple(rules),
        {code: tuple(each) for code, each in by_class.items()},
        bytes(set(range(256)) - set(by_class)),
        bytes(sorted({*words, _EMPTY})),
        bytes(sorted(ends)),
        re.compile(b"[" + starters + b"]", re.DOTALL),
    )


def class_string(folded: Folded) -> tuple[bytes, bytearray] | None:
    """The classes, and three bytes a word: prefix, class, separator behind; ``None`` if no word begins a rule."""
    pairs = b"".join(map(lexicon().classes.get, folded.words, repeat(OTHER_WORD)))  # type: ignore[arg-type]
    classes = pairs[1::2]
    if not classes.translate(None, grammar().idle):
        return None
    string = bytearray(3 * len(classes))
    string[0::3] = pairs[0::2]
    string[1::3] = classes
    string[2:-1:3] = folded.separators()
    return classes, string


Candidates = tuple[tuple[Saying, CompiledRule], ...]
_remembered: dict[bytes, Candidates] = {}


def _candidates(string: bytes, words: list[bytes]) -> Candidates:
    """What the words may say from the first one on, the longest first.

    Among equals, a rule that asks for neighbors goes first; then the order of the rules decides.
    """
    matcher = Matcher(string, words)
    found: list[tuple[Saying, CompiledRule]] = []
    for rule in grammar().by_class[string[1]]:
        tried: set[int] = set()
        for end, parts in sorted(matcher.match(rule.node, 0), key=lambda each: -each[0]):
            if end not in tried:
                meaning = produce(rule.rule.produce, parts)
                if meaning is not None:
                    tried.add(end)
                    size = (end + 2) // 3
                    points, recalls = depends_on_context(meaning)
                    saying = Saying(size, meaning, rule.rule.name, end % 3 == 0, points, recalls)
                    found.append((saying, rule))
    found.sort(key=lambda each: (-each[0].size, not (each[1].after or each[1].before)))
    return tuple(found)


def _neighbor(string: bytearray, place: int, step: int) -> int:
    """The class of the word next to a place with white space between, or that of a word not known."""
    if step < 0:
        place -= 3
        while place >= 0 and string[place + 1] == _EMPTY and string[place + 2] == SPACE:
            place -= 3
        return string[place + 1] if place >= 0 and string[place + 2] in _BETWEEN else _NOTHING
    size = len(string)
    if place + 2 >= size or string[place + 2] not in _BETWEEN:
        return _NOTHING
    place += 3
    while place < size and string[place + 1] == _EMPTY and string[place + 2] == SPACE:
        place += 3
    return string[place + 1] if place < size else _NOTHING


def _fits(rule: CompiledRule, string: bytearray, start: int, last: int) -> bool:
    """Whether the words beside the match are what the rule asks for; «فقط» behind it is looked through."""
    if rule.after or rule.not_after:
        code = _neighbor(string, start, -1)
        if code in rule.not_after or (rule.after and code not in rule.after):
            return False
    if rule.before or rule.not_before:
        code = _neighbor(string, last, 1)
        only = lexicon().members["only"]
        if code in only:
            last += 3
            while string[last + 1] not in only:
                last += 3
            code = _neighbor(string, last, 1)
        if code in rule.not_before or (rule.before and code not in rule.before):
            return False
    return True


def scan(folded: Folded) -> Iterator[tuple[int, Saying, bytearray]]:
    """(first word, what is said, the class string) for every expression, in order, none overlapping."""
    prepared = class_string(folded)
    if prepared is None:
        return
    classes, string = prepared
    words = folded.words
    compiled = grammar()
    goes_on, ends = compiled.goes_on, compiled.ends
    size = len(classes)
    free = 0
    for starter in compiled.starter.finditer(classes):
        first = starter.start()
        if first < free:
            continue
        limit = min(size, first + LONGEST)
        last = first + 1
        while last < limit and classes[last] in goes_on:
            last += 1
        while last > first + 1 and classes[last - 1] not in ends:
            last -= 1
        # The separator behind the last word is part of it only if it closes a bracket.
        stretch = bytes(string[3 * first : 3 * last])
        key = stretch + b" ".join(words[first:last])
        candidates = _remembered.get(key)
        if candidates is None:
            if len(_remembered) > REMEMBERED:
                _remembered.clear()
            candidates = _remembered[key] = _candidates(stretch, words[first:last])
        for saying, rule in candidates:
            if (
                not (rule.after or rule.not_after or rule.before or rule.not_before)
                or _fits(rule, string, 3 * first, 3 * (first + saying.size - 1))
            ):
                yield first, saying, string
                free = first + saying.size
                break

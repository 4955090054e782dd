"""Finding expressions: classes of words, then rules at the words that a rule may begin with.

Every word becomes two characters, its prefix and its class, by one dict lookup; the separators come with the folding.
From a word whose class begins some rule, the stretch of words that rules are made of is taken, and what it says is
asked once: newspapers say «أمس» and «الشهر الماضي» again and again, so that most of the work is one more lookup. The
longest reading is taken whose production does not refuse and whose neighbors are what its rule asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import repeat

from attrs import field, frozen

from timeline.errors import RuleError
from timeline.grammar import (
    before_christ,
    centuries,
    chronicles,
    clock,
    dated_weekdays,
    days,
    divided,
    fiscal,
    hijri,
    months,
    named,
    numbers,
    numeric,
    offsets,
    parts,
    periods,
    quantities,
    recurring,
    stretches,
    vague,
    weekdays,
    years,
)
from timeline.grammar.compiler import Compiler
from timeline.grammar.matching import Matcher, Tokens, produce
from timeline.grammar.nodes import Node, behind_first
from timeline.grammar.reading import Saying
from timeline.grammar.rule import RULES, SYMBOLS, Rule
from timeline.lexicon.load import EMPTY, GOVERNED, JOINED_GOVERNED, OTHER, OTHER_WORD, PREFIX_LENGTH, lexicon
from timeline.text.alphabet import CLOSE, COMMA, GLUE, OPEN, SPACE
from timeline.text.fold import Folded, fold_word
from timeline.values.dependence import depends_on_context
from timeline.values.meaning import Name

#: The files of the grammar, in the order in which their rules are preferred when two match the same words.
CONSTRUCTIONS = (
    days,
    stretches,
    dated_weekdays,
    hijri,
    chronicles,
    numeric,
    months,
    weekdays,
    parts,
    clock,
    named,
    periods,
    before_christ,
    years,
    centuries,
    divided,
    fiscal,
    offsets,
    quantities,
    recurring,
    vague,
    numbers,
)

_BETWEEN = bytes([SPACE, GLUE])
REMEMBERED = 20_000


#: No expression is longer; it bounds the work at each word, and with it makes the whole linear.
LONGEST = 24


@frozen(eq=False)
class CompiledRule:
    """A rule with its nodes and the classes of the words that must or must not stand beside it."""

    rule: Rule
    node: Node
    after: str
    not_after: str
    before: str
    not_before: str
    not_beyond: str
    name_after: str
    contextual: bool = field(init=False)

    @contextual.default
    def _is_contextual(self) -> bool:
        beside = (self.after, self.not_after, self.before, self.not_before, self.not_beyond, self.name_after)
        return any(beside) or self.rule.enclosed is not None or bool(self.rule.governed)


@frozen(eq=False)
class Grammar:
    """All rules, by the class of the word that they begin with.

    ``stretch`` finds the longest run of words that may be one expression (a class that is none by itself needs
    company); ``no_ends`` are the classes that none ends with.
    """

    rules: tuple[CompiledRule, ...]
    by_class: dict[str, tuple[CompiledRule, ...]]
    no_ends: str
    stretch: re.Pattern[str]


def _codes(categories: Iterable[str], rule: Rule) -> str:
    members = lexicon().members
    unknown = [category for category in categories if category not in members]
    if unknown:
        raise RuleError(f"rule {rule.name!r}: no such category of the lexicon: {', '.join(unknown)}")
    return "".join(members[category] for category in categories)


def _set(codes: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(codes)))


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    compiler = Compiler(SYMBOLS)
    rules: list[CompiledRule] = []
    by_class: dict[str, list[CompiledRule]] = {}
    words: set[str] = {EMPTY}
    alone: set[str] = set()
    ends: set[str] = set()
    order = [module.__name__ for module in CONSTRUCTIONS]
    for rule in sorted(RULES.values(), key=lambda each: order.index(each.produce.__module__)):
        node = compiler.compile(rule.pattern)
        classes = node.classes
        if classes.empty:
            raise RuleError(f"rule {rule.name!r} matches nothing at all: {rule.pattern!r}")
        compiled = CompiledRule(
            rule,
            node,
            after=_codes(rule.after, rule),
            not_after=_codes(rule.not_after, rule),
            before=_codes(rule.before, rule),
            not_before=_codes(rule.not_before, rule),
            not_beyond=_codes(rule.not_beyond, rule),
            name_after=_codes(rule.name_after, rule),
        )
        rules.append(compiled)
        words |= classes.inside
        alone |= classes.alone
        ends |= classes.lasts
        for code in classes.firsts:
            by_class.setdefault(code, []).append(compiled)
    return Grammar(
        tuple(rules),
        {code: tuple(each) for code, each in by_class.items()},
        "".join(sorted(words - ends)),
        re.compile(
            f"[{_set(alone)}][{_set(words)}]{{0,{LONGEST - 1}}}"
            f"|[{_set(set(by_class) - alone)}][{_set(words)}]{{1,{LONGEST - 1}}}"
        ),
    )


def tokens_of(folded: Folded) -> Tokens | None:
    """The words of a text with their prefixes, classes and separators; ``None`` if no word begins a rule."""
    words = folded.words
    pairs = "".join(map(lexicon().classes.get, words, repeat(OTHER_WORD)))
    codes = pairs[1::2]
    if grammar().stretch.search(codes) is None:
        return None
    return Tokens(words, pairs[::2], codes, folded.separators() + b"\0")


Candidates = tuple[tuple[Saying, CompiledRule], ...]
remembered: dict[tuple[bytes, bytes], Candidates] = {}


def _preference(candidate: tuple[Saying, CompiledRule]) -> tuple[int, bool, bool]:
    """The longest first; then names, then rules that ask for neighbors; then the order of the rules decides."""
    saying, rule = candidate
    return -saying.size, type(saying.meaning) is not Name, not (rule.after or rule.before)


@cache
def _beginning(first: str, second: str) -> tuple[CompiledRule, ...]:
    """The rules that words of two classes may begin: of those for «7» few go on with a weekday."""
    return tuple(rule for rule in grammar().by_class[first] if second in behind_first(rule.node, first))


def _candidates(tokens: Tokens) -> Candidates:
    """What the words may say from the first one on, the longest first."""
    matcher = Matcher(tokens)
    found: list[tuple[Saying, CompiledRule]] = []
    for rule in _beginning(tokens.codes[0], matcher.following[1]):
        tried: set[int] = set()
        for end, values in sorted(matcher.match(rule.node, 0), key=lambda each: -each[0]):
            if end not in tried:
                meaning = produce(rule.rule.produce, values)
                if meaning is not None:
                    tried.add(end)
                    points, recalls = depends_on_context(meaning)
                    closed = not end & 1
                    saying = Saying((end + 1) // 2, meaning, rule.rule.name, closed, points, recalls)
                    found.append((saying, rule))
    found.sort(key=_preference)
    return tuple(found)


def before(tokens: Tokens, word: int) -> str:
    """The class of the word before, with white space between; that of a word not known if there is none."""
    codes, separators = tokens.codes, tokens.separators
    word -= 1
    while word >= 0 and codes[word] == EMPTY and separators[word] == SPACE:
        word -= 1
    return codes[word] if word >= 0 and separators[word] in _BETWEEN else OTHER


def behind(tokens: Tokens, word: int) -> tuple[str, int]:
    """The class of the word behind, with white space between, and its index."""
    codes, separators = tokens.codes, tokens.separators
    size = len(codes)
    if word >= size or separators[word] not in _BETWEEN:
        return OTHER, size
    word += 1
    while word < size and codes[word] == EMPTY and separators[word] == SPACE:
        word += 1
    return (codes[word], word) if word < size else (OTHER, size)


def _fits(rule: CompiledRule, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words beside the match are what the rule asks for; «فقط» behind it is looked through."""
    if rule.after or rule.not_after:
        code = before(tokens, first)
        if code in rule.not_after or (rule.after and code not in rule.after):
            return False
    if rule.rule.governed and not _is_governed(tokens, first, rule.rule.governed):
        return False
    if rule.rule.enclosed is not None and _is_enclosed(tokens, first, last) is not rule.rule.enclosed:
        return False
    if rule.before or rule.not_before or rule.not_beyond:
        code, word = behind(tokens, last)
        if code in lexicon().members["only"]:
            code, word = behind(tokens, word)
        # «قبل أسبوع من منزله»: «من» leads to no event here.
        idle = bool(rule.not_beyond) and behind(tokens, word)[0] in rule.not_beyond
        if rule.before:
            return code in rule.before and not idle
        return code not in rule.not_before or idle
    return True


def _is_governed(tokens: Tokens, first: int, letters: str) -> bool:
    """Whether one of these prepositions is attached to a word: «بساعات»."""
    length = PREFIX_LENGTH[tokens.prefixes[first]]
    governed = tokens.prefixes[first] in GOVERNED + JOINED_GOVERNED
    return governed and tokens.words[first][length - 1 : length] in [fold_word(letter) for letter in letters]


def _is_enclosed(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a stretch stands alone between brackets or commas: «(22 سنة)», «فلان، 39 عاما، قال»."""
    word = first - 1
    while word >= 0 and tokens.codes[word] == EMPTY and tokens.separators[word] == SPACE:
        word -= 1
    opener = tokens.separators[word] if word >= 0 else 0
    return opener == OPEN or (opener == COMMA and tokens.separators[last] in {COMMA, CLOSE})


def _with_bracket(codes: str, separators: bytes, last: int) -> int:
    """The end of a stretch, a closing bracket after white space included: «مايو( أيار )»."""
    end = last
    while end < len(codes) and codes[end] == EMPTY and separators[end] == SPACE:
        end += 1
    return end + 1 if end < len(codes) and codes[end] == EMPTY and separators[end] == CLOSE else last


def scan(folded: Folded) -> tuple[Tokens | None, list[tuple[int, Saying]]]:
    """The tokens, and (first word, what is said) for every expression, in order, none overlapping; names included."""
    tokens = tokens_of(folded)
    found: list[tuple[int, Saying]] = []
    if tokens is None:
        return None, found
    words, codes, separators = tokens.words, tokens.codes, tokens.separators
    compiled = grammar()
    search, no_ends = compiled.stretch.search, compiled.no_ends
    stretch = search(codes)
    while stretch is not None:
        first = stretch.start()
        free = first + 1
        last = first + (len(stretch[0].rstrip(no_ends)) or 1)
        if separators[last - 1] == SPACE and codes[last] == EMPTY:
            last = _with_bracket(codes, separators, last)
        key = (words[first] if last == free else b" ".join(words[first:last]), separators[first:last])
        candidates = remembered.get(key)
        if candidates is None:
            if len(remembered) > REMEMBERED:
                remembered.clear()
            candidates = remembered[key] = _candidates(tokens.stretch(first, last))
        for saying, rule in candidates:
            if rule.contextual:
                if rule.name_after and before(tokens, first) in rule.name_after:
                    free = first + saying.size
                    break
                if not _fits(rule, tokens, first, first + saying.size - 1):
                    continue
            found.append((first, saying))
            free = first + saying.size
            break
        stretch = search(codes, free)
    return tokens, found

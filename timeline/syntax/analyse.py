"""The stage: a text, or one sentence of it, into trees.

`analyse` takes a text, `sentence` one sentence of it. Whatever has the form of `Stage` may stand in for `sentence`:
`timeline.events.engine.extract` asks nothing of it but a tree (docs/how-to/replace-the-analysis.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from timeline.resolve.expression import TimeExpression
from timeline.syntax.builder import Builder
from timeline.syntax.chunks import Chunk, chunks
from timeline.syntax.clauses import build
from timeline.syntax.holders import name_holders
from timeline.syntax.tree import Tree
from timeline.syntax.units import Unit, units
from timeline.syntax.words import Vocabulary
from timeline.text.sentences import sentence_spans

#: A longer sentence is no sentence (a table, a text without points): it is read in pieces, so that time stays linear.
_LONGEST = 1500


class Stage(Protocol):
    """What turns one sentence into a tree, as `sentence` does."""

    def __call__(
        self, text: str, span: tuple[int, int], expressions: Sequence[TimeExpression] = (), first: int = 0, /
    ) -> Tree:
        """The tree of ``text[slice(*span)]``; ``expressions[first:]`` are those that may stand in it."""


@cache
def vocabulary() -> Vocabulary:
    """The words of the package, those met so far taken apart."""
    return Vocabulary()


def analyse(text: str, expressions: Sequence[TimeExpression] = ()) -> list[Tree]:
    """The sentences of a text as trees: who acts, on whom, when, in which clause; an endless one is read in pieces.

    «قصفت المدفعية بلدة حدودية» is one tree: the verb «قصفت» with its subject and its object. No event is in it: the
    stage can be used by itself, and events can be read off the trees of another one (`Stage`).

    >>> from timeline.syntax import analyse
    >>> (tree,) = analyse("أعلن الجيش أن الطائرات قصفت المطار.")
    >>> print(tree)
    أعلن: that = قصفت; subject = الجيش
    قصفت (that): subject = الطائرات; object = المطار
    >>> [tree.words(node) for node in tree.nodes if node.relation == "subject"]
    ['الجيش', 'الطائرات']

    Parameters
    ----------
    text
        any string; offsets of the trees index it
    expressions
        its date expressions in text order (`timeline.find`); each is one unit of its sentence

    Returns
    -------
    list of Tree
        one a sentence, in order
    """
    found = []
    first = 0
    for span in pieces(text):
        while first < len(expressions) and expressions[first].end_char <= span[0]:
            first += 1
        found.append(sentence(text, span, expressions, first))
    return found


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, the endless ones in pieces."""
    for start, end in sentence_spans(text):
        begin = start
        while end - begin > _LONGEST:
            cut = text.rfind(" ", begin, begin + _LONGEST)
            cut = begin + _LONGEST if cut <= begin else cut
            yield begin, cut
            begin = cut
        yield begin, end


def sentence(
    text: str,
    span: tuple[int, int],
    expressions: Sequence[TimeExpression] = (),
    first: int = 0,
    known: Vocabulary | None = None,
) -> Tree:
    """One sentence of a text as a tree; ``known`` are other words and names than those of the package."""
    words = vocabulary() if known is None else known
    row = units(text, span, words, expressions, first)
    tree = Tree(text, span[0], span[1], row, [])
    return name_holders(build(Builder(tree, plain(chunks(row, dateline(row)), row), words.words)))


#: A dateline has a place, perhaps an agency and a day, and a dash: it is no longer than so many units.
_LONGEST_DATELINE = 14


def dateline(row: Sequence[Unit]) -> int:
    """How many units of a sentence are its dateline: «بيروت (وكالة) -», «دبي، الإمارات (CNN)--»; mostly 0."""
    if not row or row[0].code not in "MXY" or (row[0].entity is not None and row[0].entity.kind == "person"):
        return 0
    end = 0
    for at, unit in enumerate(row[:_LONGEST_DATELINE]):
        if unit.code in "VQtrsfn“":
            break
        if unit.code == "-":
            end = at + 1
    return end if end < len(row) else 0


def plain(row: list[Chunk], said: Sequence[Unit]) -> list[Chunk]:
    """The chunks without commas around a date or an adverb, brackets, and what is as expected: they part nothing."""
    kept: list[Chunk] = []
    dropped: set[int] = set()
    depth, passed = 0, -1
    for at, chunk in enumerate(row):
        if chunk.kind == "sign" and chunk.said == "(":
            depth += 1
            continue
        if chunk.kind == "sign" and chunk.said == ")":
            depth = max(depth - 1, 0)
            continue
        if depth and chunk.kind != "date":
            continue
        if chunk.first <= passed:
            continue
        if _is_as_expected(row, at, said):
            passed = row[at + 4].last
            continue
        if chunk.said == "," and chunk.kind == "sign":
            if at in dropped:
                continue
            close = _insertion(row, at)
            if close:
                dropped.add(close)
                continue
        kept.append(chunk)
    return kept


def _is_as_expected(row: Sequence[Chunk], comma: int, said: Sequence[Unit]) -> bool:
    """«قصفت المقاتلات، كما كان متوقعا، مبنى», «كما هو معروف»: nothing happens in it."""
    if [chunk.said for chunk in row[comma : comma + 5 : 4]] != [",", ","] or row[comma].kind != "sign":
        return False
    opener, first, second = row[comma + 1 : comma + 4]
    if (opener.kind, opener.said) != ("connector", "cause"):
        return False
    if first.kind == "pronoun":
        return second.kind == "noun"
    was = any(lemma.key in vocabulary().words.auxiliaries for lemma, _ in said[first.head].form.verbs)
    return was and (first.kind, second.kind) == ("verb", "circumstance")  # not «، لأنه قتل متأثرا،»


_INSERTED = frozenset(("date", "adverb", "preposition", "noun", "pronominal"))
_LONGEST_INSERTION = 6


def _insertion(row: Sequence[Chunk], comma: int) -> int:
    """Where a phrase put in between commas ends: «التقى الوزير، في مكتبه أمس، وفدا»; 0 if none is."""
    if comma + 2 >= len(row) or row[comma + 1].kind not in ("date", "adverb", "preposition"):
        return 0
    for at in range(comma + 1, min(comma + 2 + _LONGEST_INSERTION, len(row))):
        if row[at].kind == "sign" and row[at].said == ",":
            return at
        opens = row[at].kind == "noun" and row[at - 1].kind not in ("preposition", "noun")
        if row[at].kind not in _INSERTED or opens:
            return 0
    return 0

"""How many were killed and hurt, as ranges: «مقتل أكثر من 40 وإصابة العشرات» is 40 or more dead, 20 or more hurt.

Read from the tree: the number in the group that a word of killing or wounding has as its subject, object or genitive,
or in the group of «قتيل», «جريح» themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from timeline.events.model import Toll
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[,٬](?=\d{3}\b)")
_SUFFERS = ("passive", "object", "subject", "genitive", "conjunct")
_UNCOUNTED = frozenset(("suffering", "time"))  # what stands with a death and is nobody who died
_KINDS = ("dead", "wounded")
_JOINED = (fold("و"), fold("أو"))
_BETWEEN = (fold("بين"), fold("ما بين"))
_HUNDRED, _TEN = 100, 10
_SCALES = (1000, 1_000_000)
_DUAL = {2 * scale: scale for scale in _SCALES}
_NUMBERS = "Zg"  # numbers, and degrees like «أكثر من»
_ONE_BETWEEN = 2  # units from the end of one group to the beginning of the other, «و» between them
_FURTHEST = 3  # units before a group in which «أكثر من» may stand


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("timeline.lexicon") / "ar" / "toll.toml").read_text("utf-8"))


@cache
def _values(name: str) -> dict[str, int]:
    return {fold(form): int(value) for value, forms in _table()[name].items() for form in forms.split()}


@cache
def _numbers() -> dict[str, int]:
    """Number words and their values, those of the dates and the few that only counting needs."""
    tables = tomllib.loads((files("timeline.lexicon") / "ar" / "numbers.toml").read_text("utf-8"))
    rows = (row for name in ("cardinal", "tens", "hundreds", "thousands") for row in tables[name])
    return {fold(form): row["value"] for row in rows for form in row["forms"].split()} | _values("numbers")


@cache
def _keys(kind: str, name: str) -> frozenset[str]:
    return frozenset(map(fold, _table()[kind][name]))


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(f" {fold(phrase)} " for phrase in _table()[name]["words"])


def tolls(tree: Tree, kind: str, said_by: str | None = None, apart: frozenset[int] = frozenset()) -> tuple[Toll, ...]:
    """What a sentence says of the dead (``kind="dead"``) or the wounded (``kind="wounded"``), in its order.

    ``said_by`` is who vouches for the sentence; ``apart`` are words of other acts, by their numbers, whose dead are
    not asked for. Numbers without an end have ``high`` None.
    """
    counts = dict.fromkeys(count for number, count in _counts(tree, kind) if number not in apart)
    return tuple(Toll(*count, said_by) for count in counts)


@lru_cache(maxsize=4)  # each act of a sentence asks for those of the whole sentence
def _counts(tree: Tree, kind: str) -> tuple[tuple[int, tuple[int, int | None]], ...]:
    """The words of killing or wounding, by their numbers, each with a number of whom it befell."""
    found = ((node.number, number_of(tree, each)) for node, each in _counted(tree, kind))
    return tuple((number, count) for number, count in found if count is not None)


def _counted(tree: Tree, kind: str) -> Iterator[tuple[Node, Node]]:
    acts, counted = _keys(kind, "acts"), _keys(kind, "counted")
    for node in tree.nodes:
        keys = _names(node)
        numbered = node.first < node.head or (node.first > 0 and tree.units[node.first - 1].code in _NUMBERS)
        if not keys & (acts | counted) or _of_both(tree, node, kind):
            continue
        if node.kind == "noun" and keys & counted and numbered:
            yield node, node
        elif keys & acts:
            for each in sufferers(tree, node):
                yield node, each


def _names(node: Node) -> set[str]:
    """The dictionary forms that a word can have, and those of its verb."""
    verbs = {lemma.verb.key for lemma, _ in node.entries if lemma.verb is not None}
    return {lemma.key for lemma, _ in node.entries} | verbs


def _of_both(tree: Tree, node: Node, kind: str) -> bool:
    """«60 قتيلا وجريحا», «مقتل وإصابة 25 جنديا»: a number of dead and wounded together is of neither."""
    other = next(each for each in _KINDS if each != kind)
    words = _keys(other, "acts") | _keys(other, "counted")
    for each in tree.children(node, *_BETWEEN):  # «70 ضحية بين قتيل وجريح»
        if _names(each) & words or any(_names(one) & words for one in tree.children(each, "conjunct")):
            return True
    for each in tree.nodes:
        first, last = (node, each) if node.first <= each.first else (each, node)
        if last.first - first.last != _ONE_BETWEEN:
            continue
        joined = fold(_said(tree, first.last + 1, last.first - 1)) in _JOINED
        if not joined or each.kind == "date" or not _names(each) & words or _has_own(tree, first):
            continue
        after = tree.units[last.last + 1].code if last.last + 1 < len(tree.units) else ""
        if {node.kind, each.kind} != {"noun"} or not node.counted or (each.accusative and after not in _NUMBERS):
            return True
    return False


def _has_own(tree: Tree, node: Node) -> bool:
    """«ثلاثة جنود قتلوا وأصيب 13»: the first verb has whom it befell, the number behind the second is not of both."""
    suffers = node.subject >= 0 or any(True for _ in tree.children(node, *_SUFFERS))
    return bool(node.pronoun) or (node.is_predicate and suffers)  # «لقوا مصرعهم وأصيب 13»


def sufferers(tree: Tree, node: Node) -> Iterator[Node]:
    """Who died or was hurt, as a word of killing or wounding has them."""
    children = [child for child in tree.children(node, *_SUFFERS) if child.kind == "noun"]
    # «لقي 27 طفلا حتفهم», «قتل الشاب، 15 عاما»
    children = [child for child in children if child.classes.isdisjoint(_UNCOUNTED) or _is_number(tree, child)]
    objects = [child for child in children if child.relation == "object"]
    if node.is_predicate and objects and not any(child.relation == "passive" for child in children):
        children = objects  # «قتلت الغارة عشرين»: who kills is not counted
    yield from children
    if node.is_predicate and node.implied and node.suffers and node.subject >= 0:
        yield tree.nodes[node.subject]


def _is_number(tree: Tree, node: Node) -> bool:
    """«قتل أحد الجنود»: one of them, and no Sunday."""
    return fold(_said(tree, node.head, node.head)) in _numbers()


def number_of(tree: Tree, node: Node) -> tuple[int, int | None] | None:
    """The number of a group as (low, high): «ثلاثة وأربعون جنديا» (43, 43), «شخصان» (2, 2), «أكثر من 40» (40, None)."""
    first = node.first
    while first > 0 and tree.units[first - 1].code in _NUMBERS:
        first -= 1
    before = f" {fold(_said(tree, max(0, first - _FURTHEST), first - 1))} "
    words = fold(_GROUPED.sub("", _said(tree, first, node.last))).split()
    low = _value(words)
    vague = next((value for word in words[:2] if (value := _values("tens").get(word)) is not None), None)
    if low is None and vague is not None:
        return vague, None
    if low is None:
        low = 2 if node.features.number == "dual" else None
    if low is None:
        return None
    behind = fold(_said(tree, node.last + 1, min(node.last + _FURTHEST, len(tree.units) - 1)))
    behind = re.sub(r"[^\w\s]", " ", behind)
    said = f"{before}{' '.join(words)} {behind} "
    if any(each in said for each in _phrases("least")):
        return low, None
    return low, low


def _said(tree: Tree, first: int, last: int) -> str:
    if last < first:
        return ""
    return tree.text[tree.units[first].start : tree.units[last].end]


def _value(words: Sequence[str]) -> int | None:
    """The number that words say: «خمسة آلاف ومئتين» is 5,200."""
    total, current, divided = 0, 0, 1
    seen = False
    values = _numbers()
    for word in words:
        bare = word[1:] if word.startswith("و") and word not in values else word
        digits = _DIGITS.fullmatch(bare)
        value = int(digits[0]) if digits and len(bare) < _TEN else values.get(bare)
        if value is None:
            divided = _values("divided").get(bare, divided)
            if seen and bare not in ("", "و"):
                break
            continue
        seen = True
        if value in _SCALES:
            total += max(current, 1) * value // divided
            current = 0
        elif current and value in _DUAL:
            total += current * _DUAL[value]  # «350 ألفا», and alone «ألفا قتيل» are two thousand
            current = 0
        elif value == _HUNDRED and 0 < current < _TEN:
            current *= _HUNDRED
        else:
            current += value
    return total + current if seen else None

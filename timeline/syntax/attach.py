"""Attachment: where a preposition, a date, a noun behind «و» belongs. One ordered list of preferences for each.

A preference looks at the words that are still open (the right frontier, innermost first) and names one, or none; the
first
that names one decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.syntax.government import CLASS_TAKES, DEATHS, OWNER, PART, PARTITIVE, POSTED, SPOKESMAN
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node

#: Nouns that happen, and so have a time, a place and dependents of their own.
ACTS = frozenset(("masdar", "violence", "gathering", "act", "speech"))


def open_nodes(builder: Builder) -> list[Node]:
    """What is still open in the clause, the innermost first: the last noun, what governs it, up to the predicate."""
    clause, nodes, tree = builder.clause, builder.tree.nodes, builder.tree
    found: list[Node] = []
    if clause.last >= 0:
        node = nodes[clause.last]
        child = tree.child(node, "genitive")
        while child is not None:
            found.insert(0, child)
            child = tree.child(child, "genitive")
        current: Node | None = node
        while current is not None and current.number != clause.predicate:
            found.append(current)
            current = nodes[current.governor] if current.governor >= 0 else None
            if current is not None and current.is_predicate:
                break
    if clause.predicate >= 0:
        found.append(nodes[clause.predicate])
    return found


@lru_cache(maxsize=4096)
def folded(words: frozenset[str]) -> frozenset[str]:
    """Words in the spelling that prepositions are compared in."""
    return frozenset(map(fold, words))


def takes(node: Node, preposition: str) -> bool:
    """Whether a word governs a preposition: by its dictionary, or as a noun of its class."""
    if preposition in folded(node.takes):
        return True
    if node.kind != "noun":
        return False
    if preposition == OWNER and "masdar" in node.classes and not node.takes.isdisjoint(("object", "objects")):
        return True
    return any(preposition in CLASS_TAKES.get(each, ()) for each in node.classes)


@frozen
class Preference:
    """One way to decide, with the phrase that shows it."""

    name: str
    example: str
    choose: Callable[[Builder, Node, str, list[Node]], Node | None]


_CONCRETE = frozenset(("vehicle", "weapon", "building"))


def _of_a_title(builder: Builder, node: Node) -> bool:
    """«وزير الدفاع إلى»: an act that only names an office governs nothing."""
    while node.relation == "genitive" and node.governor >= 0:
        node = builder.node(node.governor)
        if not node.classes.isdisjoint(("title", "body", "person")):
            return True
    return False


_DONE = frozenset(("masdar", "violence"))
_BUILT = frozenset(("building", "place", "vehicle", "body"))


def _adjective_that_takes(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if builder.comma or not nodes or nodes[0].kind != "noun":
        return None
    return nodes[0] if preposition in builder.tree.described_by(nodes[0]) else None


def _doer(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if preposition != "by":
        return None
    return next(
        (
            node
            for node in nodes
            if node.is_predicate or (not node.classes.isdisjoint(_DONE) and node.classes.isdisjoint(_BUILT))
        ),
        None,
    )


def _suffered_in(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    """«أعلن الجيش مقتل طيارين في تصادم»: what somebody died in is told with the death, and not with the telling."""
    if preposition not in DEATHS or builder.comma or noun.classes.isdisjoint(ACTS):
        return None
    deaths = (node for node in nodes if not node.is_predicate and "suffering" in node.classes)
    return next(deaths, None)


def _part_of(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if preposition not in (PART, *SPOKESMAN) or builder.comma:
        return None
    for node in nodes:
        if node.kind != "noun":
            return None
        if not node.classes.isdisjoint(("part", "measure")) or (preposition in SPOKESMAN and "title" in node.classes):
            return node
    return None


def _owner(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if preposition != OWNER or builder.comma or not nodes or nodes[0].kind != "noun" or nodes[0].definite:
        return None
    owned = not nodes[0].classes.isdisjoint(_OWNED) and nodes[0].classes.isdisjoint(ACTS)
    return nodes[0] if owned and not noun.classes.isdisjoint(_OWNERS) else None


_OWNED = frozenset(("place", "building", "vehicle", "weapon", "thing"))
_OWNERS = frozenset(("person", "people", "force", "body", "media", "state"))


def _post(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if preposition not in POSTED or builder.comma or not nodes:
        return None
    title = next((node for node in nodes if node.kind == "noun" and "title" in node.classes), None)
    following = builder.following()
    if following is not None and following.said == "," and following.kind == "sign":
        following = builder.following(2)  # «مندوب اليمن لدى الأمم المتحدة، خالد اليماني»
    if title is None or following is None or following.kind != "noun":
        return None
    unit = builder.tree.units[following.head]
    named = unit.code in "JX" or unit.form.name == "given" or (unit.entity is not None and unit.entity.kind == "person")
    return title if named and builder.tree.child(title, "name") is None else None


def _act_that_takes(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    for node in nodes:
        if node.kind == "noun" and not node.classes.isdisjoint(ACTS) and takes(node, preposition):
            if builder.comma or not node.classes.isdisjoint(_CONCRETE) or _of_a_title(builder, node):
                continue
            if preposition == OWNER and builder.tree.child(node, preposition) is not None:
                continue  # «تعرضت دورية للجيش لكمين»: it has whose it is
            if not _by_dictionary(node, preposition) and node.classes <= _ONLY_ACTS and preposition != OWNER:
                surer = next((each for each in nodes if _by_dictionary(each, preposition)), None)
                construct = surer is not None and node.relation == "genitive" and node.governor == surer.number
                if surer is not None and not construct and (surer.is_predicate or not surer.classes.isdisjoint(ACTS)):
                    return surer  # «تبادل الحرس إطلاق النار مع مسلحين»
            return _gathering_for(builder, node, preposition)
    return None


_ONLY_ACTS = frozenset(("masdar", "act", "speech", "document"))


def _by_dictionary(node: Node, preposition: str) -> bool:
    return preposition in folded(node.takes)


def _gathering_for(builder: Builder, act: Node, preposition: str) -> Node:
    """«لقاء مصالحة بين»: what an indefinite genitive only says the purpose of is what they take part in."""
    above = builder.node(act.governor) if act.relation == "genitive" and act.governor >= 0 else None
    if above is None or act.definite or "gathering" in act.classes or "gathering" not in above.classes:
        return act
    if not takes(above, preposition):
        return act
    return above


def _predicate_that_takes(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    return next((node for node in nodes if node.is_predicate and takes(node, preposition)), None)


def _act_happens(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if builder.comma:
        return None
    for node in nodes:
        if node.is_predicate:
            return None
        if not node.classes.isdisjoint(_HAPPENS):
            return node
    return None


def _noun_beside(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if builder.comma or preposition not in PARTITIVE or not nodes or nodes[0].kind != "noun":
        return None
    return nodes[0]


def _the_predicate(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    return next((node for node in nodes if node.is_predicate), None)


def _the_last_noun(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    return nodes[0] if nodes and not builder.clause.waiting else None


#: Where a prepositional group belongs.
PREPOSITIONS = (
    Preference("adjective that takes it", "قصفت فصائل موالية لأنقرة القرية", _adjective_that_takes),
    Preference("doer", "قتل ثلاثة على يد مسلحين", _doer),
    Preference("what one died in", "أعلن الجيش مقتل طيارين في تصادم", _suffered_in),
    Preference("part", "عدد من المسلحين", _part_of),
    Preference("post", "التقى السفير الأميركي في العراق راين كروكر نظيره", _post),
    Preference("owner", "غارة على موقع للمتمردين", _owner),
    Preference("act that takes it", "الهجوم على القنصلية", _act_that_takes),
    Preference("predicate that takes it", "دعا الوزير الأطراف إلى الحوار", _predicate_that_takes),
    Preference("act that happens there", "أدان الهجوم في المدينة", _act_happens),
    Preference("noun beside it", "وفد من الحكومة", _noun_beside),
    Preference("predicate", "وصل الوزير في سيارة", _the_predicate),
    Preference("last noun", "القوات في الشمال", _the_last_noun),
)


def choose(preferences: Sequence[Preference], builder: Builder, node: Node, preposition: str = "") -> Node | None:
    """The word that the first preference that names one names, or none (yet)."""
    nodes = open_nodes(builder)
    for preference in preferences:
        found = preference.choose(builder, node, preposition, nodes)
        if found is not None:
            return found
    return None


def governor_of(builder: Builder, noun: Node, preposition: str) -> Node | None:
    """The word that a prepositional group belongs to, or none (yet)."""
    return choose(PREPOSITIONS, builder, noun, preposition)


def date_goes_to(builder: Builder, date: Node) -> Node | None:
    """The word that a date dates, or none (yet)."""
    return choose(DATES, builder, date)


def _verb_before(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«اجتمع أمس»: right behind the verb it is the verb's, whatever stands before."""
    if builder.clause.predicate < 0:
        return None
    verb = builder.node(builder.clause.predicate)
    return verb if verb.last == date.first - (2 if date.preposition else 1) else None


def _act_behind_a_preposition(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    if date.comma:
        return None
    for node in nodes:
        if node.is_predicate:
            return None
        if not node.preposition or node.classes.isdisjoint(_HAPPENS) or not node.classes.isdisjoint(_STANDS):
            continue
        governor = builder.node(node.governor) if node.governor >= 0 else None
        if governor is None or node.preposition in builder.words.anchors:
            return node
        alone = node.definite and builder.tree.child(node, "genitive") is None and not node.pronoun
        if takes(governor, node.preposition) and not alone:
            return node
    return None


def _second_date(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«استمعت اللجنة أمس إلى شاهد في اغتيال الوزير في 14 شباط»: the verb has a day, the second is the act's."""
    if builder.clause.predicate < 0 or date.comma:
        return None
    if not any(True for _ in builder.tree.children(builder.node(builder.clause.predicate), "date")):
        return None
    acts = (node for node in nodes if not node.is_predicate and not node.classes.isdisjoint(_HAPPENS))
    return next((node for node in acts if node.classes.isdisjoint(_STANDS)), None)


_STANDS = frozenset(("media", "body", "building"))


def _act_alone(builder: Builder, date: Node, _: str, nodes: list[Node]) -> Node | None:
    """«قصف على المدينة أمس»: in a clause without a verb, the act itself."""
    if builder.clause.predicate >= 0 or not nodes:
        return None
    return next((node for node in reversed(nodes) if not node.classes.isdisjoint(_HAPPENS)), None)


_HAPPENS = frozenset(("masdar", "violence", "gathering", "act"))

#: Where a date belongs: an act behind a preposition before the verb, for the act that a verb has as subject or
#: object is dated by the verb.
DATES = (
    Preference("verb right before", "في أول زيارة منذ الحرب، اجتمع أمس الوزيران", _verb_before),
    Preference("second date", "استمعت اللجنة أمس إلى شاهد في قضية اغتيال الوزير في 14 شباط", _second_date),
    Preference("act behind a preposition", "انسحب الجيش بعد قصف المدينة أمس", _act_behind_a_preposition),
    Preference("predicate", "أدان الوزير أمس الهجوم", _the_predicate),
    Preference("act alone", "قصف على المدينة أمس", _act_alone),
)


def joins(builder: Builder, noun: Node) -> Node | None:
    """The noun that one behind «و» is joined with: the innermost of its kind, else the one right before."""
    return choose(JOINED, builder, noun)


def _nouns(nodes: list[Node]) -> list[Node]:
    return [node for node in nodes if node.kind == "noun"]


def _same_word(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    key = noun.lemma.key if noun.lemma is not None else ""
    return next((node for node in _nouns(nodes) if key and node.lemma is not None and node.lemma.key == key), None)


_CLASSES = frozenset(
    ("person", "force", "state", "body", "media", "people", "place", "building", "vehicle", "weapon", "violence")
)


def _of_its_class(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    found = next((node for node in _nouns(nodes) if node.classes & noun.classes & _CLASSES), None)
    while found is not None and found.relation == "genitive" and found.governor >= 0:
        above = builder.node(found.governor)
        if not above.classes & noun.classes & _CLASSES:
            break
        found = above  # «نائب وزير الخارجية … والرئيس»: with the deputy
    return found


def _of_its_kind(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    return next((node for node in _nouns(nodes) if _of_one_kind(node, noun)), None)


def _right_before(builder: Builder, noun: Node, _: str, nodes: list[Node]) -> Node | None:
    beside = _nouns(nodes)
    return beside[0] if beside and not builder.comma else None


#: What a noun behind «و» is joined with.
JOINED = (
    Preference("of its class", "بين وزير الخارجية الأردني ورئيس الوزراء", _of_its_class),
    Preference("same word", "ناقش التجارة الخارجية وتجارة السلاح", _same_word),
    Preference("of its kind", "أدان القصف والتصريحات", _of_its_kind),
    Preference("right before", "ناقش الأمن والتجارة", _right_before),
)


_KINDS = (
    frozenset(("person", "people", "force", "body", "media", "state", "title")),
    frozenset(("place", "building", "state")),
    frozenset(("masdar", "violence", "act", "gathering", "speech")),
    frozenset(("weapon", "vehicle", "thing")),
)


def _of_one_kind(one: Node, other: Node) -> bool:
    a, b = _kinds(one), _kinds(other)
    return bool(a & b)


def _kinds(node: Node) -> frozenset[int]:
    if node.entry is None and node.entity is None and node.kind == "noun":
        return frozenset((0,))
    return frozenset(k for k, kind in enumerate(_KINDS) if node.classes & kind)

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

from timeline.syntax.government import (
    CLASS_TAKES,
    DEATHS,
    DIED_OF,
    MEANS,
    NOUN_TAKES,
    OWNER,
    PART,
    PARTITIVE,
    PLACED,
    PORTFOLIO,
    POSTED,
    SPOKESMAN,
    TELLING_WHO,
)
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder
    from timeline.syntax.tree import Node

#: Nouns that happen, and so have a time, a place and dependents of their own.
ACTS = frozenset(("masdar", "violence", "gathering", "act", "speech"))
#: Nouns that happen somewhere, on some day.
HAPPENS = frozenset(("masdar", "violence", "gathering", "act"))


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
    """«وزير الدفاع إلى», «قوات مكافحة الإرهاب في»: an act that only names an office or a force governs nothing."""
    while node.relation == "genitive" and node.governor >= 0:
        node = builder.node(node.governor)
        if not node.classes.isdisjoint(("title", "body", "person", "force")):
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
    outside = _fate_of_the_head(builder)
    if outside is not None:
        return outside
    return next(
        (
            node
            for node in nodes
            if (node.is_predicate and not _says_itself(builder, node))
            or (
                not node.classes.isdisjoint(_DONE)
                and node.classes.isdisjoint(_BUILT)
                and not _of_a_thing(builder, node)
            )
        ),
        None,
    )


def _of_a_thing(builder: Builder, node: Node) -> bool:
    """«سفينة شحن»: a verbal noun that says what a thing is for has no doer."""
    head = builder.node(node.governor) if node.relation == "genitive" and node.governor >= 0 else None
    return head is not None and not head.classes.isdisjoint(_THINGS)


_THINGS = frozenset(("vehicle", "weapon", "building"))


def _says_itself(builder: Builder, verb: Node) -> bool:
    """«الصحف تعلق على سقوط المدينة في أيدي القوات»: who says something is there, and nobody else did it."""
    return verb.takes_clause and bool(builder.clause.topics or builder.clause.bare)


def _fate_of_the_head(builder: Builder) -> Node | None:
    """«مقتل طالبة تدرس الطب على يد جنود»: a clause that only says who it was has no doer."""
    clause = builder.clause
    if clause.kind != "relative" or clause.predicate < 0 or clause.head < 0:
        return None
    verb, node = builder.node(clause.predicate), builder.node(clause.head)
    if all(lemma.key not in TELLING_WHO for lemma, _ in verb.entries):
        return None
    while not node.is_predicate and "suffering" not in node.classes:
        if node.governor < 0:
            outer = builder.stack[-2].predicate if len(builder.stack) > 1 else -1
            return builder.node(outer) if outer >= 0 else None
        node = builder.node(node.governor)
    return node


def _suffered_in(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    """«أعلن الجيش مقتل طيارين في تصادم»: what somebody died in is told with the death, and not with the telling."""
    if preposition not in DEATHS or noun.classes.isdisjoint(ACTS):
        return None
    if builder.comma and (preposition not in DIED_OF or "violence" not in noun.classes):
        return None
    clause = builder.clause
    if builder.comma and (clause.predicate < 0 or builder.node(clause.predicate).takes_clause):
        nodes = [*nodes, *map(builder.node, (*clause.topics, *clause.bare))]  # «مقتل القائد الذي يدير المدينة، في غارة»
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
    if preposition != OWNER or builder.comma or not nodes or nodes[0].kind != "noun":
        return None
    if nodes[0].definite:  # «الساحل الغربي لليمن»
        return nodes[0] if "place" in nodes[0].classes and "state" in noun.classes else None
    owned = not nodes[0].classes.isdisjoint(_OWNED) and nodes[0].classes.isdisjoint(ACTS)
    owned = owned or ("document" in nodes[0].classes and _is_subject(builder, nodes[0]))  # «كشف تقرير لخبراء»
    if not owned or noun.classes.isdisjoint(_OWNERS):
        return None
    struck_by = builder.node(nodes[0].governor) if nodes[0].preposition == MEANS and nodes[0].governor >= 0 else None
    by_arms = struck_by is not None and "violence" in struck_by.classes and not struck_by.definite
    return struck_by if by_arms else nodes[0]  # «هجوم بمسيرات للحركة»: the attack is theirs


def _is_subject(builder: Builder, noun: Node) -> bool:
    """Whether a noun is the first behind a verb of speech."""
    clause = builder.clause
    said = clause.predicate >= 0 and builder.node(clause.predicate).takes_clause and not clause.topics
    return said and bool(clause.bare) and clause.bare[0] == noun.number


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
    named = named or (unit.form.nisba is not None and any(each.relation == "name" for each in following.members))
    return title if named and builder.tree.child(title, "name") is None else None


def _office_of(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    """«الأمين العام للأمم المتحدة», «المدير العام للوكالة», «وكيله للشؤون الإنسانية»: what an office is of."""
    if preposition != OWNER or builder.comma or not nodes:
        return None
    title = next((node for node in nodes if node.kind == "noun" and "title" in node.classes), None)
    if title is None:
        return None
    if noun.lemma is not None and noun.lemma.key in PORTFOLIO:
        return title
    if nodes[0].preposition == OWNER and nodes[0].governor == title.number:
        return title  # «المدير العام للوكالة الدولية للطيران»
    of_rank = title is nodes[0] and title.definite and title.nisba is None and title.head < title.last
    body = not noun.classes.isdisjoint(_BODIES)
    return title if of_rank and body and builder.tree.child(title, "genitive") is None else None


_BODIES = frozenset(("body", "force", "building"))


def _within_a_title(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    """«المتحدث باسم التحالف لدعم الشرعية في اليمن، تركي المالكي،»: before its name in commas all is the title's."""
    if builder.comma or not nodes or nodes[0].kind != "noun":
        return None
    title = next((node for node in nodes if node.kind == "noun" and "title" in node.classes), None)
    if title is None or builder.tree.child(title, "name") is not None:
        return None
    ahead = 1
    while (chunk := builder.following(ahead)) is not None and chunk.kind in ("noun", "preposition"):
        ahead += 1
    name, close = builder.following(ahead + 1), builder.following(ahead + 2)
    if chunk is None or name is None or close is None or chunk.said != "," or close.said != "," or name.kind != "noun":
        return None
    unit = builder.tree.units[name.head]
    named = unit.code == "J" or unit.form.name == "given" or (unit.entity is not None and unit.entity.kind == "person")
    return nodes[0] if named else None


def _noun_that_takes(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    for node in nodes:
        if node.kind == "noun" and any(preposition in NOUN_TAKES.get(lemma.key, ()) for lemma, _ in node.entries):
            return node
    return None


def _act_that_takes(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    for node in nodes:
        if node.kind == "noun" and not node.classes.isdisjoint(ACTS) and takes(node, preposition):
            thing = "violence" not in node.classes and not node.classes.isdisjoint(_CONCRETE)  # «كمين» is an ambush too
            if builder.comma or thing or _of_a_title(builder, node):
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
    told = preposition in PLACED and "place" in noun.classes and not builder.comma
    for node in nodes:
        if node.is_predicate and takes(node, preposition):
            return None if told and node.takes_clause and nodes[0].classes & _BUILT else node
    return None


def _act_happens(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if builder.comma:
        return None
    for node in nodes:
        if node.is_predicate:
            return None
        if not node.classes.isdisjoint(HAPPENS) and not _of_a_title(builder, node):
            return node
    return None


def _noun_beside(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    if builder.comma or preposition not in PARTITIVE or not nodes or nodes[0].kind != "noun":
        return None
    return nodes[0]


def the_predicate(builder: Builder, noun: Node, preposition: str, nodes: list[Node]) -> Node | None:
    """«وصل الوزير في سيارة», «أدان الوزير أمس الهجوم»: the verb of the clause."""
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
    Preference("office", "قال الأمين العام للأمم المتحدة إن", _office_of),
    Preference("within a title", "قال مدير المركز لرصد الزلازل في اليابان، هيروشي تاناكا، إن", _within_a_title),
    Preference("owner", "غارة على موقع للمتمردين", _owner),
    Preference("noun that takes it", "أعلنت الجماعة مسؤوليتها عن الهجوم", _noun_that_takes),
    Preference("act that takes it", "الهجوم على القنصلية", _act_that_takes),
    Preference("predicate that takes it", "دعا الوزير الأطراف إلى الحوار", _predicate_that_takes),
    Preference("act that happens there", "أدان الهجوم في المدينة", _act_happens),
    Preference("noun beside it", "وفد من الحكومة", _noun_beside),
    Preference("predicate", "وصل الوزير في سيارة", the_predicate),
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

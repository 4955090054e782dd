"""Holders of offices: the name that stands behind what belongs to the office.

«أعلن المتحدث باسم الجيش العميد فهد العصيمي أن»: two nouns, one person. A verb that says something has no person as
its object, so the name behind its subject is the subject's: an apposition.
"""

from __future__ import annotations

from timeline.syntax.government import OWNER, SPOKESMAN
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

_THAT = fold("أن")


def name_holders(tree: Tree) -> Tree:
    """Hang the names that holders of offices have under their office."""
    for predicate in tree.nodes:
        if not predicate.is_predicate or predicate.subject < 0:
            continue
        office = tree.nodes[predicate.subject]
        if "title" in office.classes and office.entity is None and not _named(tree, office):
            name = (
                _said_behind(tree, predicate, office)
                or _swallowed(tree, predicate, office)
                or _holding_both(tree, predicate, office)
            )
            if name is not None:
                _move(tree, name, office)
    return tree


def _named(tree: Tree, office: Node) -> bool:
    return any(True for _ in tree.children(office, "name", "apposition"))


def _is_person(tree: Tree, node: Node) -> bool:
    """Whether it is a name of a person, or a title with one."""
    if node.entity is not None:
        return node.entity.kind == "person"
    if node.entry is None or node.relation == "name":  # «وليد حداد» could be words too
        return "person" in node.classes
    return "person" in node.classes and any(True for _ in tree.children(node, "name"))


def _said_behind(tree: Tree, predicate: Node, office: Node) -> Node | None:
    """The object of a verb that has none, or a second one: «قال القيادي في الحركة حسن يوسف إن»."""
    if "objects" in predicate.takes:
        return None
    bare = [child for child in tree.children(predicate, "object", "object2") if child.head > office.last]
    person = next((child for child in bare if _is_person(tree, child)), None)
    if person is None:
        return None
    says = any(True for _ in tree.children(predicate, "that", "quoted")) and _THAT in map(fold, predicate.takes)
    if len(bare) > 1 and person is bare[0] and person.entry is None:
        bare[1].relation = "object"  # «زار المبعوث إلى اليمن مارتن غريفيث صنعاء»
        return person
    return person if says or "object" not in predicate.takes else None


def _swallowed(tree: Tree, predicate: Node, office: Node) -> Node | None:
    """The name of a noun behind a preposition that can have none: «المفوض لحقوق الإنسان فولكر تورك»."""
    for child in [*tree.children(office), *tree.children(predicate)]:
        if not child.preposition or child.kind != "noun" or child.head < office.head or "title" in child.classes:
            continue
        deepest = child
        while (inner := next(tree.children(deepest, "genitive"), None)) is not None:
            deepest = inner
        name = next(tree.children(deepest, "name"), None)
        of_it = child.preposition in SPOKESMAN or (child.preposition == OWNER and child.governor == office.number)
        inside = deepest is not child or of_it  # «المتحدث باسم المارينز براين بلوك»
        if name is not None and inside and "title" not in deepest.classes and _is_person(tree, name):
            return name
    return None


def _holding_both(tree: Tree, predicate: Node, office: Node) -> Node | None:
    """«قال وكيل الأمين العام ومنسق الإغاثة مارك لوكوك إن»: two offices, and one who speaks."""
    if not any(True for _ in tree.children(predicate, "that", "quoted")):
        return None
    second = next(tree.children(office, "conjunct"), None)
    if second is None or "title" not in second.classes or second.lemma is None or office.lemma is None:
        return None
    return second if second.lemma.key != office.lemma.key and _is_person(tree, second) else None


def _move(tree: Tree, name: Node, office: Node) -> None:
    tree.nodes[name.governor].children.remove(name.number)
    name.governor, name.relation = office.number, name.relation if name.relation == "name" else "apposition"
    office.children.append(name.number)

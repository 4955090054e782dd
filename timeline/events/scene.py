"""The scene of an act that names no place itself: where those are that it befell, or what its clause says."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from timeline.events.filling import WITHIN
from timeline.events.functions import joined_to
from timeline.events.one_act import BY_WHICH
from timeline.events.reading import Act
from timeline.syntax.tree import Node, Tree


def scene(act: Act, telling: AbstractSet[int]) -> Iterator[Node]:
    """Where an act was that has no place of its own: where those are that it befell, or what its clause says.

    «هجوم على دورية في عدن», «قتل اثنان في عدن بانفجار»; not where one speaks of it: ``telling``.
    """
    tree = act.tree
    for filler in act.fillers:
        if filler.role in ("target", "participant") and filler.node is not None and filler.node.entity is None:
            yield from _sites(tree, filler.node)
    node, seen = act.light or act.node, {act.node.number}
    for _ in range(4):
        if node.governor < 0 or (node.preposition and node.preposition not in BY_WHICH) or node.relation in _APART:
            return
        seen.add(node.number)
        node = tree.nodes[node.governor]
        if node.number in telling:
            return
        yield from (site for site in _sites(tree, node) if site.number not in seen)
        if node.is_predicate:
            return


_APART = frozenset(("relative", "that", "quoted", "cause", "condition", "time", "topic"))


def _sites(tree: Tree, node: Node) -> Iterator[Node]:
    return (child for child in tree.children(node) if child.kind == "noun" and child.preposition in WITHIN)


def named_with(tree: Tree, node: Node) -> list[Node]:
    """«محافظتي إدلب وحماة»: the places joined to the one that a noun of place is named by."""
    names = tree.children(node, "genitive", "name") if node.entity is None else iter(())
    places = [each for name in names for each in joined_to(tree, name)]
    return [each for each in places if each.entity is not None and each.entity.kind in ("place", "capital", "country")]

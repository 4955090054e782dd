"""Titles and names that stand apart: «السفير الأميركي في العراق راين كروكر», «سعود، وزير الدفاع،»."""

from __future__ import annotations

from timeline.syntax.builder import Builder
from timeline.syntax.tree import Node


def title_without_name(builder: Builder, head: Node) -> Node | None:
    """«السفير الأميركي في العراق راين كروكر»: a name behind the prepositional group of its title."""
    clause = builder.clause
    unit = builder.tree.units[head.head]
    named = unit.code == "J" or unit.form.name == "given" or (head.entity is not None and head.entity.kind == "person")
    beyond = builder.following()
    closed = builder.comma and beyond is not None and beyond.said == ","  # «السفير، راين كروكر،»
    if clause.last < 0 or (builder.comma and not closed) or not (named or unit.code == "X"):
        return None
    node = builder.node(clause.last)
    if not node.preposition and not closed:
        return None
    while node.governor >= 0:
        node = builder.node(node.governor)
        if node.kind != "noun":
            return None
        if not node.classes.isdisjoint(("title", "person")):
            return None if builder.tree.child(node, "name") is not None else node
    return None


def apposition(builder: Builder, previous: Node, head: Node) -> bool:
    """«سعود، وزير الدفاع،», «رئيس الحكومة، وليم أودنغا،»: a title and its name between commas are one."""
    if not head.definite or not _ends_with_comma(builder):
        return False
    named = previous.entity is not None or builder.tree.child(previous, "name") is not None or previous.entry is None
    title = bool(head.classes & {"title", "person"}) and head.entry is not None and head.entity is None
    title = title and head.features.number in ("singular", "")
    if named and title and previous.classes.isdisjoint(("place", "state")):
        return True
    return (head.entry is None and bool(previous.classes & {"title", "person"})) or (
        "place" in previous.classes and head.entity is not None and head.entity.kind in ("place", "capital")
    )


def second_title(builder: Builder, previous: Node, head: Node) -> Node | None:
    """«ولي العهد السعودي الأمير محمد بن سلمان»: the full title that a short one with the name stands behind.

    It may be a genitive: «زيارة ولي العهد السعودي الأمير محمد بن سلمان».
    """
    if head.classes.isdisjoint(("title", "person")) or not head.definite or head.nisba is not None:
        return None
    if builder.tree.child(head, "genitive") is not None or builder.tree.child(head, "name") is None:
        return None
    title: Node | None = previous
    while title is not None and "title" not in title.classes:
        title = builder.tree.child(title, "genitive")
    if title is None or builder.tree.child(title, "name") is not None:
        return None
    full = title.nisba is not None or builder.tree.child(title, "genitive") is not None
    return title if full else None


def further_title(builder: Builder, previous: Node, head: Node) -> bool:
    """«الجنرال قاسم سليماني قائد فيلق القدس قتل»: before the verb, a title behind a name is one more of theirs."""
    named = builder.tree.child(previous, "name") is not None or (
        previous.entity is not None and previous.entity.kind == "person"
    )
    return named and "title" in head.classes and head.definite and head.entity is None


def _ends_with_comma(builder: Builder) -> bool:
    chunk = builder.following()
    return chunk is None or chunk.kind in ("sign", "date", "verb", "preposition", "close")


def names_a_title(builder: Builder, last: int) -> bool:
    """Whether a title still waits for its name."""
    node = builder.node(last)
    while node.kind == "noun":
        if "title" in node.classes:
            return builder.tree.child(node, "name") is None
        if node.governor < 0:
            return False
        node = builder.node(node.governor)
    return False

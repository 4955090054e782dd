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


def second_title(builder: Builder, previous: Node, head: Node) -> bool:
    """«ولي العهد السعودي الأمير محمد بن سلمان»: a full title, then a short one with the name."""
    if "title" not in previous.classes or "title" not in head.classes or not head.definite or head.nisba is not None:
        return False
    full = previous.nisba is not None or builder.tree.child(previous, "genitive") is not None
    named = builder.tree.child(previous, "name") is not None
    short = builder.tree.child(head, "genitive") is None
    return full and not named and short and builder.tree.child(head, "name") is not None


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

"""Titles and names that stand apart: «السفير الأميركي في العراق راين كروكر», «سعود، وزير الدفاع،»."""

from __future__ import annotations

from timeline.syntax.builder import Builder
from timeline.syntax.tree import Node


def title_without_name(builder: Builder, head: Node) -> Node | None:
    """«السفير الأميركي في العراق راين كروكر»: a name behind the prepositional group of its title.

    With a nationality of its own between commas: «المبعوث إلى السودان، الكندي روبير تانغي،».
    """
    clause = builder.clause
    unit = builder.tree.units[head.head]
    named = unit.code == "J" or unit.form.name == "given" or (head.entity is not None and head.entity.kind == "person")
    named = named or (builder.comma and head.nisba is not None and builder.tree.child(head, "name") is not None)
    beyond = builder.following()
    if builder.comma and beyond is not None and beyond.kind == "date":
        beyond = builder.following(2)  # «رئيس الحكومة، رفيق الحريري عام 2005،»
    closed = builder.comma and beyond is not None and beyond.said in (",", ":")  # «السفير، راين كروكر،»
    if clause.last < 0 or (builder.comma and not closed) or not (named or unit.code == "X"):
        return None
    node = builder.node(clause.last)
    if not node.preposition and not closed:
        return None
    if closed:
        held = _titled_within(builder, node)
        if held is not None:
            return held
    while node.governor >= 0:
        node = builder.node(node.governor)
        if node.kind != "noun":
            return None
        if not node.classes.isdisjoint(("title", "person")):
            return None if builder.tree.child(node, "name") is not None else _whole_title(builder, node)
    return None


def _whole_title(builder: Builder, title: Node) -> Node:
    """«مبعوث الرئيس الكيني إلى الصومال جون أوتينو» is the envoy, and not the president."""
    while title.relation == "genitive" and title.governor >= 0:
        above = builder.node(title.governor)
        if "title" not in above.classes or _named(builder, above):
            break
        title = above
    return title


def _titled_within(builder: Builder, act: Node) -> Node | None:
    """«زيارة وزير الخارجية، جان إيف لودريان،»: the title that an act is of, if it has no name."""
    title = builder.tree.child(act, "genitive") if "masdar" in act.classes else None
    if title is None or "title" not in title.classes or _named(builder, title):
        return None
    return title


def apposition(builder: Builder, previous: Node, head: Node) -> bool:
    """«سعود، وزير الدفاع،», «رئيس الحكومة، وليم أودنغا،»: a title and its name between commas are one."""
    if not _ends_with_comma(builder):
        return False
    titled = bool(previous.classes & {"title", "person"})
    if not head.definite:  # «وزيرة الداخلية، أمبر راد،»: a name that no list has
        closed = (following := builder.following()) is not None and following.said == ","
        unknown = head.entry is None and not head.classes and not head.accusative
        of = builder.tree.child(previous, "genitive")
        known = previous.definite or (of is not None and of.entry is None and not of.classes)  # «حاكم إنديانا»
        return closed and unknown and titled and known and not _named(builder, previous)
    named = previous.entity is not None or builder.tree.child(previous, "name") is not None or previous.entry is None
    title = bool(head.classes & {"title", "person"}) and head.entry is not None and head.entity is None
    title = title and head.features.number in ("singular", "")
    if named and title and previous.classes.isdisjoint(("place", "state")):
        return True
    return (head.entry is None and titled) or (
        "place" in previous.classes and head.entity is not None and head.entity.kind in ("place", "capital")
    )


def _named(builder: Builder, title: Node) -> bool:
    return builder.tree.child(title, "name") is not None or builder.tree.child(title, "apposition") is not None


def second_title(builder: Builder, previous: Node, head: Node) -> Node | None:
    """«ولي العهد السعودي الأمير محمد بن سلمان»: the full title that a short one with the name stands behind.

    It may be a genitive: «زيارة ولي العهد السعودي الأمير محمد بن سلمان».
    """
    if head.classes.isdisjoint(("title", "person")) or not head.definite:
        return None
    if previous.pronoun and "title" in previous.classes and builder.tree.child(head, "name") is not None:
        return previous  # «قائدها الجنرال النيجيري فلان»
    if head.nisba is not None:
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

"""Verbal nouns that take an object of their own: «قصف الطيران سوقا», «زيارة الوزير، سالم حداد، بيروت»."""

from __future__ import annotations

from timeline.syntax.attach import ACTS
from timeline.syntax.builder import Builder
from timeline.syntax.government import PERSONAL, PLACED
from timeline.syntax.tree import Node

_ACTING = frozenset(("person", "people", "force", "body", "media", "state", "title"))
_ARMS = frozenset(("vehicle", "weapon"))


def masdar_before(builder: Builder, head: Node) -> Node | None:
    """«قصف الطيران سوقا», «إلغاء الحكومة الدعم»: the object of a verbal noun whose genitive acts."""
    clause = builder.clause
    if clause.last < 0 or builder.joined:
        return None
    noun = builder.node(clause.last)
    if builder.comma:
        host = _host_of_a_name(builder, noun)
        return host if host is not None and "place" in head.classes else None
    if _received(builder, noun, head):
        return builder.node(noun.governor)
    met = "gathering" in noun.classes and noun.pronoun and not head.classes.isdisjoint(_ACTING)
    if not _beside(builder, noun) or (
        not met and ("masdar" not in noun.classes or noun.takes.isdisjoint(("object", "objects")))
    ):
        return None
    genitive = builder.tree.child(noun, "genitive")
    if genitive is None:  # «أثناء لقائه وزير الدفاع»
        if _met_by_the_verb(builder, noun, head):
            return None
        return noun if noun.pronoun and (head.accusative or noun.preposition) else None
    if not head.definite and not genitive.classes.isdisjoint(_ACTING | _ARMS) and _takes_none(builder):
        return noun  # «أسفرت مهاجمة مسلحين محطة عن أضرار»
    if genitive.classes and genitive.classes.isdisjoint(_ACTING):
        return None
    shown = head.definite or head.counted  # «إطلاق الجماعة سبعة صواريخ»
    if genitive.definite and not head.definite and not head.classes.isdisjoint(ACTS) and _has_its_subject(builder):
        return noun  # «بعد إجراء روسيا محادثات»
    return noun if head.accusative or _oblique(head) or (shown and head.classes.isdisjoint(_ACTING)) else None


def _met_by_the_verb(builder: Builder, act: Node, head: Node) -> bool:
    """«التقى خلال زيارته المرشد»: one visits a place, and meets somebody."""
    verb = builder.node(builder.clause.predicate) if builder.clause.predicate >= 0 else None
    to_things = act.lemma is not None and act.lemma.verb is not None and act.lemma.verb.key in PERSONAL
    wants = verb is not None and not verb.pronoun and not verb.takes.isdisjoint(("object", "objects"))
    return to_things and wants and "person" in head.classes


def _host_of_a_name(builder: Builder, name: Node) -> Node | None:
    """«زيارة وزير الصحة، نادر خليل، تونس»: the journey of whom a name between commas names."""
    if name.relation != "name" or not name.comma:
        return None
    title = builder.node(name.governor)
    act = builder.node(title.governor) if title.relation == "genitive" and title.governor >= 0 else None
    return act if act is not None and {"gathering", "masdar"} <= act.classes else None


def _received(builder: Builder, site: Node, head: Node) -> bool:
    """«استقبال الرئيس في القصر ولي العهد»: a reception still lacks its guest behind where it was."""
    act = builder.node(site.governor) if site.relation in PLACED and site.governor >= 0 else None
    if act is None or not {"gathering", "masdar"} <= act.classes or act.takes.isdisjoint(("object", "objects")):
        return False
    host = builder.tree.child(act, "genitive")
    people = host is not None and "person" in host.classes and "person" in head.classes and head.definite
    return people and builder.tree.child(act, "object") is None and _beside(builder, site)


def _has_its_subject(builder: Builder) -> bool:
    """Whether the verb of the clause needs no further noun as its subject, and none as its object."""
    clause = builder.clause
    if clause.predicate < 0:
        return False
    verb = builder.node(clause.predicate)
    two = not verb.takes.isdisjoint(("object", "objects")) and not verb.pronoun
    return len(clause.bare) + bool(clause.topics) > int(two)


def _takes_none(builder: Builder) -> bool:
    """Whether the clause has a verb with its subject, and one that never has an object."""
    clause = builder.clause
    if clause.predicate < 0 or not (clause.bare or clause.topics):
        return False
    verb = builder.node(clause.predicate)
    return verb.kind == "verb" and bool(verb.entries) and verb.takes.isdisjoint(("object", "objects"))


def _oblique(head: Node) -> bool:
    """«استهداف الجيش شاحنتين», «اعتقال الشرطة متظاهرين»: behind the genitive it can only be the object."""
    return not head.definite and bool(head.entries) and all(each.case == "obl" for _, each in head.entries)


def _beside(builder: Builder, noun: Node) -> bool:
    """Whether a noun group ends right before this chunk."""
    return builder.tree.whole_last(noun) + 1 == builder.row[builder.at].first

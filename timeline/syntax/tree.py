"""The tree of a sentence: who governs whom, and as what.

«أعلن الجيش أن الطائرات قصفت المطار أمس» prints as

    أعلن: subject = الجيش; that = قصفت
    قصفت (that): subject = الطائرات; object = المطار; date = أمس
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Literal

from attrs import define, field

from timeline.lexicon.gazetteer import Entity
from timeline.syntax.agreement import OPEN, Features, of_noun
from timeline.syntax.form import Form
from timeline.syntax.government import ADJECTIVE_TAKES, AND
from timeline.syntax.lexicon import Entry, Lemma
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

NodeKind = Literal["verb", "participle", "noun", "date", "pronoun"]

#: What a node can be to its governor; a preposition that governs it is its relation too («على», «by»).
RELATIONS = (
    "subject", "passive", "object", "object2", "genitive", "name", "apposition", "conjunct", "date", "that", "relative",
    "circumstance", "time", "cause", "condition", "purpose", "coordinated", "quoted", "topic", "root", "adverbial",
    "among",
)  # fmt: skip


@define(eq=False, slots=True)
class Node:
    """A verb, a noun, a participle or a date with what it hangs on.

    Attributes
    ----------
    kind, head
        what it is, and its unit in ``Tree.units``
    first, last
        the units of its group: a noun with its adjectives, a verb with its particles
    governor, relation
        the number of the node that governs it (-1: none), and what it is to it
    entry
        the reading chosen: lemma and inflection; ``None`` for names and unknown words
    subject, implied
        for predicates: the number of the node that acts (-1: nobody known), and whether it is only understood
    pronoun
        what is attached («هاجمها»), and ``negated``, ``verbal``, ``future``, ``auxiliary`` of a verb group
    """

    number: int
    kind: NodeKind
    head: int
    first: int
    last: int
    governor: int = -1
    relation: str = "root"
    entry: Entry | None = None
    entries: tuple[Entry, ...] = ()
    entity: Entity | None = None
    classes: frozenset[str] = frozenset()
    definite: bool = False
    accusative: bool = False
    counted: bool = False  # behind a number: «16 جنديا»
    hint: str = ""  # of a predicate: the pronoun that is its subject: «أنها ستغلق»
    nisba: Entity | None = None
    beside: tuple[Entity, ...] = ()  # further adjectives of nationality: «غارات سورية وروسية»
    features: Features = OPEN
    pronoun: str = ""
    negated: str = ""
    verbal: str = ""
    future: bool = False
    auxiliary: tuple[Entry, ...] = ()
    subject: int = -1
    implied: bool = False
    suffers: bool = False  # a passive in sense: its subject is the one it happens to: «خمسة قتلوا»
    gap: str = ""  # of a relative clause: what its head is in it: subject, object, a preposition
    clause: str = ""  # of a predicate: main, that, relative …
    date: int = -1
    preposition: str = ""
    comma: bool = False  # a comma stands before it
    quoted: bool = False
    children: list[int] = field(factory=list)

    @property
    def lemma(self) -> Lemma | None:
        """The word of the dictionary, where known."""
        return self.entry[0] if self.entry is not None else None

    @property
    def takes(self) -> frozenset[str]:
        """What it can govern, by any of its readings."""
        if len(self.entries) == 1:
            return self.entries[0][0].takes
        return frozenset().union(*[lemma.takes for lemma, _ in self.entries])

    @property
    def takes_clause(self) -> bool:
        """Whether it can govern a clause: «أعلن أن»."""
        return any(lemma.takes_clause for lemma, _ in self.entries)

    @property
    def is_predicate(self) -> bool:
        """Whether it is a verb or a participle that stands for one."""
        return self.kind in ("verb", "participle")


@define(eq=False, slots=True)
class Tree:
    """A sentence analysed: the text, its units, its nodes; roots have no governor."""

    text: str
    start: int
    end: int
    units: list[Unit]
    nodes: list[Node]

    def children(self, node: Node, *relations: str) -> Iterator[Node]:
        """What hangs on a node, in order; only those of the relations, if any are given."""
        for number in node.children:
            child = self.nodes[number]
            if not relations or child.relation in relations:
                yield child

    def below(self, node: Node) -> Iterator[Node]:
        """All that hangs on a node, and on what hangs on it."""
        waiting = list(node.children)
        while waiting:
            child = self.nodes[waiting.pop()]
            yield child
            waiting += child.children

    def child(self, node: Node, relation: str) -> Node | None:
        """The first that hangs on a node by a relation."""
        for number in node.children:
            if self.nodes[number].relation == relation:
                return self.nodes[number]
        return None

    def span(self, node: Node, *, whole: bool = True) -> tuple[int, int]:
        """Where a node's group stands in the text; ``whole`` with its genitives and its name."""
        last = node.last
        if whole and node.kind == "noun":
            last = self.whole_last(node)
        return self.units[node.first].start, self.units[last].end

    def described_by(self, node: Node) -> frozenset[str]:
        """The prepositions that the last adjective of a noun governs: «موالية» ل."""
        if node.last <= node.head:
            return frozenset()
        form = self.units[node.last].form
        entries = (*form.adjectives, *form.participles)
        return frozenset().union(*(ADJECTIVE_TAKES.get(lemma.key, ()) for lemma, _ in entries))

    def whole_last(self, node: Node) -> int:
        """The last unit of a noun with its genitives and its name, and with what its adjective governs."""
        last = node.last
        governed = self.described_by(node)
        for number in node.children:
            child = self.nodes[number]
            if child.relation in ("genitive", "name") or (governed and child.relation in governed):
                last = max(last, self.whole_last(child))
        return last

    def words(self, node: Node, *, whole: bool = True) -> str:
        """The printed words of a node's group."""
        start, end = self.span(node, whole=whole)
        said = " ".join(self.text[start:end].split())
        if said.startswith("ل") and self.units[node.first].form.definite:
            return "ا" + said  # behind ل the article has lost its alif
        return said

    def _head_word(self, node: Node) -> str:
        unit = self.units[node.head]
        joined = node.kind == "verb" and node.entry in unit.form.joined  # «وردت» read as «و» and «ردت»
        return self.text[unit.start + joined : unit.end]

    def genitive_role(self, node: Node, child: Node) -> str:
        """What the genitive of a verbal noun is to it: «وصول الوفد» subject, «توقيع الاتفاق» object, else ``of``."""
        if "masdar" not in node.classes:
            return "of"
        relations = {each.relation for each in self.children(node)}
        transitive = not node.takes.isdisjoint(("object", "objects"))
        if not transitive or "object" in relations:
            return "subject"
        if "by" in relations:
            return "object"
        if child.classes and child.classes.isdisjoint(_ACTORS):
            return "object"
        return "of"

    def _owned(self, node: Node) -> bool:
        """Whether the pronoun of a verbal noun is who acts: «زيارته إلى», «استقبالها وفدا»; «اغتياله» is open."""
        if node.kind != "noun" or not node.pronoun or "masdar" not in node.classes:
            return False
        return node.takes.isdisjoint(("object", "objects")) or any(True for _ in self.children(node, "object"))

    def predicates(self) -> Iterator[Node]:
        """Verbs, participles, and nouns of act that govern something."""
        for node in self.nodes:
            if node.is_predicate or (node.kind == "noun" and ("masdar" in node.classes or node.subject >= 0)):
                yield node

    def __str__(self) -> str:
        return "\n".join(filter(None, map(self.line, self.predicates())))

    def line(self, node: Node) -> str:
        """A predicate with what depends on it, on one line; nothing where nothing does."""
        said = []
        function = "passive" if node.suffers else "subject"
        if node.hint:
            said.append(f"{function} = -{node.hint}")
        elif node.subject >= 0 and node.implied:
            star = "" if node.gap == "subject" else "*"
            said.append(f"{function} = {star}{self.words(self.nodes[node.subject])}")
        elif node.children and self._owned(node):
            said.append(f"subject = -{node.pronoun}")
        for child in self.children(node):
            if child.relation in ("name", "conjunct"):
                continue
            words = self.words(child) if child.kind in ("noun", "date") else self._head_word(child)
            words += "".join(f" + {self.words(each)}" for each in self.children(child, "conjunct"))
            relation = self.genitive_role(node, child) if child.relation == "genitive" else child.relation
            relation = {"quoted": "that", "subject": function}.get(relation, relation)
            if child.kind == "pronoun" and child.pronoun:
                words = self.words(self.nodes[node.governor]) if node.gap == child.relation else f"-{child.pronoun}"
            said.append(f"{relation} = {words}")
        if node.is_predicate and node.pronoun:
            said.append(
                f"object = {self.words(self.nodes[node.governor]) if node.gap == 'object' else '-' + node.pronoun}"
            )
        elif node.gap == "object":
            said.append(f"object = {self.words(self.nodes[node.governor])}")
        if not said:
            return ""
        kind = f" ({node.clause})" if node.clause not in ("main", "") else ""
        return f"{self._head_word(node)}{kind}: {'; '.join(said)}"


def noun_node(number: int, units: list[Unit], head: int, first: int, last: int, nisba: int = -1) -> Node:
    """A noun of a group as a node."""
    unit = units[head]
    form = unit.form
    entity = unit.entity
    nouns = form.nouns if entity is None or entity.kind != "person" else ()
    node = Node(
        number, "noun", head, first, last, -1, "root", nouns[0] if nouns else None, nouns, entity,
        form.classes if entity is None else _classes_of(entity), form.definite or bool(form.pronoun),
        form.accusative and entity is None,  # «كوريا» shows no case
    )  # fmt: skip
    if unit.code == "J" or (form.name == "given" and entity is None and not nouns):
        node.classes = _PERSON
    elif unit.code == "Z":
        node.classes = _MEASURE
    elif _only_people(form, unit.code):
        node.classes = _PEOPLE
    if unit.code in "MJ":
        node.definite = True
    node.nisba = units[nisba].form.nisba if nisba >= 0 else form.nisba
    if nisba >= 0 and node.nisba is not None and node.nisba.kind == "country":
        behind = (each.form for each in units[nisba + 1 : last + 1] if each.form.folded != AND)
        nations = takewhile(lambda each: each is not None and each.kind == "country", (each.nisba for each in behind))
        node.beside = tuple(each for each in nations if each is not None)
    node.features = of_noun(form) if entity is None else _features_of(entity, form)
    node.pronoun = form.pronoun
    if unit.code == "Z":
        node.features = OPEN
    if first < head and any(each.code == "Z" for each in units[first:head]):
        node.features = Features("", "", node.features.human, node.features.loose)  # «16 جنديا»
        node.counted, node.accusative = True, False  # its case is the number's, which shows none
    if unit.code == "D":
        node.kind = "date"
    return node


def _only_people(form: Form, code: str) -> bool:
    """«الغربيون», «المحتجين»: a definite adjective that stands for a noun in the sound plural of men is people."""
    return code == "B" and not form.nouns and form.folded.endswith(_MEN)


_MEN = ("يون", "يين")
_ACTORS = frozenset(("person", "people", "force", "body", "media", "state", "title", "weapon", "vehicle"))
_PERSON, _PEOPLE = frozenset(("person",)), frozenset(("people",))
_MEASURE, _MEDIA = frozenset(("measure",)), frozenset(("media",))
_ENTITY_CLASSES = {
    "country": frozenset(("state",)), "capital": frozenset(("state", "place")), "person": frozenset(("person",)),
    "organization": frozenset(("body",)), "group": frozenset(("force",)), "place": frozenset(("place",)),
}  # fmt: skip


def _features_of(entity: Entity, form: Form) -> Features:
    """What agreement sees of a name: states are feminine but for a few, bodies have the gender of their first word."""
    if entity.kind in ("country", "capital"):
        own = fold(entity.name).startswith(form.folded)  # «البحرين» are two seas no more
        masculine = entity.country in MASCULINE_STATES or (not own and of_noun(form).gender == "m")
        return Features("singular", "" if masculine else "f")
    if entity.kind == "person":
        return Features("singular", "", human=True)
    shown = of_noun(form) if form.nouns else Features("singular")
    if entity.kind == "place" and not form.nouns:
        return Features("singular", "f")  # towns are feminine
    open_number = len({each.number for _, each in form.nouns}) > 1  # «الأمم»: of أمة, or a verbal noun
    short = not fold(entity.name).startswith(form.folded)  # «العفو الدولية» is feminine as «منظمة» is
    return Features(
        "" if entity.kind == "group" else shown.number,
        "" if open_number or short else shown.gender,
        loose=True,
        human=entity.kind == "group",
    )


#: States whose names news treats as masculine too: Iraq, Jordan, Lebanon, Morocco, Somalia, Sudan, Yemen.
MASCULINE_STATES = frozenset(("IRQ", "JOR", "LBN", "MAR", "SOM", "SDN", "YEM", "VAT"))


def _classes_of(entity: Entity) -> frozenset[str]:
    return _MEDIA if entity.media else _ENTITY_CLASSES[entity.kind]

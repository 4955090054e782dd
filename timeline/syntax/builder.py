"""The state while the clauses of a sentence are built: the way from the main clause to the one being built."""

from __future__ import annotations

from attrs import define, field

from timeline.syntax.agreement import describes, of_adjective
from timeline.syntax.chunks import Chunk
from timeline.syntax.lexicon import Words
from timeline.syntax.tree import Node, Tree


@define(eq=False, slots=True)
class Clause:
    """A clause while it is built: its predicate, nouns before it (topics) and behind it (bare), its head, its hint."""

    kind: str
    governor: int = -1
    predicate: int = -1
    topics: list[int] = field(factory=list)
    bare: list[int] = field(factory=list)
    waiting: list[int] = field(factory=list)  # prepositional groups and dates before the predicate
    last: int = -1  # the noun that was hung last
    head: int = -1  # of a relative clause
    hint: str = ""  # the pronoun of «أنه»
    before: int = -1  # the predicate that it is coordinated with
    quoted: bool = False
    that: bool = False  # it governs a clause of what is said
    opener: str = ""  # the connector that opened it: «عندما»
    comma: bool = False


@define(eq=False)
class Builder:
    """Hangs the chunks of one sentence; ``stack`` is the way from the main clause to the one being built."""

    tree: Tree
    row: list[Chunk]
    words: Words
    stack: list[Clause] = field(factory=lambda: [Clause("main")])
    done: list[Clause] = field(factory=list)
    at: int = 0
    skip: int = -1  # the last unit that is used already
    preposition: str = ""
    joined: str = ""  # «و» or another conjunction right before
    comma: bool = False
    said: int = -1  # the predicate of a quotation that nobody has said yet

    @property
    def clause(self) -> Clause:
        """The clause being built."""
        return self.stack[-1]

    def node(self, number: int) -> Node:
        """A node by its number."""
        return self.tree.nodes[number]

    def colours(self, node: Node) -> bool:
        """Whether a verb can be one that only colours another: «كان», «لا تزال»."""
        return any(lemma.key in self.words.auxiliaries for lemma, _ in node.entries)

    def following(self, ahead: int = 1) -> Chunk | None:
        """The chunk so many behind this one, and behind what this one used of them («ملك» read as a noun)."""
        place = self.at + 1
        while place < len(self.row) and self.row[place].last <= self.skip:
            place += 1
        place += ahead - 1
        return self.row[place] if place < len(self.row) else None

    def hang(self, node: Node, governor: int, relation: str) -> None:
        """Hang a node on another."""
        if governor == node.number or governor < 0:
            node.governor, node.relation = -1, relation
            return
        node.governor, node.relation = governor, relation
        self.node(governor).children.append(node.number)

    def loose(self, node: Node) -> None:
        """Take a node off what it hangs on."""
        if node.governor >= 0 and node.number in self.node(node.governor).children:
            self.node(node.governor).children.remove(node.number)
        node.governor = -1

    def nominal(self, clause: Clause) -> Node | None:
        """The adjective that a clause without a verb says of its noun, with that noun as its subject: «الوضع خطير»."""
        topics = [self.node(number) for number in clause.topics]
        if len(topics) < 2 or not topics[0].definite:
            return None
        subject = topics[0]
        predicate = next((node for node in topics[1:] if self._says_of(node, subject)), None)
        if predicate is None:
            return None
        self.hang(subject, predicate.number, "subject")
        predicate.subject = subject.number
        for node in (*topics[1:], *map(self.node, clause.waiting)):
            if node is not predicate and node.governor < 0:
                relation = node.relation if node.relation not in ("", "root") else "topic"
                self.hang(node, predicate.number if node.head > predicate.head else subject.number, relation)
        return predicate

    def _says_of(self, node: Node, subject: Node) -> bool:
        form = self.tree.units[node.head].form
        adjective = bool(form.adjectives or form.participles) and form.classes.isdisjoint(("masdar", "violence"))
        if node.definite or node.accusative or node.entity is not None or not adjective or node.kind != "noun":
            return False
        return describes(of_adjective(form), subject.features)

    def push(self, clause: Clause) -> None:
        """Begin a clause."""
        clause.quoted = clause.quoted or (self.stack[-1].quoted if self.stack else False)
        self.stack.append(clause)

    def close(self) -> None:
        """End the clause being built."""
        clause = self.stack.pop()
        self.done.append(clause)
        if not self.stack:
            return
        if clause.predicate < 0 and clause.topics:
            # A clause without a verb: «أن الوضع خطير», «الذي في حلب»
            predicate = self.nominal(clause)
            if predicate is not None:
                self.hang(predicate, clause.governor, clause.kind)
                predicate.clause = clause.kind
                clause.topics, clause.waiting = [], []
                return
            for number in clause.topics:
                self.hang(self.node(number), clause.governor, clause.kind)
            for number in clause.waiting:
                self.hang(self.node(number), clause.topics[0], self.node(number).relation)
            clause.topics, clause.waiting = [], []

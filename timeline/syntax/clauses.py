"""Clauses: the chunks of a sentence hung on one another, from left to right.

A clause has a predicate and what depends on it; a connector opens one, its end is seen from what follows. Who is
subject and
who is object is settled when a clause is whole (`timeline.syntax.roles`); where a preposition or a date belongs is
told by
the preferences of `timeline.syntax.attach`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from timeline.syntax.agreement import is_subject, stands_for
from timeline.syntax.attach import date_goes_to, governor_of, joins
from timeline.syntax.chunks import Chunk
from timeline.syntax.conjugation import OBJECT_PRONOUNS, Inflection
from timeline.syntax.form import Form
from timeline.syntax.groups import noun_members
from timeline.syntax.roles import settle
from timeline.syntax.tree import Node, Tree, noun_node
from timeline.text.spelling import fold


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
    row: Sequence[Chunk]
    auxiliaries: frozenset[str]
    passives: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    stack: list[Clause] = field(factory=lambda: [Clause("main")])
    done: list[Clause] = field(factory=list)
    at: int = 0
    skip: int = -1  # the last unit that is used already
    preposition: str = ""
    joined: str = ""  # «و» or another conjunction right before
    comma: bool = False
    said: int = -1  # the predicate of a quotation that nobody has said yet

    # ---- small questions -------------------------------------------------------------------------------------------

    @property
    def clause(self) -> Clause:
        """The clause being built."""
        return self.stack[-1]

    def node(self, number: int) -> Node:
        """A node by its number."""
        return self.tree.nodes[number]

    def following(self, ahead: int = 1) -> Chunk | None:
        """The chunk so many behind this one."""
        place = self.at + ahead
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

    # ---- the way through the chunks ----------------------------------------------------------------------------------

    def build(self) -> Tree:
        """Hang all chunks, and settle the clauses."""
        while self.at < len(self.row):
            chunk = self.row[self.at]
            if chunk.first > self.skip:
                self._take(chunk)
            self.at += 1
        while self.stack:
            self._close()
        for clause in sorted(self.done, key=lambda each: each.predicate):
            settle(self, clause)
        return self.tree

    def _take(self, chunk: Chunk) -> None:
        match chunk.kind:
            case "verb":
                self._verb(chunk)
            case "either":
                if self._reads_as_verb(chunk):
                    self._verb(chunk)
                else:
                    self._noun(self._as_noun(chunk))
            case "noun":
                self._noun(chunk)
            case "circumstance":
                self._circumstance(chunk)
            case "date":
                self._date(chunk)
            case "preposition":
                self._preposition(chunk)
                return
            case "pronominal":
                self._pronominal(chunk)
            case "complementizer":
                self._complementizer(chunk)
            case "relative" | "resumptive":
                self._relative(chunk)
            case "connector":
                self._connector(chunk)
            case "and":
                self.joined = chunk.said or "و"
                return
            case "pronoun":
                self._pronoun(chunk)
            case "adverb":
                self._adverb(chunk)
                return
            case "open" | "close" | "sign":
                self._sign(chunk)
                return
            case _:
                return
        self.joined, self.comma, self.preposition = "", False, ""

    # ---- nouns -------------------------------------------------------------------------------------------------------

    def _noun(self, chunk: Chunk) -> None:
        head = self._members(chunk)
        if self.preposition:
            self._governed(head)
        elif self.joined and self._joins(head):
            pass
        else:
            if self.joined and self._opens_clause():
                self._coordinate_clause(None)
            self._bare(head)
        self.clause.last = head.number

    def _members(self, chunk: Chunk) -> Node:
        """The nodes of a noun group; the first one is its head."""
        nodes: list[Node] = []
        for member in chunk.members:
            node = noun_node(
                len(self.tree.nodes), self.tree.units, member.head, member.first, member.last, member.nisba
            )
            self.tree.nodes.append(node)
            nodes.append(node)
            if member.parent >= 0:
                self.hang(node, nodes[member.parent].number, member.relation)
        nodes[0].comma = self.comma
        nodes[0].quoted = self.clause.quoted
        chain = [node for node, member in zip(nodes, chunk.members, strict=True) if member.relation != "name"]
        if chain[-1].definite:
            for node in chain:
                node.definite = True  # «وزير الدفاع»: definite by its genitive
        return nodes[0]

    def _governed(self, head: Node) -> None:
        clause = self.clause
        head.preposition = self.preposition
        governor = governor_of(self, head, self.preposition)
        if governor is None:
            head.relation = self.preposition
            clause.waiting.append(head.number)
        else:
            self.hang(head, governor.number, self.preposition)

    def _joins(self, head: Node) -> bool:
        """Hang a noun behind «و» on the one it is joined with."""
        partner = joins(self, head)
        if partner is None:
            return False
        self.hang(head, partner.number, "conjunct")
        head.preposition = partner.preposition
        return True

    def _opens_clause(self) -> bool:
        """«…، والجيش قصف المدينة»: a noun behind «و» that has a verb of its own."""
        if self.clause.predicate < 0:
            return False
        for ahead in range(1, 8):
            chunk = self.following(ahead)
            if chunk is None or chunk.kind in (
                "and",
                "sign",
                "connector",
                "complementizer",
                "relative",
                "open",
                "resumptive",
            ):
                return False
            if chunk.kind == "verb":
                return True
        return False

    def _bare(self, head: Node) -> None:
        clause = self.clause
        title = self._title_without_name(head)
        if title is not None:
            self.hang(head, title.number, "name")
            return
        masdar = self._masdar_before(head)
        if masdar is not None:
            self.hang(head, masdar.number, "object")
            return
        if self._full(clause) and self._wanted_outside():
            self._close()
            self._bare(head)
            return
        previous = self.node(clause.last) if clause.last >= 0 else None
        if previous is not None and not self.comma and self._second_title(previous, head):
            self.hang(head, previous.number, "apposition")
            return
        if previous is not None and self.comma and self._apposition(previous, head):
            self.hang(head, previous.number, "apposition")
            return
        if previous is not None and clause.predicate < 0 and not self.comma and self._further_title(previous, head):
            self.hang(head, previous.number, "apposition")
            return
        if clause.predicate < 0:
            if clause.kind == "relative" and clause.topics:
                clause.topics.append(head.number)
                return
            clause.topics.append(head.number)
        else:
            clause.bare.append(head.number)

    def _masdar_before(self, head: Node) -> Node | None:
        """«قصف الطيران سوقا», «إلغاء الحكومة الدعم»: the object of a verbal noun whose genitive acts."""
        clause = self.clause
        if clause.last < 0 or self.comma or self.joined:
            return None
        noun = self.node(clause.last)
        met = "gathering" in noun.classes and noun.pronoun and not head.classes.isdisjoint(_ACTING)
        if not self._beside(noun) or (
            not met and ("masdar" not in noun.classes or noun.takes.isdisjoint(("object", "objects")))
        ):
            return None
        genitive = next(self.tree.children(noun, "genitive"), None)
        if genitive is None:  # «أثناء لقائه وزير الدفاع»
            return noun if noun.pronoun and (head.accusative or noun.preposition) else None
        if genitive.classes and genitive.classes.isdisjoint(_ACTING):
            return None
        return noun if head.accusative or (head.definite and head.classes.isdisjoint(_ACTING)) else None

    def _beside(self, noun: Node) -> bool:
        """Whether a noun group ends right before this chunk."""
        return self.tree.whole_last(noun) + 1 == self.row[self.at].first

    def _full(self, clause: Clause) -> bool:
        """Whether a relative clause has all the nouns that its verb can have besides its gap."""
        if clause.kind != "relative" or clause.predicate < 0 or clause.head < 0:
            return False
        verb, head = self.node(clause.predicate), self.node(clause.head)
        room = int(not verb.takes.isdisjoint(("object", "objects")) and not verb.pronoun)
        by_pronoun = verb.pronoun and stands_for(verb.pronoun, head.features)
        elsewhere = any(child.kind == "pronoun" and child.pronoun for child in self.tree.children(verb))
        return len(clause.bare) >= room + int(bool(by_pronoun or elsewhere))

    def _wanted_outside(self) -> bool:
        """Whether the clause around still wants a noun: its object, or its subject."""
        outer = self.stack[-2] if len(self.stack) > 1 else None
        if outer is None:
            return False
        if outer.predicate < 0:
            return bool(outer.topics)
        verb = self.node(outer.predicate)
        room = (
            1
            + int(not verb.takes.isdisjoint(("object", "objects")))
            - int(bool(outer.topics))
            - int(bool(verb.pronoun))
        )
        return len(outer.bare) < room

    def _title_without_name(self, head: Node) -> Node | None:
        """«السفير الأميركي في العراق راين كروكر»: a name behind the prepositional group of its title."""
        clause = self.clause
        unit = self.tree.units[head.head]
        named = (
            unit.code == "J" or unit.form.name == "given" or (head.entity is not None and head.entity.kind == "person")
        )
        if clause.last < 0 or self.comma or not (named or unit.code == "X"):
            return None
        node = self.node(clause.last)
        if not node.preposition:
            return None
        while node.governor >= 0:
            node = self.node(node.governor)
            if node.kind != "noun":
                return None
            if not node.classes.isdisjoint(("title", "person")):
                return None if any(True for _ in self.tree.children(node, "name")) else node
        return None

    def _apposition(self, previous: Node, head: Node) -> bool:
        """«سعود، وزير الدفاع،», «رئيس الحكومة، وليم أودنغا،»: a title and its name between commas are one."""
        if not head.definite or not self._ends_with_comma():
            return False
        named = (
            previous.entity is not None
            or any(True for _ in self.tree.children(previous, "name"))
            or previous.entry is None
        )
        title = bool(head.classes & {"title", "person"}) and head.entry is not None and head.entity is None
        if named and title and previous.classes.isdisjoint(("place", "state")):
            return True
        return (head.entry is None and bool(previous.classes & {"title", "person"})) or (
            "place" in previous.classes and head.entity is not None and head.entity.kind in ("place", "capital")
        )

    def _second_title(self, previous: Node, head: Node) -> bool:
        """«ولي العهد السعودي الأمير محمد بن سلمان»: a full title, then a short one with the name."""
        if (
            "title" not in previous.classes
            or "title" not in head.classes
            or not head.definite
            or head.nisba is not None
        ):
            return False
        full = previous.nisba is not None or any(True for _ in self.tree.children(previous, "genitive"))
        named = any(True for _ in self.tree.children(previous, "name"))
        short = not any(True for _ in self.tree.children(head, "genitive"))
        return full and not named and short and any(True for _ in self.tree.children(head, "name"))

    def _further_title(self, previous: Node, head: Node) -> bool:
        """«الجنرال قاسم سليماني قائد فيلق القدس قتل»: before the verb, a title behind a name is one more of theirs."""
        named = any(True for _ in self.tree.children(previous, "name")) or (
            previous.entity is not None and previous.entity.kind == "person"
        )
        return named and "title" in head.classes and head.definite and head.entity is None

    def _ends_with_comma(self) -> bool:
        chunk = self.following()
        return chunk is None or chunk.kind in ("sign", "date", "verb", "preposition", "close")

    def _pronominal(self, chunk: Chunk) -> None:
        """«معه», «فيها»: a preposition with somebody told of before."""
        said = self.tree.units[chunk.head].form.folded
        pronoun = next((each for each in OBJECT_PRONOUNS if said.endswith(each)), "")
        node = Node(len(self.tree.nodes), "pronoun", chunk.head, chunk.first, chunk.last, pronoun=pronoun)
        node.preposition = said[: len(said) - len(pronoun)]
        self.tree.nodes.append(node)
        clause = self.clause
        target = clause.predicate if clause.predicate >= 0 else clause.last
        if target < 0:
            node.relation = node.preposition
            clause.waiting.append(node.number)
        else:
            self.hang(node, target, node.preposition)

    def _pronoun(self, chunk: Chunk) -> None:
        """«وهو يصافح», «هو الذي»: somebody told of before begins a clause."""
        clause = self.clause
        said = self.tree.units[chunk.head].form.folded
        if clause.predicate >= 0:
            self._push(Clause("circumstance", governor=clause.predicate, hint=said.removeprefix("و")))
        else:
            clause.hint = said.removeprefix("و")

    def _adverb(self, chunk: Chunk) -> None:
        """«هاتفيا», «مجددا»: hung on the predicate, and no end of anything."""
        node = Node(len(self.tree.nodes), "pronoun", chunk.head, chunk.first, chunk.last, relation="adverbial")
        self.tree.nodes.append(node)
        if self.clause.predicate >= 0:
            self.hang(node, self.clause.predicate, "adverbial")
        else:
            self.clause.waiting.append(node.number)

    def _preposition(self, chunk: Chunk) -> None:
        unit = self.tree.units[chunk.head]
        if unit.form.verbs and self._crosses():
            self._verb(chunk)  # «عبر المقاتلون النهر»
            return
        said = unit.form.meaning or unit.form.folded
        following = self.following()
        if (
            said == "ل"
            and following is not None
            and following.kind in ("verb", "either")
            and self._is_present(following)
            and (following.kind == "verb" or not self._noun_after_l(following))
        ):
            self._push(Clause("purpose", governor=self.clause.predicate))
            self.preposition = ""
            self.row = [*self.row]
            self._verb(following)
            self.skip = following.last
            return
        self.preposition = (
            f"{self.preposition} {said}".strip()
            if self.preposition in ("الي", "من") and said in ("جانب", "بين")
            else said
        )

    def _crosses(self) -> bool:
        """Whether a word that is mostly a preposition stands where a clause wants its verb, with somebody behind it."""
        following = self.following()
        if self.clause.predicate >= 0 or self.clause.topics or self.clause.waiting or following is None:
            return False
        unit = self.tree.units[following.head]
        return (
            following.kind == "noun"
            and unit.form.definite
            and not unit.form.classes.isdisjoint(("person", "people", "force"))
        )

    def _is_present(self, chunk: Chunk) -> bool:
        return any(each.tense == "present" for _, each in self.tree.units[chunk.head].form.verbs)

    def _noun_after_l(self, chunk: Chunk) -> bool:
        return bool(self.tree.units[chunk.head].form.nouns)

    def _date(self, chunk: Chunk) -> None:
        unit = self.tree.units[chunk.head]
        node = Node(len(self.tree.nodes), "date", chunk.head, chunk.first, chunk.last, date=unit.date)
        node.preposition = self.preposition
        node.comma = self.comma
        self.tree.nodes.append(node)
        governor = date_goes_to(self, node)
        if governor is None:
            node.relation = "date"
            self.clause.waiting.append(node.number)
        else:
            self.hang(node, governor.number, "date")

    # ---- predicates --------------------------------------------------------------------------------------------------

    def _verb(self, chunk: Chunk) -> None:
        unit = self.tree.units[chunk.head]
        node = Node(len(self.tree.nodes), "verb", chunk.head, chunk.first, chunk.last)
        node.entries = unit.form.verbs
        node.entry = unit.form.verbs[0] if unit.form.verbs else None
        node.pronoun = unit.form.pronoun
        node.negated, node.verbal, node.future = chunk.negated, chunk.verbal, unit.form.future or chunk.verbal == "سوف"
        node.comma = self.comma
        self.tree.nodes.append(node)
        clause = self.clause
        if unit.form.joined and clause.predicate < 0 and not clause.topics and self._begins():
            spoken = tuple(entry for entry in unit.form.joined if "أن" in entry[0].takes)
            if spoken:
                node.entries, node.entry = spoken, spoken[0]  # «ودعت المنظمة», «وردّ الوزير»
        if clause.predicate < 0:
            self._predicate(clause, node)
            return
        if unit.form.joined and not self.joined and not self.comma:
            self.joined = "و"  # «وردت» behind a clause that has its verb: «و» and «ردت»
            node.entries = unit.form.joined
            node.entry = node.entries[0]
        outer = self._waiting_outside()
        if not self.joined and outer >= 0:
            while len(self.stack) - 1 > outer:
                self._close()
            self._predicate(self.clause, node)
            return
        governing = self.node(clause.predicate)
        if not self.joined and self._colours(governing, node):
            self._main_verb(clause, governing, node)
            return
        if not self.joined and not self.comma and self._describes_last(node):
            self._push(Clause("relative", governor=clause.last, head=clause.last))
        elif self.joined or self.comma:
            self._coordinate_clause(node)
        else:
            self._push(Clause("circumstance", governor=clause.predicate))
        self._predicate(self.clause, node)

    def _begins(self) -> bool:
        return self.at == 0 or self.row[self.at - 1].kind == "sign"

    def _waiting_outside(self) -> int:
        """«المؤتمر الذي تستضيفه بروكسل سيناقش»: how deep the clause stands that has its noun and wants its verb."""
        for level in range(len(self.stack) - 2, -1, -1):
            clause = self.stack[level]
            if clause.predicate < 0 and clause.topics and self.stack[level + 1].kind == "relative":
                return level
            if clause.predicate >= 0 and clause.kind != "relative":
                return -1
        return -1

    def _predicate(self, clause: Clause, node: Node) -> None:
        clause.predicate = node.number
        node.clause = clause.kind
        node.quoted = clause.quoted
        node.preposition = clause.opener
        relation = clause.kind if clause.kind != "main" else "root"
        self.hang(node, clause.governor, relation)
        for number in clause.waiting:
            child = self.node(number)
            self.hang(child, node.number, child.relation)
        clause.waiting.clear()
        if self.said >= 0 and "أن" in node.takes and self.said != node.number:
            self.hang(self.node(self.said), node.number, "quoted")  # «"…"، قال الرئيس»
            clause.that = True
            self.said = -1

    def _colours(self, governing: Node, node: Node) -> bool:
        """«كان … قد التقى», «بدأت … تقصف»: the first verb only colours the second."""
        if governing.lemma is None or governing.lemma.key not in self.auxiliaries or self.clause.that:
            return False
        was = governing.takes.isdisjoint(("object", "objects"))
        if not was and len(self.clause.bare) > 1 - bool(self.clause.topics) and self._describes_last(node):
            return False  # «بدأ الجيش هجوما يعد الأعنف»
        return was or any(each.tense == "present" for _, each in node.entries) or bool(node.verbal)

    def _main_verb(self, clause: Clause, governing: Node, node: Node) -> None:
        """Put the second verb in the place of the one that colours it."""
        node.auxiliary = (*governing.auxiliary, *governing.entries[:1])
        node.negated = node.negated or governing.negated
        node.verbal = node.verbal or governing.verbal
        node.first = governing.first if governing.last + 1 == node.first else node.first
        governor, relation = governing.governor, governing.relation
        self.loose(governing)
        clause.predicate = node.number
        node.clause = clause.kind
        node.quoted = clause.quoted
        self.hang(node, governor, relation)
        for number in list(governing.children):
            child = self.node(number)
            self.hang(child, node.number, child.relation)
        governing.children.clear()
        governing.kind = "pronoun"  # it governs nothing any more
        clause.topics += clause.bare
        clause.bare = []

    def _describes_last(self, node: Node) -> bool:
        """«هجوم استهدف القنصلية»: a verb right behind an indefinite noun describes it."""
        clause = self.clause
        if clause.last < 0:
            return False
        noun = self._indefinite_end(self.node(clause.last))
        return (
            noun is not None and any(is_subject(noun.features, each, before=True) for _, each in node.entries)
        ) or bool(noun is not None and node.pronoun and stands_for(node.pronoun, noun.features))

    def _indefinite_end(self, noun: Node) -> Node | None:
        last = noun
        for child in self.tree.children(noun, "genitive", "name"):
            last = child
        while last is not noun and any(True for _ in self.tree.children(last, "genitive")):
            last = next(self.tree.children(last, "genitive"))
        if last.definite or last.kind != "noun":
            return None
        return noun

    def _coordinate_clause(self, node: Node | None) -> None:
        """Go back to the clause that a verb behind «و» is on one level with, and open a new one beside it."""
        level = self._level(node)
        while len(self.stack) - 1 > level:
            self._close()
        old = self.stack[-1]
        self._close()
        kind = old.kind if old.kind not in ("main", "coordinated") else "coordinated"
        governor = old.governor if old.kind not in ("main", "coordinated") else old.predicate
        new = Clause(kind, governor=governor, head=old.head, hint="", before=old.predicate, quoted=old.quoted)
        if old.kind in ("main", "coordinated"):
            new.governor = old.predicate
        self._push(new)

    def _level(self, node: Node | None) -> int:
        """How deep the clause stands that a verb behind «و» is coordinated with."""
        floor = max((k for k, each in enumerate(self.stack) if each.kind == "quoted" and each.quoted), default=0)
        open_levels = [k for k in range(len(self.stack) - 1, floor - 1, -1) if self.stack[k].predicate >= 0]
        if not open_levels:
            return max(floor, 0)
        if node is None or not node.entries:
            return open_levels[-1]
        speaks = "أن" in node.takes
        for k in open_levels:
            other = self.node(self.stack[k].predicate)
            if self.comma and self.stack[k].kind in ("relative", "time", "circumstance") and k != open_levels[-1]:
                continue
            if ("أن" in other.takes) == speaks and _same_tense(node, other) and _same_person(node, other):
                return k
        for k in open_levels:
            if self.stack[k].kind in ("relative", "circumstance", "time") and k != open_levels[-1]:
                continue
            if _same_tense(node, self.node(self.stack[k].predicate)):
                return k
        return open_levels[-1]

    def _circumstance(self, chunk: Chunk) -> None:
        unit = self.tree.units[chunk.head]
        node = Node(len(self.tree.nodes), "participle", chunk.head, chunk.first, chunk.last)
        node.entries = unit.form.participles
        node.entry = unit.form.participles[0] if unit.form.participles else None
        self.tree.nodes.append(node)
        shape = _inflection(unit.form)
        level = next(
            (
                k for k in range(len(self.stack) - 1, -1, -1)
                if self.stack[k].predicate >= 0 and self._acts_in(self.stack[k], shape)
            ),
            next((k for k in range(len(self.stack) - 1, -1, -1) if self.stack[k].predicate >= 0), len(self.stack) - 1),
        )  # fmt: skip
        quoted = next((k for k in range(len(self.stack) - 1, -1, -1) if self.stack[k].quoted), 0)
        level = max(level, quoted)
        while len(self.stack) - 1 > level:
            self._close()
        clause = self.clause
        if clause.kind == "circumstance" and clause.predicate >= 0 and self.node(clause.predicate).kind == "participle":
            self._close()
            clause = self.clause
        self._push(Clause("circumstance", governor=clause.predicate, quoted=clause.quoted))
        self._predicate(self.clause, node)

    def _acts_in(self, clause: Clause, shape: Inflection | None) -> bool:
        """Whether who acts in a clause can be who a participle speaks of."""
        predicate = self.node(clause.predicate)
        if shape is None or not predicate.entries:
            return False
        if "أن" not in predicate.takes and clause is not self.stack[0]:
            return False
        for _, each in predicate.entries:
            if each.gender in ("any", shape.gender) or (predicate.kind == "participle" and each.gender == shape.gender):
                return True
        return False

    # ---- connectors --------------------------------------------------------------------------------------------------

    def _push(self, clause: Clause) -> None:
        clause.quoted = clause.quoted or (self.stack[-1].quoted if self.stack else False)
        self.stack.append(clause)

    def _close(self) -> None:
        clause = self.stack.pop()
        self.done.append(clause)
        if not self.stack:
            return
        if clause.predicate < 0 and clause.topics:
            # A clause without a verb: «أن الوضع خطير», «الذي في حلب»
            for number in clause.topics:
                self.hang(self.node(number), clause.governor, clause.kind)
            for number in clause.waiting:
                self.hang(self.node(number), clause.topics[0], self.node(number).relation)
            clause.topics, clause.waiting = [], []

    def _complementizer(self, chunk: Chunk) -> None:
        unit = self.tree.units[chunk.head]
        hint = unit.form.folded[2:] if unit.form.folded[2:] in OBJECT_PRONOUNS else ""
        if self.joined:
            level = next((k for k in range(len(self.stack) - 1, 0, -1) if self.stack[k].kind == "that"), 0)
            if level:
                while len(self.stack) > level:
                    self._close()
        governor = self._who_says()
        if governor >= 0:
            for each in self.stack:
                if each.predicate == governor:
                    each.that = True
        self._push(Clause("that", governor=governor, hint=hint))

    def _who_says(self) -> int:
        """Who governs a clause with «أن»: a noun of speech right before, else the verb or participle that takes one."""
        clause = self.clause
        if clause.last >= 0 and not self.comma:
            noun = self.node(clause.last)
            chunk = self.row[self.at - 1] if self.at else None
            masdar = any("أن" in lemma.takes and "masdar" in lemma.classes for lemma, _ in noun.entries)
            if masdar and chunk is not None and chunk.kind in ("noun", "either", "preposition"):
                return noun.number
        for each in reversed(self.stack):
            if each.predicate >= 0 and (
                "أن" in self.node(each.predicate).takes or not self.node(each.predicate).entries
            ):
                return each.predicate
            if each.quoted and each.kind == "quoted":
                break
        return clause.predicate if clause.predicate >= 0 else clause.last

    def _relative(self, chunk: Chunk) -> None:
        clause = self.clause
        unit = self.tree.units[chunk.head]
        if chunk.kind == "resumptive":
            self._push(Clause("circumstance", governor=clause.predicate))
            self.preposition = ""
            return
        if clause.last < 0:
            self._push(Clause("relative", governor=clause.predicate))
            return
        head = self._relative_head(self.node(clause.last), unit.form.meaning)
        self._push(Clause("relative", governor=head.number, head=head.number))

    def _relative_head(self, noun: Node, pronoun: str) -> Node:
        """The noun that a relative speaks of: the nearest that agrees, from the end of the group on."""
        chain: list[Node] = []
        current: Node | None = noun
        while current is not None:
            chain.append(current)
            parent = self.node(current.governor) if current.governor >= 0 else None
            current = parent if parent is not None and parent.kind == "noun" else None
        ends: list[Node] = []
        deepest = noun
        while True:
            child = next(iter(self.tree.children(deepest, "genitive")), None)
            if child is None:
                break
            deepest = child
            ends.insert(0, child)
        for node in (*ends, *chain):
            if stands_for(pronoun, node.features):
                return node
        return noun

    def _connector(self, chunk: Chunk) -> None:
        clause = self.clause
        if chunk.said == "adversative":
            while len(self.stack) > 1 and not (self.clause.quoted and self.clause.kind == "quoted"):
                self._close()
            if self.clause.predicate >= 0:
                self._coordinate_clause(None)
            return
        if clause.kind in ("time", "cause", "condition") and clause.predicate >= 0 and self.comma:
            self._close()
            clause = self.clause
        self._push(Clause(chunk.said, governor=clause.predicate, opener=self.tree.units[chunk.head].form.meaning))

    # ---- signs -------------------------------------------------------------------------------------------------------

    def _sign(self, chunk: Chunk) -> None:
        sign = self.tree.units[chunk.head].code
        if sign == ",":
            self.comma = True
            while (
                len(self.stack) > 1
                and self.clause.kind in ("relative", "time", "condition")
                and self.clause.predicate >= 0
            ):
                self._close()
        elif sign in ".;":
            while len(self.stack) > 1:
                self._close()
            if self.clause.predicate >= 0 or self.clause.topics:
                old = self.clause
                self._close()
                self.stack.append(
                    Clause(
                        "coordinated" if old.predicate >= 0 else "main", governor=old.predicate, before=old.predicate
                    )
                )
        elif sign == ":":
            self._colon()
        elif sign == "“":
            self._open_quote()
        elif sign == "”":
            while len(self.stack) > 1 and self.clause.quoted:
                closed = self.clause
                self._close()
                if closed.kind == "quoted":
                    if closed.governor < 0:
                        self.said = closed.predicate
                    break
        elif sign == "-":
            self.comma = True

    def _colon(self) -> None:
        clause = self.clause
        if clause.predicate >= 0 and self._may_say(clause):
            self._push(Clause("quoted", governor=clause.predicate))
        elif clause.predicate < 0 and clause.topics and not clause.waiting:
            speaker = clause.topics[0]
            self._push(Clause("quoted", governor=speaker))

    def _may_say(self, clause: Clause) -> bool:
        return "أن" in self.node(clause.predicate).takes

    def _open_quote(self) -> None:
        clause = self.clause
        self.preposition = ""  # «أشار إلى "…"»
        if clause.predicate < 0 and clause.kind in ("that", "quoted"):
            clause.quoted = True
            return
        self._push(Clause("quoted", governor=clause.predicate, quoted=True))

    def _names_a_title(self, last: int) -> bool:
        """Whether a title still waits for its name."""
        node = self.node(last)
        while node.kind == "noun":
            if "title" in node.classes:
                return not any(True for _ in self.tree.children(node, "name"))
            if node.governor < 0:
                return False
            node = self.node(node.governor)
        return False

    def _verb_ahead(self) -> bool:
        """Whether a word that can only be a verb follows in the clause: «وفد من الكونغرس التقى»."""
        for chunk in self.row[self.at + 1 :]:
            if chunk.kind == "verb":
                return True
            if chunk.kind not in ("noun", "preposition", "date", "adverb", "pronominal"):
                return False
        return False

    # ---- verb or noun ------------------------------------------------------------------------------------------------

    def _as_noun(self, chunk: Chunk) -> Chunk:
        """A word read as a noun, with what belongs to it."""
        members, last = noun_members(self.tree.units, chunk.head, chunk.head)
        self.skip = max(self.skip, last)
        return Chunk("noun", chunk.head, last, chunk.head, members=members)

    def _reads_as_verb(self, chunk: Chunk) -> bool:
        """Which reading lets the clause close: «قتل شخصان», «أدى إلى قتل شخصين», «الجيش قصف المدينة»."""
        clause, form = self.clause, self.tree.units[chunk.head].form
        if form.name == "given" and not self.joined and clause.last >= 0 and self._names_a_title(clause.last):
            return False  # «المتحدث باسم الحكومة سعد الحديثي»
        before = self.row[self.at - 1] if self.at else None
        following = self.following()
        if self.preposition:
            return False
        if before is not None and before.kind == "complementizer":
            return (
                any(each.tense == "present" for _, each in form.verbs)
                and len(self.tree.units[before.head].form.folded) == 2
            ) or bool(clause.hint)
        if before is not None and before.kind in ("relative", "connector", "resumptive"):
            return True
        if self.joined:
            return self._joined_verb()
        if clause.predicate < 0:
            if clause.topics:
                noun = self.node(clause.topics[0])
                return any(is_subject(noun.features, each, before=True) for _, each in form.verbs)
            return self._begins_with_verb(form, following)
        governing = self.node(clause.predicate)
        if governing.lemma is not None and governing.lemma.key in self.auxiliaries:
            return bool(form.verbs)  # «كان خطف», «بدأت تقصف»
        if self.comma and before is not None and before.kind == "sign":
            return self._begins_with_verb(form, following) and "أن" in frozenset().union(
                *(lemma.takes for lemma, _ in form.verbs)
            )
        if clause.last >= 0 and not self.comma and form.pronoun:
            host = self._indefinite_end(self.node(clause.last))
            return (
                host is not None
                and stands_for(form.pronoun, host.features)
                and following is not None
                and following.kind in ("noun", "date", "preposition")
            )
        if clause.last >= 0 and not self.comma:
            behind = self._indefinite_end(self.node(clause.last))
            if (
                behind is not None
                and not behind.accusative
                and following is not None
                and following.kind in ("noun", "preposition", "other")
            ):
                return any(
                    is_subject(behind.features, each, before=True) for _, each in form.verbs
                ) and not behind.classes.isdisjoint(("violence", "gathering", "vehicle", "weapon", "person", "force"))
        return False

    def _joined_verb(self) -> bool:
        """«قتل وجرح», «بعد قصف المدينة وقتل سكانها»: what stands before «و» decides."""
        clause = self.clause
        last = self.node(clause.last) if clause.last >= 0 else None
        if last is not None and last.preposition and "masdar" in last.classes and not self.comma:
            return False
        if (
            last is not None
            and not self.comma
            and clause.bare
            and clause.bare[-1] == last.number
            and "masdar" in last.classes
            and clause.predicate >= 0
        ):
            return False
        following = self.following()
        return following is None or following.kind in (
            "noun",
            "preposition",
            "complementizer",
            "pronominal",
            "date",
            "open",
            "sign",
            "either",
        )

    def _begins_with_verb(self, form: Form, following: Chunk | None) -> bool:
        """At the beginning of a clause: a noun behind it makes it a verb, an adjective of its own a noun."""
        if following is None or following.kind == "sign":
            return False
        if not form.classes.isdisjoint(_CONCRETE) and self._verb_ahead():
            return False
        if form.pronoun:
            return True
        if following.kind == "preposition":
            said = self.tree.units[following.head].form.meaning
            takes = frozenset().union(*(lemma.takes for lemma, _ in form.verbs))
            return any(said == fold(each) for each in takes)
        if following.kind == "noun":
            unit = self.tree.units[following.first]
            nationality = unit.form.nisba is not None and not unit.form.definite and unit.code in "EA"
            if nationality and following.first == following.last:
                beyond = self.following(2)
                return not (beyond is not None and beyond.kind == "preposition" and _only_noun_takes(form))
            return unit.code != "A"
        return following.kind in (
            "date",
            "complementizer",
            "pronominal",
            "adverb",
            "open",
            "either",
            "pronoun",
            "other",
            "close",
        )


_ACTING = frozenset(("person", "people", "force", "body", "media", "state", "title"))
_CONCRETE = frozenset(
    ("person", "people", "force", "body", "media", "state", "place", "building", "vehicle", "weapon", "title")
)


def _only_noun_takes(form: Form) -> bool:
    """Whether the noun of a word is an act («قصف إسرائيلي على»), and not somebody's fate («قتل فلسطيني»)."""
    return all("person" not in lemma.takes for lemma, _ in form.verbs) and any(
        "violence" in lemma.classes for lemma, _ in form.nouns
    )


def _inflection(form: Form) -> Inflection | None:
    return form.participles[0][1] if form.participles else None


def _same_tense(one: Node, other: Node) -> bool:
    tenses = {each.tense for _, each in one.entries}
    return not other.entries or bool(tenses & {each.tense for _, each in other.entries})


def _same_person(one: Node, other: Node) -> bool:
    """Whether two verbs can be of one subject: its gender and person."""
    for _, a in one.entries:
        for _, b in other.entries:
            if (a.gender == b.gender or "any" in (a.gender, b.gender)) and a.person == b.person:
                return True
    return not one.entries or not other.entries

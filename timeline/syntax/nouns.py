"""Nouns, dates and adverbs hung: on a preposition's governor, on the noun behind «و», on the clause.

A noun that nothing governs waits in its clause, before the predicate (topics) or behind it (bare), until the clause
is whole.
"""

from __future__ import annotations

from attrs import evolve

from timeline.syntax.agreement import describes, is_subject, of_adjective, stands_for
from timeline.syntax.attach import governor_of
from timeline.syntax.builder import Builder, Clause
from timeline.syntax.chunks import Chunk
from timeline.syntax.dated import date_goes_to
from timeline.syntax.government import AMONG, AND, ATTACHED, OWNER, PLACED, REFLEXIVES
from timeline.syntax.joined import begins_another, joins
from timeline.syntax.masdars import masdar_before
from timeline.syntax.predicates import coordinate_clause
from timeline.syntax.titles import apposition, further_title, second_title, title_without_name
from timeline.syntax.tree import Node, noun_node
from timeline.syntax.voice import somebody_says
from timeline.text.spelling import fold


def take_noun(builder: Builder, chunk: Chunk) -> None:
    """Hang a noun group: on its preposition's governor, on what «و» joins it with, on the clause."""
    head = _members(builder, chunk)
    if _beside_a_verb(builder):
        builder.preposition, builder.joined = builder.joined, ""  # «يقاتلون إلى جانب القوات»
    if builder.preposition:
        _governed(builder, head)
    elif builder.joined and _begins_anew(builder, head):
        _start_anew(builder)
        _bare(builder, head)
    elif builder.joined and begins_another(builder, head):
        coordinate_clause(builder, None)
        _bare(builder, head)
    elif builder.joined and _joins(builder, head):
        pass
    else:
        if builder.joined and _opens_clause(builder):
            coordinate_clause(builder, None)
        _bare(builder, head)
    builder.clause.last = head.number


def _beside_a_verb(builder: Builder) -> bool:
    """Whether what joins two nouns elsewhere («إلى جانب») stands right behind a verb."""
    if not builder.joined or builder.joined == AND or builder.at < 2:
        return False
    return builder.row[builder.at - 2].kind == "verb"


def _members(builder: Builder, chunk: Chunk) -> Node:
    """The nodes of a noun group; the first one is its head."""
    nodes: list[Node] = []
    tree = builder.tree
    for place, first, last, relation, parent, nisba in chunk.members:
        node = noun_node(len(tree.nodes), tree.units, place, first, last, nisba)
        tree.nodes.append(node)
        nodes.append(node)
        if parent >= 0:
            builder.hang(node, nodes[parent].number, relation)
    nodes[0].comma = builder.comma
    nodes[0].quoted = builder.clause.quoted
    chain = [node for node, member in zip(nodes, chunk.members, strict=True) if member.relation != "name"]
    if len(chain) > 1 and nodes[0].accusative and not nodes[0].counted:
        _as_dual(nodes[0])
    if chain[-1].definite:
        for node in chain:
            node.definite = True  # «وزير الدفاع»: definite by its genitive
    return nodes[0]


def _as_dual(head: Node) -> None:
    """«وزيرا خارجية الهند وباكستان»: with a genitive an accusative in ا is none, but two of them."""
    two = tuple(entry for entry in head.entries if entry[1].number == "dual" and entry[1].bound)
    if two:
        head.entries, head.entry, head.accusative = two, two[0], False
        head.features = evolve(head.features, number="dual")


def _governed(builder: Builder, head: Node) -> None:
    clause = builder.clause
    head.preposition = builder.preposition
    governor = governor_of(builder, head, builder.preposition)
    if governor is None:
        head.relation = builder.preposition
        clause.waiting.append(head.number)
    else:
        builder.hang(head, governor.number, builder.preposition)


def _joins(builder: Builder, head: Node) -> bool:
    """Hang a noun behind «و» on the one it is joined with."""
    partner = joins(builder, head)
    if partner is None:
        return False
    builder.hang(head, partner.number, "conjunct")
    head.preposition = partner.preposition
    return True


def _begins_anew(builder: Builder, head: Node) -> bool:
    """«مقتل نائب معارض والحزب يدعو إلى الحداد»: behind a group without a verb, a noun with a verb of its own."""
    clause, following = builder.clause, builder.following()
    alone = clause.predicate < 0 and bool(clause.topics) and builder.joined == AND
    if (
        not alone
        or clause.kind not in ("main", "coordinated", "quoted")
        or not head.definite
        or following is None
        or following.kind != "verb"
    ):
        return False
    if "violence" not in builder.node(clause.topics[0]).classes:
        return False  # «الوزير والسفير يبحثان»
    shapes = builder.tree.units[following.head].form.verbs
    return any(is_subject(head.features, shape, before=True) and shape.tense == "present" for _, shape in shapes)


def _start_anew(builder: Builder) -> None:
    """A main clause of its own."""
    old = builder.clause
    builder.close()
    if builder.stack:
        builder.push(Clause(old.kind, governor=old.governor))
    else:
        builder.stack.append(Clause("main"))


def _opens_clause(builder: Builder) -> bool:
    """«…، والجيش قصف المدينة»: a noun behind «و» that has a verb of its own."""
    if builder.clause.predicate < 0:
        return False
    for ahead in range(1, 8):
        chunk = builder.following(ahead)
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


def _bare(builder: Builder, head: Node) -> None:
    clause = builder.clause
    described = _participle_of(builder, head)
    if described is not None:
        builder.hang(head, described.number, "apposition")
        return
    whole = _whole_of(builder)
    if whole is not None:
        builder.hang(head, whole.number, "among")
        return
    title = title_without_name(builder, head)
    if title is not None:
        builder.hang(head, title.number, "name")
        return
    masdar = masdar_before(builder, head)
    if masdar is not None:
        builder.hang(head, masdar.number, "object")
        return
    if (_full(builder, clause) or _says_of_outside(builder, clause, head)) and _wanted_outside(builder):
        builder.close()
        _bare(builder, head)
        return
    previous = builder.node(clause.last) if clause.last >= 0 else None
    held = second_title(builder, previous, head) if previous is not None and not builder.comma else None
    if held is not None:
        builder.hang(head, held.number, "apposition")
        return
    if previous is not None and builder.comma and apposition(builder, previous, head):
        builder.hang(head, previous.number, "apposition")
        return
    if previous is not None and clause.predicate < 0 and not builder.comma and further_title(builder, previous, head):
        builder.hang(head, previous.number, "apposition")
        return
    if clause.predicate < 0:
        if clause.kind == "relative" and clause.topics:
            clause.topics.append(head.number)
            return
        clause.topics.append(head.number)
    else:
        clause.bare.append(head.number)


def _participle_of(builder: Builder, head: Node) -> Node | None:
    """«الرئيس … المنتمي إلى الحزب», «الأجهزة المساعدة على»: a definite participle that goes on describes the noun."""
    unit, following = builder.tree.units[head.head], builder.following()
    if builder.clause.last < 0 or not unit.form.definite or unit.form.nisba is not None:
        return None
    if not (unit.form.participles or unit.form.adjectives):
        return None
    if following is None or following.kind not in ("preposition", "pronominal"):
        return None
    said = builder.tree.units[following.head].form
    adjective = not unit.form.nouns and bool(unit.form.adjectives)
    governed = {fold(each) for lemma, _ in unit.form.participles for each in lemma.takes} - PLACED
    if not adjective and not any(
        said.meaning == each or said.folded.startswith(each) for each in governed if len(each) < 5
    ):
        return None
    shape = of_adjective(unit.form)
    node: Node | None = builder.node(builder.clause.last)
    while node is not None and node.kind == "noun":
        if node.definite and (node.features.number or node.features.gender) and describes(shape, node.features):
            return node
        node = builder.node(node.governor) if node.governor >= 0 else None
    return None


def _whole_of(builder: Builder) -> Node | None:
    """«خمسة بينهم طفلان»: the noun that the pronoun of «بينهم» takes up."""
    before = builder.row[builder.at - 1] if builder.at else None
    if before is None or before.kind != "pronominal" or builder.clause.last < 0 or builder.comma:
        return None
    said = builder.tree.units[before.head].form.folded
    if not any(said.startswith(each) and said[len(each) :] in ATTACHED for each in AMONG):
        return None
    return builder.node(builder.clause.last)


def _full(builder: Builder, clause: Clause) -> bool:
    """Whether a relative clause has all the nouns that its verb can have besides its gap."""
    if clause.kind != "relative" or clause.predicate < 0 or clause.head < 0:
        return False
    verb, head = builder.node(clause.predicate), builder.node(clause.head)
    room = int(not verb.takes.isdisjoint(("object", "objects")) and not verb.pronoun)
    by_pronoun = verb.pronoun and stands_for(verb.pronoun, head.features)
    elsewhere = any(child.kind == "pronoun" and child.pronoun for child in builder.tree.children(verb))
    acts = not verb.entries or any(is_subject(head.features, shape, before=True) for _, shape in verb.entries)
    acts = acts and not (clause.bare and somebody_says(verb, head, builder.node(clause.bare[0])))
    return len(clause.bare) >= room + int(bool(by_pronoun or elsewhere or not acts))


def _says_of_outside(builder: Builder, clause: Clause, head: Node) -> bool:
    """«الرهائن الذين خطفوا محتجزون»: a nominative is no object of a relative clause whose head acts or suffers."""
    if clause.kind != "relative" or clause.predicate < 0 or clause.head < 0:
        return False
    nominative = bool(head.entries) and all(each.case == "nom" for _, each in head.entries)
    verb, noun = builder.node(clause.predicate), builder.node(clause.head)
    several = [shape for _, shape in verb.entries if shape.number != "singular"]
    return nominative and any(is_subject(noun.features, shape, before=True) for shape in several)


def _wanted_outside(builder: Builder) -> bool:
    """Whether the clause around still wants a noun: its object, or its subject."""
    outer = builder.stack[-2] if len(builder.stack) > 1 else None
    if outer is None:
        return False
    if outer.predicate < 0:
        return bool(outer.topics)
    verb = builder.node(outer.predicate)
    second = not verb.takes.isdisjoint(("object", "objects")) or builder.colours(verb)  # an object, or what «كان» says
    room = 1 + int(second) - int(bool(outer.topics)) - int(bool(verb.pronoun))
    return len(outer.bare) < room


def take_pronominal(builder: Builder, chunk: Chunk) -> None:
    """«معه», «فيها»: a preposition with somebody told of before."""
    said = builder.tree.units[chunk.head].form.folded
    pronoun = next((each for each in ATTACHED if said.endswith(each)), "")
    node = Node(len(builder.tree.nodes), "pronoun", chunk.head, chunk.first, chunk.last, pronoun=pronoun)
    node.preposition = said[: len(said) - len(pronoun)]
    builder.tree.nodes.append(node)
    clause = builder.clause
    target = clause.predicate if clause.predicate >= 0 else clause.last
    if _owns(builder, node):
        target = clause.last
    if target < 0:
        node.relation = node.preposition
        clause.waiting.append(node.number)
    else:
        builder.hang(node, target, node.preposition)


def _owns(builder: Builder, pronoun: Node) -> bool:
    """«في تغريدة له», «قوات لها»: an indefinite noun right before is theirs."""
    if pronoun.preposition != OWNER or builder.clause.last < 0 or builder.comma:
        return False
    noun = builder.node(builder.clause.last)
    alone = builder.tree.child(noun, "genitive") is None and not noun.definite and not noun.pronoun
    return alone and bool(noun.preposition) and noun.last + 1 == pronoun.first


def take_adverb(builder: Builder, chunk: Chunk) -> None:
    """«هاتفيا», «مجددا»: hung on the predicate, and no end of anything."""
    node = Node(len(builder.tree.nodes), "pronoun", chunk.head, chunk.first, chunk.last, relation="adverbial")
    builder.tree.nodes.append(node)
    if _reflexive(builder, chunk):
        builder.hang(node, builder.clause.predicate, "object")
    elif builder.clause.predicate >= 0:
        builder.hang(node, builder.clause.predicate, "adverbial")
    else:
        builder.clause.waiting.append(node.number)


def _reflexive(builder: Builder, chunk: Chunk) -> bool:
    """«فجر نفسه», «قتل مسلح نفسه»; «الوزير نفسه» only stresses."""
    clause = builder.clause
    said = builder.tree.units[chunk.head].form.folded
    if clause.predicate < 0 or builder.preposition or said not in REFLEXIVES:
        return False
    verb = builder.node(clause.predicate)
    last = builder.node(clause.last) if clause.last >= 0 else None
    stressed = last is not None and last.definite and last.last + 1 == chunk.first
    return not stressed and not verb.pronoun and not verb.takes.isdisjoint(("object", "objects"))


def _verb_ahead(builder: Builder) -> Node | None:
    """The finite verb right behind a date, as it would be."""
    chunk = builder.following()
    if chunk is None or chunk.kind != "verb":
        return None
    verbs = builder.tree.units[chunk.head].form.verbs
    return Node(-1, "verb", chunk.head, chunk.first, chunk.last, entry=verbs[0], entries=verbs) if verbs else None


def take_date(builder: Builder, chunk: Chunk) -> None:
    """Hang a date on the act that it dates."""
    unit = builder.tree.units[chunk.head]
    node = Node(len(builder.tree.nodes), "date", chunk.head, chunk.first, chunk.last, date=unit.date)
    node.preposition = builder.preposition
    node.comma = builder.comma
    if builder.joined and builder.clause.predicate >= 0 and (verb := _verb_ahead(builder)) is not None:
        coordinate_clause(builder, verb)  # «…، وفي اليوم التالي انسحبت القوات»
    builder.tree.nodes.append(node)
    governor = date_goes_to(builder, node)
    if governor is None:
        node.relation = "date"
        builder.clause.waiting.append(node.number)
    else:
        builder.hang(node, governor.number, "date")


_ACTING = frozenset(("person", "people", "force", "body", "media", "state", "title"))

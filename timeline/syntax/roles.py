"""Roles: who is subject and who is object of a clause, once it is whole.

Spelling decides first (a visible accusative is no subject), then agreement, then what the verb takes, then the order
of the
words. «دمرت إسرائيل جسرا»: the subject and the object; «دمر جسر»: a passive, for the verb needs an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.syntax.agreement import OPEN, is_subject, stands_for
from timeline.syntax.attach import folded
from timeline.syntax.gaps import fill_gap
from timeline.syntax.government import HER, STRIKING, SUFFERED, TOLD
from timeline.syntax.understood import acts_already, governs_more, understand
from timeline.syntax.voice import (
    can_act,
    done_by_people,
    happens,
    has_passive,
    is_passive,
    nominative,
    oblique,
    says,
    strikes_on,
    suffers,
)
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from timeline.syntax.builder import Builder, Clause
    from timeline.syntax.lexicon import Entry
    from timeline.syntax.tree import Node


def settle(builder: Builder, clause: Clause) -> None:
    """Give the predicate of a clause its subject and its objects."""
    if clause.predicate < 0:
        _verbless(builder, clause)
        return
    predicate = builder.node(clause.predicate)
    if predicate.kind == "participle":
        _objects(builder, predicate, [builder.node(number) for number in clause.bare])
        understand(builder, clause, predicate)
        return
    topics = [builder.node(number) for number in clause.topics]
    bare = [builder.node(number) for number in clause.bare]
    if clause.kind == "relative" and clause.head >= 0:
        fill_gap(builder, predicate, builder.node(clause.head), bare)
    if topics and predicate.subject < 0 and not _in_the_opening(builder, clause, predicate, topics, bare):
        _topics(builder, predicate, topics, bare)
        topics = []
    for node in topics:
        builder.hang(node, predicate.number, "topic")
    _behind(builder, clause, predicate, bare)
    _choose_reading(builder, predicate)
    _shows_gender(builder, predicate)
    predicate.suffers = suffers(builder, clause, predicate)
    if predicate.subject < 0 and not has_passive(builder, predicate):
        understand(builder, clause, predicate)
        predicate.hint = clause.hint


def _in_the_opening(builder: Builder, clause: Clause, predicate: Node, topics: list[Node], bare: list[Node]) -> bool:
    """«بعد لقاء بين الرئيس، سالم حداد، أعلن الوزير أن»: nouns before the verb that belong to the opening."""
    opened = any(child.preposition and child.head < topics[0].head for child in builder.tree.children(predicate))
    return bool(
        opened
        and topics[0].comma
        and clause.that
        and bare
        and not bare[0].classes.isdisjoint(_ACTORS)
        and can_act(predicate, bare[0])
    )


def _verbless(builder: Builder, clause: Clause) -> None:
    if builder.nominal(clause) is not None:
        return
    for number in clause.topics:
        node = builder.node(number)
        if node.governor < 0:
            node.relation = "root"
    for number in clause.waiting:
        node = builder.node(number)
        if node.governor < 0 and clause.topics:
            builder.hang(node, clause.topics[-1], node.relation)


def _subject(builder: Builder, predicate: Node, node: Node, *, relation: str = "subject") -> None:
    builder.hang(node, predicate.number, relation)
    if relation == "subject":
        predicate.subject = node.number


_SPEAKERS = frozenset(("person", "people", "force", "body", "media", "state", "title", "document", "gathering", "part"))
_ACTORS = frozenset(("person", "people", "force", "body", "media", "state", "title"))


def _objects(builder: Builder, predicate: Node, nodes: list[Node]) -> None:
    transitive = not predicate.entries or not predicate.takes.isdisjoint(("object", "objects"))
    two = any("objects" in lemma.takes for lemma, _ in predicate.entries)
    for place, node in enumerate(list(nodes)):
        further = place > 0 and not two  # «طردت موظفين تضامنا مع»
        if not (node.accusative and "masdar" in node.classes and (not transitive or further)):
            continue
        builder.hang(node, predicate.number, "adverbial")  # «انسحب احتجاجا»
    nodes = [node for node in nodes if node.relation != "adverbial"]
    for number, node in enumerate(nodes):
        relation = "object" if number == 0 and not predicate.pronoun else "object2"
        builder.hang(node, predicate.number, relation)


def _topics(builder: Builder, predicate: Node, topics: list[Node], bare: list[Node]) -> None:
    """The nouns before the verb: the first that agrees acts."""
    for node in reversed(topics):
        if predicate.pronoun and stands_for(predicate.pronoun, node.features) and bare:
            continue
        if bare and node.classes and node.classes.isdisjoint(_SPEAKERS) and predicate.takes_clause:
            continue  # «"العلاقات متينة"، قالت الرئاسة»
        features = OPEN if any(True for _ in builder.tree.children(node, "conjunct")) else node.features
        if not predicate.entries or any(is_subject(features, each, before=True) for _, each in predicate.entries):
            _subject(builder, predicate, node)
            break
    for node in topics:
        if node.number != predicate.subject:
            builder.hang(node, predicate.number, "topic")


def _behind(builder: Builder, clause: Clause, predicate: Node, bare: list[Node]) -> None:
    """The nouns behind the verb."""
    if not bare:
        return
    if (
        predicate.lemma is not None
        and predicate.lemma.key in builder.words.auxiliaries
        and predicate.takes.isdisjoint(("object",))
    ):
        first = 0 if predicate.subject >= 0 or not can_act(predicate, bare[0]) else 1
        if first:
            _subject(builder, predicate, bare[0])
        for node in bare[first:]:
            builder.hang(node, predicate.number, "attribute")  # «كانت القرية هادئة»
        return
    if predicate.subject >= 0:
        _objects(builder, predicate, bare)
        return
    bare = _with_title(builder, clause, predicate, bare)
    can = [node for node in bare if can_act(predicate, node)]
    if not can:
        _objects(builder, predicate, bare)
        return
    if len(bare) == 1 and not predicate.pronoun:
        _only(builder, clause, predicate, bare[0])
        return
    meets = any("suffering" in node.classes and node.pronoun for node in bare[1:])  # «لقوا حتفهم برصاص»
    if not meets and any(True for _ in builder.tree.children(predicate, "by")):
        _subject(builder, predicate, bare[0], relation="passive")  # «قتل جنود … على يد»: none of them did it
        _objects(builder, predicate, bare[1:])
        return
    if oblique(bare[0]) and not any(node.definite for node in can) and _acted_before(builder, clause, predicate):
        _objects(builder, predicate, bare)  # «أكد الحاكم …، واتهم المهاجمين باقتياد رئيس البلدية رهينة»
        return
    actor = next((node for node in can if nominative(node)), can[0])
    later = next((node for node in can if not node.classes.isdisjoint(_ACTORS)), None)
    if actor is bare[0] and later is not None and done_by_people(predicate, actor):
        actor = later
    behind = bare[0].classes.isdisjoint(_ACTORS) and not actor.classes.isdisjoint(_ACTORS)
    shown = bare[0].features  # «لن يحكم كوبا أحد»: a thing or a state of another gender than the verb
    other_gender = shown.number == "singular" and bool(shown.gender) and not shown.human and bare[0] not in can
    if actor is not bare[0] and not (
        other_gender or bare[0].accusative or oblique(bare[0]) or nominative(actor) or behind
    ):
        _objects(builder, predicate, bare)
        return
    fitting = [each for _, each in predicate.entries if is_subject(actor.features, each, before=False)]
    only_passive = bool(fitting) and all(each.passive for each in fitting)
    _subject(builder, predicate, actor, relation="passive" if only_passive else "subject")
    _objects(builder, predicate, [node for node in bare if node is not actor])


def _acted_before(builder: Builder, clause: Clause, predicate: Node) -> bool:
    """Whether who acts in the clause that this one is joined to, or told beside («كما»), can act here too."""
    beside = clause.before if clause.before >= 0 else clause.governor if clause.kind == "cause" else -1
    before = builder.node(beside) if beside >= 0 else None
    if before is None or before.subject < 0:
        return False
    features = builder.node(before.subject).features
    return any(is_subject(features, each, before=True) for _, each in predicate.entries)


def _with_title(builder: Builder, clause: Clause, predicate: Node, bare: list[Node]) -> list[Node]:
    """«قال مايك بنس نائب الرئيس إن»: where something is said, a title right behind a name is theirs."""
    if len(bare) < 2 or not clause.that or any(lemma.key in TOLD for lemma, _ in predicate.entries):
        return bare
    name, title = bare[:2]
    person = name.entry is None or (name.entity is not None and name.entity.kind == "person")
    if not person or title.first != name.last + 1 or "title" not in title.classes or not title.definite:
        return bare
    builder.hang(title, name.number, "apposition")
    return [name, *bare[2:]]


def _only(builder: Builder, clause: Clause, predicate: Node, node: Node) -> None:
    """One noun behind a verb: its subject, its object if somebody else acts, or the one a passive happens to."""
    needs_object = not predicate.takes.isdisjoint(("object", "objects"))
    said = clause.that or says(builder, predicate)
    second = None
    if needs_object and not said:
        second = _second_behind(builder, node) or _struck(builder, predicate, node)
    if second is not None:
        builder.loose(second)
        _subject(builder, predicate, node)
        builder.hang(second, predicate.number, "object")
        return
    if any(True for _ in builder.tree.children(predicate, "object")):
        _subject(builder, predicate, node)  # «فجر انتحاري نفسه»
        return
    if predicate.entries and all(each.passive or lemma.key in SUFFERED for lemma, each in predicate.entries):
        _subject(builder, predicate, node, relation="passive")
        return
    if not needs_object or said:
        _subject(builder, predicate, node)
        return
    if _befalls(builder, predicate, node):
        _subject(builder, predicate, node)
        return
    if _still_the_object(builder, clause, predicate, node):
        builder.hang(node, predicate.number, "object")
        return
    if clause.hint in HER and not node.accusative:
        builder.hang(node, predicate.number, "object")  # «أنها ستغلق السفارة»
        return
    if happens(predicate, node):
        _subject(builder, predicate, node)
        return
    thing = bool(node.classes) and node.classes.isdisjoint(_SPEAKERS)  # says nothing itself: «وانتقدت الأوضاع»
    if clause.kind == "purpose" and thing and acts_already(builder, clause, predicate, node):
        builder.hang(node, predicate.number, "object")  # «خرج ضابط ليعلن إغلاق الحدود»
        return
    if is_passive(builder, predicate, node):
        if _acted_before(builder, clause, predicate) and strikes_on(builder, clause, node):
            builder.hang(node, predicate.number, "object")
        else:
            _subject(builder, predicate, node, relation="passive")
        return
    if done_by_people(predicate, node):
        builder.hang(node, predicate.number, "object")
        return
    may_be_object = thing or not predicate.takes_clause or governs_more(builder, predicate)
    if may_be_object and acts_already(builder, clause, predicate, node):
        builder.hang(node, predicate.number, "object")
        return
    _subject(builder, predicate, node)


def _befalls(builder: Builder, predicate: Node, node: Node) -> bool:
    """«وقعت البلدة في قبضة المتمردين»: one reading has no object, and what it governs stands there («وقّع» signs)."""
    there = {child.relation for child in builder.tree.children(predicate) if child.preposition}
    return "person" not in node.classes and any(
        lemma.takes.isdisjoint(("object", "objects"))
        and not there.isdisjoint(folded(lemma.takes))
        and is_subject(node.features, shape, before=False)
        for lemma, shape in predicate.entries
    )


def _still_the_object(builder: Builder, clause: Clause, predicate: Node, node: Node) -> bool:
    """«اتهم الوزير الحزب بالتقصير، وطالب الحزب بالانسحاب»: whom the verb before was about, this one is about too."""
    before = builder.node(clause.before) if clause.before >= 0 else None
    if before is None or node.lemma is None or not node.definite or predicate.pronoun or before.subject < 0:
        return False
    spoken = builder.tree.child(before, "object")
    word = spoken.lemma.key if spoken is not None and spoken.lemma is not None else ""
    if spoken is not None and spoken.entity is not None:
        word = builder.tree.units[spoken.head].form.folded.split()[0]
    return word == node.lemma.key and any(child.preposition for child in builder.tree.children(predicate))


def _struck(builder: Builder, predicate: Node, node: Node) -> Node | None:
    """«استهدف هجوم القافلة»: behind a verb of striking, what looks like the genitive of an attack is what it struck."""
    if "violence" not in node.classes or all(lemma.key not in STRIKING for lemma, _ in predicate.entries):
        return None
    child = next(builder.tree.children(node, "genitive"), None)
    if child is None or not can_act(predicate, node):
        return None
    struck = not child.classes.isdisjoint(("vehicle", "building", "place"))  # «استهدف هجوم دبابة إسرائيلية»
    return child if child.definite or child.pronoun or struck else None


def _second_behind(builder: Builder, node: Node) -> Node | None:
    """«هاجم قراصنة ناقلة»: what looks like the genitive of indefinite people is the object that the verb needs."""
    if node.definite or node.features.number != "plural" or node.classes.isdisjoint(("person", "force", "people")):
        return None
    child = next(builder.tree.children(node, "genitive"), None)
    if child is None or child.classes.isdisjoint(("vehicle", "building", "place")):
        return None
    return child


def _shows_gender(builder: Builder, predicate: Node) -> None:
    """«أطاح براون», «قالت ليفني»: a name of one person has the gender of the verb that it is the subject of."""
    subject = builder.node(predicate.subject) if predicate.subject >= 0 and not predicate.implied else None
    genders = {shape.gender for _, shape in predicate.entries}
    unknown = subject is not None and subject.entry is None and subject.entity is None
    if subject is None or subject.features.gender or not (subject.features.human or unknown) or len(genders) != 1:
        return
    (gender,) = genders
    if gender in ("m", "f") and subject.features.number in ("singular", ""):
        subject.features = evolve(subject.features, gender=gender)


def _choose_reading(builder: Builder, predicate: Node) -> None:
    """The reading that fits: the one that agrees with the subject; an active one where there is an object."""
    if len(predicate.entries) < 2:
        return
    children = list(builder.tree.children(predicate))
    functions = {fold(child.relation) for child in children}
    subject = builder.node(predicate.subject) if predicate.subject >= 0 else None

    said = bool(predicate.pronoun) or not functions.isdisjoint(("object", "that"))

    def fits(entry: Entry) -> int:
        lemma, shape = entry
        governed = folded(lemma.takes)
        points = 2 * len(functions & governed)
        points += 2 * (
            ("object" in functions or bool(predicate.pronoun)) and not governed.isdisjoint(("object", "objects"))
        )
        points -= 2 * ("object" in functions and governed.isdisjoint(("object", "objects")))
        points += 2 * ("that" in functions and lemma.takes_clause)
        transitive = not governed.isdisjoint(("object", "objects"))
        points -= not said and shape.gender == "f" and transitive  # «تعرض نفس الإقليم»
        if subject is not None and subject.relation != "passive":
            before = predicate.implied or subject.head < predicate.head
            points += 3 * is_subject(subject.features, shape, before=before)
        return points - shape.passive - (shape.person == 1)

    points = [fits(entry) for entry in predicate.entries]
    best = max(points)
    predicate.entries = tuple([entry for entry, each in zip(predicate.entries, points, strict=True) if each == best])
    predicate.entry = predicate.entries[0]

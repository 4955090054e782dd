"""Functions: what stands with a word of act, and as what, with what a light verb or a governor lends it.

«شن الجيش هجوما على القرية»: the attack has a doer, lent by «شن», and a target, brought by «على».
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from attrs import define

from timeline.events.valency import Light, claims, light_verbs
from timeline.lexicon.gazetteer import Entity
from timeline.syntax.agreement import MANY, stands_for
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

PARTS = frozenset(("part", "measure"))


@define(eq=False, slots=True)
class Filler:
    """Who or what fills a role: a noun of the sentence, or a pronoun that leads out of it."""

    role: str
    node: Node | None
    function: str
    pronoun: str = ""
    nisba: Entity | None = None  # an adjective stands for it: «قصف إسرائيلي»
    implied: bool = False
    asked: frozenset[str] = frozenset()  # the classes that its slot admits: of a pronoun, whom it may mean
    office: Node | None = None  # «وزراء خارجية قطر والهند»: the ministers, of whom each state has one


Argument = tuple[str, Filler]


def places_of(*tables: str) -> frozenset[str]:
    """The prepositions that say where and the like (lexicon/ar/frames/where.toml), folded."""
    source = resources.files("timeline.lexicon") / "ar" / "frames" / "where.toml"
    found = tomllib.loads(source.read_text("utf-8"))
    return frozenset(fold(word) for table in tables for word in found[table]["words"].split())


def keys(node: Node) -> list[str]:
    """The words of the dictionary that a node can be, folded; a verbal noun is its verb too."""
    found: dict[str, None] = {}
    for lemma, _ in node.entries:
        found[lemma.key] = None
        if lemma.verb is not None:
            found[lemma.verb.key] = None
    return list(found)


def carriers(tree: Tree, node: Node) -> Iterator[tuple[Node, Light]]:
    """The light verbs that carry a noun of act: «شن هجوما», «الهجوم الذي شنه», «تصدى لهجوم شنه المسلحون» (two)."""
    if node.kind != "noun":
        return
    table = light_verbs()
    head = node
    while head.relation in ("conjunct", "genitive") and head.governor >= 0 and _passes_on(tree, head):
        head = tree.nodes[head.governor]
    if head.governor >= 0:
        verb = tree.nodes[head.governor]
        function = _function(verb, head)
        yield from ((verb, light) for light in _lights(table, verb) if light.carries == function)
        yield from _claims(tree, verb, head.relation)
    for owner in dict.fromkeys((node.number, head.number)):  # «سلسلة غارات نفذتها»
        for child in tree.children(tree.nodes[owner], "relative"):
            function = "subject" if child.subject == owner else "object"
            for light in _lights(table, child):
                if light.carries == function or (light.carries not in ("subject", "object") and function == "object"):
                    yield child, light
            borne = tree.child(child, "object")
            if borne is not None:
                yield from _claims(tree, borne, child.gap or _ABOUT)  # «هجوم أعلنت الجماعة مسؤوليتها عنه»
    for child in tree.children(node, "relative"):
        for inner in tree.children(child, "object", *_MASDAR_OBJECTS):
            if inner.kind == "noun" and inner.pronoun:
                yield from ((child, light) for light in _lights(table, inner))  # «المؤتمر الذي تنوي روسيا عقده»


def _claims(tree: Tree, noun: Node, function: str) -> Iterator[tuple[Node, Light]]:
    """«أعلنت الجماعة مسؤوليتها عن الهجوم»: the verb whose object the act stands with; nobody who denies it bears it."""
    verb = tree.nodes[noun.governor] if noun.kind == "noun" and noun.relation == "object" else None
    if verb is None or not verb.is_predicate or verb.negated:
        return
    names = keys(noun)
    yield from (
        (verb, light)
        for key in keys(verb)
        for light in claims().get(key, ())
        if light.company in names and light.carries == function
    )


_ABOUT = fold("عن")
_MASDAR_OBJECTS = tuple(map(fold, ("في", "على", "ب", "إلى")))


def _passes_on(tree: Tree, node: Node) -> bool:
    """«سلسلة غارات»: a genitive of a noun of number is carried by what carries the noun."""
    if node.relation == "conjunct":
        return True
    form = tree.units[tree.nodes[node.governor].head].form
    if form.adjectives and not form.nouns:
        return True  # «شهد العراق أمس أكبر هجوم»
    return not tree.nodes[node.governor].classes.isdisjoint(PARTS)


def _lights(table: dict[str, tuple[Light, ...]], verb: Node) -> Iterator[Light]:
    for key in keys(verb):
        yield from table.get(key, ())


def _function(verb: Node, node: Node) -> str:
    if verb.subject == node.number:
        return "object" if verb.suffers else "subject"  # «قال إن الاجتماع سيعقد»
    if node.relation == "passive":
        return "object"
    return node.relation


def arguments(tree: Tree, node: Node, lights: Iterable[tuple[Node, Light]] = ()) -> Iterator[Argument]:
    """What stands with a word, by function: subject, object, a preposition, «أن»; genitive and nisba for nouns.

    ``lights``: the light verbs that carry it, each once.
    """
    if node.is_predicate:
        yield from _of_verb(tree, node)
        return
    for child in tree.children(node):
        if child.relation == "genitive":
            if not _describes(tree, node, child):
                yield from each_of(tree, "genitive", child)
        elif child.relation == "by":
            yield from _by(tree, child)
        elif child.relation in ("that", "quoted"):
            yield "أن", Filler("", child, "أن")
        elif child.preposition:
            yield from each_of(tree, child.relation, child)
        elif child.relation in ("object", "object2"):
            yield from each_of(tree, "object", child)
    shared = sharing(tree, node)
    if shared is not None:
        yield from arguments(tree, shared)
    if node.nisba is not None:
        yield "nisba", Filler("", node, "nisba", nisba=node.nisba)
    for nation in node.beside:
        yield "nisba", Filler("", node, "nisba", nisba=nation)
    if node.pronoun:
        yield "genitive", Filler("", None, "genitive", pronoun=node.pronoun)
    for verb, table in lights:
        roles = dict(table.roles)
        for function, filler in _of_verb(tree, verb) if verb.is_predicate else _of_masdar(tree, verb):
            if filler.node is node or (filler.node is None and function == "object"):
                continue
            role = roles.get(function)
            if role is not None and role != "act":
                filler.function = "light"
                filler.role = role
                entity = filler.node.entity if filler.node is not None else None
                if role == "host" and entity is not None and entity.kind in ("capital", "place"):
                    filler.role = "location"  # «تستضيف الخرطوم جولة من المفاوضات»
                yield "light", filler
            elif function not in ("subject", "object", "object2", "أن"):
                yield function, filler


def sharing(tree: Tree, node: Node) -> Node | None:
    """«مقتل وإصابة عشرات المدنيين»: the noun right behind «و» that has whose fate both are, or none."""
    if node.definite or node.pronoun or node.first != node.last or tree.child(node, "genitive") is not None:
        return None
    for child in tree.children(node, "conjunct"):
        beside = child.head == node.head + 2 and not child.classes.isdisjoint(_BEFALLS)
        if beside and any(True for _ in tree.children(child, "genitive", "object")):
            return child
    return None


_BEFALLS = frozenset(("suffering", "violence"))


def _describes(tree: Tree, node: Node, child: Node) -> bool:
    """«معارك طاحنة», «انتفاضة مسلحة»: an indefinite word behind it that can be its adjective, and agrees."""
    form = tree.units[child.head].form
    if child.definite or node.definite or child.entity is not None:
        return False
    if not (form.adjectives or form.participles):
        return False
    feminine = node.features.gender == "f" or node.features.number == "plural"
    return feminine and child.features.gender == "f" and child.features.number == "singular"


def _of_verb(tree: Tree, node: Node) -> Iterator[Argument]:
    if node.subject >= 0:
        subject = tree.nodes[node.subject]
        for function, filler in each_of(tree, "object" if node.suffers else "subject", subject):
            filler.implied = node.implied
            yield function, filler
    for child in tree.children(node):
        match child.relation:
            case "passive":
                yield from each_of(tree, "object", child)
            case "by":
                yield from _by(tree, child)
            case "object" | "object2" | "topic":
                yield from each_of(tree, child.relation, child)
            case "that" | "quoted":
                yield "أن", Filler("", child, "أن")
            case _ if child.preposition and child.kind in ("noun", "pronoun"):
                yield from each_of(tree, child.relation, child)
    if node.relation == "cause" and node.preposition in _AS and node.governor >= 0:
        yield "أن", Filler("", tree.nodes[node.governor], "أن")  # «حسبما أفاد المرصد»
    if node.pronoun and node.gap != "object":  # «المدينة التي قصفوها»: it only takes up the head
        yield "object", Filler("", None, "object", pronoun=node.pronoun)
    if node.relation == "relative" and node.governor >= 0 and node.subject != node.governor:
        head = tree.nodes[node.governor]
        if node.pronoun and stands_for(node.pronoun, head.features):
            yield "object", Filler("", head, "object", implied=True)


def _of_masdar(tree: Tree, node: Node) -> Iterator[Argument]:
    """What stands with a light verb that is a verbal noun: «إجراء روسيا محادثات», «عقده مؤتمرا»."""
    if node.pronoun:
        yield "subject", Filler("", None, "subject", pronoun=node.pronoun)
    for child in tree.children(node):
        if child.relation == "genitive":
            yield from each_of(tree, "subject", child)
        elif child.preposition and child.kind in ("noun", "pronoun"):
            yield from each_of(tree, child.relation, child)


_AS = frozenset(map(fold, ("حسبما", "وفقما", "كما", "مثلما")))


def each_of(tree: Tree, function: str, node: Node) -> Iterator[Argument]:
    """A filler and those joined to it; for «عدد من المسلحين» the armed men."""
    real = substance(tree, node)
    if real.kind == "pronoun":
        yield function, Filler("", None, function, pronoun=real.pronoun)
        return
    states = distributed(tree, real)
    for each in states:
        yield function, Filler("", each, function, office=real)
    if not states:
        yield function, Filler("", real, function, office=node if real is not node and _sent(node) else None)
    for other in tree.children(node, "conjunct"):
        yield from each_of(tree, function, other)
    for child in tree.children(node) if real is node else [real]:
        if child is real or child.relation == _FROM:
            for other in tree.children(child, "conjunct"):
                yield from each_of(tree, function, other)


_FROM = fold("من")


#: How a doer is marked that «على يد» or «من قبل» brings.
BY = "by"


def _by(tree: Tree, node: Node) -> Iterator[Argument]:
    """Who did it, brought by «على يد» or «من قبل»."""
    for function, filler in each_of(tree, "subject", node):
        filler.function = BY
        yield function, filler


def distributed(tree: Tree, node: Node) -> list[Node]:
    """«وزراء خارجية قطر والهند واليابان»: each of the states, one minister each; nothing where it is one."""
    one = not node.entries or any(each.number == "singular" for _, each in node.entries)
    if (one and node.features.number not in ("plural", "dual", MANY)) or "title" not in node.classes:
        return []
    deepest = node
    while (child := tree.child(deepest, "genitive")) is not None:
        deepest = child
    if deepest.entity is None or deepest.entity.kind not in ("country", "capital"):
        return []
    others = [each for each in joined_to(tree, deepest) if each.entity is not None]
    return [deepest, *others] if others else []


def joined_to(tree: Tree, node: Node) -> Iterator[Node]:
    """All that is joined to a noun with «و», one after the other."""
    for other in tree.children(node, "conjunct"):
        yield other
        yield from joined_to(tree, other)


def substance(tree: Tree, node: Node) -> Node:
    """What a noun of part or number counts: «عشرات المسلحين», «عدد من الجنود»; else the noun itself."""
    if node.entity is not None:
        return node
    if not node.classes.isdisjoint(PARTS) or _sent(node):
        for child in tree.children(node):
            if child.relation in _OF_PARTS and child.kind == "noun" and child.relation not in tree.described_by(node):
                return child
    return node


def _sent(node: Node) -> bool:
    """«وفد من الحكومة»: those who go for others."""
    return node.lemma is not None and node.lemma.key in people("delegates")


_OF_PARTS = frozenset(("genitive", fold("من"), fold("عن")))


@cache
def people(table: str) -> frozenset[str]:
    """A list of words for people (lexicon/ar/frames/people.toml), folded: ``anonymous``, ``delegates``."""
    source = resources.files("timeline.lexicon") / "ar" / "frames" / "people.toml"
    return frozenset(map(fold, tomllib.loads(source.read_text("utf-8"))[table]["words"].split()))

"""Functions: what stands with a word of act, and as what, with what a light verb or a governor lends it.

«شن الجيش هجوما على القرية»: the attack has a doer, lent by «شن», and a target, brought by «على».
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from attrs import define

from timeline.events.valency import Governor, Light, governors, light_verbs
from timeline.lexicon.gazetteer import Entity
from timeline.syntax.agreement import MANY
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

_PARTS = frozenset(("part", "measure"))


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
    for owner in dict.fromkeys((node.number, head.number)):  # «سلسلة غارات نفذتها»
        for child in tree.children(tree.nodes[owner], "relative"):
            function = "subject" if child.subject == owner else "object"
            for light in _lights(table, child):
                if light.carries == function or (light.carries not in ("subject", "object") and function == "object"):
                    yield child, light
    for child in tree.children(node, "relative"):
        for inner in tree.children(child, "object", *_MASDAR_OBJECTS):
            if inner.kind == "noun" and inner.pronoun:
                yield from ((child, light) for light in _lights(table, inner))  # «المؤتمر الذي تنوي روسيا عقده»


_MASDAR_OBJECTS = tuple(map(fold, ("في", "على", "ب", "إلى")))


#: Governors whose subject does what they govern: «تمكن من السيطرة», «بدأ الهجوم», «هدد بقصف», «رفض لقاء».
CONTROLS = frozenset(
    (
        "succeeds", "attempts", "begins", "continues", "ends", "plans", "refuses", "fails", "threatens", "wants",
        "postpones", "alleges", "demands", "denies",
    )
)  # fmt: skip
#: Governors whose object does it: «اتهم الجيش بقصف السوق», «طالب إسرائيل بالانسحاب».
_DONE_BY_OBJECT = frozenset(("alleges", "demands"))


def controlled(tree: Tree, node: Node, functions: set[str]) -> list[Argument]:
    """Who does an act that a verb of doing governs: the verb's subject."""
    if "subject" in functions or "nisba" in functions or node.governor < 0:
        return []
    teller = tree.nodes[node.governor]
    told = node.preposition in _IN_WORDS and "speech" in node.classes and "genitive" not in functions
    if told and teller.is_predicate and teller.subject >= 0:
        return list(_each(tree, "subject", tree.nodes[teller.subject]))  # «اكتفى الوزير بالقول إن»
    child, steps = node, 0
    while child.governor >= 0 and steps < 6:
        governor = tree.nodes[child.governor]
        steps += 1
        if child.relation in ("relative", "subject", "time", "cause"):
            return []
        if governor.subject == child.number:
            return []
        if any(entry.effect in CONTROLS for entry in effects(tree, child, governor)):
            if any(entry.effect in _DONE_BY_OBJECT for entry in effects(tree, child, governor)):
                accused = ("object", "passive") if governor.is_predicate else ("object", "passive", *_ACCUSED)
                others = (other for other in tree.children(governor, *accused) if other is not child)
                return [each for other in others for each in _each(tree, "subject", other)]
            if governor.subject >= 0:
                return [(function, filler) for function, filler in _each(tree, "subject", tree.nodes[governor.subject])]
            genitive = tree.child(governor, "genitive") if governor.kind == "noun" else None
            if genitive is not None and genitive is not child and genitive is not node:
                return list(_each(tree, "subject", genitive))
            if governor.kind != "noun":
                return []
        elif governor.kind != "noun" or _apart(child, governor, node):
            return []
        child = governor
    return []


def _apart(child: Node, governor: Node, act: Node) -> bool:
    """«وعد بالتحرك ردا على الهجوم»: who promises did not attack; «شن حملة لتحرير المدينة» tells of one doer."""
    if child.relation != child.preposition or child.preposition in _INSIDE:
        return False
    object_of = not governor.takes.isdisjoint(("object", "objects"))  # «رفضها لأي هجوم»
    return child is not act or child.preposition not in PURPOSE or object_of


#: What brings the accused to a verbal noun with its subject: «اتهامها لواشنطن بشن هجوم».
_ACCUSED = (fold("ل"),)


def announced(tree: Tree, node: Node, functions: set[str]) -> list[Argument]:
    """Whose deed it is that an armed force announces: «أعلن الجيش تدمير الجسر», «كشف الحزب تنفيذ غارتين»."""
    child, steps = node, 0
    while "subject" not in functions and "nisba" not in functions and child.governor >= 0 and steps < _NEAR:
        governor = tree.nodes[child.governor]
        own = child.pronoun or any(each.pronoun for each in tree.children(child, "genitive", "object"))
        if own or child.preposition or child.relation not in ("object", "genitive"):
            return []
        if governor.is_predicate:
            says = any(entry.effect == "asserts" for entry in effects(tree, child, governor))
            subject = tree.nodes[governor.subject] if says and governor.subject >= 0 else None
            return list(_each(tree, "subject", subject)) if subject is not None and _fights(subject) else []
        child, steps = governor, steps + 1
    return []


def _fights(node: Node) -> bool:
    return "force" in node.classes or (node.lemma is not None and node.lemma.key in people("fighting"))


_NEAR = 4


def attending(tree: Tree, node: Node, functions: set[str]) -> list[Argument]:
    """Whose meeting it is: «عرض الرئيس مقترحات خلال لقاء مع النواب», «سافر الوزير للقاء نظيره»."""
    if not node.preposition or not functions.isdisjoint(("subject", "nisba", "light")):
        return []
    partner = not functions.isdisjoint(_PARTNER) and "genitive" not in functions
    if not partner and not (node.preposition in PURPOSE and "genitive" in functions):
        return []
    governor, steps = tree.nodes[node.governor] if node.governor >= 0 else None, 0
    while partner and governor is not None and governor.kind == "noun" and governor.governor >= 0 and steps < 3:
        governor = tree.nodes[governor.governor]
        steps += 1
    if governor is not None and "title" in governor.classes:
        return list(_each(tree, "subject", governor))  # «سافر المبعوث للقاء نظيره»
    if governor is None or not governor.is_predicate or governor.subject < 0:
        return []
    if not tree.nodes[governor.subject].classes.isdisjoint(("gathering", "violence", "act", "abstract")):
        return []  # «محادثات قد تمهد للقاء»
    return list(_each(tree, "subject", tree.nodes[governor.subject]))


_INSIDE = places_of("inside")
_IN_WORDS = places_of("words")
_PARTNER, PURPOSE = places_of("partner"), places_of("purpose")


def effects(tree: Tree, child: Node, governor: Node) -> Iterator[Governor]:
    """What a governing word does to what it governs as this function (lexicon/ar/frames/governors.toml)."""
    table = governors()
    function = governed_as(child, governor)
    for key in keys(governor) or [tree.units[governor.head].form.folded.removeprefix("ال")]:
        for entry in table.get(key, ()):
            if not entry.functions or function in entry.functions:
                yield entry
                break


def governed_as(child: Node, governor: Node) -> str:
    """The function of a word as governors name it: subject, object, of, أن, a preposition."""
    match child.relation:
        case "that" | "quoted":
            return fold("أن")
        case "genitive":
            return "of"
        case "passive":
            return "object"
    return "subject" if governor.subject == child.number else child.relation


def _passes_on(tree: Tree, node: Node) -> bool:
    """«سلسلة غارات»: a genitive of a noun of number is carried by what carries the noun."""
    if node.relation == "conjunct":
        return True
    form = tree.units[tree.nodes[node.governor].head].form
    if form.adjectives and not form.nouns:
        return True  # «شهد العراق أمس أكبر هجوم»
    return not tree.nodes[node.governor].classes.isdisjoint(_PARTS)


def _lights(table: dict[str, tuple[Light, ...]], verb: Node) -> Iterator[Light]:
    for key in keys(verb):
        yield from table.get(key, ())


def _function(verb: Node, node: Node) -> str:
    if verb.subject == node.number:
        return "subject"
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
                yield from _each(tree, "genitive", child)
        elif child.relation == "by":
            yield from _by(tree, child)
        elif child.relation in ("that", "quoted"):
            yield "أن", Filler("", child, "أن")
        elif child.preposition:
            yield from _each(tree, child.relation, child)
        elif child.relation in ("object", "object2"):
            yield from _each(tree, "object", child)
    if node.nisba is not None:
        yield "nisba", Filler("", node, "nisba", nisba=node.nisba)
    if node.pronoun:
        yield "genitive", Filler("", None, "genitive", pronoun=node.pronoun)
    for verb, table in lights:
        roles = dict(table.roles)
        for function, filler in _of_verb(tree, verb):
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
        for function, filler in _each(tree, "object" if node.suffers else "subject", subject):
            filler.implied = node.implied
            yield function, filler
    for child in tree.children(node):
        match child.relation:
            case "passive":
                yield from _each(tree, "object", child)
            case "by":
                yield from _by(tree, child)
            case "object" | "object2" | "topic":
                yield from _each(tree, child.relation, child)
            case "that" | "quoted":
                yield "أن", Filler("", child, "أن")
            case _ if child.preposition and child.kind in ("noun", "pronoun"):
                yield from _each(tree, child.relation, child)
    if node.relation == "cause" and node.preposition in _AS and node.governor >= 0:
        yield "أن", Filler("", tree.nodes[node.governor], "أن")  # «حسبما أفاد المرصد»
    if node.pronoun:
        yield "object", Filler("", None, "object", pronoun=node.pronoun)
    if node.relation == "relative" and node.governor >= 0 and node.subject != node.governor:
        head = tree.nodes[node.governor]
        if node.pronoun:
            yield "object", Filler("", head, "object", implied=True)


_AS = frozenset(map(fold, ("حسبما", "وفقما", "كما", "مثلما")))


def _each(tree: Tree, function: str, node: Node) -> Iterator[Argument]:
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
        yield from _each(tree, function, other)
    for child in tree.children(node) if real is node else [real]:
        if child is real or child.relation == _FROM:
            for other in tree.children(child, "conjunct"):
                yield from _each(tree, function, other)


_FROM = fold("من")


#: How a doer is marked that «على يد» or «من قبل» brings.
BY = "by"


def _by(tree: Tree, node: Node) -> Iterator[Argument]:
    """Who did it, brought by «على يد» or «من قبل»."""
    for function, filler in _each(tree, "subject", node):
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
    if not node.classes.isdisjoint(_PARTS) or _sent(node):
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

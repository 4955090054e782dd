"""Who does an act that something else governs: «تمكن من السيطرة», «أعلن الجيش تدمير الجسر», «سافر للقاء نظيره»."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.functions import PARTS, Argument, each_of, keys, people, places_of
from timeline.events.valency import Governor, governors, light_verbs
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

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
        return list(each_of(tree, "subject", tree.nodes[teller.subject]))  # «اكتفى الوزير بالقول إن»
    child, steps = node, 0
    while child.governor >= 0 and steps < 6:
        governor = tree.nodes[child.governor]
        steps += 1
        if child.relation in _BEHIND and governor.is_predicate and governor.subject >= 0:
            return list(each_of(tree, "subject", tree.nodes[governor.subject]))
        if child.relation in ("relative", "subject", "time", "cause"):
            return []
        if governor.subject == child.number:
            return []
        if any(entry.effect in CONTROLS for entry in effects(tree, child, governor)):
            if any(entry.effect in _DONE_BY_OBJECT for entry in effects(tree, child, governor)):
                accused = ("object", "passive") if governor.is_predicate else ("object", "passive", *_ACCUSED)
                others = (other for other in tree.children(governor, *accused) if other is not child)
                return [each for other in others for each in each_of(tree, "subject", other)]
            if governor.subject >= 0:
                return [
                    (function, filler) for function, filler in each_of(tree, "subject", tree.nodes[governor.subject])
                ]
            genitive = tree.child(governor, "genitive") if governor.kind == "noun" else None
            if genitive is not None and genitive is not child and genitive is not node:
                return list(each_of(tree, "subject", genitive))
            if governor.kind != "noun":
                return []
        elif governor.kind != "noun" or _apart(child, governor, node) or _undergone(child, governor):
            return []
        child = governor
    return []


def _apart(child: Node, governor: Node, act: Node) -> bool:
    """«وعد بالتحرك ردا على الهجوم»: who promises did not attack; «شن حملة لتحرير المدينة» tells of one doer."""
    if child.relation != child.preposition or child.preposition in _INSIDE:
        return False
    object_of = not governor.takes.isdisjoint(("object", "objects"))  # «رفضها لأي هجوم»
    return child is not act or child.preposition not in PURPOSE or object_of


def _undergone(act: Node, deed: Node) -> bool:
    """«أرادت القوات دحر الهجوم»: who does something to an act need not be its doer."""
    on_it = act.relation == "object" or (
        act.relation == "genitive" and not deed.takes.isdisjoint(("object", "objects"))
    )
    carries = any(key in light_verbs() for key in keys(deed))  # «جهوده لعقد المؤتمر»
    return on_it and act.definite and "masdar" in deed.classes and not carries


#: What brings the accused to a verbal noun with its subject: «اتهامها لواشنطن بشن هجوم».
_ACCUSED = (fold("ل"),)


def announced(tree: Tree, node: Node, functions: set[str], *, by_state: bool = False) -> list[Argument]:
    """Whose deed it is that an armed force announces: «أعلن الجيش تدمير الجسر», «كشف الحزب تنفيذ غارتين».

    ``by_state``: or a state, of what is done to missiles over its land («أعلنت الكويت اعتراض صاروخ»).
    """
    child, steps = node, 0
    while "subject" not in functions and "nisba" not in functions and child.governor >= 0 and steps < _NEAR:
        governor = tree.nodes[child.governor]
        own = child.pronoun or any(each.pronoun for each in tree.children(child, "genitive", "object"))
        if own or child.preposition or child.relation not in ("object", "genitive"):
            return []
        if governor.is_predicate:
            says = any(entry.effect == "asserts" for entry in effects(tree, child, governor))
            subject = tree.nodes[governor.subject] if says and governor.subject >= 0 else None
            return list(each_of(tree, "subject", subject)) if subject is not None and _fights(subject, by_state) else []
        passes = any(key in light_verbs() for key in keys(governor)) or not governor.classes.isdisjoint(PARTS)
        if not passes and not any(entry.effect in CONTROLS for entry in effects(tree, child, governor)):
            return []  # «أعلن الجيش إحباط هجوم»
        child, steps = governor, steps + 1
    return []


def _fights(node: Node, by_state: bool) -> bool:  # noqa: FBT001
    state = by_state and node.entity is not None and node.entity.kind == "country"
    return state or "force" in node.classes or (node.lemma is not None and node.lemma.key in people("fighting"))


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
        return list(each_of(tree, "subject", governor))  # «سافر المبعوث للقاء نظيره»
    if governor is None or not governor.is_predicate or governor.subject < 0:
        return []
    if not tree.nodes[governor.subject].classes.isdisjoint(("gathering", "violence", "act", "abstract")):
        return []  # «محادثات قد تمهد للقاء»
    return list(each_of(tree, "subject", tree.nodes[governor.subject]))


_INSIDE = places_of("inside")
_IN_WORDS, _BEHIND = places_of("words"), places_of("behind")
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

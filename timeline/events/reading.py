"""Acts: the frames of a sentence read over its tree, each with who and what fills it.

How a role is realized is grammar and stands here once: the subject and object of an active verb, the subject of a
passive,
«من قبل», the genitive and the adjective of a verbal noun, what a light verb lends («شن الجيش هجوما على القرية»),
what a relative
clause says of its head («الهجوم الذي استهدف القنصلية»).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from attrs import define, field

from timeline.events.model import EventType
from timeline.events.valency import Frame, Frames, Governor, Light, Slot, governors, light_verbs
from timeline.lexicon.gazetteer import Entity
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold

#: Kinds of act whose genitive is the one it happens to: «اغتيال الوزير», «خطف الصحفي».
_SUFFERED = frozenset(("killing", "assassination", "abduction"))
_FORCEFUL = frozenset(("force", "state", "weapon"))
#: Prepositions that say where: the noun behind them is a place of the act.
LOCATIVE = frozenset(
    map(
        fold,
        (
            "في",
            "ب",
            "قرب",
            "داخل",
            "خارج",
            "شمال",
            "جنوب",
            "شرق",
            "غرب",
            "شمالي",
            "جنوبي",
            "شرقي",
            "غربي",
            "وسط",
            "عند",
            "من",
            "الى",
            "على",
            "حول",
            "أمام",
        ),
    )
)
_SITES = frozenset(("place", "building", "state"))
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


@define(eq=False, slots=True)
class Act:
    """A frame that is met: the word that names it, its fillers, the light verb that carries it."""

    tree: Tree
    node: Node
    frame: Frame
    fillers: list[Filler]
    light: Node | None = None
    same: Act | None = None  # the act that this one only says again
    notes: list[str] = field(factory=list)

    def having(self, *roles: str) -> list[Filler]:
        """The fillers of some roles."""
        return [each for each in self.fillers if each.role in roles]

    @property
    def is_verb(self) -> bool:
        """Whether a verb or a participle names it."""
        return self.node.is_predicate


Argument = tuple[str, Filler]


def read_acts(tree: Tree, frames: Frames) -> list[Act]:
    """The acts of a sentence, in the order of their words."""
    acts = []
    for node in tree.nodes:
        if node.kind not in ("verb", "participle", "noun") or not node.entries:
            continue
        act = _read(tree, node, frames)
        if act is not None:
            acts.append(act)
    return acts


def keys(node: Node) -> list[str]:
    """The words of the dictionary that a node can be, folded; a verbal noun is its verb too."""
    found: dict[str, None] = {}
    for lemma, _ in node.entries:
        found[lemma.key] = None
        if lemma.verb is not None:
            found[lemma.verb.key] = None
    return list(found)


def _read(tree: Tree, node: Node, frames: Frames) -> Act | None:
    candidates = list(_frames(node, frames))
    if not candidates or _own_words(node):
        return None
    light = carrier(tree, node)
    given = list(arguments(tree, node, light))
    if node.kind == "noun" and light is None:
        given += controlled(tree, node, {function for function, _ in given})
    refused: list[str] = []
    for frame in candidates:
        if frame.company and not _in_company(tree, node, frame):
            continue
        if frame.subtype == "none":
            return None  # «مؤتمر صحفي»
        if (frame.plural and not _plural(node)) or (frame.perfective and _state(tree, node)):
            continue
        fillers = fill(frame, given, node)
        if fillers is not None and frame.type is not EventType.STATEMENT and _no_act(tree, node, frame):
            refused.append(
                f"{frame.name} as {frame.subtype}: its company makes it a figure of speech, an accident or a game"
            )
            continue
        if fillers is not None:
            return Act(tree, node, frame, fillers, light[0] if light else None, None, refused)
        refused.append(f"{frame.name} as {frame.subtype}: its slots are not filled, or by what cannot fill them")
    return None


def _frames(node: Node, frames: Frames) -> Iterator[Frame]:
    """The frames that a word can have: a verb those of verbs, a verbal noun those of its verb, a noun its own."""
    seen: set[int] = set()
    for lemma, _ in node.entries:
        own = lemma.part == "verb"
        found = [frame for frame in frames.entries.get(lemma.key, ()) if frame.verbal is own]
        if lemma.verb is not None:
            found += [frame for frame in frames.entries.get(lemma.verb.key, ()) if frame.verbal]
        for frame in found:
            if id(frame) not in seen:
                seen.add(id(frame))
                yield frame


def _no_act(tree: Tree, node: Node, frame: Frame) -> bool:
    """«القصف الإعلامي», «انفجار أسطوانة غاز», «لقاء الإياب»: a figure of speech, an accident, a game."""
    group = {tree.units[at].form.folded.removeprefix("ال") for at in range(node.first, tree.whole_last(node) + 1)}
    stems = {_stem(word) for word in group}
    if not stems.isdisjoint(company("figurative")):
        return True
    armed = any(not each.classes.isdisjoint(("force", "weapon", "violence")) for each in tree.nodes if each is not node)
    if armed:
        return False
    if any(each.classes == {"sport"} for each in tree.nodes):
        return True
    if frame.subtype not in ("killing", "bombing"):
        return False
    named = {_stem(lemma.key) for each in tree.nodes for lemma, _ in each.entries}
    return not named.isdisjoint(company("accident"))


@cache
def company(table: str) -> frozenset[str]:
    """A list of lexicon/ar/frames/company.toml, by stems: ``figurative``, ``accident``."""
    source = resources.files("timeline.lexicon") / "ar" / "frames" / "company.toml"
    return frozenset(_stem(fold(word)) for word in tomllib.loads(source.read_text("utf-8"))[table]["words"].split())


def _own_words(node: Node) -> bool:
    """«نؤكد» in one's own quotation is no second act of speech."""
    return (
        node.is_predicate
        and bool(node.entries)
        and all(each.person == 1 for _, each in node.entries)
        and any("أن" in lemma.takes for lemma, _ in node.entries)
    )


def _state(tree: Tree, node: Node) -> bool:
    """«التي يسيطر عليها»: in a relative clause, going on and without a date, it tells how things are."""
    going_on = node.is_predicate and all(each.tense == "present" for _, each in node.entries) and not node.future
    return going_on and node.relation == "relative" and not any(True for _ in tree.children(node, "date"))


def _plural(node: Node) -> bool:
    return any(each.number != "singular" for _, each in node.entries)


def _in_company(tree: Tree, node: Node, frame: Frame) -> bool:
    """Whether the further words of a frame's name stand in the group of its word: «عمليات عسكرية», «اتصالا هاتفيا»."""
    said = {_stem(tree.units[at].form.folded) for at in range(node.first, tree.whole_last(node) + 1) if at != node.head}
    for child in tree.children(node):
        said |= {lemma.key[:-1] if len(lemma.key) > 4 else lemma.key for lemma, _ in child.entries}
        said.add(_stem(tree.units[child.head].form.folded))
    return all(_stem(word) in said for word in frame.company)


_ENDINGS = tuple(map(fold, ("ية", "ين", "ون", "ات", "يا", "ة", "ي", "ا")))


def _stem(word: str) -> str:
    """A word without article and endings: «هاتفيين», «الهاتفية» and «هاتفي» are one."""
    word = word.removeprefix("ال") if len(word) > 4 else word
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)]
                break
    return word


# ---- what stands with a word
# ------------------------------------------------------------------------------------------


def carrier(tree: Tree, node: Node) -> tuple[Node, Light] | None:
    """The light verb that a noun of act is carried by: «شن هجوما», «الهجوم الذي شنه», «تعرض لهجوم»."""
    if node.kind != "noun":
        return None
    table = light_verbs()
    head = node
    while head.relation in ("conjunct", "genitive") and head.governor >= 0 and _passes_on(tree, head):
        head = tree.nodes[head.governor]
    if head.governor >= 0:
        verb = tree.nodes[head.governor]
        function = _function(verb, head)
        for light in _lights(table, verb):
            if light.carries == function:
                return verb, light
    for child in tree.children(node, "relative"):
        for light in _lights(table, child):
            function = "subject" if child.subject == node.number else "object"
            if light.carries == function or (
                light.carries not in ("subject", "object") and child.subject != node.number
            ):
                return child, light
        for inner in tree.children(child, "object", *_MASDAR_OBJECTS):
            if inner.kind == "noun" and inner.pronoun:
                for light in _lights(table, inner):
                    return child, light  # «المؤتمر الذي تنوي روسيا عقده»
    return None


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
                return [
                    each
                    for other in tree.children(governor, "object", "passive")
                    for each in _each(tree, "subject", other)
                ]
            if governor.subject >= 0:
                return [(function, filler) for function, filler in _each(tree, "subject", tree.nodes[governor.subject])]
            genitive = next(tree.children(governor, "genitive"), None) if governor.kind == "noun" else None
            if genitive is not None and genitive is not child and genitive is not node:
                return list(_each(tree, "subject", genitive))
            if governor.kind != "noun":
                return []
        elif governor.kind != "noun":
            return []
        child = governor
    return []


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


def arguments(tree: Tree, node: Node, light: tuple[Node, Light] | None = None) -> Iterator[Argument]:
    """What stands with a word, by function: subject, object, a preposition, «أن»; genitive and nisba for nouns."""
    if node.is_predicate:
        yield from _of_verb(tree, node)
        return
    for child in tree.children(node):
        if child.relation == "genitive":
            yield from _each(tree, "genitive", child)
        elif child.relation == "by":
            yield from _each(tree, "subject", child)
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
    if light is not None:
        verb, table = light
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
                yield from _each(tree, "subject", child)
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
    for each in states or [real]:
        yield function, Filler("", each, function)
    for other in tree.children(node, "conjunct"):
        yield from _each(tree, function, other)
    for child in tree.children(node) if real is node else [real]:
        if child is real or child.relation == _FROM:
            for other in tree.children(child, "conjunct"):
                yield from _each(tree, function, other)


_FROM = fold("من")


def distributed(tree: Tree, node: Node) -> list[Node]:
    """«وزراء خارجية قطر والهند واليابان»: each of the states, one minister each; nothing where it is one."""
    if node.features.number != "plural" or "title" not in node.classes:
        return []
    deepest = node
    while (child := next(tree.children(deepest, "genitive"), None)) is not None:
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
    if not node.classes.isdisjoint(_PARTS) or (node.lemma is not None and node.lemma.key in people("delegates")):
        for child in tree.children(node):
            if child.relation in _OF_PARTS and child.kind == "noun":
                return child
    return node


_OF_PARTS = frozenset(("genitive", fold("من"), fold("عن")))


@cache
def people(table: str) -> frozenset[str]:
    """A list of words for people (lexicon/ar/frames/people.toml), folded: ``anonymous``, ``delegates``."""
    source = resources.files("timeline.lexicon") / "ar" / "frames" / "people.toml"
    return frozenset(map(fold, tomllib.loads(source.read_text("utf-8"))[table]["words"].split()))


# ---- frames filled
# ----------------------------------------------------------------------------------------------------


def fill(frame: Frame, given: list[Argument], node: Node) -> list[Filler] | None:
    """The fillers of a frame, or ``None`` if it refuses: a filler of the wrong class, a slot that has to be filled."""
    fillers: list[Filler] = []
    functions = {function for function, _ in given}
    lent = {filler.role for function, filler in given if function == "light"}
    brought: dict[str, Node] = {}
    for function, filler in given:
        slot = _slot(frame, function, filler, functions, lent)
        if isinstance(slot, Slot) and slot.prepositions and _again(filler, slot, brought):
            slot = None  # «على المصنع على أطراف المدينة»: the second says where
        if slot is None:
            if function in LOCATIVE and filler.node is not None and _is_site(filler.node) and function != fold("من"):
                fillers.append(_as(filler, "location"))
            continue
        if slot == "refused":
            return None
        if isinstance(slot, str):
            fillers.append(_as(filler, slot))
        else:
            fillers.append(_as(filler, slot.role))
    present = {filler.role for filler in fillers}
    if frame.type is EventType.STATEMENT and node.kind == "noun" and frame.verbal:
        said = "content" in present or frame.role("content") is None
        if "speaker" not in present or not said:
            return (
                None  # «دون ذكر تفاصيل»: a verbal noun of speech tells of one only with its speaker and what was said
            )
    for slot in frame.slots:
        if slot.required and slot.role not in present and not (slot.role == "content" and _speaks(given)):
            return None
    return fillers


def _again(filler: Filler, slot: Slot, brought: dict[str, Node]) -> bool:
    """Whether a slot of this preposition was filled by another group already."""
    if filler.node is None or slot.role != "target" or not _is_site(filler.node):
        return False
    first = brought.setdefault(slot.role, filler.node)
    return first is not filler.node and filler.node.relation != "conjunct"


def _as(filler: Filler, role: str) -> Filler:
    return Filler(role, filler.node, filler.function, filler.pronoun, filler.nisba, filler.implied)


def _speaks(given: list[Argument]) -> bool:
    return any(function == "أن" for function, _ in given)


def _is_site(node: Node) -> bool:
    return not node.classes or not node.classes.isdisjoint(_SITES)


def _slot(frame: Frame, function: str, filler: Filler, functions: set[str], lent: set[str]) -> Slot | str | None:
    node = filler.node
    classes = node.classes if node is not None else frozenset()
    match function:
        case "subject":
            return _checked(frame.subject, classes)
        case "object":
            if frame.undergoer is None and frame.type is EventType.MEETING and not frame.verbal:
                return frame.subject  # «أثناء لقائه وزير الدفاع»
            return _checked(frame.undergoer, classes)
        case "object2" | "topic":
            return None
        case "أن":
            return frame.role("content")
        case "light":
            return (
                filler.role
                if frame.role(filler.role) is not None or filler.role == "location"
                else _nearest(frame, filler.role)
            )
        case "nisba":
            return _participant(frame) or (
                frame.subject if frame.type is EventType.OFFENSIVE and "agent" not in lent else None
            )
        case "genitive":
            return _genitive(frame, filler, functions, lent)
    slot = frame.by(function)
    if slot is not None and slot.admits(classes):
        return slot
    if function == _FOR and node is not None:
        return _of_the_noun(frame, classes, functions, lent)
    return None


_FOR = fold("ل")


def _of_the_noun(frame: Frame, classes: frozenset[str], functions: set[str], lent: set[str]) -> Slot | None:
    """What «ل» brings to a noun of act: who does it («غارة لسلاح الجو»), or whom it is done to («قصفه للمدينة»)."""
    subject, obj = frame.subject, frame.undergoer
    taken = "subject" in functions or "nisba" in functions or bool(lent & {"agent", "participant"})
    if frame.verbal and obj is not None and obj.admits(classes) and (taken or "genitive" in functions):
        return obj
    if frame.type is EventType.STATEMENT or taken or subject is None or not classes:
        return None
    return subject if subject.admits(classes) else None


def _checked(slot: Slot | None, classes: frozenset[str]) -> Slot | str | None:
    if slot is None:
        return None
    return slot if slot.admits(classes) else "refused"


def _participant(frame: Frame) -> Slot | None:
    slot = frame.subject
    return slot if slot is not None and slot.role == "participant" else None


def _nearest(frame: Frame, role: str) -> str | None:
    """A light verb lends an agent; in a frame of meeting that is a participant, in one of speech the speaker."""
    if frame.subject is None:
        return role
    if role in ("agent", "participant", "speaker", "host"):
        return frame.subject.role
    if role == "target" and frame.undergoer is not None:
        return frame.undergoer.role
    return role


def _genitive(frame: Frame, filler: Filler, functions: set[str], lent: set[str]) -> Slot | None:
    """«قصف القوات» is theirs, «قصف السوق» is on it, «اغتيال الوزير» on him, «زيارة الوزير» his."""
    subject, obj = frame.subject, frame.undergoer
    classes = filler.node.classes if filler.node is not None else frozenset()
    entity = filler.node.entity if filler.node is not None else None
    named = entity is not None and entity.kind in ("capital", "place")
    if frame.type is EventType.MEETING and named and filler.node is not None and not filler.node.children:
        return Slot("location")  # «قمة القاهرة»
    if frame.type is not EventType.OFFENSIVE:
        if subject is not None and subject.admits(classes):
            return subject
        return obj if obj is not None and obj.admits(classes) else None
    target = obj or next((slot for slot in frame.slots if slot.role == "target"), None)
    if target is None or subject is None:
        return subject if subject is not None and subject.admits(classes) else target
    if "subject" in functions or "nisba" in functions or "agent" in lent:
        return target if target.admits(classes) else None
    if "object" in functions or any(
        function in target.prepositions or frame.by(function) is target for function in functions
    ):
        return subject if subject.admits(classes) else None
    if not subject.admits(classes):
        return target if target.admits(classes) else None
    if frame.subtype in _SUFFERED or not target.admits(classes):
        return target if target.admits(classes) else subject
    return subject if not classes.isdisjoint(_FORCEFUL) or filler.pronoun else target

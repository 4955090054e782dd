"""Acts: the frames of a sentence read over its tree, each with who and what fills it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

from attrs import define, field

from timeline.events.filling import fill, refusal
from timeline.events.functions import Argument, Filler, arguments, carriers, keys, places_of
from timeline.events.governed import announced, attending, controlled
from timeline.events.model import EventType
from timeline.events.valency import Frame, Frames, Light, background_prepositions, claims
from timeline.syntax.government import OWNER, REFLEXIVES
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold


@define(eq=False, slots=True)
class Act:
    """A frame that is met: the word that names it, its fillers, the light verb that carries it."""

    tree: Tree
    node: Node
    frame: Frame
    fillers: list[Filler]
    light: Node | None = None
    claimed: bool = False  # «تبنت الجماعة الهجوم أمس»: the verb tells who did it, and not when or where
    same: Act | None = None  # the act that this one only says again
    notes: list[str] = field(factory=list)

    def having(self, *roles: str) -> list[Filler]:
        """The fillers of some roles."""
        return [each for each in self.fillers if each.role in roles]

    @property
    def is_verb(self) -> bool:
        """Whether a verb or a participle names it."""
        return self.node.is_predicate


def read_acts(tree: Tree, frames: Frames) -> list[Act]:
    """The acts of a sentence, in the order of their words."""
    acts = []
    named: set[int] = set()  # nouns that only complete the name of another act: «تبادل لإطلاق النار»
    for node in tree.nodes:
        if node.kind not in ("verb", "participle", "noun") or not node.entries:
            continue
        act = None if _in_a_name(tree, node, frames) else _read(tree, node, frames)
        if act is not None:
            acts.append(act)
            named.update(child.number for child in completing(tree, node, act.frame))
    return [act for act in acts if act.node.number not in named]


def completing(tree: Tree, node: Node, frame: Frame) -> Iterator[Node]:
    """The nouns that complete the name of an act: «تبادل (ل)إطلاق النار», «عملية إنزال»."""
    if not frame.company or node.is_predicate:
        return
    for child in tree.children(node, "genitive", "object", OWNER):
        if child.kind == "noun" and any(lemma.key in frame.company for lemma, _ in child.entries):
            yield child


def _in_a_name(tree: Tree, node: Node, frames: Frames) -> bool:
    """«وقف دائم لإطلاق النار»: a noun that completes the name of what is no act."""
    governor = tree.nodes[node.governor] if node.governor >= 0 and node.kind == "noun" else None
    if governor is None or governor.kind != "noun":
        return False
    nothing = (frame for frame in _frames(governor, frames) if frame.subtype == "none" and frame.company)
    return any(node is each for frame in nothing for each in completing(tree, governor, frame))


def _read(tree: Tree, node: Node, frames: Frames) -> Act | None:
    candidates = _frames(node, frames)
    if not candidates:
        return None
    if any(frame.company for frame in candidates):
        candidates = _in_company(candidates, tree, node)
    if not candidates or _own_words(node) or _their_kin(node) or _names_an_office(tree, node) or _judges(node):
        return None
    lights = _one_each(carriers(tree, node))
    light = lights[0] if lights else None
    given = list(arguments(tree, node, lights))
    if node.kind == "noun" and light is None:
        given += controlled(tree, node, {function for function, _ in given})
    refused: list[str] = []
    for frame in candidates:
        if frame.subtype == "none":
            return None  # «مؤتمر صحفي»
        if (frame.plural and not _plural(node)) or (frame.perfective and _state(tree, node)):
            continue
        meets = frame.type is EventType.MEETING and node.kind == "noun"
        functions = {function for function, _ in given}
        also = attending(tree, node, functions) if meets else []
        acts = frame.subject is not None and (frame.subject.role == "agent" or frame.subtype == "repelled")
        if node.kind == "noun" and acts:
            repels = frame.subtype == "repelled"
            whose = repels and _is_of_somebody(given)  # «أعلن التحالف اعتراض الدفاعات السعودية صاروخا»
            also = [] if whose else announced(tree, node, functions, by_state=repels)
        inner = [
            each
            for child in completing(tree, node, frame)
            for each in arguments(tree, child)
            if not _in_company_of(tree, frame, each[1].node)
        ]
        fillers = fill(frame, [*given, *inner, *also], node)
        if fillers is not None and frame.type is not EventType.STATEMENT and _no_act(tree, node, frame):
            refused.append(
                f"{frame.name} as {frame.subtype}: its company makes it a figure of speech, an accident or a game"
            )
            continue
        if fillers is not None:
            claimed = light is not None and any(key in claims() for key in keys(light[0]))
            return Act(tree, node, frame, fillers, light[0] if light else None, claimed, None, refused)
        refused.append(f"{frame.name} as {frame.subtype}: {refusal(frame, given)}")
    return None


def _is_of_somebody(given: Iterable[Argument]) -> bool:
    """Whether the genitive of what is done to missiles is who does it, and not the missiles."""
    elsewhere = any(function in ("object", _FOR) for function, _ in given)
    return any(
        function == "genitive" and (elsewhere or filler.node is None or filler.node.classes.isdisjoint(_FLYING))
        for function, filler in given
    )


_FOR, _FLYING = fold("ل"), frozenset(("weapon", "vehicle"))


def _in_company_of(tree: Tree, frame: Frame, node: Node | None) -> bool:
    """Whether a word is part of a frame's name: «الفرات» of «درع الفرات»."""
    return node is not None and _stem(tree.units[node.head].form.folded) in map(_stem, frame.company)


def _one_each(lights: Iterable[tuple[Node, Light]]) -> list[tuple[Node, Light]]:
    """The first sense of each light verb."""
    found: dict[int, tuple[Node, Light]] = {}
    for verb, light in lights:
        found.setdefault(verb.number, (verb, light))
    return list(found.values())


def _frames(node: Node, frames: Frames) -> list[Frame]:
    """The frames that a word can have by any of its readings, each once."""
    if len(node.entries) == 1:
        return list(frames.of(node.entries[0][0]))
    return list(dict.fromkeys([frame for lemma, _ in node.entries for frame in frames.of(lemma)]))


def _no_act(tree: Tree, node: Node, frame: Frame) -> bool:
    """«القصف الإعلامي», «انفجار أسطوانة غاز», «لقاء الإياب»: a figure of speech, an accident, a game."""
    stems = {_stem(word) for word in _company(tree, node)}
    if not stems.isdisjoint(company("figurative")):
        return True
    if frame.subtype in ("killing", "bombing"):
        beside = [*tree.children(node), *(each for child in tree.children(node) for each in tree.children(child))]
        if any(_is_accident(tree, each) for each in beside):
            return True
    if frame.subtype != "bombing" and any(_is_oneself(tree, child) for child in tree.children(node)):
        return True  # «أطلق النار على نفسه»
    if frame.subtype in _MOVES and node.subject >= 0:
        moving = tree.nodes[node.subject]
        words = {
            _stem(word)
            for each in (moving, *tree.below(moving))
            for unit in tree.units[each.first : each.last + 1]
            for word in (unit.form.folded, *fold(tree.text[unit.start : unit.end]).split())
        }
        if not words.isdisjoint(company("relief")):
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


def _is_oneself(tree: Tree, node: Node) -> bool:
    """«على نفسه», but «الوزير نفسه»."""
    brought = node.head > 0 and tree.units[node.head - 1].code == "p"
    return brought and tree.units[node.head].form.folded in REFLEXIVES


_MOVES = frozenset(("advance", "withdrawal"))


def _is_accident(tree: Tree, cause: Node) -> bool:
    """«قتل ثلاثة جنود في سقوط مروحية»: who dies in an accident, armed or not, is killed by nobody."""
    if cause.kind != "noun" or cause.preposition not in _MEANS:
        return False
    within = list(tree.below(cause))
    if any("violence" in each.classes for each in within if not each.classes & _MOVING):
        return False  # «في انهيار مبنى جراء القصف»
    if "violence" in cause.classes and not (cause.pronoun or any(each.classes & _MOVING for each in within)):
        return False  # «في انقلاب عسكري», but «في انقلاب حافلة»
    if any(each.relation == "genitive" and "weapon" in each.classes for each in tree.children(cause)):
        return False  # «إثر سقوط قذيفة»
    return _stem(tree.units[cause.head].form.folded) in company("accident")


_MEANS = places_of("means")
_MOVING = frozenset(("vehicle", "weapon"))


def _company(tree: Tree, node: Node) -> Iterator[str]:
    """The adjectives of a noun, and its genitives without theirs: «قصف إعلامي», «حرب الأسعار»."""
    for at in range(node.first, node.last + 1):
        if at != node.head:
            yield tree.units[at].form.folded.removeprefix("ال")
    for child in tree.children(node, "genitive"):
        yield tree.units[child.head].form.folded.removeprefix("ال")


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


def _their_kin(node: Node) -> bool:
    """«أسرهم» are their families, if what stands before it does not make it a capture («بعد أسرهم»)."""
    kin = node.kind == "noun" and node.pronoun and any("people" in lemma.classes for lemma, _ in node.entries)
    return bool(kin) and node.preposition not in background_prepositions()


def _names_an_office(tree: Tree, node: Node) -> bool:
    """«رئيس تحريرها», «مدير الاتصال»: a verbal noun behind a title says what the office is."""
    head = tree.nodes[node.governor] if node.relation == "genitive" and node.governor >= 0 else None
    return head is not None and "title" in head.classes and node.classes.isdisjoint(("violence", "gathering"))


def _judges(node: Node) -> bool:
    """«القضاء البلجيكي»: a judiciary, and no end that is made of somebody."""
    return node.nisba is not None and any(_stem(lemma.key) in company("judiciary") for lemma, _ in node.entries)


def _state(tree: Tree, node: Node) -> bool:
    """«التي يسيطر عليها»: in a relative clause, going on and without a date, it tells how things are."""
    going_on = node.is_predicate and all(each.tense == "present" for _, each in node.entries) and not node.future
    return going_on and node.relation == "relative" and not any(True for _ in tree.children(node, "date"))


def _plural(node: Node) -> bool:
    return any(each.number != "singular" for _, each in node.entries)


def _companions(tree: Tree, node: Node) -> tuple[set[str], set[str]]:
    """The stems of the words in the group of a word, and the words beside it."""
    group: set[str] = set()
    for at in range(node.first, tree.whole_last(node) + 1):
        if at != node.head:
            group.add(_stem(tree.units[at].form.folded))
    beside: set[str] = set()
    heads = [tree.nodes[node.governor]] if node.relation == "relative" and node.governor >= 0 else []
    for child in [*tree.children(node), *heads]:
        lemmas = {lemma.key for lemma, _ in child.entries}
        beside |= lemmas
        for at in range(child.first, tree.whole_last(child) + 1) if child.kind == "noun" else ():
            form = tree.units[at].form
            if at > child.head and node.is_predicate and not form.definite and "masdar" in form.classes:
                break  # «أطلقت تصريحات، واصفة استمرار إطلاق النار»
            beside |= {
                form.folded.removeprefix("ال").removesuffix(form.pronoun or " "),
                *(lemma.key for lemma, _ in form.nouns),
            }
        if child.relation == "adverbial" or not node.is_predicate:
            group |= {_stem(tree.units[child.head].form.folded), *map(_stem, lemmas)}
    return group, beside


def _in_company(frames: list[Frame], tree: Tree, node: Node) -> list[Frame]:
    """The frames whose further words stand with their word: «عمليات عسكرية», «ألقى صاروخا».

    An adjective is not met by the subject or object of a verb: «قصفت المدفعية» is no «قصف مدفعي».
    """
    group, beside = _companions(tree, node)
    return [
        frame for frame in frames
        if all(_stem(word) in group or word.removeprefix("ال") in beside for word in frame.company)
    ]  # fmt: skip


_ENDINGS = tuple(map(fold, ("ية", "ين", "ون", "ات", "يا", "ة", "ي", "ا")))


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """A word without article and endings: «هاتفيين», «الهاتفية» and «هاتفي» are one."""
    word = word.removeprefix("ال") if len(word) > 4 else word
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                word = word[: -len(ending)]
                break
    return word

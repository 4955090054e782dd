"""Frames filled: which slot of a frame each word takes that stands with its act, and when the frame is refused.

The subject and object of an active verb, the subject of a passive, «من قبل», the genitive and the adjective of a
verbal noun: how a role is realized is grammar and stands here once.
"""

from __future__ import annotations

from timeline.events.functions import Argument, Filler
from timeline.events.model import EventType
from timeline.events.valency import Frame, Slot
from timeline.syntax.tree import Node
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

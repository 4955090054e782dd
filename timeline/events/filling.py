"""Frames filled: which slot of a frame each word takes that stands with its act, and when the frame is refused.

The subject and object of an active verb, the subject of a passive, «من قبل», the genitive and the adjective of a
verbal noun: how a role is realized is grammar and stands here once.
"""

from __future__ import annotations

from timeline.events.functions import BY, PARTS, Argument, Filler, places_of
from timeline.events.model import EventType
from timeline.events.valency import Frame, Slot
from timeline.syntax.agreement import MANY
from timeline.syntax.government import PEOPLE_MEANT
from timeline.syntax.tree import Node
from timeline.text.spelling import fold

#: Kinds of act whose genitive is the one it happens to: «اغتيال الوزير», «خطف الصحفي».
_SUFFERED = frozenset(("killing", "assassination", "abduction"))
_REPELLED, _BLAST = "repelled", "bombing"
_FORCEFUL = frozenset(("force", "state", "weapon"))
#: Prepositions that say where: the noun behind them is a place of the act.
LOCATIVE, WITHIN = places_of("where", "toward"), places_of("where")
_SITES = frozenset(("place", "building", "state"))
_OFFICE = frozenset(("person", "title"))


def fill(frame: Frame, given: list[Argument], node: Node) -> list[Filler] | None:
    """The fillers of a frame, or ``None`` if it refuses: a filler of the wrong class, a slot that has to be filled."""
    fillers: list[Filler] = []
    filled: list[Slot] = []
    harmed = frame.subject is not None and frame.subject.role == "target"
    functions = {function for function, filler in given if not (harmed and filler.function == BY)}
    lent = {filler.role for function, filler in given if function == "light"}
    brought: dict[str, Node] = {}
    named = -1  # the genitive that is part of the frame's own name
    slots: dict[str, Slot | str | None] = {}  # function -> what the first of those joined in it fills
    for function, filler in given:
        if function == "genitive" and frame.company and filler.node is not None and _is_company(frame, filler.node):
            named = filler.node.number
            continue
        if filler.node is not None and filler.node.relation == "conjunct" and filler.node.governor == named:
            continue  # «إطلاق نار واحتجاز رهائن»
        behind = filler.node is not None and filler.node.relation == "conjunct"
        joined = behind and function in slots and function != "nisba"
        slot = (
            _alike(slots[function], filler)
            if joined
            else _slot(frame, function, filler, functions, lent, verbal_noun=node.kind == "noun")
        )
        slots.setdefault(function, slot)
        if isinstance(slot, Slot) and slot.prepositions and _again(filler, slot, brought, lent):
            slot = None  # «على المصنع على أطراف المدينة»: the second says where
        if slot == "refused":
            if behind:
                continue  # what is joined to it may belong elsewhere
            return None
        if slot is None:
            if function in LOCATIVE and filler.node is not None and _is_site(filler.node) and function != fold("من"):
                fillers.append(_as(filler, "location"))
            continue
        if isinstance(slot, Slot):
            filled.append(slot)
            fillers.append(_as(filler, slot.role, slot.classes))
            fillers += _whose(frame, slot, filler)
        else:
            fillers.append(_as(filler, slot))
    if (
        _in_words(frame, fillers)
        or _untold(frame, fillers, node)
        or _is_held(frame, functions, node)
        or _forces_meet(frame, fillers)
        or any(_missing(slot, frame, filled, fillers, given=given, node=node) for slot in frame.slots)
    ):
        return None
    return fillers


def _whose(frame: Frame, slot: Slot, filler: Filler) -> list[Filler]:
    """Who is behind what strikes: «اعترضت الدفاعات صاروخا إيرانيا», «استهدفت ضربات أمريكية وفرنسية مواقع»."""
    node = filler.node
    if node is None or node.nisba is None:
        return []
    struck = slot.role == "agent" and "violence" in node.classes and frame.type is EventType.OFFENSIVE
    fired = slot.role == "theme" and frame.subtype == _REPELLED
    return [Filler("agent", node, "nisba", nisba=each) for each in (node.nisba, *node.beside) if struck or fired]


def _alike(slot: Slot | str | None, filler: Filler) -> Slot | str | None:
    """«تدمير سبع عربات ومدفع»: what is joined to a filler fills the same slot, or none."""
    if not isinstance(slot, Slot):
        return slot
    return slot if slot.admits(classes_of(filler.office or filler.node)) else None


def _is_company(frame: Frame, node: Node) -> bool:
    """«عملية غصن الزيتون»: a genitive that is part of the frame's own name."""
    names = {name for word in frame.company for name in (word, word.removeprefix("ال"))}
    return any(lemma.key in names for lemma, _ in node.entries)


def _in_words(frame: Frame, fillers: list[Filler]) -> bool:
    """«شنت الناطقة هجوما على المعارضة»: who holds an office and leads no troops attacks in words."""
    return (
        frame.subtype == "assault"
        and not frame.company
        and any(
            filler.role == "agent" and filler.node is not None and filler.node.classes >= _OFFICE
            and filler.node.classes.isdisjoint(_FORCEFUL)
            for filler in fillers
        )
    )  # fmt: skip


def _untold(frame: Frame, fillers: list[Filler], node: Node) -> bool:
    """«دون ذكر تفاصيل»: a verbal noun of speech tells of one only with its speaker and what was said."""
    if frame.type is not EventType.STATEMENT or node.kind != "noun" or not frame.verbal:
        return False
    present = {filler.role for filler in fillers}
    if frame.urged and present >= {"addressee", "content"}:
        return False  # «كان الهدف حث تركيا على خفض التصعيد»
    return "speaker" not in present or not ("content" in present or frame.role("content") is None)


def _forces_meet(frame: Frame, fillers: list[Filler]) -> bool:
    """«التقت القوات القادمة من الجنوب بقوات القيادة»: where troops join hands nobody confers."""
    taking = [filler.node for filler in fillers if filler.role == "participant" and filler.node is not None]
    return (
        frame.type is EventType.MEETING
        and len(taking) > 1
        and all("force" in each.classes and each.classes.isdisjoint(("person", "title", "body")) for each in taking)
    )


def _is_held(frame: Frame, functions: set[str], node: Node) -> bool:
    """«تعتبر من أفقر البلدان», «كان يعتبر شريكا»: a verb of two objects that has one at most is a passive."""
    bare = [slot.role for slot in frame.slots if not slot.prepositions]
    if node.kind != "verb" or bare[1:] != ["topic", "content"] or node.pronoun or "أن" in functions:
        return False
    return not {"object", "object2"} <= functions


def _missing(
    slot: Slot, frame: Frame, filled: list[Slot], fillers: list[Filler], *, given: list[Argument], node: Node
) -> bool:
    """Whether a slot has to be filled and is not; two slots of one role ask for two, or for several in one word."""
    if not slot.required or any(each is slot for each in filled):
        return False
    if slot.role == "content" and _speaks(given) and (node.takes_clause or not slot.prepositions):
        return False  # «سلّم "كميات من الأسلحة"» says nothing
    present = [filler for filler in fillers if filler.role == slot.role]
    asked = [each for each in frame.slots if each.required and each.role == slot.role]
    return len(present) < len(asked) and not any(_several(filler) for filler in present)


def _several(filler: Filler) -> bool:
    """«الوزيران», «الطرفين»: one word for more than one."""
    return filler.node is not None and filler.node.features.number in ("dual", "plural", MANY)


def _again(filler: Filler, slot: Slot, brought: dict[str, Node], lent: set[str]) -> bool:
    """Whether a target was told already, by a group before («على المصنع») or by what governs («تعرض المصنع لغارة»)."""
    if filler.node is None or slot.role != "target":
        return False
    first = brought.setdefault(slot.role, filler.node)
    another = first is not filler.node and filler.node.relation != "conjunct"
    return _is_site(filler.node) and (another or slot.role in lent)


def _as(filler: Filler, role: str, asked: frozenset[str] = frozenset()) -> Filler:
    said = filler.pronoun, filler.nisba, filler.implied, asked, filler.office
    return Filler(role, filler.node, filler.function, *said)


def _speaks(given: list[Argument]) -> bool:
    return any(function == "أن" for function, _ in given)


def _is_site(node: Node) -> bool:
    return not node.classes or not node.classes.isdisjoint(_SITES)


def _slot(
    frame: Frame, function: str, filler: Filler, functions: set[str], lent: set[str], *, verbal_noun: bool
) -> Slot | str | None:
    node = filler.node
    classes = classes_of(filler.office or node)
    match function:
        case "subject":
            if filler.function == BY and frame.subject is not None and frame.subject.role == "target":
                return "agent"  # «لقي مصرعه على يد الجنود»
            return _checked(frame.subject, classes)
        case "object":
            if frame.undergoer is None and frame.type is EventType.MEETING and not frame.verbal:
                return frame.subject  # «أثناء لقائه وزير الدفاع»
            if frame.undergoer is None and frame.verbal and not verbal_noun and "subject" not in functions:
                return _checked(frame.subject, classes)  # read as a passive, but the verb has no object
            if frame.undergoer is None and frame.type is EventType.MEETING and "subject" in functions and classes:
                return "refused" if classes.isdisjoint(_ATTENDERS) and not _is_adjunct(classes) else None
            found = _checked(frame.undergoer, classes)
            besides = verbal_noun and frame.type is EventType.MEETING and _is_adjunct(classes)
            return None if besides and found == "refused" else found  # «زيارته تزامنا مع»
        case "object2":
            return _second_object(frame, classes)
        case "topic":
            return None
        case "أن":
            return frame.role("content")
        case "light":
            return _lent(frame, filler, classes)
        case "nisba":
            return _participant(frame) or (
                frame.subject if frame.type is EventType.OFFENSIVE and "agent" not in lent else None
            )
        case "genitive":
            found = _genitive(frame, filler, functions, lent)
            some = bool(classes) and classes <= PARTS and frame.subtype in _SUFFERED  # «مقتل جميع من كان فيها»
            refused = found is None and frame.type is EventType.OFFENSIVE and not (some or _is_adjunct(classes))
            return "refused" if refused and classes else found  # «انسحاب مستثمرين», «هجوم المنتخب»
    if function in _ATTENDED and frame.type is EventType.MEETING and classes.isdisjoint(_ADJUNCTS - {"state"}):
        return "participant"
    slot = frame.by(function)
    there = function == _WITH and "place" in classes and classes.isdisjoint(("person", "people", "force", "body"))
    if there and slot is not None and slot.role == "participant":
        return None  # «اجتمع الوزراء بالعاصمة»: that is where
    if slot is not None and slot.role == "refused":
        return "refused" if slot.admits(classes) else None  # «البحث عن مقر» is no meeting
    if slot is not None and slot.role == "participant" and classes == _PRESS and verbal_noun:
        return "refused"  # «حوار مع صحيفة» is an interview
    if slot is not None and slot.admits(classes):
        return slot
    if function == _FOR and node is not None and verbal_noun:
        return _of_the_noun(frame, classes, functions, lent)
    if slot is not None and function not in LOCATIVE_ONLY and not _is_adjunct(classes):
        return "refused"
    return None


_ATTENDERS = frozenset(("person", "people", "force", "body", "media", "title", "state", "time"))
_FOR, _WITH = fold("ل"), fold("ب")
#: Prepositions that also say where or when, so that what they bring need not be the frame's own.
LOCATIVE_ONLY = frozenset((fold("في"), fold("من"), fold("حول")))
_ADJUNCTS = frozenset(("time", "place", "building", "state", "masdar", "act", "abstract", "measure", "violence"))


def _is_adjunct(classes: frozenset[str]) -> bool:
    """«على الفور», «بعنف», «على خلفية»: how, when and where, whatever the frame asks for."""
    return not classes.isdisjoint(_ADJUNCTS)


def _of_the_noun(frame: Frame, classes: frozenset[str], functions: set[str], lent: set[str]) -> Slot | None:
    """What «ل» brings to a noun of act: who does it («غارة لسلاح الجو»), or whom it is done to («قصفه للمدينة»)."""
    subject, obj = frame.subject, frame.undergoer
    if frame.subtype in _SUFFERED and obj is not None and obj.admits(classes):
        return obj  # «محاولة اغتيال للرئيس»
    taken = "subject" in functions or "nisba" in functions or bool(lent & {"agent", "participant"})
    if frame.verbal and obj is not None and obj.admits(classes) and (taken or "genitive" in functions):
        return obj
    if "agent" in lent and not frame.verbal:
        target = frame.role("target")
        return target if target is not None and target.admits(classes) else None  # «نصبوا كمينا لدورية»
    if frame.type is EventType.STATEMENT or taken or subject is None or not classes:
        return None
    return subject if subject.admits(classes) else None


_ATTENDED = places_of("attended")


def _second_object(frame: Frame, classes: frozenset[str]) -> Slot | None:
    """What a verb of two objects has behind the first: «أبلغ السفير الوزير القرار»."""
    bare = [slot for slot in frame.slots if not slot.prepositions]
    return next((slot for slot in bare[2:] if slot.admits(classes)), None)


_PRESS = frozenset(("media",))


def _checked(slot: Slot | None, classes: frozenset[str]) -> Slot | str | None:
    if slot is None:
        return None
    return slot if slot.admits(classes) else "refused"


def _participant(frame: Frame) -> Slot | None:
    slot = frame.subject
    return slot if slot is not None and slot.role == "participant" else None


def classes_of(node: Node | None) -> frozenset[str]:
    """What a filler can be; several persons are people."""
    if node is None:
        return frozenset()
    if "person" in node.classes and node.features.number == "plural":
        return node.classes | {"people"}
    return node.classes


def _lent(frame: Frame, filler: Filler, classes: frozenset[str]) -> str | None:
    """What a light verb lends has to be of the class that the frame asks for: «خاضت المستشفيات حربا» is none."""
    role = filler.role
    if role == "mutual":  # «تبادل الجيشان القصف»: each does it to the other
        return "participant" if frame.type is EventType.OFFENSIVE else _lent_as(frame, "participant") or None
    if role != "location" and frame.role(role) is None:
        role = _nearest(frame, role) or ""
    slots = [slot for slot in frame.slots if slot.role == role]
    if slots and not any(slot.admits(classes) for slot in slots) and "title" not in classes:
        sure = frame.type is EventType.OFFENSIVE and not filler.implied
        return "refused" if sure else None
    return role or None


def _lent_as(frame: Frame, role: str) -> str | None:
    return role if frame.role(role) is not None else _nearest(frame, role)


def _nearest(frame: Frame, role: str) -> str | None:
    """A light verb lends an agent; in a frame of meeting that is a participant, in one of speech the speaker."""
    if frame.subject is None:
        return role
    if role == "participant" and frame.type is EventType.STATEMENT:
        return ""  # «شاركوا في الاحتجاج» says nothing
    if role in ("agent", "participant", "speaker", "host"):
        return frame.subject.role
    if role == "receiver":
        received = {EventType.MEETING: "participant", EventType.STATEMENT: "addressee"}
        return received.get(frame.type, "target")
    if role == "target" and frame.undergoer is not None:
        return frame.undergoer.role
    return role


def _genitive(frame: Frame, filler: Filler, functions: set[str], lent: set[str]) -> Slot | None:
    """«قصف القوات» is theirs, «قصف السوق» is on it, «اغتيال الوزير» on him, «زيارة الوزير» his."""
    subject, obj = frame.subject, frame.undergoer
    classes = classes_of(filler.node)
    entity = filler.node.entity if filler.node is not None else None
    named = entity is not None and entity.kind in ("capital", "place")
    if frame.type is EventType.MEETING and named and filler.node is not None and not filler.node.children:
        return Slot("location")  # «قمة القاهرة»
    if frame.type is not EventType.OFFENSIVE:
        accused = obj is not None and obj.role == "target" and _WITH in functions and "object" not in functions
        if frame.urged and "object" not in functions and not filler.pronoun:
            return obj
        if accused and "subject" not in functions:
            return obj  # «اتهامها بالقتل»: she is the accused
        if subject is not None and subject.admits(classes):
            return subject
        return obj if obj is not None and obj.admits(classes) else None
    target = obj or next((slot for slot in frame.slots if slot.role == "target"), None)
    if target is None or subject is None:
        return subject if subject is not None and subject.admits(classes) else target
    alone = "object" not in functions and "subject" not in functions and "nisba" not in functions
    if frame.befalls and alone and not filler.pronoun and target.admits(classes):
        return target
    if filler.pronoun in PEOPLE_MEANT and frame.verbal and not target.prepositions and functions <= _ALONE and not lent:
        return target  # «بعد مهاجمتهم بحافلة», but «بعد قصفهم المدينة»
    if named and ((target.prepositions and not frame.verbal) or frame.subtype == _BLAST):
        return Slot("location")  # «هجوم باريس», «تفجيرات بيروت»
    if target.prepositions and not frame.verbal and _only_named(filler):
        return Slot("location")  # «هجوم دوما»: an unknown word is sooner where than who
    if target.prepositions and subject.admits(classes):
        return subject  # «غارات التحالف»: whom they hit comes behind «على»
    if _FOR in functions and frame.verbal and subject.admits(classes):
        return subject  # «احتلال العراق للكويت»
    if target.admits(classes) and target.classes and target.classes <= _SITES:
        return target  # «غزو العراق»
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
    if entity is None and "place" in classes and not filler.pronoun:
        return target  # «قصف العاصمة»
    forceful = not classes.isdisjoint(_FORCEFUL) and (entity is not None or "vehicle" not in classes)
    return subject if forceful or filler.pronoun else target  # «تفجير قافلة»: a convoy is a force that is struck


#: What stands with a verbal noun where nothing says who or whom but its pronoun.
_ALONE = frozenset(("genitive", *LOCATIVE, fold("ب")))


def _only_named(filler: Filler) -> bool:
    """Whether a word is known neither as a name nor as anything else."""
    node = filler.node
    return node is not None and not node.classes and node.entity is None and node.entry is None and not node.nisba


def refusal(frame: Frame, given: list[Argument]) -> str:
    """Why a frame is not met, for `Event.explain`: «هاجم النائب سياسة الوزارة» has an object that is no target."""
    for function, filler in given:
        slot = {"subject": frame.subject, "object": frame.undergoer}.get(function)
        if slot is not None and filler.node is not None and not slot.admits(filler.node.classes):
            return f"its {function} cannot be its {slot.role}"
    asked = [slot.role for slot in frame.slots if slot.required]
    return f"it asks for {' and '.join(asked)}" if asked else "what stands with it does not fill it"

"""The status of an act, and what its own clause says of it: a question, a habit, a purpose, that there was none."""

from __future__ import annotations

from attrs import define, field

from timeline.events.governed import PURPOSE
from timeline.events.model import EventType, Modality
from timeline.events.reading import Act
from timeline.events.when import words_of
from timeline.syntax.attach import folded, takes


@define(eq=False, slots=True)
class Status:
    """Whether an act happened, whether it is only background, by which words; ``governed`` names the effect."""

    modality: Modality = Modality.ASSERTED
    background: bool = False
    alleged: bool = False
    attempted: bool = False  # «حاول قتل الوزير»: who was to die did not, for all that is told
    governed: str = ""
    reasons: list[str] = field(factory=list)


#: The reason that says that an act is told by whoever claims it.
CLAIMED = "claimed"
#: The reason that says that what is claimed is the attack that the report told last.
OF_THE_LAST = "the attack told last"


def planned(status: Status, why: str) -> None:
    """Put an act that would be told as done ahead: «سيلتقي»."""
    if status.modality is Modality.ASSERTED:
        status.modality = Modality.PLANNED
        status.reasons.append(why)


def as_a_purpose(act: Act, status: Status) -> None:
    """«دعمها للجيش لاستعادة المدينة»: a second group with ل says what for, and not that it was done."""
    node, tree = act.node, act.tree
    if _for_nothing(act, status):
        return
    if act.frame.type is not EventType.OFFENSIVE or node.kind != "noun" or node.relation not in PURPOSE:
        return
    if act.light is not None or node.governor < 0 or status.modality is not Modality.ASSERTED:
        return
    governor = tree.nodes[node.governor]
    brings = any(lemma.key in words_of("results") for lemma, _ in governor.entries)
    if status.background or brings or node.preposition in folded(governor.takes):
        return  # «الانزعاج لهذا الهجوم», «أدت لمقتل جندي», «تعرضت دورية لكمين»
    before = any(child.head < node.head for child in tree.children(governor, *PURPOSE))
    if before or (governor.takes and not takes(governor, node.preposition)):
        status.modality = Modality.POSSIBLE
        status.reasons.append("purpose")


def _for_nothing(act: Act, status: Status) -> bool:
    """«لم يصدر أي موعد لعقد اجتماع»: what would have been for an act was not."""
    node = act.light or act.node
    while (
        node.relation in ("genitive", "object") and node.governor >= 0 and act.tree.nodes[node.governor].kind == "noun"
    ):
        node = act.tree.nodes[node.governor]  # «لعقد اجتماع»
    verb = act.tree.nodes[node.governor] if node.kind == "noun" and node.governor >= 0 else None
    if verb is None or not verb.is_predicate or not verb.negated or node.relation not in PURPOSE:
        return False
    if status.modality is not Modality.ASSERTED or status.background:
        return False
    status.modality = Modality.POSSIBLE
    status.reasons.append("for nothing")
    return True


def habitual(act: Act) -> bool:
    """«يشن هجمات بين الحين والآخر», «عادة ما تقصف», «قصف المدينة مرارا»: how things are, and no act of a day."""
    verb = act.light or act.node
    if not verb.is_predicate or verb.future:
        return False
    present = all(each.tense == "present" for _, each in verb.entries)
    said = words_of("habitual") | words_of("repeated") if present else words_of("repeated")
    for child in (*act.tree.children(verb), *act.tree.children(act.node)):
        unit = act.tree.units[child.head]
        if unit.form.folded in said and (child.preposition or child.relation in ("adverbial", "object2")):
            return True
    return False


def asked(act: Act) -> bool:
    """«أين يلتقي كيم وترامب؟»: a question about what is to come tells of nothing that was."""
    verb = act.light or act.node
    units = act.tree.units
    if not verb.is_predicate or any(each.tense != "present" for _, each in verb.entries):
        return False
    return act.tree.text.rstrip().endswith("؟") and any(unit.code == _ASKING for unit in units[: verb.first])


_ASKING = "I"


def will_be(act: Act) -> bool:
    """«ستكون هذه القمة الأولى»."""
    verb = act.tree.nodes[act.node.governor] if act.node.governor >= 0 else None
    if verb is None or not verb.is_predicate or not verb.future or act.node.relation != "subject":
        return False
    return any(lemma.key in words_of("equated") for lemma, _ in verb.entries)


def none_was(act: Act) -> bool:
    """«لم يكن هناك أي اعتداء»."""
    node = act.node
    verb = act.tree.nodes[node.governor] if node.kind == "noun" and node.governor >= 0 else None
    if verb is None or verb.subject != node.number or node.definite or not verb.negated:
        return False
    return any(lemma.key in words_of("equated") for lemma, _ in verb.entries)

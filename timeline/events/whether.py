"""Whether: what governs an act decides whether it happened, will happen, is wanted, denied, or only referred to.

The status of an act is composed up the tree: its own verb first («لم يلتق», «سيلتقي»), then each word that governs it
(lexicon/ar/frames/governors.toml), up to the speech that tells of it. «دعا إلى عقد اجتماع»: demanded,
so possible; «نفى أن يكون قد التقى»: denied; «منذ اندلاع الحرب»: referred to, background.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

from attrs import define, field

from timeline.events.functions import keys, places_of
from timeline.events.governed import CONTROLS, PURPOSE, effects
from timeline.events.model import EventType, Modality
from timeline.events.reading import Act
from timeline.events.valency import Governor, background_prepositions, governors, openers_of_plan, words_of_plan
from timeline.events.when import words_of
from timeline.syntax.attach import folded, takes
from timeline.syntax.tree import Node, Tree
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

_POSSIBLE = frozenset(("wants", "demands", "fears", "threatens", "offers", "allows", "prevents", "asks"))
#: What leaves an act as it is told.
_TRANSPARENT = frozenset(("asserts", "begins", "continues", "ends", "attempts", "succeeds", "alleges", "topics"))


@define(eq=False, slots=True)
class Status:
    """Whether an act happened, whether it is only background, by which words; ``governed`` names the effect."""

    modality: Modality = Modality.ASSERTED
    background: bool = False
    alleged: bool = False
    attempted: bool = False  # «حاول قتل الوزير»: who was to die did not, for all that is told
    governed: str = ""
    reasons: list[str] = field(factory=list)


def status_of(act: Act) -> Status:
    """The status of an act, composed from its own word up to the root."""
    status = Status()
    node = act.node
    _own(act, node, status)
    _described(act, status)
    _heads_a_condition(act, status)
    if act.light is not None:
        if act.light.governor != node.number:
            _own(act, act.light, status)
        elif act.light.kind == "verb" and act.light.future:
            _planned(status, act.tree.words(act.light, whole=False))  # «الملتقى الذي سيعقد»
        for key in keys(act.light):  # «المؤتمر الذي تنوي روسيا عقده»
            for entry in governors().get(key, ()):
                if "object" in entry.functions and act.node.number == act.light.governor:
                    _apply(entry, status, act.light)
    if _habitual(act):
        status.background = True
        status.reasons.append("as a rule")
    if _asked(act):
        status.modality = Modality.POSSIBLE
        status.reasons.append("asked")
    if _will_be(act):
        _planned(status, act.tree.words(act.tree.nodes[act.node.governor], whole=False))
    if _none_was(act):
        status.modality = Modality.NEGATED
        status.reasons.append("none was")
    seen = {node.number}
    if act.light is not None and not (
        # what the light verb does to its noun is no governing: go on from the verb
        node.relation == "relative" or (act.light.relation == "relative" and act.light.governor == node.number)
    ):
        node = act.light
        seen.add(node.number)
    done = _governed(act, node, seen, status)
    _as_a_purpose(act, status)
    _referred(act, status, done=done)
    if status.modality is Modality.PLANNED and any(True for _ in act.tree.children(act.light or act.node, "condition")):
        status.modality = Modality.CONDITIONAL  # «إذا فشلت المحادثات ستهاجم»
    return status


def referred_within(acts: Sequence[Act], statuses: Mapping[int, Status], dated: Container[int]) -> None:
    """«تحقيق في مقتل متظاهرين خلال اشتباكات»: what was in an act that is referred to, if it has no day."""
    for act in acts:
        node, status = act.node, statuses[act.node.number]
        outer = statuses.get(node.governor)
        within = node.kind == "noun" and node.preposition in _MEANS and node.relation == node.preposition
        if node.relation == "relative" and outer is not None and node.number not in dated:
            status.alleged = status.alleged or outer.alleged  # «اتهمها بشن غارة استهدفت المصنع»
        if within and outer is not None and outer.background and node.number not in dated and not status.background:
            status.background = True
            status.reasons.append("in what is referred to")


_MEANS, _ANNOUNCED, _WHO_IS = places_of("means"), places_of("announced"), places_of("behind")


def _as_a_purpose(act: Act, status: Status) -> None:
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


def _habitual(act: Act) -> bool:
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


def _asked(act: Act) -> bool:
    """«أين يلتقي كيم وترامب؟»: a question about what is to come tells of nothing that was."""
    verb = act.light or act.node
    units = act.tree.units
    if not verb.is_predicate or any(each.tense != "present" for _, each in verb.entries):
        return False
    return act.tree.text.rstrip().endswith("؟") and any(unit.code == _ASKING for unit in units[: verb.first])


_ASKING = "I"


def _will_be(act: Act) -> bool:
    """«ستكون هذه القمة الأولى»."""
    verb = act.tree.nodes[act.node.governor] if act.node.governor >= 0 else None
    if verb is None or not verb.is_predicate or not verb.future or act.node.relation != "subject":
        return False
    return any(lemma.key in words_of("equated") for lemma, _ in verb.entries)


def _none_was(act: Act) -> bool:
    """«لم يكن هناك أي اعتداء»."""
    node = act.node
    verb = act.tree.nodes[node.governor] if node.kind == "noun" and node.governor >= 0 else None
    if verb is None or verb.subject != node.number or node.definite or not verb.negated:
        return False
    return any(lemma.key in words_of("equated") for lemma, _ in verb.entries)


def _governed(act: Act, node: Node, seen: set[int], status: Status) -> bool:
    """Apply what governs an act, up to what it is only referred to by; whether somebody is said to do it."""
    done, direct = False, True
    for child, governor in _upwards(act.tree, node):
        if governor.number in seen or _known_already(child):
            break
        seen.add(governor.number)
        if _clause(act, child, governor, status):
            continue
        met = False
        if _opened(act.tree, child) in _openers_of_plan() and not _all_past(child):
            _planned(status, _opened(act.tree, child))
        for effect in (*effects(act.tree, child, governor), *_equated(act.tree, child, governor)):
            if effect.effect == "plans" and child.relation == "that" and _all_past(child):
                continue  # «اتفاق على أن الجماعة تلقت ضربات»
            met = True
            if direct or effect.effect not in _OF_THE_ACT_ITSELF:
                told = child.relation == "object" or child.relation in _ANNOUNCED
                news = effect.effect == "asserts" and told and child.number == act.node.number
                done = done or effect.effect in CONTROLS or news  # «أعلن الجيش السيطرة على البلدة»
                status.background = status.background or _ended(act, governor, effect)
                _apply(effect, status, governor)
        if status.background:
            break  # what is only referred to is not denied or planned with what refers to it
        if not met and child.relation == child.preposition and not governor.is_predicate:
            direct = False  # «رفض التعليق على مطالبة بلقاء»: the comment is refused
    return done


def _ended(act: Act, governor: Node, effect: Governor) -> bool:
    """«وقف القتال», «إنهاء الحرب»: fighting that is to end, or ended, is known already."""
    if effect.effect != "ends" or governor.kind != "noun" or act.frame.type is not EventType.OFFENSIVE:
        return False
    return act.node.kind == "noun" and act.node.definite


def _equated(tree: Tree, child: Node, governor: Node) -> Iterator[Governor]:
    """«تشمل مطالبهم انسحابا»: what is told to be among demands is demanded; «التحضيرات جارية للقمة»: it is planned."""
    if governor.subject < 0:
        return
    same = governor.lemma is not None and governor.lemma.key in words_of("equated")
    says_of = governor.kind != "verb" and child.relation == child.preposition
    if not (same and child.relation in ("object", "object2", "attribute")) and not says_of:
        return
    for key in keys(tree.nodes[governor.subject]):
        for entry in governors().get(key, ())[:1]:
            if same or child.relation in entry.functions:
                yield entry


#: What bears on the act that it governs, and not on an act somewhere inside that.
_OF_THE_ACT_ITSELF = frozenset(("denies", "refuses", "fails", "prevents", "postpones"))


def _known_already(child: Node) -> bool:
    brought = child.kind == "noun" and child.relation == child.preposition
    return brought and child.preposition in background_prepositions()


def _planned(status: Status, why: str) -> None:
    if status.modality is Modality.ASSERTED:
        status.modality = Modality.PLANNED
        status.reasons.append(why)


@cache
def _openers_of_plan() -> frozenset[str]:
    return frozenset(map(fold, openers_of_plan()))


@cache
def _words_of_plan() -> frozenset[str]:
    return frozenset(map(fold, words_of_plan()))


def _described(act: Act, status: Status) -> None:
    """«القمة المقبلة», «زيارته المرتقبة», «الاجتماع المزمع عقده»: an adjective of plan; «لا لقاء»: none."""
    tree, node = act.tree, act.node
    if node.kind != "noun":
        return
    if node.first > 0 and tree.units[node.first - 1].code == "n" and not node.definite:
        status.modality = Modality.NEGATED
        status.reasons.append(tree.text[tree.units[node.first - 1].start : tree.units[node.first - 1].end])
    for unit in tree.units[node.head + 1 : tree.whole_last(node) + 2]:
        lemmas = (lemma.key for lemma, _ in (*unit.form.adjectives, *unit.form.participles, *unit.form.nouns))
        if unit.code in "AEFBGLT" and not _words_of_plan().isdisjoint(lemmas):
            _planned(status, tree.text[unit.start : unit.end])
            return


def _upwards(tree: Tree, node: Node) -> Iterator[tuple[Node, Node]]:
    """Each word with what governs it, up to the root; coordinated words have what governs the first."""
    steps = 0
    while node.governor >= 0 and steps < 40:
        governor = tree.nodes[node.governor]
        if node.relation in ("conjunct", "coordinated") or governor.kind == "pronoun":
            if node.relation == "coordinated" and governor.is_predicate:
                # a coordinated main clause stands for itself
                return
            node = governor
            steps += 1
            continue
        yield node, governor
        if node.relation in ("relative", "cause"):
            # what governs the head of a relative clause does not govern the clause; «كما أعلن» vouches for its verb
            return
        node = governor
        steps += 1


def _own(act: Act, node: Node, status: Status) -> None:
    """What the verb group itself says."""
    if node.kind != "verb":
        return
    if (node.negated and node.negated != fold("لا")) or (node.negated and not _goes_on(node)):
        status.modality = Modality.NEGATED
        status.reasons.append(act.tree.words(node, whole=False))
    elif node.future or node.verbal == "plans":
        status.modality = Modality.PLANNED
        status.reasons.append(act.tree.words(node, whole=False))
    elif node.verbal and any(each.tense == "present" for _, each in node.entries):
        status.modality = Modality.POSSIBLE
        status.reasons.append(act.tree.words(node, whole=False))
    if any(lemma.key == fold("كان") for lemma, _ in node.auxiliary) and node.verbal:
        status.background = True
        status.reasons.append(act.tree.words(node, whole=False))


def _goes_on(node: Node) -> bool:
    return bool(node.auxiliary)


def _clause(act: Act, child: Node, governor: Node, status: Status) -> bool:
    """What kind of clause an act stands in."""
    own = child.number == act.node.number or (act.light is not None and child.number == act.light.number)
    if child.relation == "condition":
        if own:  # «إذا هاجم»; what is only told inside the condition stays as it is
            status.modality = Modality.CONDITIONAL
        return True
    if child.relation == "without":
        status.modality = Modality.NEGATED
        return True
    if child.relation == "purpose":
        spoke = act.frame.type is EventType.STATEMENT and _all_past(governor)  # «خرج الضابط ليعلن»
        if status.modality is Modality.ASSERTED and not spoke:
            status.modality = Modality.POSSIBLE
        return True
    return False


def _heads_a_condition(act: Act, status: Status) -> None:
    """«إذا هاجمت القوات المدينة فسيرد الجيش»: a condition at the head of a sentence hangs on nothing."""
    verb = act.light or act.node
    if verb.kind == "noun" and verb.relation in ("object", "object2") and verb.governor >= 0:
        carrier = act.tree.nodes[verb.governor]
        if carrier.future:
            verb = carrier  # «في حال التوصل إلى اتفاق سيعقد الرئيسان قمة»
    if verb.is_predicate and verb.relation == "condition" and verb.governor < 0:
        status.modality = Modality.CONDITIONAL
        status.reasons.append("condition")


def _all_past(node: Node) -> bool:
    return node.kind == "verb" and all(each.tense == "past" for _, each in node.entries)


def _opened(tree: Tree, child: Node) -> str:
    """The two words before a clause: «على أن»."""
    if child.relation != "that" or child.first < 2:
        return ""
    return fold(tree.text[tree.units[child.first - 2].start : tree.units[child.first - 1].end])


def _apply(effect: Governor, status: Status, governor: Node) -> None:
    name = effect.effect
    if governor.negated and name in ("succeeds", "begins", "plans", "attempts"):
        status.modality = Modality.NEGATED  # «لم ينجح في اقتحام», «لا ينوي زيارة»
        status.reasons.append(f"{effect.name} ({name}, negated)")
        return
    if governor.negated and name == "asserts":
        status.background = True  # «لم تعلن السيطرة على المدينة»: nobody tells it
        status.reasons.append(f"{effect.name} ({name}, negated)")
        return
    status.alleged = status.alleged or (name == "alleges" and not governor.negated)
    status.attempted = status.attempted or name == "attempts"
    if name in _TRANSPARENT and governor.future:
        _planned(status, f"{effect.name} (ahead)")
    if name in _TRANSPARENT or (governor.negated and name in ("denies", "prevents", "fails")):
        return
    status.reasons.append(f"{effect.name} ({name})")
    status.governed = status.governed or name
    future = governor.future
    match name:
        case "plans":
            if status.modality is Modality.ASSERTED:
                status.modality = Modality.PLANNED
        case "postpones":
            status.modality = Modality.PLANNED
        case "denies":
            status.modality = Modality.DENIED
        case "refuses" | "fails":
            status.modality = Modality.NEGATED
        case "refers" | "commemorates" | "depicts":
            status.background = True
        case _ if name in _POSSIBLE:
            if status.modality in (Modality.ASSERTED, Modality.PLANNED):
                status.modality = Modality.POSSIBLE
    if future and status.modality is Modality.ASSERTED:
        status.modality = Modality.PLANNED


def _brings(verb: Node) -> bool:
    return verb.is_predicate and any(lemma.key in words_of("results") for lemma, _ in verb.entries)


def _of_one(act: Act) -> bool:
    """Whether an act befell one who is told of: «مقتله», «مقتل الضابط»."""
    ones = act.tree.children(act.node, "genitive")
    one = any("person" in each.classes and each.features.number == "singular" for each in ones)
    return act.node.relation != "subject" and (bool(act.node.pronoun) or one)


def _counted_from(tree: Tree, node: Node) -> bool:
    """«بعد يومين من تكثيف الغارات»: what another time is counted from is known already."""
    date = tree.units[node.first - 2] if node.first > 1 else None
    return date is not None and date.code == "D" and _first_word(tree, date) in background_prepositions()


def _first_word(tree: Tree, unit: Unit) -> str:
    return fold(tree.text[unit.start : unit.end].split()[0])


def _referred(act: Act, status: Status, *, done: bool) -> None:
    """«منذ الهجوم», «في أعقاب القصف»: an act behind such a preposition is known already."""
    node = act.node
    steps = 0
    if act.same is not None and node.preposition in _MEANS:
        return  # «قتل جندي إثر انفجار»: what they died of is told with them
    while node.kind == "noun" and steps < 8:
        if node.preposition in _WHO_IS and node.relation == node.preposition:
            status.alleged = True  # «كشفت أن موسكو تقف وراء محاولة قتل العميل»: news is who did it
        if node.preposition in background_prepositions() and node.relation == node.preposition:
            status.background = True
            status.reasons.append(node.preposition)
            return
        if node.preposition and _counted_from(act.tree, node):
            status.background = True
            status.reasons.append("counted from")
            return
        told_of = node.relation == "object" and act.tree.nodes[node.governor].kind == "noun"
        if node.governor < 0 or not (told_of or node.relation in ("genitive", "conjunct")):
            break
        node = act.tree.nodes[node.governor]
        steps += 1
    if node.relation == "relative" and node.is_predicate and node.governor >= 0:
        head = act.tree.nodes[node.governor]
        if head.preposition in background_prepositions() and head.relation == head.preposition:
            status.background = True  # «جاء ذلك بعد هجوم استهدف القنصلية»
            status.reasons.append(head.preposition)
            return
    definite = act.node.definite or any(
        (each.definite and "measure" not in each.classes)  # but «مصرع العشرات»
        or (each.entry is None and not each.classes)  # «هجوم سالزبري»
        for each in act.tree.children(act.node, "genitive")
    )
    if (
        not done
        and act.frame.type is EventType.OFFENSIVE
        and act.node.kind == "noun"
        and act.light is None
        and definite
        and not (act.same is not None and act.node.pronoun)  # «لقوا مصرعهم برصاص»
    ):
        governor = act.tree.nodes[act.node.governor] if act.node.governor >= 0 else None
        told = act.node.relation in ("subject", "passive") and not act.frame.known
        told = told or (governor is not None and _brings(governor) and _of_one(act))  # «أدى إلى مقتله»
        if (governor is not None or act.frame.known) and not status.background and not told:
            status.background = True
            status.reasons.append("definite")

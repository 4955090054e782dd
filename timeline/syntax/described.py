"""Clauses that describe a noun without «الذي»: «هجوم استهدف القنصلية», «مصدر، طلب عدم ذكر اسمه،»."""

from __future__ import annotations

from timeline.syntax.agreement import is_subject, stands_for
from timeline.syntax.builder import Builder
from timeline.syntax.government import ATTACHED, LASTING, MEANS, PARTITIVE
from timeline.syntax.tree import Node


def tells_which(builder: Builder, node: Node) -> bool:
    """Whether the first verb of a clause describes the noun before it, and is not the verb of the clause."""
    return any(describes(builder, node) for describes in (_describes_topic, _describes_attribute, _describes_means))


def _describes_topic(builder: Builder, node: Node) -> bool:
    """«إن انتحاريا يقود شاحنة فجر نفسه»: the first verb tells which, for a past one that agrees still follows."""
    clause = builder.clause
    topic = builder.node(clause.topics[-1]) if clause.topics else None
    if topic is None or topic.number != clause.last or topic.last + 1 != node.first or builder.joined:
        return False
    if topic.definite or any(each.tense != "present" for _, each in node.entries):
        return False
    for chunk in builder.row[builder.at + 1 :]:
        if chunk.kind in ("verb", "either"):
            verbs = builder.tree.units[chunk.head].form.verbs
            if any(each.tense == "past" and is_subject(topic.features, each, before=True) for _, each in verbs):
                return True
        elif chunk.kind not in _WITHIN_RELATIVE:
            return False
    return False


def _describes_attribute(builder: Builder, node: Node) -> bool:
    """«وهي آخر منطقة تسيطر عليها المعارضة»: behind a pronoun the noun is what she is, the verb tells which."""
    clause = builder.clause
    topic = builder.node(clause.last) if clause.topics and clause.last >= 0 else None
    if topic is None or clause.kind != "circumstance" or builder.joined or builder.comma:
        return False
    beside = builder.tree.whole_last(topic) + 1 == node.first
    return beside and indefinite_end(builder, topic) is not None


def _describes_means(builder: Builder, node: Node) -> bool:
    """«مقتل القائد في غارة شنها التحالف»: a verb that tells of the indefinite noun right before makes no sentence."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is None or last.kind != "noun" or not last.preposition or builder.joined or builder.comma:
        return False
    if not clause.topics:  # «في زيارة تستمر يومين، وصل الوزير»
        lasts = "gathering" in last.classes and any(each.key in LASTING for each, _ in node.entries)
        return (lasts and not last.definite) or (
            _main_verb_behind(builder) and described_by_verb(builder, node) is last
        )
    if builder.tree.whole_last(last) + 1 != node.first or indefinite_end(builder, last) is None:
        return False
    if node.pronoun:
        return stands_for(node.pronoun, last.features)
    died_in = "suffering" in builder.node(clause.topics[-1]).classes and "violence" in last.classes
    return died_in and any(is_subject(last.features, each, before=True) for _, each in node.entries)


def _main_verb_behind(builder: Builder) -> bool:
    """«في كلمة ألقاها الأحد، دعا الرئيس»: behind the comma that closes a clause stands the verb of the sentence."""
    for place in range(builder.at + 1, len(builder.row) - 1):
        chunk = builder.row[place]
        if chunk.said == ",":
            return builder.row[place + 1].kind in ("verb", "either")
        if chunk.kind not in _WITHIN_RELATIVE:
            return False
    return False


_WITHIN_RELATIVE = ("noun", "preposition", "date", "adverb", "pronominal")


def parenthetic(builder: Builder) -> bool:
    """«كشف مصدر، طلب عدم ذكر اسمه، أن»: a clause between commas describes the subject; what is said still follows."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is None or last.definite or clause.that or not builder.node(clause.predicate).takes_clause:
        return False
    for ahead in range(1, _LONGEST_PARENTHESIS):
        chunk, beyond = builder.following(ahead), builder.following(ahead + 1)
        if chunk is None or beyond is None or chunk.kind == "complementizer":
            return False
        if chunk.kind == "sign":
            behind = builder.following(ahead + 2)
            return beyond.kind == "complementizer" or (
                beyond.kind == "preposition" and behind is not None and behind.kind == "complementizer"
            )
    return False


_LONGEST_PARENTHESIS = 12


def tells_of_the_last(builder: Builder, node: Node) -> bool:
    """«لا توجد أدلة، تشير إلى»: a present verb that nothing joins, with no noun behind it that could be its subject."""
    following = builder.following()
    brings = following is not None and following.kind == "preposition"
    return brings and all(each.tense == "present" for _, each in node.entries) and not node.future


def described_by_verb(builder: Builder, node: Node) -> Node | None:
    """The indefinite noun that a verb right behind it describes: «هجوم استهدف القنصلية», «إنقاذ جنود خطفوا»."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is not None and last.preposition in PARTITIVE and last.pronoun and last.governor >= 0:
        last = builder.node(last.governor)  # «أحدث هجوم من نوعه يشنه الحوثيون»
    if last is not None and last.preposition and last.entity is not None and last.governor >= 0 and node.entries:
        outer = builder.node(last.governor)
        last = outer if "gathering" in outer.classes else last  # «زيارة إلى الهند تستمر يومين»
    noun = indefinite_end(builder, last) if last is not None and last.kind == "noun" else None
    if noun is None:
        return _described_before(builder, last, node)
    act = builder.node(noun.governor) if noun.preposition == MEANS and noun.governor >= 0 else None
    if act is not None and _by_its_pronoun(node, noun, act) and indefinite_end(builder, act) is not None:
        return act
    following = builder.following()
    if following is not None and following.kind == "pronominal" and noun.relation != "name":
        said = builder.tree.units[following.head].form.folded
        if any(said.endswith(each) and stands_for(each, noun.features) for each in ATTACHED):
            return noun  # «تقريرا انتقدت فيه»
    inner = builder.tree.child(noun, "genitive")
    if inner is not None and "violence" in inner.classes and "masdar" in noun.classes and not inner.definite:
        noun = inner if node.pronoun and stands_for(node.pronoun, inner.features) else noun  # «إحباط هجوم شنه»
    while noun is not None:
        agrees = any(is_subject(noun.features, each, before=True) for _, each in node.entries)
        if agrees and not noun.features.human and noun.entry is not None:
            agrees = any(each.number == "singular" for _, each in node.entries)  # «إطلاق بحارة خطفوا»
        if agrees or (node.pronoun and stands_for(node.pronoun, noun.features)):
            return noun
        noun = builder.tree.child(noun, "genitive")
    return None


def _by_its_pronoun(verb: Node, arms: Node, act: Node) -> bool:
    """«هجوم بطائرات مسيرة نفذته الحركة»: the pronoun leads to the attack, not to what it was done with."""
    led = bool(verb.pronoun) and "violence" in act.classes
    return led and stands_for(verb.pronoun, act.features) and not stands_for(verb.pronoun, arms.features)


def _described_before(builder: Builder, last: Node | None, node: Node) -> Node | None:
    """«هجوما لحركة الشباب استهدف قاعدة»: a verb describes the indefinite noun before one that belongs to it."""
    if last is None or not node.entries or node.future or node.negated:
        return None
    while last.relation in ("genitive", "name") and last.governor >= 0:
        last = builder.node(last.governor)
    owner = builder.node(last.governor) if last.preposition and last.relation == last.preposition else None
    if owner is None or owner.kind != "noun" or "violence" not in owner.classes:
        return None
    if indefinite_end(builder, owner) is None or owner.features.human:
        return None
    return owner if any(is_subject(owner.features, each, before=True) for _, each in node.entries) else None


def indefinite_end(builder: Builder, noun: Node) -> Node | None:
    """A noun whose group ends indefinite, so that a clause without «الذي» can describe it; else none."""
    last = noun
    for child in builder.tree.children(noun, "genitive", "name"):
        last = child
    while last is not noun and any(True for _ in builder.tree.children(last, "genitive")):
        last = next(builder.tree.children(last, "genitive"))
    if last.definite or last.kind != "noun":
        return None
    return noun

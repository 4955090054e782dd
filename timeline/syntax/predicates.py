"""Predicates hung: a verb in the clause that waits for one, beside another, in a clause of its own; participles."""

from __future__ import annotations

from timeline.lexicon.conjugation import Inflection
from timeline.syntax.agreement import MANY, is_subject
from timeline.syntax.builder import Builder, Clause
from timeline.syntax.chunks import Chunk
from timeline.syntax.described import (
    described_by_verb,
    parenthetic,
    tells_of_the_last,
    tells_which,
)
from timeline.syntax.form import Form
from timeline.syntax.government import AND, LASTING, TENSES
from timeline.syntax.tree import Node


def take_verb(builder: Builder, chunk: Chunk) -> None:
    """Make a verb the predicate of the clause that waits for one, or of a new clause."""
    unit = builder.tree.units[chunk.head]
    node = Node(len(builder.tree.nodes), "verb", chunk.head, chunk.first, chunk.last)
    node.entries = unit.form.verbs
    node.entry = unit.form.verbs[0] if unit.form.verbs else None
    node.pronoun = unit.form.pronoun
    node.negated, node.verbal, node.future = chunk.negated, chunk.verbal, unit.form.future or chunk.verbal == "سوف"
    node.comma = builder.comma
    builder.tree.nodes.append(node)
    clause = builder.clause
    if unit.form.joined and clause.predicate < 0 and not clause.topics and _begins(builder):
        spoken = tuple(entry for entry in unit.form.joined if entry[0].takes_clause)
        if spoken:
            node.entries, node.entry = spoken, spoken[0]  # «ودعت المنظمة», «وردّ الوزير»
    if clause.predicate < 0 and _goes_on_speaking(builder, clause, node):
        coordinate_clause(builder, node)
        set_predicate(builder, builder.clause, node)
        return
    if clause.predicate < 0:
        if tells_which(builder, node):
            builder.push(Clause("relative", governor=clause.last, head=clause.last))
        set_predicate(builder, builder.clause, node)
        return
    if unit.form.joined and not builder.joined and not builder.comma:
        builder.joined = AND  # «وردت» behind a clause that has its verb: «و» and «ردت»
        node.entries = unit.form.joined
        node.entry = node.entries[0]
    if not builder.joined and not builder.comma and _waits_for_main_verb(builder, node):
        builder.close()
        clause = builder.clause
    outer = waiting_outside(builder)
    if not builder.joined and outer >= 0:
        while len(builder.stack) - 1 > outer:
            builder.close()
        set_predicate(builder, builder.clause, node)
        return
    governing = builder.node(clause.predicate)
    if not builder.joined and _colours(builder, governing, node):
        _main_verb(builder, clause, governing, node)
        return
    described = described_by_verb(builder, node) if not builder.joined and not builder.comma else None
    if described is None and builder.comma and not builder.joined:
        if parenthetic(builder):
            described = builder.node(clause.last)
        elif tells_of_the_last(builder, node):
            described = described_by_verb(builder, node)
    if described is not None:
        builder.push(Clause("relative", governor=described.number, head=described.number))
    elif builder.joined or builder.comma:
        coordinate_clause(builder, node)
    else:
        builder.push(Clause("circumstance", governor=clause.predicate))
    set_predicate(builder, builder.clause, node)


def _goes_on_speaking(builder: Builder, clause: Clause, node: Node) -> bool:
    """«قال إن الوضع خطير، وأضاف أن»: a verb of speech behind a clause of what is said that has no verb."""
    said = clause.kind in ("that", "quoted") and clause.governor >= 0 and bool(clause.topics)
    if not said or not builder.joined or not builder.comma or not node.takes_clause:
        return False
    before = builder.node(clause.governor)
    return before.is_predicate and before.takes_clause and _same_tense(node, before) and _same_person(node, before)


def _begins(builder: Builder) -> bool:
    return builder.at == 0 or builder.row[builder.at - 1].kind == "sign"


def _waits_for_main_verb(builder: Builder, node: Node) -> bool:
    """«كانت الحملة التي أطلقها والداه لاقت»: the verb around the relative clause only colours the one that comes."""
    if len(builder.stack) < 2 or builder.clause.kind != "relative" or builder.clause.predicate < 0:
        return False
    outer = builder.stack[-2]
    if outer.predicate < 0 or not outer.bare or not builder.colours(builder.node(outer.predicate)):
        return False
    subject = builder.node(outer.bare[0])
    return any(is_subject(subject.features, each, before=True) for _, each in node.entries)


def waiting_outside(builder: Builder) -> int:
    """«المؤتمر الذي تستضيفه بروكسل سيناقش»: how deep the clause stands that has its noun and wants its verb."""
    for level in range(len(builder.stack) - 2, -1, -1):
        clause = builder.stack[level]
        opened = clause.topics or (builder.comma and clause.waiting)  # «في كلمة ألقاها الأحد، دعا»
        if clause.predicate < 0 and opened and builder.stack[level + 1].kind == "relative":
            return level
        if clause.predicate >= 0 and clause.kind != "relative":
            return -1
    return -1


def set_predicate(builder: Builder, clause: Clause, node: Node) -> None:
    """Give a clause its predicate, with what has waited for it."""
    _keep_tense(node, TENSES.get(clause.opener, ""))
    clause.predicate = node.number
    node.clause = clause.kind
    node.quoted = clause.quoted
    node.preposition = clause.opener
    relation = clause.kind if clause.kind != "main" else "root"
    builder.hang(node, clause.governor, relation)
    for number in clause.waiting:
        child = builder.node(number)
        builder.hang(child, node.number, child.relation)
    clause.waiting.clear()
    if builder.said >= 0 and node.takes_clause and builder.said != node.number:
        builder.hang(builder.node(builder.said), node.number, "quoted")  # «"…"، قال الرئيس»
        clause.that = True
        builder.said = -1


def _keep_tense(node: Node, tense: str) -> None:
    """Keep the readings in the tense that a connector asks for, if there are any: «قبل أن تعلق»."""
    kept = tuple(entry for entry in node.entries if entry[1].tense == tense)
    if kept and len(kept) < len(node.entries):
        node.entries, node.entry = kept, kept[0]


def _colours(builder: Builder, governing: Node, node: Node) -> bool:
    """«كان … قد التقى», «بدأت … تقصف»: the first verb only colours the second."""
    if not builder.colours(governing) or builder.clause.that:
        return False
    if any(lemma.key in LASTING for lemma, _ in node.entries) and described_by_verb(builder, node) is not None:
        return False  # «يبدأ الوزير زيارة للهند تستمر يومين»
    if builder.comma and len(builder.clause.bare) > 1 - bool(builder.clause.topics) and "object" in governing.takes:
        return False  # «بدأ الوزير زيارة للهند تستمر يومين، استهلها بلقاء الرئيس»
    was = any(
        lemma.key in builder.words.auxiliaries and lemma.takes.isdisjoint(("object", "objects"))
        for lemma, _ in governing.entries
    )
    if (
        not was
        and len(builder.clause.bare) > 1 - bool(builder.clause.topics)
        and described_by_verb(builder, node) is not None
    ):
        return False  # «بدأ الجيش هجوما يعد الأعنف»
    return was or any(each.tense == "present" for _, each in node.entries) or bool(node.verbal)


def _main_verb(builder: Builder, clause: Clause, governing: Node, node: Node) -> None:
    """Put the second verb in the place of the one that colours it."""
    node.auxiliary = (*governing.auxiliary, *governing.entries[:1])
    node.negated = node.negated or governing.negated
    node.verbal = node.verbal or governing.verbal
    node.first = governing.first if governing.last + 1 == node.first else node.first
    governor, relation = governing.governor, governing.relation
    builder.loose(governing)
    clause.predicate = node.number
    node.clause = clause.kind
    node.quoted = clause.quoted
    builder.hang(node, governor, relation)
    for number in list(governing.children):
        child = builder.node(number)
        builder.hang(child, node.number, child.relation)
    governing.children.clear()
    governing.kind = "pronoun"  # it governs nothing any more
    clause.topics += clause.bare
    clause.bare = []


def coordinate_clause(builder: Builder, node: Node | None) -> None:
    """Go back to the clause that a verb behind «و» is on one level with, and open a new one beside it."""
    level = _level(builder, node)
    while len(builder.stack) - 1 > level:
        builder.close()
    begin_beside(builder)


def begin_beside(builder: Builder) -> None:
    """Close the innermost clause, and open one that is on a level with it."""
    old = builder.stack[-1]
    builder.close()
    kind = old.kind if old.kind not in ("main", "coordinated") else "coordinated"
    governor = old.governor if old.kind not in ("main", "coordinated") else old.predicate
    new = Clause(kind, governor=governor, head=old.head, hint="", before=old.predicate, quoted=old.quoted)
    if old.kind in ("main", "coordinated"):
        new.governor = old.predicate
    builder.push(new)


def _level(builder: Builder, node: Node | None) -> int:
    """How deep the clause stands that a verb behind «و» is coordinated with."""
    floor = max((k for k, each in enumerate(builder.stack) if each.kind == "quoted" and each.quoted), default=0)
    open_levels = [k for k in range(len(builder.stack) - 1, floor - 1, -1) if builder.stack[k].predicate >= 0]
    if not open_levels:
        return max(floor, 0)
    if node is None or not node.entries:
        return open_levels[-1]
    speaks = node.takes_clause
    for k in reversed(open_levels) if builder.comma else open_levels:  # behind a comma the outermost that fits
        other = builder.node(builder.stack[k].predicate)
        if builder.comma and builder.stack[k].kind in ("relative", "time", "circumstance") and k != open_levels[-1]:
            continue
        if (other.takes_clause) == speaks and _same_tense(node, other) and _same_person(node, other):
            return k
    if (
        builder.stack[open_levels[-1]].kind != "that"
        and builder.stack[open_levels[0]].kind == "that"
        and not builder.comma
    ):
        return open_levels[0]  # «قال إن السائق كان يسير بسرعة وفقد السيطرة»: what is no speech is told
    if not builder.comma and not speaks and _goes_on_with_head(builder, builder.stack[open_levels[0]], node):
        return open_levels[0]
    for k in open_levels:
        if builder.stack[k].kind in ("relative", "circumstance", "time") and k != open_levels[-1]:
            continue
        if _same_tense(node, builder.node(builder.stack[k].predicate)):
            return k
    return open_levels[-1] if builder.comma or builder.clause.kind != "relative" else open_levels[0]


def _goes_on_with_head(builder: Builder, clause: Clause, node: Node) -> bool:
    """«أعلن الجيش اعتراض صاروخ أطلقته الجماعة وكان يستهدف المطار»: what is no speech tells on of the missile."""
    if clause.kind != "relative" or clause.head < 0 or not builder.node(builder.stack[0].predicate).takes_clause:
        return False
    head = builder.node(clause.head)
    was = any(lemma.key in builder.words.auxiliaries for lemma, _ in node.entries)
    return (
        was
        and not head.features.human
        and any(is_subject(head.features, each, before=True) for _, each in node.entries)
    )


def open_circumstance(builder: Builder, chunk: Chunk) -> None:
    """Open the clause of a participle: «مؤكدا أن»."""
    unit = builder.tree.units[chunk.head]
    node = Node(len(builder.tree.nodes), "participle", chunk.head, chunk.first, chunk.last)
    node.entries = unit.form.participles
    node.entry = unit.form.participles[0] if unit.form.participles else None
    builder.tree.nodes.append(node)
    shape = _inflection(unit.form)
    open_levels = [k for k in range(len(builder.stack) - 1, -1, -1) if builder.stack[k].predicate >= 0]
    deepest = open_levels[0] if open_levels else len(builder.stack) - 1
    level = next((k for k in open_levels if _acts_in(builder, builder.stack[k], shape)), deepest)
    quoted = next((k for k in range(len(builder.stack) - 1, -1, -1) if builder.stack[k].quoted), 0)
    level = max(level, quoted)
    while len(builder.stack) - 1 > level:
        builder.close()
    clause = builder.clause
    if clause.kind == "circumstance" and clause.predicate >= 0 and builder.node(clause.predicate).kind == "participle":
        builder.close()
        clause = builder.clause
    builder.push(Clause("circumstance", governor=clause.predicate, quoted=clause.quoted))
    set_predicate(builder, builder.clause, node)


def _acts_in(builder: Builder, clause: Clause, shape: Inflection | None) -> bool:
    """Whether who acts in a clause can be who a participle speaks of."""
    predicate = builder.node(clause.predicate)
    if shape is None or not predicate.entries:
        return False
    if not predicate.takes_clause and clause is not builder.stack[0]:
        return False
    if clause is not builder.stack[0] and _cannot_speak(builder, clause, shape):
        return False  # «ذكر مصدر أن اللقاء يعتبر بداية، مشددا على أن»
    for _, each in predicate.entries:
        if each.gender in ("any", shape.gender) or (predicate.kind == "participle" and each.gender == shape.gender):
            return True
    return False


def _cannot_speak(builder: Builder, clause: Clause, shape: Inflection) -> bool:
    """Whether who acts in a clause is nobody who could say anything, or more than the one who does."""
    first = next(iter((*clause.topics, *clause.bare)), -1)
    if first < 0:
        return False
    node = builder.node(first)
    more = shape.number == "singular" and node.features.human and node.features.number in ("dual", MANY)
    return more or (bool(node.classes) and node.classes.isdisjoint(_SPEAKING))


_SPEAKING = frozenset(("person", "people", "force", "body", "media", "state", "title", "document"))


def _inflection(form: Form) -> Inflection | None:
    return form.participles[0][1] if form.participles else None


def _same_tense(one: Node, other: Node) -> bool:
    tenses = {each.tense for _, each in one.entries}
    return not other.entries or bool(tenses & {each.tense for _, each in other.entries})


def _same_person(one: Node, other: Node) -> bool:
    """Whether two verbs can be of one subject: its gender and person."""
    for _, a in one.entries:
        for _, b in other.entries:
            if (a.gender == b.gender or "any" in (a.gender, b.gender)) and a.person == b.person:
                return True
    return not one.entries or not other.entries

"""What opens and ends a clause: «أن», «الذي», «عندما», a pronoun, a purpose behind «ل», commas, colons, quotes."""

from __future__ import annotations

from timeline.syntax.agreement import stands_for
from timeline.syntax.builder import Builder, Clause
from timeline.syntax.chunks import Chunk
from timeline.syntax.government import AND, ATTACHED, COMPOUND, FELT, INSIDE, OWNER, PART
from timeline.syntax.predicates import begin_beside, coordinate_clause, take_verb
from timeline.syntax.tree import Node


def take_pronoun(builder: Builder, chunk: Chunk) -> None:
    """«وهو يصافح», «هو الذي»: somebody told of before begins a clause."""
    clause = builder.clause
    said = builder.tree.units[chunk.head].form.folded
    if clause.predicate >= 0:
        builder.push(Clause("circumstance", governor=clause.predicate, hint=said.removeprefix(AND)))
    else:
        clause.hint = said.removeprefix(AND)


def take_preposition(builder: Builder, chunk: Chunk) -> None:
    """Wait for what a preposition governs; open a clause of purpose behind «ل»."""
    unit = builder.tree.units[chunk.head]
    if unit.form.verbs and _crosses(builder):
        take_verb(builder, chunk)  # «عبر المقاتلون النهر»
        return
    said = unit.form.meaning or unit.form.folded
    following = builder.following()
    if (
        said == OWNER
        and following is not None
        and following.kind in ("verb", "either")
        and _is_present(builder, following)
        and (following.kind == "verb" or not _noun_after_l(builder, following))
    ):
        builder.push(Clause("purpose", governor=builder.clause.predicate))
        builder.preposition = ""
        builder.row = [*builder.row]
        take_verb(builder, following)
        builder.skip = following.last
        return
    if builder.preposition == PART and said in INSIDE:
        return  # «من داخل الأراضي»
    builder.preposition = f"{builder.preposition} {said}".strip() if (builder.preposition, said) in COMPOUND else said


def _crosses(builder: Builder) -> bool:
    """Whether a word that is mostly a preposition stands where a clause wants its verb, with somebody behind it."""
    following = builder.following()
    clause = builder.clause
    goes_on = builder.joined and _brings(builder, FELT)  # «…، وعبر الرئيس عن قلقه»
    if following is None or following.kind != "noun":
        return False
    if (clause.predicate >= 0 or clause.topics or clause.waiting or clause.kind == "that") and not goes_on:
        return False
    units = builder.tree.units[following.head : following.last + 1]
    definite = any(unit.form.definite or unit.code in "MJ" for unit in units)
    return definite and not units[0].form.classes.isdisjoint(("person", "people", "force"))


def _brings(builder: Builder, preposition: str) -> bool:
    """Whether a preposition stands ahead, with nothing before it but names and what separates them."""
    for chunk in builder.row[builder.at + 1 :]:
        if chunk.kind == "preposition":
            return (
                builder.tree.units[chunk.head].form.meaning or builder.tree.units[chunk.head].form.folded
            ) == preposition
        if chunk.kind != "noun" and not (chunk.kind == "sign" and builder.tree.units[chunk.head].code == ","):
            return False
    return False


def _is_present(builder: Builder, chunk: Chunk) -> bool:
    return any(each.tense == "present" for _, each in builder.tree.units[chunk.head].form.verbs)


def _noun_after_l(builder: Builder, chunk: Chunk) -> bool:
    return bool(builder.tree.units[chunk.head].form.nouns)


def open_that(builder: Builder, chunk: Chunk) -> None:
    """Open what is said: «أن»."""
    unit = builder.tree.units[chunk.head]
    hint = unit.form.folded[2:] if unit.form.folded[2:] in ATTACHED else ""
    if builder.joined:
        level = next((k for k in range(len(builder.stack) - 1, 0, -1) if builder.stack[k].kind == "that"), 0)
        if level:
            while len(builder.stack) > level:
                builder.close()
    governor = _who_says(builder)
    if governor >= 0:
        for each in builder.stack:
            if each.predicate == governor:
                each.that = True
    builder.push(Clause("that", governor=governor, hint=hint))


def _who_says(builder: Builder) -> int:
    """Who governs a clause with «أن»: a noun of speech right before, else the verb or participle that takes one."""
    clause = builder.clause
    if clause.last >= 0 and not builder.comma:
        noun = builder.node(clause.last)
        chunk = builder.row[builder.at - 1] if builder.at else None
        masdar = any(lemma.takes_clause and "masdar" in lemma.classes for lemma, _ in noun.entries)
        if masdar and chunk is not None and chunk.kind in ("noun", "either", "preposition"):
            return noun.number
    for level, each in reversed(list(enumerate(builder.stack))):
        if each.kind == "relative" and each.bare and _waits_for_that(builder, level):
            continue  # «أضافت الوكالة التي نقلت الخبر أن»
        if each.predicate >= 0 and (
            builder.node(each.predicate).takes_clause or not builder.node(each.predicate).entries
        ):
            return each.predicate
        if each.kind == "quoted" and each.quoted and (each.predicate >= 0 or each.topics):
            break  # «ورأى "أن الوضع خطير"»: the quotation only just began
    return clause.predicate if clause.predicate >= 0 else clause.last


def _waits_for_that(builder: Builder, level: int) -> bool:
    """Whether a clause around takes «أن» and has none yet."""
    return any(
        each.predicate >= 0 and not each.that and not each.hint and builder.node(each.predicate).takes_clause
        for each in builder.stack[:level]
    )


def open_relative(builder: Builder, chunk: Chunk) -> None:
    """Open a relative clause: «الذي», «ما»."""
    clause = builder.clause
    unit = builder.tree.units[chunk.head]
    if chunk.kind == "resumptive":
        builder.push(Clause("circumstance", governor=clause.predicate))
        builder.preposition = ""
        return
    if clause.last < 0:
        builder.push(Clause("relative", governor=clause.predicate))
        return
    head = _relative_head(builder, builder.node(clause.last), unit.form.meaning)
    builder.push(Clause("relative", governor=head.number, head=head.number))


def _relative_head(builder: Builder, noun: Node, pronoun: str) -> Node:
    """The noun that a relative speaks of: the nearest that agrees, from the end of the group on."""
    chain: list[Node] = []
    current: Node | None = noun
    while current is not None:
        chain.append(current)
        parent = builder.node(current.governor) if current.governor >= 0 else None
        current = parent if parent is not None and parent.kind == "noun" else None
    ends: list[Node] = []
    deepest = noun
    while True:
        child = next(iter(builder.tree.children(deepest, "genitive")), None)
        if child is None:
            break
        deepest = child
        ends.insert(0, child)
    named = [each for each in chain if builder.tree.child(each, "name") is not None]  # «رئيس وزراء الصومال فلان الذي»
    before = [] if not builder.joined else _told_of(builder, noun)  # «الجنود المحتجزين في إيران والذين وصفهم»
    for node in (*named, *ends, *chain, *before):
        if stands_for(pronoun, node.features):
            return node
    return noun


def _told_of(builder: Builder, noun: Node) -> list[Node]:
    """The definite nouns before one in its clause, the nearest first."""
    first = builder.clause.predicate
    return [each for each in reversed(builder.tree.nodes[max(first, 0) : noun.number]) if each.definite]


def take_connector(builder: Builder, chunk: Chunk) -> None:
    """Open a clause of time, cause, condition; or go back to the main one: «لكن»."""
    clause = builder.clause
    if chunk.said == "adversative":
        said = builder.tree.units[chunk.head].form.folded
        pronoun = next((each for each in ATTACHED if said.endswith(each) and said != each), "")
        if pronoun and _goes_back(builder, pronoun):
            return
        while len(builder.stack) > 1 and not (builder.clause.quoted and builder.clause.kind == "quoted"):
            builder.close()
        if builder.clause.predicate >= 0:
            coordinate_clause(builder, None)
        return
    if clause.kind in ("time", "cause", "condition") and clause.predicate >= 0 and builder.comma:
        builder.close()
        clause = builder.clause
    builder.push(Clause(chunk.said, governor=clause.predicate, opener=builder.tree.units[chunk.head].form.meaning))


def _goes_back(builder: Builder, pronoun: str) -> bool:
    """«قال إن إسرائيل تحافظ …، لكنها لا تنوي»: beside the clause whose first noun it stands for, the outer first."""
    for level, clause in enumerate(builder.stack):
        first = next(iter((*clause.topics, *clause.bare)), -1)
        if clause.predicate < 0 or first < 0 or not stands_for(pronoun, builder.node(first).features):
            continue
        if level == 0:
            return False
        while len(builder.stack) - 1 > level:
            builder.close()
        begin_beside(builder)
        return True
    return False


def take_sign(builder: Builder, chunk: Chunk) -> None:
    """End and open clauses at a sign."""
    sign = builder.tree.units[chunk.head].code
    if sign == ",":
        builder.comma = True
        following = builder.following()
        goes_on = following is not None and following.kind == "relative"  # «مظاهراتهم، التي تواصلت»
        while (
            len(builder.stack) > 1
            and not goes_on
            and builder.clause.kind in ("relative", "time", "condition")
            and builder.clause.predicate >= 0
        ):
            builder.close()
    elif sign in ".;":
        while len(builder.stack) > 1:
            builder.close()
        if builder.clause.predicate >= 0 or builder.clause.topics:
            old = builder.clause
            builder.close()
            builder.stack.append(
                Clause("coordinated" if old.predicate >= 0 else "main", governor=old.predicate, before=old.predicate)
            )
    elif sign == ":":
        _colon(builder)
    elif sign == "“":
        _open_quote(builder)
    elif sign == "”":
        while len(builder.stack) > 1 and builder.clause.quoted:
            closed = builder.clause
            first = closed.predicate if closed.predicate >= 0 else next(iter(closed.topics), -1)
            builder.close()
            if closed.kind == "quoted":
                if closed.governor < 0:
                    builder.said = _root_of(builder, first)
                break
    elif sign == "-":
        builder.comma = True


def _root_of(builder: Builder, number: int) -> int:
    """What a node hangs on in the end: of a quotation without a verb, its predicate."""
    while number >= 0 and builder.node(number).governor >= 0:
        number = builder.node(number).governor
    return number


def _colon(builder: Builder) -> None:
    clause = builder.clause
    if clause.predicate >= 0 and _may_say(builder, clause):
        builder.push(Clause("quoted", governor=clause.predicate))
    elif clause.predicate < 0 and clause.topics and not clause.waiting:
        speaker = clause.topics[0]
        builder.push(Clause("quoted", governor=speaker))


def _may_say(builder: Builder, clause: Clause) -> bool:
    return builder.node(clause.predicate).takes_clause


def _open_quote(builder: Builder) -> None:
    clause = builder.clause
    builder.preposition = ""  # «أشار إلى "…"»
    if clause.predicate < 0 and clause.kind in ("that", "quoted"):
        clause.quoted = True
        return
    builder.push(Clause("quoted", governor=clause.predicate, quoted=True))

"""When: the date of an act, read off the tree.

Its own date first, then that of the light verb that carries it, of the relative clause that tells of it, of the verb
that it is
coordinated with. A date that belongs to another act in between is not its own.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from attrs import define

from timeline.events.model import EventType
from timeline.events.reading import Act, completing
from timeline.events.valency import background_prepositions
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import fold
from timeline.values.interval import Interval


@define(eq=False)
class Dating:
    """When an act was, and how that is known."""

    when: tuple[Interval, ...]
    expression: TimeExpression | None
    source: str  # stated, carried, derived
    why: str = ""


def left_over(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """A date that stands with a word which is no act: it dates an act of that clause, the nearest before it first."""
    if not acts:
        return
    tree = acts[0].tree
    used = {id(dating.expression) for dating in found.values()}
    open_acts = [act for act in acts if act.frame.type is not EventType.STATEMENT]
    for date in tree.nodes:
        if date.kind != "date" or date.governor < 0 or id(expressions[date.date]) in used:
            continue
        expression = expressions[date.date]
        if expression.anchor is not None or not expression.intervals:
            continue
        near = [
            act for act in open_acts
            if act.node.number not in found and _together(act, date) and not _reason(tree, act.node, date)
        ]  # fmt: skip
        before = [act for act in near if act.node.head < date.head]
        chosen = (
            before[-1] if before else next((act for act in near if _clause_of(tree, act.node) == date.governor), None)
        )
        if chosen is not None:
            found[chosen.node.number] = Dating(span(expression), expression, "stated", "in its clause")


def _together(act: Act, date: Node) -> bool:
    """Whether what a date stands with and an act are in one clause: their ways up meet with no new clause between."""
    tree = act.tree
    ours = [*_way_up(tree, act.node), *(child.number for child in completing(tree, act.node, act.frame))]
    return any(number in ours for number in _way_up(tree, tree.nodes[date.governor], within=True))


def _reason(tree: Tree, act: Node, date: Node) -> bool:
    """«تظاهروا السبت رفضا للهجوم», «قررت الأربعاء، إثر اتهامها …»: what is acted upon has not the day of the act."""
    between, itself = False, True
    while date.head < act.head and act.governor >= 0 and not act.is_predicate:
        referred = act.preposition in background_prepositions() and act.relation == act.preposition
        referred = referred and not (itself and act.preposition in words_of("within"))  # «أصيبوا أمس إثر انفجار»
        between, itself = between or referred or act.relation == "adverbial", False
        act = tree.nodes[act.governor]
        if act.number == date.governor:
            return between
    return False


def _way_up(tree: Tree, node: Node, *, within: bool = False) -> list[int]:
    """A node and what it hangs on, up to the verb of its clause; ``within`` a relative one, with what that tells of."""
    way = [node.number]
    while node.governor >= 0 and node.relation not in _NEW_CLAUSE and len(way) < _HIGHEST:
        if within and node.preposition == _SINCE:
            break  # «أول لقاء بينهما منذ فوزه في اقتراع الأحد»
        told_of = within and node.relation == "relative" and _is_over(node)
        node = tree.nodes[node.governor]
        way.append(node.number)
        if told_of and not node.classes and node.relation == "genitive":
            way.append(node.governor)  # «درع الفرات التي شنها الجيش قبل عامين»
        if told_of or announces(node):
            break  # «أسقطوا طائرة دخلت الأجواء في 3 مايو», «الإعلان عن مقتله تأخر حتى الاثنين»
    return way


def _is_over(verb: Node) -> bool:
    """Whether a verb tells of another act, and not how long the one lasted that it stands with or what it brought."""
    past = any(each.tense == "past" for _, each in verb.entries)
    return past and all(lemma.key not in words_of("lasts") | words_of("results") for lemma, _ in verb.entries)


def announces(node: Node) -> bool:
    """«الإعلان عن مقتله»: a day told of the announcement is not the day of what is announced."""
    return node.kind == "noun" and {"speech", "masdar"} <= node.classes


_HIGHEST = 30
_SINCE = fold("منذ")
_NEW_CLAUSE = frozenset(("coordinated", "that", "quoted", "cause", "condition", "purpose"))


def _clause_of(tree: Tree, node: Node) -> int:
    """The verb of the clause that a noun stands in."""
    steps = 0
    while node.governor >= 0 and not node.is_predicate and steps < 20:
        if node.relation == "relative" or node.preposition in words_of("anchors"):
            return -1  # «بعد الهجوم»: the clause's day is not its own
        node = tree.nodes[node.governor]
        steps += 1
    return node.number if node.is_predicate else -1


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of ``lexicon/ar/frames/dating.toml``, folded."""
    return frozenset(map(fold, _unfolded(name)))


@cache
def _unfolded(name: str) -> frozenset[str]:
    table = tomllib.loads((files("timeline.lexicon") / "ar" / "frames" / "dating.toml").read_text("utf-8"))
    return frozenset(table[name])


def stated(act: Act, expressions: Sequence[TimeExpression], acts: frozenset[int]) -> Dating | None:
    """The date that is told of an act: beside it, or beside one of the words that bear its date."""
    spoken_of: tuple[Node, ...] = ()
    if act.frame.type is EventType.STATEMENT:
        spoken_of = tuple(_spoken_of(act, acts))
    for node, why in _bearers(act):
        dating = dated(act.tree, node, expressions, why, spoken_of if node is act.node else ())
        if dating is not None:
            return dating
    return None


def dated(
    tree: Tree, node: Node, expressions: Sequence[TimeExpression], why: str, spoken_of: Sequence[Node] = ()
) -> Dating | None:
    """The date that stands with a word; several joined with «و» are one, «من … حتى» too.

    Not that of what is spoken of: «نفى تعرض المطار لقصف ليل أمس».
    """
    best: Dating | None = None
    last: Node | None = None
    dates = list(tree.children(node, "date"))
    if node.is_predicate:  # «منذ اغتيال الرئيس، عام 2005، التقى أمس»: right behind the verb is its own
        dates.sort(key=lambda date: date.first != node.last + 1)
    for child in dates:
        expression = expressions[child.date]
        if not child.comma and any(each.head < child.head for each in spoken_of):
            continue
        if expression.anchor is not None and expression.type == "DURATION":
            continue
        if expression.role == "since" and _ranked(tree, node):
            continue  # «أكبر هجوم منذ أسابيع»
        if best is not None and last is not None and best.when and expression.intervals:
            joined = _joined(tree, last, child, best.when, expression)
            if joined:
                best, last = Dating(joined, best.expression, "stated", why), child
        if best is None or (not best.when and expression.intervals):
            days = _from_to(tree, child, expressions) or span(expression)
            best, last = Dating(days, expression, "stated", why), child
    return best


def _ranked(tree: Tree, node: Node) -> bool:
    """«أكبر هجوم», «أول زيارة», «الهجوم الأعنف»: what stands behind «منذ» tells since when there was none like it."""
    if node.is_predicate:
        return False
    head = tree.nodes[node.governor] if node.relation == "genitive" and node.governor >= 0 else None
    forms = [] if head is None or head.entries else [tree.units[head.head].form]
    forms += [unit.form for unit in tree.units[node.head + 1 : node.last + 1]]
    return any(lemma.name.startswith(_ELATIVE) for form in forms for lemma, _ in form.adjectives)


_ELATIVE = "أ"


def _from_to(tree: Tree, date: Node, expressions: Sequence[TimeExpression]) -> tuple[Interval, ...]:
    """«من 3 مارس حتى 9 مارس»: two dates of which a word is between are one stretch, whichever word each stands with."""
    for other in tree.nodes:
        if other.kind != "date" or abs(other.first - date.first) > 2 or other is date:
            continue
        begin, end = sorted((date, other), key=lambda each: each.first)
        if begin.preposition not in words_of("range_begin") or end.preposition not in words_of("range_end"):
            continue
        first, last = expressions[begin.date].intervals, expressions[end.date].intervals
        start, stop = (first[0].start, last[-1].end) if first and last else (None, None)
        if end.first == begin.last + 2 and start is not None and stop is not None and str(start) < str(stop):
            return (Interval(start, stop),)
    return ()


def _spoken_of(act: Act, acts: frozenset[int]) -> Iterator[Node]:
    """The acts that a verb of speech speaks of, behind it: a date behind one is its own."""
    for filler in act.fillers:
        node = filler.node
        if node is None or node.kind != "noun" or node.head < act.node.head or filler.role not in _SUBJECT_MATTER:
            continue
        if filler.function == "object" and node.pronoun and {"speech", "masdar"} <= node.classes:
            continue  # «نقلت الوكالة عن الرئيس قوله الأحد»: it is what was said, and no other act
        act_itself = node.number in acts or "violence" in node.classes
        if act_itself or ("masdar" in node.classes and filler.function not in words_of("felt")):
            yield node


_SUBJECT_MATTER = frozenset(("content", "theme", "topic", "target", "act"))


def _joined(
    tree: Tree, last: Node, date: Node, when: tuple[Interval, ...], expression: TimeExpression
) -> tuple[Interval, ...]:
    """«في مارس 2003 ومايو 2008» are two stretches, «من فبراير حتى أغسطس» is one."""
    start, end = when[0].start, expression.intervals[-1].end
    if (
        expression.role == "until"
        and start is not None
        and end is not None
        and Interval(start, None).overlaps(expression.intervals[-1])
    ):
        return (Interval(start, end),)
    between = tree.units[last.last + 1 : date.first]
    if between and between[0].code == "c" and all(unit.code in "cp" for unit in between):
        return tuple(sorted({*when, *expression.intervals}, key=str))
    return ()


def _bearers(act: Act) -> Iterator[tuple[Node, str]]:
    """The words whose date is an act's, the nearest first: its own, its verb's, what is told of it, its setting."""
    tree, node = act.tree, act.node
    own = [node] if act.light is None else [node, act.light]
    yield node, "beside it"
    if act.light is not None and not (act.claimed and _of_the_claim(act, act.light)):
        yield act.light, "beside its verb"
    if node.kind == "noun":
        for child in tree.nodes:
            if child.is_predicate and child.subject == node.number and child.governor >= 0:
                yield child, "beside what is told of it"
        yield from _of_the_noun(act)
    for each in own:
        for child in tree.children(each):
            if child.kind == "noun" and child.preposition in words_of("setting"):
                yield child, "beside its setting"
                for told in tree.children(child, "relative"):
                    if not (child.definite and _begins(told)):
                        yield told, "beside its setting"


def _of_the_claim(act: Act, verb: Node) -> bool:
    """«أعلنت الجماعة مساء السبت مسؤوليتها عن الهجوم»: a day before the act, or in commas, is that of the claim."""
    return all(date.head < act.node.head or date.comma for date in act.tree.children(verb, "date"))


def _begins(verb: Node) -> bool:
    """«خلال المسيرات التي بدأت في 3 مايو»: what goes on since that day was the setting on a later one as well."""
    return any(lemma.key in words_of("begins") for lemma, _ in verb.entries)


def _of_the_noun(act: Act) -> Iterator[tuple[Node, str]]:
    """What an act that is a noun belongs to: «يوم الهجوم», «قتلوا أمس في الهجوم»."""
    tree, head = act.tree, act.node
    yield from ((child, "in its relative clause") for child in tree.children(head, "relative") if child is act.light)
    while head.relation in ("genitive", "conjunct") and head.governor >= 0:
        head = tree.nodes[head.governor]
        if head.kind != "noun":
            break
        yield head, "beside what it belongs to"
    if head.governor < 0:
        return
    verb = tree.nodes[head.governor]
    if verb.is_predicate and verb.subject == head.number and head.number == act.node.number:
        yield verb, "beside its verb"
        return
    if not verb.is_predicate or act.frame.type is EventType.STATEMENT or not verb.takes.isdisjoint(_unfolded("speech")):
        return
    if head.relation in ("object", "passive") or head.relation in words_of("within"):
        yield verb, "beside what happened in it"


def span(expression: TimeExpression) -> tuple[Interval, ...]:
    """The days that an expression gives an act: «منذ» opens them."""
    intervals = expression.intervals
    if expression.role == "since" and len(intervals) == 1 and intervals[0].start is not None:
        return (Interval(intervals[0].start, None),)
    return intervals


def derive(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«بعد يومين على زيارته»: the visit is two days before the dated act."""
    for act in acts:
        tree = act.tree
        for child in tree.children(act.node, "date"):
            expression = expressions[child.date]
            days = counted_days(expression.value)
            if days is None or expression.anchor is None:
                continue
            sign = -1 if expression.text.startswith("بعد") else 1
            main = _main(acts, act)
            if main is not None and main.node.number in found and found[main.node.number].when:
                shifted = shift(found[main.node.number].when, sign * days)
                if shifted:
                    found[act.node.number] = Dating(shifted, expression, "derived", "counted from another act")


def _main(acts: Sequence[Act], act: Act) -> Act | None:
    return next((each for each in acts if each is not act and each.is_verb), None)


def counted_days(value: str) -> int | None:
    """«P2D» is 2, «P3W» 21."""
    if value.startswith("P") and value[1:-1].isdigit() and value[-1] in "DW":
        return int(value[1:-1]) * (7 if value[-1] == "W" else 1)
    return None


def shift(intervals: tuple[Interval, ...], days: int) -> tuple[Interval, ...]:
    """The same days so many days later."""
    delta = dt.timedelta(days=days)
    try:
        return tuple(
            Interval(None if each.start is None else each.start + delta, None if each.end is None else each.end + delta)
            for each in intervals
        )
    except OverflowError:
        return ()

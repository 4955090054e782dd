"""Running totals: «قتل 40 منذ بدء الاحتجاجات», «ألف قتيل خلال أسبوعين من القصف» are of a stretch, and no act of a day.

How many died since a day, or within weeks, has its stretch where that is known, and else no day; it is background.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.model import EventType
from timeline.events.one_act import HARM
from timeline.events.reading import Act
from timeline.events.toll import number_of, sufferers, tolls
from timeline.events.when import Dating, counted_days, words_of
from timeline.events.whether import Status
from timeline.resolve.expression import TimeExpression
from timeline.syntax.tree import Node, Tree
from timeline.values.interval import Interval

#: A count over more days than these is no news of one act.
_FEW = 3


def since_then(acts: Sequence[Act], expressions: Sequence[TimeExpression], found: dict[int, Dating]) -> None:
    """«قتلوا منذ أن بدأت المسيرات في 3 مايو»: since that day, and not on it."""
    for act in acts:
        known = found.get(act.node.number)
        if not (act.is_verb or act.light is not None or act.frame.subtype in HARM):
            continue  # «خارج السيطرة لأول مرة منذ اندلاع الحرب»
        for opener in _since(act):
            for date in (each for each in act.tree.below(opener) if each.kind == "date"):
                expression = expressions[date.date]
                start = expression.intervals[0].start if expression.intervals else None
                if start is not None and (known is None or known.expression is expression):
                    days = (Interval(start, None),)
                    found[act.node.number] = Dating(days, expression, "stated", "since what began then")
                    break


def goes_on_since(act: Act) -> bool:
    """«قتل مئات المدنيين منذ بدء القصف»: told with since when, an act is of no single day."""
    return any(True for _ in _since(act)) or any(True for _ in _spells(act))


def sums(acts: Sequence[Act], datings: Mapping[int, Dating], printed: dt.date | None) -> frozenset[int]:
    """The numbers of those acts that are mere sums, with what they were done by."""
    found = [act for act in acts if _is_sum(act, _dating(act, datings), printed)]
    heads = {id(act.same or act) for act in found}
    return frozenset(act.node.number for act in acts if id(act.same or act) in heads)


def mark(acts: Sequence[Act], statuses: Mapping[int, Status], summed: frozenset[int]) -> None:
    """A sum is background."""
    for act in acts:
        status = statuses[act.node.number]
        if act.node.number in summed and not status.background:
            status.background = True
            status.reasons.append("a sum")


def _dating(act: Act, datings: Mapping[int, Dating]) -> Dating | None:
    """The dating of an act, or of the act that did it: «تسبب القصف خلال الأسابيع الماضية في مقتل المئات»."""
    own = datings.get(act.node.number)
    return own if own is not None or act.same is None else datings.get(act.same.node.number)


def _is_sum(act: Act, dating: Dating | None, printed: dt.date | None) -> bool:
    if act.frame.type is not EventType.OFFENSIVE:
        return False
    if _vague(dating) and tolls(act.tree, "dead"):
        return True  # «تسببت الغارات الأسابيع الماضية في مقتل المئات»
    if act.frame.subtype not in HARM:
        return False
    if dating is None:
        return (goes_on_since(act) or _told_of_before(act)) and _counted(act)
    if len(dating.when) == 1 and dating.when[0].end is None and dating.when[0].start is not None:
        return printed is None or printed.toordinal() - dating.when[0].start.toordinal() > _FEW
    return dating.expression is not None and _within_many(dating, dating.expression) and _counted(act)


def _vague(dating: Dating | None) -> bool:
    """«الأسابيع الماضية»: weeks that nobody counts."""
    if dating is None or dating.when or dating.expression is None:
        return False
    return dating.expression.value in _UNCOUNTED


def _within_many(dating: Dating, expression: TimeExpression) -> bool:
    """«خلال العام الماضي», but not «خلال الساعات الماضية»: within more than a few days."""
    if expression.role != "within":
        return False
    if not dating.when:
        days = counted_days(expression.value)
        return not expression.value.startswith("PT") and (days is None or days > _FEW)
    lengths = [each.length for each in dating.when]
    return any(length is None or length.days > _FEW for length in lengths)


#: Weeks, months and years that nobody counts.
_UNCOUNTED = frozenset(("PXW", "PXM", "PXY"))


def _told_of_before(act: Act) -> bool:
    """«وكان الهجوم قد أدى إلى مقتل 300»: how many had died by then."""
    return any(
        verb.verbal and any(lemma.key in words_of("was") for lemma, _ in verb.auxiliary) for verb in _bearers(act)
    )


def _counted(act: Act) -> bool:
    """Whether it befell several: «12 مدنيا», «المئات»."""
    counts = (number_of(act.tree, each) for each in sufferers(act.tree, act.node))
    return any(count is not None and count[0] > 1 for count in counts)


def _bearers(act: Act) -> Iterator[Node]:
    """An act, its verb, and what it is the outcome of: «أدى القصف منذ بدئه إلى مقتل»."""
    yield act.node
    if act.light is not None:
        yield act.light
    verb = act.tree.nodes[act.node.governor] if act.node.governor >= 0 else None
    if verb is not None and verb.is_predicate and any(lemma.key in words_of("results") for lemma, _ in verb.entries):
        yield verb


def _since(act: Act) -> Iterator[Node]:
    """What stands behind «منذ»: a noun, or a clause of time; not behind «في أعنف يوم منذ»."""
    for bearer in _bearers(act):
        for child in act.tree.children(bearer):
            told = child.kind == "noun" or child.relation == "time"
            if told and child.preposition in words_of("since") and not _ranked(act.tree, child):
                yield child


def _ranked(tree: Tree, node: Node) -> bool:
    """«أعنف يوم منذ بدء الحرب», «لأول مرة منذ»: since when there was none like it."""
    before = tree.units[max(0, node.first - _NEAR) : node.first]
    return any(lemma.name.startswith(_ELATIVE) for unit in before for lemma, _ in unit.form.adjectives)


_NEAR = 4  # units before what stands behind «منذ»
_ELATIVE = "أ"


def _spells(act: Act) -> Iterator[Node]:
    """A length that no day is told of: «خلال الأسبوعين الأولين من الهجوم», «في أسبوع من المعارك», «على مدى سنوات»."""
    nouns = (child for bearer in _bearers(act) for child in act.tree.children(bearer) if child.kind == "noun")
    for child in nouns:
        keys = {lemma.key for lemma, _ in child.entries}
        of_days = child.preposition in words_of("spell") and (child.features.number != "singular" or not child.definite)
        spans = child.preposition in words_of("spanned") and not keys.isdisjoint(words_of("spans"))
        if spans or (of_days and not keys.isdisjoint(words_of("lengths"))):
            yield child

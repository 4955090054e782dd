"""Days reckoned from the act told before, and from the day of printing.

«حاصرت القوات القصر في 17 مارس. وبعد ثلاثة أيام سيطرت عليه».
"""

from __future__ import annotations

import datetime as dt

from timeline.events.model import Modality
from timeline.events.reading import Act
from timeline.events.status import Status
from timeline.events.when import Dating, counted_days, shift
from timeline.resolve.months import BY_DEFAULT
from timeline.tagger import find
from timeline.values.interval import Interval

#: The rules of dates that count from what was told before, in so many words.
_LATER, _SAME_DAY = "later", "that_day"


def reckoned(dating: Dating | None, before: tuple[Interval, ...]) -> Dating | None:
    """A dating that the expression alone leaves open, from the days of the act told before."""
    if dating is None or dating.when or dating.expression is None or not before:
        return dating
    expression = dating.expression
    if expression.anchor is not None:
        return dating
    days = {_LATER: counted_days(expression.value), _SAME_DAY: 0}.get(expression.denotation.rule)
    when = shift(before, days) if days is not None else ()
    return Dating(when, expression, "derived", "counted from the act told before") if when else dating


def turned(printed: dt.date | None, act: Act, status: Status, dating: Dating | None) -> Dating | None:
    """The day of what is ahead lies ahead, and what is told of a day ahead is planned.

    «على أن يستأنفا اجتماعهما الخميس» is the next Thursday, though nothing beside the word says so.
    """
    if dating is None or printed is None or not dating.when:
        return dating
    start = dating.when[0].start
    if start is None:
        return dating
    until = dating.when[-1].end
    by_then = dating.expression is not None and dating.expression.role == "before" and _ahead(status)
    if by_then and until is not None and start.toordinal() <= printed.toordinal() < until.toordinal():
        left = (Interval(printed, until),)  # «يجتمعون قبل نهاية الشهر»: in what is left of it
        return Dating(left, dating.expression, dating.source, f"{dating.why}, in what is left of it: it is ahead")
    if start.toordinal() > printed.toordinal():
        if status.modality is Modality.ASSERTED and not status.background and not _is_past(act):
            status.modality = Modality.PLANNED
            status.reasons.append("its day is ahead")
        return dating
    expression = dating.expression
    if not _turns(act, status) or expression is None or start == printed or dating.source != "stated":
        return dating
    asked = status.modality is Modality.POSSIBLE  # the verb that asks is past, what it asks for is not
    if asked or any(BY_DEFAULT in step.why for step in expression.denotation.derivation):
        for when, why in expression.alternatives:
            if when and when[0].start is not None and when[0].start.toordinal() >= printed.toordinal():
                return Dating(when, expression, "stated", f"{dating.why}, {why}: it is planned")
    elif expression.granularity in _PARTS_OF_A_YEAR and until is not None and until.toordinal() <= printed.toordinal():
        ahead = next(iter(find(expression.text, reference=printed, prefer="future")), None)
        if ahead is not None and ahead.intervals:  # «في النصف الأول من مارس»
            return Dating(ahead.intervals, expression, "stated", f"{dating.why}, the next one: it is planned")
    return dating


_PARTS_OF_A_YEAR = frozenset(("half", "quarter"))


def _turns(act: Act, status: Status) -> bool:
    """What is planned, asked for or wanted lies ahead: «دعا إلى اجتماع الخميس»."""
    asked = status.modality is Modality.POSSIBLE and status.governed in _ASKED and not _is_past(act)
    return asked or status.modality is Modality.PLANNED


_ASKED = frozenset(("demands", "wants", "offers"))


def _ahead(status: Status) -> bool:
    return status.modality in (Modality.PLANNED, Modality.POSSIBLE)


def _is_past(act: Act) -> bool:
    """Whether its verb, or the verb that carries it, can only be of the past."""
    verb = act.light or act.node
    return verb.kind == "verb" and all(each.tense == "past" for _, each in verb.entries)

"""Dating: which act a date belongs to.

A date stands in a clause, and dates an act of that clause: the nearest act before it, or, at the head of a clause, the
verb that follows. It does not cross into the clause that is reported («قال أمس إن …» dates the saying) nor out of it. A
date that belongs to some other noun («منذ توليه منصبه عام 2004») dates nothing. Acts that are one («قتل … في هجوم يوم
الخميس») share their date, verbs joined by و with one subject too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from timeline.events.acts import MEETING, STATEMENT, Trigger, clause_end, clause_start
from timeline.events.lexicon import word_list
from timeline.events.sentence import Sentence
from timeline.events.sharing import Dating, share
from timeline.events.tokens import Kind
from timeline.resolve.expression import TimeExpression
from timeline.values.interval import Interval

#: Verbs that only say that something begins or goes on: «منذ الأربعاء» then has no end.
_INCEPTIVE = word_list("inceptive")
#: Words after which a date belongs to what they qualify, not to the act before: «الانتخابات المقررة في …».
_QUALIFIED = word_list("qualified")
_RESULT = word_list("result")


_ELATIVES = word_list("elatives")


def attach(sentence: Sentence, triggers: Sequence[Trigger], expressions: Sequence[TimeExpression]) -> dict[int, Dating]:
    """Date the triggers of a sentence by its own expressions; keys are places in ``triggers``."""
    found: dict[int, Dating] = {}
    spans: dict[int, tuple[int, int]] = {}
    if max(sentence.times) < 0:
        return found
    for place, index in enumerate(sentence.times):
        if index >= 0:
            first, _ = spans.get(index, (place, place))
            spans[index] = first, place
    for index, (first, last) in spans.items():
        expression = expressions[index]
        if expression.type == "SET" or expression.text.startswith(("غداة", "عشية")):
            continue
        if expression.type == "DURATION" and not expression.intervals:
            continue
        if expression.role == "since" and first and sentence.words[first - 1].core in _ELATIVES:
            continue  # «للمرة الأولى منذ ستة أشهر», «الأعنف منذ عام»
        for chosen in _choose(sentence, triggers, first, last, expression):
            when = _when(triggers[chosen], expression)
            if chosen in found:
                better = _combined(found[chosen], when, expression)
                if better is not None:
                    found[chosen] = better
                    continue
                if _joins(sentence, found[chosen], when, first):
                    merged = tuple(sorted(set(found[chosen].when) | set(when)))
                    found[chosen] = Dating(merged, found[chosen].expression, "stated")
                elif not found[chosen].when and when:
                    found[chosen] = Dating(when, expression, "stated")
                continue
            found[chosen] = Dating(when, expression, "stated")
    _derive(sentence, triggers, expressions, spans, found)
    share(sentence, triggers, found)
    return {key: value for key, value in found.items() if value.when or value.expression is not None}


def _combined(known: Dating, when: tuple[Interval, ...], expression: TimeExpression) -> Dating | None:
    """Two ends of a range («من 1992 حتى 1995») make one interval; of a year and a day in it the day counts."""
    if len(known.when) != 1 or len(when) != 1:
        return None
    one, two = known.when[0], when[0]
    roles = known.expression.role if known.expression else None, expression.role
    if (
        roles[1] in ("range", "until")
        and roles[0] in ("range", "since", "point")
        and one.start is not None
        and (two.end is not None and expression.role in ("range", "until") and roles[0] != "point")
    ):
        return Dating((one.hull(two),), known.expression, "stated")
    if one.length is not None and two.length is not None and one.overlaps(two):
        if two.length < one.length and one.hull(two) == one:
            return Dating((two,), expression, "stated")
        if one.hull(two) == one:
            return known
    return None


def _joins(sentence: Sentence, known: Dating, when: tuple[Interval, ...], first: int) -> bool:
    """«في أكتوبر 2004 … ثم في يوليو 2005»: one act on several dates, when ثم or و joins them."""
    if not known.when or not when or known.when == when:
        return False
    words = sentence.words
    for back in range(first - 1, max(first - 4, -1), -1):
        if words[back].kind & Kind.VERB and sentence.times[back] < 0:
            return False  # «خسرها في آذار ثم استردها في الصيف»: another act
        if words[back].folded == "ثم" or (
            words[back].conjunction == "و" and sentence.times[back] < 0 and words[back].core == "في"
        ):
            return True
    return words[first].conjunction == "و"


def _when(trigger: Trigger, expression: TimeExpression) -> tuple[Interval, ...]:
    intervals = expression.intervals
    role = expression.role
    if not intervals:
        return ()
    if role == "since" and len(intervals) == 1 and intervals[0].start is not None:
        return (Interval(intervals[0].start, None),)
    if role == "until" and len(intervals) == 1 and intervals[0].end is not None and trigger.kind is not MEETING:
        return intervals
    return intervals


def _choose(
    sentence: Sentence, triggers: Sequence[Trigger], first: int, last: int, expression: TimeExpression
) -> list[int]:
    clause = sentence.clause
    number = clause[first]
    inside = [k for k, each in enumerate(triggers) if clause[each.first] == number]
    before = [k for k in inside if triggers[k].first < first]
    after = [k for k in inside if triggers[k].first > last]
    if expression.anchor is not None and expression.type == "DURATION":
        return []
    chosen_first = _choose_in_clause(sentence, triggers, (first, last), before, after)
    nxt = last + 1
    if nxt < len(sentence.words) and sentence.words[nxt].core in ("عندما", "حين", "حينما", "لما"):
        follow = [k for k, each in enumerate(triggers) if clause[each.first] == clause[nxt] and each.first > nxt]
        return [*chosen_first, *follow[:1]]
    return chosen_first


def _verbs_between(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """Whether another verb stands between an act and a date, which the date then belongs to."""
    words = sentence.words
    return any(
        words[k].kind & Kind.VERB
        and not words[k].kind & Kind.GUESS
        and sentence.times[k] < 0
        and words[k].core not in _TRANSPARENT
        and k != trigger.light
        and not (words[k].light and k == trigger.last + 1)  # «محاولة اغتيال تعرض لها مطلع الشهر»
        and sentence.phrase_of[k] is None
        for k in range(trigger.last + 1, first)
    )


_MEDIA = word_list("media_of_speech")


def _through_medium(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """«أوضح الوزير، في مؤتمر صحافي عقده أمس»: the day of what it was said in is that of the saying."""
    words = sentence.words
    verbs = [
        k for k in range(trigger.last + 1, first)
        if words[k].kind & Kind.VERB and not words[k].kind & Kind.GUESS and sentence.phrase_of[k] is None
    ]  # fmt: skip
    return len(verbs) == 1 and any(
        not _MEDIA.isdisjoint(words[k].forms) for k in range(max(verbs[0] - 4, trigger.last + 1), verbs[0])
    )


def _choose_in_clause(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    span: tuple[int, int],
    before: list[int],
    after: list[int],
) -> list[int]:
    first = span[0]
    direct = _direct(sentence, triggers, first)
    if direct is not None:
        return direct
    if before:
        chosen = before[-1]
        if _verbs_between(sentence, triggers[chosen], first):
            return (
                [chosen]
                if triggers[chosen].kind is STATEMENT and _through_medium(sentence, triggers[chosen], first)
                else []
            )
        if _blocked(sentence, triggers[chosen].last, first):
            earlier = [k for k in before[:-1] if triggers[k].is_verb]
            return [earlier[-1]] if earlier and not _blocked_hard(sentence, triggers[chosen].last, first) else []
        chosen = _prefer(sentence, triggers, before, first)
        return [chosen]
    if after:
        start = clause_start(sentence, first)
        other = [
            k
            for k in range(start, triggers[after[0]].first)
            if sentence.words[k].kind & Kind.VERB
            and sentence.times[k] < 0
            and not (sentence.phrase_of[k] is not None and sentence.phrase_of[k].first < k)  # type: ignore[union-attr]
            and not sentence.words[k].light
            and sentence.words[k].folded not in _TRANSPARENT
            and sentence.words[k].core not in _RESULT
        ]
        if len(other) == 1 and other[0] < first and triggers[after[0]].reading.preposition == "ب":
            return [after[0]]  # «ردت طهران فجر الأربعاء بإطلاق صواريخ»
        if other and any(k < first for k in other):
            return []
        if other and not triggers[after[0]].is_verb:
            return []
        if _remembered(sentence, triggers[after[0]]):
            return []
        return [after[0]]
    return _neighbour(sentence, triggers, first)


def _remembered(sentence: Sentence, trigger: Trigger) -> bool:
    """«تحيي غدا ذكرى اغتيال …»: the day is that of the anniversary."""
    return trigger.first > 0 and sentence.words[trigger.first - 1].core in ("ذكري", "الذكري", "يوبيل", "سنويه")


_TRANSPARENT = word_list("transparent")


def _direct(sentence: Sentence, triggers: Sequence[Trigger], first: int) -> list[int] | None:
    """A light verb right before the date: «وقع الخميس», «الذي شنه المتمردون أوائل الشهر» dates its noun."""
    words = sentence.words
    start = clause_start(sentence, first)
    covered = {place for each in triggers for place in range(each.first, each.last + 1)}
    for back in range(first - 1, start - 1, -1):
        word = words[back]
        if back in covered:
            return None
        if word.kind & Kind.VERB and sentence.times[back] < 0:
            for k, each in enumerate(triggers):
                if each.light == back:
                    return [k]
            if word.light and back > start - 1:
                for k in range(len(triggers) - 1, -1, -1):
                    if (
                        triggers[k].last < back
                        and not triggers[k].is_verb
                        and back - triggers[k].last <= 12
                        and (
                            sentence.clause[triggers[k].first] in (sentence.clause[back], sentence.clause[back] - 1)
                            or (
                                sentence.clause[triggers[k].first] == sentence.clause[back] - 2
                                and sentence.clause_kind[sentence.clause[back] - 1] == "which"
                            )
                        )
                    ):
                        if word.light[0][0] in (
                            "وقع",
                            "حدث",
                            "حصل",
                            "جري",
                            "تم",
                            "اسفر",
                            "نفذ",
                            "شن",
                            "استهدف",
                            "عقد",
                            "انعقد",
                            "بدا",
                        ):
                            return [k]
                        return None
                if word.light[0][0] in ("وقع", "حدث", "حصل", "جري") and word.conjunction:
                    nouns = [k for k, each in enumerate(triggers) if each.last < back and not each.is_verb]
                    if nouns and back - triggers[nouns[-1]].last <= 25:
                        return [nouns[-1]]
            return None
    return None


def _prefer(sentence: Sentence, triggers: Sequence[Trigger], before: list[int], first: int) -> int:
    """Of several acts before a date in its clause: the nearest; but the verb if the noun is only talked about."""
    chosen = before[-1]
    trigger = triggers[chosen]
    if trigger.is_verb or len(before) == 1:
        return chosen
    verb = next((k for k in reversed(before[:-1]) if triggers[k].is_verb and triggers[k].kind is STATEMENT), None)
    if verb is not None and trigger.kind is not STATEMENT:
        # «حذر من الهجوم أمس»: a comma before the date gives it back to the verb
        gap = sentence.gaps[first]
        if "،" in gap and first - trigger.last > 1:
            return verb
    return chosen


#: «ذكرت الوكالة في تقرير الأسبوع الماضي»: written and said at once.
_WRITTEN = frozenset(("تقرير", "رساله", "مقال", "دراسه", "بيان"))
_PASSED_OVER = frozenset(("خلال", "لدي", "قبل", "اثناء"))
_TIMES_OF_DAY = frozenset(("صلاه", "منتصف", "الظهر", "ظهر", "العصر", "المغرب", "الافطار", "الغروب", "غروب"))


def _blocked(sentence: Sentence, after: int, first: int) -> bool:
    """Whether another noun that takes dates stands between an act and a date."""
    words = sentence.words
    for place in range(after + 1, first):
        if sentence.times[place] >= 0:
            continue
        word = words[place]
        if (word.core in _QUALIFIED or word.folded in _QUALIFIED) and not (
            word.core in _WRITTEN and words[place - 1].folded == "في" and words[after].kind & Kind.VERB
        ):
            return True
        if word.kind & Kind.ANCHOR and place + 1 < first and word.folded not in _PASSED_OVER:
            return words[place + 1].core not in _TIMES_OF_DAY  # «بعد صلاة الجمعة أمس»
    return False


def _blocked_hard(sentence: Sentence, after: int, first: int) -> bool:
    return any(
        sentence.words[k].core in _QUALIFIED
        or sentence.words[k].folded in _QUALIFIED
        or sentence.words[k].kind & Kind.ANCHOR
        for k in range(max(after + 1, first - 8), first)
        if sentence.times[k] < 0
    )


def _neighbour(sentence: Sentence, triggers: Sequence[Trigger], first: int) -> list[int]:
    """A clause with a date and no act: a fronted date goes to the next clause, «، أمس،» to the one before."""
    clause, words = sentence.clause, sentence.words
    number = clause[first]
    start, end = clause_start(sentence, first), clause_end(sentence, first)
    verbs = [
        k
        for k in range(start, end + 1)
        if words[k].kind & Kind.VERB and sentence.times[k] < 0 and words[k].folded not in _TRANSPARENT
    ]
    results = [k for k in verbs if words[k].core in _RESULT]
    if words[start].kind & ~Kind.DEFINITE == 0 and words[start].conjunction and sentence.times[start] < 0:
        return []  # an unknown first word after و is the verb of the clause
    following = [k for k, each in enumerate(triggers) if clause[each.first] == number + 1]
    if (
        verbs
        and all(words[k].light for k in verbs)
        and following
        and triggers[following[0]].kind is STATEMENT
        and sentence.clause_kind[number + 1] in ("verb", "and")
        and not words[triggers[following[0]].first].conjunction
    ):
        return [following[0]]  # «عقد مؤتمرا صحافيا الخميس فند فيه», «في رسالة وجهها الأربعاء، اتهم»
    if (
        following
        and sentence.clause_kind[number + 1] == "and"
        and triggers[following[0]].is_verb
        and words[triggers[following[0]].first].conjunction == "ف"
    ):
        return [following[0]]  # «أعادت المدفعية الكرّة مساء الأحد، فقصفت»
    if sentence.clause_kind[number] == "which":
        told = [k for k, each in enumerate(triggers) if each.last == start - 1 and not each.is_verb]
        if told:
            return told  # «الاجتماع الذي ضم زعماء القبائل في 23 مايو»
    if verbs and len(results) < len(verbs):
        return []
    following = [k for k, each in enumerate(triggers) if clause[each.first] == number + 1]
    preceding = [k for k, each in enumerate(triggers) if clause[each.first] == number - 1]
    kinds = sentence.clause_kind
    fronted = number == 0 or kinds[number] in ("main", "that", "and", "sub", "quote")
    if following and fronted and kinds[number + 1] != "that" and (first - start <= 6 or results):
        return [following[0]]
    if preceding and first - start <= 1 and kinds[number] == "which":
        return [preceding[-1]]
    return []


def _derive(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    expressions: Sequence[TimeExpression],
    spans: dict[int, tuple[int, int]],
    found: dict[int, Dating],
) -> None:
    """«بعد يومين على زيارته»: the visit is two days before the dated act; «غداة اتصال»: the call is the day before."""
    words = sentence.words
    for index, (first, last) in spans.items():
        expression = expressions[index]
        days = _counted_days(expression.value)
        if days is None or not expression.text.startswith(("بعد", "قبل")):
            continue
        place = last + 1
        while place < len(words) and words[place].folded in ("فقط", "علي", "من", "تقريبا"):
            place += 1
        other = next((k for k, each in enumerate(triggers) if each.first == place), None)
        if other is None:
            continue
        main = next((k for k in range(len(triggers) - 1, -1, -1) if triggers[k].last < first), None)
        sign = -1 if expression.text.startswith("بعد") else 1
        _reckon(found, main, other, sign * days)
    for k, each in enumerate(triggers):
        if each.first and words[each.first - 1].folded == "غداه":
            main = next((m for m in range(k - 1, -1, -1) if m in found and found[m].when), None)
            _reckon(found, main, k, -1)


def _reckon(found: dict[int, Dating], main: int | None, other: int, days: int) -> None:
    if main is None or main == other:
        return
    if main in found and found[main].when and other not in found:
        shifted = shift(found[main].when, days)
        if shifted:
            found[other] = Dating(shifted, found[main].expression, "derived")
    elif other in found and found[other].when and (main not in found or not found[main].when):
        shifted = shift(found[other].when, -days)
        if shifted:
            found[main] = Dating(shifted, found[other].expression, "derived")


def _counted_days(value: str) -> int | None:
    if value.startswith("P") and value.endswith("D") and value[1:-1].isdigit():
        return int(value[1:-1])
    if value.startswith("P") and value.endswith("W") and value[1:-1].isdigit():
        return 7 * int(value[1:-1])
    return None


def days_since(sentence: Sentence, trigger: Trigger, expressions: Sequence[TimeExpression]) -> int | None:
    """For the visit in «بعد يومين فقط على زيارته»: 2."""
    place = trigger.first - 1
    while place >= 0 and sentence.words[place].folded in ("فقط", "علي", "من", "تقريبا"):
        place -= 1
    if place < 0 or place == trigger.first - 1 or sentence.times[place] < 0:
        return None
    expression = expressions[sentence.times[place]]
    return _counted_days(expression.value) if expression.text.startswith("بعد") else None


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

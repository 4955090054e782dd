"""Status: whether an act happened, from tense, particles and what governs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger, clause_end, clause_start
from timeline.events.lexicon import word_list
from timeline.events.model import Modality
from timeline.events.sentence import Sentence
from timeline.events.sharing import Dating
from timeline.events.tokens import CASES, Kind
from timeline.values.interval import as_datetime

_PAST_NEGATION = frozenset(("لم", "لن", "لا", "ما", "ليس", "ليست", "الا", "ولم", "ولن", "ولا", "فلم", "فلن"))
_SCHEDULED = word_list("scheduled")
_INTENDED = word_list("intended")
_POSSIBLE = word_list("possible")
_CONDITIONS = word_list("conditions")
_BREAKS, _STOPS = frozenset("،.؛"), frozenset(".؛:")
_ACCUSERS = word_list("accusers")


def modality(sentence: Sentence, trigger: Trigger, dating: Dating | None, published: dt.date | None) -> Modality:
    """The modality of an act."""
    if trigger.kind is STATEMENT:
        return _of_statement(sentence, trigger, dating, published)
    found = _of_act(sentence, trigger)
    if (
        found in (Modality.CONDITIONAL, Modality.POSSIBLE)
        and dating is not None
        and published is not None
        and _is_past(dating, published)
        and not _accused(sentence, trigger)
    ):
        return Modality.ASSERTED  # «التخطيط للهجوم على السفارة الشهر الماضي»: it was
    if found is Modality.ASSERTED and trigger.governed == "threaten":
        return Modality.POSSIBLE
    if found is Modality.ASSERTED and _arranged(sentence, trigger, dating, published):
        return Modality.PLANNED
    if found is Modality.ASSERTED and dating is not None and published is not None and _in_future(dating, published):
        return Modality.PLANNED
    return found


def _is_past(dating: Dating, published: dt.date) -> bool:
    ends = [each.end for each in dating.when]
    return bool(ends) and all(end is not None and as_datetime(end).date() <= published for end in ends)


def _accused(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the act is what somebody is accused of: «متهمة بمحاولة قتل»."""
    words, at = sentence.words, trigger.first
    return any(words[k].core in _ACCUSERS or words[k].folded in _ACCUSERS for k in range(max(at - 5, 0), at))


def _arranged(sentence: Sentence, trigger: Trigger, dating: Dating | None, published: dt.date | None) -> bool:
    """«اجتماع تعقده اليوم»: a meeting in the present tense on the day of printing is still to come."""
    if trigger.kind is not MEETING or dating is None or published is None or not dating.when:
        return False
    if not any(each.start is not None and as_datetime(each.start).date() == published for each in dating.when):
        return False
    words = sentence.words
    if trigger.is_verb:
        return trigger.tense == "present" and not (
            trigger.first and words[trigger.first - 1].core in ("لم", "كان", "كانت")
        )
    light = words[trigger.light].light if trigger.light >= 0 else ()
    return bool(light) and light[0][1].tense == "present"


def _in_future(dating: Dating, published: dt.date) -> bool:
    """Whether all of it lies after the day of printing."""
    starts = [each.start for each in dating.when]
    return bool(starts) and all(start is not None and as_datetime(start).date() > published for start in starts)


def _negated(sentence: Sentence, trigger: Trigger) -> bool:
    at = trigger.first
    words = sentence.words
    if not trigger.is_verb:
        if (
            at
            and words[at - 1].folded in ("لا", "ولا")
            and not trigger.reading.definite
            and not trigger.reading.preposition
        ):
            return True  # «لا لقاء مرتقباً»
        return at > 0 and words[at - 1].folded in ("عدم", "بدون", "دون", "نفي")
    if at > 1 and words[at - 1].folded == "لم" and words[at - 2].folded in ("ما", "وما", "اذا", "ان", "لو", "فاذا"):
        return False  # «ما لم», «إذا لم»: a condition
    for back in range(at - 1, max(at - 3, -1), -1):
        if words[back].folded in _PAST_NEGATION and words[back].kind & Kind.NEGATION:
            return not (words[back].folded == "لا" and trigger.tense != "present")
        if not words[back].kind & (Kind.CONJUNCTION | Kind.NEGATION):
            break
    return False


def _of_statement(sentence: Sentence, trigger: Trigger, dating: Dating | None, published: dt.date | None) -> Modality:
    words, at = sentence.words, trigger.first
    if trigger.reading.future or (at and words[at - 1].folded == "سوف") or trigger.light_future:
        return Modality.PLANNED
    if _negated(sentence, trigger):
        return Modality.NEGATED
    if trigger.tense == "present" and at and words[at - 1].folded in ("ان", "بان"):
        before = {words[k].core for k in range(max(at - 5, 0), at - 1)} | {
            words[k].folded for k in range(max(at - 5, 0), at - 1)
        }
        if before & _INTENDED:
            return Modality.PLANNED
        if before & _POSSIBLE:
            return Modality.POSSIBLE
    if trigger.reading.preposition == "ل" and trigger.tense == "present":
        return Modality.POSSIBLE
    if 0 < trigger.light < at and words[trigger.light - 1].folded in ("ان", "بان"):
        context = {words[k].core for k in range(max(trigger.light - 5, 0), trigger.light)}
        if context & _INTENDED:
            return Modality.PLANNED  # «من المقرر أن يلقي الرئيس كلمة»
    if dating is not None and published is not None and _in_future(dating, published) and trigger.tense == "present":
        return Modality.PLANNED
    return Modality.ASSERTED


def _of_act(sentence: Sentence, trigger: Trigger) -> Modality:
    words, at = sentence.words, trigger.first
    conditional = _conditional(sentence, trigger)
    if trigger.reading.future or trigger.light_future or (at and words[at - 1].folded == "سوف"):
        return Modality.CONDITIONAL if conditional else Modality.PLANNED
    if _negated(sentence, trigger):
        return Modality.NEGATED
    inside = conditional and _in_condition(sentence, at)
    if inside or (
        conditional
        and trigger.tense != "past"
        and (trigger.tense != "noun" or _governor(sentence, trigger) is not None)
    ):
        return Modality.CONDITIONAL
    if _content_denied(sentence, trigger):
        return Modality.DENIED
    if trigger.kind is MEETING and not trigger.is_verb and _called_off(sentence, trigger):
        return Modality.NEGATED
    governed = _governor(sentence, trigger)
    if governed is not None:
        return governed
    if trigger.light >= 0 and words[trigger.light].light:
        light = words[trigger.light]
        if light.core.startswith("س") and light.light[0][1].tense == "present" and light.light[0][0][:1] != "س":
            return Modality.PLANNED
        before = words[trigger.light - 1].folded if trigger.light else ""
        if before in ("لم", "لن"):
            return Modality.NEGATED
        if before == "سوف":
            return Modality.PLANNED
        if before == "قد" and light.light[0][1].tense == "present":
            return Modality.POSSIBLE  # «قمة قد تعقد في سوتشي»
        if before == "ان" and _provided(sentence, trigger.light):
            return Modality.PLANNED
        if before in ("ان", "بان") or words[trigger.light].preposition == "ل":
            context = {words[k].core for k in range(max(trigger.light - 5, 0), trigger.light)}
            if context & _INTENDED:
                return Modality.PLANNED
            if context & _POSSIBLE or words[trigger.light].preposition == "ل":
                return Modality.POSSIBLE
    stop = clause_end(sentence, at) + 1
    if stop < len(words) and stop == trigger.last + 1 and words[stop].kind & Kind.RELATIVE:
        stop = clause_end(sentence, stop) + 1  # «زيارته التي كانت مقررة»
    for place in range(trigger.last + 1, min(trigger.last + 7, stop)):
        scheduled = words[place].core in _SCHEDULED and sentence.times[place] < 0 and not trigger.is_verb
        if scheduled and (place - trigger.last <= 2 or words[place].kind & Kind.DEFINITE):
            return Modality.PLANNED
        if words[place].core in ("محتمله", "المحتمله", "المحتمل", "محتمل") and not trigger.is_verb:
            return Modality.POSSIBLE
        if words[place].kind & Kind.VERB:
            break
    return Modality.ASSERTED


def _content_denied(sentence: Sentence, trigger: Trigger) -> bool:
    """«نفى أن يكون قد استقبل», «نفت أن قواتها قصفت»: the act is the content of a denial."""
    words = sentence.words
    start = clause_start(sentence, trigger.first)
    if not trigger.is_verb:
        return _noun_denied(sentence, trigger, start)
    if sentence.clause_kind[sentence.clause[start]] != "that" or trigger.first - start > 10:
        return False
    for back in range(start - 1, max(start - 9, -1), -1):
        word = words[back]
        if word.core in _DENIED or word.folded in _DENIED:
            return True
        if word.kind & Kind.VERB and word.kind & Kind.TRIGGER and sentence.phrase_of[back] is None:
            return False
    return False


_PLACED = frozenset(("في", "خلال", "بعد", "قبل", "عقب", "اثناء", "منذ", "اثر", "عن", "حول", "بشان", "ردا"))


def _noun_denied(sentence: Sentence, trigger: Trigger, start: int) -> bool:
    """«نفى المتحدث تعرض المطار لأي قصف»: the act is in the object of a denial."""
    words = sentence.words
    if trigger.reading.definite or (trigger.first and words[trigger.first - 1].folded in _PLACED):
        return False
    for back in range(trigger.first - 1, max(start, trigger.first - 12) - 1, -1):
        word = words[back]
        if sentence.phrase_of[back] is not None or sentence.times[back] >= 0:
            continue
        if not _BREAKS.isdisjoint(sentence.gaps[back + 1]) or word.folded in _PLACED:
            return False
        if word.kind & Kind.VERB:
            return word.core in _DENIED
    return False


_CANCELLED = word_list("cancelled")


def _called_off(sentence: Sentence, trigger: Trigger) -> bool:
    """«كانت زيارة سابقة له ألغيت»: a passive of cancelling after the noun."""
    words = sentence.words
    last = min(trigger.last + 6, len(words) - 1)
    for place in range(trigger.last + 1, last + 1):
        if words[place].folded in _CANCELLED:
            return True
        if not _STOPS.isdisjoint(sentence.gaps[place]) or words[place].kind & Kind.COMPLEMENTIZER:
            return False
    return False


def _in_condition(sentence: Sentence, at: int) -> bool:
    """Whether the act stands in the if-clause itself."""
    first = clause_start(sentence, at)
    for place in sentence.cues:
        if not first <= place < at:
            continue
        word = sentence.words[place]
        if word.core in _CONDITIONS or word.folded in _CONDITIONS:
            return True
        if word.folded in CASES and place and sentence.words[place - 1].folded == "في":
            return True
    return False


def _conditional(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a condition governs the act: in its clause, right before or right after it."""
    clause = sentence.clause
    number = clause[trigger.first]
    for place in sentence.cues:
        if clause[place] < number - 1:
            continue
        if clause[place] > number + 1:
            break
        word = sentence.words[place]
        condition = word.core in _CONDITIONS or word.folded in _CONDITIONS
        if not condition and word.folded in CASES:
            condition = place > 0 and sentence.words[place - 1].folded == "في"
        if word.folded == "ما" and place + 1 < len(clause) and sentence.words[place + 1].folded in ("لم", "اذا"):
            if sentence.words[place + 1].folded == "اذا":
                continue
            condition = True
        if condition:
            if place and sentence.words[place - 1].folded in ("ما", "عما", "حول"):
                continue
            between = sentence.words[min(place, trigger.first) : max(place, trigger.first)]
            reported = sum(1 for each in between if each.kind & Kind.COMPLEMENTIZER)
            if trigger.first < place and (reported or place - trigger.first > 25):
                continue
            return True
    return False


_REFUSED = word_list("refused")
_POSTPONED = word_list("postponed")
_DENIED = word_list("denied")
_ENDED = frozenset(("وقف", "ايقاف", "انهاء", "بوقف", "لوقف"))
_TRIED = frozenset(("محاوله", "محاولات", "حاول", "حاولوا", "حاولت", "محاولتي"))
_GOVERNING = _ENDED.union(_REFUSED, _DENIED, _TRIED, _INTENDED, _ACCUSERS, _POSSIBLE)


_FUTURE = ("سي", "ست", "سن")
#: So many words may stand between a noun of an act and what governs it.
_REACH = 5


def _governor(sentence: Sentence, trigger: Trigger) -> Modality | None:  # noqa: PLR0915 (one list of cases)
    """What stands before the act and governs it: المقرر أن، محاولة، دعا إلى، رفض، نفى."""
    words, at = sentence.words, trigger.first
    verb = trigger.is_verb
    first = max(at - (7 if verb else 5), 0)
    start = clause_start(sentence, at)
    if verb:
        if trigger.tense == "past" and not (at and words[at - 1].folded == "ان"):
            previous = words[at - 1].folded if at else ""
            return Modality.POSSIBLE if previous in ("ربما", "لعله", "لعلها") else None
        if trigger.tense == "present":
            previous = words[at - 1].folded if at else ""
            if previous in {"قد", "ربما"}:
                return Modality.POSSIBLE
            if trigger.reading.preposition == "ل":
                return Modality.POSSIBLE
            if previous == "ان" and _provided(sentence, at):
                return Modality.PLANNED
            if previous in ("ان", "بان", "الا"):
                context = [words[k] for k in range(first, at - 1)]
                cores = {each.core for each in context} | {each.folded for each in context}
                if cores & _INTENDED:
                    return Modality.PLANNED
                if cores & _POSSIBLE:
                    return Modality.POSSIBLE
                if cores & {"قبل", "بعد"}:
                    return None
                return Modality.POSSIBLE if previous == "ان" and _subjunctive(words, at) else None
        return None
    # a noun
    purpose = (
        trigger.reading.preposition == "ل"
        and trigger.tense in ("masdar", "noun")
        and (not trigger.reading.definite or trigger.subtype == "withdrawal")
    )
    steps = 0  # words between, those of names, titles and dates not counted
    for back in range(at - 1, max(start, at - 24) - 1, -1):
        word = words[back]
        if sentence.times[back] >= 0:
            continue
        core = word.core
        folded = word.folded
        if sentence.phrase_of[back] is not None and not word.kind & (Kind.TRIGGER | Kind.POSSIBILITY | Kind.FUTURE):
            continue
        steps += 1
        if steps > _REACH:
            break
        governing = core in _GOVERNING or folded in _GOVERNING or not _TRIED.isdisjoint(word.forms)
        if governing and core in _ENDED and steps <= 4:
            return None  # «وقف الهجوم»: the attack goes on
        if word.kind & Kind.VERB and back and words[back - 1].folded in ("لم", "لن") and steps <= 4:
            return Modality.NEGATED
        if trigger.kind is MEETING and steps <= 3 and (core in _POSTPONED or folded in _POSTPONED):
            return Modality.PLANNED
        if governing and (folded in _REFUSED or core in _REFUSED):
            trigger.governed = "refuse"
            return Modality.NEGATED if trigger.kind is MEETING and steps <= 3 else None
        if governing and (core in _DENIED or folded in _DENIED):
            return Modality.DENIED if steps <= 4 else None
        if governing and not _TRIED.isdisjoint(word.forms):
            if words[trigger.light].light and trigger.light > trigger.last:
                return None  # «محاولة تسلل نفذتها مجموعة»: it was made
            if trigger.kind is OFFENSIVE and trigger.subtype in ("assassination", "killing", "bombing", "abduction"):
                return None
            return Modality.POSSIBLE
        if governing and core in _INTENDED and steps <= 4:
            return Modality.PLANNED
        if governing and (core in _ACCUSERS or folded in _ACCUSERS):
            return Modality.POSSIBLE if trigger.reading.preposition == "ب" or words[at - 1].preposition == "ب" else None
        if governing and (core in _POSSIBLE or folded in _POSSIBLE):
            if (
                word.kind & Kind.VERB
                and not word.kind & Kind.POSSIBILITY
                and not (trigger.reading.preposition or steps <= 3)
            ):
                return None
            if (
                core in ("عرض", "طلب", "اعاده", "اجل", "امر", "امرت", "مطالبه")
                and steps > 2
                and trigger.kind is not MEETING
            ):
                return None
            if any(each.lemma.subtype in ("demand", "appeal") for each in word.readings):
                trigger.governed = trigger.governed or "demand"
            if trigger.reading.definite and core in ("منع", "لمنع") and trigger.kind is OFFENSIVE:
                return Modality.POSSIBLE if steps <= 2 else None
            return Modality.POSSIBLE
        if word.kind & Kind.VERB and steps <= 3 and word.core[:2] in _FUTURE and sentence.phrase_of[back] is None:
            return Modality.PLANNED  # «سيعاودان الاجتماع»
        if word.kind & Kind.VERB and word.light:
            continue
        if word.kind & Kind.VERB:
            if word.kind & Kind.TRIGGER and back >= start:
                subtypes = {each.lemma.subtype for each in word.readings}
                preposed = (
                    trigger.reading.preposition in ("ب", "ل")
                    or (0 <= trigger.light == at - 1 and words[at - 1].folded[0] in "بل")
                    or words[at - 1].preposition in ("ب", "ل")
                    or (words[at - 1].folded in ("الي", "علي", "من"))
                )
                if subtypes & {"threaten", "demand", "appeal"} and preposed:
                    trigger.governed = trigger.governed or ("threaten" if "threaten" in subtypes else "demand")
                    return Modality.POSSIBLE
            break
        if word.kind & (Kind.COMPLEMENTIZER | Kind.RELATIVE):
            break
        if sentence.gaps[back + 1] != " " and not _BREAKS.isdisjoint(sentence.gaps[back + 1]):
            break
    if (
        purpose
        and trigger.subtype in ("seizure", "withdrawal", "advance", "abduction", "assassination")
        and trigger.lemma.name not in ("مقتل", "مصرع", "استشهاد")
    ):
        return Modality.POSSIBLE
    if purpose and at and not words[at - 1].kind & (Kind.PREPOSITION):
        verbs = [
            k for k in range(max(start, at - 8), at)
            if (words[k].light and words[k].light[0][0] == "تعرض") or words[k].core.startswith(("تعرض", "يتعرض"))
        ]  # fmt: skip
        if verbs:
            return None
        if (
            trigger.kind is MEETING
            and trigger.subtype in ("negotiation", "meeting", "conference", "summit")
            and (trigger.tense == "masdar" or words[at].core == words[at].folded[1:])
        ):
            return Modality.POSSIBLE
    if (
        at
        and words[at - 1].preposition == "ل"
        and words[at - 1].core in ("عقد", "اجرا", "اجراء", "شن", "تنفيذ", "القيام", "بدء", "بد")
    ):
        return Modality.PLANNED if trigger.kind is MEETING else Modality.POSSIBLE
    if at and words[at - 1].core in ("عقد", "انعقاد", "تنظيم") and trigger.kind is MEETING:
        return Modality.PLANNED if words[at - 1].core != "انعقاد" else None
    return None


def _provided(sentence: Sentence, at: int) -> bool:
    """«…، على أن يستأنفا اجتماعاتهما الخميس»: what is arranged to follow."""
    words = sentence.words
    return (
        at > 2
        and words[at - 2].folded == "علي"
        and ("،" in sentence.gaps[at - 2] or not words[at - 3].kind & (Kind.VERB | Kind.TRIGGER))
        and words[at - 1].folded == "ان"
    )


def _subjunctive(words: list, at: int) -> bool:  # type: ignore[type-arg]
    """«دعاها إلى أن تنسحب»: أن after a preposition or a verb of wanting, without a subject of its own."""
    return at > 1 and words[at - 1].folded == "ان" and words[at - 2].folded in ("الي", "علي", "من", "في")


def attribution(
    sentence: Sentence, triggers: list[Trigger], index: int, names: Mapping[int, tuple[str, ...]]
) -> tuple[str, ...]:
    """Who vouches for an act: the speakers of the reporting verbs before it in the sentence, nearest first."""
    if not index or not names:
        return ()
    chain: list[str] = []
    for k in range(index - 1, -1, -1):
        each = triggers[k]
        if each.kind is STATEMENT and sentence.clause[each.first] < sentence.clause[triggers[index].first]:
            for name in names.get(k, ()):
                if name not in chain:
                    chain.append(name)
    return tuple(chain)

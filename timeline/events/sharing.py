"""Dates that acts share: the same act, a participle, a verb joined by و, what is said or held on one occasion."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from timeline.events.acts import MEETING, OFFENSIVE, STATEMENT, Trigger
from timeline.events.sentence import Sentence
from timeline.events.tokens import Kind
from timeline.resolve.expression import TimeExpression
from timeline.values.interval import Interval


@define(eq=False)
class Dating:
    """When an act was, and how that is known."""

    when: tuple[Interval, ...]
    expression: TimeExpression | None
    source: str  # stated, carried, derived


def share(sentence: Sentence, triggers: Sequence[Trigger], found: dict[int, Dating]) -> None:
    """Give a date on to the act that is the same, to a participle, and to a verb joined by و with the same subject."""
    for k, each in enumerate(triggers):
        same = each.same_as
        if same is not None:
            other = next((m for m, candidate in enumerate(triggers) if candidate is same), None)
            if other is not None:
                if k in found and other not in found:
                    found[other] = found[k]
                elif other in found and k not in found:
                    found[k] = found[other]
    _scene(sentence, triggers, found)
    for k in range(1, len(triggers)):
        if k in found:
            continue
        source = _carrier(sentence, triggers, k)
        if source is not None and source in found and found[source].when:
            given = found[source]
            if given.expression is not None and given.expression.role == "until":
                continue
            found[k] = Dating(given.when, given.expression, "stated" if given.source == "stated" else given.source)


_AT = frozenset(("في", "خلال", "اثناء", "عقب", "ضمن", "ختام", "نهايه", "مستهل", "بدايه"))
#: «زيارة … التقى خلالها»: what happens on the visit has its day.
_ON_IT = frozenset(("خلالها", "خلاله", "خلالهما", "اثناءها", "اثناءه", "مستهلها", "ختامها", "بدايتها", "نهايتها"))


def _scene(sentence: Sentence, triggers: Sequence[Trigger], found: dict[int, Dating]) -> None:
    """«قال في اجتماع عقد أمس»: what is said or held at a meeting shares its date; so do joined nouns."""
    words, clause = sentence.words, sentence.clause
    for k, each in enumerate(triggers):
        if (
            k
            and each.kind is triggers[k - 1].kind is MEETING
            and each.is_verb
            and k not in found
            and k - 1 in found
            and any(word.folded in _ON_IT for word in words[each.last + 1 : each.last + 4])
        ):
            found[k] = found[k - 1]
        if each.is_verb or not each.first:
            continue
        before = words[each.first - 1]
        if each.kind is MEETING and (before.core in _AT or words[each.first].conjunction):
            for m, other in enumerate(triggers):
                apart = abs(clause[other.first] - clause[each.first])
                if (
                    apart == 2
                    and sentence.clause_kind[clause[each.first] + 1 if other.first > each.first else -1] == "which"
                ):
                    apart = 1  # «وفي اللقاء الذي انعقد أمس، تحدث فلان»
                if m == k or other.kind is OFFENSIVE or apart > 1:
                    continue
                if other.first > each.first and clause[each.first] not in (0, clause[other.first]):
                    continue
                if other.kind is STATEMENT and (other.tense != "past" or before.core not in _AT):
                    continue
                if k in found and m not in found and found[k].when:
                    found[m] = found[k]
                elif m in found and k not in found and found[m].when:
                    found[k] = found[m]
        beaten = triggers[k - 1] if k else each
        if k and beaten.subtype == "repelled" and clause[beaten.first] == clause[each.first] and k in found:
            found.setdefault(k - 1, found[k])  # «صدّ الجيش هجوما أمس»
        if each.kind is OFFENSIVE and k and words[each.first].conjunction == "و" and not triggers[k - 1].is_verb:
            other = triggers[k - 1]
            if other.kind is OFFENSIVE and each.first - other.last <= 3 and k in found and k - 1 not in found:
                found[k - 1] = found[k]


def _carrier(sentence: Sentence, triggers: Sequence[Trigger], k: int) -> int | None:
    """The earlier act whose date an undated verb shares."""
    each = triggers[k]
    kinds, clause = sentence.clause_kind, sentence.clause
    if each.kind is STATEMENT and each.tense == "participle":
        return next(
            (m for m in range(k - 1, -1, -1) if triggers[m].kind is STATEMENT and triggers[m].tense != "noun"), None
        )
    if each.kind is OFFENSIVE and not each.is_verb and triggers[k - 1].kind is OFFENSIVE:
        previous = triggers[k - 1]
        anchored = any(word.kind & Kind.ANCHOR for word in sentence.words[max(previous.first - 3, 0) : previous.first])
        if each.light_name == "تمكن" and not anchored and clause[each.first] - clause[previous.first] <= 1:
            return k - 1
        if previous.lemma.name == "تصدّى" and clause[each.first] == clause[previous.first]:
            return k - 1
    if not each.is_verb or each.tense == "participle":
        return None
    if kinds[clause[each.first]] != "and" or not sentence.words[each.first].conjunction:
        return None
    if each.subject is not None and not each.subject_before:
        return None
    if each.kind is STATEMENT:
        if k and triggers[k - 1].kind is MEETING and clause[each.first] - clause[triggers[k - 1].first] == 1:
            return k - 1  # «استدعت السفير الإثنين وأبلغته»
        return next(
            (m for m in range(k - 1, -1, -1) if triggers[m].kind is STATEMENT and triggers[m].tense != "noun"), None
        )
    return k - 1 if triggers[k - 1].kind is each.kind else None

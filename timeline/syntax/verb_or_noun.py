"""A word that can be verb or noun: which reading lets the clause close, «قتل شخصان» or «أدى إلى قتل شخصين»."""

from __future__ import annotations

from timeline.syntax.agreement import is_subject, stands_for
from timeline.syntax.builder import Builder
from timeline.syntax.chunks import Chunk
from timeline.syntax.form import Form
from timeline.syntax.groups import noun_members
from timeline.syntax.predicates import indefinite_end
from timeline.syntax.titles import names_a_title
from timeline.text.spelling import fold


def _verb_ahead(builder: Builder) -> bool:
    """Whether a word that can only be a verb follows in the clause: «وفد من الكونغرس التقى»."""
    for chunk in builder.row[builder.at + 1 :]:
        if chunk.kind == "verb":
            return True
        if chunk.kind not in ("noun", "preposition", "date", "adverb", "pronominal"):
            return False
    return False


def as_noun(builder: Builder, chunk: Chunk) -> Chunk:
    """A word read as a noun, with what belongs to it."""
    members, last = noun_members(builder.tree.units, chunk.head, chunk.head)
    builder.skip = max(builder.skip, last)
    return Chunk("noun", chunk.head, last, chunk.head, members=members)


def reads_as_verb(builder: Builder, chunk: Chunk) -> bool:
    """Which reading lets the clause close: «قتل شخصان», «أدى إلى قتل شخصين», «الجيش قصف المدينة»."""
    clause, form = builder.clause, builder.tree.units[chunk.head].form
    if form.name == "given" and not builder.joined and clause.last >= 0 and names_a_title(builder, clause.last):
        return False  # «المتحدث باسم الحكومة سعد الحديثي»
    before = builder.row[builder.at - 1] if builder.at else None
    following = builder.following()
    if builder.preposition:
        return False
    if before is not None and before.kind == "complementizer":
        return (
            any(each.tense == "present" for _, each in form.verbs)
            and len(builder.tree.units[before.head].form.folded) == 2
        ) or bool(clause.hint)
    if before is not None and before.kind in ("relative", "connector", "resumptive"):
        return True
    if builder.joined:
        return _joined_verb(builder)
    if clause.predicate < 0:
        if clause.topics:
            noun = builder.node(clause.topics[0])
            return any(is_subject(noun.features, each, before=True) for _, each in form.verbs)
        return _begins_with_verb(builder, form, following)
    governing = builder.node(clause.predicate)
    if builder.colours(governing):
        return bool(form.verbs)  # «كان خطف», «بدأت تقصف»
    if builder.comma and before is not None and before.kind == "sign":
        return _begins_with_verb(builder, form, following) and any(lemma.takes_clause for lemma, _ in form.verbs)
    if clause.last >= 0 and not builder.comma and form.pronoun:
        host = indefinite_end(builder, builder.node(clause.last))
        return (
            host is not None
            and stands_for(form.pronoun, host.features)
            and following is not None
            and following.kind in ("noun", "date", "preposition")
        )
    if clause.last >= 0 and not builder.comma:
        behind = indefinite_end(builder, builder.node(clause.last))
        if (
            behind is not None
            and not behind.accusative
            and following is not None
            and following.kind in ("noun", "preposition", "other")
        ):
            return any(
                is_subject(behind.features, each, before=True) for _, each in form.verbs
            ) and not behind.classes.isdisjoint(("violence", "gathering", "vehicle", "weapon", "person", "force"))
    return False


def _joined_verb(builder: Builder) -> bool:
    """«قتل وجرح», «بعد قصف المدينة وقتل سكانها»: what stands before «و» decides."""
    clause = builder.clause
    last = builder.node(clause.last) if clause.last >= 0 else None
    if last is not None and last.preposition and "masdar" in last.classes and not builder.comma:
        return False
    if (
        last is not None
        and not builder.comma
        and clause.bare
        and clause.bare[-1] == last.number
        and "masdar" in last.classes
        and clause.predicate >= 0
    ):
        return False
    following = builder.following()
    return following is None or following.kind in (
        "noun",
        "preposition",
        "complementizer",
        "pronominal",
        "date",
        "open",
        "sign",
        "either",
    )


def _begins_with_verb(builder: Builder, form: Form, following: Chunk | None) -> bool:
    """At the beginning of a clause: a noun behind it makes it a verb, an adjective of its own a noun."""
    if following is None or following.kind == "sign":
        return False
    if not form.classes.isdisjoint(_CONCRETE) and _verb_ahead(builder):
        return False
    if form.pronoun:
        return True
    if following.kind == "preposition":
        said = builder.tree.units[following.head].form.meaning
        takes = frozenset().union(*(lemma.takes for lemma, _ in form.verbs))
        return any(said == fold(each) for each in takes)
    if following.kind == "noun":
        unit = builder.tree.units[following.first]
        nationality = unit.form.nisba is not None and not unit.form.definite and unit.code in "EA"
        if nationality and following.first == following.last:
            beyond = builder.following(2)
            return not (beyond is not None and beyond.kind == "preposition" and _only_noun_takes(form))
        return unit.code != "A"
    return following.kind in (
        "date",
        "complementizer",
        "pronominal",
        "adverb",
        "open",
        "either",
        "pronoun",
        "other",
        "close",
    )


def _only_noun_takes(form: Form) -> bool:
    """Whether the noun of a word is an act («قصف إسرائيلي على»), and not somebody's fate («قتل فلسطيني»)."""
    return all("person" not in lemma.takes for lemma, _ in form.verbs) and any(
        "violence" in lemma.classes for lemma, _ in form.nouns
    )


_CONCRETE = frozenset(
    ("person", "people", "force", "body", "media", "state", "place", "building", "vehicle", "weapon", "title")
)

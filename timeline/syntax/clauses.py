"""Clauses: the chunks of a sentence hung on one another, from left to right.

A clause has a predicate and what depends on it; a connector opens one, its end is seen from what follows. Who is
subject and who is object is settled when a clause is whole (`timeline.syntax.roles`); where a preposition or a date
belongs is told by the preferences of `timeline.syntax.attach`.
"""

from __future__ import annotations

from timeline.syntax.builder import Builder
from timeline.syntax.chunks import Chunk, chunks
from timeline.syntax.government import AND, STATES, UNTIL
from timeline.syntax.nouns import take_adverb, take_date, take_noun, take_pronominal
from timeline.syntax.openers import open_relative, open_that, take_connector, take_preposition, take_pronoun, take_sign
from timeline.syntax.predicates import open_circumstance, take_verb
from timeline.syntax.roles import settle
from timeline.syntax.tree import Tree
from timeline.syntax.verb_or_noun import as_noun, fills_an_object, reads_as_verb


def build(builder: Builder) -> Tree:
    """Hang all chunks, and settle the clauses."""
    while builder.at < len(builder.row):
        chunk = builder.row[builder.at]
        if chunk.first <= builder.skip < chunk.last:  # a word read as a noun took the first units of the next group
            builder.row[builder.at : builder.at + 1] = chunks(builder.tree.units[: chunk.last + 1], builder.skip + 1)
            continue
        if chunk.first > builder.skip:
            _take(builder, chunk)
        builder.at += 1
    while builder.stack:
        builder.close()
    for clause in sorted(builder.done, key=lambda each: each.predicate):
        settle(builder, clause)
    return builder.tree


#: The categories of indefinite words that tell what something is like.
_DESCRIBING = "AEGT"


def _until(builder: Builder, chunk: Chunk) -> bool:
    """«حتى كتابة الخبر», «حتى الفجر»: before a noun or a date no clause begins."""
    following = builder.following()
    form = builder.tree.units[chunk.head].form
    if form.meaning in STATES and following is not None:
        if builder.tree.units[following.head].code in _DESCRIBING:
            return True  # «في حالة جيدة»
        classes = builder.tree.units[following.head].form.classes
        return (
            following.kind == "noun" and bool(classes) and classes.isdisjoint(("masdar",))
        )  # «في حالة حرب», but «في حال التوصل»
    said = form.folded
    return said in UNTIL and following is not None and following.kind in ("noun", "date")


def _take(builder: Builder, chunk: Chunk) -> None:
    match chunk.kind:
        case "verb":
            take_verb(builder, chunk)
        case "either":
            if reads_as_verb(builder, chunk):
                take_verb(builder, chunk)
            else:
                take_noun(builder, as_noun(builder, chunk))
        case "noun":
            take_noun(builder, chunk)
        case "circumstance":
            if fills_an_object(builder, chunk):
                take_noun(builder, as_noun(builder, chunk))
            else:
                open_circumstance(builder, chunk)
        case "date":
            take_date(builder, chunk)
        case "preposition":
            take_preposition(builder, chunk)
            return
        case "pronominal":
            take_pronominal(builder, chunk)
        case "complementizer":
            open_that(builder, chunk)
        case "relative" | "resumptive":
            open_relative(builder, chunk)
        case "connector" if _until(builder, chunk):
            builder.preposition = builder.tree.units[chunk.head].form.folded
            return
        case "connector":
            take_connector(builder, chunk)
        case "and":
            builder.joined = chunk.said or AND
            return
        case "pronoun":
            take_pronoun(builder, chunk)
        case "adverb":
            take_adverb(builder, chunk)
            return
        case "open" | "close" | "sign":
            take_sign(builder, chunk)
            return
        case _:
            return
    builder.joined, builder.comma, builder.preposition = "", False, ""

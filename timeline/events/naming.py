"""Naming: the words a noun is printed with, the state it belongs to, who speaks by a document."""

from __future__ import annotations

import re

from timeline.events.functions import places_of
from timeline.syntax.government import BOTH, OWNER, SPOKESMAN
from timeline.syntax.tree import Node, Tree
from timeline.text.spelling import visible

_TANWEEN = re.compile("\u064b?ا\u064b?$")
#: Signs that mark a tag and join its words («#الجيش_اليمني»), and quotation marks, of which a name may show but one.
_TAG = str.maketrans("_#", "  ", '"«»“”')
_ISSUED = places_of("issued")
#: What can act, and not only be acted on.
ACTING = frozenset(("person", "people", "force", "body", "media", "state", "title"))


def words_of(tree: Tree, node: Node, text: str) -> str:
    """The words of a name as a headline prints them: its article whole behind ل, no signs of a tag, no case."""
    words = visible(text).translate(_TAG).split()
    if node.entity is None:
        for place, unit in enumerate(tree.units[node.head : node.head + len(words)]):
            case = unit.form.accusative or unit.form.nisba is not None
            if case and not unit.form.definite and unit.entity is None:
                words[place] = _TANWEEN.sub("", words[place])  # «حارسا أمنيا» is «حارس أمني»
        if tree.units[node.last].form.folded in BOTH:
            words = words[:-1]  # «جنديان اثنان»
    said = " ".join(words)
    return "ا" + said if tree.units[node.head].form.definite and said.startswith("ل") else said


def with_office(tree: Tree, node: Node, words: str) -> str:
    """«الأمين العام للأمم المتحدة»: a title that says nothing without those whom it is of."""
    if "title" not in node.classes or not node.definite or node.nisba is not None:
        return words
    if any(True for _ in tree.children(node, "genitive")):
        return words
    for child in tree.children(node, OWNER):
        if child.entity is not None and child.first <= node.last + 2:
            return f"{words} {' '.join(tree.text[tree.units[child.first - 1].start : tree.span(child)[1]].split())}"
    return words


def country_of(tree: Tree, node: Node) -> str | None:
    """The state that a noun belongs to: by its nationality, or a state among its genitives."""
    if node.entity is not None:
        return node.entity.country
    if node.nisba is not None:
        return node.nisba.country
    for child in tree.children(node, "genitive", "name", "apposition", *SPOKESMAN, *tree.described_by(node)):
        found = country_of(tree, child)
        if found is not None and not (
            child.entity is not None and child.entity.kind == "person" and node.classes.isdisjoint(("title", "person"))
        ):
            return found
    return None


def issuer_of(tree: Tree, document: Node) -> Node | None:
    """Who says what a document says: «بيان صادر عن الوزارة», «بيان للوزارة», «بيان أصدرته الوزارة»."""
    for child in tree.children(document, "genitive", *_ISSUED):
        if not child.classes.isdisjoint(ACTING) or child.entity is not None:
            return child
    for child in tree.children(document, "relative"):
        if child.subject >= 0 and child.subject != document.number and child.pronoun:
            return tree.nodes[child.subject]
    return None


def role_code(node: Node) -> str:
    """The CAMEO code of what somebody is to the state: its force, its government, or nothing."""
    if "force" in node.classes:
        return "MIL"
    if node.classes & {"title", "body", "person"}:
        return "GOV"
    return ""

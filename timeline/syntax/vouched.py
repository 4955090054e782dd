"""Words that may be a name: what stands before one says whether it is («القمة العربية» is no channel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.lexicon.gazetteer import Entity
from timeline.syntax.form import Form, Spelling

if TYPE_CHECKING:
    from timeline.syntax.units import Unit


def stands_for_itself(made: list[Unit], spelling: Spelling, taken: int, meaning: Entity | Form) -> bool:
    """Whether one word is a name by itself: not if it is careful, or a common word without company («بري», «صور»)."""
    if not isinstance(meaning, Entity):
        return False
    cut = sum(len(part[0].folded) for part in spelling.parts[:-1])
    form = spelling.parts[-1][0]
    before = made[-1] if made and not cut else None
    if taken != cut:
        return not taken and len(spelling.parts) > 1 and not form.known
    if form.particle:
        return False
    if form.definite and form.adjectives and before is not None and before.code in "LSFYB":
        return False  # «المقاهي العربية»
    if meaning.kind == "person":
        if meaning.careful:
            return before is not None and bool(before.form.classes & _TITLES or before.form.name or before.code in "OF")
        return not (form.verbs or form.nouns or form.adjectives) or form.definite
    if meaning.careful:
        if before is not None and form.adjectives and before.form.definite and _described(before, form):
            return False  # «القمة العربية» is no channel
        return before is not None and bool(before.form.classes & _VOUCHING)
    if form.nisba is not None and before is not None and _described(before, form):
        return False  # «البحرية السعودية», «صحفية سورية»
    common = form.nouns or form.adjectives or form.verbs
    if common and meaning.kind not in ("country", "capital"):
        prefixed = bool(cut and spelling.parts[-2][0].particle == "preposition")
        return prefixed or (before is not None and (before.code == "p" or bool(before.form.classes & _VOUCHING)))
    return True


def _described(noun: Unit, form: Form) -> bool:
    """Whether a name that is also a nationality stands behind a noun as its adjective."""
    if noun.entity is not None or noun.form.pronoun:
        return False
    if form.definite:
        return noun.code in "LSFYB"
    if form.folded.endswith("ا"):
        return noun.form.accusative
    if noun.code == "A":
        return noun.form.folded.endswith(_FEMININE)  # «غارة جوية سورية»
    return noun.code in "NHEG" and any(each.gender == "f" for _, each in noun.form.nouns)


_FEMININE = "ه"
_TITLES = frozenset(("title", "person"))
_VOUCHING = frozenset(("place", "building", "force", "body", "media", "state"))

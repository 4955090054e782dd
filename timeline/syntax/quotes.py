"""Quotation marks that are no quotation: around a name, and around a verb that is only doubted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.syntax.units import Unit


def _is_name(words: Sequence[Unit]) -> bool:
    """Words without a verb: «مسلحي "فتح الإسلام"»."""
    return not words or (words[0].code not in "WQ" and not any(each.code in "Vtrs,.:“" for each in words))


def _said_so(made: list[Unit], opening: int) -> bool:
    """A verb that goes on with what stands before, in marks that keep a distance: «إسرائيل "أحبطت مخططا" لتفجير طائرة».

    No quotation, for nobody has said anything before it (or the clause of what is said has begun already), and somebody
    stands there who can do it.
    """
    first = made[opening + 1]
    if not opening or made[opening - 1].code not in _SUBJECTS or first.code not in "VW" or not first.form.verbs:
        return False
    if all(each.person == 1 for _, each in first.form.verbs):
        return False  # «ترامب "سنرد"»
    said = (at for at in range(opening - 1, -1, -1) if any(lemma.takes_clause for lemma, _ in made[at].form.verbs))
    last = next(said, -1)
    return last < 0 or any(unit.code == "t" for unit in made[last + 1 : opening])  # «قال إن الجيش "دمر نفقا"»


#: The categories of words that can stand right before a verb as who does it: names, definite nouns, their adjectives.
_SUBJECTS = "MJLSFYB"


def _spoken(made: list[Unit], closing: int) -> bool:
    """«"الوضع خطير"، قال الوزير»: who says it comes behind it."""
    behind = made[closing + 1 : closing + 3]
    if [unit.code for unit in behind] != [",", "V"]:
        return False
    return any(lemma.takes_clause for lemma, _ in behind[1].form.verbs)


def without_marks_of_names(made: list[Unit]) -> list[Unit]:
    """Quotation marks around one to six words that are no quotation: a name, or a verb that is only doubted."""
    if "“" not in [unit.code for unit in made]:
        return made
    kept: list[Unit] = []
    at = 0
    while at < len(made):
        unit = made[at]
        if unit.code == "“":
            close = next((k for k in range(at + 1, min(at + 7, len(made))) if made[k].code in "“”"), None)
            closed = close is not None and made[close].code == "”" and not _spoken(made, close)
            if close is not None and closed and (_is_name(made[at + 1 : close]) or _said_so(made, at)):
                kept += made[at + 1 : close]
                at = close + 1
                continue
        kept.append(unit)
        at += 1
    return kept

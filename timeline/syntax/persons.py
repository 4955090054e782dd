"""Names of people: how far one goes, and the one that stands behind a title.

«محمد بن سلمان بن عبد العزيز», «الرئيس الفرنسي إيمانويل ماكرون», «الوزير التونسي منصف العياري».
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.syntax.agreement import of_noun
from timeline.syntax.genitives import CLOSED, DEFINITE, NAMED_BEHIND, NOMINAL
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

_ABSTRACT = frozenset(("abstract",))
_LONGEST_NAME = 6


def _ends_a_name(row: Sequence[Unit], at: int) -> bool:
    """Whether a participle behind a name has nothing behind it that it could govern."""
    return not row[at].form.accusative and (at + 1 >= len(row) or row[at + 1].code in "HDc,.")


#: What happens is nobody's surname.
_HAPPENING = frozenset(("masdar", "gathering", "violence"))


def is_name(unit: Unit) -> bool:
    """Whether a unit is somebody's name, known or not."""
    return unit.code == "J" or (unit.entity is not None and unit.entity.kind == "person")


def name_end(row: Sequence[Unit], at: int) -> int:
    """The last unit of a person's name: «محمد بن سلمان بن عبد العزيز», «دونالد ترامب»."""
    last = at
    while last + 1 < len(row) and last - at < _LONGEST_NAME:
        unit = row[last + 1]
        if unit.entity is not None and unit.entity is row[at].entity:
            last += 1  # «محمود عباس أبو مازن»
            continue
        if _is_verb_of(row, last + 1) or (unit.entity is not None and row[at].entity is not None):
            break  # «التقى دونالد ترامب كيم جونغ أون»: each is whole
        if last > at and is_name(unit) and unit.words > 1:
            break  # «التقت غريس وامبوي نجيب ميقاتي»: who is known by a whole name is another
        if (
            is_name(unit)
            or (unit.form.name and unit.form.name != "second")
            or (unit.code in "XY" and not unit.form.accusative and not unit.form.definite)
        ) or _goes_on(row[last], unit):
            last += 1
        elif unit.code in ("NEA" if row[at].entity is not None else "NEAW") and _surname_like(row, last + 1):
            last += 1  # «هاشم تاجي»
        elif last + 2 < len(row) and unit.code in "WNAE" and not unit.form.accusative and row[last + 2].code == "J":
            last += 1  # «عبد الله فضل محمد»
        elif unit.code == "G" and row[last].code in "JX" and row[at].entity is None and _ends_a_name(row, last + 1):
            last += 1  # «راجيش فارما»
        else:
            break
    return last


def _goes_on(before: Unit, unit: Unit) -> bool:
    """«محمد الأمين», «عبد الباقي»: what a given name or a particle of names takes with it; who is known is whole."""
    if before.entity is not None:
        return False
    if unit.code == "Y" and (before.form.name == "given" or before.code in "XJ"):
        return True
    if (
        unit.code in "LF"
        and before.form.name == "given"
        and unit.form.nisba is None
        and not unit.form.classes - _ABSTRACT
    ):
        return True  # «عمر القاسم»
    if unit.code == "B" and before.form.name == "given" and unit.form.nisba is None:
        return True  # «نجيب الحلو», «يوحنا العاشر»
    if unit.form.name == "second" and before.form.name == "given" and before.form.nouns:
        return True  # «حسن نصر الله», «سيف الإسلام»
    return before.form.name == "particle" and unit.code in NOMINAL


def _is_verb_of(row: Sequence[Unit], at: int) -> bool:
    """A name that is a verb as well, and has behind it what the verb governs: «النائب محمد صادق على»."""
    form = row[at].form
    if not form.verbs or at + 1 >= len(row):
        return False
    following = row[at + 1]
    if following.code == "t":
        return True
    takes = frozenset().union(*(lemma.takes for lemma, _ in form.verbs))
    return following.code == "p" and any(following.form.meaning == fold(each) for each in takes)


def _surname_like(row: Sequence[Unit], at: int) -> bool:
    """A common word behind a given name, with nothing behind it that could be its own: a surname."""
    form = row[at].form
    if (
        row[at - 1].code != "J"
        or form.accusative
        or form.folded.endswith("ه")
        or form.definite
        or form.nisba is not None
        or not form.classes.isdisjoint(_HAPPENING)
    ):
        return False  # «أجرى يشار غولر محادثات مع»
    return at + 1 >= len(row) or row[at + 1].code in "pD,.”tck"


def _name_of_common_words(row: Sequence[Unit], chain: Sequence[int], at: int) -> bool:
    """«الوزير التونسي منصف العياري»: an adjective without article describes no title that has one, a name behind it."""
    unit = row[at]
    if unit.code != "A" or unit.form.accusative or row[chain[-1]].code not in CLOSED or at + 1 >= len(row):
        return False
    return row[at + 1].code in "XYJBF" and "title" in row[chain[0]].form.classes


def name_behind(row: Sequence[Unit], chain: list[int], last: int) -> tuple[int, int] | None:
    """The name behind a title: «الرئيس الفرنسي إيمانويل ماكرون»; none where the head is no person or body of people."""
    if last + 1 >= len(row):
        return None
    at = last + 1
    while at < len(row) and row[at].code == "O":
        at += 1
    if at >= len(row):
        return None
    unit = row[at]
    if row[chain[0]].entity is not None:
        return None
    classes = row[chain[0]].form.classes
    known = is_name(unit) or unit.form.name in ("given", "particle")
    if _name_of_common_words(row, chain, at):
        return at, name_end(row, at + 1)
    if unit.code == "W" and (row[chain[-1]].code not in CLOSED or row[min(at + 1, len(row) - 1)].code in "LSFYMP"):
        known = False  # «دبلوماسي غربي فضل عدم ذكر اسمه», «على الطرف الآخر أدى القصف»
    if unit.code == "W" and row[chain[0]].entity is None and of_noun(row[chain[0]].form).number == "plural":
        known = False  # «الدوي الذي سمعه السكان نجم عن»
    if not (classes & NAMED_BEHIND or row[chain[0]].form.nisba is not None):
        entity = unit.entity
        if entity is None or entity.kind == "person" or row[chain[-1]].code not in DEFINITE:
            return None
        if "place" in classes and entity.kind in ("place", "capital"):
            return at, at  # «العاصمة السورية دمشق»
        return (at, at) if "media" in classes and entity.media else None  # «وكالة الأنباء السورية سانا»
    if "force" in classes and not (known or "title" in classes):
        return None
    if known or (unit.code == "X" and not unit.form.accusative and row[chain[-1]].code in CLOSED):
        return at, name_end(row, at)
    if unit.code == "Y" and row[chain[-1]].code in CLOSED and at + 1 <= len(row):
        return at, name_end(row, at)
    return None

"""Noun groups: how far a noun goes, with its adjectives, its genitives and the name behind it.

«وزير الخارجية التركي هاكان فيدان»: the head «وزير … التركي», its genitive «الخارجية», its name «هاكان فيدان». A
definite noun closes the
chain of genitives; what comes behind it belongs to it only if it agrees, or is the name of whom it is the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from timeline.lexicon.gazetteer import Entity
from timeline.syntax.agreement import NISBA, Features, describes, of_adjective, of_noun
from timeline.syntax.genitives import (
    CLOSED,
    NAMED_BEHIND,
    TANGIBLE,
    is_for,
    is_participle_of,
    only_adjective,
    opens_genitive,
)  # fmt: skip
from timeline.syntax.government import AND, BOTH, DIMENSIONS, OTHERS, SUPERLATIVES
from timeline.syntax.persons import is_name, name_behind, name_end
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

_LONGEST_CHAIN = 12  # a longer row of nouns is no chain of genitives


class Member(NamedTuple):
    """A noun of a group: its unit, the units with its adjectives, what it is to which other member.

    ``relation``: ``genitive`` («الخارجية» of «وزير»), ``name`` («هاكان فيدان»), ``""`` for the head.
    """

    head: int
    first: int
    last: int
    relation: Literal["", "genitive", "name"]
    parent: int
    nisba: int = -1  # the unit of an adjective of nationality: «التركي»


def noun_members(row: Sequence[Unit], first: int, head: int) -> tuple[tuple[Member, ...], int]:
    """The members of the group that begins at a unit (its noun at ``head``), and its last unit."""
    if row[head].code in "JM" and is_name(row[head]):
        last = name_end(row, head)
        return (Member(head, first, last, "", -1),), last
    chain = [head]
    last = head
    while len(chain) < _LONGEST_CHAIN and opens_genitive(row, chain[-1], last) and not _of_a_former(row, chain, last):
        last += 1
        while row[last].code in "Zg" and last + 1 < len(row) and _counted(row[last + 1]):
            last += 1
        if row[last].code == "d":
            last += 1
        chain.append(last)
        if row[last].code in CLOSED:
            break
        if _adjectives(row, last, [last])[0] > last:
            break
    name_of_last = last
    if row[last].code in "JM" and is_name(row[last]) and len(chain) > 1:
        last = name_of_last = name_end(row, last)
    if row[last].code == "M" and _numbered(row, last):
        last = name_of_last = last + 1  # «مؤتمر جنيف 2»
    last, owners = _adjectives(row, last, chain)
    nisbas: dict[int, int] = {}
    for place, owner in owners:
        if row[place].form.nisba is not None:
            nisbas.setdefault(owner, place)  # «هجوم حوثي إيراني»: the first tells whose
    members = [Member(head, first, head, "", -1, nisbas.get(head, -1))]
    for number, at in enumerate(chain[1:]):
        members.append(Member(at, at, at, "genitive", number, nisbas.get(at, -1)))
    # the adjectives behind the chain, whosever they are: «قوات الأمن السعودية»
    members[-1] = members[-1]._replace(last=max(name_of_last, last))
    titled = next((k for k, at in enumerate(chain) if row[at].form.classes & NAMED_BEHIND), 0)
    of_many = titled > 0 and of_noun(row[chain[titled]].form).number == "plural"  # «في مجلس النواب نانسي بيلوسي»
    name = None if of_many else name_behind(row, chain[titled:], last)
    if name is not None:
        sent_by = len(chain) == 1 and row[name[0] - 1].code == "O" and not row[head].form.definite
        relation: Literal["genitive", "name"] = "genitive" if sent_by else "name"  # «موفد سمو الأمير فهد»
        members.append(Member(name[0], name[0], name[1], relation, titled))
        last = name[1]
    return tuple(members), last


def _of_a_former(row: Sequence[Unit], chain: Sequence[int], last: int) -> bool:
    """«ناقلة نفط سعودية»: an adjective of nationality that agrees with a noun before the last is no genitive."""
    following = row[last + 1]
    if following.code != "E" or following.form.nisba is None or len(chain) < 2:
        return False
    shape = of_adjective(following.form)
    return any(describes(shape, _features(row[at])) for at in chain[:-1])


def _counted(unit: Unit) -> bool:
    """Whether a word behind a number is what it counts: «12 متظاهرا», «ثمانية آخرين»."""
    others = unit.code == "A" and any(lemma.name in OTHERS for lemma, _ in unit.form.adjectives)
    return others or unit.code in "ZgNHEXW" or (unit.code in "TG" and bool(unit.form.nouns))


def _numbered(row: Sequence[Unit], name: int) -> bool:
    """Whether a single figure behind a name counts nothing, and so is part of it."""
    if name + 1 >= len(row) or row[name + 1].code != "Z" or len(row[name + 1].form.folded) > 1:
        return False
    return name + 2 >= len(row) or row[name + 2].code not in "NHEXA"


def _adjectives(row: Sequence[Unit], last: int, chain: list[int]) -> tuple[int, list[tuple[int, int]]]:
    """The adjectives behind a chain: the last unit, and of each which noun it describes (the nearest that agrees)."""
    owners: list[tuple[int, int]] = []
    definite = row[chain[-1]].code in CLOSED
    while last + 1 < len(row):
        following = row[last + 1]
        code = following.code
        if code == "Z" and following.form.folded in BOTH and row[last].form.folded.endswith(_DUAL):
            last += 1  # «جنديان اثنان»
            continue
        if owners and owners[-1][0] == last and _another_nation(row, last, owners[-1][1]):
            while _another_nation(row, last, owners[-1][1]):
                last += 2  # «غارات سورية وروسية»
            break
        going_on = code == "L" and definite and _goes_on_as(row[chain[-1]], following)
        if (
            (definite and code not in "BFY" and not going_on)
            or (not definite and code not in "AEGWH")
            or following.form.pronoun
        ):
            break
        if code == "H" and not is_participle_of(row, row[chain[-1]], last + 1):
            break
        if last == chain[-1] and is_for(row, row[last], last + 1):
            break
        if code == "W" and not only_adjective(following):
            break
        if code in "EF" and not (following.form.adjectives or following.form.nisba or following.form.participles):
            break
        shape = of_adjective(following.form)
        owner = next(
            (
                at for at in reversed(chain)
                if describes(shape, _features(row[at])) and not _cases_differ(row[at], following)
            ),
            None,
        )  # fmt: skip
        measured = last + 2 < len(row) and row[last + 2].form.folded in DIMENSIONS
        if owner is None or (code == "G" and not measured and governs_more(row, last + 1)):
            break
        if owners and code == "F" and _another_force(row, last + 1, nisba=row[owners[-1][0]].form.nisba):
            break  # «اتهمت وزارة الدفاع الإماراتية البحرية اللبنانية»
        if code == "F" and row[owner].code == "M" and _is_held(row, owner, last + 1):
            break  # «في القاهرة الأمين العام»
        if (
            code == "Y"
            and not _nisba_of_things(row[owner], following)
            and (_title_before(row, chain) or row[chain[-1]].code == "M")
        ):
            break
        if code == "E" and following.form.nouns and following.form.accusative and not row[chain[-1]].form.accusative:
            break
        if code == "E" and _an_object(following, row[chain[-1]], described=bool(owners)):
            break
        if owners and owners[-1][1] == owner and _numbers_differ(row[owners[-1][0]], following):
            break
        owners.append((last + 1, owner))
        last += 1
        if last + 1 < len(row) and row[last + 1].form.folded in DIMENSIONS:
            last += 1  # «طويلة الأمد»
        elif following.form.folded in SUPERLATIVES and last + 1 < len(row) and row[last + 1].code in _MEASURED:
            last += 1  # «الأكثر دموية»
    return last, owners


_DUAL = ("ان", "ين")


def _another_force(row: Sequence[Unit], at: int, *, nisba: Entity | None) -> bool:
    """Whether a word that is a force or an adjective has a nationality of its own behind it: «البحرية اللبنانية»."""
    if nisba is None or row[at].form.nisba is not None or "force" not in row[at].form.classes or at + 1 >= len(row):
        return False
    other = row[at + 1].form.nisba
    return other is not None and other is not nisba


def _another_nation(row: Sequence[Unit], last: int, owner: int) -> bool:
    """«سورية وروسية»: behind an adjective of nationality another of the same noun, joined."""
    if last + 2 >= len(row) or row[last + 1].form.folded != AND:
        return False
    if not row[owner].form.classes.isdisjoint(NAMED_BEHIND):
        return False  # «السفيران الكندي والدنماركي» are two men
    first, second = row[last], row[last + 2]
    nations = all(each.form.nisba is not None and each.form.nisba.kind == "country" for each in (first, second))
    alike = first.form.definite == second.form.definite and not second.form.pronoun
    return nations and alike and describes(of_adjective(second.form), _features(row[owner]))


def _an_object(following: Unit, noun: Unit, *, described: bool) -> bool:
    """«دمرت مقاتلات أوكرانية مستودعين»: two things behind a noun that is not oblique are what is done to.

    So is a thing behind people who have their adjective: «أسقطت قوات كويتية طائرة».
    """
    things = not following.form.classes.isdisjoint(TANGIBLE - _MEN) and not following.form.adjectives
    oblique = [
        bool(unit.form.nouns) and all(each.case == "obl" for _, each in unit.form.nouns) for unit in (following, noun)
    ]
    acted = described and not noun.form.classes.isdisjoint(_MEN)
    somebody = "person" in following.form.classes and "force" in noun.form.classes  # «قتلت قوات سورية صحفية»
    return (acted and (things or somebody)) or (things and oblique == [True, False])


_MEN = frozenset(("person", "people", "force"))


def _goes_on_as(noun: Unit, participle: Unit) -> bool:
    """«الحرب الدائرة», «المعارك الجارية»: behind an act a participle that could be a noun of things describes it."""
    return bool(participle.form.participles) and not noun.form.classes.isdisjoint(("violence", "gathering"))


#: The categories of indefinite words that can say in what something is the most.
_MEASURED = "NAE"
_NOMINATIVE, _OBLIQUE = ("ون", "ان"), ("ين",)


def _nisba_of_things(noun: Unit, adjective: Unit) -> bool:
    """«ميليشيا الحوثي الانقلابية»: an unknown word in ية is an adjective of a feminine, and no name."""
    return adjective.form.folded.endswith(_NISBA) and noun.code != "M" and of_noun(noun.form).gender == "f"


_NISBA = "يه"


def _is_held(row: Sequence[Unit], named: int, title: int) -> bool:
    """Whether a title behind a name is somebody's, and no adjective of it: «حزب الشعب الحاكم»."""
    if "title" not in row[title].form.classes:
        return False
    entity = row[named].entity
    if entity is None or entity.kind != "organization":
        return True
    return title + 1 < len(row) and row[title + 1].code in "LSFBYMJX"


def _numbers_differ(one: Unit, other: Unit) -> bool:
    """«جنود تونسيون صحفية»: behind a plural adjective of people no singular one describes them."""
    first, second = of_adjective(one.form), of_adjective(other.form)
    return first.number in ("plural", "many") and first.gender == "m" and second.number == "singular"


def _cases_differ(noun: Unit, adjective: Unit) -> bool:
    """«المعارضون المسؤولين»: one shows the nominative, the other does not: two groups."""
    one, other = noun.form.folded, adjective.form.folded
    if len(one) < 5 or len(other) < 5:
        return False
    if adjective.form.nisba is not None and NISBA not in other[-4:]:
        return False  # «مسلحين ألمان»: a broken plural shows no case
    if one.endswith(_NOMINATIVE):
        return other.endswith(_OBLIQUE)
    return one.endswith(_OBLIQUE) and other.endswith(_NOMINATIVE)


def governs_more(row: Sequence[Unit], at: int) -> bool:
    """Whether a participle goes on, and so is no adjective: «مؤكدة أن», «مشيرة إلى»."""
    if at + 1 >= len(row):
        return False
    following = row[at + 1]
    if following.code in "t:":
        return True
    takes = frozenset().union(*(lemma.takes for lemma, _ in row[at].form.participles))
    if following.code in "LSFPM" or (following.form.accusative and following.form.nouns):
        return not takes.isdisjoint(("object", "objects"))
    return following.code == "p" and any(following.form.meaning == fold(each) for each in takes)


def _features(unit: Unit) -> Features:
    if unit.entity is not None:
        if unit.entity.kind == "person":
            return Features("singular", "", human=True)
        return Features("singular" if unit.entity.kind != "group" else "", "")
    return of_noun(unit.form)


def _title_before(row: Sequence[Unit], chain: list[int]) -> bool:
    return bool(row[chain[0]].form.classes & frozenset(("person", "title")))

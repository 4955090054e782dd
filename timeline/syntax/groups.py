"""Noun groups: how far a noun goes, with its adjectives, its genitives and the name behind it.

«وزير الخارجية التركي هاكان فيدان»: the head «وزير … التركي», its genitive «الخارجية», its name «هاكان فيدان». A
definite noun closes the
chain of genitives; what comes behind it belongs to it only if it agrees, or is the name of whom it is the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from timeline.syntax.agreement import Features, describes, of_adjective, of_noun
from timeline.syntax.genitives import (
    CLOSED,
    DEFINITE,
    NAMED_BEHIND,
    NOMINAL,
    TANGIBLE,
    is_for,
    is_participle_of,
    only_adjective,
    opens_genitive,
)  # fmt: skip
from timeline.syntax.government import AND, BOTH, DIMENSIONS, OTHERS, SUPERLATIVES
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

_ABSTRACT = frozenset(("abstract",))
_LONGEST_NAME = 6
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
    if row[head].code in "JM" and _is_name(row[head]):
        last = _name_end(row, head)
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
    if row[last].code in "JM" and _is_name(row[last]) and len(chain) > 1:
        last = name_of_last = _name_end(row, last)
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
    name = None if of_many else _name_behind(row, chain[titled:], last)
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
        if code == "E" and _an_object(following, row[chain[-1]]):
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


def _an_object(following: Unit, noun: Unit) -> bool:
    """«دمرت مقاتلات أوكرانية مستودعين»: two things behind a noun that is not oblique are what is done to."""
    things = not following.form.classes.isdisjoint(TANGIBLE - _MEN) and not following.form.adjectives
    oblique = [
        bool(unit.form.nouns) and all(each.case == "obl" for _, each in unit.form.nouns) for unit in (following, noun)
    ]
    return things and oblique == [True, False]


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


def _is_name(unit: Unit) -> bool:
    return unit.code == "J" or (unit.entity is not None and unit.entity.kind == "person")


def _name_end(row: Sequence[Unit], at: int) -> int:
    """The last unit of a person's name: «محمد بن سلمان بن عبد العزيز», «دونالد ترامب»."""
    last = at
    while last + 1 < len(row) and last - at < _LONGEST_NAME:
        unit = row[last + 1]
        if unit.entity is not None and unit.entity is row[at].entity:
            last += 1  # «محمود عباس أبو مازن»
            continue
        if _is_verb_of(row, last + 1) or (unit.entity is not None and row[at].entity is not None):
            break  # «التقى دونالد ترامب كيم جونغ أون»: each is whole
        if (
            _is_name(unit)
            or (unit.form.name and unit.form.name != "second")
            or (unit.code in "XY" and not unit.form.accusative and not unit.form.definite)
        ) or _goes_on(row[last], unit):
            last += 1
        elif unit.code in ("NEA" if row[at].entity is not None else "NEAW") and _surname_like(row, last + 1):
            last += 1  # «هاشم تاجي»
        elif last + 2 < len(row) and unit.code in "WNAE" and not unit.form.accusative and row[last + 2].code == "J":
            last += 1  # «عبد الله فضل محمد»
        else:
            break
    return last


def _goes_on(before: Unit, unit: Unit) -> bool:
    """«محمد الأمين», «عبد الباقي»: what a given name or a particle of names takes with it."""
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
    ):
        return False
    return at + 1 >= len(row) or row[at + 1].code in "pD,.”tck"


def _name_behind(row: Sequence[Unit], chain: list[int], last: int) -> tuple[int, int] | None:
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
    known = _is_name(unit) or unit.form.name in ("given", "particle")
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
        return at, _name_end(row, at)
    if unit.code == "Y" and row[chain[-1]].code in CLOSED and at + 1 <= len(row):
        return at, _name_end(row, at)
    return None

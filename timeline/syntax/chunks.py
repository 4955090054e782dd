"""Chunks: the groups of a sentence that cannot be cut, made by rules over the categories of words.

«أعلن / وزير الدفاع التركي يشار غولر / أمس / أن / القوات / سيطرت / على / التل» has eight. A word that can be verb or
noun makes a
chunk of its own (``either``); which it is, is decided where the clause is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from re import Pattern
from typing import Literal

from attrs import define

from timeline.syntax.government import WHO
from timeline.syntax.groups import Member, governs_more, noun_members
from timeline.syntax.rule import RULES, Production, beginnings, chunk, compiled, single
from timeline.syntax.units import Unit
from timeline.text.spelling import fold

Kind = Literal[
    "verb", "either", "noun", "circumstance", "date", "preposition", "pronominal", "complementizer", "relative",
    "resumptive", "connector", "and", "adverb", "pronoun", "open", "close", "sign", "other",
]  # fmt: skip


@define(eq=False, slots=True)
class Chunk:
    """A group of units ``first`` to ``last``; ``head`` is its verb, its noun, its preposition.

    ``members`` are the nouns of a noun group, the first one its head: «وزير», its genitive «الدفاع», its name «يشار
    غولر».
    ``said`` is what a connector or a preposition says («على يد»: by); ``negated`` and ``future`` are those of a verb
    group.
    """

    kind: Kind
    first: int
    last: int
    head: int
    said: str = ""
    members: tuple[Member, ...] = ()
    negated: str = ""
    verbal: str = ""


@chunk(
    "(negation | verbal)+ (verb | either | either_bound)",
    examples=("لم يلتق", "سوف يصل", "قد تلتقي", "لقد قصفت"),
    silent=("قصفت المدفعية", "قبل اللقاء"),
)
def governed_verb(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A verb with the particles before it: «لم يلتق», «سوف يصل»."""
    negated = next((unit.form.folded for unit in row[first : stop - 1] if unit.code == "n"), "")
    verbal = next((unit.form.meaning for unit in row[first : stop - 1] if unit.code == "f"), "")
    return Chunk("verb", first, stop - 1, stop - 1, negated=negated, verbal=verbal)


@chunk("any_adjective", examples=("ميدانيا", "إقليميا"), silent=("ميداني", "الميداني"))
def adverb_of_sphere(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """An adjective of relation in the accusative, alone before a comma or a verb: «ميدانيا، قصفت القوات»."""
    form = row[first].form
    after = row[stop].code if stop < len(row) else "."
    before = row[first - 1].code if first else "."
    if not form.folded.endswith(_SPHERE) or not form.accusative or form.nisba is not None:
        return None
    return Chunk("adverb", first, first, first) if after in ",V." and before in ".;,:c”" else None


_SPHERE = "يا"


@chunk("verb", examples=("التقت", "يهاجمون"), silent=("اللقاء", "قصف"))
def verb_group(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A word that can only be a verb: «التقت»."""
    return Chunk("verb", first, stop - 1, stop - 1)


@chunk("either | either_bound", examples=("قصف", "قتلهم"), silent=("القصف", "قصفت"))
def either_group(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A word that can be a verb or a noun: «قصف», «قتلهم»."""
    return Chunk("either", first, stop - 1, stop - 1)


@chunk(
    "unknown (any_definite | possessed | entity | name)",
    examples=("تمخترت الحكومة",),
    silent=("الوزير",),
)
def unknown_verb(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A word that no list knows, at the beginning of a clause and before a definite noun: likely a verb."""
    before = row[first - 1].code if first else "."
    word = row[first].form
    if before not in _BEGINNINGS or len(word.folded) < 3 or word.accusative or word.name:
        return None
    return Chunk("either", first, first, first)


_BEGINNINGS = frozenset("cCKrRsuio.,;:“”-")


@chunk("unknown degree* number", examples=("أضيب أكثر من 20 آخرين",), silent=("العمري 40", "فولان 40 عاما"))
def unknown_verb_of_many(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A word that no list knows behind «و» and before how many: a verb that is misprinted, and no name («26 عاما»)."""
    word, counted = row[first].form, row[stop].form if stop < len(row) else None
    begins = row[first + 1].code == "g" if first == 0 else row[first - 1].code == "c"
    if not begins or len(word.folded) < 3 or word.accusative or word.name or (counted and "time" in counted.classes):
        return None
    return Chunk("verb", first, first, first)


@chunk(
    "human (complementizer | preposition)", examples=("داعية إلى", "مشيرين إلى"), silent=("مسلحين في", "الداعية إلى")
)
def participle_of_people(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle that could be a noun for people too, before what only the verb takes: «داعية إلى»."""
    unit = row[first]
    if not unit.form.participles or not governs_more(row, first):
        return None
    return Chunk("circumstance", first, first, first)


@chunk("circumstance", examples=("مؤكدا",), silent=("مسلحا", "المؤكد"))
def participle_of_speech(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle that tells what somebody says besides: «مؤكدا أن …»."""
    return Chunk("circumstance", first, first, first)


@chunk(
    "(human | nominal | adjective | noun | participle) (complementizer | preposition)",
    examples=("مذكرة بأن", "مشيرة إلى"),
    silent=("قاعدة في", "المذكرة بأن"),
)
def participle_behind_comma(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle of speech behind a comma, though it could be a noun: «…، مذكرة بأن»."""
    form = row[first].form
    if (first and row[first - 1].code not in ",”D") or not any(lemma.takes_clause for lemma, _ in form.participles):
        return None
    said = row[first + 1].code == "t" or (first + 2 < len(row) and row[first + 2].code == "t")
    return Chunk("circumstance", first, first, first) if said or governs_more(row, first) else None


@chunk(
    "(human | nominal | adjective | noun | participle) (any_definite | possessed | entity)",
    examples=("متهمة الحكومة بالفساد",),
    silent=("ممثلة الحكومة في المؤتمر", "المتهمة الحكومة"),
)
def participle_with_object(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle behind a comma with its object and what its verb brings besides: «…، متهمة إسرائيل بخطفه»."""
    form = row[first].form
    if first and row[first - 1].code not in ",”D":
        return None
    takes = frozenset().union(*(lemma.takes for lemma, _ in form.participles))
    thing = bool(form.nouns) and form.classes.isdisjoint(("person", "people"))  # «حالة الطوارئ»
    if form.pronoun or thing or takes.isdisjoint(("object", "objects")):
        return None
    brought = frozenset(map(fold, takes))
    for unit in row[stop : stop + _REACH]:
        if unit.code in ",.V":
            return None
        if unit.code == "p":
            return Chunk("circumstance", first, first, first) if unit.form.meaning in brought else None
    return None


#: How far behind its object a participle has what it brings: «متهمة وزارة الخارجية الإسرائيلية وأجهزة الأمن بخطفه».
_REACH = 8


@chunk(
    "(human | nominal | adjective | noun)"
    " (complementizer | preposition | any_definite | possessed | noun | human | entity)",
    examples=("مهاجما الحكومة", "مقاتلا القوات"),
    silent=("رئيسا للحكومة", "جسرا قرب"),
)
def accusative_participle(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle in the accusative that could be a noun, before what its verb takes: «متهما الطرفين»."""
    form = row[first].form
    described = first > 0 and row[first - 1].form.accusative
    if not form.participles or not form.folded.endswith("ا") or described or not governs_more(row, first):
        return None
    return Chunk("circumstance", first, first, first)


@chunk(
    "participle (complementizer | preposition | any_definite | possessed | noun | human | entity)",
    examples=("متوجها إلى", "رافعين أعلاما"),
    silent=("مدمرا قرب",),
)
def participle_group(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A participle that goes on with what its verb takes: «متوجها إلى», «رافعين أعلاما»."""
    return Chunk("circumstance", first, first, first) if governs_more(row, first) else None


@chunk(
    "demonstrative? honorific* (degree? number (&number)* | degree)* (any_definite | possessed | indefinite"
    " | any_adjective | participle | entity"
    " | name | definite_adjective)",
    examples=("الجيش", "هذا الاتفاق", "ثلاثة مسلحين", "صاحب السمو الملكي الأمير"),
    silent=("قصفت", "على"),
)
def noun_group(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A noun with all that belongs to it: «وزير الخارجية التركي هاكان فيدان»."""
    members, last = noun_members(row, first, stop - 1)
    pointed = row[first].code == "d"
    if not members or (pointed and (row[stop - 1].code in _PARTICIPLES or _how(row[stop - 1]))):
        return None  # «ذلك، منوهة إلى», «يأتي هذا تزامنا مع»
    return Chunk("noun", first, last, members[0].head, members=members)


def _how(unit: Unit) -> bool:
    """Whether a noun shows the accusative of a masdar, and so is what no demonstrative points at."""
    return unit.form.accusative and "masdar" in unit.form.classes


_PARTICIPLES = "G"


@chunk("degree? number (&number)* circumstance", examples=("ثلاثون طالبا",), silent=("ثلاثون مؤكدا",))
def counted_people(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """People behind their number, whose name could be a participle of speech too: «ثلاثون طالبا»."""
    if not row[stop - 1].form.nouns:
        return None
    members, last = noun_members(row, first, stop - 1)
    return Chunk("noun", first, last, members[0].head, members=members)


@chunk("preposition verb", examples=("من هاجموا", "من يحكم"), silent=("من الجيش", "من قصف", "في يحكم"))
def whoever(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """«من» before a verb is who, and no preposition: «لا أعلم من هاجم قواتنا»."""
    cleft = first > 0 and row[first - 1].code == "h"  # «النظام هو من يقصف»
    if row[first].form.folded != WHO or row[first].end == row[first + 1].start or cleft:
        return None
    return Chunk("noun", first, first, first, members=(Member(first, first, first, "", -1),))


@chunk("degree? number+ (&number)*", examples=("خمسة",), silent=("خمسة مسلحين",))
def number_alone(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A number that counts nothing named: «قتل خمسة»."""
    member = Member(stop - 1, first, stop - 1, "", -1)
    return Chunk("noun", first, stop - 1, stop - 1, members=(member,))


@chunk("demonstrative", examples=("ذلك",), silent=("ذلك الاتفاق",))
def demonstrative_alone(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """A demonstrative that stands for something told: «جاء ذلك»; «وذلك» only goes on."""
    if first and row[first - 1].code == "c":
        return Chunk("adverb", first, first, first)
    return Chunk("noun", first, first, first, members=(Member(first, first, first, "", -1),))


@chunk("honorific+", examples=("خادم الحرمين الشريفين",))
def honorific_alone(row: Sequence[Unit], first: int, stop: int) -> Chunk | None:
    """An honorific for whom it is known: «استقبل خادم الحرمين الشريفين»."""
    member = Member(stop - 1, first, stop - 1, "", -1)
    return Chunk("noun", first, stop - 1, stop - 1, members=(member,))


_PLAIN: dict[str, Kind] = {
    "D": "date", "p": "preposition", "k": "pronominal", "t": "complementizer", "r": "relative", "R": "resumptive",
    "s": "connector", "w": "connector", "u": "connector", "i": "connector", "o": "connector", "K": "connector", "C":
    "and", "c": "and",
    "a": "adverb", "h": "pronoun", "“": "open", "”": "close", "e": "other", "g": "other", "n": "other", "f": "other",
    "I": "other",
}  # fmt: skip
_CONNECTORS = {"s": "time", "w": "without", "u": "cause", "i": "condition", "o": "purpose", "K": "adversative"}


def _plain(row: Sequence[Unit], at: int) -> Chunk:
    unit = row[at]
    kind = _PLAIN.get(unit.code, "sign")
    said = _CONNECTORS.get(unit.code) or (unit.code if kind == "sign" else unit.form.meaning or unit.form.folded)
    return Chunk(kind, at, at, at, said)


@cache
def _pattern() -> Pattern[str]:
    return compiled()


@cache
def _openers() -> frozenset[str]:
    return beginnings()


@cache
def _behind(name: str) -> tuple[tuple[Production, Pattern[str]], ...]:
    """The rules that come behind one."""
    names = list(RULES)
    return tuple((RULES[each].produce, single(RULES[each])) for each in names[names.index(name) + 1 :])


def _later(row: Sequence[Unit], codes: str, at: int, refused: str) -> Chunk | None:
    """The chunk of a rule behind the one that refused."""
    for produce, pattern in _behind(refused):
        match = pattern.match(codes, at)
        found = produce(row, at, match.end()) if match is not None else None
        if found is not None:
            return found  # type: ignore[no-any-return]
    return None


def chunks(row: Sequence[Unit], first: int = 0) -> list[Chunk]:
    """The chunks of a row of units, in order, none left out behind the ``first`` (those of a dateline)."""
    codes = "".join([unit.code for unit in row])
    pattern, openers = _pattern(), _openers()
    made: list[Chunk] = []
    at = first
    while at < len(row):
        match = pattern.match(codes, at) if codes[at] in openers else None
        found = None
        if match is not None and match.lastgroup is not None:
            found = RULES[match.lastgroup].produce(row, at, match.end()) or _later(row, codes, at, match.lastgroup)
        if found is None:
            found = _plain(row, at)
        made.append(found)
        at = found.last + 1
    return made

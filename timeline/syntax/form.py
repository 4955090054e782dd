"""Forms: what the lexicon knows of a part of a written word, and a written word as its parts."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from attrs import define, evolve, field

from timeline.lexicon.gazetteer import Entity
from timeline.syntax.categories import category
from timeline.syntax.lexicon import Entry, has_hamza

SHADDA = "\u0651"
_TANWEEN = "\u064b"
_DAMMA = "\u064f"


class Shown(NamedTuple):
    """What the spelling of a word shows besides its letters.

    ``ta``: it is written with ة and so is no verb; ``tanween``: with a tanween, and so is a noun in the accusative;
    ``passive``: with a damma behind its first letter, and so is a passive if it is a verb («أُصيب»); ``short``: with
    ى, and so is no noun in ي («أدّى», not «وادي»); ``hamza``: with one, and so is no particle without («هنأ»);
    ``shadda``: with one before its last letter, and so is the verb that has it («قدّم», not «قدم»); ``own``: it begins
    with a hamza, and so with no article («ألكسندر»); ``below``: with إ, and so is no plural in أ («إخلاء»).
    """

    ta: bool = False
    tanween: bool = False
    passive: bool = False
    short: bool = False
    hamza: bool = False
    shadda: bool = False
    own: bool = False
    below: bool = False

    @staticmethod
    def of(surface: str, place: int) -> Shown:
        """What a word shows that begins at ``place`` of what is written together."""
        end = surface.rstrip(_VOWELS)
        return _shown(
            end.endswith("ة"), _TANWEEN in surface[-2:], _DAMMA in surface[place + 1 : place + 3], end.endswith("ى"),
            has_hamza(surface), SHADDA in end, surface[place : place + 1] in _WITH_HAMZA,
            surface[place : place + 1] == _BELOW,
        )  # fmt: skip


@cache
def _shown(*marks: bool) -> Shown:
    """One value for all the words that show the same."""
    return Shown(*marks)


PLAIN = Shown()
_WITH_HAMZA = ("أ", "إ", "آ")
_BELOW = _WITH_HAMZA[1]
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


@define(eq=False, slots=True)
class Form:
    """What a part of a written word can be.

    ``code`` is its category (`timeline.syntax.categories`), ``verbs`` its readings as a finite verb, ``nouns`` as
    noun or
    verbal noun, ``adjectives``, ``participles`` likewise; ``pronoun`` what is attached behind («هاجمها»).
    """

    folded: str
    code: str = "X"
    verbs: tuple[Entry, ...] = ()
    nouns: tuple[Entry, ...] = ()
    adjectives: tuple[Entry, ...] = ()
    participles: tuple[Entry, ...] = ()
    definite: bool = False
    pronoun: str = ""
    future: bool = False
    accusative: bool = False  # shown by its spelling: «مستودعاً»
    particle: str = ""
    meaning: str = ""
    nisba: Entity | None = None
    classes: frozenset[str] = field(factory=frozenset)
    name: str = ""  # given, family: as part of a person's name
    joined: tuple[Entry, ...] = ()  # the verb that it can be behind a «و» of its own: «وردت»
    derived: bool = False  # an adjective by its shape only

    @property
    def weak(self) -> bool:
        """Whether it is only a rare form of a verb and nothing else, or guessed by its shape."""
        return self.derived or (self.rare and not (self.nouns or self.adjectives or self.participles or self.particle))

    @property
    def rare(self) -> bool:
        """Whether as a verb it is only a rare form: «ودعا» (dual), «ووصل» (passive), «أفرج» (I), «راين» (women)."""
        return bool(self.verbs) and all(
            (each.number == "dual" and each.tense == "past") or each.passive or each.person == 1 or each.jussive
            or (each.number == "plural" and each.gender == "f" and each.tense == "past")
            for _, each in self.verbs
        )  # fmt: skip

    @property
    def known(self) -> bool:
        """Whether any list has it."""
        return bool(self.verbs or self.nouns or self.adjectives or self.participles or self.particle or self.nisba)


#: A part of a written word: the form, and where it stands in it.
Part = tuple[Form, int, int]
#: Names and phrases: the words behind the first one, and the entity or the particle; the longest first.
Phrases = tuple[tuple[tuple[str, ...], Entity | Form], ...]
#: What begins behind so many letters: the phrases by their second word, and those of one word.
Openings = tuple[tuple[int, dict[str, Phrases], tuple[Entity | Form, ...]], ...]


@define(eq=False, slots=True)
class Spelling:
    """A written word, taken apart: «وللجيش» has three parts. ``opens``: the names and phrases that begin in it."""

    folded: str
    parts: tuple[Part, ...]
    opens: Openings


def as_printed(form: Form, shown: Shown) -> Form:
    """Without the nouns in ي, where a word is printed with ى («أدّى» is no «أديّ»), and in أ where with إ («إخلاء»)."""
    nouns = form.nouns
    if shown.short and form.folded.endswith("ي"):
        nouns = tuple(entry for entry in nouns if not entry[0].name.endswith("ي"))
    if shown.own:
        nouns = tuple(entry for entry in nouns if entry[0].name.startswith(_BELOW) is shown.below) or nouns
    if len(nouns) == len(form.nouns):
        return form
    made = Form(
        form.folded, form.code, form.verbs, nouns, form.adjectives, form.participles, form.definite, form.pronoun,
        form.future, form.accusative, form.particle, form.meaning, form.nisba, frozenset(), form.name, form.joined,
    )  # fmt: skip
    made.classes = frozenset().union(*(lemma.classes for lemma, _ in nouns))
    made.code = category(made, common=False)
    return made


def likely(verbs: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without «I …» where the same letters say «he …»."""
    return tuple(entry for entry in verbs if entry[1].person == 3 and not entry[1].jussive) or verbs


def shown_accusative(form: Form) -> bool:
    """«مستودعا»: the accusative of an indefinite noun (the dual before a genitive is spelled alike, and rarer)."""
    entries = (*form.nouns, *form.adjectives)
    return (
        bool(entries)
        and all(
            inflection.case == "acc" or (inflection.number == "dual" and inflection.bound) for _, inflection in entries
        )
        and any(inflection.case == "acc" for _, inflection in entries)
    )


def as_marked(form: Form, shown: Shown) -> None:
    """Leave of a verb the readings that its marks leave: «قدّم» is no «قدم» (nor a foot), «أُصيب» a passive."""
    if shown.shadda:
        doubled = tuple(entry for entry in form.verbs if SHADDA in entry[0].name[:-1])
        if doubled:
            form.verbs = doubled
            form.nouns = tuple(entry for entry in form.nouns if "masdar" in entry[0].classes)
            form.classes = frozenset().union(*(lemma.classes for lemma, _ in form.nouns))
            form.code = category(form, common=bool(form.name))
    if shown.passive:
        form.verbs = tuple((lemma, evolve(each, passive=True)) for lemma, each in form.verbs)

"""Nouns and verbs in the form that their place asks for: «مسلحون», «مسلحين»; «قصف», «قصفت», «قصفوا», «لم يقصفوا».

All words are in ``lexicon/ar/testing/acts.toml``. The forms are worked out here by plain grammar and owe nothing to the
conjugation that the library reads with.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from timeline.testing.acts_model import Noun, Party

_PUNCTUATION = ("،", ".", ":", "»")


@cache
def table() -> dict[str, Any]:
    """The whole file of words."""
    return tomllib.loads((files("timeline.lexicon") / "ar" / "testing" / "acts.toml").read_text("utf-8"))


def grammar(name: str) -> Any:
    """One row of ``[grammar]``: ``grammar("the")`` is «ال»."""
    return table()["grammar"][name]


def joined(pieces: Sequence[str]) -> str:
    """Pieces as a text: «و» and «ب» join to what follows, marks to what is before; «ل» + «الجيش» is «للجيش»."""
    text, bound = "", ""
    for piece in pieces:
        if not piece:
            continue
        if piece in grammar("proclitics"):
            bound += piece
            continue
        word = piece
        if bound.endswith(grammar("to_the")[0]) and word.startswith(grammar("the")):
            bound, word = bound[:-1] + grammar("to_the"), word.removeprefix(grammar("the"))
        glued = not text or text.endswith(("«", "(")) or (word.startswith(_PUNCTUATION) and not bound)
        text += ("" if glued else " ") + bound + word
        bound = ""
    return text


# ---- verbs -----------------------------------------------------------------------------------------------------------


@frozen
class Verb:
    """A verb by its dictionary forms: «التقى، يلتقي، يلتق». ``past_f`` where the feminine is not plain: «دعت»."""

    past: str
    present: str
    passive: str = ""
    jussive: str = ""
    masdar: str = ""
    participle: str = ""
    participle_f: str = ""
    past_f: str = ""

    def before(self, subject: Noun, *, passive: bool = False) -> str:
        """The perfect ahead of its subject, which agrees in gender only: «قصفت الطائرات», «قتل جنود»."""
        stem = self.passive if passive else self.past
        if subject.gender == "m":
            return stem
        return self.past_f or _weak(stem)[0] + grammar("past")["f"]

    def behind(self, subject: Noun, *, passive: bool = False) -> str:
        """The perfect behind its subject, which agrees in number too: «جنود قتلوا», «الطائرات قصفت»."""
        person = _person(subject)
        if person in {"m", "f"}:
            return self.before(subject, passive=passive)
        stem, weak = _weak(self.passive if passive else self.past)
        endings = grammar("past_weak" if weak else "past")
        return stem + str(endings[person])

    def with_object(self, subject: Noun, thing: Noun) -> str:
        """The perfect ahead of its subject, with a pronoun for its object: «هاجمتها», «قصفه»."""
        return self.before(subject) + pronoun(thing)

    def now(self, subject: Noun, *, behind: bool = False) -> str:
        """The imperfect: «يقصف», «تقصف»; ``behind`` its subject also «يقصفون»."""
        return self._imperfect(self.present, grammar("present"), subject, behind=behind)

    def cut(self, subject: Noun, *, behind: bool = False) -> str:
        """The jussive, behind «لم»: «لم يلتق», «لم تقصف», «لم يقصفوا»."""
        return self._imperfect(self.jussive or self.present, grammar("jussive"), subject, behind=behind)

    def after_that(self, subject: Noun, *, behind: bool = False) -> str:
        """The subjunctive, behind «أن» and «لن»: «أن يلتقي», «أن يقصفوا»."""
        return self._imperfect(self.present, grammar("jussive"), subject, behind=behind)

    def _imperfect(self, stem: str, endings: Mapping[str, str], subject: Noun, *, behind: bool) -> str:
        person = _person(subject) if behind else subject.gender
        if person in {"f", "df"}:
            stem = grammar("she") + stem.removeprefix(grammar("he"))
        if person in {"m", "f"}:
            return stem
        long = _weak(self.present)[0] if person == "p" else self.present
        return stem[0] + long[1:] + endings[person[0]]

    def doing(self, subject: Noun) -> str:
        """The participle in the accusative: «مؤكدا», «مؤكدة»."""
        return self.participle_f if subject.gender == "f" else self.participle


def _weak(stem: str) -> tuple[str, bool]:
    return (stem[:-1], True) if stem[-1] in grammar("weak_endings") else (stem, False)


def _person(noun: Noun) -> str:
    """By what a verb behind it agrees: m, f, dm, df, or p for people in the plural."""
    if noun.number == "d":
        return "d" + noun.gender
    if noun.number == "p":
        return "p" if noun.human else "f"
    return noun.gender


def pronoun(noun: Noun) -> str:
    """The pronoun that stands for it: «ه», «ها», «هما», «هم»."""
    return str(grammar("pronouns")[_person(noun)[0]])


def relative(noun: Noun) -> str:
    """The relative pronoun of a definite noun: «الذي», «التي», «الذين»; duals in the nominative."""
    return str(grammar("relatives")[_person(noun)])


@cache
def verb(name: str) -> Verb:
    """A verb of ``[verbs]`` by its English name: ``verb("met")`` is «التقى»."""
    return Verb(**table()["verbs"][name])


@cache
def common(name: str) -> Noun:
    """A noun of ``[nouns]``: ``common("call")`` is «اتصال هاتفي»."""
    return noun_of(table()["nouns"][name], human=False)


# ---- nouns -----------------------------------------------------------------------------------------------------------


def the(word: str) -> str:
    """A word with the article: «الروسي»."""
    return str(grammar("the") + word)


def noun_of(row: Mapping[str, Any], state: str | None = None, *, human: bool = True) -> Noun:
    """The noun of a row of words, with the nationality of a state where the row has a place for one."""
    says = _national(row["says"], state, "nominative")
    genitive = _national(row.get("genitive", row["says"]), state, "genitive")
    accusative = _national(row["accusative"], state, "accusative") if "accusative" in row else genitive
    return Noun(
        says, genitive, accusative, row["gender"], row.get("number", "s"), human, bool(row.get("indefinite", False))
    )


def _national(words: str, state: str | None, case: str) -> str:
    if state is None:
        return words
    _, _, nisba, people, _ = table()["states"][state]
    if case != "nominative" and people.endswith(grammar("plural")):
        people = people.removesuffix(grammar("plural")) + grammar("plural_oblique")
    elif case == "accusative" and not people.endswith(grammar("feminine")):
        people += grammar("alef")
    feminine = nisba + grammar("feminine")
    return words.format(the=the(nisba), a=nisba, fthe=the(feminine), fa=feminine, people=people)


def state_party(code: str) -> Party:
    """A state by its name: «روسيا»."""
    name, gender, *_ = table()["states"][code]
    return Party(Noun(name, name, name, gender, human=False), name, code, "state")


def capital(code: str) -> str:
    """The capital of a state: «موسكو»."""
    return str(table()["states"][code][4])


def national(forms: Sequence[str], state: str, like: Noun) -> Noun:
    """A noun with the nationality of a state, in its cases: «غارتان روسيتان», «غارتين روسيتين»."""
    cases = ("nominative", "genitive", "accusative")
    nominative, genitive, accusative = (_national(each, state, case) for each, case in zip(forms, cases, strict=True))
    return Noun(nominative, genitive, accusative, like.gender, like.number, human=False, indefinite=True)


def force(row: Mapping[str, Any], state: str) -> Party:
    """A force of a state: «القوات الروسية», «جنود أتراك»."""
    if row["gender"] == "f":
        row = {**row, "says": row["says"].replace("{the}", "{fthe}").replace("{a}", "{fa}")}
    noun = noun_of(row, state, human=row["class"] == "gunmen")
    return Party(noun, noun.nominative, state, row["class"])


def group(row: Mapping[str, Any]) -> Party:
    """A group by its own name: «حركة طالبان», «مقاتلو حركة الشباب»."""
    return Party(noun_of(row), row.get("name", row["says"]), row.get("country"), row.get("class", "group"))


def target(row: Mapping[str, Any], state: str) -> Party:
    """What force is used on: «جسر», «جنديان روسيان», «القوات الروسية»."""
    own = state if row.get("national") else None
    noun = noun_of({"indefinite": "definite" in row, **row}, own, human=row["class"] == "people")
    definite = _national(row.get("definite", row["says"]), own, "nominative")
    return Party(noun, noun.nominative, own, row["class"], bool(row.get("actor", False)), definite)


def body(row: Mapping[str, Any], state: str) -> Party:
    """A body that speaks: «وزارة الخارجية الروسية», «حلف شمال الأطلسي»."""
    own = state if row.get("national") else row.get("country")
    noun = noun_of(row, own if row.get("national") else None, human=False)
    return Party(noun, noun.nominative, own, "body")


def person(row: Sequence[str], state: str) -> Party:
    """An office-holder, named with the office: «وزير الخارجية التركي هاكان فيدان»."""
    name, gender, office = row
    offices = table()["offices"][office]
    country, _, nisba, *_ = table()["states"][state]
    title = f"{offices[gender]} {the(nisba + (grammar('feminine') if gender == 'f' else ''))}"
    of_country = f"{offices['of_' + gender]} {country}"
    return Party(plain(f"{title} {name}", gender), name, state, "person", title=title, of_country=of_country)


def ruler(row: Mapping[str, str]) -> Party:
    """A ruler with rank and name: «أمير قطر تميم بن حمد آل ثاني»."""
    noun = plain(f"{row['rank']} {row['name']}", "m")
    return Party(noun, row["name"], row["country"], "ruler", title=row["rank"], honour=row["honour"])


def plain(words: str, gender: str) -> Noun:
    """A noun group that shows no case: a person by name."""
    return Noun(words, words, words, gender)


def renamed(party: Party, words: str) -> Party:
    """The same party under other words without visible case: by title, by name, with an honorific."""
    return Party(plain(words, party.noun.gender), party.name, party.country, party.kind, title=party.title)

"""The categories of words, a letter each: what the patterns of chunks are written in.

A word that can be several things has a category of its own: «قتل» is ``either`` (verb or noun), «مدني» ``nominal``
(noun or
adjective). What it is in its sentence is decided by its place (`timeline.syntax.chunks`, `timeline.syntax.clauses`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.syntax.lexicon import PEOPLE

if TYPE_CHECKING:
    from timeline.syntax.form import Form

#: Category by its letter.
LETTERS = {
    "c": "and", "C": "conjunction", "K": "adversative", "t": "complementizer", "r": "relative", "R": "resumptive",
    "s": "time", "w": "without", "u": "cause", "i": "condition", "o": "purpose", "n": "negation", "f": "verbal", "I":
    "interrogative",
    "p": "preposition", "k": "pronominal", "d": "demonstrative", "h": "pronoun", "a": "adverb", "Z": "number",
    "e": "distributive", "g": "degree", "O": "honorific",
    "V": "verb", "W": "either", "Q": "either_bound", "T": "circumstance", "G": "participle",
    "N": "noun", "H": "human", "E": "nominal", "A": "adjective", "X": "unknown",
    "L": "definite", "S": "definite_human", "F": "definite_nominal", "B": "definite_adjective", "Y": "definite_unknown",
    "P": "possessed", "M": "entity", "J": "name", "D": "date",
    "“": "open", "”": "close", "(": "bracket", ")": "bracket_end", ",": "comma", ";": "semicolon", ":": "colon",
    "-": "dash", ".": "point", "/": "slash",
}  # fmt: skip
CODES = {name: letter for letter, name in LETTERS.items()}

#: Unions of categories that rules may name.
UNIONS = {
    "indefinite": "NHEWX",
    "any_definite": "LSFY",
    "any_adjective": "AE",
    "any_definite_adjective": "BFY",
    "any_verb": "VW",
}


def of_particle(kind: str) -> str:
    """The letter of a kind of particle."""
    return CODES[kind]


def category(form: Form, *, common: bool) -> str:
    """The letter of a word that is no particle; ``common``: a name that is also a common word."""
    noun, adjective, verb = bool(form.nouns), bool(form.adjectives), bool(form.verbs)
    named = form.name and not common and not form.definite and not (noun or adjective or form.nisba)
    if named and (not verb or form.rare):
        return "J"
    if form.definite:
        return _definite(form, noun=noun, adjective=adjective)
    if form.pronoun:
        return ("Q" if verb else "P") if noun else "V"
    if verb:
        return "W" if noun or adjective or form.nisba or form.name == "given" else "V"
    if form.participles and not form.nisba:
        shown = all(inflection.gender == "m" and inflection.number == "singular" for _, inflection in form.participles)
        says = any(lemma.takes_clause for lemma, _ in form.participles)
        if shown and says:
            return "T"
        women = all(each.gender == "f" for _, each in form.participles)
        if form.classes & PEOPLE and (says or not (adjective or women)):
            return "H"
        if adjective and not (noun or says or shown):
            return "A"  # «صواريخ متوسطة المدى»: middling, not mediating
        return "E" if noun else "G"
    if form.nisba is not None:
        return "E"
    if noun:
        return "E" if adjective else ("H" if form.classes & PEOPLE else "N")
    if adjective:
        return "A"
    return "J" if form.name and not common else "X"


def _definite(form: Form, *, noun: bool, adjective: bool) -> str:
    if form.nisba is not None:
        return "F"
    if noun:
        return "F" if adjective else ("S" if form.classes & PEOPLE else "L")
    if adjective or form.participles:
        return "B"
    return "Y"

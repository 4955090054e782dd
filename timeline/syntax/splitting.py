"""Where a written word may be cut: what may stand before a name, and an unknown word by its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from timeline.syntax.form import Form, shown_accusative
from timeline.syntax.lexicon import Entry
from timeline.text.spelling import stripped


def beginnings(folded: str) -> Iterator[tuple[int, str, str]]:
    """The letters taken away, the preposition and what is left: «وللجيش» can begin at «للجيش» and «الجيش»."""
    for _, preposition, rest, cut in stripped(folded):
        if len(rest) > 1:
            yield cut, preposition, rest


def by_shape(folded: str, splits: list[tuple[str, str, str, int]]) -> tuple[str, str, str, int]:
    """An unknown word: what stands before its article or a Latin letter is cut off, and a و before four letters."""
    for split in splits:
        if split[3] and split[2][0].isascii() and split[2][0].isalpha():
            return split  # «لCNN»
        if split[3] and split[2].startswith("ال") and len(split[2]) > 4:
            return split
    if folded[0] == "و" and folded[1] != "و" and len(folded) > 4:  # «وولتر» is a name
        return splits[[each[3] for each in splits].index(1)]
    return splits[0]


def governs(entry: Entry) -> bool:
    """Whether a verb can carry an object pronoun."""
    return not entry[0].takes.isdisjoint(("object", "objects"))


def plurals_before_pronoun(body: str, forms: Mapping[str, Sequence[Entry]]) -> list[Entry]:
    """The plurals in ى that a word in ا before a pronoun can be: «جرحاه», «قتلاهم»."""
    if not body.endswith("ا"):
        return []
    return [
        entry for entry in forms.get(body[:-1] + "ي", ())
        if entry[0].part == "noun" and entry[1].tense == "noun" and entry[1].number == "plural" and not entry[1].bound
    ]  # fmt: skip


def without_duals_of_others(nouns: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """«أسرى الحرب» are the captured, and no two captures: the dual of another word than people's plural is rare."""
    people = {lemma for lemma, each in nouns if each.number == "plural" and "person" in lemma.classes}
    return tuple(entry for entry in nouns if entry[1].number != "dual" or entry[0] in people) if people else nouns


def without_rare_readings(form: Form) -> None:
    """Leave out what a word could be and never is in news; and note what its nouns can be."""
    if form.nisba is not None and all(each.number == "dual" for _, each in form.nouns):
        form.nouns = ()  # «مغربي» is no «two evenings of»
    if any(not lemma.classes.isdisjoint(_THEMSELVES) for lemma, _ in form.nouns):  # «مقاتلات» are no fights
        form.nouns = tuple(entry for entry in form.nouns if entry[1].tense != "masdar") or form.nouns
    form.nouns = without_duals_of_others(form.nouns)
    classes = {lemma.classes for lemma, _ in form.nouns}  # an empty union is a new set for each of 100,000 words
    form.classes = classes.pop() if len(classes) == 1 else frozenset(chain.from_iterable(classes))
    thing = bool(form.nouns) and all("masdar" not in lemma.classes for lemma, _ in form.nouns)
    if thing and form.verbs and shown_accusative(form) and all(e.number == "dual" for _, e in form.verbs):
        form.verbs = ()  # «شخصا», but «جنديين قتلا»


_THEMSELVES = frozenset(("vehicle", "weapon", "title"))

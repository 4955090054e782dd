"""Who and where, as filters and search know them: every name once, with what it is and is also called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.model import Actor
from timeline.lexicon.gazetteer import names_of, state
from timeline.render.bidi import clean
from timeline.render.titles import named

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from timeline.events.model import Place
    from timeline.render.words import Words

UNKNOWN, STATE, GROUP, PERSON, PLACE = range(5)


class Names:
    """Strings written once and then told by their number."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}
        self._raw: dict[str, int] = {}

    def number(self, name: str) -> int:
        """The number of a string, a new one if it is new."""
        return self.numbers.setdefault(name, len(self.numbers))

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of several strings, cleaned, each once."""
        numbers: list[int] = []
        for name in names:
            number = self._raw.get(name)
            if number is None:
                cleaned = clean(name)
                number = self._raw[name] = self.number(cleaned) if cleaned else -1
            if number >= 0 and number not in numbers:
                numbers.append(number)
        return tuple(numbers)

    def table(self) -> list[str]:
        """All strings, in the order of their numbers."""
        return [str(name) for name in self.numbers]


class Known(Names):
    """The names of actors or of places: in the page's language, each with its kind, its state and its other names."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._numbers: dict[Actor | Place, int] = {}
        self._facts: dict[int, tuple[int, int, str]] = {}

    def all_of(self, members: Sequence[Actor] | Sequence[Place]) -> tuple[int, ...]:
        """The numbers of the names of several, each once; common nouns among them are of no kind."""
        numbers: list[int] = []
        for member in members:
            key = (member.name or member.text, member.country, member.name_en)
            number = self._numbers.get(key)  # type: ignore[call-overload]
            if number is None:
                number = self._numbers[key] = self._enter(member)  # type: ignore[index]
            if number >= 0 and number not in numbers:
                numbers.append(number)
        return tuple(numbers)

    def _enter(self, member: Actor | Place) -> int:
        shown = named(member.name or member.text, member.name_en, self._words)
        if not shown:
            return -1
        number = self.number(shown)
        if number in self._facts:
            return number
        self._facts[number] = (UNKNOWN, -1, "")  # its state may have the same name
        other = member.name if shown != clean(member.name) else member.name_en
        also = " ".join(filter(None, (clean(other), member.country)))
        self._facts[number] = (_kind(member), self._state(member.country), also)
        return number

    def _state(self, country: str | None) -> int:
        known = state(country) if country else None
        if known is None:
            return -1
        number = self.number(named(known.name, known.name_en, self._words))
        other = known.name if self._words.language == "en" else known.name_en
        self._facts.setdefault(number, (STATE, number, f"{other} {country}"))
        return number

    def facts(self) -> dict[str, list[object]]:
        """Kind, state (by number, -1 for none) and other names of every name, in the order of their numbers."""
        rows = [self._facts[number] for number in range(len(self.numbers))]
        return {"kind": [row[0] for row in rows], "state": [row[1] for row in rows], "also": [row[2] for row in rows]}


def _is_army(actor: Actor) -> bool:
    return (actor.code or "").endswith("MIL")


def _kind(member: Actor | Place) -> int:
    """States, groups and bodies, persons; «المسلحون» and «الدولة المضيفة» are none of them."""
    if member.name in names_of("country"):
        return STATE
    if not isinstance(member, Actor):
        return PLACE if member.name_en or member.country else UNKNOWN
    if member.name in names_of("group") or member.name in names_of("organization") or _is_army(member):
        return GROUP
    return PERSON if member.name in names_of("person") else UNKNOWN

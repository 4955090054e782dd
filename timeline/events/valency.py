"""Frames: what a word of an act asks for, in one notation (lexicon/ar/frames/).

    "قصف" = "agent:armed, target:target; example: قصفت المدفعية حي الزهور"

The first slot without a preposition is the subject, the second the object; a slot with prepositions is brought by
them. How
a role is realized (active, passive, participle, verbal noun, light verb, relative clause) is grammar and stands
once, in
`timeline.events.filling`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from importlib import resources
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from timeline.errors import TimelineError
from timeline.events.model import Codes, EventType
from timeline.syntax.lexicon import Lemma
from timeline.syntax.lexicon import words as lexicon
from timeline.text.spelling import fold

FILES = {
    EventType.MEETING: "meetings.toml",
    EventType.OFFENSIVE: "offensives.toml",
    EventType.STATEMENT: "statements.toml",
}
ROLES = (
    "agent", "target", "participant", "host", "speaker", "addressee", "destination", "location", "topic", "content",
    "theme", "act", "refused",
)  # fmt: skip
#: Unions of classes that slots may name.
UNIONS: dict[str, frozenset[str]] = {
    "actor": frozenset(("person", "people", "force", "body", "media", "state")),
    "armed": frozenset(("force", "state", "weapon", "vehicle", "person", "people", "body")),
    "speaker": frozenset(("person", "people", "force", "body", "media", "state", "document", "gathering", "speech")),
    "target": frozenset(
        ("person", "people", "force", "body", "state", "place", "building", "vehicle", "weapon", "thing", "media")
    ),
    "site": frozenset(("place", "building", "state")),
}
FLAGS = frozenset(("weak", "plural", "perfective", "known", "urged", "befalls"))


@frozen
class Slot:
    """A part of a frame: who or what fills it, brought by which prepositions (none: subject or object)."""

    role: str
    prepositions: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    required: bool = False
    barred: frozenset[str] = frozenset()

    def admits(self, classes: frozenset[str]) -> bool:
        """Whether a filler of these classes may stand there; nothing known is admitted."""
        fits = not self.classes or not classes or not self.classes.isdisjoint(classes)
        return fits and self.barred.isdisjoint(classes)


@frozen(eq=False)
class Frame:
    """One sense of a word: its type and kind, its slots, and the words that have to stand with it («عملية عسكرية»)."""

    name: str
    type: EventType
    subtype: str
    slots: tuple[Slot, ...]
    company: tuple[str, ...] = ()
    weak: bool = False
    plural: bool = False
    example: str = ""
    silent: str = ""
    verbal: bool = True  # its first word is a verb: nouns have it as its verbal nouns only
    perfective: bool = False  # going on it is a state: «المناطق التي يسيطر عليها»
    known: bool = False  # definite it is one that everybody knows of, whatever is told of it: «الحرب»
    urged: bool = False  # the genitive of its verbal noun is who is told: «حث تركيا على»
    befalls: bool = False  # the genitive of its verbal noun is whom it is on: «استهداف القوات»
    notation: str = ""  # its slots as the lexicon has them
    subject: Slot | None = field(init=False)
    undergoer: Slot | None = field(init=False)

    @subject.default
    def _subject(self) -> Slot | None:
        return next((slot for slot in self.slots if not slot.prepositions), None)

    @undergoer.default
    def _object(self) -> Slot | None:
        return next((slot for slot in [each for each in self.slots if not each.prepositions][1:]), None)

    def by(self, preposition: str) -> Slot | None:
        """The slot that a preposition brings."""
        return next((slot for slot in self.slots if preposition in slot.prepositions), None)

    def role(self, name: str) -> Slot | None:
        """The first slot of a role."""
        return next((slot for slot in self.slots if slot.role == name), None)


@define(eq=False)
class Frames:
    """All frames by the first word of their name (folded), and what each kind means in other schemes."""

    entries: dict[str, list[Frame]] = field(factory=dict)
    kinds: dict[str, tuple[str | None, Codes]] = field(factory=dict)
    _of: dict[Lemma, tuple[Frame, ...]] = field(factory=dict, init=False)  # no more than the dictionary has words

    def of(self, lemma: Lemma) -> tuple[Frame, ...]:
        """The frames of a word: of a verb those of verbs, of a verbal noun those of its verbs too, of a noun its own.

        Those with most company come first, then those of the word as it is spelled: «ذكّر» before «ذكر».
        """
        found = self._of.get(lemma)
        if found is None:
            each = list(self._named(lemma, verbal=lemma.part == "verb"))
            for verb in verbs_of(lemma):
                each += self._named(verb, verbal=True)
            found = self._of[lemma] = tuple(dict.fromkeys(each))
        return found

    def _named(self, lemma: Lemma, *, verbal: bool) -> list[Frame]:
        fitting = [f for f in self.entries.get(lemma.key, ()) if f.verbal is verbal and _is_of(lemma, f)]
        return sorted(fitting, key=partial(_rank, lemma))

    def all(self) -> Iterator[Frame]:
        """Every frame once."""
        for frames in self.entries.values():
            yield from frames


def _is_of(lemma: Lemma, frame: Frame) -> bool:
    """Whether a frame is of this word and not of another that is spelled alike: «عرض» offers, «عرّض» exposes."""
    name = frame.name.split()[0]
    alike = lexicon().verbs.get(lemma.key, ()) if frame.verbal else ()
    return name == lemma.name or all(each.name != name for each in alike)


def _rank(lemma: Lemma, frame: Frame) -> tuple[int, bool]:
    return -len(frame.company), frame.name.split()[0] != lemma.name


def verbs_of(lemma: Lemma) -> list[Lemma]:
    """The verbs of a verbal noun, also where the dictionary has it as a noun of its own: «اغتيالات»."""
    if lemma.part == "verb":
        return []
    if lemma.verb is not None:
        return [lemma.verb]
    if "violence" not in lemma.classes:
        return []  # «أبحاث» are no talks
    return [
        each.verb for each in lexicon().nouns.get(lemma.key, ()) if each.verb is not None and each.name == lemma.name
    ]


def slot(text: str, where: str) -> Slot:
    """Read one slot: «على|ضد target:place|building!»; «content:masdar|-violence» admits no violence.

    Raises
    ------
    TimelineError
        if it is of another form, naming it and the frame
    """
    required = text.endswith("!")
    text = text.removesuffix("!").strip()
    prepositions: tuple[str, ...] = ()
    said, _, classes = text.partition(":")
    words = said.split()
    if not words or words[-1] not in ROLES:
        raise TimelineError(f"{where}: {text!r} is no slot; its role has to be one of {', '.join(ROLES)}")
    if len(words) > 1:
        prepositions = tuple(fold(each) for each in " ".join(words[:-1]).split("|"))
    wanted: frozenset[str] = frozenset()
    barred: set[str] = set()
    for each in filter(None, (part.strip() for part in classes.split("|"))):
        if each.startswith("-"):
            barred.add(each[1:])
        else:
            wanted |= UNIONS.get(each, frozenset((each,)))
    return Slot(words[-1], prepositions, wanted, required, frozenset(barred))


def read_frame(name: str, value: str, kind: EventType, subtype: str) -> Frame:
    """Read one frame from its line."""
    where = f"frame {name!r} ({kind.value}, {subtype})"
    parts = [part.strip() for part in value.split(";")]
    slots = tuple(slot(each.strip(), where) for each in parts[0].split(",") if each.strip())
    flags = {part for part in parts[1:] if ":" not in part and part}
    if not flags <= FLAGS:
        raise TimelineError(f"{where}: {min(flags - FLAGS)!r} is no flag; accepted: {', '.join(sorted(FLAGS))}")
    said = {key.strip(): text.strip() for key, _, text in (part.partition(":") for part in parts[1:] if ":" in part)}
    words = fold(name).split()
    return Frame(
        name, kind, subtype, slots, tuple(words[1:]), "weak" in flags, "plural" in flags,
        said.get("example", ""), said.get("not", ""), words[0] in lexicon().verbs, "perfective" in flags,
        "known" in flags, "urged" in flags, "befalls" in flags, parts[0],
    )  # fmt: skip


def _read(name: str) -> dict[str, Any]:
    source = resources.files("timeline.lexicon") / "ar" / "frames" / name
    return tomllib.loads(source.read_text("utf-8"))


def _add(made: Frames, kind: EventType, tables: Mapping[str, Any]) -> None:
    for subtype, table in tables.items():
        made.kinds[subtype] = (
            table.get("stance"),
            Codes(
                table.get("plover_event"), table.get("plover_mode"), table.get("plover_context"), table.get("cameo"),
                table.get("acled"),
            ),
        )  # fmt: skip
        for name, values in table.get("frames", {}).items():
            for value in [values] if isinstance(values, str) else values:
                frame = read_frame(name, value, kind, subtype)
                made.entries.setdefault(fold(name).split()[0], []).append(frame)


@cache
def frames() -> Frames:
    """The frames as they come with the package."""
    return build()


def build(additions: Iterable[Path] = ()) -> Frames:
    """Read the frames, with further files of frames under ``[meeting.…]``, ``[offensive.…]``, ``[statement.…]``.

    Raises
    ------
    TimelineError
        if a file is no TOML, or a frame not of the form, naming it
    """
    made = Frames()
    for kind, file in FILES.items():
        _add(made, kind, _read(file))
    for path in additions:
        try:
            data = tomllib.loads(Path(path).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise TimelineError(f"{path}: not read as a lexicon ({error}); it has to be TOML in UTF-8") from error
        for kind in EventType:
            _add(made, kind, data.get(kind.value, {}))
    for entries in made.entries.values():
        entries.sort(key=lambda frame: -len(frame.company))
    return made


# ---- governors and light verbs
# ----------------------------------------------------------------------------------------


@frozen
class Governor:
    """A word and what it does to the act that it governs: «اعتزم» plans its object or its «أن»."""

    name: str
    effect: str
    functions: frozenset[str]  # object, subject, of, أن, prepositions; empty: any
    company: tuple[str, ...] = ()


@frozen
class Light:
    """A verb that lends its subject and objects to a noun of act: «شن»: subject=agent, object=act.

    A second word of its name is its object, and the noun of act stands with that: «أعلن مسؤوليته عن الهجوم».
    """

    name: str
    roles: tuple[tuple[str, str], ...]  # (function, role)

    @property
    def carries(self) -> str:
        """The function in which the noun of act stands."""
        return next((function for function, role in self.roles if role == "act"), "object")

    @property
    def company(self) -> str:
        """The object that the noun of act stands with, folded; empty where it stands with the verb itself."""
        return fold(self.name.partition(" ")[2])


@cache
def governors() -> dict[str, tuple[Governor, ...]]:
    """The governors by the first word of their name (folded)."""
    found: dict[str, list[Governor]] = {}
    for effect, table in _read("governors.toml").items():
        for name, value in table.items():
            if not isinstance(value, str):
                continue
            functions = value.partition(";")[0].replace("|", " ").replace(",", " ").split()
            words = fold(name).split()
            found.setdefault(words[0], []).append(
                Governor(name, effect, frozenset(map(fold, functions)), tuple(words[1:]))
            )
    return {key: tuple(values) for key, values in found.items()}


@cache
def background_prepositions() -> frozenset[str]:
    """Prepositions whose act is only referred to: «منذ الهجوم», «في أعقاب القصف»."""
    return frozenset(map(fold, _read("governors.toml").get("refers", {}).get("prepositions", {})))


@cache
def words_of_plan() -> tuple[str, ...]:
    """Adjectives that put an act ahead: «المقبل», «المرتقب»."""
    return tuple(_read("governors.toml").get("plans", {}).get("adjectives", {}))


@cache
def openers_of_plan() -> tuple[str, ...]:
    """What opens a clause of plan: «على أن»."""
    return tuple(_read("governors.toml").get("plans", {}).get("openers", {}))


@cache
def light_verbs() -> dict[str, tuple[Light, ...]]:
    """The light verbs by their folded past."""
    return _lights("light")


@cache
def claims() -> dict[str, tuple[Light, ...]]:
    """The verbs whose object a noun of act stands with, by their folded past: «أعلن مسؤوليته عن الهجوم»."""
    return _lights("claims")


def _lights(table: str) -> dict[str, tuple[Light, ...]]:
    found: dict[str, list[Light]] = {}
    for name, values in _read("light.toml").get(table, {}).items():
        for value in [values] if isinstance(values, str) else values:
            pairs = [part.strip().partition("=") for part in value.partition(";")[0].split(",")]
            roles = tuple((fold(function.strip()), role.strip()) for function, _, role in pairs)
            found.setdefault(fold(name.partition(" ")[0]), []).append(Light(name, roles))
    return {key: tuple(each) for key, each in found.items()}

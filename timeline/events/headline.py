"""Headlines written from what an event is, as a newspaper writes them: «غارات إسرائيلية على مطار التيفور».

No snippet of the sentence: who, what, whom and where by their names, in the lines of
``timeline/lexicon/ar/headlines.toml``. What somebody says stands behind a colon where it stands by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from timeline.events.model import Actor, Event, EventType, Place
from timeline.lexicon.gazetteer import names_of
from timeline.lexicon.names import weekday_names
from timeline.text.spelling import fold

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_SIGNS = re.compile(r"[#\"“”«»()\[\]…]+")
_MOST = 3  # so many names in a slot; more is no headline
_SHORTEST = 3
_FEMININE = "ة"
_AND, _TO, _TO_THE, _THE = "و", "ل", "لل", "ال"


@frozen
class Line:
    """A headline in both languages; ``en`` is empty where a name has no English one."""

    ar: str
    en: str


@cache
def patterns() -> dict[str, Any]:
    """The lines of ``headlines.toml``."""
    return tomllib.loads((files("timeline.lexicon") / "ar" / "headlines.toml").read_text("utf-8"))


def headline(event: Event, content: str = "", *, width: int | None = None) -> Line:
    """One line for an event: «قمة بوتين وأردوغان في أنقرة», "Vladimir Putin and Recep Tayyip Erdogan meet in Ankara".

    Parameters
    ----------
    event
        any event; its actors, places, kind and toll are read
    content
        what a statement says, if the report gives it in words; taken where it stands by itself
    width
        at most so many characters; the setting of the file by default
    """
    table = patterns().get(event.subtype) or patterns()[_PLAIN[event.type]]
    said = alone(content) if content else ""
    cast = _cast(event)
    room = width or patterns()["width"]
    return Line(_write(table["ar"], _arabic(cast, said), room), _write(table["en"], _english(cast), 2 * room))


_PLAIN = {EventType.MEETING: "meeting", EventType.OFFENSIVE: "assault", EventType.STATEMENT: "statement"}


def _write(lines: Sequence[str], fill: Callable[[str, str], str], width: int) -> str:
    """The fullest line whose slots are all filled and that is short enough; the plainest fits always."""
    filled: dict[str, str] = {}
    for line in lines:
        slots = _slots(line)
        for slot, name, form in slots:
            if slot not in filled:
                filled[slot] = fill(name, form)
            if not filled[slot]:
                break
        else:
            text = line
            for slot, _, _ in slots:
                text = text.replace(slot, filled[slot])
            if len(text) <= width:
                return text
    return lines[-1]


@cache
def _slots(line: str) -> tuple[tuple[str, str, str], ...]:
    """The slots of a line: as they are written, the name, the form."""
    return tuple((match[0], match[1], match[2] or "") for match in _SLOT.finditer(line))


# ---- who fills a slot


@frozen
class _Cast:
    """The names of an event by slot."""

    slots: Mapping[str, Sequence[Actor]]
    places: Sequence[Place]
    dead: str


def _cast(event: Event) -> _Cast:
    everyone = [actor for actor in event.actors if actor.name_en or _stands(actor.name)]
    known = [actor for actor in everyone if actor.is_identified]
    roles = ("agent", "target", "participant", "host", "speaker", "addressee")
    by_role = {role: _one_for_each_state(_of_role(known, everyone, role)) for role in roles}
    hosts = by_role["host"]
    guests = [each for each in by_role["participant"] if not hosts or not _same_side(each, hosts[0])]
    if event.subtype == "visit":  # who is at home does not visit
        home = {place.country for place in event.places if place.role != "topic" and place.country}
        guests = [each for each in guests if each.country not in home] or ([] if home else guests)
    people = [*hosts, *guests]
    located = [place for place in event.places if place.role != "topic" and _stands(place.name)]
    topics = [place for place in event.places if place.role == "topic" and _stands(place.name)]
    attackers = {actor.name for actor in by_role["agent"]}
    target = [each for each in by_role["target"] if not any(_one_name(each.name, name) for name in attackers)]
    sides = by_role["agent"] if len(by_role["agent"]) == 2 else [*by_role["agent"][:1], *target[:1]]
    slots: dict[str, Sequence[Actor]] = {
        "agent": by_role["agent"],
        "target": target[:2],
        "about": target[:1],
        "speaker": by_role["speaker"][:1],
        "host": hosts[:1],
        "met": hosts[:1],
        "guests": guests,
        "people": people if len(people) > 1 else (),
        "person": people[:1],
        "visitor": guests[:1] if hosts else (),
        "sides": sides if len(sides) == 2 else (),
    }
    dead = event.dead[0] if event.dead else None
    return _Cast(
        slots,
        _where(located, target) or (topics[:1] if event.type is EventType.STATEMENT else []),
        str(dead.low) if dead and dead.low > 2 else "",
    )


def _where(located: Sequence[Place], target: Sequence[Actor]) -> Sequence[Place]:
    """The place that adds something: not the target itself, nor its state, nor a town of the state that is struck."""
    names = {actor.name for actor in target}
    struck = {actor.country for actor in target if _is_state(actor.name)}
    states = {actor.country for actor in target}
    outside = [
        place for place in located
        if place.name not in names and place.country not in struck
        and not (_is_state(place.name) and place.country in states)
    ]  # fmt: skip
    return ([place for place in outside if _is_named(place)] or outside)[:1]


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the other, shortened: «التحالف» and «التحالف العربي»."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _same_side(one: Actor, other: Actor) -> bool:
    return one.name == other.name or (one.country is not None and one.country == other.country)


def _of_role(known: Sequence[Actor], everyone: Sequence[Actor], role: str) -> list[Actor]:
    return [actor for actor in known if actor.role == role] or [actor for actor in everyone if actor.role == role]


def _is_named(place: Place) -> bool:
    return bool(place.name_en or place.wikidata or place.country)


def _one_for_each_state(actors: Iterable[Actor]) -> list[Actor]:
    """Of each state the one that is named first, a person before the state: «ماكرون», not «ماكرون وفرنسا»."""
    found: dict[str, Actor] = {}
    for actor in actors:
        key = actor.country or actor.name
        if key not in found or (_is_state(found[key].name) and not _is_state(actor.name)):
            found[key] = actor
    return list(found.values())[:_MOST]


def _is_state(name: str) -> bool:
    return name in names_of("country")


@cache
def _adjectives() -> dict[str, str]:
    """The adjective of a state by its code: ISR is «إسرائيلي»."""
    rows = tomllib.loads((files("timeline.lexicon") / "ar" / "events" / "countries.toml").read_text("utf-8"))
    return {code: row["nisba"][0] for code, row in rows.items() if isinstance(row, dict) and row.get("nisba")}


# ---- Arabic


def _arabic(cast: _Cast, said: str) -> Callable[[str, str], str]:
    def fill(slot: str, form: str) -> str:
        if slot == "content":
            return said
        if slot == "dead":
            return cast.dead
        if slot == "place" or (slot == "about" and not cast.slots["about"]):
            return clean(cast.places[0].name) if cast.places else ""
        actors = cast.slots.get(slot, ())
        if not actors:
            return ""
        if form in ("m", "f"):
            return _by(actors, form)
        if form == "to":
            return _behind_to(_joined(actors))
        return _joined(actors, subject=slot == "speaker")

    return fill


def clean(name: str) -> str:
    """A name as a headline prints it: no sign of other media, no quotes."""
    return " ".join(_SIGNS.sub(" ", name.replace("_", " ")).split())


def _joined(actors: Sequence[Actor], *, subject: bool = False) -> str:
    """«بوتين وأردوغان»: behind a noun or a preposition, so «الحوثيين»; the speaker before the colon stays as he is."""
    names = [clean(actor.name) if subject else _oblique(actor) for actor in actors]
    return f" {_AND}".join(filter(None, names))


def _oblique(actor: Actor) -> str:
    words = clean(actor.name).split()
    person = actor.code is not None and actor.country is not None and len(words) > 1 and not words[0].startswith(_THE)
    if person or _is_state(actor.name):
        return " ".join(words)
    return " ".join(word[:-2] + "ين" if len(word) > 4 and word.endswith("ون") else word for word in words)


def _behind_to(name: str) -> str:
    """«للجيش», «لروسيا»."""
    return _TO_THE + name[2:] if name.startswith(_THE) and len(name) > 4 else _TO + name


def _by(actors: Sequence[Actor], gender: str) -> str:
    """States by their adjectives, «إسرائيلية», others behind «ل»."""
    adjectives = _adjectives()
    if all(_is_state(actor.name) and actor.country in adjectives for actor in actors):
        ending = "ة" if gender == "f" else ""
        return f" {_AND}".join(
            " ".join(word + ending for word in adjectives[str(actor.country)].split()) for actor in actors
        )
    return _behind_to(_joined(actors))


@cache
def _meant() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold, words)) for name, words in patterns()["meant"].items()}


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, weekday_names()))


def _needs_the_day(word: str) -> bool:
    """Whether only the day of printing explains a (folded) word."""
    return word in _meant()["deictic"] or word in _weekdays()


def _stands(name: str) -> bool:
    """Whether a name can stand in a line: «حكومة هذا البلد» cannot."""
    return not any(map(_needs_the_day, fold(clean(name)).split()))


def _leads_back(word: str, printed: str) -> bool:
    """Whether a (folded) word ends in a pronoun: «قواتها»; not «مدينة», which ends alike when folded."""
    return len(word) > _SHORTEST and word.endswith(tuple(_meant()["pronouns"])) and not printed.endswith(_FEMININE)


def alone(content: str) -> str:
    """What is said, if it stands by itself: no pronoun that leads out of it, no day that only the printing explains.

    >>> alone("الحرب انتهت")
    'الحرب انتهت'
    >>> alone("قواتها ستنسحب غدا")
    ''
    """
    text = clean(content).strip(" .،؛:!؟-")
    words = fold(text.replace("،", " ")).split()
    meant = _meant()
    if not len(words) >= 2 or len(text) > patterns()["width"] or any(sign in text for sign in ".؟!؛:\n"):
        return ""
    if words[0] in meant["leading"] or any(map(_needs_the_day, words)):
        return ""
    printed = text.replace("،", " ").split()
    if any(_leads_back(word, shown) for word, shown in zip(words, printed, strict=False)):
        return ""
    return text


# ---- English


def _english(cast: _Cast) -> Callable[[str, str], str]:
    def fill(slot: str, form: str) -> str:
        del form
        if slot == "dead":
            return cast.dead
        if slot == "place" or (slot == "about" and not cast.slots["about"]):
            return (cast.places[0].name_en or "") if cast.places else ""
        names = [actor.name_en or "" for actor in cast.slots.get(slot, ())]
        if not names or not all(names):
            return ""
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    return fill

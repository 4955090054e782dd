"""Headlines written from what an event is, as a newspaper writes them: «غارات إسرائيلية على مطار التيفور».

No snippet of the sentence: who, what, whom and where by their names, in the lines of
``timeline/lexicon/ar/headlines.toml``. What somebody says stands behind a colon where it stands by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
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
    table = patterns().get(called(event) or event.subtype) or patterns()[_PLAIN[event.type]]
    said = alone(content) if content else ""
    cast = _cast(event)
    room = width or patterns()["width"]
    status = _status(event)
    return Line(
        _write(table["ar"], (_arabic(cast, said), _arabic(cast, said, short=True)), room - len(status.ar)) + status.ar,
        _write(table["en"], (_english(cast),), 2 * room - len(status.en)) + status.en,
    )


def _status(event: Event) -> Line:
    """What a line has to add about an act that did not take place, or not yet: «(مقرر)»."""
    words = patterns()["status"].get(event.modality.value)
    if words is None or event.type is EventType.STATEMENT:
        return Line("", "")
    return Line(f" ({words[0]})", f" ({words[1]})")


def called(event: Event) -> str:
    """The lines for what most tellings call it, where a kind has several: «إطلاق نار» is no «قصف»."""
    words: Counter[str] = Counter()
    for each in event.tellings or (event,):
        for mention in each.mentions[:1]:
            if mention.reading is not None and each.subtype == event.subtype:
                words[_frames().get(mention.reading.frame.partition(":")[0], "")] += 1
    most = max(words.values(), default=0)
    return next((lines for lines in sorted(words) if words[lines] == most), "")


@cache
def _frames() -> dict[str, str]:
    return {frame: lines for lines, each in patterns()["called"].items() for frame in each}


_PLAIN = {EventType.MEETING: "meeting", EventType.OFFENSIVE: "assault", EventType.STATEMENT: "statement"}


def _write(lines: Sequence[str], ways: Sequence[Callable[[str, str], str]], width: int) -> str:
    """The fullest line whose slots are all filled and that is short enough, names whole or short; the plainest fits."""
    filled: list[dict[str, str]] = [{} for _ in ways]
    for line in lines:
        for fill, known in zip(ways, filled, strict=True):
            text = _filled(line, fill, known)
            if not text:
                break  # nobody for a slot, however he is called
            if len(text) <= width:
                return text
    return lines[-1]


def _filled(line: str, fill: Callable[[str, str], str], known: dict[str, str]) -> str:
    text = line
    for slot, name, form in _slots(line):
        if slot not in known:
            known[slot] = fill(name, form)
        if not known[slot]:
            return ""
        text = text.replace(slot, known[slot])
    return text


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
        visited = [place for place in event.places if place.role == "destination" and place.country] or [
            place for place in event.places if place.role == "location" and place.country
        ]
        home = {place.country for place in visited}
        abroad = any(_is_state(place.name) or place.name in names_of("capital") for place in visited)
        guests = [each for each in guests if each.country not in home] or ([] if abroad else guests)
    people = [*hosts, *guests]
    met = EventType.MEETING  # who met whom needs no «القاعة»
    standing = [place for place in event.places if place.name_en or _stands(place.name)]
    located = [place for place in standing if place.role != "topic" and (event.type is not met or _is_named(place))]
    topics = [place for place in standing if place.role == "topic"]
    attackers = {actor.name for actor in by_role["agent"]}
    target = [each for each in by_role["target"] if not any(_one_name(each.name, name) for name in attackers)]
    where = {place.name for place in event.places}
    fought = [each for each in target if each.name not in where]  # «اشتباكات في عفرين», not with it
    sides = by_role["agent"] if len(by_role["agent"]) == 2 else [*by_role["agent"][:1], *fought[:1]]
    envoys = [each for each in people if each.name.split()[0] in _envoys()]
    slots: dict[str, Sequence[Actor]] = {
        "envoy": envoys[:1],
        "summoner": [each for each in people if each not in envoys and not _same_side(each, envoys[0])][:1]
        if envoys
        else (),
        "agent": by_role["agent"],
        "target": fought[:2]
        if event.subtype == "clash"
        else target[:1]
        if target and target[0].name in where
        else target[:2],
        "about": target[:1],
        "speaker": by_role["speaker"][:1],
        "host": hosts[:1],
        "met": hosts[:1],
        "guests": guests,
        "people": people if len(people) > 1 else (),
        "person": (guests or people)[:1] if event.subtype == "visit" else people[:1],
        "visitor": guests[:1] if hosts else (),
        "sides": sides if len(sides) == 2 else (),
    }
    dead = event.dead[0] if event.dead else None
    return _Cast(
        slots,
        _where(_not_all(located, people), target) or (topics[:1] if event.type is EventType.STATEMENT else []),
        str(dead.low) if dead and dead.low > 2 else "",
    )


def _not_all(located: Sequence[Place], people: Sequence[Actor]) -> Sequence[Place]:
    """Where they met: «بين مصر والسودان» are two who meet and no two places."""
    names = {actor.name for actor in people}
    return [place for place in located if place.name not in names]


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


@cache
def _surnames() -> dict[str, str]:
    """«نتنياهو» for «بنيامين نتنياهو»: what newspapers print alone, where it is no common word."""
    rows = tomllib.loads((files("timeline.lexicon") / "ar" / "events" / "persons.toml").read_text("utf-8"))
    found = {}
    for name, row in rows.items():
        if isinstance(row, dict):
            ends = [each for each in row.get("aliases", ()) if name.endswith(f" {each}")]
            alone = [each for each in ends if each not in row.get("common", ())]
            if alone:
                found[name] = min(alone, key=len)
    return found


# ---- Arabic


def _arabic(cast: _Cast, said: str, *, short: bool = False) -> Callable[[str, str], str]:
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
            return _by(actors, form, short=short)
        if form == "to":
            return _behind_to(_joined(actors, short=short))
        return _joined(actors, subject=slot == "speaker", short=short)

    return fill


def clean(name: str) -> str:
    """A name as a headline prints it: no sign of other media, no quotes."""
    return " ".join(_SIGNS.sub(" ", name.replace("_", " ")).split())


def _joined(actors: Sequence[Actor], *, subject: bool = False, short: bool = False) -> str:
    """«بوتين وأردوغان»: behind a noun or a preposition, so «الحوثيين»; the speaker before the colon stays as he is."""
    whole = [clean(actor.name) if subject else _oblique(actor) for actor in actors]
    names = [_surnames().get(actor.name, name) if short else name for actor, name in zip(actors, whole, strict=True)]
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


def _by(actors: Sequence[Actor], gender: str, *, short: bool) -> str:
    """States by their adjectives, «إسرائيلية», others behind «ل»."""
    adjectives = _adjectives()
    if all(_is_state(actor.name) and actor.country in adjectives for actor in actors):
        ending = "ة" if gender == "f" else ""
        return f" {_AND}".join(
            " ".join(word + ending for word in adjectives[str(actor.country)].split()) for actor in actors
        )
    return _behind_to(_joined(actors, short=short))


@cache
def _meant() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold, words)) for name, words in patterns()["meant"].items()}


@cache
def _envoys() -> frozenset[str]:
    return frozenset(patterns()["meant"]["envoys"])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, weekday_names()))


def _needs_the_day(word: str) -> bool:
    """Whether only the day of printing explains a (folded) word."""
    return word in _meant()["deictic"] or word in _weekdays()


def _stands(name: str) -> bool:
    """Whether a name can stand in a line: «حكومة هذا البلد» cannot, nor «قادتها»."""
    words = clean(name).split()
    folded = fold(" ".join(words)).split()
    if any(map(_needs_the_day, folded)):
        return False
    return not any(_leads_back(word, shown) for word, shown in zip(folded, words, strict=False))


def _leads_back(word: str, printed: str) -> bool:
    """Whether a (folded) word ends in a pronoun: «قواتها»; not «مدينة», which ends alike when folded."""
    if len(word) <= _SHORTEST or printed.endswith(_FEMININE) or not word.endswith(tuple(_meant()["pronouns"])):
        return False
    return not any(word in (own, f"{_THE}{own}") or word[1:] == own for own in _meant()["no_pronoun"])


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

"""Who and what a headline can name: people, sides and places by kind of act, and only names that stand alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from attrs import evolve, frozen

from timeline.events.counterparts import by_office
from timeline.events.model import Actor, Event, EventType, Place, Toll
from timeline.lexicon.gazetteer import names_of
from timeline.lexicon.names import weekday_names
from timeline.syntax.agreement import MANY, of_adjective, of_noun
from timeline.syntax.analyse import vocabulary
from timeline.text.spelling import fold

_SIGNS = re.compile(r"[#\"“”«»()\[\]…]+")
_MOST = 3  # so many names in a slot; more is no headline
_SHORTEST = 3
_FEMININE, _THE = "ة", "ال"
_FEW = 2  # so many dead are no figure for a headline


@cache
def patterns() -> dict[str, Any]:
    """The lines of ``headlines.toml``."""
    return tomllib.loads((files("timeline.lexicon") / "ar" / "headlines.toml").read_text("utf-8"))


@frozen
class Billing:
    """The names of an event by slot."""

    slots: Mapping[str, Sequence[Actor]]
    places: Sequence[Place]
    dead: int
    without_end: bool = False  # «العشرات»


def billing(event: Event) -> Billing:
    """Who and what can fill the slots of the lines for an event."""
    actors = [by_office(actor, event.actors) for actor in event.actors]
    everyone = [actor for actor in actors if actor.name_en or stands(actor.name)]
    places = [place for place in event.places if place.name_en or stands(place.name)]
    located = [place for place in places if place.role != "topic"]
    if event.type is EventType.MEETING:
        slots, people = _of_a_meeting(event, everyone)
        names = {actor.name for actor in people}  # «بين مصر والسودان» are two who meet and no two places
        where = [place for place in located if _is_named(place) and place.name not in names]
        return Billing(slots, _where(where, ()), 0)
    if event.type is EventType.OFFENSIVE:
        slots = _of_an_attack(event, everyone)
        dead = event.dead[0].low if event.dead else 0
        if event.subtype in _HARM:
            counts = dead > _FEW and event.subtype == _KILLING
            slots["target"] = _harmed(slots["target"], event.dead[0] if counts else None)
        without_end = bool(event.dead) and event.dead[0].high is None
        return Billing(slots, _where(located, slots["about"]), dead if dead > _FEW else 0, without_end)
    target = _of_role(everyone, "target")
    slots = {"speaker": _of_role(everyone, "speaker")[:1], "target": target[:2], "about": target[:1]}
    return Billing(slots, _where([place for place in places if place.role == "topic"], target), 0)


def _of_a_meeting(event: Event, everyone: Sequence[Actor]) -> tuple[dict[str, Sequence[Actor]], Sequence[Actor]]:
    hosts, guests = _of_role(everyone, "host"), _of_role(everyone, "participant")
    guests = [each for each in guests if not hosts or not _same_side(each, hosts[0])]
    visit = event.subtype == "visit"
    if visit:
        guests = _from_elsewhere(event, guests)
    people = [*hosts, *guests]
    envoys = [each for each in people if each.name.partition(" ")[0] in envoy_words()]
    summon = [each for each in people if envoys and each not in envoys and not _same_side(each, envoys[0])]
    slots: dict[str, Sequence[Actor]] = {
        "host": hosts[:1],
        "met": hosts[:1],
        "guests": guests,
        "people": people if len(people) > 1 else (),
        "person": (guests or people)[:1] if visit else people[:1],
        "visitor": guests[:1] if hosts else (),
        "envoy": envoys[:1],
        "summoner": summon[:1],
    }
    return slots, people


def _from_elsewhere(event: Event, guests: Sequence[Actor]) -> list[Actor]:
    """Who is at home does not visit, if not a town of his own country."""
    visited = [place for place in event.places if place.role == "destination" and place.country] or [
        place for place in event.places if place.role == "location" and place.country
    ]
    home = {place.country for place in visited}
    abroad = any(is_state(place.name) or place.name in names_of("capital") for place in visited)
    return [each for each in guests if each.country not in home] or ([] if abroad else list(guests))


def _of_an_attack(event: Event, everyone: Sequence[Actor]) -> dict[str, Sequence[Actor]]:
    agents, struck = _of_role(everyone, "agent"), _of_role(everyone, "target")
    target = [each for each in struck if not any(_one_name(each.name, agent.name) for agent in agents)]
    where = {place.name for place in event.places}
    fought = [each for each in target if each.name not in where]  # «اشتباكات في عفرين», not with it
    sides = agents if len(agents) == 2 else [*agents[:1], *fought[:1]]
    people = _of_role(everyone, "participant")
    whom = fought if event.subtype == "clash" else target
    if event.subtype == "seizure":  # a town is taken, not whom it was taken from
        whom = [each for each in target if each.name in where or each.is_identified]
    return {
        "agent": agents,
        "target": whom[:1] if whom and whom[0].name in where else whom[:2],
        "about": target[:1],
        "sides": sides if len(sides) == 2 else people if len(people) == 2 and not agents else (),
    }


def _harmed(whom: Sequence[Actor], dead: Toll | None) -> list[Actor]:
    """Who was killed, by their number if it is told of them: «5 جنود», «عناصر من الشرطة»; who cannot be said, not."""
    if len(whom) != 1 or dead is None:
        return [_members(actor) for actor in whom if dead is None or actor.is_identified]
    counted = _counted(whom[0], dead)
    return [counted] if counted is not None else []


def _members(actor: Actor) -> Actor:
    """«فلسطينيين» and no state, «عناصر من الشرطة» and no police."""
    text = clean(actor.text)
    if is_state(actor.name) and fold(text) != fold(actor.name) and stands(text):
        return evolve(actor, name=text, name_en=None)
    if _is_body(actor):
        arabic, english = patterns()["members"]
        named = english.format(actor.name_en) if actor.name_en else None
        return evolve(actor, name=arabic.format(actor.name), name_en=named)
    return actor


def _is_body(actor: Actor) -> bool:
    """A body of many: «الشرطة», «حماس»."""
    known = actor.name in names_of("group") or actor.name in names_of("organization")
    return known or actor.name.partition(" ")[0] in patterns()["meant"]["bodies"]


def _counted(actor: Actor, dead: Toll) -> Actor | None:
    """«3 من رجال الشرطة», «27 طفلا», «5 من عناصر حماس»; a name as it is, and nobody where it cannot be counted so."""
    vague = patterns()["vague"].get(str(dead.low)) if dead.high is None else None
    number = vague[0] if vague is not None else f"{dead.low:,}"
    if _is_body(actor):
        arabic, english = patterns()["of_members"]
        in_english = english.format(number, actor.name_en) if actor.name_en and vague is None else None
        return evolve(actor, name=arabic.format(number, actor.name), name_en=in_english)
    text = clean(actor.text)
    first = text.partition(" ")[0]
    if not fold(first):  # signs only, and no word
        return None
    word = vocabulary().form(fold(first))
    known = bool(actor.name_en or actor.wikidata) and not is_state(actor.name)
    if known or not stands(text) or word.name or word.code in _NAMES:
        return _members(actor)
    several = of_noun(word).number in _SEVERAL or of_adjective(word).number in _SEVERAL
    if any(each.startswith(_THE) for each in text.split()):
        return evolve(actor, name=patterns()["some_of"].format(number, text), name_en=None) if several else None
    shown = first.endswith(("ا", _FEMININE))
    fits = (several, not several and shown, not several)[form_behind(dead.low)]
    return evolve(actor, name=f"{number} {text}", name_en=None) if fits and vague is None else None


_NAMES = "XJM"  # categories of unknown words, names of persons and entities
_SEVERAL = ("plural", MANY)


def form_behind(number: int) -> int:
    """Which form a noun has behind a number: 0 the plural (3 to 10), 1 the accusative (11 to 99), 2 the genitive."""
    rest = number % 100
    return 0 if 3 <= rest <= 10 else 1 if rest > 10 else 2


_KILLING = "killing"
_HARM = frozenset((_KILLING, "assassination"))


def _where(located: Sequence[Place], target: Sequence[Actor]) -> Sequence[Place]:
    """The place that adds something: not the target itself, nor its state, nor a town of the state that is struck."""
    names = {actor.name for actor in target}
    struck = {actor.country for actor in target if is_state(actor.name)}
    states = {actor.country for actor in target}
    if struck:  # «صواريخ على السعودية»: the other state is whence
        located = [place for place in located if not is_state(place.name)]
    outside = [
        place for place in located
        if not any(_holds(place.name, name) for name in names) and place.country not in struck
        and not (is_state(place.name) and place.country in states)
    ]  # fmt: skip
    return ([place for place in outside if _is_named(place)] or outside)[:1]


def _holds(place: str, name: str) -> bool:
    """Whether a place is named by who is struck there: «مواقع الحوثيين», «مقر قوات حفظ السلام»."""
    return name.removesuffix(_NOMINATIVE) in place


_NOMINATIVE = "ون"


def _one_name(one: str, other: str) -> bool:
    """Whether one name is the other, shortened: «التحالف» and «التحالف العربي»."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def _same_side(one: Actor, other: Actor) -> bool:
    return one.name == other.name or (one.country is not None and one.country == other.country)


def _of_role(everyone: Sequence[Actor], role: str) -> list[Actor]:
    """Those of a role, of each state one; who can be told from others before «المسلحون»."""
    of_role = [actor for actor in everyone if actor.role == role]
    if len(of_role) < 2:
        return of_role
    return _one_for_each_state([actor for actor in of_role if actor.is_identified] or of_role)


def _is_named(place: Place) -> bool:
    return bool(place.name_en or place.wikidata or place.country)


def _one_for_each_state(actors: Iterable[Actor]) -> list[Actor]:
    """Of each state the one that is named first, a person before the state: «ماكرون», not «ماكرون وفرنسا»."""
    found: dict[str, Actor] = {}
    for actor in actors:
        key = actor.country or actor.name
        if key not in found or (is_state(found[key].name) and not is_state(actor.name)):
            found[key] = actor
    return list(found.values())[:_MOST]


def is_state(name: str) -> bool:
    """Whether a name is that of a state."""
    return name in names_of("country")


def clean(name: str) -> str:
    """A name as a headline prints it: no sign of other media, no quotes, no short vowels («سندخُل»)."""
    return " ".join(_SIGNS.sub(" ", _VOWELS.sub("", name).replace("_", " ")).split())


_VOWELS = re.compile("[\u064e-\u0650\u0652]")


@cache
def meant() -> dict[str, frozenset[str]]:
    """The word lists of ``headlines.toml``, folded."""
    return {name: frozenset(map(fold, words)) for name, words in patterns()["meant"].items()}


@cache
def envoy_words() -> frozenset[str]:
    """How the name of somebody who can be summoned begins: «السفير البريطاني»."""
    return frozenset(patterns()["meant"]["envoys"])


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, weekday_names()))


def needs_the_day(word: str) -> bool:
    """Whether only the day of printing explains a (folded) word."""
    return word in meant()["deictic"] or word in _weekdays()


def stands(name: str) -> bool:
    """Whether a name can stand in a line: «حكومة هذا البلد» cannot, nor «قادتها»."""
    return _stands(name)


@lru_cache(maxsize=8192)
def _stands(name: str) -> bool:
    words = clean(name).split()
    folded = fold(" ".join(words)).split()
    if any(map(needs_the_day, folded)):
        return False
    return not any(leads_back(word, shown) for word, shown in zip(folded, words, strict=False))


def leads_back(word: str, printed: str) -> bool:
    """Whether a (folded) word ends in a pronoun: «قواتها», «عنه»; not «مدينة», which ends alike when folded."""
    if word in meant()["pronominal"]:
        return True
    if len(word) <= _SHORTEST or printed.endswith(_FEMININE) or not word.endswith(tuple(meant()["pronouns"])):
        return False
    return not any(word in (own, f"{_THE}{own}") or word[1:] == own for own in meant()["no_pronoun"])

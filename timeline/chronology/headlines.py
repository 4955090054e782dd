"""A line for each event that no other event of the timeline has.

The title of a report whose main act it is, where it stands by itself; else the line that
`timeline.events.headline` writes from the frame. Lines that two events share are told apart by place, by day, then by a
number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.chronology.features import Features, features, in_common, words_of
from timeline.chronology.identity import Act, enough_for
from timeline.chronology.likeness import likeness
from timeline.chronology.order import extent, lasts
from timeline.documents.model import Document
from timeline.events.billing import patterns
from timeline.events.headline import alone, headline, writer
from timeline.events.model import EventType
from timeline.lexicon.names import month_names
from timeline.syntax.analyse import sentence
from timeline.text.spelling import fold
from timeline.values.interval import as_datetime

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.events.model import Event
    from timeline.syntax.tree import Node

_HEAD = 500  # characters of a report in which its main act is told
_SURE = 0.75  # beyond what joins a telling: a title that tells another act is a false line


def with_headlines(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """The events, each with a line of its own."""
    return lines_apart([lined(each, documents) for each in events])


def lines_apart(events: Sequence[Event]) -> list[Event]:
    """The events, what several have as their line told apart by their days."""
    made = list(events)
    by_line: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(made):
        by_line[each.headline].append(number)
    taken = set(by_line)
    for line, numbers in by_line.items():
        if len(numbers) > 1:
            counted: Counter[str] = Counter()
            for number in numbers:
                each = made[number]
                made[number] = evolve(each, headline=_apart(line, each, taken, counted))
    return made


def lined(event: Event, documents: Mapping[str, Document]) -> Event:
    """The event with its line: the title of a report, what is said, or what is written from the frame."""
    title = _title(event, documents)
    if not event.tellings and event.headline:
        return evolve(event, headline=title) if title else event
    line = headline(event)
    said = _said(event, documents) if event.type is EventType.STATEMENT and not title else ""
    return evolve(event, headline=title or said or line.ar, headline_en=line.en)


# ---- what is said


def _said(event: Event, documents: Mapping[str, Document]) -> str:
    """What the speaker says, in the words that have most in common with what the other reports quote, if two do."""
    quoted = [(each.mentions[0].document, words) for each in event.tellings if (words := features(each).words)]

    @cache
    def others(told_in: str) -> list[array[int]]:
        return list(islice((words for document, words in quoted if document != told_in), _HEARD))

    best, most, write = "", 0.0, writer(event)
    for each in event.tellings:
        line = next((line for said in _shortened(each.content) if ": " in (line := write(said, None).ar)), "")
        content = line.partition(": ")[2]
        if not content or not _is_clause(content) or not _is_whole(each, documents):
            continue
        words = words_of(content)
        alike = [in_common(words, other) for other in others(each.mentions[0].document)]
        if alike and max(alike) >= _ALSO and sum(alike) > most:
            best, most = line, sum(alike)
    return best


def _shortened(content: str) -> Iterator[str]:
    """What is said, or its first clause, where the next does not turn it: «…، لكن», «…، إذا»."""
    yield content
    first, comma, rest = content.partition("،")
    if comma and rest and fold(rest).split()[0] not in _meant("turns"):
        yield first


_FEWEST = 4  # words
_HEARD = 300  # others whose words a quotation is compared with: who are quoted more often are quoted alike
_ALSO = 0.3  # of the words in common: quoted by another report too


def _is_whole(telling: Event, documents: Mapping[str, Document]) -> bool:
    """Whether nothing stands between who says it and what is said, nor behind it: «من السخف أن …» must not be lost."""
    mention = telling.mentions[0]
    document = documents.get(mention.document)
    if document is None:
        return False
    start = document.text.find(telling.content, mention.sentence[0])
    end = start + len(telling.content)
    behind = document.text[end : end + _NEXT].lstrip(" ").lstrip(_CLOSED).lstrip(" ")
    if start < 0 or behind[:1] not in _ENDING:
        return False  # «"لن تغض الطرف" عن …»
    if start < mention.trigger[0]:
        return True  # «"لن ننسحب"، قال»
    between = document.text[mention.trigger[1] : start]
    words = fold(_QUOTES.sub(" ", between)).split()
    opened = [word for word in words if word in _meant("complementizers")]
    if opened:
        return len(opened) == 1 and words[-1] == opened[0] and opened[0] in _meant("opening")
    named = sum(
        len(document.text[actor.start_char : actor.end_char].split())
        for actor in telling.actors
        if mention.trigger[1] <= actor.start_char < start
    )
    if words and words[-1] in _meant("governing"):
        return False  # «مشيرا إلى "تسارع التطورات"»
    return bool(_QUOTES.search(between[-2:])) and len(words) <= named + _BESIDE


_BESIDE = 1  # a word besides the speaker's name: «قال الرئيس بوتين: …»
_NEXT = 8  # characters behind what is said
_CLOSED = '"”»\u2019)'
_ENDING = ("", ".", "،", "؛", "\n", ":", "!")
_QUOTES = re.compile(r"[\"“”«»:]")


@lru_cache(maxsize=512)
def _is_clause(content: str) -> bool:
    """Whether it says something of somebody: «الحرب انتهت قبل عام», not «تفاصيل الاتفاق الجديد»."""
    if len(content.split()) < _FEWEST:
        return False
    nodes = sentence(content, (0, len(content))).nodes
    return any(node.kind == "verb" and node.governor < 0 and (node.subject >= 0 or _of_us(node)) for node in nodes)


def _of_us(node: Node) -> bool:
    """«لن نتسامح»: whoever speaks says who; «سيجتمع» does not."""
    return any(form.person == 1 for _, form in node.entries)


# ---- titles


def _title(event: Event, documents: Mapping[str, Document]) -> str:
    """The title of a report that tells this act at its head, and whose first act it is: of several the likest."""
    if not event.headline_worthy or lasts(event):
        return ""
    act: Act | None = None
    best, most = "", -1e-9
    seen: set[str] = set()
    for mention in event.mentions:
        document = documents.get(mention.document)
        if document is None or not document.title or mention.trigger[0] > _HEAD or document.title in seen:
            continue
        seen.add(document.title)
        title = _fit(document.title)
        said = _main_act(title, document.published) if title else None
        if said is None or said.telling.type is not event.type or not _of_the_same(said.telling, event):
            continue
        if event.type is EventType.STATEMENT:
            score = _in_common(title, event, mention.document)
        else:
            act = act or Act(features(event))
            score = likeness(said, act) - enough_for(said) - _SURE if said.family == act.founder.family else -1.0
        if score > most:
            best, most = title, score
    return best


def _in_common(title: str, event: Event, document: str) -> float:
    """How much of what its report quotes is in a title: «ماي ترجح تورط روسيا»."""
    words = frozenset(words_of(title))
    quoted = [features(each).words for each in event.tellings or (event,) if each.mentions[0].document == document]
    return max((len(words.intersection(other)) / len(words) for other in quoted if words), default=0.0) - _QUOTED


#: Kinds that a title may give for any attack: «مقتل 5 في عفرين», «قصف» of an airstrike.
_SAY_LESS = ("killing", "assault", "shelling")
_QUOTED = 0.25  # of the words of a title


def _of_the_same(title: Event, event: Event) -> bool:
    """Whether a title names nobody in a role that others have: «مقتل متطوعة بريطانية» is no line for the battle."""
    if title.modality is not event.modality:
        return False
    if event.type is EventType.OFFENSIVE and title.subtype not in (event.subtype, *_SAY_LESS):
        return False
    for role in {actor.role for actor in title.actors}:
        settled = {name for actor in event.actors if actor.role == role for name in (actor.name, actor.country) if name}
        if role == "host":
            settled |= {name for actor in event.actors for name in (actor.name, actor.country) if name}
        told = [actor for actor in title.actors if actor.role == role]
        if role == "agent" and not settled:  # «الأمن يقتل مسلحين» is no line for a blast by nobody knows whom
            every = [actor for each in event.tellings or (event,) for actor in each.actors if actor.role == role]
            settled = {name for actor in every for name in (actor.name, actor.country) if name} or {""}
        if settled and not all(actor.name in settled or actor.country in settled for actor in told):
            return False
    return True


@lru_cache(maxsize=512)
def _fit(title: str) -> str:
    """A title that stands by itself, else nothing."""
    text = " ".join(title.split())
    if any(word in text for word in patterns()["meant"]["signs"]):
        return ""
    speaker, colon, said = text.partition(": ")
    if not colon:
        return alone(text)
    if len(text) > patterns()["width"] or not alone(said):
        return ""
    return f"{speaker.strip()}: {alone(said)}" if len(speaker.split()) <= 4 else ""


@lru_cache(maxsize=512)
def _main_act(title: str, published: dt.date | None) -> Features | None:
    """The act that a title begins with, behind who did it or how many it befell: «تشييع قتلى القصف» is a funeral."""
    from timeline.events.engine import extract

    acts = extract(Document(title, published), ())
    first = min(acts, key=lambda each: each.mentions[0].trigger, default=None)
    if first is None or first.background or not _meant("denials").isdisjoint(fold(title).split()):
        return None
    named = [(actor.start_char, actor.end_char) for actor in first.actors]
    before = list(_WORD.finditer(title, 0, first.mentions[0].trigger[0]))
    known = _meant("before_the_act")
    for word in before:
        inside = any(start <= word.start() < end for start, end in named)
        if not inside and not word[0].isdecimal() and fold(word[0]) not in known:
            return None
    return features(first)


_WORD = re.compile(r"\w+")


@cache
def _meant(name: str) -> frozenset[str]:
    return frozenset(map(fold, patterns()["meant"][name]))


# ---- apart


def _apart(line: str, event: Event, taken: set[str], counted: Counter[str]) -> str:
    """The line with what tells it from its likes: its day («… في 7 فبراير 2018»), then a number behind that."""
    day = _day(event)
    base, fitted = line, 0
    while True:
        counted[day] += 1
        number = str(counted[day]) if counted[day] > 1 or not day else ""
        if not day and counted[day] == 1:
            continue  # the second without a day is (2), and so is the first: no line stands for both
        plain = not number and "-" not in day and ":" not in line and not line.endswith(")")
        added = f"{_ON} {day}" if plain else f"({'، '.join(filter(None, (day, number)))})"
        room = patterns()["width"] - len(added) - 1
        if len(base) > room and room != fitted:
            base, fitted = headline(event, width=room).ar, room
        text = f"{base} {added}"
        if text not in taken:
            taken.add(text)
            return text


_ON = "في"


def _day(event: Event) -> str:
    """Its day, or its first and last: «9-15 أبريل 2018»."""
    whole = extent(event)
    if whole is None:
        return ""
    first = whole.start or whole.end
    if first is None:
        return ""
    day = as_datetime(first).date()
    last = (as_datetime(whole.end) - dt.timedelta(microseconds=1)).date() if whole.start and whole.end else day
    if (last - day).days <= 1:
        return _written(day)
    if (last.year, last.month) == (day.year, day.month):
        return f"{day.day}-{_written(last)}"
    return (
        f"{_written(day)} - {_written(last)}" if last.year != day.year else f"{_written(day)[:-5]} - {_written(last)}"
    )


def _written(day: dt.date) -> str:
    return f"{day.day} {month_names('egyptian')[day.month - 1]} {day.year}"

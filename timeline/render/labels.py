"""Labels from headlines: who did what, in at most some sixty characters that end with a whole word.

«في الأثناء، أعلن الوزير أن اللقاء تأجل، حيث لم تكتمل الوفود» is labelled «أعلن الوزير أن اللقاء تأجل». The headline
itself is not touched: it stands whole in the hover, the table and the source panel.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from timeline.render.bidi import clean, shorten
from timeline.render.words import interface

if TYPE_CHECKING:
    from timeline.events.model import Event
    from timeline.render.words import Words

LONGEST = 60  # characters
_LEAST = 26  # a clause that ends earlier says too little to stand alone
_STOPS = " .،,:؛;…"
_DATELINE = re.compile(r"^[^\s،,:«»]+(?:\s[^\s،,:«»]+)?\s+[-–—ـ]\s+(?=\S)")
_SPOKEN = r"(?=\s(?:إن|ان|أن|بأن|إنه|إنها|أنه|أنها|إنهم)\b)"


def _words(key: str) -> list[str]:
    return sorted(interface()["headline"][key], key=len, reverse=True)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"[وف]?(?:{'|'.join(map(re.escape, _words('openings')))})(?:\s*[،,:]\s*|\s+)")


@cache
def _breaks() -> re.Pattern[str]:
    """Where a headline may end: at a stop, or before a word that begins another clause."""
    return re.compile(rf"\s*[،؛,;:]\s|\s+[-–—ـ]\s|\s+و?(?={'|'.join(map(re.escape, _words('clauses')))}\s)")


@cache
def _unfinished() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s،,]+[وف]?(?:{'|'.join(map(re.escape, _words('unfinished')))}))+$")


def label(event: Event, words: Words | None = None, longest: int = LONGEST) -> str:
    """The headline without what ties it to the sentence before, cut where a clause ends, else between words."""
    if words is not None and words.language == "en" and event.headline_en:
        return shorten(clean(event.headline_en).rstrip(_STOPS), longest)
    text = _led(clean(event.headline).rstrip(_STOPS))
    if len(text) > longest:
        text = _undated(text, event)
    if len(text) > longest:
        text = _without_aside(text)
    if len(text) > longest:
        text = _without_titles(text, event)
    if len(text) <= longest:
        return text
    ends = [found.start() for found in _breaks().finditer(text, 0, longest + 2) if _LEAST <= found.start() <= longest]
    cut = _unfinished().sub("", text[: ends[-1]].rstrip(_STOPS)) if ends else ""
    if len(cut) >= _LEAST:
        return cut
    return _unfinished().sub("", shorten(text, longest).rstrip("…")).rstrip(_STOPS) + "…"


def _led(text: str) -> str:
    """Without connectors at its head («كما», «في الأثناء», «حيث», «التي») and without a dateline («روما ـ»)."""
    rest = _DATELINE.sub("", text)
    while (found := _openings().match(rest)) and rest[found.end() :].strip(_STOPS):
        rest = rest[found.end() :].lstrip(_STOPS)
    return rest


def _undated(text: str, event: Event) -> str:
    """Without its own date, where that stands between other words: the axis tells the day."""
    said = clean(event.time.text) if event.time is not None else ""
    if not said or len(said) > 24 or event.time_source not in {"stated", "derived"}:
        return text
    found = re.search(rf"\s*،?\s(?:(?:في|يوم|يومي|منذ|حتى)\s)?{re.escape(said)}(\s*،)?(?=\s)", text)
    if not found:
        return text
    stop = "،" if found[1] and "،" not in found[0][: -len(found[1])] else ""
    return text[: found.start()] + stop + text[found.end() :]


def _without_aside(text: str) -> str:
    """«قال الوزير، في لقاء مع صحافيين، إن …» without what stands between the commas."""
    return re.sub(rf"^([^،]{{6,50}})،[^،]{{3,90}}،{_SPOKEN}", r"\1", text, count=1)


def _without_titles(text: str, event: Event) -> str:
    """«وزير الخارجية التركي هاكان فيدان» by his name alone, where the report names him with his office."""
    for actor in event.actors:
        name = clean(actor.text)
        if " " in name:
            text = _offices(name).sub(name, text, count=1)
    return text


@lru_cache(maxsize=4096)
def _offices(name: str) -> re.Pattern[str]:
    office, rest = "|".join(_words("offices")), "|".join(_words("offices_of"))
    return re.compile(
        rf"(?<!\S)(?:{office})(?:\s(?!(?:نظيره|نظيرها)\s)(?:(?:ال|لل)\S+|{rest})){{0,6}}\s{re.escape(name)}(?!\S)"
    )

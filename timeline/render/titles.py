"""What a page is called: who, where and when, made from its events, and one sentence on what happened.

«سوريا وتركيا وإيران: حلب وحماة», «25 نوفمبر – 8 ديسمبر 2024», and the three acts that a reader would name first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.model import Modality
from timeline.lexicon.gazetteer import names_of, state
from timeline.render.bidi import clean
from timeline.render.spans import DAY_MS, at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.events.model import Actor, Event
    from timeline.render.focus import Period
    from timeline.render.spans import Span
    from timeline.render.words import Words

NAMED = 24  # principal events that a title looks at
WHO, WHERE = 3, 2  # names in it
TOLD = 3  # acts in the sentence
LONG = 62 * DAY_MS  # what is spread over more is no news of a day
OUTLIERS = 20  # dates above which single ones far from all others say nothing of the period


@frozen
class Title:
    """A page's heading: its names, its days, and what happened in them."""

    names: str
    days: str
    lede: str


def title(
    events: Sequence[Event], pieces: Sequence[tuple[Span, ...]], found: Sequence[Period], *,
    busiest: int | None, ranks: Mapping[int, int], words: Words,
) -> Title:  # fmt: skip
    """The heading of some events, of which ``ranks`` has the principal ones of each period."""
    inside = found[busiest].members if busiest is not None else range(len(events))
    first = sorted((number for number in inside if number in ranks), key=lambda number: (ranks[number], number))
    best = [events[number] for number in first[:NAMED]] or list(events[:NAMED])
    who, where = _names(best, words)
    names = str(words.table["title_names"].format(who=who, where=where)) if who and where else who or where
    core = extent(pieces, found if busiest is None else found[busiest : busiest + 1])
    return Title(names, days(*core, words) if core else "", _lede(events, pieces, first, words))


def named(name: str, name_en: str | None, words: Words) -> str:
    """A name in the language of the page, where it has one."""
    return clean(name_en) if words.language == "en" and name_en else clean(name)


def headline(event: Event, words: Words) -> str:
    """The line of an event in the language of the page, where it has one."""
    return (clean(event.headline_en) if words.language == "en" else "") or clean(event.headline)


def party(actor: Actor, words: Words) -> str | None:
    """For whom somebody acts: his state, or the group or body itself; ``None`` for who is not known by name."""
    if actor.country and (actor.code or "").startswith((f"{actor.country}GOV", f"{actor.country}MIL")):
        known = state(actor.country)
        return None if known is None else named(known.name, known.name_en, words)
    if actor.name in names_of("group") or actor.name in names_of("organization"):
        return named(actor.name, actor.name_en, words)
    return None


def _names(events: Iterable[Event], words: Words) -> tuple[str, str]:
    who: Counter[str] = Counter()
    where: Counter[str] = Counter()
    for event in events:
        weight = max(len(event.sources), 1)
        who.update(dict.fromkeys(filter(None, (party(actor, words) for actor in event.actors)), weight))
        for place in event.places:
            if place.role != "topic" and place.name_en and place.name not in names_of("country"):
                where[named(place.name, place.name_en, words)] += weight
    return _first_of(who, WHO, words), _first_of(where, WHERE, words)


def _first_of(counts: Counter[str], most: int, words: Words) -> str:
    names = [name for name, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most]]
    return str(words.table["and"]).join(names) if words.language == "ar" else words.listed(names)


def _lede(events: Sequence[Event], pieces: Sequence[tuple[Span, ...]], first: Sequence[int], words: Words) -> str:
    """«أبرز ما جرى: … (29 نوفمبر)، ثم … (1 ديسمبر)»: the first by rank that are told as done, in the order of time."""
    sure = [
        number for number in first
        if events[number].modality is Modality.ASSERTED and headline(events[number], words)
        and pieces[number] and pieces[number][-1].end - pieces[number][0].start <= LONG
    ] or [number for number in first if headline(events[number], words)]  # fmt: skip
    told = sorted(sure[:TOLD], key=lambda number: (pieces[number][0].start if pieces[number] else 0, number))
    if not told:
        return ""
    lines = [
        str(words.table["lede_act"]).format(act=headline(events[number], words), day=_day(pieces[number], words))
        if pieces[number] else headline(events[number], words)
        for number in told
    ]  # fmt: skip
    return words.label("lede", acts=str(words.table["then"]).join(lines))


def _day(found: Sequence[Span], words: Words) -> str:
    date = at(found[0].start).date()
    return f"{words.number(date.day)} {words.month(date.month, short=True)}"


def extent(pieces: Sequence[tuple[Span, ...]], found: Sequence[Period]) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of what is told; of many events those of their periods, without what lies far off."""
    every = sorted((span for spans in pieces for span in spans[:1]), key=lambda span: span.start)
    every = [span for span in every if span.shape != "vague"] or every  # «في ديسمبر» is some day of it
    if not every:
        return None
    low, high = every[0].start, max(span.end for span in every)
    if len(every) > OUTLIERS and found:
        low, high = found[0].first, max(period.last for period in found)
    elif len(every) > OUTLIERS:
        fringe = len(every) // OUTLIERS
        inner = every[fringe : len(every) - fringe]
        reach = max(inner[-1].start - inner[0].start, DAY_MS)
        near = [span for span in every if inner[0].start - reach <= span.start <= inner[-1].start + reach]
        low, high = near[0].start, max(min(span.end, inner[-1].end + reach) for span in near)
    return at(low).date(), at(high - 1).date()


def days(first: dt.date, last: dt.date, words: Words) -> str:
    """«3 ديسمبر 2024», «1 – 8 ديسمبر 2024», «25 نوفمبر – 8 ديسمبر 2024», «2011 – 2018»: months by one name."""
    if (last - first).days > 500:
        return f"{words.number(first.year)} – {words.number(last.year)}"

    def month(date: dt.date) -> str:
        return words.month(date.month, short=words.language == "ar")

    end = f"{words.number(last.day)} {month(last)} {words.number(last.year)}"
    if first == last:
        return end
    start = words.number(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {month(first)}"
    if first.year != last.year:
        start += f" {words.number(first.year)}"
    return f"{start} – {end}"

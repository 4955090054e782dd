"""From an article and its date expressions to its events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from attrs import evolve

from timeline.documents.model import Document
from timeline.events.announced import announced
from timeline.events.cast import Cast
from timeline.events.coreference import merge, same_event
from timeline.events.dating import date_acts
from timeline.events.functions import Filler
from timeline.events.headings import by_the_head, headed_lines, under_headings
from timeline.events.headline import headline, unattributed
from timeline.events.ids import named
from timeline.events.lasting import as_long_as_told
from timeline.events.model import Actor, Codes, Event, EventType, Mention, Modality, Place
from timeline.events.one_act import HARM, join
from timeline.events.reading import Act, read_acts
from timeline.events.reckoned import reckoned, turned
from timeline.events.scene import named_with, scene
from timeline.events.story import (
    Story,
    by_the_speaker,
    by_whom_it_was,
    goes_on_that_day,
    participants,
    speakers,
    taken_up,
    told_another_day,
    told_before,
)
from timeline.events.sums import goes_on_since, mark, since_then, sums
from timeline.events.telling import telling
from timeline.events.toll import tolls
from timeline.events.valency import Frames, frames
from timeline.events.when import Dating
from timeline.events.whether import Status, referred_within, status_of
from timeline.resolve.expression import TimeExpression
from timeline.syntax.analyse import Stage, pieces, sentence
from timeline.syntax.tree import Node, Tree
from timeline.values.interval import Interval

_HARMLESS = frozenset(("seizure", "advance", "withdrawal", "missile_test"))
_SETTLED = ("stated", "carried", "derived")


def extract(
    document: Document,
    expressions: Sequence[TimeExpression],
    *,
    lexicon: Frames | None = None,
    stage: Stage = sentence,
) -> list[Event]:
    """The events of one article, in the order in which they are told.

    Parameters
    ----------
    document
        the article; its ``published`` day is the fallback date of acts that the text does not date
    expressions
        its date expressions in text order (`timeline.tagger.find` with the published day as reference)
    lexicon
        other frames than those of the package (`timeline.events.valency.build`)
    stage
        another analysis of sentences than that of the package, or the same with other words and names:
        ``partial(sentence, known=Vocabulary(names=…))``
    """
    story = Story(document, lexicon or frames(), Cast(document.text))
    ordered = under_headings(document.text, expressions)
    story.headed = headed_lines(document.text, ordered)
    events: list[Event] = []
    pending = 0
    for span in pieces(document.text):
        while pending < len(ordered) and ordered[pending].end_char <= span[0]:
            pending += 1
        events += _sentence(story, span, ordered, pending, stage)
    return _merged(named(events, document.text))


def _sentence(
    story: Story, span: tuple[int, int], expressions: Sequence[TimeExpression], pending: int, stage: Stage
) -> list[Event]:
    tree = stage(story.document.text, span, expressions, pending)
    acts = read_acts(tree, story.frames)
    story.cast.enter(tree)
    if not acts:
        return []
    join(acts)
    datings = date_acts(acts, expressions)
    announced(acts, expressions, datings)
    since_then(acts, expressions, datings)
    as_long_as_told(acts, expressions, datings)
    made: list[tuple[Act, Event]] = []
    last: list[Actor] = []
    telling = {act.node.number for act in acts if act.frame.type is EventType.STATEMENT}
    statuses = {act.node.number: status_of(act) for act in acts}
    referred_within(acts, statuses, datings)
    summed = sums(acts, datings, story.document.published)
    mark(acts, statuses, summed)
    by_the_head(story.headed, [act for act in acts if not statuses[act.node.number].background], datings)
    for act in acts:
        status = statuses[act.node.number]
        actors, places = _fillers(story, act, telling)
        if act.frame.type is EventType.STATEMENT:
            actors = speakers(story, act, actors, last, datings, back=status.background)
            last = [actor for actor in actors if actor.role == "speaker"] or last
        else:
            actors = by_the_speaker(act, actors, last or ([story.speaker] if story.speaker is not None else []))
        if act.frame.type is EventType.MEETING:
            actors = participants(story, act, actors)
        if act.frame.weak and not (actors or places or datings.get(act.node.number)):
            continue
        dating = turned(story.document.published, act, status, reckoned(datings.get(act.node.number), story.before))
        dating = taken_up(story, act, status, dating)
        if dating is not None and dating.when and not status.background and act.frame.type is not EventType.STATEMENT:
            story.before = dating.when
        actors = by_whom_it_was(story, act, actors)
        if status.modality is Modality.ASSERTED and not status.background:
            dating = goes_on_that_day(story, act, actors, dating)
        elsewhen = dating is None and (
            told_another_day(act, datings, telling, story.document.published)
            or told_before(act, statuses, telling)
            or (act.frame.type is EventType.OFFENSIVE and goes_on_since(act))
        )
        apart = summed if act.node.number not in summed else frozenset()
        made.append((act, _event(story, act, actors, places, status, dating, elsewhen=elsewhen, apart=apart)))
    return [part for act, event in _joined(made) for part in _partners(act, event)]


def _fillers(story: Story, act: Act, telling: AbstractSet[int]) -> tuple[list[Actor], list[Place]]:
    """Actors and places of an act, each once."""
    actors: dict[tuple[str, str], Actor] = {}
    places: dict[str, Place] = {}
    for filler in act.fillers:
        if filler.role in ("location", "destination", "topic"):
            _add_place(story, act, filler, places)
            continue
        if filler.role in ("content", "theme", "act"):
            continue
        if filler.role == "target" and filler.node is not None and _site_only(filler):
            _add_place(story, act, filler, places)
        actor = story.cast.actor(act.tree, filler, filler.role, act.node)
        if actor is not None and not (filler.role in ("agent", "speaker", "participant") and _is_a_place(filler)):
            actors.setdefault((actor.name, actor.role), actor)
    if not places and act.frame.type is not EventType.STATEMENT:
        for node in scene(act, telling):
            _add_place(story, act, Filler("location", node, node.preposition), places)
    agents = {name for name, role in actors if role == "agent"}
    own = {fillers.role for fillers in act.fillers if fillers.pronoun}
    kept = [actor for (name, role), actor in actors.items() if not (role == "target" in own and name in agents)]
    return kept, list(places.values())  # «كثف الجيش قصفه»: nobody's own target


def _site_only(filler: Filler) -> bool:
    node = filler.node
    return node is not None and not node.classes.isdisjoint(("place", "building"))


def _is_a_place(filler: Filler) -> bool:
    node = filler.node
    return node is not None and node.entity is not None and node.entity.kind == "place"


def _add_place(story: Story, act: Act, filler: Filler, places: dict[str, Place]) -> None:
    if filler.node is None or filler.node.kind != "noun":
        return
    role = filler.role if filler.role in ("location", "destination", "topic") else "location"
    for node in (filler.node, *named_with(act.tree, filler.node)):
        place = story.cast.place(act.tree, node, role)
        if place is not None:
            places.setdefault(place.name, place)


def _end_of_name(act: Act, end: int) -> int:
    """«اتصالا هاتفيا»: an adjective that is part of the frame's name is part of the trigger."""
    following = act.node.head + 1
    if act.node.kind != "noun" or not act.frame.company or following >= len(act.tree.units):
        return end
    unit = act.tree.units[following]
    return unit.end if unit.code in _ADJECTIVES and following <= act.node.last else end


_ADJECTIVES = "AEBF"


def _event(
    story: Story,
    act: Act,
    actors: list[Actor],
    places: list[Place],
    status: Status,
    dating: Dating | None,
    *,
    elsewhen: bool,
    apart: frozenset[int],
) -> Event:
    document, frame = story.document, act.frame
    subtype = _subtype(act, status)
    stance, codes = story.frames.kinds.get(subtype, (None, None))
    when: tuple[Interval, ...] = dating.when if dating else ()
    source = dating.source if dating else "none"
    clock = dating is not None and dating.expression is not None and dating.expression.type == "TIME"
    printed = (
        not when
        and not elsewhen
        and (dating is None or clock)
        and status.modality is Modality.ASSERTED
        and not status.background
    )
    if printed and document.published is not None:
        when, source = _printed(document.published), "document"
    node = act.node
    unit = act.tree.units[node.head]
    span = (unit.start, _end_of_name(act, unit.end))
    reading = telling(act, status, source, dating, actors)
    harmful = frame.type is EventType.OFFENSIVE and frame.subtype not in _HARMLESS
    content = _content(act) if frame.type is EventType.STATEMENT else ""
    made = Event(
        id="",  # given when the report is read: `timeline.events.ids`
        type=frame.type,
        subtype=subtype,
        stance=stance if frame.type is EventType.STATEMENT else None,
        when=when,
        time=dating.expression if dating else None,
        time_source=source,  # type: ignore[arg-type]
        actors=tuple(actors),
        places=tuple(places),
        modality=status.modality,
        content=content,
        mentions=(Mention(document.id, (act.tree.start, act.tree.end), span, reading),),
        codes=codes or Codes(),
        headline_worthy=_worthy(story, frame.type, status, source, actors, places),
        attribution=_attribution(story, act),
        sources=(document.source,) if document.source else (),
        background=status.background,
        dead=tolls(act.tree, "dead", _vouches(story, act), apart) if harmful else (),
        wounded=tolls(act.tree, "wounded", _vouches(story, act), apart) if harmful else (),
    )
    line = headline(made, content)
    return evolve(made, headline=line.ar, headline_en=line.en)


def _vouches(story: Story, act: Act) -> str | None:
    return next(iter(_attribution(story, act)), None)


def _subtype(act: Act, status: Status) -> str:
    if act.frame.type is EventType.MEETING:
        if status.governed == "refuses":
            return "refused"
        if status.modality is Modality.POSSIBLE and status.governed == "demands":
            return "demanded"
    if status.attempted and act.frame.subtype in HARM:
        return "assault"
    return act.frame.subtype


def _attribution(story: Story, act: Act) -> tuple[str, ...]:
    """Who vouches for an act: the speakers of the verbs that govern it, nearest first."""
    chain: list[str] = []
    node, steps = act.node, 0
    while node.governor >= 0 and steps < 40:
        governor = act.tree.nodes[node.governor]
        if node.relation in ("that", "quoted") and governor.subject >= 0:
            actor = story.cast.actor(
                act.tree, Filler("speaker", act.tree.nodes[governor.subject], "subject"), "speaker"
            )
            if actor is not None and actor.name not in chain:
                chain.append(actor.name)
        node = governor
        steps += 1
    return tuple(chain)


def _content(act: Act) -> str:
    """What is said, in the words of the text: the clause of «أن», or the object."""
    for filler in (*act.having("content"), *act.having("theme")):
        node = filler.node
        if node is None or (filler.role == "theme" and "media" in node.classes):
            continue  # «نقلت الوكالة عن الوزير»
        first, last = _extent(act.tree, node)
        words = " ".join(act.tree.text[act.tree.units[first].start : act.tree.units[last].end].split())
        return unattributed(words)
    return ""


def _extent(tree: Tree, node: Node) -> tuple[int, int]:
    """The first and the last unit of a node with all that hangs on it."""
    first, last = node.first, node.last
    for child in tree.below(node):
        first, last = min(first, child.first), max(last, child.last)
    return first, last


def _worthy(
    story: Story, kind: EventType, status: Status, source: str, actors: Sequence[Actor], places: Sequence[Place]
) -> bool:
    if status.modality in (Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED) or status.background:
        return False
    if kind is EventType.STATEMENT:
        fresh = [actor.name for actor in actors if actor.role == "speaker" and actor.name not in story.speakers]
        story.speakers.update(fresh)
        return bool(fresh)
    return source in _SETTLED or bool(places)


@lru_cache(maxsize=1024)
def _printed(day: dt.date) -> tuple[Interval, ...]:
    return (Interval.day(day),)


def _shot(event: Event) -> Event:
    """Of the shot that is intercepted, who fired it, and where it was to hit: «صاروخا أطلقه المسلحون على المطار»."""
    struck = [actor for actor in event.actors if actor.role == "target"]
    aimed = {actor.name for actor in struck} | {actor.country for actor in struck if actor.country}
    return evolve(
        event,
        actors=tuple(actor for actor in event.actors if actor.role == "agent"),
        places=tuple(place for place in event.places if place.name in aimed or place.country in aimed),
    )


def _joined(made: list[tuple[Act, Event]]) -> list[tuple[Act, Event]]:
    """Events of a sentence, with those that are one act made one; each with the act that it was told by first."""
    heads: dict[int, tuple[Act, Event]] = {}
    for act, event in made:
        key = id(act.same) if act.same is not None else id(act)
        if key not in heads:
            heads[key] = act, event
            continue
        first, known = heads[key]
        both = merge(known, _shot(event) if known.subtype == "repelled" else event)
        named = act.node.relation == "subject" and first.is_verb and event.subtype not in _ANY_ATTACK
        if named and both.subtype != event.subtype:  # «استهدف انفجار الموكب»
            both = evolve(both, subtype=event.subtype, codes=event.codes)
        # «قتل جنديان في كمين» is of the dead first
        shown = evolve(both, subtype=first.frame.subtype) if first.frame.subtype in HARM else both
        line = headline(shown, both.content)
        heads[key] = first, evolve(both, headline=line.ar, headline_en=line.en)
    return list(heads.values())


#: Kinds that say no more than that there was one.
_ANY_ATTACK = frozenset(("assault", "killing", "meeting"))


def _partners(act: Act, event: Event) -> list[Event]:
    """«أجرى اتصالين مع نظيريه فلان وفلان»: two calls, one with each."""
    shown = {each.number for _, each in act.node.entries}
    people = [actor for actor in event.actors if actor.role == "participant"]
    if act.is_verb or event.type is not EventType.MEETING or shown != {"dual"} or len(people) != 3:
        return [event]
    host, *partners = people
    return [evolve(event, actors=(host, partner)) for partner in partners]


def _merged(events: list[Event]) -> list[Event]:
    """Events of a document, with those surely told twice made one."""
    kept: list[Event] = []
    for event in events:
        place = next(
            (
                k for k in range(len(kept) - 1, max(len(kept) - 40, -1), -1)
                if kept[k].type is event.type and kept[k].subtype == event.subtype
                and event.time_source in _SETTLED and kept[k].time_source in _SETTLED
                and kept[k].mentions[-1].sentence != event.mentions[0].sentence and same_event(kept[k], event)
            ),
            None,
        )  # fmt: skip
        if place is None:
            kept.append(event)
        else:
            kept[place] = evolve(merge(kept[place], event), id=kept[place].id)
    return kept

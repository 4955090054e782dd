"""Events that are one act made one: of a sentence, by what its words say; of a document, by what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.events.coreference import merge, same_event
from timeline.events.functions import people
from timeline.events.headline import headline
from timeline.events.model import Event, Mention, Modality
from timeline.events.one_act import HARM
from timeline.events.reading import Act
from timeline.events.status import OF_THE_LAST

#: Acts of force that harm nobody by themselves.
HARMLESS = frozenset(("seizure", "advance", "withdrawal", "missile_test"))
#: Days that the text gives.
SETTLED = ("stated", "carried", "derived")
#: Kinds that say no more than that there was one.
_ANY_ATTACK = frozenset(("assault", "killing", "meeting"))


def _shot(event: Event) -> Event:
    """Of the shot that is intercepted, who fired it, and where it was to hit: «صاروخا أطلقه المسلحون على المطار»."""
    struck = [actor for actor in event.actors if actor.role == "target"]
    aimed = {actor.name for actor in struck} | {actor.country for actor in struck if actor.country}
    return evolve(
        event,
        actors=tuple(actor for actor in event.actors if actor.role == "agent"),
        places=tuple(place for place in event.places if place.name in aimed or place.country in aimed),
    )


def of_a_sentence(made: list[tuple[Act, Event]]) -> list[tuple[Act, Event]]:
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
        elif known.subtype == "bombing" and first.is_verb:  # «انفجرت سيارة استهدفت الموكب»
            both = evolve(both, subtype=known.subtype, codes=known.codes)
        # «قتل جنديان في كمين» is of the dead first
        shown = evolve(both, subtype=first.frame.subtype) if first.frame.subtype in HARM else both
        line = headline(shown, both.content)
        heads[key] = first, evolve(both, headline=line.ar, headline_en=line.en)
    return list(heads.values())


def of_a_document(events: list[Event]) -> list[Event]:
    """Events of a document, with those surely told twice made one."""
    kept: list[Event] = []
    # All mentions of each; what is kept has the first and the last, so that the thousandth telling costs as the first.
    told: list[list[Mention]] = []
    for event in events:
        place = _claimed_of(event, kept)
        if place is None:
            place = next(
                (
                    k for k in range(len(kept) - 1, max(len(kept) - 40, -1), -1)
                    if kept[k].type is event.type and kept[k].subtype == event.subtype
                    and event.time_source in SETTLED and kept[k].time_source in SETTLED
                    and kept[k].mentions[-1].sentence != event.mentions[0].sentence and same_event(kept[k], event)
                ),
                None,
            )  # fmt: skip
        if place is None:
            kept.append(event)
            told.append(list(event.mentions))
            continue
        known = kept[place]
        both = merge(known, event)
        leads = both.mentions[0] is not known.mentions[0]
        at = 0 if leads else len(told[place])
        told[place][at:at] = event.mentions
        kept[place] = evolve(both, id=known.id, mentions=tuple(dict.fromkeys((told[place][0], told[place][-1]))))
    return [
        evolve(each, mentions=tuple(dict.fromkeys(mentions))) if len(mentions) > 1 else each
        for each, mentions in zip(kept, told, strict=True)
    ]


def _claimed_of(event: Event, told: Sequence[Event]) -> int | None:
    """Which of those told before is the attack that somebody claims: «وتبنى التنظيم الهجوم» is the last one."""
    reading = event.mentions[0].reading
    if reading is None or OF_THE_LAST not in reading.status:
        return None
    for k in range(len(told) - 1, -1, -1):
        each = told[k]
        done = each.type is event.type and each.modality is Modality.ASSERTED and not each.background
        if done and each.subtype not in HARMLESS:
            others = {actor.name for actor in each.actors if actor.role == "agent"}
            return k if others <= {actor.name for actor in event.actors} | people("bombers") else None
    return None

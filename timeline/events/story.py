"""What one sentence leaves behind for the next: who speaks, who met, which attack «الهجوم» means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, evolve, field

from timeline.documents.model import Document
from timeline.events.cast import Cast
from timeline.events.functions import places_of
from timeline.events.headings import Headed
from timeline.events.model import Actor, EventType, Modality
from timeline.events.reading import Act
from timeline.events.status import OF_THE_LAST, Status
from timeline.events.valency import Frames
from timeline.events.when import Dating, words_of
from timeline.syntax.agreement import stands_for
from timeline.values.interval import Interval


@define(eq=False)
class Story:
    """What the sentences read so far leave behind for the next one."""

    document: Document
    frames: Frames
    cast: Cast
    speaker: Actor | None = None
    said: dict[str, Dating] = field(factory=dict)  # speaker -> the date of the last dated statement
    speakers: set[str] = field(factory=set)
    met: dict[str, list[Actor]] = field(factory=dict)  # kind of meeting -> who took part in the last one told
    headed: Sequence[Headed] = ()  # the lines that a date heads
    struck: tuple[frozenset[str], int, Dating] | None = None  # who attacked in the last sentence, its end, and when
    doer: tuple[Actor, int] | None = None  # who acted in the last sentence, and where that ended
    before: tuple[Interval, ...] = ()  # the days of the last dated act of force or meeting
    attacks: list[Dating | None] = field(factory=list)  # the days of the attacks told so far


def taken_up(story: Story, act: Act, status: Status, dating: Dating | None) -> Dating | None:
    """«الهجوم», behind an attack that was told: its day, or none; it is no second attack of the day of printing."""
    asserted = status.modality is Modality.ASSERTED and not status.background
    if act.frame.type is EventType.MEETING and dating is None and asserted and _spoken_of(act):
        status.background = True
        status.reasons.append("spoken of")
    if act.frame.type is not EventType.OFFENSIVE:
        return dating
    told_of = act.node.kind == "noun" or act.node.relation == "relative"
    if status.alleged and dating is None and told_of and not status.background:
        status.background = True  # «اتهمت الوزارة الجماعة بقصف السوق» tells of no day
        status.reasons.append("alleged")
    again = act.node.kind == "noun" and act.node.definite
    bare = not act.having("target", "location")
    if again and act.claimed and bare and asserted:
        status.reasons.append(OF_THE_LAST)
    again = again and (act.claimed or (act.light is None and bare))
    if again and dating is None and not status.background and story.attacks:
        dating = next((each for each in reversed(story.attacks) if each is not None), None) if asserted else None
        if dating is None and not act.claimed:
            status.background = True
            status.reasons.append("told before")
    elif not status.background and status.modality is Modality.ASSERTED:
        known = None if dating is None or not dating.when else dating
        story.attacks.append(
            None if known is None else Dating(known.when, known.expression, "carried", "of the act told before")
        )
    return dating


def _spoken_of(act: Act) -> bool:
    """«تحدث عن القمة», «أهمية المحادثات»: a meeting that is a subject of talk, and neither held nor a setting."""
    node = act.node
    if node.kind != "noun" or act.light is not None or node.governor < 0:
        return False
    definite = node.definite or any(child.definite for child in act.tree.children(node, "genitive"))
    if node.preposition:
        return definite and node.preposition not in words_of("setting")
    return definite and node.relation in ("genitive", "object", "conjunct")


def speakers(
    story: Story, act: Act, actors: list[Actor], last: list[Actor], datings: dict[int, Dating], *, back: bool
) -> list[Actor]:
    """The speaker of a statement: in its clause, in the sentence, in the one before; and the speaker's date."""
    own = [actor for actor in actors if actor.role == "speaker"]
    if own and story.speaker is not None and _is_his(story.cast, act, story.speaker):
        actors = [evolve(story.speaker, role="speaker"), *(each for each in actors if each not in own)]
        own = actors[:1]
    if not own and act.is_verb and not _passive(act) and not _by_another(act):
        own = last or (
            [evolve(story.speaker, role="speaker")]
            if story.speaker is not None and act.node.subject < 0 and _alone(act) and _agrees(story, act)
            else []
        )
        actors = [*own, *actors]
    if own:
        if act.is_verb and not back:
            story.speaker = own[0]
        dating = datings.get(act.node.number)
        if dating is not None and dating.when:
            story.said[own[0].name] = dating
        elif dating is None and own[0].name in story.said and act.is_verb and not back:  # «وكان قد قال»: earlier
            known = story.said[own[0].name]
            datings[act.node.number] = Dating(known.when, known.expression, "carried", "the speaker's date")
    return actors


def by_the_speaker(act: Act, actors: list[Actor], speakers: Sequence[Actor]) -> list[Actor]:
    """«سنلتقي»: whoever speaks does what is said in the first person."""
    subject, entry = act.frame.subject, act.node.entry
    if subject is None or entry is None or entry[1].person != 1 or not act.is_verb or not _quoted(act):
        return actors
    return [*(evolve(each, role=subject.role) for each in speakers), *actors]  # type: ignore[arg-type]


def _quoted(act: Act) -> bool:
    return act.node.quoted or act.node.relation == "quoted"


def participants(story: Story, act: Act, actors: list[Actor]) -> list[Actor]:
    """«القمة», «اللقاء»: those who took part in the meeting of its kind that was told before."""
    kind = _KINDS.get(act.frame.subtype, act.frame.subtype)
    if len(actors) > 1:
        story.met[kind] = actors
        return actors
    node = act.node
    alone = node.kind == "noun" and act.tree.units[node.head].form.definite and node.relation != "genitive"
    if actors or not alone or any(True for _ in act.tree.children(node, "genitive", "name")):
        return actors
    return list(story.met.get(kind, ()))


_KINDS = {"negotiation": "meeting", "summit": "meeting"}


def _is_his(cast: Cast, act: Act, speaker: Actor) -> bool:
    """«وأعرب عن أمله»: the hope is of whom the verb before it leaves out."""
    node = act.node
    verb = act.tree.nodes[node.governor] if node.governor >= 0 else None
    if verb is None or not node.pronoun or node.is_predicate or verb.kind != "verb" or verb.subject >= 0:
        return False
    known = next((each for each in reversed(cast.characters) if each.actor.name == speaker.name), None)
    return known is None or stands_for(node.pronoun, known.features)


def _passive(act: Act) -> bool:
    return any(True for _ in act.tree.children(act.node, "passive")) or (
        act.node.entry is not None and act.node.entry[1].passive
    )


def _agrees(story: Story, act: Act) -> bool:
    """Whether the last speaker can be who this verb leaves out; in «نطالب» it is whoever speaks."""
    entry = act.node.entry
    if entry is None or entry[1].person == 1 or story.speaker is None or not act.is_verb:
        return True
    return story.cast.agrees(story.speaker, entry[1])


def _by_another(act: Act) -> bool:
    """Whether a verb has its own subject, though nobody who is known: it is not said by who spoke before."""
    subject = act.tree.nodes[act.node.subject] if act.node.subject >= 0 else None
    if subject is None or act.node.implied or subject.kind != "noun":
        return False
    return act.frame.subject is not None and act.frame.subject.admits(subject.classes) and not subject.pronoun


def _alone(act: Act) -> bool:
    """Whether a verb of speech has nobody in its own clause who could speak."""
    return not any(True for _ in act.tree.children(act.node, "subject"))


def by_whom_it_was(story: Story, act: Act, actors: list[Actor]) -> list[Actor]:
    """«حاصرت القوات القصر. ثم سيطرت عليه»: a verb without its subject goes on with who acted in the sentence before."""
    slot, entry = act.frame.subject, act.node.entry
    if slot is None or slot.role != "agent" or entry is None:
        return actors
    if any(actor.role == "agent" for actor in actors):
        if act.is_verb and act.node.relation in _MAIN:
            story.doer = next(actor for actor in actors if actor.role == "agent"), act.tree.end
        return actors
    doer, end = story.doer if story.doer is not None else (None, 0)
    leaves_out = act.is_verb and act.node.subject < 0 and act.node.relation in _MAIN and not _passive(act)
    if doer is None or not leaves_out or act.tree.start - end > _NEXT or entry[1].person != 3:
        return actors
    sure = any(filler.function not in ("object", "light") for filler in act.fillers)  # «سيطرت عليه» is no passive
    return [evolve(doer, role="agent"), *actors] if sure and story.cast.agrees(doer, entry[1]) else actors


_MAIN = frozenset(("root", "coordinated"))
#: How many characters may stand between two sentences that follow each other.
_NEXT = 3


def goes_on_that_day(story: Story, act: Act, actors: Sequence[Actor], dating: Dating | None) -> Dating | None:
    """«هاجم المستوطنون القرية الجمعة. وقتل شاب برصاص المستوطنين»: the same attackers, in the next sentence."""
    if act.frame.type is not EventType.OFFENSIVE or not act.is_verb or act.node.relation not in _MAIN:
        return dating
    agents = {actor.name for actor in actors if actor.role == "agent"}
    known = story.struck
    if dating is None and known is not None and act.tree.start - known[1] in range(_NEXT + 1) and known[0] & agents:
        dating = Dating(known[2].when, known[2].expression, "carried", "of what the same did in the sentence before")
    if dating is not None and dating.when and agents:
        story.struck = frozenset(agents), act.tree.end, dating
    return dating


def told_before(act: Act, statuses: Mapping[int, Status], telling: AbstractSet[int]) -> bool:
    """«بعد يوم من إعلان الحشد مقتل أربعة»: what is known already was told on no day of printing."""
    node, tree = act.node, act.tree
    while node.governor >= 0 and (node.relation in _TOLD or node.relation in _ANNOUNCED):
        node = tree.nodes[node.governor]
        if node.number in telling and statuses[node.number].background:
            return True
    return False


#: As what a verb of speech tells of an act: «قال إن», «أعلن اعتراض صاروخ».
_TOLD = frozenset(("that", "quoted", "object"))
_ANNOUNCED = places_of("announced")


def told_another_day(
    act: Act, datings: Mapping[int, Dating], telling: AbstractSet[int], published: dt.date | None
) -> bool:
    """«قال البرهان أمس إن الخرطوم شهدت معارك»: what was told yesterday did not happen on the day of printing."""
    node, tree = act.node, act.tree
    while published is not None and node.governor >= 0:
        said = node.relation in _TOLD or node.relation in _ANNOUNCED
        node = tree.nodes[node.governor]
        dating = datings.get(node.number)
        if said and node.number in telling and dating is not None and dating.when:
            end = dating.when[-1].end
            return end is not None and end.toordinal() <= published.toordinal()
    return False

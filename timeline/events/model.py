"""What an event is: who met, attacked or said what, when, where, and whether it happened."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from attrs import field, frozen

from timeline.resolve.expression import TimeExpression
from timeline.values.interval import Interval


class EventType(StrEnum):
    """The three kinds of act: diplomacy, force, and speech."""

    MEETING = "meeting"
    OFFENSIVE = "offensive"
    STATEMENT = "statement"


class Modality(StrEnum):
    """Whether it happened, as the text has it."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    NEGATED = "negated"


TimeSource = Literal["stated", "carried", "derived", "document", "none"]
ActorRole = Literal["agent", "target", "participant", "host", "speaker", "addressee"]
PlaceRole = Literal["location", "destination", "topic"]


@frozen
class Actor:
    """Someone who takes part: «وزير الخارجية التركي هاكان فيدان» is هاكان فيدان, agent, TUR, TURGOV.

    ``start_char``/``end_char`` index the document of the event's first mention. ``text`` is what stands there,
    ``name`` the canonical Arabic name, ``name_en`` the English one where known. ``country`` is ISO 3166-1 alpha-3,
    ``code`` the CAMEO/PLOVER actor code (TURGOV, SYRREB), ``wikidata`` the item (Q…), where known.
    """

    text: str
    start_char: int
    end_char: int
    name: str
    role: ActorRole
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    wikidata: str | None = None


@frozen
class Place:
    """Where it happens («location»), leads to («destination») or what is talked about («topic»)."""

    text: str
    start_char: int
    end_char: int
    name: str
    role: PlaceRole = "location"
    name_en: str | None = None
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None


@frozen
class Mention:
    """Where an event is told: the document's id, the sentence and the trigger word as (start, end) in its text."""

    document: str
    sentence: tuple[int, int]
    trigger: tuple[int, int]


@frozen
class Codes:
    """The event in other schemes; ``None`` where a scheme has no code, as PLOVER has none for a neutral statement."""

    plover_event: str | None = None
    plover_mode: str | None = None
    plover_context: str | None = None
    cameo: str | None = None
    acled: str | None = None


@frozen(kw_only=True)
class Event:
    """One act: a meeting, an offensive or a statement, with its time, its actors and where it is told.

    Attributes
    ----------
    id
        stable across runs and machines
    type, subtype, stance
        what it is (`EventType`), its kind (``phone``, ``airstrike``, ``accuse`` …), and for statements the attitude
        (``support``, ``accuse``, ``demand``, ``reject``, ``threaten``, ``deny``, ``neutral`` …) or ``None``
    when
        the days of the act, half-open; empty if not known
    time, time_source
        the expression that gives them, and how: ``stated`` beside the act, ``carried`` from an earlier sentence,
        ``derived`` by reckoning, ``document`` (only the day of printing is known; ``when`` then holds that day), or
        ``none``
    modality, attribution
        whether it happened (`Modality`), and the chain of those who vouch for it, nearest first
    headline
        one line for a reader, in the words of the text
    headline_worthy
        whether an editor would put it on a timeline: a dated or placed meeting or offensive, or a speaker's first
        statement, and not merely conditional
    mentions
        every place where it is told; the first one is the fullest
    conflicts
        contradictions between reports of the same act, in words
    """

    id: str
    type: EventType
    subtype: str
    stance: str | None = None
    when: tuple[Interval, ...] = ()
    time: TimeExpression | None = None
    time_source: TimeSource = "none"
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    modality: Modality = Modality.ASSERTED
    headline: str = ""
    headline_worthy: bool = False
    mentions: tuple[Mention, ...] = ()
    codes: Codes = field(factory=Codes)
    attribution: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

"""What an event is: who met, attacked or said what, when, where, and whether it happened."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from sys import intern
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


TimeSource = Literal["stated", "carried", "derived", "document", "corrected", "none"]
ActorRole = Literal["agent", "target", "participant", "host", "speaker", "addressee"]
PlaceRole = Literal["location", "destination", "topic"]


# What recurs in thousands of tellings (frames, names, who is printed how, why) is kept in memory once.


def kept_once(text: str) -> str:
    """The same string for all that read alike."""
    return intern(text)


def _words_once(words: tuple[str, ...]) -> tuple[str, ...]:
    return _first_met(words)


def _roles_once(roles: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(map(_first_met, roles))  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def _first_met(words: tuple[str, ...]) -> tuple[str, ...]:
    return words


@frozen
class Actor:
    """Someone who takes part: «وزير الخارجية التركي هاكان فيدان» is هاكان فيدان, agent, TUR, TURGOV.

    ``start_char``/``end_char`` index the document of the event's first mention. ``text`` is what stands there,
    ``name`` the canonical Arabic name, ``name_en`` the English one where known. ``country`` is ISO 3166-1 alpha-3,
    ``code`` the CAMEO/PLOVER actor code (TURGOV, SYRREB), ``wikidata`` the item (Q…), where known.
    """

    text: str = field(converter=kept_once)
    start_char: int
    end_char: int
    name: str = field(converter=kept_once)
    role: ActorRole
    name_en: str | None = None
    country: str | None = None
    code: str | None = None
    wikidata: str | None = None

    @property
    def is_identified(self) -> bool:
        """Whether it can be told from others: «داعش», «أردوغان», not «المسلحون»."""
        return bool(self.name_en or self.code or self.country or self.wikidata)


@frozen
class Place:
    """Where it happens («location»), leads to («destination») or what is talked about («topic»)."""

    text: str = field(converter=kept_once)
    start_char: int
    end_char: int
    name: str = field(converter=kept_once)
    role: PlaceRole = "location"
    name_en: str | None = None
    country: str | None = None
    parent: str | None = None
    wikidata: str | None = None


@frozen
class Toll:
    """How many are said to have been killed or hurt («20», «أكثر من 40»), and who says so (the report itself: none).

    ``high`` is None where only the least is said («أكثر من 20»).
    """

    low: int
    high: int | None
    said_by: str | None = None


@frozen
class Telling:
    """How one telling of an act was read: «قصف» as a frame of shelling, who fills it and by which function, and why.

    Attributes
    ----------
    frame
        the frame that is met, in the notation of the lexicon: ``قصف: agent:armed, target:target``
    clause
        the line of the sentence's tree that it was read from: ``قصفت (that): subject = …; object = …``
    roles
        for each role that is filled: the role, the words, and what they are in the sentence (``subject``, ``genitive``,
        a preposition)
    dated
        what decided the date
    status
        whether it happened as this sentence has it, and the words that decided
    refused
        readings that were looked at and not taken, each with the reason
    """

    frame: str = field(converter=kept_once)
    clause: str = ""
    roles: tuple[tuple[str, str, str], ...] = field(default=(), converter=_roles_once)
    dated: str = ""
    status: tuple[str, ...] = field(default=(), converter=_words_once)
    refused: tuple[str, ...] = field(default=(), converter=_words_once)


@frozen
class Mention:
    """Where an event is told: the document's id, the sentence and the trigger word as (start, end) in its text.

    ``reading`` says how this telling was read; it is left out of comparisons.
    """

    document: str
    sentence: tuple[int, int]
    trigger: tuple[int, int]
    reading: Telling | None = field(default=None, eq=False, repr=False)


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
        what its sentence says, in twelve hexadecimal digits: the same on every machine, whatever is known about the
        report and whatever stands around the sentence (`timeline.events.ids`)
    type, subtype, stance
        what it is (`EventType`), its kind (``phone``, ``airstrike``, ``accuse`` …), and for statements the attitude
        (``support``, ``accuse``, ``demand``, ``reject``, ``threaten``, ``deny``, ``neutral`` …) or ``None``
    when
        the days of the act, half-open; empty if not known
    time, time_source
        the expression that gives them, and how: ``stated`` beside the act, ``carried`` from an earlier sentence,
        ``derived`` by reckoning, ``document`` (only the day of printing is known; ``when`` then holds that day),
        ``corrected`` by hand, or ``none``
    modality, attribution
        whether it happened (`Modality`), and the chain of those who vouch for it, nearest first
    headline, headline_en
        one line for a reader, as a newspaper writes it: of the kind of act and the names of who, whom and where; in a
        timeline the title of a report whose act it is, and no two events have the same. English where names have one
    content
        of a statement, what is said, in the words of the text
    dead, wounded
        how many are said to have been killed and hurt (`Toll`), as each report gives it
    tellings
        of an act that several reports tell: the event as each of them has it; empty for a single telling
    votes
        of an act that several reports tell, why they are taken for one: what they share, and how many say it
    part_of
        the id of the event that it belongs to (`timeline.chronology.episodes`): a reception to a visit, a battle to an
        offensive
    headline_worthy
        whether an editor would put it on a timeline: a dated or placed meeting or offensive, or a speaker's first
        statement, and not merely conditional
    background
        whether it is only referred to («منذ اندلاع الحرب»): no news of the day, never dated by the day of printing
    mentions
        every place where it is told; the first one is the fullest
    conflicts
        contradictions between reports of the same act, in words
    corrected
        what was corrected by hand, from what to what, and where that is written; left out of comparisons. ``tellings``
        then has what was read, of one report too; of an event that was added by hand there is none
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
    headline: str = field(default="", converter=kept_once)
    headline_worthy: bool = False
    mentions: tuple[Mention, ...] = ()
    codes: Codes = field(factory=Codes)
    attribution: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    sources: tuple[str, ...] = field(default=(), converter=_words_once)
    background: bool = False
    dead: tuple[Toll, ...] = ()
    wounded: tuple[Toll, ...] = ()
    tellings: tuple[Event, ...] = ()
    part_of: str | None = None
    headline_en: str = field(default="", converter=kept_once)
    content: str = ""
    votes: tuple[str, ...] = ()
    corrected: tuple[str, ...] = field(default=(), eq=False)

    def explain(self) -> str:
        """How the event was read, for a reader who wants to contest it.

        First its kind, status, days and where they come from. Then each telling: the clause that the sentence's tree
        has for it, the frame that is met, role by role who fills it and as what (``subject``, ``genitive``, a
        preposition; ``→`` leads from a pronoun or a title to who is meant), what decided the date and the status, and
        the readings that were refused. Contradictions between tellings come last, and what was corrected by hand.

        >>> import timeline
        >>> report = timeline.Document("نفت موسكو شن غارات على إدلب أمس.", "2024-12-03")
        >>> print(timeline.extract(report)[1].explain())
        offensive/airstrike, denied, [2024-12-02, 2024-12-03) (stated)
          «غارات»: غارات: علي = إدلب
            frame: غارة: agent:force|state|vehicle|body, على|ضد target:target
            target: إدلب (علي)
            agent: موسكو → روسيا (subject)
            dated by «أمس»: in its clause
            status: denied, by «نفى (denies)»
        """
        from timeline.events.explain import plain

        return plain(self)

    def explain_html(self) -> str:
        """The same as an escaped fragment of HTML: a definition list for each telling."""
        from timeline.events.explain import html

        return html(self)

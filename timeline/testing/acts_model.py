"""What an act is to those who say it and read it back: «قصف الجيش الروسي جسرا أمس» is force, by RUS, on a bridge."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from timeline.events.model import EventType, Modality

Number = Literal["s", "d", "p"]


@frozen
class Noun:
    """A noun group in its cases: «مسلحون مجهولون», genitive and accusative «مسلحين مجهولين».

    ``human`` is False for things, whose plural is feminine singular to verbs and pronouns.
    """

    nominative: str
    genitive: str
    accusative: str
    gender: str = "m"
    number: Number = "s"
    human: bool = True
    indefinite: bool = False


@frozen
class Party:
    """One who acts or is acted on: a noun group, and what reading may call it.

    Attributes
    ----------
    noun
        the words, in their cases
    name
        the name that an actor has to have: of «وزير الخارجية التركي هاكان فيدان» only the last two words
    country
        ISO 3166-1 alpha-3; an actor of that country is this party too
    kind
        the class that verbs choose by: ``army``, ``group``, ``building``, ``people``, ``person``
    actor
        whether reading has to find it as an actor; a bridge is none
    definite
        the same with the article, of things that a relative clause describes: «الجسر»
    title, honour
        what stands beside the name of a person: «وزير الخارجية التركي», «صاحب السمو الملكي الأمير»
    of_country
        the same title before the name of the state: «وزير خارجية تركيا»
    """

    noun: Noun
    name: str
    country: str | None = None
    kind: str = "person"
    actor: bool = True
    definite: str = ""
    title: str = ""
    of_country: str = ""
    honour: str = ""


@frozen
class Act:
    """An act as it was meant, before it was said.

    ``day`` is None where the sentence gives it no day: reading may then have the day of printing, marked as such.
    ``agents`` and ``targets`` are those of force, ``participants`` those who meet, ``speaker`` who speaks.
    ``modality`` has every value that would do. ``also`` are other acts of the same sentence. ``or_undated``: the day is
    that of a clause before, and reading may leave it open.
    """

    type: EventType
    way: str
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    participants: tuple[Party, ...] = ()
    speaker: Party | None = None
    day: dt.date | None = None
    place: str | None = None
    modality: frozenset[Modality] = frozenset({Modality.ASSERTED})
    vouched: Party | None = None
    or_undated: bool = False
    also: tuple[Act, ...] = ()

    def __str__(self) -> str:
        """One line for the runner: ``offensive asserted 2024-12-02 agents=الجيش الروسي/RUS targets=جسرا``."""
        parts = [self.type.value, "|".join(sorted(self.modality)), str(self.day or "undated")]
        roles = {
            "agents": self.agents,
            "targets": self.targets,
            "participants": self.participants,
            "speaker": (self.speaker,) if self.speaker else (),
        }
        for role, parties in roles.items():
            if parties:
                named = "; ".join(f"{party.name}/{party.country or '-'}" for party in parties)
                parts.append(f"{role}={named}")
        return " ".join(parts)


@frozen
class Told:
    """A text that tells an act, the act, and the day of printing."""

    text: str
    act: Act
    reference: dt.date

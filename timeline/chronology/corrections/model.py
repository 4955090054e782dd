"""A correction, and what can come between it and its event."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import field, frozen

from timeline.events.model import ActorRole, PlaceRole

Do = Literal["drop", "merge", "split", "fix", "add"]
Kind = Literal["unmatched", "ambiguous", "contradiction", "unchanged", "unreadable"]

ACTOR_ROLES: tuple[str, ...] = get_args(ActorRole)
PLACE_ROLES: tuple[str, ...] = get_args(PlaceRole)
#: Which event is meant; all that is given has to fit.
WHICH = ("quote", "trigger", "day", "source", "id")
#: What is so instead.
VALUES = (
    "date", "reference", "type", "subtype", "modality", "headline", "headline_en", *ACTOR_ROLES, *PLACE_ROLES,
)  # fmt: skip
#: What each kind of correction may say, besides ``do`` and ``note``.
ACCEPTED: dict[str, tuple[str, ...]] = {
    "drop": WHICH,
    "merge": (*WHICH, "with"),
    "split": WHICH,
    "fix": (*WHICH, *VALUES),
    "add": ("quote", "trigger", "source", "published", "title", "url", *VALUES),
}
#: Keys of several values; in one cell of a table they stand between " | ", and ``[]`` is none.
LISTS = frozenset(("with", *ACTOR_ROLES, *PLACE_ROLES))


@frozen(kw_only=True)
class Correction:
    """One correction: «قصفت الطائرات السوق» was on the fourth and not on the third.

    Attributes
    ----------
    do
        ``drop``, ``merge`` (the event with those of ``others``), ``split`` (what this sentence tells from the rest of
        its event), ``fix`` (what is given), ``add`` (an event that was not read)
    quote
        words of the sentence, in their order; others may stand between them
    trigger, day, source, id
        where the words fit several events: the word that tells the act, a day of it as it was read, the outlet, the id
    others
        of a merge, quotes or ids of the other events (``with`` in a file)
    date, reference
        the day or days: ISO, EDTF or an Arabic expression, counted from the reference (by default the day on which the
        report was printed); ``unknown`` for none
    type, subtype, modality, headline, headline_en
        as those of `Event`
    named
        by role (``agent``, ``target`` … ``location`` …) the names in it: all of them, none if empty
    published, title, url
        of an event to be added whose sentence is in no report: its source's
    note
        why; shown with the event
    stands
        file and line
    """

    do: Do
    quote: str
    trigger: str = ""
    day: str = ""
    source: str = ""
    id: str = ""
    others: tuple[str, ...] = ()
    date: str = ""
    reference: str = ""
    type: str = ""
    subtype: str = ""
    modality: str = ""
    headline: str = ""
    headline_en: str = ""
    named: tuple[tuple[str, tuple[str, ...]], ...] = ()
    published: str = ""
    title: str = ""
    url: str = ""
    note: str = ""
    stands: str = field(default="", eq=False)

    def __str__(self) -> str:
        return f"{self.stands or 'a correction'}: {self.do} «{self.quote:.60}{'…' if len(self.quote) > 60 else ''}»"


@frozen
class Conflict:
    """A correction that could not be applied, or did not have to be.

    ``kind``: ``unmatched`` (no event fits), ``ambiguous`` (several do), ``contradiction`` (another says otherwise;
    neither is applied), ``unchanged`` (it is so already), ``unreadable`` (a value has no meaning for this event).
    """

    kind: Kind
    correction: Correction
    said: str

    def __str__(self) -> str:
        return f"{self.correction}: {self.said}"

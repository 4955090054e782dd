"""How an act was read, put into words while it is at hand: what `Event.explain` shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.functions import Filler
from timeline.events.model import Actor, Telling
from timeline.events.reading import Act
from timeline.events.status import Status
from timeline.events.when import Dating

#: Why an act has the day it has where no expression gives one.
_UNDATED = {
    "document": "no date stands with it: the day of printing",
    "none": "no date stands with it, and it is no news of the day of printing",
}


def telling(act: Act, status: Status, source: str, dating: Dating | None, actors: Sequence[Actor]) -> Telling:
    """The reading of an act: frame, line of the tree, who fills it by which function, date, status, refusals."""
    tree, node = act.tree, act.node
    return Telling(
        frame=f"{act.frame.name}: {act.frame.notation}",
        clause=tree.line(node) or tree.words(node, whole=False),
        roles=tuple(_roles(act, actors)),
        dated=dating.why if dating is not None else _UNDATED.get(source, ""),
        status=(status.modality.value, *status.reasons),
        refused=(*act.notes, *_other_category(act)),
    )


def _roles(act: Act, actors: Sequence[Actor]) -> Iterator[tuple[str, str, str]]:
    told = {filler.role for filler in act.fillers}
    for filler in act.fillers:
        if filler.role == "content":
            continue
        said = act.tree.words(filler.node) if filler.node is not None else f"-{filler.pronoun}"
        who = _who(act, filler, actors)
        meant = f" → {who.name}" if who is not None and who.name not in said else ""
        yield filler.role, said + meant, "understood" if filler.implied else filler.function
    for actor in actors:
        if actor.role not in told:  # the speaker of the sentence before
            yield actor.role, actor.name, "carried"


def _who(act: Act, filler: Filler, actors: Sequence[Actor]) -> Actor | None:
    """The actor that a filler became: the one named in its words, or, of a pronoun, the one it leads back to."""
    of_role = [actor for actor in actors if actor.role == filler.role]
    if filler.node is not None and filler.node.kind == "noun":
        start, end = act.tree.span(filler.node)
        return next((actor for actor in of_role if start <= actor.start_char < end), None)
    return of_role[0] if len(of_role) == 1 else None


def _other_category(act: Act) -> Iterator[str]:
    """A word that may be verb or noun was read as one of them."""
    form = act.tree.units[act.node.head].form
    if act.node.kind == "verb" and form.nouns:
        yield f"«{form.folded}» as a noun: read as a verb its clause closes"
    elif act.node.kind == "noun" and form.verbs:
        yield f"«{form.folded}» as a verb: in this place of the clause it is a noun"

"""What reading has to say that is no report: what was guessed, skipped or left undated, and files of another kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeVar

from attrs import field, frozen

from timeline.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["guessed", "decoded", "skipped", "undated"]
Found = TypeVar("Found")
#: So many notes of a kind are told one by one; the others are counted.
SHOWN = 10


@frozen
class Note:
    """Something about a file that is no error: «columns: text=«النص»», «skipped: a page of this library».

    Parameters
    ----------
    kind
        ``guessed`` (columns, or a date by the file's name), ``decoded`` (the encoding was recognized), ``skipped``
        (no report is in it), ``undated`` (no date, or none that can be read)
    place
        the file, with line or record where there is one; empty where it is about all that was read
    message
        what is so
    count
        how many such things it stands for
    """

    kind: Kind
    place: str
    message: str
    count: int = field(default=1, kw_only=True)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class NoReportsError(DocumentError):
    """A file of another kind, whole and sound: an error where it was named, a note where it lay in a folder."""


def few(found: Iterable[Found | Note], place: str) -> Iterator[Found | Note]:
    """The same, but of each kind of note only the first ones; at the end how many more there were."""
    told: Counter[Kind] = Counter()
    for each in found:
        if isinstance(each, Note):
            told[each.kind] += each.count
            if told[each.kind] > SHOWN:
                continue
        yield each
    for kind, count in told.items():
        if count > SHOWN:
            yield Note(kind, place, f"and {count - SHOWN:,} more {kind}", count=count - SHOWN)

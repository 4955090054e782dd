"""A mapping that cannot change, can be hashed and pickled: the reports behind a timeline, by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from timeline.documents.model import Document

Value = TypeVar("Value")


class Fixed(Mapping[str, Value]):
    """A mapping of ids that cannot change."""

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[str, Value] | Iterable[tuple[str, Value]] = ()) -> None:
        self._items: dict[str, Value] = dict(items)
        self._hash: int | None = None

    def __getitem__(self, key: str) -> Value:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._items))
        return self._hash

    def __reduce__(self) -> tuple[type[Fixed[Value]], tuple[dict[str, Value]]]:
        return (Fixed, (self._items,))

    def __repr__(self) -> str:
        return f"Fixed({self._items!r})"


def fixed_notes(notes: Mapping[str, str]) -> Fixed[str]:
    """The same notes, unchangeable."""
    return notes if isinstance(notes, Fixed) else Fixed(notes)


def by_id(documents: Mapping[str, Document] | Iterable[Document]) -> Fixed[Document]:
    """Documents by their ids, unchangeable, and in the order of these: what is written does not tell how they came."""
    if isinstance(documents, Fixed):
        return documents
    named = documents if isinstance(documents, Mapping) else {document.id: document for document in documents}
    return Fixed((name, named[name]) for name in sorted(named))

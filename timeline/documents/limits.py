"""How much is too much: where reading stops, rather than taking the memory or the day of the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, fields_dict, frozen

from timeline.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Mapping


def _positive(limits: object, attribute: Any, value: object) -> None:
    del limits
    if type(value) is not int or value < 1:
        raise OptionError(f"limits: {attribute.name}={value!r}: accepted is a number, 1 or more")


def _limit(default: int, of: str) -> Any:
    return field(default=default, validator=_positive, metadata={"of": of})


@frozen
class Limits:
    """What files may hold; what is over is an error with its place, and everything else is read.

    Each limit says what it is of beside its default, and `docs/documents.md` lists them.

    Raises
    ------
    OptionError
        if one is no number of 1 or more
    """

    report: int = _limit(10_000_000, "characters of one report")
    record: int = _limit(1 << 26, "characters of one line of JSON Lines or CSV, or of one `<DOC>`")
    records: int = _limit(10_000_000, "records of one file")
    whole: int = _limit(1 << 29, "bytes, unpacked, of a file that is read whole: text, JSON, XML, feeds")
    page: int = _limit(1 << 24, "characters of a page of the web: its tree takes many times their room")
    ratio: int = _limit(200, "times that what is unpacked may be larger than what it was packed into")
    room: int = _limit(1 << 26, "bytes up to which it may be as much larger as it is")
    packings: int = _limit(3, "packings in packings")
    members: int = _limit(500_000, "files in one archive")
    nesting: int = _limit(200, "elements in elements of XML")


DEFAULT = Limits()


def limits_of(given: Mapping[str, int]) -> Limits:
    """The limits, those that are given by name in the place of the default ones.

    Raises
    ------
    OptionError
        if there is none of such a name, or it is no number of 1 or more
    """
    names = fields_dict(Limits)
    for name in given:
        if name not in names:
            raise OptionError(f"limits: {name!r} is none; there are {', '.join(names)}")
    return Limits(**given)

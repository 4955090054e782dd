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


def _limit(default: int) -> Any:
    return field(default=default, validator=_positive)


@frozen
class Limits:
    """What files may hold. Whatever is over is an error with its place, and the other files are read.

    Attributes
    ----------
    report
        characters of one report
    record
        characters of one line of JSON Lines, one row of CSV, one ``<DOC>``: what is read piece by piece
    records
        records of one file
    whole
        bytes of a file that is read whole, unpacked (text, JSON, XML, feeds)
    page
        characters of a page of the web: its tree takes many times their room
    ratio, room
        what is unpacked may be ``ratio`` times as large as what it was packed into, once it has over ``room`` bytes
    packings, members
        packings in packings, and files in one archive
    nesting
        elements in elements of XML

    Raises
    ------
    OptionError
        if one is no number of 1 or more
    """

    report: int = _limit(10_000_000)
    record: int = _limit(1 << 26)
    records: int = _limit(10_000_000)
    whole: int = _limit(1 << 29)
    page: int = _limit(1 << 24)
    ratio: int = _limit(200)
    room: int = _limit(1 << 26)
    packings: int = _limit(3)
    members: int = _limit(500_000)
    nesting: int = _limit(200)


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

"""EDTF text read back to intervals: ``{2024-12-07,2024-12-08}`` is two days, ``2024-21`` the spring of 2024.

What is read is the part of EDTF levels 0 to 2 in which the library writes: days, months, years, decades and centuries
with ``X``, seasons, quarters and halves by their numbers, ``~`` and ``?`` (which say how sure a date is and move no
day), stretches with open ends, and sets in braces. One of a set (``[…]``) and letter-prefixed years name no days that
could be given.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from timeline.errors import FormatError
from timeline.values.interval import Interval

DAY = dt.timedelta(days=1)
_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?(?P<sure>[~?%])?"
)
#: First month and number of months of the divisions of a year, by their EDTF number: seasons, quarters, halves.
_DIVISIONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


def intervals_of(text: str) -> tuple[Interval, ...]:
    """The intervals that an EDTF text denotes, in its order.

    >>> intervals_of("2024-12-07/..")
    (Interval('2024-12-07', None),)

    Raises
    ------
    FormatError
        if the text is no EDTF, names no days (a year before 1, one of a set), or a day that no calendar has
    """
    if text.startswith("{") and text.endswith("}"):
        return tuple(_stretch(part.strip(), text) for part in text[1:-1].split(","))
    return (_stretch(text, text),)


def is_edtf(text: str) -> bool:
    """Whether a text is EDTF as the library writes it, years before the common era included.

    >>> is_edtf("-0329"), is_edtf("{-0030,-0029}"), is_edtf("-0043-02-30"), is_edtf("-0000"), is_edtf("-0299/-0329")
    (True, True, False, False, False)
    """
    in_set = text.startswith("{") and text.endswith("}")
    members = text[1:-1].split(",") if in_set else [text]
    return all(_is_stretch(member.split(".." if in_set else "/")) for member in members)


def _is_stretch(ends: list[str]) -> bool:
    days = [_first_day(end) for end in ends if end != ".."]
    found = [day for day in days if day]
    return len(ends) <= 2 and bool(found) and len(found) == len(days) and found == sorted(found)


def _first_day(part: str) -> tuple[int, int, int] | None:
    """The first day of a date by its numbers, or ``None`` if it is none."""
    match = _DATE.fullmatch(part)
    if match is None or part.startswith("-0000"):
        return None
    year, month, day = match["year"].replace("X", "0"), match["month"], match["day"]
    if month is None:
        return int(year), 1, 1
    number = int(month)
    if number in _DIVISIONS:
        return (int(year), _DIVISIONS[number][0], 1) if day is None and "X" not in match["year"] else None
    if not 1 <= number <= 12 or "X" in match["year"]:
        return None
    # The calendar is the same every 400 years, before the year 1 too.
    last = monthrange(int(year) % 400 + 400, number)[1]
    return (int(year), number, int(day or 1)) if 1 <= int(day or 1) <= last else None


def _stretch(part: str, text: str) -> Interval:
    begin, slash, end = part.partition("/")
    if not slash and text.startswith("{"):  # in a set the ends of a stretch have dots between them
        begin, slash, end = part.partition("..")
    if not slash:
        return _date(part, text)
    opened, closed = begin in {"..", ""}, end in {"..", ""}
    if opened and closed:
        raise FormatError(f"EDTF {text!r}: {part!r} is open on both sides and names no days")
    first = None if opened else _date(begin, text).start
    last = None if closed else _date(end, text).end
    try:
        return Interval(first, last)
    except ValueError as error:
        raise FormatError(f"EDTF {text!r}: {part!r} ends before it starts") from error


def _date(part: str, text: str) -> Interval:
    match = _DATE.fullmatch(part)
    if match is None:
        raise FormatError(
            f"EDTF {text!r}: {part!r} is not read; accepted: 2024, 2024-12, 2024-12-07, 202X, 20XX, 2024-21 (season), "
            "2024-33 (quarter), 2024-40 (half), with ~ or ?, stretches with /, sets in {…}"
        )
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise FormatError(f"EDTF {text!r}: {part!r} has a month in a year that is not told")
        size = 10 ** year.count("X")
        first = int(year.replace("X", "0"))
        return _years(max(first, 1), first + size, part, text)
    number = int(year)
    if number < 1:
        raise FormatError(f"EDTF {text!r}: {part!r} lies before the year 1, where there are no days to give")
    if month is None:
        return _years(number, number + 1, part, text)
    divided = int(month)
    if day is not None or 1 <= divided <= 12:
        return _day_or_month(number, divided, day, part, text)
    if divided in _DIVISIONS:
        start, size = _DIVISIONS[divided]
        return Interval(dt.date(number, start, 1), _first_of(number, start + size, part, text))
    raise FormatError(
        f"EDTF {text!r}: {part!r} has no month {month}; accepted: 01-12, {', '.join(map(str, _DIVISIONS))}"
    )


def _day_or_month(year: int, month: int, day: str | None, part: str, text: str) -> Interval:
    if not 1 <= month <= 12 or (day is not None and not 1 <= int(day) <= monthrange(year, month)[1]):
        raise FormatError(f"EDTF {text!r}: there is no such day as {part!r}")
    if day is not None:
        return Interval.day(dt.date(year, month, int(day)))
    return Interval(dt.date(year, month, 1), _first_of(year, month + 1, part, text))


def _years(first: int, after: int, part: str, text: str) -> Interval:
    return Interval(dt.date(first, 1, 1), _first_of(after, 1, part, text))


def _first_of(year: int, month: int, part: str, text: str) -> dt.date:
    """The first of a month counted freely; dates end with the year 9999."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > 9999:
        raise FormatError(f"EDTF {text!r}: {part!r} ends behind the year 9999, where there are no days to give")
    return dt.date(year, month, 1)

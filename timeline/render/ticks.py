"""The time axis: from years to hours, each level under the one above it («29» under «نوفمبر/تشرين الثاني 2024»)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.render.spans import DAY_MS, FIRST_MS, HOUR_MS, LAST_MS, at, milliseconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.render.words import Words

Unit = Literal["hour", "day", "month", "year"]

# unit, step, pixels that a label needs
_LEVELS: tuple[tuple[Unit, int, int], ...] = (
    ("hour", 1, 44),
    ("hour", 3, 44),
    ("hour", 6, 44),
    ("day", 1, 26),
    ("day", 2, 26),
    ("day", 5, 26),
    ("day", 10, 26),
    ("month", 1, 58),
    ("month", 3, 58),
    ("month", 6, 58),
    ("year", 1, 46),
    ("year", 2, 46),
    ("year", 5, 46),
    ("year", 10, 46),
    ("year", 20, 46),
    ("year", 50, 46),
    ("year", 100, 46),
    ("year", 500, 46),
    ("year", 1000, 46),
)
_LENGTH = {"hour": HOUR_MS, "day": DAY_MS, "month": 30.44 * DAY_MS, "year": 365.25 * DAY_MS}
_WEEKDAY_ROOM = 76
_HOURS_BELOW = 2.5 * DAY_MS


@frozen
class Axis:
    """Where the ticks stand and what they say; ``bands`` are the stretches of the level above, with their names."""

    unit: Unit
    step: int
    positions: tuple[int, ...]
    texts: tuple[str, ...]
    grid: tuple[int, ...]
    bands: tuple[tuple[int, int, str], ...]

    def band_labels(self, pixel: float) -> list[tuple[int, str]]:
        """Where the level above is named, and how: as much of the name as its stretch has room for."""
        labels = []
        for start, end, text in self.bands:
            room = (end - start) / pixel
            for shorter in (text, text.split("/", maxsplit=1)[0] if "/" in text else text.rsplit(" ", 1)[0]):
                if len(shorter) * 6 + 6 <= room:
                    labels.append((start, shorter))
                    break
        return labels


def level(start: float, end: float, width: float) -> tuple[Unit, int, int]:
    """The finest level whose labels do not touch; hours only where a reader has come down to them."""
    for unit, step, room in _LEVELS:
        if unit == "hour" and end - start > _HOURS_BELOW:
            continue
        if (end - start) / (_LENGTH[unit] * step) * room <= width:
            return unit, step, room
    return _LEVELS[-1]


def axis(start: float, end: float, width: float, words: Words) -> Axis:
    """The axis for a window of time drawn so many pixels wide."""
    start, end = max(start, FIRST_MS), min(end, LAST_MS)
    unit, step, _ = level(start, end, width)
    grid = tuple(_starts(unit, step, start, end))
    length = _LENGTH[unit]
    room = width / max((end - start) / (length * step), 1)
    positions: list[int] = []
    texts: list[str] = []
    for moment in grid:
        # a day's name stands in its middle, over the midnights of the grid; with a step, under its own line
        place = moment + DAY_MS // 2 if unit == "day" else moment
        if start <= place <= end:
            positions.append(place)
            texts.append(_text(at(moment), unit, room, words))
    bands = tuple(_bands(unit, start, end, words))
    return Axis(unit, step, tuple(positions), tuple(texts), tuple(m for m in grid if start <= m <= end), bands)


def _text(moment: dt.datetime, unit: Unit, room: float, words: Words) -> str:
    if unit == "hour":
        return words.number(f"{moment:%H:%M}")
    if unit == "day":
        number = words.number(moment.day)
        return f"{words.weekday(moment.weekday(), short=True)} {number}" if room >= _WEEKDAY_ROOM else number
    if unit == "month":
        return words.month(moment.month, short=True)
    return words.number(moment.year)


def _starts(unit: Unit, step: int, start: float, end: float) -> Iterator[int]:
    """The beginnings of the units that touch the window; steps of days begin anew with each month."""
    first = at(start)
    if unit == "hour":
        moment = milliseconds(dt.datetime(first.year, first.month, first.day))  # noqa: DTZ001 (local time of the text)
        while moment <= end:
            if moment + step * HOUR_MS > start:
                yield moment
            moment += step * HOUR_MS
    elif unit == "day":
        for month in _starts("month", 1, start, end):
            begin = at(month)
            for number in _days_of_month(step, _month_length(begin)):
                moment = month + (number - 1) * DAY_MS
                if start - DAY_MS < moment <= end:
                    yield moment
    elif unit == "month":
        year, month_number = first.year, (first.month - 1) // step * step + 1
        while year <= dt.MAXYEAR and (moment := milliseconds(dt.date(year, month_number, 1))) <= end:
            yield moment
            year, month_number = (year, month_number + step) if month_number + step <= 12 else (year + 1, 1)
    else:
        year = max(first.year // step * step, 1)
        while year <= dt.MAXYEAR and (moment := milliseconds(dt.date(year, 1, 1))) <= end:
            yield moment
            year = year + step if year > 1 or step == 1 else step


def _days_of_month(step: int, length: int) -> range | list[int]:
    """Which days get a label: every one, odd ones, or 1, 5 (or 10), 15 …, never two at a month's seam."""
    if step == 1:
        return range(1, length + 1)
    if step == 2:
        return range(1, length, 2)
    return [1, *range(1 + step, length - step // 2 + 1, step)]


def _month_length(first: dt.datetime) -> int:
    if first.month == 12:
        return 31
    return (dt.date(first.year, first.month + 1, 1) - dt.date(first.year, first.month, 1)).days


def _bands(unit: Unit, start: float, end: float, words: Words) -> Iterator[tuple[int, int, str]]:
    """The level above, cut to the window: days over hours, months over days, years over months."""
    if unit == "year":
        return
    above: Unit = "day" if unit == "hour" else "month" if unit == "day" else "year"
    beginnings = list(_starts(above, 1, start, end))
    for index, moment in enumerate(beginnings):
        stop = beginnings[index + 1] if index + 1 < len(beginnings) else end
        if stop <= start:
            continue
        yield int(max(moment, start)), int(min(stop, end)), band_text(at(moment), above, words)


def band_text(moment: dt.datetime, unit: Unit, words: Words) -> str:
    """The name of a day, month or year as it stands over the axis."""
    if unit == "day":
        weekday = words.weekday(moment.weekday())
        return f"{weekday} {words.number(moment.day)} {words.month(moment.month)} {words.number(moment.year)}"
    if unit == "month":
        return f"{words.month(moment.month)} {words.number(moment.year)}"
    return words.number(moment.year)


def hijri_axis(start: float, end: float, width: float, words: Words) -> Axis | None:
    """Days, months or years of the Umm al-Qura calendar; ``None`` outside the years that it is tabled for."""
    unit, step, _ = level(start, end, width / 1.3)
    try:
        if unit in {"hour", "day"}:
            return _hijri_days(start, end, 1 if unit == "hour" else step, words)
        return _hijri_months(start, end, width, words)
    except (OverflowError, ValueError):  # hijridate's table runs from 1343 to 1500
        return None


def _hijri(moment: float) -> tuple[int, int, int]:
    from hijridate import Gregorian

    date = at(moment).date()
    year, month, day = Gregorian(date.year, date.month, date.day).to_hijri().datetuple()
    return year, month, day


def _hijri_begin(year: int, month: int) -> int:
    from hijridate import Hijri

    return milliseconds(dt.date(*Hijri(year, month, 1).to_gregorian().datetuple()))


def _hijri_month_starts(start: float, end: float) -> list[tuple[int, int, int]]:
    """Every month that touches the window: its beginning, year and number."""
    year, month, _ = _hijri(start)
    found = []
    while (begin := _hijri_begin(year, month)) <= end:
        found.append((begin, year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _hijri_days(start: float, end: float, step: int, words: Words) -> Axis:
    positions, texts = [], []
    for moment in _starts("day", 1, start, end):
        _, _, number = _hijri(moment)
        place = moment + DAY_MS // 2
        if start <= place <= end and number in _days_of_month(step, 29 if step > 1 else 30):
            positions.append(place)
            texts.append(words.number(number))
    months = _hijri_month_starts(start, end)
    stops = [begin for begin, _, _ in months[1:]] + [int(end)]
    bands = tuple(
        (int(max(begin, start)), int(min(stop, end)), f"{words.hijri_month(month)} {words.number(year)}")
        for (begin, year, month), stop in zip(months, stops, strict=True)
    )
    return Axis("day", step, tuple(positions), tuple(texts), (), bands)


def _hijri_months(start: float, end: float, width: float, words: Words) -> Axis:
    months = _hijri_month_starts(start, end)
    step = next((s for s in (1, 3, 6, 12, 24, 60) if len(months) / s * (76 if s < 12 else 50) <= width), 120)
    positions, texts = [], []
    for begin, year, month in months:
        if begin < start or (year * 12 + month - 1) % step:
            continue
        positions.append(begin)
        if step >= 12:
            texts.append(f"{words.number(year)} {words.table['hijri_year']}")
        else:
            name = words.hijri_month(month)
            texts.append(f"{name} {words.number(year)}" if month == 1 else name)
    return Axis("month", step, tuple(positions), tuple(texts), (), ())

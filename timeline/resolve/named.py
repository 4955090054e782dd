"""Days with a name, in the Gregorian, Hijri and church calendars."""

from __future__ import annotations

import datetime as dt

from timeline.resolve.calendar import DAY
from timeline.resolve.context import Context
from timeline.resolve.draft import Draft, draft, unresolved
from timeline.resolve.months import direction_of
from timeline.resolve.periods import why_no_year, year_number
from timeline.values import hijri
from timeline.values.interval import Interval
from timeline.values.meaning import Known, NamedDay, Year
from timeline.values.of_month import in_year, month_in


def _named_in(key: str, year: int) -> list[tuple[dt.date, str]]:
    """The days with this name in a Gregorian year; a Hijri feast may fall in it twice, or not at all."""
    if key.startswith("H"):
        month, day = int(key[1:3]), int(key[4:6])
        base = hijri.hijri_year_of(dt.date(year, 1, 1))
        found = [hijri.hijri_day(candidate, month, day) for candidate in (base, base + 1)]
        return [(each.date, f"hijri-{each.variant}") for each in found if each and each.date.year == year]
    if key == "EID":
        return sorted(_named_in("H10-01", year) + _named_in("H12-10", year))
    if key.startswith("OE"):
        return [(hijri.easter_of_the_east(year) + int(key[2:]) * DAY, "gregorian")]
    if key.startswith("E"):
        return [(hijri.easter(year) + int(key[1:]) * DAY, "gregorian")]
    return [(dt.date(year, int(key[:2]), int(key[3:])), "gregorian")]


def _in_told_year(meaning: NamedDay, context: Context) -> list[tuple[dt.date, str]]:
    """The days with this name in the year told with it; «عيد الفطر 1445» is of the Hijri year."""
    told = meaning.year
    if meaning.key[0] == "H" and isinstance(told, Year) and (told.era == "AH" or told.number in hijri.RUNNING_YEARS):
        found = hijri.hijri_day(told.number, int(meaning.key[1:3]), int(meaning.key[4:6]))
        return [(found.date, f"hijri-{found.variant}")] if found else []
    year = year_number(told, context)
    return _named_in(meaning.key, year) if year else []


@draft.register
def _(meaning: NamedDay, context: Context) -> Draft:
    why = "the year is told"
    if meaning.year is not None:
        in_year = _in_told_year(meaning, context)
        found = in_year[0] if in_year else None
    elif today := context.reference:
        direction, why = direction_of(meaning.shift, context)
        all_ = [day for year in range(today.year - 2, today.year + 3) for day in _named_in(meaning.key, year)]
        # A feast a few days off is the one that is meant, whichever way the clause points.
        close = [day for day in all_ if abs((day[0] - today).days) <= 5]
        if close and meaning.shift is None:
            found, why = min(close, key=lambda day: abs((day[0] - today).days)), "it is a few days away"
        elif direction == "past":
            found = max(
                (day for day in all_ if day[0] <= today and (meaning.shift is None or day[0] < today)), default=None
            )
        else:
            found = min((day for day in all_ if day[0] > today), default=None)
    else:
        found = None
    if found is None:
        text = "XXXX-XX-XX" if meaning.key[0] in "HEO" else f"XXXX-{meaning.key}"
        if meaning.eve:
            return unresolved(f"{text}TNI", why_no_year(meaning.year, context), type="TIME", granularity="part")
        return unresolved(text, why_no_year(meaning.year, context), granularity="day")
    date, name = found[0] + (meaning.day - 1) * DAY, found[1]
    if meaning.eve:
        first, last = context.settings.hours_of("night")
        begin = dt.datetime(date.year, date.month, date.day, first)  # noqa: DTZ001
        end = dt.datetime(date.year, date.month, date.day) + DAY + dt.timedelta(hours=last)  # noqa: DTZ001
        return Draft(f"{date.isoformat()}TNI", (Interval(begin, end),), "part", "TIME").step(
            str(date), f"{meaning.name}: {why}"
        )
    window = Interval(date - DAY, date + 2 * DAY) if name.startswith("hijri") else None
    result = Draft(date.isoformat(), (Interval.day(date),), "day", calendar=name, window=window)
    return result.step(date.isoformat(), f"{meaning.name}: {why}")


@draft.register
def _(meaning: Known, context: Context) -> Draft:
    """The event that is called by its day, unless it was not yet when this was printed: «هجمات 11 سبتمبر»."""
    plain = draft(meaning.plain, context)
    found = draft(_of_year(meaning), context)
    if not found.intervals or (context.reference and _begins(found) > context.reference):
        return plain
    if plain.intervals:
        found.alternatives = [(plain.intervals, "if no event of that name is meant")]
    return found.step(found.value, "an event that is called by its day")


def _of_year(meaning: Known) -> object:
    """What is known, told with its year."""
    plain, year = meaning.plain, Year(meaning.year)
    month = month_in(plain)
    return plain if month is None else in_year(plain, month, year)


def _begins(found: Draft) -> dt.date:
    start = found.intervals[0].start
    assert start is not None  # noqa: S101 (days and months have two ends)
    return start

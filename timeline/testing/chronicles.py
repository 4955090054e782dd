"""Days as chronicles tell them, with what they mean: by the nights over or left, by ordinals without article."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from timeline.testing import calendar, words
from timeline.testing.calendar import Direction
from timeline.testing.phrases import Phrase

#: The ordinal day of 1 Muharram of the year 1, one before it, in the arithmetic calendar of astronomers.
_BEFORE_THE_HIJRA = 227_014
_ORDINALS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")


def _date(year: int, month: int, day: int) -> dt.date:
    """A day of the arithmetic Hijri calendar: eleven leap years in thirty, months of 30 and 29 days in turn."""
    days = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day
    return dt.date.fromordinal(_BEFORE_THE_HIJRA + days)


def _longest(year: int, month: int) -> int:
    return 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29


def _nights(draw: st.DrawFn, count: int, one: str, two: str, several: str) -> str:
    """Nights with their verb: «ليلة خلت», «ليلتين خلتا», «عشر خلون», «اثنتي عشرة ليلة خلت»."""
    if count <= 2:
        return f"{('ليلة', 'ليلتين')[count - 1]} {(one, two)[count - 1]}"
    spelled = words.small_number(count, "feminine")[-1]
    if count > 10:
        return f"{draw(st.sampled_from((spelled, str(count))))} ليلة {one}"
    return f"{spelled}{draw(st.sampled_from(('', ' ليال')))} {several}"


@st.composite
def days_of_chronicles(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A day of an early Hijri year: «لعشر خلون من رجب سنة 658», «ثاني عشر رمضان سنة 700», «سلخ صفر سنة 99هـ»."""
    del reference, direction
    year, number = draw(st.integers(100, 1300)), draw(st.integers(1, 12))
    name = draw(st.sampled_from(words.hijri_month_names()[number]))
    behind = f"{name} {draw(st.sampled_from((f'سنة {year}', f'عام {year}', f'{year}هـ', f'سنة {year} للهجرة')))}"
    way = draw(st.sampled_from(("passed", "left", "ordinal", "middle", "last")))
    lead = draw(st.sampled_from(("", "في ", "منذ ")))
    if way in {"passed", "left"}:
        count = draw(st.integers(1, 29))
        verb = ("خلت", "خلتا", "خلون") if way == "passed" else ("بقيت", "بقيتا", "بقين")
        said, day, lead = f"{_nights(draw, count, *verb)} من {behind}", count, draw(st.sampled_from(("ل", "")))
        day = count if way == "passed" else 30 - count
    elif way == "ordinal":
        day = draw(st.integers(11, 19))
        said = f"{_ORDINALS[day - 11]} عشر {behind}"
    else:
        day = 15 if way == "middle" else _longest(year, number)
        said = f"النصف من {behind}" if way == "middle" else f"سلخ {behind}"
    date = _date(year, number, day)
    role = "since" if lead == "منذ " else "point"
    return Phrase(said, "DATE", str(date), (calendar.day(date),), role, lead=lead)

"""Strategies for what is counted: so long ago or ahead, windows, lengths, and units counted from the running one."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from timeline.testing import calendar, words
from timeline.testing.calendar import DAY, Direction
from timeline.testing.phrases import Phrase, _pick
from timeline.values.interval import Interval

_CODES = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M"}
_MOST = {"day": 120, "week": 40, "month": 36, "year": 60}


def _unit_around(date: dt.date, unit: str) -> tuple[str, Interval]:
    """The whole unit that a day stands in, and its TIMEX3 value."""
    if unit == "day":
        return str(date), calendar.day(date)
    if unit == "week":
        number = date.isocalendar()
        return f"{number.year:04d}-W{number.week:02d}", calendar.iso_week(date)
    if unit == "month":
        return f"{date:%Y-%m}", calendar.month(date.year, date.month)
    return f"{date.year:04d}", calendar.year(date.year)


def _away(date: dt.date, unit: str, count: int) -> dt.date:
    if unit in {"day", "week"}:
        return date + count * (7 if unit == "week" else 1) * DAY
    return calendar.months_away(date, count * (12 if unit == "year" else 1))


@st.composite
def _amount(draw: st.DrawFn, unit: str) -> tuple[int, str]:
    noun = _pick(draw, words.counted_units()[unit])
    count = draw(st.integers(1, _MOST[unit]))
    return count, words.quantity(count, noun, words=draw(st.booleans()), choice=draw(st.integers(0, 1)))


@st.composite
def offsets(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """So long ago, or ahead where the clause is of the future: «قبل يومين», «منذ أحد عشر عاما», «بعد 3 أسابيع».

    The result is as exact as its unit: «قبل شهرين» is that month.
    """
    unit = _pick(draw, ("day", "week", "month", "year"))
    count, amount = draw(_amount(unit))
    about = _pick(draw, ("", "", "نحو ", "حوالي ", "قرابة "))
    ahead = direction == "future"
    word, role = ("بعد", "point") if ahead else _pick(draw, (("قبل", "point"), ("منذ", "since")))
    value, interval = _unit_around(_away(reference, unit, count if ahead else -count), unit)
    return Phrase(f"{word} {about}{amount}", "DATE", value, (interval,), role, "APPROX" if about else None)


@st.composite
def windows(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """The time up to now, or from now on: «الأيام الثلاثة الماضية», «الشهرين المقبلين», «آخر 24 يوما»."""
    del direction
    unit = _pick(draw, ("day", "week", "month", "year"))
    count = draw(st.integers(2, 10))
    ahead = draw(st.booleans())
    feminine_plural = "الماضية" if not ahead else "المقبلة"
    if count == 2:
        noun = _pick(draw, words.forms("units", "the_unit_dual")[unit])
        feminine = noun.startswith("السنت")
        tail = {
            (False, False): "الماضيين",
            (False, True): "الماضيتين",
            (True, False): "المقبلين",
            (True, True): "المقبلتين",
        }[ahead, feminine]
        said = f"{noun} {tail}"
    else:
        noun = _pick(draw, words.forms("units", "the_unit_plural")[unit])
        number = words.forms("numbers", "the_cardinal")[count][noun in {"السنوات", "السنين"}]
        said = f"{noun} {_pick(draw, (number, str(count)))} {feminine_plural}"
    far = _away(reference, unit, count if ahead else -count)
    if not ahead:
        interval = Interval(far, reference)
    elif unit == "day":
        interval = Interval(reference + DAY, far + DAY)
    else:
        interval = Interval(reference, far)
    return Phrase(
        said, "DURATION", f"P{count}{_CODES[unit]}", (interval,), "within", lead=_pick(draw, ("", "خلال ", "في "))
    )


@st.composite
def lengths(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """How long, with no days meant: «لمدة ثلاثة أشهر», «استمرت أسبوعين»."""
    del reference, direction
    unit = _pick(draw, ("day", "week", "month", "year"))
    count, amount = draw(_amount(unit))
    if count == 1:
        amount += " واحدة" if words.gender_of(amount) == "feminine" else " واحد"
    return Phrase(amount, "DURATION", f"P{count}{_CODES[unit]}", (), None, lead=_pick(draw, ("لمدة ", "طوال ")))


@st.composite
def relative_units(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A week, month or year counted from the running one: «الأسبوع الماضي», «هذا الشهر», «السنة المقبلة»."""
    del direction
    unit = _pick(draw, ("week", "month", "year"))
    noun = _pick(draw, words.forms("units", "the_unit")[unit])
    feminine = words.gender_of(noun) == "feminine"
    step = draw(st.integers(-1, 1))
    if step == 0 and draw(st.booleans()):
        said = f"{'هذه' if feminine else 'هذا'} {noun}"
    else:
        category = {-1: "last", 0: "current", 1: "next"}[step]
        endings = [each for each in words.forms("relations", category)[step] if not each.endswith(("ين", "ان", "ات"))]
        said = f"{noun} {_pick(draw, [each for each in endings if each.endswith(words.TA_MARBUTA) is feminine])}"
    value, interval = _unit_around(_away(reference.replace(day=min(reference.day, 28)), unit, step), unit)
    if unit == "week":
        value, interval = _unit_around(_away(reference, unit, step), unit)
    lead, role = _pick(draw, (("", "point"), ("في ", "point"), ("خلال ", "within")))
    return Phrase(said, "DATE", value, (interval,), role, lead=lead)

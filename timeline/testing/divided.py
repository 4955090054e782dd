"""Parts of periods in words, with what they mean: quarters, the first or last units, decades by their number."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from timeline.testing import words
from timeline.testing.calendar import Direction, month
from timeline.testing.phrases import Phrase
from timeline.values.interval import Interval

_LEADS = ("", "في ", "خلال ")
_QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")
_CENTURIES = {18: "الثامن عشر", 19: "التاسع عشر", 20: "العشرين", 21: "الحادي والعشرين"}


def _led(draw: st.DrawFn, said: str, value: str, interval: Interval) -> Phrase:
    lead = draw(st.sampled_from(_LEADS))
    return Phrase(said, "DATE", value, (interval,), "within" if lead == "خلال " else "point", lead=lead)


def _months(year: int, first: int, last: int) -> Interval:
    return Interval(month(year, first).start, month(year, last).end)


@st.composite
def quarters(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A quarter of a year, or counted from the running one: «الربع الثالث من عام 2019», «الربع الماضي»."""
    del direction
    if draw(st.booleans()):
        step, behind = draw(st.sampled_from(((-1, "الماضي"), (0, "الجاري"), (1, "المقبل"))))
        year, number = divmod(reference.year * 4 + (reference.month - 1) // 3 + step, 4)
        said, number = f"الربع {behind}", number + 1
    else:
        year, number = draw(st.integers(1950, 2060)), draw(st.integers(1, 4))
        said = f"الربع {_QUARTERS[number - 1]} {draw(st.sampled_from(('من عام', 'من', 'لعام')))} {year}"
    return _led(draw, said, f"{year:04d}-Q{number}", _months(year, 3 * number - 2, 3 * number))


@st.composite
def first_units(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """The first months of a year, or the last week of a month: «أول 9 أشهر من عام 2019», «آخر أسبوع من مارس 2014»."""
    del reference, direction
    year = draw(st.integers(1950, 2060))
    if draw(st.booleans()):
        count = draw(st.sampled_from((4, 5, 7, 8, 9, 10)))
        said = f"أول {count} أشهر من عام {year}"
        return _led(draw, said, f"{year:04d}-01/{year:04d}-{count:02d}", _months(year, 1, count))
    number = draw(st.integers(1, 12))
    name = draw(st.sampled_from(words.month_names()[number]))
    said = f"{draw(st.sampled_from(('آخر أسبوع', 'الأسبوع الأخير')))} من {name} {year}"
    end = month(year, number).end
    assert isinstance(end, dt.date)  # noqa: S101 (months have two ends)
    start, last = end - dt.timedelta(days=7), end - dt.timedelta(days=1)
    return _led(draw, said, f"{start.isoformat()[:10]}/{last.isoformat()[:10]}", Interval(start, end))


@st.composite
def decades(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A decade by its number in a century: «العقد الثاني من القرن العشرين»."""
    del reference, direction
    number, century = draw(st.integers(1, 10)), draw(st.sampled_from(tuple(_CENTURIES)))
    first = (century - 1) * 100 + (number - 1) * 10
    said = f"العقد {draw(st.sampled_from(words.ordinal(number)))} من القرن {_CENTURIES[century]}"
    interval = Interval(dt.date(first, 1, 1), dt.date(first + 10, 1, 1))
    return _led(draw, said, f"{first // 10:03d}", interval)


@st.composite
def bygone_years(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A year or a stretch of years before the common era: «سنة 330 ق.م», «427-347 قبل الميلاد»."""
    del reference, direction
    era = draw(st.sampled_from(("ق.م", "ق. م", "قبل الميلاد")))
    last = draw(st.integers(1, 4000))
    value = _signed(last)
    if draw(st.booleans()):
        first = last + draw(st.integers(1, 300))
        return Phrase(f"{first}-{last} {era}", "DATE", f"{_signed(first)}/{value}", (), "range", lead="")
    noun = draw(st.sampled_from(("سنة", "عام")))
    return Phrase(f"{noun} {last} {era}", "DATE", value, (), "point", lead=draw(st.sampled_from(("", "في "))))


def _signed(year: int) -> str:
    """A year before the common era, counted from a year 0: 330 is -0329."""
    return f"-{year - 1:04d}" if year > 1 else "0000"

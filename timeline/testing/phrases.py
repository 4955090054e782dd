"""Strategies that draw what a date expression means and write it in Arabic; one strategy a construction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from timeline.testing import calendar, words
from timeline.testing.calendar import DAY, Direction
from timeline.values.interval import Interval

#: What may be said of where an expression stands: the printing day, and where its clause points.
LEADS_OF_PERIODS = (("في ", None), ("منذ ", "since"), ("حتى ", "until"), ("خلال ", "within"))
LEADS_OF_DAYS = (("", None), ("في ", None), ("منذ ", "since"), ("حتى ", "until"))


@frozen
class Phrase:
    """A date expression in words, with what it means.

    Attributes
    ----------
    words
        the expression, carefully spelled: «السابع والثامن من ديسمبر»
    type, value, intervals, role, modifier
        as in `timeline.TimeExpression`; ``value`` is ``None`` where TIMEX3 has no agreed one
    lead
        what stands before it and is no part of it: «في », «منذ »
    kind
        the construction
    """

    words: str
    type: str
    value: str | None
    intervals: tuple[Interval, ...]
    role: str | None = "point"
    modifier: str | None = None
    lead: str = ""
    kind: str = ""


@lru_cache(maxsize=4096)
def _one_of(choices: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """One strategy for equal choices: Hypothesis checks each only once."""
    return st.sampled_from(choices)


def _pick(draw: st.DrawFn, choices: Sequence[Any]) -> Any:
    return draw(_one_of(tuple(choices)))


def _led(
    draw: st.DrawFn, phrase: Phrase, leads: Sequence[tuple[str, str | None]], direction: Direction | None
) -> Phrase:
    """The phrase behind a preposition, which may give it a role; a clause about the future has no «منذ».

    Where no clause is, «حتى» would make what is left open a limit to come.
    """
    fit = {"future": (), None: ("since", "within")}.get(direction, ("since", "within", "until"))
    lead, role = _pick(draw, [each for each in leads if each[1] is None or (each[1] in fit and phrase.role == "point")])
    return evolve(phrase, lead=lead, role=role or phrase.role)


# ---- months and years ------------------------------------------------------------------------------------------------


@st.composite
def month_words(draw: st.DrawFn, number: int, *, alone: bool = False) -> str:
    """A month by one name of any family, or by two in any layout: «ديسمبر», «كانون الأول/ديسمبر», «مايو( أيار)».

    ``alone`` leaves out the names that need a word beside them.
    """
    family = _pick(draw, [family for family in words.FAMILIES if words.month_names(family)[number]])
    name: str = _pick(draw, words.month_names(family)[number])
    if draw(st.booleans()):
        others = [each for other in words.FAMILIES if other != family for each in words.month_names(other)[number]]
        if others:
            layout = _pick(draw, ("{}/{}", "{} / {}", "{} ({})", "{}({})", "{}( {} )", "{} {}", "{}-{}", "{} - {}"))
            second = _pick(draw, others)
            if second != name:
                return str(layout.format(name, second))
    if alone and name in words.weak_month_names():
        return f"شهر {name}"
    return name


@st.composite
def year_behind(draw: st.DrawFn, year: int) -> str:
    """A year as it stands behind a day or month: « 2024», « عام 2024», « من سنة ألفين وأربعة وعشرين», « 2024م»."""
    noun = _pick(draw, ("عام", "سنة", "العام"))
    return str(
        _pick(
            draw,
            (
                f" {year}",
                f"، {year}",
                f" {noun} {year}",
                f" من {noun} {year}",
                f" {year}م",
                f" {noun} {words.year_words(year, 'feminine' if noun == 'سنة' else 'masculine')}",
            ),
        )
    )


@st.composite
def months(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A month: «ديسمبر/كانون الأول الماضي», «شهر أيار 2011»."""
    number = draw(st.integers(1, 12))
    way = _pick(draw, ("year", "year", "last", "next", "this", "bare"))
    noun = _pick(draw, ("", "", "شهر "))
    name = draw(month_words(number, alone=way == "bare" and not noun))
    year = reference.year
    tail = ""
    if way == "year":
        year = draw(st.integers(1901, 2099))
        tail = draw(year_behind(year))
    elif way == "last":
        year -= number >= reference.month
        tail = " " + _pick(
            draw, [each for each in words.forms("relations", "last")[-1] if each in {"الماضي", "المنصرم", "الفائت"}]
        )
    elif way == "next":
        year += number <= reference.month
        tail = " " + _pick(draw, ("المقبل", "القادم"))
    elif way == "this":
        number = reference.month
        name, tail = draw(month_words(number)), " " + _pick(draw, ("الجاري", "الحالي"))
    elif direction == "future":
        year += number < reference.month
    else:
        year -= number > reference.month
    phrase = Phrase(f"{noun}{name}{tail}", "DATE", f"{year:04d}-{number:02d}", (calendar.month(year, number),))
    return _led(draw, phrase, LEADS_OF_PERIODS, direction)


@st.composite
def years(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A year: «عام 2011», «سنة ألف وتسعمئة وثلاث وسبعين», «2008م», or two of them."""
    del reference
    year = draw(st.integers(1901, 2099))
    noun = _pick(draw, ("عام", "سنة", "العام"))
    way = _pick(draw, ("digits", "words", "era", "two", "through"))
    value, role = f"{year:04d}", "point"
    intervals: tuple[Interval, ...] = (calendar.year(year),)
    if way == "digits":
        said = f"{noun} {year}"
    elif way == "words":
        said = f"{noun} {words.year_words(year, 'feminine' if noun == 'سنة' else 'masculine')}"
    elif way == "era":
        said = f"{year}{_pick(draw, ('م', ' م', ' ميلادية'))}"
    else:
        later = year + draw(st.integers(1, 9))
        if way == "two":
            said = f"{_pick(draw, ('عامي', 'سنتي'))} {year} و{later}"
            value, intervals = f"{year:04d},{later:04d}", (calendar.year(year), calendar.year(later))
        else:
            said = f"{_pick(draw, ('الأعوام ', 'السنوات '))}{year}{_pick(draw, ('-', ' - ', '–'))}{later}"
            value, intervals, role = (
                f"{year:04d}/{later:04d}",
                (Interval(dt.date(year, 1, 1), dt.date(later + 1, 1, 1)),),
                "range",
            )
    return _led(draw, Phrase(said, "DATE", value, intervals, role), LEADS_OF_PERIODS, direction)


# ---- days of a month -------------------------------------------------------------------------------------------------


@st.composite
def _days(draw: st.DrawFn, days: Sequence[int]) -> tuple[str, bool]:
    """Days joined by «و», in digits or as ordinals, and whether «من» has to follow."""
    # «التاسع والعشرون» is the 29th: the 9th and the 20th have to be told in digits.
    one_way = not any(a < 10 and b in {20, 30} for a, b in pairwise(days))
    if one_way and draw(st.booleans()):
        return " و".join(_pick(draw, words.ordinal(number)) for number in days), True
    return _pick(draw, (" و", " و ")).join(map(str, days)), False


@st.composite
def days(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """Days of a month, one, several or a stretch: «السابع والثامن من ديسمبر», «7-9 أيار 2011»."""
    number = draw(st.integers(1, 12))
    way = _pick(draw, ("bare", "bare", "year", "last", "next", "this"))
    if way in {"last", "next"} and number == reference.month:
        number = number % 12 + 1
    if way == "bare" and direction is None and number == reference.month:
        way = "this"  # «4 ديسمبر», printed on the third: where nothing else is said, both years can be meant
    if way == "this":
        number = reference.month
    longest = 29 if number == 2 else 30 if number in {4, 6, 9, 11} else 31
    if way in {"last", "next", "this"}:
        longest = min(longest, 28 if number == 2 else 30)
    count = _pick(draw, (1, 1, 1, 2, 3))
    chosen = sorted(draw(st.sets(st.integers(1, longest), min_size=count, max_size=count)))
    through = count == 2 and draw(st.booleans())
    name = draw(month_words(number))
    tail = ""
    if way == "year":
        year = draw(st.integers(1901, 2099).filter(lambda each: calendar.exists(each, number, chosen[-1])))
        tail = draw(year_behind(year))
    elif way == "this":
        year, tail = reference.year, " " + _pick(draw, ("الجاري", "الحالي"))
    elif way in {"last", "next"}:
        tail = " " + _pick(draw, ("الماضي", "المنصرم") if way == "last" else ("المقبل", "القادم"))
        year = calendar.year_of_days(number, chosen, reference, "past" if way == "last" else "future")
    else:
        year = calendar.year_of_days(number, chosen, reference, direction or "past")
    dates = [dt.date(year, number, each) for each in chosen]
    intervals: tuple[Interval, ...]
    if through:
        ordinals = draw(st.booleans())
        first, last = (_pick(draw, words.ordinal(each)) if ordinals else str(each) for each in chosen)
        join = _pick(draw, (" إلى ", " حتى ") if ordinals else (" إلى ", " حتى ", "-", " - ", "–"))
        written, needs_from = f"{first}{join}{last}", ordinals
        value, intervals, role = f"{dates[0]}/{dates[-1]}", (Interval(dates[0], dates[-1] + DAY),), "range"
    else:
        written, needs_from = draw(_days(chosen))
        value, intervals, role = ",".join(map(str, dates)), tuple(map(calendar.day, dates)), "point"
    noun = _pick(draw, ("", {1: "يوم ", 2: "يومي ", 3: "أيام "}[count])) if not through else ""
    of = " من " if needs_from or draw(st.booleans()) else " "
    phrase = Phrase(f"{noun}{written}{of}{name}{tail}", "DATE", value, intervals, role)
    leads: Sequence[tuple[str, str | None]] = LEADS_OF_DAYS if way != "bare" else (("", None), ("في ", None))
    if phrase.words in words.names_of_movements():
        leads = (("في ", None),)
    return _led(draw, phrase, leads, direction)


@st.composite
def days_of_running_month(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A day of the running, last or next month: «السابع من الجاري», «27 من الشهر الماضي»."""
    step, tail = _pick(
        draw, ((0, "الجاري"), (0, "الشهر الجاري"), (0, "هذا الشهر"), (-1, "الشهر الماضي"), (1, "الشهر المقبل"))
    )
    number = draw(st.integers(1, 28))
    first = calendar.month(reference.year, reference.month + step).start
    assert first is not None  # noqa: S101 (months have two ends)
    date = first.replace(day=number)
    said = f"{_pick(draw, (*words.ordinal(number), str(number)))} من {tail}"
    return _led(draw, Phrase(said, "DATE", str(date), (calendar.day(date),)), (("", None), ("في ", None)), direction)


@st.composite
def numeric_dates(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A date in digits: ISO, year first or day first, with any separator."""
    del reference
    date = draw(st.dates(dt.date(1901, 1, 1), dt.date(2099, 12, 31)))
    separator = _pick(draw, ("/", "-", ".", " / "))
    if draw(st.booleans()):
        parts = [str(date.year), f"{date.month:02d}", f"{date.day:02d}"]
    else:
        width = _pick(draw, (1, 2))
        parts = [f"{date.day:0{width}d}", f"{date.month:0{width}d}", str(date.year)]
    return _led(draw, Phrase(separator.join(parts), "DATE", str(date), (calendar.day(date),)), LEADS_OF_DAYS, direction)


@st.composite
def hijri_days(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A Hijri day: «12 ربيع الأول 1446 هـ», «العاشر من محرم 1440»; the days are those of `hijridate`."""
    from hijridate import Hijri

    del reference
    year, number = draw(st.integers(1343, 1500)), draw(st.integers(1, 12))
    longest = Hijri(year, number, 1).month_length()
    day = draw(st.integers(1, longest))
    date = dt.date(*Hijri(year, number, day).to_gregorian().datetuple())
    name = _pick(draw, words.hijri_month_names()[number])
    era = _pick(draw, ("", " هـ", "هـ", " هجرية", " للهجرة"))
    spelled = _pick(draw, words.ordinal(day))
    said = f"{_pick(draw, (f'{day} ', f'{day} من ', f'{spelled} من ', f'{spelled} من شهر '))}{name} {year}{era}"
    return _led(draw, Phrase(said, "DATE", str(date), (calendar.day(date),)), LEADS_OF_DAYS, direction)


# ---- weekdays and the days counted from today ------------------------------------------------------------------------


@st.composite
def weekdays(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A weekday or two: «الأربعاء», «يوم الخميس الماضي», «يومي السبت والأحد المقبلين»."""
    names = words.forms("days", "weekday")
    first = draw(st.integers(1, 7))
    shift = _pick(draw, (None, None, "past", "future"))
    way: Direction = shift or direction or "past"
    if draw(st.booleans()):
        noun = _pick(draw, ("", "يوم "))
        tail = (
            ""
            if shift is None
            else " " + _pick(draw, ("الماضي", "المنصرم", "الفائت") if shift == "past" else ("المقبل", "القادم"))
        )
        date = calendar.weekday(first, reference, way, strict=shift is not None)
        said = f"{noun}{_pick(draw, names[first])}{tail}"
        return Phrase(said, "DATE", str(date), (calendar.day(date),))
    second = first % 7 + 1
    tail = "" if shift is None else " " + ("الماضيين" if shift == "past" else "المقبلين")
    said = f"{_pick(draw, ('', 'يومي '))}{_pick(draw, names[first])} و{_pick(draw, names[second])}{tail}"
    if way == "past":
        later = calendar.weekday(second, reference, way, strict=shift is not None)
        earlier = later - DAY
    else:
        earlier = calendar.weekday(first, reference, way, strict=shift is not None)
        later = earlier + DAY
    return Phrase(said, "DATE", f"{earlier},{later}", (calendar.day(earlier), calendar.day(later)))


_DEICTIC = (
    (-2, "أول من أمس"), (-2, "أول أمس"), (-1, "أمس"), (-1, "يوم أمس"), (-1, "البارحة"), (0, "اليوم"), (0, "هذا اليوم"),
    (1, "غدا"), (1, "يوم غد"), (2, "بعد غد"),
)  # fmt: skip


@st.composite
def deictic_days(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A day counted from today, with its weekday beside it or not: «أمس», «غدا الخميس», «أول من أمس (الأحد)»."""
    del direction
    step, said = _pick(draw, _DEICTIC)
    date = reference + step * DAY
    name = _pick(draw, words.forms("days", "weekday")[date.isoweekday()])
    said = _pick(draw, ("{0}", "{0} {1}", "{0} ({1})", "{0} يوم {1}")).format(said, name)
    return Phrase(said, "DATE", str(date), (calendar.day(date),))


#: Hours of the parts of a day, as the conventions have them.
HOURS = {
    "dawn": (3, 6),
    "morning": (6, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 6),
}


@st.composite
def parts_of_days(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A part of a day that is named: «مساء الخميس», «فجر أمس», «بعد ظهر غد», «الثلاثاء صباحا»."""
    day = draw(
        st.one_of(weekdays(reference, direction), deictic_days(reference, direction), days(reference, direction))
    )
    if len(day.intervals) > 1 or day.role == "range":
        day = draw(deictic_days(reference, direction))
    date = day.intervals[0].start
    assert date is not None  # noqa: S101 (days have two ends)
    if draw(st.booleans()):
        (code, hours), nouns = _pick(draw, [(key, found) for key, found in words.forms("days", "part").items()])
        noun = _pick(draw, [each for each in nouns if not each.startswith("ال")] or nouns)
        if (code, hours) == ("MI", "noon") and draw(st.booleans()):
            code, hours, noun = "AF", "afternoon", f"بعد {noun}"
        said = f"{noun} {day.words}"
    else:
        adverbs = [(key, found) for key, found in words.forms("days", "part_adverb").items() if key[0] != "DT"]
        (code, hours), nouns = _pick(draw, adverbs)
        said = f"{day.words} {_pick(draw, nouns)}"
    return Phrase(said, "TIME", f"{date}T{code}", (calendar.hours(date, *HOURS[hours]),))


@st.composite
def nights(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """The night from one weekday into the next: «ليل الإثنين الثلاثاء», «ليلة السبت - الأحد»."""
    names = words.forms("days", "weekday")
    first = draw(st.integers(1, 7))
    second = first % 7 + 1
    later = calendar.weekday(second, reference, direction or "past", strict=direction == "future")
    join = _pick(draw, (" ", " - ", "-", " – ", "/", " على ", " إلى "))
    said = f"{_pick(draw, ('ليل', 'ليلة'))} {_pick(draw, names[first])}{join}{_pick(draw, names[second])}"
    return Phrase(said, "TIME", f"{later - DAY}TNI", (calendar.hours(later - DAY, *HOURS["night"]),))


@st.composite
def clock_times(draw: st.DrawFn, reference: dt.date, direction: Direction | None = None) -> Phrase:
    """A time on the clock on a day: «الساعة الثامنة من مساء أمس», «الساعة 20:30 أمس»."""
    step, name = _pick(draw, ((-1, "أمس"), (0, "اليوم"), (1, "غد"), (-2, "أول من أمس")))
    del direction
    date = reference + step * DAY
    midnight = dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 (local time of the text)
    if draw(st.booleans()):
        hour, minute = draw(st.integers(13, 23)), draw(st.integers(0, 59))
        said = f"الساعة {hour}{_pick(draw, (':', '.'))}{minute:02d} {name}"
    else:
        part, low, high = _pick(draw, (("صباح", 6, 11), ("فجر", 3, 5), ("مساء", 18, 23)))
        hour = draw(st.integers(low, high))
        minute, rest = _pick(draw, ((0, ""), (30, " والنصف"), (15, " والربع")))
        said = f"الساعة {words.hour_ordinal((hour - 1) % 12 + 1)}{rest} {_pick(draw, ('من ', ''))}{part} {name}"
    start = midnight + dt.timedelta(hours=hour, minutes=minute)
    length = dt.timedelta(minutes=1) if minute else dt.timedelta(hours=1)
    return Phrase(said, "TIME", f"{date}T{hour:02d}:{minute:02d}", (Interval(start, start + length),))

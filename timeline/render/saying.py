"""Intervals in words: ``[2024-12-07, 2024-12-09)`` is «من السبت 7 إلى الأحد 8 ديسمبر/كانون الأول 2024»."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline.render.bidi import isolate
from timeline.values.interval import Interval, as_datetime, union

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.model import Event
    from timeline.render.words import Words

DAY = dt.timedelta(days=1)


def day(date: dt.date, words: Words, *, weekday: bool = True, month: bool = True, year: bool = True) -> str:
    """«الجمعة 29 نوفمبر/تشرين الثاني 2024», as much of it as wanted."""
    parts = [words.weekday(date.weekday(), short=True)] if weekday else []
    parts.append(words.number(date.day))
    if month:
        parts.append(words.month(date.month))
        if year:
            parts.append(words.number(date.year))
    return " ".join(parts)


def _month_after(date: dt.date) -> dt.date:
    if date.month < 12:
        return dt.date(date.year, date.month + 1, 1)
    return dt.date(date.year + 1, 1, 1) if date.year < dt.MAXYEAR else dt.date.max


def _clock(moment: dt.datetime, words: Words) -> str:
    return isolate(words.number(f"{moment:%H:%M}"), "ltr")


def _range(start: str, end: str, words: Words) -> str:
    return str(words.table["when"]["range"].format(start=start, end=end))


def closed(interval: Interval, words: Words) -> str:
    """One closed interval: a day, hours of a day, a month, a year, or from … to …."""
    if interval.start is None or interval.end is None:
        raise ValueError(f"{interval} is open: say it with `interval_text`")
    start, end = as_datetime(interval.start), as_datetime(interval.end)
    first = start.date()
    if start.time() != dt.time.min or end.time() != dt.time.min:
        last = (end - dt.timedelta(microseconds=1)).date()
        if end - start <= dt.timedelta(minutes=1):
            clock: str = words.table["when"]["clock"]
            return clock.format(day=day(first, words), start=_clock(start, words))
        if first == last:
            pattern: str = words.table["when"]["hours"]
            ends = "24:00" if end.date() != first else f"{end:%H:%M}"
            return pattern.format(
                day=day(first, words), start=_clock(start, words), end=isolate(words.number(ends), "ltr")
            )
        return _range(
            f"{day(first, words)} {_clock(start, words)}", f"{day(end.date(), words)} {_clock(end, words)}", words
        )
    last = (end - DAY).date()
    if first == last:
        return day(first, words)
    after = end.date()
    if first.day == 1 and after == _month_after(first):
        return f"{words.month(first.month)} {words.number(first.year)}"
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        year: str = words.table["when"]["year"]
        if after.year == first.year + 1:
            return year.format(year=words.number(first.year))
        return _range(words.number(first.year), words.number(last.year), words)
    if first.day == after.day == 1:
        same = first.year == last.year
        opening = words.month(first.month) + ("" if same else f" {words.number(first.year)}")
        return _range(opening, f"{words.month(last.month)} {words.number(last.year)}", words)
    same_month = (first.year, first.month) == (last.year, last.month)
    opening = day(first, words, month=not same_month, year=first.year != last.year)
    return _range(opening, day(last, words), words)


def interval_text(interval: Interval, words: Words) -> str:
    """One interval, open ones too: «منذ الأربعاء 27 نوفمبر/تشرين الثاني 2024»."""
    say = words.table["when"]
    if interval.start is None and interval.end is None:
        return str(say["none"])
    if interval.end is None and interval.start is not None:
        return str(say["since"].format(start=_moment(interval.start, words)))
    if interval.start is None and interval.end is not None:
        last = as_datetime(interval.end) - dt.timedelta(microseconds=1)
        return str(say["until"].format(end=day(last.date(), words)))
    return closed(interval, words)


def _moment(moment: dt.date, words: Words) -> str:
    at = as_datetime(moment)
    return day(at.date(), words) + ("" if at.time() == dt.time.min else f" {_clock(at, words)}")


def intervals_text(intervals: Sequence[Interval], words: Words) -> str:
    """Several: neighbors joined, single days of one month listed («السبت 7 والثلاثاء 10 ديسمبر/كانون الأول 2024»)."""
    joined = union(intervals)
    if len(joined) < 2:
        return interval_text(joined[0], words) if joined else str(words.table["when"]["none"])
    months = {(i.start.year, i.start.month) for i in joined if i.start is not None}
    if len(months) == 1 and all(i.length == DAY for i in joined):
        dates = [as_datetime(i.start).date() for i in joined if i.start is not None]
        parts = [day(date, words, month=False) for date in dates[:-1]] + [day(dates[-1], words)]
        return words.listed(parts)
    return words.listed([interval_text(i, words) for i in joined])


def _is_whole(interval: Interval) -> bool:
    """Whether it is exactly months or years."""
    return not interval.is_open and all(
        side is not None and as_datetime(side).day == 1 and as_datetime(side).time() == dt.time.min
        for side in (interval.start, interval.end)
    )


def when_text(event: Event, words: Words) -> str:
    """When an event is, with its vagueness («تقريبًا», «أوائل») and whether only the day of printing is known."""
    say = words.table["when"]
    if not event.when:
        return str(say["none"])
    text = intervals_text(event.when, words)
    modifier = event.time.modifier if event.time is not None else None
    if modifier in {"START", "MID", "END", "APPROX"} and event.time_source != "document":
        # «أوائل ديسمبر» where the month is whole; a stretch already narrowed to days is said as it is
        whole = len(event.when) == 1 and _is_whole(event.when[0])
        text = say[modifier.lower() if whole else "approx"].format(when=text)
    if event.time_source == "document":
        text = say["document"].format(when=text)
    return str(text)

"""When a report was published, as its metadata say: «الثلاثاء، 3 ديسمبر 2024 - 18:22» is 2024-12-03.

The one place where dateparser is used: a metadata string is one date in one of a few languages, which is what
dateparser is good at. Dates in running text are the tagger's (`timeline.find`). What dateparser would guess is kept
from it: the languages are named, the day has to be there, relative strings need the caller's reference, Hijri years
are computed by the Hijri calendar, and the time of day, which only confuses it, is taken out first. Of a pair
(«16 ربيع الأول 1446 هـ - 19 سبتمبر 2024») the Gregorian day counts, which is a day and no computation.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import Any

from timeline.errors import DateError
from timeline.values.hijri import RUNNING_YEARS, hijri_day

LANGUAGES = ("ar", "en", "fr", "tr", "ru", "fa")
# Month names by country. dateparser refuses two regions of one language in one call, so each is tried by itself.
REGIONS = ("ar-SY", "ar-TN", "ar-MA")
YEARS = range(1800, 2201)
LONGEST = 200
ACCEPTED = "give a date such as 2024-12-03, 3/12/2024 or «3 ديسمبر 2024»"

_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:[صم](?!\w)|[ap]\.?m\b\.?))?", re.IGNORECASE)
_ZONE = re.compile(
    r"\(?\s*(?:بتوقيت\s+.*|بالتوقيت\s+.*|توقيت\s+.*|\b(?:GMT|UTC|EST|EDT|CET|CEST|EET|EEST|MSK)\b\s*[+-]?[\d:]*|[+-]\d{2}:?\d{2}\b)"
)
_CAPTION = re.compile(r"^[^\d:]*:\s*")
_WEEKDAY_COMMA = re.compile(r"^[^\W\d]+\s*[،,]\s*")
_TWO_NAMES = re.compile(r"([^\W\d]+(?: [^\W\d]+)?)\s*[/(\u060c|-]\s*([^\W\d]+(?: [^\W\d]+)?)\s*\)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})(?!\d)")
_WORDY = re.compile(r"\d{1,2}\s+(?:[^\W\d]+\s+){1,3}\d{4}(?!\d)")
# A day of the Hijri calendar in words («16 ربيع الأول 1446 هـ»), or in figures («26 / 5 / 1447هـ»).
_HIJRI_WORDY = re.compile(r"(\d{1,2})\s+((?:[^\W\d]+\s+){1,3})(1[345]\d\d)(?!\d)(?:\s?ه(?!\w))?")
_HIJRI_NUMERIC = re.compile(
    r"(?<!\d)(?:\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*1[345]\d\d|1[345]\d\d\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{1,2})"
    r"(?!\d)(?:\s?ه(?!\w))?"
)
_AS_OF = re.compile(r"\bالموافق\s*(?:ل(?!\w))?[\s:]*")
_OF_OUR_ERA = re.compile(r"(?<=\d{4})\s?م(?!\w)")
_FIGURES = re.compile(r"(\d{8,19})(?:\.0*)?")
# How many figures a moment counted from 1970 has, and what part of a second one of its units is.
_EPOCHS = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}
# «تشرين ثاني» is written beside «تشرين الثاني»; dateparser knows the second only.
_NO_ARTICLE = re.compile(r"(?<=تشرين|كانون)\s+(?=أول|اول|ثان)")
_TATWEEL, _ARABIC_COMMA = "\N{ARABIC TATWEEL}", "\N{ARABIC COMMA}"


def published_date(value: object, *, reference: dt.date | None = None) -> dt.date:
    """The day a report was published: «نشر في: 3 كانون الأول 2024» is 2024-12-03.

    Parameters
    ----------
    value
        a date, a datetime, a pendulum value; a number: seconds, milli-, micro- or nanoseconds since 1970 (the day is
        that of UTC), or 20241203; or the string of the metadata: ISO, RFC 2822, or as a newspaper prints it, in Arabic
        (any family of month names), English, French, Turkish, Russian or Persian month names, in the Gregorian or the
        Hijri calendar (the Umm al-Qura table, ±1 day)
    reference
        the day that a relative string counts from («منذ 3 ساعات»); without it such a string is an error, because
        nothing here reads the clock

    Raises
    ------
    DateError
        if it is no single day, naming the value and what would be accepted
    """
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e19:
        counted = _counted(str(int(value)))
        if counted is not None:
            return counted
    if not isinstance(value, str):
        raise DateError(f"{value!r} is no publication date: {ACCEPTED}")
    text = _plain(value[: LONGEST + 1])
    if len(value) > LONGEST or not any(char.isdigit() or char.isalpha() for char in text):
        raise DateError(f"{value[:60]!r} is no publication date: {ACCEPTED}")
    found = _counted(text) or _iso(text) or _numeric(text, value)
    if found is None and not _YEAR.search(text):
        found = _relative(text, value, reference)
    if found is None or (found.year not in YEARS and found.year not in RUNNING_YEARS):
        found = _absolute(text, value)
    elif found.year in RUNNING_YEARS:
        found = _hijri(found.year, found.month, found.day, value)
    return found


def _counted(text: str) -> dt.date | None:
    """A moment in figures alone: 1715644800 and 1715644800000 since 1970, 20240514102000."""
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    figures = match[1]
    if len(figures) in {8, 12, 14}:
        try:
            day = dt.date(int(figures[:4]), int(figures[4:6]), int(figures[6:8]))
        except ValueError:
            day = dt.date.min
        if day.year in YEARS and figures[8:10] < "24":
            return day
    if len(figures) not in _EPOCHS:
        return None
    seconds = int(figures) // _EPOCHS[len(figures)]
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _plain(value: str) -> str:
    """Western digits, no marks that cannot be seen, single spaces."""
    kept = []
    for char in value:
        if char.isdecimal():
            kept.append(str(unicodedata.digit(char)))
        elif char == _TATWEEL or unicodedata.category(char) in {"Cf", "Mn", "Cs"}:
            continue
        else:
            kept.append(" " if char.isspace() else char)
    return " ".join("".join(kept).split())


def _iso(text: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _numeric(text: str, value: str) -> dt.date | None:
    """D/M/Y and Y/M/D, the day first as Arabic papers write; a month above twelve is never swapped in silence."""
    found = []
    for first, month, last in _NUMERIC.findall(text):
        if len(first) == 4:
            found.append((int(first), int(month), int(last)))
        elif len(last) == 4:
            found.append((int(last), int(month), int(first)))
    for year, month, day in found:
        if year in YEARS:
            try:
                return dt.date(year, month, day)
            except ValueError:
                raise DateError(f"{value!r} is no day of the calendar, read day first; {ACCEPTED}") from None
    if any(int(year) in YEARS for year in _YEAR.findall(text)):
        return None  # «16/3/1446 هـ - 19 سبتمبر 2024»
    for year, month, day in found:
        if year in RUNNING_YEARS:
            return _hijri(year, month, day, value)
    return None


def _hijri(year: int, month: int, day: int, value: str) -> dt.date:
    found = hijri_day(year, month, day) if 1 <= month <= 12 and 1 <= day <= 30 else None
    if found is None:
        raise DateError(f"{value!r} is no day of the Hijri calendar, read day first; {ACCEPTED}")
    return found.date


def _absolute(text: str, value: str) -> dt.date:
    years = [int(year) for year in _YEAR.findall(text)]
    if not any(year in YEARS for year in years):
        found = _hijri_in_words(text, value)
        if found is None:
            raise DateError(f"{value!r} gives the year {years[0]}: a slip, or no day of the Hijri calendar; {ACCEPTED}")
        return found
    if any(year in RUNNING_YEARS for year in years):
        text = _HIJRI_NUMERIC.sub(" ", _HIJRI_WORDY.sub(" ", text))
    # A base is always given, so that dateparser does not read the clock; with a day, a month and a year it is unused.
    base = dt.datetime(next(year for year in years if year in YEARS), 1, 1)  # noqa: DTZ001 (local time of the text)
    for candidate in _candidates(text):
        found = _dateparser(candidate, base)
        if found is not None and found.year in YEARS:
            return found
    raise DateError(f"{value!r} is no publication date with day, month and year: {ACCEPTED}")


def _hijri_in_words(text: str, value: str) -> dt.date | None:
    """«2 جمادى الآخرة 1446 هـ»; dateparser knows the names of the months, however they are spelled."""
    from dateparser.calendars.hijri import HijriCalendar

    for day, words, year in _HIJRI_WORDY.findall(text):
        read = HijriCalendar(f"15 {words.strip()} {year}").get_date()
        if read is None or read.date_obj is None or set(read.parts) != {"year", "month", "day"}:
            continue
        told = read.date_obj.date()
        month = next((m for m in range(1, 13) if (middle := hijri_day(int(year), m, 15)) and middle.date == told), None)
        if month is not None:
            return _hijri(int(year), month, int(day), value)
    return None


def _relative(text: str, value: str, reference: dt.date | None) -> dt.date:
    if text.isdecimal():
        raise DateError(f"{value!r} is no publication date: {ACCEPTED}")
    base = dt.datetime(2000, 1, 15, 12) if reference is None else _noon(reference)  # noqa: DTZ001
    # A clock time alone is cut only from what names a day; here «منذ 3 ساعات» is all there is.
    for candidate in (text, _CAPTION.sub("", text)):
        found = _dateparser(candidate, base)
        if found is None:
            continue
        if reference is None:
            raise DateError(f"{value!r} depends on the day it was read: {ACCEPTED}, or say what it counts from")
        return found
    raise DateError(f"{value!r} is no publication date: {ACCEPTED}")


def _noon(reference: dt.date) -> dt.datetime:
    if isinstance(reference, dt.datetime):
        return dt.datetime(*reference.timetuple()[:6])  # noqa: DTZ001
    return dt.datetime(reference.year, reference.month, reference.day, 12)  # noqa: DTZ001


def _candidates(text: str) -> list[str]:
    """The string, then with less and less around the date: no clock, no caption, one month name of two."""
    text = _NO_ARTICLE.sub(" ال", text)
    bare = _OF_OUR_ERA.sub("", _AS_OF.sub(" ", _ZONE.sub(" ", _CLOCK.sub(" ", text))))
    bare = bare.replace(_ARABIC_COMMA, ", ").strip(" -–—|,.(")
    uncaptioned = _CAPTION.sub("", bare)
    candidates = [bare, uncaptioned, _WEEKDAY_COMMA.sub("", uncaptioned)]
    candidates += [_TWO_NAMES.sub(rf"\{side}", uncaptioned) for side in (1, 2)]
    candidates += [match.group() for whole in candidates[1:] for match in _WORDY.finditer(whole)]
    tidy = (" ".join(candidate.split()).strip(" -–—|,.(") for candidate in candidates)
    return list(dict.fromkeys(candidate for candidate in tidy if candidate))


def _dateparser(text: str, base: dt.datetime) -> dt.date | None:
    for parser in _parsers(base):
        found = parser.get_date_data(text).date_obj
        if found is not None:
            return dt.date(found.year, found.month, found.day)
    return None


@lru_cache(maxsize=64)
def _parsers(base: dt.datetime) -> tuple[Any, ...]:
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": base,
        "REQUIRE_PARTS": ["day"],
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TO_TIMEZONE": None,
    }
    settings = {name: value for name, value in settings.items() if value is not None}
    by_language = DateDataParser(languages=list(LANGUAGES), settings=settings)
    return (by_language, *(DateDataParser(locales=[region], settings=settings) for region in REGIONS))

"""Dates as CLDR writes them, in every Arabic locale, are read right without being told which locale it is.

The oracle is the package babel, which carries CLDR: formats, month names, digits. Nothing here comes from the lexicon.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tomllib
from importlib import resources

import pytest
from babel import Locale, localedata
from babel.core import get_global
from babel.dates import format_date, format_time, parse_pattern

import timeline
from timeline.testing import words

LOCALES = sorted(name for name in localedata.locale_identifiers() if name == "ar" or name.startswith("ar_"))
YEARS = (2023, 2024)
REFERENCE = dt.date(2024, 6, 15)
DAY = dt.timedelta(days=1)
SHAPES = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")

# What CLDR writes and is not read as CLDR means it, with the reason.
NO_DATES = {
    "d": "a lone number is a day only on a calendar sheet",
    "M": "a lone number is a month only in a form",
    "Md": "«7/12» is a date beside a weekday or «يوم» only; else a score, a law, a fraction",
    "MMdd": "as Md",
    "y": "a number of four digits needs a word that makes it a year",
    "MMM": "«مارس», «آب», «ماي» alone are other words too; the rest are read",
}
OTHER_MEANING = {
    "yw": "weeks of the year are not numbered in newspapers; the year in the phrase is read",
    "E": "a weekday without a date is the nearest one",
    "Ed": "a weekday with a lone number behind it: the number is not read",
    "MMMMW": "CLDR counts weeks by its calendar, newspapers count sevens of days from the first of the month",
}
#: Alone they are the two Lebanese alliances; with «في», «يوم» or a year they are days.
MOVEMENTS = {"8 آذار", "14 آذار"}
#: Stretches whose ends are lone numbers: as above.
NO_STRETCHES = {"d", "M", "Md"}


def distinct(write):
    """A text of each kind, with its first locale: 29 locales write five different texts."""
    found = {}
    for name in LOCALES:
        found.setdefault(write(name), name)
    return found.items()


def every_day():
    first = dt.date(YEARS[0], 1, 1)
    return (first + n * DAY for n in range((dt.date(YEARS[-1] + 1, 1, 1) - first).days))


def in_all_digits(text):
    western = str.maketrans("".join(SHAPES[1:]), SHAPES[0] * 2)
    return [text.translate(western).translate(str.maketrans(SHAPES[0], shape)) for shape in SHAPES]


def read(text):
    return [(e.text, e.intervals, e.conflicts) for e in timeline.find(text, reference=REFERENCE)]


def test_every_arabic_locale_is_here():
    assert len(LOCALES) >= 29
    assert {"ar", "ar_SY", "ar_IQ", "ar_LB", "ar_JO", "ar_PS", "ar_MA", "ar_MR", "ar_DZ", "ar_TN", "ar_EG"} <= set(
        LOCALES
    )


@pytest.mark.parametrize("length", ["full", "long", "medium", "short"])
def test_every_date_format_on_every_day(length):
    wrong = []
    for date in every_day():
        expected = (timeline.Interval.day(date),)
        for text, name in distinct(lambda each, date=date: format_date(date, length, locale=each)):
            texts = in_all_digits(text) if date.day % 5 == 0 else [text]
            wrong += [(name, each, read(each)) for each in texts if read(each) != [(each, expected, ())]]
    assert wrong == []


@pytest.mark.parametrize("length", ["full", "long", "medium", "short"])
def test_every_date_format_inside_a_sentence(length):
    for date in itertools.islice(every_day(), 0, None, 11):
        for text, _ in distinct(lambda each, date=date: format_date(date, length, locale=each)):
            sentence = f"وقع الطرفان الاتفاق ({text}) في مقر السفارة."
            assert read(sentence) == [(text, (timeline.Interval.day(date),), ())]


def skeletons(kind):
    formats = getattr(Locale.parse("ar"), kind)
    return sorted(each for each in formats if each and not set(each) & set("hHBms"))


def covered(date, skeleton):
    """The days that a pattern of these fields tells."""
    if "d" in skeleton:
        return timeline.Interval.day(date)
    if "Q" in skeleton:
        first = dt.date(date.year, (date.month - 1) // 3 * 3 + 1, 1)
        return timeline.Interval(first, words_month_end(first.year, first.month + 2))
    if "M" in skeleton:
        return timeline.Interval(date.replace(day=1), words_month_end(date.year, date.month))
    return timeline.Interval(dt.date(date.year, 1, 1), dt.date(date.year + 1, 1, 1))


def words_month_end(year, month):
    return dt.date(year + month // 12, month % 12 + 1, 1)


@pytest.mark.parametrize("skeleton", skeletons("datetime_skeletons"))
def test_every_flexible_format(skeleton):
    assert skeleton not in NO_DATES or skeleton not in OTHER_MEANING
    for date in itertools.islice(every_day(), 3, None, 13):
        # Without a year the nearest one behind is meant.
        told = date if "y" in skeleton else latest(date)
        for text, name in distinct(
            lambda each, told=told: Locale.parse(each).datetime_skeletons[skeleton].apply(told, Locale.parse(each))
        ):
            found = read(text)
            if skeleton == "MMM" and text not in words.weak_month_names():
                assert found == [(text, (covered(told, skeleton),), ())], name
            elif skeleton in NO_DATES or text in MOVEMENTS:
                assert found == [], name
            elif skeleton in OTHER_MEANING:
                assert found != [(text, (covered(told, skeleton),), ())], f"{skeleton} is read: take it off the list"
            else:
                (only,) = found
                assert only[1:] == ((covered(told, skeleton),), ()), (name, text)


def latest(date):
    """The same day in the year that is read where none is told: of the last twelve months, the running one whole."""
    year = REFERENCE.year - (date.month > REFERENCE.month)
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return dt.date(year, date.month, day)


STRETCHES = {
    "d": (dt.date(2024, 3, 5), dt.date(2024, 3, 9)),
    "M": (dt.date(2024, 3, 25), dt.date(2024, 5, 9)),
    "y": (dt.date(2022, 11, 5), dt.date(2024, 2, 9)),
}


def stretches():
    formats = Locale.parse("ar").interval_formats
    for skeleton in skeletons("interval_formats"):
        for field in formats[skeleton]:
            if field in STRETCHES:
                yield skeleton, field


@pytest.mark.parametrize(("skeleton", "field"), list(stretches()))
def test_every_interval_format(skeleton, field):
    wrong = []
    for shift in range(0, 340, 17):
        first, last = (date - shift * DAY for date in STRETCHES[field])
        if field == "d" and first.month != last.month:
            first = last.replace(day=1)
            if first == last:
                continue
        if "y" not in skeleton and last.year != first.year:
            continue
        if field == "M" and first.month == last.month:
            continue
        if "y" not in skeleton:
            last = latest(last)
            first = first.replace(year=last.year - (first.month > last.month))
            if first > last:
                continue
        start, end = covered(first, skeleton).start, covered(last, skeleton).end
        for text, name in distinct(lambda each, ends=(first, last): stretch(each, skeleton, field, ends)):
            for written in in_all_digits(text):
                found = read(written)
                if skeleton in NO_STRETCHES:
                    assert found == []
                elif [each[1:] for each in found] != [((timeline.Interval(start, end),), ())]:
                    wrong.append((name, written, found))
    assert wrong == []


def stretch(name, skeleton, field, ends):
    locale = Locale.parse(name)
    patterns = locale.interval_formats[skeleton][field]
    return "".join(parse_pattern(p).apply(end, locale) for p, end in zip(patterns, ends, strict=True)).strip()


@pytest.mark.parametrize("minute", range(0, 60, 7))
def test_times_of_day(minute):
    for hour in range(24):
        at = dt.time(hour, minute)
        for text, _ in distinct(lambda each, at=at: format_time(at, "short", locale=each)):
            (only,) = timeline.find(text, reference=REFERENCE)
            assert only.type == "TIME"
            assert only.value.endswith(f"T{hour:02d}:{minute:02d}")


# ---- the lexicon beside CLDR -----------------------------------------------------------------------------------------

# Spellings of CLDR that the lexicon has no word for, with the reason; empty, and to stay so.
MISSING_NAMES: dict[str, str] = {}


def test_every_month_name_of_cldr_is_in_the_lexicon():
    known = {}
    for number, names in words.month_names().items():
        known.update(dict.fromkeys(names, number))
    for name in LOCALES:
        for context in ("format", "stand-alone"):
            for number, month in Locale.parse(name).months[context]["wide"].items():
                plain = month.replace("\u00a0", " ")
                assert plain in MISSING_NAMES or known.get(plain) == number, (name, month)


def test_every_weekday_name_of_cldr_is_in_the_lexicon():
    known = {form: number for number, names in words.forms("days", "weekday").items() for form in names}
    for name in LOCALES:
        for number, weekday in Locale.parse(name).days["format"]["wide"].items():
            assert known.get(weekday) == number + 1, (name, weekday)


# ---- the codes of the gazetteers -------------------------------------------------------------------------------------

# Of the alpha-3 codes that CLDR has for one territory, the one of today; the others are those of states that are gone
# (DDR, YMD) or of names that are (BUR, ZAR).
OF_TODAY = {"CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "TL": "TLS", "YE": "YEM"}
# Kosovo has no code in ISO 3166; the one that everybody uses is of the users' own range.
ASSIGNED_BY_USERS = {"XKX"}
# Territories of CLDR without an entry: Antarctica, unions, parts of states, and codes that stand for nothing.
NO_STATES = {"AQ", "CQ", "EA", "EU", "EZ", "IC", "QO", "UN", "XA", "XB", "XK", "ZZ"}


def current_codes():
    """Alpha-3 to alpha-2, of the territories that CLDR has today."""
    found: dict[str, list[str]] = {}
    for alias, targets in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(targets) == 1:
            found.setdefault(targets[0], []).append(alias)
    return {OF_TODAY[alpha2] if len(codes) > 1 else codes[0]: alpha2 for alpha2, codes in found.items()}


def gazetteer_file(name):
    entries = tomllib.loads((resources.files("timeline.lexicon") / "ar" / "events" / name).read_text("utf-8"))
    return {key: row for key, row in entries.items() if key != "source"}


def test_the_codes_of_countries_are_those_of_today():
    assert set(gazetteer_file("countries.toml")) - set(current_codes()) == ASSIGNED_BY_USERS


def test_no_territory_of_cldr_is_missing():
    territories = {name for name in Locale.parse("en").territories if len(name) == 2} - NO_STATES
    assert territories == {
        current_codes()[code] for code in gazetteer_file("countries.toml").keys() - ASSIGNED_BY_USERS
    }


@pytest.mark.parametrize("file", ["persons.toml", "organizations.toml", "groups.toml"])
def test_the_entries_name_countries_of_today(file):
    known = {*current_codes(), *ASSIGNED_BY_USERS}
    told = {name: row["country"] for name, row in gazetteer_file(file).items() if "country" in row}
    assert {name: code for name, code in told.items() if code not in known} == {}
    # The code of an actor begins with its country, or with a word of CAMEO for what belongs to none.
    no_countries = {"IGO", "IMG", "NGO", "MNC", "MED", "WST", "ARB", "EUR", "PAL", "GOV", "REB", "PTY"}
    actors = {name: row["code"][:3] for name, row in gazetteer_file(file).items() if "code" in row}
    assert {name: code for name, code in actors.items() if code not in known | no_countries} == {}


def test_places_lie_in_countries_of_today():
    assert set(gazetteer_file("places.toml")) - {*current_codes(), *ASSIGNED_BY_USERS} == {"none"}

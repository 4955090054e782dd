"""Days with a name: feasts, memorial days, the turn of the year."""

from __future__ import annotations

import attrs

from timeline.grammar.rule import rule, symbol
from timeline.lexicon.load import Entry, lexicon
from timeline.values.meaning import DaysOfMonth, Known, Month, Name, NamedDay, Shift, YearLike
from timeline.values.of_month import without_year


@symbol("head:named_head tail*:named_word*")
def phrase(head: bytes, tail: tuple[bytes, ...] = ()) -> Entry | None:
    """The words of a name, looked up as a whole."""
    return lexicon().phrases.get((head, *tail))


@symbol("phrase of_year | phrase shift | phrase")
def named_tail(phrase: Entry, of_year: YearLike = None, shift: Shift | None = None) -> NamedDay:
    """A named day with its year."""
    return NamedDay(phrase.value, phrase.facts["forms"][0], of_year, shift, phrase.category == "named_eve")


@rule(
    "named_tail | day_noun named_tail",
    examples=("عيد الأضحى", "رأس السنة", "ليلة رأس السنة", "عيد العمال", "عيد الفطر المبارك", "عيد الميلاد الماضي"),
    silent=("عيد ميلاده",),
)
def day_by_name(named_tail: NamedDay) -> NamedDay:
    """A day with a name: «عيد الأضحى»."""
    return named_tail


@rule(
    "named_tail other_calendar",
    examples=("رأس السنة العبرية", "رأس السنة الصينية", "عيد الفصح اليهودي"),
)
def day_of_another_calendar(named_tail: NamedDay) -> Name:
    """A feast of a calendar that is not computed here, and not ours of that name: «رأس السنة العبرية»."""
    del named_tail
    return Name()


@rule("ordinal_before (day_plural | day_noun) named_tail", examples=("ثالث أيام عيد الأضحى", "ثاني يوم عيد الفطر"))
def day_of_feast(ordinal_before: int, named_tail: NamedDay) -> NamedDay | None:
    """The second or third day of a feast: «ثالث أيام عيد الأضحى»."""
    return attrs.evolve(named_tail, day=ordinal_before) if 1 <= ordinal_before <= 4 else None


@rule(
    "day_number month",
    examples=("حلفاء «14 آذار»", "وزراء 8 آذار"),
    silent=("في 14 آذار", "يوم 8 آذار", "14 آذار الماضي", "15 آذار"),
    not_after=(
        "in",
        "day_noun",
        "day_dual",
        "since",
        "until",
        "to",
        "from",
        "of_date",
        "before",
        "after",
        "part",
        "waw",
    ),
)
def dated_name(day_number: int, month: int) -> Name | None:
    """A movement named after a day: «14 آذار»."""
    return Name() if f"{month:02d}-{day_number:02d}" in lexicon().dated_names else None


def _known(noun: str, told: DaysOfMonth | None, month: Month | None) -> Known | None:
    """A day without a year, or a month, by which an event of this kind is known."""
    plain = told or month
    named = told.month if told else month
    if plain is None or not isinstance(named, Month) or without_year(named) is None:
        return None
    day = f"-{told.days[0]:02d}" if told and len(told.days) == 1 else ""
    if told and not day:
        return None
    year = lexicon().known_days.get((noun, f"{named.number:02d}{day}"))
    return Known(plain, year) if year else None


@rule(
    "article? days_in_month",
    examples=("هجمات 11 سبتمبر", "اعتداءات الحادي عشر من أيلول"),
    silent=("هجمات 12 سبتمبر", "هجمات 11 سبتمبر 2012", "في 11 سبتمبر"),
    after=("attack_noun",),
)
def known_attack(days_in_month: DaysOfMonth) -> Known | None:
    """An attack that is called by its day: «هجمات 11 سبتمبر» are of 2001."""
    return _known("attack_noun", days_in_month, None)


@rule(
    "article? days_in_month | month_name",
    examples=("ثورة 25 يناير", "ثورة يوليو", "ثورة 17 فبراير/شباط"),
    silent=("مهرجان 25 يناير", "ثورة 3 مارس", "ثورة يناير 1919"),
    after=("revolution_noun",),
)
def known_revolution(days_in_month: DaysOfMonth | None = None, month_name: Month | None = None) -> Known | None:
    """A revolution that is called by its day or month: «ثورة 25 يناير» is of 2011."""
    return _known("revolution_noun", days_in_month, month_name)


@rule(
    "article? days_in_month | month_name",
    examples=("حرب أكتوبر", "حرب تموز", "حرب 5 حزيران"),
    silent=("حرب مارس", "سفن حرب", "حرب أكتوبر 1973"),
    after=("war_noun",),
)
def known_war(days_in_month: DaysOfMonth | None = None, month_name: Month | None = None) -> Known | None:
    """A war that is called by its day or month: «حرب أكتوبر» is of 1973."""
    return _known("war_noun", days_in_month, month_name)


@rule("article? days_in_month", examples=("انقلاب 15 تموز",), silent=("انقلاب 16 تموز",), after=("coup_noun",))
def known_coup(days_in_month: DaysOfMonth) -> Known | None:
    """A coup that is called by its day: «انقلاب 15 تموز» is of 2016."""
    return _known("coup_noun", days_in_month, None)

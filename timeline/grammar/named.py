"""Days with a name: feasts, memorial days, the turn of the year."""

from __future__ import annotations

import attrs

from timeline.grammar.rule import rule, symbol
from timeline.lexicon.load import Entry, lexicon
from timeline.values.meaning import Name, NamedDay, Shift, YearLike


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

"""Vague times: «مؤخرا», «الآن», «المستقبل»."""

from __future__ import annotations

from typing import Any

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import About, Century, DaysOfMonth, Decade, Month, Reference, Year


@rule(
    "vague very? | now | lately",
    examples=("مؤخرا", "قريبا جدا", "الآن", "قرر الحزب أخيرا"),
    silent=("أخيرا وليس آخرا", "وأخيرا وصلوا"),
    not_before=("negation", "from"),
)
def vaguely(vague: str | None = None, now: str | None = None, lately: str | None = None) -> Reference:
    """The recent past, the near future, now: «مؤخرا»."""
    return Reference(vague or now or lately or "PRESENT_REF")  # type: ignore[arg-type]


@rule(
    "the_future near | yesterday near | tomorrow near",
    examples=("المستقبل القريب", "الأمس القريب"),
)
def distant(the_future: str | None = None, yesterday: int | None = None) -> Reference:
    """The future or the past at large: «المستقبل القريب»."""
    return Reference("PAST_REF" if yesterday else "FUTURE_REF")


@rule(
    "the_future",
    examples=("في المستقبل", "نحو المستقبل"),
    silent=("كتلة المستقبل", "تيار المستقبل", "شباب المستقبل"),
    after=("in", "until", "to", "from", "other_preposition"),
)
def the_time_ahead(the_future: str) -> Reference:
    """The future at large, after a preposition: «في المستقبل»."""
    del the_future
    return Reference("FUTURE_REF")


@rule("this the_unit_plural", examples=("هذه الأيام",), silent=("هذه السنوات",))
def nowadays(the_unit_plural: str) -> Reference | None:
    """The present at large: «هذه الأيام»."""
    return Reference("PRESENT_REF") if the_unit_plural == "day" else None


@symbol("named_year | year_noun? any_year era | full_month | days_in_month | hijri_days | decade | century")
def dated(
    named_year: Year | None = None,
    any_year: int = 0,
    era: Any = None,
    full_month: Month | None = None,
    days_in_month: DaysOfMonth | None = None,
    hijri_days: DaysOfMonth | None = None,
    decade: Decade | None = None,
    century: Century | None = None,
) -> object | None:
    """A date of the calendar that may be told as uncertain."""
    of_era = Year(any_year, era) if era and any_year > 100 else None
    return named_year or of_era or full_month or days_in_month or hijri_days or decade or century


@rule(
    "approximately dated | dated roughly",
    examples=("حوالي عام 1950", "نحو سنة 500 هـ", "قرابة 20 مايو", "عام 1900 تقريبا", "حوالي القرن التاسع"),
    silent=("حوالي 1950 مقاتلا", "تقريبا"),
)
def about(dated: object) -> About:
    """A date that is told as uncertain, EDTF's «~»: «حوالي عام 1950»."""
    return About(dated)

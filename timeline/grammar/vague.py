"""Vague times: «مؤخرا», «الآن», «المستقبل»."""

from __future__ import annotations

from timeline.grammar.rule import rule
from timeline.values.meaning import Reference


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

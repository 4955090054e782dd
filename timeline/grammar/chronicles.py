"""Days as Arabic chronicles tell them: by the nights of the month that are over or left, and by ordinals."""

from __future__ import annotations

from timeline.grammar.rule import symbol
from timeline.values.meaning import DaysOfMonth, Month, Year

#: Chroniclers count the nights that are left as if the month had thirty: they could not know before the moon was seen.
NIGHTS = 30


@symbol("(number | small_number) (night | night_plural)? | two:night_dual | one:night")
def nights(number: int = 0, small_number: int = 0, two: str | None = None, one: str | None = None) -> int | None:
    """Nights that are counted: «عشر», «خمس ليال», «ليلتين», «ليلة»."""
    counted = number or small_number or (2 if two else 1 if one else 0)
    return counted if 0 < counted < NIGHTS else None


@symbol(
    "nights passed hijri_behind_days | nights left:nights_left hijri_behind_days"
    " | ordinal_before ten? hijri_behind_days | half:the_half hijri_behind_days"
)
def chronicle_day(
    hijri_behind_days: Month,
    nights: int = 0,
    left: str | None = None,
    ordinal_before: int = 0,
    ten: int = 0,
    half: str | None = None,
) -> DaysOfMonth | None:
    """A day of a Hijri month as chronicles have it.

    «لعشر خلون من رجب» is the 10th, «لثلاث بقين من صفر» the 27th, «ثاني عشر رمضان» the 12th, «النصف من شعبان» the 15th.
    """
    if ordinal_before and (ordinal_before < 0 or not (ten or isinstance(hijri_behind_days.year, Year))):
        return None  # «رابع رمضان له في السجن» is his fourth
    day = NIGHTS // 2 if half else NIGHTS - nights if left else nights or ordinal_before + ten
    return DaysOfMonth((day,), hijri_behind_days)

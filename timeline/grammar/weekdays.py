"""Weekdays, the day words counted from today, and both together."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Apposed,
    Month,
    MonthLike,
    Name,
    NthWeekday,
    Recurring,
    Reference,
    Relative,
    Shift,
    Unspecified,
    Weekdays,
    WeekendOf,
)


@symbol(
    "ordinal_before from yesterday | ordinal_before yesterday | before yesterday | yesterday stem_order"
    " | after tomorrow | day_noun? yesterday | tomorrow | day_noun tomorrow | today | this the_unit"
)
def deictic_day(
    yesterday: int | None = None,
    tomorrow: int | None = None,
    today: int | None = None,
    ordinal_before: int | None = None,
    before: str | None = None,
    after: str | None = None,
    stem_order: int | None = None,
    the_unit: str | None = None,
) -> Relative | None:
    """A day counted from today: «أمس», «أول من أمس», «الأمس الأول», «بعد غد», «اليوم»."""
    if the_unit is not None:
        return Relative("day", 0) if the_unit == "day" else None
    if ordinal_before is not None and ordinal_before != 1:
        return None
    if yesterday is not None:
        if stem_order == 2:
            return None
        return Relative("day", -2 if ordinal_before or before or stem_order else -1)
    if tomorrow is not None:
        return Relative("day", 2 if after else 1)
    return Relative("day", 0)


@rule(
    "deictic_day",
    examples=("أمس", "أول من أمس", "أول أمس", "بعد غد", "غدا", "البارحة", "يوم أمس", "الأمس الأول"),
    silent=("حزب الغد", "هذا الأسبوع"),
    name_after=("party_noun",),
)
def day_counted_from_today(deictic_day: Relative) -> Relative | None:
    """A day counted from today: «أول من أمس»."""
    return deictic_day if deictic_day.count else None


@rule(
    "today | this the_unit",
    examples=("اليوم", "هذا اليوم"),
    silent=("الأوضاع أفضل اليوم", "اليوم الذي سبق", "اليوم الثالث من المفاوضات", "هذا الأسبوع"),
    name_after=("newspaper",),
    not_after=("comparative",),
    not_before=("relative_pronoun", "ordinal", "recent", "ordinal_unit", "following"),
)
def today(the_unit: str = "day") -> Relative | None:
    """The day of printing: «اليوم»."""
    return Relative("day", 0) if the_unit == "day" else None


@rule("day_noun early_tomorrow", examples=("يوم باكر",), silent=("وقت باكر",))
def tomorrow_in_the_gulf() -> Relative:
    """Tomorrow, as the Gulf writes: «يوم باكر»."""
    return Relative("day", 1)


@rule(
    "today number",
    examples=("اليوم 400 للحرب",),
    silent=("اليوم 400 شخص", "اليوم 7 مساء"),
    before=("campaign",),
)
def day_of_campaign(number: int) -> Name | None:
    """A day by its number in a war or strike, and not the day of printing: «اليوم 400 للحرب»."""
    return Name() if number > 1 else None


@rule("except weekday", examples=("ما عدا الجمعة", "باستثناء السبت"))
def weekday_left_out(weekday: int) -> Recurring:
    """A weekday of every week that a rule leaves out: «كل يوم ما عدا الجمعة»."""
    return Recurring(f"XXXX-WXX-{weekday}")


@rule(
    "outlet '«'? (outlet_country today | outlet_tomorrow) | outlet '«' (today | tomorrow) '«'",
    examples=("صحيفة الإمارات اليوم", "قناة فلسطين اليوم", "قناة الغد", "جريدة «الغد", "موقع «اليوم»"),
    silent=("قناة غدا",),
)
def outlet_by_its_name() -> Name:
    """A newspaper or station that has the day in its name: «قناة فلسطين اليوم»."""
    return Name()


@rule("weekday black", examples=("الخميس الأسود",))
def black_day() -> Name:
    """A day that a people remembers by its name: «الخميس الأسود»."""
    return Name()


@rule("tomorrow comparative", examples=("غد أفضل",))
def better_tomorrow() -> Name:
    """Tomorrow as a figure of speech: «من أجل غد أفضل»."""
    return Name()


@rule(
    "today day_of_what | (today | tonight) article number",
    examples=("اليوم العالمي", "اليوم الـ400", "الليلة الـ10"),
    silent=("اليوم الثلاثاء",),
)
def name_of_a_day() -> Name:
    """A day by its name, or by its number in a count, and not the day of printing: «اليوم العالمي للمياه»."""
    return Name()


@rule(
    "today",
    examples=("حتى اليوم", "الأوضاع أفضل اليوم"),
    after=("until", "to", "comparative"),
    not_before=("weekday",),
)
def these_days(today: int) -> Reference:
    """Today as the present at large: «حتى اليوم»."""
    del today
    return Reference("PRESENT_REF")


@rule(
    "deictic_day weekday | deictic_day '(' weekday ')' | deictic_day ',' weekday | deictic_day day_noun weekday",
    examples=("اليوم الثلاثاء", "أمس الأربعاء", "غدا (الخميس)", "أول من أمس الاثنين", "يوم أمس السبت"),
)
def day_and_weekday(deictic_day: Relative, weekday: int) -> Apposed:
    """A day counted from today with its weekday, each checking the other: «أمس الأربعاء»."""
    return Apposed(deictic_day, Weekdays((weekday,)))


@symbol("weekday '(' yesterday ')' | weekday '(' today ')' | weekday '(' tomorrow ')'")
def weekday_then_deictic(
    weekday: int, yesterday: int | None = None, today: int | None = None, tomorrow: int | None = None
) -> Apposed:
    """«الأربعاء (أمس)»."""
    return Apposed(Relative("day", yesterday or today or tomorrow or 0), Weekdays((weekday,)))


@rule("weekday_then_deictic", examples=("الأربعاء (أمس)",))
def weekday_with_deictic(weekday_then_deictic: Apposed) -> Apposed:
    """A weekday explained by a day word in brackets: «الأربعاء (أمس)»."""
    return weekday_then_deictic


@symbol("from? the_week plain_shift | this the_week | from this the_week")
def week_of_weekday(plain_shift: Shift | None = None) -> Relative:
    """The week that a weekday stands in: «من الأسبوع الماضي»."""
    return Relative("week", plain_shift.value if plain_shift else 0)


@symbol(
    "(day_noun | day_dual | day_plural)? days*:weekday (&days*:weekday | ',' days*:weekday)*"
    " (week:week_of_weekday | shift)? | day_noun days*:weekday_bare shift?"
    " | day_noun? days*:weekday shift &then:weekday"
)
def weekday_phrase(
    days: tuple[int, ...],
    week: Relative | None = None,
    shift: Shift | None = None,
    day_plural: int | None = None,
    then: int | None = None,
) -> Weekdays | None:
    """One or more weekdays, with what says which: «يومي السبت والأحد الماضيين»."""
    if day_plural and len(days) == 1:
        return None  # «أيام الجمعة» recur
    if then is not None:
        return Weekdays((*days, then), shift, of_first=True)
    return Weekdays(days, shift, week)


@rule(
    "weekday_phrase",
    examples=(
        "الأربعاء",
        "يوم الخميس",
        "السبت الماضي",
        "يومي السبت والأحد",
        "الإثنين والثلاثاء الماضيين",
        "الأربعاء من الأسبوع الماضي",
    ),
    silent=("أحد القادة", "سوق الجمعة", "خطيب الجمعة"),
    name_after=("mosque_noun", "place_noun"),
)
def weekdays(weekday_phrase: Weekdays) -> Weekdays:
    """One or more weekdays: «السبت والأحد الماضيين»."""
    return weekday_phrase


@rule(
    "day_noun? first:weekday (to | &to | '-') day_noun? last:weekday shift?",
    examples=("من الأحد إلى الخميس", "الاثنين - الأربعاء"),
)
def weekday_range(first: int, last: int, shift: Shift | None = None) -> Weekdays:
    """A stretch of weekdays: «من الأحد إلى الخميس»."""
    return Weekdays((first, last), shift, through=True)


@rule(
    "day_noun? first:weekday &last:weekday shift?",
    examples=("بين الأحد والخميس",),
    after=("between",),
)
def weekdays_between(first: int, last: int, shift: Shift | None = None) -> Weekdays:
    """A stretch of weekdays after «بين»: «بين الأحد والخميس»."""
    return Weekdays((first, last), shift, through=True)


@rule("day_plural weekday", examples=("يعمل أيام الجمعة",), not_before=("weekday",), not_after=("of_date",))
def on_weekdays(weekday: int) -> Recurring:
    """A weekday of every week: «أيام الجمعة»."""
    return Recurring(f"XXXX-WXX-{weekday}")


@rule(
    "ordinal_before (weekday_bare | day_noun weekday_bare)"
    " (from (full_month | relative_month | the_month) | hijri_behind_days)",
    examples=("أول جمعة من الشهر المقبل", "آخر أحد من ديسمبر", "ثاني خميس من تشرين الثاني", "آخر جمعة من رمضان"),
)
def nth_weekday(
    ordinal_before: int,
    weekday_bare: int,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
    hijri_behind_days: Month | None = None,
) -> NthWeekday:
    """The first, second or last such weekday of a month: «أول جمعة من الشهر المقبل»."""
    month = full_month or relative_month or hijri_behind_days or Relative("month", 0)
    return NthWeekday(ordinal_before, weekday_bare, month)


@rule(
    "weekday (recent | ordinal_number_feminine) (from (full_month | relative_month | the_month) | hijri_behind_days)",
    examples=(
        "الجمعة الأخيرة من الشهر",
        "الأحد الأخير من تشرين الأول",
        "الجمعة الأولى من سبتمبر",
        "الجمعة الأخيرة من رمضان",
        "الأربعاء الأخير من صفر",
    ),
)
def weekday_of_month(
    weekday: int,
    ordinal_number_feminine: int = -1,
    hijri_behind_days: Month | None = None,
    full_month: Month | None = None,
    relative_month: MonthLike | None = None,
) -> NthWeekday:
    """The so-manieth or last such weekday of a month: «الأحد الأخير من تشرين الأول»."""
    return NthWeekday(
        ordinal_number_feminine, weekday, full_month or relative_month or hijri_behind_days or Relative("month", 0)
    )


@rule(
    "the_end this? the_week shift? | weekend_noun the_end? the_week shift? | the_start the_week"
    " | weekend_noun weekly_end shift? | the_end the_week shift? | weekend_noun the_end the_week",
    examples=(
        "نهاية الأسبوع",
        "عطلة نهاية الأسبوع",
        "نهاية هذا الأسبوع",
        "عطلة نهاية الأسبوع الماضي",
        "العطلة الأسبوعية",
    ),
    silent=("نهاية الحرب",),
)
def weekend(shift: Shift | None = None) -> WeekendOf:
    """The days off of a week: «عطلة نهاية الأسبوع»."""
    return WeekendOf(shift)


@rule(
    "that today | today same_after | same_before today",
    examples=("ذلك اليوم", "اليوم نفسه", "نفس اليوم"),
)
def that_day() -> Unspecified:
    """A day that the story has told: «في ذلك اليوم»."""
    return Unspecified("XXXX-XX-XX", "day")

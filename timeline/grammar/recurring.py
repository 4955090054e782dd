"""What recurs: «كل جمعة», «يوميا», «مرتين أسبوعيا»."""

from __future__ import annotations

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import UNIT_CODES, Month, Recurring, Unit

#: Units that are told in years.
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


def _period(unit: str, count: float = 1) -> str:
    """The period in which something recurs: «كل أسبوعين» is P2W; a season has no agreed length."""
    if unit == "season":
        return "PXX"
    code = "Y" if unit in _YEARS else UNIT_CODES[unit]
    number = f"{round(count * _YEARS.get(unit, 1), 2):.12g}"
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


@rule(
    "every unit (or unit_dual)? | every amount | edge every unit | every this_unit:the_unit",
    examples=("كل يوم", "كل عام", "كل أسبوعين", "كل ثلاثة أشهر", "نهاية كل شهر"),
    silent=("كل الدول",),
)
def every_unit(
    unit: Unit | None = None, amount: tuple[float | None, Unit] | None = None, edge: str | None = None
) -> Recurring | None:
    """Every so often: «كل أسبوعين»."""
    if amount is not None:
        return Recurring(_period(amount[1], amount[0])) if amount[0] else None
    if unit is None:
        return None
    return Recurring(_period(unit), modifier=edge if edge in {"START", "MID", "END"} else None)


@symbol("day_noun weekday_bare | weekday_bare | day_noun weekday | weekday")
def every_weekday(
    weekday_bare: int | None = None, weekday: int | None = None, day_noun: int | None = None
) -> int | None:
    """«(كل) جمعة», «(كل) يوم جمعة»; «كل أحد» is everybody, «كل اثنين» every two."""
    return None if weekday_bare in {1, 7} and not day_noun else weekday_bare or weekday


def _weekdays(days: tuple[int, ...], part: list[str] | None = None) -> Recurring:
    """The set of some weekdays, in the order of the week: «XXXX-WXX-1,XXXX-WXX-4»."""
    suffix = f"T{part[0]}" if part else ""
    return Recurring(",".join(f"XXXX-WXX-{day}{suffix}" for day in sorted(set(days))))


@rule(
    "part? every days*:every_weekday (&days*:weekday_bare)* (from every unit)? | edge? every season_word:season",
    examples=("كل جمعة", "كل يوم جمعة", "كل يوم جمعة من كل أسبوع", "مساء كل خميس", "كل سبت وثلاثاء"),
    silent=("كل أحد يعرف",),
)
def each_weekday(
    days: tuple[int, ...] = (), season_word: str | None = None, part: list[str] | None = None
) -> Recurring | None:
    """On one weekday of every week, or on several: «كل جمعة», «كل سبت وثلاثاء»."""
    return Recurring(f"XXXX-{season_word}") if season_word else _weekdays(days, part)


@rule(
    "(day_noun | day_plural | day_dual)? days*:weekday (&days*:weekday)* from every (the_unit | unit)",
    examples=("أيام الأحد والثلاثاء من كل أسبوع", "يومي السبت والأحد من كل أسبوع", "الجمعة من كل أسبوع"),
)
def weekdays_every_week(days: tuple[int, ...]) -> Recurring:
    """Weekdays that recur: «أيام الأحد والثلاثاء من كل أسبوع»."""
    return _weekdays(days)


@rule(
    "day_noun? weekday (ordinal_number | last_ones | recent) from every (unit | the_unit)"
    " | day_noun? weekday (ordinal_number | last_ones | recent) from full_month from every unit"
    " | ordinal_before (weekday_bare | day_noun weekday_bare) (from | in) every unit",
    examples=(
        "الخميس الأول من كل شهر",
        "الخميس الثالث من نوفمبر من كل عام",
        "الجمعة الأخيرة من كل شهر",
        "أول خميس من كل شهر",
    ),
)
def nth_weekday_every_month(unit: Unit | None = None) -> Recurring:
    """A weekday that recurs by its place in a month or year: «الخميس الأول من كل شهر»."""
    return Recurring("P1Y" if unit == "year" else "P1M")


@rule(
    "day_noun? days*:day (&days*:day)* from every unit",
    examples=("15 من كل شهر", "الأول والخامس عشر من كل شهر"),
    silent=("15 من كل عام",),
)
def days_every_month(days: tuple[int, ...], unit: Unit) -> Recurring | None:
    """Days of every month: «15 من كل شهر»."""
    return Recurring(",".join(f"XXXX-XX-{day:02d}" for day in sorted(set(days)))) if unit == "month" else None


@rule("part every day_noun | every part", examples=("صباح كل يوم", "كل مساء"))
def each_part(part: list[str]) -> Recurring:
    """In one part of every day: «صباح كل يوم», «كل مساء»."""
    return Recurring(f"XXXX-XX-XXT{part[0]}")


@rule("every full_month_name:month_name from every year_noun | every month_name", examples=("كل ديسمبر",))
def each_month(month_name: Month | None = None, full_month_name: Month | None = None) -> Recurring | None:
    """In one month of every year: «كل ديسمبر»."""
    month = month_name or full_month_name
    return Recurring(f"XXXX-{month.number:02d}") if month else None


@rule("recurring", examples=("يوميا", "سنويا", "شهريا"))
def regularly(recurring: str) -> Recurring:
    """Once every unit: «يوميا»."""
    return Recurring(recurring)


@rule(
    "(times | count times) in (the_unit | unit)",
    examples=("مرة في الشهر", "ثلاث مرات في اليوم"),
    silent=("لأول مرة في عام 1934", "عدة مرات في العام الماضي", "مرة في سنة ألفين"),
    not_before=(
        "year_number",
        "any_year",
        "last",
        "next",
        "current",
        "previous",
        "recent",
        "following",
        "thousands",
        "hundreds",
        "fiscal",
        "other_year",
    ),
)
def so_many_times(
    times: int, count: int | None = None, unit: Unit | None = None, the_unit: Unit | None = None
) -> Recurring:
    """So many times every unit: «مرة في الشهر»."""
    return Recurring(_period(unit or the_unit or "day"), count or times)

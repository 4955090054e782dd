"""What a date expression says, before it is known when it was said: «الأربعاء» is ``Weekdays((3,))``.

One class a kind of meaning, frozen and hashable. None of them knows a reference date, a text or a language; resolution
(`timeline.resolve`) turns them into days.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Literal

from attrs import field, frozen
from attrs.validators import and_, deep_iterable, ge, in_, instance_of, le

Unit = Literal[
    "second", "minute", "hour", "day", "night", "weekend", "week", "month", "season", "year", "decade", "century",
    "millennium",
]  # fmt: skip
#: Units from fine to coarse, with their TIMEX3 letters.
UNIT_CODES: dict[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "weekend": "WE", "week": "W", "month": "M",
    "season": "3M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip


class Shift(Enum):
    """Which one of a recurring thing: «الماضي», «الجاري», «المقبل», «التالي»."""

    BEFORE_LAST = -2
    LAST = -1
    THIS = 0
    NEXT = 1
    AFTER_NEXT = 2
    FOLLOWING = "following"


def within(low: int, high: int) -> Any:
    """A validator: an int from ``low`` to ``high``."""
    return and_(instance_of(int), ge(low), le(high))


def all_within(low: int, high: int) -> Any:
    """A validator: a non-empty tuple of ints from ``low`` to ``high``."""
    return deep_iterable(within(low, high), instance_of(tuple))


@frozen
class Relative:
    """A unit counted from the reference: «أمس» is ``Relative("day", -1)``, «الأسبوع المقبل» ``Relative("week", 1)``."""

    unit: Unit
    count: int


@frozen
class SameUnit:
    """The unit last spoken of: «ذلك العام», «الشهر نفسه»; ``offset`` 1 is «العام التالي»."""

    unit: Unit
    offset: int = 0


@frozen
class Year:
    """«عام 2011»; «518 هـ» has era AH, «1389 هـ ش» SOLAR. Two digits («عام 48») are of the nearest century past."""

    number: int = field(validator=within(1, 9999))
    era: Literal["CE", "AH", "BCE", "SOLAR", "RUMI"] = "CE"
    two_digits: bool = False


YearLike = Year | Relative | SameUnit | None


@frozen
class Month:
    """A month by name: «ديسمبر/كانون الأول الماضي». ``names`` keeps both names where they disagree."""

    number: int = field(validator=within(1, 13))
    year: YearLike = None
    shift: Shift | None = None
    calendar: Literal["gregorian", "hijri", "coptic"] = "gregorian"
    conflict: str | None = None


MonthLike = Month | Relative | SameUnit


@frozen
class Months:
    """Several months that share a year: «يناير وفبراير من العام الماضي»."""

    members: tuple[Month, ...]


@frozen
class DaysOfMonth:
    """Days of one month: «السابع والثامن من ديسمبر» is ``DaysOfMonth((7, 8), Month(12))``.

    ``through`` makes it one stretch, first day to last («من 7 إلى 9 ديسمبر»).
    """

    days: tuple[int, ...] = field(validator=all_within(1, 31))
    month: MonthLike = field()
    through: bool = False


@frozen
class NumericDate:
    """A date in digits, ISO («2024-12-07») or day first («7/12/2024»); ``year`` may be missing («7/12»)."""

    year: int | None
    month: int = field(validator=within(1, 12))
    day: int = field(validator=within(1, 31))
    ambiguous: bool = False


@frozen
class Weekdays:
    """«الثلاثاء», «السبت والأحد الماضيين». ``week`` ties them to a week: «الأربعاء من الأسبوع الماضي».

    ``of_first`` says that the shift stands behind the first of several: «السبت الماضي والأحد».
    """

    days: tuple[int, ...] = field(validator=all_within(1, 7))
    shift: Shift | None = None
    week: Relative | None = None
    through: bool = False
    of_first: bool = False


@frozen
class NthWeekday:
    """«أول جمعة من الشهر المقبل»; ``nth`` -1 is the last."""

    nth: int
    weekday: int
    month: MonthLike


@frozen
class NthDay:
    """«اليوم الثالث من العام», «أول أيام الشهر»."""

    nth: int
    period: object


@frozen
class Years:
    """«عامي 1965 و1966»; ``through`` for «الأعوام 1990-1995»."""

    members: tuple[Year, ...]
    through: bool = False


@frozen
class FiscalYear:
    """A year of accounts, which may begin in any month: «السنة المالية 2018» is ``FiscalYear(Year(2018))``.

    ``told`` is the year it is named by, both of them («2018/2019»), or its place («العام المالي الماضي»).
    """

    told: Year | Years | Relative


@frozen
class Decade:
    """«الثمانينات», «تسعينات القرن الماضي». ``century`` is the first two digits of its years, if said."""

    tens: int = field(validator=in_((0, 10, 20, 30, 40, 50, 60, 70, 80, 90)))
    century: int | Relative | None = None


@frozen
class Century:
    """«القرن الحادي والعشرين» is ``Century(21)``."""

    number: int
    era: Literal["CE", "AH", "BCE"] = "CE"


@frozen
class Millennium:
    """«الألفية الثالثة» is ``Millennium(3)``."""

    number: int
    era: Literal["CE", "BCE"] = "CE"


@frozen
class Season:
    """«صيف 2008», «الصيف المقبل»."""

    code: Literal["SP", "SU", "FA", "WI"]
    year: YearLike = None
    shift: Shift | None = None


@frozen
class Fraction:
    """A half, quarter or third of a year or month: «الربع الأول من 2024» is ``Fraction("Q", 1, Year(2024))``."""

    kind: Literal["H", "Q", "T"]
    number: int
    period: object


@frozen
class FirstUnits:
    """The first or last units of a period: «الأشهر الثلاثة الأولى من العام الجاري»."""

    count: int
    unit: Unit
    period: object
    last: bool = False


@frozen
class SameTimeIn:
    """The running day, week or month of another year: «(مثل) هذا اليوم من عام 1948»."""

    unit: Unit
    year: YearLike


@frozen
class RunningQuarter:
    """The quarter of the year counted from the running one: «الربع الماضي» is ``RunningQuarter(-1)``."""

    count: int


@frozen
class NewYear:
    """The year that is new: late in a year the next, early in it the running one: «العام الجديد»."""


@frozen
class Portion:
    """The beginning, middle or end of a period: «نهاية الشهر الجاري»."""

    which: Literal["START", "MID", "END"]
    period: object


@frozen
class WeekendOf:
    """«نهاية الأسبوع الماضي»: the days off of a week; which days these are is a setting."""

    shift: Shift | None = None


@frozen
class PartOfDay:
    """«مساء الخميس»: part of a day, and the day if it is said."""

    part: Literal["MO", "MI", "AF", "EV", "NI", "DT"]
    hours: str
    day: object | None = None
    modifier: Literal["START", "MID", "END"] | None = None


@frozen
class Night:
    """The night that leads from one weekday into the next: «ليل الإثنين الثلاثاء»."""

    first: int
    second: int
    shift: Shift | None = None


@frozen
class NightBeforeLast:
    """«الليلة قبل الماضية»."""


@frozen
class Clock:
    """A time on the clock: «الساعة الثامنة من صباح أمس». ``zone`` is minutes from UTC, or "local"."""

    hour: int
    minute: int = 0
    part: str | None = None
    day: object | None = None
    zone: int | Literal["local"] | None = None
    zone_name: str | None = None
    modifier: str | None = None
    second: int | None = None


@frozen
class NamedDay:
    """A day with a name: «عيد الأضحى», «رأس السنة»; ``key`` as in lexicon/ar/named.toml.

    ``eve`` stands for its night, ``day`` 2 for the day after («ثاني أيام عيد الأضحى»).
    """

    key: str
    name: str
    year: YearLike = None
    shift: Shift | None = None
    eve: bool = False
    day: int = 1


@frozen
class Reference:
    """A vague past, present or future: «مؤخرا», «الآن», «المستقبل»."""

    kind: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@frozen
class About:
    """A date that is told as uncertain: «حوالي عام 1950», «20 مايو تقريبا»."""

    main: object


@frozen
class Recurring:
    """«كل جمعة», «يوميا», «مرتين أسبوعيا»: value as in TIMEX3, ``times`` a period."""

    value: str
    times: int | None = None
    modifier: str | None = None


@frozen
class Unspecified:
    """A day, month or year that only the story knows: «ذلك اليوم», «في اليوم التالي»."""

    value: str
    unit: Unit
    offset: int = 0


@frozen
class Uncounted:
    """A time in a calendar or era that is not counted here, and which: «سنة 40 قبل الهجرة»."""

    value: str
    unit: Unit
    calendar: str


@frozen
class Name:
    """A name that only looks like a date: «14 آذار» the alliance. It is passed over whole."""


@frozen
class Known:
    """The day or month of an event that is called by it: «(ثورة) 25 يناير» is of 2011, if that is not ahead."""

    plain: DaysOfMonth | Month
    year: int


@frozen
class Apposed:
    """Two ways to say one day, checked against each other: «اليوم الثلاثاء», «الثلاثاء 3 ديسمبر»."""

    main: object
    check: Weekdays


@frozen
class Corresponding:
    """«12 ربيع الأول 1446 الموافق 15 سبتمبر 2024»: two calendars, one day."""

    first: object
    second: object


@frozen
class Extent:
    """From a begin to an end that are one expression: «من 7 ديسمبر إلى 9 يناير»."""

    begin: object
    end: object

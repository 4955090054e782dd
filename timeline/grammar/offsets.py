"""How long ago or from now, from an event, and the windows that lead up to now or away from it."""

from __future__ import annotations

from timeline.grammar.quantities import HEADED
from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    Unit,
)
from timeline.values.quantity import Ago, FromAnchor, Quantity, Window, Within

#: What counts from an event: «بعد أسبوعين من زيارته», «بعد أسبوعين على زيارته»; before one, only «من».
ANCHORS = ("from", "on")
ANCHORS_AHEAD = ("from",)


@rule(
    "any_quantity from now",
    examples=("خلال أسبوعين من الآن",),
    silent=("أسبوعين من الآن",),
    after=("during", "in_the_course", "in"),
)
def within_from_now(any_quantity: Quantity) -> Within:
    """The stretch from now on: «خلال أسبوعين من الآن»."""
    return Within(any_quantity)


@rule(
    "before any_quantity",
    examples=(
        "قبل عامين",
        "قبل ثلاثة أيام",
        "قبل أسبوع",
        "قبل أيام",
        "قبل نحو عشرين عاما",
        "قبل شهرين على الأقل",
        "قصفوه قبل يومين على الحدود",
    ),
    silent=("قبل يومين من القمة", "قبل فك ارتباطها", "قبل يوم الأربعاء"),
    not_before=(*ANCHORS_AHEAD, *HEADED),
    not_beyond=("no_anchor",),
)
def ago(any_quantity: Quantity) -> Ago:
    """So long before now: «قبل عامين»."""
    return Ago(any_quantity, -1)


@rule(
    "since any_quantity",
    examples=("منذ حوالى 14 عاما", "منذ عامين", "منذ أشهر", "منذ سبعة أشهر", "منذ قرابة عام كامل", "منذ حوالي الأسبوع"),
    silent=("منذ اندلاع النزاع", "منذ شهر أيلول", "منذ يوم الأربعاء", "منذ ساعات الفجر الأولى", "منذ عام ثلاثة وخمسين"),
    not_before=(*HEADED, "cardinal"),
)
def since_ago(any_quantity: Quantity) -> Ago:
    """From so long ago until now: «منذ عامين»."""
    return Ago(any_quantity, -1, since=True)


@rule(
    "after any_quantity",
    examples=("بعد ثلاث سنوات", "بعد أيام", "بعد نصف ساعة", "بعد أسبوع"),
    silent=("بعد يومين من الهجوم", "بعد خسارة حلب", "بعد شهر رمضان", "تقع القرية على بعد ثلاث ساعات"),
    not_after=("on",),
    not_before=(*ANCHORS, *HEADED),
    not_beyond=("no_anchor",),
)
def later(any_quantity: Quantity) -> Ago:
    """So long from now, or from what was told last: «بعد ثلاثة أيام»."""
    return Ago(any_quantity, 1)


@rule("after any_quantity from now", examples=("بعد ثلاثة أشهر من الآن",), silent=("بعد شهرين من الحرب",))
def later_from_now(any_quantity: Quantity) -> Ago:
    """So long from now, as the words say themselves: «بعد ثلاثة أشهر من الآن»."""
    return Ago(any_quantity, 1, from_now=True)


@rule(
    "after any_quantity",
    examples=("بعد يومين من الهجوم", "بعد أسبوعين على زيارته", "بعد ساعات فقط من إعلانه"),
    before=ANCHORS,
    not_beyond=("no_anchor",),
)
def after_event(any_quantity: Quantity) -> FromAnchor:
    """So long after an event: «بعد يومين من الهجوم»."""
    return FromAnchor(any_quantity, 1)


@rule(
    "before any_quantity",
    examples=("قبل سبعة أشهر من الانتخابات", "قبل يومين من القمة"),
    silent=("خطف قبل أسبوع من منزله",),
    before=ANCHORS_AHEAD,
    not_beyond=("no_anchor",),
)
def before_event(any_quantity: Quantity) -> FromAnchor:
    """So long before an event: «قبل يومين من القمة»."""
    return FromAnchor(any_quantity, -1)


@symbol("unit:the_cardinal ten | unit:the_before_ten ten")
def the_teen(unit: int, ten: int) -> int:
    """A number from 11 to 19 with the article: «الخمس عشرة»."""
    return unit + ten


@symbol("the_teen | unit:the_cardinal &tens:the_tens | unit:the_cardinal | tens:the_tens | article number | number")
def the_count(the_teen: int = 0, unit: int = 0, tens: int = 0, number: int = 0) -> int:
    """A number with the article: «الثلاثة», «الخمس عشرة», «الأربع والعشرين», «الـ48»."""
    return the_teen + unit + tens + number


@symbol("the_unit_dual | the_unit_plural few? the_count? | number the_unit | the_number_unit")
def windowed(
    the_unit_dual: Unit | None = None,
    the_unit_plural: Unit | None = None,
    the_count: int | None = None,
    number: int | None = None,
    the_unit: Unit | None = None,
    the_number_unit: tuple[int, Unit] | None = None,
) -> Quantity | None:
    """The units of a window: «اليومين», «الأشهر الثلاثة», «الأيام القليلة»."""
    if the_unit_dual:
        return Quantity(((2, the_unit_dual),))
    if the_number_unit:
        return Quantity((the_number_unit,))
    unit = the_unit_plural or the_unit
    return Quantity(((number or the_count, unit),)) if unit else None


@symbol(
    "article number (unit | unit_accusative | unit_plural) | (ordinal_tens | the_teen) (unit | unit_accusative)"
    " | the_cardinal unit_plural"
)
def the_number_unit(
    number: int | None = None,
    the_cardinal: int | None = None,
    the_teen: int | None = None,
    ordinal_tens: int | None = None,
    unit: Unit | None = None,
    unit_accusative: Unit | None = None,
    unit_plural: Unit | None = None,
) -> tuple[int, Unit] | None:
    """«الـ24 ساعة», «الثلاثين يوما», «الاثنتي عشرة ساعة»."""
    name = unit or unit_accusative or unit_plural
    value = number or ordinal_tens or the_teen or the_cardinal
    return (value, name) if value and name else None


@symbol("last | recent | previous")
def past_word() -> int:
    """«الماضية», «الأخيرة», «السابقة»."""
    return -1


@rule(
    "windowed past_word few?",
    examples=(
        "اليومين الماضيين",
        "الأشهر الثلاثة الأخيرة",
        "الساعات الأخيرة",
        "الأيام القليلة الماضية",
        "الـ24 ساعة الماضية",
        "السنوات العشر الأخيرة",
    ),
    silent=("الأحداث الأخيرة", "الساعات الطوال"),
)
def past_window(windowed: Quantity) -> Window:
    """The time that leads up to now: «اليومين الماضيين»."""
    return Window(windowed, -1)


@rule(
    "windowed (next | following) few?",
    examples=("الأيام المقبلة", "الأشهر الستة القادمة", "اليومين المقبلين", "الساعات القليلة القادمة"),
)
def coming_window(windowed: Quantity) -> Window:
    """The time that begins now: «الأيام المقبلة»."""
    return Window(windowed, 1)


@rule(
    "the_unit recent",
    examples=("العام الأخير", "الأسبوع الأخير"),
    silent=("اليوم الأخير",),
    not_before=("from", "before"),
)
def last_unit(the_unit: Unit) -> Window | None:
    """The last unit up to now: «العام الأخير»."""
    return Window(Quantity(((1, the_unit),)), -1) if the_unit not in {"day", "night", "hour", "season"} else None


@rule(
    "ordinal_before (count (unit_plural | unit_accusative | unit) | unit_dual)",
    examples=("آخر 24 ساعة", "آخر ثلاثة أيام", "آخر يومين"),
    silent=("أول ثلاثة أيام",),
)
def last_so_many(
    ordinal_before: int,
    count: int | None = None,
    unit_plural: Unit | None = None,
    unit_accusative: Unit | None = None,
    unit: Unit | None = None,
    unit_dual: Unit | None = None,
) -> Window | None:
    """The last so many units: «آخر 24 ساعة»."""
    if ordinal_before != -1 or count == 0:
        return None
    name = unit_plural or unit_accusative or unit or unit_dual
    return Window(Quantity(((2 if unit_dual else count, name),)), -1)  # type: ignore[arg-type]


@rule(
    "(since | before) (period | while) (long | short)? | before a_little",
    examples=("منذ فترة طويلة", "قبل مدة", "منذ زمن", "قبل قليل"),
    silent=("قبل الفترة",),
)
def some_time_ago(since: str | None = None) -> Ago:
    """Some time ago: «منذ فترة طويلة», «قبل قليل»."""
    return Ago(Quantity(((None, "period"),)), -1, since=since is not None)  # type: ignore[arg-type]

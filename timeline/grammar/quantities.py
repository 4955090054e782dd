"""How long: amounts of time, told or not, and plain lengths."""

from __future__ import annotations

from itertools import pairwise

from timeline.grammar.rule import rule, symbol
from timeline.values.meaning import (
    UNIT_CODES,
    Name,
    Unit,
)
from timeline.values.quantity import Length, Quantity

Amount = tuple[float | None, Unit]
FINE_TO_COARSE: tuple[str, ...] = tuple(UNIT_CODES)


@symbol(
    "count (unit_plural | unit_accusative | unit) full? | unit_dual full? | fraction (unit | the_unit)"
    " | unit cardinal | (unit | unit_accusative) full"
    " | several unit_plural | a_number from the_unit_plural | several from the_unit_plural"
)
def amount(
    count: int | None = None,
    unit_plural: Unit | None = None,
    unit_accusative: Unit | None = None,
    unit: Unit | None = None,
    unit_dual: Unit | None = None,
    the_unit: Unit | None = None,
    the_unit_plural: Unit | None = None,
    fraction: float | None = None,
    cardinal: int | None = None,
    several: str | None = None,
    a_number: str | None = None,
    full: str | None = None,
) -> Amount | None:
    """A told amount of one unit: «ثلاثة أشهر», «14 عاما», «يومين», «نصف ساعة», «عدة أيام»."""
    if unit_dual:
        return 2, unit_dual
    if fraction is not None:
        return fraction, unit or the_unit or "year"
    if several or a_number:
        return None, unit_plural or the_unit_plural or "day"
    if cardinal is not None:
        return (1, unit) if cardinal == 1 and unit else None
    name = unit_plural or unit_accusative or unit
    if count is None:
        return (1, name) if name and full else None
    if name is None or (unit_plural and not 3 <= count <= 10 and count < 100) or count == 0:
        return None
    return count, name


@symbol(
    "more from | less from | approximately | (what nearly | nearly) from?"
    " | what? no is_less about_of | what is_more about_of | what no is_more about_of"
)
def comparison(
    more: str | None = None,
    less: str | None = None,
    is_less: str | None = None,
    is_more: str | None = None,
    no: str | None = None,
) -> str:
    """«أكثر من», «أقل من», «حوالى», «ما لا يقل عن»: the modifier."""
    if more or less:
        return more or less or ""
    if is_less:
        return "EQUAL_OR_MORE"
    if is_more:
        return "EQUAL_OR_LESS" if no else "MORE_THAN"
    return "APPROX"


@symbol("on the_least | on the_most | roughly | or more | or less | a_little")
def comparison_behind(
    the_least: str | None = None,
    the_most: str | None = None,
    roughly: str | None = None,
    more: str | None = None,
    less: str | None = None,
) -> str | None:
    """«على الأقل», «تقريبا», «أو أكثر»: the modifier behind the quantity."""
    if more:
        return "EQUAL_OR_MORE"
    if less:
        return "EQUAL_OR_LESS"
    return the_least or the_most or roughly or ""


@symbol("the_unit fraction? | fraction (unit | the_unit) | fraction")
def extra_fraction(fraction: float | None = None) -> float | None:
    """The half or quarter that is added: «(عام) ونصف العام»."""
    return fraction


@symbol(
    "amounts*:amount (&amounts*:amount)* | amounts*:amount &extra:extra_fraction"
    " | one:unit &extra:extra_fraction | one:unit &amounts*:amount"
)
def amounts(
    amounts: tuple[Amount, ...] = (), extra: float | None = None, one: Unit | None = None
) -> tuple[Amount, ...] | None:
    """One or more amounts: «سنة وثلاثة أشهر», «عامين ونصف العام»."""
    if one is not None:
        amounts = ((1, one), *amounts)
    if extra is not None:
        number, unit = amounts[0]
        return ((number + extra, unit),) if number is not None else None
    order = [FINE_TO_COARSE.index("day" if unit == "night" else unit) for _, unit in amounts]
    if any(later >= earlier for earlier, later in pairwise(order)):
        return None  # «ثلاثة أيام وأسبوعين» are two lengths, no sum
    return amounts


@symbol("comparison? amounts comparison_behind? | comparison unit comparison_behind? | unit comparison_behind")
def quantity(
    amounts: tuple[Amount, ...] | None = None,
    comparison: str | None = None,
    comparison_behind: str | None = None,
    unit: Unit | None = None,
) -> Quantity | None:
    """A told quantity of time: «حوالى 14 عاما», «أقل من أسبوع», «ثلاثة أيام على الأقل»."""
    if amounts is None:
        amounts = ((1, unit),) if unit else None
    return Quantity(amounts, comparison or comparison_behind or None) if amounts else None


@symbol("comparison the_unit")
def about_one(comparison: str, the_unit: Unit) -> Quantity:
    """About one unit, told with the article: «قرابة العام»."""
    return Quantity(((1, the_unit),), comparison or None)


@symbol("unit_plural (long | short)? | unit_plural or unit_plural")
def untold(unit_plural: Unit) -> Quantity:
    """A plural without a number: «أيام», «سنوات طويلة»."""
    return Quantity(((None, unit_plural),))


@symbol("quantity | about_one | untold | unit")
def any_quantity(
    quantity: Quantity | None = None,
    about_one: Quantity | None = None,
    untold: Quantity | None = None,
    unit: Unit | None = None,
) -> Quantity:
    """A quantity, told or not: «عامين», «حوالي الأسبوع», «أيام», «شهر»."""
    return quantity or about_one or untold or Quantity(((1, unit),))  # type: ignore[arg-type]


#: What makes «شهر» or «يوم» before it a head noun («منذ شهر أيلول», «منذ يوم الأربعاء»), and «ساعات» the hours of a
#: part.
HEADED = (
    "weekday", "month", "month_weak", "month_stem", "hijri_month", "hijri_stem", "day_number", "ordinal", "year_number",
    "named_head", "part", "two_digits", "any_year", "decade_name", "the_century", "thousands", "hijri_dhu",
    "ordinal_unit", "ordinal_tens",
)  # fmt: skip


@rule("thousands night &night", examples=("ألف ليلة وليلة",))
def thousand_and_one_nights() -> Name:
    """The book: «ألف ليلة وليلة»."""
    return Name()


@rule(
    "quantity",
    examples=(
        "ثلاث سنوات",
        "14 عاما",
        "أسبوعين",
        "نصف ساعة",
        "13 سنة وسبعة أشهر",
        "أربعة عقود",
        "أكثر من شهر",
        "شهر واحد",
        "عدة أعوام",
    ),
    silent=("عمره 30 عاما", "ثلاث وزارات", "الطالب علي (19 عاما)", "وقال سمير، 39 سنة، إنه"),
    not_after=("age",),
    enclosed=False,
)
def length(quantity: Quantity) -> Length | None:
    """A length of time: «ثلاث سنوات»."""
    bare = not quantity.modifier and quantity.amounts == ((2, "decade"),)
    return None if bare else Length(quantity)  # «وقع عقدين» are two contracts


@rule(
    "about_one",
    examples=("قرابة العام", "أكثر من الساعة", "قرابة الموسم"),
    silent=("أكثر من العام الماضي", "أقل من الموسم السابق"),
    not_before=("last", "previous", "next", "current", "following", "before", "what", "recent"),
)
def about_one_unit(about_one: Quantity) -> Length:
    """About one unit: «قرابة العام»; but «أكثر من العام الماضي» compares with last year."""
    return Length(about_one)


@rule(
    "untold | unit",
    examples=("لمدة أيام", "في غضون شهر", "لفترة سنوات", "خلال ساعات"),
    silent=("خلال يوم الجمعة",),
    after=("for_length", "in_the_course", "during", "over"),
    not_before=("weekday", "day_number", "month", "year_number", "number", "ordinal"),
)
def untold_length(untold: Quantity | None = None, unit: Unit | None = None) -> Length:
    """A length without a number, after a word that asks for one: «لمدة أيام»."""
    return Length(untold or Quantity(((1, unit),)))  # type: ignore[arg-type]


@rule(
    "period long",
    examples=("لفترة طويلة", "مدة طويلة"),
    silent=("فترة رئاسية جديدة",),
)
def long_period() -> Length:
    """A length of which only this is known: «لفترة طويلة»."""
    return Length(Quantity(((None, "period"),)))  # type: ignore[arg-type]


@rule(
    "the_unit_plural the_count",
    examples=("خلال الأيام الخمسة", "طوال السنوات العشر"),
    after=("during", "whole", "in_the_course", "in", "over"),
    not_before=("last", "recent", "next", "first_plural", "few"),
)
def known_units(the_unit_plural: Unit, the_count: int) -> Length:
    """A length that the text knows already: «خلال الأيام الخمسة»."""
    return Length(Quantity(((the_count, the_unit_plural),)))


@rule(
    "unit_plural (long | short)?",
    examples=("غرقت السفينة قبل وصولها بساعات", "عاش في المنفى لسنوات", "سبقه بأيام قليلة"),
    silent=("ساعات العمل",),
    governed="بل",
    not_before=("named_head", "named_word", "weekday", "part", "day_number", "year_number", "ordinal"),
)
def governed_plural(unit_plural: Unit) -> Length:
    """A plural without a number behind «بـ» or «لـ»: «قبل وصولها بساعات»."""
    return Length(Quantity(((None, unit_plural),)))


@rule(
    "unit",
    examples=("وقع الحادث قبل الجلسة بأسبوع", "بعد الانفجار بيوم"),
    silent=("بيوم الأرض", "بعام 2007"),
    governed="ب",
    not_before=(*HEADED, "cardinal", "recurring"),
)
def governed_unit(unit: Unit) -> Length:
    """One unit behind «بـ»: «قبل الجلسة بأسبوع»."""
    return Length(Quantity(((1, unit),)))


@rule("unit_plural long", examples=("سنوات طويلة", "أشهر طويلة"))
def long_plural(unit_plural: Unit) -> Length:
    """A plural that is only called long: «سنوات طويلة»."""
    return Length(Quantity(((None, unit_plural),)))


@rule(
    "unit_dual",
    examples=("على مدى عقدين", "طوال عقدين"),
    after=("over", "during", "whole", "in_the_course", "for_length", "from"),
)
def two_decades(unit_dual: Unit) -> Length | None:
    """Two decades, where no contracts can be meant: «على مدى عقدين»."""
    return Length(Quantity(((2, unit_dual),))) if unit_dual == "decade" else None


@rule(
    "unit_accusative",
    examples=("أمهله القاضي أسبوعا", "قضى شهرا في السجن"),
    silent=("كان أمينا عاما", "قال يوما"),
    not_after=("cardinal", "number"),
)
def one_unit(unit_accusative: Unit) -> Length | None:
    """One week or month: «أمهله أسبوعا»."""
    return Length(Quantity(((1, unit_accusative),))) if unit_accusative in {"week", "month"} else None

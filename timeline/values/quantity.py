"""How much time, and what is counted by it: «سنة وثلاثة أشهر», «قبل عامين», «الأيام المقبلة»."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from timeline.values.meaning import Unit


@frozen
class Quantity:
    """How much time: «سنة وثلاثة أشهر». An amount of ``None`` is not told («أيام», «عدة أشهر»)."""

    amounts: tuple[tuple[float | None, Unit], ...]
    modifier: str | None = None


@frozen
class Ago:
    """A quantity counted from the reference: «قبل عامين», «منذ حوالى 14 عاما», «بعد ثلاثة أيام».

    ``from_now`` where that is said: «بعد ثلاثة أشهر من الآن».
    """

    quantity: Quantity
    sign: Literal[-1, 1]
    since: bool = False
    from_now: bool = False


@frozen
class FromAnchor:
    """A quantity counted from another event or date: «بعد يومين من الهجوم». ``anchor`` is the date if one is told."""

    quantity: Quantity
    sign: Literal[-1, 1]
    anchor: object | None = None


@frozen
class Window:
    """The time that leads up to the reference or away from it: «الأشهر الثلاثة الأخيرة», «الأيام المقبلة»."""

    quantity: Quantity
    sign: Literal[-1, 1]


@frozen
class Length:
    """A plain length: «لمدة عامين»."""

    quantity: Quantity


@frozen
class Within:
    """A length that begins now: «(سيعود) في أقل من أسبوع», «خلال يومين» with a future verb."""

    quantity: Quantity

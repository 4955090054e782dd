"""Numbers in words: «خمسة عشر», «ألفين وأربعة وعشرين», «الحادي والعشرين»."""

from __future__ import annotations

from timeline.grammar.rule import symbol


@symbol("unit:unit_before_ten ten | (unit:unit_before_ten | unit:cardinal) &tens | tens | cardinal")
def small_number(unit: int = 0, ten: int = 0, tens: int = 0, cardinal: int = 0) -> int:
    """A number below a hundred: «خمسة وعشرون» is 25."""
    return unit + ten + tens + cardinal


@symbol(
    "thousands (&hundreds)? &small_number | thousands &hundreds | thousands"
    " | cardinal thousands (&hundreds)? (&small_number)? | hundreds (&small_number)? | small_number"
    " | (thousands (&hundreds)? | hundreds) and_one ten | small_number &hundreds (&thousands)?"
)
def number_words(
    thousands: int = 0, hundreds: int = 0, small_number: int = 0, cardinal: int = 0, and_one: int = 0, ten: int = 0
) -> int:
    """A number in words: «ألفين وأربعة وعشرين» is 2024, so is «أربعة وعشرين وألفين», and «ألفين وأحد عشر» 2011."""
    if cardinal:
        thousands *= cardinal
    return thousands + hundreds + small_number + and_one + ten


@symbol("number | number_words")
def count(number: int | None = None, number_words: int | None = None) -> int | None:
    """A number in digits or words."""
    return number if number is not None else number_words


@symbol("unit:ordinal_unit ten | unit:ordinal_unit &tens:ordinal_tens | tens:ordinal_tens | unit:ordinal")
def ordinal_number(unit: int = 0, ten: int = 0, tens: int = 0) -> int:
    """An ordinal, masculine: «الحادي والعشرين» is 21."""
    return unit + ten + tens


@symbol("unit:ordinal_unit_feminine ten | unit:ordinal_unit_feminine &tens:ordinal_tens | unit:ordinal_feminine")
def ordinal_number_feminine(unit: int = 0, ten: int = 0, tens: int = 0) -> int:
    """An ordinal, feminine: «الثانية عشرة» is 12."""
    return unit + ten + tens

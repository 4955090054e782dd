"""TIMEX3 values as text: whether ``2024-12-07,2024-12-08`` («السابع والثامن من ديسمبر»), ``2024-W49`` is one.

The part of TIMEX3 in which the library writes: dates with ``X`` where they are not told, weeks, seasons, quarters,
halves and thirds of a year, parts of a day, times on the clock, lengths, the vague past, present and future; several
with commas, from one to another with a slash.
"""

from __future__ import annotations

import re

_YEAR = r"(?:-(?!0000))?(?:[0-9]{4}|XXXX)"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|XX)"
_WEEK = r"W(?:[0-4][0-9]|5[0-3]|XX)(?:-(?:[1-7]|WE))?"
_DIVISION = r"(?:SP|SU|FA|WI|Q[1-4]|H[12]|T[1-3])"
_TIME = r"T(?:MO|MI|AF|EV|NI|DT|DA|(?:[01][0-9]|2[0-4])(?::[0-5][0-9]){0,2}Z?)"
_AMOUNT = r"(?:[0-9]+(?:\.[0-9]+)?|X)"
_DATE = (
    rf"{_YEAR}(?:-(?:{_DIVISION}|{_WEEK}|{_MONTH}(?:-(?:{_DAY}|{_WEEK}))?))?(?:{_TIME})?"
    r"|-?(?:[0-9]{1,3}|X{1,3})"  # a millennium, a century, a decade
    rf"|{_TIME}"
)
_LENGTH = (
    rf"P(?=.)(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}WE)?(?:{_AMOUNT}D)?"
    rf"(?:T(?=.)(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?|PXX"
)
_STRETCH = rf"(?:{_DATE})(?:/(?:{_DATE}))?"
_VALUE = re.compile(rf"(?:PAST|PRESENT|FUTURE)_REF|{_LENGTH}|{_STRETCH}(?:,{_STRETCH})*", re.ASCII)


def is_timex3(value: str) -> bool:
    """Whether a text is a TIMEX3 value as the library writes them.

    >>> is_timex3("2024-12-07,2024-12-08"), is_timex3("XXXX-WXX-3"), is_timex3("P"), is_timex3("2024-13")
    (True, True, False, False)
    """
    return _VALUE.fullmatch(value) is not None

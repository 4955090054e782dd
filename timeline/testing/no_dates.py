"""What looks like a date and is none: counts, scores, prices, numbers of articles, names; nothing may be read in it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

#: What is counted, with the noun as it stands behind a number above ten.
_COUNTED = ("شخصا", "قتيلا", "جنديا", "دولارا", "كيلومترا", "مقعدا", "صاروخا", "منزلا", "نائبا", "برميلا")
_NUMBERED = ("القرار", "المادة", "الفقرة", "القانون رقم", "الرحلة", "الصفحة", "الغرفة", "البند")
_PLACES = ("شارع", "جسر", "ساحة", "جامعة", "مدينة", "مستشفى", "ملعب", "مدرسة")
_DAYS_OF_NAMES = ("14 رمضان", "السادس من أكتوبر", "17 تموز", "26 سبتمبر", "الثاني من ديسمبر")
_PARTIES = ("حركة", "تيار", "حزب", "تحالف")
_OUTLETS = ("قناة فلسطين اليوم", "صحيفة الإمارات اليوم", "وكالة روسيا اليوم", "صحيفة المصري اليوم")
_DAYS_NAMED = ("اليوم العالمي للمياه", "اليوم الوطني", "اليوم المفتوح", "اليوم الدولي للسلام")
_LIVES = ("في الثمانينيات من عمره", "في التسعينيات من عمرها", "في السبعينيات من العمر")


def _numbers(least: int, most: int) -> st.SearchStrategy[str]:
    """A number in Western or Arabic figures."""
    return st.builds(
        lambda number, arabic: str(number).translate(_ARABIC) if arabic else str(number),
        st.integers(least, most),
        st.booleans(),
    )


_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def no_dates() -> st.SearchStrategy[str]:
    """A sentence in which nothing is a date: «أصيب 45 شخصا», «صوت المجلس على القرار 2254», «فاز الفريق 3-1».

    >>> from hypothesis import given
    >>> from timeline import find
    >>> @given(no_dates())
    ... def test_nothing_is_read(sentence):
    ...     assert find(sentence, reference="2024-12-03") == []
    """
    one = st.sampled_from
    kinds: tuple[st.SearchStrategy[Any], ...] = (
        st.builds("أصيب {} {}.".format, _numbers(11, 9999), one(_COUNTED)),
        st.builds("ارتفع العدد من {} إلى {} {}.".format, _numbers(11, 999), _numbers(1000, 9999), one(_COUNTED)),
        st.builds("صوت المجلس على {} {}.".format, one(_NUMBERED), _numbers(1, 2600)),
        st.builds("فاز الفريق {}-{} على ضيفه.".format, _numbers(0, 9), _numbers(0, 9)),
        st.builds("بيعت القطعة بسعر {}.{} دولار.".format, _numbers(1, 99), _numbers(10, 99)),
        st.builds("بلغت النسبة {} في المئة.".format, _numbers(1, 99)),
        st.builds("وقع الحادث في {} {}.".format, one(_PLACES), one(_DAYS_OF_NAMES)),
        st.builds("نفت {} {} الخبر.".format, one(_PARTIES), one(("الغد", "14 آذار", "8 آذار"))),
        st.builds("ذكرت {} الخبر.".format, one(_OUTLETS)),
        st.builds("احتفلت البلدة بـ{}.".format, one(_DAYS_NAMED)),
        st.builds("توفي الشيخ وهو {}.".format, one(_LIVES)),
        st.builds("اتصل بالرقم {} {}.".format, _numbers(100, 999), _numbers(1000, 9999)),
        st.builds("حل في المركز {} بين {} متسابقا.".format, _numbers(11, 60), _numbers(61, 99)),
    )
    return st.one_of(*kinds)

"""Date expressions set into sentences, in any spelling, with their place and their meaning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from attrs import frozen
from hypothesis import strategies as st

from timeline.testing import chronicles, counted, divided, phrases
from timeline.testing.calendar import Direction
from timeline.testing.phrases import Phrase
from timeline.testing.spelling import CAREFUL, Spelling, respell, spellings

Construction = Callable[..., st.SearchStrategy[Phrase]]

#: Every construction that can be drawn, by its name.
CONSTRUCTIONS: Mapping[str, Construction] = {
    "days": phrases.days,
    "days of the running month": phrases.days_of_running_month,
    "months": phrases.months,
    "years": phrases.years,
    "numeric dates": phrases.numeric_dates,
    "hijri days": phrases.hijri_days,
    "days of chronicles": chronicles.days_of_chronicles,
    "weekdays": phrases.weekdays,
    "deictic days": phrases.deictic_days,
    "parts of days": phrases.parts_of_days,
    "nights": phrases.nights,
    "clock times": phrases.clock_times,
    "offsets": counted.offsets,
    "windows": counted.windows,
    "lengths": counted.lengths,
    "relative units": counted.relative_units,
    "quarters": divided.quarters,
    "first units": divided.first_units,
    "decades": divided.decades,
    "years before the common era": divided.bygone_years,
}

#: What stands before and behind an expression, by where the clause points.
SURROUNDINGS: Mapping[Direction | None, tuple[tuple[str, str], ...]] = {
    None: (
        ("", ""),
        ("ملف خاص | ", ""),
        ("تصوير الوكالة (", ")"),
        ("بيروت، ", " ـ خاص بالموقع"),
        ("هكذا كتب على الغلاف: «", "»."),
    ),
    "past": (
        ("وصل الوفد إلى العاصمة ", " برفقة عدد من المستشارين."),
        ("وقع الانفجار ", "، قرب السوق القديمة."),
        ("أعلنت الوزارة ", " أن الطرفين تبادلا الأسرى."),
        ("قال المتحدث إن القافلة عبرت الجسر ", "."),
        ("\nشهدت البلدة ", " هدوءا حذرا\n"),
    ),
    "future": (
        ("سيصل الوفد إلى العاصمة ", " برفقة عدد من المستشارين."),
        ("من المقرر أن تكتمل الجولة الجديدة ", "، برعاية أممية."),
        ("وستجتمع اللجنة ", " لبحث الملف."),
        ("من المتوقع أن يعود الوزير ", "."),
    ),
}


@frozen
class Said:
    """A text with one date expression in it: where it stands and what it means, given the day of printing.

    ``text[start_char:end_char]`` is the expression as it is spelled here; ``phrase`` holds the careful spelling, the
    type, value, intervals and role that reading has to give back.
    """

    text: str
    start_char: int
    end_char: int
    reference: dt.date
    phrase: Phrase


def said(
    *constructions: str | Construction,
    reference: dt.date | None = None,
    spelling: Spelling | None = None,
    surroundings: Mapping[Direction | None, tuple[tuple[str, str], ...]] = SURROUNDINGS,
) -> st.SearchStrategy[Said]:
    """Texts with one date expression, and its meaning.

    >>> strategy = said("days", reference=datetime.date(2024, 12, 3))  # doctest: +SKIP
    >>> example = strategy.example()  # doctest: +SKIP
    >>> example.text, example.phrase.intervals  # doctest: +SKIP

    Parameters
    ----------
    constructions
        names of `CONSTRUCTIONS`, or functions of your own that take a reference and a direction (``past``, ``future``,
        ``None``) and return a strategy of `Phrase`; all that are known if none is given
    reference
        the day of printing; drawn from 1990 to 2040 if not given
    spelling
        the habits of spelling; drawn if not given
    surroundings
        what stands around the expression, by where the clause points
    """
    chosen = tuple(CONSTRUCTIONS[each] if isinstance(each, str) else each for each in constructions) or tuple(
        CONSTRUCTIONS.values()
    )

    @st.composite
    def draw_one(draw: st.DrawFn) -> Said:
        printed = reference or draw(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)))
        direction = draw(st.sampled_from(tuple(surroundings)))
        phrase = draw(draw(st.sampled_from(chosen))(printed, direction))
        before, behind = draw(st.sampled_from(surroundings[direction]))
        return written(phrase, printed, before, behind, spelling or draw(spellings()))

    return draw_one()


def written(
    phrase: Phrase, reference: dt.date, before: str = "", behind: str = "", spelling: Spelling = CAREFUL
) -> Said:
    """A phrase set into its surroundings, everything in one spelling."""
    opening, words, closing = (respell(part, spelling) for part in (before + phrase.lead, phrase.words, behind))
    return Said(opening + words + closing, len(opening), len(opening) + len(words), reference, phrase)

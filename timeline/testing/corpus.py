"""A table of phrases and what they mean, run through the tagger: the quickest way to test rules of your own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.errors import ParseError
from timeline.tagger import find, parse

#: Each phrase is also read inside this sentence, so that no rule depends on standing alone.
SENTENCE = "الخبر، {} ، كما روته الوكالة"


def misread(
    table: Mapping[str, Iterable[str]],
    *,
    reference: object = None,
    silent: Iterable[str] = (),
    sentence: str | None = SENTENCE,
) -> list[str]:
    """What the tagger reads otherwise than a table says, one line each; an empty list if all is well.

    >>> misread({"2024-12-07,2024-12-08": ["7 و8 كانون الأول الجاري"]}, reference="2024-12-03")
    []
    >>> misread({"2024-12-04": ["أمس"]}, reference="2024-12-03", silent=["القرار 2254"])
    ['«أمس»: 2024-12-03 was the reference; read as 2024-12-02, expected 2024-12-04']

    Parameters
    ----------
    table
        from a TIMEX3 value to every way of saying it
    reference
        the day of printing
    silent
        phrases in which nothing is to be found
    sentence
        a sentence with ``{}`` in which every phrase is read once more; ``None`` reads the phrases alone
    """
    lines: list[str] = []
    for value, said in table.items():
        for phrase in said:
            try:
                got = parse(phrase, reference=reference).value
            except ParseError as error:
                lines.append(f"«{phrase}»: {error}")
                continue
            if got != value:
                lines.append(f"«{phrase}»: {reference} was the reference; read as {got}, expected {value}")
            elif sentence is not None:
                found = [each.value for each in find(sentence.format(phrase), reference=reference)]
                if found != [value]:
                    lines.append(f"«{phrase}» in a sentence: read as {found}, expected {value}")
    for phrase in silent:
        lines += [
            f"«{phrase}»: {each.text!r} was read as {each.value}; expected nothing"
            for each in find(phrase, reference=reference)
        ]
    return lines

"""Coverage-guided fuzzing of the tagger: any bytes become a text, and nothing but exact places may come back.

Run by ``make fuzz``. The budget is fixed; other numbers are arguments of libFuzzer (``make fuzz
FUZZ="-max_total_time=3600"``). The corpus starts from the examples of the rules. What goes wrong is printed, and kept
in the system's folder for temporary files.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import atheris
from fuzzing import by_coverage

with atheris.instrument_imports(include=["timeline"]):
    from timeline.errors import ParseError
    from timeline.grammar.rule import RULES
    from timeline.grammar.scan import grammar
    from timeline.tagger import find, parse
    from timeline.values.edtf import intervals_of

RUNS, SECONDS, LONGEST = 40_000, 60, 400
REFERENCES = (None, dt.date(2024, 12, 3), dt.date(2000, 2, 29), dt.date.min, dt.date.max)


def text_of(data: bytes) -> str:
    """A text out of bytes: UTF-8 where it is, lone surrogates where it is not."""
    return data.decode("utf-8", "surrogateescape")


def check(data: bytes) -> None:
    """One run: the first byte chooses the day of printing and the preference, the rest is the text."""
    if not data:
        return
    reference = REFERENCES[data[0] % len(REFERENCES)]
    prefer = "future" if data[0] & 0x80 else "past"
    text = text_of(data[1:])
    found = find(text, reference=reference, prefer=prefer)
    for each in found:
        assert text[each.start_char : each.end_char] == each.text, (text, each)
        assert each.intervals or each.open_reason, (text, each)
        if each.edtf and each.type == "DATE" and each.intervals:
            assert intervals_of(each.edtf), (text, each)
    for one, other in pairwise(found):
        assert one.end_char <= other.start_char, (text, one, other)
    with contextlib.suppress(ParseError):
        parse(text, reference=reference, prefer=prefer)


def seeds(folder: Path) -> None:
    """The examples and counter-examples of every rule, one file each."""
    for number, rule in enumerate(RULES.values()):
        for place, phrase in enumerate((*rule.examples, *rule.silent)):
            (folder / f"{number:03}-{place}").write_bytes(b"\x01" + phrase.encode())


def main() -> None:
    """Fuzz for the fixed budget."""
    grammar()
    budget = (f"-runs={RUNS}", f"-max_total_time={SECONDS}")
    by_coverage(check, seeds, longest=LONGEST, timeout=5, budget=budget)


if __name__ == "__main__":
    main()

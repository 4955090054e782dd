"""Fuzzing by sentences: acts told in some hundred ways, spoilt and joined; only orderly events may come back.

What `timeline.testing.acts` can say is said, and then words are lost, doubled, moved, exchanged for others; sentences
are cut and joined, marks and controls put between. Every text goes through ``extract``, every tenth also, with the
texts before it, through ``build`` and into every format. What has to hold stands in ``tests/holding.py``.

Run by ``make fuzz``; ``--minutes``, ``--seed`` and ``-max_total_time`` as for ``phrases.py`` beside it. Each kind of
failure is told once, with the shortest text that shows it.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

os.environ["TIMELINE_UNFORESEEN"] = "raise"
sys.path.insert(0, str(Path(__file__).parents[1]))

import holding
from fuzzing import seed_and_seconds

from timeline.documents.model import Document
from timeline.lexicon.gazetteer import gazetteer
from timeline.pipeline import build, extract
from timeline.testing.acts import WAYS, draw_told

LIBRARY = str(Path(holding.json_format.__file__).parents[1])
TOGETHER = 10
_FILES = ("frames/offensives", "frames/meetings", "frames/statements", "frames/governors", "frames/light", "toll")
_WORD = re.compile("[\u0621-\u064a]{2,}")
_SIGNS = re.compile("[\u064b-\u0652]")
SMALL = (
    "و", "في", "من", "على", "إلى", "عن", "مع", "بين", "أن", "إن", "الذي", "التي", "عندما", "بعد", "قبل", "منذ",
    "حتى", "لم", "لن", "لا", "قد", "كان", "كما", "ثم", "أو", "،", ":", "«", "»", '"', "(", ")", ".", "؟", "!",
    "...", "-", "\n", "\n\n", "20", "ثلاثة", "آلاف", "هو", "هي", "نفسه", "كل", "غير", "أمس", "الثلاثاء",
    "3 ديسمبر", "منذ أسبوع", "ـ", "\u200f", "\u202e", "\ud800", "\udc00", "\x00", "\u2028", "x", "=1+1",
    "</script>", "\\end{x}", "---", "شاهد أيضا",
)  # fmt: skip
PUBLISHED = (None, *map(dt.date.fromisoformat, ("2024-12-03", "2024-02-29", "0001-01-01", "9999-12-31")))


@cache
def words() -> tuple[str, ...]:
    """Words of the frames, and names."""
    folder = files("timeline.lexicon") / "ar"
    texts = (_SIGNS.sub("", (folder / f"{name}.toml").read_text("utf-8")) for name in _FILES)
    names = (" ".join((first, *rest)) for first, found in gazetteer().names.items() for rest, _ in found[:1])
    return (*sorted({word for text in texts for word in _WORD.findall(text)}), *names)


Case = tuple[str, dt.date | None]


def spoilt(dice: random.Random, said: list[str]) -> list[str]:
    """The words with a few things wrong."""
    said = list(said)
    for _ in range(dice.choice((0, 1, 1, 2, 4, 8))):
        place = dice.randrange(len(said) + 1)
        match dice.randrange(7):
            case 0:
                del said[place : place + 1]
            case 1:
                said[place:place] = said[place : place + 1] * dice.choice((1, 1, 5))
            case 2:
                other = dice.randrange(len(said) + 1)
                said[other:other] = said[place : place + 3]
            case 3 | 4:
                said[place : place + 1] = [dice.choice(words())]
            case 5:
                said.insert(place, dice.choice(SMALL))
            case 6:
                said[place : place + 1] = [
                    dice.choice(("و", "ف", "ب", "ل", "ال", "س", "ك")) + one for one in said[place : place + 1]
                ]
    return said


def texts(seed: int) -> Iterator[Case]:
    """Texts without end, the same for the same seed, each with a day of printing."""
    dice, ways = random.Random(seed), list(WAYS.values())
    while True:
        said: list[str] = []
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            try:
                sentence = draw_told(dice.choice(ways), dice.choice).text.split(" ")
            except LookupError:
                continue
            said += [*sentence[dice.choice((0, 0, 0, 1, 3)) :], dice.choice((".", ".", "،", "\n", "", "و"))]
        yield " ".join(spoilt(dice, said)), dice.choice(PUBLISHED)


def failure_of(cases: list[Case]) -> str | None:
    """The kind of a failure: what went wrong, and where; ``None`` if all is well."""
    try:
        documents = [Document(text, printed, str(number)) for number, (text, printed) in enumerate(cases)]
        for document in documents:
            holding.of_events(document, extract(document))
        if len(documents) > 1:
            holding.of_a_timeline(build(documents))
    except Exception as error:  # noqa: BLE001 (any at all is a finding)
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if frame.filename.startswith((LIBRARY, holding.__file__))]
        places = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in inside[-2:])
        return f"{type(error).__name__} in {places}: {inside[-1].line if inside else error}"
    return None


def shortest(cases: list[Case], kind: str) -> list[Case]:
    """The same failure in as few texts and words as it takes."""
    for number in reversed(range(len(cases))):
        fewer = cases[:number] + cases[number + 1 :]
        if len(fewer) > (kind.startswith("AssertionError") and len(cases) > 1) and failure_of(fewer) == kind:
            cases = fewer
    for number, (text, printed) in enumerate(cases):
        said, place = text.split(" "), 0
        while place < len(said):
            fewer = said[:place] + said[place + 1 :]
            trial = [*cases[:number], (" ".join(fewer), printed), *cases[number + 1 :]]
            if failure_of(trial) == kind:
                said, cases = fewer, trial
            else:
                place += 1
    return cases


def run(seed: int, seconds: float) -> int:
    """Read texts for so long; how many kinds of failure there were."""
    known: dict[str, object] = {}
    last: list[Case] = []
    end = time.monotonic() + seconds
    for count, case in enumerate(texts(seed), 1):
        if time.monotonic() > end:
            print(f"{count - 1} texts, {len(known)} kinds of failure")
            break
        last = [*last[-(TOGETHER - 1) :], case]
        asked = [case] if count % TOGETHER else last
        kind = failure_of(asked)
        if kind is not None and kind not in known:
            known[kind] = shortest(asked, kind)
            print(f"{kind}\n    {known[kind]!r}", flush=True)
    return len(known)


def main() -> int:
    """Fuzz for the minutes that are given."""
    seed, seconds = seed_and_seconds(__doc__)
    warnings.simplefilter("ignore")
    return 1 if run(seed, seconds) else 0


if __name__ == "__main__":
    sys.exit(main())

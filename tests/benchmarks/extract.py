"""What `timeline.extract` costs, as ratios: to a bare search for words, and to itself on longer reports.

The sentences and the clock are those of ``find.py`` beside this script: newswire where TIMELINE_GOLD names its folder,
processor time, all ways in turns, medians of the rounds. ``extract`` is given the date expressions of each sentence;
the line below it counts the search for them too. Warm means that the words were met before: no sentence is remembered,
each is analysed anew. Exit status 1 if a report four times as long takes six times as long.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
from functools import partial
from pathlib import Path

from find import WORDS, line, sentences, taken

sys.path.insert(0, str(Path(__file__).parents[2]))

ROUNDS = 5
LINES = 100  # in the report that those four and sixteen times as long are compared with
HOSTILE = 4_000  # characters, in the shortest of the reports that repeat something
MANY_ACTS = (
    "وقال وزير الخارجية التركي هاكان فيدان إن روسيا قصفت مدينة حلب أمس، ونفى الجيش السوري أنه هاجم القرية،"
    " بينما التقى الرئيس نظيره الإيراني في طهران واتفقا على عقد قمة الأسبوع المقبل. "
)
REPEATED = {
    "acts and nothing else": MANY_ACTS,
    "one sentence": "قصفت المدفعية بلدة حدودية وقتل ثلاثة مدنيين. ",
    "one sentence without an end": "قصفت المدفعية بلدة حدودية وقتل ثلاثة مدنيين ",
    "one speaker": "قال الوزير محمد حسين إن بلاده ستقصف المدينة. ",
    "one trigger": "قصف ",
    "one name": "محمد ",
    "one title": "وزير ",
    "one relative": "الذي ",
    "clauses in clauses": "عندما قصف ",
    "«أن» and nothing else": "أن ",
    "joined nouns": "والجيش ",
    "parts of parts": "عدد من ",
    "open parentheses": "( قصف ",
    "open quotations": "قال «",
    "quotation marks": '"',
    "wishes": "الوزير، حفظه الله، ",
}


def reports(texts: list[str], times: int) -> dict[str, str]:
    """Long reports of several shapes, so many times as long as the shortest."""
    lines = (texts * (LINES * times // len(texts) + 1))[: LINES * times]
    size = HOSTILE * times
    return {
        "a sentence a line": "\n".join(lines),
        "sentences in one line": " ".join(lines),
        "no end of a sentence": " ".join(lines).translate(dict.fromkeys(map(ord, ".؟!?"))),
        **{shape: (each * (size // len(each) + 1))[:size] for shape, each in REPEATED.items()},
    }


def growth(texts: list[str]) -> float:
    """What reports cost that are one, four and sixteen times as long; the worst growth of a fourfold length."""
    from timeline.documents.model import Document
    from timeline.events.engine import extract
    from timeline.tagger import find

    print("\na report four times as long takes so many times as long, one sixteen times as long")
    worst = 0.0
    shapes = [reports(texts, times) for times in (1, 4, 16)]
    for shape in shapes[0]:
        times = []
        for text in (each[shape] for each in shapes):
            document = Document(text, "2024-12-03")
            expressions = find(text, reference=document.published)
            runs = 3 if len(text) < 100_000 else 1
            times.append(min(taken(lambda: extract(document, expressions)) for _ in range(runs)))  # noqa: B023 (called at once)
        worst = max(worst, times[1] / times[0], times[2] / times[1])
        line(
            shape, f"{times[1] / times[0]:.2f} x, {times[2] / times[0]:.2f} x",
            f"{times[2] / len(shapes[2][shape]) * 1e6:.2f} us a character",
        )  # fmt: skip
    return worst


def main() -> int:
    from timeline.documents.model import Document
    from timeline.events.engine import extract
    from timeline.syntax.analyse import analyse, sentence
    from timeline.syntax.words import Vocabulary
    from timeline.tagger import find

    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    name, rows = sentences()
    print(f"{len(rows)} sentences, {sum(len(text) for text, _ in rows)} characters ({name})\n")
    documents = [Document(text, printed, id=str(number)) for number, (text, printed) in enumerate(rows)]
    dated = [(each, find(each.text, reference=each.published)) for each in documents]

    def floor():
        for each in documents:
            WORDS.findall(each.text)

    def given(stage=sentence):
        for each, expressions in dated:
            extract(each, expressions, stage=stage)

    def analysed():
        for each, expressions in dated:
            analyse(each.text, expressions)

    def found():
        for each in documents:
            extract(each, find(each.text, reference=each.published))

    loaded = taken(lambda: extract(Document("قال الوزير", "2024-12-03"), []))
    given()
    kinds = {
        "floor": floor,
        "cold": lambda: given(partial(sentence, known=Vocabulary())),
        "warm": given,
        "trees": analysed,
        "whole": found,
    }
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, run in kinds.items():
            times[kind].append(taken(run))
    bare, cold, warm, trees, whole = (statistics.median(each) for each in times.values())
    events = sum(len(extract(each, expressions)) for each, expressions in dated)
    line(r"re.findall(r'\w+')", f"{bare * 1000:.1f} ms", "the floor")
    line("words, names and frames, read and inflected", f"{loaded:.2f} s", "once a process")
    line("extract, every word new", f"{cold / bare:.1f} x floor", "wanted: 30")
    line("extract", f"{warm / bare:.1f} x floor", "wanted: 12")
    line("of which trees (analyse)", f"{trees / bare:.1f} x floor")
    line("find and extract", f"{whole / bare:.1f} x floor")
    line("", f"{warm / events * 1e6:.0f} us an event ({events})")
    return int(growth([text for text, _ in rows]) > 6)


if __name__ == "__main__":
    sys.exit(main())

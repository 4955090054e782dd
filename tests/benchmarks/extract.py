"""What `timeline.extract` costs, as ratios: to a bare search for words, and to itself on longer reports.

The sentences and the clock are those of ``find.py`` beside this script: newswire where TIMELINE_GOLD names its folder,
processor time, all ways in turns, medians of the rounds. ``extract`` is given the date expressions of each sentence;
the line below it counts the search for them too. Exit status 1 if a report four times as long takes six times as long.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
from pathlib import Path

from find import WORDS, line, sentences, taken

sys.path.insert(0, str(Path(__file__).parents[2]))

ROUNDS = 7
LINES = 400  # in the report that the fourfold one is compared with
MANY_ACTS = (
    "وقال وزير الخارجية التركي هاكان فيدان إن روسيا قصفت مدينة حلب أمس، ونفى الجيش السوري أنه هاجم القرية،"
    " بينما التقى الرئيس نظيره الإيراني في طهران واتفقا على عقد قمة الأسبوع المقبل. "
)


def reports(texts: list[str]) -> dict[str, str]:
    """Long reports of several shapes."""
    return {
        "a sentence a line": "\n".join(texts[:LINES]),
        "sentences in one line": " ".join(texts[:LINES]),
        "no end of a sentence": " ".join(texts[:LINES]).translate(dict.fromkeys(map(ord, ".؟!?"))),
        "acts and nothing else": MANY_ACTS * LINES,
        "one trigger": "قصف " * LINES * 20,
        "one name": "محمد " * LINES * 20,
        "one title": "وزير " * LINES * 20,
        "an open quotation": "قال «" * LINES * 10,
    }


def main() -> int:
    from timeline.documents.model import Document
    from timeline.events.engine import extract
    from timeline.tagger import find

    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    name, rows = sentences()
    print(f"{len(rows)} sentences, {sum(len(text) for text, _ in rows)} characters ({name})\n")
    documents = [Document(text, printed, id=str(number)) for number, (text, printed) in enumerate(rows)]
    dated = [(each, find(each.text, reference=each.published)) for each in documents]

    def floor():
        for each in documents:
            WORDS.findall(each.text)

    def given():
        for each, expressions in dated:
            extract(each, expressions)

    def found():
        for each in documents:
            extract(each, find(each.text, reference=each.published))

    loaded = taken(lambda: extract(Document("قال الوزير", "2024-12-03"), []))
    cold = taken(given)
    floors, warm, whole = [], [], []
    for _ in range(ROUNDS):
        floors.append(taken(floor))
        warm.append(taken(given))
        whole.append(taken(found))
    bare = statistics.median(floors)
    events = sum(len(extract(each, expressions)) for each, expressions in dated)
    line(r"re.findall(r'\w+')", f"{bare * 1000:.1f} ms", "the floor")
    line("the words of events, read and inflected", f"{loaded / bare:.1f} x floor", "once a process")
    line("extract, every word new", f"{cold / bare:.1f} x floor")
    line("extract", f"{statistics.median(warm) / bare:.1f} x floor", "at most 12")
    line("find and extract", f"{statistics.median(whole) / bare:.1f} x floor")
    line("", f"{statistics.median(warm) / events * 1e6:.0f} us an event ({events})")

    print("\na report four times as long takes so many times as long")
    worst = 0.0
    for shape, text in reports([text for text, _ in rows]).items():
        times = []
        for report in (text, (text + "\n") * 4):
            document = Document(report, "2024-12-03")
            expressions = find(report, reference=document.published)
            extract(document, expressions)
            times.append(statistics.median(taken(lambda: extract(document, expressions)) for _ in range(5)))  # noqa: B023 (called at once)
        worst = max(worst, times[1] / times[0])
        line(shape, f"{times[1] / times[0]:.2f} x", f"{times[0] / len(text) * 1e6:.2f} us a character")
    return int(worst > 6)


if __name__ == "__main__":
    sys.exit(main())

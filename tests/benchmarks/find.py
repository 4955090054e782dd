"""What `timeline.find` costs, as ratios: to a bare search for words, to dateparser, to itself on four times the text.

The sentences are those of the annotated newswire where TIMELINE_GOLD names its folder, else those of the tests' table.
All ways run in turns on the same list; medians of the rounds are compared. Processor time is counted, so that what else
the machine does matters little.
"""

from __future__ import annotations

import csv
import gc
import importlib.util
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

ROUNDS = 7
SAMPLE = 300  # sentences for dateparser, which is slow
WORDS = re.compile(r"\w+")

SATURATED = (
    "من 7 إلى 9 ديسمبر/كانون الأول 2024، ثم أمس الأربعاء والخميس الماضي، وقبل ثلاثة أيام،"
    " في 12/7/2006 و2024-12-07،"
    " منذ عامين وحتى نهاية الشهر الجاري، صباح اليوم وليل السبت الأحد، خلال الأشهر الثلاثة المقبلة،"
    " 12 ربيع الأول 1446 هـ. "
)
UNIT = 2_000
ADVERSARIAL = {
    "endless digits": "7" * UNIT * 10,
    "digits and spaces": "7 " * UNIT * 4,
    "endless dates": "السابع من ديسمبر 2024 " * UNIT,
    "endless numeric dates": "7/12/2024" * UNIT,
    "endless coordination": "السابع و" * UNIT,
    "endless clitics": "و" * UNIT * 10,
    "no spaces": "ديسمبرالماضيوالخميسقبل" * UNIT,
    "one preposition": "قبل " * UNIT * 2,
    "one stem": "كانون " * UNIT * 2,
    "brackets": "(ديسمبر " * UNIT,
    "white space": "أمس" + " " * UNIT * 10 + "أمس",
    "marks": "أ\u0640\u0651" * UNIT * 4,
    "weekdays": "الثلاثاء " * UNIT * 2,
    "verbs before days": "قال إنه سيعود يوم " * UNIT,
}


def sentences() -> tuple[str, list[tuple[str, str | None]]]:
    """Name and sentences of what is measured, each with its day of printing."""
    folder = os.environ.get("TIMELINE_GOLD")
    if folder:
        csv.field_size_limit(10**8)
        with (Path(folder) / "news" / "sentences.csv").open(encoding="utf-8", newline="") as file:
            return "newswire", [(row["text"], row["dct"] or None) for row in csv.DictReader(file)]
    path = Path(__file__).parent.parent / "corpus" / "newswire.py"
    specification = importlib.util.spec_from_file_location("newswire_to_measure", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return "the tests' table", [(each.sentence, each.published) for each in module.REPORTS] * 20


def taken(run) -> float:
    """Seconds of the processor for one run, the collector of garbage left out."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    run()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


def line(name: str, value: str, promise: str = "") -> None:
    print(f"{name:44} {value:>22}   {promise}")


def main() -> None:
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    name, rows = sentences()
    print(f"{len(rows)} sentences, {sum(len(text) for text, _ in rows)} characters ({name})\n")
    from timeline import find

    def floor():
        for text, _ in rows:
            WORDS.findall(text)

    def ours():
        for text, printed in rows:
            find(text, reference=printed)

    find("أمس", reference="2024-12-03")  # the grammar is compiled once a process
    cold = taken(ours)
    floors, finds = [], []
    for _ in range(ROUNDS):
        floors.append(taken(floor))
        finds.append(taken(ours))
    bare, warm = statistics.median(floors), statistics.median(finds)
    line(r"re.findall(r'\w+')", f"{bare * 1000:.1f} ms", "the floor")
    line("find, every phrase new", f"{cold / bare:.2f} x floor")
    line("find", f"{warm / bare:.2f} x floor", "at most 2.5")

    dated = SATURATED * 20
    floors = [taken(lambda: WORDS.findall(dated)) for _ in range(ROUNDS)]
    finds = [taken(lambda: find(dated, reference="2024-12-03")) for _ in range(ROUNDS)]
    line("find, nothing but dates", f"{statistics.median(finds) / statistics.median(floors):.2f} x floor", "at most 20")
    found = len(find(dated, reference="2024-12-03"))
    line("", f"{statistics.median(finds) / found * 1e6:.1f} us a result")

    compare_dateparser(rows)
    memory(rows)
    imports()
    adversarial()


def compare_dateparser(rows) -> None:
    """Against the one call of dateparser that searches in running text."""
    import warnings

    from timeline import find

    try:
        from dateparser.search import search_dates
    except ImportError:
        line("dateparser", "not installed")
        return
    warnings.simplefilter("ignore")
    sample = [text for text, _ in rows[:: max(1, len(rows) // SAMPLE)]]
    search_dates(sample[0], languages=["ar"])

    def theirs():
        for text in sample:
            search_dates(text, languages=["ar"])

    def ours():
        for text in sample:
            find(text, reference="2024-12-03")

    there = taken(theirs)
    here = statistics.median(taken(ours) for _ in range(ROUNDS))
    line("dateparser.search.search_dates(['ar'])", f"{there / here:.0f} x find", "at least 75")


def memory(rows) -> None:
    """Bytes that a list of results holds, a result."""
    from timeline import find

    for text, printed in rows:
        find(text, reference=printed)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = [found for text, printed in rows for found in find(text, reference=printed)]
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    line(f"memory of {len(kept)} results", f"{held / max(len(kept), 1):.0f} bytes each", "at most 400")
    line("of which the object itself", f"{sys.getsizeof(kept[0])} bytes")


def imports() -> None:
    """`import timeline` beside a bare interpreter."""
    times: dict[str, list[float]] = {"pass": [], "import timeline": []}
    for _ in range(ROUNDS * 2):
        for code, found in times.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    bare, ours = (statistics.median(found) for found in times.values())
    line("import timeline", f"{ours / bare:.2f} x interpreter", "at most 5")


def adversarial() -> None:
    """How time grows when a text grows fourfold."""
    from timeline import find

    print()
    for name, text in ADVERSARIAL.items():
        find(text, reference="2024-12-03")
        short, long = [], []
        for _ in range(3):
            short.append(taken(lambda text=text: find(text, reference="2024-12-03")))
            long.append(taken(lambda text=text: find(text * 4, reference="2024-12-03")))
        ratio = min(long) / min(short)
        line(f"t(4n)/t(n), {name}", f"{ratio:.2f}", "at most 5")
        line("", f"{min(long) * 1e9 / len(text) / 4:.0f} ns a character")


if __name__ == "__main__":
    main()

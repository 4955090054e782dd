"""How time grows when hostile texts, corpora and files grow fourfold: ``find``, ``extract``, ``build`` and readers.

The families stand in ``tests/adversarial.py``. Processor time, the best of some runs, short and long in turns. Exit
status 1 if a family is over the promise. Arguments choose: ``adversarial.py extract build "one speaker"``.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from adversarial import CORPORA, FILES, PUBLISHED, TEXTS, corpus, written
from find import line, taken

PROMISED, TIMES = 4.5, 4
#: Characters of the shorter text; reports of the smaller corpus. What is read once more is what was doubted.
SIZES = {"find": 64_000, "extract": 16_000, "build": 16_000, "corpora": 40, "read": 40_000}
RUNS, MORE = 2, 4


def works(folder: Path) -> dict[str, Callable[[str, int], Callable[[], object]]]:
    """For each stage what is measured, from the name of a family and a size."""
    import timeline
    from timeline.documents.read import scan

    def read(name: str, size: int) -> Callable[[], object]:
        path = written(folder, FILES[name], size)
        return lambda: list(scan(path))

    def document(name: str, size: int) -> timeline.Document:
        return timeline.Document(TEXTS[name].text(size), PUBLISHED)

    return {
        "find": lambda name, size: partial(timeline.find, TEXTS[name].text(size), reference=PUBLISHED),
        "extract": lambda name, size: partial(timeline.extract, document(name, size)),
        "build": lambda name, size: partial(timeline.build, document(name, size)),
        "corpora": lambda name, count: partial(timeline.build, corpus(CORPORA[name], count)),
        "read": read,
    }


def growth(short: Callable[[], object], long: Callable[[], object], runs: int) -> tuple[float, float]:
    """The ratio of the best times, and the longer of them in seconds."""
    times = [(taken(short), taken(short), taken(long)) for _ in range(runs)]
    best = min(seconds for _, _, seconds in times)
    return best / min(min(pair[:2]) for pair in times), best


def main() -> int:
    warnings.simplefilter("ignore")
    asked, over = sys.argv[1:], 0
    for stage, work in works(Path(tempfile.mkdtemp())).items():
        families = {"corpora": CORPORA, "read": FILES}.get(stage, TEXTS)
        if asked and stage not in asked:
            continue
        print(f"\n{stage}: t({TIMES}n)/t(n), n = {SIZES[stage]:,}")
        chosen = [name for name in families if name in asked] or list(families)
        worst = 0.0
        for name in chosen:
            short, long = work(name, SIZES[stage]), work(name, SIZES[stage] * TIMES)
            short()
            ratio, seconds = growth(short, long, RUNS)
            if ratio > PROMISED:
                ratio, seconds = growth(short, long, MORE)
            over += ratio > PROMISED
            worst = max(worst, ratio)
            line(name, f"{ratio:.2f}", f"{seconds * 1e6 / SIZES[stage] / TIMES:.2f} us each")
        line(f"the worst of {len(chosen)}", f"{worst:.2f}", f"at most {PROMISED}")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())

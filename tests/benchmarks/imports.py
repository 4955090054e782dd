"""What `import timeline` costs, as a multiple of a bare interpreter start: at most 5 is promised."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
CODES = {
    "python -c pass": "pass",
    "import timeline": "import timeline",
    "timeline.find": "import timeline; timeline.find('يوم 7 ديسمبر 2024')",
    "timeline.Timeline": "import timeline; timeline.Timeline",
    "timeline.build": "import timeline; timeline.build",
}


def main():
    times = {name: [] for name in CODES}
    for _ in range(ROUNDS):
        for name, code in CODES.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times[name].append(time.perf_counter() - start)
    bare = statistics.median(times["python -c pass"])
    for name, taken in times.items():
        print(f"{name:20} {statistics.median(taken) * 1000:8.1f} ms   {statistics.median(taken) / bare:6.2f} x bare")


if __name__ == "__main__":
    main()

"""A corpus into its folder, start and end included: throughput, memory and growth, as ratios.

The reports are those of seeds/, each time with another line at the end; 4, 16 and 64 times as many. Time is that of
the processor, of the command and its processes, as a multiple of splitting the same texts into words (`re.findall`);
memory is the most of any process. Two processes are compared with one by the clock on the wall, which says something
only where two cores are free. Exit status 1 if sixteen times the reports take over twenty times as long, or if memory
grows by over a half from 16 to 64 times as many.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.documents.model import Document
from timeline.documents.read import scan
from timeline.text.sentences import sentence_spans

ROOT = Path(__file__).parents[2]
TIMES = (4, 16, 64)


def texts():
    """The seeds, as they are."""
    return [each for each in scan(ROOT / "seeds") if isinstance(each, Document)]


def write(reports, times, path):
    """So many times the reports as JSON Lines; how many sentences and seconds of floor."""
    sentences, floor = 0, 0.0
    with path.open("w", encoding="utf-8") as file:
        for turn in range(times):
            for report in reports:
                text = f"{report.text}\n\nوجرى تسجيل {turn + 3} مشاركا."
                day = report.published.isoformat() if report.published else None
                record = {"id": f"{report.id}-{turn}", "text": text, "published": day, "source": report.source}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                spans = sentence_spans(text)
                sentences += len(spans)
                start = time.process_time()
                for begin, end in spans:
                    re.findall(r"\w+", text[begin:end])
                floor += time.process_time() - start
    return sentences, floor


def run(path, folder, jobs):
    """The command in a process of its own: seconds on the wall, of the processor, and the peak of memory in MB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    command = [sys.executable, "-m", "timeline", "corpus", str(path), "-o", str(folder), "--jobs", str(jobs), "-q"]
    start = time.perf_counter()
    ran = subprocess.run([sys.executable, "-c", code, *command], stdout=subprocess.PIPE, check=True,
                         env=os.environ | {"PYTHONPATH": str(ROOT)})  # fmt: skip
    used, peak = ran.stdout.split()
    return time.perf_counter() - start, float(used), int(peak) / (1024 if sys.platform == "linux" else 1 << 20)


def main():
    reports, used, peaks, failed = texts(), {}, {}, False
    print(f"{'reports':>8} {'sentences':>10} {'cpu s':>8} {'a second':>9} {'x floor':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as place:
        for times in TIMES:
            news = Path(place, f"{times}.jsonl")
            sentences, floor = write(reports, times, news)
            wall, used[times], peaks[times] = run(news, Path(place, f"out-{times}"), 1)
            print(
                f"{times * len(reports):8} {sentences:10,} {used[times]:8.1f} {sentences / used[times]:9.0f}"
                f" {used[times] / floor:8.0f} {peaks[times]:8.0f}"
            )
        failed |= used[TIMES[-1]] > 20 * used[TIMES[0]] or peaks[TIMES[-1]] > 1.5 * peaks[TIMES[-2]]
        two, _, _ = run(news, Path(place, "two"), 2)
        print(f"two processes take {two / wall:.2f} of the time of one (load {os.getloadavg()[0]:.1f})")
    return failed


if __name__ == "__main__":
    sys.exit(main())

"""Coverage-guided fuzzing of what a user writes or keeps: settings, names, corrections, saved timelines.

Whatever a file holds, it is read or refused in one of the library's own words; what was read can be written, and is
read back equal. The corpus in ``tests/fuzz/corpus`` begins with sound files, so that the fuzzer has something to spoil.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
import tempfile
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import atheris
from fuzzing import by_coverage

with atheris.instrument_imports(include=["timeline"]):
    from timeline.chronology.corrections import files as corrections
    from timeline.chronology.timeline import Timeline
    from timeline.documents.limits import limits_of
    from timeline.documents.model import Document
    from timeline.errors import TimelineError
    from timeline.export import csv
    from timeline.lexicon import gazetteer
    from timeline.pipeline import build
    from timeline.resolve.context import Settings
    from timeline.tagger import find

SECONDS, LONGEST = 60, 2000
CORPUS = Path(__file__).parent / "corpus"
FOLDER = Path(tempfile.mkdtemp(prefix="timeline-fuzz-"))
SAID = "قصفت روسيا مدينة حلب ليل السبت 30 نوفمبر، وقال وزير الخارجية التركي هاكان فيدان إن بلاده سترد الأسبوع المقبل."
CHRONOLOGY = build(Document(SAID, "2024-12-03", id="d1"))


def saved_timeline(data: bytes) -> None:
    """JSON, as `to_json` writes it."""
    again = Timeline.from_json(data)
    assert Timeline.from_json(again.to_json()) == again


def saved_events(data: bytes) -> None:
    """JSON Lines, as `to_jsonl` writes them."""
    again = Timeline.from_jsonl(data)
    assert set(Timeline.from_jsonl(again.to_jsonl())) == set(again)


def table(data: bytes) -> None:
    """CSV, as `to_csv` writes it."""
    path = FOLDER / "a.csv"
    path.write_bytes(data)
    csv.load(path)


def corrected(data: bytes) -> None:
    """A file of corrections, in TOML or as a table; those that can be read are applied, and written again."""
    path = FOLDER / ("a.toml" if b"[[" in data else "a.csv")
    path.write_bytes(data)
    given = corrections.read(path)
    CHRONOLOGY.corrected(given, on_conflict=str)
    path = FOLDER / "b.toml"
    path.write_text(corrections.dump(given), encoding="utf-8")
    assert corrections.read(path) == given


def names(data: bytes) -> None:
    """A file of further names."""
    path = FOLDER / "names.toml"
    path.write_bytes(data)
    made = gazetteer.Gazetteer()
    gazetteer._add_file(made, path)


def settings(data: bytes) -> None:
    """Conventions of any value: they are refused, or texts are read by them."""
    provider = atheris.FuzzedDataProvider(data)

    def number() -> object:
        return provider.PickValueInList([provider.ConsumeInt(2), None, provider.ConsumeUnicode(2), True, 1.5, 6])

    parts = tuple((name, (number(), number())) for name, _ in Settings().hours)
    chosen = Settings(
        week_start=number(), weekend=(number(), number()), hours=parts, fiscal_start=number(),
        fiscal_named=provider.PickValueInList(["begin", "end", provider.ConsumeUnicode(3), None]),
    )  # fmt: skip
    find("عطلة نهاية الأسبوع، ليل أمس، السنة المالية 2018، الربع الأول، فجر الجمعة، " + provider.ConsumeUnicode(20),
         reference=dt.date(2024, 12, 3), settings=chosen)  # fmt: skip
    limits_of({provider.ConsumeUnicode(7): provider.ConsumeInt(4), "report": number()})


TARGETS = {
    "json": saved_timeline, "jsonl": saved_events, "csv": table, "corrections": corrected, "names": names,
    "settings": settings,
}  # fmt: skip


def one(data: bytes) -> None:
    """The first byte chooses what the others are."""
    if not data:
        return
    target = list(TARGETS.values())[data[0] % len(TARGETS)]
    with contextlib.suppress(TimelineError):
        target(data[1:])


def sound(folder: Path) -> None:
    """Files as the library writes them and as the corpus has them, each behind the byte that chooses what it is."""
    written = {
        "json": CHRONOLOGY.to_json(),
        "jsonl": CHRONOLOGY.to_jsonl(),
        "csv": CHRONOLOGY.to_csv(),
        "settings": "\x01\x06\x07" * 20,
    }
    for name, text in written.items():
        (folder / name).write_bytes(bytes([list(TARGETS).index(name)]) + text.encode())
    for path in sorted(CORPUS.glob("*.*")):
        kind = path.suffix[1:]
        if kind in TARGETS:
            (folder / path.name).write_bytes(bytes([list(TARGETS).index(kind)]) + path.read_bytes())


def main() -> None:
    """Fuzz for the fixed budget."""
    warnings.simplefilter("ignore")
    budget = (f"-max_total_time={SECONDS}", "-len_control=0")
    by_coverage(one, sound, longest=LONGEST, timeout=10, budget=budget)


if __name__ == "__main__":
    main()

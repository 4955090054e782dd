"""How the fuzz targets are run: by coverage from sound inputs in a folder, or by a seed for some minutes."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


def by_coverage(
    target: Callable[[bytes], None],
    sound: Callable[[Path], None],
    *,
    longest: int,
    timeout: int,
    budget: tuple[str, ...],
) -> None:
    """Fuzz with atheris what ``sound`` writes into a folder; words of libFuzzer behind the command win over these."""
    import atheris

    with tempfile.TemporaryDirectory() as name:
        sound(Path(name))
        limits = [f"-max_len={longest}", f"-timeout={timeout}", "-verbosity=0", "-print_final_stats=1"]
        kept = f"-artifact_prefix={tempfile.gettempdir()}/timeline-fuzz-"
        atheris.Setup([sys.argv[0], *budget, *limits, kept, *sys.argv[1:], name], target)
        atheris.Fuzz()


def seed_and_seconds(about: str | None) -> tuple[int, float]:
    """What the command asks for: ``--seed`` and ``--minutes``, or the seconds as libFuzzer counts them."""
    parser = argparse.ArgumentParser(description=about, allow_abbrev=False)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-max_total_time", type=float, default=None, help="seconds, as libFuzzer counts them")
    given, _ = parser.parse_known_args()
    return given.seed, given.minutes * 60 if given.max_total_time is None else given.max_total_time

"""The runner of `timeline.testing.acts`: way by way, how much is read whole, what is inverted, and texts that fail."""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from timeline.events.model import Event
from timeline.testing.acts import VARIATIONS, WAYS, scene_for, varied
from timeline.testing.acts_model import Act, Told
from timeline.testing.acts_reading import agrees, inverted, read_back
from timeline.testing.acts_scene import Scene
from timeline.testing.acts_ways import Way


@frozen
class Failure:
    """A text that was read otherwise than meant, with the differences and the events that were read."""

    told: Told
    differences: tuple[str, ...]
    events: tuple[Event, ...]


@define
class Tally:
    """What became of the draws of one way."""

    draws: int = 0
    whole: int = 0
    inverted: int = 0
    failures: list[Failure] = field(factory=list)

    @property
    def percent(self) -> float:
        """How many of a hundred were read whole."""
        return 100 * self.whole / self.draws if self.draws else 0.0


def scenes(way: Way, draws: int, seed: int) -> Iterator[tuple[Scene, random.Random]]:
    """The scenes of a way: always the same of one seed, whichever other ways are run."""
    for number in range(draws):
        generator = random.Random(f"{seed}/{way.name}/{number}")
        scene = scene_for(way, generator.choice)
        if scene is not None:
            yield scene, generator


def run(ways: Sequence[Way], draws: int, seed: int, *, strict: bool = False) -> dict[str, Tally]:
    """Say and read back so many acts in all, as many of each way, at least one."""
    each = max(1, round(draws / len(ways))) if ways else 0
    return {way.name: _run_one(way, each, seed, strict=strict) for way in ways}


def _run_one(way: Way, draws: int, seed: int, *, strict: bool) -> Tally:
    tally = Tally()
    for scene, _ in scenes(way, draws, seed):
        told = way.tell(scene)
        differences, events = compare(told, way, strict=strict)
        tally.draws += 1
        tally.whole += not differences
        tally.inverted += inverted(differences)
        if differences:
            tally.failures.append(Failure(told, tuple(differences), tuple(events)))
    return tally


def compare(told: Told, way: Way, *, strict: bool = False) -> tuple[list[str], Sequence[Event]]:
    """What differs between a text as meant and as read, and the events; what is told by the way is no extra."""
    events: Sequence[Event] = read_back(told.text, told.reference)
    differences = agrees(told.act, events, strict=strict)
    if way.by_the_way:
        differences = [each for each in differences if not each.startswith("extra:")]
    return differences, events


def changed(ways: Sequence[Way], draws: int, seed: int) -> dict[str, Tally]:
    """By variation: of the acts that are read whole plainly, how many are read whole with something changed."""
    tallies = {name: Tally() for name in VARIATIONS}
    each = max(1, round(draws / len(ways))) if ways else 0
    for way in ways:
        for scene, generator in scenes(way, each, seed):
            if compare(way.tell(scene), way)[0]:
                continue
            for name, tally in tallies.items():
                told = varied(way, scene, name, generator.choice)
                differences, events = compare(told, way)
                tally.draws += 1
                tally.whole += not differences
                tally.inverted += inverted(differences)
                if differences:
                    tally.failures.append(Failure(told, tuple(differences), tuple(events)))
    return tallies


# ---- printed ---------------------------------------------------------------------------------------------------------


def line_of(act: Act) -> str:
    """An act and those of its sentence, each on a line."""
    return "\n           ".join(map(str, (act, *act.also)))


def event_line(event: Event) -> str:
    """An event on a line: ``offensive/shelling asserted 2024-12-02 (stated) الجيش الروسي/RUS:agent``."""
    when = ", ".join(f"{each.start}–{each.end}" for each in event.when) or "open"
    actors = "; ".join(f"{actor.name}/{actor.country or '-'}:{actor.role}" for actor in event.actors) or "nobody"
    return f"{event.type.value}/{event.subtype} {event.modality.value} {when} ({event.time_source}) {actors}"


def report(tallies: dict[str, Tally], show: int) -> Iterator[str]:
    """The table, worst last so that it stands above the prompt, and what differs most."""
    ranked = sorted(tallies.items(), key=lambda item: -item[1].percent)
    for name, tally in ranked:
        if tally.failures and show:
            yield ""
        wrong = f"  {tally.inverted} inverted" if tally.inverted else ""
        yield f"{tally.percent:5.0f} %  {tally.whole:3d}/{tally.draws:<3d}  {name}{wrong}"
        for failure in tally.failures[:show]:
            yield f"    {failure.told.text}"
            yield f"    meant: {line_of(failure.told.act)}"
            yield f"    read:  {' | '.join(map(event_line, failure.events)) or 'nothing'}"
            yield from (f"      - {difference}" for difference in failure.differences)
    yield from _summary(tallies)


def _summary(tallies: dict[str, Tally]) -> Iterator[str]:
    draws = sum(tally.draws for tally in tallies.values())
    whole = sum(tally.whole for tally in tallies.values())
    kinds = Counter(
        difference.removeprefix("also ").split(":", 1)[0]
        for tally in tallies.values()
        for failure in tally.failures
        for difference in failure.differences
    )
    yield ""
    by_type: dict[str, list[int]] = {}
    for name, tally in tallies.items():
        counts = by_type.setdefault(name.split(":", 1)[0], [0, 0])
        counts[0] += tally.whole
        counts[1] += tally.draws
    if len(by_type) > 1:
        yield "  ".join(f"{kind} {100 * good / max(1, of):.0f} %" for kind, (good, of) in by_type.items())
    turned = sum(tally.inverted for tally in tallies.values())
    yield f"whole {100 * whole / max(1, draws):.1f} % of {draws}, inverted {turned}"
    yield "differences: " + (", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "none")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, run, print."""
    parser = argparse.ArgumentParser(prog="python -m timeline.testing.acts", description=__doc__)
    parser.add_argument("--draws", type=int, default=500, help="acts in all (default 500), at least one a way")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws other acts")
    parser.add_argument("--way", default="", help="only ways whose name holds this")
    parser.add_argument("--show", type=int, default=3, help="failing texts that are shown of each way (default 3)")
    parser.add_argument("--strict", action="store_true", help="places and who vouches have to be right too")
    parser.add_argument("--variations", action="store_true", help="what must not matter, instead of ways")
    parser.add_argument("--list", action="store_true", help="the ways with their examples, nothing is read")
    chosen = parser.parse_args(arguments)
    ways = [way for name, way in WAYS.items() if chosen.way in name]
    if not ways:
        parser.error(f"no way has {chosen.way!r} in its name; --list names them")
    started = dt.datetime.now(dt.UTC)
    if chosen.list:
        lines: Iterator[str] = (f"{way.name}\n    {way.what}" for way in ways)
    elif chosen.variations:
        lines = report(changed(ways, chosen.draws, chosen.seed), chosen.show)
    else:
        lines = report(run(ways, chosen.draws, chosen.seed, strict=chosen.strict), chosen.show)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{(dt.datetime.now(dt.UTC) - started).total_seconds():.1f} s\n")

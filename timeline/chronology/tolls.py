"""Which tolls are of an act, and which are sums of weeks told beside it: «20 قتيلا، و1000 منذ بدء الحملة»."""

from __future__ import annotations

from collections import defaultdict
from statistics import median_low
from typing import TYPE_CHECKING

from timeline.chronology.features import STATED, settings
from timeline.text.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.documents.model import Document
    from timeline.events.model import Event, Toll


def of_the_act(told: Sequence[tuple[Event, Toll]], documents: Mapping[str, Document]) -> tuple[Toll, ...]:
    """The tolls, each once, but those many times what is said of the day, of which few or a stretch («منذ») give them.

    All stay in the tellings.
    """
    exact = [
        (each, toll) for each, toll in told if toll.high is not None or toll.low not in settings()["tolls"]["vague"]
    ]
    dated = [(each, toll) for each, toll in exact if each.time_source in STATED] or exact
    reports: dict[int, set[str]] = defaultdict(set)
    for each, toll in dated:
        reports[toll.low].update(mention.document for mention in each.mentions)
    if not reports:
        return tuple(dict.fromkeys(toll for _, toll in told))
    most = settings()["tolls"]["times"] * _measure(reports)
    sums = {
        low for low in {toll.low for _, toll in told}
        if low >= most and (2 * len(reports.get(low, ())) < _reports_but(low, reports) or _is_sum(low, told, documents))
    }  # fmt: skip
    return tuple(dict.fromkeys(toll for _, toll in told if toll.low not in sums))


def _measure(reports: Mapping[int, set[str]]) -> int:
    """The toll in the middle, each as often as reports give it, but none as nothing."""
    return max(median_low([low for low, names in reports.items() for _ in names or ("",)]), 1)


def _reports_but(low: int, reports: Mapping[int, set[str]]) -> int:
    return len(set().union(*(names for other, names in reports.items() if other != low)))


def _is_sum(low: int, told: Iterable[tuple[Event, Toll]], documents: Mapping[str, Document]) -> bool:
    """Whether a sentence that gives it speaks of a stretch of time."""
    words = frozenset(map(fold, settings()["tolls"]["stretch"]))
    return any(
        not words.isdisjoint(fold(document.text[slice(*mention.sentence)]).split())
        for each, toll in told
        if toll.low == low
        for mention in each.mentions
        if (document := documents.get(mention.document)) is not None
    )

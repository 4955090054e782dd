"""TimeML 1.2.1: the text of each report with TIMEX3, EVENT and SIGNAL, then MAKEINSTANCE and TLINK.

The words of an act are an ``EVENT`` (``REPORTING`` for statements, else ``OCCURRENCE``), each act told by them a
``MAKEINSTANCE``; acts told several times are linked by ``IDENTITY``. A ``TLINK`` says how an act stands to its date, or
to the day of printing where that is all that is known. Tense, aspect and part of speech are not kept by the library:
``NONE``, ``OTHER``. Tags of TimeML do not nest, so a word of an act inside a date has no ``EVENT``, and is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.model import EventType, Modality
from timeline.export.files import stems
from timeline.export.left_out import tell
from timeline.export.plain import attributes
from timeline.export.standoff import Sheet, Told, sheets
from timeline.export.timex3 import DCT, HEAD, dct, inline, timex_ids, timexes

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Span

_NEGATIVE = frozenset({Modality.DENIED, Modality.NEGATED})
#: How an act stands to its date, by what the date says: «منذ الأربعاء» begins it.
_RELATIONS = {
    "since": "BEGUN_BY", "until": "ENDED_BY", "before": "BEFORE", "within": "IS_INCLUDED", "range": "SIMULTANEOUS",
    "point": "IS_INCLUDED", None: "DURING",
}  # fmt: skip


def dump(timeline: Timeline) -> dict[str, str]:
    """A file for each report: its name, and the annotated text."""
    names, files = stems(timeline.documents), {}
    left = {
        "words of an act inside a date or another act, without EVENT": 0,
        "spans that do not hold their words": 0,
        "reports with characters that XML cannot hold, written as �": 0,
    }
    nested, misplaced, changed = left
    for name, each in zip(timeline.documents, sheets(timeline), strict=True):
        text, lost = annotated(each)
        left[nested] += lost
        left[misplaced] += each.misplaced
        left[changed] += text.count("�") != each.document.text.count("�")
        files[f"{names[name]}.tml"] = text
    tell("TimeML", left)
    return files


def annotated(each: Sheet) -> tuple[str, int]:
    """One report as TimeML, and how many words of acts could not be tagged."""
    tags = list(timexes(each))
    taken = [span for span, _, _ in tags]
    words, lost = _events(each, taken)
    signals = _signals(each, taken)
    tags += [(span, f'<SIGNAL sid="{name}">', "</SIGNAL>") for span, name in signals.items()]
    for span, (name, kind) in words.items():
        tags.append((span, f"<EVENT{attributes({'eid': name, 'class': kind})}>", "</EVENT>"))
    lines = [dct(each.document), *_links(each, words, signals)]
    body = inline(each.document.text, tags) + "\n" + "\n".join(line for line in lines if line)
    return f"{HEAD}<TimeML>{body}\n</TimeML>\n", lost


def _events(each: Sheet, taken: list[Span]) -> tuple[dict[Span, tuple[str, str]], int]:
    """The words of acts that overlap nothing, each once, with their ids and classes; how many others there are."""
    words: dict[Span, tuple[str, str]] = {}
    lost = 0
    for told in each.acts:
        kind = "REPORTING" if told.event.type is EventType.STATEMENT else "OCCURRENCE"
        for span in told.triggers:
            if span in words:
                continue
            if _overlaps(span, taken):
                lost += 1
            else:
                words[span] = (f"e{len(words) + 1}", kind)
                taken.append(span)
    return words, lost


def _signals(each: Sheet, taken: list[Span]) -> dict[Span, str]:
    """The words that say how a date stands to its act («منذ»), where they are no part of it."""
    signals: dict[Span, str] = {}
    for time in each.expressions:
        if time.signal and time.signal[0] < time.signal[1] and not _overlaps(time.signal, taken):
            signals[time.signal] = f"s{len(signals) + 1}"
            taken.append(time.signal)
    return signals


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _links(each: Sheet, words: dict[Span, tuple[str, str]], signals: dict[Span, str]) -> list[str]:
    """The instances and, behind them all, the links."""
    instances: list[str] = []
    links: list[str] = []
    ids = timex_ids(each.expressions)
    for told in each.acts:
        first = None
        for span in told.triggers:
            if span not in words:
                continue
            name = f"ei{len(instances) + 1}"
            instances.append(_instance(name, words[span][0], told))
            if first is not None:
                links.append(_link(len(links), name, "IDENTITY", relatedToEventInstance=first))
            elif time := _time(told, ids, each):
                signal = signals.get(told.time.signal) if told.time and told.time.signal else None
                links.append(_link(len(links), name, _relation(told), relatedToTime=time, signalID=signal))
            first = first or name
    return instances + links


def _instance(name: str, event: str, told: Told) -> str:
    status = told.event.modality
    known = {
        "eiid": name, "eventID": event, "tense": "FUTURE" if status is Modality.PLANNED else "NONE", "aspect": "NONE",
        "pos": "OTHER", "polarity": "NEG" if status in _NEGATIVE else "POS",
        "modality": None if status is Modality.ASSERTED else status.value,
    }  # fmt: skip
    return f"<MAKEINSTANCE{attributes(known)}/>"


def _time(told: Told, ids: dict[Span, str], each: Sheet) -> str | None:
    if told.time is not None:
        return ids.get((told.time.start_char, told.time.end_char))
    return DCT if told.event.time_source == "document" and each.document.published else None


def _relation(told: Told) -> str:
    return "IS_INCLUDED" if told.time is None else _RELATIONS[told.time.role]


def _link(number: int, instance: str, relation: str, **to: str | None) -> str:
    known = {"lid": f"l{number + 1}", "eventInstanceID": instance, **to, "relType": relation}
    return f"<TLINK{attributes(known)}/>"

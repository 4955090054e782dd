"""Arabic news in, an ordered timeline of diplomatic events out.

``timeline.build(["seeds/"])`` reads reports and gives a `Timeline`; ``timeline.find`` and ``timeline.parse`` read date
expressions; ``timeline.extract`` reads the events of one report. Everything is loaded when first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know the name; importing `typing` would cost more than all the rest

if TYPE_CHECKING:
    from timeline.chronology.timeline import Timeline
    from timeline.documents.model import Document
    from timeline.documents.read import read
    from timeline.errors import (
        CorrectionError,
        DateError,
        DocumentError,
        FormatError,
        MissingExtraError,
        OptionError,
        ParseError,
        RuleError,
        TimelineError,
        TimelineWarning,
    )
    from timeline.events.model import Event, EventType, Modality
    from timeline.pipeline import build, extract, find, parse
    from timeline.resolve.expression import TimeExpression
    from timeline.values.interval import Interval

__version__ = "0.1.0"

# Where each public name lives. Nothing else is public.
_HOMES = {
    "parse": "timeline.tagger",
    "find": "timeline.tagger",
    "extract": "timeline.pipeline",
    "build": "timeline.pipeline",
    "read": "timeline.documents.read",
    "Document": "timeline.documents.model",
    "TimeExpression": "timeline.resolve.expression",
    "Interval": "timeline.values.interval",
    "Event": "timeline.events.model",
    "EventType": "timeline.events.model",
    "Modality": "timeline.events.model",
    "Timeline": "timeline.chronology.timeline",
    "TimelineError": "timeline.errors",
    "ParseError": "timeline.errors",
    "CorrectionError": "timeline.errors",
    "DateError": "timeline.errors",
    "DocumentError": "timeline.errors",
    "FormatError": "timeline.errors",
    "OptionError": "timeline.errors",
    "RuleError": "timeline.errors",
    "MissingExtraError": "timeline.errors",
    "TimelineWarning": "timeline.errors",
}

__all__ = [
    "CorrectionError",
    "DateError",
    "Document",
    "DocumentError",
    "Event",
    "EventType",
    "FormatError",
    "Interval",
    "MissingExtraError",
    "Modality",
    "OptionError",
    "ParseError",
    "RuleError",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "TimelineWarning",
    "build",
    "extract",
    "find",
    "parse",
    "read",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}; public are {', '.join(__all__)}")
    from importlib import import_module

    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, *(name for name in globals() if name.startswith("__"))]

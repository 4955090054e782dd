"""Say it and read it back: Hypothesis strategies that write dates and acts in Arabic, and a runner for tables.

>>> from hypothesis import given
>>> from timeline import find
>>> from timeline.testing import said
>>> @given(said("days", "weekdays"))
... def test_said_and_read_back(said):
...     (found,) = find(said.text, reference=said.reference)
...     assert found.intervals == said.phrase.intervals

The strategies draw a meaning, write it in a random family of month names, spelling, digit shape and sentence, and give
both. They are made from the tables of the lexicon and from calendar arithmetic of their own; no rule and no resolution
of the library takes part. `told` does so for acts (who did what to whom, when) in some hundred ways; ``read_back``
reads such a text and ``agrees`` says what differs:

>>> from timeline.testing import agrees, read_back, told
>>> from timeline.testing.acts import PRINTED
>>> @given(told("offensive: passive by"))
... def test_told_and_read_back(text_and_act):
...     text, act = text_and_act
...     assert agrees(act, read_back(text, PRINTED)) == []

Needs Hypothesis: ``pip install 'diplomatic-timeline[testing]'``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

try:
    import hypothesis  # noqa: F401 (whether it is there)
except ImportError as error:  # pragma: no cover (the tests need it themselves)
    from timeline.errors import MissingExtraError

    raise MissingExtraError(
        "timeline.testing needs the package hypothesis: pip install 'diplomatic-timeline[testing]'"
    ) from error

from timeline.testing.corpus import misread
from timeline.testing.no_dates import no_dates
from timeline.testing.phrases import Phrase
from timeline.testing.sentences import CONSTRUCTIONS, SURROUNDINGS, Said, said, written
from timeline.testing.spelling import CAREFUL, Spelling, respell, spellings

if TYPE_CHECKING:
    from timeline.testing.acts import Act, agrees, read_back
    from timeline.testing.acts import acts as told

__all__ = [
    "CAREFUL",
    "CONSTRUCTIONS",
    "SURROUNDINGS",
    "Act",
    "Phrase",
    "Said",
    "Spelling",
    "agrees",
    "misread",
    "no_dates",
    "read_back",
    "respell",
    "said",
    "spellings",
    "told",
    "written",
]

#: Loaded when asked for, so that ``python -m timeline.testing.acts`` is one module and no two.
_OF_ACTS = {"Act": "Act", "agrees": "agrees", "read_back": "read_back", "told": "acts"}


def __getattr__(name: str) -> Any:
    if name in _OF_ACTS:
        return getattr(import_module("timeline.testing.acts"), _OF_ACTS[name])
    raise AttributeError(f"timeline.testing has no such name: {name!r}")


def __dir__() -> list[str]:
    return __all__

"""Say it and read it back: Hypothesis strategies that write dates in Arabic, and a runner for tables of phrases.

>>> from hypothesis import given
>>> from timeline import find
>>> from timeline.testing import said
>>> @given(said("days", "weekdays"))
... def test_said_and_read_back(said):
...     (found,) = find(said.text, reference=said.reference)
...     assert found.intervals == said.phrase.intervals

The strategies draw a meaning, write it in a random family of month names, spelling, digit shape and sentence, and give
both. They are made from the tables of the lexicon and from calendar arithmetic of their own; no rule and no resolution
of the library takes part.
Needs Hypothesis: ``pip install 'diplomatic-timeline[testing]'``.
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 (whether it is there)
except ImportError as error:  # pragma: no cover (the tests need it themselves)
    from timeline.errors import MissingExtraError

    raise MissingExtraError(
        "timeline.testing needs the package hypothesis: pip install 'diplomatic-timeline[testing]'"
    ) from error

from timeline.testing.corpus import misread
from timeline.testing.phrases import Phrase
from timeline.testing.sentences import CONSTRUCTIONS, SURROUNDINGS, Said, said, written
from timeline.testing.spelling import CAREFUL, Spelling, respell, spellings

__all__ = [
    "CAREFUL",
    "CONSTRUCTIONS",
    "SURROUNDINGS",
    "Phrase",
    "Said",
    "Spelling",
    "misread",
    "respell",
    "said",
    "spellings",
    "written",
]

"""What can go wrong, each with the value, the place, and what would be accepted."""

from __future__ import annotations


class TimelineError(Exception):
    """The parent of every error that this library raises on purpose."""


class ParseError(TimelineError, ValueError):
    """A string is not one date expression: «اجتماع الخميس» leaves «اجتماع» over."""


class DateError(TimelineError, ValueError):
    """A value is no date: ``published: gestern``, 31 فبراير, a reference of the wrong type."""


class DocumentError(TimelineError, ValueError):
    """A file or record cannot be read as a document; the message names file and line."""


class CorrectionError(TimelineError, ValueError):
    """A correction by hand cannot be read or applied; the message names file and line, and what would be accepted."""


class RuleError(TimelineError, ValueError):
    """A grammar rule or a lexicon entry is declared wrongly; raised at import, never while reading."""


class FormatError(TimelineError, ValueError):
    """Data to be read back (JSON, EDTF) does not have the expected form."""


class OptionError(TimelineError, ValueError):
    """An argument has a value that is not offered: ``only(type="battle")``; the message lists what is."""


class MissingExtraError(TimelineError, ImportError):
    """An optional package or program is needed; the message says which, and how to install it."""


class TimelineWarning(UserWarning):
    """Something was left out or could not be decided, and the result says so."""

"""Old name of `timeline.syntax.conjugation`."""

from timeline.syntax.conjugation import *  # noqa: F403

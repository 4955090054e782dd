"""Old name of `timeline.syntax.conjugation`."""

from timeline.syntax.conjugation import *  # noqa: F403
from timeline.syntax.government import ATTACHED

OBJECT_PRONOUNS = ATTACHED

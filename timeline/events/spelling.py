"""Old name of `timeline.text.spelling`."""

from timeline.text.spelling import *  # noqa: F403
from timeline.text.spelling import MARKS  # noqa: F401

"""Ctrl-C and ``kill``: told by an exception, and once more where some package on the way has swallowed it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType
from typing import NoReturn

#: As shells count them: 128 and the signal.
INTERRUPTED, TERMINATED = 130, 143
_asked = Event()


@contextmanager
def heard() -> Iterator[None]:
    """While it lasts both signals end the run by way of its clean-up."""
    _asked.clear()
    before = [(each, signal.signal(each, handler)) for each, handler in _HANDLERS.items()]
    try:
        yield
    finally:
        for each, handler in before:
            signal.signal(each, handler)


def heed() -> None:
    """End the run where that was asked for: between reports, and before an output takes its place."""
    if _asked.is_set():
        raise KeyboardInterrupt


def _interrupted(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    _asked.set()
    raise KeyboardInterrupt


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    sys.exit(TERMINATED)


_HANDLERS = {signal.SIGINT: _interrupted, signal.SIGTERM: _terminated}

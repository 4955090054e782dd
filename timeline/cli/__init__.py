"""The command ``timeline``: one module a command, its texts in ``words/``."""

from __future__ import annotations

import sys

try:
    import click  # noqa: F401 (said here, before a module needs it)
except ImportError:  # pragma: no cover (the tests install it)
    sys.exit("timeline: the command needs click: pip install 'diplomatic-timeline[cli]'")

from timeline.cli.run import command, main
from timeline.cli.writers import WRITERS

__all__ = ["WRITERS", "command", "main"]

"""The command as a person runs it: as a process, in a pipe or on a terminal."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "timeline"]
REPORT = """---
title: لقاء في أنقرة
published: 2024-12-03
source: جريدة
---
اجتمع وزير الخارجية التركي هاكان فيدان مع نظيره الأردني أيمن الصفدي في أنقرة أمس.

وشن الجيش السوري هجوما على مدينة حماة الأحد.
"""


def environment(**more):
    """That of the tests, in English, with this library."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TIMELINE_LANG"))}
    return kept | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "COLUMNS": "80"} | more


def run(*arguments, cwd, stdin=b"", **more):
    """Run it to its end in a pipe: (status, standard output, standard error)."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**more),
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def begun(*arguments, cwd, **options):
    """Begin it, with standard error in a pipe."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=environment(), stderr=subprocess.PIPE, **options
    )


def on_terminal(*arguments, cwd, keys=None, columns=80, **more):
    """Run it on a pseudo-terminal: (status, all that appeared); ``keys`` are typed once something has appeared."""
    parent, child = pty.openpty()
    ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=environment(**more), start_new_session=True,
        stdin=child, stdout=child, stderr=child,
        preexec_fn=lambda: ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (no threads here)
    )  # fmt: skip
    os.close(child)
    shown = b""
    while select.select([parent], [], [], 120)[0]:
        try:
            piece = os.read(parent, 65536)
        except OSError:  # the other end is closed
            break
        shown += piece
        if keys and shown:
            os.write(parent, keys)
            keys = None
    os.close(parent)
    return process.wait(60), shown.decode()


def wait_for(condition, *, seconds=60):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def living(parent):
    """The processes that a process has started and that still run."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(each) for each in children.read_text().split()] if children.exists() else []


def is_alive(pid):
    """Whether a process runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"


KILL, INTERRUPT, TERMINATE = signal.SIGKILL, signal.SIGINT, signal.SIGTERM

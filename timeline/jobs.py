"""Work shared out to processes, in order: the same comes out, however many there are."""

from __future__ import annotations

import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import parent_process
from typing import TypeVar

from timeline.errors import TimelineError

Item = TypeVar("Item")
Result = TypeVar("Result")
#: So many items go to a process at once, if not said otherwise; so many such parcels are under way for each process.
PARCEL, AHEAD = 32, 3
_Parcel = tuple[list[Result], list[tuple[str, type[Warning]]]]


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], *, jobs: int = 1, parcel_of: int = PARCEL
) -> Iterator[tuple[Item, Result]]:
    """Each item with what the function makes of it, made by so many processes; warnings are told once each.

    ``parcel_of`` so many items go to a process at once: one, where each takes long.

    Raises
    ------
    TimelineError
        if a process was ended from outside (for want of memory, say)
    """
    if jobs == 1:
        for item in items:
            yield item, function(item)
        return
    rest, told = iter(items), set[str]()
    under_way: deque[tuple[list[Item], Future[_Parcel[Result]]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_begin)
    try:
        while True:
            while len(under_way) < jobs * AHEAD and (parcel := list(islice(rest, parcel_of))):
                under_way.append((parcel, pool.submit(_work, function, parcel)))
            if not under_way:
                break
            parcel, future = under_way.popleft()
            results, warned = future.result()
            for said, category in warned:
                if said not in told:
                    told.add(said)
                    warnings.warn(said, category, stacklevel=2)
            yield from zip(parcel, results, strict=True)
    except BrokenProcessPool:
        raise TimelineError("a process that read reports was ended from outside; try fewer jobs") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _work(function: Callable[[Item], Result], parcel: list[Item]) -> _Parcel[Result]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        results = [function(item) for item in parcel]
    return results, [(str(warning.message), warning.category) for warning in caught]


def _begin() -> None:
    """What is typed at the keyboard is for the process that shares out; where that one is killed, this one ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

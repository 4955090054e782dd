"""What does the partitions of a corpus: processes here, Dask or Spark; each a function of one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.jobs import in_order
from timeline.scale import dask, spark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def local(
    function: Callable[[int], int], numbers: Sequence[int], *, jobs: int = 1, cluster: str | None = None
) -> Iterator[int]:
    """What the function makes of each number, in order, by so many processes; there is no cluster."""
    del cluster
    return (number for number, _ in in_order(function, numbers, jobs=jobs, parcel_of=1))


ENGINES = {"local": local, "dask": dask.each, "spark": spark.each}

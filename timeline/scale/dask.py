"""Dask: the kernel on a data frame, and the partitions of a corpus on a cluster (extra ``dask``)."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError, OptionError, TimelineError
from timeline.export import arrow
from timeline.scale.kernel import REPORT, extract_batches, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: A task is given to so many other workers when the one that had it is lost.
RETRIES = 3
#: So long a scheduler may take to answer.
TIMEOUT = "10s"


def extract(frame: Any) -> Any:
    """The events of a Dask data frame of reports, as `timeline.scale.extract_batches` gives them: lazily, by partition.

    The columns have Arrow's types (``pandas.ArrowDtype``). To Parquet they go with
    ``to_parquet(path, schema=timeline.scale.schema())``.
    """
    return frame.map_partitions(_of_a_partition, meta=_as_pandas(schema().empty_table()))


def _of_a_partition(reports: Any) -> Any:
    library = arrow.library()
    given = reports[[name for name in REPORT if name in reports.columns]]
    batches = library.Table.from_pandas(given, preserve_index=False).to_batches()
    return _as_pandas(library.Table.from_batches(extract_batches(batches), schema=schema()))


def _as_pandas(table: Any) -> Any:
    import pandas as pd

    return table.to_pandas(types_mapper=pd.ArrowDtype)


def each(
    function: Callable[[int], int], numbers: Sequence[int], *, jobs: int = 1, cluster: str | None = None
) -> Iterator[int]:
    """What the function makes of each number, as it is done; by the cluster at an address, or by processes here.

    Raises
    ------
    OptionError
        if nobody answers at the address
    TimelineError
        if too many workers are lost on one number
    """
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError(f"Dask is not installed: pip install 'diplomatic-timeline[dask]' ({error})") from None
    with ExitStack() as opened:
        if cluster is None:
            workers = distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=logging.ERROR
            )
            client = opened.enter_context(distributed.Client(opened.enter_context(workers)))
        else:
            try:
                client = opened.enter_context(distributed.Client(cluster, timeout=TIMEOUT))
            except (OSError, ValueError) as error:
                raise OptionError(f"no Dask scheduler answers at {cluster}: {error}") from None
        try:
            for future in distributed.as_completed(client.map(function, numbers, pure=False, retries=RETRIES)):
                yield future.result()
                future.release()
        except distributed.scheduler.KilledWorker as error:
            raise TimelineError(f"workers were lost, one after the other (for want of memory?): {error}") from None

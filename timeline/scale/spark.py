"""Spark: the kernel on a data frame, and the partitions of a corpus on a cluster (extra ``spark``, and Java 17)."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from timeline.errors import MissingExtraError, TimelineError
from timeline.scale.kernel import REPORT, extract_batches, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: A task is tried so many times.
TRIED = 4


def extract(frame: Any) -> Any:
    """The events of a Spark data frame of reports, as `timeline.scale.extract_batches` gives them: lazily.

    Timestamps are ``timestamp_ntz``: what the text says, in no time zone.
    """
    given = frame.select([name for name in frame.columns if name in REPORT])
    return given.mapInArrow(extract_batches, spark_schema())


def spark_schema() -> Any:
    """The columns of what comes out, as Spark's ``StructType``."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema(), prefer_timestamp_ntz=True)


def each(
    function: Callable[[int], int], numbers: Sequence[int], *, jobs: int = 1, cluster: str | None = None
) -> Iterator[int]:
    """What the function makes of each number, when all are done; by the cluster of a master, or by processes here.

    A session that is open is used, and stays open.

    Raises
    ------
    TimelineError
        if Spark gives a number up, with what it says of it
    """

    def made(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            for number in batch.column("id").to_pylist():
                function(numbers[number])
            yield batch

    with warnings.catch_warnings(), _session(cluster or f"local[{jobs},{TRIED}]") as session:
        warnings.simplefilter("ignore", FutureWarning)  # of pandas 3, which nothing here goes through
        from pyspark.errors import PySparkException

        shared = session.range(0, len(numbers), 1, len(numbers))
        try:
            done = shared.mapInArrow(made, shared.schema).collect()
        except PySparkException as error:
            raise TimelineError(f"Spark: {_said(error)}") from None
    yield from (numbers[row["id"]] for row in done)


def _said(error: Exception) -> str:
    """What went wrong on a worker, without the way there: the last line of its traceback."""
    told = [line for line in str(error).partition("JVM stacktrace")[0].splitlines() if line and not line[0].isspace()]
    return told[-1] if told else type(error).__name__


@contextmanager
def _session(master: str) -> Iterator[Any]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingExtraError(f"Spark is not installed: pip install 'diplomatic-timeline[spark]' ({error})") from None
    if (running := SparkSession.getActiveSession()) is not None:
        yield running
        return
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise MissingExtraError("Spark needs Java 17 or newer (Debian: apt-get install openjdk-17-jre-headless)")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {"spark.ui.enabled": "false", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false"}
    session = SparkSession.builder.master(master).appName("timeline").config(map=settings).getOrCreate()
    try:
        yield session
    finally:
        session.stop()

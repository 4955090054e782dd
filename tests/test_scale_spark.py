"""A local Spark with two workers: the same events and the same bytes."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from functools import partial
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command_line import run
from many_reports import bytes_of, reports, written

from timeline.errors import TimelineError
from timeline.scale import corpus, extract_batches, schema, spark

REPORTS = reports(300)

pytestmark = [
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="no Java on this machine, which Spark runs on (Debian: apt-get install openjdk-17-jre-headless)",
    ),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets to the Java process
]


@pytest.fixture(scope="module")
def session():
    """A Spark of two workers in this machine."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    started = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.sql.session.timeZone", "Asia/Tokyo")  # no time of a text hangs on it
        .getOrCreate()
    )
    yield started
    started.stop()


@pytest.fixture(scope="module")
def kernel():
    batch = pa.RecordBatch.from_pandas(pd.DataFrame(REPORTS[:80]), preserve_index=False)
    return pa.Table.from_batches(extract_batches([batch]), schema=schema())


def test_the_command_starts_a_spark_of_its_own_and_ends_it(tmp_path):
    news = written(REPORTS, tmp_path / "news.jsonl")
    for engine in ("local", "spark"):
        assert run("corpus", news, "-o", engine, "--engine", engine, "--jobs", 2, "-q", cwd=tmp_path)[0] == 0
    assert bytes_of(tmp_path / "spark") == bytes_of(tmp_path / "local")


def in_order(rows):
    return sorted(rows, key=lambda row: (row["report"], row["number"] or 0))


def test_a_data_frame_of_reports_becomes_one_of_events(session, kernel, tmp_path):
    pq.write_table(pa.Table.from_pylist(REPORTS[:80][::-1]), tmp_path / "news.parquet")
    frame = spark.extract(session.read.parquet(str(tmp_path / "news.parquet")).repartition(3))
    frame.write.parquet(str(tmp_path / "out"))
    assert frame.schema == spark.spark_schema()
    made = pq.read_table(tmp_path / "out")
    assert made.column_names == schema().names
    assert in_order(made.to_pylist()) == in_order(kernel.to_pylist())


def test_the_example_of_the_page_runs(session, tmp_path):
    page = (Path(__file__).parents[1] / "docs" / "how-to" / "run-on-a-cluster.md").read_text("utf-8")
    [code] = [code for code in re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if "spark" in code]
    code = re.sub(r'\("([a-z.-]+)"\)', rf'("{tmp_path}/\1")', code)  # Spark's own folder is where it was started
    pq.write_table(pa.Table.from_pylist([*REPORTS[1:5], {"id": "bad"}]), tmp_path / "news.parquet")
    exec(compile(code, "run-on-a-cluster.md", "exec"), {})  # noqa: S102 (our own page)
    assert pq.read_table(tmp_path / "spark-events").num_rows > 3
    [bad] = [file.read_text("utf-8") for file in (tmp_path / "spark-quarantine").glob("*.json") if file.stat().st_size]
    assert json.loads(bad) == {"report": "bad", "reason": "no text: it is empty"}


def test_a_session_that_is_open_is_used_and_stays_open(session):
    assert sorted(spark.each(abs, [-4, 3])) == [-4, 3]
    with pytest.raises(
        TimelineError, match=r"^Spark: \S*TimelineError: /nowhere/manifest\.json: a worker does not see it"
    ):
        list(spark.each(partial(corpus.work, "/nowhere"), [0]))
    assert session.range(1).count() == 1

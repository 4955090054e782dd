"""Dask with two worker processes: the same events and the same bytes, also when a worker is killed on the way."""

from __future__ import annotations

import os
from functools import partial

import distributed
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command_line import KILL, run
from dask import dataframe
from many_reports import bytes_of, reports, written

from timeline.errors import TimelineError
from timeline.pipeline import documents_of
from timeline.scale import corpus, dask, extract_batches, schema

REPORTS = reports(1_100)


@pytest.fixture(scope="module")
def client():
    """A cluster of two worker processes."""
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The corpus, and the folder that one process writes."""
    folder = tmp_path_factory.mktemp("alone")
    news = written(REPORTS, folder / "news.jsonl")
    manifest = corpus.begin(documents_of(news), folder / "out", corpus.asked([str(news)], folder / "out"))
    for number in range(len(manifest["parts"])):
        corpus.work(str(folder / "out"), number)
    corpus.finish(folder / "out", manifest)
    return folder


def table(batches):
    return pa.Table.from_batches(batches, schema=schema())


@pytest.fixture(scope="module")
def kernel():
    return table(extract_batches([pa.RecordBatch.from_pandas(pd.DataFrame(REPORTS[:80]), preserve_index=False)]))


def test_a_data_frame_of_reports_becomes_one_of_events(client, kernel, tmp_path):
    frame = dask.extract(dataframe.from_pandas(pd.DataFrame(REPORTS[:80]), npartitions=3))
    assert list(frame.columns) == schema().names
    made = pa.Table.from_pandas(frame.compute(), schema=schema(), preserve_index=False)
    assert made.to_pylist() == kernel.to_pylist()
    frame.to_parquet(tmp_path / "out", schema=schema(), write_index=False)
    assert pq.read_table(tmp_path / "out").to_pylist() == kernel.to_pylist()


def test_record_batches_go_round_as_they_are(client, kernel):
    whole = pa.RecordBatch.from_pandas(pd.DataFrame(REPORTS[:80]), preserve_index=False)
    sent = [whole.slice(at, 20) for at in range(0, 80, 20)]
    made = client.gather(client.map(lambda batch: list(extract_batches([batch])), sent))
    assert table([batch for each in made for batch in each]).to_pylist() == kernel.to_pylist()


def test_a_worker_killed_on_the_way_loses_and_doubles_nothing(client, alone, tmp_path):
    out, news = tmp_path / "out", alone / "news.jsonl"
    manifest = corpus.begin(documents_of(news), out, corpus.asked([str(news)], out))
    address = client.scheduler_info()["address"]
    workers = client.run(os.getpid)
    assert len(set(workers.values()) - {os.getpid()}) == 2
    done = dask.each(partial(corpus.work, str(out)), corpus.missing(out, manifest), cluster=address)
    numbers = [next(done)]
    busy = [worker for worker, tasks in client.processing().items() if tasks]
    os.kill(workers[busy[0]], KILL)
    numbers += done
    assert sorted(numbers) == list(range(len(manifest["parts"])))
    assert len(numbers) > 2
    corpus.finish(out, manifest)
    assert bytes_of(out) == bytes_of(alone / "out")
    assert set(client.run(os.getpid).values()) != set(workers.values()), "no worker was killed"


def test_the_command_starts_a_cluster_of_its_own(tmp_path):
    news = written(REPORTS[:8], tmp_path / "news.jsonl")
    said = {
        engine: run(
            "corpus", news, "-o", engine, "--engine", engine, "--jobs", 2, "--published", "2024-12-03", cwd=tmp_path
        )
        for engine in ("local", "dask")
    }
    assert said["dask"] == (0, "", said["local"][2].replace("local:", "dask:"))
    assert said["local"][2].endswith(" events from 8 reports\n"), "every report has a date"
    assert bytes_of(tmp_path / "dask") == bytes_of(tmp_path / "local")


def test_a_folder_that_workers_do_not_see(client):
    with pytest.raises(TimelineError, match="a worker does not see it; all have to see the folder"):
        list(dask.each(partial(corpus.work, "/nowhere"), [0], cluster=client.scheduler.address))


def test_nobody_at_the_address(monkeypatch):
    monkeypatch.setattr(dask, "TIMEOUT", "1s")
    with pytest.raises(dask.OptionError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(dask.each(int, [1], cluster="tcp://127.0.0.1:9"))

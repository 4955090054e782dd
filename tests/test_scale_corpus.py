"""``timeline corpus``: the same bytes whatever does the work, and whatever ends it on the way; nothing is lost."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections import Counter
from functools import partial

import pytest
from command_line import INTERRUPT, KILL, begun, run
from many_reports import bytes_of, reports, written
from pyarrow.parquet import read_table

import timeline
from timeline.errors import OptionError, TimelineError
from timeline.export.arrow import table
from timeline.pipeline import documents_of
from timeline.scale import corpus, staging

COUNT = 520


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """A corpus of four partitions with three bad lines in it."""
    file = written(reports(COUNT), tmp_path_factory.mktemp("news") / "news.jsonl")
    with file.open("a", encoding="utf-8") as lines:
        lines.write('nope\n{"id": "no-text", "published": "2024-12-03"}\n{"text": "cut off\n')
    return file


@pytest.fixture(scope="module")
def alone(news, tmp_path_factory):
    """Its events, as a run that nothing disturbed has written them."""
    folder = tmp_path_factory.mktemp("alone") / "out"
    status, printed, said = run("corpus", news, "-o", folder, cwd=folder.parent)
    assert (status, printed) == (1, "")
    assert "3 reports could not be read; why is told in" in said
    return folder


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def events_of(folder):
    return [row for file in sorted((folder / "events").iterdir()) for row in read_table(file).to_pylist()]


def as_a_bag(rows):
    return Counter(json.dumps(row, default=str, ensure_ascii=False) for row in rows)


# ---- what is in the folder -------------------------------------------------------------------------------------------


def test_the_events_are_those_that_are_read_one_by_one(news, alone):
    documents = [each for each in documents_of(news) if isinstance(each, timeline.Document)]
    assert len(documents) == COUNT
    expected, _ = table(
        (event for each in documents for event in timeline.extract(each)), {each.id: each for each in documents}
    )
    assert as_a_bag(events_of(alone)) == as_a_bag(expected.to_pylist())


def test_all_that_went_in_came_out(alone):
    manifest = manifest_of(alone)
    counts = manifest["counts"]
    assert counts["in"] == COUNT + 3 == counts["out"] + counts["empty"] + counts["quarantined"]
    assert (counts["empty"], counts["quarantined"]) == (COUNT // 4, 3)
    assert counts["events"] == len(events_of(alone))
    assert len(manifest["parts"]) == 4
    assert all(part["in"] > 80 for part in manifest["parts"])
    assert sorted(path.name for path in alone.iterdir()) == ["events", "manifest.json", "quarantine.jsonl"]


def test_the_manifest_says_what_the_files_are(alone):
    for part in manifest_of(alone)["parts"]:
        assert bytes_of(alone)[part["file"]] == part["sha256"]
        assert read_table(alone / part["file"]).num_rows == part["events"]


def test_the_quarantine_says_why(news, alone):
    lines = (alone / "quarantine.jsonl").read_text("utf-8").splitlines()
    reasons = [json.loads(line)["reason"] for line in lines]
    assert [f"{news}:{COUNT + at}" in reason for at, reason in enumerate(reasons, 1)] == [True] * 3, reasons
    assert "the record has no 'text'" in reasons[1]


def test_what_the_kernel_does_not_read_is_in_the_quarantine_as_it_is(tmp_path):
    whole = timeline.Document("اجتمع الوزيران أمس.", "2024-12-03", id="whole")
    blank = timeline.Document("\N{NO-BREAK SPACE}\n", "2024-12-03", "جريدة", id="blank")
    manifest = corpus.begin([whole, blank], tmp_path, corpus.asked([], tmp_path))
    corpus.work(str(tmp_path), 0)
    done = corpus.finish(tmp_path, manifest)
    assert (done["counts"]["in"], done["counts"]["quarantined"]) == (2, 1)
    [line] = (tmp_path / "quarantine.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {"reason": "no text: it is empty", "id": "blank", "text": "\N{NO-BREAK SPACE}\n",
                                "published": "2024-12-03", "source": "جريدة"}  # fmt: skip


# ---- the same bytes --------------------------------------------------------------------------------------------------


def parts_of(folder):
    """All but the manifest, which names the sources, and the quarantine, which names their lines."""
    return {name: digest for name, digest in bytes_of(folder).items() if name.startswith("events")}


def test_neither_processes_nor_hash_seed_nor_locale_nor_zone_matter(news, alone, tmp_path):
    status, _, _ = run("corpus", news, "-o", "out", "--jobs", 2, cwd=tmp_path, PYTHONHASHSEED="3", TZ="Asia/Tokyo",
                       LC_ALL="ar_SY.UTF-8")  # fmt: skip
    assert status == 1
    assert bytes_of(tmp_path / "out") == bytes_of(alone)


def test_neither_order_nor_division_of_the_files_matters(alone, tmp_path):
    mixed = reports(COUNT)
    random.Random(5).shuffle(mixed)
    (tmp_path / "news").mkdir()
    written(mixed[:300], tmp_path / "news" / "b.jsonl")
    written(mixed[300:], tmp_path / "news" / "a.jsonl")
    files = [tmp_path / "news" / name for name in ("b.jsonl", "a.jsonl")]
    laid_out = [
        corpus.begin(documents_of(order), tmp_path / name, corpus.asked(map(str, order), tmp_path / name))
        for name, order in (("one", files), ("two", files[::-1]))
    ]
    assert laid_out[0] == laid_out[1]
    for number in range(4):
        corpus.work(str(tmp_path / "one"), number)
    corpus.finish(tmp_path / "one", laid_out[0])
    assert parts_of(tmp_path / "one") == parts_of(alone)


def test_partitions_are_as_many_as_the_corpus_asks_for():
    for total, number in ((0, 1), (250, 1), (251, 2), (1_000, 4), (40_000, 256), (10_000_000, 4096)):
        counts = [total] + [0] * (staging.BUCKETS - 1)
        parts = staging.partitions(counts)
        assert len(parts) == number
        assert [bucket for part in parts for bucket in part] == list(range(staging.BUCKETS))


def test_duplicates_stay_and_halves_of_surrogates_are_told(tmp_path):
    twice = [timeline.Document("اجتمع الوزيران أمس \ud83d.", "2024-12-03")] * 2
    with pytest.warns(timeline.errors.TimelineWarning, match="2 × halves of surrogate pairs"):
        manifest = corpus.begin(twice, tmp_path, corpus.asked([], tmp_path))
    corpus.work(str(tmp_path), 0)
    assert corpus.finish(tmp_path, manifest)["counts"]["in"] == 2


# ---- interrupted -----------------------------------------------------------------------------------------------------


def test_killed_at_ten_random_moments_it_writes_the_same(news, alone, tmp_path):
    chance, left = random.Random(), []
    for _ in range(10):
        process = begun("corpus", news, "-o", "out", "--jobs", 2, "-q", cwd=tmp_path)
        time.sleep(chance.uniform(0.3, 2.0))
        process.send_signal(KILL)
        process.communicate()
        left.append(sum(1 for _ in (tmp_path / "out").glob("events/*")))
    assert run("corpus", news, "-o", "out", "-q", cwd=tmp_path)[0] == 1
    assert bytes_of(tmp_path / "out") == bytes_of(alone), left


def test_interrupted_it_says_how_to_go_on(news, alone, tmp_path):
    process = begun("corpus", news, "-o", "out", cwd=tmp_path)
    while not list((tmp_path / "out").glob("events/*")):
        time.sleep(0.02)
    process.send_signal(INTERRUPT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.decode() == "timeline: interrupted; call the same again, and it goes on (out)\n"
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "events").iterdir()}
    assert 0 < len(before) < 4
    run("corpus", news, "-o", "out", "--jobs", 2, cwd=tmp_path)
    assert bytes_of(tmp_path / "out") == bytes_of(alone)
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "events").iterdir()}
    assert before.items() <= after.items(), "what was done is not done again"


def test_a_torn_partition_is_written_again(news, alone, tmp_path):
    out = tmp_path / "out"
    manifest = corpus.begin(documents_of(news), out, corpus.asked([str(news)], out))
    for number in range(4):
        corpus.work(str(out), number)
    torn = out / manifest["parts"][3]["file"]
    torn.write_bytes(torn.read_bytes()[:-500])
    (out / manifest["parts"][1]["file"]).unlink()
    assert corpus.missing(out, manifest) == [1, 3]
    with pytest.raises(TimelineError, match=r"part-00001\.parquet: the partition is missing"):
        corpus.finish(out, manifest)
    list(map(partial(corpus.work, str(out)), [3, 1, 1]))
    corpus.finish(out, manifest)
    assert bytes_of(out) == bytes_of(alone)


def test_reports_that_went_astray_are_missed(news, tmp_path):
    corpus.begin(documents_of(news), tmp_path, corpus.asked([str(news)], tmp_path))
    next((tmp_path / ".work").glob("0*.arrows")).unlink()
    with pytest.raises(TimelineError, match="reports are laid out, and"):
        corpus.work(str(tmp_path), 0)
    assert not list((tmp_path / "events").iterdir())


def test_a_run_that_is_complete_stays_as_it_is(news, alone, tmp_path):
    shutil.copytree(alone, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    status, _, said = run("corpus", news, "-o", "out", cwd=tmp_path)
    assert status == 1
    assert said.endswith(f"events from {COUNT + 3:,} reports ({manifest_of(alone)['counts']['undated']} undated)\n")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before


# ---- what is refused -------------------------------------------------------------------------------------------------


def test_a_run_goes_on_with_what_it_was_begun_with(news, alone, tmp_path):
    shutil.copytree(alone, tmp_path / "out")
    status, _, said = run("corpus", news, "-o", "out", "--published", "2024-01-01", cwd=tmp_path)
    assert status == 2
    assert "its run was begun with other published" in said
    with news.open("ab") as file:
        file.write(b"\n")
    try:
        assert "begun with other sources" in run("corpus", news, "-o", "out", cwd=tmp_path)[2]
    finally:
        with news.open("r+b") as file:
            file.truncate(news.stat().st_size - 1)


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "other", "asked": {}}', '{"parts": []}'])
def test_a_manifest_of_something_else_is_left_alone(text, tmp_path):
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(OptionError, match="is no manifest of a corpus; name a new folder"):
        corpus.begun(tmp_path, {})
    assert (tmp_path / "manifest.json").read_text("utf-8") == text


def test_a_folder_with_other_files_is_left_alone(news, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("x", encoding="utf-8")
    status, _, said = run("corpus", news, "-o", "out", cwd=tmp_path)
    assert status == 2
    assert "it holds other files (thesis.txt); name a new folder" in said


def test_where_nothing_can_be_read_nothing_is_written(tmp_path):
    status, _, said = run("corpus", "nowhere.jsonl", "-o", "out", cwd=tmp_path)
    assert (status, said) == (1, "timeline: nowhere.jsonl: no such file\n")
    assert not (tmp_path / "out").exists()


def test_a_cluster_needs_an_engine(news, tmp_path):
    status, _, said = run("corpus", news, "-o", "out", "--cluster", "tcp://x:1", cwd=tmp_path)
    assert status == 2
    assert "--engine with one of dask, spark" in said


def test_it_speaks_arabic(news, tmp_path):
    said = run("corpus", "nowhere.jsonl", "-o", "out", "--cluster", "x", "--language", "ar", cwd=tmp_path)[2]
    assert "المحرك local لا عنقود له" in said

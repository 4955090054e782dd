"""The examples run as the notebooks that they are, from end to end, offline."""

import os
from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))
PLOTLY = "application/vnd.plotly.v1+json"

# of the kernel's own client, not ours to mend
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A script run as a notebook in a folder of its own, once: its cells, and the folder."""
    done = {}

    def run_once(script):
        if script not in done:
            folder = tmp_path_factory.mktemp(script.stem)
            (folder / "seeds").symlink_to(ROOT / "seeds")
            notebook = jupytext.read(script)
            notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
            environment = {
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "IPYTHONDIR": str(folder / ".ipython"),
                "PYDEVD_DISABLE_FILE_VALIDATION": "1",
                # no way out: a request to any host fails at once
                "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
            }  # fmt: skip
            client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
            client.execute(env=environment)
            done[script] = notebook.cells, folder
        return done[script]

    return run_once


def printed(cells):
    return "".join(
        output["text"]
        for cell in cells
        for output in cell.get("outputs", ())
        if output["output_type"] == "stream" and output["name"] == "stdout"
    )


def shown(cells):
    return [output["data"] for cell in cells for output in cell.get("outputs", ()) if "data" in output]


def test_there_are_two_examples():
    assert [script.name for script in SCRIPTS] == ["01_one_report.py", "02_two_newspapers.py"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_an_example_runs_and_says_nothing_on_standard_error(script, run):
    cells, _ = run(script)
    complaints = [
        output["text"]
        for cell in cells
        for output in cell.get("outputs", ())
        if output["output_type"] == "stream" and output["name"] == "stderr"
    ]
    assert complaints == []
    assert any(cell["cell_type"] == "markdown" for cell in cells)


def test_one_report(run):
    cells, folder = run(SCRIPTS[0])
    text = printed(cells)
    assert "2024-12-07,2024-12-08    يومي السابع والثامن من ديسمبر/كانون الأول الجاري" in text
    assert "«الأحد»" in text
    assert "DATE 2024-12-01" in text
    for actor in ("Iran IRNGOV", "Russia RUSGOV", "TURGOV"):
        assert actor in text
    assert "meeting   meeting      planned   stated    [2024-12-07, 2024-12-08) [2024-12-08, 2024-12-09)" in text
    kinds = shown(cells)
    assert sum(PLOTLY in data for data in kinds) == 2
    assert any("dir=" in data.get("text/html", "") for data in kinds)
    page = (folder / "one-report.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl"' in page
    assert "يومي السابع والثامن" in page


def test_two_newspapers(run):
    cells, folder = run(SCRIPTS[1])
    text = printed(cells)
    assert "told by 2 outlets" in text
    assert "2 mentions" in text
    assert "agents differ" in text
    assert "<Difference new=" in text
    assert sum(PLOTLY in data for data in shown(cells)) == 2
    assert {"two-newspapers.html", "what-changed.html"} <= {file.name for file in folder.iterdir()}

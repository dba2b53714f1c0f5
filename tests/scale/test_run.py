"""A run over a data set: records as those of a case, nothing done twice, a dead worker loses nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pytest

import rashomon
from rashomon.analyse.tables import records
from rashomon.analyse.view import View
from rashomon.errors import SetupError
from rashomon.model.codec import RECORDS
from rashomon.pipeline import read_into
from rashomon.scale.grouping import Sizes
from rashomon.scale.importing import import_story
from rashomon.scale.inputs import input_files
from rashomon.scale.records import CONCLUDED, KINDS, folder_of, schema
from rashomon.scale.run import Counts, scale
from rashomon.store import MemoryArchive
from tests.scale.wars import reports, write

_PYTHON = (sys.executable, "-m")
_RASHOMON = (sys.executable, "-c", "from rashomon.cli import main; main()")
# What this process imports is what the others are to import.
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(rashomon.__file__).parents[1])}
SIZES = Sizes(part=4, bundle=6)
FOLDERS = (*map(folder_of, (*KINDS, *CONCLUDED)), "copies")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write(tmp_path_factory.mktemp("input") / "wars.jsonl", reports())
    with path.open("a", encoding="utf-8") as lines:
        lines.write('{"text": 3}\nno json\n')
    return path


@pytest.fixture(scope="module")
def single(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Counts]:
    """The output of this process alone."""
    output = tmp_path_factory.mktemp("single") / "out"
    return output, scale(str(source), output, count=0, sizes=SIZES)


def rows(output: Path, folder: str) -> list[dict[str, Any]]:
    found = pyarrow.dataset.dataset(output / folder).to_table().to_pylist()
    return sorted(found, key=lambda row: (row["id"], str(row.get("story"))))


def test_every_kind_is_a_folder_with_its_columns(single: tuple[Path, Counts]) -> None:
    for kind in (*KINDS, *CONCLUDED):
        assert pyarrow.dataset.dataset(single[0] / folder_of(kind)).schema.equals(schema(kind))
    told = rows(single[0], "statements")[0]
    assert told["act"] in ("say", "deny", "accuse", "warn", "reject", "threaten")
    assert told["story"].startswith("story-")


def test_each_war_is_a_story(single: tuple[Path, Counts]) -> None:
    output, counts = single
    assert (counts.reports, counts.stories) == (20, 4)
    declared = {row["id"]: row["declared"] for row in rows(output, "documents")}
    wars: dict[str, set[str]] = {}
    for row in rows(output, "documents"):
        wars.setdefault(row["story"], set()).add(declared[row["id"]][0])
    assert sorted(map(sorted, wars.values())) == [["0"], ["1"], ["2"], ["3"]]


def test_bad_lines_are_problems_with_file_and_line(single: tuple[Path, Counts], source: Path) -> None:
    told = [(row["source"], row["message"].split(":")[0]) for row in rows(single[0], "problems")]
    assert sorted(told) == [(str(source), "line 21"), (str(source), "line 22")]
    assert single[1].problems == 2


def test_a_second_run_does_nothing(single: tuple[Path, Counts], source: Path) -> None:
    times = {path: path.stat().st_mtime_ns for path in single[0].rglob("*.parquet")}
    again = scale(str(source), single[0], count=0, sizes=SIZES)
    assert again.done == 0
    assert (again.stories, again.differences) == (single[1].stories, single[1].differences)
    assert {path: path.stat().st_mtime_ns for path in single[0].rglob("*.parquet")} == times


def test_what_is_missing_is_made_again(single: tuple[Path, Counts], source: Path) -> None:
    lost = sorted((single[0] / "differences").glob("*.parquet"))[0]
    held = lost.read_bytes()
    lost.unlink()
    assert scale(str(source), single[0], count=0, sizes=SIZES).done == 1
    assert lost.read_bytes() == held


def test_of_a_file_that_grew_only_what_is_new_is_extracted(
    single: tuple[Path, Counts], source: Path, tmp_path: Path
) -> None:
    output = shutil.copytree(single[0], tmp_path / "out")
    grown = tmp_path / source.name
    before, done = reports(), Counter[str]()
    write(grown, before)
    scale(str(grown), output, count=0, sizes=SIZES)  # a file at another place is another file
    write(grown, [*before, {**before[-1], "id": "3-5", "text": f"Late on Sunday. {before[-1]['text']}"}])
    made = scale(str(grown), output, count=0, sizes=SIZES, progress=lambda stage, _, __: done.update([stage]))
    assert (made.reports, made.stories) == (21, 4)
    assert (done["read"], done["extract"], done["resolve"]) == (1, 1, 1)
    assert len(rows(output, "documents")) == 21


def test_an_imported_story_is_what_reading_its_reports_gives(single: tuple[Path, Counts], tmp_path: Path) -> None:
    output = single[0]
    story = rows(output, "stories")[0]["id"]
    ids = {row["id"] for row in rows(output, "documents") if row["story"] == story}
    brought = MemoryArchive()
    assert import_story(output, story[:10], brought) == len(ids) == 5
    assert import_story(output, story, brought) == 0
    read = MemoryArchive()
    declared = {f"{one['id']}|{one['outlet']}": one for one in reports()}
    own = [declared[one.declared] for one in brought.documents()]
    read_into(read, [str(write(tmp_path / "story.jsonl", own))])
    wanted = {one.id: one for one in records(View(read)) if one.kind != "document"}
    got = {one.id: one for one in records(View(brought)) if one.kind != "document"}
    assert got == wanted
    kept = {row["id"] for kind in RECORDS for row in _story_rows(output, kind, story)}
    assert kept == set(wanted) | ids | {story}


def _story_rows(output: Path, kind: str, story: str) -> list[dict[str, Any]]:
    if kind == "judgement":
        return []
    return [row for row in rows(output, folder_of(kind)) if row["story"] == story]


def test_an_unknown_story_is_told_in_one_line(single: tuple[Path, Counts], tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no story 'story-xyz'"):
        import_story(single[0], "story-xyz", MemoryArchive())
    with pytest.raises(SetupError, match="4 stories 'story-'"):
        import_story(single[0], "story-", MemoryArchive())
    with pytest.raises(SetupError, match="no output of rashomon scale"):
        import_story(tmp_path, "story-1", MemoryArchive())


def test_what_is_no_output_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(SetupError, match="no output of rashomon scale"):
        scale(str(source), tmp_path, count=0)
    with pytest.raises(SetupError, match="no Parquet, JSON Lines or WARC file there"):
        input_files(str(tmp_path))


def test_a_scheduler_that_does_not_answer_is_one_line(source: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra `scale` is not installed")
    call = [*_RASHOMON, "scale", str(source), str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=_ENVIRONMENT)
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: no scheduler answers at tcp://127.0.0.1:9")
    assert done.stderr.count("\n") == 1


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own."""
    pytest.importorskip("distributed", reason="the extra `scale` is not installed")
    told = tmp_path / "scheduler.json"
    with ExitStack() as stack:

        def start(*call: str) -> subprocess.Popen[bytes]:
            one = subprocess.Popen(
                [*_PYTHON, *call], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
            )
            stack.callback(one.wait)
            stack.callback(one.kill)
            return one

        scheduler = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        start(*scheduler, "--scheduler-file", str(told))
        _wait(lambda: told.exists() and told.read_text("utf-8").endswith("}"))
        worker = (
            "distributed.cli.dask_worker",
            "--scheduler-file",
            str(told),
            "--nthreads",
            "1",
            "--no-nanny",
            "--local-directory",
            str(tmp_path),
        )
        hands = [start(*worker, "--host", "127.0.0.1", "--no-dashboard") for _ in range(2)]
        yield _address(told), hands


def _address(told: Path) -> str:
    return str(json.loads(told.read_text("utf-8"))["address"])


def _wait(done: Any, seconds: int = 120) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_a_worker_that_dies_loses_nothing(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], single: tuple[Path, Counts], source: Path, tmp_path: Path
) -> None:
    address, hands = cluster
    output = tmp_path / "out"
    call = [*_RASHOMON, "scale", str(source), str(output), "--scheduler", address, "--part", "1"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_ENVIRONMENT) as run:
        manifest = output / "_stages" / "extract" / "manifest.jsonl"
        _wait(lambda: run.poll() is not None or (manifest.exists() and manifest.read_text("utf-8").count("\n") >= 2))
        assert run.poll() is None, run.communicate()
        os.kill(hands[0].pid, signal.SIGKILL)
        assert manifest.read_text("utf-8").count("\n") < 20, "killed too late to prove anything"
        out, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    assert out.startswith("20 reports (")
    for folder in FOLDERS:
        assert rows(output, folder) == rows(single[0], folder), folder

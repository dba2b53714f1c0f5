"""What is measured; each runs in a process of its own (`measured`), so that its peak memory is its own."""

import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import reports

os.environ.setdefault("OMP_NUM_THREADS", "1")

_ROOT = Path(__file__).parents[1]


def measured(run: str, *numbers: int) -> dict[str, float]:
    """Run one of `RUNS` in a process of its own; seconds are of the processor but for `wall`, memory in MB."""
    call = [sys.executable, "-W", "ignore", "-m", "benchmarks.runs", run, *map(str, numbers)]
    done = subprocess.run(call, cwd=_ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def stages(size: int) -> dict[str, float]:
    """Text to stored records and the world, stage by stage, in one process: seconds of each stage."""
    from rashomon.extract import EXTRACTORS
    from rashomon.extract.found import Found
    from rashomon.language.spacy_engine import engine
    from rashomon.model.text import Document
    from rashomon.pipeline import VERSION
    from rashomon.read import read
    from rashomon.resolve.world import resolve
    from rashomon.store import open_archive

    spent: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        source = _written(size, Path(folder))
        machine = engine()
        mark = time.process_time()

        def stage(name: str) -> None:
            nonlocal mark
            now = time.process_time()
            spent[name] = spent.get(name, 0.0) + now - mark
            mark = now

        with open_archive(Path(folder) / "bench.rashomon") as archive:
            documents = [one for one in read(source) if isinstance(one, Document)]
            stage("read")
            for analysis in machine.analyse_all(documents):
                stage("parse")
                found = Found(analysis)
                for extractor in EXTRACTORS:
                    found.add(extractor(analysis, found))
                    stage(extractor.__name__)
                archive.add(analysis.document, found.all(), version=VERSION)
                stage("store")
            archive.rebuild(resolve, version=VERSION)
            stage("resolve")
    return spent


def whole(size: int, jobs: int) -> dict[str, float]:
    """What `rashomon read --jobs` does: text to stored records and the world, by the clock and by the processor.

    Of one process the model is loaded before, as that of plain spaCy is; of several each loads its own.
    """
    from rashomon.language.spacy_engine import engine
    from rashomon.pipeline import read_into
    from rashomon.store import open_archive

    with TemporaryDirectory() as folder:
        source = _written(size, Path(folder))
        if jobs == 1:
            engine()
        begun, clock = _processor(), time.monotonic()
        with open_archive(Path(folder) / "bench.rashomon") as archive:
            tally = read_into(archive, [source], jobs=jobs)
        wall = time.monotonic() - clock
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"wall": wall, "cpu": _processor() - begun, "read": tally.read, "worker": worker}


def spacy_whole(size: int) -> dict[str, float]:
    """Plain spaCy with all components over the same texts, the model loaded before."""
    from rashomon.language.spacy_engine import MODELS

    model = next(name for name in MODELS if importlib.util.find_spec(name))
    nlp = importlib.import_module(model).load()
    texts = [one["text"] for one in reports(size)]
    list(nlp.pipe(texts[:5]))
    begun = _processor()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return {"cpu": _processor() - begun}


RUNS: dict[str, Callable[..., dict[str, float]]] = {"stages": stages, "whole": whole, "spacy": spacy_whole}


def words(size: int) -> int:
    """Words of so many reports, cut at blanks."""
    return sum(len(one["text"].split()) for one in reports(size))


def _written(size: int, folder: Path) -> str:
    source = folder / "reports.jsonl"
    source.write_text("\n".join(json.dumps(one) for one in reports(size)), "utf-8")
    return str(source)


def _processor() -> float:
    """Seconds of the processor, of this process and of those it started that have ended."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


if __name__ == "__main__":
    result = RUNS[sys.argv[1]](*map(int, sys.argv[2:]))
    result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(result))

"""`make bench`: reports/s, words/s, memory and scaling of Rashomon, beside plain spaCy.

Usage: python -m benchmarks [SIZE…]

Each size runs in a process of its own, so that its peak memory is its own. Reports are
those of ../shared/reports/libya-2011.jsonl.gz where present, else the samples, numbered
so that no two are the same.
"""

import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("OMP_NUM_THREADS", "1")

SIZES = (100, 300, 777)
_ROOT = Path(__file__).parents[1]
_ARCHIVE = Path(os.environ.get("RASHOMON_SHARED", _ROOT.parent / "shared")) / "reports" / "libya-2011.jsonl.gz"


def reports(size: int) -> Iterator[dict[str, str]]:
    """The first `size` reports, as JSON Lines records."""
    if _ARCHIVE.exists():
        with gzip.open(_ARCHIVE, "rt", encoding="utf-8") as lines:
            for _, line in zip(range(size), lines, strict=False):
                yield json.loads(line)
        return
    texts = [path.read_text("utf-8") for path in sorted((_ROOT / "samples").glob("0*.txt"))]
    for number in range(size):
        text = texts[number % len(texts)]
        yield {"id": str(number), "text": text.replace(". ", f". Dispatch {number}: ", 1)}


def rashomon(size: int) -> dict[str, float]:
    """Text to stored records and the world, in one process; seconds are of the processor."""
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
        source = Path(folder) / "reports.jsonl"
        source.write_text("\n".join(json.dumps(one) for one in reports(size)), "utf-8")
        machine = engine()
        mark = time.process_time()

        def stage(name: str) -> None:
            nonlocal mark
            now = time.process_time()
            spent[name] = spent.get(name, 0.0) + now - mark
            mark = now

        with open_archive(Path(folder) / "bench.rashomon") as archive:
            documents = [one for one in read(str(source)) if isinstance(one, Document)]
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
    words = sum(len(one.text.split()) for one in documents)
    return spent | {"reports": len(documents), "words": words}


def spacy_whole(size: int) -> dict[str, float]:
    """Plain spaCy with all components over the same texts."""
    import importlib

    from rashomon.language.spacy_engine import MODELS

    model = next(name for name in MODELS if importlib.util.find_spec(name))
    nlp = importlib.import_module(model).load()
    texts = [one["text"] for one in reports(size)]
    list(nlp.pipe(texts[:5]))
    begun = time.process_time()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    spent = time.process_time() - begun
    return {"parse": spent, "reports": len(texts), "words": sum(len(text.split()) for text in texts)}


def _run(what: str, size: int) -> dict[str, float]:
    call = [sys.executable, "-W", "ignore", "-m", "benchmarks", what, str(size)]
    done = subprocess.run(call, cwd=_ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _print(sizes: list[int]) -> None:
    corpus = _ARCHIVE.name if _ARCHIVE.exists() else "the samples, numbered"
    print(f"corpus: {corpus}; one process, one thread, seconds of the processor\n")
    heads = ("reports", "words", "reports/s", "words/s", "MB", "parse", "own", "spaCy, all", "ratio")
    print(" ".join(f"{head:>{width}}" for head, width in zip(heads, (8, 9, 10, 9, 6, 6, 6, 11, 6), strict=True)))
    for size in sizes:
        ours, theirs = _run("rashomon", size), _run("spacy_whole", size)
        stages = {name: value for name, value in ours.items() if name not in ("reports", "words", "memory")}
        whole = sum(stages.values())
        share = stages["parse"] / whole
        print(
            f"{ours['reports']:8.0f} {ours['words']:9.0f} {ours['reports'] / whole:10.1f} {ours['words'] / whole:9.0f} "
            f"{ours['memory']:6.0f} {share:6.0%} {1 - share:6.0%} {theirs['words'] / theirs['parse']:7.0f} w/s "
            f"{theirs['parse'] / whole:6.2f}"
        )
    print("\nshare of each stage in the largest run:")
    for name, value in sorted(stages.items(), key=lambda item: -item[1]):
        print(f"  {name:<12}{value:8.2f} s {value / whole:6.1%} {ours['reports'] / value:9.0f} reports/s")


def main() -> None:
    """Print the table, or run one measurement in this process and print it as JSON."""
    if sys.argv[1:2] and sys.argv[1] in ("rashomon", "spacy_whole"):
        found = globals()[sys.argv[1]](int(sys.argv[2]))
        found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
        return
    _print([int(one) for one in sys.argv[1:]] or list(SIZES))


if __name__ == "__main__":
    main()

"""A run from INPUT to OUTPUT: which tasks each stage has, and which of them are done already."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rashomon.errors import SetupError
from rashomon.model.text import digest
from rashomon.pipeline import VERSION
from rashomon.scale import files, tasks
from rashomon.scale.grouping import Sizes
from rashomon.scale.inputs import input_files
from rashomon.scale.workers import Note, Task, Workers, workers

Progress = Callable[[str, int, int], None]
"""Is told a stage, how many of its tasks are done, and of how many."""

_MANIFEST = "manifest.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a run has made: how many reports were read (copies of a text included), how many of each, tasks done now."""

    reports: int
    copies: int
    stories: int
    differences: int
    problems: int
    done: int


def scale(
    source: str,
    output: str | Path,
    *,
    count: int | None = None,
    scheduler: str | None = None,
    sizes: Sizes | None = None,
    progress: Progress | None = None,
) -> Counts:
    """Run the pipeline over a data set; what an earlier run has done to OUTPUT is not done again.

    Args:
        source: a file, a folder, a glob or an address of fsspec: Parquet, JSON Lines (gz, zst), WARC.
        output: a folder that all workers see.
        count: processes of this machine; None is one a processor, 0 is this process alone.
        scheduler: the address of a Dask scheduler, instead.
        sizes: how the work is cut; the records do not depend on `part` and `bundle`.
        progress: is called after every task.

    Raises:
        SetupError: nothing to read, no engine, no scheduler, an OUTPUT that is something else, a task that fails.
    """
    folder = Path(output).absolute()
    found = input_files(source)
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / tasks.STAGES).is_dir())):
        raise SetupError(f"{output}: there already, and no output of rashomon scale")
    (folder / tasks.STAGES).mkdir(parents=True, exist_ok=True)
    with workers(count, scheduler) as by:
        return _Run(folder, by, sizes or Sizes(), progress).whole([(one.path, one) for one in found])


class _Run:
    """One run over an OUTPUT."""

    def __init__(self, folder: Path, by: Workers, sizes: Sizes, progress: Progress | None) -> None:
        self._folder = folder
        self._output = str(folder)
        self._workers = by
        self._sizes = sizes
        self._progress = progress
        self._written: set[str] = set()
        self._done = 0

    def whole(self, found: Sequence[tuple[str, object]]) -> Counts:
        """All stages, one after the other."""
        read = self._stage(
            "read",
            [
                self._task("read", digest(path), tasks.read_file, file, digest(path), self._sizes.part)
                for path, file in found
            ],
        )
        parts: dict[str, str] = {part: held for one in read for part, held in one["parts"].items()}
        extract = self._stage(
            "extract",
            [
                self._task("extract", Path(one).stem, tasks.extract_part, one, Path(one).stem, on=held)
                for one, held in parts.items()
            ],
        )
        made = [one["part"] for one in extract]
        if not made:
            return self._finish(read, [], {"copies": 0}, {"stories": 0})
        every = digest([one["key"] for one in extract])
        [tied] = self._stage("copies", [self._task("copies", "copies", tasks.find_copies, made, on=every)])
        [told] = self._stage(
            "stories", [self._task("stories", "stories", tasks.group_reports, made, self._sizes, on=every)]
        )
        compare = self._bundles(dict(zip(made, (one["key"] for one in extract), strict=True)))
        return self._finish(read, compare, tied, told)

    def _bundles(self, parts: dict[str, str]) -> list[Note]:
        """The stages after the stories are known: `parts` are the extracted ones with their keys."""
        places: dict[str, dict[str, tasks.Place]] = {part: {} for part in parts}
        bundles: dict[int, dict[str, list[str]]] = {}
        for row in files.read(self._folder / tasks.STAGES / "stories" / "stories.parquet").to_pylist():
            places[row["part"]][row["id"]] = (row["story"], row["bundle"])
            bundles.setdefault(row["bundle"], {}).setdefault(row["part"], []).append(f"{row['id']} {row['story']}")
        shuffle = [
            self._task("shuffle", Path(one).stem, tasks.shuffle_part, one, Path(one).stem, held, on=parts[one])
            for one, held in places.items()
        ]
        self._stage("shuffle", shuffle)
        resolve = []
        for bundle, held in sorted(bundles.items()):
            own = [f"{tasks.STAGES}/shuffle/{Path(part).stem}.parquet" for part in sorted(held)]
            # What a bundle's records depend on is its reports, not where else a part of them went.
            on = digest(bundle, sorted((parts[part], sorted(ids)) for part, ids in held.items()))
            resolve.append(self._task("resolve", f"{bundle:06}", tasks.resolve_bundle, bundle, own, on=on))
        done = self._stage("resolve", resolve)
        return self._stage(
            "differences",
            [
                self._task("differences", one.name, tasks.compare_bundle, one.arguments[1], on=note["key"])
                for one, note in zip(resolve, done, strict=True)
            ],
        )

    def _task(self, stage: str, name: str, call: Callable[..., Note], *arguments: object, on: str = "") -> Task:
        shown = [asdict(one) if isinstance(one, Sizes) else one for one in arguments]
        key = digest(VERSION, stage, name, on, *shown)
        return Task(stage=stage, name=name, key=key, call=call, arguments=(self._output, *arguments))

    def _stage(self, stage: str, wanted: Sequence[Task]) -> list[Note]:
        """The notes of a stage's tasks, in their order; what the manifest knows as done is not done again."""
        folder = self._folder / tasks.STAGES / stage
        folder.mkdir(exist_ok=True)
        manifest = folder / _MANIFEST
        notes: dict[str, Note] = {}
        known = {one["name"]: one for one in files.json_lines(manifest)}
        for task in wanted:
            note = known.get(task.name)
            if note and note["key"] == task.key and all((self._folder / one).exists() for one in note["files"]):
                notes[task.name] = note
        with manifest.open("a", encoding="utf-8") as log:
            for task, note in self._workers.run([one for one in wanted if one.name not in notes]):
                notes[task.name] = {"name": task.name, "key": task.key, **note}
                log.write(files.to_text(notes[task.name]) + "\n")
                log.flush()
                self._done += 1
                if self._progress:
                    self._progress(stage, len(notes), len(wanted))
        made = [notes[task.name] for task in wanted]
        files.write_text(manifest, "".join(files.to_text(one) + "\n" for one in made))
        self._written.update(name for one in made for name in one["files"])
        return made

    def _finish(self, read: Sequence[Note], compare: Sequence[Note], tied: Note, told: Note) -> Counts:
        """Take away what an earlier run of other input left, and count."""
        for path in self._folder.rglob("*.parquet"):
            if path.relative_to(self._folder).as_posix() not in self._written:
                path.unlink()
        problems = sum(files.count(path) for path in (self._folder / "problems").glob("*.parquet"))
        return Counts(
            reports=sum(one["reports"] for one in read),
            copies=tied["copies"],
            stories=told["stories"],
            differences=sum(one["differences"] for one in compare),
            problems=problems,
            done=self._done,
        )

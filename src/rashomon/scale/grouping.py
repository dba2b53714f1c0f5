"""The stories of all reports, cut where they are too large, and bundled for the workers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow

from rashomon.model.finding import Problem
from rashomon.model.world import Story
from rashomon.resolve.stories import WINDOW, Background, Stories
from rashomon.scale.files import batch

_ROWS = 1000

GROUPED = pyarrow.schema([("id", pyarrow.string()), ("story", pyarrow.string()), ("bundle", pyarrow.int32())])
"""Each report's story, and the bundle of stories that one worker resolves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Reports of a partition as read, of a bundle of stories, and of the largest story; days a story may pause."""

    part: int = 200
    bundle: int = 200
    story: int = 2000
    window: int = WINDOW


def grouped(
    reports: pyarrow.RecordBatch, originals: Mapping[str, str], sizes: Sizes
) -> tuple[pyarrow.RecordBatch, list[Problem]]:
    """Reports (`id`, `day`, `terms`, `often`), in the order in which they came out, to `GROUPED`.

    A copy goes where its original went. A story of more reports than `sizes.story` is cut
    by time into stories of their own, with a problem that says so.
    """
    background = Background()
    for row in _rows(reports, "terms"):
        background.add(row["terms"])
    stories = Stories(background, growing=False, window=sizes.window)
    number: dict[str, int] = {}
    members: dict[int, list[str]] = {}
    days: dict[str, int | None] = {}
    for row in _rows(reports, "id", "day", "terms", "often"):
        days[row["id"]] = row["day"]
        original = number.get(originals.get(row["id"], ""))
        words = dict(zip(row["terms"], row["often"], strict=True))
        number[row["id"]] = stories.add(words, row["day"]) if original is None else original
        members.setdefault(number[row["id"]], []).append(row["id"])
    return _bundled(members, days, sizes)


def _rows(reports: pyarrow.RecordBatch, *columns: str) -> Iterator[dict[str, Any]]:
    """Yield rows, few of them at a time as Python's own values, which take ten times the memory."""
    wanted = reports.select(list(columns))
    for start in range(0, wanted.num_rows, _ROWS):
        yield from wanted.slice(start, _ROWS).to_pylist()


def _bundled(
    members: Mapping[int, Sequence[str]], days: Mapping[str, int | None], sizes: Sizes
) -> tuple[pyarrow.RecordBatch, list[Problem]]:
    rows, problems = [], []
    bundle, held = 0, 0
    for story in sorted(members):
        pieces = _pieces(members[story], sizes.story)
        if len(pieces) > 1:
            problems.append(_cut(members[story], pieces, days))
        for piece in pieces:
            if held and held + len(piece) > sizes.bundle:
                bundle, held = bundle + 1, 0
            held += len(piece)
            named = story_id(piece)
            rows += [{"id": one, "story": named, "bundle": bundle} for one in piece]
    return batch(rows, GROUPED), problems


def story_id(documents: Sequence[str]) -> str:
    """The id of the story of these reports."""
    return Story(documents=tuple(documents), topic="").id


def _pieces(documents: Sequence[str], limit: int) -> list[Sequence[str]]:
    """Pieces of nearly equal size, in order of time."""
    count = -(-len(documents) // limit)
    ends = [len(documents) * number // count for number in range(count + 1)]
    return [documents[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def _cut(documents: Sequence[str], pieces: Sequence[Sequence[str]], days: Mapping[str, int | None]) -> Problem:
    starts = [days[piece[0]] for piece in pieces[1:]]
    shown = ", ".join(date.fromordinal(day).isoformat() if day else "an unknown day" for day in starts)
    message = (
        f"a story of {len(documents)} reports is resolved in {len(pieces)} pieces, cut at {shown}: "
        f"{', '.join(story_id(piece) for piece in pieces)}"
    )
    return Problem(source=story_id(documents), component="scale.grouping", message=message)

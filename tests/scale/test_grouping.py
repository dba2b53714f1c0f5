"""Stories for the workers: large ones are cut by time, small ones share a bundle, copies follow their original."""

import pyarrow

from rashomon.resolve.stories import terms_of
from rashomon.scale.grouping import Sizes, grouped

DAY = 741_000


def run(
    texts: list[str], sizes: Sizes, originals: dict[str, str] | None = None
) -> tuple[list[tuple[str, int]], list[str]]:
    """Each report's story (by its first report) and bundle, in input order; the messages of problems."""
    counted = [terms_of(text) for text in texts]
    batch = pyarrow.RecordBatch.from_pydict(
        {
            "id": [f"doc-{number}" for number in range(len(texts))],
            "day": pyarrow.array([DAY + number for number in range(len(texts))], pyarrow.int32()),
            "terms": [list(one) for one in counted],
            "often": [list(one.values()) for one in counted],
        }
    )
    made, problems = grouped(batch, originals or {}, sizes)
    rows = {row["id"]: row for row in made.to_pylist()}
    first: dict[str, str] = {}
    for row in made.to_pylist():
        first.setdefault(row["story"], row["id"])
    ordered = [rows[f"doc-{number}"] for number in range(len(texts))]
    return [(first[row["story"]], row["bundle"]) for row in ordered], [one.message for one in problems]


OSK, HALLAM = "Osk shelled Tarn and Velm", "Hallam dockers strike at Finmouth"


def test_small_stories_share_a_bundle() -> None:
    assert run([OSK, HALLAM, OSK], Sizes(bundle=3))[0] == [("doc-0", 0), ("doc-1", 0), ("doc-0", 0)]
    assert run([OSK, HALLAM, OSK], Sizes(bundle=2))[0] == [("doc-0", 0), ("doc-1", 1), ("doc-0", 0)]


def test_a_large_story_is_cut_by_time_and_says_so() -> None:
    places, problems = run([OSK] * 5, Sizes(story=2, bundle=2))
    assert places == [("doc-0", 0), ("doc-1", 1), ("doc-1", 1), ("doc-3", 2), ("doc-3", 2)]
    assert len(problems) == 1
    assert problems[0].startswith("a story of 5 reports is resolved in 3 pieces, cut at 2029-10-")


def test_a_copy_goes_where_its_original_went() -> None:
    assert run([OSK, HALLAM], Sizes(), {"doc-1": "doc-0"})[0] == [("doc-0", 0), ("doc-0", 0)]

"""A world does not depend on the order in which reports are read, nor on how many are read at a time."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.demo import reports
from rashomon.model.text import Document
from rashomon.model.world import World
from rashomon.pipeline import VERSION, Read, make_world, understand_all
from rashomon.read import read
from rashomon.resolve.keys import _one_letter_off
from rashomon.resolve.spelling import Near, within_one
from rashomon.resolve.upstreams import spoken_for
from rashomon.store import MemoryArchive, open_archive

UNDATED = Document(
    text="Zorvan said on Tuesday that two days after the truce Kavenda's guns had shelled the crossing at Oru.\n",
    source="undated.txt", language="en",
)  # fmt: skip


@pytest.fixture(scope="module")
def said() -> list[Read]:
    found = [one for path in reports() for one in read(path) if isinstance(one, Document)]
    return list(understand_all([*found, UNDATED]))


def world_of(batches: Sequence[Sequence[Read]]) -> tuple[World, list[Document]]:
    archive = MemoryArchive()
    for batch in batches:
        for one in batch:
            archive.add(one.document, one.annotations, version=VERSION)
        make_world(archive)
    return archive.world(), list(archive.documents())


def batches_of(items: Sequence[Read], cuts: set[int]) -> Iterator[Sequence[Read]]:
    for start, end in pairwise([0, *sorted(cuts), len(items)]):
        yield items[start:end]


@pytest.fixture(scope="module")
def whole(said: list[Read]) -> tuple[World, list[Document]]:
    return world_of([said])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(8)), cuts=st.sets(st.integers(1, 7), max_size=3))
def test_any_order_and_split_of_reports_gives_the_world_of_all_at_once(
    said: list[Read], whole: tuple[World, list[Document]], order: list[int], cuts: set[int]
) -> None:
    assert world_of(list(batches_of([said[n] for n in order], cuts))) == whole


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(8)), cuts=st.sets(st.integers(1, 7), min_size=1, max_size=3))
def test_a_case_that_grows_in_a_database_holds_the_world_of_all_at_once(
    said: list[Read], whole: tuple[World, list[Document]], order: list[int], cuts: set[int]
) -> None:
    with TemporaryDirectory() as folder, open_archive(f"{folder}/a.rashomon") as archive:
        for batch in batches_of([said[n] for n in order], cuts):
            for one in batch:
                archive.add(one.document, one.annotations, version=VERSION)
            make_world(archive)
        assert (archive.world(), list(archive.documents())) == whole


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text("abc", max_size=6), max_size=12, unique=True), st.text("abc", max_size=6))
def test_words_near_another_are_those_one_letter_off(words: list[str], word: str) -> None:
    assert Near(words).of(word) == {one for one in words if within_one(one, word)}


def test_a_rare_name_goes_to_the_only_frequent_one_a_letter_off() -> None:
    keys = {"a": "body:harvest", "b": "body:harvest", "c": "body:harvest", "d": "body:harvset", "e": "place:harvast"}
    assert _one_letter_off(keys) == {**keys, "d": "body:harvest"}


def test_a_press_service_is_known_before_and_behind_its_body() -> None:
    assert spoken_for("the press service of the Ostrian Navy") == "the Ostrian Navy"
    assert spoken_for("Ostrian Navy’s press service") == "Ostrian Navy"
    assert spoken_for("Ostrian Navy") == "Ostrian Navy"

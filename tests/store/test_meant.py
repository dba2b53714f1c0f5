"""Where the records of a world stand: in their order, and as far as can be where they stood."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.meant import placed


@given(st.lists(st.lists(st.integers(0, 30), unique=True, max_size=20), max_size=5))
def test_places_rise_in_the_order_of_the_records_whatever_stood_there(worlds: list[list[int]]) -> None:
    standing: dict[str, int] = {}
    for world in worlds:
        ids = [str(one) for one in world]
        standing = placed(ids, standing)
        assert sorted(standing, key=lambda one: standing[one]) == ids
        assert len(set(standing.values())) == len(ids)


def test_what_comes_between_moves_nothing() -> None:
    before = placed(["a", "b", "c"], {})
    after = placed(["n", "a", "x", "y", "b", "c", "z"], before)
    assert {id: after[id] for id in before} == before


def test_what_has_moved_is_placed_anew_and_the_others_stay() -> None:
    before = placed(["a", "b", "c", "d"], {})
    after = placed(["d", "a", "b", "c"], before)
    assert [id for id in before if after[id] != before[id]] == ["d"]


def test_without_room_all_are_placed_anew() -> None:
    assert placed(["a", "x", "b"], {"a": 4, "b": 5}) == {"a": 0, "x": 1024, "b": 2048}

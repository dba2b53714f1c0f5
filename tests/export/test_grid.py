"""Tables as lines of text."""

import pytest

from rashomon.export.grid import columns_of, grid


@pytest.mark.parametrize(
    ("cell", "width"),
    [("a longer line of words", 12), ("北京北京", 9), ("Karandashvili-Orlanides", 10), ("two\nlines", 30)],
)
def test_no_line_is_wider_than_the_terminal(cell: str, width: int) -> None:
    lines = list(grid(["who", "says"], [["V", cell]], width=width))
    assert max(map(columns_of, lines)) <= width
    assert "".join("".join(one.split("│")[1:]) for one in lines[2:]).replace(" ", "") == "".join(cell.split())


def test_a_sign_wider_than_its_column_stands_alone() -> None:
    assert list(grid(["x"], [["北"]], width=1))[2:] == ["北"]


def test_a_whole_column_is_not_folded() -> None:
    lines = list(grid(["id", "says"], [["event-0123456789", "some words"]], width=24, whole=[0]))
    assert lines[2:] == ["event-0123456789 │ some ", "                 │ words"]

"""What is owned for the first time, beside what was denied before."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.owned import owned_at_last
from rashomon.model.annotation import Statement
from tests.analyse.conftest import Bench


def two(bench: Callable[[], Bench], before: str, act: str, later: str, who: str = "Osk") -> Bench:
    made = bench()
    first = made.report(f"Osk: {before}", published="2031-05-02")
    made.statement(first, "Osk", before, act=act)
    second = made.report(f"{who}: {later}", published="2031-06-02")
    content = made.words(second, later.partition(" that ")[2])
    made.keep(
        Statement(
            document=second.id,
            evidence=(made.words(second, later),),
            rule="test",
            speaker=(made.link(second, who),),
            content=(content,),
            act="admit",
        )
    )
    return made


@pytest.mark.parametrize(
    ("before", "act", "later"),
    [
        ("no aircraft took off, and the post is ours.", "say", "conceded for the first time that a jet was lost."),
        ("that the Lisk silo was ever shelled.", "deny", "owned after a month of denials that the Lisk silo was hit."),
        ("it had not one mercenary.", "say", "admitted for the first time that foreign instructors had drowned."),
    ],
)  # fmt: skip
def test_what_was_denied_is_owned(bench: Callable[[], Bench], before: str, act: str, later: str) -> None:
    (found,) = owned_at_last(two(bench, before, act, later).view())
    assert found.type == "change of position" and [side.says for side in found.sides] == [
        before,
        later.partition(" that ")[2],
    ]


@pytest.mark.parametrize(
    ("before", "later", "who"),
    [
        ("no aircraft took off that day.", "conceded for the first time that the bridge was lost.", "Osk"),
        ("no aircraft took off that day.", "conceded for the first time that a jet was lost.", "Velm"),
        ("three aircraft took off that day.", "conceded for the first time that a jet was lost.", "Osk"),
        ("no aircraft will take off that day.", "conceded for the first time that a jet was lost.", "Osk"),
        ("no aircraft took off that day.", "conceded that a jet was lost.", "Osk"),
        ("no aircraft took off that day.", "admitted that jets were seen for the first time over Lisk.", "Osk"),
        ("no aircraft took off that day.", "admitted for the first time that the A-1 and a C-4 charge blew up.", "Osk"),
    ],
)
def test_what_was_not_denied_is_no_turn(bench: Callable[[], Bench], before: str, later: str, who: str) -> None:
    assert list(owned_at_last(two(bench, before, "say", later, who).view())) == []

"""Who brought a matter up."""

from collections.abc import Callable

import pytest

from rashomon.analyse.differences.raised import brought_up
from rashomon.model.annotation import Link, Statement
from tests.analyse.conftest import Bench


def two(bench: Callable[[], Bench], nobody: str, somebody: str, who: str = "Velm") -> Bench:
    made = bench()
    first = made.report(f"Osk: {nobody}", published="2031-05-02")
    made.statement(first, "Osk", nobody)
    second = made.report(f"{who}: {somebody}", published="2031-05-04")
    made.statement(second, who, somebody)
    return made


@pytest.mark.parametrize(
    ("nobody", "somebody"),
    [
        ("Guards for the dam were not mentioned by either of them.", "It was Osk himself who first spoke of guards."),
        ("Nobody named a figure.", "It was the chairman that proposed forty lorries."),
        ("A corridor was never discussed.", "The corridor was the chairman's own idea."),
    ],
)
def test_what_nobody_raised_was_raised_by_somebody(bench: Callable[[], Bench], nobody: str, somebody: str) -> None:
    (found,) = brought_up(two(bench, nobody, somebody).view())
    assert found.type == "denial" and [side.says for side in found.sides] == [nobody, somebody]


@pytest.mark.parametrize(
    ("nobody", "somebody", "who"),
    [
        ("Guards for the dam were not mentioned.", "It was Osk himself who spoke of rain.", "Velm"),
        ("Guards for the dam were not mentioned.", "It was Osk himself who spoke of guards.", "Osk"),
        ("Guards for the dam will not be mentioned.", "It was Osk himself who spoke of guards.", "Velm"),
        ("Guards for the dam were mentioned.", "It was Osk himself who spoke of guards.", "Velm"),
        ("Guards for the dam were mentioned, and no rain fell.", "It was Osk himself who spoke of guards.", "Velm"),
        ("Guards for the dam were not mentioned.", "It was Osk who drove the guards away.", "Velm"),
    ],
)
def test_another_matter_or_no_denial_is_nothing(
    bench: Callable[[], Bench], nobody: str, somebody: str, who: str
) -> None:
    assert list(brought_up(two(bench, nobody, somebody, who).view())) == []


def test_in_a_large_case_one_shared_word_is_too_few(bench: Callable[[], Bench]) -> None:
    made = two(bench, "Guards for the dam were not mentioned.", "It was Osk himself who spoke of guards.")
    assert len(list(brought_up(made.view()))) == 1
    for n in range(50):
        made.report(f"Word {n} of nothing.", published="2031-05-03")
    assert list(brought_up(made.view())) == []


def test_what_nobody_known_says_is_set_against_nothing(bench: Callable[[], Bench]) -> None:
    made = bench()
    for who, said, day in (("He", "Guards were not mentioned.", 2), ("She", "It was Osk who spoke of guards.", 4)):
        report = made.report(f"{who}: {said}", published=f"2031-05-0{day}")
        span = made.words(report, said)
        speaker = (Link(span=made.words(report, who)),)
        made.keep(Statement(document=report.id, evidence=(span,), rule="test", speaker=speaker, content=(span,)))
    assert list(brought_up(made.view())) == []
